"""Puts names beside pins so that none covers another name, a pin or the edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from site_builder.cartography.boxes import LINE_HEIGHT, Box, text_width, wrappings
from site_builder.cartography.pins import Pin

Segment: TypeAlias = tuple[tuple[float, float], tuple[float, float]]
Anchor: TypeAlias = Literal["start", "middle", "end"]

_START: Anchor = "start"
_MIDDLE: Anchor = "middle"
_END: Anchor = "end"

_GAP = 4.0
"""Between a pin and its name."""
_AIR = 1.5
"""Around a name."""
_WIDEST = 190.0
_WIDEST_OF_SEVERAL = 260.0
_MOST_NAMES = 3
"""Of a pin for several places; with more of them its numbers must do."""
_ROUNDS = 12
_WRAPPED = 2.5
_CROSSED = 6.0
"""How many places further down the list of sides a line more, or a line of the map across it, is worth."""
_SIDES: tuple[tuple[int, int], ...] = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
"""Where a name may stand, best first: right, left, above, below, then the corners."""


@dataclass(frozen=True, slots=True)
class Label:
    pin: int
    """Which of the pins it names."""
    anchor: Anchor
    x: float
    baselines: tuple[float, ...]
    lines: tuple[str, ...]
    langs: tuple[str, ...]
    """Of each line; empty for the page's own language."""
    box: Box


def place_labels(
    pins: Sequence[Pin], field: Box, size: float, taken: Sequence[Box] = (), lines: Sequence[Segment] = ()
) -> tuple[Label, ...]:
    """Name as many pins as there is room for, in the order of `pins`; the others keep their number alone.

    The names are placed one after the other, each where it does least harm. When one finds no place it
    comes first in the next round, and the round that leaves fewest names out is kept. No chance is
    involved: the same pins always get the same labels.
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
        if len(found) > len(best) or not best:
            best = found
        missing = [index for index in order if index not in found]
        if not missing:
            break
        order = [*missing, *(index for index in order if index in found)]
    return tuple(best[index] for index in sorted(best))


def _best_place(
    index: int, pin: Pin, field: Box, size: float, blocked: Sequence[Box], lines: Sequence[Segment]
) -> Label | None:
    best: tuple[float, Label] | None = None
    for harm, label in _candidates(index, pin, size):
        if best is not None and harm >= best[0]:
            continue
        if not field.holds(label.box) or any(label.box.overlaps(box) for box in blocked):
            continue
        all_harm = harm + _CROSSED * sum(label.box.crossed_by(*line) for line in lines)
        if best is None or all_harm < best[0]:
            best = (all_harm, label)
    return None if best is None else best[1]


def _candidates(index: int, pin: Pin, size: float) -> Iterator[tuple[float, Label]]:
    """Yield every form and place of a pin's label, with how much worse it is than the best."""
    for wrap, text in enumerate(_texts(pin, size)):
        for rank, (right, down) in enumerate(_SIDES):
            yield rank + _WRAPPED * wrap, _label(index, pin, text, size, (right, down))


def _texts(pin: Pin, size: float) -> Iterator[tuple[str, ...]]:
    """Yield what a label may say: one name in one to three lines, or several names below one another."""
    if len(pin.spots) == 1:
        yield from wrappings(pin.spots[0].name, size, _WIDEST)
    elif len(pin.spots) <= _MOST_NAMES:
        # One line each: names in two lines would not show where one ends.
        names = tuple(spot.name for spot in pin.spots)
        if max(text_width(name, size) for name in names) <= _WIDEST_OF_SEVERAL:
            yield names
        # Better one name than none: the pin shows the other numbers.
        yield from wrappings(pin.spots[0].name, size, _WIDEST)


def _label(index: int, pin: Pin, text: tuple[str, ...], size: float, side: tuple[int, int]) -> Label:
    (right, down), beside = side, pin.box
    width, height = max(text_width(line, size) for line in text), len(text) * size * LINE_HEIGHT
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
    names = [spot.name for spot in pin.spots]
    langs = [spot.lang for spot in pin.spots] if list(text) == names else [pin.spots[0].lang] * len(text)
    return Label(
        pin=index,
        anchor=anchor,
        x=round(x, 1),
        baselines=tuple(round(top + (row * LINE_HEIGHT + 0.93) * size, 1) for row in range(len(text))),
        lines=text,
        langs=tuple(langs),
        box=Box(left - _AIR, top, left + width + _AIR, top + height),
    )
