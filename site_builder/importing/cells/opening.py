"""Opening hours as offices write them, in the one form that the reader of content files takes for sure."""

from __future__ import annotations

import re

from site_builder.model.readers.hours import read_hours, week_of
from site_builder.model.readers.hours_in_words import PART_OF_DAY, SECONDS, plain_hours, says_gone
from site_builder.model.readers.written import ScalarFault, Written, shorten, wrong
from site_builder.names import SourcePath
from site_builder.source.spanned_yaml import parse_yaml
from site_builder.source.tree import written

_NO_DAYS = re.compile(
    r"\b(?:wib|wita|wit|jam|pukul|pkl|sd|s/d|s\.d\.?|sampai|hingga|to|until|am|pm|dan|and|buka|open)\b\.?",
    re.IGNORECASE,
)
"""Words among hours that name no day."""
_CLOSED = frozenset({"tutup", "libur", "closed"})
_HALF_DAY = 12
_HALF_DAYS = re.compile(
    r"(?<![\d.:])(?P<opens_hour>\d{1,2})(?:[.:](?P<opens_minute>[0-5]\d))?\s*"
    r"(?:-|–|—|s\.?/?d\.?|sampai|hingga|to|until)\s*(?:(?:jam|pukul|pkl)\b\.?\s*)?"
    r"(?P<closes_hour>\d{1,2})(?:[.:](?P<closes_minute>[0-5]\d))?(?![\d.:])",
    re.IGNORECASE,
)
"""Hours of which neither says which half of the day it is in."""
_MORNING_BY_NOBODY = range(1, 5)
"""Hours at which no shop opens, so that `1-4` is after noon."""


def week_in(text: str) -> Written:
    """Read a week; hours alone would be published as those of every day, and offices write days elsewhere.

    Raises `ScalarFault`, with what to write in the whole cell where that is sure.
    """
    if says_gone(text):
        raise ScalarFault("cell-hours", "gone", {"value": shorten(text)})
    text = SECONDS.sub(r"\1", text)
    _refuse_half_days(text)
    plain = plain_hours(text)
    if plain.lower() in _CLOSED or not re.search(r"[^\W\d_]", _NO_DAYS.sub("", plain)):
        variant = "" if week_of(f"senin {plain}") and shorten(text) == text else "times"
        raise ScalarFault("cell-hours", variant, {"value": shorten(text)})
    meant = week_of(plain, is_sure=True)
    if not meant:
        raise wrong("hours", text)
    tree, _ = parse_yaml(SourcePath(""), f"hours: {meant}")
    found = written(tree) if tree is not None else {}
    week = found["hours"] if isinstance(found, dict) else plain
    try:
        read_hours(week)
    except ScalarFault as fault:
        raise _of_cell(fault, week, text) from fault
    return week


def _refuse_half_days(text: str) -> None:
    """Refuse `9-5`: that it is five in the afternoon is likely, and nobody has said so."""
    rest = PART_OF_DAY.sub(" ", text)
    if not any(map(_is_half_day, _HALF_DAYS.finditer(rest))):
        return
    values = {"value": shorten(text)}
    meant = _HALF_DAYS.sub(lambda found: _in_afternoon(found) if _is_half_day(found) else found[0], text)
    has_days = re.search(r"[^\W\d_]", _NO_DAYS.sub("", text)) is not None
    if rest == text and has_days and shorten(meant) == meant:
        values["suggestion"] = meant
    raise ScalarFault("cell-hours", "half-day" if has_days else "half-day-bare", values)


def _is_half_day(found: re.Match[str]) -> bool:
    opens, closes = (int(found[f"{name}_hour"]) for name in ("opens", "closes"))
    if opens in _MORNING_BY_NOBODY and found["opens_minute"] is None and found["opens_hour"][0] != "0":
        return closes <= _HALF_DAY
    return 0 < closes < opens <= _HALF_DAY


def _in_afternoon(found: re.Match[str]) -> str:
    opens = int(found["opens_hour"])
    opens += _HALF_DAY if opens in _MORNING_BY_NOBODY else 0
    closes = int(found["closes_hour"]) + _HALF_DAY
    return f"{opens:02}.{found['opens_minute'] or '00'}-{closes:02}.{found['closes_minute'] or '00'}"


def _of_cell(fault: ScalarFault, week: Written, text: str) -> ScalarFault:
    """Say of the whole cell what is wrong with one of its days, and what the whole should be."""
    mended = {**week} if isinstance(week, dict) else {}
    for one in (fault, *fault.others):
        suggestion = one.values.get("suggestion", "")
        if suggestion and one.inside and one.inside[0] in mended:
            mended[str(one.inside[0])] = suggestion
    values = {name: value for name, value in fault.values.items() if name != "suggestion"}
    if fault.variant == "hours-exception":
        values["suggestion"] = fault.values["suggestion"]
    elif mended != week:
        values["suggestion"] = ", ".join(f"{days.title()} {times}" for days, times in mended.items())
    return ScalarFault(fault.code, fault.variant, {**values, "value": shorten(text)}, fault.inside)
