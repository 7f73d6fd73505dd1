"""Writes files whole: each holds the old or the new, whatever happens, and nothing saved meanwhile is lost.

Nothing is written behind a link, into a pipe, or over a file that is protected against it.
What a command says of a failure is its own: faults are raised as what happened, without words.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import signal
import stat
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import FrameType

from msgspec import Struct

_LEFT_OVER = re.compile(r"\..*\.(?P<process>\d{1,9})-[0-9a-f]{16}\.tmp", re.DOTALL)
_LONGEST_STEM = 60
"""Letters of a file's name that its temporary one has, too: a name has room for 255 bytes."""


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
    """A file or its folder is a link, behind which nothing is written or remembered."""

    code = "file-link"

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class Special(Linked):
    """What stands there is no file but a folder, a pipe or a device."""

    code = "file-special"


class Torn(Exception):
    """The disk refused a file, and these, which were written already, can't be taken back."""

    def __init__(self, paths: Sequence[str], reason: str) -> None:
        super().__init__(*paths)
        self.paths, self.reason = tuple(paths), reason


class _Stopped(BaseException):
    """Somebody ends the command; never leaves this module."""


def replace_file(target: Path, data: bytes) -> None:
    """Write a file in one step, whether there is one or not; raises `Linked` where none can be."""
    beside = _beside(target)
    mode = _mode_of(target, str(target))
    try:
        _sweep(target.parent)
        _stage(beside, data, target, mode)
        _put(beside, target)
    finally:
        _remove(beside)


