"""Headers with a slip of the fingers: `Nama Uasha`, `Almat`. What they mean is asked, never taken."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from site_builder.importing.cells.words import is_slip
from site_builder.importing.sheets.columns import meaning
from site_builder.importing.sheets.other_names import BRACKETED
from site_builder.importing.sheets.passing import own_cells
from site_builder.spreadsheets.cells import Row
from site_builder.validate.header_words import ORDINAL, header_key

_SHORTEST = 5
"""In letters, of a header in which a slip can be told from another word."""
_FEWEST_KNOWN = 2
_LOOKED_AT = 20
"""Rows at the top of a sheet: headers stand there."""
_MOST_LETTERS = 2
"""By which a slip makes a header longer or shorter: far fewer are compared so."""
_TELEPHONE = re.compile(r"\b(?:telfon|telefon|tilpon|telpun)\b")
"""As it sounds, which is further from the word than a slip."""


class NearHeader(Struct, frozen=True):
    target: str
    called: str
    """As the office is to write it."""


def near_header(text: str, known: Mapping[str, str]) -> NearHeader | None:
    """Give what a header means that nobody knows, where all that are near it mean one thing."""
    key = header_key(BRACKETED.sub("", text))
    if len(key) < _SHORTEST or key in known or any(map(str.isdecimal, key)):
        return None
    key = _TELEPHONE.sub("telepon", key)
    words = key.replace("-", " ")
    near = [
        other
        for other in known
        if len(other) >= _SHORTEST
        and abs(len(other) - len(key)) <= _MOST_LETTERS
        and other.count("-") == key.count("-")
        and is_slip(words, other.replace("-", " "))
    ]
    if len({known[other] for other in near}) != 1:
        return None
    return NearHeader(known[near[0]], near[0].replace("-", " ").title())


class NoNames(Struct, frozen=True):
    """A row that looks like headers, and holds none of names."""

    row: Row
    known: tuple[str, ...]
    """The headers that are known."""
    slips: tuple[tuple[str, NearHeader], ...]
    """Those that nearly are."""


def headers_without_names(rows: Sequence[Row], known: Mapping[str, str]) -> NoNames | None:
    """Give the row of most known headers, where no row has all that headers must."""
    found = [_without_names(row, known) for row in rows[:_LOOKED_AT]]
    rich = [one for one in found if len(one.known) + len(one.slips) >= _FEWEST_KNOWN]
    return max(rich, key=lambda one: (len(one.known), len(one.slips)), default=None)


def _without_names(row: Row, known: Mapping[str, str]) -> NoNames:
    texts = [" ".join(cell.text.split()) for _, cell in own_cells(row)]
    sure = tuple(text[:40] for text in texts if meaning(text, known) not in ("", ORDINAL))
    near = ((text[:40], near_header(text, known)) for text in texts if not meaning(text, known))
    return NoNames(row, sure, tuple((text, one) for text, one in near if one is not None))
