"""What stands below the fields of a file, as far as it tells of its fields or of its translations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile

from msgspec import Struct

from site_builder.model.fields import RefTo
from site_builder.model.readers.written import ScalarFault, shorten
from site_builder.names import Kind, Lang
from site_builder.problems import Problem, Severity, Span
from site_builder.source.documents import Document
from site_builder.source.naming import YAML_KINDS
from site_builder.validate.shapes import (
    ChoiceShape,
    ListShape,
    RecordShape,
    ScalarShape,
    Shape,
    TermsShape,
    TextShape,
    shape_of_kind,
)
from site_builder.validate.suggest import folders_of

_NAME = (
    r"(?P<indent> {0,3}|\t)(?P<name>[A-Za-z][A-Za-z_]{1,30}(?: [A-Za-z]{2,15}){0,2})"
    r"[ \t]*(?P<sign>[:：]|=(?=\s))"
)
"""What is indented more is code, but a tab is only a slip of the hand."""
_BEGINS_LIKE_FIELD = re.compile(f"^{_NAME}", re.MULTILINE)
_FIELD = re.compile(rf"{_NAME}[ \t]*(?P<value>.*)")
_PART_OF_FIELD = re.compile(r"[ \t]+\S|-[ \t]")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_LONGEST_SUGGESTION = 120
_MOST_PARTS = 8
"""Lines that are told with the name that holds them."""
_LONGEST_DATUM = 60
"""Signs of a value that may be a field's; what is longer was written to be read."""
_OF_TEXT = re.compile(r"[.!?。！？,;…]$|\[\[|\]\(|\*\*|\w{4}[.!?] [A-Z]")
"""How a sentence ends and what only a text has."""
_SENTENCE = re.compile(r"(?:\S+\s+){3,}\S*[.!?]")
"""Several words and a full stop."""
_ENDS_SENTENCE = re.compile(r"[.!?…][)\"”’'*_]*\s*$|^#{1,6} ")
"""What may stand just above fields: the end of a sentence, or a heading."""
_PROSE = frozenset({Kind.PAGES, Kind.STORIES, Kind.MARKETS})
"""Kinds whose text may tell anything: `Alamat: Jl. Raya 5` is right there."""
_TOLD_IN_PROSE = frozenset({"nama", "name", "tanggal", "date"})
"""Fields that texts of these kinds have, and yet tell of somebody or something else."""


class _Line(Struct, frozen=True):
    """A line of a text that has the form of a field."""

    label: str
    """As it is written."""
    name: str
    """How the field is called that it would be; empty where there is none."""
    value: str
    said: str
    """The value, with a full stop where it goes on in the next line as a sentence does."""
    is_own: bool
    """Whether files of this kind have it."""
    is_own_text: bool
    """Whether that field holds a text, which may be a sentence."""
    indent: str
    above: tuple[str, int] | None
    """What the field is called where it stands in its place already, and in which line."""
    parts: tuple[str, ...]
    """The lines that it holds."""

    @property
    def is_small(self) -> bool:
        """Whether it is in small letters, as no sentence begins."""
        return self.label == self.label.lower() and " " not in self.label

    @property
    def is_datum(self) -> bool:
        """Whether it holds what such a field does: no sentence, and of a name in capitals nothing else."""
        if not self.value:
            return self.is_small and bool(self.parts)
        if len(self.value) > _LONGEST_DATUM or _OF_TEXT.search(self.value):
            return False
        return self.is_small or any(_may_hold(shape, self.value) for shape in _known().get(self.name, ()))

    @property
    def may_begin_text(self) -> bool:
        """Whether a text may begin with it as a field: `harga: tanya saja di toko kami.` is a sentence."""
        is_sentence = _SENTENCE.fullmatch(self.said) is not None and not self.is_own_text
        return self.is_small and bool(self.name) and not is_sentence


