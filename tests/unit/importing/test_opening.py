"""Opening hours with breaks, with days left out and with holidays."""

from __future__ import annotations

import pytest

from site_builder.importing.cells.opening import week_in
from site_builder.model.readers.written import ScalarFault
from tests.support.plans import HEAD, MEKAR, codes, only, warnings, written
from tests.support.spreadsheets import shops_from, told


@pytest.mark.parametrize(
    ("text", "week"),
    [
        (
            "Senin-Sabtu 09.00-17.00 (istirahat 12.00-13.00)",
            {"senin-sabtu": "09.00-12.00 dan 13.00-17.00"},
        ),
        (
            "Senin s/d Jumat 08.00 - 16.00 WIB, istirahat pukul 12.00 s.d 13.00",
            {"senin-jumat": "08.00-12.00 dan 13.00-16.00"},
        ),
        (
            "Senin-Kamis 08.00-16.00, Jumat 08.00-16.00 (ishoma 11.30-13.00)",
            {"senin-kamis": "08.00-16.00", "jumat": "08.00-11.30 dan 13.00-16.00"},
        ),
        ("Setiap hari kecuali Jumat 08.00-16.00", {"sabtu-kamis": "08.00-16.00", "jumat": "tutup"}),
        ("Setiap hari 08.00–20.00 (Jumat libur)", {"sabtu-kamis": "08.00-20.00", "jumat": "libur"}),
        (
            "Setiap hari 08.00-20.00 (Jumat libur, Minggu libur)",
            {"senin-kamis dan sabtu": "08.00-20.00", "jumat": "libur", "minggu": "libur"},
        ),
        ("Tiap hari 08.00-16.00 (kecuali hari Minggu)", {"senin-sabtu": "08.00-16.00", "minggu": "tutup"}),
        (
            "Senin-Sabtu 07.00-15.00; Minggu & tanggal merah tutup",
            {"senin-sabtu": "07.00-15.00", "minggu": "tutup"},
        ),
        ("Setiap hari 09.00-18.00 (Ramadan tutup)", {"setiap hari": "09.00-18.00"}),
        ("Senin-Sabtu 08.00-16.00, hari besar libur", {"senin-sabtu": "08.00-16.00"}),
        ("Senen - Saptu 08.00-16.00", {"senin-sabtu": "08.00-16.00"}),
        ("Setiap hari 24 jam", {"setiap hari": "24 jam"}),
        ("tiap hr 8-17", {"tiap hari": "8-17"}),
        ("Stp. hr 08.00-17.00", {"setiap hari": "08.00-17.00"}),
        ("tiap2 hr jam 8-17", {"tiap hari": "8-17"}),
        ("hr Senin-Jumat 08.00-16.00, hr. libur tutup", {"senin-jumat": "08.00-16.00"}),
        ("hr kerja 08.00-16.00", {"hari kerja": "08.00-16.00"}),
    ],
)
def test_weeks_of_offices(text: str, week: dict[str, str]) -> None:
    assert week_in(text) == week


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("08.00-16.00 (istirahat 12.00-13.00)", "cell-hours."),
        ("8 pagi - 5 sore", "cell-hours."),
        ("08.00-12.00 dan 13.00-16.00", "cell-hours."),
        ("24 jam", "cell-hours."),
        ("08.00", "cell-hours.times"),
        ("Senin-Sabtu 16.00-08.00", "field-type.hours-order"),
    ],
)
def test_hours_without_days_are_never_those_of_every_day(text: str, code: str) -> None:
    with pytest.raises(ScalarFault) as caught:
        week_in(text)
    assert f"{caught.value.code}.{caught.value.variant}" == code


@pytest.mark.parametrize(
    "text",
    [
        "Senin-Kamis 08.00-16.00, Jumat 08.00-16.00, istirahat 12.00-13.00",
        "Senin-Sabtu 09.00-17.00 (istirahat 18.00-19.00)",
        "Senin-Sabtu 09.00-17.00 (istirahat siang)",
    ],
)
def test_a_break_of_nobody_knows_which_day_is_refused(text: str) -> None:
    """A break that is not sure is never dropped unseen."""
    assert codes(only(shops_from([[*HEAD, "Jam Buka"], [*MEKAR, text]]))) == ["field-type.hours"]


def test_holidays_are_told_and_left_out() -> None:
    cell = "Senin-Sabtu 07.00-15.00; Minggu & tanggal merah tutup"
    plan = shops_from([[*HEAD, "Jam Buka"], [*MEKAR, cell]])
    assert "jam_buka: {senin-sabtu: 07.00-15.00, minggu: tutup}\n" in written(
        plan, "content/shops/toko-mekar.md"
    )
    assert [place for place, _ in warnings(plan)] == ["Lembar1!F2"]
    assert "`tanggal merah` tidak diimpor" in warnings(plan)[0][1]


