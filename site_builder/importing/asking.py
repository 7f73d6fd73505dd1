"""Prices as offices write them beside the number: per piece, from a lowest one, or to be asked for."""

from __future__ import annotations

import re

_NO_PRICE = re.compile(
    r"(?:harga\s+)?(?:bisa\s+|masih\s+)?(?:nego(?:siasi)?|menyusul|tanya|by\s+request|sesuai\s+(?:pesanan|permintaan))\b\W*"
    r"|(?:harga\s+)?(?:hubungi|call|chat|wa)\b.*"
    r"|(?:harga\s+)?(?:mulai|dari|start)\b.*",
    re.IGNORECASE,
)
_PER_PIECE = re.compile(r"\s*(?:/|\bper\b)\s*(?:pcs|pc|buah|bh|biji|unit)\.?$", re.IGNORECASE)


def states_no_price(text: str) -> bool:
    """Whether a cell names no price to publish: `Nego`, or only where prices begin."""
    return _NO_PRICE.fullmatch(text) is not None


def of_one_piece(text: str) -> str:
    """Leave out that a price is of one: `Rp 150.000/pcs`."""
    return _PER_PIECE.sub("", text)
