"""What editors write at first into hours, numbers and days, and what they are told, word for word."""

from __future__ import annotations

import pytest

from site_builder.messages import sentence_for
from site_builder.model.readers.contact import is_placeholder, read_phone, read_whatsapp
from site_builder.model.readers.counted import METRES
from site_builder.model.readers.hours import read_hours
from site_builder.model.readers.moments import read_when
from site_builder.model.readers.numbers import read_number, whole_number_in
from site_builder.model.readers.times import read_day, read_period, read_since
from site_builder.model.scalars import ScalarFault, Written
from site_builder.model.values import Interval
from site_builder.problems import Problem, Span


def told(reader: object, field: str, written: Written, language: str = "id") -> tuple[str, str]:
    """Give the sentence and the hint."""
    assert callable(reader)
    with pytest.raises(ScalarFault) as caught:
        reader(written)
    fault = caught.value
    sentence = sentence_for(
        Problem(fault.code, Span("a"), fault.variant, {"field": field, **fault.values}), language
    )
    return sentence.message, sentence.hint


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("8 - 5", "08.00-17.00"),
        ("08.00-05.00", "08.00-17.00"),
        ("9.30-4.30", "09.30-16.30"),
        ("8-4", "08.00-16.00"),
        ("10 - 3", "10.00-15.00"),
        ("13.00-12.00", "13.00-24.00"),
    ],
)
def test_hours_that_close_before_they_open_are_refused_with_the_ones_meant(written: str, meant: str) -> None:
    message, hint = told(read_hours, "jam_buka", {"senin-sabtu": written})
    assert message == f"`{written}`: tutup lebih awal daripada buka"
    assert hint == f"maksudnya `senin-sabtu: {meant}`?"


def test_hours_over_the_night_that_end_too_late_have_no_twelve_hours_to_add() -> None:
    assert told(read_hours, "jam_buka", "20.00-06.00") == (
        "`20.00-06.00`: tutup lebih awal daripada buka",
        (
            "tulis jam buka lalu jam tutup, dengan angka (jam lima sore ditulis 17.00); "
            "tutup lewat tengah malam paling lambat 04.00"
        ),
    )


@pytest.mark.parametrize(
    ("written", "closes"),
    [
        ("18.00-02.00", 1560),
        ("18-2", 1560),
        ("08.00-02.00", 1560),
        ("17.00-04.00", 1680),
        ("18.00-00.00", 1440),
    ],
)
def test_hours_may_end_after_midnight_until_four(written: str, closes: int) -> None:
    opens = int(written[:2]) * 60
    assert read_hours(written).days == ((Interval(opens, closes),),) * 7


def test_a_landline_is_no_whatsapp_number() -> None:
    for written in ("031-8951234", "(031) 8951234", "+62 31 8951234", "031 895 1234"):
        assert told(read_whatsapp, "wa", written) == (
            f"`{written}` nomor telepon rumah atau kantor, bukan nomor WhatsApp",
            (f"pindahkan ke `telepon: {written}`; nomor WhatsApp-nya, bila ada, di tempat `…`: `wa: 08…`"),
        )
        assert read_phone(written)


@pytest.mark.parametrize("written", ["0812-3456", "0812345678901234", "628123456", "62812345678901234"])
def test_an_indonesian_mobile_number_has_ten_to_thirteen_digits(written: str) -> None:
    assert told(read_whatsapp, "wa", written) == (
        f"nomor WhatsApp `{written}` terlalu pendek atau terlalu panjang",
        "tulis lengkap, 10 sampai 13 angka kalau dimulai dengan 08, di tempat `…`: `wa: 08…`",
    )


def test_the_shortest_and_the_longest_mobile_number_are_accepted() -> None:
    assert read_whatsapp("0812345678") == "62812345678"
    assert read_whatsapp("0812345678901") == "62812345678901"


