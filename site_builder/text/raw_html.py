"""Raw HTML in a text: which elements go with their content, and what the author is told."""

from __future__ import annotations

import re

from msgspec import Struct

from site_builder.text.conversion import Conversion


class RawElement(Struct, frozen=True):
    """An element whose content is no text for readers."""

    closing: re.Pattern[str]

    def end_of(self, text: str, start: int) -> int | None:
        """Give where the element ends that was opened before `start`."""
        found = self.closing.search(text, start)
        return found.end() if found else None


RAW_ELEMENTS = {
    name: RawElement(re.compile(rf"<(?:\x04[0-9]+\x05)?/{name}\b[^<>]*>", re.IGNORECASE))
    for name in (
        "applet", "audio", "canvas", "embed", "iframe", "math", "noembed", "noframes", "noscript", "object",
        "script", "select", "style", "svg", "template", "textarea", "title", "video", "xmp",
    )
}  # fmt: skip

_WITHIN_WORDS = frozenset(
    {"a", "abbr", "b", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "o:p",
     "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)  # fmt: skip


def gap_of(tag: str) -> str:
    """Give what stays where `tag` was: nothing within a word, else a space so that words stay apart."""
    return "" if tag in _WITHIN_WORDS else " "


def report_html(conversion: Conversion, tag: str, closing: bool, mark: str | None) -> None:
    """Warn of one tag; an end tag only where its start has not been told of."""
    if closing and tag in conversion.removed_tags:
        return
    conversion.removed_tags.add(tag)
    at = conversion.source.at_mark(int(mark) if mark else None)
    conversion.warn("html-removed", at, tag=f"<{'/' if closing else ''}{tag}>")
