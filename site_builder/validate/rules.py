"""What must hold between the fields of one entry; told even when other fields are at fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar, cast

from msgspec import Struct

from site_builder.model.localized import Localized
from site_builder.model.readers.counted import grouped
from site_builder.model.readers.ends import two_ends
from site_builder.model.readers.moments import read_when
from site_builder.model.readers.numbers import read_days, read_degrees, read_number, read_whole_number
from site_builder.model.readers.paths import read_slug
from site_builder.model.readers.prices import read_price, read_rupiah
from site_builder.model.readers.times import meant_period, read_day
from site_builder.model.readers.words import names_no_source, without_per
from site_builder.model.readers.written import shorten
from site_builder.model.scalars import ScalarFault, Written
from site_builder.model.values import Moment, Quantity
from site_builder.names import Kind
from site_builder.problems import Severity
from site_builder.text.times import is_date, is_end
from site_builder.validate.fields import FieldValue
from site_builder.validate.money_units import counted_again
from site_builder.validate.places import FieldPath
from site_builder.validate.vague_periods import is_vague

T = TypeVar("T")

SMALLEST_PRICE = 1000
"""In rupiah; not even a key ring is cheaper."""
LARGEST_PRICE = 250_000_000
"""In rupiah; a bag of crocodile leather is cheaper."""
NOON = "12:00"
MOST_MINUTES_OF_STOP = 24 * 60
MOST_MINUTES_OF_TRIP = 14 * MOST_MINUTES_OF_STOP
MOST_METRES_OF_STRETCH = 20_000
"""Longer than any street; a map that shows it shows nothing else."""
_ISO_FORM = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)


class Breach(Struct, frozen=True):
    """A rule that does not hold; the place is given as a path, the field's name is added later."""

    at: FieldPath
    code: str
    variant: str = ""
    values: tuple[tuple[str, str], ...] = ()
    severity: Severity = Severity.ERROR


def breaches(kind: Kind, fields: Mapping[str, FieldValue]) -> Iterator[Breach]:
    """Give every rule that the entry breaks."""
    yield from _days(fields)
    yield from slug_breaches(("slug",), fields.get("slug"))
    yield from _tiny_price(fields.get("price"))
    yield from _huge_price(fields.get("price"))
    if "location" in fields:
        yield from _location(fields["location"])
    match kind:
        case Kind.PRODUCTS:
            yield from _reported_price(fields.get("price_reported"))
            yield from _product_amounts(fields)
            yield from _unit(fields.get("unit"))
        case Kind.SHOPS:
            yield from _withheld(fields)
        case Kind.VISITS:
            yield from _amount(fields, ("duration_minutes",), MOST_MINUTES_OF_TRIP)
            for place, stop in _records(fields.get("stops")):
                yield from _stop(("stops", place), stop)
                yield from _amount(fields, ("stops", place, "minutes"), MOST_MINUTES_OF_STOP)
            yield from _longer_stops(fields)
        case Kind.PLACES:
            yield from _amount(fields, ("roughly", "metres"), MOST_METRES_OF_STRETCH)
        case Kind.EVENTS:
            yield from _event(fields)
        case Kind.FIGURES:
            yield from _figure_sources(fields)
            yield from _figure_period(fields.get("period"))
            yield from _counted_again(fields.get("value"), fields.get("unit"))
        case Kind.CHARTS:
            yield from _chart(fields)
        case _:
            pass


def slug_breaches(at: FieldPath, slug: FieldValue) -> Iterator[Breach]:
    if isinstance(slug, Localized):
        for lang, text in slug.texts.items():
            try:
                read_slug(text)
            except ScalarFault as fault:
                yield Breach((*at, lang), fault.code, fault.variant, tuple(fault.values.items()))


def _days(fields: Mapping[str, FieldValue]) -> Iterator[Breach]:
    publish, expires = _read(read_day, fields.get("publish")), _read(read_day, fields.get("expires"))
    if publish and expires and expires <= publish:
        yield Breach(("expires",), "expires-early", "", (("value", expires), ("publish", publish)))


def _withheld(fields: Mapping[str, FieldValue]) -> Iterator[Breach]:
    """Refuse what is there although the shop's owner does not want it shown."""
    without = fields.get("without")
    for name in dict.fromkeys(without if isinstance(without, list) else ()):
        if isinstance(name, str) and fields.get(name):
            yield Breach((name,), "withheld")


def _location(location: FieldValue) -> Iterator[Breach]:
    if not isinstance(location, dict):
        return
    lat, lon = _read(read_degrees, location.get("lat")), _read(read_degrees, location.get("lon"))
    if lat is not None and abs(lat) > 90:
        swapped = lon is not None and abs(lon) <= 90
        yield Breach(
            ("location", "lat"), "location-range", "swapped" if swapped else "", (("value", f"{lat:g}"),)
        )


