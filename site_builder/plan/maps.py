"""Maps that authors may put into a text, by their names."""

from __future__ import annotations

from site_builder.model.catalog import AnyEntry
from site_builder.model.entries import Place, Shop
from site_builder.names import Kind
from site_builder.plan.edition import Edition
from site_builder.plan.views import MapPoint

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


def map_points(edition: Edition, name: str) -> tuple[MapPoint, ...]:
    """Give everything on a map whose place is known, samples left out; nothing for an unknown name."""
    if name not in edition.made_maps:
        kinds = MAPS.get(name, ())
        points = (_point(edition, entry) for kind in kinds for entry in edition.catalog.of(kind).values())
        edition.made_maps[name] = tuple(point for point in points if point is not None)
    return edition.made_maps[name]


def _point(edition: Edition, entry: AnyEntry) -> MapPoint | None:
    match entry.facts:
        case Place(location=location) | Shop(location=location) if location and not entry.meta.sample:
            return MapPoint(edition.show(entry.meta.name), edition.url(entry), location.lat, location.lon)
        case _:
            return None
