from __future__ import annotations

import pytest
from msgspec.structs import replace

from site_builder.model.config import MaterialGroup
from site_builder.model.localized import Localized, Shown
from site_builder.model.values import PriceRange
from site_builder.names import UrlPath
from site_builder.plan.facets import MOST_WORDS, few_of, price_bands, touches
from site_builder.plan.views.cards import Term
from site_builder.plan.views.pages import ProductListView, ShopListView
from site_builder.plan.views.parts import TermCount
from tests.unit.plan.plans import CONFIG, EN, ID, entries_of, material_of, pages_of, view_of
from tests.unit.plan.plans import WORDS as VOCABULARY
from tests.unit.plan.test_lists import counts, product, shop

WORDS = {
    ID: {
        "Products": "Produk",
        "Shops": "Toko",
        "Ready for export": "Siap ekspor",
        "Under %(price)s": "Di bawah %(price)s",
        "%(price)s and more": "%(price)s ke atas",
    }
}
BANDED = replace(CONFIG, price_bands=(100_000, 500_000))


def test_limits_become_bands_from_nothing_to_no_end() -> None:
    assert price_bands((500, 100)) == (PriceRange(0, 100), PriceRange(100, 500), PriceRange(500, 0))
    assert price_bands(()) == ()


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (99_999, 99_999, [0]),
        (100_000, 100_000, [1]),
        (80_000, 120_000, [0, 1]),
        (80_000, 100_000, [0, 1]),
        (50_000, 900_000, [0, 1, 2]),
        (500_000, 500_000, [2]),
    ],
)
def test_a_price_belongs_to_every_band_that_it_touches(low: int, high: int, expected: list[int]) -> None:
    bands = price_bands((100_000, 500_000))
    assert [at for at, band in enumerate(bands) if touches(PriceRange(low, high), band)] == expected


def test_each_price_band_with_products_has_a_page_named_in_the_readers_language() -> None:
    files = product("murah", "harga: 90.000\n") | product("rentang", "harga: {min: 90.000, max: 150.000}\n")
    pages = pages_of(material_of(entries_of(files), words=WORDS, config=BANDED))
    listed = view_of(pages, "products/index.html", ProductListView)
    named = [(count.term.id, count.term.name.text, count.count) for count in counts(listed, "price")]
    assert named == [("0-100000", "Di bawah Rp100.000", 2), ("100000-500000", "Rp100.000–Rp500.000", 1)]
    band = view_of(pages, "products/harga/100000-500000/index.html", ProductListView)
    assert [card.id for card in band.products or band.lines] == ["rentang"]
    english = view_of(pages, "en/products/price/0-100000/index.html", ProductListView)
    assert english.heading.text == "Under Rp100,000"
    assert "products/harga/500000-up/index.html" not in pages


def test_a_price_by_the_dozen_is_in_no_band_for_bands_compare_single_things() -> None:
    files = product("lusin", "harga: 185.000\nsatuan: lusin\n")
    for unit in ("pasang", "buah (dijual per lusin)", "{id: sepasang, en: pair}"):
        files |= product(f"satu-{len(files)}", f"harga: 185.000\nsatuan: {unit}\n")
    pages = pages_of(material_of(entries_of(files), words=WORDS, config=BANDED))
    band = view_of(pages, "products/harga/100000-500000/index.html", ProductListView)
    assert [card.id for card in (*band.lines, *band.products)] == ["satu-1", "satu-2", "satu-3"]


def test_a_price_that_was_reported_stands_in_every_band_that_it_touches() -> None:
    reported = "harga_diberitakan: {terendah: 90.000, tertinggi: 150.000, tahun: 2018, sumber: Kabar}\n"
    files = product("dulu", reported) | product("kini", f"harga: 600.000\n{reported}")
    pages = pages_of(material_of(entries_of(files), words=WORDS, config=BANDED))
    bands = {}
    for band in ("0-100000", "100000-500000", "500000-up"):
        view = view_of(pages, f"products/harga/{band}/index.html", ProductListView)
        bands[band] = [card.id for card in (*view.lines, *view.products)]
    assert bands == {"0-100000": ["dulu"], "100000-500000": ["dulu"], "500000-up": ["kini"]}


