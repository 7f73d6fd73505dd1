"""One row of a sheet: what it says of which field, and the cells that can't be used."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TypeVar

from msgspec import Struct, field

from site_builder.importing.asking import states_no_price
from site_builder.importing.day_order import is_ambiguous
from site_builder.importing.header_words import (
    CLOSED,
    CLOSES,
    CONTACT,
    DAYS,
    ID,
    LAT,
    LON,
    MOBILE,
    ORDINAL,
    PRICE_MAX,
    PRICE_MIN,
    TIME,
    TIME_ENDS,
    WEEKDAY,
)
from site_builder.importing.joined import PARTS, join_days, join_hours, times_in
from site_builder.importing.library import Library
from site_builder.importing.office_forms import (
    price_range,
    read,
    refuse_unshown,
    says_nothing,
    tidy,
    written_in,
)
from site_builder.importing.tables import Table
from site_builder.importing.telephone import TelephoneNumber, numbers_in
from site_builder.importing.unfit import has_agreed, refuse_unfit
from site_builder.importing.words import says_more
from site_builder.model.readers.contact import international
from site_builder.model.readers.paths import slug_fault, slug_like
from site_builder.model.readers.written import ScalarFault, Written, shorten
from site_builder.names import Kind
from site_builder.problems import Problem, Severity, Span
from site_builder.spreadsheets.cells import UNUSABLE, Cell, Row
from site_builder.text.slug import slug_of
from site_builder.validate.shapes import ListShape, shape_of_kind

T = TypeVar("T")

_APART = (
    frozenset({ID, ORDINAL, LAT, LON, MOBILE, CONTACT, PRICE_MIN, PRICE_MAX, "whatsapp", "phone"}) | PARTS
)

_ONE_ONLY = frozenset({"name", "address", "shop", "price", "starts", "ends"})
"""Fields of which an entry has one, and a wrong one harms."""

_NOT_YET = frozenset({"belum", "blm", "belum siap", "tidak ada"})
"""What says no where it is asked whether something can be exported."""
_HOLDS = {
    CONTACT: ("whatsapp", "phone"),
    MOBILE: ("whatsapp", "phone"),
    LAT: ("location",),
    LON: ("location",),
    PRICE_MIN: ("price",),
    PRICE_MAX: ("price",),
    DAYS: ("hours",),
    CLOSES: ("hours",),
    CLOSED: (),
    TIME: (),
    TIME_ENDS: (),
    WEEKDAY: (),
}
"""The fields that a column apart may hold."""


class Wish(Struct, frozen=True):
    """What the office wants a field to say."""

    value: Written
    cell: Cell


class ReadRow(Struct, frozen=True):
    at: Cell
    """The name's, or the first one of the row."""
    name: str
    given_id: str
    wishes: dict[str, Wish]
    """By English names of fields, in the order in which files have them."""
    empty: frozenset[str]
    """Names of columns and fields of which this row says nothing."""
    problems: tuple[Problem, ...]

    @property
    def key(self) -> str:
        """Tell the row from all others, also when it has moved."""
        shop = self.wishes.get("shop")
        return f"{slug_of(self.name)} {shop.value}" if shop is not None else slug_of(self.name)


