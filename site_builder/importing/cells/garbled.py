"""Texts that a program has spoilt on their way: UTF-8 read as another encoding, and entities of HTML."""

from __future__ import annotations

import html
import re
import unicodedata

from msgspec.structs import replace

from site_builder.spreadsheets.cells import Cell

_TAIL = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""What the further bytes of a letter in UTF-8 become where a program takes them for Windows-1252."""
_RUN = re.compile(f"[\u00c2-\u00f4][{_TAIL}]{{1,3}}")
_MEANT = re.compile("[\u00a0-\u00ff\u2010-\u203a\u20ac\u2122\U0001f000-\U0001faff]")
"""Letters with accents, quotes, dashes and pictures: what people write, and programs spoil."""
_MOST_ROUNDS = 3
_ENTITY = re.compile(r"&(?:amp|quot|apos|nbsp|lt|gt|#\d{2,5}|#x[0-9a-f]{2,4});", re.IGNORECASE)


def meant_by(text: str) -> str:
    """Give a text as it was before it was read in the wrong encoding; `Maâ€™mur` is `Ma’mur`."""
    for _ in range(_MOST_ROUNDS):
        mended = _RUN.sub(lambda found: _decoded(found[0]), text)
        if mended == text:
            break
        text = mended
    return text


def without_entities(text: str) -> str:
    """Write `Tas &amp; Dompet` as `Tas & Dompet`; programs that export lists from web pages leave them."""
    while _ENTITY.search(text):
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return text


_WIDE = re.compile("[\uff01-\uff5e\u3000]|(?![0-9])\\d")


def plain_figures(text: str) -> str:
    """Write figures and signs of other widths as all others are: `０８１２－９９` is `0812-99`."""
    return _WIDE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


def _decoded(run: str) -> str:
    try:
        meant = b"".join(map(_byte_of, run)).decode()
    except UnicodeError:
        return run
    return meant if _MEANT.fullmatch(meant) else run


def _byte_of(char: str) -> bytes:
    """Give the byte of a character; five bytes have none in Windows-1252 and stay as they are."""
    return char.encode("latin-1") if "\x80" <= char <= "\x9f" else char.encode("cp1252")


_AS_TEXT = re.compile(r'="([^"]*)"')


def as_typed(cell: Cell) -> Cell:
    """Take away what is there for programs: `="0812"` and `'0812` are texts, `&amp;` is `&`."""
    text = plain_figures(without_entities(cell.text))
    found = _AS_TEXT.fullmatch(text.strip())
    text = found[1] if found is not None else re.sub(r"^\s*'(?=[\d+(])", "", text)
    return cell if text == cell.text else replace(cell, text=text)
