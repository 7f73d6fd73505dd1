"""Turn a name into the short form that stands in addresses and heading ids."""

from __future__ import annotations

import re
import unicodedata

SLUG_BYTES = 80

_LETTERS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h",
        "ı": "i", "ŋ": "ng", "ſ": "s", "&": " ", "'": "", "’": "", "ʼ": "", "‘": "",
    }
)  # fmt: skip
"""Letters that do not come apart into an ASCII letter and an accent; an apostrophe joins (`Jum'at`)."""

_PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_BREAK = re.compile(r"[\W_]+")


def slug_of(text: str) -> str:
    """Give the slug of `text`: NFC, lower case, ASCII where a letter has an ASCII form, at most 80 bytes.

    Words are joined by one hyphen. Letters of scripts without an ASCII form (Chinese, Japanese,
    Javanese) stay. The slug of a slug is itself; a text without letters and digits gives "".
    """
    if len(text) <= SLUG_BYTES and _PLAIN.fullmatch(text):
        return text
    # Both foldings can bring up new letters (`℡`, `ﬁ`, `İ`), so they are repeated until nothing moves.
    for _ in range(4):
        folded = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
        if folded == text:
            break
        text = folded
    kept = "".join(char for char in text if not _is_accent(char))
    return _cut(_BREAK.sub("-", unicodedata.normalize("NFC", kept)).strip("-"))


def _is_accent(char: str) -> bool:
    """Latin accents go; the marks of other scripts (Devanagari vowels, dakuten) are part of the letter."""
    return "\u0300" <= char <= "\u036f" or "\u1ab0" <= char <= "\u1aff" or "\u1dc0" <= char <= "\u1dff"


def _cut(slug: str) -> str:
    """Keep whole words while they fit, else whole characters."""
    encoded = slug.encode()
    if len(encoded) <= SLUG_BYTES:
        return slug
    start = encoded[:SLUG_BYTES].decode(errors="ignore")
    if slug[len(start)] != "-":
        words, hyphen, _ = start.rpartition("-")
        start = words if hyphen else start
    return start.strip("-")
