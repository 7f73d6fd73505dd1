"""Columns that are told by what stands in them, and those that hold what is of a person."""

from __future__ import annotations

import pytest

from site_builder.importing.run import plan_of
from site_builder.names import Kind
from tests.support.plans import HEAD, MEKAR, codes, only, warnings, written
from tests.support.spreadsheets import Rows, csv, shops_from, sources, xlsx

GOODS = ["Nama Produk", "Kategori", "Bahan"]
DOMPET = ["Satu", "Dompet", "Kulit sapi"]
SHOP = {"content/shops/intako.md": "---\nnama: Koperasi Intako\n---\n"}


def named(heading: str) -> list[str]:
    return [heading if head == "Kategori" else head for head in HEAD]


@pytest.mark.parametrize(
    "heading",
    ["KATEGORI BARANG", "MACAM BARANG", "BARANG DAGANGAN", "PRODUK YG DIJUAL", "Macam-macam dagangan toko"],
)
def test_goods_are_known_by_words_and_cells(heading: str) -> None:
    plan = shops_from([named(heading), MEKAR])
    assert "kategori: [dompet]\n" in written(plan, "content/shops/toko-mekar.md")


def test_of_a_column_that_would_fit_it_is_told_how_to_call_it() -> None:
    plan = shops_from([named("Apa yang dikerjakan"), MEKAR])
    assert codes(only(plan)) == ["row-missing.column"]
    ((place, text),) = warnings(plan)
    assert place == "Lembar1!C1"
    assert (
        text
        == "kolom `Apa yang dikerjakan` tidak dikenal, tetapi isinya cocok untuk `Kategori`, yang wajib ada"
    )
    plan = shops_from([named("Macam dagangan toko"), [*MEKAR[:2], "banyak sekali", *MEKAR[3:]]])
    assert "sheet-note.unknown-column" in [note.key for note in plan.notes]


@pytest.mark.parametrize("heading", ["Contact Person", "Narahubung", "CP", "PIC", "No. CP"])
@pytest.mark.parametrize("cell", ["0811-222-3331", "Pak Joko 0811-222-3332", "Joko"])
def test_contact_persons_are_left_out_and_told(heading: str, cell: str) -> None:
    plan = shops_from([[*HEAD[:4], heading], [*MEKAR[:4], cell]])
    text = written(plan, "content/shops/toko-mekar.md")
    assert "telepon" not in text
    assert "wa:" not in text
    assert [note.key for note in plan.notes] == ["sheet-note.contact-column"]


def test_the_address_of_who_filled_in_a_form_is_left_out() -> None:
    heads = ["Stempel waktu", "Alamat Email", *HEAD]
    plan = shops_from([heads, ["29/11/2026 8:00", "saya@contoh.id", *MEKAR]])
    assert "surel" not in written(plan, "content/shops/toko-mekar.md")
    assert "sheet-note.respondent-column" in [note.key for note in plan.notes]
    plan = shops_from([heads[1:], ["saya@contoh.id", *MEKAR]])
    assert "surel: saya@contoh.id\n" in written(plan, "content/shops/toko-mekar.md")


def test_a_craftsman_is_no_shop_beside_one() -> None:
    rows = [[*GOODS, "Toko", "Nama perajin"], [*DOMPET, "Koperasi Intako", "Sumini"]]
    plan = plan_of("a.csv", csv(rows), Kind.PRODUCTS, sources(**SHOP))
    assert "toko: intako\n" in written(plan, "content/products/satu.md")
    assert [note.key for note in plan.notes] == ["sheet-note.person-column"]
    rows = [[*GOODS, "Nama perajin"], [*DOMPET, "Koperasi Intako"]]
    plan = plan_of("a.csv", csv(rows), Kind.PRODUCTS, sources(**SHOP))
    assert "toko: intako\n" in written(plan, "content/products/satu.md")


def test_two_columns_of_one_meaning_are_told_by_their_own_names() -> None:
    ((_, text),) = warnings(shops_from([[*HEAD, "Alamat Toko"], [*MEKAR, MEKAR[3]]]))
    assert text == "kolom `Alamat Toko` sama artinya dengan kolom `Alamat` (Lembar1!D1), jadi tidak diimpor"


def test_a_title_over_the_whole_table_is_no_part_of_its_headers() -> None:
    title = ["KATALOG", *[None] * 3]
    data = xlsx([title, [*GOODS, "Stok"], [*DOMPET, "3"]], merged=["A1:D1"])
    plan = plan_of("a.xlsx", data, Kind.PRODUCTS, sources())
    assert ("Lembar1!D2", "kolom `Stok` tidak dikenal, jadi tidak diimpor") in warnings(plan)


