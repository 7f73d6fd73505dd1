"""Every text that an editor may write into a typed field: what it means, or why it is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.readers.contact import (
    international,
    read_email,
    read_handle,
    read_phone,
    read_web_url,
    read_whatsapp,
)
from site_builder.model.readers.counted import CENTIMETRES, GRAMS, METRES, MINUTES, Units
from site_builder.model.readers.hours import read_hours
from site_builder.model.readers.numbers import (
    number_in,
    read_days,
    read_degrees,
    read_number,
    read_price,
    read_rupiah,
    read_whole_number,
    whole_number_in,
)
from site_builder.model.readers.paths import read_photo_file, read_site_path, read_slug, slug_fault, slug_like
from site_builder.model.readers.sizes import read_bytes
from site_builder.model.readers.times import read_day, read_when, read_year
from site_builder.model.readers.words import (
    COUNTRIES,
    read_country,
    read_hs_code,
    read_lang_code,
    read_plain,
    read_unit,
    read_words,
    read_yes_no,
)
from site_builder.model.scalars import ScalarFault, Written
from site_builder.model.values import DayRange, Hours, Interval, PriceRange, Quantity
from site_builder.problems import Problem, Span
from tests.unit.validate.files import told

READERS = (
    read_bytes,
    read_country,
    read_day,
    read_days,
    read_degrees,
    read_email,
    read_handle,
    read_hours,
    read_hs_code,
    read_lang_code,
    read_number,
    read_phone,
    read_photo_file,
    read_plain,
    read_price,
    read_rupiah,
    read_site_path,
    read_slug,
    read_unit,
    read_web_url,
    read_whatsapp,
    read_when,
    read_whole_number,
    read_words,
    read_year,
    read_yes_no,
)


def fault_of(reader: object, written: Written) -> tuple[str, str]:
    """Give the fault's variant and suggestion."""
    assert callable(reader)
    with pytest.raises(ScalarFault) as caught:
        reader(written)
    fault = caught.value
    assert fault.code == "field-type"
    told([Problem(fault.code, Span("a"), fault.variant, {"field": "x", **fault.values})])
    return caught.value.variant, caught.value.values.get("suggestion", "")


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
        ("-1", "price-negative", ""),
        ("USD 20", "price-currency", ""),
        ("$20", "price-currency", ""),
        ("abc", "price", ""),
        ("1e400", "price", ""),
        (".nan", "price", ""),
        ("", "price", ""),
        ("9" * 5000, "price-long", ""),
    ],
)
def test_a_price_that_could_be_misread_is_refused_with_the_number_meant(
    text: str, variant: str, suggestion: str
) -> None:
    assert fault_of(read_price, text) == (variant, suggestion)


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
    assert fault_of(read_price, {"min": "1"}) == ("price-range", "")
    assert fault_of(read_price, {"min": "1", "maks": "2"}) == ("price-part", "")
    assert fault_of(read_price, ["1", "2"]) == ("price-two", "{terendah: 1, tertinggi: 2}")
    assert fault_of(read_price, ["1", "2", "3"]) == ("one-text", "")


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
        ("30 hari", "whole-number-only", "30"),
        ("2.500 g", "whole-number-only", "2500"),
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
    assert fault_of(read_days, {"min": "21"}) == ("days-range", "")
    assert fault_of(read_days, {"min": "1", "lama": "2"}) == ("days-part", "")
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
        ({"senin": "8am-5pm"}, "hours", "", ("senin",)),
        ({"senin": "08.00-12.00, 11.00-17.00"}, "hours-overlap", "", ("senin",)),
        ({"senin": ["08.00-12.00", "pagi"]}, "hours", "", ("senin", 1)),
        ({"senin-jumat": "8-17", "rabu": "8-12"}, "hours-twice", "", ("rabu",)),
        ({"sennin": "8-17"}, "hours-day-near", "senin", ("sennin",)),
        ({"xyz": "8-17"}, "hours-day", "", ("xyz",)),
        ({"senin": {"a": "b"}}, "hours", "", ("senin",)),
        ("pagi", "hours", "", ()),
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
    ("text", "phone"),
    [
        ("0314567012", "0314567012"),
        ("031 456 7012", "0314567012"),
        ("(031) 456-7012", "(031)456-7012"),
        ("+390123456", "+390123456"),
    ],
)
def test_a_telephone_number_keeps_its_zero_and_its_plus(text: str, phone: str) -> None:
    assert read_phone(text) == phone


