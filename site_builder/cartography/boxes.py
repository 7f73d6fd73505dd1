"""Rectangles on the drawing, and how wide a text will be there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias

from msgspec import Struct

Segment: TypeAlias = tuple[tuple[float, float], tuple[float, float]]
LINE_HEIGHT = 1.2
"""In font sizes."""
_NARROW = frozenset("iljtfrI.,:;'’|!()[] ·-/1")
_WIDE = frozenset("mwMW@%&—")
_LONG_WORD = 8
_MOST_LINES = 3
_JOINTS = re.compile(".+?(?:・|の|から|至|的|$)")
"""Where Japanese and Chinese names, which have no blanks, may go on in the next line."""


class Box(Struct, frozen=True):
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )

    def grown(self, by: float) -> Box:
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def crossed_by(self, start: tuple[float, float], end: tuple[float, float]) -> bool:
        """Whether a straight line passes through (Liang and Barsky's clipping)."""
        (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
        enters, leaves = 0.0, 1.0
        sides = ((-dx, x - self.left), (dx, self.right - x), (-dy, y - self.top), (dy, self.bottom - y))
        for step, room in sides:
            if step == 0:
                if room < 0:
                    return False
            elif step < 0:
                enters = max(enters, room / step)
            else:
                leaves = min(leaves, room / step)
        return enters <= leaves


@lru_cache(maxsize=4096)
def text_width(text: str, size: float) -> float:
    """Say how wide a line will be at most in the sans faces of common systems.

    A build has no fonts: these are widths of a generous face (Noto Sans, semibold), by kind of letter.
    """
    return size * sum(_letter_width(letter) for letter in text)


def _letter_width(letter: str) -> float:
    if letter in _NARROW:
        return 0.42 if letter not in "ilj.,:;'’|! " else 0.33
    if letter in _WIDE:
        return 0.98
    if ord(letter) >= 0x2E80:  # Han, kana, Hangul and full-width signs fill a square
        return 1.02
    return 0.74 if letter.isupper() else 0.63


def wrappings(text: str, size: float, widest: float) -> Iterator[tuple[str, ...]]:
    """Yield the text in one, two and three lines of like width, as far as they fit into `widest`.

    One that three lines can't hold is not tried: there are as many ways to break it as words in cube.
    """
    if text_width(text, size) > _MOST_LINES * widest + (_MOST_LINES - 1) * text_width(" ", size):
        return
    words, joint = text.split(" "), " "
    if len(words) == 1 and len(text) > _LONG_WORD:
        words, joint = _JOINTS.findall(text), ""
    for count in range(1, min(_MOST_LINES, len(words)) + 1):
        lines = min(_broken(tuple(words), count, joint), key=lambda lines: _widest(lines, size))
        if _widest(lines, size) <= widest:
            yield lines


def _widest(lines: Iterable[str], size: float) -> float:
    return max(text_width(line, size) for line in lines)


def _broken(words: tuple[str, ...], count: int, joint: str) -> Iterator[tuple[str, ...]]:
    if count == 1:
        yield (joint.join(words),)
        return
    for first in range(1, len(words) - count + 2):
        for rest in _broken(words[first:], count - 1, joint):
            yield (joint.join(words[:first]), *rest)
