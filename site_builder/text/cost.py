"""A first look at a text, in linear time: whether it is refused, and whether its conversion may take long."""

from __future__ import annotations

import re

LARGEST = 256 * 1024
"""Bytes; a larger text is refused."""

DEEPEST = 20
"""Levels of lists and quotations; what goes deeper is refused."""

_MARKERS = r"(?:>|[-+*](?= )|[0-9]{1,9}\.(?= ))"
_DEEP_LINE = re.compile(
    rf"^ *+(?:(?:{_MARKERS} *+){{{DEEPEST + 1},}}|(?:> ?)++ {{{DEEPEST * 2},}}+{_MARKERS})", re.MULTILINE
)
_RULE = re.compile(r"[ ]{0,3}([-*_])(?: *\1)*+ *$", re.MULTILINE)
_SIGNS = re.compile(r"[\[<`*_&@\\]|://")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")


def deep_line(text: str) -> int | None:
    """Give the first line, from 0, that alone nests deeper than `DEEPEST`."""
    for found in _DEEP_LINE.finditer(text):
        if not _RULE.match(text, found.start()):
            return text.count("\n", 0, found.start())
    return None


LARGEST_ORDINARY = 64 * 1024
MOST_SIGNS = 3000
MOST_SIGNS_TOGETHER = 600
MOST_LINES_TOGETHER = 600
"""Below these, the worst text found takes a fifth of a second. "Together" is without a blank line between."""


def is_costly(text: str) -> bool:
    """Whether the parser, parts of which are quadratic, could need more than a moment for `text`."""
    if len(text) <= MOST_SIGNS_TOGETHER or len(text) > LARGEST:  # refused at once
        return False
    signs = len(_SIGNS.findall(text))
    if len(text) > LARGEST_ORDINARY or signs > MOST_SIGNS:
        return True
    if signs <= MOST_SIGNS_TOGETHER and text.count("\n") <= MOST_LINES_TOGETHER:
        return False
    return any(
        paragraph.count("\n") > MOST_LINES_TOGETHER or len(_SIGNS.findall(paragraph)) > MOST_SIGNS_TOGETHER
        for paragraph in _PARAGRAPH_END.split(text)
        if len(paragraph) > MOST_SIGNS_TOGETHER
    )
