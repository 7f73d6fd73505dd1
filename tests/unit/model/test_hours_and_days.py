"""Opening hours and days: how people write them, and which are none."""

from __future__ import annotations

import pytest

from site_builder.importing.cells.opening import week_in
from site_builder.model.readers.hours import read_hours
from site_builder.model.readers.moments import read_when
from site_builder.model.readers.times import read_day, read_year
from site_builder.model.scalars import ScalarFault, Written
from site_builder.model.values import Hours, Interval
from tests.unit.model.faults import fault_of


def week(**days: tuple[tuple[int, int], ...]) -> Hours:
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    return Hours(
        tuple(tuple(Interval(*pair) for pair in days[name]) if name in days else None for name in names)
    )


OFFICE = ((480, 1020),)


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ({"senin": "08.00-17.00"}, week(mon=OFFICE)),
        ({"Senin": "08:00 – 17:00"}, week(mon=OFFICE)),
        ({"mon": "8-17"}, week(mon=OFFICE)),
        ({"monday": "08.00 s/d 17.00 WIB"}, week(mon=OFFICE)),
        ({"sen": "pukul 08.00 sampai 17.00"}, week(mon=OFFICE)),
        ({"minggu": "tutup"}, week(sun=())),
        ({"minggu": "Closed", "jum'at": "24 jam"}, week(sun=(), fri=((0, 1440),))),
        ({"kamis-sabtu": "8-17"}, week(thu=OFFICE, fri=OFFICE, sat=OFFICE)),
        ({"sabtu s/d senin": "8-17"}, week(sat=OFFICE, sun=OFFICE, mon=OFFICE)),
        ({"rabu, kamis dan sabtu": "8-17"}, week(wed=OFFICE, thu=OFFICE, sat=OFFICE)),
        ({"setiap hari": "8-17"}, Hours(((Interval(480, 1020),),) * 7)),
        ({"setiap_hari": "8-17"}, Hours(((Interval(480, 1020),),) * 7)),
        ({"daily": "8-17"}, Hours(((Interval(480, 1020),),) * 7)),
        ("08.00-17.00", Hours(((Interval(480, 1020),),) * 7)),
        ({"jumat": "08.00-11.00, 13.00-17.00"}, week(fri=((480, 660), (780, 1020)))),
        ({"jumat": ["08.00-11.00", "13.00-17.00"]}, week(fri=((480, 660), (780, 1020)))),
        ({"sabtu": "18.00-02.00"}, week(sat=((1080, 1560),))),
        ({"sabtu": "18.00-24.00"}, week(sat=((1080, 1440),))),
    ],
)
def test_hours_are_read_in_the_ways_people_write_them(written: Written, hours: Hours) -> None:
    assert read_hours(written) == hours


@pytest.mark.parametrize(
    ("written", "variant", "suggestion", "inside"),
    [
        ({"senin": "10:00"}, "hours-open-end", "", ("senin",)),
        ({"senin": "08.00-25.00"}, "hours-clock", "", ("senin",)),
        ({"senin": "08.60-09.00"}, "hours-clock", "", ("senin",)),
        ({"senin": "08.00-08.00"}, "hours-clock", "", ("senin",)),
        ({"senin": "pagi"}, "hours", "", ("senin",)),
        ({"senin": "8am-5pm"}, "hours-spoken", "08.00-17.00", ("senin",)),
        ({"senin": "08.00-12.00, 11.00-17.00"}, "hours-overlap", "", ("senin",)),
        ({"senin": ["08.00-12.00", "pagi"]}, "hours", "", ("senin", 1)),
        ({"senin-jumat": "8-17", "jumat-sabtu": "8-12"}, "hours-twice", "", ("jumat-sabtu",)),
        ({"sennin": "8-17"}, "hours-day-near", "senin", ("sennin",)),
        ({"xyz": "8-17"}, "hours-day", "", ("xyz",)),
        ({"senin": {"a": "b"}}, "hours", "", ("senin",)),
        ("pagi", "hours-whole", "", ()),
    ],
)
def test_faulty_hours_point_to_their_day(
    written: Written, variant: str, suggestion: str, inside: tuple[str | int, ...]
) -> None:
    with pytest.raises(ScalarFault) as caught:
        read_hours(written)
    fault = caught.value
    assert (fault.variant, fault.values.get("suggestion", ""), fault.inside) == (variant, suggestion, inside)


