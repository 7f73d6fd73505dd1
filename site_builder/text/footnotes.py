"""Footnotes: `[^1]` in the text, `[^1]: …` elsewhere; numbered in the order of the text."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteBlockProcessor, FootnoteExtension
from markdown.treeprocessors import Treeprocessor
from msgspec import Struct, field

from site_builder.text.conversion import Conversion, Current
from site_builder.text.inline import Matched, Sign
from site_builder.text.marks import MARK, leading_mark, without_marks
from site_builder.text.overriding import override

NOTE = "sup"
LIST_CLASS = "footnotes"

_REFERENCE_RE = rf"\[\^{MARK}([^\]\s]{{1,100}})\]"


class _Note(Struct, frozen=True):
    number: int
    references: list[str] = field(default_factory=list)
    """The ids of the places that refer to it."""


class Footnotes(FootnoteExtension):
    """The parser's footnotes, with numbers by place in the text, unused ones left out, linear in time."""

    def __init__(self, current: Current) -> None:
        super().__init__()
        self.current = current

    @override
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.registerExtension(self)
        self.parser = md.parser
        self.md = md
        md.parser.blockprocessors.register(FootnoteBlockProcessor(self), "footnote", 17)
        md.inlinePatterns.register(_NoteSign(_REFERENCE_RE, md, self), "footnote", 175)
        md.treeprocessors.register(_NotesAtTheEnd(self), "footnote", 50)

    @override
    def reset(self) -> None:
        super().reset()
        self.marks: dict[str, int | None] = {}

    @override
    def setFootnote(self, id: str, text: str) -> None:  # noqa: A002, N802
        mark, start = leading_mark(id)
        label = without_marks(id[start:])
        if label in self.footnotes:
            conversion = self.current.conversion
            conversion.report("footnote-twice", conversion.source.at_mark(mark), label=label)
        self.marks[label] = mark
        super().setFootnote(label, text)


class _NoteSign(Sign):
    def __init__(self, pattern: str, md: Markdown, notes: Footnotes) -> None:
        super().__init__(pattern, md, notes.current)
        self.notes = notes

    @override
    def matched(self, found: re.Match[str], data: str) -> Matched:  # noqa: ARG002
        label = without_marks(found.group(2))
        if label not in self.notes.footnotes:
            conversion = self.notes.current.conversion
            at = conversion.source.at_mark(int(found.group(1)))
            conversion.report("footnote-missing", at, label=label)
            return None, found.start(), found.end()
        return Element(NOTE, {"label": label}), found.start(), found.end()


class _NotesAtTheEnd(Treeprocessor):
    """Runs before the signs within lines are read, so that those of the notes are read too."""

    def __init__(self, notes: Footnotes) -> None:
        super().__init__()
        self.notes = notes

    @override
    def run(self, root: Element) -> None:
        if not self.notes.footnotes:
            return
        listed = SubElement(SubElement(root, "div", {"class": LIST_CLASS}), "ol")
        for label in list(self.notes.footnotes):
            content = Element("div")
            self.notes.parser.parseChunk(content, self.notes.footnotes[label])
            item = SubElement(listed, "li", {"label": label})
            item.extend(content)


def number_notes(root: Element, notes: Footnotes) -> None:
    """Give numbers, ids and ways back to all notes, in the order in which a reader meets them."""
    if not notes.footnotes:
        return
    conversion = notes.current.conversion
    section = root[-1]
    items = {item.get("label", ""): item for item in section[0]}
    section[0][:] = []
    met: dict[str, _Note] = {}
    order = [label for part in root[:-1] for label in _meet(part, met)]
    for label in order:  # grows: a note may refer to further notes
        order += _meet(items[label], met)
    for label in order:
        _finish_note(items[label], met[label], conversion)
        section[0].append(items[label])
    for label in items.keys() - met.keys():
        conversion.warn("footnote-unused", conversion.source.at_mark(notes.marks[label]), label=label)
    if order:
        section.set("role", "doc-endnotes")
        section.set("aria-label", conversion.labels.footnotes)
    else:
        root.remove(section)


def _meet(part: Element, met: dict[str, _Note]) -> list[str]:
    """Turn the references within `part` into links; give the labels met for the first time."""
    fresh = []
    for reference in part.iter(NOTE):
        label = reference.attrib.pop("label")
        if label not in met:
            met[label] = _Note(len(met) + 1)
            fresh.append(label)
        number, ids = met[label].number, met[label].references
        ids.append(f"fnref:{number}-{len(ids) + 1}" if ids else f"fnref:{number}")
        reference.set("id", ids[-1])
        attributes = {"href": f"#fn:{number}", "class": "footnote-ref", "role": "doc-noteref"}
        link = SubElement(reference, "a", attributes)
        link.text = str(number)
    return fresh


def _finish_note(item: Element, note: _Note, conversion: Conversion) -> None:
    """Give a note its id and a link back to each place that refers to it."""
    del item.attrib["label"]
    item.set("id", f"fn:{note.number}")
    last = item[-1] if len(item) and item[-1].tag == "p" else SubElement(item, "p")
    for reference in note.references:
        if len(last):
            last[-1].tail = f"{last[-1].tail or ''} "
        elif last.text:
            last.text += " "
        attributes = {"href": f"#{reference}", "class": "footnote-back", "role": "doc-backlink"}
        attributes["aria-label"] = conversion.labels.back.format(number=note.number)
        back = SubElement(last, "a", attributes)
        back.text = "↩"
