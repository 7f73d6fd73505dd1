"""The parts of an entry that are translated one by one: its texts, and its Markdown by headings.

A part is called as the source calls it: `summary`, `photos[intako/depan.jpg].alt`, `## Bahan`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping

from site_builder.model.catalog import AnyEntry
from site_builder.model.localized import Localized
from site_builder.names import Kind, Lang
from site_builder.validate.shapes import ListShape, RecordShape, Shape, TextShape, shape_of_kind

OPENING = "(opening)"
"""The text before the first heading."""
BODY = "(text)"
"""The whole Markdown, where there is none in a language."""

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"(#{1,6})[ \t]*([^#\s].*?)[ \t]*#*")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*")
_STEP = re.compile(r"(\w+)(?:\[([^\]]*)\])?\.?")
_DIGEST_BYTES = 6


def fingerprint(text: str) -> str:
    """Digest a text; line ends, blanks at the ends of lines and blank lines around it do not count."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff").split("\n")
    told = "\n".join(line.rstrip() for line in lines).strip("\n")
    return hashlib.blake2b(told.encode(), digest_size=_DIGEST_BYTES).hexdigest()


def field_texts(entry: AnyEntry) -> dict[str, Localized]:
    """Give the texts of an entry's fields that may be translated; its address is none."""
    found: dict[str, Localized] = {}
    for field in shape_of_kind(entry.kind).fields:
        if field.has_texts and field.name != "slug":
            holder = entry.meta if hasattr(entry.meta, field.name) else entry.facts
            found |= _texts(field.shape, getattr(holder, field.name), field.name)
    return found


def _texts(shape: Shape, value: object, part: str) -> Iterator[tuple[str, Localized]]:
    match shape:
        case TextShape() if isinstance(value, Localized):
            yield part, value
        case ListShape() if isinstance(value, tuple):
            for number, item in enumerate(value, 1):
                yield from _texts(shape.item, item, f"{part}[{_name_of(shape.item, item) or number}]")
        case RecordShape() if value is not None:
            for field in shape.fields:
                if field.has_texts:
                    yield from _texts(field.shape, getattr(value, field.name), f"{part}.{field.name}")
        case _:
            return


def _name_of(shape: Shape, item: object) -> str:
    """Name an item of a list by the fact that tells it apart, so that its place may change."""
    keys = shape.keys if isinstance(shape, RecordShape) else ()
    return next((str(value) for key in keys if (value := getattr(item, key))), "")


def body_parts(markdown: str) -> dict[str, str]:
    """Cut a text before each of its headings; a heading that comes again is called `## Bahan (2)`."""
    found: dict[str, list[str]] = {OPENING: []}
    part, fence, lines = OPENING, "", markdown.split("\n")
    for place, line in enumerate(lines):
        opened = _FENCE.match(line)
        if fence:
            fence = "" if opened and opened[1].startswith(fence) else fence
        elif opened:
            fence = opened[1]
        elif heading := _heading_at(lines, place):
            part = _unused(heading, found)
            found[part] = []
        found[part].append(line)
    if not any(line.strip() for line in found[OPENING]):
        del found[OPENING]
    return {part: "\n".join(text) for part, text in found.items()}


def _heading_at(lines: list[str], place: int) -> str:
    """Give the heading that begins on a line, of either form; empty where there is none."""
    line = lines[place].rstrip()
    if heading := _HEADING.fullmatch(line):
        return f"{heading[1]} {heading[2]}"
    begins = line and not line[0].isspace() and (place == 0 or not lines[place - 1].strip())
    under = _UNDERLINE.fullmatch(lines[place + 1]) if begins and place + 1 < len(lines) else None
    return "" if under is None else f"{'#' if under[1][0] == '=' else '##'} {line}"


def _unused(heading: str, taken: Mapping[str, object]) -> str:
    name, count = heading, 1
    while name in taken:
        count += 1
        name = f"{heading} ({count})"
    return name


def is_of_body(part: str) -> bool:
    return part == OPENING or part.startswith("#")


def source_parts(entry: AnyEntry, default: Lang, markdown: str) -> dict[str, str]:
    """Give the fingerprint of every part of the source, fields first, in the order of the entry."""
    texts = {part: text.texts[default] for part, text in field_texts(entry).items() if default in text.texts}
    if default in entry.bodies:
        texts |= body_parts(markdown)
    return {part: fingerprint(text) for part, text in texts.items()}


def own_parts(entry: AnyEntry, lang: Lang, source: str, translation: str) -> dict[str, str]:
    """Give the fingerprint of every part of a translation, called as the source calls that part.

    Sections are told by their place, for their headings are translated too. Where there are more or fewer of
    them than in the source they keep their own headings.
    """
    texts = {part: text.texts[lang] for part, text in field_texts(entry).items() if lang in text.texts}
    if lang in entry.bodies:
        ours, theirs = body_parts(source), body_parts(translation)
        is_parallel = len(ours) == len(theirs) and (OPENING in ours) == (OPENING in theirs)
        texts |= dict(zip(ours, theirs.values(), strict=True)) if is_parallel else theirs
    return {part: fingerprint(text) for part, text in texts.items()}


def translated_parts(entry: AnyEntry, lang: Lang) -> frozenset[str]:
    """Name the fields that are written in a language, and `OPENING` if there is Markdown."""
    fields = {part for part, text in field_texts(entry).items() if lang in text.texts}
    return frozenset(fields | {OPENING} if lang in entry.bodies else fields)


def part_called(part: str, kind: Kind, *, in_english: bool) -> str:
    """Call a part as editors call it: `foto[intako/depan.jpg].teks_alt`; headings stay as they are."""
    if in_english or is_of_body(part):
        return part
    shape: Shape | None = shape_of_kind(kind)
    told: list[str] = []
    for step in _STEP.finditer(part):
        field = shape.by_name.get(step[1]) if isinstance(shape, RecordShape) else None
        name = field.indonesian if field else step[1]
        told.append(name if step[2] is None else f"{name}[{step[2]}]")
        shape = field.shape if field else None
        shape = shape.item if isinstance(shape, ListShape) else shape
    return ".".join(told)
