"""How large a chart is drawn and how its labels break: known early, so that pages hold its place.

All sizes are those of a drawing that is 400 wide, which a phone of 360 px shows at 328: text of 16
is then 13 px, as small as it may be.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, TypeAlias

from msgspec import Struct

from site_builder.model.values import Quantity
from site_builder.names import Lang
from site_builder.plan.palette import Colours

WIDTH = 400
TEXT = 17
LINE_HEIGHT = 22
LABEL_GAP = 7
BAR_HEIGHT = 20
ROW_GAP = 22
OTHERS_HEIGHT = 16
"""For the values of other sources, which stand below the bar."""
LINE_CHART_HEIGHT = 260
_MOST_LINES = 4
_WIDE = 0x2E80
"""From here on signs are as wide as they are high: Chinese and Japanese."""

Mark: TypeAlias = Literal["", "calculated", "uncertain"]
"""How sure a value is: given by its source, worked out from others, or a claim that nobody backs."""


class DrawnRow(Struct, frozen=True):
    lines: tuple[str, ...]
    """The label, broken where it is wider than the drawing."""
    value: Quantity
    unit: str
    unit_name: str
    mark: Mark
    others: tuple[Decimal, ...]
    """What other sources say."""


class ChartDrawing(Struct, frozen=True):
    """All that a drawing depends on besides the program."""

    kind: Literal["bar", "line"]
    lang: Lang
    rows: tuple[DrawnRow, ...]
    height: int
    colours: Colours


def text_width(text: str) -> float:
    """Estimate how wide a text is, generously: what shows it has faces that nobody knows here."""
    return TEXT * sum(1.0 if ord(sign) >= _WIDE else 0.56 for sign in text)


def label_lines(label: str) -> tuple[str, ...]:
    """Break a label so that it fits above its bar."""
    lines: list[str] = []
    for word in _words(label):
        if lines and text_width(lines[-1] + word.rstrip()) <= WIDTH:
            lines[-1] += word
        else:
            lines.append(word)
    lines = [line.strip() for line in lines]
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1]}…"]
    return tuple(lines)


def bars_height(rows: tuple[DrawnRow, ...]) -> int:
    return sum(row_height(row) for row in rows) - ROW_GAP + 4


def row_height(row: DrawnRow) -> int:
    others = OTHERS_HEIGHT if row.others else 0
    return max(1, len(row.lines)) * LINE_HEIGHT + LABEL_GAP + BAR_HEIGHT + others + ROW_GAP


def _words(text: str) -> list[str]:
    """Part a text where a line may end: after a blank and between wide signs; never within a word."""
    parts: list[str] = []
    for sign in text:
        new = not parts or parts[-1][-1] == " " or ord(sign) >= _WIDE or ord(parts[-1][-1]) >= _WIDE
        if not parts or (new and sign not in " 、。，）」"):
            parts.append(sign)
        else:
            parts[-1] += sign
    return parts
