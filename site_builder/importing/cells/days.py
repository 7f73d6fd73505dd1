"""Days as offices write them, and why a text that is nearly one is none."""

from __future__ import annotations

import datetime as dt
import re

from site_builder.importing.cells.endings import is_unsure_day
from site_builder.importing.cells.plain_words import plain_words
from site_builder.model.readers.weekdays import weekday_named
from site_builder.model.readers.written import ScalarFault, shorten
from site_builder.validate.shapes import ScalarShape

_MONTH_NAMES = {
    "agst": "Agustus", "agt": "Agustus", "agus": "Agustus", "mrt": "Maret", "sept": "September",
    "febr": "Februari", "pebr": "Februari",
}  # fmt: skip
_MONTHS = re.compile(rf"\b(?:{'|'.join(_MONTH_NAMES)})\b\.?", re.IGNORECASE)
"""Short names of months that are not those of dictionaries."""
_SERIAL = re.compile(r"[34]\d{4}|5[0-4]\d{3}", re.ASCII)
"""Days between 1982 and 2049 as programs count them, where their format is lost."""
_BEFORE_DAY = re.compile(r"([^\W\d_]+(?:['’][^\W\d_]+)?)[,.]?\s+\d")
_WEEKDAY = re.compile(r"([^\W\d_]+(?:['’]at)?)[\s,.(/]")


def day_in(shape: ScalarShape, text: str) -> str:
    """Read a day in words or figures; in `01/11/2026` the day is first, as offices here write it."""
    if is_unsure_day(text):
        raise ScalarFault("cell-date", "unsure", {"value": shorten(text)})
    before = _BEFORE_DAY.match(text)
    if before is not None and not _is_of_day(shape, before[1]):
        raise ScalarFault("cell-date", "words", {"value": shorten(text), "words": before[1]})
    text = _MONTHS.sub(lambda found: _MONTH_NAMES[found[0].lower().rstrip(".")], text)
    if _SERIAL.fullmatch(text):
        meant = f"{dt.date(1899, 12, 30) + dt.timedelta(days=int(text)):%Y-%m-%d}"
        raise ScalarFault("cell-date", "serial", {"value": text, "suggestion": meant})
    written_day = _meant_day(shape, text)
    named = _WEEKDAY.match(text)
    weekday = weekday_named(named[1]) if named is not None else None
    if weekday is not None and dt.date.fromisoformat(written_day[:10]).weekday() != weekday:
        bare = text[named.end() :].lstrip(" ,./(") if named is not None else written_day
        raise ScalarFault("cell-weekday", "", {"value": text, "suggestion": bare})
    return written_day


def _meant_day(shape: ScalarShape, text: str) -> str:
    try:
        shape.scalar.read(text)
    except ScalarFault as fault:
        meant = fault.values.get("suggestion", "")
        if fault.variant == "day-form" and meant:
            return meant
        variant = "not-there" if fault.variant == "day-last" else _why_no_day(shape, text)
        if variant:
            raise ScalarFault("cell-date", variant, {"value": shorten(text)}) from fault
        raise
    return text


_NO_DAYS = (
    ("short-year", re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d\d", re.ASCII)),
    ("short-year", re.compile(r"\d{1,2}\b.*?(?P<month>[^\W\d_]+)\.?\s*['’]?\d\d", re.ASCII)),
    ("no-year", re.compile(r"\d{1,2}(?:\s*-\s*\d{1,2})?\s+(?P<month>[^\W\d_]+)\.?", re.ASCII)),
    (
        "several",
        re.compile(r"\d{1,2}(?:\s*(?:,|/|&|dan)\s*\d{1,2})+\s+(?P<month>[^\W\d_]+)\.?\s+\d{4}", re.ASCII),
    ),
    ("not-there", re.compile(r"\d{1,2}\s+(?P<month>[^\W\d_]+)\.?\s+\d{4}", re.ASCII)),
)
"""What is nearly a day in words, and what it lacks."""


def _why_no_day(shape: ScalarShape, text: str) -> str:
    """Say what a day in words lacks; nothing where its month is none."""
    for variant, form in _NO_DAYS:
        found = form.fullmatch(text)
        if found is not None and ("month" not in found.groupdict() or _is_month(shape, found["month"])):
            return variant
    return ""


def _is_of_day(shape: ScalarShape, word: str) -> bool:
    """Whether a word before a day says nothing that matters: its weekday, `mulai`, a month of English."""
    is_plain = plain_words(word).casefold() in ("tanggal", "mulai", "pada", "hari", "jam", "pukul")
    return is_plain or weekday_named(word) is not None or _is_month(shape, word)


def _is_month(shape: ScalarShape, name: str) -> bool:
    try:
        shape.scalar.read(f"1 {name} 2026")
    except ScalarFault as fault:
        return fault.variant == "day-form" and "suggestion" in fault.values
    return True
