"""The limits of price bands in `site.yaml`: a list of rising prices, and the list that was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from site_builder.model.readers.prices import meant_rupiah, read_rupiah
from site_builder.model.readers.written import ScalarFault, shorten
from site_builder.problems import Severity
from site_builder.source.tree import Tree
from site_builder.validate.fields import FieldValue
from site_builder.validate.rules import SMALLEST_PRICE, Breach

_BETWEEN = re.compile(r"\s*(?:;|,(?=\s)|\bdan\b|\band\b)\s*")
_LARGE = re.compile(r"\d\s*(?:rb|ribu|k|jt|juta|m|miliar|milyar)\b", re.IGNORECASE | re.ASCII)
_AT: tuple[str] = ("price_bands",)


def band_breaches(written: FieldValue, trees: Sequence[Tree]) -> Iterator[Breach]:
    """Give what is wrong with all limits together: their form, their order, or how small they are.

    `trees` are the same limits with their places, which tell `1,5 juta` from two of them.
    """
    if not isinstance(written, list) or not all(isinstance(item, str) for item in written):
        return
    items = [str(item).strip() for item in written]
    texts = _limits(_with_decimals(items, trees) if len(trees) == len(items) else items)
    limits = [meant_rupiah(text) for text in texts]
    if None in limits:
        return
    known = [limit for limit in limits if limit is not None]
    rising = sorted({limit for limit in known if limit > 0})
    value = shorten(", ".join(items))
    if _has_unsure(texts):
        shown = [
            "…" if _is_unsure(text) else _grouped(limit) for text, limit in zip(texts, known, strict=True)
        ]
        values = (("value", value), ("form", f"[{', '.join(shown)}]"))
        yield Breach(_AT, "price-bands", "unsure", values)
    elif texts != items or not all(_is_price(text) for text in texts):
        yield _breach("form", value, rising)
    elif known != rising:
        yield _breach("order", value, rising)
    elif rising and rising[0] < SMALLEST_PRICE:
        yield _breach("tiny", value, [limit * 1000 for limit in rising], Severity.WARNING)


def _breach(variant: str, value: str, limits: Sequence[int], severity: Severity = Severity.ERROR) -> Breach:
    listed = ", ".join(map(_grouped, limits))
    return Breach(_AT, "price-bands", variant, (("value", value), ("suggestion", f"[{listed}]")), severity)


def _grouped(limit: int) -> str:
    return f"{limit:,}".replace(",", ".")


def _has_unsure(texts: Sequence[str]) -> bool:
    """Whether `1` stands beside `5 juta`: it is no limit, and may be a million or the half of 1,5 million."""
    return any(map(_is_unsure, texts)) and any(_LARGE.search(text) for text in texts)


def _is_unsure(text: str) -> bool:
    return re.fullmatch(r"[1-9]\d{0,2}", text, re.ASCII) is not None


def _with_decimals(items: Sequence[str], trees: Sequence[Tree]) -> list[str]:
    """Put `1,5 juta` together again, which a list in brackets parts at its comma."""
    joined: list[str] = []
    end = (0, 0)
    for text, tree in zip(items, trees, strict=True):
        is_decimal = re.match(r"\d{1,2}(?!\d)", text, re.ASCII) and _LARGE.search(text)
        if joined and is_decimal and _is_unsure(joined[-1]) and end == (tree.line, tree.column):
            joined[-1] += f",{text}"
        else:
            joined.append(text)
        end = (tree.line, tree.column + len(text) + 1)
    return joined


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
