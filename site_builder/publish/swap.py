"""Changes one folder for another at once, and mends what a kill in between has left."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def spare_of(output: Path) -> Path:
    """Where the next tree is made: beside `output`, so on the same disk."""
    return output.with_name(f".{output.name}.spare")


def recover(output: Path) -> None:
    """Bring the old site back when a kill left none."""
    aside = _aside(output)
    if not aside.is_dir():
        return
    if not output.exists():
        aside.rename(output)
    elif not spare_of(output).exists():
        aside.rename(spare_of(output))


def swap(output: Path) -> None:
    """Put the spare tree in the place of `output` and the old tree in the place of the spare.

    One step of the kernel on Linux. Elsewhere three renames: a kill between them leaves no
    site until the next command, which calls `recover`.
    """
    spare = spare_of(output)
    if not output.exists():
        spare.rename(output)
    elif not _exchange(spare, output):
        aside = _aside(output)
        output.rename(aside)
        spare.rename(output)
        aside.rename(spare)
    _sync_folder(output.parent)


def _aside(output: Path) -> Path:
    return output.with_name(f".{output.name}.aside")


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names by renameat2(2); false where the system or the file system can't."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