def test_a_product_of_cow_leather_is_listed_under_real_leather_but_says_cow_leather() -> None:
    words = replace(
        VOCABULARY,
        materials={name: Localized({ID: name}) for name in ("asli", "sapi", "sapi-muda", "kanvas")},
        material_groups=(MaterialGroup("asli", ("sapi",)), MaterialGroup("sapi", ("sapi-muda",))),
    )
    files = {
        f"products/{name}.md": f"nama: {name}\nkategori: tas\nbahan: [{name}]\n"
        for name in ("asli", "sapi", "sapi-muda", "kanvas")
    }
    material = material_of(entries_of(files), words=WORDS)
    pages = pages_of(replace(material, catalog=replace(material.catalog, vocabulary=words)))
    listed = view_of(pages, "products/index.html", ProductListView)
    assert [(count.term.id, count.count) for count in counts(listed, "material")] == [
        ("asli", 3), ("sapi", 2), ("sapi-muda", 1), ("kanvas", 1),
    ]  # fmt: skip
    view = view_of(pages, "products/bahan/asli/index.html", ProductListView)
    cards = view.products or view.lines
    assert [(card.id, [term.id for term in card.materials]) for card in cards] == [
        ("asli", ["asli"]), ("sapi", ["sapi"]), ("sapi-muda", ["sapi-muda"]),
    ]  # fmt: skip


def test_without_limits_there_is_no_list_by_price() -> None:
    pages = pages_of(material_of(entries_of(product("murah", "harga: 90.000\n")), words=WORDS))
    assert counts(view_of(pages, "products/index.html", ProductListView), "price") == ()
    assert not [out for out in pages if "/harga/" in out]


def test_export_ready_products_and_their_shops_have_a_page_without_a_word_in_its_address() -> None:
    files = shop("intako") | shop("mekar") | product("siap", "toko: intako\nsiap_ekspor: ya\n")
    files |= product("belum", "toko: mekar\n")
    pages = pages_of(material_of(entries_of(files), words=WORDS))
    products = view_of(pages, "products/siap-ekspor/index.html", ProductListView)
    assert ([card.id for card in products.products], products.heading.text) == (["siap"], "Siap ekspor")
    shops = view_of(pages, "en/shops/export-ready/index.html", ShopListView)
    assert ([card.id for card in shops.shops], shops.heading.lang) == (["intako"], EN)


def test_a_sample_does_not_make_a_real_shop_ready_for_export() -> None:
    files = shop("intako") | product("contoh", "toko: intako\nsiap_ekspor: ya\ncontoh: ya\n")
    pages = pages_of(material_of(entries_of(files), words=WORDS))
    assert counts(view_of(pages, "shops/index.html", ShopListView), "export-ready") == ()


def test_shops_are_listed_by_service() -> None:
    files = shop("intako", "layanan: [grosir]\n") | shop("mekar", "layanan: [grosir, eceran]\n")
    pages = pages_of(material_of(entries_of(files), words=WORDS))
    listed = view_of(pages, "shops/index.html", ShopListView)
    assert [(count.term.id, count.count) for count in counts(listed, "service")] == [
        ("eceran", 1),
        ("grosir", 2),
    ]
    assert len(view_of(pages, "shops/layanan/grosir/index.html", ShopListView).shops) == 2


def test_of_many_words_only_the_first_page_of_everything_names_all() -> None:
    names = [f"k{number}" for number in range(MOST_WORDS + 20)]
    words = replace(VOCABULARY, categories={name: Localized({ID: name}) for name in names})
    products = {f"p{number}": name for number, name in enumerate([*names, *names[1:], names[-1]])}
    files = {
        f"products/{id_}.md": f"nama: {id_}\ntoko: intako\nkategori: {category}\nbahan: kulit\n"
        for id_, category in products.items()
    }
    material = material_of(entries_of(files | shop("intako")), words=WORDS)
    pages = pages_of(replace(material, catalog=replace(material.catalog, vocabulary=words)))

    def shown(path: str) -> list[str]:
        return [count.term.id for count in counts(view_of(pages, path, ProductListView), "category")]

    assert shown("products/index.html") == names
    most_used = [*names[1:MOST_WORDS], names[-1]]
    assert shown("products/halaman/2/index.html") == most_used
    assert shown("products/kategori/k5/index.html") == most_used
    assert shown("products/kategori/k0/index.html") == ["k0", *most_used]
    assert shown(f"products/kategori/{names[-2]}/index.html") == [*names[1:MOST_WORDS], *names[-2:]]


def test_few_words_are_named_on_every_page() -> None:
    counted = tuple(
        TermCount(Term(f"k{n}", Shown(f"k{n}", ID), UrlPath(f"/k{n}/")), n) for n in range(MOST_WORDS)
    )
    assert few_of(counted)(None) is counted
