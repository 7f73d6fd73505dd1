"""Numbers with words around them: what `1,2 juta`, `2 km` or `lebih dari 100` come to as plain numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TypeAlias

from msgspec import Struct

LONGEST_TEXT = 200
"""A longer one is no number."""
MOST_DIGITS = 15

Units: TypeAlias = Mapping[str, Decimal | int]
"""Words for a unit, and how many of the field's own unit it holds."""

METRES: Units = {
    "m": 1, "meter": 1, "metre": 1, "metres": 1, "meters": 1,
    "km": 1000, "kilometer": 1000, "kilometre": 1000, "kilometres": 1000, "kilometers": 1000,
}  # fmt: skip
CENTIMETRES: Units = {
    "mm": Decimal("0.1"), "cm": 1, "senti": 1, "sentimeter": 1, "centimetres": 1, "m": 100, "meter": 100,
}  # fmt: skip
GRAMS: Units = {
    "g": 1, "gr": 1, "gram": 1, "grams": 1, "ons": 100, "kg": 1000, "kilo": 1000, "kilogram": 1000,
}  # fmt: skip
MINUTES: Units = {
    "m": 1, "mnt": 1, "menit": 1, "min": 1, "minute": 1, "minutes": 1,
    "j": 60, "jam": 60, "h": 60, "hour": 60, "hours": 60, "hari": 1440, "day": 1440, "days": 1440,
}  # fmt: skip
DAYS: Units = {
    "hari": 1, "day": 1, "days": 1, "minggu": 7, "pekan": 7, "week": 7, "weeks": 7,
    "bulan": 30, "month": 30, "months": 30,
}  # fmt: skip
PIECES: Units = {"lusin": 12, "losin": 12, "dozen": 12, "dozens": 12, "kodi": 20, "gross": 144, "gros": 144}

_ONE_PIECE = frozenset(
    {"pcs", "pc", "piece", "pieces", "buah", "bh", "biji", "unit", "units", "item", "items", "helai",
     "lembar", "pasang", "psg", "barang", "produk", "tas", "dompet", "koper", "ransel", "sepatu",
     "sandal", "jaket"}
)  # fmt: skip
"""Words behind a count that say no more than what is counted: `50 pcs`."""
_JOINING = frozenset({"dan", "and"})

GROUPED = re.compile(r"[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:,\d{3})+|(?:[ \u00a0]\d{3})+)", re.ASCII)

