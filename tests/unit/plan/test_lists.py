from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from msgspec.structs import replace

from site_builder.model.catalog import AnyEntry
from site_builder.model.localized import Shown
from site_builder.names import EntryId, Kind, UrlPath
from site_builder.plan.finder import SCRIPT
from site_builder.plan.plan import make_plan
from site_builder.plan.tasks import PageTask
from site_builder.plan.views.pages import (
    EntryListView,
    HomePageView,
    MapPageView,
    MarketPageView,
    ProductListView,
    ProductPageView,
    ShopListView,
    ShopPageView,
    StoryPageView,
)
from site_builder.plan.views.parts import TermCount
from tests.unit.plan.plans import EN, ID, entries_of, material_of, pages_of, view_of

SHOP = "nama: {name}\njenis: toko\nkategori: [tas]\nalamat: Jalan 1\n{rest}"
PRODUCT = "nama: {name}\nkategori: tas\nbahan: [kulit]\n{rest}"
STORY = "judul: {name}\ntanggal: 2020-01-01\ntag: [sejarah]\n"
MARKET = "nama: Jepang\nnegara: JP\n"
IN_INDONESIAN = {ID: {"Products": "Produk", "Shops": "Toko", "Stories": "Cerita", "Markets": "Pasar"}}


def shop(name: str, rest: str = "") -> dict[str, str]:
    return {f"shops/{name}.md": SHOP.format(name=name, rest=rest)}


def product(name: str, rest: str = "") -> dict[str, str]:
    return {f"products/{name}.md": PRODUCT.format(name=name, rest=rest)}


def counts(view: ProductListView | ShopListView, facet: str) -> tuple[TermCount, ...]:
    """Give the words of one facet of a list; none where the list has not that facet."""
    return next((one.counts for one in view.facets if one.name == facet), ())


def many(entry: AnyEntry, count: int) -> list[AnyEntry]:
    """Copy an entry under as many ids."""
    return [replace(entry, id=EntryId(f"{entry.id}-{number}")) for number in range(count)]


def test_samples_are_neither_shown_nor_counted_beside_the_real_products_of_a_shop() -> None:
    files = shop("intako") | shop("contoh")
    files |= product("asli", "toko: intako\nsiap_ekspor: ya\n")
    files |= product("a-contoh", "toko: intako\ncontoh: ya\nsiap_ekspor: ya\n")
    files |= product("b-contoh", "toko: contoh\ncontoh: ya\n") | {"markets/jp.md": MARKET}
    pages = pages_of(material_of(entries_of(files), words=IN_INDONESIAN))
    real = view_of(pages, "shops/intako/index.html", ShopPageView)
    assert ([card.id for card in real.products], real.product_count) == (["asli"], 1)
    samples = view_of(pages, "shops/contoh/index.html", ShopPageView)
    assert ([card.id for card in samples.products], samples.product_count) == (["b-contoh"], 1)
    market = view_of(pages, "markets/jp/index.html", MarketPageView)
    assert [card.id for card in market.ordering.products] == ["asli"]
    listed = view_of(pages, "products/index.html", ProductListView)
    assert (listed.pagination.total, listed.pagination.samples) == (3, 2)
    assert [(count.term.id, count.count) for count in counts(listed, "category")] == [("tas", 1)]


def test_the_categories_of_samples_take_turns() -> None:
    files = product("asli")
    for name in ("dompet-1", "dompet-2", "tas-1", "tas-2"):
        made = product(f"contoh-{name}", "contoh: ya\n")
        files |= {
            path: text.replace("kategori: tas", f"kategori: {name[:-2]}") for path, text in made.items()
        }
    pages = pages_of(material_of(entries_of(files), words=IN_INDONESIAN))
    listed = view_of(pages, "products/index.html", ProductListView)
    shown = [card.id for card in (*listed.lines, *listed.products)]
    assert shown == ["asli", "contoh-dompet-1", "contoh-tas-1", "contoh-dompet-2", "contoh-tas-2"]


def test_the_pages_of_a_list_leave_no_gap_of_one() -> None:
    entries = [entry for one in entries_of(shop("toko")) for entry in many(one, 45)]
    pages = pages_of(material_of(entries, words=IN_INDONESIAN))
    near = [
        [page.number for page in view_of(pages, path, ShopListView).pagination.near]
        for path in ("shops/index.html", "shops/halaman/2/index.html")
    ]
    assert near == [[1, 2, 5], [1, 2, 3, 4, 5]]


def test_a_word_counts_nothing_where_nothing_real_is_listed() -> None:
    files = product("a", "contoh: ya\n") | product("b", "contoh: ya\n")
    pages = pages_of(material_of(entries_of(files), words=IN_INDONESIAN))
    listed = view_of(pages, "products/index.html", ProductListView)
    assert [count.count for count in counts(listed, "category")] == [0]
    assert not listed.head.is_indexable


