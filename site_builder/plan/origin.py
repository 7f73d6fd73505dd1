"""Where distances are measured from, and what is known of where things are."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.cartography.projection import Coordinate, distance_m
from site_builder.model.catalog import AnyEntry
from site_builder.model.entries import Event, Location, Place, Shop
from site_builder.names import Kind
from site_builder.plan.edition import Edition


def start_of(edition: Edition) -> AnyEntry | None:
    """Find the origin of all maps and distances.

    Editors put it first in the list of places; where no place has coordinates it is a shop.
    """
    if "" not in edition.made_origins:
        found = located(edition, (Kind.PLACES,)) or located(edition, (Kind.SHOPS,))
        edition.made_origins[""] = min(found, key=_order, default=None)
    return edition.made_origins[""]


def _order(entry: AnyEntry) -> tuple[int, str]:
    return (10**9 if entry.meta.order is None else entry.meta.order, entry.id)


def distance_from_origin(edition: Edition, entry: AnyEntry) -> int | None:
    """Measure metres in a straight line; nothing for the origin itself and where a place is not known."""
    start = start_of(edition)
    if start is None or start is entry or location_of(entry) is None:
        return None
    return metres_between(start, entry)


def real_entries(edition: Edition, kinds: Iterable[Kind]) -> list[AnyEntry]:
    """Give the entries of some kinds that are not made up."""
    return [entry for kind in kinds for entry in edition.catalog.of(kind).values() if not entry.meta.sample]


def located(edition: Edition, kinds: Iterable[Kind]) -> list[AnyEntry]:
    return [entry for entry in real_entries(edition, kinds) if location_of(entry) is not None]


def location_of(entry: AnyEntry) -> Location | None:
    match entry.facts:
        case Place(location=location) | Shop(location=location) | Event(location=location):
            return location
        case _:
            return None


def degrees_of(entry: AnyEntry) -> tuple[float, float]:
    """Give latitude and longitude of an entry that has them."""
    location = location_of(entry)
    return (0.0, 0.0) if location is None else (location.lat, location.lon)


def metres_between(one: AnyEntry, other: AnyEntry) -> int:
    return round(distance_m(Coordinate(*degrees_of(one)), Coordinate(*degrees_of(other))))
