"""What stands in two columns and makes one value: halves of a place and of a price, a day and its time."""

from __future__ import annotations

import datetime as dt
from functools import partial

from msgspec.structs import replace

from site_builder.importing.cells.office_forms import (
    Known,
    read,
    refuse_unshown,
    tidy,
    written_in,
)
from site_builder.importing.cells.prices import price_range
from site_builder.importing.rows.joined import times_in
from site_builder.importing.rows.wishes import Reading, Wish, attempt
from site_builder.model.readers.coordinates import coordinates_in
from site_builder.model.readers.written import Written, shorten
from site_builder.names import Kind
from site_builder.problems import Problem, Span
from site_builder.spreadsheets.cells import Cell
from site_builder.validate.header_words import LAT, LON, PRICE_MAX, PRICE_MIN, TIME, TIME_ENDS
from site_builder.validate.shapes import RecordShape, shape_of_kind

_DAY_LENGTH = len("2027-03-30")
_EARLIEST_EVENING, _LATEST_NIGHT = "15.00", "06.00"
_MIDNIGHT = "24.00"
"""The end of a day, which the calendar writes as the begin of the next."""
_NOTHING = Known({}, {})
"""A price is read without words of the site."""


def join_halves(reading: Reading, said: dict[str, Cell]) -> None:
    """Join what stands in two columns: latitude and longitude, the lowest price and the highest."""
    lat, lon = said.get(LAT), said.get(LON)
    if lat is not None and lon is not None and "location" not in reading.wishes:
        texts = tidy(lat.text), tidy(lon.text)
        if all("°" in text for text in texts):
            texts = coordinates_in(" ".join(texts)) or texts
        place: Written = {"lintang": texts[0], "bujur": texts[1]}
        found = [
            attempt(reading, cell, partial(_degrees, name, replace(cell, text=text)))
            for name, cell, text in (("lat", lat, texts[0]), ("lon", lon, texts[1]))
        ]
        if None not in found:
            reading.wishes["location"] = Wish(place, lat)
    elif (lat is None) != (lon is None):
        half = lat or lon
        assert half is not None
        reading.problems.append(Problem("row-half", Span(half.at), "", {"value": shorten(half.text)}))
    low, high = said.get(PRICE_MIN), said.get(PRICE_MAX)
    if low is None and high is None:
        return
    if low is not None and high is not None:
        by_name = shape_of_kind(Kind.PRODUCTS).by_name
        found = [
            attempt(reading, cell, partial(written_in, by_name["price"], cell, _NOTHING))
            for cell in (low, high)
        ]
        value = (
            attempt(reading, high, lambda: price_range(tidy(low.text), tidy(high.text)))
            if None not in found
            else None
        )
        if value is not None:
            reading.wishes.setdefault("price", Wish(value, low))
        return
    half = low or high
    assert half is not None
    reading.problems.append(Problem("row-half", Span(half.at), "price", {"value": shorten(half.text)}))


def add_times(reading: Reading, said: dict[str, Cell]) -> None:
    """Put the time of an event behind its day, and that of its end behind the last one."""
    clock = said.get(TIME) or said.get(TIME_ENDS)
    times = attempt(reading, clock, partial(times_in, said)) if clock is not None else None
    starts = reading.wishes.get("starts")
    if clock is None or times is None or starts is None:
        return
    ends = reading.wishes.get("ends", starts)
    unclear = _unclear_times(clock, times, str(starts.value), str(ends.value))
    if unclear is not None:
        reading.problems.append(unclear)
        return
    is_midnight = times[1] == _MIDNIGHT
    until = ""
    if is_midnight or (_is_past_midnight(times) and ends is starts):
        until = _next_day(str(ends.value))
    if is_midnight:
        times = (times[0], "00.00")
    if until:
        ends = Wish(until, clock)
    for name, wish, time in (("starts", starts, times[0]), ("ends", ends, times[1])):
        if not time or not isinstance(wish.value, str):
            continue
        day, _, own = wish.value.replace("T", " ").partition(" ")
        if own and own.replace(":", ".") != time:
            values = {"value": shorten(time), "other": shorten(wish.value), "cell": wish.cell.at}
            reading.problems.append(Problem("row-columns", Span(clock.at), "", values))
        else:
            reading.wishes[name] = Wish(f"{day} {time}", wish.cell)


def _unclear_times(clock: Cell, times: tuple[str, str], starts: str, ends: str) -> Problem | None:
    """Tell of hours that may be those of each of several days, and of an end before the start."""
    values = {"value": shorten(tidy(clock.text))}
    if starts[:_DAY_LENGTH] != ends[:_DAY_LENGTH]:
        has_times = all(
            len(day) > _DAY_LENGTH for day, time in zip((starts, ends), times, strict=True) if time
        )
        return None if has_times else Problem("cell-time", Span(clock.at), "days", values)
    is_wrong = all(times) and times[1] < times[0] and not _is_past_midnight(times)
    return Problem("cell-time", Span(clock.at), "order", values) if is_wrong else None


def _is_past_midnight(times: tuple[str, str]) -> bool:
    """Whether an event ends in the night after its day: `19.00 - 01.00`."""
    return bool(times[1]) and times[1] <= _LATEST_NIGHT and times[0] >= _EARLIEST_EVENING


def _next_day(day: str) -> str:
    try:
        return f"{dt.date.fromisoformat(day[:_DAY_LENGTH]) + dt.timedelta(days=1)}"
    except (ValueError, OverflowError):
        return ""


def _degrees(name: str, cell: Cell) -> object:
    refuse_unshown(cell)
    location = shape_of_kind(Kind.SHOPS).by_name["location"].shape
    assert isinstance(location, RecordShape)
    return read(location.by_name[name].shape, tidy(cell.text))
