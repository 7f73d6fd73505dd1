"""Tries an edit before anybody is offered it: no file may read worse than before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from site_builder.fixes import Fix, fix_of
from site_builder.names import Lang
from site_builder.problems import Problem, Severity
from site_builder.source.documents import Document, parse_document
from site_builder.source.naming import DocumentName, Role
from site_builder.source.tree import Tree
from site_builder.validate.config import read_config, read_vocabulary
from site_builder.validate.entries import check_translations, read_entry

LANGUAGES = (Lang("id"), Lang("en"), Lang("ja"), Lang("zh"))
"""Of a site whose settings can't be read."""

_BOM = b"\xef\xbb\xbf"
_LINE_END = re.compile(r"(\r\n|\r|\n)")
Path = tuple[str | int, ...]


class Reading(Struct, frozen=True):
    """What a file says by itself: nothing of others."""

    name: DocumentName
    data: bytes
    langs: tuple[Lang, ...]
    document: Document | None
    parsing: tuple[Problem, ...]
    """What parsing tells, warnings too."""
    errors: tuple[Problem, ...]
    """Of parsing and of its fields."""


def reading_of(name: DocumentName, data: bytes, langs: Sequence[Lang]) -> Reading:
    """Read a file that is UTF-8 as a build does."""
    document, parsing = parse_document(name.path, data, name)
    known = tuple(langs) or LANGUAGES
    more = () if document is None else _faults_of(document, known)
    errors = tuple(problem for problem in (*parsing, *more) if problem.severity is Severity.ERROR)
    return Reading(name, data, tuple(langs), document, parsing, errors)


def _faults_of(document: Document, langs: tuple[Lang, ...]) -> tuple[Problem, ...]:
    match document.name.role:
        case Role.CONFIG:
            return read_config(document)[1]
        case Role.VOCABULARY:
            return read_vocabulary(document, langs)[1]
        case Role.ENTRY if document.name.lang is not None:
            return check_translations((document,), langs)
        case Role.ENTRY:
            return read_entry(document, (), langs)[1]
        case _:
            return ()


class Step(Struct, frozen=True):
    """An edit that a file does not read worse for, and the file after it."""

    fix: Fix
    after: Reading


def tried(problem: Problem, before: Reading, *, only_safe: bool = False) -> Step | None:
    """Make the edit that the hint of a problem asks for; nothing where the file would read worse."""
    lines = lines_of(before.data)
    fix = fix_of(problem, lambda number: lines[number - 1] if 0 < number <= len(lines) else None)
    if fix is None or (only_safe and not fix.is_safe):
        return None
    after = reading_of(before.name, applied(before.data, fix), before.langs)
    return None if _is_worse(problem, fix, before, after) else Step(fix, after)


def _is_worse(problem: Problem, fix: Fix, before: Reading, after: Reading) -> bool:
    if problem in after.parsing:
        return True
    if after.document is None:
        return before.document is not None or not _is_read_further(fix, after)
    if before.document is None:
        old = "".join(lines_of(before.data)[fix.first - 1 : fix.last])
        return bool(_letters(old) - _letters("".join(fix.lines)))
    return len(after.errors) > len(before.errors) or _loses_field(problem, before.document, after.document)


def _is_read_further(fix: Fix, after: Reading) -> bool:
    """Whether what still can't be read stands below the edit: then it was one slip of several."""
    return all(error.at.line >= fix.first + len(fix.lines) for error in after.errors)


def _letters(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]", text))


def _loses_field(problem: Problem, before: Document, after: Document) -> bool:
    """Whether a value is gone, other than the one that is at fault and what is in it."""
    at, named = (problem.at.line, problem.at.column), set[Path]()
    left = {path for path, _ in _values(after.tree, ())}
    for path, tree in _values(before.tree, ()):  # what is in a value comes after it
        is_named = at in ((tree.line, tree.column), (tree.key_line, tree.key_column))
        if path and (is_named or path[:-1] in named):
            named.add(path)
        elif path not in left:
            return True
    return False


def _values(tree: Tree, path: Path) -> Iterator[tuple[Path, Tree]]:
    yield path, tree
    if isinstance(tree.value, dict):
        for name, item in tree.value.items():
            yield from _values(item, (*path, name))
    elif isinstance(tree.value, list):
        for place, item in enumerate(tree.value):
            yield from _values(item, (*path, place))


def lines_of(data: bytes) -> tuple[str, ...]:
    """Give the lines of a file that is UTF-8, without how they end."""
    return _parts(data)[::2]


def line_end_of(data: bytes) -> str:
    """Give how the lines of a file end, by its first one."""
    return next(iter(_parts(data)[1::2]), "\n")


@lru_cache(maxsize=4)  # one file has many faults
def _parts(data: bytes) -> tuple[str, ...]:
    """Give the lines and, between each two, how the first one ends."""
    return tuple(_LINE_END.split(data.removeprefix(_BOM).decode("utf-8")))


def applied(data: bytes, fix: Fix) -> bytes:
    """Make an edit; every byte outside its lines stays, the byte order mark at the start too."""
    parts = _parts(data)
    first, last = 2 * (fix.first - 1), 2 * fix.last
    end = parts[first + 1] if first + 1 < len(parts) else line_end_of(data)
    new = [part for line in fix.lines for part in (line, end)]
    if last > len(parts) and new:  # the last line of the file has no end
        new.pop()
    bom = _BOM if data.startswith(_BOM) else b""
    return bom + "".join([*parts[:first], *new, *parts[last:]]).encode()