def test_other_texts_are_no_telephone_numbers() -> None:
    assert fault_of(read_phone, "nol tiga satu") == ("phone", "")
    assert fault_of(read_phone, "031-123, 032-456") == ("phone-several", "031-123")
    assert fault_of(read_phone, "123") == ("phone-length", "")
    assert fault_of(read_phone, "1" * 16) == ("phone-length", "")


@pytest.mark.parametrize(
    "text",
    [
        "0812-3456-789",
        "0812 3456 789",
        "+62 812-3456-789",
        "628123456789",
        "https://wa.me/628123456789?text=Halo",
    ],
)
def test_a_whatsapp_number_gets_its_country_code(text: str) -> None:
    assert read_whatsapp(text) == "628123456789"


def test_whatsapp_numbers_of_other_countries_need_their_plus() -> None:
    assert read_whatsapp("+81 90-1234-5678") == "819012345678"
    assert fault_of(read_whatsapp, "8123456789") == ("whatsapp-form", "08123456789")
    assert fault_of(read_whatsapp, "+62 0812345678") == ("whatsapp-form", "0812345678")
    assert fault_of(read_whatsapp, "0812") == ("whatsapp-length", "")
    assert fault_of(read_whatsapp, "0812-ABC") == ("whatsapp", "")
    assert fault_of(read_whatsapp, "") == ("whatsapp", "")


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("0812-3456-7890", "+6281234567890"),
        ("+62 (0)812 3456 7890", "+6281234567890"),
        ("6281234567890", "+6281234567890"),
        ("81234567890", "+6281234567890"),
        ("00 81 90 1234 5678", "+819012345678"),
        ("+39 0123 45678", "+39012345678"),
        ("(031) 894-1234", "+62318941234"),
        ("14045", "14045"),
        ("62123456", "62123456"),
    ],
)
def test_a_telephone_number_has_one_form_by_which_others_are_compared(written: str, number: str) -> None:
    assert international(read_phone(written)) == number


def test_an_email_address_is_one_plain_address() -> None:
    assert read_email("toko@contoh.co.id") == "toko@contoh.co.id"
    assert fault_of(read_email, "mailto:toko@contoh.id") == ("email-form", "toko@contoh.id")
    for text in ("toko", "a@b", "a@b@c.id", "a b@c.id", "a@b.id\nBcc: x@y.id", "a..b@c.id", "<a@b.id>"):
        assert fault_of(read_email, text) == ("email", "")
    for text in (
        "x?bcc=v@evil.example",
        "x?subject=a&bcc=v@evil.id",
        "x&y@c.id",
        "x#y@c.id",
        "x%3Fbcc%3Dv@c.id",
    ):
        assert fault_of(read_email, text) == ("email", "")


@pytest.mark.parametrize(
    "text",
    ["https://contoh.id/", "http://localhost:8000/a", "https://例え.jp/x?y=1#z", "https://xn--r8jz45g.jp"],
)
def test_a_web_address_is_http_with_a_host(text: str) -> None:
    assert read_web_url(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "mailto:a@b.id",
        "//evil.example/",
        "http:",
        "https://",
        "https:///x",
        "https://a b.id/",
        "https://contoh.id/\nx",
        "https://contoh.id/\u0001",
        "https://user@evil.example/",
        "https://contoh.id:99999/",
        "https://[::1",
        "ftp://contoh.id/",
        'https://contoh.id/"onclick',
        "toko",
        "https://" + "a" * 3000 + ".id/",
    ],
)
def test_nothing_else_is_a_web_address(text: str) -> None:
    assert fault_of(read_web_url, text) == ("url", "")


def test_a_web_address_without_scheme_is_offered_with_one() -> None:
    assert fault_of(read_web_url, "www.contoh.id") == ("url-scheme", "https://www.contoh.id")
    assert fault_of(read_web_url, "contoh.co.id/toko") == ("url-scheme", "https://contoh.co.id/toko")


