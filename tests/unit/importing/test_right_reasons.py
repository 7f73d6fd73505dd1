"""What is clear is taken, and what is refused is refused at its cell, for its own reason."""

from __future__ import annotations

import pytest

from site_builder.importing.entries.plan import ImportPlan
from site_builder.importing.run import plan_of
from site_builder.importing.showing import reason_and_advice
from site_builder.names import Kind
from tests.support.plans import HEAD, MEKAR, codes, only, statuses, warnings, written
from tests.support.spreadsheets import Rows, csv, shops_from, sources, told, xlsx


@pytest.mark.parametrize(
    "number", ["０８１２－９９００－１３１３", "０８１２ ９９００ １３１３", "𝟎𝟖𝟏𝟐-𝟗𝟗𝟎𝟎-𝟏𝟑𝟏𝟑"]
)
def test_figures_of_other_widths_are_figures(number: str) -> None:
    plan = shops_from([HEAD, [*MEKAR[:4], number]])
    assert "0812" in written(plan, "content/shops/toko-mekar.md")
    head = ["Nama Produk", "Kategori", "Bahan", "Harga"]
    plan = plan_of(
        "a.csv", csv([head, ["Lipat", "Dompet", "Kulit sapi", "２５０．０００"]]), Kind.PRODUCTS, sources()
    )
    assert "harga: 250.000\n" in written(plan, "content/products/lipat.md")


@pytest.mark.parametrize(
    "number",
    [
        "0812 3450 9O13",
        "O812-3450-9013",
        "0812-345O-9013",
        "0812l4509013",
        "0812-3450-901O",
        "0812 34S0 9013",
    ],
)
@pytest.mark.parametrize("head", ["No. HP/WA", "Telepon", "WhatsApp"])
def test_a_letter_among_figures_is_told_and_no_shorter_number_offered(head: str, number: str) -> None:
    outcome = only(shops_from([[*HEAD[:4], head], [*MEKAR[:4], number]]))
    assert codes(outcome) == ["cell-letter"]
    assert told(outcome)[0][1:] == (
        f"ada huruf di antara angka `{number}`",
        "tulis nomornya dengan angka saja: periksa apakah huruf itu maksudnya angka, misalnya O untuk nol",
    )


@pytest.mark.parametrize(
    "number", ["0812-3456-789 WA", "0812-3456-789 (WA) / 031-8951234", "HP 0812-3456-789"]
)
def test_labels_are_no_letters_among_figures(number: str) -> None:
    assert statuses(shops_from([HEAD, [*MEKAR[:4], number]])) == [("Toko Mekar", "new")]


def products(rows: Rows, **files: str) -> ImportPlan:
    shop = "---\nnama: {}\njenis: toko\nkategori: [tas]\nalamat: Jl. Raya 9\n---\n"
    return plan_of(
        "a.csv",
        csv(rows),
        Kind.PRODUCTS,
        sources(**{f"content/shops/{name}.md": shop.format(called) for name, called in files.items()}),
    )


@pytest.mark.parametrize("heading", ["UD. BAROKAH JAYA", "CV Barokah Jaya", "TOKO BAROKAH JAYA (Kludan)"])
def test_a_heading_names_a_shop_with_or_without_its_legal_form(heading: str) -> None:
    rows = [["Nama Produk", "Kategori", "Bahan"], [heading, "", ""], ["Lipat", "Dompet", "Kulit sapi"]]
    plan = products(rows, barokah="Barokah Jaya")
    assert "toko: barokah\n" in written(plan, "content/products/lipat.md")
    assert warnings(plan) == [("A2", "toko untuk A3 diambil dari judul kelompok di atasnya: `barokah`")]


def test_shops_of_nearly_the_name_are_named() -> None:
    rows = [["Nama Produk", "Kategori", "Bahan", "Toko"], ["Lipat", "Dompet", "Kulit sapi", "Sumber Rejeki"]]
    plan = products(rows, satu="Toko Sumber Rejeki", dua="Toko Sumber Rejeki 2")
    ((place, reason, advice),) = told(only(plan))
    assert (place, reason) == ("D2", "tidak ada toko bernama persis `Sumber Rejeki`")
    assert advice.startswith("mungkin salah satu dari `Toko Sumber Rejeki 2`, `Toko Sumber Rejeki`?")


@pytest.mark.parametrize("cell", ["Dompet; Tas", "Dompet/Tas", "Dompet dan Tas", "Dompet, Ikat pinggang"])
def test_two_categories_in_one_cell(cell: str) -> None:
    outcome = only(products([["Nama Produk", "Kategori", "Bahan"], ["Lipat", cell, "Kulit sapi"]]))
    assert codes(outcome) == ["cell-one"]
    assert told(outcome)[0][2].startswith("pilih salah satu: `Dompet`, `")


