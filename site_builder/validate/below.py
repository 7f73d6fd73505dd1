"""What stands below the fields of a file, as far as it tells of its fields or of its translations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

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

_NAME = r"(?P<name>[A-Za-z][A-Za-z_]{1,30}(?: [A-Za-z]{2,15}){0,2}) ?[:：]"
_BEGINS_LIKE_FIELD = re.compile(f"^{_NAME}", re.MULTILINE)
_FIELD = re.compile(rf"{_NAME}[ \t]*(?P<value>.*)")
_PART_OF_FIELD = re.compile(r"[ \t]+\S|-[ \t]")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_LONGEST_SUGGESTION = 120
_LONGEST_DATUM = 60
"""Signs of a value that may be a field's; what is longer was written to be read."""
_OF_TEXT = re.compile(r"[.!?。！？,;…]$|\[\[|\]\(|\*\*|\w{4}[.!?] [A-Z]")
"""How a sentence ends and what only a text has."""
_PROSE = frozenset({Kind.PAGES, Kind.STORIES, Kind.MARKETS})
"""Kinds whose text may tell anything: `Alamat: Jl. Raya 5` is right there."""


class _Line(Struct, frozen=True):
    """A line of a text that has the form of a field."""

    label: str
    """As it is written."""
    name: str
    """How the field is called that it would be; empty where there is none."""
    value: str
    is_own: bool
    """Whether files of this kind have it."""
    has_part_below: bool

    @property
    def is_small(self) -> bool:
        """Whether it is in small letters, as no sentence begins."""
        return self.label == self.label.lower() and " " not in self.label

    @property
    def is_datum(self) -> bool:
        """Whether it holds what such a field does: no sentence, and of a name in capitals nothing else."""
        if not self.value:
            return self.is_small and self.has_part_below
        if len(self.value) > _LONGEST_DATUM or _OF_TEXT.search(self.value):
            return False
        return self.is_small or any(_may_hold(shape, self.value) for shape in _known().get(self.name, ()))


def fields_below(document: Document, shape: RecordShape) -> Iterator[Problem]:
    """Warn of fields in a text: they were written below the line that ends the fields.

    Those with which it begins in small letters are sure, and those with `_` in their names are so anywhere.
    Others may be meant to be read, so they count only in a paragraph that consists of such lines alone.
    """
    begun = _BEGINS_LIKE_FIELD.finditer(document.markdown)
    if not any(_name_of(found["name"]) in _known() for found in begun):
        return
    assert document.name.kind is not None
    is_prose = document.name.kind in _PROSE
    lines = document.markdown.split("\n")
    is_start = True
    for start, end in _paragraphs(lines):
        fields = {number: line for number in range(start, end) if (line := _line(lines, number, shape))}
        is_alone = all(
            _is_of_fields(lines[number], fields.get(number), is_first=number == start)
            for number in range(start, end)
        )
        for number in range(start, end):
            line = fields.get(number)
            is_start = is_start and (_PART_OF_FIELD.match(lines[number]) is not None or _is_small_field(line))
            if line is None or not line.name:
                continue
            is_meant = line.is_own or line.is_small or not is_prose
            if "_" in line.label or (is_start and line.is_small) or (is_alone and is_meant):
                at = Span(document.path, document.markdown_line + number)
                yield _problem(at, lines[number], line)


def _is_small_field(line: _Line | None) -> bool:
    return line is not None and line.is_small and bool(line.name)


def _is_of_fields(written: str, line: _Line | None, *, is_first: bool) -> bool:
    """Whether a line may stand among fields: as one, as the part of one, or as one that nobody knows."""
    if line is None:
        return not is_first and _PART_OF_FIELD.match(written) is not None
    return "_" in line.label or (line.is_datum and (bool(line.name) or line.is_small))


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


def _line(lines: Sequence[str], number: int, shape: RecordShape) -> _Line | None:
    found = _FIELD.fullmatch(lines[number])
    if found is None:
        return None
    label, name = found["name"], _name_of(found["name"])
    has_part_below = number + 1 < len(lines) and _PART_OF_FIELD.match(lines[number + 1]) is not None
    return _Line(
        label=label,
        name=name if name in _known() else "",
        value=found["value"].strip(),
        is_own=name in shape.by_written,
        has_part_below=has_part_below,
    )


def _name_of(label: str) -> str:
    return label.lower().replace(" ", "_")


def _problem(at: Span, written: str, line: _Line) -> Problem:
    meant = f"{line.name}: {line.value}".rstrip()[:_LONGEST_SUGGESTION]
    values = {"written": shorten(written), "suggestion": meant}
    if line.is_own and (line.is_small or "_" in line.label):
        return Problem("field-below", at, "", values, Severity.WARNING)
    label = line.label.replace("_", " ")
    values |= {"field": line.name, "text": f"**{label}:** {line.value}".rstrip()[:_LONGEST_SUGGESTION]}
    if line.is_own:
        return Problem("field-below", at, "perhaps", values, Severity.WARNING)
    values["folders"] = folders_of(line.name)
    return Problem("field-below", at, "elsewhere", values, Severity.WARNING)


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
            return value[0].isdigit() or _is_read(shape, value)
        case ChoiceShape():
            return value.lower() in shape.meant
        case ListShape():
            return value[0] == "[" or _may_hold(shape.item, value)
        case RecordShape() | TermsShape():
            return value[0] == "{"


def _is_read(shape: ScalarShape, value: str) -> bool:
    try:
        shape.scalar.read(value)
    except ScalarFault:
        return False
    return True


def text_lost(base: Document, translations: Sequence[Document], default: Lang) -> Iterator[Problem]:
    """Warn of an entry whose text is there in translation only: readers of the main language get that."""
    other = next((document for document in translations if document.markdown), None)
    if other is not None and not base.markdown:
        values = {"language": default, "other": other.path}
        yield Problem("body-default-missing", Span(base.path), "", values, Severity.WARNING)
