"""Writes files whole: each holds the old or the new, whatever happens, and nothing saved meanwhile is lost.

What a command says of a failure is its own: faults are raised as what happened, without words.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct


class Write(Struct, frozen=True):
    """A file to be written, as it was when that was decided and as it will be."""

    path: str
    """Below the folder that all of them are in."""
    before: bytes | None
    """Nothing where there is no such file."""
    after: bytes


class Changed(Exception):
    """A file is not what it was when the writes were decided; all are as they were."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class Linked(Exception):
    """A file or its folder is a link, behind which nothing is written."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class Torn(Exception):
    """The disk refused a file, and these, which were written already, can't be taken back."""

    def __init__(self, paths: Sequence[str], reason: str) -> None:
        super().__init__(*paths)
        self.paths, self.reason = tuple(paths), reason


def replace_file(target: Path, data: bytes) -> None:
    """Write a file in one step, whether there is one or not."""
    beside = _beside(target)
    try:
        _stage(beside, data)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def write_together(root: Path, writes: Sequence[Write]) -> None:
    """Write all files or, where one has changed or the disk refuses one, leave all as they were.

    Each is compared once more just before it is replaced: staging many files takes time, in which an editor
    saves. Raises `Changed`, `Linked`, `Torn`, or the disk's `OSError` where all could be taken back.
    """
    for write in writes:
        _compare(root, write)
    staged = {write.path: _beside(root / write.path) for write in writes}
    done: list[Write] = []
    try:
        for write in writes:
            target = root / write.path
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.parent.is_symlink() or target.is_symlink():
                raise Linked(write.path)
            _stage(staged[write.path], write.after)
            if write.before is not None:
                staged[write.path].chmod(target.stat().st_mode & 0o777)
        for write in writes:
            _compare(root, write)
            staged[write.path].replace(root / write.path)
            done.append(write)
    except (OSError, Changed) as error:
        left = [write.path for write in done if not _take_back(root, write)]
        if left:
            reason = error.strerror if isinstance(error, OSError) else f"{error.path}: changed"
            raise Torn(left, reason or type(error).__name__) from error
        raise
    finally:
        for temporary in staged.values():
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def write_new(target: Path, data: bytes) -> None:
    """Write a file at once where there is none; raises `FileExistsError` where there is one by now."""
    half = _beside(target)
    try:
        _stage(half, data)
        try:
            os.link(half, target)
        except FileExistsError:
            raise
        except OSError:  # a disk without hard links, such as FAT
            with target.open("xb") as file:
                file.write(data)
    finally:
        half.unlink(missing_ok=True)


def write_folder(folder: Path, files: Mapping[str, bytes], last: str) -> None:
    """Write files beside their places, then move there what lies in the folder, `last` at the end.

    What is there already stays as it is.
    """
    folder.mkdir(parents=True, exist_ok=True)
    half = folder / f".new.{os.getpid()}.tmp"
    try:
        for path, data in files.items():
            file = half / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        for name in sorted({path.partition("/")[0] for path in files}, key=lambda name: name == last):
            if not os.path.lexists(folder / name):
                (half / name).rename(folder / name)
    finally:
        shutil.rmtree(half, ignore_errors=True)


def _beside(target: Path) -> Path:
    """Name a file beside another that no build reads."""
    return target.with_name(f".{target.name.lstrip('.')}.{os.getpid()}.tmp")


def _stage(temporary: Path, data: bytes) -> None:
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _compare(root: Path, write: Write) -> None:
    if _bytes_of(root / write.path) != write.before:
        raise Changed(write.path)


def _take_back(root: Path, write: Write) -> bool:
    """Undo a write; says whether the disk let, and nobody has saved the file since."""
    target = root / write.path
    try:
        if _bytes_of(target) != write.after:
            return False
        if write.before is None:
            target.unlink(missing_ok=True)
        else:
            target.write_bytes(write.before)
    except OSError:
        return False
    return True


def _bytes_of(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
