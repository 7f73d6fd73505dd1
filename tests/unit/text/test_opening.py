from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.values import Hours, Interval
from site_builder.names import Lang
from site_builder.text.opening import HoursRow, compact, hours
from site_builder.text.times import weekday

ID, EN = Lang("id"), Lang("en")
MORNING, AFTERNOON = Interval(480, 720), Interval(780, 1440)


def test_days_with_the_same_hours_share_a_row() -> None:
    week = Hours((*((MORNING, AFTERNOON),) * 5, (), None))
    assert hours(week, ID) == (
        HoursRow(
            "Senin–Jumat",
            ("08.00–12.00", "13.00–24.00"),
            is_known=True,
            is_every_day=False,
            numbers="01234",
            short_days="Sen–Jum",
        ),
        HoursRow("Sabtu", (), is_known=True, is_every_day=False, numbers="5", short_days="Sab"),
        HoursRow("Minggu", (), is_known=False, is_every_day=False, numbers="6", short_days="Min"),
    )


def test_a_week_of_equal_days_is_one_row() -> None:
    assert hours(Hours(((MORNING,),) * 7), EN) == (
        HoursRow(
            "Monday–Sunday",
            ("08:00–12:00",),
            is_known=True,
            is_every_day=True,
            numbers="0123456",
            short_days="Mon–Sun",
        ),
    )


def test_hours_after_midnight_are_those_of_the_clock() -> None:
    week = Hours(((Interval(1080, 1560),),) * 7)
    assert [row.times for row in hours(week, ID)] == [("18.00–02.00",)]
    assert [row.times for row in hours(week, EN)] == [("18:00–02:00",)]


def test_ranges_of_days_and_times_are_joined_as_the_language_does() -> None:
    week = Hours((*((MORNING,),) * 5, (), ()))
    first = {lang: hours(week, Lang(lang))[0] for lang in ("ja", "zh")}
    assert {lang: (row.days, row.times) for lang, row in first.items()} == {
        "ja": ("月曜日～金曜日", ("08:00～12:00",)),
        "zh": ("星期一至星期五", ("08:00–12:00",)),
    }


def test_scripts_read_a_week_in_minutes() -> None:
    late = Interval(1080, 1560)
    week = Hours(((MORNING, AFTERNOON), (MORNING,), (late,), (), None, (), ()))
    assert compact(week) == "480-720+780-1440,480-720,1080-1560,,?,,"


@given(st.lists(st.sampled_from([None, (), (MORNING,)]), min_size=7, max_size=7))
def test_neighbouring_rows_differ_and_no_day_is_lost(days: list[tuple[Interval, ...] | None]) -> None:
    rows = hours(Hours(tuple(days)), EN)
    names = [weekday(index, EN) for index in range(7)]
    covered: list[str] = []
    for row in rows:
        first, _, last = row.days.partition("–")
        covered += names[names.index(first) : names.index(last or first) + 1]
    assert covered == names
    contents = [(row.times, row.is_known) for row in rows]
    assert all(one != other for one, other in pairwise(contents))
