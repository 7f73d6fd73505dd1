"""Columns of prices in thousands or millions of rupiah: `Harga (ribu rupiah)`, `Harga (x Rp 1.000)`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from statistics import median

from site_builder.importing.cells.amounts_in_words import of_one_piece
from site_builder.importing.cells.office_forms import tidy
from site_builder.importing.cells.prices import price_in
from site_builder.importing.cells.thousands import in_rupiah, is_short
from site_builder.model.readers.prices import read_price
from site_builder.model.readers.written import ScalarFault
from site_builder.spreadsheets.cells import UNUSABLE, Cell, Row
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
"""Prices of a column by which it is known that most are in thousands, or what most of them are like."""
LARGEST_LOW = 5000
"""From here on a price is one whatever stands beside it."""
_TWENTIETH = 20


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


def first_converted(column: int, rows: Sequence[Row], factor: int) -> tuple[Cell, str] | None:
    """Give the first cell of a column that is taken as so many thousands or millions, and what it becomes.

    One before it may be refused, as a whole price: what is done with the others is to be said all the same.
    """
    for row in rows:
        cell = row.cells.get(column)
        if cell is None or cell.what in UNUSABLE:
            continue
        text = tidy(cell.text)
        try:
            meant = in_rupiah(text, factor)
        except ScalarFault:
            continue
        if meant != text:
            return cell, meant
    return None


def lowest_likely(columns: Mapping[int, str], rows: Sequence[Row]) -> dict[int, Decimal]:
    """Give for each column of prices from which amount on one fits the others: a twentieth of most."""
    found = {}
    for column, target in columns.items():
        amounts = [
            amount
            for row in rows
            if target in PRICES and column in row.cells
            for amount in _amounts(row.cells[column])
            if amount >= LARGEST_LOW
        ]
        if len(amounts) >= _FEWEST:
            found[column] = min(Decimal(LARGEST_LOW), Decimal(median(amounts)) / _TWENTIETH)
    return found


def _amounts(cell: Cell) -> list[int]:
    """Give the lowest price of a cell that says one for sure."""
    if cell.what in UNUSABLE:
        return []
    try:
        price = price_in(of_one_piece(tidy(cell.text)))
        return [read_price(price).min_idr]
    except ScalarFault:
        return []
