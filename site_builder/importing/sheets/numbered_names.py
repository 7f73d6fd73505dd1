"""Names that are numbered in their own cells: `1) Delta Bag`, `2) Beta Bag` and so on are no marks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from site_builder.importing.sheets.passing import own_cells
from site_builder.problems import Problem, Severity, Span
from site_builder.spreadsheets.cells import Row

_NUMBERED = re.compile(r"\s*\(?(?P<number>\d{1,3})[.)]\s*(?=[^\W\d_])", re.ASCII)
_FEWEST = 2
"""Names that are counted; one alone is marked."""


def without_numbers(rows: Sequence[Row], columns: Mapping[int, str]) -> tuple[list[Row], list[Problem]]:
    """Give rows with names that are counted up without their numbers, and tell of it by the first.

    Where a line of its own begins with a number of them, it explains that number: they are marks.
    """
    column = next((column for column, target in columns.items() if target == "name"), None)
    entries = [row for row in rows if not _is_alone(row) and column is not None and column in row.cells]
    counts = [_number(row, column) for row in entries]
    alone = {_number(row, column) for row in rows if _is_alone(row)} - {None}
    if column is None or len(counts) < _FEWEST or not _count_up(counts) or alone & {*counts}:
        return [*rows], []
    first = entries[0].cells[column]
    bare = _NUMBERED.sub("", first.text, count=1)
    values = {"value": " ".join(first.text.split())[:40], "meant": " ".join(bare.split())[:40]}
    told = Problem("sheet-note", Span(first.at), "numbered", values, Severity.WARNING)
    return [_without(row, column) for row in rows], [told]


def _is_alone(row: Row) -> bool:
    return len([*own_cells(row)]) == 1


def _number(row: Row, column: int | None) -> int | None:
    cell = row.cells[column] if column in row.cells else next(iter(row.cells.values()))
    found = _NUMBERED.match(cell.text)
    return int(found["number"]) if found is not None else None


def _count_up(counts: Sequence[int | None]) -> bool:
    """Whether each number is the next one, or the first below a heading."""
    pairs = [*pairwise(counts)]
    is_counted = all(
        one is not None and other is not None and (other == one + 1 or other == 1 < one)
        for one, other in pairs
    )
    return is_counted and counts[0] == 1


def _without(row: Row, column: int) -> Row:
    cell = row.cells.get(column)
    if cell is None or not _NUMBERED.match(cell.text):
        return row
    return replace(
        row, cells={**row.cells, column: replace(cell, text=_NUMBERED.sub("", cell.text, count=1))}
    )