def fields_below(document: Document, shape: RecordShape) -> Iterator[Problem]:
    """Warn of fields in a text: they were written below the line that ends the fields.

    Those with which it begins in small letters are sure, and those with `_` in their names are so anywhere.
    Others may be meant to be read, so they count only in a paragraph that consists of such lines alone,
    or in small letters at its end, below a sentence.
    """
    begun = _BEGINS_LIKE_FIELD.finditer(document.markdown)
    if not any(_name_of(found["name"]) in _known() for found in begun):
        return
    assert document.name.kind is not None
    is_prose = document.name.kind in _PROSE
    lines = document.markdown.split("\n")
    is_start = True
    for start, end in _paragraphs(lines):
        fields = _fields(lines, start, end, document, shape)
        is_alone = all(
            _is_of_fields(lines[number], fields.get(number), is_first=number == start)
            for number in range(start, end)
        )
        tail = _tail(lines, start, end, fields)
        for number in range(start, end):
            line = fields.get(number)
            is_part = number > 0 and _PART_OF_FIELD.match(lines[number]) is not None
            is_start = is_start and (is_part if line is None else line.may_begin_text)
            if line is None or not line.name:
                continue
            is_sure = "_" in line.label or (line.is_small and (is_start or number >= tail))
            if is_sure or (is_alone and _is_meant(line, is_prose=is_prose)):
                yield _problem(document, number, lines[number], line)


def _is_meant(line: _Line, *, is_prose: bool) -> bool:
    """Whether a line among others of its form may be a field, also in a text that may tell anything."""
    return line.is_small or not is_prose or (line.is_own and line.name not in _TOLD_IN_PROSE)


def _is_of_fields(written: str, line: _Line | None, *, is_first: bool) -> bool:
    """Whether a line may stand among fields: as one, as the part of one, or as one that nobody knows."""
    if line is None:
        return not is_first and _PART_OF_FIELD.match(written) is not None
    return "_" in line.label or (line.is_datum and (bool(line.name) or line.is_small))


def _tail(lines: Sequence[str], start: int, end: int, fields: Mapping[int, _Line]) -> int:
    """Give the first of the fields that end a paragraph below a sentence; `end` where there are none."""
    tail = number = end
    while number > start:
        number -= 1
        line = fields.get(number)
        if line is not None and line.name and line.is_small and line.is_datum and not line.indent:
            tail = number
        elif line is not None or _PART_OF_FIELD.match(lines[number]) is None:
            break
    return tail if start < tail < end and _ENDS_SENTENCE.search(lines[tail - 1]) else end


