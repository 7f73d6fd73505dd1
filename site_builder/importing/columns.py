"""Finds the row of headers below the titles of a sheet, and what each column holds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from site_builder.importing.header_words import HARMLESS, ID, MOBILE, ORDINAL, OWN_SHEETS, WITH_UNIT, words_of
from site_builder.importing.passing import PassedRow, own_cells, part_rows
from site_builder.names import Kind
from site_builder.problems import Problem, Severity, Span
from site_builder.spreadsheets.cells import Cell, Row, Sheet, column_letters
from site_builder.validate.shapes import (
    ChoiceShape,
    FieldShape,
    ListShape,
    ScalarShape,
    TextShape,
    shape_of_kind,
)

MOST_TITLE_ROWS = 50
_BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]")
_NEVER = frozenset({"slug", "aliases", "expires", "publish", "order", "sample", "draft"})
"""Fields that belong to the site, not to an office."""
_WHOLE = frozenset({"location"})
"""Fields of several parts that one cell can hold."""


class Table(Struct, frozen=True):
    """One sheet understood: which column is which field, and the rows of entries."""

    sheet: str
    columns: dict[int, str]
    """Column to field, or to one of the columns of `header_words`."""
    headers: dict[int, Cell]
    rows: tuple[Row, ...]
    twice: dict[int, str]
    """Columns that mean what one before them means."""
    foreign: Mapping[int, Problem]
    """By their numbers the rows that stand below other headers, and why they can't be read."""
    passed: tuple[PassedRow, ...] = ()
    """Rows that can't hold an entry."""


def find_tables(
    path: str, sheets: Sequence[Sheet], kind: Kind
) -> tuple[tuple[Table, ...], tuple[Problem, ...]]:
    """Understand every sheet that has a column of names; tell what is left out."""
    tables: list[Table] = []
    problems: list[Problem] = []
    for sheet in sheets:
        place = Span(sheet.name or path)
        if not sheet.rows:
            continue
        if sheet.hidden:
            problems.append(_warning(place, "hidden-sheet", sheet=sheet.name))
            continue
        found = _table(sheet, kind)
        if found is None:
            if sheet.name in OWN_SHEETS:
                continue
            problems.append(_warning(place, "no-header", sheet=sheet.name))
            continue
        table, told = found
        tables.append(table)
        problems += told
    if not tables:
        field = (
            "Nama Usaha" if kind is Kind.SHOPS else "Nama Produk" if kind is Kind.PRODUCTS else "Nama Acara"
        )
        return (), (*problems, Problem("sheet-file", Span(path), "no-names", {"example": field}))
    return tuple(tables), tuple(problems)


def importable(kind: Kind) -> Iterator[FieldShape]:
    """Yield the fields of a kind that a cell can hold."""
    for field in shape_of_kind(kind).fields:
        shape = field.shape.item if isinstance(field.shape, ListShape) else field.shape
        is_plain = isinstance(shape, ScalarShape | TextShape | ChoiceShape)
        if (is_plain or field.name in _WHOLE) and field.name not in _NEVER:
            yield field


def meaning(header: str, known: Mapping[str, str]) -> str:
    """Give the column that a header means, or nothing; brackets must say nothing that matters."""
    inside = [text for text in (_key(text) for text in _BRACKETS.findall(header)) if text]
    word = _key(_BRACKETS.sub(" ", header))
    target = known.get(word, "")
    units: frozenset[str] = frozenset()
    if not target and word in WITH_UNIT and WITH_UNIT[word][0] in known.values():
        target, units = WITH_UNIT[word]
        if not units.intersection(inside):
            return ""
    harmless = HARMLESS[""] | HARMLESS.get(target, frozenset()) | units
    return target if harmless.issuperset(inside) else ""


def known_headers(kind: Kind) -> dict[str, str]:
    """Give all headers that mean something: the fields' own names first."""
    own = {_key(name): field.name for field in importable(kind) for name in field.names}
    return words_of(kind) | own


def _key(text: str) -> str:
    words = unicodedata.normalize("NFKC", text).casefold().replace("_", " ")
    words = re.sub(r"\s*/\s*", "/", re.sub(r"[^\w/#*]+", " ", words))
    return "-".join(words.strip(" */").split())


