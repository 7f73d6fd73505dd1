from __future__ import annotations

from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from site_builder.names import Lang, OutPath, UrlPath
from site_builder.plan import search_page
from site_builder.plan.plan import Material, make_plan
from site_builder.plan.search import SCRIPT
from site_builder.plan.tasks import PageTask, TextTask
from site_builder.plan.views.search import FoundText, SearchPageView, SearchRecord
from tests.unit.plan.plans import EN, ID, entries_of, material_of

SHOP = "nama: Intako\njenis: koperasi\nkategori: [tas]\nalamat: Jl. Utama 1\ndesa: Kedensari"
PRODUCT = "nama: Tas Jinjing\ntoko: intako\nkategori: tas\nbahan: [kulit]\nharga: 250.000"
FILES = {
    "shops/intako.md": SHOP,
    "products/jinjing.md": PRODUCT,
    "products/contoh.md": f"{PRODUCT.replace('Jinjing', 'Karangan')}\ncontoh: ya",
    "places/candi.md": "nama: Candi Pari\nringkasan: Candi dari bata.\nalamat: Desa Candi Pari",
    "pages/beranda.md": "judul: Beranda\ntemplat: home",
    "pages/kontak.md": "judul: Kontak",
}
PLAIN = {path: f"{text}\n" for path, text in FILES.items()}


def material(files: Mapping[str, str] = FILES, texts: Mapping[str, str] | None = None) -> Material:
    made = material_of(entries_of({path: f"{text}\n" for path, text in files.items()}), texts)
    return replace(made, assets={SCRIPT: UrlPath("/assets/js/search.js")})


def records(lang: Lang, of: Material) -> dict[str, SearchRecord]:
    plan, problems = make_plan(of, ())
    assert problems == ()
    (index,) = (index for index in plan.indexes if index.lang == lang)
    return {record.card.name.text: record for record in index.records}


def pages(of: Material) -> dict[OutPath, SearchPageView]:
    tasks = make_plan(of, ())[0].tasks
    found = (task for task in tasks if isinstance(task, PageTask))
    return {task.out: task.view for task in found if isinstance(task.view, SearchPageView)}


def test_all_real_entries_are_found_and_nothing_else() -> None:
    assert records(ID, material()).keys() == {"Intako", "Tas Jinjing", "Candi Pari", "Kontak"}


def test_of_a_cancelled_event_that_is_said_in_the_place_of_its_venue() -> None:
    event = "nama: Pekan\nmulai: 2027-05-01\ntempat_acara: Balai Desa"
    for line, note in (("", "Balai Desa"), ("\ndibatalkan: ya", "Cancelled")):
        record = records(EN, material({"events/pekan.md": f"{event}{line}"}))["Pekan"]
        assert record.card.note is not None
        assert record.card.note.text == note
        assert "Balai Desa" in record.words


def test_a_product_is_found_by_its_category_material_and_shop() -> None:
    record = records(EN, material())["Tas Jinjing"]
    assert record.words == ("Bags", "Leather", "Intako")
    assert record.filters == (
        ("kind", "Products"),
        ("category", "Bags"),
        ("material", "Leather"),
        ("shop", "Intako"),
    )


def test_a_made_up_shop_is_not_named_where_its_real_product_is_found() -> None:
    files = FILES | {"shops/intako.md": f"{SHOP}\ncontoh: ya"}
    of = records(ID, material(files))
    record = of["Tas Jinjing"]
    assert "Intako" not in of
    assert record.card.note is None
    assert record.words == ("Tas", "Kulit")
    assert "shop" not in dict(record.filters)


def test_a_shop_is_found_by_what_it_makes_and_where_it_lies_and_under_its_own_name() -> None:
    record = records(ID, material())["Intako"]
    assert record.words == ("Tas", "Intako", "Jl. Utama 1", "Kedensari")
    assert ("shop", "Intako") in record.filters


def test_a_result_shows_price_shop_and_drawing() -> None:
    card = records(ID, material())["Tas Jinjing"].card
    assert (card.url, card.price, card.drawing) == ("/products/jinjing/", ("Rp250.000",), ("tas", "jinjing"))
    assert card.note == FoundText("Intako", "")
    assert records(ID, material())["Intako"].card.price == ()


