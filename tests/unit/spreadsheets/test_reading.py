from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from site_builder.messages import sentence_for
from site_builder.problems import Problem
from site_builder.spreadsheets import ods as ods_reader
from site_builder.spreadsheets.cells import (
    MOST_ROWS,
    Sheet,
    What,
    column_letters,
    column_number,
    number_text,
)
from site_builder.spreadsheets.grid import MOST_CELLS, Grid
from site_builder.spreadsheets.reading import READERS, read_spreadsheet
from tests.support.spreadsheets import Rows, bare_xlsx, csv, ods, saved, xlsx, zipped


def sheets(path: str, data: bytes) -> tuple[Sheet, ...]:
    found = read_spreadsheet(path, data)
    assert not isinstance(found, Problem), found
    return found


def texts(sheet: Sheet) -> dict[str, str]:
    """Give all cells by their own place, merged ones too."""
    return {
        f"{column_letters(column)}{row.number}": cell.text
        for row in sheet.rows
        for column, cell in row.cells.items()
    }


def refusal(path: str, data: bytes) -> tuple[str, str]:
    found = read_spreadsheet(path, data)
    assert isinstance(found, Problem)
    return found.variant, sentence_for(found, "id").message


def test_each_cell_knows_its_address() -> None:
    (sheet,) = sheets("a.xlsx", xlsx([["Nama", None, "Alamat"], [], ["A", None, "B"]], title="Data UMKM"))
    assert [cell.at for row in sheet.rows for cell in row.cells.values()] == [
        "Data UMKM!A1", "Data UMKM!C1", "Data UMKM!A3", "Data UMKM!C3",
    ]  # fmt: skip


def test_the_value_of_merged_cells_holds_for_all_of_them() -> None:
    rows: Rows = [["Desa", "Nama"], ["Kludan", "A"], [None, "B"], ["Kedensari", "C"]]
    (sheet,) = sheets("a.xlsx", xlsx(rows, merged=["A2:A3"]))
    assert texts(sheet)["A3"] == "Kludan"
    assert sheet.rows[2].cells[0].at == "Lembar1!A2"


def test_merged_cells_to_the_end_of_the_sheet_fill_only_rows_that_are_there() -> None:
    (sheet,) = sheets("a.xlsx", _with_merged(xlsx([["Nama"], ["A"]], merged=["A2:B2"]), "A2:XFD1048576"))
    assert len(sheet.rows) == 2
    assert len(sheet.rows[1].cells) == 200


def _with_merged(data: bytes, place: str) -> bytes:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    return zipped({**parts, name: parts[name].replace(b"A2:B2", place.encode())})


def test_numbers_days_and_truths_of_excel_are_read_as_they_are_shown() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    moment = dt.datetime(2026, 5, 1, 9, 30)  # noqa: DTZ001  spreadsheets know no zones
    sheet.append([250000, 12.5, dt.date(2026, 5, 1), moment, dt.time(8, 0), True, 81234567890])
    sheet["G1"].number_format = "000000000000"
    (read,) = sheets("a.xlsx", saved(book))
    assert [cell.text for cell in read.rows[0].cells.values()] == [
        "250000", "12,5", "2026-05-01", "2026-05-01 09.30", "08.00", "ya", "081234567890",
    ]  # fmt: skip
    assert [cell.what for cell in read.rows[0].cells.values()][:3] == [What.NUMBER, What.NUMBER, What.DAY]


def test_formulas_without_a_value_and_those_that_failed_are_told_apart() -> None:
    parts = '<c r="A1"><f>1+1</f></c><c r="B1" t="e"><f>X</f><v>#REF!</v></c><c r="C1"><f>1+1</f><v>2</v></c>'
    (sheet,) = sheets("a.xlsx", bare_xlsx(f'<row r="1">{parts}</row>'))
    cells = sheet.rows[0].cells
    assert [cells[n].what for n in range(3)] == [What.UNCOMPUTED, What.ERROR, What.NUMBER]
    assert cells[2].text == "2"


