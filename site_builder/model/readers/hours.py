"""Opening hours: a week from `{senin-jumat: 08.00-17.00, minggu: tutup}`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from site_builder.model.readers.gone import says_gone
from site_builder.model.readers.week import (
    groups_of,
    in_braces,
    in_one_text,
    meant_times,
    week_told,
    week_without_times,
    with_exceptions,
)
from site_builder.model.readers.week_grammar import OPENED_BY_NOBODY, said_in, told_times, told_week
from site_builder.model.readers.week_tokens import shape_of, shown, tokens_of
from site_builder.model.readers.week_words import CLOSED, DASHES
from site_builder.model.readers.weekdays import days_of
from site_builder.model.readers.written import ScalarFault, Written, shorten, together, wrong
from site_builder.model.values import Hours, Interval

DAY_MINUTES = 24 * 60
NOON_MINUTE = 12 * 60
LATEST_CLOSING_MINUTE = 4 * 60
"""So late in the night a place may close that opened the day before; later is a slip, as in `8 - 5`."""

_NIGHT_OR_NOON = range(1, 3)
"""Closing hours of shops at noon and of eating places at night, where nothing is said of it."""
_BEFORE_DAWN = frozenset(map(str, OPENED_BY_NOBODY))
"""Hours as they are written by who means those after noon."""
_CLOCK = r"(\d{1,2})(?:[.:](\d{2}))?"
_INTERVAL = re.compile(rf"{_CLOCK}\s*[{DASHES}]\s*{_CLOCK}", re.ASCII)


def read_hours(written: Written) -> Hours:
    """Read a week. A text without days is meant for each day; a day left out is unknown."""
    days: list[tuple[Interval, ...] | None] = [None] * 7
    if not isinstance(written, dict):
        try:
            return Hours((_day_hours(written, ()),) * 7)
        except ScalarFault as fault:
            _raise_meant(written)
            _raise_whole(fault, written)
            raise
    faults: list[ScalarFault] = []
    for name, value in written.items():
        own = []
        try:
            hours = _day_hours(value, ())
        except ScalarFault as fault:
            hours = ()
            own.append(fault.within(name))
        try:
            _set_days(days, name, hours)
        except ScalarFault as fault:
            right = fault.values.get("suggestion", name)
            own = [one.called(right) for one in own]
            own.append(fault)
        faults += own
    if faults:
        if not all(written.values()) or "e" in shape_of(tokens_of(" ".join(written))):
            _raise_parted(written)
            _raise_meant(written)
        is_twice = all(fault.variant == "hours-twice" for fault in faults)
        meant = in_braces(with_exceptions(groups_of(written))) if is_twice else ""
        raise wrong("hours-exception", faults[0].values["value"], meant) if meant else together(faults)
    return Hours(tuple(days))


def _raise_meant(written: Written) -> None:
    """Refuse hours whose days are not set off from their times, if it is clear which is which."""
    whole = in_one_text(written)
    week, holidays = week_told(whole), told_week(whole).holidays
    meant = in_braces(week)
    daylight = in_braces({days: _told_in_daylight(times) for days, times in week.items()})
    text = written if isinstance(written, str) else "…"
    if meant != daylight and not holidays:
        raise wrong("hours-week-half-told", text, daylight=daylight)
    if meant and holidays:
        raise wrong("hours-week-holidays", text, meant, other=holidays)
    if meant:
        raise wrong("hours-week", text, meant)


def _told_in_daylight(times: str) -> str:
    try:
        _day_hours(times, ())
    except ScalarFault as fault:
        return fault.values.get("daylight", times)
    return times


def _raise_whole(fault: ScalarFault, written: Written) -> None:
    """Say of hours of all days what lacks, where a day's own hours would be said to be none."""
    if fault.variant != "hours" or fault.inside or not isinstance(written, str):
        return
    if says_gone(written):
        raise wrong("hours-gone", written) from None
    form = week_without_times(written)
    raise (wrong("hours-no-times", written, form) if form else wrong("hours-whole", written)) from None


