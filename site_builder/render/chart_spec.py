"""A chart as a Vega-Lite specification; pure.

Nothing in it leaves room to whoever draws it: every size is given, no text is measured and no axis or
legend is made, so the drawing is the same wherever it is made. What belongs to the data, the length of bars
and the place of points, Vega-Lite works out on scales that always begin at zero.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

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
from site_builder.text import formats

Spec = dict[str, Any]
"""JSON for vl-convert; its form is Vega-Lite's."""

_EDGE = 2
_HATCH_STEP = 8
_STITCH = [7, 5]
_YEAR = re.compile(r"(?P<year>[0-9]{4})年?")
_TOP, _BOTTOM, _LEFT, _RIGHT = 44, 34, 22, 30
_SMALL = 15
_VALUE_GAP = 9
_RING = 6
_BOLD = 1.08
_LEAST_BARS = 60


def chart_spec(drawing: ChartDrawing) -> Spec:
    """Write the specification of a drawing."""
    layers = _bars(drawing) if drawing.kind == "bar" else _line(drawing)
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": WIDTH,
        "height": drawing.height,
        "autosize": {"type": "none", "contains": "padding"},
        "padding": 0,
        "background": None,
        "config": {
            "view": {"stroke": None},
            "font": "Liberation Sans",
            "text": {"color": drawing.colours.ink, "fontSize": TEXT, "baseline": "alphabetic"},
        },
        "layer": layers,
    }


def value_text(row: DrawnRow, lang: Lang) -> str:
    """Write a value as pages write it."""
    return formats.figure(row.value, row.unit, row.unit_name, Lang(lang))


def _layer(mark: str | Spec, values: list[Spec], **encoding: Spec) -> Spec:
    return {"data": {"values": values}, "mark": mark, "encoding": encoding}


def _at(field: str) -> Spec:
    """Place by pixels, which are counted here."""
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def _on(field: str, low: float, high: float, pixels: tuple[float, float]) -> Spec:
    """Place by value, on a scale."""
    scale = {"domain": [low, high], "range": list(pixels), "nice": False, "zero": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None}


def _second(field: str) -> Spec:
    return {"field": field}


def _said(field: str = "text") -> Spec:
    return {"field": field, "type": "nominal"}


def _domain(rows: tuple[DrawnRow, ...]) -> tuple[float, float]:
    """Give the range of all values: zero is always in it."""
    values = [Decimal(0)]
    for row in rows:
        values += [row.value.value, *row.others]
    low, high = float(min(values)), float(max(values))
    return (low, high) if low < high else (0.0, 1.0)


# --- bars -------------------------------------------------------------------------------------------


def _bars(drawing: ChartDrawing) -> list[Spec]:
    """Each bar is a strap with a seam, from zero on; its label stands above, its value where it ends."""
    colours, (low, high) = drawing.colours, _domain(drawing.rows)
    end = _bars_end(drawing, low, high)
    x = _on("value", low, high, (_EDGE, end))
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
    span = {"x2": _second("zero"), "y": _at("top"), "y2": _second("bottom")}
    outline = {"type": "rect", "filled": False, "stroke": colours.thread}
    seam = {
        "type": "rule",
        "color": colours.on_thread,
        "strokeWidth": 1.3,
        "strokeDash": _STITCH,
        "opacity": 0.8,
    }
    layers = [
        _layer({"type": "rect", "color": colours.thread}, bars[""], x=x, **span),
        _layer(seam, bars[""], x=x, x2=_second("zero"), y=_at("upper")),
        _layer(seam, bars[""], x=x, x2=_second("zero"), y=_at("lower")),
        _layer({**outline, "strokeWidth": 2, "strokeDash": _STITCH}, bars["calculated"], x=x, **span),
        _layer(
            {"type": "rule", "color": colours.thread, "strokeWidth": 1.5},
            hatches, x={**x, "field": "left"}, x2=_second("right"), y=_at("top"), y2=_second("bottom"),
        ),
        _layer({**outline, "strokeWidth": 1.5}, bars["uncertain"], x=x, **span),
        _layer(
            {"type": "rule", "color": colours.ink, "strokeWidth": 1.5},
            others, x={**x, "field": "value"}, x2=_second("other"), y=_at("middle"),
        ),
        _layer(
            {"type": "point", "filled": True, "fill": colours.paper, "stroke": colours.ink, "size": 90,
             "strokeWidth": 2, "opacity": 1},
            others, x={**x, "field": "other"}, y=_at("middle"),
        ),
        _layer(
            {"type": "rule", "color": colours.ink, "strokeWidth": 2},
            zeros,
            x=x, y=_at("top"), y2=_second("bottom"),
        ),
        _layer({"type": "text", "align": "left", "x": 0}, texts, y=_at("y"), text=_said()),
        _layer(
            {"type": "text", "align": "left", "fontWeight": 600},
            values, x=_at("x"), y=_at("y"), text=_said(),
        ),
        _layer(
            {"type": "text", "align": "center", "fontSize": _SMALL, "color": colours.soft},
            notes, x=_at("x"), y=_at("y"), text=_said(),
        ),
    ]  # fmt: skip
    return [layer for layer in layers if layer["data"]["values"]]


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
    half = text_width(text) * _SMALL / TEXT / 2
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


# --- lines ------------------------------------------------------------------------------------------


