"""Mends a content file where nothing else can have been meant; what `--fix` writes, as a value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from site_builder.mending.tried import Reading, Step, lines_of, reading_of, tried
from site_builder.names import Lang, SourcePath
from site_builder.problems import Problem
from site_builder.source.documents import parse_document
from site_builder.source.naming import CONFIG_PATH, DocumentName, Role
from site_builder.validate.config import knows_languages, languages_of

MOST_FIXES = 200
"""Of one file; one with more faults is not what it seems to be."""

WARNINGS_MENDED = frozenset({"text-quotes"})
"""Warnings that have a safe edit."""


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


def mend(
    name: DocumentName, data: bytes, told: Iterable[Problem] = (), langs: Sequence[Lang] = ()
) -> Mended | None:
    """Make every safe edit that parsing asks for, then those of `told`; nothing where the file stays broken.

    `langs` are those of the site. All other bytes stay as they are: line ends, a byte order mark at the
    start, spaces.
    """
    if not is_utf8(data):
        return None
    text = _Text(reading_of(name, data, langs))
    if not text.make_readable():
        return None
    if text.now.data == data:  # places are still those that were told
        text.apply_all(told)
    if text.now.data == data or text.now.document is None:
        return None
    return Mended(name.path, data, text.now.data, tuple(text.changes))


def is_utf8(data: bytes) -> bool:
    """Whether this is what Sentra reads; what another encoding would say is nobody's to guess."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def languages_in(settings: bytes | None) -> tuple[Lang, ...]:
    """Give the languages of the site; of a broken `site.yaml` none, and then translations are left alone."""
    if settings is None:
        return ()
    document, _ = parse_document(CONFIG_PATH, settings, DocumentName(CONFIG_PATH, Role.CONFIG))
    return languages_of(document) if document is not None and knows_languages(document) else ()


class _Text:
    """A file on its way to be mended."""

    def __init__(self, now: Reading) -> None:
        self.now = now
        self.changes: list[Change] = []

    def make_readable(self) -> bool:
        """Make the safe edits of what parsing tells, one after the other; says whether there is an end."""
        for _ in range(MOST_FIXES):
            steps = (tried(problem, self.now, only_safe=True) for problem in self.now.parsing)
            step = next((step for step in steps if step is not None), None)
            if step is None:
                return True
            self._make(step)
        return False

    def apply_all(self, problems: Iterable[Problem]) -> None:
        """Make the safe edits of what was told of the file as it is, from its end to its beginning."""
        done = set()
        for problem in sorted(problems, key=lambda problem: -problem.at.line):
            step = tried(problem, self.now, only_safe=True)
            if step is not None and step.fix.first not in done:
                done.add(step.fix.first)
                self._make(step)

    def _make(self, step: Step) -> None:
        fix = step.fix
        old = tuple(lines_of(self.now.data)[fix.first - 1 : fix.last])
        self.changes.append(Change(fix.first, old, fix.lines))
        self.now = step.after
