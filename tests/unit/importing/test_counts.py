"""A count in the unit of its product is counted once: two dozens are not shown as 24 dozens."""

from __future__ import annotations

import pytest

from site_builder.importing.run import plan_of
from site_builder.names import Kind
from tests.support.plans import codes, only, written
from tests.support.spreadsheets import csv, sources, told

HEAD = ["Nama Produk", "Kategori", "Bahan", "Satuan"]
ROW = ["Lipat", "Dompet", "Kulit sapi"]


@pytest.mark.parametrize(
    ("unit", "head", "cell", "line"),
    [
        ("lusin", "Min. Order", "2 lusin", "pesanan_minimum: 2"),
        ("Lusin", "Min. Order", "2 lsn", "pesanan_minimum: 2"),
        ("kodi", "Min. Order", "3 kodi", "pesanan_minimum: 3"),
        ("gross", "Min. Order", "1 gros", "pesanan_minimum: 1"),
        ("lusin", "Kapasitas/bulan", "500 lusin", "kapasitas_per_bulan: 500"),
        ("kodi", "Kapasitas/bulan", "20 kodi/bln", "kapasitas_per_bulan: 20"),
        ("lusin", "Min. Order", "2", "pesanan_minimum: 2"),
        ("pcs", "Min. Order", "2 lusin", "pesanan_minimum: 24"),
        ("pcs", "Min. Order", "50 pcs", "pesanan_minimum: 50"),
        ("buah", "Kapasitas/bulan", "1 kodi", "kapasitas_per_bulan: 20"),
        ("", "Min. Order", "2 lusin", "pesanan_minimum: 24"),
    ],
)
def test_counts(unit: str, head: str, cell: str, line: str) -> None:
    plan = plan_of("a.csv", csv([[*HEAD, head], [*ROW, unit, cell]]), Kind.PRODUCTS, sources())
    assert f"{line}\n" in written(plan, "content/products/lipat.md")


@pytest.mark.parametrize(("unit", "cell"), [("lusin", "24 pcs"), ("kodi", "2 lusin"), ("gross", "100 buah")])
def test_a_count_in_another_unit_than_dozens_is_asked_about(unit: str, cell: str) -> None:
    plan = plan_of("a.csv", csv([[*HEAD, "Min. Order"], [*ROW, unit, cell]]), Kind.PRODUCTS, sources())
    assert codes(only(plan)) == ["cell-count"]
    assert told(only(plan))[0][2] == f"tulis berapa {unit}, angkanya saja, misalnya `2`"
