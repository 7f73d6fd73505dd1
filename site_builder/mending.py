"""Mends a content file where nothing else can have been meant; what `--fix` writes, as a value."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from site_builder.fixes import Fix, fix_of
from site_builder.names import SourcePath
from site_builder.problems import Problem
from site_builder.source.documents import parse_document
from site_builder.source.naming import DocumentName

MOST_FIXES = 200
"""Of one file; one with more faults is not what it seems to be."""

_BOM = b"\xef\xbb\xbf"
_LINE_END = re.compile(r"(\r\n|\r|\n)")


class Change(Struct, frozen=True):
    """Lines of a file, as they were and as they are; none where there is nothing."""

    line: int
    """Where the new ones begin, counted from 1."""
    old: tuple[str, ...]
    new: tuple[str, ...]


class Mended(Struct, frozen=True):
    path: SourcePath
    before: bytes
    after: bytes
    changes: tuple[Change, ...]


def mend(name: DocumentName, data: bytes, told: Iterable[Problem] = ()) -> Mended | None:
    """Make every safe edit that parsing asks for, then those of `told`; nothing where the file stays broken.

    All other bytes stay as they are: line ends, a byte order mark at the start, spaces.
    """
    text = _Text(name, data)
    if not _is_utf8(data) or not text.make_readable():
        return None
    if text.data == data:  # places are still those that were told
        text.apply_all(told)
    if text.data == data or parse_document(name.path, text.data, name)[0] is None:
        return None
    return Mended(name.path, data, text.data, tuple(text.changes))


def _is_utf8(data: bytes) -> bool:
    """Whether this is what Sentra reads; what another encoding would say is nobody's to guess."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class _Text:
    """A file on its way to be mended."""

    def __init__(self, name: DocumentName, data: bytes) -> None:
        self.name = name
        self.data = data
        self.changes: list[Change] = []

    def make_readable(self) -> bool:
        """Make the safe edits of what parsing tells, one after the other; say whether each helped."""
        for _ in range(MOST_FIXES):
            _, problems = parse_document(self.name.path, self.data, self.name)
            found = self._first_safe(problems)
            if found is None:
                return True
            problem, fix = found
            self._apply(fix)
            _, left = parse_document(self.name.path, self.data, self.name)
            if problem in left:
                return False
        return False

    def apply_all(self, problems: Iterable[Problem]) -> None:
        """Make the safe edits of what was told of the file as it is, from its end to its beginning."""
        fixes: dict[int, Fix] = {}
        for problem in problems:
            fix = fix_of(problem, self._line_of)
            if fix is not None and fix.is_safe:
                fixes.setdefault(fix.first, fix)
        for first in sorted(fixes, reverse=True):
            self._apply(fixes[first])

    def _first_safe(self, problems: Iterable[Problem]) -> tuple[Problem, Fix] | None:
        for problem in problems:
            fix = fix_of(problem, self._line_of)
            if fix is not None and fix.is_safe:
                return problem, fix
        return None

    def _parts(self) -> list[str]:
        """Give the lines and, between each two, how the first one ends."""
        return _LINE_END.split(self.data.removeprefix(_BOM).decode("utf-8"))

    def _line_of(self, number: int) -> str | None:
        lines = self._parts()[::2]
        return lines[number - 1] if 0 < number <= len(lines) else None

    def _apply(self, fix: Fix) -> None:
        parts = self._parts()
        first, last = 2 * (fix.first - 1), 2 * fix.last
        end = parts[first + 1] if first + 1 < len(parts) else next(iter(parts[1::2]), "\n")
        old = tuple(parts[first:last:2])
        new = [part for line in fix.lines for part in (line, end)]
        if last > len(parts) and new:  # the last line of the file has no end
            new.pop()
        bom = _BOM if self.data.startswith(_BOM) else b""
        self.data = bom + "".join([*parts[:first], *new, *parts[last:]]).encode()
        self.changes.append(Change(fix.first, old, fix.lines))
