"""Numbers are taken as the sheet shows them, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from site_builder.model.readers.prices import read_price
from site_builder.model.readers.written import ScalarFault
from site_builder.problems import Problem
from site_builder.spreadsheets.cells import Cell, What
from site_builder.spreadsheets.number_formats import is_date, shown_by
from site_builder.spreadsheets.reading import read_spreadsheet
from site_builder.spreadsheets.shown import number_cell
from tests.support.spreadsheets import ods, saved

_ACCOUNTS = '_-"Rp"* #,##0_-;\\-"Rp"* #,##0_-;_-"Rp"* "-"_-;_-@_-'


def in_excel(number: float, code: str) -> Cell:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "Harga"
    sheet["A2"] = number
    sheet["A2"].number_format = code
    found = read_spreadsheet("a.xlsx", saved(book))
    assert not isinstance(found, Problem)
    return found[0].rows[1].cells[0]


def in_calc(attributes: str, shown: str | None) -> Cell:
    text = "" if shown is None else f"<text:p>{shown}</text:p>"
    raw = f"<table:table-row><table:table-cell {attributes}>{text}</table:table-cell></table:table-row>"
    found = read_spreadsheet("a.ods", ods([["Harga"]], raw=raw))
    assert not isinstance(found, Problem)
    return found[0].rows[1].cells[0]


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        (2500, "[$$-409]#,##0", "$2,500"),
        (2500, '"$"#,##0.00', "$2,500.00"),
        (2500, '_("$"* #,##0.00_)', "$2,500.00"),
        (2500, "[$USD] #,##0", "USD 2,500"),
        (2500, '#,##0" USD"', "2,500 USD"),
        (2500, "[$¥-411]#,##0", "¥2,500"),
        (2500, "[$€-407] #,##0", "€ 2,500"),
        (2500, '"S$"0', "S$2500"),
        (25, '"RM "0', "RM 25"),
        (2500, '"$"General', "$2500"),
        (2500, '#,##0".000"', "2,500.000 ≠ 2500"),
        (2500, '#,##0"000"', "2,500000 ≠ 2500"),
        (2500, '"Rp"#,##0\\.\\0\\0\\0', "Rp2,500.000 ≠ 2500"),
        (2500000, "#,##0,", "2,500 ≠ 2500000"),
        (1500000, '0.0,," jt"', "1.5 jt ≠ 1500000"),
        (0.25, "0%", "25%"),
        (0.125, "0.00%", "12.50%"),
        (2500, ";;;", "… ≠ 2500"),
        (2500, "[>1000]$#,##0;0", "$2,500"),
        (-2500, "$#,##0;($#,##0)", "($2,500)"),
    ],
)
def test_what_a_format_makes_another_value_is_none(number: float, code: str, text: str) -> None:
    cell = in_excel(number, code)
    assert (cell.text, cell.what) == (text, What.UNLIKE)
    with pytest.raises(ScalarFault):
        read_price(cell.text)


@pytest.mark.parametrize(
    "code",
    [
        "General", "0", "#,##0", "#,##0.00", '"Rp"#,##0', '"Rp" #,##0', "[$Rp-421]#,##0", "[$Rp-421]#,##0.00",
        "[$IDR] #,##0", '"Rp. "#,##0\\,\\-', '#,##0" IDR"', "_(* #,##0_)", _ACCOUNTS, "Rp#,##0", '0"."',
        "[Red]#,##0;-#,##0", "[>=1000]#,##0;0", "0.00E+00", "# ?/?", "@", "#", "???0", '#,##0",00"', "000",
    ],
)  # fmt: skip
def test_formats_that_show_the_number_itself_or_rupiah_change_nothing(code: str) -> None:
    assert in_excel(2500, code) == Cell("2500", "Sheet!A2", What.NUMBER)


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        (7, '0" lusin"', "7 lusin"),
        (7, 'General" hari"', "7 hari"),
        (2500, '#,##0" pcs"', "2500 pcs"),
        (250, '"Rp"#,##0" rb"', "250 rb"),
        (0, _ACCOUNTS, "-"),
        (1, '[=1]"ya";[=0]"tidak"', "ya"),
        (81234567890, "000000000000", "081234567890"),
        (81234567890, "0000\\-0000\\-0000", "0812-3456-7890"),
        (81234567890, '"0"#', "081234567890"),
        (81234567890, '"+62"0', "+6281234567890"),
        (12, "00000", "00012"),
    ],
)
def test_words_and_zeros_that_are_shown_are_there_as_if_typed(number: float, code: str, text: str) -> None:
    cell = in_excel(number, code)
    assert (cell.text, cell.what) == (text, What.TEXT)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("1.125", "1.1250"), ("112.712", "112.7120"), ("12.5", "12,5"), ("-7.51", "-7,51"), ("1.50", "1,5"),
        ("-7.50690", "-7.5069"), ("112.7123", "112.7123"), ("4202.21", "4202.21"), ("2500.125", "2500.125"),
        ("249999.99999999997", "250000"), ("-7.5069000000000004", "-7.5069"), ("2500", "2500"),
        ("1.1250000000000002", "1.1250"),
    ],
)  # fmt: skip
def test_fractions_never_look_like_thousands(written: str, text: str) -> None:
    assert number_cell(written, None, "A1") == Cell(text, "A1", What.NUMBER)


@given(st.decimals(-(10**9), 10**9, places=6).filter(lambda number: number != int(number)))
@settings(max_examples=150, deadline=None)
def test_no_fraction_is_a_price(number: object) -> None:
    with pytest.raises(ScalarFault):
        read_price(number_cell(f"{number:f}", None, "A1").text)


_FLOAT = 'office:value-type="float" office:value'
_MONEY = 'office:value-type="currency" office:currency'


@pytest.mark.parametrize(
    ("attributes", "shown", "text", "what"),
    [
        (f'{_MONEY}="USD" office:value="2500"', "$2,500.00", "$2,500.00", What.UNLIKE),
        (f'{_MONEY}="USD" office:value="2500"', None, "USD 2500", What.UNLIKE),
        (f'{_MONEY}="EUR" office:value="2500"', "2.500", "2.500", What.UNLIKE),
        (f'{_MONEY}="IDR" office:value="2500"', "Rp2.500,00", "2500", What.NUMBER),
        (f'{_MONEY}="IDR" office:value="2500"', "Rp2,500", "2500", What.NUMBER),
        ('office:value-type="percentage" office:value="0.25"', "25%", "25%", What.UNLIKE),
        ('office:value-type="percentage" office:value="0.25"', None, "% ≠ 0,25", What.UNLIKE),
        (f'{_FLOAT}="2500"', "2.500.000", "2.500.000 ≠ 2500", What.UNLIKE),
        (f'{_FLOAT}="2500"', "2,500.000", "2,500.000 ≠ 2500", What.UNLIKE),
        (f'{_FLOAT}="2500000"', "2.500", "2.500 ≠ 2500000", What.UNLIKE),
        (f'{_FLOAT}="2500"', "", "… ≠ 2500", What.UNLIKE),
        (f'{_FLOAT}="2500"', "2.500", "2500", What.NUMBER),
        (f'{_FLOAT}="1.125"', "1,125", "1.1250", What.NUMBER),
        (f'{_FLOAT}="7"', "7 lusin", "7 lusin", What.TEXT),
        (f'{_FLOAT}="81234567890"', "8,12E+10", "81234567890", What.NUMBER),
        (f'{_FLOAT}="81234567890"', "081234567890", "081234567890", What.TEXT),
        (f'{_FLOAT}="81234567890"', "0812-3456-7890", "0812-3456-7890", What.TEXT),
    ],
)
def test_opendocument_is_taken_as_it_is_shown_too(
    attributes: str, shown: str | None, text: str, what: What
) -> None:
    cell = in_calc(attributes, shown)
    assert (cell.text, cell.what) == (text, what)


@pytest.mark.parametrize(
    ("code", "is_day"),
    [
        ("dd/mm/yyyy", True), ("[$-421]dd mmmm yyyy;@", True), ("[h]:mm", True), ("[h]", True),
        ("mm:ss.0", True), ("h:mm AM/PM", True), ('#,##0" hari"', False), ("#,##0 pcs", False),
        ("General", False), ("Standard", False), ("[Red]0", False), ("", False),
        ("0_d", False), ("0\\d", False),
    ],
)  # fmt: skip
def test_days_are_told_from_numbers_with_words(code: str, is_day: bool) -> None:
    assert is_date(code) is is_day


@given(st.text('#0?.,;"$%E+/[]<>=_*\\ RpdG@-5', max_size=24), st.decimals(-(10**12), 10**12, places=3))
@settings(max_examples=300, deadline=None)
def test_any_format_shows_something(code: str, number: object) -> None:
    shown = shown_by(code, f"{number:f}")
    assert number_cell(f"{number:f}", shown, "A1").at == "A1"
