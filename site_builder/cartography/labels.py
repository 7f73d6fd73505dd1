"""Puts names beside pins so that none covers another name, a pin or the edge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from site_builder.cartography.boxes import LINE_HEIGHT, Box, Segment, text_width, wrappings
from site_builder.cartography.pins import Pin

Names: TypeAlias = tuple[tuple[str, ...], ...]
"""What a label says: the names, each in its lines."""
Anchor: TypeAlias = Literal["start", "middle", "end"]

_START: Anchor = "start"
_MIDDLE: Anchor = "middle"
_END: Anchor = "end"

_GAP = 4.0
"""Between a pin and its name."""
_AIR = 1.5
"""Around a name."""
_WIDEST = 190.0
_WIDEST_OF_SEVERAL = (260.0, 190.0, 130.0)
"""Names that share a pin stand in one line each where that is not too long, else in two or three."""
_APART = 0.35
"""In font sizes, between names of several lines: so one sees where a name ends."""
_MOST_NAMES = 3
"""Of a pin for several places; with more of them its numbers must do."""
_ROUNDS = 12
_WRAPPED = 2.5
_CROSSED = 6.0
"""How many places further down the list of sides a line more, or a line of the map across it, is worth."""
_SIDES: tuple[tuple[int, int], ...] = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
"""Where a name may stand, best first: right, left, above, below, then the corners."""


class Label(Struct, frozen=True):
    pin: int
    """Which of the pins it names."""
    anchor: Anchor
    x: float
    baselines: tuple[float, ...]
    lines: tuple[str, ...]
    langs: tuple[str, ...]
    """Of each line; empty for the page's own language."""
    box: Box
    names: int
    """How many of the pin's places it names."""


def place_labels(
    pins: Sequence[Pin], field: Box, size: float, taken: Sequence[Box] = (), lines: Sequence[Segment] = ()
) -> tuple[Label, ...]:
    """Name as many pins as there is room for, in the order of `pins`; the others keep their number alone.

    The labels are placed one after the other, each where it does least harm. One that finds no place, or
    none for all its names, comes first in the next round, and the round that leaves fewest names out is
    kept. No chance is involved: the same pins always get the same labels.
    """
    blocked = [*(pin.box.grown(_AIR) for pin in pins), *taken]
    order = sorted(range(len(pins)), key=lambda index: (not pins[index].is_here, index))
    best: dict[int, Label] = {}
    for _ in range(_ROUNDS):
        found: dict[int, Label] = {}
        for index in order:
            boxes = [*blocked, *(label.box for label in found.values())]
            label = _best_place(index, pins[index], field, size, boxes, lines)
            if label is not None:
                found[index] = label
        if not best or _told(found) > _told(best):
            best = found
        missing = [
            index for index in order if index not in found or found[index].names < len(pins[index].spots)
        ]
        if not missing:
            break
        order = [*missing, *(index for index in order if index not in missing)]
    return tuple(best[index] for index in sorted(best))


def is_complete(pins: Sequence[Pin], labels: Sequence[Label]) -> bool:
    """Whether every place is named."""
    return sum(label.names for label in labels) == sum(len(pin.spots) for pin in pins)


def _told(found: Mapping[int, Label]) -> tuple[int, int]:
    """Count the names, and among as many the labels."""
    return sum(label.names for label in found.values()), len(found)


def _best_place(
    index: int, pin: Pin, field: Box, size: float, blocked: Sequence[Box], lines: Sequence[Segment]
) -> Label | None:
    """Choose among all that name every place of the pin; without any, among those that name its first."""
    for forms in _forms(pin, size):
        best: tuple[float, Label] | None = None
        for harm, label in _candidates(index, pin, size, forms):
            if best is not None and harm >= best[0]:
                continue
            if not field.holds(label.box) or any(label.box.overlaps(box) for box in blocked):
                continue
            all_harm = harm + _CROSSED * sum(label.box.crossed_by(*line) for line in lines)
            if best is None or all_harm < best[0]:
                best = (all_harm, label)
        if best is not None:
            return best[1]
    return None


def _candidates(index: int, pin: Pin, size: float, forms: Iterable[Names]) -> Iterator[tuple[float, Label]]:
    """Yield every form and place of a pin's label, with how much worse it is than the best."""
    for wrap, names in enumerate(forms):
        for rank, (right, down) in enumerate(_SIDES):
            yield rank + _WRAPPED * wrap, _label(index, pin, names, size, (right, down))


def _forms(pin: Pin, size: float) -> Iterator[list[Names]]:
    """Yield how a label may name all places of a pin, then how it may name the first of several."""
    if len(pin.spots) > _MOST_NAMES:
        return
    if len(pin.spots) > 1:
        forms = (
            tuple(next(wrappings(spot.name, size, widest), ()) for spot in pin.spots)
            for widest in _WIDEST_OF_SEVERAL
        )
        yield list(dict.fromkeys(form for form in forms if all(form)))
    # Better one name than none: the pin shows the other numbers.
    yield [(lines,) for lines in wrappings(pin.spots[0].name, size, _WIDEST)]


def _label(index: int, pin: Pin, names: Names, size: float, side: tuple[int, int]) -> Label:
    (right, down), beside = side, pin.box
    text = [line for name in names for line in name]
    apart = _APART * size if any(len(name) > 1 for name in names) else 0.0
    width = max(text_width(line, size) for line in text)
    height = len(text) * size * LINE_HEIGHT + (len(names) - 1) * apart
    gap = 0 if down else _GAP
    if right > 0:
        anchor, x, left = _START, beside.right + gap, beside.right + gap
    elif right < 0:
        anchor, x, left = _END, beside.left - gap, beside.left - gap - width
    else:
        anchor, x, left = _MIDDLE, pin.x, pin.x - width / 2
    top = pin.y - height / 2
    if down:
        top = beside.bottom + _GAP / 2 if down > 0 else beside.top - _GAP / 2 - height
    whose = [at for at, name in enumerate(names) for _ in name]
    return Label(
        pin=index,
        anchor=anchor,
        x=round(x, 1),
        baselines=tuple(
            round(top + (row * LINE_HEIGHT + 0.93) * size + at * apart, 1) for row, at in enumerate(whose)
        ),
        lines=tuple(text),
        langs=tuple(pin.spots[at].lang for at in whose),
        box=Box(left - _AIR, top, left + width + _AIR, top + height),
        names=len(names),
    )