@pytest.mark.parametrize(
    ("head", "cells", "lines"),
    [
        (["Mulai", "Jam"], ["31/12/2027", "20.00-24.00"], ("2027-12-31 20.00", "2028-01-01 00.00")),
        (["Mulai", "Jam"], ["31/12/2027", "08.00-24.00"], ("2027-12-31 08.00", "2028-01-01 00.00")),
        (
            ["Mulai", "Jam", "Jam Selesai"],
            ["30/12/2027", "08.00", "24:00"],
            ("2027-12-30 08.00", "2027-12-31 00.00"),
        ),
    ],
)
def test_midnight_ends_a_day(head: list[str], cells: list[str], lines: tuple[str, str]) -> None:
    plan = plan_of("a.csv", csv([["Nama Acara", *head], ["Malam", *cells]]), Kind.EVENTS, sources())
    text = written(plan, "content/events/malam.md").replace('"', "")
    assert f"mulai: {lines[0]}\nselesai: {lines[1]}\n" in text


@pytest.mark.parametrize("time", ["24.00", "20.00-24.30"])
def test_no_event_begins_at_the_end_of_a_day(time: str) -> None:
    rows = [["Nama Acara", "Mulai", "Jam"], ["Malam", "2027-12-31", time]]
    outcome = only(plan_of("a.csv", csv(rows), Kind.EVENTS, sources()))
    assert [(problem.at.path, problem.key) for problem in outcome.problems] == [("C2", "cell-time")]


@pytest.mark.parametrize(("days", "closed"), [("SETIAP HARI", "JUMAT"), ("Senin-Sabtu", "Jumat & Minggu")])
def test_days_that_are_open_and_closed_are_told_at_both_cells(days: str, closed: str) -> None:
    rows = [
        [*HEAD, "Hari Buka", "Jam Buka", "Jam Tutup", "Hari Libur"],
        [*MEKAR, days, "08:00", "17:00", closed],
    ]
    ((place, reason, _),) = told(only(shops_from(rows)))
    assert (place, reason) == (
        "Lembar1!F2",
        f"`{days}` memuat hari yang tutup menurut `{closed}` (Lembar1!I2)",
    )


def test_a_merged_header_is_not_compared_with_itself() -> None:
    rows: Rows = [
        ["No", "Nama", None, "Alamat", None, "Jenis", "Catatan"],
        [None, "Sebutan", "Panggilan", "Gang", "Patokan", "usaha", None],
        [1, "Toko Anggrek", "Siti", "Jl. Anggrek 1", "Kludan", "toko", None],
    ]
    plan = plan_of("a.xlsx", xlsx(rows, merged=["B1:C1", "D1:E1"]), Kind.SHOPS, sources())
    notes = [(place, reason) for place, reason in warnings(plan) if place in ("Lembar1!B1", "Lembar1!D1")]
    assert notes == [
        ("Lembar1!B1", "judul `Nama` digabung di atas beberapa kolom, jadi kolom C tidak diimpor"),
        ("Lembar1!D1", "judul `Alamat` digabung di atas beberapa kolom, jadi kolom E tidak diimpor"),
    ]
    advice = (
        "pisahkan sel judulnya dan tulis satu judul di tiap kolom, semuanya dalam satu baris; "
        "judul di baris kedua dipindah ke baris itu"
    )
    assert [reason_and_advice(note, "id")[1] for note in plan.notes if note.at.path == "Lembar1!B1"] == [
        advice
    ]
    shared = "berdampingan di bawah satu judul yang digabung"
    found = [one for one in told(plan.outcomes[1]) if shared in one[1]]
    assert [reason for _, reason, _ in found] == [
        f"`Toko Anggrek` dan `Siti` (Lembar1!C3) {shared}, `Nama` (Lembar1!B1)",
        f"`Jl. Anggrek 1` dan `Kludan` (Lembar1!E3) {shared}, `Alamat` (Lembar1!D1)",
    ]
    assert [(place, text) for place, _, text in found] == [("Lembar1!B3", advice), ("Lembar1!D3", advice)]


@pytest.mark.parametrize(
    "remark",
    ["HP dipegang anaknya, jangan telp malam", "jgn ditelp dulu", "jangan hubungi lewat WA", "nomor salah",
     "wa ganti"],
)  # fmt: skip
def test_a_remark_that_limits_the_use_of_a_number_is_refused_for_that(remark: str) -> None:
    outcome = only(shops_from([[*HEAD, "Ket."], [*MEKAR, remark]]))
    assert codes(outcome) == ["row-remark.number"]
    ((_, reason, advice),) = told(outcome)
    assert "masih buka" not in reason and "nomornya" in reason
    assert "kosongkan sel nomornya" in advice


@pytest.mark.parametrize("remark", ["jangan telp malam, mungkin tutup", "jangan telp, sudah pindah"])
def test_a_remark_that_says_more_keeps_the_graver_reason(remark: str) -> None:
    assert codes(only(shops_from([[*HEAD, "Ket."], [*MEKAR, remark]])))[0] in ("row-remark", "row-closed")