@pytest.mark.parametrize(
    ("villages", "expected"),
    [
        (["Kedensari", "kedensari", "KEDENSARI"], {"kedensari": ("Kedensari", 3)}),
        (["Kali Tengah", "kali-tengah"], {"kali-tengah": ("Kali Tengah", 2)}),
        (["'***'", "Kludan"], {"kludan": ("Kludan", 1)}),
    ],
)
def test_villages_are_grouped_by_their_address(
    villages: list[str], expected: dict[str, tuple[str, int]]
) -> None:
    files: dict[str, str] = {}
    for number, village in enumerate(villages):
        files |= shop(f"toko-{number}", f"desa: {village}\n")
    pages = pages_of(material_of(entries_of(files), words=IN_INDONESIAN))
    listed = view_of(pages, "shops/index.html", ShopListView)
    assert {c.term.id: (c.term.name.text, c.count) for c in counts(listed, "village")} == expected
    for slug, (name, count) in expected.items():
        view = view_of(pages, f"shops/desa/{slug}/index.html", ShopListView)
        assert (view.heading.text, len(view.shops)) == (name, count)


def test_a_list_made_for_want_of_a_page_is_in_the_trail_and_named_by_the_interface() -> None:
    pages = pages_of(material_of(entries_of(product("a")), words=IN_INDONESIAN))
    trail = view_of(pages, "products/a/index.html", ProductPageView).head.breadcrumbs
    assert [(link.url, link.name.text) for link in trail] == [("/", "Home"), ("/products/", "Produk")]
    assert [link.name.is_fallback for link in trail] == [True, False]
    root = view_of(pages, "products/index.html", ProductListView)
    assert (root.entry, root.heading.text, len(root.head.breadcrumbs)) == (None, "Produk", 1)
    assert view_of(pages, "index.html", HomePageView).sections == {"products": "/products/"}


def test_a_word_of_the_interface_that_nobody_translated_stays_english() -> None:
    pages = pages_of(material_of(entries_of(product("a"))))
    assert view_of(pages, "products/index.html", ProductListView).heading == Shown("Products", EN, True)


def test_a_story_leads_to_its_neighbours_in_time_and_then_to_those_without_one() -> None:
    periods = {"a": "2006", "b": "1939", "c": "", "d": "196X", "e": "1961"}
    files = {
        f"stories/{name}.md": STORY.format(name=name) + (f"periode: {period}\n" if period else "")
        for name, period in periods.items()
    }
    pages = pages_of(material_of(entries_of(files), words=IN_INDONESIAN))
    seen = {name: view_of(pages, f"stories/{name}/index.html", StoryPageView) for name in "bdeac"}
    around = [
        (view.earlier.id if view.earlier else "", view.later.id if view.later else "")
        for view in seen.values()
    ]
    assert around == [("", "d"), ("b", "e"), ("d", "a"), ("e", "c"), ("a", "")]


def test_stories_stand_in_the_order_of_their_beginnings() -> None:
    periods = {"a": "1976/1980", "b": "1976-03", "c": "197X", "d": "1976", "e": "1977"}
    files = {
        f"stories/{name}.md": STORY.format(name=name) + f"periode: {period}\n"
        for name, period in periods.items()
    }
    home = view_of(pages_of(material_of(entries_of(files))), "index.html", HomePageView)
    assert [card.period for card in home.stories] == ["197X", "1976", "1976/1980", "1976-03", "1977"]


EVENTS = {
    f"events/{name}.md": f"nama: {name}\nmulai: {starts}\n{rest}"
    for name, starts, rest in (
        ("lama", "2008-05-01", ""),
        ("baru-lewat", "2026-02-05", "selesai: 2026-02-08\n"),
        ("berjalan", "2026-10-30 09.00", "selesai: 2026-11-01\n"),
        ("nanti", "2027-02-05", ""),
        ("contoh", "2026-11-20", "contoh: ya\n"),
        ("segera", "2026-12-01", ""),
    )
}


def test_events_to_come_stand_first_and_home_names_the_next() -> None:
    material = material_of(entries_of(EVENTS))
    pages = pages_of(replace(material, today="2026-11-01"))
    listed = view_of(pages, "events/index.html", EntryListView)
    assert [(card.id, card.is_past) for card in listed.entries] == [
        ("berjalan", False),
        ("contoh", False),
        ("segera", False),
        ("nanti", False),
        ("baru-lewat", True),
        ("lama", True),
    ]
    home = view_of(pages, "index.html", HomePageView)
    assert home.next_event is not None
    assert home.next_event.id == "berjalan"
    home = view_of(pages_of(replace(material, today="2028-01-01")), "index.html", HomePageView)
    assert home.next_event is None


