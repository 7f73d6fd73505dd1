"""From a file's bytes to its text: UTF-8 only, and lines that end the same on every system."""

from __future__ import annotations

import re
import unicodedata

from site_builder.names import SourcePath
from site_builder.problems import Problem, Span

MOST_MARKDOWN_BYTES = 256 * 1024
MOST_YAML_BYTES = 1024 * 1024
LONGEST_LINE = 100_000

_BOM = b"\xef\xbb\xbf"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
_WORD_FILES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
"""How .docx and .odt, .doc and .rtf begin, whatever they are called."""
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffd\ufffe\uffff]")


def read_text(path: SourcePath, data: bytes) -> str | Problem:
    """Decode a content file, or say at which byte and line it goes wrong.

    A BOM is dropped and line ends become newlines. U+2028 and U+2029, which come with text copied
    from the web, become spaces: YAML would count them as lines, no editor does.
    """
    most = MOST_YAML_BYTES if path.endswith(".yaml") else MOST_MARKDOWN_BYTES
    if len(data) > most:
        return Problem(
            "file-large", Span(path), values={"size": f"{len(data) // 1024}", "most": f"{most // 1024}"}
        )
    if data.startswith(_WORD_FILES):
        return Problem("file-encoding", Span(path), "word", {"encoding": "Word", "byte": "1"})
    text = decoded(path, data)
    if isinstance(text, Problem):
        return text
    fault = _FORBIDDEN.search(text)
    if fault is not None:
        return _forbidden(path, text, fault.start(), len(_BOM) if data.startswith(_BOM) else 0)
    if not text.strip():
        return Problem("file-empty", Span(path))
    if len(text) > LONGEST_LINE:
        for number, line in enumerate(text.split("\n"), start=1):
            if len(line) > LONGEST_LINE:
                return Problem("line-long", Span(path, number), values={"most": str(LONGEST_LINE)})
    return text.replace("\u2028", " ").replace("\u2029", " ")


def decoded(path: SourcePath, data: bytes) -> str | Problem:
    """Decode any text file, its BOM dropped and its line ends newlines, or say where it goes wrong."""
    if data.startswith(_UTF16_BOMS) or _looks_like_utf16(data):
        return Problem("file-encoding", Span(path), "utf16", {"encoding": "UTF-16", "byte": "1"})
    bare = data.removeprefix(_BOM)
    try:
        return bare.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        return _not_utf8(path, bare, error, len(data) - len(bare))


def _looks_like_utf16(data: bytes) -> bool:
    """See whether every other byte of the beginning is zero, as Latin letters are in UTF-16."""
    start = data[:64]
    return len(start) >= 4 and (not any(start[1::2]) or not any(start[0::2]))


def _not_utf8(path: SourcePath, data: bytes, error: UnicodeDecodeError, skipped: int) -> Problem:
    """Place the first wrong byte and guess how the file was saved."""
    before = data[: error.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    at = Span(path, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
    wrong = data[error.start : error.start + 1]
    values = {
        "byte": str(error.start + skipped + 1),
        "encoding": "Windows-1252 (ANSI)",
        "character": wrong.decode("cp1252", "replace"),
    }
    return Problem("file-encoding", at, "mixed" if not before.isascii() else "ansi", values)


def _forbidden(path: SourcePath, text: str, offset: int, skipped: int) -> Problem:
    character = text[offset]
    line_start = text.rfind("\n", 0, offset) + 1
    at = Span(path, text.count("\n", 0, offset) + 1, offset - line_start + 1)
    values = {
        "character": f"U+{ord(character):04X}",
        "name": unicodedata.name(character, "CONTROL"),
        "byte": str(len(text[:offset].encode()) + skipped + 1),
    }
    if character == "\ufffd":
        return Problem("file-character", at, "lost", values)
    return Problem("file-character", at, "nul" if character == "\0" else "control", values)
