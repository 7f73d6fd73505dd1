"""Maps: what is on them and what is not."""

from __future__ import annotations

from msgspec import Struct

from site_builder.model.localized import Shown
from site_builder.names import UrlPath
from site_builder.plan.views.chrome import Link


class MapPoint(Struct, frozen=True):
    number: int
    """On its pin and in the list beside the map."""
    name: Shown
    url: UrlPath | None
    latitude: float
    longitude: float
    mark: str = "sight"
    """`shop`, `event` or the kind of a place: how its pin looks."""
    distance_m: int | None = None
    """In a straight line from the map's origin; `None` for the origin."""
    is_here: bool = False
    """The page is about it."""


class MapStretch(Struct, frozen=True):
    """Roughly where a place without coordinates lies: latitudes and longitudes of both ends."""

    name: Shown
    start: tuple[float, float]
    end: tuple[float, float]
    shops: tuple[Link, ...] = ()
    """Somewhere along it; without coordinates of their own."""


class MapOrigin(Struct, frozen=True):
    """Where distances are measured from."""

    name: Shown
    latitude: float
    longitude: float


class Unlocated(Struct, frozen=True):
    """What has no pin, for nobody has told its coordinates yet."""

    village: str
    """Empty for shops whose village nobody told, and for places that are no shops."""
    links: tuple[Link, ...]
    addresses: tuple[str, ...] = ()
    """Of each, empty where none is known; on the sheet to print only."""


class MapView(Struct, frozen=True):
    """What a map shows. `draw_maps` lays it out when the page is made."""

    points: tuple[MapPoint, ...]
    """In the order of their numbers."""
    origin: MapOrigin
    dots: tuple[tuple[float, float], ...] = ()
    """Latitude and longitude of shops that no list holds; a drawing leaves out those off its land."""
    rails: tuple[tuple[tuple[float, float], ...], ...] = ()
    """Straight lines from station to station."""
    stretches: tuple[MapStretch, ...] = ()
    unlocated: tuple[Unlocated, ...] = ()
    unlocated_more: int = 0
    """How many are without a pin beyond those that are named."""