def test_sheets_without_any_addresses_are_read_in_order() -> None:
    rows = '<row><c t="inlineStr"><is><t>Nama</t></is></c><c><v>7</v></c></row><row><c><v>8</v></c></row>'
    (sheet,) = sheets("a.xlsx", bare_xlsx(rows))
    assert texts(sheet) == {"A1": "Nama", "B1": "7", "A2": "8"}


def test_hidden_rows_and_hidden_sheets_are_known() -> None:
    (sheet,) = sheets("a.xlsx", xlsx([["Nama"], ["A"], ["B"]], hidden=[3]))
    assert [row.hidden for row in sheet.rows] == [False, False, True]
    book = Workbook()
    book.create_sheet("Rahasia").sheet_state = "hidden"
    assert [sheet.hidden for sheet in sheets("a.xlsx", saved(book))] == [False, True]


def test_opendocument_has_repeated_merged_and_hidden_cells_too() -> None:
    raw = """<table:table-row table:visibility="filter"><table:table-cell table:number-rows-spanned="2"
      office:value-type="string"><text:p>Kludan<text:s text:c="2"/>Timur</text:p></table:table-cell>
      <table:table-cell table:number-columns-repeated="2" office:value-type="date"
      office:date-value="2026-05-01T00:00:00"><text:p>1 Mei</text:p></table:table-cell></table:table-row>
      <table:table-row><table:covered-table-cell/><table:table-cell calcext:value-type="error"
      office:value-type="string"><text:p>Err:508</text:p></table:table-cell></table:table-row>
      <table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>"""
    (sheet,) = sheets("a.ods", ods([["Desa", "Mulai", 81234567890]], raw=raw))
    assert texts(sheet) == {
        "A1": "Desa", "B1": "Mulai", "C1": "81234567890", "A2": "Kludan  Timur", "B2": "2026-05-01",
        "C2": "2026-05-01", "A3": "Kludan  Timur", "B3": "Err:508",
    }  # fmt: skip
    assert [row.hidden for row in sheet.rows] == [False, True, False]
    assert sheet.rows[2].cells[1].what is What.ERROR


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_csv_of_every_program_is_read(encoding: str, separator: str) -> None:
    text = (
        separator.join(("Nama", "Alamat")) + "\r\n" + separator.join(("Kafé", '"Jl. A, B; C"')) + "\r\n\r\nX"
    )
    (sheet,) = sheets("a.csv", text.encode(encoding))
    assert texts(sheet) == {"A1": "Nama", "B1": "Alamat", "A2": "Kafé", "B2": "Jl. A, B; C", "A4": "X"}


def test_csv_may_name_its_separator_and_hold_line_breaks_in_quotes() -> None:
    (sheet,) = sheets("a.csv", b'sep=;\r\nNama;Alamat\r\n"A\r\nB";C')
    assert texts(sheet) == {"A2": "Nama", "B2": "Alamat", "A3": "A\r\nB", "B3": "C"}


@pytest.mark.parametrize(
    ("lines", "later", "first"),
    [
        ([b"Nama", "Kafé".encode(), "Kafé".encode("cp1252")], 3, 2),
        (["Kafé".encode("latin-1"), b"Nama", "Kafé".encode()], 3, 1),
    ],
)
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_lines_in_two_encodings_are_refused_by_their_numbers(
    lines: list[bytes], later: int, first: int, end: bytes
) -> None:
    found = read_spreadsheet("a.csv", end.join(lines))
    assert isinstance(found, Problem), found
    assert (found.variant, found.at.line, found.values["other"]) == ("encodings", later, str(first))


