"""What is planned for paper: when, where, with which entries."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from site_builder.names import OutPath, UrlPath
from site_builder.plan.plan import Material, make_plan
from site_builder.plan.sheets import SHEETS
from site_builder.plan.tasks import PageTask, TextTask
from site_builder.plan.views.pages import ProductPageView, ShopListView, ShopPageView
from site_builder.plan.views.sheets import (
    CounterCardView,
    LineSheetView,
    PrintedDirectoryView,
    StickerSheetView,
)
from tests.unit.plan.plans import ID, entries_of, material_of, pages_of, view_of
from tests.unit.plan.test_facets import WORDS
from tests.unit.plan.test_lists import product, shop

CARD, STICKERS = "shops/intako/kartu-meja/index.html", "shops/intako/stiker/index.html"
DIRECTORY, LINES = "shops/cetak/index.html", "products/daftar-dagang/index.html"


def material(files: dict[str, str], *, with_sheets: bool = True) -> Material:
    plain = material_of(entries_of(files), words=WORDS)
    assets = {SHEETS: UrlPath("/assets/sheets.css")} if with_sheets else {}
    return replace(plain, assets=assets)


def pages(files: dict[str, str], *, with_sheets: bool = True) -> dict[OutPath, PageTask]:
    return pages_of(material(files, with_sheets=with_sheets))


def test_a_shop_has_a_card_and_stickers_whose_code_leads_to_its_page() -> None:
    found = pages(shop("intako", "wa: 081234567890\ntelepon: 0318901234\n"))
    card = view_of(found, CARD, CounterCardView)
    assert (card.whatsapp, card.phone) == ("6281234567890", "0318901234")
    for view in (card, view_of(found, STICKERS, StickerSheetView)):
        assert view.target == "https://example.org/shops/intako/"
        assert not view.head.is_indexable
    links = view_of(found, "shops/intako/index.html", ShopPageView).sheet_urls
    assert links == ("/shops/intako/kartu-meja/", "/shops/intako/stiker/")


@pytest.mark.parametrize("phone", ["+6281234567890", "0812-3456-7890", "6281234567890", "(0812)34567890"])
def test_a_number_that_is_both_is_printed_once(phone: str) -> None:
    files = shop("intako", f"wa: 081234567890\ntelepon: '{phone}'\n")
    found = pages(files | product("ready", "toko: intako\nsiap_ekspor: ya\n"))
    assert view_of(found, CARD, CounterCardView).phone is None
    assert view_of(found, "shops/intako/index.html", ShopPageView).second_number is None
    (village,) = view_of(found, DIRECTORY, PrintedDirectoryView).villages
    assert [(row.whatsapp, row.phone) for row in village.shops] == [("6281234567890", None)]
    assert [row.contacts for row in view_of(found, LINES, LineSheetView).rows] == [
        ("WhatsApp +6281234567890",)
    ]


def test_a_made_up_shop_has_no_card_no_stickers_and_no_links_to_them() -> None:
    found = pages(shop("intako", "contoh: ya\n"))
    assert not {OutPath(CARD), OutPath(STICKERS)} & set(found)
    view = view_of(found, "shops/intako/index.html", ShopPageView)
    assert (view.sheet_urls, view.code_urls) == ((), ())


def test_a_real_product_at_a_made_up_shop_names_nobody_on_paper() -> None:
    files = shop("rekaan", "contoh: ya\nwa: 081234567890\n") | product(
        "tas", "toko: rekaan\nsiap_ekspor: ya\n"
    )
    found = pages(files)
    (row,) = view_of(found, LINES, LineSheetView).rows
    assert (row.card.id, row.maker, row.contacts, row.card.shop_name) == ("tas", None, (), None)
    page = view_of(found, "products/tas/index.html", ProductPageView)
    assert (page.shop_whatsapp, page.shop_email) == (None, None)


def test_they_are_there_once_for_all_languages() -> None:
    assert not [
        out for out in pages(shop("intako")) if out.startswith("en/shops/intako/") and out.count("/") > 3
    ]


def test_without_the_address_of_the_site_there_is_no_code_and_so_no_card() -> None:
    known = material(shop("intako"))
    found = pages_of(replace(known, routes=replace(known.routes, origin="")))
    assert OutPath(CARD) not in found
    assert view_of(found, "shops/intako/index.html", ShopPageView).sheet_urls == ()
    assert view_of(found, DIRECTORY, PrintedDirectoryView).target == ""


def test_a_site_without_their_look_has_no_sheets_and_no_links_to_them() -> None:
    found = pages(shop("intako") | product("tas", ""), with_sheets=False)
    assert not {OutPath(CARD), OutPath(STICKERS), OutPath(DIRECTORY), OutPath(LINES)} & set(found)
    assert view_of(found, "shops/intako/index.html", ShopPageView).sheet_urls == ()
    assert view_of(found, "shops/index.html", ShopListView).print_url is None


def test_no_sheet_is_in_the_sitemap() -> None:
    plan, _ = make_plan(material(shop("intako") | product("tas", "")), ())
    (sitemap,) = (
        task.text for task in plan.tasks if isinstance(task, TextTask) and task.out == "sitemap.xml"
    )
    assert "/shops/intako/" in sitemap
    assert not [word for word in ("kartu-meja", "stiker", "cetak", "daftar-dagang") if word in sitemap]


def test_the_directory_goes_by_village_however_it_is_spelled() -> None:
    files = (
        shop("a", "desa: Kludan\n") | shop("b", "desa: Kedensari\n") | shop("c", "desa: KLUDAN\n") | shop("d")
    )
    view = view_of(pages(files), DIRECTORY, PrintedDirectoryView)
    told = [(village.name, [row.card.id for row in village.shops]) for village in view.villages]
    assert told == [("Kedensari", ["b"]), ("Kludan", ["a", "c"]), ("", ["d"])]
    assert view.count == 4
    assert view.target == "https://example.org/shops/"


@pytest.mark.parametrize(
    ("files", "ids", "are_samples"),
    [
        (shop("a") | shop("b", "contoh: ya\n"), ["a"], False),
        (shop("a", "contoh: ya\n") | shop("b", "contoh: ya\n"), ["a", "b"], True),
    ],
    ids=["real ones first", "samples alone"],
)
def test_samples_are_printed_only_where_there_is_nothing_else(
    files: dict[str, str], ids: list[str], are_samples: bool
) -> None:
    view = view_of(pages(files), DIRECTORY, PrintedDirectoryView)
    assert [row.card.id for village in view.villages for row in village.shops] == ids
    assert (view.count, view.are_samples) == (len(ids), are_samples)


def test_the_line_sheet_tells_what_is_ready_for_export_and_who_makes_it() -> None:
    files = shop("intako", "wa: 081234567890\nsurel: a@example.org\n")
    files = {path: text.replace("jenis: toko", "jenis: koperasi") for path, text in files.items()}
    files |= product("line", "") | product("ready", "toko: intako\nsiap_ekspor: ya\n")
    view = view_of(pages(files), LINES, LineSheetView)
    assert view.are_ready
    (row,) = view.rows
    assert (row.card.id, row.contacts) == ("ready", ("WhatsApp +6281234567890", "a@example.org"))
    assert row.maker is not None
    assert view.cooperative is not None
    assert view.contacts == row.contacts


def test_where_nothing_is_ready_it_tells_the_product_lines() -> None:
    files = shop("intako") | product("line", "") | product("sold", "toko: intako\n")
    view = view_of(pages(files), LINES, LineSheetView)
    assert not view.are_ready
    assert [row.card.id for row in view.rows] == ["line"]
    assert [(row.maker, row.contacts) for row in view.rows] == [(None, ())]


@pytest.mark.parametrize(("has_exports", "back"), [(True, "/exports/"), (False, "/products/")])
def test_the_line_sheet_leads_back_to_a_page_that_is_there(*, has_exports: bool, back: str) -> None:
    files = shop("intako") | product("line", "") | {"pages/products.md": "judul: X\ntemplat: products\n"}
    files |= {"pages/exports.md": "judul: X\ntemplat: exports\n"} if has_exports else {}
    view = view_of(pages(files), LINES, LineSheetView)
    assert (view.is_back_to_exports, view.back_url) == (has_exports, back)


def test_no_buyer_is_shown_a_sample_and_without_real_goods_there_is_no_sheet() -> None:
    files = shop("intako") | product("line", "contoh: ya\n")
    files |= product("ready", "toko: intako\nsiap_ekspor: ya\ncontoh: ya\n")
    assert OutPath(LINES) not in pages(files)


def test_every_language_has_its_directory_and_line_sheet() -> None:
    found = pages(shop("intako") | product("line", ""))
    assert found[OutPath("en/shops/print/index.html")].lang == "en"
    assert found[OutPath("en/products/line-sheet/index.html")].lang == "en"
    assert found[OutPath(DIRECTORY)].lang == ID
