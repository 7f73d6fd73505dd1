"""What every office means alike is taken and told, not refused."""

from __future__ import annotations

import pytest

from site_builder.importing.entries.plan import ImportPlan
from site_builder.importing.run import plan_of
from site_builder.names import Kind, SourcePath
from site_builder.problems import ContentRefused
from tests.support.plans import HEAD, MEKAR, codes, own_warnings, statuses, warnings, written
from tests.support.spreadsheets import Rows, csv, shops_from, sources, xlsx


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
        ["cell-day-order"], ["field-type.day-unreal"], [], []
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
    assert [cell for cell, _ in own_warnings(plan)] == (["D2"] if told else [])


def test_rows_that_are_the_very_same_are_taken_once() -> None:
    plan = shops_from([HEAD, MEKAR, MEKAR, ["TOKO MEKAR", *MEKAR[1:]]])
    assert statuses(plan) == [("Toko Mekar", "new")]
    assert "sama persis" in warnings(plan)[0][1] and "yang lebih lengkap" in warnings(plan)[1][1]
    plan = shops_from([HEAD, MEKAR, MEKAR, MEKAR])
    assert statuses(plan) == [("Toko Mekar", "new")]
    assert [reason for _, reason in warnings(plan)] == [
        "`Toko Mekar` sama persis dengan Lembar1!A2, jadi dipakai sekali saja"
    ] * 2


def test_a_retail_price_below_a_merged_header_is_taken() -> None:
    rows: Rows = [
        ["Nama Produk", "Kategori", "Bahan", "Harga (Rp)", None],
        [None, None, None, "Ecer", "Grosir"],
        ["Dompet", "Dompet", "Kulit sapi", 165000, 150000],
    ]
    merged = ["A1:A2", "B1:B2", "C1:C2", "D1:E1"]
    for places in (merged, merged[3:]):
        plan = plan_of("a.xlsx", xlsx(rows, merged=places), Kind.PRODUCTS, sources())
        assert "harga: 165.000\n" in written(plan, "content/products/dompet.md")
        assert [place for place, _ in own_warnings(plan)] == ["Lembar1!E2"]


def test_a_name_beside_an_identity_card_that_only_a_business_has_is_the_shops() -> None:
    rows: Rows = [["Nama", "NIK", *HEAD[1:]], ["Toko Mekar", "3515070101010001", *MEKAR[1:]]]
    assert statuses(shops_from([*rows, ["Jumlah", 15]]))[:1] == [("Toko Mekar", "new")]
    rows = [*rows, ["Siti Aminah", "3515070101010002", *MEKAR[1:]]]
    with pytest.raises(ContentRefused):
        shops_from(rows)


def test_totals_and_headings_are_left_out_in_whatever_column_they_stand() -> None:
    rows: Rows = [
        ["Tanggal", "Nama Acara", "Tempat"],
        ["SEMESTER I"],
        ["2027-01-15", "Pekan Kulit", "Balai Desa"],
        ["Jumlah", "15 acara"],
        ["2027-02-02", "Jumlah", "Taman"],
    ]
    plan = plan_of("a.csv", csv(rows), Kind.EVENTS, sources())
    assert [outcome.name for outcome in plan.outcomes] == ["Pekan Kulit", "Jumlah"]
    assert [(row.number, str(row.reason)) for row in plan.passed] == [(2, "heading"), (4, "total")]


@pytest.mark.parametrize(
    ("shop", "found"),
    [
        ("Intako", "koperasi-intako"),
        ("Koperasi Intakko", "koperasi-intako"),
        ("Toko Contoh 4", ""),
        ("Toko Antah Intako", ""),
    ],
)
def test_a_shop_is_proposed_only_where_it_is_surely_meant(shop: str, found: str) -> None:
    rows: Rows = [
        ["Nama Produk", "Nama Usaha", "Kategori", "Bahan"],
        ["Dompet", shop, "Dompet", "Kulit sapi"],
    ]
    twin = "---\nnama: Toko Contoh 24\njenis: toko\nkategori: [tas]\nalamat: A 1\n---\n"
    files = sources(**{"content/shops/toko-contoh-24.md": twin})
    files[SourcePath("content/shops/koperasi-intako.md")] = files.pop(SourcePath("content/shops/intako.md"))
    plan = plan_of("a.csv", csv(rows), Kind.PRODUCTS, files)
    (problem,) = plan.outcomes[0].problems
    assert problem.values.get("suggestion", "") == found


def test_a_number_that_excel_destroyed_is_told_as_such() -> None:
    plan = shops_from([HEAD, [*MEKAR[:4], "8,12346E+11"]])
    assert codes(plan.outcomes[0]) == ["cell-zero.destroyed"]


def test_headers_of_forms() -> None:
    heads = [*HEAD, "Jam & Hari Operasional", "Berdiri sejak tahun", "Tanggal verifikasi"]
    plan = shops_from([heads, [*MEKAR, "Setiap hari 08.00-16.00", "2009", "10 Januari 2026"]])
    text = written(plan, "content/shops/toko-mekar.md")
    assert "jam_buka: {setiap hari: 08.00-16.00}\n" in text
    assert "sejak: 2009\n" in text
    assert "2026-01-10" in text


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (MEKAR, "`Toko Mekar` sama dengan Lembar1!A2 di kolom yang terbaca, jadi dipakai sekali saja"),
        ([*MEKAR[:4], None], "`Toko Mekar` tidak berkata lain daripada Lembar1!A2 di kolom yang terbaca"),
    ],
)
def test_a_row_is_not_called_the_same_where_columns_that_are_not_read_say_something_else(
    row: list[str | None], reason: str
) -> None:
    head = [*HEAD, "Nomor cadangan Bu Carik", "Saran"]
    plan = shops_from([head, [*MEKAR, "0812-3456-700", "bagus"], [*row, "0812-3456-799", "bagus"]])
    (said,) = [text for place, text in warnings(plan) if place == "Lembar1!A3"]
    assert said.startswith(reason)
    assert said.endswith("isi kolom lain berbeda: `Nomor cadangan Bu Carik`")
    same = shops_from([head, [*MEKAR, "0812-3456-700", "bagus"], [*MEKAR, "0812-3456-700", "bagus"]])
    assert ("Lembar1!A3", "`Toko Mekar` sama persis dengan Lembar1!A2, jadi dipakai sekali saja") in warnings(
        same
    )
