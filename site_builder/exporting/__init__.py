"""Entries become a spreadsheet that an office corrects and sends again; `importing` reads it back."""
