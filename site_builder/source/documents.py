"""One content file: its fields as a tree and its Markdown as it was written."""

from __future__ import annotations

import hashlib
import re
from itertools import takewhile

from msgspec import Struct

from site_builder.model.readers.written import shorten
from site_builder.names import Digest, SourcePath
from site_builder.problems import Problem, Span
from site_builder.source.mended_lines import colon_left_out, equals_for_colon, is_field_line
from site_builder.source.naming import DocumentName
from site_builder.source.spanned_yaml import parse_yaml
from site_builder.source.text_bytes import read_text
from site_builder.source.tree import Tree

_FIELD_LINE = re.compile(r"\s*(?:-\s|#|$)|\s+\S|['\"]?[^\W\d][\w /-]{0,40}['\"]?\s*[:：]")
_PLAIN_FIELD = re.compile(r"[a-z][a-z_]{1,30}:(?:\s|$)")
_LIKE_MARKS = re.compile(r"(?:--|-{4,}|—+-?|–+-?|-—|-–|={3,}|\*{3,}|_{3,}|- - -)\s*")


NO_DIGEST = Digest("")
NO_FIELDS = Tree({}, 1, 1, 1, 1)


class Document(Struct, frozen=True):
    """A file that could be read; whether its fields are right is not known yet."""

    name: DocumentName
    tree: Tree
    """A mapping."""
    markdown: str = ""
    """Without blank lines before and after; empty when there is no text."""
    markdown_line: int = 1
    """The line of the file on which the Markdown starts."""
    markdown_digest: Digest = NO_DIGEST

    @property
    def path(self) -> SourcePath:
        return self.name.path

    @property
    def fields(self) -> dict[str, Tree]:
        assert isinstance(self.tree.value, dict)
        return self.tree.value


class _Parts(Struct, frozen=True):
    """Front matter and Markdown, each with the line on which it starts."""

    fields: str
    fields_line: int
    markdown: str
    markdown_line: int


def parse_document(
    path: SourcePath, data: bytes, name: DocumentName
) -> tuple[Document | None, tuple[Problem, ...]]:
    """Read a content file; no document when its fields can't be told apart."""
    text = read_text(path, data)
    if isinstance(text, Problem):
        return None, (text,)
    if path.endswith(".yaml"):
        tree, problems = parse_yaml(path, text)
        if tree is not None and not tree.value:
            return None, (*problems, Problem("file-empty", Span(path)))
        return (None if tree is None else Document(name, tree)), problems
    parts = _split(path, text, is_translation=name.lang is not None)
    if isinstance(parts, Problem):
        return None, (parts,)
    tree, problems = parse_yaml(path, parts.fields, parts.fields_line)
    if tree is None:
        return None, problems
    digest = Digest(hashlib.blake2b(parts.markdown.encode(), digest_size=20).hexdigest())
    return Document(name, tree, parts.markdown, parts.markdown_line, digest), problems


def markdown_alone(path: SourcePath, data: bytes, name: DocumentName) -> Document | None:
    """Give the Markdown of a file whose fields can't be read, without any field."""
    text = read_text(path, data)
    if isinstance(text, Problem) or path.endswith(".yaml"):
        return None
    parts = _split(path, text, is_translation=name.lang is not None)
    return (
        None if isinstance(parts, Problem) else Document(name, NO_FIELDS, parts.markdown, parts.markdown_line)
    )


def _split(path: SourcePath, text: str, *, is_translation: bool) -> _Parts | Problem:
    """Part the file at its two `---` lines; a translation may be Markdown alone."""
    lines = text.split("\n")
    opening = next(number for number, line in enumerate(lines) if line.strip())
    first = lines[opening]
    if first.rstrip() != "---":
        if is_translation and not _looks_like_field(first) and not _LIKE_MARKS.fullmatch(first):
            return _parts(lines, opening, opening, opening - 1)
        return _no_opening(path, lines, opening)
    for number in range(opening + 1, len(lines)):
        if lines[number].rstrip() == "---":
            if _goes_on(lines, opening, number):
                return Problem("front-matter-twice", Span(path, number + 1))
            return _parts(lines, opening, number, number)
    return _no_closing(path, lines, opening)


def _goes_on(lines: list[str], opening: int, closing: int) -> bool:
    """Whether fields go on behind the `---` that closes them: pasted with a `---` of their own.

    Behind nothing one field is enough, else all lines up to another `---` must be plain fields.
    """
    rest = [line for line in lines[closing + 1 :] if line.strip()]
    if not rest or not _PLAIN_FIELD.match(rest[0]):
        return False
    if not any(line.strip() for line in lines[opening + 1 : closing]):
        return True
    end = next((place for place, line in enumerate(rest) if line.rstrip() == "---"), 0)
    return end > 1 and all(_PLAIN_FIELD.match(line) or line[:1] in " -#" for line in rest[:end])


def _parts(lines: list[str], opening: int, end: int, closing: int) -> _Parts:
    start = closing + 1
    while start < len(lines) and not lines[start].strip():
        start += 1
    markdown = "\n".join(lines[start:]).rstrip()
    fields = "\n".join(lines[opening + 1 : end])
    return _Parts(fields + "\n" if fields else "", opening + 2, markdown, min(start, len(lines) - 1) + 1)


def _looks_like_field(line: str) -> bool:
    return bool(re.match(r"[^\W\d]\w{0,40}\s*[:：](\s|$)", line))


def _no_opening(path: SourcePath, lines: list[str], opening: int) -> Problem:
    at = Span(path, opening + 1)
    first = lines[opening].strip()
    if _LIKE_MARKS.fullmatch(first):
        return Problem("front-matter-open", at, "marks", {"value": first[:40]})
    if first.startswith("---"):
        return Problem(
            "front-matter-open", Span(path, opening + 1, 4), "same-line", {"value": first[3:43].strip()}
        )
    if _looks_like_field(lines[opening]):
        return Problem("front-matter-open", at, "fields", {"value": shorten(first)})
    return Problem("front-matter-open", at)


def _no_closing(path: SourcePath, lines: list[str], opening: int) -> Problem:
    """Point at the line before which the closing `---` seems to be missing, or that stands in its place."""
    at = Span(path, opening + 1)
    if not any(line.strip() for line in lines[opening + 1 :]):
        return Problem("file-empty", at, "marks")
    for number in range(opening + 1, len(lines)):
        if _LIKE_MARKS.fullmatch(lines[number].strip() or "x"):
            values = {"line": str(opening + 1), "value": lines[number].strip()[:40]}
            return Problem("front-matter-close", Span(path, number + 1), "marks", values)
    for number in range(opening + 1, len(lines)):
        if not (_FIELD_LINE.match(lines[number]) or _is_slip_in_field(lines, number)):
            values = {"line": str(opening + 1), "value": shorten(lines[number])}
            return Problem("front-matter-close", Span(path, number + 1), "before", values)
    return Problem("front-matter-close", at)


def _is_slip_in_field(lines: list[str], number: int) -> bool:
    """Whether a line is a field without its colon, or has fields below it: no text begins there."""
    mended = equals_for_colon(lines[number]) or colon_left_out(lines[number])
    if mended is not None and is_field_line(mended.line):
        return True
    below = takewhile(str.strip, lines[number + 1 :])
    return any(_PLAIN_FIELD.match(line) and is_field_line(line) for line in below)
