"""Products whose shop stands below another word for it, or below a heading that nobody knows."""

from __future__ import annotations

import pytest

from site_builder.importing.run import plan_of
from site_builder.importing.sheets.columns import known_headers, meaning
from site_builder.names import Kind
from tests.support.plans import codes, warnings, written
from tests.support.spreadsheets import Rows, sources, told, xlsx

HEAD = ["Nama Produk", "Kategori", "Bahan"]
BAG = ["Tas Mega", "Tas", "Kulit"]


@pytest.mark.parametrize(
    "header",
    ["Maker", "Producer", "Manufacturer", "Made by", "Pembuat", "Produsen", "Dibuat oleh", "MANUFACTURER *"],
)
def test_who_made_a_product_is_its_shop(header: str) -> None:
    assert meaning(header, known_headers(Kind.PRODUCTS)) == "shop"
    rows: Rows = [[*HEAD, header], [*BAG, "Koperasi Intako"]]
    plan = plan_of("a.xlsx", xlsx(rows), Kind.PRODUCTS, sources())
    assert "toko: intako\n" in written(plan, "content/products/tas-mega.md")


def test_a_maker_beside_a_shop_is_a_person() -> None:
    rows: Rows = [[*HEAD, "Toko", "Maker"], [*BAG, "Intako", "Bu Siti"]]
    plan = plan_of("a.xlsx", xlsx(rows), Kind.PRODUCTS, sources())
    assert "toko: intako\n" in written(plan, "content/products/tas-mega.md")


@pytest.mark.parametrize("header", ["Stand", None])
def test_shops_below_an_unknown_heading_are_asked_about(header: str | None) -> None:
    """None of the products is published as one that many shops make."""
    rows: Rows = [[*HEAD, header], [*BAG, "Koperasi Intako"], ["Dompet Pipih", "Dompet", "Kulit", None]]
    plan = plan_of("a.xlsx", xlsx(rows), Kind.PRODUCTS, sources())
    assert [codes(outcome) for outcome in plan.outcomes] == [["row-shop.heading"]] * 2
    ((place, reason, advice),) = told(plan.outcomes[0])
    assert place == "Lembar1!D2"
    assert f"kolom `{header or 'D'}` menyebut toko" in reason
    assert "ganti judulnya menjadi `Toko`" in advice
    assert plan.writes == ()


def test_an_unknown_column_without_shops_of_the_site_is_only_told() -> None:
    rows: Rows = [[*HEAD, "Stand"], [*BAG, "A12"]]
    plan = plan_of("a.xlsx", xlsx(rows), Kind.PRODUCTS, sources())
    assert codes(plan.outcomes[0]) == []
    assert "Lembar1!D1" in [place for place, _ in warnings(plan)]
