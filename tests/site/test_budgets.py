"""Budgets of a little site: weighed once, told at every build, refused when strict."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

import site_builder.weights
from site_builder.names import Digest, OutPath
from site_builder.problems import ContentRefused
from site_builder.render.loads import FileWeight, file_weight
from site_builder.store.database import Store
from tests.support.little_site import BASE_URL, LittleSite, make_little_site
from tests.support.site import BuiltSite
from tests.support.weight import sent_bytes, weight_of

ONE_DIGEST = 40
"""Letters; a weight is kept by those of the program and of the output."""


@pytest.fixture
def site(tmp_path: Path) -> LittleSite:
    site = make_little_site(tmp_path / "project")
    set_budgets(site, "batas_bobot: {beranda: {jumlah: 5 kB}}")
    return site


def set_budgets(site: LittleSite, text: str) -> None:
    site.write("content/site.yaml", f"{site.read('content/site.yaml')}{text}\n")


def test_a_page_past_its_budget_is_told_by_every_build_at_the_same_place(site: LittleSite) -> None:
    first = site.build()
    assert [(problem.key, problem.at.path) for problem in first.problems] == [
        ("budget.total-many", "content/site.yaml")
    ]
    again = site.build()
    assert (again.rendered, again.problems, again.heaviest) == (0, first.problems, first.heaviest)
    assert first.heaviest


def test_a_strict_build_publishes_nothing_that_is_past_a_budget(site: LittleSite) -> None:
    with pytest.raises(ContentRefused) as refused:
        site.build(replace(site.options(), strict=True))
    assert [problem.key for problem in refused.value.problems] == ["budget.total-many"]
    assert not site.is_published("index.html")


def test_a_site_without_budgets_is_not_weighed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_builder.render.pages.page_loads", lambda _data: pytest.fail("weighed"))
    assert make_little_site(tmp_path / "project").build().heaviest == ()


def test_an_edit_weighs_the_edited_page_only(site: LittleSite, monkeypatch: pytest.MonkeyPatch) -> None:
    site.build()
    read: list[OutPath] = []
    weigh = file_weight
    monkeypatch.setattr(
        site_builder.weights, "page_loads", lambda _data: pytest.fail("a page that did not change")
    )

    def noted(out: OutPath, data: bytes) -> FileWeight:
        read.append(out)
        return weigh(out, data)

    monkeypatch.setattr(site_builder.weights, "file_weight", noted)
    site.replace("content/products/dompet-1.md", "Enam tempat kartu.", "Tujuh tempat kartu.")
    assert site.build().heaviest
    assert read == []


def test_an_edit_writes_the_weight_of_what_it_changed_only(
    site: LittleSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.build()
    rows: list[bytes] = []
    put = Store.put

    def noted(store: Store, key: Digest, data: bytes) -> None:
        if len(key) > ONE_DIGEST:
            rows.append(data)
        put(store, key, data)

    monkeypatch.setattr(Store, "put", noted)
    site.replace("content/products/dompet-1.md", "Enam tempat kartu.", "Tujuh tempat kartu.")
    made = site.build().rendered_paths
    assert 0 < len(rows) <= len(made)


def test_budgets_set_later_weigh_what_is_published_and_render_nothing(tmp_path: Path) -> None:
    site = make_little_site(tmp_path / "project")
    site.build()
    set_budgets(site, "budgets: {home: {total: 5 kB}}")
    late = site.build()
    assert (late.rendered, [problem.key for problem in late.problems]) == (0, ["budget.total-many"])


def test_a_check_gives_the_weight_of_every_page_as_a_browser_would_fetch_it(site: LittleSite) -> None:
    unbuilt = json.loads(site.sentra("check", "--format", "json").stdout)["weights"]
    site.build()
    told = json.loads(site.sentra("check", "--format", "json").stdout)["weights"]
    # A check makes no photos, so before the first build they weigh nothing, and it says so.
    without_photos = {"images": 0, "total": 0, "not_weighed": 0}
    assert [one | without_photos for one in told] == [one | without_photos for one in unbuilt]
    pairs = list(zip(unbuilt, told, strict=True))
    assert {one["not_weighed"] for one in told} == {0}
    assert any(before["not_weighed"] for before in unbuilt)
    assert all((before["images"] < one["images"]) == (before["not_weighed"] > 0) for before, one in pairs)
    made = BuiltSite(site.output, BASE_URL)
    by_page = {one["page"]: one for one in told}
    pages = {page.path: page for page in made.full_pages}
    assert by_page.keys() == {"/" + path.removesuffix("index.html") for path in pages}
    for path, page in pages.items():
        weight, one = weight_of(made, page), by_page["/" + path.removesuffix("index.html")]
        assert one["html"] == sent_bytes(made, path)
        assert one["css"] == weight.of("style")
        assert one["javascript"] == weight.of("script")
        assert one["html_and_css"] == one["html"] + one["css"]
