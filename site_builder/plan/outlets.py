"""What leaves the site from the same records as its pages: contact cards, calendars, codes and open data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal
from uuid import UUID, uuid5

from site_builder.model.catalog import AnyEntry, Catalog, Entry, has_closed
from site_builder.model.config import fallbacks_of
from site_builder.model.entries import Event, Shop
from site_builder.model.localized import Localized
from site_builder.model.readers.contact import international
from site_builder.names import Lang, UrlPath
from site_builder.plan.open_data import SCHEMA_PATH, DataSchema, data_path, data_sets, point_of
from site_builder.plan.records import Calendar, CalendarEvent, ContactCard, QrCode, Record
from site_builder.plan.routes import Routes
from site_builder.plan.site_files import last_change
from site_builder.plan.tasks import RecordTask
from site_builder.source.naming import CONFIG_PATH

CODE_FORMS: tuple[Literal["svg", "png"], ...] = ("svg", "png")
"""For stickers and print shops, and for all else."""

_EVENTS = UUID("77554d63-283e-493e-9555-cccf07a91496")
"""Of the names of all events (RFC 9562). Another one, and every subscriber would have each event twice."""


def outlets(catalog: Catalog, routes: Routes) -> Iterator[RecordTask]:
    """Plan all files of all records. Samples have none: they must not get into anybody's address book.

    Nor have shops that have closed for good: no card is to lead to them, printed or kept.

    Codes and calendars name pages by whole addresses; without a known base URL there are no codes.
    """
    for data in data_sets(catalog, routes):  # first, for they take longest: nobody waits for them at the end
        yield RecordTask(data_path(data.name, data.form), CONFIG_PATH, data)
    site = catalog.config.name.show(routes.default_lang, ()).text
    yield RecordTask(SCHEMA_PATH, CONFIG_PATH, DataSchema(site))
    langs = tuple(Lang(language.code) for language in catalog.config.languages)
    for shop in catalog.shops.values():
        if not shop.meta.sample and not has_closed(shop):
            yield _task(routes, routes.card(shop), shop, _card(shop, routes))
            page = routes.absolute(routes.entry(shop, routes.default_lang))
            for form, url in zip(CODE_FORMS, code_urls(routes, shop), strict=False):
                yield _task(routes, url, shop, QrCode(page, form))
    for lang in langs:
        yield from _calendars(catalog, routes, lang)


def code_urls(routes: Routes, entry: AnyEntry) -> tuple[UrlPath, ...]:
    """Give the addresses of the QR codes of an entry in the order of `CODE_FORMS`, or none."""
    if not routes.origin or entry.meta.sample or has_closed(entry):
        return ()
    return tuple(routes.code(entry, form) for form in CODE_FORMS)


def _task(routes: Routes, url: UrlPath, entry: AnyEntry, record: Record) -> RecordTask:
    return RecordTask(routes.out(url), entry.path, record)


def _card(shop: Entry[Shop[Localized]], routes: Routes) -> ContactCard:
    facts, lang = shop.facts, routes.default_lang
    latitude, longitude = point_of(facts.location)
    numbers = (facts.whatsapp and f"+{facts.whatsapp}", facts.phone and international(facts.phone))
    return ContactCard(
        name=shop.meta.name.show(lang, ()).text,
        organisation=facts.member_of or "",
        numbers=tuple(dict.fromkeys(number for number in numbers if number)),
        email=facts.email or "",
        urls=tuple(
            url
            for url in (routes.absolute(routes.entry(shop, lang)) if routes.origin else "", facts.website)
            if url
        ),
        address=facts.address,
        latitude=latitude,
        longitude=longitude,
        note="" if shop.meta.summary is None else shop.meta.summary.show(lang, ()).text,
    )


def _calendars(catalog: Catalog, routes: Routes, lang: Lang) -> Iterator[RecordTask]:
    """Plan a file for each event and one to subscribe to, in the reader's language."""
    real = [event for event in catalog.events.values() if not event.meta.sample]
    real.sort(key=lambda event: (event.facts.starts.iso, event.id))
    told = {event.id: _event(catalog, event, routes, lang) for event in real}
    site, zone = (
        catalog.config.name.show(lang, fallbacks_of(catalog.config, lang)).text,
        catalog.config.timezone,
    )
    for event in real:
        calendar = Calendar(told[event.id].name, lang, zone, (told[event.id],))
        yield _task(routes, routes.calendar(event, lang), event, calendar)
    if real:
        feed = Calendar(site, lang, zone, tuple(told.values()))
        yield RecordTask(routes.out(routes.calendar_feed(lang)), CONFIG_PATH, feed)


def _event(catalog: Catalog, event: Entry[Event[Localized]], routes: Routes, lang: Lang) -> CalendarEvent:
    facts, fallbacks = event.facts, fallbacks_of(catalog.config, lang)
    latitude, longitude = point_of(facts.location)
    venue = "" if facts.venue is None else facts.venue.show(lang, fallbacks).text
    site = catalog.config.name.show(routes.default_lang, ()).text
    return CalendarEvent(
        uid=str(uuid5(_EVENTS, f"{site}\n{event.id}")),
        name=event.meta.name.show(lang, fallbacks).text,
        description="" if event.meta.summary is None else event.meta.summary.show(lang, fallbacks).text,
        starts=facts.starts,
        ends=facts.ends,
        where=", ".join(part for part in (venue, facts.address) if part),
        url=routes.absolute(routes.entry(event, lang)) if routes.origin else "",
        latitude=latitude,
        longitude=longitude,
        changed=last_change(event),
        is_cancelled=facts.cancelled,
    )
