"""Files that were made to do harm: each is refused, or read with little memory."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest

from site_builder.exporting.workbook import _OWN, is_untouched
from site_builder.problems import Problem
from site_builder.spreadsheets import archive, grid
from site_builder.spreadsheets.cells import MOST_COLUMNS, Sheet
from site_builder.spreadsheets.reading import read_spreadsheet
from tests.support.spreadsheets import bare_xlsx, ods, xlsx, zipped

_LAUGHS = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
_OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
_CELL = '<row><c t="inlineStr"><is><t>&a;</t></is></c></row>'


def variant(data: bytes, path: str = "a.xlsx") -> str:
    found = read_spreadsheet(path, data)
    return found.variant if isinstance(found, Problem) else f"{sum(len(sheet.rows) for sheet in found)} rows"


@pytest.mark.parametrize("entities", [_LAUGHS, _OUTSIDE])
def test_no_entity_is_ever_put_in(entities: str) -> None:
    assert variant(bare_xlsx(_CELL.replace("&a;", "A"))) == "1 rows"
    assert variant(bare_xlsx(_CELL, before=entities)) == "broken"
    assert variant(bare_xlsx(_CELL)) == "broken"  # one that nobody declares
    parts = {"content.xml": f"{entities}<a>&a;</a>"}
    assert variant(zipped(parts), "a.ods") == "broken"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp037", "cp500", "utf-7"])
def test_entities_can_not_hide_in_another_encoding(encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'
    body = f"{_LAUGHS}<a>&b;</a>"
    for part in (declared.encode() + body.encode(encoding), (declared + body).encode(encoding)):
        assert variant(zipped({"content.xml": part}), "a.ods") == "broken"


@pytest.mark.parametrize("part", ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
def test_each_part_that_is_read_is_guarded(part: str) -> None:
    good = _parts(xlsx([["Nama"]]))
    assert variant(zipped(good)) == "1 rows"
    assert variant(zipped({**good, part: _LAUGHS.encode() + good[part]})) == "broken"
    assert variant(zipped({name: data for name, data in good.items() if name != part})) == "broken"


def test_a_sheet_that_leads_nowhere_is_never_left_out_unseen() -> None:
    good = _parts(xlsx([["Nama"]]))
    main = good["xl/workbook.xml"]
    assert b'r:id="rId1"' in main
    for lost in (b"", b'r:id="rId99"'):
        assert variant(zipped({**good, "xl/workbook.xml": main.replace(b'r:id="rId1"', lost)})) == "broken"


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


_MARK = '<row><c t="inlineStr"><is><t>A</t></is></c></row>'


@pytest.mark.parametrize(
    "data",
    [
        bare_xlsx(settings="<definedNames>" + '<definedName name="a"/>' * 60_000 + "</definedNames>"),
        bare_xlsx(styles="<cellXfs>" + '<xf numFmtId="1"/>' * 70_001 + "</cellXfs>"),
        bare_xlsx("<row>" + "<c/>" * 16_385 + "</row>"),
        bare_xlsx(_MARK, below="<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 20_001 + "</mergeCells>"),
    ],
    ids=["names", "styles", "cells of one row", "merged cells"],
)
def test_what_would_take_long_to_read_is_refused(data: bytes) -> None:
    assert variant(data) == "bomb"


def test_tags_are_counted_before_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_TAGS", 60)
    assert variant(bare_xlsx(_MARK * 5)) == "5 rows"
    assert variant(bare_xlsx(_MARK * 10)) == "bomb"
    assert variant(ods([["A"]] * 20), "a.ods") == "bomb"
    assert variant(bare_xlsx(_MARK, shared="<si><t>A</t></si>" * 20)) == "bomb"


@pytest.mark.parametrize(
    ("rows", "below", "said"),
    [
        ("".join(f'<row r="{number}" ht="{number % 99}"/>' for number in range(1, 100_000)), "", "0 rows"),
        ('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "", "0 rows"),
        (_MARK, '<dimension ref="A1:XFD1048576"/>', "1 rows"),
        (_MARK, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>', "1 rows"),
        (_MARK, '<hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks>', "1 rows"),
        (_MARK, '<cols><col min="1" max="16384" hidden="1"/></cols>', "1 rows"),
    ],
)
def test_the_size_that_a_sheet_claims_takes_no_memory(rows: str, below: str, said: str) -> None:
    data = bare_xlsx(rows, below=below)
    variant(bare_xlsx(_MARK))  # what is kept once
    tracemalloc.start()
    assert variant(data) == said
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 40 << 20


def test_tables_in_tables_and_thousands_of_them_take_no_time() -> None:
    opened, row = '<table:table table:name="a">', "<table:table-row/>"
    nested = opened * 3000 + row + "</table:table>" * 3000
    assert variant(_ods(nested), "a.ods") == "0 rows"
    assert len(_sheets(_ods(nested))) == 1, "each would be read again in all around it"
    assert len(_sheets(_ods(f"{opened}{row}</table:table>" * 1000))) == 1000
    assert variant(_ods(f"{opened}{row}</table:table>" * 1001), "a.ods") == "bomb"


def _ods(tables: str) -> bytes:
    names = "urn:oasis:names:tc:opendocument:xmlns"
    start = f'<o:d xmlns:o="{names}:office:1.0" xmlns:table="{names}:table:1.0"><o:spreadsheet>'
    return zipped({"content.xml": f"{start}{tables}</o:spreadsheet></o:d>"})


def _sheets(data: bytes) -> tuple[Sheet, ...]:
    found = read_spreadsheet("a.ods", data)
    assert not isinstance(found, Problem)
    return found


@pytest.mark.parametrize("path", ["a.csv", "a.ods", "a.xlsx"])
def test_a_cell_that_no_program_writes_is_refused(path: str) -> None:
    makers: dict[str, Callable[[str], bytes]] = {
        "a.csv": lambda text: f"Nama\n{text}\n".encode(),
        "a.ods": lambda text: ods([["Nama"], [text]]),
        "a.xlsx": lambda text: bare_xlsx(_CELL.replace("&a;", text) * 2),
    }
    make = makers[path]
    assert variant(make("x" * 32_767), path) == "2 rows"
    assert variant(make("x" * 32_768), path) == "cell"


def test_one_long_text_can_not_stand_in_thousands_of_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "MOST_LETTERS", 100_000)
    assert variant(bare_xlsx(_CELL.replace("&a;", "x" * 1000) * 100)) == "100 rows"
    assert variant(bare_xlsx(_CELL.replace("&a;", "x" * 1000) * 101)) == "rows"


def test_columns_that_nobody_sees_are_not_looked_at() -> None:
    found = read_spreadsheet("a.csv", b"Nama" + b",x" * 100_000)
    assert not isinstance(found, Problem)
    assert len(found[0].rows[0].cells) == MOST_COLUMNS


@pytest.mark.parametrize("packing", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("is_read", [True, False], ids=["read", "written over"])
def test_damaged_parts_are_told_however_they_are_packed(packing: int, *, is_read: bool) -> None:
    name = "content.xml" if is_read else "docProps/core.xml"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packing) as archive_made:
        archive_made.writestr(name, _OWN)
    whole = made.getvalue()
    assert is_read or is_untouched(whole)
    start = whole.index(name.encode()) + len(name)
    for first in range(start, start + 30, 5):
        data = whole[:first] + b"\xff" * 20 + whole[first + 20 :]
        if is_read:
            assert variant(data, "a.ods") == "broken"
        else:
            assert not is_untouched(data)
