"""Where the real places and shops of a site lie, made once for all languages."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from site_builder.cartography.projection import Coordinate, distance_m
from site_builder.model.catalog import AnyEntry, Catalog, Entry
from site_builder.model.entries import Event, Location, Place, Shop
from site_builder.model.localized import Localized
from site_builder.names import Kind
from site_builder.plan.list_order import in_list_order


class Land(Struct, frozen=True):
    start: AnyEntry | None
    """The origin of all maps and distances: the place that editors put first, else a shop."""
    spots: tuple[tuple[Coordinate, tuple[AnyEntry, ...]], ...]
    """All that share a spot, in list order; from the south to the north."""
    rails: tuple[tuple[tuple[float, float], ...], ...]
    """The latitudes and longitudes that each stretch of railway joins."""
    rough: tuple[Entry[Place[Localized]], ...]
    """Places of which is known only roughly where they lie, in list order."""

    def nearest(self, entry: AnyEntry, count: int) -> list[AnyEntry]:
        """Give the nearest others, those as near as each other in list order.

        It looks north and south from where the entry lies and ends where nothing nearer can come, so that
        the maps of all places cost little more than each of them does alone.
        """
        found: list[tuple[int, tuple[bool, int, str], int, AnyEntry]] = []
        for least, others in self._outward(Coordinate(*degrees_of(entry))):
            if len(found) == count and least > found[-1][0] + 1:  # metres are whole ones
                break
            for other in [other for other in others if other is not entry][:count]:
                insort(found, (metres_between(entry, other), in_list_order(other), id(other), other))
            del found[count:]
        return [other for *_, other in found]

    def _outward(self, at: Coordinate) -> Iterator[tuple[float, tuple[AnyEntry, ...]]]:
        """Yield what lies on each spot, with how far that is at least: as far as its latitude."""
        north = bisect_left(self.spots, at.lat, key=lambda spot: spot[0].lat)
        south = north - 1
        while south >= 0 or north < len(self.spots):
            below = _to_latitude(at, self.spots[south][0]) if south >= 0 else float("inf")
            above = _to_latitude(at, self.spots[north][0]) if north < len(self.spots) else float("inf")
            if below < above:
                yield below, self.spots[south][1]
                south -= 1
            else:
                yield above, self.spots[north][1]
                north += 1


def survey(catalog: Catalog) -> Land:
    """Find what has coordinates; samples are left out."""
    known = [
        entry
        for kind in (Kind.PLACES, Kind.SHOPS)
        for entry in catalog.of(kind).values()
        if not entry.meta.sample and location_of(entry) is not None
    ]
    spots: defaultdict[Coordinate, list[AnyEntry]] = defaultdict(list)
    for entry in sorted(known, key=in_list_order):
        spots[Coordinate(*degrees_of(entry))].append(entry)
    ordered = sorted(spots.items(), key=lambda spot: (spot[0].lat, spot[0].lon))
    start = min(known, key=lambda entry: (entry.kind is not Kind.PLACES, *in_list_order(entry)), default=None)
    rough = [
        place
        for place in catalog.places.values()
        if place.facts.roughly is not None and place.facts.location is None and not place.meta.sample
    ]
    return Land(
        start=start,
        spots=tuple((at, tuple(entries)) for at, entries in ordered),
        rails=_rails(catalog),
        rough=tuple(sorted(rough, key=in_list_order)),
    )


def _rails(catalog: Catalog) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Join each station with those that its entry names as next; each pair once."""
    pairs: dict[frozenset[tuple[float, float]], tuple[tuple[float, float], ...]] = {}
    for place in catalog.places.values():
        for next_id in place.facts.rail_to:
            other = catalog.places.get(next_id)
            if other is None or place.facts.location is None or other.facts.location is None:
                continue
            ends = (degrees_of(place), degrees_of(other))
            pairs.setdefault(frozenset(ends), ends)
    return tuple(pairs.values())


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


def _to_latitude(at: Coordinate, other: Coordinate) -> float:
    return distance_m(at, Coordinate(other.lat, at.lon))
