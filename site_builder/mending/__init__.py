"""Edits of content files: tried before they are offered, and made where nothing else can be meant."""
