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
from site_builder.zones import zone_of

_FIRST_DAY = dt.date(2018, 11, 2)
"""From which on revisions of events are counted, and of which those are that name no day of a change."""


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
    point: dict[str, Any] = {}
    if card.latitude is not None and card.longitude is not None:  # as texts: the library takes 0 for none
        point = {"lat": degrees_text(card.latitude), "lng": degrees_text(card.longitude)}
    return make_vcard_data(
        name=_escaped(name),
        displayname=name,
        org=_one_line(card.organisation) or name,
        workphone=card.numbers,
        email=card.email or None,
        url=card.urls,
        street=_one_line(card.address),
        memo=_one_line(card.note) or None,
        **point,
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
    zone = zone_of(record.timezone)
    for event in record.events:
        calendar.add_component(_event(event, zone))
    for name in calendar.get_missing_tzids():  # none where all events are of whole days, or in UTC
        calendar.subcomponents.insert(0, icalendar.Timezone.from_tzinfo(zone, name))
    return bytes(calendar.to_ical())


def _event(record: CalendarEvent, zone: ZoneInfo) -> Any:
    import icalendar
    from icalendar.prop import vInline

    event = icalendar.Event()
    event.add("uid", record.uid)
    for name, value in _revision(record.changed, is_cancelled=record.is_cancelled).items():
        event.add(name, value)
    if record.is_cancelled:  # RFC 5545, 3.8.1.11: calendars that have it strike it
        event.add("status", "CANCELLED")
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


def _revision(changed: str, *, is_cancelled: bool) -> dict[str, dt.datetime | int]:
    """Say which revision of an event this is, so that an importer takes a moved event as newer.

    RFC 5545 asks for DTSTAMP in every event, in UTC; where no METHOD makes the file a message, it means what
    LAST-MODIFIED means: when the event was last revised (3.8.7.2). SEQUENCE grows with every revision of
    weight, from 0 (3.8.7.4). A clock would give other bytes with each build, so all of them follow the
    day of the last change that the entry itself names; an entry that names none stays revision 0.
    To cancel an event is a change of weight, and one more, so that it counts without a new day as well. Every
    day counts twice, so that one that takes place after all is newer than the same when it was cancelled.
    """
    day = max(dt.date.fromisoformat(changed), _FIRST_DAY) if changed else _FIRST_DAY
    moment = dt.datetime.combine(day, dt.time(), dt.UTC)
    known: dict[str, dt.datetime | int] = {"last-modified": moment} if changed else {}
    return {"dtstamp": moment, **known, "sequence": 2 * (day - _FIRST_DAY).days + is_cancelled}


def _when(moment: Moment, zone: ZoneInfo) -> dt.date | dt.datetime:
    if moment.has_time:
        return dt.datetime.fromisoformat(moment.iso).replace(tzinfo=zone)
    return dt.date.fromisoformat(moment.iso)


def _end(moment: Moment, zone: ZoneInfo) -> dt.date | dt.datetime:
    """Give the end as calendars count it: the day after the last one."""
    end = _when(moment, zone)
    return end if isinstance(end, dt.datetime) else end + dt.timedelta(days=1)
