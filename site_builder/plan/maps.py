"""What each map shows: the places and shops whose coordinates are known, and those for which they are not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from site_builder.cartography.projection import Coordinate, offset
from site_builder.model.catalog import AnyEntry, has_closed
from site_builder.model.entries import Place, Shop
from site_builder.names import EntryId, Kind
from site_builder.plan.edition import Edition
from site_builder.plan.land import degrees_of, location_of, metres_between
from site_builder.plan.list_order import in_list_order
from site_builder.plan.origin import real_entries, start_of
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


def map_to_print(edition: Edition) -> MapView | None:
    """Make the map of everything for paper, where nothing can be clicked: addresses stand for pins."""
    return _make(edition, real_entries(edition, MAPS["all"]), on_paper=True)


def map_around(edition: Edition, entry: AnyEntry) -> MapView | None:
    """Make the map of a page about one place: it, the origin and its nearest neighbours."""
    start = start_of(edition)
    if location_of(entry) is None or start is None or entry.meta.sample:
        return None
    near = edition.land.nearest(entry, NEIGHBOURS)
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
    return MapView(points=points, origin=_origin(edition, start), rails=edition.land.rails)


def _make(
    edition: Edition,
    entries: Iterable[AnyEntry],
    here: AnyEntry | None = None,
    *,
    with_unlocated: bool = True,
    on_paper: bool = False,
) -> MapView | None:
    start, found = start_of(edition), list(entries)
    known = [entry for entry in found if location_of(entry) is not None]
    if start is None or not known:
        return None
    known.sort(key=lambda entry: (entry is not start, metres_between(start, entry), *in_list_order(entry)))
    numbered, dots = _numbered(known)
    links, more = _unlocated(edition, found, on_paper=on_paper) if with_unlocated else ((), 0)
    return MapView(
        points=tuple(
            _point(edition, entry, number, start, is_here=entry is here)
            for number, entry in enumerate(numbered, 1)
        ),
        origin=_origin(edition, start),
        dots=dots,
        rails=edition.land.rails,
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


def _stretches(edition: Edition, known: Iterable[AnyEntry]) -> tuple[MapStretch, ...]:
    """Say roughly where places without coordinates lie that start from a place on the map."""
    shown = {entry.id for entry in known if entry.kind is Kind.PLACES}
    made = []
    for place in edition.land.rough:
        rough = place.facts.roughly
        if rough is None or rough.start not in shown:
            continue
        east, north = _WAYS[rough.direction]
        at = degrees_of(edition.catalog.places[rough.start])
        end = offset(Coordinate(*at), east * rough.metres, north * rough.metres)
        made.append(
            MapStretch(
                name=edition.show(place.meta.name),
                start=at,
                end=(round(end.lat, 5), round(end.lon, 5)),
                shops=_along(edition, rough.shops),
            )
        )
    return tuple(made)


def _along(edition: Edition, ids: Iterable[str]) -> tuple[Link, ...]:
    """Name the shops of a stretch that no pin shows."""
    shops = (edition.catalog.shops.get(EntryId(id_)) for id_ in ids)
    return tuple(
        Link(edition.url(shop), edition.show(shop.meta.name))
        for shop in shops
        if shop is not None and shop.facts.location is None and not shop.meta.sample and not has_closed(shop)
    )


def _unlocated(
    edition: Edition, entries: Iterable[AnyEntry], *, on_paper: bool
) -> tuple[tuple[Unlocated, ...], int]:
    """Name what has no pin: shops by their village, then places; and count those beyond a page's room."""
    missing = sorted((entry for entry in entries if location_of(entry) is None), key=in_list_order)
    groups: dict[str, list[AnyEntry]] = {}
    for entry in missing[:NAMED_UNLOCATED]:
        village = (entry.facts.village or "") if isinstance(entry.facts, Shop) else ""
        groups.setdefault(village, []).append(entry)
    named = sorted(groups.items(), key=lambda group: (group[0] == "", group[0]))
    shown = tuple(_group(edition, village, entries, on_paper=on_paper) for village, entries in named)
    return shown, len(missing[NAMED_UNLOCATED:])


def _group(edition: Edition, village: str, entries: Sequence[AnyEntry], *, on_paper: bool) -> Unlocated:
    links = tuple(Link(edition.url(entry), edition.show(entry.meta.name)) for entry in entries)
    if not on_paper:
        return Unlocated(village, links)
    addresses = (entry.facts.address if isinstance(entry.facts, Shop) else None for entry in entries)
    return Unlocated(village, links, tuple(address or "" for address in addresses))
