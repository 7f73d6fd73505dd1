"""From degrees to metres on a plane, for a stretch of land as large as a day's trip."""

from __future__ import annotations

from collections.abc import Iterable
from math import asin, cos, degrees, floor, log10, radians, sin, sqrt

from msgspec import Struct

EARTH_RADIUS_M = 6_371_008.8
"""The mean radius (IUGG): the sphere whose straight lines are nearest to those of the ellipsoid."""


class Coordinate(Struct, frozen=True):
    """WGS 84, decimal degrees."""

    lat: float
    lon: float


class Projection(Struct, frozen=True):
    """Equirectangular around a middle.

    Within 100 km of it and 12° of the equator, where Indonesia lies, no distance is wrong by as much as 1 %.
    """

    middle: Coordinate

    def metres(self, place: Coordinate) -> tuple[float, float]:
        """Give metres east and north of the middle."""
        east = radians(_turn(place.lon - self.middle.lon)) * cos(radians(self.middle.lat))
        return east * EARTH_RADIUS_M, radians(place.lat - self.middle.lat) * EARTH_RADIUS_M


def middle_of(places: Iterable[Coordinate]) -> Coordinate:
    """Give the middle of the rectangle around `places`, also across the 180th meridian."""
    found = list(places)
    lats = [place.lat for place in found]
    first = found[0].lon
    lons = [first + _turn(place.lon - first) for place in found]
    return Coordinate((min(lats) + max(lats)) / 2, _turn((min(lons) + max(lons)) / 2))


def distance_m(a: Coordinate, b: Coordinate) -> float:
    """Measure the straight line over the globe (haversine)."""
    lat_a, lat_b = radians(a.lat), radians(b.lat)
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH_RADIUS_M * asin(min(1.0, sqrt(half)))


def nice_length(longest: float) -> float:
    """Give the longest of 1, 2 and 5 times a power of ten that is not longer than `longest`."""
    power = 10.0 ** floor(log10(longest))
    return max(step * power for step in (1, 2, 5) if step * power <= longest * (1 + 1e-9))


def offset(place: Coordinate, east_m: float, north_m: float) -> Coordinate:
    """Go some metres from a place, on the plane of a map around it."""
    lat = place.lat + degrees(north_m / EARTH_RADIUS_M)
    return Coordinate(lat, place.lon + degrees(east_m / EARTH_RADIUS_M / cos(radians(place.lat))))


def _turn(angle: float) -> float:
    """Bring an angle between two meridians to -180…180."""
    return (angle + 180) % 360 - 180
