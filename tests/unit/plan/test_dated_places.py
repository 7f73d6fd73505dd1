from __future__ import annotations

import pytest
from msgspec.structs import replace

from site_builder.plan.dated_places import DatedPlaces, dated_places
from site_builder.plan.plan import make_plan
from site_builder.plan.tasks import PageTask
from site_builder.plan.views.bodies import BodyView, PathEmbed, WordsEmbed
from site_builder.plan.views.pages import FeedView, TextPageView
from site_builder.problems import Severity
from tests.unit.plan.plans import ID, entries_of, material_of

SHOP = "nama: Intako\njenis: toko\nkategori: [tas]\nalamat: Jalan 1\n"
PRODUCT = "nama: Tas\nkategori: tas\nbahan: [kulit]\n"


def places_of(files: dict[str, str]) -> DatedPlaces:
    """Give the places of these entries, all of which a date keeps from the site."""
    material = material_of([])
    dated = {(entry.kind, entry.id): entry for entry in entries_of(files)}
    return dated_places(replace(material.catalog, dated=dated), material.routes)


def test_without_dated_entries_nothing_is_lacking() -> None:
    assert not places_of({}).may_lack("shops/intako/")
    assert not places_of({}).may_lack("data/shops.csv")


@pytest.mark.parametrize(
    "path", ["shops/", "shops/intako/", "en/shops/", "shops/intako/intako.vcf", "data/shops.csv"]
)
def test_all_of_a_kind_may_be_lacking_where_one_entry_is_dated(path: str) -> None:
    assert places_of({"shops/intako.md": SHOP}).may_lack(path)


@pytest.mark.parametrize("path", ["", "en/", "products/", "places/x/", "intako/", "feed.xml", "css/site.css"])
def test_nothing_else_may_be_lacking(path: str) -> None:
    assert not places_of({"shops/intako.md": SHOP}).may_lack(path)


def test_an_entry_is_named_by_all_its_addresses() -> None:
    places = places_of({"pages/kami.md": "judul: Kami\nalias: [/siapa/]\nslug: tentang\n"})
    assert all(map(places.has_named, ("tentang/", "en/kami/", "siapa/", "en/siapa/")))
    assert places.may_lack("tentang/share.png")
    assert not places.has_named("tentang/share.png")


def test_lists_that_entries_of_another_kind_fill_may_be_lacking_too() -> None:
    assert places_of({"products/tas.md": PRODUCT}).may_lack("shops/export-ready/")
    assert places_of({"stories/a.md": "judul: A\ntanggal: 2020-01-01\n"}).may_lack("en/feed.xml")


def test_the_text_of_a_feed_leaves_words_as_the_page_does() -> None:
    stories = {"stories/a.md": "judul: A\ntanggal: 2020-01-01\n"}
    texts = {"stories/a.md": "Ke [toko](/shops/intako/), [lain](/stories/a/) dan [kertas](/shops/print/)."}
    material = material_of(entries_of(stories), texts, {ID: {}})
    dated = {(entry.kind, entry.id): entry for entry in entries_of({"shops/intako.md": SHOP})}
    plan, problems = make_plan(replace(material, catalog=replace(material.catalog, dated=dated)), ())
    told = [(problem.key, problem.severity) for problem in problems if problem.code == "link-missing"]
    assert told == [
        ("link-missing.dated", Severity.WARNING),
        ("link-missing.path-dated", Severity.WARNING),
    ]
    bodies: list[BodyView | None] = []
    for task in plan.tasks:
        if isinstance(task, PageTask) and isinstance(task.view, FeedView):
            bodies += [item.body for item in task.view.items]
        elif isinstance(task, PageTask) and task.out == "stories/a/index.html":
            assert not isinstance(task.view, TextPageView)
            bodies.append(getattr(task.view, "entry").body)  # noqa: B009  no matter which view
    words = WordsEmbed(None, is_address=True)
    left = [body.embeds for body in bodies if body is not None]
    assert left == [(words, PathEmbed("/stories/a/"), words)] * 2
