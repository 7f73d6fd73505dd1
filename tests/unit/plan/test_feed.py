"""A feed is there where there is something to follow, and links to it only there."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from site_builder.names import OutPath
from site_builder.plan.plan import Material, make_plan
from site_builder.plan.views.pages import FeedView
from tests.unit.plan.plans import EN, ID, entries_of, material_of, pages_of, view_of

STORY = "judul: Kabar\nringkasan: Kabar dari desa.\ntanggal: 2026-02-02\n"


def links(of: Material) -> dict[str, str | None]:
    return {lang: chrome.feed_url for lang, chrome in make_plan(of, ())[0].chromes.items()}


def test_a_language_with_stories_has_a_feed_that_is_as_new_as_the_newest() -> None:
    files = {"stories/a.md": STORY, "stories/b.md": STORY.replace("02-02", "03-03")}
    site = material_of(entries_of(files))
    feed = view_of(pages_of(site), "feed.xml", FeedView)
    assert ([item.published for item in feed.items], feed.updated) == (
        ["2026-03-03", "2026-02-02"],
        "2026-03-03",
    )
    assert links(site) == {ID: "/feed.xml", EN: None}
    assert OutPath("en/feed.xml") not in pages_of(site)


@pytest.mark.parametrize("stories", [{}, {"stories/a.md": f"{STORY}contoh: ya\n"}], ids=["none", "made up"])
def test_without_real_stories_there_is_neither_feed_nor_link(stories: dict[str, str]) -> None:
    site = material_of(entries_of(stories))
    assert links(site) == {ID: None, EN: None}
    assert not [out for out in pages_of(site) if out.endswith("feed.xml")]


def test_without_the_address_of_the_site_there_is_no_feed() -> None:
    site = material_of(entries_of({"stories/a.md": STORY}))
    site = replace(site, routes=replace(site.routes, origin=""))
    assert links(site) == {ID: None, EN: None}
    assert not [out for out in pages_of(site) if out.endswith("feed.xml")]
