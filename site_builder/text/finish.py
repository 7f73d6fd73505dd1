"""The last pass over the element tree: paragraphs, holes, headings, and the excerpt."""

from __future__ import annotations

import re
from html import unescape
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from site_builder.model.body import Heading
from site_builder.problems import Span
from site_builder.text.conversion import Conversion, Current
from site_builder.text.footnotes import NOTE, Footnotes, number_notes
from site_builder.text.marks import without_marks
from site_builder.text.overriding import override
from site_builder.text.plain import EXCERPT_LENGTH, excerpt_of, one_line
from site_builder.text.serialize import HOLE, KEEP
from site_builder.text.shortcodes import BLOCK_FORMS
from site_builder.text.slug import slug_of
from site_builder.text.tables import finish_tables

RESERVED_IDS = frozenset(
    {"add", "atas", "bahasa", "body", "buyers-list", "card", "cari", "content", "contents", "dialog", "empty",
     "events", "failed", "filter", "foot", "footer", "found", "galeri", "gallery", "gone", "group", "groups",
     "hasil", "head", "header", "isi", "item", "judul", "kaki", "kepala", "konten", "language", "languages",
     "listed", "main", "map", "markets", "menu", "nav", "navigasi", "navigation", "open-words", "order",
     "page", "pages", "peta", "photos", "places", "results", "root", "search", "skip", "status", "theme",
     "title", "toc", "top", "trips", "utama", "ways"}
)  # fmt: skip
"""Ids that templates give, or may give one day; a heading called so gets a number.

Ids that templates count or make from others have a `_`, which no heading and no entry has.
"""

_LEVELS = {f"h{level}": level for level in range(1, 7)}
_STASHED = re.compile("\x02[^\x03]*\x03")
_PROSE = frozenset({"p", "ul", "ol", "blockquote"})


class Finish(Treeprocessor):
    """Runs after all signs are read, just before the tree is written."""

    def __init__(self, current: Current, notes: Footnotes) -> None:
        super().__init__()
        self.current = current
        self.notes = notes

    @override
    def run(self, root: Element) -> None:
        conversion = self.current.conversion
        number_notes(root, self.notes)
        tags = {element.tag for element in root.iter()}
        if HOLE in tags:
            _settle_holes(root, conversion)
        if "a" in tags:
            _part_nested_links(root)
        if "p" in tags:
            _drop_empty_paragraphs(root)
        if not tags.isdisjoint(_LEVELS):
            _finish_headings(root, conversion)
        if "pre" in tags:
            _trim_code(root)
        conversion.excerpt = _excerpt(root)
        if "table" in tags:
            finish_tables(root, conversion.labels)


def _settle_holes(root: Element, conversion: Conversion) -> None:
    """Let a chart, a map or a photo alone in its paragraph take the paragraph's place.

    A photo may also stand within a line; a chart, a map or all photos may not.
    """
    for parent in root.iter():
        alone = parent.tag == "p" and len(parent) == 1 and not (parent.text or "").strip()
        for child in parent:
            if child.tag != HOLE:
                continue
            form = child.get("form", "")
            if alone and (form in BLOCK_FORMS or form == "photo") and not (child.tail or "").strip():
                parent.tag = KEEP
            elif form in BLOCK_FORMS:
                at = conversion.source.at_mark(int(child.get("mark", "0")))
                conversion.report("shortcode-placement", at, "block", written=child.get("written", ""))
                child.set("token", "")


def _part_nested_links(root: Element) -> None:
    """Within a link nothing else may be one: inner links keep their words only."""
    for outer in root.iter("a"):
        for inner in outer.iter():
            is_link = inner.tag == "a" or (inner.tag == HOLE and inner.get("form") != "photo")
            if is_link and inner is not outer:
                inner.tag = KEEP
                inner.attrib.clear()


