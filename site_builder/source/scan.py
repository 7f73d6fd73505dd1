"""What lies in the project's folders: the one place that reads sources from disk."""

from __future__ import annotations

import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from site_builder.defaults import LOOK_FOLDERS, OWN_LOOK
from site_builder.names import Digest, SourcePath
from site_builder.problems import MachineFault, Problem, Span

SOURCE_FOLDERS = ("content", "templates", "assets")

CLOCK_STEP_NS = 2_000_000_000
"""FAT keeps times in steps of two seconds; a file younger than that may change unseen."""

LARGEST_KEPT_BYTES = 1 << 20
"""Larger files (photos) are hashed but not kept in memory."""
MOST_KEPT_BYTES = 64 << 20
"""Of all that is kept: the texts of 10,000 entries are a third of it, thousands of photos would not fit."""

FOR_HOSTS = frozenset({"assets/root/.well-known", "assets/root/.htaccess"})
"""Hidden names that a host looks for at the root of the site."""

_LOOK = tuple(f"{folder}/" for folder in LOOK_FOLDERS)
_AT_ROOT = "assets/root/"
_LOOK_ENDINGS = (".html", ".xml", ".svg", ".po", ".css", ".js")

_BROUGHT = -1
"""Stands for the inode of a file that Sentra brings: no file of a project is ever taken for one of these."""


class FileStat(Struct, frozen=True):
    """What the disk said of a file when its bytes had this digest."""

    size: int
    mtime_ns: int
    inode: int
    digest: Digest


class Snapshot(Struct, frozen=True):
    """The project's files at one moment, by path in sorted order."""

    root: Path
    stats: Mapping[SourcePath, FileStat]
    kept: dict[SourcePath, bytes] = field(default_factory=dict)
    """Bytes that are in memory already; those of the default look always are."""

    def digest(self, path: SourcePath) -> Digest:
        return self.stats[path].digest

    def read(self, path: SourcePath) -> bytes:
        """Give the bytes that have the digest of the snapshot.

        Raises `MachineFault` when the file has changed since: another build will see it right.
        """
        return self.kept[path] if path in self.kept else read_as_seen(self.root, path, self.digest(path))


def read_as_seen(root: Path, path: SourcePath, digest: Digest) -> bytes:
    """Read a file that must still have this digest, in any process; raises as `Snapshot.read` does."""
    try:
        data = (root / path).read_bytes()
    except OSError as error:
        raise MachineFault(Problem("file-changed", Span(path), values={"reason": str(error)})) from error
    if digest_of(data) != digest:
        raise MachineFault(Problem("file-changed", Span(path), values={"reason": "changed"}))
    return data


def digest_of(data: bytes) -> Digest:
    return Digest(hashlib.blake2b(data, digest_size=20).hexdigest())


def _digest_in_pieces(file: Path) -> Digest:
    """Digest a large file as `digest_of` does, without holding it: somebody may drop a film."""
    with file.open("rb") as opened:
        return Digest(hashlib.file_digest(opened, lambda: hashlib.blake2b(digest_size=20)).hexdigest())


def scan(
    root: Path,
    known: Mapping[SourcePath, FileStat],
    known_at_ns: int,
    folders: tuple[str, ...] = SOURCE_FOLDERS,
) -> tuple[Snapshot, tuple[Problem, ...]]:
    """Take a project's snapshot; read only files that `known` (as it was at `known_at_ns`) can't vouch for.

    Links are refused, files that editors leave lying about are passed over.
    """
    stats: dict[SourcePath, FileStat] = {}
    kept: dict[SourcePath, bytes] = {}
    problems: list[Problem] = []
    room = MOST_KEPT_BYTES
    for path, entry in _files(root, folders, problems):
        try:
            seen = entry.stat(follow_symlinks=False)
            before = known.get(path)
            if before is not None and _vouches(before, seen, known_at_ns):
                stats[path] = before
                continue
            if seen.st_size > min(LARGEST_KEPT_BYTES, room):
                digest = _digest_in_pieces(root / path)
            else:
                kept[path] = (root / path).read_bytes()
                room -= seen.st_size
                digest = digest_of(kept[path])
        except OSError as error:
            problems.append(Problem("file-unreadable", Span(path), values={"reason": error.strerror or ""}))
            continue
        stats[path] = FileStat(seen.st_size, seen.st_mtime_ns, seen.st_ino, digest)
    return Snapshot(root, dict(sorted(stats.items())), kept), tuple(problems)


def with_default_look(snapshot: Snapshot, look: Path) -> tuple[Snapshot, tuple[Problem, ...]]:
    """Add the files of the default look that the project has not; one with a look of its own gets none.

    They are read each time: installers give them whatever time they like, so no time vouches for them.
    """
    if OWN_LOOK in snapshot.stats:
        return snapshot, ()
    problems: list[Problem] = []
    stats, kept = dict(snapshot.stats), dict(snapshot.kept)
    for path, entry in _files(look, LOOK_FOLDERS, problems):
        if path in stats or path == OWN_LOOK:
            continue
        kept[path] = Path(entry.path).read_bytes()
        stats[path] = FileStat(len(kept[path]), 0, _BROUGHT, digest_of(kept[path]))
    return Snapshot(snapshot.root, dict(sorted(stats.items())), kept), tuple(problems)


