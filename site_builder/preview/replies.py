"""What the preview and the process that builds for it say to each other: one JSON value a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from site_builder.names import OutPath, SourcePath


class Fault(Struct, frozen=True):
    """A problem as `sentra build --format json` tells it, in the editor's language."""

    code: str
    message: str
    path: str = "."
    line: int = 0
    column: int = 0
    hint: str = ""
    severity: str = "error"
    excerpt: str = ""
    """The line of the source file, where there is one."""


OVERTAKEN = b"null\n"
"""Said in place of a wish: the one before it need not be fulfilled, for something newer was saved."""
_PASSING = frozenset({"build-running", "file-changed"})


class Told(Struct, frozen=True):
    """What a build said of itself."""

    outputs: int = 0
    rendered: int = 0
    seconds: float = 0.0
    problems: tuple[Fault, ...] = ()
    exit_code: int = 0
    settled: tuple[OutPath, ...] = ()
    """Pages that were shown ahead, and that the finished site shows no other way."""
    ended_at_first: bool = False
    """Whether the build ended with its first fault, so that there may be more."""
    is_overtaken: bool = False
    """Whether the build was ended for something newer: it has published nothing, nor found a fault."""

    @property
    def is_good(self) -> bool:
        return self.exit_code == 0 and not self.is_overtaken

    @property
    def is_passing(self) -> bool:
        """Whether nothing is wrong with the content: the same build may well succeed a moment later."""
        return not self.is_good and any(fault.code in _PASSING for fault in self.problems)


class Wish(Struct, frozen=True):
    """A build that is asked for."""

    changed: Sequence[SourcePath] | None = None
    """What has changed since the last wish; `None` where nobody knows."""
    open_pages: Sequence[OutPath] = ()
    """What is looked at, to be shown before the rest of the site is made."""


class Reply(Struct, frozen=True):
    """One of the things a build says; the last of them holds `told`, or that another process must build."""

    ahead: Mapping[OutPath, str] | None = None
    told: Told | None = None
    is_outdated: bool = False
    """The program has changed since the process was started: it has built nothing."""
    is_worn: bool = False
    """The process has built often: another is to take over when nobody waits."""
