"""Writes records in the formats of others, with the libraries that know these formats."""

from __future__ import annotations

import datetime as dt
from typing import Any, assert_never
from zoneinfo import ZoneInfo

from site_builder.model.values import Moment
from site_builder.plan.open_data import DataSchema, DataSet
from site_builder.plan.records import Calendar, CalendarEvent, ContactCard, QrCode, Record
from site_builder.render.data_files import write_data, write_schema
from site_builder.render.qr_codes import qr_png, qr_svg
from site_builder.text.addresses import degrees_text

_STAMP = dt.datetime(2018, 11, 2, tzinfo=dt.UTC)
"""RFC 5545 asks when an event was written down; a clock would give other bytes with every build."""


def write_record(record: Record) -> bytes:
    """Give the bytes of a record's file; the same for the same record on every machine."""
    match record:
        case ContactCard():
            return _contact_card(record).encode()
        case Calendar():
            return _calendar(record)
        case QrCode():
            return qr_svg(record.content) if record.form == "svg" else qr_png(record.content)
        case DataSet():
            return write_data(record).encode()
        case DataSchema():
            return write_schema(record).encode()
        case _ as unreachable:
            assert_never(unreachable)


# --- contact cards (vCard 3.0, RFC 2426: what telephones read without exception) -----------------


def _contact_card(card: ContactCard) -> str:
    from segno.helpers import make_vcard_data  # loads only where a card has changed

    name = _one_line(card.name)
    latitude, longitude = (
        None if degrees is None else degrees_text(degrees) for degrees in (card.latitude, card.longitude)
    )
    return make_vcard_data(
        name=_escaped(name),
        displayname=name,
        org=_one_line(card.organisation) or name,
        workphone=card.numbers,
        email=card.email or None,
        url=card.urls,
        street=_one_line(card.address),
        lat=latitude,  # type: ignore[arg-type]  # texts: it takes the number 0 for none
        lng=longitude,  # type: ignore[arg-type]
        memo=_one_line(card.note) or None,
    )


def _escaped(text: str) -> str:
    """Escape what parts the fields of a name; the library leaves that to its caller."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text


def _one_line(text: str) -> str:
    """Fold white space: a line end would begin another field."""
    return " ".join(text.split())


# --- calendars (iCalendar, RFC 5545) -------------------------------------------------------------


def _calendar(record: Calendar) -> bytes:
    import icalendar  # likewise

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Sentra//sentra-site-builder//ID")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", record.name)
    calendar.add("x-wr-timezone", record.timezone)
    for event in record.events:
        calendar.add_component(_event(event, ZoneInfo(record.timezone)))
    if any(moment.has_time for event in record.events for moment in (event.starts, event.ends) if moment):
        calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(record: CalendarEvent, zone: ZoneInfo) -> Any:
    import icalendar
    from icalendar.prop import vInline

    event = icalendar.Event()
    event.add("uid", record.uid)
    event.add("dtstamp", _STAMP)
    event.add("summary", record.name)
    event.add("dtstart", _when(record.starts, zone))
    if record.ends is not None:
        event.add("dtend", _end(record.ends, zone))
    if record.description:
        event.add("description", record.description)
    if record.where:
        event.add("location", record.where)
    if record.url:
        event.add("url", record.url)
    if record.latitude is not None and record.longitude is not None:
        point = f"{degrees_text(record.latitude)};{degrees_text(record.longitude)}"
        event.add("geo", vInline(point))  # the library's own type for points writes 1e-05
    return event


def _when(moment: Moment, zone: ZoneInfo) -> dt.date | dt.datetime:
    if moment.has_time:
        return dt.datetime.fromisoformat(moment.iso).replace(tzinfo=zone)
    return dt.date.fromisoformat(moment.iso)


def _end(moment: Moment, zone: ZoneInfo) -> dt.date | dt.datetime:
    """Give the end as calendars count it: the day after the last one."""
    end = _when(moment, zone)
    return end if isinstance(end, dt.datetime) else end + dt.timedelta(days=1)
