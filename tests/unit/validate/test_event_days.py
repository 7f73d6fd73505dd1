"""All days of an event in one field: the hint gives the line of the first day and that of the last."""

from __future__ import annotations

import pytest

from site_builder.fixes import Fix, fix_of
from site_builder.messages import sentence_for
from site_builder.problems import Problem
from tests.unit.validate.files import framed, good, read
from tests.unit.validate.test_entries import EVENT


def problem_of(text: str) -> Problem:
    _, (problem,) = read(EVENT, f"nama: Pameran\n{text}\n")
    return problem


def edit_of(text: str) -> Fix | None:
    lines = framed(EVENT, f"nama: Pameran\n{text}\n").split("\n")
    return fix_of(problem_of(text), lambda number: lines[number - 1])


BOTH = "sebagai ganti baris ini tulis dua baris: `mulai: {}` dan `selesai: {}`"


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("3-5 Agustus 2026", "2026-08-03", "2026-08-05"),
        ("3 s.d. 5 Agustus 2026", "2026-08-03", "2026-08-05"),
        ("3 sampai dengan 5 Agustus 2026", "2026-08-03", "2026-08-05"),
        ("2026-08-03 - 2026-08-05", "2026-08-03", "2026-08-05"),
        ("2026-08-03/2026-08-05", "2026-08-03", "2026-08-05"),
        ("3 Agustus s/d 5 September 2026", "2026-08-03", "2026-09-05"),
        ("30 Desember 2026 - 2 Januari 2027", "2026-12-30", "2027-01-02"),
        ("3/8/2026 - 5/8/2026", "2026-08-03", "2026-08-05"),
        ("Senin-Rabu, 3-5 Agustus 2026", "2026-08-03", "2026-08-05"),
        ("Senin, 3 s.d. Rabu, 5 Agustus 2026", "2026-08-03", "2026-08-05"),
        ("3 & 4 Agustus 2026", "2026-08-03", "2026-08-04"),
        ("August 3-5, 2026", "2026-08-03", "2026-08-05"),
        ("August 3 to September 5th, 2026", "2026-08-03", "2026-09-05"),
        ("3 until 5 August 2026", "2026-08-03", "2026-08-05"),
    ],
)
def test_both_lines_are_given_to_paste(written: str, first: str, last: str) -> None:
    problem = problem_of(f"mulai: {written}")
    told = sentence_for(problem, "id")
    assert (problem.at.line, problem.at.column, problem.key) == (3, 8, "field-type.event-days")
    assert told.message == (
        f"`{written}` berisi beberapa hari; `mulai` untuk hari pertama, `selesai` untuk hari terakhir"
    )
    assert told.hint == BOTH.format(first, last)
    good(EVENT, f"nama: Pameran\nmulai: {first}\nselesai: {last}\n")


def test_a_file_in_english_is_told_with_its_own_names() -> None:
    problem = problem_of("starts: 3-5 August 2026")
    assert sentence_for(problem, "en").hint == (
        "instead of this line write two: `starts: 2026-08-03` and `ends: 2026-08-05`"
    )


def test_where_the_other_day_has_its_line_only_this_one_is_offered() -> None:
    first = problem_of("mulai: 3-5 Agustus 2026\nselesai: 2026-08-06")
    assert sentence_for(first, "id").message == "`mulai` hanya untuk hari pertama, bukan `3-5 Agustus 2026`"
    assert sentence_for(first, "id").hint.startswith("tulis `mulai: 2026-08-03`; ")
    last = problem_of("mulai: 2026-08-03\nselesai: 3-5 Agustus 2026")
    assert sentence_for(last, "id").message == "`selesai` hanya untuk hari terakhir, bukan `3-5 Agustus 2026`"
    assert sentence_for(last, "id").hint.startswith("tulis `selesai: 2026-08-05`; ")


@pytest.mark.parametrize("written", ["5-3 Agustus 2026", "30 Desember s/d 2 Januari 2027"])
def test_days_the_wrong_way_round_are_not_put_right_for_anybody(written: str) -> None:
    assert problem_of(f"mulai: {written}").key == "field-type.day-span"


@pytest.mark.parametrize(
    "written", ["Senin, 3 Agustus 2026", "Senin 3 Agustus 2026", "Monday, 3 August 2026"]
)
def test_one_day_with_its_weekday_is_offered_as_that_day(written: str) -> None:
    assert sentence_for(problem_of(f"mulai: {written}"), "id").hint == "tulis `mulai: 2026-08-03`"


def test_the_edit_puts_two_lines_for_one_and_is_not_made_unasked() -> None:
    lines = ("mulai: 2026-08-03", "selesai: 2026-08-05")
    assert edit_of("mulai: 3-5 Agustus 2026") == Fix(3, 3, lines, is_safe=False)
    assert edit_of("mulai: 3-5 Agustus 2026\nselesai: 2026-08-05") == Fix(3, 3, lines[:1], is_safe=False)
    assert edit_of("mulai:\n  3-5 Agustus 2026") is None


@pytest.mark.parametrize(
    "written",
    [
        "2026-12-12 09.00-15.00",
        "2026-12-12 09:00 s/d 15:00",
        "12 Desember 2026 jam 9 pagi - 3 sore",
        "12 Desember 2026, pukul 09.00 - 15.00 WIB",
    ],
)
def test_both_times_of_one_day_are_given_to_paste(written: str) -> None:
    problem = problem_of(f"mulai: {written}")
    assert problem.key == "field-type.event-hours"
    assert sentence_for(problem, "id").hint == BOTH.format("2026-12-12 09.00", "2026-12-12 15.00")
    good(EVENT, "nama: Pameran\nmulai: 2026-12-12 09.00\nselesai: 2026-12-12 15.00\n")


def test_of_two_times_the_one_is_offered_that_belongs_into_the_line() -> None:
    first = problem_of("mulai: 2026-12-12 09.00-15.00\nselesai: 2026-12-13")
    assert sentence_for(first, "id").hint.startswith("tulis `mulai: 2026-12-12 09.00`; ")
    last = problem_of("mulai: 2026-12-11\nselesai: 2026-12-12 09.00-15.00")
    assert sentence_for(last, "id").hint.startswith("tulis `selesai: 2026-12-12 15.00`; ")


@pytest.mark.parametrize(
    "written",
    [
        "12-14 Desember 2026 jam 9 pagi",
        "12-14 Desember 2026, 09.00-17.00 WIB",
        "2026-12-12 - 2026-12-14 pukul 9",
    ],
)
def test_hours_of_several_days_are_told_in_words(written: str) -> None:
    told = sentence_for(problem_of(f"mulai: {written}"), "id")
    assert told.hint == BOTH.format("2026-12-12", "2026-12-14") + "; jam setiap harinya sebut di `ringkasan`"


def test_days_without_a_year_are_asked_for_it() -> None:
    told = sentence_for(problem_of("mulai: 12-14 Desember"), "id")
    assert told.message == "`12-14 Desember` berisi beberapa hari dan tidak menyebut tahunnya"
    assert told.hint == (
        "sebagai ganti baris ini tulis dua baris, dengan tahunnya di tempat `…`: "
        "`mulai: …-12-12` dan `selesai: …-12-14`"
    )


@pytest.mark.parametrize("written", ["2026-12-12 09.00", "2026-12-12", "2026-12-12T09:00"])
def test_one_moment_stays_one(written: str) -> None:
    good(EVENT, f"nama: Pameran\nmulai: {written}\n")
