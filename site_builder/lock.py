"""One build at a time in one project: the second waits a moment, then says so and goes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import filelock

from site_builder.problems import MachineFault, Problem, Span
from site_builder.source.naming import CONFIG_PATH

PATIENCE_S = 2.0
"""Longer than a preview takes for what was just saved."""


@contextmanager
def only_build(cache: Path) -> Iterator[bool]:
    """Hold the project's lock; the system frees it when the process ends, however it ends.

    Gives whether it was free at once: if not, what was seen before may have changed meanwhile.
    Raises `MachineFault` when another build goes on. A folder that can't be written needs no
    lock, as nothing can be kept in it, nor does one without a site.
    """
    if not (cache.parent / CONFIG_PATH).is_file():
        yield True
        return
    try:
        cache.mkdir(exist_ok=True)
    except OSError:
        yield True
        return
    owner = cache / "building.txt"
    lock = filelock.FileLock(cache / "building.lock", timeout=0)
    try:
        was_free = _take(lock)
    except filelock.Timeout as error:
        values = {"owner": _read(owner)}
        raise MachineFault(Problem("build-running", Span(str(cache)), values=values)) from error
    except OSError:
        yield True
        return
    try:
        owner.write_text(str(os.getpid()), "utf-8")
        yield was_free
    finally:
        lock.release()


def _take(lock: filelock.BaseFileLock) -> bool:
    try:
        lock.acquire()
    except filelock.Timeout:
        lock.acquire(timeout=PATIENCE_S)
        return False
    return True


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8").strip()
    except OSError:
        return "?"
