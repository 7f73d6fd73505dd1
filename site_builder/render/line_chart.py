"""One thread through points in time, with values that do not run into each other; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from math import hypot

from site_builder.plan.drawings import LINE_HEIGHT, TEXT, WIDTH, ChartDrawing, DrawnRow, text_width
from site_builder.render.chart_layers import SMALL, Spec, at, domain, layer, on_scale, said, second
from site_builder.text import formats

_YEAR = re.compile(r"(?P<year>[0-9]{4})年?")
_TOP, _BOTTOM, _LEFT, _RIGHT = 44, 34, 22, 50
"""On the right there is room for the last value beside its point."""
_STRIDE_PX = 6


def line(drawing: ChartDrawing) -> list[Spec]:
    """One thread through all points; years stand as far apart as they are."""
    colours, (low, high) = drawing.colours, domain(drawing.rows)
    places = _places(drawing.rows)
    base = drawing.height - _BOTTOM
    x = on_scale("when", places[0], max(places[-1], places[0] + 1), (_LEFT, WIDTH - _RIGHT))
    y = on_scale("value", low, high, (base, _TOP))
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
        layer(
            {"type": "rule", "color": colours.ink, "strokeWidth": 2},
            [{"value": 0, "left": 0, "right": WIDTH}], y=y, x=at("left"), x2=second("right"),
        ),
        layer(
            {"type": "line", "color": colours.thread, "strokeWidth": 3, "strokeCap": "round",
             "strokeJoin": "round"},
            points, x=x, y=y,
        ),
        layer(
            {"type": "rule", "color": colours.ink, "strokeWidth": 1.5},
            others, x=x, y=y, y2=second("other"),
        ),
        layer({**dot, "fill": colours.thread}, sure, x=x, y=y),
        layer({**dot, "fill": colours.paper}, unsure, x=x, y=y),
        layer(
            {**dot, "fill": colours.paper, "stroke": colours.ink, "size": 90, "strokeWidth": 2},
            others, x=x, y={**y, "field": "other"},
        ),
        layer(
            {"type": "text", "fontWeight": 600, "align": "center"},
            values, x=at("x"), y=at("y"), text=said(),
        ),
        layer(
            {"type": "text", "fontSize": SMALL, "color": colours.soft, "align": "center"},
            _time_labels(drawing.rows, pixels, base), x=at("x"), y=at("y"), text=said(),
        ),
    ]  # fmt: skip
    return [one for one in layers if one["data"]["values"]]


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
    taken: list[_Box] = [(x - 7, y - 7, x + 7, y + 7) for x, y in (*pixels, *others)]
    taken += [box for start, end in pairwise(pixels) for box in _along(start, end)]
    texts = [formats.quantity(row.value, drawing.lang) for row in drawing.rows]
    labels = []
    # The ends first: they are what a reader looks for.
    order = sorted(range(len(pixels)), key=lambda place: (place not in {0, len(pixels) - 1}, place))
    for place in order:
        (x, y), text = pixels[place], texts[place]
        width = text_width(text)
        spots = (
            (x, y - 13), (x + width / 2 + 11, y + 6), (x, y + 26), (x - width / 2 - 11, y + 6),
            (x, y - 31),
        )  # fmt: skip
        for wanted, foot in spots:
            centre = min(max(wanted, width / 2), WIDTH - width / 2)
            box = (centre - width / 2 - 1, foot - TEXT + 4, centre + width / 2 + 1, foot + 2)
            if box[3] < drawing.height - _BOTTOM and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                labels.append({"x": centre, "y": foot, "text": text})
                break
    return labels


def _along(start: tuple[float, float], end: tuple[float, float]) -> Iterator[_Box]:
    """Cover the thread between two points: no value may lie across it."""
    (x, y), (to_x, to_y) = start, end
    steps = max(1, int(hypot(to_x - x, to_y - y) / _STRIDE_PX))
    for step in range(1, steps):
        at_x, at_y = x + (to_x - x) * step / steps, y + (to_y - y) * step / steps
        yield at_x - 2, at_y - 2, at_x + 2, at_y + 2


def _time_labels(rows: tuple[DrawnRow, ...], pixels: list[tuple[float, float]], base: float) -> list[Spec]:
    """Write below the line when a point is; those that would run into another are left out."""
    taken: list[_Box] = []
    labels = []
    order = sorted(range(len(rows)), key=lambda place: (place not in {0, len(rows) - 1}, place))
    for place in order:
        text = " ".join(rows[place].lines)
        width = text_width(text) * SMALL / TEXT
        centre = min(max(pixels[place][0], width / 2), WIDTH - width / 2)
        box = (centre - width / 2 - 5, base, centre + width / 2 + 5, base + LINE_HEIGHT)
        if not any(_overlap(box, other) for other in taken):
            taken.append(box)
            labels.append({"x": centre, "y": base + 22, "text": text})
    return labels


def _overlap(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