def test_a_cancelled_event_stays_in_the_list_marked_and_is_never_the_next() -> None:
    off = {"events/segera.md": "nama: segera\nmulai: 2026-11-02\ndibatalkan: ya\n"}
    pages = pages_of(replace(material_of(entries_of(EVENTS | off)), today="2026-11-02"))
    listed = view_of(pages, "events/index.html", EntryListView)
    assert [(card.id, card.is_cancelled) for card in listed.entries][:3] == [
        ("segera", True),
        ("contoh", False),
        ("nanti", False),
    ]
    home = view_of(pages, "index.html", HomePageView)
    assert home.next_event is not None
    assert home.next_event.id == "nanti"


def test_a_page_changes_on_the_day_that_changes_what_it_shows_and_on_no_other() -> None:
    material = material_of(entries_of(EVENTS))
    first, second, third = (
        {out: task.view for out, task in pages_of(replace(material, today=day)).items()}
        for day in ("2026-11-02", "2026-12-01", "2026-12-02")
    )
    changed = {out for out in second if second[out] != third[out]}
    assert {out for out in first if first[out] != second[out]} == {
        "events/index.html", "en/events/index.html",
    }  # fmt: skip
    assert changed == {"index.html", "en/index.html", "events/index.html", "en/events/index.html"}


def test_home_tells_one_story_large_and_all_in_the_order_of_time() -> None:
    files = {
        "stories/a.md": STORY.format(name="a") + "periode: 2006\n",
        "stories/b.md": STORY.format(name="b") + "periode: 1939\nurutan: 1\n",
        "stories/c.md": STORY.format(name="c"),
        "stories/d.md": STORY.format(name="d") + "periode: 1900\nurutan: 0\ncontoh: ya\n",
    }
    home = view_of(pages_of(material_of(entries_of(files))), "index.html", HomePageView)
    assert home.feature is not None
    assert (home.feature.id, [card.id for card in home.stories]) == ("b", ["b", "a"])


def test_home_shows_a_few_real_shops_and_samples_only_where_there_is_no_other() -> None:
    samples = {path: text for n in range(9) for path, text in shop(f"contoh-{n}", "contoh: ya\n").items()}
    real = {path: text for n in range(9) for path, text in shop(f"asli-{n}").items()}
    for files, shown in (
        (samples | real, [f"asli-{n}" for n in range(6)]),
        (samples, [f"contoh-{n}" for n in range(3)]),
    ):
        home = view_of(pages_of(material_of(entries_of(files))), "index.html", HomePageView)
        assert [card.id for card in home.shops] == shown


def calls_of(action: Callable[[], object]) -> int:
    """Count how often any function is called, and any generator asked for its next item."""
    count = 0

    def note(_frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        action()
    finally:
        sys.setprofile(before)
    return count


def test_the_work_grows_with_the_number_of_entries_not_with_its_square() -> None:
    at = "lokasi: {lintang: -7.5, bujur: 112.7}\n"
    files = {"stories/c.md": STORY.format(name="c"), "places/t.md": f"nama: T\nalamat: Jalan 2\n{at}"}
    files |= product("p", "toko: s\n") | shop("s", f"desa: Kludan\n{at}")
    sheet, section = entries_of(
        {"pages/peta.md": "judul: Peta\ntemplat: map\n", "pages/kunjungi.md": "judul: K\ntemplat: visit\n"}
    )
    place, one_product, one_shop, story = sorted(entries_of(files), key=lambda entry: entry.kind)

    def work(count: int) -> int:
        copies = (copy for one in (one_product, one_shop, story, place) for copy in many(one, count))
        material = material_of([one_shop, sheet, section, *copies], words=IN_INDONESIAN)
        material = replace(material, assets={SCRIPT: UrlPath("/assets/js/finder.js")})
        return calls_of(lambda: make_plan(material, ()))

    plan, _ = make_plan(replace(material_of([one_shop, sheet, place]), assets={SCRIPT: UrlPath("/f.js")}), ())
    views = [task.view for task in plan.tasks if isinstance(task, PageTask)]
    assert any(isinstance(view, MapPageView) and view.map for view in views)
    assert [task for task in plan.tasks if task.out.startswith("data/finder/")]
    assert work(800) < 4.4 * work(200)


def test_kinds_are_listed_only_where_there_are_entries() -> None:
    pages = pages_of(material_of(entries_of(product("a")), words=IN_INDONESIAN))
    roots = {out for out in pages if out.count("/") == 1 and not out.startswith("en/")}
    assert roots == {f"{Kind.PRODUCTS}/index.html"}


def test_a_list_of_stories_goes_from_the_earliest_to_those_without_a_time() -> None:
    files = {f"stories/{name}.md": STORY.format(name=name) for name in "cd"}
    files |= {"stories/a.md": STORY.format(name="a") + "periode: 2006\n"}
    files |= {"stories/b.md": STORY.format(name="b") + "periode: 196X\n"}
    pages = pages_of(material_of(entries_of(files)))
    shown = view_of(pages, "stories/index.html", EntryListView).entries
    assert [card.id for card in shown] == ["b", "a", "c", "d"]
