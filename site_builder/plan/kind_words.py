"""What kinds of shop and themes of trips are called in the interface, in English: templates translate it."""

from __future__ import annotations

SHOP_KINDS = {
    "cooperative": "Cooperative",
    "wholesaler": "Wholesaler",
    "shop": "Shop",
    "workshop": "Workshop",
}
THEMES = {"shopping": "Shopping", "culture-food": "Culture and food", "learning": "Learning the craft"}
"""In the order in which the home page shows them."""
