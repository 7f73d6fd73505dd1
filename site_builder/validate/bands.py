"""The limits of price bands in `site.yaml`: a list of rising prices, and the list that was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from site_builder.model.readers.prices import meant_rupiah, read_rupiah
from site_builder.model.readers.written import ScalarFault, shorten
from site_builder.problems import Severity
from site_builder.validate.fields import FieldValue
from site_builder.validate.rules import SMALLEST_PRICE, Breach

_BETWEEN = re.compile(r"\s*(?:;|,(?=\s)|\bdan\b|\band\b)\s*")
_AT: tuple[str] = ("price_bands",)


def band_breaches(written: FieldValue) -> Iterator[Breach]:
    """Give what is wrong with all limits together: their form, their order, or how small they are."""
    if not isinstance(written, list) or not all(isinstance(item, str) for item in written):
        return
    items = [str(item).strip() for item in written]
    texts = _limits(items)
    limits = [meant_rupiah(text) for text in texts]
    if None in limits:
        return
    known = [limit for limit in limits if limit is not None]
    rising = sorted({limit for limit in known if limit > 0})
    value = shorten(", ".join(items))
    if texts != items or not all(_is_price(text) for text in texts):
        yield _breach("form", value, rising)
    elif known != rising:
        yield _breach("order", value, rising)
    elif rising and rising[0] < SMALLEST_PRICE:
        yield _breach("tiny", value, [limit * 1000 for limit in rising], Severity.WARNING)


def _breach(variant: str, value: str, limits: Sequence[int], severity: Severity = Severity.ERROR) -> Breach:
    listed = ", ".join(f"{limit:,}".replace(",", ".") for limit in limits)
    return Breach(_AT, "price-bands", variant, (("value", value), ("suggestion", f"[{listed}]")), severity)


def _limits(items: Sequence[str]) -> list[str]:
    """Part several limits in one text, and put together those that commas between thousands parted."""
    parts = [part for item in items for part in _BETWEEN.split(item) if part]
    if not any(re.fullmatch("0{3}", part) for part in parts):
        return parts
    joined: list[str] = []
    for part in parts:
        if joined and (part == "000" or (re.fullmatch(r"\d{3}", part) and re.fullmatch(r"\d", joined[-1]))):
            joined[-1] += f".{part}"
        else:
            joined.append(part)
    return joined


def _is_price(text: str) -> bool:
    try:
        read_rupiah(text)
    except ScalarFault:
        return False
    return True