_THOUSANDS = {
    word: Decimal(10) ** power
    for power, words in (
        (3, "rb ribu ribuan thousand"),
        (6, "jt juta jutaan million millions"),
        (9, "miliar milyar billion billions"),
        (12, "triliun trilyun trillion trillions"),
    )
    for word in words.split()
}
_INITIALS = {"M": "miliar", "T": "triliun"}
"""How a newspaper writes them; as capitals only, and where they can't be a unit."""
_AMOUNT = r"\d[\d.,]*"
_PART = re.compile(rf"({_AMOUNT})[ \u00a0]*([^\W\d_]*)", re.ASCII | re.IGNORECASE)
_LETTER = re.compile(
    r"(?<![^\W\d_])[OoIl|]+[.,]?\d|\d[.,]?[OoIl|]+(?![^\W\d_])|\d\s+[OI|]+(?![^\W\d_])|\d\s*\?|\?\s*\d",
    re.ASCII,
)
"""A sign that stands for a digit, or for one that is not known; a unit such as `orang` is a word."""
_MORE = re.compile(
    r"(?:[<>≤≥]=?|lebih dari|di atas|lebih|paling sedikit|minimal|min\.?|more than|over|above|at least"
    r"|kurang dari|di bawah|hampir|paling banyak|maksimal|maks\.?|max\.?|sampai|hingga"
    r"|less than|under|below|nearly|almost|at most|up to)\s*(?P<before>\d.*)"
    r"|(?P<after>\d.*?)(?:\s*\+|\s+lebih|\s+or more|\s+atau lebih|-an)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"[-−]?\d[\d.,]*", re.ASCII)
_ROUNDED = re.compile(r"(?P<number>\d[\d.,]{0,20}(?<![.,]))\s*-?\s*an", re.ASCII | re.IGNORECASE)
_ROUNDED_THOUSANDS = re.compile(r"\d\s*(?:ribu|juta)an\b", re.ASCII | re.IGNORECASE)
_RANGE = re.compile(
    rf"({_AMOUNT})[^\d]{{0,20}}?\s*(?:-|–|—|−|s/d|s\.d\.|sampai|hingga|to)\s*({_AMOUNT})(.*)", re.IGNORECASE
)


class Scaled(Struct, frozen=True):
    """A number whose thousands or millions were written as a word."""

    number: str
    """With all its digits."""
    short: str
    """As it stands before the word, which may be part of its unit already."""
    word: str
    """In full: of `3,5 M` it is `miliar`."""


class Counted(Struct, frozen=True):
    """A count with words beside it."""

    number: str
    """In the field's own unit."""
    dropped: str
    """Words that are not understood, and that the number alone would lose: `per hari`, `±`."""


def scaled(text: str, *, initials: bool = False) -> Scaled | None:
    """Work out `1,2 juta`, whatever stands around it, and `3,5 M` where `M` can be no unit."""
    parts = _parts(text)
    if len(parts) != 1:
        return None
    amount, word = parts[0]
    factor, number = _factor(word, initials=initials), decimal_of(amount)
    if factor is None or number is None:
        return None
    return Scaled(grouped(number * factor), grouped(number), _INITIALS.get(word, word))


def _factor(word: str, *, initials: bool) -> Decimal | None:
    return _THOUSANDS.get((_INITIALS.get(word, word) if initials else word).lower())


def count_in(text: str, units: Units) -> Counted | None:
    """Work out a count with words beside it, and say which of them its number would lose."""
    large = scaled(text)
    number = in_unit(text, units) or (large.number if large is not None else "")
    if not number and units is PIECES and not counts_thousands(text):
        number = whole(only_number(text)) or ""
    if not number:
        return None
    known = {*units, *_THOUSANDS, *_JOINING, *(_ONE_PIECE if units is PIECES else ())}
    words = re.findall(r"[^\s\d.,;()]+", re.sub(_AMOUNT, " ", text))
    return Counted(number, " ".join(word for word in words if word.lower() not in known))


def has_letter(text: str) -> bool:
    """Whether a letter stands where a digit was meant, as in `3OO`, `l20` and `5?`: no part is the number."""
    return _LETTER.search(text[:LONGEST_TEXT]) is not None


def counts_thousands(text: str, *, initials: bool = False) -> bool:
    """Whether a word such as `juta` stands behind a number."""
    words = (word for _, word in _PART.findall(text[:LONGEST_TEXT]))
    return any(_factor(word, initials=initials) is not None for word in words)


def in_unit(text: str, units: Units) -> str:
    """Work out `2 km` or `1 jam 30 menit` in the field's own unit; nothing where a word is not known."""
    parts = [(decimal_of(amount), word.lower()) for amount, word in _parts(text)]
    if not parts or not any(word in units for _, word in parts):
        return ""
    total = Decimal(0)
    for number, word in parts:
        if number is None or word not in units:
            return ""
        total += number * units[word]
    return grouped(total)


def bound(text: str, *, initials: bool = False) -> str:
    """Give the number of `lebih dari 100`, `> 100`, `100+`."""
    found = _MORE.fullmatch(text) if len(text) <= LONGEST_TEXT else None
    parts = _parts((found["before"] or found["after"]).strip()) if found is not None else []
    if len(parts) != 1:
        return ""
    amount, word = parts[0]
    number = decimal_of(amount)
    return "" if number is None else grouped(number * (_factor(word, initials=initials) or 1))


def rounded(text: str) -> str:
    """Give `±300` of `300-an`, which is some three hundred, and the sign alone of `3 ribuan`."""
    if len(text) > LONGEST_TEXT:
        return ""
    found = _ROUNDED.fullmatch(text)
    return f"±{found['number']}" if found is not None else "±" * bool(_ROUNDED_THOUSANDS.search(text))


def span(text: str, *, initials: bool = False) -> tuple[Decimal, Decimal] | None:
    """Give both ends of `5-7`, `5 s/d 7 juta`."""
    found = _RANGE.fullmatch(text) if len(text) <= LONGEST_TEXT else None
    if found is None or re.search(r"\d", found[3]):
        return None
    low, high = decimal_of(found[1]), decimal_of(found[2])
    factor = _factor(found[3].strip().partition(" ")[0], initials=initials) or 1
    if low is None or high is None or low >= high:
        return None
    return low * factor, high * factor


def only_number(text: str) -> str:
    """Give the number in a text such as `30 hari`; nothing when there are several, or powers of ten."""
    found = _NUMBERS.findall(text[:200])
    if len(found) != 1 or len(text) > 200 or re.search(r"\d[eE][-+]?\d|(?:^|[^\d])[.,]\d", text):
        return ""
    number = str(found[0]).rstrip(".,")
    return "" if number == text else number


def decimal_of(amount: str) -> Decimal | None:
    """Read `2.500`, `1,5` or `1.234,5`; of `1.200` alone it is known that thousands are meant."""
    bare = amount.rstrip(".,")
    if len(bare) > MOST_DIGITS:
        return None
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+", bare):
        return Decimal(bare.replace(".", ""))
    if re.fullmatch(r"(?:0|[1-9]\d*)(?:[.,]\d{1,2})?", bare):
        return Decimal(bare.replace(",", "."))
    return None


def grouped(number: Decimal) -> str:
    """Write a number as people write it here: `1.200.000`, `2000`, `0,5`."""
    plain = format(number, "f")
    whole, mark, decimals = plain.partition(".")
    decimals = decimals.rstrip("0")
    if len(whole) > 4:
        whole = f"{int(whole):,}".replace(",", ".")
    return f"{whole},{decimals}" if mark and decimals else whole


def whole(text: str) -> str | None:
    """Give the digits of a whole number, whichever way its thousands are set off."""
    if text.isdecimal() and text.isascii():
        return text if text == "0" or text[0] != "0" else None
    if GROUPED.fullmatch(text):
        return re.sub(r"\D", "", text)
    return None


def _parts(text: str) -> list[tuple[str, str]]:
    if len(text) > LONGEST_TEXT or re.search(r"\d[eE][-+]?\d|(?:^|[^\d])[.,]\d|[-−]\s*\d", text):
        return []
    return [(amount, word) for amount, word in _PART.findall(text)]
