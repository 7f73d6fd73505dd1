"""What stands in two columns and makes one value: halves of a place and of a price, a day and its time."""

from __future__ import annotations

from functools import partial

from site_builder.importing.header_words import LAT, LON, PRICE_MAX, PRICE_MIN, TIME, TIME_ENDS
from site_builder.importing.joined import times_in
from site_builder.importing.office_forms import (
    Known,
    read,
    refuse_unshown,
    tidy,
    written_in,
)
from site_builder.importing.prices import price_range
from site_builder.importing.wishes import Reading, Wish, attempt
from site_builder.model.readers.written import Written, shorten
from site_builder.names import Kind
from site_builder.problems import Problem, Span
from site_builder.spreadsheets.cells import Cell
from site_builder.validate.shapes import RecordShape, shape_of_kind

_NOTHING = Known({}, {})
"""A price is read without words of the site."""


def join_halves(reading: Reading, said: dict[str, Cell]) -> None:
    """Join what stands in two columns: latitude and longitude, the lowest price and the highest."""
    lat, lon = said.get(LAT), said.get(LON)
    if lat is not None and lon is not None and "location" not in reading.wishes:
        place: Written = {"lintang": tidy(lat.text), "bujur": tidy(lon.text)}
        found = [
            attempt(reading, cell, partial(_degrees, name, cell))
            for name, cell in (("lat", lat), ("lon", lon))
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
    for name, wish, time in (("starts", starts, times[0]), ("ends", ends, times[1])):
        if not time or not isinstance(wish.value, str):
            continue
        day, _, own = wish.value.replace("T", " ").partition(" ")
        if own and own.replace(":", ".") != time:
            values = {"value": shorten(time), "other": shorten(wish.value), "cell": wish.cell.at}
            reading.problems.append(Problem("row-columns", Span(clock.at), "", values))
        else:
            reading.wishes[name] = Wish(f"{day} {time}", wish.cell)


def _degrees(name: str, cell: Cell) -> object:
    refuse_unshown(cell)
    location = shape_of_kind(Kind.SHOPS).by_name["location"].shape
    assert isinstance(location, RecordShape)
    return read(location.by_name[name].shape, tidy(cell.text))
