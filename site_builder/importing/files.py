"""What an import reads from the disk, and how it writes: all files of a plan, or none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from site_builder.names import Kind, SourcePath
from site_builder.problems import ContentRefused, MachineFault, Problem, Span, WrongUse
from site_builder.source.naming import CONFIG_PATH, VOCABULARY_PATH, YAML_KINDS
from site_builder.spreadsheets.archive import MOST_FILE_BYTES
from site_builder.writing import Changed, Linked, Torn, Write, read_remembered, write_together


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
    try:
        remembered = read_remembered(root, memory, MOST_FILE_BYTES)
    except Linked as linked:
        raise MachineFault(Problem(linked.code, Span(memory))) from linked
    if remembered is not None and len(remembered) > MOST_FILE_BYTES:
        raise ContentRefused(Problem("import-memory", Span(memory)))
    if remembered is not None:
        files[memory] = remembered
    for path in (CONFIG_PATH, VOCABULARY_PATH):
        file = root / path
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
    try:
        write_together(root, writes)
    except Changed as changed:
        raise MachineFault(Problem("import-changed", Span(changed.path))) from changed
    except Linked as linked:
        raise MachineFault(Problem(linked.code, Span(linked.path))) from linked
    except Torn as torn:
        values = {"reason": torn.reason}
        raise MachineFault(*(Problem("import-torn", Span(path), "", values) for path in torn.paths)) from torn
