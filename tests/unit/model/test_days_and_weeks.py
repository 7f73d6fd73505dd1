"""Days and hours as editors write them: what the hints offer can be read in its turn."""

from __future__ import annotations

import pytest

from site_builder.model.readers.hours import read_hours
from site_builder.model.readers.times import days_of_span, read_day
from site_builder.model.scalars import ScalarFault


@pytest.mark.parametrize(
    "written",
    [
        "2026-03-10 - 2026-03-12",
        "2026-03-10/2026-03-12",
        "10 Maret 2026 s/d 12 Maret 2026",
        "10-12 Maret 2026",
        "10 – 12 Maret 2026",
    ],
)
def test_several_days_in_one_place_are_told_as_such(written: str) -> None:
    with pytest.raises(ScalarFault) as caught:
        read_day(written)
    assert caught.value.variant == "day-span"


@pytest.mark.parametrize("written", ["besok", "Senin - Jumat", "10/12", "2026"])
def test_what_holds_no_two_days_is_no_span(written: str) -> None:
    with pytest.raises(ScalarFault) as caught:
        read_day(written)
    assert caught.value.variant == "day"


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ("senin-sabtu 8-5", "{senin-sabtu: 08.00-17.00}"),
        ("senin-sabtu 8.30-4.30", "{senin-sabtu: 08.30-16.30}"),
        ("senin-sabtu 8-12 dan 1-5", "{senin-sabtu: [08.00-12.00, 13.00-17.00]}"),
        ("sabtu 18-2", "{sabtu: 18-2}"),
        ("sabtu 10-22", "{sabtu: 10-22}"),
    ],
)
def test_a_week_is_offered_with_the_hours_that_were_meant(written: str, offered: str) -> None:
    with pytest.raises(ScalarFault) as caught:
        read_hours(written)
    assert (caught.value.variant, caught.value.values["suggestion"]) == ("hours-week", offered)


def test_a_day_that_ends_in_the_afternoon_is_offered_in_full() -> None:
    with pytest.raises(ScalarFault) as caught:
        read_hours({"senin": "8-5"})
    assert caught.value.values["suggestion"] == "08.00-17.00"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2027-03-10 s/d 2027-03-16", ("2027-03-10", "2027-03-16")),
        ("10-12 Maret 2027", ("2027-03-10", "2027-03-12")),
        ("28 Februari 2027 sampai 2 Maret 2027", ("2027-02-28", "2027-03-02")),
        ("31-32 Maret 2027", None),
        ("2027-03-10", None),
        ("Lebaran", None),
        ("3-5 Agustus 2026" + " - 1 a" * 20_000, None),
    ],
)
def test_the_ends_of_several_days_are_known(text: str, days: tuple[str, str] | None) -> None:
    assert days_of_span(text) == days
