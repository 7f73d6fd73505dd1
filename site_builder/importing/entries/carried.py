"""What an exported workbook itself says that it held when it was made: a hidden copy of its table.

By it a corrected cell is known as such when that very file comes back, and nothing has to be noted at the
export. Nobody need believe the copy: it only lets a cell change an entry that still says what the copy says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from site_builder.importing.library import Library
from site_builder.importing.rows.row import read_row
from site_builder.importing.sheets.tables import find_tables
from site_builder.model.readers.written import Written
from site_builder.spreadsheets.cells import Sheet
from site_builder.validate.header_words import COPY_SHEET

Carried = Mapping[str, Mapping[str, Written]]
"""By the ids of entries what the cells of fields said, as content files have it."""


def carried_in(sheets: Sequence[Sheet], library: Library) -> Carried:
    """Read the hidden copy; empty where there is none. Of an id that it has twice nothing is known."""
    copies = [replace(sheet, hidden=False) for sheet in sheets if sheet.name == COPY_SHEET and sheet.hidden]
    tables, _ = find_tables("", copies, library.kind, library.known)
    found: dict[str, Mapping[str, Written]] = {}
    for table in tables:
        for row in table.rows:
            read = read_row(table, row, library)
            said = {name: wish.value for name, wish in read.wishes.items()}
            found[read.given_id] = {} if read.given_id in found else said
    found.pop("", None)
    return found
