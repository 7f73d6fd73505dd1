"""The week that was meant by hours not written as day by day: `Senin-Sabtu 08.00-17.00`."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from site_builder.model.readers.written import Written

LONGEST_TEXT = 300
"""A longer one is no week."""
NOON = 12
_LAST_NOON = 5
"""From this hour on `siang` is before noon: `10 siang`."""

_UNTIL = r"\s*(?:-|–|—|s/d|s\.d\.|sd|sampai|hingga|until|to)\s*"
_AND = r"\s*(?:,|&|\bdan\b|\band\b)\s*"
_CLOCK = r"\d{1,2}(?:[.:]\d{2})?"
_INTERVAL = rf"{_CLOCK}{_UNTIL}{_CLOCK}"
_TIMES = rf"(?:tutup|libur|closed|24\s*jam|24 hours|{_INTERVAL}(?:{_AND}{_INTERVAL})*)"
_SPOKEN_CLOCK = (
    r"(?:jam\s+|pukul\s+)?(\d{1,2})(?:[.:](\d{2}))?\s*(pagi|siang|sore|petang|malam|a\.?m\.?|p\.?m\.?)?"
)
_SPOKEN = re.compile(
    rf"(?:(?:setiap hari|tiap hari|every day|daily|buka|dari|mulai|open|from)\s+)*"
    rf"{_SPOKEN_CLOCK}{_UNTIL}{_SPOKEN_CLOCK}"
    rf"(?:\s*wib)?(?:[\s,(]*(?:istirahat|break)\s+{_SPOKEN_CLOCK}{_UNTIL}{_SPOKEN_CLOCK}(?:\s*wib)?\)?)?"
)
_TWELVE = re.compile(r"(?P<opens>\d{1,2})(?:[.:](?P<opened>\d\d))?-(?P<closes>\d)(?:[.:](?P<closed>\d\d))?")
_LEFT_OVER = re.compile(r"(?:[\s,;.|/{}\[\]()=:-]|wib|buka|pukul|jam|hari|dan|and|open)*")


def meant_week(written: Written, days: Collection[str]) -> str:
    """Write `{senin-sabtu: 08.00-17.00, minggu: tutup}` of a text, or give nothing.

    `days` are the known names of days and of groups of days. Nothing of the text may be left over.
    """
    text = " ".join(_text(written).lower().replace("_", " ").split())
    if len(text) > LONGEST_TEXT:
        return ""
    for pattern in _patterns(frozenset(days)):
        pairs = [(match["days"], match["times"]) for match in pattern.finditer(text)]
        if pairs and _LEFT_OVER.fullmatch(pattern.sub(" ", text)):
            return "{" + ", ".join(f"{_days(days)}: {_times(times)}" for days, times in pairs) + "}"
    return ""


def meant_times(text: str) -> str:
    """Write `8 pagi sampai 5 sore` as `08.00-17.00`, with a break as two spans of time; or give nothing."""
    found = _SPOKEN.fullmatch(" ".join(text.lower().split())) if len(text) <= LONGEST_TEXT else None
    if found is None:
        return ""
    opens, closes, pauses, goes_on = (_spoken(*found.groups()[place : place + 3]) for place in (0, 3, 6, 9))
    if found[7]:
        in_turn = "" < opens < pauses < goes_on < closes
        return f"[{opens}-{pauses}, {goes_on}-{closes}]" if in_turn else ""
    return f"{opens}-{closes}" if "" < opens < closes else ""


def _spoken(hour: str | None, minute: str | None, part: str | None) -> str:
    """Write a time of day as a clock shows it; nothing where there is none."""
    if hour is None or int(hour) > 2 * NOON or int(minute or 0) >= 60:
        return ""
    of_day, clock = (part or "").replace(".", ""), int(hour)
    if of_day == "am":
        clock %= NOON
    is_late = of_day in ("sore", "petang", "malam", "pm") or (of_day == "siang" and clock < _LAST_NOON)
    if (is_late and clock < NOON) or (of_day == "malam" and clock == NOON):
        clock += NOON
    return f"{clock:02}.{minute or '00'}"


def _text(written: Written) -> str:
    """Put the pieces of a list or of a mapping that went wrong together again."""
    if isinstance(written, str):
        return written
    if isinstance(written, list):
        return " ; ".join(map(_text, written))
    return " ; ".join(f"{name} {_text(value)}" for name, value in written.items())


@cache
def _patterns(days: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    day = "(?:" + "|".join(map(re.escape, sorted(days, key=lambda name: (-len(name), name)))) + ")"
    some = rf"(?P<days>\b{day}\b(?:(?:{_UNTIL}|{_AND})\b{day}\b)*)"
    times = rf"(?P<times>{_TIMES})"
    return (
        re.compile(rf"{some}[\s:=,]*(?:(?:pukul|jam|buka)\s+)*{times}"),
        re.compile(rf"{times}(?:\s*wib)?[\s(,]*(?:hari\s+)?{some}"),
    )


def _days(text: str) -> str:
    listed = " dan ".join(re.split(_AND, text))
    return re.sub(_UNTIL, "-", listed) if re.search(_UNTIL, listed) else listed


def _times(text: str) -> str:
    return " dan ".join(_afternoon(re.sub(_UNTIL, "-", part)) for part in re.split(_AND, text))


def _afternoon(interval: str) -> str:
    """Write `8-5`, which nobody means as a night, as `08.00-17.00`."""
    found = _TWELVE.fullmatch(interval)
    if found is None or not int(found["closes"]) < int(found["opens"]) <= NOON:
        return interval
    opened, closed = found["opened"] or "00", found["closed"] or "00"
    return f"{int(found['opens']):02}.{opened}-{int(found['closes']) + NOON:02}.{closed}"
