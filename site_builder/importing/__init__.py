"""Rows of a spreadsheet become entries: what each means, what it would change, how it is written."""
