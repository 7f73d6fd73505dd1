"""Sentra: a static site generator for craft clusters."""

__version__ = "0.1.0"
