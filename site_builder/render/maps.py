"""Lays out the maps of a page from what its view says is on them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Literal

from msgspec import Struct

from site_builder.cartography.drawing import PHONE, Drawing, Place, draw_low_map, draw_map, near_places
from site_builder.cartography.projection import Coordinate
from site_builder.cartography.stretches import Stretch
from site_builder.plan.views.maps import MapView


class DrawnMap(Struct, frozen=True):
    land: Literal["near", "around", "all"]
    """The neighbourhood of the origin, all that is farther too, or all there is in one map."""
    drawing: Drawing
    numbers: frozenset[int]
    """Of the places with a pin on it."""


def draw_maps(view: MapView, *, in_one: bool = False, remark: str = "") -> tuple[DrawnMap, ...]:
    """Draw one map, or two where some places lie close together and others far away, unless `in_one`.

    `remark` stands below the names of what lies only roughly where it is drawn.
    """
    origin = Coordinate(view.origin.latitude, view.origin.longitude)
    rails = [[Coordinate(*degrees) for degrees in rail] for rail in view.rails]
    dots = [Coordinate(*degrees) for degrees in view.dots]
    places = [
        Place(
            number=point.number,
            name=point.name.text,
            mark=point.mark,
            at=Coordinate(point.latitude, point.longitude),
            is_here=point.is_here,
            lang=point.name.lang if point.name.is_fallback else "",
        )
        for point in view.points
    ]
    stretches = [
        Stretch(
            name=one.name.text,
            start=Coordinate(*one.start),
            end=Coordinate(*one.end),
            lang=one.name.lang if one.name.is_fallback else "",
        )
        for one in view.stretches
    ]
    draw, draw_low = (
        partial(make, size=PHONE, origin=origin, lines=rails, others=dots, stretches=stretches, remark=remark)
        for make in (draw_map, draw_low_map)
    )
    whole = draw(places)
    near = () if in_one else near_places(places, origin)
    if not near:
        return (_drawn("all", whole, places),)
    return (
        _drawn("near", draw_low(near), near),
        _drawn("around", whole, places),
    )


def _drawn(land: Literal["near", "around", "all"], drawing: Drawing, places: Sequence[Place]) -> DrawnMap:
    return DrawnMap(land, drawing, frozenset(place.number for place in places))
