"""Pins: one for each place, or one for several that would cover one another."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from site_builder.cartography.boxes import Box, text_width

PIN_HEIGHT = 22.0
PIN_GAP = 2.0
"""What is kept free between two pins."""
NUMBER_SIZE = 13.0
_RUNS_SHOWN = 3


class Spot(Struct, frozen=True):
    """A place on the drawing before pins are made."""

    number: int
    name: str
    mark: str
    """What it is: `station`, `shop`, …; one word for the style sheet."""
    x: float
    y: float
    is_here: bool = False
    """The place that the map is about."""
    lang: str = ""


class Pin(Struct, frozen=True):
    x: float
    """Of the middle."""
    y: float
    width: float
    text: str
    """The numbers: `1`, `1·2`, `4–9`."""
    spots: tuple[Spot, ...]

    @property
    def box(self) -> Box:
        half = self.width / 2
        return Box(self.x - half, self.y - PIN_HEIGHT / 2, self.x + half, self.y + PIN_HEIGHT / 2)

    @property
    def mark(self) -> str:
        """What all its places are, or `several`."""
        marks = {spot.mark for spot in self.spots}
        return marks.pop() if len(marks) == 1 else "several"

    @property
    def is_here(self) -> bool:
        return any(spot.is_here for spot in self.spots)


def place_pins(spots: Sequence[Spot], field: Box) -> tuple[Pin, ...]:
    """Make pins that touch neither one another nor the edge, ordered by their first numbers.

    Pins that would overlap become one in their middle. The number of pins falls with each step, so this ends.
    """
    pins = [_pin((spot,), field) for spot in spots]
    while True:
        pair = _first_overlap(pins)
        if pair is None:
            return tuple(sorted(pins, key=lambda pin: pin.spots[0].number))
        one, other = pair
        both = sorted((*pins[one].spots, *pins[other].spots), key=lambda spot: spot.number)
        pins = [pin for index, pin in enumerate(pins) if index not in pair]
        pins.append(_pin(tuple(both), field))


def _first_overlap(pins: Sequence[Pin]) -> tuple[int, int] | None:
    """Find two pins that overlap by a sweep from left to right."""
    boxes = [pin.box.grown(PIN_GAP / 2) for pin in pins]
    order = sorted(range(len(pins)), key=lambda index: (boxes[index].left, index))
    for place, index in enumerate(order):
        for other in order[place + 1 :]:
            if boxes[other].left >= boxes[index].right:
                break
            if boxes[index].overlaps(boxes[other]):
                return index, other
    return None


def _pin(spots: tuple[Spot, ...], field: Box) -> Pin:
    text = numbers_text([spot.number for spot in spots])
    width = max(PIN_HEIGHT, round(text_width(text, NUMBER_SIZE) + 10, 1))
    x = sum(spot.x for spot in spots) / len(spots)
    y = sum(spot.y for spot in spots) / len(spots)
    edge = PIN_GAP
    return Pin(
        x=min(max(x, field.left + width / 2 + edge), field.right - width / 2 - edge),
        y=min(max(y, field.top + PIN_HEIGHT / 2 + edge), field.bottom - PIN_HEIGHT / 2 - edge),
        width=width,
        text=text,
        spots=spots,
    )


def numbers_text(numbers: Sequence[int]) -> str:
    """Write rising numbers short: `1·2`, `4–9`, `1·4–9·12+3` (and three more)."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    texts = []
    for run in runs[:_RUNS_SHOWN]:
        dash = "·" if len(run) == 2 else "–"
        texts.append(str(run[0]) if len(run) == 1 else f"{run[0]}{dash}{run[-1]}")
    left = sum(len(run) for run in runs[_RUNS_SHOWN:])
    return "·".join(texts) + (f"+{left}" if left else "")
