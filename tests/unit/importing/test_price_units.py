"""Prices in thousands of rupiah are published whole, or not at all."""

from __future__ import annotations

import pytest

from site_builder.importing.entries.plan import ImportPlan
from site_builder.importing.run import plan_of
from site_builder.names import Kind
from tests.support.plans import codes, only, own_warnings, written
from tests.support.spreadsheets import Rows, csv, sources, told, xlsx

HEAD = ["Nama Produk", "Kategori", "Bahan"]
ROW = ["Lipat", "Dompet", "Kulit sapi"]


def priced(head: str, *cells: object) -> ImportPlan:
    rows: Rows = [[*HEAD, head], *([f"Lipat {n}", *ROW[1:], cell] for n, cell in enumerate(cells, 1))]
    return plan_of("a.xlsx", xlsx(rows), Kind.PRODUCTS, sources())


@pytest.mark.parametrize(
    "head",
    [
        "Harga (ribu rupiah)", "Harga (x Rp 1.000)", "Harga (Rp.000)", "Harga (dalam ribuan)",
        "Harga (ribu Rp)", "Harga (Rp ribu)", "Harga (x1000)", "Harga (000)",
        "Harga Jual (dalam ribuan rupiah)", "Harga (Rp x 1.000)", "Harga dalam ribuan", "HARGA (RIBUAN)",
        "Harga Rp (000)", "Harga Satuan (Rp. 000)", "Harga (rb)",
    ],
)  # fmt: skip
def test_headers_of_thousands(head: str) -> None:
    plan = priced(head, 250, 1250, 185.5)
    assert "harga: 250.000\n" in written(plan, "content/products/lipat-1.md")
    assert "harga: 1.250.000\n" in written(plan, "content/products/lipat-2.md")
    assert "harga: 185.500\n" in written(plan, "content/products/lipat-3.md")
    assert own_warnings(plan) == [
        ("Lembar1!D1", f"kolom `{head}` dalam ribuan rupiah: `250` dibaca 250.000, dan begitu seterusnya")
    ]


@pytest.mark.parametrize(
    "head", ["Harga (Rp juta)", "Harga (juta rupiah)", "Harga (dalam jutaan)", "Harga (jt)"]
)
def test_headers_of_millions(head: str) -> None:
    assert "harga: 1.500.000\n" in written(priced(head, "1,5"), "content/products/lipat-1.md")


@pytest.mark.parametrize("first", [350000, "Rp 95.000", "hubungi kami"])
def test_what_is_made_of_a_column_is_told_though_its_first_price_is_refused(first: object) -> None:
    plan = priced("Harga (ribu rupiah)", first, 120, 250)
    assert [reason for place, reason in own_warnings(plan) if place == "Lembar1!D1"] == [
        "kolom `Harga (ribu rupiah)` dalam ribuan rupiah: `120` dibaca 120.000, dan begitu seterusnya"
    ]


def test_a_column_of_millions_tells_what_it_makes_of_a_purse() -> None:
    said = "kolom `Harga (juta)` dalam jutaan rupiah: `60` dibaca 60.000.000, dan begitu seterusnya"
    assert own_warnings(priced("Harga (juta)", "95.000", 60)) == [("Lembar1!D1", said)]


@pytest.mark.parametrize("head", ["Harga", "Harga (Rp)", "Harga (contoh: 250 ribu)", "Harga (rupiah)"])
def test_other_headers_of_prices(head: str) -> None:
    assert "harga: 250.000\n" in written(priced(head, 250000), "content/products/lipat-1.md")


@pytest.mark.parametrize(
    ("cell", "line"),
    [
        ("275-325", "harga: {terendah: 275.000, tertinggi: 325.000}"),
        ("275 s/d 325", "harga: {terendah: 275.000, tertinggi: 325.000}"),
        ("Rp 250", "harga: 250.000"),
        ("250rb", "harga: 250.000"),
        ("1,2 juta", "harga: 1.200.000"),
        ("1.250", "harga: 1.250.000"),
        ("250,-", "harga: 250.000"),
    ],
)
def test_what_stands_below_thousands(cell: str, line: str) -> None:
    assert f"{line}\n" in written(priced("Harga (ribu rupiah)", cell), "content/products/lipat-1.md")


@pytest.mark.parametrize("cell", ["Rp 95.000", 350000, "95000", "95.000,-"])
def test_a_whole_price_below_thousands_is_asked_about(cell: object) -> None:
    outcome = only(priced("Harga (ribu rupiah)", cell))
    assert codes(outcome) == ["cell-scale"]


def test_lowest_and_highest_prices_in_thousands() -> None:
    rows: Rows = [[*HEAD, "Harga Min (ribu)", "Harga Max (ribu)"], [*ROW, 100, 150]]
    plan = plan_of("a.csv", csv(rows), Kind.PRODUCTS, sources())
    assert "harga: {terendah: 100.000, tertinggi: 150.000}\n" in written(plan, "content/products/lipat.md")


def test_among_prices_that_can_only_be_thousands_no_other_passes_as_rupiah() -> None:
    plan = priced("Harga", 250, 185.5, 1250, 425, 350000, "Rp 1.500", "1250-1500")
    assert [codes(outcome) for outcome in plan.outcomes] == [
        ["cell-scale.small"], ["cell-scale.small"], ["cell-scale.likely"], ["cell-scale.small"],
        [], [], ["cell-scale.likely"],
    ]  # fmt: skip
    assert "tulis `1.250.000` di sel itu" in told(plan.outcomes[2])[0][2]


def test_cheap_things_among_others_stay() -> None:
    plan = priced("Harga", 1500, 95000, 120000)
    assert [codes(outcome) for outcome in plan.outcomes] == [[], [], []]


@pytest.mark.parametrize(
    ("cell", "whole"), [("1.500", "1.500.000"), (1500, "1.500.000"), ("2.250", "2.250.000")]
)
def test_a_price_that_is_far_below_its_neighbours_is_asked_about(cell: object, whole: str) -> None:
    *_, outcome = priced("Harga", 50000, "Rp 75.000", "95rb", cell).outcomes
    assert codes(outcome) == ["cell-scale.low"]
    ((_, _, advice),) = told(outcome)
    assert advice.startswith(f"mungkin maksudnya {whole}? Tulis harganya lengkap")
    mended = advice.split("`")[1]
    assert codes(priced("Harga", 50000, "Rp 75.000", "95rb", mended).outcomes[-1]) == []


@pytest.mark.parametrize("prices", [[15000, 20000, 25000, 1500], [50000, 80000, 95000, 5000]])
def test_a_price_that_fits_its_neighbours_stays(prices: list[object]) -> None:
    assert [codes(outcome) for outcome in priced("Harga", *prices).outcomes] == [[]] * 4
