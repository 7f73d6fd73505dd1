"""What district offices write beside all that: two lists on a sheet, titles over groups, broken numbers."""

from __future__ import annotations

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from site_builder.importing.run import plan_of
from site_builder.names import Kind
from tests.support.plans import HEAD, MEKAR, codes, neighbour, only, own_warnings, statuses, warnings, written
from tests.support.spreadsheets import Rows, csv, saved, shops_from, sources, xlsx

_TWO = ["Nama Usaha", "Jenis", "Kategori", "Alamat"]


@pytest.mark.parametrize("number", [False, True])
def test_two_lists_beside_each_other_are_both_read(number: bool) -> None:
    head = ["No", *_TWO] if number else _TWO
    one, two = ["Toko A", "Toko", "Dompet", "Jl. A 1"], ["Toko B", "Toko", "Tas", "Jl. B 1"]
    rows: Rows = [
        ["DAFTAR TOKO"],
        [*head, None, *head],
        [*([1] if number else []), *one, None, *([2] if number else []), *two],
        [
            *([None] if number else []),
            *[None] * 4,
            None,
            *([3] if number else []),
            "Toko C",
            *two[1:3],
            "Jl. C",
        ],
    ]
    plan = shops_from(rows)
    assert statuses(plan) == [("Toko A", "new"), ("Toko B", "new"), ("Toko C", "new")]
    place = plan.outcomes[1].cell
    assert place == ("Lembar1!H3" if number else "Lembar1!F3")


def test_a_second_column_of_names_alone_is_no_second_list() -> None:
    plan = shops_from([[*HEAD, "Nama Usaha"], [*MEKAR, "Toko Sri"]])
    assert codes(only(plan)) == ["row-columns"]


def test_a_title_over_headers_in_two_lines_is_no_header() -> None:
    rows: Rows = [
        ["DATA UMKM"],
        ["No", "USAHA", None, None, "KONTAK", None, "ALAMAT", None],
        [None, "Nama", "Jenis", "Kategori", "Telp", "WA", "Jalan", "Desa"],
        [1, "Toko A", "Toko", "Dompet", "031-8951234", "08123456789", "Jl. A 1", "Kludan"],
    ]
    plan = plan_of("a.xlsx", xlsx(rows, merged=["B2:D2", "E2:F2", "G2:H2", "A2:A3"]), Kind.SHOPS, sources())
    assert written(plan, "content/shops/toko-a.md") == (
        "---\nnama: Toko A\njenis: toko\nkategori: [dompet]\nalamat: Jl. A 1\ndesa: Kludan\n"
        "wa: 08123456789\ntelepon: 031-8951234\n---\n"
    )


@pytest.mark.parametrize(
    "mark", ["sama", "sda", "s.d.a.", "s d a", "(sda)", "-sda-", "idem", "sama saja", "ibid"]
)
def test_marks_for_the_cell_above_are_never_published(mark: str) -> None:
    rows: Rows = [[*HEAD, "Desa"], [*MEKAR, "Kludan"], ["Toko B", "Toko", "Dompet", "Jl. B 1", None, mark]]
    plan = shops_from(rows)
    assert "desa: Kludan\n" in written(plan, "content/shops/toko-b.md")
    assert [place for place, _ in warnings(plan)] == ["Lembar1!F3"]
    plan = shops_from([rows[0], rows[2]])
    assert codes(only(plan)) == ["cell-words.ditto"]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (812346000000, "cell-zero.destroyed"),
        ("6281234600000", "cell-zero.destroyed"),
        ("8.12346E+11", "cell-zero.destroyed"),
        (81234567890, ""),
        ("0812 3460 0000", ""),
    ],
)
def test_numbers_that_a_program_has_rounded_are_refused(cell: object, code: str) -> None:
    assert codes(only(shops_from([HEAD, [*MEKAR[:4], cell]]))) == ([code] if code else [])


@pytest.mark.parametrize(
    ("price", "line"),
    [
        ("１２５.０００", "harga: 125.000\n"),
        ("100 ribuan", ""),
        ("sekitar 100.000", ""),
        ("Rp\u00a0125.000", "harga: 125.000\n"),
    ],
)
def test_prices_in_wide_figures_and_about_prices(price: str, line: str) -> None:
    rows: Rows = [["Nama Produk", "Kategori", "Bahan", "Harga"], ["D", "Dompet", "Kulit sapi", price]]
    plan = plan_of("a.csv", csv(rows), Kind.PRODUCTS, sources())
    text = written(plan, "content/products/d.md")
    assert line in text if line else "harga" not in text
    assert bool(own_warnings(plan)) != bool(line)


@pytest.mark.parametrize(
    ("cell", "wa", "phone"),
    [
        ("Telp 031 8951234 HP 0812 3456 7893", "0812 3456 7893", "031 8951234"),
        ("0812-3456-789\n031-8951234", "0812-3456-789", "031-8951234"),
        ("031-8951234 + 0812-3456-789", "", ""),
    ],
)
def test_two_numbers_in_a_cell(cell: str, wa: str, phone: str) -> None:
    plan = shops_from([HEAD, [*MEKAR[:4], cell]])
    if not wa:
        assert codes(only(plan)) != []
        return
    assert f"wa: {wa}\ntelepon: {phone}\n" in written(plan, "content/shops/toko-mekar.md")


def test_a_cell_with_a_line_through_it_is_left_out_and_told() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ([*HEAD, "Email"], [*MEKAR, "a@mekar.id"], [*neighbour("Toko B"), None]):
        sheet.append(row)
    sheet["E2"].font = Font(strike=True)
    sheet["D3"].font = Font(strike=True)
    plan = plan_of("a.xlsx", saved(book), Kind.SHOPS, sources())
    text = written(plan, "content/shops/toko-mekar.md")
    assert "surel: a@mekar.id\n" in text
    assert "0812" not in text
    assert ("Sheet!E2", "`0812-3456-789 (WA)` dicoret, jadi tidak diimpor") in warnings(plan)
    assert codes(plan.outcomes[1]) == ["row-missing"]


def test_nothing_in_brackets_is_nothing() -> None:
    assert codes(only(shops_from([HEAD, [*MEKAR[:3], "(belum ada)", None]]))) == ["row-missing"]


def test_a_mark_below_a_row_that_is_crossed_out_means_that_row() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEAD, MEKAR, neighbour("Toko B"), ["Toko C", "Toko", "Dompet", "sda", None]):
        sheet.append(row)
    for column in "ABCDE":
        sheet[f"{column}3"].font = Font(strike=True)
    plan = plan_of("a.xlsx", saved(book), Kind.SHOPS, sources())
    assert statuses(plan) == [("Toko Mekar", "new"), ("Toko C", "new")]
    assert "alamat: Jl. Toko B 1\n" in written(plan, "content/shops/toko-c.md")


def test_a_shop_may_be_called_like_a_mark() -> None:
    plan = shops_from([HEAD, MEKAR, ["Sama Saja", *neighbour("Toko B")[1:]]])
    assert statuses(plan)[1] == ("Sama Saja", "new")
    assert codes(shops_from([HEAD, MEKAR, ["sda", *neighbour("Toko B")[1:]]]).outcomes[1]) == [
        "cell-words.ditto"
    ]
