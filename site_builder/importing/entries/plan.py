"""What an import would do, as values."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from site_builder.importing.sheets.passing import PassedRow
from site_builder.names import EntryId, Kind, SourcePath
from site_builder.problems import Problem
from site_builder.writing import Write


class Status(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


class Why(StrEnum):
    """Why a value of the office is not written over that of an entry."""

    BOTH = "conflict"
    """Office and editor have both changed it since the last import."""
    KEPT = "kept"
    """The entry says something else than the sheet did at the last import, and the sheet has not changed."""
    OTHER_LIST = "other-list"
    """The entry says what the import of another list wrote: nobody knows which list is right."""
    UNSURE = "unsure"
    """They differ, and no import remembers what the office wrote: nobody knows which is right."""
    DELETED = "deleted"
    """The entry came from an import, and an editor has deleted it since."""
    EMPTIED = "emptied"
    """The office has emptied its cell."""
    BY_HAND = "by-hand"
    """A comment or the way it is written would be lost."""


class Change(Struct, frozen=True):
    field: str
    """As the file calls it."""
    old: str
    """Empty where the entry said nothing."""
    new: str
    cell: str


class Held(Struct, frozen=True):
    field: str
    """As the file calls it; of an entry that was deleted its name's."""
    here: str
    sheet: str
    cell: str
    why: Why
    file: str = ""
    """The other list, where the value is that one's."""


class Outcome(Struct, frozen=True):
    """What happens with one row."""

    status: Status
    cell: str
    name: str
    id: EntryId = EntryId("")
    path: SourcePath = SourcePath("")
    changes: tuple[Change, ...] = ()
    held: tuple[Held, ...] = ()
    problems: tuple[Problem, ...] = ()


class ImportPlan(Struct, frozen=True):
    kind: Kind
    file: str
    outcomes: tuple[Outcome, ...]
    notes: tuple[Problem, ...]
    writes: tuple[Write, ...]
    passed: tuple[PassedRow, ...] = ()
    """Rows that can't hold an entry."""

    def of(self, status: Status) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if outcome.status is status]
