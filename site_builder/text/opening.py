"""How a week of opening hours is told in as few rows as possible."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from msgspec import Struct

from site_builder.model.values import Hours, Interval
from site_builder.names import Lang
from site_builder.text.formats import dash
from site_builder.text.times import clock, short_weekday, weekday

_DAY_MINUTES = 24 * 60
_DAYS = {"ja": "{}～{}", "zh": "{}至{}"}


class HoursRow(Struct, frozen=True):
    """Days that follow each other and have the same hours."""

    days: str
    """`Senin`, `Senin–Jumat`."""
    times: tuple[str, ...]
    """`08.00–17.00`; none when closed or not known."""
    is_known: bool
    is_every_day: bool
    numbers: str = ""
    """The days for scripts, Monday is 0: `012345`."""
    short_days: str = ""
    """`Sen`, `Sen–Jum`."""


@lru_cache(maxsize=4096)
def hours(value: Hours, lang: Lang) -> tuple[HoursRow, ...]:
    """Group a week into as few rows as tell it, Monday first."""
    rows = []
    first = 0
    for index in range(1, len(value.days) + 1):
        if index == len(value.days) or value.days[index] != value.days[first]:
            rows.append(_hours_row(value, first, index - 1, lang))
            first = index
    return tuple(rows)


def compact(value: Hours) -> str:
    """Write a week for scripts, Monday first, in minutes: `480-720+780-1020,480-720,?,,480-1560,,`.

    Days are parted by commas; a day is empty when closed and `?` when nothing is known.
    """
    return ",".join(
        "?" if day is None else "+".join(f"{part.opens_minute}-{part.closes_minute}" for part in day)
        for day in value.days
    )


def _hours_row(value: Hours, first: int, last: int, lang: Lang) -> HoursRow:
    intervals = value.days[first]
    times = tuple(_interval(interval, lang) for interval in intervals or ())
    return HoursRow(
        _days(first, last, lang, weekday),
        times,
        intervals is not None,
        last - first == len(value.days) - 1,
        "".join(map(str, range(first, last + 1))),
        _days(first, last, lang, short_weekday),
    )


def _days(first: int, last: int, lang: Lang, name: Callable[[int, Lang], str]) -> str:
    if first == last:
        return name(first, lang)
    return _DAYS.get(lang, "{}–{}").format(name(first, lang), name(last, lang))


def _interval(interval: Interval, lang: Lang) -> str:
    closes = interval.closes_minute
    if closes > _DAY_MINUTES:  # of the next day
        closes -= _DAY_MINUTES
    opens = clock(interval.opens_minute, lang)
    return f"{opens}{dash(lang)}{clock(closes, lang)}"


_CODES = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


def opening_hours(value: Hours) -> str:
    """Write a week as OpenStreetMap and schema.org have it: `Mo-Fr 08:00-12:00,13:00-17:00; Su off`.

    Days of which nothing is known are left out. A closing past midnight is `18:00-02:00`.
    """
    rules = []
    first = 0
    for index in range(1, len(value.days) + 1):
        if index == len(value.days) or value.days[index] != value.days[first]:
            day, last = value.days[first], index - 1
            if day is not None:
                days = _CODES[first] if first == last else f"{_CODES[first]}-{_CODES[last]}"
                rules.append(f"{days} {','.join(map(_clock_interval, day)) or 'off'}")
            first = index
    return "; ".join(rules)


def _clock_interval(interval: Interval) -> str:
    """Write `08:00-17:00`; a whole day is `00:00-24:00`, a closing past midnight the hour of the next day."""
    closes = interval.closes_minute
    if closes > _DAY_MINUTES:
        closes -= _DAY_MINUTES
    return f"{_clock(interval.opens_minute)}-{_clock(closes)}"


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
