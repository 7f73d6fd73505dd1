"""The status of a site as values that speak no language yet."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum

from msgspec import Struct

from site_builder.names import Kind, Lang, SourcePath
from site_builder.problems import Problem

EVERY_LANG = Lang("")

EXAMPLE_LEFT = "sentra new"
"""The note of a placeholder whose comment says that an example stands below it."""


class Group(StrEnum):
    """What kind of work it is, in the order in which it is told: what misleads visitors comes first."""

    FAULTS = "faults"
    PLACEHOLDERS = "placeholders"
    EVENTS = "events"
    CERTIFICATES = "certificates"
    FIELDS = "fields"
    UNVERIFIED = "unverified"
    STALE = "stale"
    MISSING = "missing"
    SAMPLES = "samples"
    HIDDEN = "hidden"
    UNMARKED = "unmarked"
    """No work that waits, so it stands apart: `Status.unmarked`."""


class Todo(Struct, frozen=True):
    """One thing to do, in one file.

    group         says besides `path`
    faults        `note`: the code of the fault
    placeholders  `note`: the words that stand for others; of an example `parts`: its line, and the one above
    events        `day`: the last day; `parts`: the files that link to it
    certificates  `day`: its end; `note`: its name
    fields        `field`
    unverified    `day` of the last check, empty for never
    stale         `lang`; `parts` of the source that changed since the translation was marked
    missing       `lang`; `note`: `none`, `begun` (`parts` are missing) or `part` (`field` is missing)
    hidden        `note`: `due` or `over`, with the `day` since which that holds; none of both for drafts
    """

    group: Group
    path: SourcePath
    kind: Kind | None = None
    lang: Lang = EVERY_LANG
    field: str = ""
    """English name in `fields`; as the check calls it in `missing`."""
    parts: tuple[str, ...] = ()
    day: str = ""
    note: str = ""
    line: int = 1
    name: str = ""
    """How visitors know the entry, in the site's first language; of what could not be read there is none."""


class Coverage(Struct, frozen=True):
    """How many entries of a kind are translated; an entry is counted in one of the four."""

    kind: Kind
    lang: Lang
    done: int
    stale: int
    begun: int
    missing: int

    @property
    def total(self) -> int:
        return self.done + self.stale + self.begun + self.missing


class Status(Struct, frozen=True):
    """All that is left to do on `day`. Samples are told once and counted nowhere else."""

    site: str
    day: str
    entries: int
    """That visitors see, without samples."""
    counts: tuple[tuple[Kind, int], ...]
    """The same by kind."""
    coverage: tuple[Coverage, ...]
    """By kind, then by language, the first language left out."""
    unmarked: tuple[Todo, ...]
    """Translations of which nobody has said from which text they were made, by language."""
    todos: tuple[Todo, ...]
    """In the order of `Group`."""
    faults: tuple[Problem, ...] = ()
    """Errors only; each is a `Todo` too."""
    lost_marks: tuple[str, ...] = ()
    """Marks of files that are gone, perhaps by another name: `shops/intako.en`."""

    @property
    def unmarked_counts(self) -> dict[Lang, int]:
        return dict(Counter(todo.lang for todo in self.unmarked))