def test_of_hours_out_of_order_no_closing_time_is_made_up() -> None:
    cell = "Senin - Jumat 16.00 - 08.00, Sabtu 13.00-09.00, Minggu tutup"
    ((_, reason, advice),) = told(only(shops_from([[*HEAD, "Jam Buka"], [*MEKAR, cell]])))
    assert "`Senin - Jumat 16.00 - 08.00, Sabtu 13.00-09.00, Minggu tutup`" in reason
    assert advice == "periksa kedua jamnya; mungkin terbalik. Jam lima sore ditulis 17.00"


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("Senin-Sabtu 9-5", "Senin-Sabtu 09.00-17.00"),
        ("Tue to Sun 10-6", "Tue to Sun 10.00-18.00"),
        ("Senin-Jumat 8-4, Sabtu 8-12", "Senin-Jumat 08.00-16.00, Sabtu 8-12"),
        ("Senin-Sabtu 8.30 s/d 4.30", "Senin-Sabtu 08.30-16.30"),
        ("Senin-Jumat 8-12 dan 1-4", "Senin-Jumat 8-12 dan 13.00-16.00"),
        ("Jumat 9-11 & 1-5 & 7-9", "Jumat 9-11 & 13.00-17.00 & 19.00-21.00"),
        ("Jumat 9-11 & 1-5, Sabtu 7-9", "Jumat 9-11 & 13.00-17.00, Sabtu 7-9"),
        ("Jumat 7-11 & 12-4", "Jumat 7-11 & 12.00-16.00"),
    ],
)
def test_which_half_of_the_day_is_meant_is_not_guessed(cell: str, meant: str) -> None:
    outcome = only(shops_from([[*HEAD, "Jam Buka"], [*MEKAR, cell]]))
    ((place, _, advice),) = told(outcome)
    assert (codes(outcome), place) == (["cell-hours.half-day"], "Lembar1!F2")
    assert advice == f"tulis `{meant}` di sel itu"


def test_without_days_only_the_form_is_proposed() -> None:
    ((_, _, advice),) = told(only(shops_from([[*HEAD, "Jam Buka"], [*MEKAR, "9-5"]])))
    assert advice == (
        "tulis harinya, lalu jamnya dengan 00 sampai 24, seperti `Senin-Sabtu …-…`: "
        "jam lima sore ditulis 17.00"
    )


@pytest.mark.parametrize("text", ["Senin-Sabtu 9-17", "Senin-Sabtu 9 pagi - 5 sore", "Senin-Sabtu 8-12"])
def test_hours_that_say_their_half_of_the_day_are_taken(text: str) -> None:
    assert isinstance(week_in(text), dict)


@pytest.mark.parametrize(
    "text",
    [
        "Setiap hari 08.00-16.00 kec. tgl merah",
        "Setiap hari 08.00-16.00 (kecuali tanggal merah)",
        "Setiap hari kecuali lebaran 08.00-16.00",
    ],
)
def test_hours_but_on_holidays_are_taken_and_the_holidays_told(text: str) -> None:
    plan = shops_from([[*HEAD, "Jam Buka"], [*MEKAR, text]])
    assert codes(only(plan)) == []
    assert "jam_buka: {setiap hari: 08.00-16.00}\n" in written(plan, "content/shops/toko-mekar.md")
    assert "tidak diimpor: jam buka di situs berlaku tiap minggu" in warnings(plan)[0][1]


def test_a_day_that_stands_twice_is_offered_as_the_exception() -> None:
    cell = "Senin-Sabtu 08.00-16.00, Jumat 08.00-11.00"
    outcome = only(shops_from([[*HEAD, "Jam Buka"], [*MEKAR, cell]]))
    ((_, _, advice),) = told(outcome)
    assert codes(outcome) == ["field-type.hours-exception"]
    assert advice == ("tulis `senin-kamis 08.00-16.00, jumat 08.00-11.00, sabtu 08.00-16.00` di sel itu")


def test_hours_out_of_order_are_offered_with_all_their_signs() -> None:
    cell = "Jumat 13.00-17.00 & 08.00-12.00"
    ((_, _, advice),) = told(only(shops_from([[*HEAD, "Jam Buka"], [*MEKAR, cell]])))
    assert advice == "tulis `Jumat 08.00-12.00 dan 13.00-17.00` di sel itu"
    assert week_in("Jumat 08.00-12.00 dan 13.00-17.00") == {"jumat": "08.00-12.00 dan 13.00-17.00"}


def test_an_evening_is_not_offered_as_a_morning() -> None:
    outcome = only(shops_from([[*HEAD, "Jam Buka"], [*MEKAR, "Jumat 13.00-17.00 & 7-9"]]))
    ((_, _, advice),) = told(outcome)
    assert codes(outcome) == ["field-type.hours-in-turn"]
    assert "07.00" not in advice


def test_an_opening_that_may_be_of_either_half_of_the_day_is_refused_with_both_readings() -> None:
    outcome = only(shops_from([[*HEAD, "Jam Buka"], [*MEKAR, "Senin-Sabtu 7-10 malam"]]))
    assert codes(outcome) == ["cell-hours.either-half"]
    ((_, reason, advice),) = told(outcome)
    assert reason == "jam buka di `7-10 malam` bisa berarti pagi, bisa juga malam"
    assert advice == "tulis dengan jam 00 sampai 24, `07.00-22.00` bila pagi, `19.00-22.00` bila malam"
