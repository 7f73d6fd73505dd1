"""Whether anything has changed since the last build: asked before the heavy libraries are loaded."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Collection, Mapping

from msgspec import Struct

from site_builder.defaults import default_root
from site_builder.names import OutPath, SourcePath
from site_builder.options import BuildOptions
from site_builder.problems import Problem
from site_builder.publish.folder import files_in
from site_builder.publish.marker import read_listed
from site_builder.source.scan import Snapshot, bytes_brought, look_again, scan, with_default_look
from site_builder.store.code import code_digest
from site_builder.store.database import OutputRecord, Store

DONE = "done"
"""Name of the note that says what the published tree was made from."""
SCANNED_AT = "scanned-at-ns"
PROBLEMS = "problems"
"""Name of the note that holds the warnings of the last build, so that they are told again."""

HEAVIEST = "heaviest"
"""The same of the heaviest pages, where they are weighed."""


def state_of(snapshot: Snapshot, options: BuildOptions) -> str:
    """Digest all that the site is made from."""
    state = hashlib.blake2b(f"{code_digest()} {options.facts}\n".encode(), digest_size=20)
    for path, stat in snapshot.stats.items():
        state.update(f"{stat.digest} {path}\n".encode())
    return state.hexdigest()


def present_files(options: BuildOptions) -> dict[OutPath, os.stat_result]:
    """Look at every file in the output folder."""
    return {
        path: entry.stat(follow_symlinks=False)
        for path, entry in (files_in(options.output) if options.output.is_dir() else ())
    }


def intact(
    outputs: Mapping[OutPath, OutputRecord], present: Mapping[OutPath, os.stat_result]
) -> dict[OutPath, OutputRecord]:
    """Choose the published files that are still as the last build left them."""
    return {
        path: record
        for path, record in outputs.items()
        if (seen := present.get(path)) is not None
        and (seen.st_ino == record.inode or not seen.st_ino)  # Windows does not tell it here
        and seen.st_size == record.size
        and seen.st_mtime_ns == record.mtime_ns
    }


class Glance(Struct, frozen=True):
    """The project's files as this run saw them first; every later stage works on this snapshot."""

    snapshot: Snapshot
    problems: tuple[Problem, ...]
    scanned_at_ns: int


def glance(options: BuildOptions, store: Store) -> Glance:
    """Take the snapshot, default look included, with what the cache knows of the project's files."""
    scanned_at = time.time_ns()
    notes = store.notes()
    known_at = notes.get(SCANNED_AT, "0")
    trusted = options.use_cache and known_at.isdigit()
    snapshot, problems = scan(
        options.root, store.sources() if trusted else {}, int(known_at) if trusted else 0
    )
    snapshot, found = with_default_look(snapshot, default_root())
    return Glance(snapshot, (*problems, *found), scanned_at)


def glance_again(before: Glance, changed: Collection[SourcePath]) -> Glance | None:
    """Take the snapshot where only these files have changed since; `None` where all must be looked at.

    The time stays that of the last look at all: files that were too young to be vouched for then still are.
    """
    if before.problems:
        return None
    stats = look_again(before.snapshot.root, before.snapshot.stats, changed)
    if stats is None:
        return None
    kept = bytes_brought(before.snapshot, stats)
    return Glance(Snapshot(before.snapshot.root, stats, kept), (), before.scanned_at_ns)


def is_fresh(seen: Glance, options: BuildOptions, store: Store) -> bool:
    """Say whether the published tree is what a build would make now, file by file."""
    if seen.problems or store.notes().get(DONE) != state_of(seen.snapshot, options):
        return False
    listed = read_listed(options.output)
    if listed is None:
        return False
    outputs, present = store.outputs(), present_files(options)
    return present.keys() == listed.keys() and len(outputs) == len(intact(outputs, present))
