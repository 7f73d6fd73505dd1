"""Opening hours: a week from `{senin-jumat: 08.00-17.00, minggu: tutup}`."""

from __future__ import annotations

import re
from itertools import pairwise

from site_builder.model.readers.gone import says_gone
from site_builder.model.readers.in_turn import (
    LATEST_CLOSING_MINUTE,
    halves_of,
    in_turn,
    may_open_either_half,
    pieces_of,
    spans_of_day,
    written_in_turn,
)
from site_builder.model.readers.week import (
    as_written,
    groups_of,
    in_braces,
    in_one_text,
    meant_times,
    week_told,
    week_without_times,
    with_exceptions,
)
from site_builder.model.readers.week_grammar import (
    Span,
    said_in,
    spans_in,
    told_times,
    told_week,
)
from site_builder.model.readers.week_tokens import (
    DAY_MINUTES,
    NOON_MINUTE,
    OPENED_BY_NOBODY,
    shape_of,
    shown,
    tokens_of,
)
from site_builder.model.readers.week_words import CLOSED, DASHES, ENGLISH
from site_builder.model.readers.weekdays import days_of, is_days
from site_builder.model.readers.written import ScalarFault, Written, shorten, together, wrong
from site_builder.model.values import Hours, Interval

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
            _raise_days_parted(written)
            _raise_meant(written)
        is_twice = all(fault.variant == "hours-twice" for fault in faults)
        meant = in_braces(with_exceptions(groups_of(written))) if is_twice else ""
        raise wrong("hours-exception", faults[0].values["value"], meant) if meant else together(faults)
    return Hours(tuple(days))


def _raise_meant(written: Written) -> None:
    """Refuse hours whose days are not set off from their times, if it is clear which is which."""
    whole = in_one_text(written)
    week, holidays = week_told(whole), told_week(whole).holidays
    meant = in_braces({days: _told_in_order(times) for days, times in week.items()})
    daylight = in_braces({days: _told_in_daylight(times) for days, times in week.items()})
    text = written if isinstance(written, str) else "…"
    either = next(filter(may_open_either_half, spans_in(said_in(whole))), None)
    if meant and either is not None:
        told = whole[either.opens.start : either.closes.end]
        raise wrong("hours-week-either-half", told, inside=(), **halves_of(either))
    if meant != daylight and not holidays:
        raise wrong("hours-week-half-told", text, daylight=daylight)
    if meant and holidays:
        raise wrong("hours-week-holidays", text, meant, other=holidays)
    if meant:
        raise wrong("hours-week", text, meant)


def _told_in_daylight(times: str) -> str:
    fault = _fault_of(times)
    return fault.values.get("daylight", _told_in_order(times)) if fault is not None else times


def _told_in_order(times: str) -> str:
    """Give the hours that are offered for those of a day, where only their order says which they are."""
    fault = _fault_of(times)
    is_order = fault is not None and fault.variant == "hours-unordered"
    return fault.values["suggestion"] if fault is not None and is_order else times


def _fault_of(times: Written) -> ScalarFault | None:
    try:
        _day_hours(times, ())
    except ScalarFault as fault:
        return fault
    return None


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
    spans: list[str] = []
    day = ""
    for name, times in written.items():
        if times or not spans_of_day(name):
            if len(spans) > 1:
                break
            day, spans = name, [times.strip()] if isinstance(times, str) and times.strip() else []
        elif spans:
            spans.append(name.strip())
    if len(spans) < 2:
        return
    both = ", ".join(spans)
    fault = _fault_of([*spans])
    if fault is not None:
        has_offer = not {"suggestion", "daylight"}.isdisjoint(fault.values)
        raise (fault if has_offer else wrong("hours", both)).within(day)
    raise wrong("hours-two", both, f"[{both}]").within(day)


def _raise_days_parted(written: dict[str, Written]) -> None:
    """Refuse `{sabtu,minggu: tutup}`, where the comma has torn the days of the same hours apart."""
    torn: list[str] = []
    for name, times in written.items():
        if not times and is_days(name):
            torn.append(name.strip())
            continue
        if torn and is_days(name):
            word = " and " if name.strip().lower() in ENGLISH else " dan "
            both = word.join((*torn, name.strip()))
            form = f"{both}: {'…' if _fault_of(times) else as_written(times)}"
            raise wrong("hours-days-parted", ", ".join((*torn, name)), form=form, other=", ".join(torn))
        torn = []


def _set_days(days: list[tuple[Interval, ...] | None], name: str, hours: tuple[Interval, ...]) -> None:
    for day in days_of(name):
        if days[day] is not None:
            raise wrong("hours-twice", name, inside=(name,))
        days[day] = hours