def test_an_instagram_account_is_known_by_name_sign_or_address() -> None:
    assert read_handle("intako.id") == "intako.id"
    assert read_handle("@intako.id") == "intako.id"
    assert read_handle("https://www.instagram.com/intako.id/?hl=id") == "intako.id"
    assert fault_of(read_handle, "toko kita") == ("handle", "")


def test_norway_is_a_country_and_names_are_refused_with_their_code() -> None:
    assert read_country("NO") == "NO"
    assert read_country("jp") == "JP"
    assert len(COUNTRIES) == 249
    assert fault_of(read_country, "Jepang") == ("country-name", "JP")
    assert fault_of(read_country, "Belgiia") == ("country-name", "BE")
    assert fault_of(read_country, "XX") == ("country", "")


def test_a_language_is_its_code() -> None:
    assert read_lang_code("id") == "id"
    assert read_lang_code("zh-Hant") == "zh-Hant"
    assert fault_of(read_lang_code, "ID") == ("language-name", "id")
    assert fault_of(read_lang_code, "Inggris") == ("language-name", "en")
    assert fault_of(read_lang_code, "jp") == ("language-name", "ja")
    assert fault_of(read_lang_code, "???") == ("language", "")


def test_an_hs_code_keeps_its_dots() -> None:
    assert [read_hs_code(text) for text in ("4202", "4202.21", "4202.21.00", "42022100")] == [
        "4202",
        "4202.21",
        "4202.21.00",
        "42022100",
    ]
    assert fault_of(read_hs_code, "42") == ("hs-code", "")
    assert fault_of(read_hs_code, "4202.2") == ("hs-code", "")


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
        ("2026-02-30", "day-unreal", ""),
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
    assert fault_of(read_when, "2026-02-05 09.00 WIB") == ("when-form", "2026-02-05 09:00")
    assert fault_of(read_when, "2026-02-05 25.00") == ("when", "")
    assert fault_of(read_when, "5/2/2026") == ("day-form", "2026-02-05")
    assert fault_of(read_when, "pagi") == ("when", "")
    assert read_year("1976") == 1976
    for text in ("76", "0999", "2101", "abad 20"):
        assert fault_of(read_year, text) == ("year", "")


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


@pytest.mark.parametrize(("text", "value"), [("ya", True), ("true", True), ("TIDAK", False), ("no", False)])
def test_yes_and_no_in_two_languages(text: str, value: bool) -> None:
    assert read_yes_no(text) is value


def test_neither_yes_nor_no() -> None:
    assert fault_of(read_yes_no, "mungkin") == ("yes-no", "")


def test_texts_and_lists_of_texts() -> None:
    assert read_plain("  Jl. Raya  ") == "Jl. Raya"
    assert read_words("FOB") == ("FOB",)
    assert read_words(["FOB", "", " CIF "]) == ("FOB", "CIF")
    assert fault_of(read_plain, "  ") == ("blank", "")
    assert fault_of(read_plain, {"a": "b"}) == ("text", "")
    assert fault_of(read_plain, ["a"]) == ("one-text", "")
    assert fault_of(read_words, ["a", ["b"]]) == ("text", "")


def test_slugs_are_short_lower_case_and_free() -> None:
    assert read_slug("tas-kulit-2") == "tas-kulit-2"
    assert fault_of(read_slug, "Tas Kulit") == ("slug-form", "tas-kulit")
    assert fault_of(read_slug, "café") == ("slug-form", "cafe")
    assert fault_of(read_slug, "日本") == ("slug", "")
    assert fault_of(read_slug, "con") == ("slug-reserved", "con-1")
    assert fault_of(read_slug, "assets") == ("slug-reserved", "assets-1")
    assert fault_of(read_slug, "a" * 81) == ("slug-form", "a" * 80)
    for text in (
        "../x",
        "/etc/x",
        "..%2fx",
        "%252e",
        "..\\x",
        "C:\\x",
        ".",
        "",
        "a\0b",
        ".git/config",
        "_headers",
        ".htaccess",
        "index.html",
        "aux.",
        "a:b",
        "a?b#c",
        "a ",
    ):
        assert slug_fault(text) != ""


