"""Names every output and all that it depends on, before anything is rendered."""
