"""The pages of the handbook within a site: whole, light, and in nobody's way."""

from __future__ import annotations

import re

from site_builder.handbook import read_handbook
from tests.support.links import fault_of, page_links
from tests.support.pages import Page
from tests.support.site import BuiltSite
from tests.support.verdict import expect_none
from tests.support.weight import weight_of

MOST_BYTES = 14_000
"""Of a page with the styles that the screen waits for, as for every other page."""


def handbook_of(site: BuiltSite) -> list[Page]:
    return [page for path, page in site.pages.items() if path.startswith("panduan/")]


def test_every_chapter_is_a_page(handbook_site: BuiltSite) -> None:
    addresses = {f"{chapter.address.strip('/')}/index.html" for chapter in read_handbook()}
    assert {page.path for page in handbook_of(handbook_site)} == addresses


def test_links_lead_somewhere_also_below_a_path(handbook_site: BuiltSite) -> None:
    expect_none(
        fault
        for page in handbook_of(handbook_site)
        for link in page_links(handbook_site, page)
        if (fault := fault_of(handbook_site, link))
    )


def test_each_page_comes_in_the_first_packets_and_runs_no_script(handbook_site: BuiltSite) -> None:
    for page in handbook_of(handbook_site):
        weight = weight_of(handbook_site, page)
        assert 0 < weight.of("page", "style") <= MOST_BYTES, weight
        assert weight.of("script") == 0
        assert not list(page.all("script")), page.path


def test_readers_go_from_the_first_page_through_every_chapter_to_the_last(handbook_site: BuiltSite) -> None:
    for start in ("panduan/index.html", "panduan/en/index.html"):
        seen = [start]
        while following := _following(handbook_site, handbook_site.pages[seen[-1]]):
            assert following not in seen
            seen.append(following)
        assert len(seen) == len(handbook_of(handbook_site)) // 2


def _following(site: BuiltSite, page: Page) -> str | None:
    links = [link for link in page.all("a") if "next" in link.words("rel")]
    return site.locate(site.resolve(page, links[0].get("href"))) if links else None


def test_nothing_of_the_site_leads_to_the_handbook_and_no_list_names_it(handbook_site: BuiltSite) -> None:
    assert all(page.is_noindex for page in handbook_of(handbook_site))
    naming = [
        path
        for path in sorted(handbook_site.files)
        if path.endswith((".html", ".xml", ".txt", ".json", ".js", ".webmanifest", "_headers", "_redirects"))
        and not path.startswith("panduan/")
        and re.search(r"/panduan/", handbook_site.text(path))
    ]
    assert naming == []
