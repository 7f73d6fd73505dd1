"""Words beside a day or a time are understood, or the hint says what to do: none is lost by pasting."""

from __future__ import annotations

import pytest

from site_builder.messages import sentence_for
from site_builder.model.readers.moments import read_when
from site_builder.problems import Problem
from tests.unit.model.faults import fault_of
from tests.unit.validate.files import read
from tests.unit.validate.test_entries import EVENT, MINIMAL, SHOP


def problem_of(path: str, text: str) -> Problem:
    _, (problem,) = read(path, text)
    return problem


def hint_of_event(lines: str) -> str:
    return sentence_for(problem_of(EVENT, f"nama: Pameran\n{lines}\n"), "id").hint


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-12-12 7.30 malam", "2026-12-12 19.30"),
        ("2026-12-12 09.00 WIB", "2026-12-12 09.00"),
        ("2026-12-12 09.00 - selesai", "2026-12-12 09.00"),
        ("malam 31 Desember 2026 jam 8", "2026-12-31 20.00"),
        ("Sabtu malam, 12 Desember 2026 pukul 7.30", "2026-12-12 19.30"),
        ("12 Desember 2026 jam 7.30 malam", "2026-12-12 19.30"),
        ("12 Desember 2026 pukul 19.30 malam", "2026-12-12 19.30"),
        ("12 Des 2026, 09.00 s/d selesai", "2026-12-12 09.00"),
        ("Sening, 12 Desember 2026", "2026-12-12"),
    ],
)
def test_the_part_of_the_day_belongs_to_the_time(written: str, moment: str) -> None:
    assert hint_of_event(f"mulai: {written}") == f"tulis `mulai: {moment}`"
    read_when(moment)


@pytest.mark.parametrize(
    "written", ["malam 12 Desember 2026", "2026-12-12 malam", "Sabtu malam, 12 Desember 2026"]
)
def test_a_part_of_the_day_alone_asks_for_the_time(written: str) -> None:
    assert hint_of_event(f"mulai: {written}") == (
        "tulis jamnya di tempat `…` (jam tujuh malam ditulis 19.00): `mulai: 2026-12-12 …`; belum pasti?"
        " tulis"
        " tanggalnya saja"
    )


@pytest.mark.parametrize(
    ("written", "moment", "words"),
    [
        ("2026-12-20 09.00 diundur ke 27 Desember", "2026-12-20 09.00", "diundur ke 27 Desember"),
        ("2026-12-20 (diundur)", "2026-12-20", "(diundur)"),
        ("2026-12-20 tentatif", "2026-12-20", "tentatif"),
        ("20 Desember 2026 tentatif", "2026-12-20", "tentatif"),
        ("sebelum 20 Desember 2026", "2026-12-20", "sebelum"),
        ("2026-12-20 ba'da isya", "2026-12-20", "ba'da isya"),
        ("2026-12-20T10:00:00+07:00", "2026-12-20 10.00", "+07:00"),
    ],
)
def test_other_words_beside_a_moment_are_named(written: str, moment: str, words: str) -> None:
    assert hint_of_event(f"mulai: {written}") == (
        f"tulis `mulai: {moment}` hanya bila tanpa `{words}` artinya tetap sama; kalau tidak (misalnya"
        " diundur),"
        " tulis tanggal yang benar di tempat `…`: `mulai: …`, dan keterangannya di teks"
    )


def test_so_are_those_beside_a_day() -> None:
    problem = problem_of(SHOP, f"{MINIMAL[SHOP]}diperiksa: 2026-11-01 oleh Bu Yuli\n")
    assert sentence_for(problem, "id").hint == (
        "tulis `diperiksa: 2026-11-01` hanya bila tanpa `oleh Bu Yuli` artinya tetap sama; kalau tidak, tulis"
        " tanggal yang benar di tempat `…`: `diperiksa: …`, dan keterangannya di teks"
    )


def test_a_time_that_is_none_is_offered_to_nobody() -> None:
    for text in ("2026-02-05 25.00", "2026-02-05 12 malam kurang", "2026-02-05 61"):
        assert "24" not in str(fault_of(read_when, text))


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        ("tanggal: 2026-12-12\njam: 19.00", "mulai: 2026-12-12 19.00"),
        ("tgl: 12 Desember 2026\npukul: 7 malam", "mulai: 2026-12-12 19.00"),
        ("mulai: 2026-12-12\njam: 19.00", "mulai: 2026-12-12 19.00"),
        ("mulai: 2026-12-12\njam: nanti", "mulai: 2026-12-12 …"),
    ],
)
def test_a_day_and_a_time_that_stand_apart_are_one_line(lines: str, line: str) -> None:
    day, time = (part.partition(":")[0] for part in lines.split("\n"))
    assert hint_of_event(lines) == f"sebagai ganti baris `{day}` dan `{time}` tulis satu baris: `{line}`"


def test_a_day_and_its_hours_that_stand_apart_are_two_lines() -> None:
    assert hint_of_event("tanggal: 12 Desember 2026\njam: 09.00-15.00") == (
        "sebagai ganti baris `tanggal` dan `jam` tulis `mulai: 2026-12-12 09.00` dan `selesai: 2026-12-12"
        " 15.00`"
    )