def _drop_empty_paragraphs(root: Element) -> None:
    """Raw HTML and refused shortcodes leave paragraphs in which nothing stands."""
    for element in root.iter("p"):
        if not len(element) and not without_marks(element.text or "").strip():
            element.tag = KEEP
            element.text = None


def _trim_code(root: Element) -> None:
    """Take away the blank lines that the parser keeps after indented code."""
    for block in root.iter("pre"):
        if len(block) and block[0].text:
            block[0].text = block[0].text.rstrip() + "\n"


def _finish_headings(root: Element, conversion: Conversion) -> None:
    """Shift levels so that the highest is 2 (the page has its own h1), give ids, note jumps."""
    found = [element for element in root.iter() if element.tag in _LEVELS]
    texts = [_words(element) for element in found]
    kept = [(element, text) for element, text in zip(found, texts, strict=True) if text]
    shift = 2 - min((_LEVELS[element.tag] for element, _ in kept), default=2)
    used = dict.fromkeys(RESERVED_IDS, 1)
    before, offset = 1, 0
    for element, text in kept:
        level = min(_LEVELS[element.tag] + shift, 6)
        if level > before + 1:
            at, offset = _find_heading(conversion, element.get("raw", text), offset)
            written = "#" * _LEVELS[element.tag]
            meant = "#" * (before + 1 - shift)
            conversion.warn("heading-jump", at, heading=text, written=written, suggestion=f"{meant} {text}")
        before = level
        element.tag = f"h{level}"
        element.attrib.clear()
        element.set("id", _unused_id(text, used))
        conversion.headings.append(Heading(level, element.get("id", ""), text))
    for element, text in zip(found, texts, strict=True):
        if not text:
            element.tag = KEEP


def _unused_id(text: str, used: dict[str, int]) -> str:
    """Give the slug of the heading; Chinese and Japanese characters stay, signs alone give `bagian`."""
    base = slug_of(text) or "bagian"
    number = used.get(base, 0)
    candidate = base if not number else f"{base}-{number + 1}"
    while number and candidate in used:
        number += 1
        candidate = f"{base}-{number + 1}"
    used[base] = number + 1
    used.setdefault(candidate, 1)
    return candidate


def _find_heading(conversion: Conversion, raw: str, offset: int) -> tuple[Span, int]:
    """Find the line of a heading at or after `offset`, by its words as written."""
    words = re.escape(without_marks(raw))
    source = conversion.source
    with_signs, underlined = rf"(#{{1,6}})[ \t]+{words}", rf"({words})[ \t]*\n[ >]*(?:=+|-+)[ \t]*$"
    pattern = re.compile(rf"^[ >*+-]*(?:{with_signs}|{underlined})", re.MULTILINE)
    found = pattern.search(source.text, offset) or pattern.search(source.text)
    if not found:
        return source.at_line(0), offset
    return source.at_offset(found.start(found.lastindex or 0)), found.end()


def _words(element: Element) -> str:
    """Give what a reader sees of `element`, holes by the words the author gave them."""
    parts: list[str] = []
    _gather_prose(element, parts)
    return one_line(without_marks(_STASHED.sub(" ", "".join(parts))))


def _excerpt(root: Element) -> str:
    """Take the beginning of the prose: paragraphs, lists and quotations, no headings, code and tables."""
    parts: list[str] = []
    for block in root:
        if sum(map(len, parts)) > EXCERPT_LENGTH * 2:
            break
        if block.tag in _PROSE:
            _gather_prose(block, parts)
    return excerpt_of(without_marks(_STASHED.sub(" ", "".join(parts))))


def _gather_prose(element: Element, parts: list[str]) -> None:
    is_block = element.tag in _PROSE or element.tag in {"li", "br", "pre"}
    if is_block:
        parts.append(" ")
    if text := element.text:
        parts.append(unescape(text) if element.tag == "code" else text)
    for child in element:
        if child.tag != NOTE:
            _gather_prose(child, parts)
        if child.tail:
            parts.append(child.tail)
    if is_block:
        parts.append(" ")