def _tiny_price(written: FieldValue) -> Iterator[Breach]:
    """Warn of a price below the smallest that anything costs: mostly its thousands were left out."""
    price = _read(read_price, written)
    if price is None or not 0 < price.min_idr < SMALLEST_PRICE:
        return
    low, high = grouped(Decimal(price.min_idr) * 1000), grouped(Decimal(price.max_idr) * 1000)
    if price.max_idr >= SMALLEST_PRICE:
        high = grouped(Decimal(price.max_idr))
    meant = low if price.min_idr == price.max_idr else two_ends(low, high)
    values = (("value", str(price.min_idr)), ("suggestion", meant))
    yield Breach(("price",), "price-tiny", "", values, Severity.WARNING)


def _huge_price(written: FieldValue) -> Iterator[Breach]:
    """Warn of a price above the largest that anything costs: mostly it has zeros too many."""
    price = _read(read_price, written)
    if price is not None and price.max_idr > LARGEST_PRICE:
        values = (("value", grouped(Decimal(price.max_idr))),)
        yield Breach(("price",), "price-huge", "", values, Severity.WARNING)


def _product_amounts(fields: Mapping[str, FieldValue]) -> Iterator[Breach]:
    price, days = _read(read_price, fields.get("price")), _read(read_days, fields.get("lead_time_days"))
    if price is not None and price.min_idr == 0:
        yield Breach(("price",), "amount-nothing", "", (("value", "0"),))
    if days is not None and days.max_days == 0:
        yield Breach(("lead_time_days",), "amount-nothing", "", (("value", "0"),))
    yield from _amount(fields, ("weight_g",))
    yield from _amount(fields, ("moq",))
    for side in ("width", "height", "depth"):
        yield from _amount(fields, ("size_cm", side), read=read_number)
    yield from _amount(fields, ("price_reported", "min"), read=read_rupiah)


def _unit(unit: FieldValue) -> Iterator[Breach]:
    """Refuse `per lusin`, which a page would call `per per lusin`."""
    for lang, text in unit.texts.items() if isinstance(unit, Localized) else ():
        meant = without_per(text)
        if meant:
            yield Breach(("unit", lang), "unit-per", "", (("value", shorten(text)), ("suggestion", meant)))


def _amount(
    fields: Mapping[str, FieldValue],
    at: FieldPath,
    most: int | None = None,
    read: Callable[[Written], int | Quantity] = read_whole_number,
) -> Iterator[Breach]:
    """Refuse an amount that no thing can have: nothing, less than that, or more than `most`."""
    value: object = fields
    for step in at:
        value = _inside(value, step)
    if most is None and isinstance(value, str) and value.isascii() and value.isdigit() and value.strip("0"):
        return  # as most are written: more than nothing, whatever the unit
    found = _read(read, cast("FieldValue", value))
    if found is None:
        return
    amount = found.value if isinstance(found, Quantity) else Decimal(found)
    if amount > 0 and (most is None or amount <= most):
        return
    written = f"{amount:f}".replace(".", ",")
    if amount <= 0:
        yield Breach(at, "amount-nothing", "", (("value", written),))
    elif most is not None:
        yield Breach(at, "amount-huge", "", (("value", written), ("most", grouped(Decimal(most)))))


def _inside(value: object, step: str | int) -> object:
    if isinstance(value, dict):
        return value.get(step)
    return value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None


def _figure_sources(fields: Mapping[str, FieldValue]) -> Iterator[Breach]:
    if not fields.get("sources"):
        yield Breach(("sources",), "figure-unsourced")
    sources = list(_records(fields.get("sources")))
    for place, source in sources:
        title = source.get("title")
        if isinstance(title, str) and names_no_source(title):
            variant, values = (
                "nothing-part" if sources[1:] else "nothing-source",
                (("value", shorten(title)),),
            )
            yield Breach(("sources", place, "title"), "field-type", variant, values)


def _figure_period(period: FieldValue) -> Iterator[Breach]:
    """Look at when a figure is from: a text is free, but what looks like days must be some, in order."""
    text = period.strip() if isinstance(period, str) else ""
    start, slash, end = text.partition("/")
    if not slash:
        meant = "" if is_end(text) else meant_period(text)
        if text and not any(map(str.isdecimal, text)):
            yield Breach(("period",), "figure-period", "when", (("value", shorten(text)),))
        elif text and not is_end(text) and is_vague(text):
            yield Breach(("period",), "figure-period", "vague", (("value", shorten(text)),))
        elif meant:
            yield Breach(
                ("period",), "figure-period", "form", (("value", shorten(text)), ("suggestion", meant))
            )
        elif _ISO_FORM.fullmatch(text) and not is_date(text):
            yield Breach(("period",), "figure-period", "unreal", (("value", text),))
    elif not (is_end(start) and is_end(end)):
        yield Breach(("period",), "figure-period", "", (("value", shorten(text)),))
    elif end.removeprefix("c. ") <= start.removeprefix("c. "):
        meant = start if start == end else f"{end}/{start}"
        yield Breach(("period",), "figure-period", "order", (("value", text), ("suggestion", meant)))


