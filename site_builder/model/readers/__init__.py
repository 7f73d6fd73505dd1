"""How the texts that editors write become values; `model/scalars.py` gives each reader its field type."""
