"""A whole map laid out: pins, names, lines, rings of distance and the scale."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import ceil, cos, hypot, radians, sin

from msgspec import Struct
from msgspec.structs import replace

from site_builder.cartography.boxes import LINE_HEIGHT, Box, Segment, text_width
from site_builder.cartography.labels import Label, is_complete, place_labels
from site_builder.cartography.pins import Pin, Spot, place_pins
from site_builder.cartography.projection import Coordinate, Projection, distance_m, middle_of, nice_length
from site_builder.cartography.stretches import Band, Stretch, band

_LEAST_WIDTH_M = 1_000.0
"""How much land a map shows at least: two stops of a bus are not a town."""
_MARGIN = 30.0
_MOST_RINGS = 4
_RING_TEXT_ANGLES = (45, 135, 225, 315, 60, 120, 240, 300, 20, 160, 200, 340, 90, 270, 0, 180)
NEAR_M = 3_000.0
"""What a walk or a few minutes' ride reaches: the land of the map of the neighbourhood."""
_LEAST_HEIGHT = 180
_HEIGHT_STEP = 20
_RING_AIR = 6.0
"""Around what the distance of a ring must not touch."""


class Place(Struct, frozen=True):
    """Something to pin, with the number that it has in the list beside the map."""

    number: int
    name: str
    mark: str
    at: Coordinate
    is_here: bool = False
    lang: str = ""
    """Of a name in another language than the page's."""


class Size(Struct, frozen=True):
    """Of the field in which the land is drawn; `font` is that of the names."""

    width: float
    height: float
    font: float


PHONE = Size(340, 380, 14)
"""At 328 px its names are 13.5 px high. Wide screens and paper show two such maps beside each other."""


class Ring(Struct, frozen=True):
    """A circle around the map's starting point; `text` stands where it covers nothing."""

    radius: float
    metres: int
    text: tuple[float, float] | None


class Drawing(Struct, frozen=True):
    size: Size
    pins: tuple[Pin, ...]
    labels: tuple[Label, ...]
    dots: tuple[tuple[float, float], ...]
    """Places without a number: those beyond what a list can hold."""
    dotted: tuple[int, ...]
    """Which of the places without a number those are: several may share a dot, some lie outside."""
    lines: tuple[tuple[tuple[float, float], ...], ...]
    rings: tuple[Ring, ...]
    centre: tuple[float, float]
    """Of the rings."""
    has_centre: bool
    """Whether it is on the land shown and no pin covers it."""
    bands: tuple[Band, ...]
    """What lies roughly somewhere."""
    scale_px: float
    """How long the bar of the scale is."""
    scale_m: int


def near_places(places: Sequence[Place], origin: Coordinate) -> tuple[Place, ...]:
    """Choose what a map of the neighbourhood shows; nothing when that would be all, or a single spot."""
    near = tuple(place for place in places if distance_m(place.at, origin) <= NEAR_M)
    spread = max((distance_m(place.at, near[0].at) for place in near), default=0.0)
    return near if len(near) < len(places) and spread > _LEAST_WIDTH_M / 4 else ()


def draw_map(
    places: Sequence[Place],
    size: Size,
    origin: Coordinate,
    lines: Sequence[Sequence[Coordinate]] = (),
    others: Sequence[Coordinate] = (),
    stretches: Sequence[Stretch] = (),
    *,
    remark: str = "",
) -> Drawing:
    """Lay out a map that shows all `places` (at least one) as large as `size` allows.

    Every pin and label lies inside the field, and none covers another. `others` become dots, those
    outside the land shown are left out; lines may lead out of the field. `remark` stands below the names
    of `stretches`: that they are rough.
    """
    land = [*(place.at for place in places), *(corner for one in stretches for corner in one.corners)]
    projection = Projection(middle_of(land))
    metres = [projection.metres(at) for at in land]
    px_per_m = _scale(metres, size)
    field = Box(0, 0, size.width, size.height)

    def on_field(at: Coordinate) -> tuple[float, float]:
        east, north = projection.metres(at)
        return (round(size.width / 2 + east * px_per_m, 1), round(size.height / 2 - north * px_per_m, 1))

    spots = [
        Spot(place.number, place.name, place.mark, *on_field(place.at), place.is_here, place.lang)
        for place in places
    ]
    pins = place_pins(spots, field)
    drawn = tuple(tuple(on_field(at) for at in line) for line in lines)
    segments: list[Segment] = [segment for line in drawn for segment in pairwise(line)]
    inner = Box(3, 3, size.width - 3, size.height - 3)
    bands, named = _bands(stretches, on_field, inner, size.font, [pin.box for pin in pins], remark)
    segments += [seam for one in bands for seam in one.seams]
    labels = place_labels(pins, inner, size.font, named, segments)
    taken = [*(pin.box for pin in pins), *named, *(label.box for label in labels)]
    grounds = [one.ground for one in bands]
    centre = on_field(origin)
    dots = [(number, spot) for number, spot in enumerate(map(on_field, others)) if _is_inside(spot, field)]
    scale_m = nice_length(size.width * 0.34 / px_per_m)
    return Drawing(
        size=size,
        pins=pins,
        labels=labels,
        dots=tuple(sorted({spot for _, spot in dots})),
        dotted=tuple(number for number, _ in dots),
        lines=tuple(line for line in drawn if len(line) > 1),
        rings=_rings(centre, px_per_m, size, inner, [box.grown(_RING_AIR) for box in (*taken, *grounds)]),
        bands=bands,
        centre=centre,
        has_centre=_is_inside(centre, field)
        and not any(box.grown(4).holds(Box(*centre, *centre)) for box in taken),
        scale_px=round(scale_m * px_per_m, 1),
        scale_m=round(scale_m),
    )