def _counted_again(written: FieldValue, unit: FieldValue) -> Iterator[Breach]:
    """Warn of a number in full, the thousands of which its unit counts once more."""
    value = _read(read_number, written)
    meant = counted_again(value.value, unit) if value is not None and isinstance(unit, str) else None
    if value is None or meant is None:
        return
    about = "±" * value.approximate
    values = (
        ("value", str(written).strip()),
        ("unit", shorten(str(unit))),
        ("suggestion", about + grouped(meant)),
    )
    yield Breach(("value",), "amount-unit", "", values, Severity.WARNING)


def _reported_price(price: FieldValue) -> Iterator[Breach]:
    if isinstance(price, dict):
        lowest, highest = _read(read_rupiah, price.get("min")), _read(read_rupiah, price.get("max"))
        if lowest is not None and highest is not None and highest < lowest:
            values = (("value", str(highest)), ("other", str(lowest)))
            yield Breach(("price_reported", "max"), "field-type", "price-order", values)


def _stop(at: FieldPath, stop: Mapping[str, FieldValue]) -> Iterator[Breach]:
    if "place" in stop and "shop" in stop:
        yield Breach((*at, "shop"), "stop-target", "both")
    elif "place" not in stop and "shop" not in stop:
        yield Breach(at, "stop-target", "none")


def _longer_stops(fields: Mapping[str, FieldValue]) -> Iterator[Breach]:
    """Warn of a trip whose stops take longer than all of it: its page would tell both."""
    whole = _read(read_whole_number, fields.get("duration_minutes"))
    minutes = [
        _read(read_whole_number, stop.get("minutes")) or 0 for _, stop in _records(fields.get("stops"))
    ]
    if whole is not None and 0 < whole < sum(minutes) <= MOST_MINUTES_OF_TRIP:
        values = (("value", str(whole)), ("total", str(sum(minutes))))
        yield Breach(("duration_minutes",), "stops-longer", "", values, Severity.WARNING)


def _event(fields: Mapping[str, FieldValue]) -> Iterator[Breach]:
    starts, ends = _read(read_when, fields.get("starts")), _read(read_when, fields.get("ends"))
    if starts is None or ends is None:
        return
    both_timed = starts.has_time and ends.has_time
    if ends.day < starts.day or (both_timed and ends.iso <= starts.iso):
        values = [("value", _spoken(ends)), ("starts", _spoken(starts))]
        is_night = both_timed and ends.day == starts.day and ends.iso < f"{ends.day}T{NOON}" <= starts.iso
        if is_night:
            next_day = date.fromisoformat(ends.day) + timedelta(days=1)
            values.append(("suggestion", f"{next_day.isoformat()}{_spoken(ends)[10:]}"))
        yield Breach(("ends",), "event-ends-early", "night" if is_night else "", tuple(values))


def _spoken(moment: Moment) -> str:
    """Write a moment as editors do."""
    return moment.iso.replace("T", " ").replace(":", ".")


def _chart(fields: Mapping[str, FieldValue]) -> Iterator[Breach]:
    if not fields.get("rows") and not fields.get("figures"):
        yield Breach(("rows",), "chart-empty")
    if fields.get("kind") == "timeline":
        yield from _timeline(fields)
        return
    for place, row in _records(fields.get("rows")):
        if "value" not in row and "figure" not in row:
            yield Breach(("rows", place), "chart-row", "none")
        elif "value" in row and "figure" in row:
            yield Breach(("rows", place, "value"), "chart-row", "both")
        elif "value" in row and "label" not in row:
            yield Breach(("rows", place), "chart-row", "label")
        elif "value" in row and fields.get("figures"):  # a number of nobody's, under the figures' sources
            yield Breach(("rows", place, "value"), "chart-row", "beside")


def _timeline(fields: Mapping[str, FieldValue]) -> Iterator[Breach]:
    """Look at the rows of a timeline: each says when, and what or in which story; none counts."""
    if fields.get("figures"):
        yield Breach(("figures",), "chart-row", "counted")
    for place, row in _records(fields.get("rows")):
        counted = next((name for name in ("value", "figure") if name in row), None)
        if counted is not None:
            yield Breach(("rows", place, counted), "chart-row", "counted")
        elif "label" not in row:
            yield Breach(("rows", place), "chart-row", "when")
        elif "text" not in row and "story" not in row:
            yield Breach(("rows", place), "chart-row", "what")


def _records(items: FieldValue) -> Iterator[tuple[int, dict[str, FieldValue]]]:
    for place, item in enumerate(items if isinstance(items, list) else []):
        if isinstance(item, dict):
            yield place, dict(item)


def _read(reader: Callable[[Written], T], value: FieldValue) -> T | None:
    """Read a value whose own faults are told elsewhere."""
    if value is None or isinstance(value, Localized):
        return None
    try:
        return reader(cast("Written", value))
    except ScalarFault:
        return None
