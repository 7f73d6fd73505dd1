"""Weights, sizes and marketplaces: taken where they are sure, told and left out where not."""

from __future__ import annotations

import pytest

from site_builder.importing.run import plan_of
from site_builder.names import Kind
from tests.support.plans import HEAD, MEKAR, own_warnings, warnings, written
from tests.support.spreadsheets import Rows, after, csv, shops_from, sources, xlsx


def product(head: str, cell: object) -> tuple[str, list[str]]:
    rows: Rows = [["Nama Produk", "Kategori", "Bahan", head], ["Dompet", "Dompet", "Kulit sapi", cell]]
    plan = plan_of("a.xlsx", xlsx(rows), Kind.PRODUCTS, sources())
    text = written(plan, "content/products/dompet.md")
    again = plan_of("a.xlsx", xlsx(rows), Kind.PRODUCTS, after(sources(), plan))
    assert again.writes == ()
    return text.partition("bahan: [kulit]\n")[2], [place for place, _ in own_warnings(plan)]


@pytest.mark.parametrize(
    ("head", "cell", "line", "is_told"),
    [
        ("Berat", "1,2 kg", "berat_g: 1200", False),
        ("Berat", "90 gr", "berat_g: 90", False),
        ("Berat", "0.085 kg", "berat_g: 85", False),
        ("Berat", "3 ons", "berat_g: 300", False),
        ("Berat", 850, "berat_g: 850", True),
        ("Berat", "3.600", "berat_g: 3600", True),
        ("Berat", 35, "", True),
        ("Berat", "0,13", "", True),
        ("Berat", "1.250 kg", "", True),
        ("Berat", "ringan", "", True),
        ("Berat (kg)", "1,2", "berat_g: 1200", False),
        ("Berat (kg)", 850, "", True),
        ("Berat", "850 kg", "", True),
        ("Ukuran (P x L x T)", "100 x 20 x 90 mm", "", True),
        ("Berat (kg)", 0.85, "berat_g: 850", False),
        ("Ukuran (cm) P x L x T", "12 x 2 x 9", "ukuran_cm: {lebar: 12, tinggi: 9, tebal: 2}", False),
        ("Ukuran PxLxT", "11x14,5×1,2 cm", 'ukuran_cm: {lebar: 11, tinggi: "1,2", tebal: "14,5"}', False),
        ("Ukuran (P x L x T)", "30 cm", "", True),
        ("Ukuran (P x L x T)", "110 x 3,5", "", True),
        ("Ukuran", "30x20x10", "", True),
        ("Ukuran", "P30 L10 T28 cm", "ukuran_cm: {lebar: 30, tinggi: 28, tebal: 10}", False),
        ("Ukuran (cm)", "P: 35, L: 22, T: 50", "ukuran_cm: {lebar: 35, tinggi: 50, tebal: 22}", False),
        ("Ukuran (P x L x T)", "P35 L22 T50", "ukuran_cm: {lebar: 35, tinggi: 50, tebal: 22}", False),
        ("Ukuran (P x L x T)", "L22", "", True),
        ("Ukuran", "uk. M", "", True),
        ("Panjang (cm)", 30, "", True),
        ("Kapasitas/bulan", "sesuai pesanan", "", True),
    ],
)
def test_weights_and_sizes(head: str, cell: object, line: str, is_told: bool) -> None:
    text, places = product(head, cell)
    assert text == (f"{line}\n---\n" if line else "---\n")
    assert bool(places) == is_told


def test_sides_in_columns_of_their_own() -> None:
    rows: Rows = [
        ["Nama Produk", "Kategori", "Bahan", "Panjang (cm)", "Lebar (cm)", "Tinggi (cm)"],
        ["Dompet", "Dompet", "Kulit sapi", 30, 10, 20],
    ]
    plan = plan_of("a.xlsx", xlsx(rows), Kind.PRODUCTS, sources())
    line = "ukuran_cm: {lebar: 30, tinggi: 20, tebal: 10}\n"
    assert line in written(plan, "content/products/dompet.md")


@pytest.mark.parametrize(
    ("head", "cell", "value", "places"),
    [
        ("Pasar daring", "Shopee: shopee.co.id/mekar", ["Shopee https://shopee.co.id/mekar"], []),
        (
            "Marketplace",
            "https://www.tokopedia.com/mekar, shopee.co.id/mekar",
            ["Tokopedia https://www.tokopedia.com/mekar", "Shopee https://shopee.co.id/mekar"],
            [],
        ),
        ("Toko Online", "shopee.co.id/m; Tokopedia mekar", ["Shopee https://shopee.co.id/m"], ["F2"]),
        ("Link Shopee", "mekar.official", [], ["F2"]),
        ("Pasar daring", "https://example.org/mekar", [], ["F2"]),
        ("Pasar daring", "-", [], []),
    ],
)  # fmt: skip
def test_marketplaces(head: str, cell: str, value: list[str], places: list[str]) -> None:
    rows: Rows = [[*HEAD, head], [*MEKAR, cell]]
    plan = plan_of("a.csv", csv(rows), Kind.SHOPS, sources())
    text = written(plan, "content/shops/toko-mekar.md")
    items = [item.split() for item in value]
    line = ", ".join(f"{{nama: {name}, tautan: {address}}}" for name, address in items)
    assert (f"lokapasar: [{line}]\n" in text) if value else ("lokapasar" not in text)
    assert [place for place, _ in warnings(plan)] == places
    assert plan_of("a.csv", csv(rows), Kind.SHOPS, after(sources(), plan)).writes == ()


def test_columns_that_no_cell_can_fill_are_told_as_such() -> None:
    rows: Rows = [["Nama Produk", "Kategori", "Bahan", "Sertifikat", "Ukuran", "Berat (ton)"]]
    rows = [*rows, ["Dompet", "Dompet", "Kulit sapi", "SVLK", "30 x 20", "1"]]
    plan = plan_of("a.csv", csv(rows), Kind.PRODUCTS, sources())
    assert own_warnings(plan) == [
        ("D1", "kolom `Sertifikat` tidak bisa diimpor: di situs isinya lebih rinci daripada satu sel"),
        ("E1", "kolom `Ukuran` tidak menyebut urutan sisinya, jadi tidak diimpor"),
        ("F1", "kolom `Berat (ton)` tidak menyebut satuannya, jadi tidak diimpor"),
    ]


def test_two_markets_in_columns_of_their_own_are_one_list() -> None:
    plan = shops_from([[*HEAD, "Shopee", "Tokopedia"], [*MEKAR, "shopee.co.id/a", "tokopedia.com/b"]])
    text = written(plan, "content/shops/toko-mekar.md")
    assert text.count("nama: Shopee") == text.count("nama: Tokopedia") == 1
