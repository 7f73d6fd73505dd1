from __future__ import annotations

from msgspec.structs import replace

from site_builder.names import Digest, EntryId, Lang, UrlPath
from site_builder.plan.views.search import FoundCard, FoundText, SearchRecord
from site_builder.search.pages import small_page

RECORD = SearchRecord(
    card=FoundCard(
        url=UrlPath("/produk/dompet/"),
        name=FoundText("Dompet <kecil>", ""),
        kind="Produk",
        drawing=("dompet", EntryId("dompet")),
        picture=(UrlPath("/assets/photos/dompet.jpg"), 3, 2),
        price=("Rp135.000",),
        note=None,
        summary=FoundText("Muat di saku.", ""),
    ),
    words=("Dompet", "Kulit & kanvas"),
    body=Digest("x"),
    fills=("Koperasi Intako",),
    filters=(("kind", "Produk"), ("material", 'Kulit "asli"')),
)


def test_a_page_holds_title_words_summary_text_and_filters() -> None:
    page = small_page(Lang("id"), RECORD, ("<p>Dijahit di ", " sejak <em>1976</em>.</p>"))
    assert page == (
        '<!doctype html><html lang="id"><meta charset="utf-8"><title></title><body data-pagefind-body>'
        '<p data-pagefind-weight="8">Dompet &lt;kecil&gt;</p>'
        '<p data-pagefind-weight="4">Dompet. Kulit &amp; kanvas</p>'
        '<p data-pagefind-weight="2">Muat di saku.</p>'
        "<p>Dijahit di Koperasi Intako sejak 1976 .</p>"
        '<p data-pagefind-filter="kind[data-v]" data-v="Produk"></p>'
        '<p data-pagefind-filter="material[data-v]" data-v="Kulit &quot;asli&quot;"></p>'
        "</body></html>"
    )


def test_neither_prices_nor_addresses_are_to_be_found() -> None:
    page = small_page(Lang("id"), RECORD, ("", ""))
    assert "135" not in page
    assert "photos" not in page


def test_chinese_and_japanese_become_words() -> None:
    card = replace(RECORD.card, name=FoundText("革袋", ""))
    assert "革" not in small_page(Lang("ja"), replace(RECORD, card=card), ("", ""))
