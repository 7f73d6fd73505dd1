"""Files that are damaged inside: each is read or refused, while a slip of our own is never told as theirs."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from site_builder.problems import Problem
from site_builder.spreadsheets import cells, csv_text, ods, xlsx
from site_builder.spreadsheets.reading import read_spreadsheet
from tests.support.spreadsheets import bare_xlsx, saved, zipped
from tests.support.spreadsheets import ods as opendocument

_LINE = '<style:text-properties style:text-line-through-style="solid" fo:color="#ff0000"/>'


def _workbook() -> bytes:
    """Write a file in which there is all that is read of one."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Nama", "Harga", "Tanggal", "Jam"])
    sheet.append(["Toko Mekar", 250000, 46000, 0.5])
    sheet.append([CellRichText(TextBlock(InlineFont(strike=True), "Lama"), " Baru"), 0.25, "=A1", True])
    sheet["B2"].number_format, sheet["C2"].number_format = '"Rp" #,##0', "dd/mm/yyyy"
    sheet["D2"].number_format, sheet["B3"].number_format = "[$-421]hh.mm", "0%"
    sheet["A2"].font, sheet["A2"].fill = Font(strike=True, color="FF0000"), PatternFill("solid", "FFFF00")
    sheet["A2"].comment = Comment("cek lagi", "Yuli")
    sheet.merge_cells("A4:B5")
    sheet.column_dimensions["C"].hidden = True
    return saved(book)


def _opendocument() -> bytes:
    style = (
        '<style:style xmlns:style="s" xmlns:fo="f" style:name="ce1" style:family="table-cell"'
        f' style:parent-style-name="ce1">{_LINE}</style:style>'
        f'<style:style xmlns:style="s" xmlns:fo="f" style:name="T1" style:family="text">{_LINE}</style:style>'
    )
    raw = (
        f'{style}<table:table-column table:number-columns-repeated="3" table:default-cell-style-name="ce1"/>'
        '<table:table-row table:number-rows-repeated="2">'
        '<table:table-cell office:value-type="date" office:date-value="2026-05-01T09:30:00"/>'
        '<table:table-cell office:value-type="time" office:time-value="PT08H30M00S"/>'
        '<table:table-cell office:value-type="currency" office:value="250000" office:currency="IDR"'
        ' table:number-columns-spanned="2"><text:p>Rp250.000</text:p></table:table-cell>'
        '<table:table-cell table:number-columns-repeated="2" office:value-type="string"><office:annotation>'
        '<text:p>cek</text:p></office:annotation><text:p><text:span text:style-name="T1">A</text:span> B'
        '<text:s text:c="2"/></text:p></table:table-cell></table:table-row>'
    )
    return opendocument([["Nama", 1.5]], raw=raw)


def _parts(data: bytes) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


_FILES = {"a.xlsx": _parts(_workbook()), "a.ods": _parts(_opendocument())}
_PLACES = re.compile(rb'(?<==")[^"]*(?=")|(?<=>)[^<]+(?=<)|</?[\w:]+|<[^>]*>')
"""Values of attributes, texts, names of tags, whole tags."""
_WORDS = [
    b"", b"0", b"-1", b"1", b"7", b"999999999", b"99999999999999999999999", b"1e400", b"nan", b"0.5",
    b"2958465.9999999", b"x", b"A0", b"1A", b"A1:", b"A1:ZZZ9", b"ZZZZZZ9", b"true", b"s", b"n", b"d", b"e",
    b"b", b"str", b"inlineStr", b"9999-12-31T23:59:59", b"0001-01-01", b"PT", b"_x0000_", b"ce1", b"T1",
    b"<x", b"<r", b"<row", b"<c", b"</x>", "٣".encode(), b"[>x]0", b"[h]", b"0" * 200,
]  # fmt: skip


def damaged(parts: Mapping[str, bytes], name: str, choice: int, word: bytes) -> bytes:
    """Put a word in the place of something in a part, or take that away."""
    part = parts[name]
    places = [*_PLACES.finditer(part)]
    if not places:
        return zipped({**parts, name: part[: choice % (len(part) + 1)] + word})
    place = places[choice % len(places)]
    return zipped({**parts, name: part[: place.start()] + word + part[place.end() :]})


