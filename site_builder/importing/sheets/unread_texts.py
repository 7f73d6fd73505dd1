"""What a sheet says of its rows in a way that no field holds: remarks, other columns, colours.

Offices write there that a shop has closed or does not want to be shown, each in words of its own. No program
understands all of them, so they are shown to whoever decides about the import.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from site_builder.importing.cells.consent import forbids
from site_builder.importing.cells.endings import asks_a_person, says_gone
from site_builder.importing.cells.office_forms import says_nothing
from site_builder.importing.sheets.footnotes import Note
from site_builder.importing.sheets.header_rows import Header, listed
from site_builder.problems import Problem, Severity, Span
from site_builder.spreadsheets.cells import Cell, Row

_MOST_TEXTS = 40
"""Of one column of remarks; more are only counted."""
_FEW_TEXTS = 6
"""So many different ones in another column: it sorts the rows, as `Status Anggota` does."""
_LONGEST = 120
_PLACES_NAMED = 3
_COLOUR = re.compile(
    r"\b(?:(?:ber)?warna\w*|kuning|merah|hijau|biru|jingga|oranye|orange|ungu|abu-?abu|pink|arsir\w*|blok|stabilo|highlight"
    r"|yellow|red|green|blue|gr[ae]y)\b",
    re.IGNORECASE,
)


def unread_texts(header: Header, notes: Iterable[Problem], rows: Sequence[Row]) -> Iterator[Problem]:
    """Tell what stands in columns that are not imported: all remarks, and words by which rows are sorted.

    `notes` tell which columns these are, and why; what holds personal data is never shown.
    """
    why = {note.at.path: note.variant for note in notes}
    for column, head in header.cells.items():
        texts = _texts(row.cells[column] for row in rows if column in row.cells)
        is_sorted = len(texts) <= _FEW_TEXTS and not any(map(_is_figure, texts))
        match why.get(head.at):
            case "remark-column":
                yield from _told(head, texts)
            case "unknown-column" | "near-column" if is_sorted:
                yield from _told(head, texts)
            case _:
                pass


def coloured_rows(sheet: str, names: Mapping[int, Cell]) -> Iterator[Problem]:
    """Tell of rows of which the name has another colour than most: it means something to the office.

    `names` are the cells of names by the numbers of their rows. Colours that alternate mean nothing.
    """
    by_colour: dict[str, list[str]] = {}
    for number, cell in _coloured(names):
        by_colour.setdefault(cell.colour, []).append(str(number))
    for rows in by_colour.values():
        yield _warning(Span(sheet or "."), "coloured-rows", rows=listed(rows))


def rows_of_a_legend(names: Mapping[int, Cell], notes: Sequence[Note]) -> dict[int, Problem]:
    """Refuse rows of another colour than most where a note says of a colour that it means no good.

    Which colour `kuning` is, no program knows for sure: all of them are asked about.
    """
    legend = next((note for note in notes if explains_a_colour(note.text) and _warns(note.text)), None)
    if legend is None:
        return {}
    values = {"note": legend.text[:_LONGEST], "cell": legend.cell.at}
    return {
        number: Problem(
            "row-mark", Span(cell.at), "colour", {"value": " ".join(cell.text.split())[:40], **values}
        )
        for number, cell in _coloured(names)
    }


def explains_a_colour(text: str) -> bool:
    return _COLOUR.search(text) is not None


def _warns(text: str) -> bool:
    parts = re.split(r"[=:;]", text)
    return asks_a_person(text) or forbids(text) or any(map(says_gone, parts))


def _coloured(names: Mapping[int, Cell]) -> Iterator[tuple[int, Cell]]:
    """Give the rows of another colour than most."""
    counts = Counter(cell.colour for cell in names.values())
    usual = next(iter(counts.most_common(1)), ("", 0))[0]
    for number, cell in names.items():
        if cell.colour != usual and counts[cell.colour] * 3 <= len(names):
            yield number, cell


def _texts(cells: Iterator[Cell]) -> dict[str, list[Cell]]:
    """Put cells together that say the same."""
    texts: dict[str, list[Cell]] = {}
    for cell in cells:
        if not says_nothing(cell) or "?" in cell.text:
            same = texts.setdefault(" ".join(cell.text.split())[:_LONGEST], [])
            if cell not in same:  # merged ones are in several rows
                same.append(cell)
    return texts


def _told(head: Cell, texts: Mapping[str, Sequence[Cell]]) -> Iterator[Problem]:
    shown = " ".join(head.text.split())[:40]
    for text, cells in [*texts.items()][:_MOST_TEXTS]:
        values = {"header": shown, "value": text}
        if len(cells) == 1:
            yield _warning(Span(cells[0].at), "unread-text", **values)
        else:
            places = [cell.at.rpartition("!")[2] for cell in cells]
            more = ", …" if len(places) > _PLACES_NAMED else ""
            values |= {"count": str(len(cells)), "cells": ", ".join(places[:_PLACES_NAMED]) + more}
            yield _warning(Span(cells[0].at), "unread-texts", **values)
    if len(texts) > _MOST_TEXTS:
        yield _warning(Span(head.at), "unread-more", header=shown, count=str(len(texts) - _MOST_TEXTS))


def _is_figure(text: str) -> bool:
    return not any(map(str.isalpha, text))


def _warning(at: Span, variant: str, **values: str) -> Problem:
    return Problem("sheet-note", at, variant, values, Severity.WARNING)
