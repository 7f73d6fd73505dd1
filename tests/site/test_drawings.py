"""The line drawings of the first site: one for everything that may lack a photo, all of one family."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jinja2
import pytest
import yaml
from PIL import Image

from tests.support.programs import ROOT
from tools.icons import FRAME, ICONS, IMAGES, Icon, favicon, mark_path

SVG = "{http://www.w3.org/2000/svg}"
SPRITES = {"lines.svg": 14_000, "hero.svg": 8_000}
"""Each with the bytes that it may take, compressed."""
SHOP_KINDS = ("cooperative", "wholesaler", "shop", "workshop")
THEMES = ("shopping", "culture-food", "learning")
GROUND = "M-200 92H", "H340"
"""How the line enters every drawing and leaves it."""


def categories() -> list[str]:
    words = yaml.safe_load((ROOT / "content/vocabulary.yaml").read_text(encoding="utf-8"))
    return list(words["kategori"])


def ids_of(kind: str) -> list[str]:
    files = sorted((ROOT / "content" / kind).glob("*.md"))
    return [file.stem for file in files if "." not in file.stem]


@cache
def macros() -> Any:
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(ROOT / "templates"), autoescape=True)
    environment.globals["asset"] = lambda name: f"/assets/{name}"
    return environment.get_template("macros/drawings.html").module


def drawing_of(kind: str, entry_id: str = "") -> str:
    return str(macros().drawing_name(kind, entry_id))


@cache
def symbols(file: str) -> dict[str, ET.Element]:
    return {symbol.attrib["id"]: symbol for symbol in ET.parse(IMAGES / file).getroot()}


def test_every_category_kind_of_shop_and_theme_has_a_drawing_of_its_own() -> None:
    kinds = [*categories(), *SHOP_KINDS, *THEMES]
    chosen = Counter(drawing_of(kind) for kind in kinds)
    assert [name for name, times in chosen.items() if times > 1] == []
    assert set(chosen) <= set(symbols("lines.svg"))


@pytest.mark.parametrize("kind", ["stories", "places", "events", "markets"])
def test_every_entry_has_a_drawing_that_says_what_it_is(kind: str) -> None:
    chosen = {one: drawing_of(kind, one) for one in ids_of(kind)}
    stopgap = drawing_of(kind, "xyz")
    assert chosen
    assert [one for one, name in chosen.items() if name == stopgap] == []
    assert set(chosen.values()) <= set(symbols("lines.svg"))


@pytest.mark.parametrize("kind", ["stories", "markets"])
def test_stories_and_markets_are_told_apart(kind: str) -> None:
    ids = ids_of(kind)
    assert len({drawing_of(kind, one) for one in ids}) == len(ids)


def test_neighbouring_shops_take_turns() -> None:
    assert drawing_of("shops", "toko-1") != drawing_of("shops", "toko-2")


def test_goods_have_a_shape_of_their_own_only_where_their_id_says_so() -> None:
    assert {drawing_of("dompet", f"contoh-dompet-0{number}") for number in range(10)} == {"wallet"}
    assert drawing_of("dompet", "contoh-dompet-paspor-06") == "cardholder"
    assert drawing_of("dompet", "long-wallet-02") == "purse"
    assert drawing_of("tas-wanita", "tas-ember-05") == drawing_of("tas-wanita", "tas-anyam-07") == "bag"
    assert drawing_of("koper", "koper-kabin") == "trolley"


def test_what_nobody_thought_of_has_a_drawing_too() -> None:
    unknown = {
        drawing_of(kind, "xyz")
        for kind in ("stories", "places", "events", "markets", "visits", "pages", "zzz")
    }
    assert unknown <= set(symbols("lines.svg"))
    assert drawing_of("golf-bags-for-children") == "golf"


def test_the_tables_and_the_sprite_name_the_same_drawings() -> None:
    tables = macros()
    by_kind = {name for turns in tables.drawings.values() for name in turns}
    by_shape = {name for shapes in tables.shapes.values() for name in shapes.values()}
    by_word = set(tables.drawings_by_word.values())
    fallen_back = set(tables.drawings_of_kinds.values())
    assert by_kind | by_shape | by_word | fallen_back == set(symbols("lines.svg"))


def test_the_scene_is_there_for_wide_screens_and_for_phones() -> None:
    shown = str(macros().horizon())
    assert set(re.findall(r"#([\w-]+)", shown)) == set(symbols("hero.svg")) == {"horizon", "horizon-phone"}


@pytest.mark.parametrize("file", SPRITES)
def test_a_sprite_holds_strokes_only(file: str) -> None:
    """Colour and weight come from the style sheet, so that one drawing fits light, dark and print."""
    root = ET.parse(IMAGES / file).getroot()
    ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids)) == len(root)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {"svg", "symbol", "path"}
    for symbol in root:
        assert (symbol.get("fill"), symbol.get("stroke")) == ("none", "currentColor")
    paths = [path.attrib for path in root.iter(f"{SVG}path")]
    assert {name for path in paths for name in path} <= {"d", "vector-effect"}


@pytest.mark.parametrize("file", SPRITES)
def test_a_sprite_is_small(file: str) -> None:
    assert len(gzip.compress((IMAGES / file).read_bytes(), 9)) <= SPRITES[file]


def test_drawings_side_by_side_stand_on_one_line() -> None:
    start, end = GROUND
    for name, symbol in symbols("lines.svg").items():
        [path] = symbol
        assert symbol.get("viewBox") == "0 0 140 100", name
        assert symbol.get("overflow") == "visible", name
        assert path.attrib["d"].startswith(start), name
        assert end in path.attrib["d"], name


def test_drawings_draw_themselves_only_for_those_who_like_motion() -> None:
    css = (ROOT / "assets/css/parts/trace.css").read_text(encoding="utf-8")
    still, asked, _ = css.partition("@media (prefers-reduced-motion: no-preference)")
    assert asked
    assert "animation:" not in still
    assert "::after" not in still, "without the animation nothing covers a drawing"


def test_a_drawing_is_one_path() -> None:
    """A browser styles and paints each path of a drawing, on each page and in each place where it stands."""
    assert {len(paths) for file in SPRITES for paths in symbols(file).values()} == {1}


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.file)
def test_icons_are_as_large_as_their_names_say(icon: Icon) -> None:
    path = IMAGES / icon.file
    with Image.open(path) as picture:
        assert picture.size == (icon.size_px, icon.size_px)
    said = re.search(r"\d+", Path(path).stem)
    assert said is None or int(said[0]) == icon.size_px


def test_the_icon_in_the_tab_is_the_mark_of_the_pages() -> None:
    mark = mark_path(FRAME.read_text(encoding="utf-8"))
    assert (IMAGES / "favicon.svg").read_text(encoding="utf-8") == favicon(mark), "run: python -m tools.icons"
