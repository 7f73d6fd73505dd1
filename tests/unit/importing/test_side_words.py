"""No hint drops words that may mean something, and none holds a number that the cell does not say."""

from __future__ import annotations

import pytest

from site_builder.importing.entries.plan import ImportPlan
from site_builder.importing.run import plan_of
from site_builder.names import Kind
from tests.support.plans import HEAD, MEKAR, codes, only, warnings, written
from tests.support.spreadsheets import csv, shops_from, sources, told

PATH = "content/products/lipat.md"


def product(head: str, cell: str) -> ImportPlan:
    rows = [["Nama Produk", "Kategori", "Bahan", head], ["Lipat", "Dompet", "Kulit sapi", cell]]
    return plan_of("a.csv", csv(rows), Kind.PRODUCTS, sources())


@pytest.mark.parametrize(
    ("head", "cell", "code"),
    [
        ("Harga", "85.000 (harga lama)", "cell-price.words"),
        ("Harga", "50.000 (sewa/hari)", "cell-price.words"),
        ("Harga", "95 (net)", "cell-price.small"),
        ("Harga", "seratus lima puluh ribu rupiah", "cell-price.spelled"),
        ("Harga", "harga bakul 55.000", "cell-price.words"),
        ("Harga", "tengkulak 40rb", "cell-price.words"),
        ("Harga", "kodian 600rb", "cell-price.words"),
        ("Harga", "1/2 kodi 600rb", "cell-price.pieces"),
        ("Harga", "setengah lusin 300.000", "cell-price.pieces"),
        ("Harga", "600.000 1 kodi", "cell-price.pieces"),
        ("Harga", "3 biji 100rb", "cell-price.pieces"),
        ("Harga", "150.000 - 20%", "cell-price.discount"),
        ("Harga", "150.000 diskon 20%", "cell-price.discount"),
        ("Harga", "200.000 potong 10 %", "cell-price.discount"),
        ("Berat (gram)", "200-250", "field-type.whole-number-range"),
        ("MOQ", "3 ton", "cell-count.words"),
        ("MOQ", "1 dos", "cell-count.words"),
        ("MOQ", "50/warna", "cell-count.words"),
        ("Lama Pengerjaan", "3-5 hari kerja", "cell-count.working-days"),
    ],
)
def test_a_number_with_words_beside_it_is_not_proposed_alone(head: str, cell: str, code: str) -> None:
    outcome = only(product(head, cell))
    assert codes(outcome) == [code]
    assert not any(map(str.isdecimal, told(outcome)[0][2]))


@pytest.mark.parametrize(
    "cell", ["Rp300.000-an", "300.000an", "300rb an", "±300.000", "± Rp 300 ribu", "300-an ribu"]
)
def test_a_price_that_is_only_about_so_much_is_left_out_and_told(cell: str) -> None:
    plan = product("Harga", cell)
    assert "harga" not in written(plan, PATH)
    assert any(cell in reason for _, reason in warnings(plan))


@pytest.mark.parametrize("cell", ["1 pcs 100.000", "100.000 / 1 buah"])
def test_one_piece_is_no_number_of_pieces(cell: str) -> None:
    assert "cell-price.pieces" not in codes(only(product("Harga", cell)))


@pytest.mark.parametrize(
    ("head", "cell", "line"),
    [
        ("Harga", "1 juta 250 ribu", "harga: 1.250.000"),
        ("Harga", "1jt 250rb", "harga: 1.250.000"),
        ("Harga", "85 ribu rupiah", "harga: 85.000"),
        ("Harga", "Rp 85.000,- s.d Rp 100.000,-", "harga: {terendah: 85.000, tertinggi: 100.000}"),
        ("Lama Pengerjaan", "1-2 mgg", "lama_pengerjaan_hari: 7-14"),
        ("Lama Pengerjaan", "2 minggu", "lama_pengerjaan_hari: 14"),
        ("MOQ", "50 pcs", "pesanan_minimum: 50"),
    ],
)
def test_what_means_one_thing_is_read(head: str, cell: str, line: str) -> None:
    assert f"{line}\n" in written(product(head, cell), PATH)


@pytest.mark.parametrize(
    "cell", ["0821-4455-7110 WA / 0856-1111-7110 telp", "0813-3456-7307 (Bu Ida), 0813-3456-7317 (toko)"]
)
def test_of_several_numbers_none_is_proposed(cell: str) -> None:
    outcome = only(shops_from([[*HEAD[:4], "WhatsApp"], [*MEKAR[:4], cell]]))
    ((_, reason, advice),) = told(outcome)
    assert "terlalu pendek" not in reason
    assert not any(map(str.isdecimal, advice))


def test_a_number_cut_short_is_told_as_what_it_is() -> None:
    assert codes(only(shops_from([HEAD, [*MEKAR[:4], "081334567304/05"]]))) == ["cell-zero.part"]


@pytest.mark.parametrize("day", ["29/02/2027", "31/11/2027"])
def test_a_day_that_no_calendar_has_proposes_no_other(day: str) -> None:
    rows = [["Nama Acara", "Tanggal"], ["Bazar Melati", day]]
    outcome = only(plan_of("a.csv", csv(rows), Kind.EVENTS, sources()))
    assert codes(outcome) == ["cell-date.not-there"]
    assert not any(map(str.isdecimal, told(outcome)[0][2]))


@pytest.mark.parametrize("day", ["5 s/d 8 Feb 27", "5 Feb '27", "5-8 Februari 27"])
def test_a_year_of_two_figures_is_what_a_day_lacks(day: str) -> None:
    rows = [["Nama Acara", "Tanggal"], ["Bazar Melati", day]]
    assert codes(only(plan_of("a.csv", csv(rows), Kind.EVENTS, sources()))) == ["cell-date.short-year"]
