"""What the heading of a group of rows, the title of a list or the name of a sheet says of all its rows.

Below `II. SUDAH TUTUP` no row says itself that it must not be shown; below `Harga per lusin` no price says
of how many it is. Such rows are refused, with the heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from site_builder.importing.cells.consent import forbids
from site_builder.importing.cells.endings import asks_a_person, name_says_gone, says_gone
from site_builder.importing.cells.plain_words import plain_words
from site_builder.importing.sheets.footnotes import Note, is_explanation
from site_builder.importing.sheets.groups import NUMBERED
from site_builder.importing.sheets.other_names import BRACKETED
from site_builder.importing.sheets.passing import is_note, own_cells
from site_builder.importing.sheets.price_notes import price_note
from site_builder.importing.sheets.unread_texts import explains_a_colour
from site_builder.names import Kind
from site_builder.problems import Problem, Span
from site_builder.spreadsheets.cells import Cell, Row, Sheet
from site_builder.validate.header_words import ORDINAL

_OF_OTHER_TIMES = re.compile(
    r"\b(?:arsip|archived?|draf|draft|backup|lama|old|calon|discontinued?)\b", re.IGNORECASE
)
_LONGEST = 60


def rows_of_a_state(
    sheet: Sheet, titles: Sequence[Row], rows: Sequence[Row], columns: Mapping[int, str], kind: Kind
) -> dict[int, Problem]:
    """Refuse by their numbers the rows of which a heading, a title or the sheet speaks so.

    `titles` stand above the headers, `rows` below them, headings among them.
    """
    first = next(iter(rows), None)
    if first is None:
        return {}
    said = [(sheet.name, "sheet")] if _is_doubt(sheet.name, sheet.name, kind, is_heading=False) else []
    said += [(text, "title") for text in _titles(titles, kind)]
    if said:
        text, variant = said[0]
        return {row.number: _problem(_at(row), text, variant) for row in rows}
    return dict(_below_headings(rows, columns, kind))


def _titles(rows: Sequence[Row], kind: Kind) -> Iterator[str]:
    for row in rows:
        text = " ".join(" ".join(cell.text.split()) for _, cell in own_cells(row))
        is_legend = is_note(text) or is_explanation(text) or explains_a_colour(text)
        if not is_legend and (says_gone(text) or name_says_gone(text, kind) or forbids(text)):
            yield text


def _below_headings(
    rows: Sequence[Row], columns: Mapping[int, str], kind: Kind
) -> Iterator[tuple[int, Problem]]:
    """Go through rows with the last one above them that holds a single text, as headings do."""
    heading: Cell | None = None
    counts = [column for column, target in columns.items() if target == ORDINAL]
    for row in rows:
        own = [cell for _, cell in own_cells(row, skipped=counts)] or [cell for _, cell in own_cells(row)]
        if len(own) == 1:
            text = NUMBERED.sub("", " ".join(own[0].text.split()), count=1)
            is_doubt = not own[0].struck and _is_doubt(BRACKETED.sub("", text), text, kind, is_heading=True)
            heading = own[0] if is_doubt else None
        elif heading is not None:
            yield row.number, _problem(_at(row), heading.text, "above", cell=heading.at)


def _is_doubt(text: str, whole: str, kind: Kind, *, is_heading: bool) -> bool:
    """Whether a text that names no entry speaks of an end, of leave to be shown or of other prices.

    `Rencana Kegiatan 2027` is what offices call a sheet of events that are sure.
    """
    is_of_prices = kind is Kind.PRODUCTS and price_note([Note(Cell("", ""), whole)]) is not None
    is_of_others = _OF_OTHER_TIMES.search(plain_words(text)) is not None
    is_asked = asks_a_person(text, kind if is_heading else None)
    return is_of_prices or is_of_others or is_asked or says_gone(text) or forbids(text)


def _at(row: Row) -> Cell:
    return next(cell for _, cell in own_cells(row))


def _problem(at: Cell, text: str, variant: str, cell: str = "") -> Problem:
    values = {"value": " ".join(text.split())[:_LONGEST]} | ({"cell": cell} if cell else {})
    return Problem("row-state", Span(at.at), variant, values)
