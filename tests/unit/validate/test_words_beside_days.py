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
        ("2026-12-20 jam 1 malam", "2026-12-20 01.00", "malam"),
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