TWO_LINES = "sebagai ganti baris `mulai` dan `jam` tulis "


@pytest.mark.parametrize(
    ("time", "start", "end"),
    [
        ("7 - 10 malam", "19.00", "22.00"),
        ("7.30 - 10 malam", "19.30", "22.00"),
        ("9 - 11 pagi", "09.00", "11.00"),
        ("9 pagi - 3", "09.00", "15.00"),
        ("7 malam - 10", "19.00", "22.00"),
        ("9 - 3 sore", "09.00", "15.00"),
        ("9 - 15", "09.00", "15.00"),
    ],
)
def test_a_part_of_the_day_behind_the_last_time_holds_for_both_where_it_can(
    time: str, start: str, end: str
) -> None:
    assert hint_of_event(f"mulai: 2026-12-12\njam: {time}") == (
        f"{TWO_LINES}`mulai: 2026-12-12 {start}` dan `selesai: 2026-12-12 {end}`"
    )


@pytest.mark.parametrize(
    ("time", "early", "late"),
    [
        ("7 - 10", ("07.00", "10.00"), ("19.00", "22.00")),
        ("5 - 7 malam", ("05.00", "19.00"), ("17.00", "19.00")),
    ],
)
def test_hours_that_may_be_of_either_half_of_the_day_are_both_shown(
    time: str, early: tuple[str, str], late: tuple[str, str]
) -> None:
    pairs = [f"`mulai: 2026-12-12 {one}` dan `selesai: 2026-12-12 {other}`" for one, other in (early, late)]
    assert hint_of_event(f"mulai: 2026-12-12\njam: {time}") == (
        f"{TWO_LINES}yang benar: {pairs[0]}, atau {pairs[1]}"
    )
    (first, second), (third, fourth) = early, late
    assert hint_of_event(f"mulai: 2026-12-12 {time}") == (
        f"tulis mulainya dan selesainya di dua baris: `2026-12-12 {first}` dan `2026-12-12 {second}`, "
        f"atau `2026-12-12 {third}` dan `2026-12-12 {fourth}`, yang benar"
    )


@pytest.mark.parametrize("time", ["9 - 3", "10 malam - 2", "9-11 dan 13-15"])
def test_hours_that_are_not_sure_leave_the_time_open(time: str) -> None:
    assert hint_of_event(f"mulai: 2026-12-12\njam: {time}") == f"{TWO_LINES}satu baris: `mulai: 2026-12-12 …`"


@pytest.mark.parametrize("written", ["2026-12-12 jam 7", "12 Desember 2026 pukul 7", "2026-12-12 7 WIB"])
def test_an_hour_alone_is_asked_about(written: str) -> None:
    assert hint_of_event(f"mulai: {written}") == (
        "tulis yang benar: `mulai: 2026-12-12 07.00` atau `mulai: 2026-12-12 19.00`"
    )


def test_so_is_one_in_a_line_of_its_own() -> None:
    assert hint_of_event("mulai: 2026-12-12\njam: 7") == (
        f"{TWO_LINES}satu baris, yang benar: `mulai: 2026-12-12 07.00` atau `mulai: 2026-12-12 19.00`"
    )


@pytest.mark.parametrize(
    ("time", "clock"), [("12 malam", "00.00"), ("1 malam", "01.00"), ("12.30 malam", "00.30")]
)
def test_midnight_is_no_noon_and_may_be_of_either_night(time: str, clock: str) -> None:
    early, late = f"`mulai: 2026-12-12 {clock}`", f"`mulai: 2026-12-13 {clock}`"
    assert hint_of_event(f"mulai: 2026-12-12 jam {time}") == (
        f"malam sebelumnya: {early}; malam sesudahnya: {late}"
    )
    assert hint_of_event(f"mulai: 2026-12-12\njam: {time}") == (
        f"{TWO_LINES}satu baris; malam sebelumnya: {early}; malam sesudahnya: {late}"
    )


@pytest.mark.parametrize(("written", "day"), [("ya", "…"), ("27 Desember 2026", "2026-12-27")])
def test_an_event_that_was_put_off_gets_its_new_day(written: str, day: str) -> None:
    assert hint_of_event(f"mulai: 2026-12-20\ndiundur: {written}") == (
        f"ganti isi `mulai` dengan tanggal yang baru, `mulai: {day}` (dan `selesai` bila ada), lalu hapus"
        " `diundur`;"
        " tanggal barunya belum ada? sebut di teks bahwa acaranya diundur"
    )


def test_an_event_that_ends_after_midnight_ends_the_day_after() -> None:
    assert hint_of_event("mulai: 2026-12-31 19.00\nselesai: 2026-12-31 01.00") == (
        "selesai lewat tengah malam? tulis `selesai: 2027-01-01 01.00`; kalau bukan, periksa kedua jam itu"
    )
    assert hint_of_event("mulai: 2026-12-12 19.00\nselesai: 2026-12-12 15.00") == "periksa kedua tanggal itu"


@pytest.mark.parametrize(
    "written", ["malam 2026-02-31 jam 12", "malam 2026-02-31 jam 8", "Sabtu, 31/2/2026 jam 7"]
)
def test_of_a_day_that_is_none_no_time_is_told(written: str) -> None:
    assert "02-31" not in fault_of(read_when, written)[1]
