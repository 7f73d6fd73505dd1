"""Whether the project's files have changed since they were last looked at, and have come to rest."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from site_builder.names import SourcePath
from site_builder.preview.notices import Notices
from site_builder.problems import Problem
from site_builder.source.scan import FileStat, look_again, scan

POLL_S = 0.2
_LOAD = 5
"""Where the system tells of no change, all is looked at so often; looking takes at most one part in so many
of a processor's time, however large the project."""
CALM_POLL_S = 3.0
_CALM_LOAD = 50
"""The same where it does tell: not of drives in a network, nor of all in a flood of changes."""
QUIET_S = 0.04
"""Files have come to rest when none is touched for so long."""
UNTOLD_QUIET_S = 0.1
"""The same where nobody tells of touches."""
LONGEST_S = 1.0
"""In a storm of saves a build begins after so long all the same."""


class Sight(Struct, frozen=True):
    """What lay in the source folders at one moment."""

    stats: Mapping[SourcePath, FileStat] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    at_ns: int = 0
    doubted: frozenset[SourcePath] = frozenset()
    """Files and folders that were touched while a build read them: it may have seen them otherwise."""


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
    changed = {name for name in names if _digest(before, name) != _digest(after, name)} | before.doubted
    for one in (*before.problems, *after.problems):
        if (one in before.problems) != (one in after.problems):
            changed.add(SourcePath(one.at.path))
    return tuple(sorted(changed))


def look_at(root: Path, before: Sight, touched: Collection[SourcePath] | None) -> Sight:
    """Look at these files only, and at all where that is not enough to see what a whole look would see."""
    if touched is not None and not before.problems:
        stats = look_again(root, before.stats, touched)
        if stats is not None:
            return replace(before, stats=stats, doubted=frozenset())
    return look(root, before)


def doubted(sight: Sight, touched: Collection[SourcePath]) -> Sight:
    """Take these files and folders for changed, whatever they are now."""
    return replace(sight, doubted=frozenset(touched))


def files_among(changed: Sequence[SourcePath]) -> list[SourcePath]:
    """Leave out folders that are told of only because something in them has changed."""
    return [one for one in changed if not any(other.startswith(f"{one}/") for other in changed)]


async def until_saved(root: Path, seen: Sight, notices: Notices) -> None:
    """Wait until the system tells of a file that is not as it was seen; it will be told of again."""
    while True:
        touched = await notices.peek()
        if changes(seen, await asyncio.to_thread(look_at, root, seen, touched)):
            return
        while notices.named == touched:  # one that was touched alone may be saved yet
            await asyncio.sleep(QUIET_S)


async def next_change(
    root: Path, built: Sight, notices: Notices, seen: Sight | None = None
) -> tuple[Sight, tuple[SourcePath, ...]]:
    """Wait until the files differ from what was last built and have come to rest.

    `seen` is how they were when they were last looked at, where that was after `built`.
    """
    seen, look_took_s = seen or built, 0.0
    while True:
        calm_s = max(CALM_POLL_S, _CALM_LOAD * look_took_s)
        pause_s = calm_s if notices.is_listening else max(POLL_S, _LOAD * look_took_s)
        touched = await notices.wait(pause_s)
        started = time.monotonic()
        seen = await asyncio.to_thread(look_at, root, seen, touched)
        if touched is None:
            look_took_s = time.monotonic() - started
        if changes(built, seen):
            seen = await _at_rest(root, built, seen, notices)
            if changed := changes(built, seen):
                return seen, changed


async def _at_rest(root: Path, built: Sight, seen: Sight, notices: Notices) -> Sight:
    deadline = time.monotonic() + LONGEST_S
    while time.monotonic() < deadline:
        touched = await notices.wait(QUIET_S if notices.is_listening else UNTOLD_QUIET_S)
        is_quiet = touched is None and notices.is_listening
        later = seen if is_quiet else await asyncio.to_thread(look_at, root, seen, touched)
        has_moved = touched is not None or bool(changes(seen, later))
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
