"""Whether the project's files have changed since they were last looked at, and have come to rest."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from site_builder.names import SourcePath
from site_builder.problems import Problem
from site_builder.source.scan import FileStat, scan

POLL_S = 0.2
_LOAD = 5
"""Looking takes at most one part in so many of a processor's time, however large the project."""
QUIET_S = 0.1
"""Files have come to rest when they stay the same for so long."""
LONGEST_S = 1.0
"""In a storm of saves a build begins after so long all the same."""


class Sight(Struct, frozen=True):
    """What lay in the source folders at one moment."""

    stats: Mapping[SourcePath, FileStat] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    at_ns: int = 0


def look(root: Path, before: Sight) -> Sight:
    """Look at all source files; read those that `before` can't vouch for.

    Their bytes count, not their times: a save that changes nothing is no change, and one that leaves time
    and size as they were is.
    """
    at_ns = time.time_ns()
    snapshot, problems = scan(root, before.stats, before.at_ns)
    return Sight(snapshot.stats, problems, at_ns)


def changes(before: Sight, after: Sight) -> tuple[SourcePath, ...]:
    """Name what is new, gone or different, in order."""
    names = before.stats.keys() | after.stats.keys()
    changed = {name for name in names if _digest(before, name) != _digest(after, name)}
    for one in (*before.problems, *after.problems):
        if (one in before.problems) != (one in after.problems):
            changed.add(SourcePath(one.at.path))
    return tuple(sorted(changed))


async def next_change(root: Path, built: Sight) -> tuple[Sight, tuple[SourcePath, ...]]:
    """Wait until the files differ from what was last built and have come to rest."""
    seen = built
    while True:
        started = time.monotonic()
        seen = await asyncio.to_thread(look, root, seen)
        if changes(built, seen):
            seen = await _at_rest(root, built, seen)
            if changed := changes(built, seen):
                return seen, changed
        await asyncio.sleep(max(POLL_S, _LOAD * (time.monotonic() - started)))


async def _at_rest(root: Path, built: Sight, seen: Sight) -> Sight:
    deadline = time.monotonic() + LONGEST_S
    while time.monotonic() < deadline:
        await asyncio.sleep(QUIET_S)
        later = await asyncio.to_thread(look, root, seen)
        has_moved = bool(changes(seen, later))
        seen = later
        if not has_moved and not _is_half_saved(built, seen):
            break
    return seen


def _is_half_saved(built: Sight, seen: Sight) -> bool:
    """Whether a changed file is empty: many editors empty a file before they write it."""
    return any(name in seen.stats and seen.stats[name].size == 0 for name in changes(built, seen))


def _digest(sight: Sight, name: SourcePath) -> str | None:
    stat = sight.stats.get(name)
    return None if stat is None else stat.digest
