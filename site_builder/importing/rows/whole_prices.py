"""Prices of a column in thousands, written out in rupiah; of one that only may be, none is taken."""

from __future__ import annotations

import re
from functools import partial

from msgspec.structs import replace

from site_builder.importing.cells.office_forms import says_nothing, tidy
from site_builder.importing.cells.thousands import (
    in_rupiah,
    is_doubtful,
    is_low,
    is_tiny,
    is_whole_in_rupiah,
    whole_of,
)
from site_builder.importing.rows.wishes import Reading, attempt
from site_builder.importing.sheets.price_units import PRICES
from site_builder.importing.sheets.tables import Table
from site_builder.model.readers.written import ScalarFault, shorten
from site_builder.spreadsheets.cells import UNUSABLE, Cell, Row

_LONGEST = 120


def whole_prices(reading: Reading, cells: dict[str, Cell], table: Table, row: Row) -> dict[str, Cell]:
    """Give the cells of a row with prices in rupiah; what nobody can be sure of is told and left out."""
    result = dict(cells)
    for column, target in table.columns.items():
        cell = cells.get(target)
        if target not in PRICES or cell is None or cell.what in UNUSABLE or row.cells.get(column) is None:
            continue
        has_unit = "unit" in cells and not says_nothing(cells["unit"])
        text = attempt(reading, cell, partial(_whole, cell, table, column, has_unit=has_unit), "price")
        if text is None:
            del result[target]
        elif text != tidy(cell.text):
            result[target] = replace(cell, text=text)
    return result


def _whole(cell: Cell, table: Table, column: int, *, has_unit: bool) -> str:
    text = tidy(cell.text)
    _refuse_noted(text, table, column, has_unit=has_unit)
    if column in table.factors:
        return in_rupiah(text, table.factors[column])
    if column in table.doubtful and is_doubtful(cell):
        variant = "small" if is_tiny(cell) else "likely"
        raise ScalarFault("cell-scale", variant, {"value": shorten(text), "whole": whole_of(cell)})
    if column in table.lowest and is_low(cell, table.lowest[column]):
        raise ScalarFault("cell-scale", "low", {"value": shorten(text), "whole": whole_of(cell)})
    return text


def _refuse_noted(text: str, table: Table, column: int, *, has_unit: bool) -> None:
    """Raise `ScalarFault` for a price that a line around the table makes another one."""
    told = table.price_note
    if told is None or not any(map(str.isdecimal, text)):
        return
    match told.variant:
        case "thousands":
            is_clear = column in table.factors or is_whole_in_rupiah(text)
        case "unit":
            is_clear = has_unit or re.search(r"/|\bper\b", text, re.IGNORECASE) is not None
        case _:
            is_clear = False
    if not is_clear:
        values = {"value": shorten(text), "note": told.note.text[:_LONGEST], "cell": told.note.cell.at}
        raise ScalarFault("cell-scale", f"note-{told.variant}", values)
