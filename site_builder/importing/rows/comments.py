"""What somebody has stuck to a cell that is read: it may say that the value, or the entry, holds no more."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.importing.cells.consent import forbids
from site_builder.importing.cells.endings import asks_a_person, says_gone
from site_builder.importing.cells.number_marks import speaks_against_a_number
from site_builder.importing.cells.office_forms import tidy
from site_builder.importing.sheets.tables import Table
from site_builder.model.readers.written import shorten
from site_builder.names import Kind
from site_builder.problems import Problem, Severity, Span
from site_builder.spreadsheets.cells import Row
from site_builder.validate.header_words import CONTACT, MOBILE

_LONGEST = 200
_NUMBERS = frozenset({"whatsapp", "phone", CONTACT, MOBILE})


def comments_told(table: Table, row: Row, kind: Kind) -> Iterator[Problem]:
    """Show the comments of a row, and refuse it for one that a column of remarks would be refused for.

    Also those of cells that are only a part of a value, or are left out.
    """
    seen = set()
    for column, target in table.columns.items():
        cell = row.cells.get(column)
        if cell is None or not cell.comment or cell.at in seen:
            continue
        seen.add(cell.at)
        text = tidy(cell.comment)
        values = {"value": shorten(tidy(cell.text)), "comment": text[:_LONGEST]}
        is_doubt = forbids(text) or says_gone(text) or asks_a_person(text, kind)
        is_doubt = is_doubt or (target in _NUMBERS and speaks_against_a_number(text))
        if is_doubt and not cell.struck:
            yield Problem("cell-comment", Span(cell.at), "doubt", values)
        else:
            yield Problem("cell-comment", Span(cell.at), "", values, Severity.WARNING)
