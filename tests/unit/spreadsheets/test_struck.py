"""Lines through cells, however a program writes them: in the look of the cell, or in pieces of its text."""

from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from site_builder.importing.run import plan_of
from site_builder.importing.showing import reason_and_advice
from site_builder.names import Kind
from site_builder.spreadsheets.cells import Cell, Sheet
from site_builder.spreadsheets.reading import read_spreadsheet
from tests.support.plans import HEAD, MEKAR, codes, neighbour, only, statuses
from tests.support.spreadsheets import bare_xlsx, ods, saved, sources, zipped


def first_cell(path: str, data: bytes) -> Cell:
    sheets = read_spreadsheet(path, data)
    assert isinstance(sheets, tuple), sheets
    return next(iter(sheets[0].rows[-1].cells.values()))


def marks(path: str, data: bytes) -> str:
    cell = first_cell(path, data)
    assert not (cell.struck and cell.struck_partly)
    return "struck" if cell.struck else "partly" if cell.struck_partly else ""


FONTS = "<fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId='1'/></cellXfs>"
STRUCK, PLAIN, NONE = "<rPr><strike/></rPr>", "<rPr><b/></rPr>", ""


def run(look: str, text: str) -> str:
    return f"<r>{look}<t>{text}</t></r>"


@pytest.mark.parametrize(
    ("text", "style", "found"),
    [
        ("<t>Lama</t>", 0, ""),
        ("<t>Lama</t>", 1, "struck"),
        (run(STRUCK, "Lama"), 0, "struck"),
        (run(STRUCK, "La") + run(STRUCK, "ma"), 0, "struck"),
        (run("<rPr><strike val='1'/></rPr>", "Lama"), 0, "struck"),
        (run("<rPr><strike val='0'/></rPr>", "Lama"), 0, ""),
        (run(STRUCK, "Lama") + run(PLAIN, " "), 0, "struck"),
        (run(PLAIN, "Lama") + run(STRUCK, " "), 0, ""),
        (run(STRUCK, "Kludan 3") + run(PLAIN, " Kedensari 7"), 0, "partly"),
        (run(STRUCK, "Kludan 3") + run(NONE, " Kedensari 7"), 0, "partly"),
        (run(STRUCK, "Kludan 3") + run(NONE, " Kedensari 7"), 1, "struck"),
        (run(PLAIN, "Kludan 3"), 1, ""),
        (run(NONE, "Kludan 3"), 1, "struck"),
    ],
)
@pytest.mark.parametrize("is_shared", [True, False])
def test_lines_through_the_pieces_of_a_text(text: str, style: int, found: str, *, is_shared: bool) -> None:
    if is_shared:
        cell, shared = f'<c t="s" s="{style}"><v>1</v></c>', f"<si><t>A</t></si><si>{text}</si>"
    else:
        cell, shared = f'<c t="inlineStr" s="{style}"><is>{text}</is></c>', ""
    assert marks("a.xlsx", bare_xlsx(f"<row>{cell}</row>", shared=shared, styles=FONTS)) == found


def test_shops_of_which_the_text_alone_is_struck_are_left_out_and_asked_about() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Lembar1"
    for row in (HEAD, MEKAR, neighbour("Toko Dua"), neighbour("Toko Tiga")):
        sheet.append(row)
    line = InlineFont(strike=True)
    sheet["A3"] = CellRichText(TextBlock(line, "Toko Dua"))
    sheet["D4"] = CellRichText(TextBlock(line, "Kludan 3"), " Kedensari 7")
    plan = plan_of("a.xlsx", saved(book), Kind.SHOPS, sources())
    assert [(row.number, str(row.reason)) for row in plan.passed] == [(3, "struck")]
    assert statuses(plan) == [("Toko Mekar", "new"), ("Toko Tiga", "refused")]
    (problem,) = plan.outcomes[1].problems
    assert (problem.at.path, problem.key) == ("Lembar1!D4", "cell-struck.partly")
    assert reason_and_advice(problem, "id") == (
        "sebagian isi sel ini (`Kludan 3 Kedensari 7`) dicoret, jadi tidak jelas mana yang berlaku",
        "hapus tulisan yang dicoret itu; bila masih berlaku, hapus coretannya saja",
    )


def test_a_row_whose_name_is_struck_in_part_is_called_so_and_asked_about() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEAD)
    sheet.append(
        [CellRichText(TextBlock(InlineFont(strike=True), "UD. Mawar"), " Toko Mekar"), None, "Kardus"]
    )
    outcome = only(plan_of("a.xlsx", saved(book), Kind.SHOPS, sources()))
    assert (outcome.name, outcome.cell) == ("UD. Mawar Toko Mekar", "Sheet!A2")
    assert "cell-struck.partly" in codes(outcome)
    assert "row-missing" not in codes(outcome)


