"""What every office means alike is taken and told, not refused."""

from __future__ import annotations

import pytest

from site_builder.importing.plan import ImportPlan
from site_builder.importing.run import plan_of
from site_builder.names import Kind
from tests.support.plans import HEAD, MEKAR, codes, statuses, warnings, written
from tests.support.spreadsheets import Rows, csv, shops_from, sources


def events(*days: str) -> ImportPlan:
    rows: Rows = [["Nama Acara", "Tanggal"], *([f"Acara {place}", day] for place, day in enumerate(days))]
    return plan_of("a.csv", csv(rows), Kind.EVENTS, sources())


@pytest.mark.parametrize(
    ("day", "iso"), [("05/02/2026", "2026-02-05"), ("12-03-2027", "2027-03-12"), ("1.8.2027", "2027-08-01")]
)
def test_the_day_comes_first_and_is_told_once(day: str, iso: str) -> None:
    plan = events(day, "04/05/2027", "25/12/2027")
    assert f"mulai: {iso}\n" in written(plan, "content/events/acara-0.md")
    assert warnings(plan) == [("B2", f"tanggal di kolom `Tanggal` dibaca hari dulu, lalu bulan (`{day}`)")]


def test_in_a_column_with_months_first_nobody_knows() -> None:
    plan = events("05/02/2026", "05/25/2026", "5 Mei 2026", "05/05/2026")
    assert [codes(outcome) for outcome in plan.outcomes] == [
        ["cell-day-order"], ["field-type.when"], [], []
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("price", "line", "told"),
    [
        ("Rp 150.000/pcs", "harga: 150.000\n", False),
        ("30.000 per buah", "harga: 30.000\n", False),
        ("Nego", "", True),
        ("mulai 95.000", "", True),
        ("Harga menyusul", "", True),
    ],
)
def test_prices_with_words(price: str, line: str, told: bool) -> None:
    rows: Rows = [["Nama Produk", "Kategori", "Bahan", "Harga"], ["Dompet", "Dompet", "Kulit sapi", price]]
    plan = plan_of("a.csv", csv(rows), Kind.PRODUCTS, sources())
    text = written(plan, "content/products/dompet.md")
    assert line in text if line else "harga" not in text
    assert [cell for cell, _ in warnings(plan)] == (["D2"] if told else [])


def test_rows_that_are_the_very_same_are_taken_once() -> None:
    plan = shops_from([HEAD, MEKAR, MEKAR, ["TOKO MEKAR", *MEKAR[1:]]])
    assert statuses(plan) == [("Toko Mekar", "refused"), ("TOKO MEKAR", "refused")]
    plan = shops_from([HEAD, MEKAR, MEKAR, MEKAR])
    assert statuses(plan) == [("Toko Mekar", "new")]
    assert [reason for _, reason in warnings(plan)] == [
        "`Toko Mekar` sama persis dengan Lembar1!A2, jadi dipakai sekali saja"
    ] * 2