def draw_low_map(
    places: Sequence[Place],
    size: Size,
    origin: Coordinate,
    lines: Sequence[Sequence[Coordinate]] = (),
    others: Sequence[Coordinate] = (),
    stretches: Sequence[Stretch] = (),
    *,
    remark: str = "",
) -> Drawing:
    """Lay out a map no higher than it must be to show all as large as `size` does, and to name it all."""

    def draw(height: float) -> Drawing:
        low = replace(size, height=height)
        return draw_map(places, low, origin, lines, others, stretches, remark=remark)

    full = draw(size.height)
    for height in range(_LEAST_HEIGHT, round(size.height), _HEIGHT_STEP):
        low = draw(height)
        is_as_large = (low.scale_px, low.scale_m) == (full.scale_px, full.scale_m)
        if is_as_large and is_complete(low.pins, low.labels) and all(one.lines for one in low.bands):
            return low
    return full


def _bands(
    stretches: Sequence[Stretch],
    on_field: Callable[[Coordinate], tuple[float, float]],
    field: Box,
    font: float,
    taken: Sequence[Box],
    remark: str,
) -> tuple[tuple[Band, ...], tuple[Box, ...]]:
    """Draw what lies roughly somewhere, and give the boxes of its names."""
    found: list[Band] = []
    for stretch in stretches:
        blocked = [*taken, *(one.box for one in found if one.box)]
        start, end = on_field(stretch.start), on_field(stretch.end)
        made = band(stretch, start, end, field, font, blocked, remark=remark)
        if made is not None:
            found.append(made)
    return tuple(found), tuple(one.box for one in found if one.box)


def _scale(metres: Sequence[tuple[float, float]], size: Size) -> float:
    """Find how many units a metre has so that all places lie inside the margin."""
    east = max(abs(x) for x, _ in metres) * 2
    north = max(abs(y) for _, y in metres) * 2
    room = min(
        (size.width - 2 * _MARGIN) / max(east, 1.0),
        (size.height - 2 * _MARGIN) / max(north, 1.0),
    )
    return min(room, size.width / _LEAST_WIDTH_M)


def _is_inside(spot: tuple[float, float], field: Box) -> bool:
    return field.left < spot[0] < field.right and field.top < spot[1] < field.bottom


def _rings(
    centre: tuple[float, float], px_per_m: float, size: Size, field: Box, taken: Sequence[Box]
) -> tuple[Ring, ...]:
    """Draw circles at round distances, as many as fit, each marked where there is room."""
    corners = [(x, y) for x in (0.0, size.width) for y in (0.0, size.height)]
    farthest = max(hypot(x - centre[0], y - centre[1]) for x, y in corners) / px_per_m
    step = nice_length(farthest / 3)
    rings: list[Ring] = []
    blocked = list(taken)
    for count in range(1, min(_MOST_RINGS, ceil(farthest / step)) + 1):
        ring = Ring(round(count * step * px_per_m, 1), round(count * step), None)
        text = _ring_text(ring, centre, size, field, blocked)
        if text is not None:
            ring = replace(ring, text=text[0])
            blocked.append(text[1])
        rings.append(ring)
    return tuple(rings)


def _ring_text(
    ring: Ring, centre: tuple[float, float], size: Size, field: Box, blocked: Sequence[Box]
) -> tuple[tuple[float, float], Box] | None:
    font = size.font * 0.86
    width = text_width(f"{ring.metres} km" if ring.metres < 1000 else f"{ring.metres // 100} km", font)
    half_height = font * LINE_HEIGHT / 2
    for angle in _RING_TEXT_ANGLES:
        x = round(centre[0] + ring.radius * cos(radians(angle)), 1)
        y = round(centre[1] - ring.radius * sin(radians(angle)), 1)
        box = Box(x - width / 2 - 2, y - half_height, x + width / 2 + 2, y + half_height)
        if field.holds(box) and not any(box.overlaps(other) for other in blocked):
            return (x, y), box
    return None
