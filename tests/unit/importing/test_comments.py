"""What somebody has stuck to a cell is shown or refuses its row, and is never a part of its value."""

from __future__ import annotations

import io
import zipfile

import pytest

from site_builder.importing.run import plan_of
from site_builder.importing.showing import plan_text
from site_builder.names import Kind
from site_builder.spreadsheets.reading import read_spreadsheet
from tests.support.plans import HEAD, MEKAR, codes, neighbour, only, statuses, warnings, written
from tests.support.spreadsheets import Rows, ods, sources, xlsx, zipped

SAID = "diisi oleh Yuli, 12 Maret"
TOLD = f"pada sel ini (`0812-3456-789 (WA)`) ditempel komentar: `{SAID}`"


def commented(place: str, text: str = SAID) -> bytes:
    return xlsx([[*HEAD, "Warna"], [*MEKAR, "x"]], comments={place: text})


def test_a_comment_of_a_cell_that_is_imported_is_shown() -> None:
    plan = plan_of("a.xlsx", commented("E2"), Kind.SHOPS, sources())
    assert ("Lembar1!E2", TOLD) in warnings(plan)
    assert "wa: 0812-3456-789\n" in written(plan, "content/shops/toko-mekar.md")


def test_a_comment_of_a_column_that_is_not_imported_is_not_shown() -> None:
    plan = plan_of("a.xlsx", commented("F2"), Kind.SHOPS, sources())
    assert [place for place, _ in warnings(plan)] == ["Lembar1!F1", "Lembar1!F2"]
    assert "cek lagi" not in plan_text(plan, "id")


FILLED = "diisi oleh Bu Sri"


def told(value: str, comment: str = FILLED) -> str:
    return f"pada sel ini (`{value}`) ditempel komentar: `{comment}`"


@pytest.mark.parametrize(
    ("place", "value"),
    [("F2", "Senin-Sabtu"), ("G2", "08.00"), ("H2", "16.00"), ("I2", "Minggu"), ("C2", "Dompet")],
)
def test_a_comment_of_a_part_of_a_value_is_shown(place: str, value: str) -> None:
    head = [*HEAD, "Hari", "Jam Buka", "Jam Tutup", "Hari Libur"]
    rows: Rows = [head, [*MEKAR, "Senin-Sabtu", "08.00", "16.00", "Minggu"]]
    plan = plan_of("a.xlsx", xlsx(rows, comments={place: FILLED}), Kind.SHOPS, sources())
    assert [status for _, status in statuses(plan)] == ["new"]
    assert warnings(plan) == [(f"Lembar1!{place}", told(value))]


def test_a_comment_of_the_time_of_an_event_is_shown() -> None:
    rows: Rows = [["Nama Acara", "Tanggal", "Jam"], ["Pasar Raya", "2 Maret 2027", "09.00"]]
    plan = plan_of("a.xlsx", xlsx(rows, comments={"C2": FILLED}), Kind.EVENTS, sources())
    assert warnings(plan) == [("Lembar1!C2", told("09.00", FILLED))]


def test_a_comment_of_a_ditto_is_shown() -> None:
    rows: Rows = [[*HEAD, "Desa"], [*MEKAR, "Kludan"], [*neighbour("Toko Dua"), "sda"]]
    plan = plan_of("a.xlsx", xlsx(rows, comments={"F3": FILLED}), Kind.SHOPS, sources())
    assert ("Lembar1!F3", told("Kludan")) in warnings(plan)


def test_a_comment_of_a_cell_that_is_struck_is_shown() -> None:
    data = xlsx([HEAD, MEKAR], struck=["E2"], comments={"E2": "salah sambung"})
    plan = plan_of("a.xlsx", data, Kind.SHOPS, sources())
    assert ("Lembar1!E2", told(MEKAR[4], "salah sambung")) in warnings(plan)


@pytest.mark.parametrize("row", [2, 3])
def test_a_comment_of_a_row_that_another_one_says_in_full_is_shown(row: int) -> None:
    poorer: Rows = [HEAD, [*MEKAR[:4], None], MEKAR]
    for rows in ([HEAD, MEKAR, MEKAR], poorer, [HEAD, *reversed(poorer[1:])]):
        data = xlsx(rows, comments={f"A{row}": FILLED})
        plan = plan_of("a.xlsx", data, Kind.SHOPS, sources())
        assert statuses(plan) == [("Toko Mekar", "new")]
        assert warnings(plan).count((f"Lembar1!A{row}", told("Toko Mekar"))) == 1


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


@pytest.mark.parametrize(
    ("place", "comment"),
    [
        ("E2", "nomor anaknya, jangan disebar"),
        ("E2", "sudah ganti nomor, yg baru 0812-7200-9999 (Yuli)"),
        ("E2", "salah sambung"),
        ("A2", "sdh tutup permanen"),
        ("D2", "blm mau ditampilkan"),
    ],
)
def test_a_comment_that_speaks_against_what_it_is_stuck_to_refuses_the_row(place: str, comment: str) -> None:
    outcome = only(plan_of("a.xlsx", commented(place, comment), Kind.SHOPS, sources()))
    assert codes(outcome) == ["cell-comment.doubt"]
    assert outcome.problems[0].at.path == f"Lembar1!{place}"


def test_a_comment_that_calls_an_event_off_refuses_it() -> None:
    rows: Rows = [["Nama Acara", "Tanggal"], ["Pasar Raya", "2 Maret 2027"]]
    plan = plan_of("a.xlsx", xlsx(rows, comments={"B2": "tdk jadi"}), Kind.EVENTS, sources())
    assert codes(only(plan)) == ["cell-comment.doubt"]
