"""A chart as a Vega-Lite specification; pure.

Nothing in it leaves room to whoever draws it: every size is given, no text is measured and no axis or
legend is made, so the drawing is the same wherever it is made. What belongs to the data, the length of bars
and the place of points, Vega-Lite works out on scales that always begin at zero.
"""

from __future__ import annotations

from site_builder.plan.drawings import TEXT, WIDTH, ChartDrawing
from site_builder.render.bar_chart import bars
from site_builder.render.chart_layers import Spec
from site_builder.render.line_chart import line


def chart_spec(drawing: ChartDrawing) -> Spec:
    """Write the specification of a drawing."""
    layers = bars(drawing) if drawing.kind == "bar" else line(drawing)
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
