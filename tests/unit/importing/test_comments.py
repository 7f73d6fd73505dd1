"""What somebody has stuck to a cell is shown, and never taken for a part of its value."""

from __future__ import annotations

import io
import zipfile

from openpyxl import Workbook
from openpyxl.comments import Comment

from site_builder.importing.run import plan_of
from site_builder.importing.showing import plan_text
from site_builder.names import Kind
from site_builder.spreadsheets.reading import read_spreadsheet
from tests.support.plans import HEAD, MEKAR, warnings, written
from tests.support.spreadsheets import ods, saved, sources, zipped

SAID = "sudah ganti nomor, yg baru 0812-7200-9999 (Yuli)"
TOLD = f"pada sel ini (`0812-3456-789 (WA)`) ditempel komentar: `{SAID}`"


def commented(place: str, text: str = SAID) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Lembar1"
    sheet.append([*HEAD, "Warna"])
    sheet.append([*MEKAR, "x"])
    sheet[place].comment = Comment(text, "Yuli")
    return saved(book)


def test_a_comment_of_a_cell_that_is_imported_is_shown() -> None:
    plan = plan_of("a.xlsx", commented("E2"), Kind.SHOPS, sources())
    assert ("Lembar1!E2", TOLD) in warnings(plan)
    assert "wa: 0812-3456-789\n" in written(plan, "content/shops/toko-mekar.md")


def test_a_comment_of_a_column_that_is_not_imported_is_not_shown() -> None:
    plan = plan_of("a.xlsx", commented("F2"), Kind.SHOPS, sources())
    assert [place for place, _ in warnings(plan)] == ["Lembar1!F1", "Lembar1!F2"]
    assert "cek lagi" not in plan_text(plan, "id")


def test_what_excel_writes_for_old_programs_is_left_out() -> None:
    old = "[Threaded comment]\n\nYour version of Excel allows you to read this.\n\nComment:\n    cek lagi"
    sheets = read_spreadsheet("a.xlsx", commented("E2", old))
    assert isinstance(sheets, tuple)
    assert sheets[0].rows[1].cells[4].comment == "cek lagi"


def test_a_comment_of_opendocument_is_shown_and_is_no_value() -> None:
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in MEKAR[:4]
    )
    note = f"<office:annotation><text:p>{SAID}</text:p></office:annotation><text:p>{MEKAR[4]}</text:p>"
    last = f'<table:table-cell office:value-type="string">{note}</table:table-cell>'
    raw = f"<table:table-row>{cells}{last}</table:table-row>"
    plan = plan_of("a.ods", ods([HEAD], raw=raw), Kind.SHOPS, sources())
    assert warnings(plan) == [("Lembar1!E2", TOLD)]
    assert "wa: 0812-3456-789\n" in written(plan, "content/shops/toko-mekar.md")


def test_comments_that_declare_entities_are_refused_as_all_such_parts_are() -> None:
    with zipfile.ZipFile(io.BytesIO(commented("E2"))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    (name,) = [name for name in parts if "comments" in name and name.endswith(".xml")]
    evil = b'<!DOCTYPE x [<!ENTITY a "a">]>' + parts[name]
    assert not isinstance(read_spreadsheet("a.xlsx", zipped({**parts, name: evil})), tuple)
