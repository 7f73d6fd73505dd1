"""Prices, numbers, counts, days and sizes: which dots and commas mean what, and what is too unclear."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.readers.contact import (
    read_phone,
    read_whatsapp,
)
from site_builder.model.readers.counted import CENTIMETRES, GRAMS, METRES, MINUTES, Units
from site_builder.model.readers.numbers import (
    number_in,
    read_days,
    read_degrees,
    read_number,
    read_whole_number,
    whole_number_in,
)
from site_builder.model.readers.prices import read_price, read_rupiah
from site_builder.model.readers.sizes import read_bytes
from site_builder.model.readers.times import read_year
from site_builder.model.scalars import ScalarFault, Written
from site_builder.model.values import DayRange, PriceRange, Quantity
from tests.unit.model.faults import fault_of


@pytest.mark.parametrize(
    ("text", "rupiah"),
    [
        ("250000", 250000),
        ("250.000", 250000),
        ("250,000", 250000),
        ("250 000", 250000),
        ("1.250.000", 1250000),
        ("Rp250.000", 250000),
        ("Rp 250.000,-", 250000),
        ("rp. 250.000,00", 250000),
        ("IDR 250000", 250000),
        ("250.000.-", 250000),
        ("0", 0),
        (" 5000 ", 5000),
    ],
)
def test_a_price_is_whole_rupiah_however_its_thousands_are_set_off(text: str, rupiah: int) -> None:
    assert read_price(text) == PriceRange(rupiah, rupiah)


@pytest.mark.parametrize(
    ("text", "variant", "suggestion"),
    [
        ("Rp 250rb", "price-short", "250000"),
        ("250 ribu", "price-short", "250000"),
        ("250k", "price-short", "250000"),
        ("2,7 juta", "price-short", "2700000"),
        ("1.5jt", "price-short", "1500000"),
        ("250.000-1.600.000", "price-two", "{terendah: 250000, tertinggi: 1600000}"),
        ("Rp50rb s/d Rp100rb", "price-two", "{terendah: 50000, tertinggi: 100000}"),
        ("250.00", "price-cents", "250000"),
        ("12,00", "price-cents", "12000"),
        ("Rp250,-", "price-cents", "250000"),
        ("165.000.00", "price-cents", "165000000"),
        ("250000,00", "price-end", "250000"),
        ("Rp 250000,-", "price-end", "250000"),
        ("0,00", "price-decimal", ""),
        ("1_000", "price", ""),
        ("0x1F", "price", ""),
        ("1e3", "price", ""),
        ("12,50", "price-decimal", ""),
        ("1.25", "price-decimal", ""),
        ("1.250,000", "price-decimal", ""),
        ("0250", "price-zero", "250"),
        ("-1", "price-negative", "1"),
        ("-Rp 150.000", "price-negative", "Rp 150.000"),
        ("150rb/200rb", "price-several", "{terendah: 150000, tertinggi: 200000}"),
        ("kecil 90rb, besar 110rb, jumbo 1,2 jt", "price-several", "{terendah: 90000, tertinggi: 1200000}"),
        ("250.000 (kecil) 300.000 (besar)", "price-several", "{terendah: 250000, tertinggi: 300000}"),
        ("ukuran 30: 150.000, ukuran 40: 200.000", "price", ""),
        ("25 / 30 USD", "price-currency", ""),
        ("USD 20", "price-currency", ""),
        ("$20", "price-currency", ""),
        ("abc", "price-none", ""),
        ("nego", "price-none", ""),
        ("hubungi penjual", "price-none", ""),
        ("mulai 50.000", "price-rough", "50000"),
        ("harga mulai dari Rp 50rb", "price-rough", "50000"),
        ("± 50.000", "price-rough", "50000"),
        ("±50rb", "price-rough", "50000"),
        ("50.000-an", "price-rough", "50000"),
        ("Rp 1,5 juta (nego)", "price-rough", "1500000"),
        ("mulai 50", "price-rough", "50"),
        ("185.000 (belum ongkir)", "price-rough", "185000"),
        ("Rp 185.000 belum termasuk ongkir", "price-rough", "185000"),
        ("185rb + ongkir", "price-rough", "185000"),
        ("185.000 (per buah)", "price-unit", "185000"),
        ("25 (USD)", "price-currency", ""),
        ("mulai 50 atau 60", "price", ""),
        ("mulai 2 lusin", "price", ""),
        ("1e400", "price", ""),
        (".nan", "price-none", ""),
        ("", "price", ""),
        ("9" * 5000, "price-long", ""),
    ],
)
def test_a_price_that_could_be_misread_is_refused_with_the_number_meant(
    text: str, variant: str, suggestion: str
) -> None:
    assert fault_of(read_price, text) == (variant, suggestion)


@pytest.mark.parametrize(
    "written",
    [
        "185.000 (harga 2025)",
        "Rp 185.000 (2025), Rp 200.000 (2026)",
        "185.000 + ongkir 15.000",
        "185.000 + 15.000",
        "185.000 (belum ongkir 20.000)",
        "200.000 diskon 20.000",
        "185.000 (DP 50.000)",
        "185.000, sablon tambah 10.000",
        "185.000 per buah ongkir 15rb",
        "harga lama 150.000, sekarang 185.000",
        {"lusin": "185.000", "satuan": "20.000"},
        {"lama": "150.000", "baru": "185.000"},
        {"2025": "150.000", "2026": "185.000"},
        {"harga": "185.000", "DP": "50.000"},
    ],
)
def test_numbers_that_are_no_price_of_another_size_are_not_offered_as_its_ends(written: Written) -> None:
    assert fault_of(read_price, written) == ("price-other", "")


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("185.000-2025", "price-other"),
        ("2025-185.000", "price-other"),
        ("250.000 - 20.000", "price-other"),
        ("150.000-100.000", "price-order"),
        ("mulai 2025", "price"),
    ],
)
def test_no_year_and_no_lowest_above_the_highest_is_offered(text: str, variant: str) -> None:
    assert fault_of(read_price, text) == (variant, "")


def test_a_long_text_is_not_cut_amid_a_price() -> None:
    text = "kecil 1.500.000, besar 2.000.000, jumbo 1.250.000"
    assert fault_of(read_price, text) == ("price-several", "{terendah: 1250000, tertinggi: 2000000}")


@pytest.mark.parametrize(
    ("text", "variant", "suggestion"),
    [
        ("185.000-250.000/lusin", "price-unit", "{terendah: 185000, tertinggi: 250000}"),
        ("185rb-250rb per lusin", "price-unit", "{terendah: 185000, tertinggi: 250000}"),
        ("185-250rb/lusin", "price-unit", "{terendah: 185000, tertinggi: 250000}"),
        ("50-100rb", "price-two", "{terendah: 50000, tertinggi: 100000}"),
    ],
)
def test_a_range_keeps_its_unit_and_its_thousands(text: str, variant: str, suggestion: str) -> None:
    with pytest.raises(ScalarFault) as caught:
        read_price(text)
    assert fault_of(read_price, text) == (variant, suggestion)
    assert caught.value.values.get("unit", "lusin") == "lusin"


def test_a_price_may_have_two_ends_in_either_language() -> None:
    assert read_price({"min": "250000", "max": "1.600.000"}) == PriceRange(250000, 1600000)
    assert read_price({"terendah": "1000", "tertinggi": "1000"}) == PriceRange(1000, 1000)


def test_faults_in_a_price_point_to_the_end_at_fault() -> None:
    with pytest.raises(ScalarFault) as caught:
        read_price({"min": "250rb", "max": "300000"})
    assert caught.value.inside == ("min",)
    assert caught.value.values["field"] == "min"
    with pytest.raises(ScalarFault) as caught:
        read_price({"min": "2000", "max": "1000"})
    assert (caught.value.variant, caught.value.inside) == ("price-order", ("max",))
    assert fault_of(read_price, {"min": "1"}) == ("price-one", "1")
    assert fault_of(read_price, {}) == ("price-range", "")
    assert fault_of(read_price, {"min": "1", "maks": "2"}) == ("price-part", "")
    assert fault_of(read_price, ["1", "2"]) == ("price-two", "{terendah: 1, tertinggi: 2}")
    assert fault_of(read_price, ["1", "2", "3"]) == ("one-text", "")


@pytest.mark.parametrize(
    ("written", "variant", "suggestion"),
    [
        (
            {"kecil": "185.000", "besar": "250.000"},
            "price-several",
            "{terendah: 185000, tertinggi: 250000}",
        ),
        (
            {"S": "90rb", "M": "Rp110.000", "L": "95.000"},
            "price-several",
            "{terendah: 90000, tertinggi: 110000}",
        ),
        ({"terendah": "90rb", "maks": "1,2 jt"}, "price-several", "{terendah: 90000, tertinggi: 1200000}"),
        ({"anak": "50.000", "dewasa": "50.000"}, "price-several", "50000"),
        ({"harga": "185.000", "satuan": "buah"}, "price-part", ""),
        ({"harga": "185.000", "minimal": "12"}, "price-part", ""),
        ({"kecil": "185.000", "besar": "tanya"}, "price-part", ""),
        ({"kecil": ["1000", "2000"]}, "price-part", ""),
    ],
)
def test_a_price_for_each_size_is_told_with_the_lowest_and_the_highest_of_them_or_without_any(
    written: Written, variant: str, suggestion: str
) -> None:
    assert fault_of(read_price, written) == (variant, suggestion)


@pytest.mark.parametrize(
    ("written", "variant", "suggestion"),
    [
        ({"tas": "7", "koper": "2 minggu"}, "days-several", "7-14"),
        ({"tas": "7", "koper": "7"}, "days-several", "7"),
        ({"tas": "7", "koper": "lama"}, "days-part", ""),
        ({"min": "7"}, "days-one", "7"),
    ],
)
def test_so_are_days_for_each_size(written: Written, variant: str, suggestion: str) -> None:
    assert fault_of(read_days, written) == (variant, suggestion)


@pytest.mark.parametrize(
    ("text", "value", "approximate"),
    [
        ("410", "410", False),
        ("2.500", "2500", False),
        ("134.990", "134990", False),
        ("4.16", "4.16", False),
        ("4,16", "4.16", False),
        ("4,160000", "4.160000", False),
        ("0,125", "0.125", False),
        ("0.125", "0.125", False),
        ("1.234,5", "1234.5", False),
        ("134,990.5", "134990.5", False),
        ("1,234,567", "1234567", False),
        ("-3,2", "-3.2", False),
        ("−3,2", "-3.2", False),
        ("+3", "3", False),
        ("±2.500", "2500", True),
        ("~ 2500", "2500", True),
        ("kurang lebih 2.500", "2500", True),
        ("sekitar 4,5", "4.5", True),
        ("sekira 300", "300", True),
        ("kira-kira 300", "300", True),
    ],
)
def test_a_number_keeps_the_decimals_that_were_written(text: str, value: str, approximate: bool) -> None:
    assert read_number(text) == Quantity(Decimal(value), approximate)


@pytest.mark.parametrize(
    ("text", "variant", "suggestion"),
    [
        ("14,260", "number-ambiguous", "14260"),
        ("6,28%", "number-only", "6,28"),
        ("USD 4,16 miliar", "number-word", "4.160.000.000"),
        ("1,2 juta", "number-word", "1.200.000"),
        ("sekitar 2,5 ribu orang", "number-word", "±2500"),
        ("1.2 million", "number-word", "1.200.000"),
        ("1,200 juta", "number", ""),
        ("lebih dari 100", "number-bound", "±100"),
        ("> 1,5 juta", "number-bound", "±1.500.000"),
        ("100+", "number-bound", "±100"),
        ("hampir 2.000 orang", "number-bound", "±2000"),
        ("5-7", "number-range", "±6"),
        ("5 s/d 8 orang", "number-range", "±6,5"),
        ("1-2 juta", "number-range", "±1.500.000"),
        ("sekitar 30 orang", "number-only", "±30"),
        ("7-5", "number", ""),
        ("1e400", "number", ""),
        (".nan", "number", ""),
        ("1.2.3", "number", ""),
        ("dua", "number", ""),
        ("9" * 5000, "number", ""),
        ("12345678901234567890,123456789", "number-long", ""),
        ("9" * 30, "number-long", ""),
        ("0,1234567890123456789", "number-long", ""),
        ("²", "number", ""),
    ],
)
def test_a_number_that_could_be_two_is_refused(text: str, variant: str, suggestion: str) -> None:
    assert fault_of(read_number, text) == (variant, suggestion)


@pytest.mark.parametrize(
    "text",
    ["3OO", "12O", "1.2OO", "l20", "I20", "5?", "± 5?", "1O-20", "3oo orang", "2.5OO,5", "12.OOO", "1 OOO"],
)
def test_a_letter_among_the_digits_is_told_and_no_part_of_the_number_is_offered(text: str) -> None:
    readers = (read_number, read_whole_number, read_price, read_days, number_in(CENTIMETRES))
    for read in readers:
        assert fault_of(read, text) == ("number-letter", "")


@pytest.mark.parametrize("text", ["12orang", "5 ons", "20 lembar", "3 liter", "7 Oktober", "1 lusin", "12oz"])
def test_a_word_behind_a_number_is_no_letter_among_its_digits(text: str) -> None:
    assert fault_of(read_number, text)[0] == "number-only"


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("sekira 300 orang", "±300"),
        ("lk. 300 orang", "±300"),
        ("perkiraan 300 orang", "±300"),
    ],
)
def test_a_number_that_is_about_stays_about(text: str, suggestion: str) -> None:
    assert fault_of(read_number, text) == ("number-only", suggestion)


def test_an_ambiguous_number_is_offered_in_both_spellings_and_both_are_read() -> None:
    for text in ("14,260", "14,265", "14,000"):
        with pytest.raises(ScalarFault) as caught:
            read_number(text)
        whole, decimal = caught.value.values["suggestion"], caught.value.values["decimal"]
        assert read_number(whole).value == int(text.replace(",", ""))
        assert read_number(decimal).value == Decimal(text.replace(",", "."))


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("12", 12), ("2.500", 2500), ("2,500", 2500)])
def test_a_whole_number_may_set_off_its_thousands(text: str, number: int) -> None:
    assert read_whole_number(text) == number


@pytest.mark.parametrize(
    ("text", "variant", "suggestion"),
    [
        ("30 pcs", "whole-number-only", "30"),
        ("2.500 buah", "whole-number-only", "2500"),
        ("30 hari", "whole-number-dropped", ""),
        ("2 ribu", "whole-number-only", "2000"),
        ("1,2 juta", "whole-number-only", "1.200.000"),
        ("2 lusin", "whole-number-only", "24"),
        ("50-100", "whole-number-range", "50"),
        ("2,5", "whole-number", ""),
        ("2 dari 3", "whole-number", ""),
        ("1e9", "whole-number", ""),
        ("-1", "whole-number", ""),
        ("012", "whole-number", ""),
        ("٣", "whole-number", ""),
        ("x", "whole-number", ""),
        ("9" * 5000, "whole-number", ""),
    ],
)
def test_a_whole_number_is_digits_only(text: str, variant: str, suggestion: str) -> None:
    assert fault_of(read_whole_number, text) == (variant, suggestion)


@pytest.mark.parametrize(
    ("units", "text", "suggestion"),
    [
        (METRES, "2 km", "2000"),
        (METRES, "1,5 km", "1500"),
        (METRES, "20.000 m", "20.000"),
        (METRES, "2 mil", ""),
        (MINUTES, "2 jam", "120"),
        (MINUTES, "1 jam 30 menit", "90"),
        (GRAMS, "2,5 kg", "2500"),
        (GRAMS, "0,0001 kg", ""),
    ],
)
def test_a_whole_number_in_another_unit_is_offered_in_its_own(
    units: Units, text: str, suggestion: str
) -> None:
    variant = "whole-number-only" if suggestion else "whole-number"
    assert fault_of(whole_number_in(units), text) == (variant, suggestion)
    assert fault_of(number_in(CENTIMETRES), "1,2 m") == ("number-only", "120")


def test_days_may_be_a_range_written_in_two_ways() -> None:
    assert read_days("14") == DayRange(14, 14)
    both: tuple[Written, ...] = ("14-21", "14 – 21", "14 s/d 21", {"min": "14", "max": "21"})
    for written in both:
        assert read_days(written) == DayRange(14, 21)
    assert read_days({"terendah": "7", "tertinggi": "7"}) == DayRange(7, 7)
    assert fault_of(read_days, "2 minggu") == ("whole-number-only", "14")
    assert fault_of(read_days, "2-3 minggu") == ("whole-number-only", "14-21")
    assert fault_of(read_days, "14-21 hari") == ("whole-number-only", "14-21")
    assert fault_of(read_days, "21-14") == ("days-order", "14-21")
    assert fault_of(read_days, {"min": "21", "max": "14"}) == ("days-max", "")
    assert fault_of(read_days, {"min": "21"}) == ("days-one", "21")
    assert fault_of(read_days, {"min": "1", "lama": "2"}) == ("days-several", "1-2")
    assert fault_of(read_days, ["14", "21"]) == ("days", "")
    assert fault_of(read_days, "cepat") == ("whole-number", "")


def test_degrees_may_have_a_comma_or_a_point() -> None:
    assert read_degrees("-7,5069") == -7.5069
    assert read_degrees("112.708") == 112.708
    assert read_degrees("−7") == -7.0
    assert read_degrees("-7.492780000000001") == -7.49278
    assert fault_of(read_degrees, "7°30'S") == ("degrees", "")
    assert fault_of(read_degrees, "-7.5069, 112.708") == ("degrees-pair", "")
    assert fault_of(read_degrees, "181") == ("degrees", "")


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("14 kB", 14_000),
        ("14kb", 14_000),
        ("7,5 kB", 7_500),
        ("1.5 MB", 1_500_000),
        ("14.000", 14_000),
        ("1000 B", 1000),
        ("0", 0),
    ],
)
def test_sizes_in_kilobytes(text: str, size: int) -> None:
    assert read_bytes(text) == size


def test_sizes_that_are_none_or_lack_their_unit() -> None:
    assert fault_of(read_bytes, "200") == ("size-bare", "200 kB")
    for text in ("ringan", "14 kg", "14 KiB", "-1 kB", "1,2,3 kB"):
        assert fault_of(read_bytes, text) == ("size", "")


@given(st.integers(0, 10**14))
def test_every_rupiah_amount_is_read_back_in_each_spelling(amount: int) -> None:
    for text in (str(amount), f"{amount:,}", f"{amount:,}".replace(",", "."), f"Rp{amount}"):
        assert read_rupiah(text) == amount


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_every_number_with_two_decimals_is_read_back(number: Decimal) -> None:
    for text in (f"{number:f}", f"{number:f}".replace(".", ",")):
        assert read_number(text).value == number


@pytest.mark.parametrize("text", ["1_000", "0x1F", "0o17", "1e3", "1:30", ".inf", "~", "no", "2026-11-01"])
def test_what_yaml_would_take_for_another_number_is_refused_without_a_guess(text: str) -> None:
    for read in (read_whole_number, read_number, read_rupiah, read_year):
        with pytest.raises(ScalarFault) as caught:
            read(text)
        assert "suggestion" not in caught.value.values


@pytest.mark.parametrize("text", [".5", ",5"])
def test_a_decimal_without_its_zero_is_not_taken_for_a_whole_number(text: str) -> None:
    for read in (read_whole_number, read_number):
        with pytest.raises(ScalarFault) as caught:
            read(text)
        assert "suggestion" not in caught.value.values


def test_numbers_copied_from_a_phone_lose_the_signs_that_nobody_sees() -> None:
    assert read_phone("\u202a031-8951234\u202c") == "031-8951234"
    assert read_whatsapp("\u202a+62 812-3456-7890\u202c") == "6281234567890"
    assert read_whatsapp("\u2066wa.me/6281234567890\u2069") == "6281234567890"
    assert fault_of(read_phone, ["\u202a031-8951234", "031-8951235"])[0] == "phone-several"


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("75000 turun dari 90000", "75000"),
        ("Rp 75rb (turun dari Rp 90rb)", "75000"),
        ("95.000 naik dari 90.000", "95000"),
        ("dari 90000 turun jadi 75000", "75000"),
        ("turun dari 90rb menjadi 75rb", "75000"),
        ("90000 jadi 75000", "75000"),
        ("90.000, sekarang 75.000", "75000"),
        ("75000 down from 90000", "75000"),
    ],
)
def test_of_a_price_that_has_changed_the_one_of_today_is_offered(text: str, now: str) -> None:
    assert fault_of(read_price, text) == ("price-now", now)


@pytest.mark.parametrize(
    "text", ["75rb turun 15rb dari 90rb", "90000, 80000, naik lagi 85000", "90rb turun 15rb"]
)
def test_which_price_is_of_today_is_not_guessed(text: str) -> None:
    assert fault_of(read_price, text) == ("price-other", "")