def bytes_brought(before: Snapshot, stats: Mapping[SourcePath, FileStat]) -> dict[SourcePath, bytes]:
    """Give the bytes of the default look that a later snapshot still has: the project has no file of them."""
    return {path: data for path, data in before.kept.items() if stats[path].inode == _BROUGHT}


def look_again(
    root: Path, known: Mapping[SourcePath, FileStat], touched: Iterable[SourcePath]
) -> dict[SourcePath, FileStat] | None:
    """Give what `scan` would, where of the files that are `known` no others than `touched` may have changed.

    `None` unless each of them was a regular file and still is: what is new or gone, a folder or a
    link can change more than itself.
    """
    stats = dict(known)
    for path in touched:
        if path not in known:
            return None
        try:
            seen = (root / path).lstat()
            if not stat.S_ISREG(seen.st_mode):
                return None
            digest = _digest_in_pieces(root / path)
        except OSError:
            return None
        stats[path] = FileStat(seen.st_size, seen.st_mtime_ns, seen.st_ino, digest)
    return stats


def is_litter(name: str) -> bool:
    """Whether an editor, a browser or a system left this file: hidden, backup, half downloaded."""
    return (
        name.startswith((".", "~$", "#"))
        or name.endswith(("~", ".swp", ".swo", ".bak", ".tmp", ".crdownload", ".part", ".orig"))
        or name in {"4913", "Thumbs.db", "desktop.ini"}
    )


def same_names(paths: Iterable[SourcePath]) -> Iterator[Problem]:
    """Tell each file whose path is another's on systems that ignore case, or how `é` is written."""
    seen: dict[str, SourcePath] = {}
    for path in paths:
        key = path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()
        other = seen.setdefault(key, path)
        if other != path:
            yield Problem("file-same", Span(path), values={"other": other})


def name_fault(name: str) -> str:
    """Say why a name on the disk can't be used: it is no UTF-8 (`encoding`), or can't be seen (`control`)."""
    categories = {unicodedata.category(character) for character in name}
    if "Cs" in categories:
        return "encoding"
    return "" if categories.isdisjoint({"Cc", "Zl", "Zp"}) else "control"


def printable(path: str) -> str:
    """Write a path so that it can be shown: an escape where a byte is no letter in UTF-8."""
    return "".join(map(_escaped, path))


def _escaped(character: str) -> str:
    if character.isprintable():
        return character
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # how Python holds a byte that is not UTF-8
        code -= 0xDC00
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def _vouches(before: FileStat, seen: os.stat_result, known_at_ns: int) -> bool:
    return (
        before.size == seen.st_size
        and before.mtime_ns == seen.st_mtime_ns
        and before.inode == seen.st_ino
        and seen.st_mtime_ns + CLOCK_STEP_NS < known_at_ns
    )


def _files(
    root: Path, folders: tuple[str, ...], problems: list[Problem]
) -> Iterator[tuple[SourcePath, os.DirEntry[str]]]:
    """Yield every regular file below `folders`, without following a link."""
    pending = [folder for folder in folders if _is_folder(root, folder, problems)]
    while pending:
        folder = pending.pop()
        try:
            with os.scandir(root / folder) as entries:
                found = list(entries)
        except OSError as error:
            problems.append(Problem("file-unreadable", Span(folder), values={"reason": error.strerror or ""}))
            continue
        for entry in found:
            path = SourcePath(f"{folder}/{entry.name}")
            if is_litter(entry.name) and path not in FOR_HOSTS:
                continue
            if fault := name_fault(entry.name):
                problems.append(Problem("file-name", Span(printable(path)), fault))
            elif entry.is_symlink():
                problems.append(Problem("file-link", Span(path)))
            elif entry.is_dir(follow_symlinks=False):
                if _is_named_as_file(path):
                    problems.append(Problem("file-folder", Span(path), values={"name": entry.name}))
                else:
                    pending.append(path)
            elif entry.is_file(follow_symlinks=False):
                yield path, entry
            else:
                problems.append(Problem("file-special", Span(path)))


def _is_folder(root: Path, folder: str, problems: list[Problem]) -> bool:
    try:
        mode = (root / folder).lstat().st_mode
    except FileNotFoundError:
        return False
    if stat.S_ISDIR(mode):
        return True
    if stat.S_ISLNK(mode):
        problems.append(Problem("file-link", Span(folder)))
    else:
        variant = "look" if folder in LOOK_FOLDERS else ""
        problems.append(Problem("folder-file", Span(folder), variant, {"folder": folder}))
    return False


def _is_named_as_file(path: str) -> bool:
    """Whether a folder of the look is called as its files are; what goes to the root of the site is free."""
    return path.startswith(_LOOK) and not path.startswith(_AT_ROOT) and path.endswith(_LOOK_ENDINGS)
