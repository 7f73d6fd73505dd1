"""What stands beside the number of a figure: the currency and the unit in which it counts, or other words."""

from __future__ import annotations

import re

from msgspec import Struct

from site_builder.model.readers.counted import Scaled

_CURRENCY = re.compile(r"(?:rp|idr|rupiah|us\$|usd|\$|eur|€|jpy|¥)\.?", re.IGNORECASE)
_NUMBER = re.compile(r"[-−+]?\d[\d.,]*", re.ASCII)
_NAMES = {"%": "persen", "x": "kali", "rp": "rupiah", "idr": "rupiah", "us$": "usd", "$": "usd", "€": "eur"}
_NO_UNIT = {
    *(
        "per",
        "dari",
        "naik",
        "turun",
        "lebih",
        "kurang",
        "di",
        "pada",
        "sejak",
        "hingga",
        "sampai",
        "atau",
        "dan",
    ),
    *("atau", "dan", "tetapi", "belum", "sudah", "jam", "hari", "minggu", "bulan", "tahun", "lalu", "ini"),
    *("sehari", "seminggu", "sebulan", "setahun", "of", "up", "down", "more", "less", "from", "and", "or"),
    *("a", "day", "month", "year"),
}
"""Words that say something of a number, not what it counts."""
_MOST_WORDS = 2


class Beside(Struct, frozen=True):
    """`unit` is what the number counts; `words` are what it would lose, where they are no unit."""

    unit: str
    words: str


def beside_number(text: str, large: Scaled | None) -> Beside:
    """Tell the unit of `1.250 orang`, `Rp 3,5 M` and `45%` from other words, as in `naik 3 x`."""
    found = _NUMBER.search(text)
    if found is None:
        return Beside("", "")
    front, behind = text[: found.start()].strip(" ():,"), text[found.end() :].strip(" ().,;")
    if large is not None:
        behind = re.sub(r"^[^\W\d_]+", "", behind).strip(" ().,;")
    words = behind.split()
    is_unit = len(words) <= _MOST_WORDS and not any(
        word.lower() in _NO_UNIT or re.search(r"[\d/]", word) for word in words
    )
    if (front and not _CURRENCY.fullmatch(front)) or not is_unit or (front and words):
        return Beside("", " ".join(filter(None, (front, behind))))
    unit = front or behind
    return Beside(_NAMES.get(unit.lower().rstrip("."), unit), "")
