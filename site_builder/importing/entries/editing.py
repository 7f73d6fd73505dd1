"""Changes one field of a content file; every other byte stays what it is."""

from __future__ import annotations

import re
from typing import Any

import yaml
from msgspec import Struct

from site_builder.model.readers.written import Written
from site_builder.source.documents import Document, parse_document
from site_builder.source.flow_yaml import flow_yaml
from site_builder.source.spanned_yaml import events_of
from site_builder.source.tree import written

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
_BOM = b"\xef\xbb\xbf"
_COMMENT = re.compile(r"(?:^|\s)#")


class _Lines(Struct, frozen=True):
    """The lines of a file, each with its own end."""

    texts: list[str]
    ends: list[str]
    has_bom: bool

    def joined(self) -> bytes:
        text = "".join(text + end for text, end in zip(self.texts, self.ends, strict=True))
        return (_BOM if self.has_bom else b"") + text.encode()


class _Extent(Struct, frozen=True):
    """From the first sign of a value to the one behind its last, in lines and columns from 0."""

    line: int
    column: int
    last_line: int
    last_column: int


def set_field(
    document: Document, data: bytes, names: tuple[str, ...], key: str, value: Written
) -> bytes | None:
    """Give the bytes of the file with one field set; `names` are all that the field may be called.

    A field that is not there is added below the others as `key`. Gives `None` where a comment or the way in
    which the field is written would be lost: then a person has to.
    """
    lines = _split(data)
    present = next((name for name in names if name in document.fields), None)
    if present is None:
        _add(lines, f"{key}: {flow_yaml(value)}")
    else:
        try:
            extent = _extent(lines, document, present)
        except yaml.YAMLError:  # the events of a text may end in a fault behind what the reader took
            return None
        if extent is None or not _replace(lines, extent, flow_yaml(value)):
            return None
    changed = lines.joined()
    return changed if _only_changed(document, changed, present or key, value) else None


def _split(data: bytes) -> _Lines:
    has_bom = data.startswith(_BOM)
    pairs = _LINE.findall(data.removeprefix(_BOM).decode("utf-8"))
    if len(pairs) > 1 and pairs[-1] == ("", "") and pairs[-2][1] == "":
        pairs.pop()
    return _Lines([text for text, _ in pairs], [end for _, end in pairs], has_bom)


def _marks(lines: _Lines) -> tuple[int, int]:
    """Give the places of the two `---`."""
    opening = next(place for place, text in enumerate(lines.texts) if text.strip())
    closing = next(p for p in range(opening + 1, len(lines.texts)) if lines.texts[p].rstrip() == "---")
    return opening, closing


def _add(lines: _Lines, text: str) -> None:
    """Put a line before the closing `---`, with the end that the lines around it have."""
    opening, closing = _marks(lines)
    lines.texts.insert(closing, text)
    lines.ends.insert(closing, lines.ends[closing - 1] or lines.ends[opening])


def _extent(lines: _Lines, document: Document, key: str) -> _Extent | None:
    """Find where the value of a field begins and ends."""
    opening, closing = _marks(lines)
    text = "\n".join(lines.texts[opening + 1 : closing]).replace("\u2028", " ").replace("\u2029", " ") + "\n"
    tree = document.fields[key]
    depth, is_value = 0, False
    first: Any = None
    last: Any = None
    event: Any
    for event in events_of(text):
        mark = event.start_mark
        at = (mark.line + opening + 2, mark.column + 1)
        if first is None and is_value and at == (tree.line, tree.column) and depth == 1:
            first = event
        is_start = isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent)
        is_end = isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent)
        is_value = is_value or isinstance(event, yaml.ScalarEvent)
        depth += is_start - is_end
        if first is not None:
            is_block = is_end and not getattr(first, "flow_style", False)
            last = last if is_block and last is not None else event
            if depth == 1:
                break
    if first is None or last is None or getattr(last, "style", None) in ("|", ">"):
        return None
    start, end = first.start_mark, last.end_mark
    return _Extent(start.line + opening + 1, start.column, end.line + opening + 1, end.column)


def _replace(lines: _Lines, at: _Extent, value: str) -> bool:
    """Put a value in the place of another; not where a comment stands within the other."""
    before, after = lines.texts[at.line][: at.column], lines.texts[at.last_line][at.last_column :]
    if at.line != at.last_line:
        inner = [lines.texts[at.line][at.column :], *lines.texts[at.line + 1 : at.last_line]]
        inner.append(lines.texts[at.last_line][: at.last_column])
        if any(_COMMENT.search(text) for text in inner):
            return False
    line, column = at.line, before
    if not before.strip():  # a list or a mapping that begins below its key
        above = next((p for p in range(at.line - 1, -1, -1) if lines.texts[p].strip()), 0)
        if not lines.texts[above].rstrip().endswith(":") or _COMMENT.search(after):
            return False
        if _is_remarked_below(lines, at.last_line):
            return False
        line, column = above, lines.texts[above]
    space = "" if column.endswith((" ", "\t")) else " "
    lines.texts[line : at.last_line + 1] = [column + space + value + after]
    lines.ends[line : at.last_line + 1] = [lines.ends[at.last_line]]
    return True


def _is_remarked_below(lines: _Lines, last: int) -> bool:
    """Whether the next line that says something is a remark as deep as the items above it."""
    below = next((text for text in lines.texts[last + 1 :] if text.strip()), "")
    return below.lstrip().startswith("#") and below[:1].isspace()


def _only_changed(document: Document, changed: bytes, key: str, value: Written) -> bool:
    """Read the changed file: all else must say what it said, in the same order."""
    after, problems = parse_document(document.path, changed, document.name)
    slips = [one for one in problems if (one.code, one.variant) != ("yaml-comment", "words")]
    if after is None or any(problem.code.startswith("yaml-") for problem in slips):  # a comment stays one
        return False
    wanted = {name: written(tree) for name, tree in document.fields.items()} | {key: value}
    found = {name: written(tree) for name, tree in after.fields.items()}
    same_text = after.markdown == document.markdown
    return same_text and found == wanted and list(found) == list(wanted)


def new_entry(fields: list[tuple[str, Written]]) -> bytes:
    """Write the file of a new entry, its fields in the order given."""
    lines = [f"{name}: {flow_yaml(value)}" for name, value in fields]
    return ("\n".join(["---", *lines, "---"]) + "\n").encode()
