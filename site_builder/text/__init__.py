"""Markdown of the editors → HTML with holes, plain text and slugs."""