def _line(drawing: ChartDrawing) -> list[Spec]:
    """One thread through all points; years stand as far apart as they are."""
    colours, (low, high) = drawing.colours, _domain(drawing.rows)
    places = _places(drawing.rows)
    base = drawing.height - _BOTTOM
    x = _on("when", places[0], max(places[-1], places[0] + 1), (_LEFT, WIDTH - _RIGHT))
    y = _on("value", low, high, (base, _TOP))
    points: list[Spec] = [
        {"when": when, "value": float(row.value.value), "mark": row.mark}
        for when, row in zip(places, drawing.rows, strict=True)
    ]
    others: list[Spec] = [
        {"when": when, "value": float(row.value.value), "other": float(other)}
        for when, row in zip(places, drawing.rows, strict=True)
        for other in row.others
    ]
    pixels = [_pixel(point, places, low, high, base) for point in points]
    values = _value_labels(
        drawing, pixels, [_pixel({**o, "value": o["other"]}, places, low, high, base) for o in others]
    )
    dot = {
        "type": "point",
        "filled": True,
        "size": 110,
        "strokeWidth": 2.5,
        "opacity": 1,
        "stroke": colours.thread,
    }
    sure = [point for point in points if not point["mark"]]
    unsure = [point for point in points if point["mark"]]
    layers = [
        _layer(
            {"type": "rule", "color": colours.ink, "strokeWidth": 2},
            [{"value": 0, "left": 0, "right": WIDTH}], y=y, x=_at("left"), x2=_second("right"),
        ),
        _layer(
            {"type": "line", "color": colours.thread, "strokeWidth": 3, "strokeCap": "round",
             "strokeJoin": "round"},
            points, x=x, y=y,
        ),
        _layer(
            {"type": "rule", "color": colours.ink, "strokeWidth": 1.5},
            others, x=x, y=y, y2=_second("other"),
        ),
        _layer({**dot, "fill": colours.thread}, sure, x=x, y=y),
        _layer({**dot, "fill": colours.paper}, unsure, x=x, y=y),
        _layer(
            {**dot, "fill": colours.paper, "stroke": colours.ink, "size": 90, "strokeWidth": 2},
            others, x=x, y={**y, "field": "other"},
        ),
        _layer(
            {"type": "text", "fontWeight": 600, "align": "center"},
            values, x=_at("x"), y=_at("y"), text=_said(),
        ),
        _layer(
            {"type": "text", "fontSize": _SMALL, "color": colours.soft, "align": "center"},
            _time_labels(drawing.rows, pixels, base), x=_at("x"), y=_at("y"), text=_said(),
        ),
    ]  # fmt: skip
    return [layer for layer in layers if layer["data"]["values"]]


def _places(rows: tuple[DrawnRow, ...]) -> list[float]:
    """Read the labels as years in order; where they are not, points stand evenly."""
    found = [_YEAR.fullmatch("".join(row.lines)) for row in rows]
    years = [float(year["year"]) for year in found if year is not None]
    if len(years) == len(rows) and years == sorted(years):
        return years
    return [float(place) for place in range(len(rows))]


def _pixel(point: Spec, places: list[float], low: float, high: float, base: float) -> tuple[float, float]:
    width = WIDTH - _LEFT - _RIGHT
    x = _LEFT + (point["when"] - places[0]) / max(places[-1] - places[0], 1) * width
    return x, base - (point["value"] - low) / (high - low) * (base - _TOP)


_Box = tuple[float, float, float, float]


def _value_labels(
    drawing: ChartDrawing, pixels: list[tuple[float, float]], others: list[tuple[float, float]]
) -> list[Spec]:
    """Put each value above its point, or else below or beside it; where nothing is free the table must do."""
    taken: list[_Box] = [(x - 8, y - 8, x + 8, y + 8) for x, y in (*pixels, *others)]
    texts = [formats.quantity(row.value, drawing.lang) for row in drawing.rows]
    labels = []
    # The ends first: they are what a reader looks for.
    order = sorted(range(len(pixels)), key=lambda place: (place not in {0, len(pixels) - 1}, place))
    for place in order:
        (x, y), text = pixels[place], texts[place]
        width = text_width(text)
        spots = (
            (x, y - 13), (x, y + 26), (x + width / 2 + 11, y + 6), (x - width / 2 - 11, y + 6),
            (x, y + 44), (x, y - 31),
        )  # fmt: skip
        for wanted, foot in spots:
            centre = min(max(wanted, width / 2), WIDTH - width / 2)
            box = (centre - width / 2 - 1, foot - TEXT + 4, centre + width / 2 + 1, foot + 2)
            if box[3] < drawing.height - _BOTTOM and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                labels.append({"x": centre, "y": foot, "text": text})
                break
    return labels


def _time_labels(rows: tuple[DrawnRow, ...], pixels: list[tuple[float, float]], base: float) -> list[Spec]:
    """Write below the line when a point is; those that would run into another are left out."""
    taken: list[_Box] = []
    labels = []
    order = sorted(range(len(rows)), key=lambda place: (place not in {0, len(rows) - 1}, place))
    for place in order:
        text = " ".join(rows[place].lines)
        width = text_width(text) * _SMALL / TEXT
        centre = min(max(pixels[place][0], width / 2), WIDTH - width / 2)
        box = (centre - width / 2 - 5, base, centre + width / 2 + 5, base + LINE_HEIGHT)
        if not any(_overlap(box, other) for other in taken):
            taken.append(box)
            labels.append({"x": centre, "y": base + 22, "text": text})
    return labels


def _overlap(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