@pytest.mark.parametrize(
    ("written", "mobile", "other"),
    [
        ("0812-3456-7890 / 0857-1111-2222", "0812-3456-7890", "0857-1111-2222"),
        ("0812-3456-7890, 031-8951234", "0812-3456-7890", "031-8951234"),
        ("031-8951234 atau 0812-3456-7890", "0812-3456-7890", "031-8951234"),
    ],
)
def test_of_several_numbers_one_is_kept_and_one_goes_to_the_telephone(
    written: str, mobile: str, other: str
) -> None:
    _, hint = told(read_whatsapp, "wa", written)
    assert hint == f"hanya satu nomor: tulis `wa: {mobile}`; yang lain di `telepon: {other}`"
    assert told(read_whatsapp, "wa", [mobile, other])[1] == hint
    assert read_whatsapp(mobile)
    assert read_phone(other)


def test_a_link_to_whatsapp_is_one_number_whatever_it_says() -> None:
    link = "https://api.whatsapp.com/send?phone=628123456789&text=pesan 123456"
    assert read_whatsapp(link) == "628123456789"


def test_several_telephone_numbers_are_refused_with_the_first() -> None:
    assert told(read_phone, "telepon", "031-8951234 / 031-8954321") == (
        "`031-8951234 / 031-8954321` lebih dari satu nomor",
        "hanya satu nomor: tulis `telepon: 031-8951234`",
    )
    assert read_phone("0812/3456/7890") == "0812/3456/7890"


def test_a_made_up_number_is_recognised() -> None:
    assert is_placeholder(read_whatsapp("0812-0000-0000"))
    assert is_placeholder(read_whatsapp("0812-1111-1111"))
    assert not is_placeholder(read_whatsapp("0812-3000-0000"))


MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
    "November", "Desember",
)  # fmt: skip


@pytest.mark.parametrize("number", range(1, 13))
def test_each_month_may_be_misread_but_is_offered_as_a_date(number: int) -> None:
    for day in (1, 17):
        for month in (MONTHS[number - 1], MONTHS[number - 1][:3], MONTHS[number - 1].lower()):
            written = f"{day} {month} 2026"
            told_hint = (
                f"tanggal ditulis tahun-bulan-hari, bukan `{written}`",
                f"tulis `mulai: 2026-{number:02}-{day:02}`",
            )
            assert told(read_when, "mulai", written) == told_hint
            assert told(read_day, "mulai", written) == told_hint


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1 November 2026 09.00", "2026-11-01 09.00"),
        ("1 November 2026, pukul 9.00 WIB", "2026-11-01 09.00"),
        ("01/11/2026 09:30", "2026-11-01 09.30"),
        ("Minggu, 1 November 2026", "2026-11-01"),
        ("Jum'at, 6 November 2026", "2026-11-06"),
        ("1-Nov-2026", "2026-11-01"),
    ],
)
def test_a_moment_in_another_form_keeps_its_time(written: str, meant: str) -> None:
    assert told(read_when, "mulai", written)[1] == f"tulis `mulai: {meant}`"
    assert read_when(meant).iso.startswith("2026-11-0")


@pytest.mark.parametrize(
    ("written", "indonesian", "english"),
    [
        (
            "1,2 juta",
            "tulis `nilai: 1.200.000`; kalau satuannya sudah menyebut juta, tulis `nilai: 1,2`",
            "write `nilai: 1.200.000`; if its unit says juta already, write `nilai: 1,2`",
        ),
        (
            "lebih dari 100",
            (
                "tulis `nilai: ±100` (± berarti kira-kira), dan `lebih dari 100` dengan kata-kata, "
                "misalnya di `catatan`"
            ),
            "write `nilai: ±100` (± means about), and `lebih dari 100` in words, such as in `note`",
        ),
        (
            "5-7",
            (
                "tulis tengahnya, `nilai: ±6` (± berarti kira-kira), dan `5-7` dengan kata-kata, "
                "misalnya di `catatan`"
            ),
            "write the middle, `nilai: ±6` (± means about), and `5-7` in words, such as in `note`",
        ),
    ],
)
def test_a_number_with_words_is_offered_as_a_number(written: str, indonesian: str, english: str) -> None:
    assert told(read_number, "nilai", written)[1] == indonesian
    assert told(read_number, "nilai", written, "en")[1] == english


