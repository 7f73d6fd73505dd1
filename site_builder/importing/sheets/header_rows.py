"""Finds the headers of a sheet below its titles, in one line or in two, and where they stand again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from site_builder.importing.sheets.columns import meaning
from site_builder.importing.sheets.passing import own_cells
from site_builder.problems import Problem, Severity, Span
from site_builder.spreadsheets.cells import Cell, Row
from site_builder.validate.header_words import ORDINAL, header_key, unspaced

MOST_TITLE_ROWS = 50
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_OWNERS = re.compile(
    r"\b(?:pemilik|pribadi|penanggung\s*jawab|pengurus|ketua|pimpinan|direktur|pengelola|owner)\b",
    re.IGNORECASE,
)
"""What stands above columns that are of a person."""


class Header(Struct, frozen=True):
    cells: dict[int, Cell]
    """What a column is called: in two lines by both, where the lower one alone says too little."""
    lines: tuple[Row, ...]
    """As the sheet has them."""
    end: int
    """How many rows of the sheet come before the first below it."""


def find_header(rows: Sequence[Row], known: Mapping[str, str]) -> Header | None:
    """Find the first row of headers; of those in two lines both, or the lower one, if it says as much."""
    for place, row in enumerate(rows[:MOST_TITLE_ROWS]):
        below = _next(rows, place)
        joined = _joined(row, below, known) if below is not None else None
        if below is not None and joined and not _says_more_below(rows, place + 1, joined, known):
            more = len(_said(joined, known)) - len(_said(row.cells, known))
            if more > 0 or (more == 0 and _said(joined, known) and _are_parts(row, below)):
                return Header(joined, (row, below), place + 2)
        if _said(row.cells, known):
            return _lowest(rows, place, known)
    return None


def _says_more_below(
    rows: Sequence[Row], place: int, joined: Mapping[int, Cell], known: Mapping[str, str]
) -> bool:
    """Whether two lines say less than the lower one with the line below it: the upper one is a title."""
    below = _next(rows, place)
    deeper = _joined(rows[place], below, known) if below is not None else None
    return deeper is not None and len(_said(deeper, known)) > len(_said(joined, known))


def _lowest(rows: Sequence[Row], place: int, known: Mapping[str, str]) -> Header:
    """Go down while the row below says as much."""
    said = len(_said(rows[place].cells, known))
    below = _next(rows, place)
    if below is not None and len(_said(below.cells, known)) >= said:
        return _lowest(rows, place + 1, known)
    return Header(dict(rows[place].cells), (rows[place],), place + 1)


def _next(rows: Sequence[Row], place: int) -> Row | None:
    """Give the row right below another."""
    has_next = place + 1 < len(rows) and rows[place + 1].number == rows[place].number + 1
    return rows[place + 1] if has_next else None


def _said(cells: Mapping[int, Cell], known: Mapping[str, str]) -> set[str]:
    """Give the columns that a row of headers means; none where it has no names or nothing beside them."""
    targets = {meaning(cell.text, known) for cell in cells.values()} - {"", ORDINAL}
    return targets if "name" in targets and len(targets) >= 2 else set()


def _joined(upper: Row, lower: Row, known: Mapping[str, str]) -> dict[int, Cell] | None:
    """Read two lines of headers as one, groups above and parts below; nothing where the lower is an entry."""
    own = {
        column: cell
        for column, cell in own_cells(lower)
        if column not in upper.cells or upper.cells[column].at != cell.at
    }
    if len(own) < 2:
        return None
    cells: dict[int, Cell] = {}
    is_title = (
        len({cell.at for cell in upper.cells.values()}) == 1 and upper.cells.keys() >= lower.cells.keys()
    )
    for column in sorted({*upper.cells, *lower.cells}):
        above, below = upper.cells.get(column), lower.cells.get(column)
        if below is None or above is None or above.at == below.at:
            cell = below or above
            assert cell is not None
            cells[column] = cell
            continue
        is_group = sum(cell.at == above.at for cell in upper.cells.values()) > 1
        ways = [*_ways(above.text, below.text)]
        ways = ways if is_group or is_title else sorted(ways, key=lambda way: way == below.text)
        text = next((text for text in ways if meaning(text, known)), "")
        is_part = any(
            meaning(way, known)
            for other, cell in own.items()
            if other in upper.cells and upper.cells[other].at == above.at
            for way in _ways(above.text, cell.text)
        )
        if not text and not is_part and not _OWNERS.search(unspaced(above.text)):
            return None
        cells[column] = Cell(text or (below.text if is_title else f"{below.text} {above.text}"), below.at)
    if not all(meaning(cells[column].text, known) or column in upper.cells for column in own):
        return None
    return cells


def _are_parts(upper: Row, lower: Row) -> bool:
    """Whether all that a line has of its own parts what is merged above it: `Ecer`, `Grosir`."""
    own = [
        (column, cell)
        for column, cell in own_cells(lower)
        if column not in upper.cells or upper.cells[column].at != cell.at
    ]
    above = [upper.cells[column].at for column, _ in own if column in upper.cells]
    everywhere = [cell.at for cell in upper.cells.values()]
    return len(above) == len(own) >= 2 and all(everywhere.count(place) > 1 for place in above)


def _ways(above: str, below: str) -> Iterator[str]:
    """Give what a part of a group may be called, the shortest first; `Nama` below `Pemilik` is no shop's."""
    if not _OWNERS.search(unspaced(above)):
        yield below
        yield f"{above} {below}"
        yield f"{_BRACKETS.sub(' ', above)} {below}"
    yield f"{below} {above}"


