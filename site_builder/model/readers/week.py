"""The week that was meant by hours not written as day by day: `Senin-Sabtu 08.00-17.00`."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache
from itertools import combinations, groupby

from site_builder.model.readers.weekdays import days_named, days_of
from site_builder.model.readers.written import Written

LONGEST_TEXT = 300
"""A longer one is no week."""
NOON = 12
_CLOSED = ("tutup", "libur", "closed")
_LAST_NOON = 5
"""From this hour on `siang` is before noon: `10 siang`."""

_UNTIL = r"\s*(?:-|–|—|s/d|s\.d\.|sd|sampai|hingga|until|to)\s*"
_AND = r"\s*(?:,|&|/|\bdan\b|\band\b)\s*"
_CLOCK = r"\d{1,2}(?:[.:]\d{2})?"
_INTERVAL = rf"{_CLOCK}{_UNTIL}{_CLOCK}"
_TIMES = rf"(?:tutup|libur|closed|24\s*jam|24 hours|{_INTERVAL}(?:{_AND}{_INTERVAL})*)"
_SPOKEN_CLOCK = (
    r"(?:jam\s+|pukul\s+)?(\d{1,2})(?:[.:](\d{2}))?\s*(pagi|siang|sore|petang|malam|a\.?m\.?|p\.?m\.?)?"
)
_SPOKEN_TIME = re.compile(rf"{_SPOKEN_CLOCK}(?:\s*wi(?:b|ta?))?", re.ASCII)
_SPOKEN = re.compile(
    rf"(?:(?:setiap hari|tiap hari|every day|daily|buka|dari|mulai|open|from)\s+)*"
    rf"{_SPOKEN_CLOCK}{_UNTIL}{_SPOKEN_CLOCK}"
    rf"(?:\s*wib)?(?:[\s,(]*(?:istirahat|break)\s+{_SPOKEN_CLOCK}{_UNTIL}{_SPOKEN_CLOCK}(?:\s*wib)?\)?)?"
)
_STROKE = re.compile(r"(?<!\bs)\s*/\s*(?!d\b)")
"""Between two spans of hours; not that of `s/d`."""
_TWELVE = re.compile(r"(?P<opens>\d{1,2})(?:[.:](?P<opened>\d\d))?-(?P<closes>\d)(?:[.:](?P<closed>\d\d))?")
_LEFT_OVER = re.compile(r"(?:[\s,;.|/{}\[\]()=:-]|wib|buka|pukul|jam|hari|dan|and|open)*")


def meant_week(written: Written, days: Collection[str], *, is_sure: bool = False) -> str:
    """Write `{senin-sabtu: 08.00-17.00, minggu: tutup}` of a text, or give nothing.

    `days` are the known names of days and of groups of days. Nothing of the text may be left over. A day
    with other hours than those that it is among is set apart from them; where the week must be sure, only
    a closed one.
    """
    text = " ".join(in_one_text(written).lower().replace("_", " ").split())
    if len(text) > LONGEST_TEXT:
        return ""
    for pattern in _patterns(frozenset(days)):
        pairs = [(match["days"], match["times"]) for match in pattern.finditer(text)]
        if pairs and _LEFT_OVER.fullmatch(pattern.sub(" ", text)):
            if any(_is_two_things(days, times) for days, times in pairs):
                return ""
            week: dict[str, Written] = {_days(days): _times(times) for days, times in pairs}
            named = [day for days in week for day in days_of(days)]
            if len(week) < len(pairs):
                return ""
            opened = [day for days, times in week.items() if times not in _CLOSED for day in days_of(days)]
            is_clear = not is_sure or len({*opened}) == len(opened)
            if len({*named}) < len(named) and is_clear:
                return with_exceptions(week)
            return "{" + ", ".join(f"{days}: {times}" for days, times in week.items()) + "}"
    return ""


def _is_two_things(days: str, times: str) -> bool:
    """Whether days before hours may be two things: `Senin-Sabtu, Minggu tutup` is open from Monday on.

    So may `Senin-Jumat, Sabtu 08.00-12.00`, of which the first days have lost their hours.
    """
    parts = re.split(_AND, days)
    has_run = any(len(days_named(re.sub(_UNTIL, "-", part))) > 1 for part in parts)
    return len(parts) > 1 and has_run and (times in _CLOSED or re.search(r"[,/]", days) is not None)


def week_without_times(text: str, days: Collection[str]) -> str:
    """Write `{senin-sabtu: …, minggu: tutup}` of a text that names days and no hours, or give nothing."""
    text = " ".join(text.lower().replace("_", " ").split())
    pattern = _bare_days(frozenset(days))
    if len(text) > LONGEST_TEXT or not _LEFT_OVER.fullmatch(pattern.sub(" ", text)):
        return ""
    parts = [(_days(found["days"]), found["closed"]) for found in pattern.finditer(text)]
    if all(closed for _, closed in parts):
        return ""
    return "{" + ", ".join(f"{days}: {'tutup' if closed else '…'}" for days, closed in parts) + "}"


def with_exceptions(week: Mapping[str, Written]) -> str:
    """Write a week of which days stand twice: a key within a wider one is an exception from that.

    Gives nothing where two keys only share some days, or where the hours of the exception are not within
    the others: then both may hold. All keys are names of days.
    """
    keys = [(frozenset(days_of(name)), _as_written(times)) for name, times in week.items()]
    for (one, times), (other, others) in combinations(keys, 2):
        wider, narrower = (times, others) if other < one else (others, times)
        is_exception = (one < other or other < one) and _is_within(narrower, wider)
        if one & other and times != others and not is_exception:
            return ""
    hours: dict[int, str] = {}
    for days, times in sorted(keys, key=lambda key: -len(key[0])):
        hours |= dict.fromkeys(days, times)
    names = _ENGLISH if re.search("day|daily|week", " ".join(week).lower()) else _INDONESIAN
    runs = [
        ([names[day] for day in days], times)
        for times, days in groupby(range(len(names)), lambda day: hours.get(day, ""))
        if times
    ]
    named = [("-".join(dict.fromkeys((days[0], days[-1]))), times) for days, times in runs]
    return "{" + ", ".join(f"{days}: {times}" for days, times in named) + "}"


def _is_within(inner: str, outer: str) -> bool:
    """Whether hours begin and end within others; those of a closed day are within all."""
    spans = [
        [int(hour) * 60 + int(minute or 0) for hour, minute in re.findall(r"(\d{1,2})(?:[.:](\d\d))?", text)]
        for text in (inner, outer)
    ]
    return not spans[0] or (
        bool(spans[1]) and min(spans[1]) <= min(spans[0]) and max(spans[0]) <= max(spans[1])
    )


def _as_written(times: Written) -> str:
    """Write the hours of a day so that they may stand within braces."""
    parts = times if isinstance(times, list) else in_one_text(times).split(",")
    texts = [in_one_text(part).strip() for part in parts]
    return texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]"


_INDONESIAN = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def meant_times(text: str) -> str:
    """Write `8 pagi sampai 5 sore` as `08.00-17.00`, with a break as two spans of time; or give nothing."""
    if len(text) > LONGEST_TEXT:
        return ""
    spans = [_meant_span(part) for part in _STROKE.split(" ".join(text.lower().split()))]
    if len(spans) == 1:
        return spans[0]
    ends = [end for span in spans for end in span.split("-")]
    return f"[{', '.join(spans)}]" if "" not in ends and ends == sorted(set(ends)) else ""


def meant_time(text: str) -> str:
    """Write `9 pagi`, `pukul 9` or `19.30` as a clock shows it; nothing where the text is no time of day."""
    found = _SPOKEN_TIME.fullmatch(" ".join(text[:LONGEST_TEXT].lower().split()))
    return _spoken(*found.groups()) if found else ""


def _meant_span(text: str) -> str:
    found = _SPOKEN.fullmatch(text)
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


def in_one_text(written: Written) -> str:
    """Put the pieces of a list or of a mapping that went wrong together again."""
    if isinstance(written, str):
        return written
    if isinstance(written, list):
        return " ; ".join(map(in_one_text, written))
    return " ; ".join(f"{name} {in_one_text(value)}" for name, value in written.items())


def _some_days(days: frozenset[str]) -> str:
    day = "(?:" + "|".join(map(re.escape, sorted(days, key=lambda name: (-len(name), name)))) + ")"
    return rf"(?P<days>\b{day}\b(?:(?:{_UNTIL}|{_AND})\b{day}\b)*)"


@cache
def _bare_days(days: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"{_some_days(days)}[\s:=]*(?P<closed>tutup\b|libur\b|closed\b)?")


@cache
def _patterns(days: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    some = _some_days(days)
    times = rf"(?P<times>{_TIMES})"
    return (
        re.compile(rf"{some}[\s:=,]*(?:(?:pukul|jam|buka)\s+)*{times}"),
        re.compile(rf"{times}(?:\s*wib)?[\s(,]*(?:hari\s+)?{some}"),
    )


def _days(text: str) -> str:
    return " dan ".join(re.split(_AND, re.sub(_UNTIL, "-", text)))


def _times(text: str) -> str:
    return " dan ".join(map(_afternoon, re.split(_AND, re.sub(_UNTIL, "-", text))))


def _afternoon(interval: str) -> str:
    """Write `8-5`, which nobody means as a night, as `08.00-17.00`."""
    found = _TWELVE.fullmatch(interval)
    if found is None or not int(found["closes"]) < int(found["opens"]) <= NOON:
        return interval
    opened, closed = found["opened"] or "00", found["closed"] or "00"
    return f"{int(found['opens']):02}.{opened}-{int(found['closes']) + NOON:02}.{closed}"
