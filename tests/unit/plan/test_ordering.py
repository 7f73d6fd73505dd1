"""What a buyer from afar is offered: nothing made up, and always a next step."""

from __future__ import annotations

from site_builder.plan.views.pages import ExportsPageView, MarketPageView
from site_builder.plan.views.parts import OrderingView
from tests.unit.plan.plans import entries_of, material_of, pages_of, view_of

EXPORTS = {
    "pages/ekspor.md": "judul: Ekspor\ntemplat: exports\n",
    "markets/jp.md": "nama: Jepang\nnegara: JP\n",
}
SAMPLE = {"products/contoh.md": "nama: Tas\nkategori: tas\nbahan: [kulit]\nsiap_ekspor: ya\ncontoh: ya\n"}
REAL = {"products/asli.md": "nama: Koper\nkategori: tas\nbahan: [kulit]\nsiap_ekspor: ya\n"}
COOPERATIVE = "nama: INTAKO\njenis: koperasi\nkategori: [tas]\nalamat: Jalan 1\n"


def orderings(files: dict[str, str]) -> tuple[OrderingView, OrderingView]:
    """Give what the exports page and a market's page offer."""
    pages = pages_of(material_of(entries_of(EXPORTS | files)))
    exports = view_of(pages, "ekspor/index.html", ExportsPageView)
    return exports.ordering, view_of(pages, "markets/jp/index.html", MarketPageView).ordering


def test_a_buyer_is_never_shown_made_up_goods_but_led_to_the_list_that_explains_its_marks() -> None:
    for ordering in orderings(SAMPLE):
        assert ordering.products == ()
        assert ordering.products_url is not None


def test_real_goods_that_are_ready_for_export_are_shown_without_the_samples() -> None:
    for ordering in orderings(SAMPLE | REAL):
        assert [card.id for card in ordering.products] == ["asli"]


def test_there_is_no_list_where_nothing_is_ready_for_export() -> None:
    for ordering in orderings({}):
        assert (ordering.products, ordering.products_url, ordering.cooperative) == ((), None, None)


def test_the_cooperative_is_named_with_whether_anybody_can_write_to_it() -> None:
    for ordering in orderings({"shops/intako.md": COOPERATIVE}):
        assert ordering.cooperative is not None
        assert (ordering.cooperative.name.text, ordering.is_reachable) == ("INTAKO", False)
    for ordering in orderings({"shops/intako.md": COOPERATIVE + "surel: koperasi@example.org\n"}):
        assert ordering.is_reachable


def test_a_made_up_cooperative_takes_no_orders() -> None:
    for ordering in orderings({"shops/contoh.md": COOPERATIVE + "contoh: ya\n"}):
        assert ordering.cooperative is None


def test_the_page_of_a_market_leads_to_the_steps_before_ordering() -> None:
    assert orderings({})[1].exports_url == "/ekspor/"
