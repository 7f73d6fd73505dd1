"""Workbooks as different programs write them: names of parts, texts in pieces, days, truths, columns."""

from __future__ import annotations

import datetime as dt

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from site_builder.problems import Problem
from site_builder.spreadsheets.cells import Cell, Sheet, What
from site_builder.spreadsheets.reading import read_spreadsheet
from tests.support.spreadsheets import bare_xlsx, ods, saved

_STRICT = "http://purl.oclc.org/ooxml"


def only_sheet(data: bytes, path: str = "a.xlsx") -> Sheet:
    found = read_spreadsheet(path, data)
    assert not isinstance(found, Problem), found
    assert len(found) == 1
    return found[0]


def first_row(data: bytes, path: str = "a.xlsx") -> list[str]:
    return [cell.text for cell in only_sheet(data, path).rows[0].cells.values()]


_ROW = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46143</v></c></row>'
_NAME = "<si><t>Nama</t></si>"
_DAYS = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'


@pytest.mark.parametrize(
    "data",
    [
        bare_xlsx(_ROW, shared=_NAME, styles=_DAYS),
        bare_xlsx(_ROW, shared=_NAME, styles=_DAYS, target="/xl/worksheets/sheet1.xml"),
        bare_xlsx(_ROW, shared=_NAME, styles=_DAYS, target="./worksheets/../worksheets/sheet1.xml"),
        bare_xlsx(_ROW, shared=_NAME, styles=_DAYS, target="data/umkm.xml", sheet="xl/data/umkm.xml"),
        bare_xlsx(_ROW, shared=_NAME, styles=_DAYS, main="b.xml", target="s.xml", sheet="s.xml"),
        bare_xlsx(
            _ROW, shared=_NAME, styles=_DAYS, main="xl/b22.xml", strings="xl/s/s.xml", looks="xl/l.xml"
        ),
        bare_xlsx(
            _ROW,
            shared=_NAME,
            styles=_DAYS,
            namespace=f"{_STRICT}/spreadsheetml/main",
            office=f"{_STRICT}/officeDocument/relationships",
        ),
    ],
)
def test_parts_are_found_wherever_a_program_puts_them(data: bytes) -> None:
    assert first_row(data) == ["Nama", "2026-05-01"]


@pytest.mark.parametrize(
    "styles",
    [
        '<fonts><font><family val="99"/><sz val="x"/></font></fonts>' + _DAYS,
        "<fills><fill><odd/></fill></fills><dxfs><dxf><odd/></dxf></dxfs>" + _DAYS,
        '<cellStyles><cellStyle name="x" xfId="77"/></cellStyles>' + _DAYS,
    ],
)
@pytest.mark.parametrize(
    "below",
    [
        "",
        '<dataValidations><dataValidation type="odd"/></dataValidations>',
        '<hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks><pageSetup orientation="odd"/>',
        '<conditionalFormatting><cfRule type="odd"/></conditionalFormatting>',
    ],
)
def test_looks_and_links_of_any_kind_do_no_harm(styles: str, below: str) -> None:
    assert first_row(bare_xlsx(_ROW, shared=_NAME, styles=styles, below=below)) == ["Nama", "2026-05-01"]


@pytest.mark.parametrize(
    "written",
    [
        '<si><t xml:space="preserve">Toko </t></si>',
        '<si><r><t xml:space="preserve">To</t></r><r><rPr><b/><sz val="9"/></rPr><t>ko </t></r></si>',
        '<si><t>Toko </t><rPh sb="0" eb="2"><t>to-ko</t></rPh><phoneticPr fontId="1"/></si>',
        '<si><r><t>Toko</t></r><rPh sb="0" eb="1"><t>x</t></rPh><r><t xml:space="preserve"> </t></r></si>',
    ],
)
def test_texts_in_pieces_are_joined_without_aids_for_reading(written: str) -> None:
    assert first_row(bare_xlsx(_ROW, shared=written))[0] == "Toko "
    inline = written.replace("<si>", '<row><c t="inlineStr"><is>').replace("</si>", "</is></c></row>")
    assert first_row(bare_xlsx(inline)) == ["Toko "]