@pytest.mark.parametrize(
    ("text", "variant", "suggestion"),
    [
        ("1 November 2026", "day-form", "2026-11-01"),
        ("Minggu, 1 Nov 2026", "day-form", "2026-11-01"),
        ("17 Agustus 1945", "day-form", "1945-08-17"),
        ("November 1, 2026", "day-form", "2026-11-01"),
        ("01/11/2026", "day-form", "2026-11-01"),
        ("1-11-2026", "day-form", "2026-11-01"),
        ("2026/11/01", "day-form", "2026-11-01"),
        ("2026-1-5", "day-form", "2026-01-05"),
        ("2024-13-45", "day-unreal", ""),
        ("2026-02-30", "day-last", "2026-02-28"),
        ("2028-02-31", "day-last", "2028-02-29"),
        ("31 Februari 2027", "day-last", "2027-02-28"),
        ("2027-04-31", "day-last", "2027-04-30"),
        ("0000-01-01", "day-unreal", ""),
        ("99 Foo 2026", "day", ""),
        ("besok", "day", ""),
        ("2026", "day", ""),
    ],
)
def test_a_day_in_another_form_is_offered_in_the_right_one(text: str, variant: str, suggestion: str) -> None:
    assert fault_of(read_day, text) == (variant, suggestion)


def test_days_moments_and_years() -> None:
    assert read_day("2024-02-29") == "2024-02-29"
    assert read_when("2026-02-05").iso == "2026-02-05"
    assert read_when("2026-02-05 09:00").iso == "2026-02-05T09:00"
    assert read_when("2026-02-05 9.30").iso == "2026-02-05T09:30"
    assert read_when("2026-02-05T09:00:00").iso == "2026-02-05T09:00"
    assert fault_of(read_when, "2026-02-05 09.00 WIB") == ("when-form", "2026-02-05 09.00")
    assert fault_of(read_when, "2026-02-05 25.00") == ("when", "")
    assert fault_of(read_when, "5/2/2026") == ("day-form", "2026-02-05")
    assert fault_of(read_when, "pagi") == ("when", "")
    assert fault_of(read_when, "12 Des 2026 jam 9 pagi") == ("day-form", "2026-12-12 09.00")
    assert fault_of(read_when, "5 Februari 2027, 7 malam") == ("day-form", "2027-02-05 19.00")
    assert fault_of(read_when, "2026-12-12 jam 9 malam") == ("when-words", "2026-12-12 21.00")
    for text in ("Desember 2026", "akhir Desember", "2026-12"):
        assert fault_of(read_when, text) == ("when-month", "")
    for text in ("jam 9 pagi", "minggu depan", "2026", "Bazar 2026"):
        assert fault_of(read_when, text) == ("when", "")
    assert read_year("1976") == 1976
    for text in ("76", "0999", "2101", "abad 20"):
        assert fault_of(read_year, text) == ("year", "")
    for text in ("sekitar 1980", "thn. 1980", "1980 M"):
        assert fault_of(read_year, text) == ("year-only", "1980")