def _paragraphs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give the first line and the one behind the last of what stands between blank lines, but no code."""
    start, fence = 0, ""
    for number, line in enumerate((*lines, "")):
        found, was_code = _FENCE.match(line), bool(fence)
        if found is not None and fence in ("", found[1]):
            fence = "" if fence else found[1]
        elif fence or line.strip():
            continue
        if start < number and not was_code:
            yield start, number
        start = number + 1


def _fields(
    lines: Sequence[str], start: int, end: int, document: Document, shape: RecordShape
) -> dict[int, _Line]:
    """Give the lines of a paragraph that have the form of a field, but not those that one of them holds."""
    fields: dict[int, _Line] = {}
    number = start
    while number < end:
        line = _line(lines, number, end, document, shape)
        if line is not None:
            fields[number] = line
        number += 1 + (len(line.parts) if line is not None else 0)
    return fields


def _line(
    lines: Sequence[str], number: int, end: int, document: Document, shape: RecordShape
) -> _Line | None:
    found = _FIELD.fullmatch(lines[number])
    if found is None or (found["sign"] == "=" and "_" not in found["name"]):
        return None
    label, name, indent = found["name"], _name_of(found["name"]), found["indent"]
    value = found["value"].strip()
    own = shape.by_written.get(name)
    there = next((other for other in own.names if other in document.fields), "") if own is not None else ""
    below = takewhile(lambda line: _is_part(line, indent), lines[number + 1 : end])
    return _Line(
        label=label,
        name=name if name in _known() else "",
        value=value,
        said=f"{value}." if _goes_on(lines[number + 1 : min(number + 2, end)]) else value,
        is_own=own is not None,
        is_own_text=own is not None and isinstance(own.shape, TextShape),
        indent=indent,
        above=(there, document.fields[there].key_line) if there else None,
        parts=() if value else tuple(below),
    )


def _goes_on(below: Sequence[str]) -> bool:
    """Whether the line below, if there is one, is the rest of a sentence."""
    return any(line[:1].islower() and _FIELD.fullmatch(line) is None for line in below)


def _is_part(line: str, indent: str) -> bool:
    """Whether a line stands below a name that is indented so."""
    spaces = len(line) - len(line.lstrip())
    return spaces > len(indent) or (spaces == len(indent) and line[spaces : spaces + 2] in ("- ", "-\t"))


def _name_of(label: str) -> str:
    return label.lower().replace(" ", "_")


def _problem(document: Document, number: int, written: str, line: _Line) -> Problem:
    """Tell what to do with a line; what is more likely to be meant comes first."""
    first = document.markdown_line + number
    last = first + len(line.parts)
    meant = f"{line.name}: {line.value}".rstrip()[:_LONGEST_SUGGESTION]
    label = line.label.replace("_", " ")
    values = {
        "written": shorten(written),
        "suggestion": meant,
        "field": line.name,
        "text": f"**{label}:** {line.value}".rstrip()[:_LONGEST_SUGGESTION],
        "moved": _moved(meant, line),
        "lines": str(first) if first == last else f"{first}-{last}",
        "folders": folders_of(line.name),
    }
    is_sure = line.is_small or "_" in line.label
    if not line.is_own:
        variant = "elsewhere" if is_sure else "read"
    elif line.above is not None:
        values |= {"field": line.above[0], "line": str(line.above[1])}
        variant = "there" if is_sure else "perhaps-there"
    else:
        variant = ("parts" if line.parts else "") if is_sure else "perhaps"
    return Problem("field-below", Span(document.path, first), variant, values, Severity.WARNING)


def _moved(meant: str, line: _Line) -> str:
    """Give a field as it should be written, with the lines that it holds."""
    parts = [part[len(line.indent) :].replace("\t", "  ").rstrip() for part in line.parts]
    told = [part[:_LONGEST_SUGGESTION] for part in parts[:_MOST_PARTS]]
    more = ["…"] if len(parts) > _MOST_PARTS else []
    return ", ".join([*(f"`{one}`" for one in (meant, *told)), *more])


@cache
def _known() -> dict[str, tuple[Shape, ...]]:
    """Give the fields of all kinds whose files have a text, by all their names."""
    known: dict[str, tuple[Shape, ...]] = {}
    for kind in Kind:
        fields = shape_of_kind(kind).by_written if kind not in YAML_KINDS else {}
        for name, field in fields.items():
            known[name] = (*known.get(name, ()), field.shape)
    return known


def _may_hold(shape: Shape, value: str) -> bool:
    """Whether a text in a field of this shape is what belongs there, or is meant to be."""
    match shape:
        case TextShape():
            return True
        case ScalarShape(ref=RefTo()) if " " in value:
            return False  # a name to be read: the id of an entry has no spaces
        case ScalarShape():
            return value[0].isdigit() or _is_understood(shape, value)
        case ChoiceShape():
            return value.lower() in shape.meant
        case ListShape():
            return value[0] == "[" or _may_hold(shape.item, value)
        case RecordShape() | TermsShape():
            return value[0] == "{"


def _is_understood(shape: ScalarShape, value: str) -> bool:
    """Whether a value can be read, or has a number and is told how to be written: `tiap hari 8-5`."""
    try:
        shape.scalar.read(value)
    except ScalarFault as fault:
        return any(map(str.isdigit, value)) and "suggestion" in fault.values
    return True


def text_lost(base: Document, translations: Sequence[Document], default: Lang) -> Iterator[Problem]:
    """Warn of an entry whose text is there in translation only: readers of the main language get that."""
    other = next((document for document in translations if document.markdown), None)
    if other is not None and not base.markdown:
        values = {"language": default, "other": other.path}
        yield Problem("body-default-missing", Span(base.path), "", values, Severity.WARNING)
