"""Marks around a text, such as `*)` or `1)`, and the notes around a table that say what they mean.

No program understands what a note says of a row: one that is marked is refused, with the note, and a note
that names a row is shown to whoever decides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from site_builder.importing.cells.bare_names import bare_slug
from site_builder.problems import Problem, Severity, Span
from site_builder.spreadsheets.cells import Cell, Row
from site_builder.text.slug import slug_of
from site_builder.validate.header_words import ORDINAL

_SIGNS = r"\*+|[†‡]+|[¹²³⁴-⁹]+"
_AT_END = re.compile(rf"\s*(?:[(\[]\s*)?(?P<mark>{_SIGNS})\s*[)\]]?\s*$")
_HASH = re.compile(r"(?<=\w)\s*(?P<mark>#+)\)?\s*$")
_FIGURE = re.compile(r"(?<![\d(\[])\s*(?P<mark>\d{1,2})\)\s*$", re.ASCII)
_BRACKETED = re.compile(r"\s*[(\[](?P<mark>\d{1,2}|#)[)\]]\s*$", re.ASCII)
"""`Mekar (1)` may be the name of a first branch: it is a mark only where a note begins with it."""
_SQUARE = re.compile(r"\s*\[(?P<mark>\d{1,2}|#)\]\s*$", re.ASCII)
_AT_FRONT = re.compile(
    rf"^\s*(?:[(\[]\s*)?(?P<mark>{_SIGNS})\s*[)\]]*\s*(?=[^\W_])|^\s*[(\[]?(?P<figure>\d{{1,2}})[)\]]\s*(?=[^\W\d_])"
)
_IN_NOTE = re.compile(
    rf"(?:^|[\s:;,.(\[])(?P<mark>{_SIGNS}|#+|\d{{1,2}}(?=[)\]]))[)\]]?\s*[:=.-]?\s*(?=[^\s*)\]])"
)
_WORDED = frozenset({"name", "address", "village", "venue", "organiser"})
"""Fields of words, of which a mark would be published as if it belonged to them."""
_SHORTEST_NAME = 4
"""In letters, of a name that is looked for in notes."""
_LONGEST = 120


class Note(Struct, frozen=True):
    """What stands around a table."""

    cell: Cell
    text: str
    """Of the whole row."""


class _Found(Struct, frozen=True):
    bare: str
    """The text without its mark."""
    mark: str
    shown: str
    """The mark as it stands there."""
    is_figure: bool


def _found(text: str) -> _Found | None:
    """Find the mark behind a text, or before it."""
    found = _AT_END.search(text) or _HASH.search(text) or _SQUARE.search(text)
    if found is None and text.count(")") > text.count("("):
        found = _FIGURE.search(text)
    if found is not None and text[: found.start()].strip():
        is_figure = found["mark"].isascii() and found["mark"].isdecimal()
        bare = text[: found.start()].rstrip()
        return _Found(bare, _key(found["mark"]), text[found.start() :].strip(), is_figure)
    front = _AT_FRONT.match(text)
    if front is None:
        return None
    mark = front["mark"] or front["figure"]
    return _Found(text[front.end() :], _key(mark), front[0].strip(), front["figure"] is not None)


def without_mark(text: str) -> tuple[str, str]:
    """Part a text from the mark behind or before it; the mark is empty where there is none."""
    found = _found(text)
    return (text, "") if found is None else (found.bare, found.mark)


def marks_in(rows: Sequence[Row], columns: Mapping[int, str]) -> frozenset[str]:
    """Give the marks of names."""
    names = (cell.text for row in rows for column, cell in row.cells.items() if columns.get(column) == "name")
    return frozenset(mark for mark in (without_mark(name)[1] for name in names) if mark)


def begins_with(text: str, marks: frozenset[str]) -> bool:
    """Whether a text explains one of these marks: `1) tidak aktif`."""
    found = _IN_NOTE.match(text.strip())
    return found is not None and _key(found["mark"]) in marks


def is_explanation(text: str) -> bool:
    """Whether a text above a table explains some mark."""
    return _IN_NOTE.match(text.strip()) is not None


def marked_rows(
    rows: Sequence[Row], columns: Mapping[int, str], notes: Sequence[Note]
) -> Iterator[tuple[int, Problem]]:
    """Refuse rows with a mark at their names or other words, each with what the note says.

    A note that explains no mark, but names the row, is the next best.
    """
    explained: dict[str, Note] = {}
    for note in notes:
        for found in _IN_NOTE.finditer(note.text):
            explained.setdefault(_key(found["mark"]), note)
    for row in rows:
        name = next((cell.text for column, cell in row.cells.items() if columns.get(column) == "name"), "")
        for column, cell in row.cells.items():
            target = columns.get(column)
            mark = _mark_of(cell.text, target, explained)
            if mark:
                told = explained.get(mark) or _naming(without_mark(" ".join(name.split()))[0], notes)
                values = {"value": " ".join((name or cell.text).split())[:40], "mark": _shown(cell.text)}
                if told is not None:
                    values |= {"note": told.text[:_LONGEST], "cell": told.cell.at}
                yield (
                    row.number,
                    Problem("row-mark", Span(cell.at), "" if told is not None else "alone", values),
                )
                break


def _mark_of(text: str, target: str | None, explained: Mapping[str, Note]) -> str:
    """Give the mark of a cell; one in another column than that of names only where it can be nothing else."""
    own = _found(text)
    mark, is_figure = ("", False) if own is None else (own.mark, own.is_figure)
    if not mark and (found := _BRACKETED.search(text)) is not None:
        mark = _key(found["mark"]) if _key(found["mark"]) in explained else ""
    if target == "name":
        return mark
    if target == ORDINAL:
        return "" if is_figure else mark
    return (
        mark if target in _WORDED and (mark in explained or (mark and not is_figure and mark != "#")) else ""
    )


def rows_named(names: Mapping[int, Cell], notes: Sequence[Note]) -> Iterator[Problem]:
    """Show notes that name a row: they may say that it has moved or closed."""
    for cell in names.values():
        name, _ = without_mark(" ".join(cell.text.split()))
        for note in _all_naming(name, notes):
            values = {"value": name[:40], "note": note.text[:_LONGEST], "cell": note.cell.at}
            yield Problem("sheet-note", Span(cell.at), "note-names", values, Severity.WARNING)


def _naming(name: str, notes: Sequence[Note]) -> Note | None:
    return next(iter(_all_naming(name, notes)), None)


def _all_naming(name: str, notes: Sequence[Note]) -> list[Note]:
    wanted = bare_slug(name)
    if len(wanted.replace("-", "")) < _SHORTEST_NAME:
        return []
    return [note for note in notes if f"-{wanted}-" in f"-{_words(note.text)}-"]


def _words(text: str) -> str:
    """Join the slugs of words: that of a long text would be cut."""
    return "-".join(filter(None, map(slug_of, re.findall(r"[\w'’]+", text))))


def _key(mark: str) -> str:
    return unicodedata.normalize("NFKC", mark)


def _shown(text: str) -> str:
    """Give a mark as it stands at a text."""
    text = " ".join(text.split())
    found = _found(text)
    if found is not None:
        return found.shown
    bracketed = _BRACKETED.search(text)
    return bracketed[0].strip() if bracketed is not None else ""
