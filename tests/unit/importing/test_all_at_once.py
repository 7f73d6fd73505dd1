"""All that is wrong with a row is told in one run, each fault with the cell that it stands in."""

from __future__ import annotations

import datetime as dt

import pytest

from site_builder.importing.run import plan_of
from site_builder.names import Kind
from tests.support.plans import HEAD, MEKAR, codes, only, warnings, written
from tests.support.spreadsheets import Rows, csv, shops_from, sources, told, xlsx

_NOW = dt.datetime(2026, 11, 29, 12, 0, tzinfo=dt.UTC)


def faults(head: list[str], row: list[object], kind: Kind = Kind.SHOPS) -> list[tuple[str, str]]:
    plan = plan_of("a.xlsx", xlsx([head, row]), kind, sources(), (), _NOW)
    outcome = only(plan)
    assert outcome.status == "refused"
    return [(problem.at.path.removeprefix("Lembar1!"), problem.key) for problem in outcome.problems]


def test_each_wrong_word_of_a_cell_is_told_and_the_whole_cell_proposed() -> None:
    plan = shops_from([HEAD, [*MEKAR[:2], "Dompt, Tas, ikat pingang", *MEKAR[3:]]])
    assert [(reason.split("`")[1], advice) for _, reason, advice in told(only(plan))] == [
        ("Dompt", "tulis `dompet, Tas, ikat-pinggang` di sel itu"),
        ("ikat pingang", "tulis `dompet, Tas, ikat-pinggang` di sel itu"),
    ]


def test_faults_of_cells_what_is_missing_and_what_a_check_would_say_are_told_together() -> None:
    head = ["Nama Usaha", "Jenis", "Alamat", "Email", "Tahun Berdiri", "Lintang", "Bujur"]
    row: list[object] = ["Toko Mekar", "Pabrik", "Kludan 3", "a@b", 2030, "112,7", "-7,5"]
    assert faults(head, row) == [
        ("B2", "choice-unknown"),
        ("D2", "field-type.email-ending"),
        ("A2", "row-missing.column"),
        ("F2", "location-range.swapped"),
        ("E2", "year-future"),
    ]


def test_a_year_to_come_is_told_beside_a_missing_kind() -> None:
    head = [HEAD[0], *HEAD[2:4], "Tahun Berdiri"]
    found = faults(head, ["Toko Mekar", "Dompet", "Kludan 3", 2030])
    assert [place for place, _ in found] == ["A2", "D2"]


def test_both_halves_of_a_place_and_of_a_price_are_told_at_their_cells() -> None:
    assert faults([*HEAD, "Lintang", "Bujur"], [*MEKAR, "-7.510.500", "112.701.200"]) == [
        ("F2", "field-type.degrees"),
        ("G2", "field-type.degrees"),
    ]
    head = ["Nama Produk", "Kategori", "Bahan", "Harga Min", "Harga Max"]
    assert faults(head, ["Dompet", "Dompet", "Kulit sapi", "USD 4", "murah"], Kind.PRODUCTS) == [
        ("D2", "field-type.price-currency"),
        ("E2", "field-type.price-none"),
    ]


@pytest.mark.parametrize(
    ("cell", "number", "remark"),
    [
        ("0821 4000 5006 (WA Bu Yuli)", "0821 4000 5006", "Bu Yuli"),
        ("(031)8851022 ext 12", "(031)8851022", "ext 12"),
        ("031-8851022 pes. 4", "031-8851022", "pes. 4"),
        ("0812-3456-789 (WA)", "0812-3456-789", ""),
    ],
)
def test_who_answers_is_left_out_and_told(cell: str, number: str, remark: str) -> None:
    plan = shops_from([HEAD, [*MEKAR[:4], cell]])
    assert f": {number}\n" in written(plan, "content/shops/toko-mekar.md").replace('"', "")
    told_of = [reason for _, reason in warnings(plan)]
    assert told_of == ([f"`{remark}` di belakang nomor tidak diimpor"] if remark else [])


@pytest.mark.parametrize("cell", ["081234567055 (istri)", "031-8851022 (rumah)", "HP pribadi 0812-3456-789"])
def test_a_persons_own_number_is_asked_for(cell: str) -> None:
    assert codes(only(shops_from([HEAD, [*MEKAR[:4], cell]]))) == ["cell-private.number"]