def _raise_parted(written: dict[str, Written]) -> None:
    """Refuse a day with two spans of hours in braces, where the comma begins another day."""
    names = list(written)
    for place, name in enumerate(names[1:], 1):
        before = names[place - 1]
        times = written[before]
        if not written[name] and _INTERVAL.fullmatch(_in_figures(name)) and isinstance(times, str) and times:
            both = f"{times.strip()}, {name.strip()}"
            raise wrong("hours-two", both, f"[{both}]").within(before)


def _set_days(days: list[tuple[Interval, ...] | None], name: str, hours: tuple[Interval, ...]) -> None:
    for day in days_of(name):
        if days[day] is not None:
            raise wrong("hours-twice", name, inside=(name,))
        days[day] = hours


def _day_hours(written: Written, inside: tuple[str | int, ...]) -> tuple[Interval, ...]:
    if isinstance(written, dict):
        raise ScalarFault("field-type", "hours", {"value": shorten(", ".join(written))}, inside)
    if isinstance(written, str):
        parts = [(part, inside) for part in re.split(r"[,;&]|\bdan\b|\band\b", written)]
    else:
        texts = [item if isinstance(item, str) else "" for item in written]
        parts = [(text, (*inside, place)) for place, text in enumerate(texts)]
    words = [" ".join(part.lower().removesuffix("wib").split()) for part, _ in parts]
    if len(words) == 1 and words[0] in CLOSED:
        return ()
    if len(words) == 1 and not _INTERVAL.fullmatch(words[0]) and shape_of(said_in(words[0])) == "a":
        return (Interval(0, DAY_MINUTES),)
    try:
        intervals = [_interval(word, part, place) for word, (part, place) in zip(words, parts, strict=True)]
    except ScalarFault as fault:
        if len(words) > 1 and isinstance(written, str) and "suggestion" in fault.values:
            raise _of_all(words, written, inside) from None
        raise
    hours = _in_turn(intervals, parts)
    if any(map(_is_half_told, words)):
        _raise_half_told(hours, ", ".join(part.strip() for part, _ in parts), inside)
    return hours


def _is_half_told(text: str) -> bool:
    """Whether `1-5` opens at an hour at which no shop does, which `01.00-05.00` would say for sure."""
    found = _INTERVAL.fullmatch(text) or _INTERVAL.fullmatch(_in_figures(text))
    return found is not None and found[1] in _BEFORE_DAWN


def _raise_half_told(intervals: tuple[Interval, ...], written: str, inside: tuple[str | int, ...]) -> None:
    """Ask about hours that may be after noon, if they can be: `4-14` is a market at dawn."""
    daylight = sorted(map(_in_daylight, intervals), key=lambda one: one.opens_minute)
    is_in_turn = all(one.closes_minute <= later.opens_minute for one, later in pairwise(daylight))
    if is_in_turn and daylight != [*intervals]:
        raise wrong("hours-half-told", written, inside=inside, daylight=_spans(daylight))


def _spans(intervals: Sequence[Interval]) -> str:
    spans = [f"{shown(one.opens_minute)}-{shown(_on_clock(one.closes_minute))}" for one in intervals]
    return spans[0] if len(spans) == 1 else f"[{', '.join(spans)}]"


def _on_clock(minute: int) -> int:
    return minute if minute <= DAY_MINUTES else minute - DAY_MINUTES


def _of_all(words: list[str], written: str, inside: tuple[str | int, ...]) -> ScalarFault:
    """Offer all spans of a day or none: what is meant by one of them alone would drop the others."""
    spans = [word if _INTERVAL.fullmatch(_in_figures(word)) else meant_times(word) for word in words]
    if all(spans) and not any("[" in span for span in spans):
        return wrong("hours-spoken", written, f"[{', '.join(spans)}]", inside=inside)
    return wrong("hours", written, inside=inside)