def read_remembered(root: Path, path: str, most_bytes: int) -> bytes | None:
    """Read a file that a command wrote for itself, of one that is too large only so much that this is seen.

    Gives nothing where there is none; raises `Linked` for what a command would not have written.
    """
    _refuse_links(root, path)
    if (root / path).is_symlink():
        raise Linked(path)
    try:
        if not stat.S_ISREG((root / path).lstat().st_mode):
            raise Special(path)
        with (root / path).open("rb") as file:
            return file.read(most_bytes + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None


def write_together(root: Path, writes: Sequence[Write]) -> None:
    """Write all files or, where one has changed or the disk refuses one, leave all as they were.

    Each is compared once more just before it is replaced: staging many files takes time, in which an editor
    saves. Who ends the command meanwhile ends it when all is as it was. Raises `Changed`, `Linked`, `Torn`,
    or the disk's `OSError` where all could be taken back.
    """
    with _ends_later() as go_on:
        try:
            _write_together(root, writes, go_on)
        except _Stopped:
            return


def _write_together(root: Path, writes: Sequence[Write], go_on: Callable[[], None]) -> None:
    for write in writes:
        _compare(root, write)
    staged = {write.path: _beside(root / write.path) for write in writes}
    done: list[Write] = []
    try:
        for folder in sorted({(root / write.path).parent for write in writes}):
            folder.mkdir(parents=True, exist_ok=True)
            _sweep(folder)
        for write in writes:
            go_on()
            target = root / write.path
            _stage(staged[write.path], write.after, target, _mode_of(target, write.path))
        for write in writes:
            go_on()
            _compare(root, write)
            _put(staged[write.path], root / write.path)
            done.append(write)
        go_on()
    except BaseException as error:
        left = [write.path for write in done if not _take_back(root, write)]
        if left:
            reason = f"{error.path}: changed" if isinstance(error, Changed) else ""
            reason = error.strerror or "" if isinstance(error, OSError) else reason
            raise Torn(left, reason or type(error).__name__.lstrip("_")) from error
        raise
    finally:
        for temporary in staged.values():
            _remove(temporary)


def write_new(target: Path, data: bytes) -> None:
    """Write a file at once where there is none; raises `FileExistsError` where there is one by now."""
    half = _beside(target)
    try:
        _stage(half, data, target)
        try:
            os.link(half, target)
        except FileExistsError:
            raise
        except OSError:  # a disk without hard links, such as FAT
            with target.open("xb") as file:
                file.write(data)
    finally:
        _remove(half)


def write_folder(folder: Path, files: Mapping[str, bytes], last: str) -> None:
    """Write files beside their places, then move there what lies in the folder, `last` at the end.

    What is there already stays as it is.
    """
    folder.mkdir(parents=True, exist_ok=True)
    half = _beside(folder / "new")
    half.mkdir()
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
    """Name a file beside another that no build reads, and that nobody can have put there before."""
    stem = target.name.lstrip(".")[:_LONGEST_STEM]
    return target.with_name(f".{stem}.{os.getpid()}-{os.urandom(8).hex()}.tmp")


def _stage(temporary: Path, data: bytes, target: Path, mode: int | None = None) -> None:
    """Write what will be put in the place of `target`; never through a link or into what is there."""
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(mode)
    except OSError as error:
        raise _named_after(error, target) from error


def _put(temporary: Path, target: Path) -> None:
    try:
        temporary.replace(target)
    except OSError as error:
        raise _named_after(error, target) from error


def _named_after(error: OSError, target: Path) -> OSError:
    """Tell of a temporary file by the name of the one that the editor knows."""
    return OSError(error.errno, error.strerror, str(target)) if error.errno else error


def _remove(temporary: Path) -> None:
    with contextlib.suppress(OSError):
        temporary.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Take away what a command left here that was killed; what one that still runs is writing stays."""
    for name in os.listdir(folder):  # noqa: PTH208  names do
        found = _LEFT_OVER.fullmatch(name)
        if found is not None and not _runs(int(found["process"])):
            _remove(folder / name)


def _runs(process: int) -> bool:
    """Whether a process with this number may still run; on Windows none can be asked without ending it."""
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


@contextlib.contextmanager
def _ends_later() -> Iterator[Callable[[], None]]:
    """Keep Ctrl-C and the like until the end, and give what raises `_Stopped` once one has come."""
    came: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        came.append(number)

    def go_on() -> None:
        if came:
            raise _Stopped

    if threading.current_thread() is not threading.main_thread():
        yield go_on  # signals come to the main thread alone
        return
    numbers = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]
    kept = {number: signal.getsignal(number) for number in numbers}
    for number in numbers:
        if kept[number] not in (signal.SIG_IGN, None):
            signal.signal(number, note)
    try:
        yield go_on
    finally:
        for number, handler in kept.items():
            if handler is not None:
                signal.signal(number, handler)
    if came:
        signal.raise_signal(came[0])
        raise KeyboardInterrupt  # whoever takes the signal may not think that all was written


def _mode_of(target: Path, path: str) -> int | None:
    """Give who may read and write a file that is there; raises where it is none, or protected."""
    try:
        mode = target.lstat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(mode):
        raise Linked(path)
    if not stat.S_ISREG(mode):
        raise Special(path)
    if not mode & stat.S_IWUSR:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    return stat.S_IMODE(mode) & 0o777


def _refuse_links(root: Path, path: str) -> None:
    for folder in (root / path).parents:
        if folder == root:
            break
        if folder.is_symlink():
            raise Linked(path)


def _compare(root: Path, write: Write) -> None:
    _refuse_links(root, write.path)
    _mode_of(root / write.path, write.path)
    if _bytes_of(root / write.path) != write.before:
        raise Changed(write.path)


def _take_back(root: Path, write: Write) -> bool:
    """Undo a write; says whether the disk let, and nobody has saved the file since."""
    target = root / write.path
    beside = _beside(target)
    try:
        mode = _mode_of(target, write.path)
        if mode is None or _bytes_of(target) != write.after:
            return False
        if write.before is None:
            target.unlink(missing_ok=True)
        else:
            _stage(beside, write.before, target, mode)
            _put(beside, target)
    except (OSError, Linked):
        return False
    finally:
        _remove(beside)
    return True


def _bytes_of(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
