"""What an import reads from the disk, and how it writes: all files of a plan, or none."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from site_builder.importing.plan import Write
from site_builder.names import Kind, SourcePath
from site_builder.problems import MachineFault, Problem, Span, WrongUse
from site_builder.source.naming import CONFIG_PATH, VOCABULARY_PATH, YAML_KINDS
from site_builder.spreadsheets.archive import MOST_FILE_BYTES


def read_sheet_file(file: Path) -> bytes:
    """Read a spreadsheet, of one that is too large only so much that this is seen."""
    if not file.is_file():
        raise WrongUse(Problem("import-file", Span(str(file)), values={"value": str(file)}))
    with file.open("rb") as opened:
        return opened.read(MOST_FILE_BYTES + 1)


class Sources(Struct, frozen=True):
    files: dict[SourcePath, bytes]
    links: frozenset[SourcePath]
    """Texts that are links to somewhere else: they are not read, and nothing is written in their place."""


def read_sources(root: Path, memory: SourcePath) -> Sources:
    """Read the texts of all kinds, the settings, and what is remembered.

    Raises `MachineFault` where a folder is a link.
    """
    files: dict[SourcePath, bytes] = {}
    links: set[SourcePath] = set()
    for path in (CONFIG_PATH, VOCABULARY_PATH, memory):
        file = root / path
        if path == memory and (file.is_symlink() or file.parent.is_symlink()):
            raise MachineFault(Problem("file-link", Span(memory)))
        if file.is_file() and not file.is_symlink() and not file.parent.is_symlink():
            files[path] = file.read_bytes()
    for kind in Kind:
        folder = root / "content" / kind
        if folder.is_symlink():
            raise MachineFault(Problem("file-link", Span(f"content/{kind}")))
        for file in sorted(folder.iterdir()) if folder.is_dir() else ():
            path = SourcePath(f"content/{kind}/{file.name}")
            is_text = file.suffix == (".yaml" if kind in YAML_KINDS else ".md")
            if is_text and file.is_symlink():
                links.add(path)
            elif is_text and file.is_file():
                files[path] = file.read_bytes()
    return Sources(files, frozenset(links))


def write_all(root: Path, writes: Sequence[Write]) -> None:
    """Write all files or, where the disk refuses one, leave all as they were.

    Raises `MachineFault` where a file is no longer what it was when the plan was made, or where files that
    were written already can't be taken back: these are named.
    """
    for write in writes:
        if _bytes_of(root / write.path) != write.before:
            raise MachineFault(Problem("import-changed", Span(write.path)))
    staged = {write.path: _beside(root / write.path) for write in writes}
    done: list[Write] = []
    try:
        for write in writes:
            _stage(root / write.path, staged[write.path], write)
        for write in writes:
            staged[write.path].replace(root / write.path)
            done.append(write)
    except OSError as error:
        left = [write.path for write in done if not _take_back(root, write)]
        if left:
            reason = error.strerror or type(error).__name__
            torn = [Problem("import-torn", Span(path), "", {"reason": reason}) for path in left]
            raise MachineFault(*torn) from error
        raise
    finally:
        for temporary in staged.values():
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def _beside(target: Path) -> Path:
    """Name a file beside another that no build reads."""
    return target.with_name(f".{target.name}.{os.getpid()}.tmp")


def _stage(target: Path, temporary: Path, write: Write) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.parent.is_symlink() or target.is_symlink():
        raise MachineFault(Problem("file-link", Span(write.path)))
    with temporary.open("wb") as file:
        file.write(write.after)
        file.flush()
        os.fsync(file.fileno())
    if write.before is not None:
        temporary.chmod(target.stat().st_mode & 0o777)


def _take_back(root: Path, write: Write) -> bool:
    """Undo a write; says whether the disk let."""
    try:
        if write.before is None:
            (root / write.path).unlink(missing_ok=True)
        else:
            (root / write.path).write_bytes(write.before)
    except OSError:
        return False
    return True


def _bytes_of(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
