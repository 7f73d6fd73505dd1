"""Records that leave the site in formats of others: contact cards, calendars, codes, tables of data.

A record is all that its file is made from, and so its key; `render/records.py` writes it.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from site_builder.model.values import Moment
from site_builder.names import Lang
from site_builder.plan.open_data import DataSchema, DataSet


class ContactCard(Struct, frozen=True):
    """A shop for the phone's address book."""

    name: str
    organisation: str
    """What it is a member of; empty when it is its own."""
    numbers: tuple[str, ...]
    """With `+` and country, each once, that of WhatsApp first; a short number has no country."""
    email: str
    urls: tuple[str, ...]
    """The shop's page here first."""
    address: str
    latitude: float | None
    longitude: float | None
    note: str


class CalendarEvent(Struct, frozen=True):
    uid: str
    """Stays the same for as long as the event lives, so that calendars replace and do not add: it follows
    the event's id and the site's name, which outlive addresses."""
    name: str
    description: str
    starts: Moment
    ends: Moment | None
    """As editors write it: the last day itself, which is still part of the event."""
    where: str
    url: str
    latitude: float | None
    longitude: float | None
    changed: str
    """The last day that the entry names for a change; empty when it names none."""
    is_cancelled: bool = False


class Calendar(Struct, frozen=True):
    """One event to keep, or all events to subscribe to."""

    name: str
    lang: Lang
    timezone: str
    events: tuple[CalendarEvent, ...]


class QrCode(Struct, frozen=True):
    content: str
    form: Literal["svg", "png"]


Record: TypeAlias = ContactCard | Calendar | QrCode | DataSet | DataSchema
