"""Prices and numbers that are not what their column asks for, though a number in them could be taken.

What a reseller pays, or anybody before tax, or what is made in a week, must not be offered as if it were it.
"""

from __future__ import annotations

import re

from site_builder.model.readers.written import ScalarFault, shorten

_OTHER_PERIOD = re.compile(
    r"\d.*?(?:(?:/|\bper\b|\btiap\b|\bsetiap\b)\s*|\bse)"
    r"(?:hari|hr|minggu|mgg|mggu|pekan|tahun|thn|th|triwulan|semester|day|week|year)\b"
    r"|\d.*?\b(?:harian|mingguan|tahunan|daily|weekly|yearly)\b",
    re.IGNORECASE,
)
_WORKING_DAYS = re.compile(
    r"\d\s*(?:(?:hari|hr)\.?\s*kerja|hk\b|(?:working|business)\s+days?)", re.IGNORECASE
)
AMOUNT = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d{4,}|\d[\d.,]*\s*(?:ribu|rb|k|juta|jt)\b", re.IGNORECASE)
_BUYERS = re.compile(
    r"\b(?:re-?sell?er|grosir|partai|ecer\w*|member|agen|drop\s*ship\w*|distributor|normal|diskon|disc\w*|promo|coret"
    r"|online|offline|retail|wholesale)\b",
    re.IGNORECASE,
)
"""What says which of two prices is for whom, or when."""
_BEFORE_TAX = re.compile(
    r"(?:\b(?:belum|blm|tanpa|di\s*luar|tidak|tdk|plus|exc\w*|before|without)\b\.?|\+)\s*"
    r"(?:(?:termasuk|trmsk|masuk|incl?\w*)\b\.?\s*)?(?:ppn|pajak|vat|tax)\b",
    re.IGNORECASE,
)
_DISCOUNT = re.compile(
    r"[-–—]\s*\d[\d.,]*\s*%|\b(?:diskon|disc(?:ount)?|potong(?:an)?|korting|off)\b\.?\s*\d|\d\s*%\s*off\b",
    re.IGNORECASE,
)
_PIECES = re.compile(
    r"(?<![\d.,])(?:(?:(?!1\b)\d{1,3}|½|1/2|setengah|stngh)\s*(?:pcs|pc|buah|bh|biji|unit|pasang|psg|lembar|helai)\b"
    r"|(?:\d{1,3}|½|1/2|setengah|stngh)\s*(?:lusin|losin|lsn|kodi|gross?|dozens?|pak|pack|dus|karton|roll?|kg|kilo)\b)",
    re.IGNORECASE,
)
"""More than one piece beside a price; behind `/` a unit alone stands, which its own hint names."""


def refuse_other_terms(field: str, text: str) -> None:
    """Raise `ScalarFault` for a price or a number on other terms than those of its field."""
    values = {"value": shorten(text)}
    if field == "capacity_per_month" and _OTHER_PERIOD.search(text):
        raise ScalarFault("cell-count", "period", values)
    if field == "lead_time_days" and _WORKING_DAYS.search(text):
        raise ScalarFault("cell-count", "working-days", values)
    if field != "price":
        return
    if says_before_tax(text):
        raise ScalarFault("cell-price", "tax", values)
    amounts = [*AMOUNT.finditer(text)]
    if len(amounts) > 1 and _BUYERS.search(text, amounts[0].end()):
        raise ScalarFault("cell-price", "buyers", values)
    if amounts and _DISCOUNT.search(text):
        raise ScalarFault("cell-price", "discount", values)
    if amounts and _PIECES.search(text):
        raise ScalarFault("cell-price", "pieces", values)


def says_before_tax(text: str) -> bool:
    return _BEFORE_TAX.search(text) is not None