def test_a_group_of_columns_is_no_title() -> None:
    rows: Rows = [[*[None] * 5, "Pemilik", None], [*HEAD, "Alamat", "NIK"], [*MEKAR, "Jl. Rumah 1", "x"]]
    plan = plan_of("a.xlsx", xlsx(rows, merged=["F1:G1"]), Kind.SHOPS, sources())
    assert "alamat: Kludan 3\n" in written(plan, "content/shops/toko-mekar.md")
    told = dict(warnings(plan))["Lembar1!F2"]
    assert told.startswith("kolom `Alamat Pemilik` berisi data pribadi")


@pytest.mark.parametrize(
    ("days", "hours", "week"),
    [
        ("Senin–Sabtu (Minggu libur)", "08.00–17.00 WIB", "{senin-sabtu: 08.00-17.00, minggu: tutup}"),
        ("Senin-Sabtu, Minggu tutup", "08.00-17.00", "{senin-sabtu: 08.00-17.00, minggu: tutup}"),
        ("Minggu libur", "08.00-16.00", "{senin-sabtu: 08.00-16.00, minggu: tutup}"),
    ],
)
def test_closed_days_behind_the_open_ones(days: str, hours: str, week: str) -> None:
    plan = shops_from([[*HEAD, "Hari", "Jam Buka"], [*MEKAR, days, hours]])
    assert f"jam_buka: {week}\n" in written(plan, "content/shops/toko-mekar.md")


def test_days_that_are_not_sure_are_told_at_their_own_cell() -> None:
    row = [*MEKAR, "Senin-Sabtu kecuali hari pasaran", "08.00-16.00"]
    (problem,) = only(shops_from([[*HEAD, "Hari", "Jam Buka"], row])).problems
    assert (problem.key, problem.at.path) == ("cell-days", "Lembar1!F2")


@pytest.mark.parametrize(
    ("cell", "account", "is_told"),
    [
        ("IG : tas_kelud, FB : Tas Kelud", "tas_kelud", True),
        ("FB: Tas Kelud / IG: tas_kelud", "tas_kelud", True),
        ("tas_kelud", "tas_kelud", False),
    ],
)
def test_one_account_of_several(cell: str, account: str, is_told: bool) -> None:
    plan = shops_from([[*HEAD, "Instagram"], [*MEKAR, cell]])
    assert f"ig: {account}\n" in written(plan, "content/shops/toko-mekar.md")
    assert [note.key for note in plan.notes] == (["cell-account"] if is_told else [])


@pytest.mark.parametrize(
    ("cell", "price"),
    [
        ("150-300 ribu", "{terendah: 150.000, tertinggi: 300.000}"),
        ("75 - 100rb", "{terendah: 75.000, tertinggi: 100.000}"),
        ("2-3 juta", "{terendah: 2.000.000, tertinggi: 3.000.000}"),
    ],
)
def test_a_unit_at_the_end_of_a_range_is_that_of_both(cell: str, price: str) -> None:
    plan = plan_of("a.csv", csv([[*GOODS, "Harga"], [*DOMPET, cell]]), Kind.PRODUCTS, sources())
    assert f"harga: {price}\n" in written(plan, "content/products/satu.md")


def test_a_range_that_would_go_down_is_refused() -> None:
    plan = plan_of("a.csv", csv([[*GOODS, "Harga"], [*DOMPET, "500-1 juta"]]), Kind.PRODUCTS, sources())
    assert codes(only(plan)) != []


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("31 November 2026", "cell-date.not-there"),
        ("15 Agustus", "cell-date.no-year"),
        ("10, 17, 24 Januari 2027", "cell-date.several"),
        ("1 Muharram 1449", "field-type.when"),
    ],
)
def test_what_a_day_lacks_is_told(day: str, code: str) -> None:
    rows = [["Nama Acara", "Tanggal", "Tempat"], ["Bazar", day, "Balai Desa"]]
    (found,) = codes(only(plan_of("a.csv", csv(rows), Kind.EVENTS, sources())))
    assert found == code


def test_holidays_beside_the_days_are_told() -> None:
    row = [*MEKAR, "Senin-Sabtu kecuali tanggal merah", "08.00-16.00"]
    plan = shops_from([[*HEAD, "Hari", "Jam Buka"], row])
    assert codes(only(plan)) == []
    assert any("tanggal merah` tidak diimpor" in text for _, text in warnings(plan))