def test_a_distance_in_kilometres_is_offered_in_metres() -> None:
    read = whole_number_in(METRES)
    assert told(read, "meter", "2 km") == ("`meter` harus angka saja, bukan `2 km`", "tulis `meter: 2000`")
    assert told(read, "meter", "2 km", "en") == (
        "`meter` must be a number alone, not `2 km`", "write `meter: 2000`",
    )  # fmt: skip


@pytest.mark.parametrize("written", ["1976", "197X", "1976-03", "1976-03-11", "1976/1980", "1976-03/1976-08"])
def test_a_period_is_a_year_a_decade_a_month_or_from_one_to_another(written: str) -> None:
    assert read_period(written) == written


def test_the_x_of_a_decade_may_be_small() -> None:
    assert read_period("197x") == "197X"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1970-an", "197X"),
        ("tahun 1970-an", "197X"),
        ("70-an", "197X"),
        ("the 1970s", "197X"),
        ("tahun 1976", "1976"),
        ("Maret 1976", "1976-03"),
        ("3/1976", "1976-03"),
        ("17 Agustus 1945", "1945-08-17"),
        ("1976-1980", "1976/1980"),
        ("1976 sampai 1980", "1976/1980"),
        ("1976-80", "1976/1980"),
        ("1980/1976", "1976/1980"),
        ("1976/1976", "1976"),
    ],
)
def test_a_period_in_words_is_offered_in_numbers(written: str, meant: str) -> None:
    assert told(read_period, "periode", written) == (
        f"`periode` ditulis dengan angka, bukan `{written}`",
        f"tulis `periode: {meant}`",
    )
    assert told(read_period, "period", written, "en") == (
        f"`period` is written in numbers, not `{written}`",
        f"write `period: {meant}`",
    )
    assert read_period(meant) == meant


@pytest.mark.parametrize("written", ["dulu", "1976-13", "19XX", "197X/1980", "0976", "masa Jepang", ""])
def test_a_period_that_is_none_is_told_what_may_stand_there(written: str) -> None:
    message, hint = told(read_period, "periode", written)
    assert message == f"`periode` harus menyebut kapan terjadi, bukan `{written}`"
    assert hint == (
        "tulis tahunnya, seperti 1976; 197X untuk tahun tujuh puluhan, 1976-03 dengan bulan, "
        "1976/1980 dari sampai"
    )


# --- since when -------------------------------------------------------------------------------------


@pytest.mark.parametrize("written", ["2026", "2026-10", "2026-10-31"])
def test_since_when_is_a_year_a_month_or_a_day(written: str) -> None:
    assert read_since(written) == written


@pytest.mark.parametrize(
    ("written", "meant"), [("Oktober 2026", "2026-10"), ("31/10/2026", "2026-10-31"), ("10-2026", "2026-10")]
)
def test_since_when_in_words_is_told_as_it_is_written(written: str, meant: str) -> None:
    assert told(read_since, "tutup_sejak", written) == (
        f"`tutup_sejak` ditulis dengan angka, bukan `{written}`",
        f"tulis `tutup_sejak: {meant}`",
    )


@pytest.mark.parametrize("written", ["ya", "2026-13", "197X", "70-an", "2020/2026", "2026/2020"])
def test_since_when_is_no_yes_no_decade_and_no_stretch(written: str) -> None:
    assert told(read_since, "closed_since", written, "en") == (
        f"`closed_since` must be a month or a day, not `{written}`",
        (
            "write year-month, like 2025-03; add the day where it is known, or write the year alone "
            "where only that is known; the shop is still open? delete this line"
        ),
    )