def _table(sheet: Sheet, kind: Kind) -> tuple[Table, list[Problem]] | None:
    known = known_headers(kind)
    place = _header_place(sheet.rows, known)
    if place is None:
        return None
    header = sheet.rows[place]
    columns: dict[int, str] = {}
    twice: dict[int, str] = {}
    problems: list[Problem] = []
    for column, cell in header.cells.items():
        target = meaning(cell.text, known)
        if not target:
            problems.append(_warning(Span(cell.at), "unknown-column", header=_shown(cell)))
        elif target in columns.values():
            twice[column] = target
            problems.append(_warning(Span(cell.at), "twice-column", header=_shown(cell), field=target))
        else:
            columns[column] = target
            if target == MOBILE:
                problems.append(_warning(Span(cell.at), "mobile-column", header=_shown(cell)))
    below, foreign, again = _below(sheet.rows[place + 1 :], header, columns, known)
    needed = {field.name for field in shape_of_kind(kind).fields if field.required} - {"name"}
    rows, passed = part_rows(sheet.name, below, columns, needed)
    problems += again
    for column, target in columns.items():
        if target == ID and _counts(column, rows):
            columns[column] = ORDINAL
            problems.append(_warning(Span(header.cells[column].at), "counted-id"))
    hidden = [str(row.number) for row in rows if row.hidden]
    if hidden:
        values = {"rows": _listed(hidden)}
        problems.append(_warning(Span(sheet.name or "."), "hidden-rows", **values))
    unseen = [column_letters(column) for column in columns if column in sheet.hidden_columns]
    if unseen:
        values = {"columns": _listed(unseen)}
        problems.append(_warning(Span(sheet.name or "."), "hidden-columns", **values))
    lost = {column for row in rows for column in row.cells} - set(header.cells)
    for column in sorted(lost):
        cell = next(row.cells[column] for row in rows if column in row.cells)
        problems.append(_warning(Span(cell.at), "no-column", value=cell.text[:40]))
    return Table(
        sheet.name, columns, dict(header.cells), tuple(rows), twice, foreign, tuple(passed)
    ), problems


def _header_place(rows: Sequence[Row], known: Mapping[str, str]) -> int | None:
    """Find the first row of headers; of those in two lines the lower one, if it says as much."""

    def said(row: Row) -> set[str]:
        targets = {meaning(cell.text, known) for cell in (cell for _, cell in own_cells(row))} - {"", ORDINAL}
        return targets if "name" in targets and len(targets) >= 2 else set()

    place = next((place for place, row in enumerate(rows[:MOST_TITLE_ROWS]) if said(row)), None)
    while place is not None and place + 1 < len(rows):
        here, below = rows[place], rows[place + 1]
        if below.number != here.number + 1 or not said(below) or len(said(below)) < len(said(here)):
            break
        place += 1
    return place


def _below(
    rows: Sequence[Row], header: Row, columns: Mapping[int, str], known: Mapping[str, str]
) -> tuple[tuple[Row, ...], dict[int, Problem], list[Problem]]:
    """Part the rows of entries from headers that stand again, as on each printed page.

    Rows below other headers would be read in the wrong columns: they are refused until the table's own
    headers come again.
    """
    kept: list[Row] = []
    foreign: dict[int, Problem] = {}
    again: list[str] = []
    told: list[Problem] = []
    other: Cell | None = None
    for row in rows:
        if _is_same_header(row, header, columns, known):
            other = None
            again.append(str(row.number))
        elif _is_header(row, known):
            other = next(iter(row.cells.values()))
            told.append(_warning(Span(other.at), "other-header"))
        else:
            kept.append(row)
            if other is not None:
                at = next(iter(row.cells.values())).at
                foreign[row.number] = Problem("row-header", Span(at), "", {"cell": other.at})
    if again:
        place = next(iter(header.cells.values()))
        told.insert(0, _warning(Span(place.at), "header-again", rows=_listed(again)))
    return tuple(kept), foreign, told


def _is_same_header(row: Row, header: Row, columns: Mapping[int, str], known: Mapping[str, str]) -> bool:
    if {column: _key(cell.text) for column, cell in row.cells.items()} == {
        column: _key(cell.text) for column, cell in header.cells.items()
    }:
        return True
    targets = {column: meaning(cell.text, known) for column, cell in row.cells.items()}
    return _is_header(row, known) and all(targets.get(column) == target for column, target in columns.items())


def _is_header(row: Row, known: Mapping[str, str]) -> bool:
    """Whether a row is one of headers: half of its words mean columns, more than an entry's ever would."""
    cells = [cell for _, cell in own_cells(row)]
    targets = [target for cell in cells if (target := meaning(cell.text, known))]
    is_sure = "name" in targets or len(targets) > 2
    return is_sure and len(set(targets)) > 1 and 2 * len(targets) >= len(cells)


def _counts(column: int, rows: Sequence[Row]) -> bool:
    """Whether a column called `ID` only numbers the rows."""
    cells = [row.cells[column] for row in rows if column in row.cells]
    return bool(cells) and all(_is_number(cell.text) for cell in cells)


def _is_number(text: str) -> bool:
    return re.fullmatch(r"\(?\d+[.)]?", text.strip()) is not None


def _listed(numbers: Sequence[str]) -> str:
    return ", ".join(numbers[:20]) + (", …" if len(numbers) > 20 else "")


def _shown(cell: Cell) -> str:
    return " ".join(cell.text.split())[:40]


def _warning(at: Span, variant: str, **values: str) -> Problem:
    return Problem("sheet-note", at, variant, values, Severity.WARNING)
