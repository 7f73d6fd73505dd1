"""What stands above the headers of a table."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.importing.sheets.footnotes import is_explanation
from site_builder.importing.sheets.header_rows import Header
from site_builder.importing.sheets.passing import PassedRow, Reason, is_note, own_cells, text_of
from site_builder.spreadsheets.cells import Row, Sheet


def rows_above(sheet: Sheet, header: Header) -> list[Row]:
    """Give the rows above the headers; a title right above them may be the upper line of these."""
    first, last = header.lines[0].number, header.lines[-1].number
    return [
        row for row in sheet.rows if row.number < first or (row.number < last and len([*own_cells(row)]) == 1)
    ]


def notes_above(sheet: Sheet, header: Header) -> Iterator[PassedRow]:
    """Give the notes among the titles; what else stands there names the list and its office."""
    for row in rows_above(sheet, header):
        text = text_of(row)
        if is_note(text) or is_explanation(text):
            cell = next(cell for _, cell in own_cells(row))
            yield PassedRow(cell, row.number, sheet.name, Reason.NOTE, text=text)
