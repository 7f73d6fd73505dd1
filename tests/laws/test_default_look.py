"""A site of content alone, or with some files of the look, is built like one that has a copy of it all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from site_builder import freshness
from site_builder.defaults import LOOK_FOLDERS, OWN_LOOK
from site_builder.explained import explained
from tests.support.little_site import LittleSite, make_little_site
from tests.support.programs import ROOT

BASE = "templates/base.html"
SHOP = "templates/shop_page.html"
STYLE = "assets/css/parts/shops.css"
SHOPS = ("intako", "mekar")


@pytest.fixture
def look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A default look that may be changed: without search and share pictures, which take long."""
    site = make_little_site(tmp_path / "look")
    shutil.rmtree(site.root / "content")
    monkeypatch.setattr(freshness, "default_root", lambda: site.root)
    return site.root


@pytest.fixture
def site(look: Path, tmp_path: Path) -> LittleSite:
    made = make_little_site(tmp_path / "project")
    for folder in LOOK_FOLDERS:
        shutil.rmtree(made.root / folder)
    return made


def test_it_is_the_same_site_byte_for_byte(site: LittleSite, tmp_path: Path) -> None:
    whole = make_little_site(tmp_path / "whole")
    assert (whole.root / OWN_LOOK).is_file()
    assert site.build_clean(tmp_path / "a") == whole.build_clean(tmp_path / "b")


def test_an_unchanged_build_renders_nothing(site: LittleSite) -> None:
    assert site.build().rendered > 0
    again = site.build()
    assert (again.rendered, again.outputs) == (0, again.reused)


def test_a_default_template_that_changes_renders_its_pages_and_no_others(
    site: LittleSite, look: Path, tmp_path: Path
) -> None:
    """Also when it has the same size and times, as files of another version's wheel may have."""
    site.build()
    file = look / SHOP
    seen, text = file.stat(), file.read_text("utf-8")
    file.write_text(text.replace("class=", "cLass=", 1), "utf-8")
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    rendered = site.build().rendered_paths
    assert set(rendered) == {
        f"{start}{slug}/index.html" for start in ("toko/", "en/shops/") for slug in SHOPS
    }
    assert site.explain("toko/intako/")["last_rendered_because"] == SHOP
    assert site.build_clean(tmp_path / "clean") == site.tree()


def test_a_file_of_the_project_takes_the_place_of_a_default_one_and_gives_it_back(
    site: LittleSite, look: Path, tmp_path: Path
) -> None:
    site.build()
    first = site.tree()
    assert site.explain("toko/intako/")["template"] == "shop_page.html"
    text = (look / SHOP).read_text("utf-8")
    site.write(SHOP, text.replace("class=", "cLass=", 1))
    site.write(STYLE, f"{(look / STYLE).read_text('utf-8')}\n.mine {{color: red}}\n")
    assert site.build().rendered > 0
    assert "cLass=" in site.published("toko/intako/index.html")
    assert any(b".mine" in data for name, data in site.tree().items() if name.endswith(".css"))
    assert site.tree() == site.build_clean(tmp_path / "clean")
    site.remove(SHOP)
    site.remove(STYLE)
    site.build()
    assert site.tree() == first


def test_explain_says_which_templates_are_the_projects_and_where_the_others_lie(site: LittleSite) -> None:
    site.write(SHOP, (ROOT / SHOP).read_text("utf-8"))
    site.build()
    templates = site.explain("toko/intako/")["templates"]
    assert isinstance(templates, list)
    assert SHOP in templates
    assert str(ROOT / BASE) in templates


def test_explain_tells_a_template_of_the_default_look_by_its_place_and_once(site: LittleSite) -> None:
    site.build()
    lines = [line.strip() for line in explained(site.explain("toko/intako/"), "en").splitlines()]
    assert [line for line in lines if SHOP in line] == [f"template: {ROOT / SHOP}"]


def test_the_file_of_a_look_of_its_own_keeps_the_default_one_away(site: LittleSite) -> None:
    site.build()
    site.write(OWN_LOOK, "")
    done = site.sentra("check")
    assert done.returncode == 1
    assert "error[template-missing]" in done.stderr