def test_a_price_by_the_dozen_is_taken_where_the_row_says_so() -> None:
    head = ["Nama Produk", "Kategori", "Bahan", "Harga", "Satuan"]
    rows: Rows = [head, ["Dompet", "Dompet", "Kulit sapi", "250rb/lusin", "Lusin"]]
    plan = plan_of("a.csv", csv(rows), Kind.PRODUCTS, sources())
    assert "harga: 250.000\nsatuan: Lusin\n" in written(plan, "content/products/dompet.md")
    rows = [head, ["Dompet", "Dompet", "Kulit sapi", "250rb/lusin", "kodi"]]
    (fault,) = told(only(plan_of("a.csv", csv(rows), Kind.PRODUCTS, sources())))
    assert "di kolom `Satuan`" in fault[2]


def test_a_row_that_lacks_what_a_new_shop_needs_is_asked_about_the_one_it_may_mean() -> None:
    head = ["Nama Usaha", "Alamat", "Telepon"]
    plan = shops_from([head, ["Intakko (Tanggulangin)", "Jl. Utama 27A", "031-8951111"]])
    assert codes(only(plan)) == ["row-near.lacking"]
    ((_, reason, advice),) = told(only(plan))
    assert "untuk entri baru belum ada: jenis, kategori" in reason
    assert "isi kolom `ID` dengan `intako`" in advice
    plan = shops_from([["ID", *head], ["intako", "Intakko (Tanggulangin)", "Jl. Utama 27A", "031-8951111"]])
    assert (str(only(plan).status), [held.field for held in only(plan).held]) == (
        "unchanged",
        ["nama", "alamat", "telepon"],
    )


def test_an_id_beside_the_name_of_another_entry_is_refused_though_both_are_alike() -> None:
    """As in a sheet of which only one column was sorted."""
    shop = "---\nnama: {}\njenis: toko\nkategori: [dompet]\nalamat: {}\n---\n"
    files = sources(
        **{
            "content/shops/mekar.md": shop.format("Toko Mekar", "A 1"),
            "content/shops/mekar-jaya.md": shop.format("Toko Mekar Jaya", "B 2"),
        }
    )
    rows: Rows = [["ID", "Nama Usaha", "Desa"], ["mekar", "Toko Mekar Jaya", "Kludan"]]
    assert codes(only(shops_from(rows, files))) == ["row-id-other"]
    rows = [["ID", "Nama Usaha", "Desa"], ["mekar", "Toko Mekarr", "Kludan"]]
    assert [change.field for change in only(shops_from(rows, files)).changes] == ["desa"]


def test_a_row_that_may_mean_several_names_them() -> None:
    shop = "---\nnama: Toko Contoh 7 {}\njenis: toko\nkategori: [dompet]\nalamat: A {}\n---\n"
    files = sources(
        **{f"content/shops/c{n}.md": shop.format(what, n) for n, what in enumerate(("Sepatu", "Topi"))}
    )
    plan = shops_from([["Nama Usaha", "Telepon"], ["Toko Contoh 7", "031-8951111"]], files)
    assert codes(only(plan)) == ["row-near.several"]
    assert "c0, c1" in told(only(plan))[0][1]


@pytest.mark.parametrize(
    ("cell", "line"),
    [("4202,91", "kode_hs: 4202.91"), ("HS 4202.21", "kode_hs: 4202.21"), ("420221", "kode_hs: 420221")],
)
def test_codes_of_customs(cell: str, line: str) -> None:
    rows: Rows = [["Nama Produk", "Kategori", "Bahan", "HS"], ["Dompet", "Dompet", "Kulit sapi", cell]]
    plan = plan_of("a.csv", csv(rows), Kind.PRODUCTS, sources())
    assert f"{line}\n" in written(plan, "content/products/dompet.md").replace('"', "")


def test_a_row_that_has_moved_by_a_column_is_told_once() -> None:
    head = [*HEAD, "Email", "Website"]
    row = [None, *MEKAR[:2], "Dompet", "Kludan 3", "0812-3456-789", "a@b.id"]
    assert codes(only(shops_from([head, row]))) == ["row-shifted"]
    assert codes(only(shops_from([head, [None, *MEKAR[1:], "a@b", None]]))) != ["row-shifted"]
