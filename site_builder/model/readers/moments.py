"""A day with a time: `2026-02-05 09.00`; of `malam 31 Desember jam 8` no word is lost."""

from __future__ import annotations

import re
from datetime import date, timedelta

from site_builder.model.readers.halves import night_meant, time_meant
from site_builder.model.readers.times import (
    day_within,
    days_of_span,
    days_with_hours,
    hours_of_day,
    is_month_alone,
    meant_day,
    read_day,
)
from site_builder.model.readers.week import meant_time
from site_builder.model.readers.week_tokens import DAY_MINUTES, shown
from site_builder.model.readers.weekdays import weekday_named
from site_builder.model.readers.written import ScalarFault, Written, is_long, shorten, text_of, wrong
from site_builder.model.values import Moment

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TIME = re.compile(r"(\d{1,2})[.:](\d{2})(?:[.:]00)?", re.ASCII)
_WITH_ZONE = re.compile(r"(?P<time>\d{1,2}[.:]\d{2})(?:[.:]\d{2})?\s*(?P<zone>Z|[-+]\d{2}:?\d{2})", re.ASCII)
"""As programs write it; the time of another zone is another time here."""
_BEFORE_TIME = re.compile(r"^[\s,]*(?:(?:jam|pukul|pkl?|at)\b\.?\s*)?", re.IGNORECASE)
_UNTIL_THE_END = re.compile(
    r"\s*(?:-|–|—|s\.?/?d\.?|sampai|hingga|until|to)\s*(?:selesai|habis|end|finish)\.?", re.IGNORECASE
)
"""`09.00 - selesai` says no more than when it begins."""
_PART = r"(?P<part>pagi|siang|sore|petang|malam|morning|evening|night)(?:\s+hari)?"
_PART_FIRST = re.compile(
    rf"(?P<weekday>[^\W\d]+['’]?[^\W\d]*\s+)?{_PART}[\s,]+(?P<rest>.*\d.*)", re.IGNORECASE
)
_DAY_AND_TIME = re.compile(r"(?P<day>.*?\d{4}|\d{4}-\d\d-\d\d)\s*,?\s+(?P<time>.*\d.*)")
_SMALL_HOURS = re.compile(r"\D*0?[0-5]\b.*malam|\D*12\b.*malam", re.IGNORECASE)
"""At night, and nobody knows in which of two: `jam 1 malam`."""


def read_when(written: Written) -> Moment:
    """Read a day, or a day and a time: `2026-02-05 09.00` is `2026-02-05T09:00`."""
    text = text_of(written)
    if is_long(text):
        raise wrong("when", text)
    hours = hours_of_day(text) if len(text) > 10 else []
    if len(hours) > 1:
        (start, end), (later, later_end) = hours
        raise wrong("when-hours-either", text, start=start, end=end, later=later, later_end=later_end)
    if hours:
        raise wrong("when-hours", text, start=hours[0][0], end=hours[0][1])
    if len(text) > 10 and days_with_hours(text) is not None:
        raise wrong("day-span", text)
    if not _ISO.match(text) or len(text) <= 10 or text[10] not in " T" or days_of_span(text) is not None:
        return Moment(_day_of_moment(text))
    day, rest = read_day(text[:10]), text[11:].strip()
    found = _TIME.fullmatch(rest)
    if found is not None and int(found[1]) < 24 and int(found[2]) < 60:
        return Moment(f"{day}T{int(found[1]):02}:{found[2]}")
    zoned = _WITH_ZONE.fullmatch(rest)
    if zoned is not None:
        raise wrong("when-beside", text, moment=f"{day} {_clock(zoned['time'])}".strip(), words=zoned["zone"])
    _refuse_either(text, day, rest)
    clock = _clock(rest)
    if not clock:
        raise _beside(text)
    raise wrong("when-form" if _TIME.match(rest) else "when-words", text, f"{day} {clock}")


def _day_of_moment(text: str) -> str:
    """Read a day without a time; of another form with a time, say how both are written."""
    first = _PART_FIRST.fullmatch(text)
    part, rest = (first["part"], first["rest"]) if first is not None else ("", text)
    spoken = _DAY_AND_TIME.fullmatch(rest)
    clock = _clock(f"{spoken['time']} {part}") if spoken else ""
    day = _real_day(spoken["day"]) if spoken else ""
    if spoken and day:
        _refuse_either(text, day, f"{spoken['time']} {part}".strip())
    if clock and day:
        raise wrong("day-form", text, f"{day} {clock}")
    try:
        return read_day(text)
    except ScalarFault as fault:
        if fault.variant not in ("day", "day-beside"):
            raise
        raise wrong("when-month", text) if is_month_alone(text) else _beside(text) from None


def _real_day(text: str) -> str:
    """Give a day as its field takes it, of any form; nothing where there is no such day."""
    try:
        return read_day(meant_day(text) or text)
    except ScalarFault:
        return ""


def _refuse_either(text: str, day: str, time: str) -> None:
    """Refuse a time that may be two, with both: `jam 7`, and `jam 12 malam`, which may end or begin a day."""
    bare = _UNTIL_THE_END.sub("", _BEFORE_TIME.sub("", time)).strip()
    night, either = night_meant(bare), time_meant(bare)
    if night is not None:
        late = f"{_day_after(day)} {shown(night)}"
        raise wrong("when-night", text, early=f"{day} {shown(night)}", late=late)
    if either:
        early, late = (
            f"{day} {shown(one)}" if one < DAY_MINUTES else f"{_day_after(day)} 00.00" for one in either
        )
        raise wrong("when-either", text, early=early, late=late)


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _beside(text: str) -> ScalarFault:
    """Tell of a moment among other words, which may say that it is another one: `diundur ke 27 Desember`."""
    within = day_within(text)
    if within is None or not any(map(str.isalpha, within[1])):
        return wrong("when", text)
    day, words = within[0], [word for word in within[1].split() if weekday_named(word.strip(",")) is None]
    if re.fullmatch(_PART, " ".join(words).strip(" ,"), re.IGNORECASE):
        return wrong("when-part", text, form=f"{day} …")
    for size in range(len(words), 0, -1):
        clock = _clock(" ".join(words[:size]))
        if clock:
            rest = " ".join(words[size:])
            return wrong("when-beside", text, moment=f"{day} {clock}", words=shorten(rest))
    return wrong("when-beside", text, moment=day, words=shorten(" ".join(words)))


def _clock(text: str) -> str:
    """Give the time of day that a text is as a whole; nothing where it says more, or may be two times."""
    bare = _UNTIL_THE_END.sub("", _BEFORE_TIME.sub("", text)).strip()
    clock = "" if _SMALL_HOURS.fullmatch(bare) else meant_time(bare)
    return "" if clock >= "24" else clock