def test_a_day_beyond_the_years_that_are_known_is_told_as_such() -> None:
    assert fault_of(read_day, "9999-12-31") == ("day-far", "")
    assert fault_of(read_day, "0999-12-31") == ("day-far", "")
    assert fault_of(read_day, "9999-02-30") == ("day-unreal", "")
    assert fault_of(read_day, "0000-01-01") == ("day-unreal", "")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("8 pagi sampai 5 sore", "08.00-17.00"),
        ("Setiap hari jam 8 pagi s/d jam 4.30 sore WIB", "08.00-16.30"),
        ("7 pagi - 12 siang", "07.00-12.00"),
        ("11 siang - 2 siang", "11.00-14.00"),
        ("5 sore - 12 malam", "17.00-24.00"),
        ("9 a.m. to 5 p.m.", "09.00-17.00"),
        ("12 am - 12 pm", "00.00-12.00"),
        ("08.00-17.00 istirahat 12.00-13.00", "[08.00-12.00, 13.00-17.00]"),
        ("8 pagi - 5 sore (istirahat jam 12 - 1 siang)", "[08.00-12.00, 13.00-17.00]"),
    ],
)
def test_hours_with_words_are_offered_in_numbers_that_are_taken(written: str, meant: str) -> None:
    assert fault_of(read_hours, {"senin": written}) == ("hours-spoken", meant)
    taken: list[Written] = [*meant.strip("[]").split(", ")]
    assert isinstance(read_hours({"senin": taken if len(taken) > 1 else meant}), Hours)


@pytest.mark.parametrize(
    "written", ["8 pagi - 5 pagi", "8.75 pagi - 5 sore", "8 pagi", "08.00-17.00 istirahat 18.00-19.00"]
)
def test_words_that_give_no_hours_are_not_guessed(written: str) -> None:
    assert fault_of(read_hours, written)[1] == ""


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "Setiap hari kecuali Jumat dan Minggu 08.00-16.00",
            "{senin-kamis dan sabtu: 08.00-16.00, jumat dan minggu: tutup}",
        ),
        (
            "Tiap hari kecuali Sabtu & Minggu 08.00-16.00",
            "{senin-jumat: 08.00-16.00, sabtu dan minggu: tutup}",
        ),
        (
            "Setiap hari kecuali Sabtu-Minggu 08.00-16.00",
            "{senin-jumat: 08.00-16.00, sabtu dan minggu: tutup}",
        ),
        (
            "Senin s/d Sabtu 08.00 - 16.00 (Jumat istirahat 11.30 - 13.00)",
            "{senin-kamis dan sabtu: 08.00-16.00, jumat: 08.00-11.30 dan 13.00-16.00}",
        ),
        ("Senin-Sabtu 08.00 WIB - 16.00 WIB", "{senin-sabtu: 08.00-16.00}"),
        ({"setiap hari kecuali jumat": "08.00-16.00"}, "{sabtu-kamis: 08.00-16.00, jumat: tutup}"),
    ],
)
def test_days_left_out_and_breaks_of_one_day_are_offered_whole(text: Written, meant: str) -> None:
    assert fault_of(read_hours, text) == ("hours-week", meant)


@pytest.mark.parametrize(
    "text",
    [
        "Setiap hari 08.00-16.00, kecuali Jumat sampai jam 11",
        "Setiap hari 08.00-16.00, istirahat jam 12",
        "Senin-Sabtu 08.00-16.00 (istirahat 12.00-13.00, Jumat 11.30-13.00)",
        "Senin-Sabtu, Minggu tutup",
        "Setiap hari, Minggu tutup",
        "Selasa-Minggu, Senin libur",
        "Senin s.d. Kamis dan Jumat libur",
        "Mon-Sat, Sun closed",
        "Senin - Jumat, Sabtu 08.00-12.00",
        "Senin-Jumat (bulan puasa) 08.00-15.00",
    ],
)
def test_of_hours_that_may_be_two_things_none_are_offered(text: str) -> None:
    variant, suggestion = fault_of(read_hours, text)
    assert variant in ("hours-whole", "hours-no-times"), variant
    assert "08.00" not in suggestion
    with pytest.raises(ScalarFault):
        week_in(text)