class Below(Struct, frozen=True):
    rows: list[Row]
    """All but headers."""
    foreign: dict[int, Problem]
    """By their numbers the rows that stand below other headers, and why they can't be read."""
    names: dict[int, Cell]
    """By the numbers of these rows the cells of their names, where their own headers say which they are."""
    told: list[Problem]


def rows_below(
    rows: Sequence[Row],
    header: Header,
    columns: Mapping[int, str],
    known: Mapping[str, str],
    words: frozenset[str],
) -> Below:
    """Part the rows below from headers that stand again, as on each printed page.

    Rows below other headers would be read in the wrong columns: they are refused until the table's own
    headers come again. What stands in `words` is a value, also where a header may be called so.
    """
    kept: list[Row] = []
    foreign: dict[int, Problem] = {}
    names: dict[int, Cell] = {}
    named: int | None = None
    again: list[str] = []
    told: list[Problem] = []
    other: Cell | None = None
    for row in rows:
        if _is_same_header(row, header, columns, known, words):
            other = None
            again.append(str(row.number))
        elif _is_header(row, known, words):
            other = next(iter(row.cells.values()))
            named = _column_of_names(row, known)
            told.append(Problem("sheet-note", Span(other.at), "other-header", {}, Severity.WARNING))
        else:
            kept.append(row)
            if other is not None:
                at = next(iter(row.cells.values())).at
                foreign[row.number] = Problem("row-header", Span(at), "", {"cell": other.at})
                if named is not None and named in row.cells:
                    names[row.number] = row.cells[named]
    if again:
        place = next(iter(header.cells.values()))
        values = {"rows": listed(again)}
        told.insert(0, Problem("sheet-note", Span(place.at), "header-again", values, Severity.WARNING))
    return Below(kept, foreign, names, told)


def _is_same_header(
    row: Row, header: Header, columns: Mapping[int, str], known: Mapping[str, str], words: frozenset[str]
) -> bool:
    keys = _keys(row)
    if any(keys == _keys(line) for line in header.lines):
        return True
    targets = {column: meaning(cell.text, known) for column, cell in row.cells.items()}
    is_same = all(targets.get(column) == target for column, target in columns.items())
    return is_same and _is_header(row, known, words)


def _column_of_names(header: Row, known: Mapping[str, str]) -> int | None:
    return next(
        (column for column, cell in header.cells.items() if meaning(cell.text, known) == "name"), None
    )


def _keys(row: Row) -> dict[int, str]:
    return {column: header_key(cell.text) for column, cell in row.cells.items()}


def _is_header(row: Row, known: Mapping[str, str], words: frozenset[str]) -> bool:
    """Whether a row is one of headers: two thirds of its words mean columns, as an entry's never do."""
    cells = [cell for _, cell in own_cells(row)]
    targets = [
        target
        for cell in cells
        if header_key(cell.text) not in words and (target := meaning(cell.text, known))
    ]
    is_sure = "name" in targets or len(targets) > 2
    return is_sure and len({*targets} - {ORDINAL}) > 1 and 3 * len(targets) >= 2 * len(cells)


def listed(numbers: Sequence[str]) -> str:
    return ", ".join(numbers[:20]) + (", …" if len(numbers) > 20 else "")


def ranges(numbers: Sequence[int]) -> str:
    """Write `3, 7-9`."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
