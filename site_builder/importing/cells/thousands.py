"""Prices in a column of thousands or millions of rupiah: `250` below `Harga (ribu rupiah)` is 250.000."""

from __future__ import annotations

import re
from decimal import Decimal

from site_builder.model.readers.counted import grouped
from site_builder.model.readers.written import ScalarFault, shorten
from site_builder.spreadsheets.cells import Cell

_NUMBER = r"(?:rp\.?\s*|idr\s*)?(\d[\d.,]*)"
_SHORT = re.compile(
    rf"{_NUMBER}(?:\s*(?:-|–|—|s\.?/?d\.?|sampai)\s*{_NUMBER})?\s*(?:,-+|\.-+|-)?", re.IGNORECASE | re.ASCII
)
_DECIMAL = re.compile(r"\d+(?:[.,]\d{1,2})?", re.ASCII)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+", re.ASCII)
_OWN_UNIT = re.compile(r"\d\s*(?:rb|ribu|k|jt|juta)\b", re.IGNORECASE)
MOST = {1000: 10_000, 1_000_000: 100}
"""From here on a number is rather the whole price than so many thousands or millions of rupiah."""
_LARGEST_SHORT, LARGEST_DOUBTFUL, _SMALLEST_PRICE = 2000, 10_000, 1000


def in_rupiah(text: str, factor: int) -> str:
    """Write out a price of such a column; raises `ScalarFault` where it may be a whole price already.

    What is no number, or says its own unit, stays as it is.
    """
    found = _SHORT.fullmatch(text.strip())
    if found is None or _OWN_UNIT.search(text):
        return text
    ends = [_amount(part) for part in found.groups() if part is not None]
    if None in ends:
        return text
    amounts = [amount for amount in ends if amount is not None]
    if max(amounts) >= MOST[factor]:
        raise ScalarFault("cell-scale", "", {"value": shorten(text), "whole": grouped(amounts[0])})
    return " - ".join(grouped(amount * factor) for amount in amounts)


def _amount(text: str) -> Decimal | None:
    bare = text.rstrip(".,")
    if _GROUPED.fullmatch(bare):
        return Decimal(re.sub(r"[.,]", "", bare))
    return Decimal(bare.replace(",", ".")) if _DECIMAL.fullmatch(bare) else None


def is_short(cell: Cell) -> bool:
    """Whether a cell holds bare numbers that are hardly prices in rupiah."""
    return 0 < _largest(cell) < _LARGEST_SHORT


def is_doubtful(cell: Cell) -> bool:
    """Whether a cell of a column of such numbers may be in thousands as they are."""
    return 0 < _largest(cell) < LARGEST_DOUBTFUL


def is_tiny(cell: Cell) -> bool:
    """Whether a number would be turned down as one in rupiah."""
    return _largest(cell) < _SMALLEST_PRICE


def is_low(cell: Cell, lowest: Decimal) -> bool:
    """Whether a bare number that would pass as a price in rupiah is below all that fits its column."""
    return _SMALLEST_PRICE <= _largest(cell) < lowest


def is_whole_in_rupiah(text: str) -> bool:
    """Whether a price says its own unit, or that it is rupiah and is too great to be thousands of them."""
    found = _SHORT.fullmatch(re.sub(r"\s*rupiah$", "", text.strip(), flags=re.IGNORECASE))
    if found is None or _OWN_UNIT.search(text):
        return True
    amounts = [_amount(part) for part in found.groups() if part is not None]
    says_rupiah = re.search(r"\b(?:rp|idr|rupiah)", text, re.IGNORECASE) is not None
    return says_rupiah and all(amount is not None and amount >= MOST[1000] for amount in amounts)


def whole_of(cell: Cell) -> str:
    """Write bare numbers as so many thousands."""
    return " - ".join(grouped(amount * 1000) for amount in _bare(cell))


def _largest(cell: Cell) -> Decimal:
    return max(_bare(cell), default=Decimal(0))


def _bare(cell: Cell) -> list[Decimal]:
    """Give the numbers of a cell that says no unit, one or those of a range; none of another."""
    found = _SHORT.fullmatch(cell.text.strip())
    if found is None or any(map(str.isalpha, re.sub(r"s\.?/?d|sampai", "", cell.text, flags=re.IGNORECASE))):
        return []
    amounts = [_amount(part) for part in found.groups() if part is not None]
    return [amount for amount in amounts if amount is not None] if None not in amounts else []
