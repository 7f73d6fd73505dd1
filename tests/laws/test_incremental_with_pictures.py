"""With photos, share pictures and a search too, an edit makes what shows it, as a clean build would."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from site_builder.names import OutPath
from tests.support.changes import make_tiny_site
from tests.support.little_site import LittleSite, difference, tree_of
from tests.support.pictures import encoded, noisy

DEPAN = "content/shops/intako/depan.jpg"
TAS = "content/products/tas-1.md"
SHARES = {"share.png", "produk/share.png", "produk/tas-1/share.png", "toko/intako/share.png"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> LittleSite:
    """The tiny site with all of it, built."""
    site = make_tiny_site(tmp_path_factory.mktemp("pictures") / "project", with_search=True, with_shares=True)
    site.write(DEPAN, encoded(noisy((360, 270)), quality=90))
    site.build()
    return site


@pytest.fixture
def site(made: LittleSite) -> Iterator[LittleSite]:
    """The same, put back afterwards as it was."""
    before = tree_of(made.root / "content"), made.read("templates/share.svg")
    yield made
    shutil.rmtree(made.root / "content")
    for path, data in before[0].items():
        if not path.endswith("/"):
            made.write(f"content/{path}", data)
    made.write("templates/share.svg", before[1])


def rendered(site: LittleSite) -> dict[str, set[str]]:
    """Build; give what was made by its sort, after a look that it is what a clean build makes."""
    site_before = site.root.parent / "clean"
    paths = site.build().rendered_paths
    assert difference(site.tree(), site.build_clean(site_before)) == ""
    made: dict[str, set[str]] = {
        "photos": set(),
        "shares": set(),
        "search": set(),
        "pages": set(),
        "others": set(),
    }
    for path in paths:
        made[sort_of(path)].add(path)
    return made


def sort_of(path: OutPath) -> str:
    if path.startswith("assets/photos/"):
        return "photos"
    if path.endswith("share.png"):
        return "shares"
    if path.startswith("search/"):
        return "search"
    return "pages" if path.endswith(".html") else "others"


def test_a_replaced_photo_is_made_anew_and_so_is_the_share_picture_that_it_is_on(site: LittleSite) -> None:
    site.build()
    site.write(DEPAN, encoded(noisy((380, 270)), quality=90))
    made = rendered(site)
    assert made["photos"]
    assert all(path.startswith("assets/photos/shops/intako/depan.") for path in made["photos"])
    assert made["shares"] == {"toko/intako/share.png"}
    assert "toko/intako/index.html" in made["pages"]
    assert "produk/tas-1/index.html" not in made["pages"]


def test_a_renamed_photo_is_shown_under_its_new_address_only(site: LittleSite) -> None:
    site.build()
    (site.root / DEPAN).rename(site.root / "content/shops/intako/muka.jpg")
    site.replace("content/shops/intako.md", "intako/depan.jpg", "intako/muka.jpg")
    made = rendered(site)
    assert {path.partition(".")[0] for path in made["photos"]} == {"assets/photos/shops/intako/muka"}
    assert not any("depan" in path for path in site.tree())
    assert "toko/intako/index.html" in made["pages"]


def test_other_words_for_a_photo_encode_and_draw_nothing(site: LittleSite) -> None:
    site.build()
    site.replace(TAS, "teks_alt: Dari sisi", "teks_alt: Dari atas")
    made = rendered(site)
    assert (made["photos"], made["shares"]) == (set(), set())
    assert "produk/tas-1/index.html" in made["pages"]


def test_another_name_of_a_product_draws_its_share_picture_and_no_other(site: LittleSite) -> None:
    site.build()
    site.replace(TAS, "Tas Satu", "Tas Utama")
    made = rendered(site)
    assert made["shares"] == {"produk/tas-1/share.png"}
    assert made["photos"] == set()
    assert made["search"], "the new name is to be found"


def test_other_words_of_a_text_change_the_search_and_no_picture(site: LittleSite) -> None:
    site.build()
    site.replace(TAS, "Dijahit rapat", "Dianyam rapat")
    made = rendered(site)
    assert made["pages"] == {"produk/tas-1/index.html"}
    assert made["search"]
    assert (made["photos"], made["shares"]) == (set(), set())


def test_another_template_draws_all_share_pictures_and_renders_nothing_else(site: LittleSite) -> None:
    site.build()
    site.replace("templates/share.svg", "{% set scale = 2.7 %}", "{% set scale = 2.6 %}")
    made = rendered(site)
    assert made.pop("shares") == SHARES
    assert made == {"photos": set(), "search": set(), "pages": set(), "others": set()}


@pytest.mark.slow
def test_any_number_of_processes_gives_the_same_bytes(site: LittleSite, tmp_path: Path) -> None:
    """Two photos are worth a second process; of share pictures `tests/site/test_shares.py` has enough."""
    trees = []
    for jobs in (1, 4):
        options = replace(site.options(), output=tmp_path / str(jobs), use_cache=False, jobs=jobs)
        site.build(options)
        trees.append(tree_of(options.output))
    assert difference(*trees) == ""
