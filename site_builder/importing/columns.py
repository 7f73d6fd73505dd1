"""Finds the row of headers below the titles of a sheet, and what each column holds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from site_builder.importing.header_words import HARMLESS, MOBILE, ORDINAL, words_of
from site_builder.names import Kind
from site_builder.problems import Problem, Severity, Span
from site_builder.spreadsheets.cells import Cell, Row, Sheet
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
_NEVER = frozenset({"slug", "aliases", "expires", "publish"})
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
    inside = [_key(text) for text in _BRACKETS.findall(header)]
    target = known.get(_key(_BRACKETS.sub(" ", header)), "")
    harmless = HARMLESS[""] | HARMLESS.get(target, frozenset())
    return target if all(not text or text in harmless for text in inside) else ""


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
    best, most = -1, 0
    for place, row in enumerate(sheet.rows[:MOST_TITLE_ROWS]):
        targets = {meaning(cell.text, known) for cell in _own(row)} - {"", ORDINAL}
        if "name" in targets and len(targets) >= max(2, most):
            best, most = place, len(targets)
    if best < 0:
        return None
    header = sheet.rows[best]
    columns: dict[int, str] = {}
    problems: list[Problem] = []
    for column, cell in header.cells.items():
        target = meaning(cell.text, known)
        if not target:
            problems.append(_warning(Span(cell.at), "unknown-column", header=_shown(cell)))
        elif target in columns.values():
            problems.append(_warning(Span(cell.at), "twice-column", header=_shown(cell), field=target))
        else:
            columns[column] = target
            if target == MOBILE:
                problems.append(_warning(Span(cell.at), "mobile-column", header=_shown(cell)))
    rows = tuple(row for row in sheet.rows[best + 1 :] if not _is_noise(row, header, columns))
    hidden = [str(row.number) for row in rows if row.hidden]
    if hidden:
        values = {"rows": ", ".join(hidden[:20]) + (", …" if len(hidden) > 20 else "")}
        problems.append(_warning(Span(sheet.name or "."), "hidden-rows", **values))
    lost = {column for row in rows for column in row.cells} - set(header.cells)
    for column in sorted(lost):
        cell = next(row.cells[column] for row in rows if column in row.cells)
        problems.append(_warning(Span(cell.at), "no-column", value=cell.text[:40]))
    return Table(sheet.name, columns, dict(header.cells), rows), problems


def _own(row: Row) -> Iterator[Cell]:
    """Yield the cells of a row, merged ones once."""
    seen = set()
    for cell in row.cells.values():
        if cell.at not in seen:
            seen.add(cell.at)
            yield cell


def _is_noise(row: Row, header: Row, columns: Mapping[int, str]) -> bool:
    """Whether a row holds no entry: the headers again, their numbers, or a number and nothing else."""
    texts = {column: cell.text.strip() for column, cell in row.cells.items()}
    if all(columns.get(column) == ORDINAL for column in texts):
        return True
    again = {column: cell.text.strip() for column, cell in header.cells.items()}
    if texts == again:
        return True
    numbers = [re.fullmatch(r"\(?(\d{1,3})\)?", text) for text in texts.values()]
    counted = [int(found[1]) for found in numbers if found]
    return len(counted) == len(texts) > 2 and counted == list(range(counted[0], counted[0] + len(texts)))


def _shown(cell: Cell) -> str:
    return " ".join(cell.text.split())[:40]


def _warning(at: Span, variant: str, **values: str) -> Problem:
    return Problem("sheet-note", at, variant, values, Severity.WARNING)
