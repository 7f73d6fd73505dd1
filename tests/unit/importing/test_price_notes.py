"""A line around a table that speaks of its prices is shown, and no bare price is taken against it."""

from __future__ import annotations

import pytest

from site_builder.importing.entries.plan import ImportPlan
from site_builder.importing.run import plan_of
from site_builder.importing.showing import plan_text
from site_builder.names import Kind
from tests.support.plans import codes, only, written
from tests.support.spreadsheets import Rows, csv, sources, told

HEAD = ["Nama Produk", "Kategori", "Bahan", "Harga"]
ROW = ["Lipat", "Dompet", "Kulit sapi"]
PATH = "content/products/lipat.md"


def priced(line: str, cell: str, head: str = "Harga", *, is_below: bool = False) -> ImportPlan:
    table: Rows = [[*HEAD[:3], head], [*ROW, cell]]
    rows: Rows = [*table, [], [line]] if is_below else [[line], *table]
    return plan_of("a.csv", csv(rows), Kind.PRODUCTS, sources())


THOUSANDS = [
    "price list okt 2026 - in thousand rupiah unless stated",
    "Harga dalam ribuan rupiah",
    "(dalam ribuan rupiah)",
    "harga x 1000",
    "DAFTAR HARGA (Rp 000)",
    "Catatan: harga dlm ribuan",
]


@pytest.mark.parametrize("line", THOUSANDS)
@pytest.mark.parametrize("cell", ["1.250", "165", "85.000"])
def test_no_bare_price_is_taken_below_a_line_of_thousands(line: str, cell: str) -> None:
    plan = priced(line, cell)
    assert codes(only(plan)) == ["cell-scale.note-thousands"]
    ((place, reason, _),) = told(only(plan))
    assert place == "D3"
    assert f"menurut tulisan di A1 (`{line}`)" in reason
    assert f"`{line}`" in plan_text(plan, "id").partition("DILEWATI")[2]


@pytest.mark.parametrize(("cell", "price"), [("1.250 ribu", "1.250.000"), ("Rp 85.000", "85.000")])
def test_a_price_that_says_its_own_unit_is_taken(cell: str, price: str) -> None:
    assert f"harga: {price}\n" in written(priced(THOUSANDS[0], cell), PATH)


def test_a_header_that_says_so_too_settles_it() -> None:
    assert "harga: 1.250.000\n" in written(priced(THOUSANDS[1], "1.250", "Harga (ribu rupiah)"), PATH)


@pytest.mark.parametrize("line", ["harga per lusin", "Semua harga per kodi", "HARGA/LUSIN"])
def test_a_price_of_another_unit_needs_the_unit_in_its_row(line: str) -> None:
    assert codes(only(priced(line, "250.000"))) == ["cell-scale.note-unit"]
    rows = [[line], [*HEAD, "Satuan"], [*ROW, "250.000", "lusin"]]
    plan = plan_of("a.csv", csv(rows), Kind.PRODUCTS, sources())
    assert "harga: 250.000\nsatuan: lusin\n" in written(plan, PATH)


@pytest.mark.parametrize(
    "line", ["Harga lama, tahun 2019", "harga blm termasuk PPN", "Harga reseller", "harga USD"]
)
def test_prices_that_are_not_those_of_buyers_are_not_taken(line: str) -> None:
    assert codes(only(priced(line, "250.000"))) == ["cell-scale.note-terms"]


def test_a_note_below_the_table_counts_too() -> None:
    plan = priced("Keterangan: harga dalam ribuan", "250.000", is_below=True)
    assert codes(only(plan)) == ["cell-scale.note-thousands"]


@pytest.mark.parametrize(
    "line",
    [
        "harga dapat berubah sewaktu-waktu",
        "DAFTAR HARGA 2026",
        "Daftar harga per 1 Oktober 2026",
        "Harga blm termasuk ongkir",
    ],
)
def test_other_lines_of_prices_are_shown(line: str) -> None:
    plan = priced(line, "250.000")
    assert "harga: 250.000\n" in written(plan, PATH)
    assert f"`{line}`" in plan_text(plan, "id")


def test_titles_that_speak_of_no_price_are_none() -> None:
    assert "DILEWATI" not in plan_text(priced("KATALOG PRODUK SENTRA", "250.000"), "id")
