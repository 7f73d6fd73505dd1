from __future__ import annotations

from collections.abc import Mapping

from site_builder.names import OutPath
from site_builder.plan.former import vanished_pages
from site_builder.plan.plan import make_plan
from site_builder.plan.tasks import TextTask
from tests.unit.plan.plans import entries_of, material_of

SHOP = "nama: Intako\njenis: toko\nkategori: [tas]\nalamat: Jalan 1\n"


def redirects(files: Mapping[str, str]) -> dict[str, str]:
    """Give where each former address leads; nothing may be at fault."""
    plan, problems = make_plan(material_of(entries_of(files)), ())
    assert problems == ()
    (file,) = (task for task in plan.tasks if isinstance(task, TextTask) and task.out == "_redirects")
    lines = (line.split() for line in file.text.splitlines())
    return {source: target for source, target, _ in lines}


def test_a_former_address_leads_on_in_every_language() -> None:
    assert redirects({"shops/intako.md": f"{SHOP}alias: [/shops/lama/]\n"}) == {
        "/shops/lama/": "/shops/intako/",
        "/en/shops/lama/": "/en/shops/intako/",
    }
    assert redirects({"pages/pesan.md": "judul: Pesan\nalias: [/memesan/]\n"}) == {
        "/memesan/": "/pesan/",
        "/en/memesan/": "/en/pesan/",
    }


def test_an_address_that_no_entry_of_this_kind_can_have_had_leads_on_by_itself() -> None:
    for alias in ("/lama.html", "/a/b/c/", "/products/lama/"):
        assert redirects({"shops/intako.md": f"{SHOP}alias: [{alias}]\n"}) == {alias: "/shops/intako/"}


def test_a_former_address_in_a_language_leads_to_the_page_in_that_language() -> None:
    assert redirects({"shops/intako.md": f"{SHOP}alias: [/en/shops/tas-mawar/]\n"}) == {
        "/en/shops/tas-mawar/": "/en/shops/intako/"
    }


def test_where_something_lies_in_the_other_language_it_stays() -> None:
    files = {
        "pages/a.md": "judul: A\nslug: {id: a, en: b}\n",
        "pages/c.md": "judul: C\nalias: [/b/, /d/]\n",
        "pages/e.md": "judul: E\nalias: [/en/d/]\n",
    }
    assert redirects(files) == {"/b/": "/c/", "/d/": "/c/", "/en/d/": "/en/e/"}


def test_of_pages_that_have_gone_those_that_no_editor_wrote_are_not_told() -> None:
    routes = material_of(entries_of({"shops/intako.md": SHOP})).routes
    gone = (
        "pesan",
        "shops/intako",
        "cari",
        "shops/cetak",
        "products/daftar-dagang",
        "en/pesan",
        "shops/halaman/2",
    )
    before = [OutPath(f"{address}/index.html") for address in gone]
    kept = [OutPath("shops/intako/index.html")]
    assert vanished_pages(before, kept, routes) == ("pesan/index.html",)