_TABLE = "Nama;Alamat;Telepon\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (_TABLE + 'A;"Jl. 1;1\nB;Jl. 2;2\nC;Jl. 3;3\n', 2),
        (_TABLE + 'A;"Jl. 1;1', 2),
        (_TABLE + 'A;"Jl. 1\nDesa";"1\nB;Jl. 2;2\n', 3),
        (_TABLE + "A;Jl. 1;1\n" + 'B;"Jl. 2;2\n' + "C;Jl. 3;3\n" * 30_000, 3),  # longer than any value
        (_TABLE + 'A;"Jl. 1;1\nB;"Jl. 2";2\nC;Jl. 3;3\n', 2),  # the next row's quote closes it
        (_TABLE + 'A;"Jl. 1;1\nB;"Jl. 2; Desa";2\nC;Jl. 3;3\n', 2),
        (_TABLE + 'A;"Jl. 1;1\nB;Jl. 2;2\nC;"Jl. 3";3\n', 2),
        (_TABLE + '"A;Jl. 1;1\nB;Jl. 2;2\nC";Jl. 3;3\n', 2),
        ("sep=;\n" + _TABLE + 'A;"Jl. 1;1\nB;"Jl. 2";2\n', 3),
        ('Nama,Alamat,Telepon\nA,"Jl. 1,1\nB,"Jl. 2",2\nC,Jl. 3,3\n', 2),
        ('Nama\n"A\nB\n', 2),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_quote_that_swallows_rows_is_told_with_its_line(text: str, line: int, end: str) -> None:
    found = read_spreadsheet("a.csv", text.replace("\n", end).encode())
    assert isinstance(found, Problem), found
    assert (found.variant, found.at.line, found.values["line"]) == ("quote", line, str(line))


@pytest.mark.parametrize(
    "text",
    [
        _TABLE + 'A;"Jl. 1; Desa Kludan\nKecamatan; Kabupaten";1\n',
        _TABLE + 'Toko "Maju" Jaya;Jl. 1;1\n"Toko ""Maju""";"Jl. 2\nDesa";2\n',
        'Nama,Alamat,Telepon\nA,"Jl. 1, RT 1, RW 2,\nDesa, Kec. B, Kab. C",1\n',
        'Nama\nA\nB 5" \n',
        'Nama;Alamat\n"A";""\n""',
    ],
)
def test_quotes_as_programs_write_them_are_no_fault(text: str) -> None:
    assert sheets("a.csv", text.encode())


_OLD = "berkas ini berbentuk Excel lama (.xls)"
_LOCKED = b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("path", "data", "variant", "message"),
    [
        ("a.xlsx", b"", "empty", "berkas ini kosong"),
        ("a.xlsx", b"PK\x03\x04 nonsense", "broken", "isi berkas ini rusak atau bukan lembar kerja"),
        ("a.xls", b"\xd0\xcf\x11\xe0 old", "old", _OLD),
        ("a.xlsx", b"\xd0\xcf\x11\xe0 old", "old", _OLD),
        ("a.xlsx", _LOCKED, "locked", "berkas ini dikunci sandi"),
        ("a.pdf", b"%PDF", "is-pdf", "isi berkas ini PDF, bukan lembar kerja"),
        ("a.json", b"{}", "ending", "berkas berakhiran `.json` tidak bisa diimpor"),
        ("a.csv", b"a;b\0;c;d;e", "broken", "isi berkas ini rusak atau bukan lembar kerja"),
        ("a.ods", zipped({"mimetype": "x"}), "broken", "isi berkas ini rusak atau bukan lembar kerja"),
    ],
)  # fmt: skip
def test_files_that_are_no_spreadsheets_are_refused(
    path: str, data: bytes, variant: str, message: str
) -> None:
    assert refusal(path, data) == (variant, message)


def test_no_file_can_fill_the_memory() -> None:
    assert refusal("a.xlsx", zipped({"xl/workbook.xml": b"\x20" * (81 << 20)}))[0] == "bomb"
    assert refusal("a.xlsx", zipped({"xl/workbook.xml": b"\x20" * (2 << 20)}))[0] == "bomb"
    entities = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    assert refusal("a.xlsx", bare_xlsx(before=entities))[0] == "broken"
    assert refusal("a.csv", csv([["x"]] * 20_001))[0] == "rows"