def _in_turn(
    intervals: list[Interval], parts: list[tuple[str, tuple[str | int, ...]]]
) -> tuple[Interval, ...]:
    for (later, (text, inside)), earlier in zip(
        zip(intervals[1:], parts[1:], strict=True), intervals, strict=False
    ):
        if later.opens_minute < earlier.closes_minute:
            in_order = sorted(map(_in_daylight, intervals), key=lambda one: one.opens_minute)
            if any(nx.opens_minute < one.closes_minute for one, nx in pairwise(in_order)):
                raise wrong("hours-overlap", text, inside=inside)
            raise wrong("hours-unordered", ", ".join(part for part, _ in parts), _spans(in_order))
    return tuple(intervals)


def _in_daylight(interval: Interval) -> Interval:
    """Take the `1-5` behind `9-11` for hours after noon, for no shop opens before dawn."""
    opens, closes = interval.opens_minute, interval.closes_minute
    if opens // 60 not in OPENED_BY_NOBODY:
        return interval
    later = Interval(opens + NOON_MINUTE, closes + (NOON_MINUTE if closes <= NOON_MINUTE else 0))
    return later if later.opens_minute < later.closes_minute else interval


def _in_figures(text: str) -> str:
    """Write `jam 08.00 s/d 17.00` with a dash; nothing where there is more, such as parts of the day."""
    tokens = tokens_of(text)
    is_span = re.fullmatch("t?c[-u]c", shape_of(tokens)) and not any(token.part for token in tokens)
    return f"{tokens[-3].text}-{tokens[-1].text}" if is_span else ""


def _interval(text: str, written: str, inside: tuple[str | int, ...]) -> Interval:
    found = _INTERVAL.fullmatch(text) or _INTERVAL.fullmatch(_in_figures(text))
    if found is None:
        spans = told_times(written)
        if any(span.opens.part == "" and span.opens.text in _BEFORE_DAWN for span in spans):
            _raise_half_told(tuple(Interval(*span.minutes) for span in spans), written, inside)
        meant = meant_times(written)
        if meant:
            raise wrong("hours-spoken", written, meant, inside=inside)
        lone = re.fullmatch(_CLOCK, text, re.ASCII)
        if lone:
            raise wrong(
                "hours-open-end", written, inside=inside, opens=f"{int(lone[1]):02}.{lone[2] or '00'}"
            )
        raise wrong("hours", written, inside=inside)
    opens = _minutes(found[1], found[2])
    closes = _minutes(found[3], found[4])
    if opens is None or closes is None or opens in (closes, DAY_MINUTES):
        raise wrong("hours-clock", written, inside=inside)
    if closes > opens:
        return Interval(opens, closes)
    # `8 - 4` is the afternoon; `08.00-02.00` and `18 - 2` are the night.
    by_twelve = opens < NOON_MINUTE and len(found[3]) == 1
    if closes > LATEST_CLOSING_MINUTE or by_twelve:
        raise _order(written, opens, closes, inside)
    return Interval(opens, closes + DAY_MINUTES)


def _order(written: str, opens: int, closes: int, inside: tuple[str | int, ...]) -> ScalarFault:
    """Tell of hours that end before they begin; mostly twelve hours are lacking."""
    meant = closes + NOON_MINUTE
    if closes // 60 in _NIGHT_OR_NOON and opens < meant and opens // 60 not in OPENED_BY_NOBODY:
        daylight, night = f"{shown(opens)}-{shown(meant)}", shown(closes)
        return wrong("hours-order-either", written, inside=inside, daylight=daylight, night=night)
    if opens < meant <= DAY_MINUTES and opens // 60 not in OPENED_BY_NOBODY:
        return wrong("hours-order", written, f"{shown(opens)}-{shown(meant)}", inside=inside)
    return wrong("hours-order-night", written, inside=inside)


def _minutes(hour: str, minute: str | None) -> int | None:
    total = int(hour) * 60 + int(minute or 0)
    return total if int(minute or 0) < 60 and total <= DAY_MINUTES else None