class _Reading(Struct):
    """A row while it is read."""

    headers: dict[str, str]
    """The address of a cell to what stands above it."""
    wishes: dict[str, Wish] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_row(table: Table, row: Row, library: Library) -> ReadRow:
    """Read every cell of a row; all that can't be used is told at once."""
    if row.number in table.foreign:
        first = next(iter(row.cells.values()))
        return ReadRow(first, "", "", {}, frozenset(), (table.foreign[row.number],))
    cells = {
        target: as_typed(row.cells[column]) for column, target in table.columns.items() if column in row.cells
    }
    if "export_ready" in cells and tidy(cells["export_ready"].text).casefold() in _NOT_YET:
        cells["export_ready"] = Cell("tidak", cells["export_ready"].at)
    said = {target: cell for target, cell in cells.items() if not says_nothing(cell)}
    everything = said
    said = join_hours(said) if library.kind is Kind.SHOPS else join_days(said)
    reading = _Reading(
        {row.cells[n].at: tidy(head.text) for n, head in table.headers.items() if n in row.cells}
    )
    by_name = shape_of_kind(library.kind).by_name
    if "price" in said and states_no_price(tidy(said["price"].text)):
        cell = said.pop("price")
        values = {"value": shorten(tidy(cell.text))}
        reading.problems.append(Problem("cell-no-price", Span(cell.at), "", values, Severity.WARNING))
    for target, cell in said.items():
        if target in table.month_first and is_ambiguous(cell):
            reading.problems.append(
                Problem("cell-day-order", Span(cell.at), "", {"value": shorten(cell.text)})
            )
        elif target not in _APART:
            shape = by_name[target]
            value = _try(reading, cell, partial(written_in, shape, cell, library.known))
            if value is not None:
                reading.wishes[target] = Wish(value, cell)
                if isinstance(shape.shape, ListShape):
                    reading.problems += _more(cell)
    reading.problems += _contradictions(table, row, said)
    _halves(reading, said)
    if library.kind is Kind.EVENTS:
        _times(reading, everything)
    if library.kind is Kind.SHOPS:
        _numbers(reading, said, library)
    given = _given_id(reading, said.get(ID))
    reading.problems += _consent(table, row)
    name = reading.wishes.get("name")
    at = said.get("name") or next(iter(row.cells.values()))
    if name is None and not any(problem.at.path == at.at for problem in reading.problems):
        reading.problems.append(Problem("row-name", Span(at.at), "", {"value": shorten(at.text)}))
    ordered = {field: reading.wishes[field] for field in by_name if field in reading.wishes}
    empty = {name for target in table.columns.values() for name in _HOLDS.get(target, (target,))}
    called = name.value if name is not None and isinstance(name.value, str) else ""
    return ReadRow(at, called, given, ordered, frozenset(empty - ordered.keys()), tuple(reading.problems))


def _consent(table: Table, row: Row) -> Iterator[Problem]:
    """Refuse a row whose owner was asked whether it may be shown, and has not said yes."""
    for column in table.consent:
        cell = row.cells.get(column)
        if cell is not None and has_agreed(cell.text):
            continue
        shown = cell or next(iter(row.cells.values()))
        values = {"header": tidy(table.headers[column].text)[:60], "value": shorten(shown.text)}
        yield Problem("row-consent", Span(shown.at), "" if cell is not None else "empty", values)


_AS_TEXT = re.compile(r'="([^"]*)"')


def as_typed(cell: Cell) -> Cell:
    """Take away what people write so that a program takes a number for text: `="0812"`, `'0812`."""
    found = _AS_TEXT.fullmatch(cell.text.strip())
    text = found[1] if found is not None else re.sub(r"^\s*'(?=[\d+(])", "", cell.text)
    return cell if text == cell.text else Cell(text, cell.at, cell.what)


def _more(cell: Cell) -> Iterator[Problem]:
    """Tell of `dll.` behind words that were taken."""
    for part in re.split(r"[,;/\n]", tidy(cell.text)):
        if says_more(part):
            yield Problem("cell-more", Span(cell.at), "", {"value": part.strip()}, Severity.WARNING)


def _contradictions(table: Table, row: Row, said: Mapping[str, Cell]) -> Iterator[Problem]:
    """Refuse a row in which two columns say different things of one field: the owner's name, the shop's."""
    for column, target in table.twice.items():
        one, other = said.get(target), row.cells.get(column)
        if target not in _ONE_ONLY or one is None or other is None or says_nothing(other):
            continue
        if tidy(one.text).casefold() != tidy(other.text).casefold():
            values = {"value": shorten(tidy(one.text)), "other": shorten(tidy(other.text)), "cell": other.at}
            yield Problem("row-columns", Span(one.at), "", values)


def fault_problem(fault: ScalarFault, cell: Cell, **more: str) -> Problem:
    values = {"value": shorten(cell.text), **more, **fault.values}
    return Problem(fault.code, Span(cell.at), fault.variant, values)


def _try(reading: _Reading, cell: Cell, make: Callable[[], T]) -> T | None:
    try:
        return make()
    except ScalarFault as fault:
        reading.problems.append(fault_problem(fault, cell, field=reading.headers.get(cell.at, "")))
        return None


