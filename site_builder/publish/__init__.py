"""Puts a finished tree in the place of the old one, or leaves the old one as it was."""
