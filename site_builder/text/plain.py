"""Plain text out of HTML, and the beginning of a text."""

from __future__ import annotations

import re
from html import unescape

EXCERPT_LENGTH = 200

_ENTITY = re.compile(r"&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[a-zA-Z][a-zA-Z0-9]{1,31};)")
_TAG = re.compile(r"<[^>]*>")
_ENOUGH = re.compile(r"[\s、。,，.;；:：!！?？)）」』]")
_TRAILING = " \t\n,;:，、；：–—-"


def decoded(written: str) -> str:
    """Decode the entities in what an author wrote; `&copy=2` in an address is none."""
    return _ENTITY.sub(lambda found: unescape(found.group()), written) if "&" in written else written


def plain_text(html: str) -> str:
    """Give the words of our own well-formed HTML: no tags, entities decoded, spaces single."""
    return one_line(unescape(_TAG.sub(" ", html)))


def one_line(text: str) -> str:
    return " ".join(text.split())


def excerpt_of(text: str, length: int = EXCERPT_LENGTH) -> str:
    """Cut `text` at a word so that it has at most `length` characters, `…` included.

    Chinese and Japanese put no spaces between words: there the cut is at punctuation in the last third,
    else between two characters.
    """
    text = one_line(text)
    if len(text) <= length:
        return text
    start = text[: length - 1]
    if text[length - 1].isspace():
        return start.rstrip(_TRAILING) + "…"
    breaks = [match.start() for match in _ENOUGH.finditer(start, length * 2 // 3)]
    if breaks:
        start = start[: breaks[-1]] if start[breaks[-1]].isspace() else start[: breaks[-1] + 1]
    return start.rstrip(_TRAILING) + "…"