def _given_id(reading: _Reading, cell: Cell | None) -> str:
    """Take the id of a column of its own: how an office tells two shops of one name apart."""
    if cell is None:
        return ""
    given = tidy(cell.text)
    if given.isdecimal():
        reading.problems.append(Problem("row-id", Span(cell.at), "number", {"value": shorten(given)}))
        return ""
    if slug_fault(given) or cell.what in UNUSABLE:
        meant = slug_like(slug_of(given))  # `CON` is a name of Windows, so `con-1` is proposed
        values = {"value": shorten(given), "suggestion": meant}
        reading.problems.append(Problem("row-id", Span(cell.at), "form" if meant else "", values))
        return ""
    return given


def _halves(reading: _Reading, said: dict[str, Cell]) -> None:
    """Join what stands in two columns: latitude and longitude, the lowest price and the highest."""
    lat, lon = said.get(LAT), said.get(LON)
    if lat is not None and lon is not None and "location" not in reading.wishes:
        place: Written = {"lintang": tidy(lat.text), "bujur": tidy(lon.text)}
        if _try(reading, lat, lambda: _place_read(place, (lat, lon))) is not None:
            reading.wishes["location"] = Wish(place, lat)
    elif (lat is None) != (lon is None):
        half = lat or lon
        assert half is not None
        reading.problems.append(Problem("row-half", Span(half.at), "", {"value": shorten(half.text)}))
    low, high = said.get(PRICE_MIN), said.get(PRICE_MAX)
    if low is None and high is None:
        return
    if low is not None and high is not None:
        value = _try(reading, low, lambda: price_range(tidy(low.text), tidy(high.text)))
        if value is not None:
            reading.wishes.setdefault("price", Wish(value, low))
        return
    half = low or high
    assert half is not None
    reading.problems.append(Problem("row-half", Span(half.at), "price", {"value": shorten(half.text)}))


def _times(reading: _Reading, said: dict[str, Cell]) -> None:
    """Put the time of an event behind its day, and that of its end behind the last one."""
    clock = said.get(TIME) or said.get(TIME_ENDS)
    times = _try(reading, clock, partial(times_in, said)) if clock is not None else None
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


def _place_read(place: Written, cells: tuple[Cell, Cell]) -> object:
    for cell in cells:
        refuse_unshown(cell)
    return read(shape_of_kind(Kind.SHOPS).by_name["location"].shape, place)


def _numbers(reading: _Reading, said: dict[str, Cell], library: Library) -> None:
    """Part numbers between WhatsApp and telephone: what is marked, and what the header says."""
    by_name = shape_of_kind(library.kind).by_name
    for target in ("whatsapp", CONTACT, "phone", MOBILE):
        cell = said.get(target)
        if cell is None:
            continue
        numbers = _try(reading, cell, partial(_told, cell))
        for field_name in ("whatsapp", "phone"):
            texts = [
                number.text
                for number in numbers or ()
                if field_name
                == _field_of(target, number.is_mobile, number.on_whatsapp, several=len(numbers or ()) > 1)
            ]
            texts = [text for text in texts if not _has(reading, text)]
            if not texts:
                continue
            if field_name in reading.wishes:
                values = {"value": shorten(texts[0]), "field": by_name[field_name].indonesian}
                problem = Problem("row-number", Span(cell.at), "", values, Severity.WARNING)
                reading.problems.append(problem)
                continue
            joined = Cell(" / ".join(texts), cell.at)
            shape = by_name[field_name]
            value = _try(reading, cell, partial(written_in, shape, joined, library.known))
            if value is not None:
                reading.wishes[field_name] = Wish(value, cell)


def _told(cell: Cell) -> list[TelephoneNumber]:
    refuse_unshown(cell)
    refuse_unfit("phone", tidy(cell.text))
    return numbers_in(cell)


def _field_of(target: str, is_mobile: bool, on_whatsapp: bool, *, several: bool) -> str:
    if target == "whatsapp":
        return "phone" if several and not is_mobile and not on_whatsapp else "whatsapp"
    if on_whatsapp and is_mobile:
        return "whatsapp"
    return "whatsapp" if target == CONTACT and is_mobile else "phone"


def _has(reading: _Reading, text: str) -> bool:
    """Whether the number is there already: many offices write one number in two columns."""
    known = [wish.value for name in ("whatsapp", "phone") if (wish := reading.wishes.get(name)) is not None]
    digits = [text, *(value for value in known if isinstance(value, str))]
    if not all(any(map(str.isdecimal, part)) for part in digits):
        return False
    return international(text) in [international(value) for value in digits[1:]]