def test_what_falls_back_says_its_language() -> None:
    assert records(EN, material())["Tas Jinjing"].card.name == FoundText("Tas Jinjing", "id")


def test_the_text_is_named_and_what_it_leads_to_is_in_words() -> None:
    texts = {"pages/kontak.md": "Lihat [[shop:intako]] dan [[product:jinjing|tas kami]]."}
    record = records(ID, material(texts=texts))["Kontak"]
    assert record.body is not None
    assert record.fills == ("Intako", "tas kami")


def test_an_edit_of_one_language_leaves_the_indexes_of_others_alone() -> None:
    before = make_plan(material(), ())[0].indexes
    after = make_plan(material(texts={"pages/kontak.en.md": "Write to us."}), ())[0].indexes
    same = [one == other for one, other in zip(before, after, strict=True)]
    assert [index.lang for index in before] == [ID, EN]
    assert same == [True, False]


def test_a_site_without_the_script_has_no_search_and_a_policy_without_webassembly() -> None:
    plan, _ = make_plan(material_of(entries_of(PLAIN)), ())
    (headers,) = (task for task in plan.tasks if task.out == "_headers")
    assert isinstance(headers, TextTask)
    assert plan.indexes == ()
    assert {chrome.search_url for chrome in plan.chromes.values()} == {None}
    assert "wasm" not in headers.text + plan.chromes[ID].csp_meta
    assert not [task for task in plan.tasks if task.out.startswith("cari/")]


def test_a_site_with_a_search_lets_scripts_compile_webassembly_and_nothing_else_more() -> None:
    with_search, _ = make_plan(material(), ())
    without, _ = make_plan(material_of(entries_of(PLAIN)), ())
    policy = with_search.chromes[ID].csp_meta
    assert policy.replace(" 'wasm-unsafe-eval'", "") == without.chromes[ID].csp_meta
    assert "script-src 'self' 'wasm-unsafe-eval';" in policy


def test_each_language_has_a_page_that_leads_to_its_own_index_and_is_not_for_search_engines() -> None:
    found = pages(material())
    assert {out: view.index_url for out, view in found.items()} == {
        "cari/index.html": "/search/id/",
        "en/search/index.html": "/search/en/",
    }
    assert not any(view.head.is_indexable for view in found.values())


def test_where_nothing_is_to_be_found_no_page_names_an_index() -> None:
    home = material({"pages/beranda.md": FILES["pages/beranda.md"]})
    assert records(ID, home) == {}
    assert {view.index_url for view in pages(home).values()} == {None}


def test_the_page_lists_categories_and_names_without_made_up_entries() -> None:
    view = pages(material())[OutPath("cari/index.html")]
    assert [(count.term.url, count.count) for count in view.products] == [("/products/kategori/tas/", 1)]
    assert [(group.letter, [link.name.text for link in group.links]) for group in view.names] == [
        ("I", ["Intako"]),
        ("T", ["Tas Jinjing"]),
    ]
    assert view.spans == ()


def test_names_are_in_the_order_of_the_alphabet_whatever_their_case_and_accents() -> None:
    names = ("Érable", "elang", "Zeta", "革袋", "Fitri", "2 Saudara")
    files = {f"shops/{at}.md": SHOP.replace("Intako", name) for at, name in enumerate(names)}
    view = pages(material({path.replace("/", "/toko-"): text for path, text in files.items()}))[
        OutPath("cari/index.html")
    ]
    assert [(group.letter, [link.name.text for link in group.links]) for group in view.names] == [
        ("", ["2 Saudara"]),
        ("E", ["elang", "Érable"]),
        ("F", ["Fitri"]),
        ("Z", ["Zeta"]),
        ("", ["革袋"]),
    ]


def test_many_names_fill_several_pages_that_say_what_is_on_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_page, "MOST_NAMES", 2)
    files = {
        f"shops/toko-{name.lower()}.md": SHOP.replace("Intako", name) for name in ("Ayu", "Budi", "Citra")
    }
    found = pages(material(files))
    first = found[OutPath("cari/index.html")]
    assert [(span.url, span.name.text) for span in first.spans] == [
        ("/cari/", "Ayu – Budi"),
        ("/cari/halaman/2/", "Citra – Citra"),
    ]
    assert found[OutPath("cari/halaman/2/index.html")].names[0].letter == "C"
    assert OutPath("en/search/page/2/index.html") in found
