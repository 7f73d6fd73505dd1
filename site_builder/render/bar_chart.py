"""Bars with their labels, values and what other sources say; pure."""

from __future__ import annotations

from decimal import Decimal

from site_builder.model.values import Quantity
from site_builder.names import Lang
from site_builder.plan.drawings import (
    BAR_HEIGHT,
    LABEL_GAP,
    LINE_HEIGHT,
    OTHERS_HEIGHT,
    TEXT,
    WIDTH,
    ChartDrawing,
    DrawnRow,
    row_height,
    text_width,
)
from site_builder.render.chart_layers import SMALL, Spec, at, domain, layer, on_scale, said, second
from site_builder.text import formats

_EDGE = 2
_HATCH_STEP = 8
_STITCH = [7, 5]
_VALUE_GAP = 9
_RING = 6
_BOLD = 1.08
_LEAST_BARS = 60


def value_text(row: DrawnRow, lang: Lang) -> str:
    """Write a value as pages write it."""
    return formats.figure(row.value, row.unit, row.unit_name, Lang(lang))


def bars(drawing: ChartDrawing) -> list[Spec]:
    """Each bar is a strap with a seam, from zero on; its label stands above, its value where it ends."""
    colours, (low, high) = drawing.colours, domain(drawing.rows)
    end = _bars_end(drawing, low, high)
    x = on_scale("value", low, high, (_EDGE, end))
    texts: list[Spec] = []
    values: list[Spec] = []
    bars: dict[str, list[Spec]] = {"": [], "calculated": [], "uncertain": []}
    hatches: list[Spec] = []
    others: list[Spec] = []
    notes: list[Spec] = []
    zeros: list[Spec] = []
    top = 0
    for row in drawing.rows:
        for place, line in enumerate(row.lines):
            texts.append({"text": line, "y": top + (place + 1) * LINE_HEIGHT - 5})
        bar_top = top + max(1, len(row.lines)) * LINE_HEIGHT + LABEL_GAP
        value = float(row.value.value)
        values.append(
            {
                "text": value_text(row, drawing.lang),
                "x": _bar_pixel(_reach(row), low, high, end) + _room_before_value(row),
                "y": bar_top + BAR_HEIGHT / 2 + 6,
            }
        )
        bar = {
            "zero": 0, "value": value, "top": bar_top, "bottom": bar_top + BAR_HEIGHT,
            "upper": bar_top + 4.5, "lower": bar_top + BAR_HEIGHT - 4.5, "middle": bar_top + BAR_HEIGHT / 2,
        }  # fmt: skip
        bars[row.mark].append(bar)
        zeros.append({"value": 0, "top": bar_top - 4, "bottom": bar_top + BAR_HEIGHT + 4})
        if row.mark == "uncertain":
            hatches += _hatch(value, (high - low) / (end - _EDGE), bar_top)
        others += [{**bar, "other": float(other)} for other in row.others]
        notes += _other_values(drawing, row, [_bar_pixel(o, low, high, end) for o in row.others], bar_top)
        top += row_height(row)
    span = {"x2": second("zero"), "y": at("top"), "y2": second("bottom")}
    outline = {"type": "rect", "filled": False, "stroke": colours.thread}
    seam = {
        "type": "rule",
        "color": colours.on_thread,
        "strokeWidth": 1.3,
        "strokeDash": _STITCH,
        "opacity": 0.8,
    }
    layers = [
        layer({"type": "rect", "color": colours.thread}, bars[""], x=x, **span),
        layer(seam, bars[""], x=x, x2=second("zero"), y=at("upper")),
        layer(seam, bars[""], x=x, x2=second("zero"), y=at("lower")),
        layer({**outline, "strokeWidth": 2, "strokeDash": _STITCH}, bars["calculated"], x=x, **span),
        layer(
            {"type": "rule", "color": colours.thread, "strokeWidth": 1.5},
            hatches, x={**x, "field": "left"}, x2=second("right"), y=at("top"), y2=second("bottom"),
        ),
        layer({**outline, "strokeWidth": 1.5}, bars["uncertain"], x=x, **span),
        layer(
            {"type": "rule", "color": colours.ink, "strokeWidth": 1.5},
            others, x={**x, "field": "value"}, x2=second("other"), y=at("middle"),
        ),
        layer(
            {"type": "point", "filled": True, "fill": colours.paper, "stroke": colours.ink, "size": 90,
             "strokeWidth": 2, "opacity": 1},
            others, x={**x, "field": "other"}, y=at("middle"),
        ),
        layer(
            {"type": "rule", "color": colours.ink, "strokeWidth": 2},
            zeros,
            x=x, y=at("top"), y2=second("bottom"),
        ),
        layer({"type": "text", "align": "left", "x": 0}, texts, y=at("y"), text=said()),
        layer(
            {"type": "text", "align": "left", "fontWeight": 600},
            values, x=at("x"), y=at("y"), text=said(),
        ),
        layer(
            {"type": "text", "align": "center", "fontSize": SMALL, "color": colours.soft},
            notes, x=at("x"), y=at("y"), text=said(),
        ),
    ]  # fmt: skip
    return [one for one in layers if one["data"]["values"]]


def _reach(row: DrawnRow) -> Decimal:
    """Give how far to the right a row is drawn, with the rings of other sources."""
    return max(Decimal(0), row.value.value, *row.others)


def _room_before_value(row: DrawnRow) -> float:
    return _VALUE_GAP + (_RING if row.others and max(row.others) == _reach(row) else 0)


def _bars_end(drawing: ChartDrawing, low: float, high: float) -> float:
    """Say where the scale ends, so that every value has room after its bar."""
    ends: list[float] = [WIDTH - _EDGE - _RING]
    for row in drawing.rows:
        part = (float(_reach(row)) - low) / (high - low)
        room = WIDTH - _EDGE - _room_before_value(row) - text_width(value_text(row, drawing.lang)) * _BOLD
        if part > 0:
            ends.append(_EDGE + room / part)
    return max(_LEAST_BARS, min(ends))


def _bar_pixel(value: Decimal, low: float, high: float, end: float) -> float:
    return _EDGE + (float(value) - low) / (high - low) * (end - _EDGE)


def _other_values(drawing: ChartDrawing, row: DrawnRow, pixels: list[float], bar_top: float) -> list[Spec]:
    """Write below their rings what other sources say."""
    if not row.others:
        return []
    said = [
        formats.figure(Quantity(other), row.unit, row.unit_name, drawing.lang) for other in sorted(row.others)
    ]
    text = formats.list_comma(drawing.lang).join(said)
    half = text_width(text) * SMALL / TEXT / 2
    centre = min(max(sum(pixels) / len(pixels), half), max(WIDTH - half, half))
    return [{"text": text, "x": centre, "y": bar_top + BAR_HEIGHT + OTHERS_HEIGHT + 2}]


def _hatch(value: float, pixel: float, top: float) -> list[Spec]:
    """Fill a bar with slanting lines, cut at its edges; a pixel is so much of the scale."""
    left, right = min(0.0, value), max(0.0, value)
    width = (right - left) / pixel
    lines = []
    offset = _HATCH_STEP - BAR_HEIGHT
    while offset < width:
        start, end = max(0.0, offset), min(width, offset + BAR_HEIGHT)
        lines.append(
            {
                "left": left + start * pixel,
                "right": left + end * pixel,
                "top": top + BAR_HEIGHT - (start - offset),
                "bottom": top + BAR_HEIGHT - (end - offset),
            }
        )
        offset += _HATCH_STEP
    return lines
