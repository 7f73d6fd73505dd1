"""The views of the visit section: the page of trips, one trip, a place, an event, and the map to print."""

from __future__ import annotations

from msgspec.structs import replace

from site_builder.model.catalog import AnyEntry, Entry, has_closed
from site_builder.model.entries import Event, Page, Place, Shop, Stop, Visit
from site_builder.model.localized import Localized
from site_builder.names import Kind
from site_builder.plan.cards import entry_card
from site_builder.plan.edition import Edition
from site_builder.plan.entry_views import describe, entry_view, page_entry_view
from site_builder.plan.heads import OgType, entry_head
from site_builder.plan.list_order import in_list_order
from site_builder.plan.localize import localize
from site_builder.plan.maps import map_around, map_of_stops, map_to_print, map_view
from site_builder.plan.origin import distance_from_origin, real_entries, start_of
from site_builder.plan.shelf import Shelf
from site_builder.plan.views.cards import EntryCard
from site_builder.plan.views.chrome import Head, Link
from site_builder.plan.views.pages import (
    EventPageView,
    MapPageView,
    PlacePageView,
    VisitPageView,
    VisitSectionView,
)
from site_builder.plan.views.parts import OpenPlace, PlaceDistance, StopView, TripView, WayView

OPEN_SHOWN = 12
"""Hours on the printed sheet, which has one side."""


def visit_section(edition: Edition, shelf: Shelf, page: Entry[Page[Localized]]) -> VisitSectionView:
    """Show all trips with their stops, ways to get here, the map, what there is to see, and events."""
    trips = sorted(edition.catalog.visits.values(), key=in_list_order)
    sheet = edition.page("map")
    return VisitSectionView(
        head=_head(edition, page, "website"),
        entry=page_entry_view(edition, page),
        trips=tuple(_trip(edition, trip) for trip in trips),
        ways=_ways(edition, page),
        places=tuple(card for card in shelf.cards[Kind.PLACES] if card.place_kind == "sight"),
        events=tuple(_bare_event(card) for card in shelf.cards[Kind.EVENTS]),
        map=map_view(edition, "all"),
        map_url=None if sheet is None else edition.url(sheet),
    )


def map_page(edition: Edition, page: Entry[Page[Localized]]) -> MapPageView:
    """Show the map of everything, with what a sheet in the hand needs besides."""
    return MapPageView(
        head=_head(edition, page, "website"),
        entry=page_entry_view(edition, page),
        map=map_to_print(edition),
        ways=tuple(replace(way, unknown=None) for way in _ways(edition, edition.page("visit"))),
        open_hours=_open_hours(edition),
    )


def visit_page(edition: Edition, shelf: Shelf, entry: AnyEntry, visit: Visit[Localized]) -> VisitPageView:
    """Show one trip, stop by stop."""
    return VisitPageView(
        head=_head(edition, entry, "article"),
        entry=entry_view(edition, entry, localize(visit, edition.lang, edition.fallbacks)),
        stops=_stops(edition, visit, with_where=True),
        map=map_of_stops(edition, [_target(edition, stop) for stop in visit.stops]),
        others=tuple(card for card in shelf.cards[Kind.VISITS] if card.id != entry.id),
    )


def place_page(edition: Edition, entry: AnyEntry, place: Place[Localized]) -> PlacePageView:
    """Show a place, and where it lies where that is known."""
    metres, start = distance_from_origin(edition, entry), start_of(edition)
    distance = None
    if metres is not None and start is not None:
        distance = PlaceDistance(metres, edition.show(start.meta.name))
    return PlacePageView(
        head=_head(edition, entry, "place"),
        entry=entry_view(edition, entry, localize(place, edition.lang, edition.fallbacks)),
        map=map_around(edition, entry),
        distance=distance,
    )


def event_page(edition: Edition, entry: AnyEntry, event: Event[Localized]) -> EventPageView:
    """Show an event, and where its venue lies where that is known."""
    return EventPageView(
        head=_head(edition, entry, "article"),
        entry=entry_view(edition, entry, localize(event, edition.lang, edition.fallbacks)),
        map=map_around(edition, entry),
        calendar_url=None
        if entry.meta.sample or event.cancelled
        else edition.routes.calendar(entry, edition.lang),
    )


def _head(edition: Edition, entry: AnyEntry, og_type: OgType) -> Head:
    return entry_head(edition, entry, og_type, describe(edition, entry))


def _bare_event(card: EntryCard) -> EntryCard:
    """Leave out what the section does not show of an event: its days and venue are on its own page."""
    return replace(card, starts=None, ends=None, is_past=False, note=None, picture=None)


def _trip(edition: Edition, entry: Entry[Visit[Localized]]) -> TripView:
    """Tell of a trip what its section shows; where each stop lies is on the page of the trip."""
    card = replace(entry_card(edition, entry), summary=None, picture=None)
    return TripView(card, _stops(edition, entry.facts, with_where=False))


def _stops(edition: Edition, visit: Visit[Localized], *, with_where: bool) -> tuple[StopView, ...]:
    made, so_far = [], 0
    for stop in visit.stops:
        so_far += stop.minutes
        target = _target(edition, stop)
        link = None if target is None else Link(edition.url(target), edition.show(target.meta.name))
        made.append(
            StopView(
                minutes=stop.minutes,
                so_far_minutes=so_far,
                link=link,
                where=_where(target) if with_where else "",
                note=edition.show_or_none(stop.note),
                has_closed=target is not None and has_closed(target),
            )
        )
    return tuple(made)


def _target(edition: Edition, stop: Stop[Localized]) -> AnyEntry | None:
    if stop.place is not None:
        return edition.catalog.places.get(stop.place)
    return None if stop.shop is None else edition.catalog.shops.get(stop.shop)


def _where(target: AnyEntry | None) -> str:
    match None if target is None else target.facts:
        case Shop(village=village, address=address):
            return village or address
        case Place(address=address):
            return address or ""
        case _:
            return ""


def _ways(edition: Edition, page: Entry[Page[Localized]] | None) -> tuple[WayView, ...]:
    return tuple(
        WayView(way.by, edition.show(way.text), edition.show_or_none(way.unknown))
        for way in (() if page is None else page.facts.ways)
    )


def _open_hours(edition: Edition) -> tuple[OpenPlace, ...]:
    """Give the real shops and places whose hours are known, shops first."""
    entries = real_entries(edition, (Kind.SHOPS, Kind.PLACES))
    known = []
    for entry in sorted(entries, key=lambda entry: (entry.kind is not Kind.SHOPS, *in_list_order(entry))):
        hours = entry.facts.hours if isinstance(entry.facts, Shop | Place) else None
        if hours is not None:
            known.append(OpenPlace(Link(edition.url(entry), edition.show(entry.meta.name)), hours))
    return tuple(known[:OPEN_SHOWN])