def _day_hours(written: Written, inside: tuple[str | int, ...]) -> tuple[Interval, ...]:
    if isinstance(written, dict):
        raise ScalarFault("field-type", "hours", {"value": shorten(", ".join(written))}, inside)
    has_stroke = False
    if isinstance(written, str):
        pieces, has_stroke = pieces_of(written)
        whole, parts = written.strip(), [(piece, inside) for piece in pieces]
    else:
        texts = [item if isinstance(item, str) else "" for item in written]
        whole, parts = ", ".join(texts), [(text, (*inside, place)) for place, text in enumerate(texts)]
    words = [" ".join(part.lower().removesuffix("wib").split()) for part, _ in parts]
    if len(words) == 1 and words[0] in CLOSED:
        return ()
    if len(words) == 1 and not _INTERVAL.fullmatch(words[0]) and shape_of(said_in(words[0])) == "a":
        return (Interval(0, DAY_MINUTES),)
    try:
        intervals = [_interval(word, part, place) for word, (part, place) in zip(words, parts, strict=True)]
    except ScalarFault as fault:
        if len(words) > 1 and not {"suggestion", "daylight"}.isdisjoint(fault.values):
            raise _of_all(fault, whole, inside) from None
        raise
    _refuse_out_of_turn(intervals, parts, whole, inside)
    if any(map(_is_half_told, words)):
        _refuse_half_told(spans_of_day(whole), whole, inside)
    if has_stroke:
        raise wrong("hours-spoken", whole, meant_times(whole), inside=inside)
    return tuple(intervals)


def _is_half_told(text: str) -> bool:
    """Whether `1-5` opens at an hour at which no shop does, which `01.00-05.00` would say for sure."""
    found = _INTERVAL.fullmatch(text) or _INTERVAL.fullmatch(_in_figures(text))
    return found is not None and found[1] in _BEFORE_DAWN


def _refuse_half_told(spans: list[Span], written: str, inside: tuple[str | int, ...]) -> None:
    """Ask about hours that may be after noon, if they can be: `4-14` is a market at dawn."""
    told = in_turn(spans)
    if any(opens != span.minutes[0] for (opens, _), span in zip(told, spans, strict=False)):
        raise wrong("hours-half-told", written, inside=inside, daylight=written_in_turn(told))


def _of_all(fault: ScalarFault, written: str, inside: tuple[str | int, ...]) -> ScalarFault:
    """Offer all spans of a day or none: what is meant by one of them alone would drop the others."""
    spans = spans_of_day(written)
    told = in_turn(spans)
    if not told:
        return wrong("hours", written, inside=inside)
    if fault.variant == "hours-spoken" and _is_any_later(spans, told):
        return wrong(_variant_of(spans, told), written, inside=inside, daylight=written_in_turn(told))
    name = "daylight" if "daylight" in fault.values else "suggestion"
    values = {**fault.values, "value": shorten(written), name: written_in_turn(told)}
    return ScalarFault(fault.code, fault.variant, values, inside)


def _refuse_out_of_turn(
    intervals: list[Interval],
    parts: list[tuple[str, tuple[str | int, ...]]],
    whole: str,
    inside: tuple[str | int, ...],
) -> None:
    """Refuse spans of which one begins before another has ended, with the only day that they can be."""
    pairs = zip(intervals, intervals[1:], parts[1:], strict=False)
    late = next((part for one, later, part in pairs if later.opens_minute < one.closes_minute), None)
    if late is None:
        return
    spans = spans_of_day(whole)
    told = in_turn(spans)
    if told and _variant_of(spans, told) == "hours-half-told":
        raise wrong("hours-unordered", whole, written_in_turn(told), inside=inside)
    if told:
        raise wrong("hours-in-turn", whole, inside=inside, daylight=written_in_turn(told))
    in_order = sorted((one.opens_minute, one.closes_minute) for one in intervals)
    is_sure = bool(spans) and not any(span.opens.is_bare or span.closes.is_bare for span in spans)
    if is_sure and all(closes <= opens for (_, closes), (opens, _) in pairwise(in_order)):
        raise wrong("hours-unordered", whole, written_in_turn(in_order), inside=inside)
    raise wrong("hours-overlap", late[0], inside=late[1])


def _is_any_later(spans: list[Span], told: list[tuple[int, int]]) -> bool:
    return any(opens != span.minutes[0] for span, (opens, _) in zip(spans, told, strict=True))


def _variant_of(spans: list[Span], told: list[tuple[int, int]]) -> str:
    """Say what is not sure of the day: only that nobody opens before dawn, or also which half is meant."""
    later = [span for span, (opens, _) in zip(spans, told, strict=True) if opens != span.minutes[0]]
    return "hours-half-told" if all(span.opens.may_be_before_dawn for span in later) else "hours-in-turn"


def _in_figures(text: str) -> str:
    """Write `jam 08.00 s/d 17.00` with a dash; nothing where there is more, such as parts of the day."""
    tokens = tokens_of(text)
    is_span = re.fullmatch("t?c[-u]c", shape_of(tokens)) and not any(token.part for token in tokens)
    return f"{tokens[-3].text}-{tokens[-1].text}" if is_span else ""


def _interval(text: str, written: str, inside: tuple[str | int, ...]) -> Interval:
    found = _INTERVAL.fullmatch(text) or _INTERVAL.fullmatch(_in_figures(text))
    if found is None:
        spans = told_times(written)
        if any(span.opens.may_be_before_dawn for span in spans):
            _refuse_half_told(spans, written, inside)
        if len(spans) == 1 and may_open_either_half(spans[0]):
            raise wrong("hours-either-half", written, inside=inside, **halves_of(spans[0]))
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
    # `8 - 4` and `12 - 4` are the afternoon; `08.00-02.00` and `18 - 2` are the night.
    by_twelve = opens < NOON_MINUTE + 60 and len(found[3]) == 1
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
