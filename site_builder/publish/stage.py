"""Makes the next tree beside the published one, touching only what differs.

The spare tree is the one that was published before the present one, so most of it is right
already. Files are shared with the published tree by hard links and never written in place.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from site_builder.names import Digest, OutPath
from site_builder.problems import MachineFault, Problem, Span, disk_problem
from site_builder.publish.folder import files_in
from site_builder.publish.marker import MARKER, UNFINISHED, keeps_others, marker_text, read_listed
from site_builder.publish.swap import spare_of

_FEW = 64
"""Up to so many new files are flushed one by one; for more, flushing everything at once is quicker."""


class Artifact(Struct, frozen=True):
    """One output file, ready to be written."""

    out: OutPath
    data: bytes
    digest: Digest
    kept_as: Path | None = None
    """Where the finished file is linked too, for the next build should this one not come to its end."""


class Written(Struct, frozen=True):
    """How the disk shows a file of the new tree."""

    digest: Digest
    size: int
    mtime_ns: int
    inode: int


def stage(
    output: Path,
    reused: Mapping[OutPath, Written],
    foreign: Iterable[OutPath],
    fresh: Collection[OutPath],
    artifacts: Iterable[Artifact],
) -> dict[OutPath, Written]:
    """Fill the spare tree: `reused` and `foreign` from `output`, `artifacts` (named by `fresh`) anew.

    Gives the files that the disk shows differently than before.

    Raises `MachineFault` when the disk refuses; `output` is never touched.
    """
    place = spare_of(output)
    try:
        spare = _Spare(place, _prepare(place, may_hold_others=keeps_others(output)))
        written: dict[OutPath, Written] = {}
        digests = {out: file.digest for out, file in reused.items()}
        wanted = {*reused, *foreign, *fresh}
        for out in [out for out in spare.inodes if out not in wanted]:
            _remove(place, out)
        for out, file in reused.items():
            if spare.inodes.get(out) != file.inode:
                copied = spare.share(output, out)
                if copied is not None:
                    written[out] = Written(file.digest, copied.st_size, copied.st_mtime_ns, copied.st_ino)
        for out in foreign:
            spare.share(output, out)
        few = len(fresh) <= _FEW
        for artifact in artifacts:
            written[artifact.out] = spare.write(artifact, flush=few)
            digests[artifact.out] = artifact.digest
            if artifact.kept_as is not None:
                with suppress(OSError):  # there already, or on a disk that has no links
                    os.link(f"{place}/{artifact.out}", artifact.kept_as)
        for out in [out for out in fresh if out in spare.inodes and out not in digests]:
            _remove(place, out)  # its page failed: what was made of it before must not lie about unlisted
        marker = Artifact(OutPath(MARKER), marker_text(digests, foreign), Digest(""))
        spare.write(marker, flush=few)
        if not few and hasattr(os, "sync"):
            os.sync()
        (place / UNFINISHED).unlink()
    except OSError as error:
        raise MachineFault(disk_problem(error, str(error.filename or place))) from error
    return written


def drop_foreign(output: Path, foreign: Iterable[OutPath]) -> None:
    """After the swap: take other people's files out of the old tree, or they would come back with it."""
    for out in foreign:
        with suppress(OSError):
            _remove(spare_of(output), out)


def _prepare(spare: Path, *, may_hold_others: bool) -> dict[OutPath, int]:
    """Give the files in the spare tree with their inodes; empty it unless it is whole and ours.

    It may hold more than its list names where the published tree has files of someone else's: a
    kill can come before `drop_foreign`.
    """
    listed = read_listed(spare) or {}
    whole = bool(listed) and not (spare / UNFINISHED).exists()
    if spare.exists() and not whole:
        if any(spare.iterdir()) and not (spare / UNFINISHED).exists():
            raise MachineFault(Problem("spare-foreign", Span(str(spare)), values={"folder": str(spare)}))
        _empty(spare)
    spare.mkdir(parents=True, exist_ok=True)
    (spare / UNFINISHED).touch()
    (spare / MARKER).unlink(missing_ok=True)
    if not whole:
        return {}
    return _inodes(spare, [path for path, _ in files_in(spare)] if may_hold_others else listed)


def _empty(spare: Path) -> None:
    """Delete everything but the mark that the folder is ours: a kill in here must not make it foreign."""
    for path in list(spare.iterdir()):
        if path.name == UNFINISHED:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def _inodes(spare: Path, listed: Iterable[OutPath]) -> dict[OutPath, int]:
    """Look at the files that the list names: four times as quick as walking the folders."""
    inodes: dict[OutPath, int] = {}
    for out in listed:
        try:
            inodes[out] = os.lstat(f"{spare}/{out}").st_ino
        except OSError:  # somebody deleted it when this tree was published
            _prune(spare, out)
    return inodes


class _Spare:
    """The next tree while it is filled; of a new site every file passes here, so no step is done in vain."""

    def __init__(self, place: Path, inodes: dict[OutPath, int]) -> None:
        self.inodes = inodes
        """Of the files that are in it from the tree before."""
        self._was_there = bool(inodes)
        """Else it began empty, and nothing has to make way."""
        self._place = place
        self._folders: set[str] = set()
        """Those that are known to be there."""

    def share(self, output: Path, out: OutPath) -> os.stat_result | None:
        """Make `out` in this tree the very file that is published.

        Gives what the disk says of a copy where the file could not be shared.
        """
        source, target = f"{output}/{out}", self._cleared(out)
        try:
            os.link(source, target, follow_symlinks=False)
        except OSError:  # a file system without links, or a limit of links reached
            shutil.copy2(source, target, follow_symlinks=False)
            return os.lstat(target)
        return None

    def write(self, artifact: Artifact, *, flush: bool) -> Written:
        with open(self._cleared(artifact.out), "xb", buffering=0) as file:  # noqa: PTH123
            rest = memoryview(artifact.data)
            while rest:  # an unbuffered write may be short
                rest = rest[file.write(rest) :]
            if flush:
                os.fsync(file.fileno())
            seen = os.fstat(file.fileno())
        return Written(artifact.digest, seen.st_size, seen.st_mtime_ns, seen.st_ino)

    def _cleared(self, out: OutPath) -> str:
        """Make the place for a file: its folder there, and no file that may be shared with the other tree."""
        if self._was_there:
            (self._place / out).unlink(missing_ok=True)
        folder = out.rpartition("/")[0]
        if folder not in self._folders:
            (self._place / folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        return f"{self._place}/{out}"


def _remove(spare: Path, out: OutPath) -> None:
    """Delete a file of the spare tree and the folders that this leaves empty."""
    (spare / out).unlink()
    _prune(spare, out)


def _prune(spare: Path, out: OutPath) -> None:
    """Delete the folders of `out` that hold nothing any more."""
    for folder in (spare / out).parents:
        if folder == spare:
            return
        try:
            folder.rmdir()
        except OSError as error:
            if error.errno == errno.ENOENT:
                continue
            if error.errno not in {errno.ENOTEMPTY, errno.EEXIST}:
                raise
            return
