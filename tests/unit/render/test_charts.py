from __future__ import annotations

import os
import re
import subprocess
import sys
from decimal import Decimal
from itertools import combinations
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from site_builder.model.values import Quantity
from site_builder.names import Lang
from site_builder.plan.drawings import (
    LINE_CHART_HEIGHT,
    TEXT,
    WIDTH,
    ChartDrawing,
    DrawnRow,
    bars_height,
    text_width,
)
from site_builder.plan.palette import PLAIN
from site_builder.render.chart_spec import chart_spec
from site_builder.render.charts import ChartFault, draw, plain_svg
from tests.support.programs import ROOT

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</text><script>alert(1)</script>&\"' =1+1 {{x}} datum.text"


def row(label: str, value: str, mark: Any = "", others: tuple[str, ...] = ()) -> DrawnRow:
    values = tuple(Decimal(other) for other in others)
    return DrawnRow((label,), Quantity(Decimal(value)), "orang", "orang", mark, values)


def bars(*rows: DrawnRow, lang: str = "id") -> ChartDrawing:
    return ChartDrawing("bar", Lang(lang), rows, bars_height(rows), PLAIN.light)


def line(*rows: DrawnRow) -> ChartDrawing:
    return ChartDrawing("line", Lang("id"), rows, LINE_CHART_HEIGHT, PLAIN.light)


def texts(svg: bytes) -> list[str]:
    return [element.text or "" for element in ET.fromstring(svg).iter(f"{SVG}text")]


def lengths(svg: bytes, colour: str = PLAIN.light.thread) -> list[float]:
    """Give the lengths of the filled bars."""
    paths = ET.fromstring(svg).iter(f"{SVG}path")
    found = (
        re.fullmatch(r"M[\d.]+,[\d.]+h([\d.]+)v.*", p.get("d", "")) for p in paths if p.get("fill") == colour
    )
    return [float(match[1]) for match in found if match]


def scales(spec: Any) -> list[list[float]]:
    """Give the domains of all scales."""
    channels = [layer["encoding"].get(name, {}) for layer in spec["layer"] for name in ("x", "y")]
    return [channel["scale"]["domain"] for channel in channels if channel.get("scale")]


def test_bars_are_as_long_as_their_values_from_zero() -> None:
    long, short = lengths(draw(bars(row("A", "400"), row("B", "100"))))
    assert long / short == pytest.approx(4, abs=0.01)


@pytest.mark.parametrize("values", [("4.16", "3.91"), ("0", "0"), ("-2", "5"), ("-2", "-1")])
def test_zero_is_on_every_scale_of_values(values: tuple[str, str]) -> None:
    one, other = values
    for drawing in (bars(row("A", one), row("B", other)), line(row("A", one), row("B", other))):
        values_scales = scales(chart_spec(drawing))[1 if drawing.kind == "line" else 0 :]
        assert any(low <= 0 <= high and low < high for low, high in values_scales)
        assert draw(drawing)


def test_values_are_written_as_the_reader_expects_them() -> None:
    usd = DrawnRow(("2018",), Quantity(Decimal("4.16")), "usd-billion", "", "", ())
    assert texts(draw(bars(usd))) == ["2018", "US$4,16 miliar"]
    assert texts(draw(bars(usd, lang="en"))) == ["2018", "US$4.16 billion"]
    assert texts(draw(bars(usd, lang="ja"))) == ["2018", "41.6億米ドル"]
    about = DrawnRow(("職人",), Quantity(Decimal(2500), approximate=True), "orang", "人", "", ())
    assert texts(draw(bars(about, lang="ja"))) == ["職人", "約2,500人"]


def test_what_is_not_sure_is_drawn_differently_and_another_value_has_a_ring() -> None:
    sure = draw(bars(row("A", "4")))
    calculated = draw(bars(row("A", "4", "calculated")))
    claimed = draw(bars(row("A", "4", "uncertain")))
    disputed = draw(bars(row("A", "4", others=("3",))))
    assert len({sure, calculated, claimed, disputed}) == 4
    assert (len(lengths(sure)), len(lengths(calculated)), len(lengths(claimed))) == (1, 0, 0)
    assert b"stroke-dasharray" in calculated
    assert claimed.count(b"<line") > sure.count(b"<line")
    assert PLAIN.light.paper.encode() in disputed.replace(PLAIN.light.on_thread.encode(), b"", 2)


def test_a_value_stands_after_its_bar_and_within_the_drawing() -> None:
    rows = [
        DrawnRow(("Jawa Barat",), Quantity(Decimal("22.76")), "usd-billion", "", "", ()),
        DrawnRow(("Jawa Timur",), Quantity(Decimal("14.26")), "usd-billion", "", "", (Decimal("15.2"),)),
    ]
    drawing = bars(*rows)
    svg = draw(drawing)
    [wide, _] = lengths(svg)
    [values] = [
        layer["data"]["values"]
        for layer in chart_spec(drawing)["layer"]
        if layer["mark"].get("fontWeight") == 600
    ]
    assert [value["text"] for value in values] == ["US$22,76 miliar", "US$14,26 miliar"]
    assert values[0]["x"] > wide
    assert all(value["x"] + text_width(value["text"]) <= WIDTH for value in values)
    assert "US$15,2 miliar" in texts(svg), "a ring without a number says nothing"


