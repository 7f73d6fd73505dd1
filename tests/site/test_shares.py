"""Share pictures of whole sites: there for every page, cached, the same at any number of processes."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.support.little_site import LittleSite, difference, make_little_site, tree_of
from tests.support.pictures import rgb_at
from tests.support.site import BuiltSite

MOST_BYTES = 60_000


@pytest.mark.slow
def test_every_page_names_a_picture_that_is_there(built_site: BuiltSite) -> None:
    named: set[str] = set()
    for page in built_site.full_pages:
        if "data-template" not in built_site.text(page.path) or page.template in SHEETS:
            continue
        metas = {element.get("property"): element.get("content") for element in page.all("meta")}
        path = built_site.locate(metas.get("og:image", ""))
        assert path is not None, page.path
        assert metas["og:image:alt"], page.path
        assert (metas["og:image:width"], metas["og:image:height"]) == ("1200", "630")
        named.add(path)
    pictures = {path for path in built_site.files if path.endswith("share.png")}
    assert named == pictures
    for path in sorted(pictures):
        data = (built_site.folder / path).read_bytes()
        assert Image.open(io.BytesIO(data)).size == (1200, 630), path
        assert len(data) <= MOST_BYTES, path


SHEETS = {"counter_card", "sticker_sheet", "printed_directory", "line_sheet"}
"""Pages for paper, which nobody shares."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> LittleSite:
    site = make_little_site(tmp_path_factory.mktemp("shares") / "project", with_shares=True)
    site.build()
    return site


def drawn(paths: tuple[str, ...]) -> list[str]:
    return sorted(path for path in paths if path.endswith("share.png"))


def test_a_second_build_draws_none(site: LittleSite) -> None:
    assert drawn(tuple(tree_of(site.output)))
    assert site.build().rendered == 0


def test_an_edit_draws_the_pictures_of_its_own_entry_only(site: LittleSite) -> None:
    site.build()
    site.replace("content/products/dompet-2.md", "Dompet Dua", "Dompet Kedua")
    assert drawn(site.build().rendered_paths) == ["produk/dompet-2/share.png"]


def test_an_edit_of_a_stylesheet_draws_none_and_one_of_the_template_draws_all(site: LittleSite) -> None:
    site.build()
    site.write("assets/css/99-late.css", "p{color:red}")
    assert drawn(site.build().rendered_paths) == []
    site.replace("templates/share.svg", 'stroke-width="5"', 'stroke-width="6"')
    assert drawn(site.build().rendered_paths) == drawn(tuple(tree_of(site.output)))


def test_a_colour_of_the_stylesheet_is_that_of_all_pictures(site: LittleSite) -> None:
    site.build()
    site.replace("assets/css/10-tokens.css", "--thread: #b5351c", "--thread: #a4240b")
    assert drawn(site.build().rendered_paths) == drawn(tuple(tree_of(site.output)))


def test_a_photo_is_on_the_picture_of_its_entry(site: LittleSite) -> None:
    site.build()
    red, green, blue = rgb_at(Image.open(site.output / "toko/intako/share.png"), (600, 200))
    assert red > green + 20 > blue + 20


@pytest.mark.slow
def test_any_number_of_processes_draws_the_same_bytes(tmp_path: Path) -> None:
    large = make_little_site(tmp_path / "project", products=300, with_shares=True)
    trees = []
    for jobs in ("1", "2"):
        output = tmp_path / jobs
        done = large.sentra("build", "--output", str(output), "--jobs", jobs, "--no-cache", seconds=500)
        assert done.returncode == 0, done.stderr
        trees.append({path: data for path, data in tree_of(output).items() if path.endswith(".png")})
    assert len(trees[0]) > 300
    assert difference(*trees) == ""