def test_what_stands_below_a_cell_that_is_struck_in_part_takes_nothing_of_it() -> None:
    text = CellRichText(TextBlock(InlineFont(strike=True), "Kludan"), " Kedensari")
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ([*HEAD, "Desa"], [*MEKAR, text], [*neighbour("Toko Dua"), "sda"]):
        sheet.append(row)
    plan = plan_of("a.xlsx", saved(book), Kind.SHOPS, sources())
    assert [codes(one) for one in plan.outcomes] == [["cell-struck.partly"], ["cell-words.ditto"]]


_LINE = '<style:text-properties style:text-line-through-style="solid"/>'
_NO_LINE = '<style:text-properties style:text-line-through-style="none"/>'
_TYPE = '<style:text-properties style:text-line-through-type="single"/>'


def style(name: str, says: str = "", *, family: str = "table-cell", parent: str = "") -> str:
    made_from = f' style:parent-style-name="{parent}"' if parent else ""
    return (
        f'<style:style xmlns:style="s" style:name="{name}" style:family="{family}"{made_from}>'
        f"{says}</style:style>"
    )


def row(text: str, *, own: str = "", usual: str = "") -> str:
    named = f' table:style-name="{own}"' if own else ""
    of_row = f' table:default-cell-style-name="{usual}"' if usual else ""
    return (
        f'<table:table-row{of_row}><table:table-cell{named} office:value-type="string">{text}'
        "</table:table-cell></table:table-row>"
    )


def column(usual: str) -> str:
    return f'<table:table-column table:default-cell-style-name="{usual}"/>'


WHOLE = "<text:p>Lama</text:p>"
SPAN = '<text:span text:style-name="T1">{}</text:span>'
T1 = style("T1", _LINE, family="text")


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (style("ce1", _LINE) + row(WHOLE, own="ce1"), "struck"),
        (style("ce1", _TYPE) + row(WHOLE, own="ce1"), "struck"),
        (style("ce1", _LINE) + row(WHOLE), ""),
        (style("ce1", _LINE) + column("ce1") + row(WHOLE), "struck"),
        (style("ce1", _LINE) + row(WHOLE, usual="ce1"), "struck"),
        (style("ce1", _LINE) + style("ce2") + column("ce1") + row(WHOLE, own="ce2"), ""),
        (style("ce1", _LINE) + style("ce2") + column("ce1") + row(WHOLE, usual="ce2"), ""),
        (style("ce1", _LINE) + style("ce2", parent="ce1") + row(WHOLE, own="ce2"), "struck"),
        (style("ce1", _LINE) + style("ce2", _NO_LINE, parent="ce1") + row(WHOLE, own="ce2"), ""),
        (style("ce1", parent="ce2") + style("ce2", parent="ce1") + row(WHOLE, own="ce1"), ""),
        (T1 + row(f"<text:p>{SPAN.format('Lama')}</text:p>"), "struck"),
        (T1 + row(f"<text:p>{SPAN.format('Lama')} Baru</text:p>"), "partly"),
        (T1 + row(f"<text:p>{SPAN.format('Lama')}</text:p><text:p>Baru</text:p>"), "partly"),
        (T1 + row("<text:p>Lama</text:p>"), ""),
        (
            style("ce1", _LINE)
            + style("T1", _NO_LINE, family="text")
            + row(f"<text:p>{SPAN.format('Baru')}</text:p>", own="ce1"),
            "",
        ),
        (style("T1", _LINE) + row(f"<text:p>{SPAN.format('Baru')}</text:p>"), ""),
        (
            style("P1", _LINE, family="paragraph") + row('<text:p text:style-name="P1">Lama</text:p>'),
            "struck",
        ),
        (
            T1
            + row(
                f"<office:annotation><text:p>{SPAN.format('catatan')}</text:p></office:annotation>"
                "<text:p>Baru</text:p>"
            ),
            "",
        ),
    ],
)
def test_lines_of_opendocument(raw: str, found: str) -> None:
    assert marks("a.ods", ods([], raw=raw)) == found


def test_a_column_has_its_own_look_in_each_of_cells_that_are_repeated() -> None:
    columns = "<table:table-column/>" + column("ce1") + "<table:table-column/>"
    cells = '<table:table-cell table:number-columns-repeated="3" office:value-type="string">'
    raw = (
        f"{style('ce1', _LINE)}{columns}<table:table-row>{cells}{WHOLE}</table:table-cell></table:table-row>"
    )
    assert [cell.struck for cell in _only(ods([], raw=raw)).rows[0].cells.values()] == [False, True, False]


def test_a_look_that_all_sheets_share_is_known() -> None:
    yellow = '<style:table-cell-properties style:background-color="#ffff00"/>'
    shared = f"<s>{style('Dicoret', _LINE + yellow)}</s>"
    content = ods([], raw=style("ce1", parent="Dicoret") + row(WHOLE, own="ce1"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        whole = zipped({"content.xml": archive.read("content.xml"), "styles.xml": shared})
    assert marks("a.ods", content) == ""
    assert marks("a.ods", whole) == "struck"
    assert first_cell("a.ods", whole).colour == "#ffff00"


def _only(data: bytes) -> Sheet:
    sheets = read_spreadsheet("a.ods", data)
    assert isinstance(sheets, tuple)
    return sheets[0]
