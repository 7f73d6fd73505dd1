"""What is wrong with a site, as values that know the place but speak no language yet."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


class Span(Struct, frozen=True, order=True):
    """A place in a source file, counted as an editor counts: from 1, in characters."""

    path: str
    line: int = 1
    column: int = 1


class Problem(Struct, frozen=True):
    """One fault, told so that an author can mend it.

    `code` names the fault for people and programs (`noun-fault`) and never changes with the
    language. Its sentence and its hint stand in `messages/<language>.toml` under
    `code` or, where one fault has several faces, under `code.variant`; `values` fill the
    braces of those sentences.
    """

    code: str
    at: Span
    variant: str = ""
    values: dict[str, str] = field(default_factory=dict)
    severity: Severity = Severity.ERROR

    @property
    def key(self) -> str:
        return f"{self.code}.{self.variant}" if self.variant else self.code


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort by place, then code, and say each thing once.

    A value that YAML itself misread is mostly not what its field needs either: that goes unsaid.
    """
    told = list(problems)
    misread = {p.at for p in told if p.code.startswith("yaml-") and p.severity is Severity.ERROR}
    unique = {
        (p.at, p.code, p.variant, tuple(sorted(p.values.items()))): p
        for p in told
        if p.at not in misread or p.code.startswith("yaml-")
    }
    return tuple(unique[key] for key in sorted(unique))


MOST_REPEATED = 200
"""Letters of what somebody typed, or of a path, that are said again where it is at fault."""


def in_brief(problem: Problem) -> Problem:
    """Leave out the middle of what is longer than anybody reads: a line of commands may hold anything."""
    at, values = problem.at, {name: _in_brief(value) for name, value in problem.values.items()}
    return replace(problem, at=replace(at, path=_in_brief(at.path)), values=values)


def _in_brief(text: str) -> str:
    half = MOST_REPEATED // 2
    return text if len(text) <= MOST_REPEATED else f"{text[:half]} … {text[-half:]}"


_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def disk_problem(error: OSError, path: str) -> Problem:
    """Tell why the disk refused to read or to write, with a cure for the two usual reasons."""
    reason = error.errno
    variant = "full" if reason in _FULL else "access" if reason in _FORBIDDEN else ""
    return Problem("disk-refused", Span(path), variant, {"reason": error.strerror or str(error)})


def has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


class Refusal(Exception):
    """The build ends here; nothing was published."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems


class ContentRefused(Refusal):
    """The content has errors (exit code 1)."""

    ended_at_first = False
    """Whether nobody looked for more after the first fault."""


class WrongUse(Refusal):
    """Wrong command line or configuration (exit code 2)."""


class MachineFault(Refusal):
    """The disk, a permission or another running build is in the way (exit code 3)."""
