"""What charts are put together from: layers of marks, placed by pixels or on scales; pure."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from site_builder.plan.drawings import DrawnRow

Spec = dict[str, Any]
"""JSON for vl-convert; its form is Vega-Lite's."""

SMALL = 15
"""Pixels: the letters of what stands beside the labels."""


def layer(mark: str | Spec, values: list[Spec], **encoding: Spec) -> Spec:
    return {"data": {"values": values}, "mark": mark, "encoding": encoding}


def at(field: str) -> Spec:
    """Place by pixels, which are counted here."""
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def on_scale(field: str, low: float, high: float, pixels: tuple[float, float]) -> Spec:
    """Place by value, on a scale."""
    scale = {"domain": [low, high], "range": list(pixels), "nice": False, "zero": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None}


def second(field: str) -> Spec:
    return {"field": field}


def said(field: str = "text") -> Spec:
    return {"field": field, "type": "nominal"}


def domain(rows: tuple[DrawnRow, ...]) -> tuple[float, float]:
    """Give the range of all values: zero is always in it."""
    values = [Decimal(0)]
    for row in rows:
        values += [row.value.value, *row.others]
    low, high = float(min(values)), float(max(values))
    return (low, high) if low < high else (0.0, 1.0)