@given(st.text())
def test_what_is_made_like_a_slug_is_one(text: str) -> None:
    made = slug_like(text)
    assert made == "" or slug_fault(made) == ""


@pytest.mark.parametrize(
    ("text", "path"),
    [("/produk/lama/", "/produk/lama/"), ("/produk/lama", "/produk/lama/"), ("/lama.html", "/lama.html")],
)
def test_a_former_address_is_a_path_of_this_site(text: str, path: str) -> None:
    assert read_site_path(text) == path


def test_other_former_addresses_are_refused() -> None:
    assert fault_of(read_site_path, "produk/lama") == ("site-path-form", "/produk/lama/")
    for text in (
        "/",
        "",
        "/../x",
        "/a/../b/",
        "//evil/",
        "/a//b/",
        "/a\\b/",
        "/a%2fb/",
        "/a?b",
        "/a#b",
        "/x.php",
        "/.git/config",
        "https://contoh.id/a/",
        "/a.html/b/",
        "/a b/",
    ):
        assert fault_of(read_site_path, text) == ("site-path", "")
    for text in ("/assets/x/", "/404.html", "/_headers/", "/con/", "/search/"):
        assert fault_of(read_site_path, text) == ("site-path-reserved", "")


def test_a_photo_is_named_by_its_path_below_the_kind() -> None:
    assert read_photo_file("intako/depan.jpg") == "intako/depan.jpg"
    assert read_photo_file("intako/Cafe\u0301.JPG") == "intako/Caf\u00e9.JPG"
    assert fault_of(read_photo_file, "intako\\depan.jpg") == ("photo-slash", "intako/depan.jpg")
    assert fault_of(read_photo_file, "https://x.id/a.jpg") == ("photo-remote", "")
    assert fault_of(read_photo_file, "//x.id/a.jpg") == ("photo-remote", "")
    for text in ("C:\\Users\\a.jpg", "C:/Users/a.jpg", "file:///home/x/a.jpg"):
        assert fault_of(read_photo_file, text) == ("photo-computer", "a.jpg")
    assert fault_of(read_photo_file, "intako/a.heic") == ("photo-heic", "")
    for text in (
        "../a.jpg",
        "/a.jpg",
        "a/../b.jpg",
        "a//b.jpg",
        "",
        "a/.b.jpg",
        "con/a.jpg",
        "a/nul.jpg",
        "a /b.jpg",
        "a/b?.jpg",
    ):
        assert fault_of(read_photo_file, text) == ("photo", "")
    for text in ("a/b.gif", "a/b.svg", "a/b", "a/b.exe"):
        assert fault_of(read_photo_file, text) == ("photo-ending", "")


written_values = st.recursive(
    st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=6,
)
number_like = st.text("0123456789.,-+ Rp±~jutarbk", max_size=20)
time_like = st.text("0123456789.:- ,sdjam", max_size=20)


@given(written_values | number_like | time_like)
def test_a_reader_gives_a_value_or_a_fault_and_nothing_else(written: Written) -> None:
    for reader in READERS:
        try:
            reader(written)
        except ScalarFault as fault:
            assert all(len(value) <= 140 for value in fault.values.values())


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


def test_a_day_beyond_the_years_that_are_known_is_told_as_such() -> None:
    assert fault_of(read_day, "9999-12-31") == ("day-far", "")
    assert fault_of(read_day, "0999-12-31") == ("day-far", "")
    assert fault_of(read_day, "9999-02-30") == ("day-unreal", "")
    assert fault_of(read_day, "0000-01-01") == ("day-unreal", "")


@pytest.mark.parametrize("sign", ["\u202a", "\u202e", "\u200e", "\u2066"])
def test_a_web_address_holds_no_sign_that_nobody_sees(sign: str) -> None:
    assert fault_of(read_web_url, f"https://x.example/{sign}gpj.exe") == ("url", "")


def test_a_name_holds_no_sign_that_turns_it_around() -> None:
    assert fault_of(read_plain, "Toko \u202eexe.jpg") == ("turning", "Toko exe.jpg")
    assert read_plain("\u200fمتجر") == "\u200fمتجر"
