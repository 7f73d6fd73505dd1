"""Points that lie far from all others, most for lack of the minus of a southern latitude, or nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, hypot, radians
from statistics import median

from msgspec.structs import replace

from site_builder.model.catalog import AnyEntry, Catalog
from site_builder.model.entries import Event, Location, Place, Shop
from site_builder.problems import Problem, Severity
from site_builder.validate.references import Locate

FAR_KM = 200
KM_IN_DEGREE = 111.2
FEWEST_OTHERS = 2
"""With fewer nobody can say which of the points is the wrong one."""
_INDONESIAN_ZONES = frozenset({"Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura"})
_INDONESIA = (-11.2, 6.2, 94.8, 141.2)
"""South, north, west and east of all islands."""
MANY = 100
"""So many have the same middle without any one of them."""


def check_positions(catalog: Catalog, locate: Locate) -> Iterator[Problem]:
    """Tell of a sign that moves a point away from the others; warn of points that are far without it."""
    for place in catalog.places.values():
        if place.facts.roughly is not None and place.facts.roughly.start == place.id:
            yield Problem("stretch-self", locate(place.path, ("roughly", "start")), "", {"value": place.id})
    located = [(entry, point) for entry in catalog if (point := _location(entry)) is not None]
    if len(located) <= FEWEST_OTHERS:
        yield from _few(located, catalog.config.timezone, locate)
        return
    # However many lack their minus: the middle is that of where they were meant to be.
    meant = [(entry, _meant(point, catalog.config.timezone)) for entry, point in located]
    around = _middle([point for _, point in meant])
    for entry, point in located:
        if len(located) < MANY:
            around = _middle([other for owner, other in meant if owner is not entry])
        if _km(point, around) > FAR_KM:
            yield _problem(entry, point, around, locate)


def _few(located: list[tuple[AnyEntry, Location]], timezone: str, locate: Locate) -> Iterator[Problem]:
    """Look at one or two points: whether they lie in Indonesia, as the site, and near each other."""
    for entry, point in located:
        if timezone in _INDONESIAN_ZONES and not _in_indonesia(point):
            flipped = (("lat", replace(point, lat=-point.lat)), ("lon", replace(point, lon=-point.lon)))
            for name, other in flipped:
                if _in_indonesia(other):
                    values = {"value": f"{getattr(point, name)}", "suggestion": f"{getattr(other, name)}"}
                    at = locate(entry.path, ("location", name))
                    yield Problem("location-sign", at, f"{name}-abroad", values, Severity.WARNING)
                    return
    if len(located) == 2 and not any(isinstance(entry.facts, Event) for entry, _ in located):
        (first, point), (second, other) = located
        if _km(point, other) > FAR_KM:
            values = {"distance": f"{_km(point, other):.0f}", "file": first.path}
            at = locate(second.path, ("location",))
            yield Problem("location-far", at, "two", values, Severity.WARNING)


def _meant(point: Location, timezone: str) -> Location:
    """Give a point of an Indonesian site with the sign by which it lies in Indonesia, others as they are."""
    if timezone not in _INDONESIAN_ZONES or _in_indonesia(point):
        return point
    flipped = (replace(point, lat=-point.lat), replace(point, lon=-point.lon))
    return next(filter(_in_indonesia, flipped), point)


def _in_indonesia(point: Location) -> bool:
    south, north, west, east = _INDONESIA
    return south <= point.lat <= north and west <= point.lon <= east


def _problem(entry: AnyEntry, point: Location, around: Location, locate: Locate) -> Problem:
    flipped = (("lat", replace(point, lat=-point.lat)), ("lon", replace(point, lon=-point.lon)))
    for name, other in flipped:
        if _km(other, around) <= FAR_KM:
            values = {"value": f"{getattr(point, name)}", "suggestion": f"{getattr(other, name)}"}
            return Problem("location-sign", locate(entry.path, ("location", name)), name, values)
    values = {"distance": f"{_km(point, around):.0f}"}
    return Problem("location-far", locate(entry.path, ("location",)), "", values, Severity.WARNING)


def _location(entry: AnyEntry) -> Location | None:
    facts = entry.facts
    return facts.location if isinstance(facts, Shop | Place | Event) else None


def _middle(points: list[Location]) -> Location:
    return Location(median(point.lat for point in points), median(point.lon for point in points))


def _km(one: Location, other: Location) -> float:
    east = (one.lon - other.lon + 180) % 360 - 180
    narrow = cos(radians((one.lat + other.lat) / 2))
    return KM_IN_DEGREE * hypot(one.lat - other.lat, east * narrow)
