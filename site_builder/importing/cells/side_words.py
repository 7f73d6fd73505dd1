"""Words beside a price or a number that no hint may drop: `3 ton` is not 3."""

from __future__ import annotations

import re

from site_builder.importing.cells.other_terms import AMOUNT
from site_builder.importing.cells.plain_words import plain_words
from site_builder.model.readers.written import ScalarFault, shorten

_MONEY = frozenset(
    {"rp", "idr", "rupiah", "rb", "ribu", "ribuan", "k", "jt", "juta", "jutaan", "an", "rban", "nego",
     "negosiasi", "pas", "net", "nett", "harga", "saja", "bisa", "pcs", "pc", "buah", "bh", "biji",
     "unit", "per", "a", "s", "d", "sd", "sampai", "hingga", "to", "dan", "ke", "atas", "sekitar",
     "kisaran", "kira", "start", "from", "at", "mulai", "dari"}
)  # fmt: skip
"""Words that leave a price what it is."""
_POSTAGE = re.compile(
    r"(?:\b(?:belum|sudah|di\s*luar|tidak|tanpa|excluding|exclude|including)\s+)?(?:termasuk\s+)?"
    r"\b(?:ongkos\s+kirim|ongkir|shipping)\b",
    re.IGNORECASE,
)
_PER = re.compile(r"(?:/|\bper\b|\ba\b)\s*[^\W\d_]+\)?$", re.IGNORECASE)
"""A unit behind a price, which its own hint names."""
_COUNTED = frozenset(
    {"pcs", "pc", "buah", "bh", "biji", "unit", "helai", "lembar", "lbr", "pasang", "psg", "pieces",
     "piece", "lusin", "losin", "lsn", "kodi", "gross", "gros", "dozen", "dozens", "hari", "day",
     "days", "minggu", "pekan", "week", "weeks", "bulan", "month", "months", "gram", "gr", "g", "kg",
     "min", "minimal", "minimum", "maks", "maksimal", "maximum", "max", "sekitar", "kurang", "lebih",
     "kira", "per", "order", "pesan", "pemesanan", "s", "d", "sd", "sampai", "hingga", "ribu", "rb",
     "produk", "barang", "tas", "a"}
)  # fmt: skip
"""Words that leave a number of pieces or days what it is."""
_WORDS = {
    "price": _MONEY, "moq": _COUNTED, "capacity_per_month": _COUNTED, "lead_time_days": _COUNTED,
}  # fmt: skip
_LEAST = 1000
"""Rupiah: a smaller price would be refused."""
_NUMERALS = re.compile(
    r"\b(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|se?ratus|ratus|puluh|belas|se?ribu|ribu|se?juta|juta)"
    r"\b",
    re.IGNORECASE,
)


def with_all_words(field: str, text: str, fault: ScalarFault) -> ScalarFault:
    """Give a fault without its hint, where that would drop words of the cell or would not be taken."""
    if field == "price" and fault.variant == "price-none" and len(_NUMERALS.findall(text)) > 1:
        return ScalarFault("cell-price", "spelled", {"value": shorten(text)})
    if field == "price" and fault.variant == "price" and AMOUNT.search(text):
        beside = _dropped(field, text, "")
        return _beside("cell-price", text, beside) if beside else fault
    suggestion = fault.values.get("suggestion") or fault.values.get("number", "")
    if field not in _WORDS or not suggestion or not any(map(str.isdecimal, suggestion)):
        return fault
    dropped = _dropped(field, text, suggestion)
    if dropped:
        code = "cell-price" if field == "price" else "cell-count"
        return _beside(code, text, dropped)
    is_small = field == "price" and suggestion.isdecimal() and 0 < int(suggestion) < _LEAST
    if is_small and "other" not in fault.values:
        return ScalarFault("cell-price", "small", {"value": shorten(text)})
    return fault


def _beside(code: str, text: str, words: str) -> ScalarFault:
    return ScalarFault(code, "words", {"value": shorten(text), "words": shorten(words)})


def _dropped(field: str, text: str, suggestion: str) -> str:
    """Give the words that a suggestion leaves out and that may mean something."""
    plain = plain_words(text)
    if field == "price":
        plain = _PER.sub(" ", _POSTAGE.sub(" ", plain))
    said = suggestion.casefold()
    words = [
        word
        for word in re.findall(r"[^\W\d_]+", plain)
        if word.casefold() not in _WORDS[field] and word.casefold() not in said
    ]
    return " ".join(words)
