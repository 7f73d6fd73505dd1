"""From documents to checked entries: every fault of a file in one run."""
