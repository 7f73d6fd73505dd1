"""No hint drops words that may mean something, and none holds a number that the cell does not say."""

from __future__ import annotations

import pytest

from site_builder.importing.entries.plan import ImportPlan
from site_builder.importing.run import plan_of
from site_builder.names import Kind
from tests.support.plans import HEAD, MEKAR, codes, only, written
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
