"""Columns of prices in thousands or millions of rupiah: `Harga (ribu rupiah)`, `Harga (x Rp 1.000)`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from site_builder.importing.cells.thousands import is_short
from site_builder.spreadsheets.cells import Cell, Row
from site_builder.validate.header_words import PRICE_MAX, PRICE_MIN

PRICES = frozenset({"price", PRICE_MIN, PRICE_MAX})
_BEFORE = (
    r"[(\[]?\s*(?:dalam\s+|dlm\.?\s+)?(?:(?:rp|idr|rupiah)\b\.?\s*)?(?:[x×*]\s*)?(?:(?:rp|idr)\b\.?\s*)?"
)
_AFTER = r"\s*(?:rupiah|rp\b\.?|idr)?\s*[)\]]?"
_FACTORS = (
    (
        1_000_000,
        re.compile(
            rf"{_BEFORE}(?:juta(?:an)?|jt|1[.,]?000[.,]?000|[.,']?000[.,']000)\b{_AFTER}", re.IGNORECASE
        ),
    ),
    (1000, re.compile(rf"{_BEFORE}(?:ribu(?:an)?|rb|1[.,]?000|[.,']?000)\b{_AFTER}", re.IGNORECASE)),
)
_FEWEST = 3
"""Prices of a column by which it is known that most are in thousands."""


def in_units(header: str) -> tuple[str, int]:
    """Part a header from what says that its numbers are thousands or millions; 1 where nothing says so."""
    for factor, form in _FACTORS:
        found = form.search(header)
        if found is not None and header[: found.start()].strip():
            return f"{header[: found.start()]} {header[found.end() :]}", factor
    return header, 1


def look_like_thousands(
    columns: Mapping[int, str], rows: Sequence[Row], factors: Mapping[int, int]
) -> frozenset[int]:
    """Give the columns of prices of which most are so small that they can only be thousands."""
    found = set()
    for column, target in columns.items():
        if target not in PRICES or column in factors:
            continue
        cells = [row.cells[column] for row in rows if column in row.cells]
        priced = [cell for cell in cells if any(map(str.isdecimal, cell.text))]
        if len(priced) >= _FEWEST and sum(map(is_short, priced)) * 2 > len(priced):
            found.add(column)
    return frozenset(found)


def first_scaled(column: int, rows: Sequence[Row]) -> Cell | None:
    """Give the first cell of a column that says a number."""
    return next(
        (
            row.cells[column]
            for row in rows
            if column in row.cells and any(map(str.isdecimal, row.cells[column].text))
        ),
        None,
    )
