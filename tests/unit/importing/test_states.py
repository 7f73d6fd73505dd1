"""Headings, titles and sheets that say of all their rows that they must not be shown as they are."""

from __future__ import annotations

import pytest

from site_builder.importing.run import plan_of
from site_builder.names import Kind
from tests.support.plans import HEAD, MEKAR, codes, neighbour
from tests.support.spreadsheets import csv, shops_from, sources

OTHER = neighbour("Galeri Zamrud")


@pytest.mark.parametrize(
    "heading",
    [
        "II. SUDAH TUTUP",
        "TIDAK AKTIF",
        "PINDAH KE LUAR DESA",
        "TIDAK BERSEDIA DITAMPILKAN",
        "CALON UMKM",
        "Data lama",
    ],
)
def test_rows_below_a_heading_of_the_end_are_refused_and_those_above_it_are_not(heading: str) -> None:
    plan = shops_from([HEAD, MEKAR, [heading], OTHER])
    first, *_, last = plan.outcomes
    assert (codes(first), codes(last)) == ([], ["row-state.above"])


def test_the_next_heading_ends_it() -> None:
    plan = shops_from([HEAD, ["SUDAH TUTUP"], MEKAR, ["Desa Kludan"], OTHER])
    assert codes(plan.outcomes[-1]) == []


@pytest.mark.parametrize("heading", ["Desa Kludan", "A. Pengrajin tas", "Toko Jati (sudah tutup)"])
def test_a_heading_of_something_else_refuses_nothing(heading: str) -> None:
    assert codes(shops_from([HEAD, MEKAR, [heading], OTHER]).outcomes[-1]) == []


def test_a_title_that_says_so_refuses_all_rows() -> None:
    plan = shops_from([["DAFTAR USAHA YANG SUDAH TUTUP"], HEAD, MEKAR, OTHER])
    assert [codes(one) for one in plan.outcomes] == [["row-state.title"]] * 2


@pytest.mark.parametrize("heading", ["HARGA PER LUSIN", "Harga lama tahun 2019", "SUDAH TIDAK DIPRODUKSI"])
def test_products_below_a_heading_of_other_prices_are_refused(heading: str) -> None:
    head = ["Nama Produk", "Kategori", "Bahan", "Harga"]
    rows = [
        head,
        ["Lipat", "Dompet", "Kulit sapi", "85.000"],
        [heading],
        ["Kartu", "Dompet", "Kulit sapi", "90.000"],
    ]
    plan = plan_of("a.csv", csv(rows), Kind.PRODUCTS, sources())
    assert codes(plan.outcomes[-1]) == ["row-state.above"]
