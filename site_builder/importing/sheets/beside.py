"""Two lists beside each other on one sheet, each with its own headers, as they fill a page of paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from site_builder.importing.sheets.columns import meaning
from site_builder.importing.sheets.header_rows import Header
from site_builder.spreadsheets.cells import Row, Sheet
from site_builder.validate.header_words import ORDINAL, header_key

_FEWEST_ALIKE = 2
"""Columns beside the names that must come again: a name and an address may be those of the owner."""


def parts_of(sheet: Sheet, header: Header, known: Mapping[str, str]) -> Sequence[Sheet]:
    """Part a sheet where its headers begin anew to the right; most sheets are one."""
    targets = {column: meaning(cell.text, known) for column, cell in sorted(header.cells.items())}
    keys = {column: header_key(header.cells[column].text) for column in targets}
    names = [column for column, target in targets.items() if target == "name"]
    same = [column for column in names if keys[column] == keys[names[0]]] if names else []
    starts = [_start(column, targets) for column in same]
    if len(starts) < 2 or not all(
        _are_alike(targets, starts[0], starts[1], start, end)
        for start, end in zip(starts[1:], [*starts[2:], max(targets) + 1], strict=True)
    ):
        return (sheet,)
    ends = [*starts[1:], max(max(row.cells) for row in sheet.rows) + 1]
    firsts = [0, *starts[1:]]
    return [_between(sheet, first, end) for first, end in zip(firsts, ends, strict=True)]


def _start(name: int, targets: Mapping[int, str]) -> int:
    """Give where a list begins: at its names, or at the numbers before them."""
    return name - 1 if targets.get(name - 1) == ORDINAL else name


def _are_alike(targets: Mapping[int, str], first: int, second: int, start: int, end: int) -> bool:
    """Whether what stands from one column to another is what stands in the first list."""
    own = [target for column, target in targets.items() if first <= column < second and target]
    other = [target for column, target in targets.items() if start <= column < end and target]
    return len(set(own) & set(other) - {"name", ORDINAL}) >= _FEWEST_ALIKE and set(other) <= set(own)


def _between(sheet: Sheet, first: int, end: int) -> Sheet:
    rows = [
        replace(row, cells={column: cell for column, cell in row.cells.items() if first <= column < end})
        for row in sheet.rows
    ]
    return replace(sheet, rows=tuple(Row(row.number, row.cells, row.hidden) for row in rows if row.cells))
