"""Reads what a fault is about: the line that is shown below it, the text that an edit would change."""

from __future__ import annotations

from pathlib import Path

from site_builder.defaults import is_default
from site_builder.source.scan import SOURCE_FOLDERS

_TEXTS = (".css", ".html", ".md", ".po", ".toml", ".xml", ".yaml")
_TEXTS_OF_THE_LOOK = (".js", ".svg")
"""Among content these are files that should not be there at all."""
_MOST_READ_BYTES = 1 << 20
_BELOW_SOURCES = tuple(f"{folder}/" for folder in SOURCE_FOLDERS)


def is_text(path: str) -> bool:
    """Whether a line of the file can be shown; of a photo it would be noise."""
    return path.endswith(_TEXTS) or (path.endswith(_TEXTS_OF_THE_LOOK) and not path.startswith("content/"))


def beginning_of(root: Path, path: str) -> bytes | None:
    """Give the bytes of a text among the sources, or of the default look, up to a limit.

    `None` for any other file; what a link leads to is not shown, and a pipe is not waited for.
    """
    if not is_text(path) or not (path.startswith(_BELOW_SOURCES) or is_default(path)):
        return None
    file = root / path
    try:
        if file.is_symlink() or not file.is_file():
            return None
        with file.open("rb") as opened:
            return opened.read(_MOST_READ_BYTES)
    except (OSError, ValueError):
        return None


def line_of(root: Path, path: str, line: int) -> str | None:
    """Give a line of such a text as an editor's program shows it; `None` where there is none."""
    data = beginning_of(root, path)
    if data is None:
        return None
    is_utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = data.decode("utf-16" if is_utf16 else "utf-8-sig", "replace")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")  # as the places are counted
    return lines[line - 1] if 0 < line <= len(lines) else None
