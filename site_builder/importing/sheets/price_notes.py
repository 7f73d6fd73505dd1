"""What a line around a table says of its prices: thousands, of a dozen, or not what buyers pay."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from site_builder.importing.cells.other_terms import says_before_tax
from site_builder.importing.cells.plain_words import plain_words
from site_builder.importing.sheets.footnotes import Note

_SPEAKS = re.compile(
    r"\b(?:harga\w*|price\w*|pricelist|rupiah|rp|idr|ribu(?:an)?|juta(?:an)?|thousands?|millions?|lusin\w*|kodi\w*|dozens?|ppn"
    r"|pajak|usd|dolar|dollar)\b|(?<![\d.,])[.,']?000\b",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(
    r"(?<!\d )(?<!\d)\b(?:ribu(?:an)?|rb|juta(?:an)?|thousands?|millions?)\b|[x×*]\s*(?:rp\.?\s*)?1[.,]?000\b"
    r"|(?<![\d.,])[.,']?000\b",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(?:\b(?:per|tiap|setiap|se)\s*|/\s*|@\s*)(?:lusin|lsn|kodi|gross?|dozens?|pasang|psg|set|pak|pack|dus|karton|kg"
    r"|kilo\w*|meter|m|lembar|roll?|gulung)\b|\b(?:lusinan|kodian)\b",
    re.IGNORECASE,
)
_TERMS = re.compile(
    r"\bharga\b.*\b(?:lama|dulu|lalu|tidak\s+berlaku|sementara|perkiraan|estimasi|belum\s+(?!(?:termasuk\s+)?ong)\w+|grosir|re-?sell?er|partai|pokok|modal"
    r"|agen|distributor|member|sewa)\b|\b(?:usd|us\$|dolar|dollars?|sgd|myr|ringgit|eur\w*)\b",
    re.IGNORECASE,
)


class PriceNote(Struct, frozen=True):
    note: Note
    variant: str
    """`thousands`, `unit`, or `terms`: another currency, old prices, those of resellers."""


def speaks_of_prices(text: str) -> bool:
    return _SPEAKS.search(plain_words(text)) is not None


def price_note(notes: Sequence[Note]) -> PriceNote | None:
    """Give the first line by which a bare price of the table may be another one."""
    for note in notes:
        plain = plain_words(note.text)
        if not speaks_of_prices(plain):
            continue
        if _THOUSANDS.search(plain):
            return PriceNote(note, "thousands")
        if _UNIT.search(plain):
            return PriceNote(note, "unit")
        if _TERMS.search(plain) or says_before_tax(plain):
            return PriceNote(note, "terms")
    return None