@pytest.mark.parametrize("name", ["Data 'UMKM'", "Toko &quot;Maju&quot;", "A&amp;B", "Rp!$"])
def test_sheets_may_have_quotes_in_their_names(name: str) -> None:
    plain = name.replace("&quot;", '"').replace("&amp;", "&")
    sheet = only_sheet(bare_xlsx(_ROW, shared=_NAME, name=name))
    assert (sheet.name, sheet.rows[0].cells[0].at) == (plain, f"{plain}!A1")


@pytest.mark.parametrize("epoch", [None, CALENDAR_MAC_1904])
def test_days_and_times_count_from_the_day_that_the_file_names(epoch: dt.datetime | None) -> None:
    book = Workbook()
    if epoch is not None:
        book.epoch = epoch
    sheet = book.active
    assert sheet is not None
    sheet.append(
        [
            dt.datetime(2026, 5, 1, 9, 30),  # noqa: DTZ001  spreadsheets know no zones
            dt.datetime(2026, 5, 1, 23, 59, 59),  # noqa: DTZ001
            dt.datetime(2026, 5, 1),  # noqa: DTZ001
            dt.time(8, 5),
        ]
    )
    data = saved(book)
    assert first_row(data) == ["2026-05-01 09.30", "2026-05-02", "2026-05-01", "08.05"]
    assert {cell.what for cell in only_sheet(data).rows[0].cells.values()} == {What.DAY}


@pytest.mark.parametrize(("flag", "day"), [("1", "2026-05-01"), ("true", "2026-05-01"), ("0", "2022-04-30")])
def test_the_flag_of_1904_is_read_in_each_of_its_forms(flag: str, day: str) -> None:
    row = '<row><c s="1"><v>44681</v></c></row>'
    assert first_row(bare_xlsx(row, styles=_DAYS, settings=f'<workbookPr date1904="{flag}"/>')) == [day]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("2026-05-01T09:30:00", "2026-05-01 09.30"), ("2026-05-01", "2026-05-01"), ("08:05:00", "08.05"),
        ("2026-05-01T00:00:00Z", "2026-05-01"), ("PT8H30M", "08.30"), ("PT26H", "26.00"),
    ],
)  # fmt: skip
def test_days_that_are_written_as_such_are_read(written: str, text: str) -> None:
    sheet = only_sheet(bare_xlsx(f'<row><c t="d"><v>{written}</v></c></row>'))
    assert sheet.rows[0].cells[0] == Cell(text, "S!A1", What.DAY)


def test_days_of_east_asia_are_days() -> None:
    styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="31"/></cellXfs>'
    assert first_row(bare_xlsx(_ROW, shared=_NAME, styles=styles)) == ["Nama", "2026-05-01"]


def test_truths_are_words_in_every_form() -> None:
    row = '<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="b"><f>1=1</f><v>1</v></c></row>'
    assert first_row(bare_xlsx(row)) == ["ya", "tidak", "ya"]
    cell = '<table:table-cell office:value-type="boolean" office:boolean-value="{}"/>'
    raw = f"<table:table-row>{cell.format('true')}{cell.format('false')}</table:table-row>"
    assert first_row(ods([], raw=raw), "a.ods") == ["ya", "tidak"]


def test_a_formula_whose_result_is_no_text_is_blank_and_not_unknown() -> None:
    row = '<row><c t="str"><f>""</f><v></v></c><c><f>1+1</f></c><c t="n"/></row>'
    (cell,) = only_sheet(bare_xlsx(row)).rows[0].cells.values()
    assert cell == Cell("", "S!B1", What.UNCOMPUTED)


def test_hidden_columns_are_known() -> None:
    row = '<row r="1"><c r="A1"><v>1</v></c></row>'
    below = '<cols><col min="2" max="3" hidden="1"/><col min="5" max="16384" hidden="true"/></cols>'
    assert only_sheet(bare_xlsx(row, below=below)).hidden_columns == {1, 2, *range(4, 200)}
    column = '<table:table-column table:number-columns-repeated="2"{}/>'
    raw = column.format("") + column.format(' table:visibility="collapse"') + column.format("")
    assert only_sheet(ods([["A"]], raw=raw), "a.ods").hidden_columns == {2, 3}
    assert only_sheet(ods([["A"]]), "a.ods").hidden_columns == set()
