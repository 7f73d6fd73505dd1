"""Prices as offices write them: `150-300 ribu`, `Rp 1.250.000,-`, a lowest and a highest one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from site_builder.model.readers.counted import grouped
from site_builder.model.readers.prices import meant_rupiah, read_price
from site_builder.model.readers.written import ScalarFault, Written

_CLEAR_PRICES = frozenset({"price-two", "price-short", "price-end"})
_ONE_UNIT = re.compile(
    r"(?P<low>(?:rp\.?\s*|idr\s*)?(?P<first>\d{1,3}(?:[.,]\d{1,2})?))\s*(?P<until>-|–|—|s\.?/?d\.?|sampai)\s*"
    r"(?P<high>(?:rp\.?\s*|idr\s*)?(?P<second>\d{1,3}(?:[.,]\d{1,2})?)\s*(?P<unit>ribu|rb|k|juta|jt))\b\.?",
    re.IGNORECASE | re.ASCII,
)
"""A range of which only the end says its unit, as people say it."""
_BEFORE_RANGE = re.compile(r"(?<=\d),-+(?=\s*(?:-|–|s\.?/?d\.?|sampai)\s*(?:rp|idr|\d))", re.IGNORECASE)
_END = re.compile(
    r"(?:(?:(?<=[\d-])|(?<=ribu)|(?<=juta)|(?<=rb)|(?<=jt))\s*(?:rupiah|;)|(?<=00-),)+$", re.IGNORECASE
)
_MILLIONS_AND_THOUSANDS = re.compile(
    r"(?:rp\.?\s*|idr\s*)?(\d{1,3})\s*(?:juta|jt)\.?\s*(\d{1,3})\s*(?:ribu|rb)\.?", re.IGNORECASE | re.ASCII
)


def price_in(text: str) -> Written:
    """Write a price with points between thousands; `100rb - 150rb` has a lowest and a highest one."""
    text = _BEFORE_RANGE.sub("", text)
    text = re.sub(r"(?<=\d)\s*(?:s\.?/d\.?|s\.d\.?|sd\b)\s*(?=rp|idr|\d)", " - ", text, flags=re.IGNORECASE)
    text = re.sub(r"(?<=\d);(?=-+$)", ",", text.strip())
    text = _END.sub("", text.strip())
    text = _summed(_with_units(text))
    try:
        price = read_price(text)
    except ScalarFault as fault:
        if fault.variant not in _CLEAR_PRICES:
            raise
        ends = [meant_rupiah(part) for part in _ends(fault.values["suggestion"])]
        if len(ends) == 2 and ends[0] is not None and ends[1] is not None:
            return price_range(_rupiah(ends[0]), _rupiah(ends[1]))
        return _rupiah(int(fault.values["suggestion"]))
    return _rupiah(price.min_idr)


def price_range(low: str, high: str) -> Written:
    """Join the lowest and the highest price, each written as one price may be."""
    ends = [price_in(text) for text in (low, high)]
    low, high = (end if isinstance(end, str) else text for end, text in zip(ends, (low, high), strict=True))
    read_price({"min": low, "max": high})
    return low if low == high else {"terendah": low, "tertinggi": high}


def _ends(suggestion: str) -> Sequence[str]:
    return re.findall(r"\d+", suggestion) if suggestion.startswith("{") else ()


def _rupiah(amount: int) -> str:
    return grouped(Decimal(amount))


def _with_units(text: str) -> str:
    """Give both ends of `150-300 ribu` their unit; not where the first would be the greater one."""
    found = _ONE_UNIT.fullmatch(text)
    if found is None or not _amount(found["first"]) < _amount(found["second"]):
        return text
    return f"{found['low']} {found['unit']} - {found['high']}"


def _summed(text: str) -> str:
    """Add what is said in millions and in thousands: `1 juta 250 ribu`."""
    found = _MILLIONS_AND_THOUSANDS.fullmatch(text)
    return text if found is None else _rupiah(int(found[1]) * 1_000_000 + int(found[2]) * 1000)


def _amount(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))
