"""How fast Sentra is beside Hugo, on the same pages: `python -m bench`."""