_WIDE = (
    '<table:table-row table:number-rows-repeated="1000"><table:table-cell table:number-columns-repeated="200"'
    ' office:value-type="string"><text:p>{text}</text:p></table:table-cell></table:table-row>'
)


@pytest.mark.parametrize(("text", "most"), [("A", MOST_CELLS), (" ", 0)])
def test_repeated_cells_are_read_once_and_only_as_many_as_a_file_may_hold(
    text: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file has four million cells in a few hundred bytes."""
    counts = Counter[str]()
    put, read = Grid.put, ods_reader._cell
    monkeypatch.setattr(Grid, "put", lambda *given: (counts.update(["put"]), put(*given))[1])
    monkeypatch.setattr(ods_reader, "_cell", lambda *given: (counts.update(["read"]), read(*given))[1])
    found = read_spreadsheet("a.ods", ods([["Nama"]], raw=_WIDE.format(text=text) * 20))
    assert (isinstance(found, Problem) and found.variant == "rows") == bool(most)
    assert counts["put"] <= most + 1
    assert counts["read"] <= 21


def test_the_rows_of_all_sheets_count_together() -> None:
    book = Workbook()
    for sheet in (book.active, book.create_sheet()):
        assert sheet is not None
        for _ in range(MOST_ROWS // 2 + 1):
            sheet.append(["A"])
    assert refusal("a.xlsx", saved(book))[0] == "rows"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("A_xD800_B", "A\ufffdB"), ("_xDC00__xD800_", "\ufffd\ufffd"), ("_xD83D__xDE00_", "\U0001f600"),
        ("A_x000D_\nB", "A\r\nB"), ("A_x001B_[2J_x0000_", "A[2J"), ("Jl. 1_x000B_Desa", "Jl. 1\nDesa"),
        ("_x005F_", "_"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["inlineStr", "str", "s"])
def test_signs_that_no_text_may_hold_are_left_out_or_marked(written: str, text: str, kind: str) -> None:
    values = {"inlineStr": f"<is><t>{written}</t></is>", "str": f"<v>{written}</v>", "s": "<v>0</v>"}
    row = f'<row r="1"><c r="A1" t="{kind}">{values[kind]}</c></row>'
    (sheet,) = sheets("a.xlsx", bare_xlsx(row, shared=f"<si><t>{written}</t></si>"))
    assert texts(sheet) == {"A1": text}
    texts(sheet)["A1"].encode()


def test_signs_that_steer_a_terminal_are_left_out_of_csv_and_of_names_of_sheets() -> None:
    (sheet,) = sheets("a.csv", "Nama;Alamat\nA\x1b[2J;B\x7f\x9b".encode())
    assert texts(sheet)["A2"] == "A[2J"
    assert texts(sheet)["B2"] == "B"
    (sheet,) = sheets("a.ods", ods([["Nama"]], title="Data\x9b2J"))
    assert (sheet.name, sheet.rows[0].cells[0].at) == ("Data2J", "Data2J!A1")


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("8.1234E10", "81234000000"), ("250000.0", "250000"), ("0E-999999", "0"), ("0E+999999", "0"),
        ("1E-999999", "1E-999999"), ("1E+999999", "1E+999999"), ("1.5E-7", "0.00000015"),
    ],
)  # fmt: skip
def test_no_number_makes_a_long_text(written: str, text: str) -> None:
    assert number_text(written) == text


@pytest.mark.parametrize("written", ["NaN", "Infinity", "-Infinity", "x", ""])
def test_what_is_no_number_is_none(written: str) -> None:
    with pytest.raises(ArithmeticError):
        number_text(written)


@given(st.binary(max_size=400), st.sampled_from([*READERS, ".xls"]))
@settings(max_examples=60, deadline=None)
def test_no_bytes_raise(data: bytes, ending: str) -> None:
    read_spreadsheet(f"a{ending}", data)


@given(st.integers(0, 20_000))
def test_letters_and_numbers_of_columns_are_the_same_thing(column: int) -> None:
    assert column_number(column_letters(column)) == column