def test_years_stand_as_far_apart_as_they_are() -> None:
    svg = draw(line(row("1976", "27"), row("1986", "127"), row("2016", "300")))
    found = re.search(rb'd="M([\d.]+),[\d.]+L([\d.]+),[\d.]+L([\d.]+),', svg)
    assert found is not None
    first, second, third = (float(part) for part in found.groups())
    assert (third - first) / (second - first) == pytest.approx(4, abs=0.05)


def test_labels_of_a_line_do_not_run_into_each_other() -> None:
    rows = [row(str(year), str(year - 1700), others=("400",)) for year in range(2000, 2021)]
    labels: list[tuple[float, float, float, float]] = []
    for layer in chart_spec(line(*rows))["layer"]:
        if layer["mark"]["type"] == "text":
            size = layer["mark"].get("fontSize", TEXT)
            placed = [
                (value["x"], value["y"], text_width(value["text"]) * size / TEXT, size)
                for value in layer["data"]["values"]
            ]
            assert len(placed) > 1
            # Digits have no tail: a text reaches from its foot up by less than its size.
            labels += [(x - width / 2, y - 0.75 * size, x + width / 2, y) for x, y, width, size in placed]
    assert all(
        one[0] >= 0 and one[2] <= WIDTH and one[1] >= 0 and one[3] <= LINE_CHART_HEIGHT for one in labels
    )
    for one, other in combinations(labels, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)


def test_the_last_value_stands_beside_its_own_point_and_none_lies_across_the_thread() -> None:
    rows = [row("1976", "27"), row("2012", "311"), row("2017", "300", others=("393",))]
    rows += [row("2018", "276", others=("345",))]
    layers = chart_spec(line(*rows, row("2020", "287")))["layer"]
    placed = {
        value["text"]: (value["x"], value["y"])
        for layer in layers
        if layer["mark"]["type"] == "text" and "fontSize" not in layer["mark"]
        for value in layer["data"]["values"]
    }
    svg = ET.fromstring(draw(line(*rows, row("2020", "287"))))
    paths = (path.get("d", "") for path in svg.iter(f"{SVG}path") if path.get("fill") != PLAIN.light.thread)
    thread = next(path for path in paths if "L" in path)
    *_, (before_x, before_y), (last_x, last_y) = [
        (float(x), float(y)) for x, y in re.findall(r"([\d.]+),([\d.]+)", thread)
    ]
    x, y = placed["287"]
    assert x - text_width("287") / 2 > last_x
    assert y - TEXT < last_y < y
    assert placed["276"][0] == pytest.approx(before_x, abs=0.5)
    assert placed["276"][1] > before_y + 7
    assert "300" not in placed


@pytest.mark.parametrize("make", [bars, line])
def test_a_hostile_label_is_a_text_and_nothing_else(make: Any) -> None:
    svg = draw(make(row(HOSTILE, "3"), row("B", "4")))
    assert HOSTILE in texts(svg)
    assert b"<script" not in svg


def test_a_drawing_holds_shapes_and_texts_only() -> None:
    rows = (row("A", "4", others=("3",)), row("B", "2", "uncertain"), row("C", "1", "calculated"))
    for svg in (draw(bars(*rows)), draw(line(*rows))):
        tags = {element.tag.removeprefix(SVG) for element in ET.fromstring(svg).iter()}
        assert tags <= {"svg", "g", "path", "line", "text", "rect", "circle"}
        names = {name for element in ET.fromstring(svg).iter() for name in element.attrib}
        assert not names & {"id", "class", "style", "href", "role", "aria-label", "onload"}
        assert b"http" not in svg.replace(b"http://www.w3.org/2000/svg", b"")
        assert not re.search(rb"\d\.\d{3}", svg)
        assert b"system-ui" in svg


_DRAW = """
import sys
from tests.unit.render.test_charts import bars, draw, row
sys.stdout.buffer.write(draw(bars(row("A", "4", others=("3", "5")), row("B", "2", "uncertain"))))
"""


def test_the_same_drawing_has_the_same_bytes_in_every_process() -> None:
    made = {
        subprocess.run(
            [sys.executable, "-c", _DRAW],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("0", "UTC"), ("1", "Asia/Jakarta"))
    }
    assert made == {draw(bars(row("A", "4", others=("3", "5")), row("B", "2", "uncertain")))}


def test_what_does_not_belong_into_a_picture_is_dropped() -> None:
    svg = (
        f'<svg xmlns="{SVG[1:-1]}" onload="x()" width="4" height="4"><script>x()</script><style>a</style>'
        '<a href="https://example.org/"><text>a</text></a><path d="M0,0h1" fill="url(#a)" stroke="#000000"/>'
        '<text id="b" class="c">d</text></svg>'
    )
    assert plain_svg(svg) == (
        b'<svg width="4" height="4" xmlns="http://www.w3.org/2000/svg" font-family="system-ui,-apple-system,'
        b'&quot;Segoe UI&quot;,Roboto,&quot;Noto Sans&quot;,sans-serif"><path d="M0,0h1" stroke="#000000" />'
        b"<text>d</text></svg>"
    )


def test_a_drawing_that_is_none_is_a_fault() -> None:
    with pytest.raises(ChartFault):
        plain_svg("<html></html>")


@pytest.mark.parametrize("sign", ["\0", "\x07", "\x1b", "\x9f", "\ud800", "\uffff"])
def test_a_control_character_never_reaches_what_draws(sign: str) -> None:
    with pytest.raises(ChartFault, match=f"U\\+{ord(sign):04X}"):
        draw(bars(row(f"a{sign}b", "1")))
