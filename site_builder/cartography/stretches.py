"""Draws what lies roughly somewhere as a wide band, sewn along its middle, and names it there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot

from msgspec import Struct
from msgspec.structs import replace

from site_builder.cartography.boxes import LINE_HEIGHT, Box, Segment, text_width, wrappings
from site_builder.cartography.projection import Coordinate, Projection, offset

_LEAST = 60.0
"""Shorter ones are left out: nobody would see what they are."""
_AWAY = 18.0
"""From the pin at the start."""
_HALF = 10.0
"""Of the width that the style sheet gives it."""
_WIDEST = 190.0
_STITCH = (11.0, -3.4)
"""Of the saddle stitch along the band: how far each goes on and leans, for a band to the east."""
_STITCH_EVERY = 16.0
_GAP = 3.0
_AIR_M = 450.0
"""Land that the map shows on both sides, where names find room."""


class Stretch(Struct, frozen=True):
    """Something long, roughly straight, between two points."""

    name: str
    start: Coordinate
    end: Coordinate
    lang: str = ""
    """Of a name in another language than the page's."""

    @property
    def corners(self) -> tuple[Coordinate, ...]:
        """Give the land that a map has to show for it."""
        east, north = Projection(self.start).metres(self.end)
        length = hypot(east, north) or 1.0
        aside = (-north / length * _AIR_M, east / length * _AIR_M)
        return tuple(
            offset(end, side * aside[0], side * aside[1])
            for end in (self.start, self.end)
            for side in (1, -1)
        )


class Band(Struct, frozen=True):
    start: tuple[float, float]
    end: tuple[float, float]
    stitches: tuple[tuple[float, float], ...]
    """Where each stitch begins."""
    stitch: tuple[float, float]
    """How far it goes, right and down."""
    lines: tuple[str, ...] = ()
    """Its name, in lines; none where there is no room."""
    baselines: tuple[float, ...] = ()
    x: float = 0.0
    """The middle of the lines."""
    box: Box | None = None
    """Around the name."""
    lang: str = ""

    @property
    def seams(self) -> tuple[Segment, ...]:
        """Its edges and its middle: what a name should not cross."""
        dx, dy = self.end[0] - self.start[0], self.end[1] - self.start[1]
        length = hypot(dx, dy) or 1.0
        aside = (-dy / length * _HALF, dx / length * _HALF)
        return tuple(
            (
                (self.start[0] + side * aside[0], self.start[1] + side * aside[1]),
                (self.end[0] + side * aside[0], self.end[1] + side * aside[1]),
            )
            for side in (-1, 0, 1)
        )

    @property
    def ground(self) -> Box:
        """Around the band itself."""
        (x, y), (other_x, other_y) = self.start, self.end
        return Box(min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y)).grown(_HALF)


def band(
    stretch: Stretch,
    start: tuple[float, float],
    end: tuple[float, float],
    field: Box,
    size: float,
    taken: Sequence[Box],
    *,
    remark: str,
) -> Band | None:
    """Draw a stretch and write its name and `remark` beside it, where nothing `taken` stands.

    Nothing where it is too short to be seen or leads out of the field.
    """
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    length = hypot(dx, dy)
    if length < _LEAST or not field.holds(Box(*end, *end)):
        return None
    begin = (round(x + dx / length * _AWAY, 1), round(y + dy / length * _AWAY, 1))
    plain = Band(begin, end, *_sewn(begin, end))
    for name in wrappings(stretch.name, size, _WIDEST):
        lines = (*name, remark)
        width, height = max(text_width(line, size) for line in lines), len(lines) * size * LINE_HEIGHT
        for centre, top in _sides((x + dx * 0.55, y + dy * 0.55), height):
            box = Box(centre - width / 2, top, centre + width / 2, top + height)
            if field.holds(box) and not any(box.overlaps(other) for other in taken):
                rows = range(len(lines))
                return replace(
                    plain,
                    lines=lines,
                    baselines=tuple(round(top + (row * LINE_HEIGHT + 0.93) * size, 1) for row in rows),
                    x=round(centre, 1),
                    box=box,
                    lang=stretch.lang,
                )
    return plain


def _sewn(
    start: tuple[float, float], end: tuple[float, float]
) -> tuple[tuple[tuple[float, float], ...], tuple[float, float]]:
    """Sew along a line: give where the stitches begin, evenly from end to end, and what each is like."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy)
    if not length:
        return (), (0.0, 0.0)
    along, aside = (dx / length, dy / length), (-dy / length, dx / length)
    on, lean = _STITCH
    stitch = (on * along[0] + lean * aside[0], on * along[1] + lean * aside[1])
    count = int((length - on) // _STITCH_EVERY) + 1
    first = (length - (count - 1) * _STITCH_EVERY - on) / 2
    begins = (
        (
            round(start[0] + along[0] * at - aside[0] * lean / 2, 1),
            round(start[1] + along[1] * at - aside[1] * lean / 2, 1),
        )
        for at in (first + number * _STITCH_EVERY for number in range(count))
    )
    return tuple(begins), (round(stitch[0], 1), round(stitch[1], 1))


def _sides(middle: tuple[float, float], height: float) -> Iterator[tuple[float, float]]:
    """Yield where a name may stand, as its middle and its top: below, above, and somewhat aside."""
    for aside in (0, 20, -20, 40, -40, 60, -60):
        yield middle[0] + aside, middle[1] + _HALF + _GAP
        yield middle[0] + aside, middle[1] - _HALF - _GAP - height
