"""What each map shows: the places and shops whose coordinates are known, and those for which they are not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import nsmallest

from site_builder.cartography.projection import Coordinate, offset
from site_builder.model.catalog import AnyEntry
from site_builder.model.entries import Place, Shop
from site_builder.names import Kind
from site_builder.plan.cards import in_list_order
from site_builder.plan.edition import Edition
from site_builder.plan.origin import degrees_of, located, location_of, metres_between, real_entries, start_of
from site_builder.plan.views.chrome import Link
from site_builder.plan.views.maps import MapOrigin, MapPoint, MapStretch, MapView, Unlocated

MAPS: dict[str, tuple[Kind, ...]] = {
    "all": (Kind.PLACES, Kind.SHOPS),
    "places": (Kind.PLACES,),
    "shops": (Kind.SHOPS,),
}
"""What each map shows."""
MAP_NAMES: dict[str, str] = {
    **{name: name for name in MAPS},
    "semua": "all",
    "tempat": "places",
    "toko": "shops",
}
"""Every way to name a map, to the name in `MAPS`."""
NUMBERED = 40
"""Shops beyond these become dots: nobody reads a longer list beside a map. Places come first, all of them."""
NAMED_UNLOCATED = 24
NEIGHBOURS = 4
_WAYS = {"north": (0, 1), "east": (1, 0), "south": (0, -1), "west": (-1, 0)}
"""East and north."""


def map_view(edition: Edition, name: str) -> MapView | None:
    """Make a map of everything of its kinds, nearest to the origin first; samples are left out.

    Nothing for an unknown name, and nothing where no coordinates are known.
    """
    if name not in edition.made_maps:
        entries = real_entries(edition, MAPS.get(name, ()))
        edition.made_maps[name] = _make(edition, entries)
    return edition.made_maps[name]


def map_around(edition: Edition, entry: AnyEntry) -> MapView | None:
    """Make the map of a page about one place: it, the origin and its nearest neighbours."""
    start = start_of(edition)
    if location_of(entry) is None or start is None or entry.meta.sample:
        return None
    others = (other for other in located(edition, (Kind.PLACES, Kind.SHOPS)) if other is not entry)
    near = nsmallest(
        NEIGHBOURS, others, key=lambda other: (metres_between(entry, other), *in_list_order(other))
    )
    shown = [entry, *(other for other in near if other is not start)]
    if start is not entry:
        shown.append(start)
    return _make(edition, shown, here=entry, with_unlocated=False)


def map_of_stops(edition: Edition, stops: Sequence[AnyEntry | None]) -> MapView | None:
    """Make the map of a trip, numbered as its stops; nothing unless two of them have coordinates."""
    numbered = [(number, stop) for number, stop in enumerate(stops, 1) if stop is not None]
    known = [(number, stop) for number, stop in numbered if location_of(stop) and not stop.meta.sample]
    start = start_of(edition)
    if start is None or len({(stop.kind, stop.id) for _, stop in known}) < 2:
        return None
    points = tuple(_point(edition, stop, number, start) for number, stop in known)
    return MapView(points=points, origin=_origin(edition, start), rails=_rails(edition))


def _make(
    edition: Edition,
    entries: Iterable[AnyEntry],
    here: AnyEntry | None = None,
    *,
    with_unlocated: bool = True,
) -> MapView | None:
    start, found = start_of(edition), list(entries)
    known = [entry for entry in found if location_of(entry) is not None]
    if start is None or not known:
        return None
    known.sort(key=lambda entry: (entry is not start, metres_between(start, entry), *in_list_order(entry)))
    numbered, dots = _numbered(known)
    links, more = _unlocated(edition, found) if with_unlocated else ((), 0)
    return MapView(
        points=tuple(
            _point(edition, entry, number, start, is_here=entry is here)
            for number, entry in enumerate(numbered, 1)
        ),
        origin=_origin(edition, start),
        dots=dots,
        rails=_rails(edition),
        stretches=_stretches(edition, known),
        unlocated=links,
        unlocated_more=more,
    )


def _numbered(known: Sequence[AnyEntry]) -> tuple[list[AnyEntry], tuple[tuple[float, float], ...]]:
    """Part what has a number in the list from the shops that are dots; both stay in their order."""
    room = NUMBERED - sum(entry.kind is not Kind.SHOPS for entry in known)
    shops = [entry for entry in known if entry.kind is Kind.SHOPS]
    dotted = {entry.id for entry in shops[max(room, 0) :]}
    numbered = [entry for entry in known if entry.kind is not Kind.SHOPS or entry.id not in dotted]
    return numbered, tuple(degrees_of(entry) for entry in shops if entry.id in dotted)


def _origin(edition: Edition, start: AnyEntry) -> MapOrigin:
    return MapOrigin(edition.show(start.meta.name), *degrees_of(start))


def _point(
    edition: Edition, entry: AnyEntry, number: int, start: AnyEntry, *, is_here: bool = False
) -> MapPoint:
    latitude, longitude = degrees_of(entry)
    return MapPoint(
        number=number,
        name=edition.show(entry.meta.name),
        url=edition.url(entry),
        latitude=latitude,
        longitude=longitude,
        mark=_mark(entry),
        distance_m=None if entry is start else metres_between(start, entry),
        is_here=is_here,
    )


def _mark(entry: AnyEntry) -> str:
    match entry.facts:
        case Shop():
            return "shop"
        case Place(kind=kind):
            return kind
        case _:
            return "event"


def _rails(edition: Edition) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Join each station with those that its entry names as next; each pair once."""
    places = edition.catalog.places
    pairs: dict[frozenset[tuple[float, float]], tuple[tuple[float, float], ...]] = {}
    for place in places.values():
        for next_id in place.facts.rail_to:
            other = places.get(next_id)
            if other is None or place.facts.location is None or other.facts.location is None:
                continue
            ends = (degrees_of(place), degrees_of(other))
            pairs.setdefault(frozenset(ends), ends)
    return tuple(pairs.values())


def _stretches(edition: Edition, known: Iterable[AnyEntry]) -> tuple[MapStretch, ...]:
    """Say roughly where places without coordinates lie that start from a place on the map."""
    shown = {entry.id for entry in known if entry.kind is Kind.PLACES}
    made = []
    for place in sorted(edition.catalog.places.values(), key=in_list_order):
        rough, start = place.facts.roughly, None
        if rough is not None and rough.start in shown and place.facts.location is None:
            start = edition.catalog.places[rough.start]
        if rough is None or start is None or place.meta.sample:
            continue
        east, north = _WAYS[rough.direction]
        at = degrees_of(start)
        end = offset(Coordinate(*at), east * rough.metres, north * rough.metres)
        made.append(MapStretch(edition.show(place.meta.name), at, (round(end.lat, 5), round(end.lon, 5))))
    return tuple(made)


def _unlocated(edition: Edition, entries: Iterable[AnyEntry]) -> tuple[tuple[Unlocated, ...], int]:
    """Name what has no pin: shops by their village, then places; and count those beyond a page's room."""
    missing = sorted((entry for entry in entries if location_of(entry) is None), key=in_list_order)
    groups: dict[str, list[Link]] = {}
    for entry in missing[:NAMED_UNLOCATED]:
        village = (entry.facts.village or "") if isinstance(entry.facts, Shop) else ""
        groups.setdefault(village, []).append(Link(edition.url(entry), edition.show(entry.meta.name)))
    named = sorted(groups.items(), key=lambda group: (group[0] == "", group[0]))
    return tuple(Unlocated(village, tuple(links)) for village, links in named), len(missing[NAMED_UNLOCATED:])