@pytest.mark.parametrize("path", [*_FILES])
def test_what_is_damaged_below_is_read_while_it_is_whole(path: str) -> None:
    assert isinstance(read_spreadsheet(path, zipped(_FILES[path])), tuple)


@given(st.sampled_from([*_FILES]), st.integers(0, 99), st.integers(0, 9999), st.sampled_from(_WORDS))
@settings(max_examples=150, deadline=None)
def test_no_damage_within_a_part_raises(path: str, part: int, choice: int, word: bytes) -> None:
    parts = _FILES[path]
    read_spreadsheet(path, damaged(parts, [*parts][part % len(parts)], choice, word))


@pytest.mark.parametrize(
    "data",
    [
        bare_xlsx(
            '<row><c s="-9"><v>1</v></c><c s="9"><v>1</v></c></row>', styles="<cellXfs><xf/></cellXfs>"
        ),
        bare_xlsx('<row><c t="d"><v>9999-12-31T23:59:59</v></c></row>'),
        bare_xlsx(
            "<row><c s='0'><v>2958465.99999999</v></c></row>",
            styles="<cellXfs><xf numFmtId='22'/></cellXfs>",
        ),
        bare_xlsx(
            "<row><c><v>1</v></c></row>", styles="<fonts><font><color theme='1' tint='x'/></font></fonts>"
        ),
    ],
    ids=["no such style", "last minute", "last day", "tint"],
)
def test_damage_that_harms_no_value_is_passed_over(data: bytes) -> None:
    sheets = read_spreadsheet("a.xlsx", data)
    assert isinstance(sheets, tuple)
    assert all(cell.text for row in sheets[0].rows for cell in row.cells.values())


@pytest.mark.parametrize(
    "data",
    [
        bare_xlsx(below='<cols><col min="x" max="2" hidden="1"/></cols>'),
        bare_xlsx(below='<mergeCells><mergeCell ref="A0:?"/></mergeCells>'),
        bare_xlsx('<row><c t="s"><v>7</v></c></row>'),
        bare_xlsx(styles="<cellXfs><xf numFmtId='999'/></cellXfs>"),
    ],
    ids=["column", "merged cells", "no such text", "no such format"],
)
def test_damage_by_which_nothing_is_sure_is_told(data: bytes) -> None:
    found = read_spreadsheet("a.xlsx", data)
    assert isinstance(found, Problem)
    assert (found.code, found.variant) == ("sheet-file", "broken")


def test_a_day_with_a_time_zone_is_the_day_that_it_says() -> None:
    cell = '<table:table-cell office:value-type="date" office:date-value="2026-05-01T09:30:00+07:00"/>'
    found = read_spreadsheet("a.ods", opendocument([], raw=f"<table:table-row>{cell}</table:table-row>"))
    assert isinstance(found, tuple)
    assert [one.text for one in found[0].rows[0].cells.values()] == ["2026-05-01 09.30"]


@pytest.mark.parametrize("sign", ["\n", "\r\n", '"', "\r"])
def test_a_sign_that_parts_nothing_is_not_taken_for_what_parts_values(sign: str) -> None:
    found = read_spreadsheet("a.csv", f"sep={sign}Nama;Alamat\nA;B\n".encode())
    assert isinstance(found, tuple)
    assert [cell.text for cell in found[0].rows[-1].cells.values()] == ["A", "B"]


@pytest.mark.parametrize("error", [ValueError, KeyError, TypeError, ZeroDivisionError])
@pytest.mark.parametrize(
    ("path", "data", "module"),
    [
        ("a.xlsx", bare_xlsx('<row><c t="inlineStr"><is><t>A</t></is></c></row>'), xlsx),
        ("a.ods", opendocument([["A"]]), ods),
        ("a.csv", b"A;B\n", csv_text),
    ],
    ids=["xlsx", "ods", "csv"],
)
def test_a_slip_of_our_own_is_not_told_as_one_of_the_file(
    path: str, data: bytes, module: object, error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def slip(*_: object) -> cells.Cell:
        raise error

    assert isinstance(read_spreadsheet(path, data), tuple)
    monkeypatch.setattr(module, "text_cell", slip)
    with pytest.raises(error):
        read_spreadsheet(path, data)
