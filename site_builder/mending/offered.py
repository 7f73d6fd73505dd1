"""The edits that are offered to people, to their programs and to code hosts, each tried before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from site_builder.fixes import Fix
from site_builder.mending.files import is_utf8, languages_in, mend
from site_builder.mending.tried import Reading, line_end_of, lines_of, reading_of, tried
from site_builder.names import SourcePath
from site_builder.problems import Problem, Severity
from site_builder.source.naming import CONFIG_PATH, DocumentName, Role, name_document


class Exact(Struct, frozen=True):
    """An edit as the text between two places, counted from 1 in characters, and what stands there instead."""

    first_line: int
    first_column: int
    last_line: int
    last_column: int
    """Behind the last character that goes."""
    text: str


class Offered(Struct, frozen=True):
    """An edit of the file that a problem is in; it is safe where `--fix` makes it."""

    fix: Fix
    exact: Exact


class Edits:
    """Gives the edit that a problem is offered with; each file is read once."""

    def __init__(self, problems: Iterable[Problem], bytes_of: Callable[[str], bytes | None]) -> None:
        """Take all that is told; `bytes_of` gives nothing for what is no text of the project."""
        self.problems = tuple(problems)
        self._bytes_of = bytes_of
        self._langs = languages_in(bytes_of(CONFIG_PATH))
        self._readings: dict[str, Reading | None] = {}
        self._mended: dict[str, bool] = {}

    def __call__(self, problem: Problem) -> Offered | None:
        path = problem.at.path
        if path not in self._readings:
            self._readings[path] = self._read(path)
        reading = self._readings[path]
        step = None if reading is None else tried(problem, reading)
        if reading is None or step is None:
            return None
        fix = replace(step.fix, is_safe=step.fix.is_safe and self._is_mended(reading))
        return Offered(fix, exact_of(fix, lines_of(reading.data), line_end_of(reading.data)))

    def safe_errors(self) -> int:
        """Count the errors that `--fix` mends."""
        errors = (problem for problem in self.problems if problem.severity is Severity.ERROR)
        offers = map(self, errors)
        return sum(offer is not None and offer.fix.is_safe for offer in offers)

    def _read(self, path: str) -> Reading | None:
        name = name_document(SourcePath(path), self._langs) if path.startswith("content/") else None
        if not isinstance(name, DocumentName) or name.role in (Role.PHOTO, Role.IGNORED):
            return None
        data = self._bytes_of(path)
        return reading_of(name, data, self._langs) if data is not None and is_utf8(data) else None

    def _is_mended(self, reading: Reading) -> bool:
        path = reading.name.path
        if path not in self._mended:
            told = [problem for problem in self.problems if problem.at.path == path]
            self._mended[path] = mend(reading.name, reading.data, told, self._langs) is not None
        return self._mended[path]


def exact_of(fix: Fix, lines: Sequence[str], end: str) -> Exact:
    """Say which characters an edit takes away, none behind the end of the file."""
    text = end.join(fix.lines)
    if fix.last < fix.first:
        return Exact(fix.first, 1, fix.first, 1, text + end)
    if fix.lines:
        return Exact(fix.first, 1, fix.last, len(lines[fix.last - 1]) + 1, text)
    if fix.last < len(lines):
        return Exact(fix.first, 1, fix.last + 1, 1, "")
    before = fix.first - 1  # the last lines go with the end of the one before
    column = len(lines[before - 1]) + 1 if before else 1
    return Exact(max(1, before), column, fix.last, len(lines[fix.last - 1]) + 1, "")
