"""Brings the content together: parsed, checked and converted, each file only when it changed."""
