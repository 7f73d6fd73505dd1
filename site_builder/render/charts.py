"""Draws a chart: Vega-Lite through vl-convert, then only what a picture needs of its SVG."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import vl_convert

from site_builder.plan.drawings import ChartDrawing
from site_builder.render.chart_spec import chart_spec

_SVG = "http://www.w3.org/2000/svg"
_FACES = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif'
_DRAWN = frozenset({"svg", "g", "path", "line", "text", "rect", "circle"})
_KEPT = frozenset(
    {
        "d", "dx", "dy", "fill", "fill-opacity", "font-size", "font-weight", "height", "opacity", "stroke",
        "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-width",
        "text-anchor", "transform", "viewBox", "width", "x", "x1", "x2", "y", "y1", "y2",
    }
)  # fmt: skip
_LONG = re.compile(r"-?[0-9]+\.[0-9]{3,}(?:e-[0-9]+)?")
_UNSAFE = re.compile(r"url\s*\(|javascript:|[<>]", re.IGNORECASE)

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Signs at which vl-convert ends the whole process. Content can hold none; this is the second gate."""


class ChartFault(Exception):
    """The chart could not be drawn."""


def draw(drawing: ChartDrawing) -> bytes:
    """Give the SVG: the same bytes on every machine, no script, no style, no name, nothing from elsewhere."""
    spec = chart_spec(drawing)
    for text in _texts(spec):
        if (sign := _CONTROL.search(text)) is not None:
            raise ChartFault(f"U+{ord(sign[0]):04X}")
    try:
        svg = vl_convert.vegalite_to_svg(spec, vl_version="6.4", allowed_base_urls=[])
    except ValueError as error:
        raise ChartFault(str(error).strip().partition("\n")[0]) from error
    return plain_svg(svg)


def _texts(value: object) -> Iterator[str]:
    """Give every text of a specification."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)


def plain_svg(svg: str) -> bytes:
    """Keep shapes and texts of a drawing and drop the rest: roles and labels are for charts within a page."""
    root = ET.fromstring(svg)  # noqa: S314  written by vl-convert a moment ago, without any entity
    kept = _kept(root)
    if kept is None or kept.tag != "svg":
        raise ChartFault("no <svg>")
    kept.set("xmlns", _SVG)
    kept.set("font-family", _FACES)
    return ET.tostring(kept, encoding="unicode").encode()


def _short(value: str) -> str:
    """Round to hundredths of a pixel: the rest of a float is noise."""
    return _LONG.sub(lambda found: f"{float(found[0]):.2f}".rstrip("0").rstrip("."), value)


def _kept(element: ET.Element) -> ET.Element | None:
    tag = element.tag.removeprefix(f"{{{_SVG}}}")
    if tag not in _DRAWN or element.get("display") == "none":
        return None
    copy = ET.Element(tag)
    for name, value in element.attrib.items():
        if name in _KEPT and not _UNSAFE.search(value) and not (tag == "g" and value == "translate(0,0)"):
            copy.set(name, _short(value.removesuffix("px") if name == "font-size" else value))
    if tag == "text":
        copy.text = "".join(element.itertext())
        return copy
    for child in element:
        inner = _kept(child)
        if inner is not None:
            copy.append(inner)
    if tag == "g":
        if len(copy) == 0:
            return None
        if not copy.attrib and len(copy) == 1:
            return copy[0]
    if tag == "path" and not copy.get("d"):
        return None
    if tag == "path" and not ({"fill", "stroke"} & copy.attrib.keys()):
        return None
    return copy
