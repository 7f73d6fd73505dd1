from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.readers.numbers import MOST_FIGURES, read_number
from site_builder.model.values import DayRange, Moment, PriceRange, Quantity
from site_builder.names import Lang
from site_builder.text import formats, times
from site_builder.text.amounts import MONEY

ID, EN, JA, ZH, DE, UNKNOWN = (Lang(code) for code in ("id", "en", "ja", "zh", "de", "xx"))


def amount(text: str, *, approximate: bool = False) -> Quantity:
    return Quantity(Decimal(text), approximate)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [(ID, "1.234.567"), (EN, "1,234,567"), (JA, "1,234,567"), (ZH, "1,234,567"), (UNKNOWN, "1,234,567")],
)
def test_whole_numbers_are_grouped_as_the_language_does(lang: Lang, expected: str) -> None:
    assert formats.number(1_234_567, lang) == expected


def test_a_number_keeps_the_decimals_of_its_source_whatever_was_written_before() -> None:
    assert [formats.number(Decimal(text), ID) for text in ("4.1", "4.10", "4", "4.0", "-3.2")] == [
        "4,1",
        "4,10",
        "4",
        "4,0",
        "-3,2",
    ]


LANGS = ("id", "en", "ja", "zh", "de", "es", "pl", "fr", "sv", "hi", "bn", "ar", "fa", "pt-PT", "su", "xx")


@given(
    st.builds(
        lambda digits, places: Decimal(digits).scaleb(-places),
        st.integers(-(10**20), 10**20),
        st.integers(0, 8),
    ),
    st.sampled_from(LANGS),
)
def test_every_language_writes_numbers_as_babel_does(value: Decimal, code: str) -> None:
    decimals = max(0, -int(value.as_tuple().exponent))
    pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
    expected = format_decimal(value, format=pattern, locale=formats.locale_of(Lang(code)))
    assert formats.number(value, Lang(code)) == expected


@given(st.integers(-(10**12), 10**12), st.sampled_from([ID, EN, JA, ZH, DE]))
def test_grouping_changes_no_digit(value: int, lang: Lang) -> None:
    assert int(formats.number(value, lang).replace(".", "").replace(",", "").replace("−", "-")) == value


@pytest.mark.parametrize(
    ("lang", "expected"),
    [(ID, "±2.500"), (EN, "about 2,500"), (JA, "約2,500"), (ZH, "约2,500"), (DE, "±2.500")],
)
def test_an_approximate_number_says_so(lang: Lang, expected: str) -> None:
    assert formats.quantity(amount("2500", approximate=True), lang) == expected


@pytest.mark.parametrize(
    ("lang", "expected"),
    [(ID, "US$4,16 miliar"), (EN, "US$4.16 billion"), (JA, "41.6億米ドル"), (ZH, "41.6亿美元")],
)
def test_billions_of_dollars_are_counted_as_the_language_counts(lang: Lang, expected: str) -> None:
    assert formats.figure(amount("4.16"), "usd-billion", "anything", lang) == expected


def test_billions_of_dollars_work_in_a_language_without_a_form_of_its_own() -> None:
    assert formats.figure(amount("4.16"), "usd-billion", "", DE) == "4,16\xa0Mrd.\xa0$"


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (
            "889",
            "idr-million-month",
            ["Rp889 juta sebulan", "Rp889 million a month", "月8.89億ルピア", "每月8.89亿印尼盾"],
        ),
        (
            "1300",
            "idr-million-month",
            ["Rp1.300 juta sebulan", "Rp1,300 million a month", "月13億ルピア", "每月13亿印尼盾"],
        ),
        (
            "50",
            "idr-million-month",
            ["Rp50 juta sebulan", "Rp50 million a month", "月5,000万ルピア", "每月5,000万印尼盾"],
        ),
        (
            "81",
            "idr-billion-year",
            ["Rp81 miliar setahun", "Rp81 billion a year", "年間810億ルピア", "每年810亿印尼盾"],
        ),
        (
            "6.75",
            "idr-billion-month",
            ["Rp6,75 miliar sebulan", "Rp6.75 billion a month", "月67.5億ルピア", "每月67.5亿印尼盾"],
        ),
        ("3.2", "idr-billion", ["Rp3,2 miliar", "Rp3.2 billion", "32億ルピア", "32亿印尼盾"]),
        (
            "134.99",
            "usd-billion",
            ["US$134,99 miliar", "US$134.99 billion", "1,349.9億米ドル", "1,349.9亿美元"],
        ),
        ("4100", "usd-billion", ["US$4.100 miliar", "US$4,100 billion", "4.1兆米ドル", "4.1万亿美元"]),
        ("0", "usd-billion", ["US$0 miliar", "US$0 billion", "0米ドル", "0美元"]),
    ],
)
def test_large_sums_are_told_as_the_language_counts(value: str, unit: str, expected: list[str]) -> None:
    assert [formats.figure(amount(value), unit, "anything", lang) for lang in (ID, EN, JA, ZH)] == expected


def test_a_large_sum_that_is_not_exact_says_so_at_its_number() -> None:
    written = [
        formats.figure(amount("60", approximate=True), "idr-billion-year", "", lang)
        for lang in (ID, EN, JA, ZH)
    ]
    assert written == [
        "±Rp60 miliar setahun",
        "about Rp60 billion a year",
        "年間約600億ルピア",
        "每年约600亿印尼盾",
    ]


def test_a_language_without_a_form_for_rupiah_shows_the_name_of_the_unit() -> None:
    assert formats.figure(amount("3.2"), "idr-billion", "Milliarden Rupiah", DE) == "3,2 Milliarden Rupiah"


def test_a_whole_billion_needs_no_decimals() -> None:
    assert formats.figure(amount("3"), "usd-billion", "", JA) == "30億米ドル"


@pytest.mark.parametrize(
    ("lang", "expected"), [(ID, "6,28%"), (EN, "6.28%"), (JA, "6.28%"), (ZH, "6.28%"), (DE, "6,28\xa0%")]
)
def test_per_cent_stands_as_the_language_wants(lang: Lang, expected: str) -> None:
    assert formats.figure(amount("6.28"), "percent", "persen", lang) == expected


def test_other_units_follow_the_number() -> None:
    assert formats.figure(amount("410"), "unit-usaha", "unit usaha", ID) == "410 unit usaha"
    assert formats.figure(amount("410"), "unit-usaha", "事業所", JA) == "410事業所"
    assert formats.figure(amount("2.5"), "km", "km", JA) == "2.5 km"
    assert formats.figure(amount("410"), "unit-usaha", "", EN) == "410"


def test_each_unit_with_a_form_of_its_own_ignores_its_name() -> None:
    for unit in formats.OWN_FORM:
        assert "name" not in formats.figure(amount("1"), unit, "name", EN)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (ID, "Rp250.000–Rp1.600.000"),
        (EN, "Rp250,000–1,600,000"),
        (JA, "250,000～1,600,000ルピア"),
        (ZH, "250,000–1,600,000印尼盾"),
        (DE, "Rp250.000–1.600.000"),
    ],
)
def test_a_range_of_prices_is_written_with_a_dash(lang: Lang, expected: str) -> None:
    assert formats.price(PriceRange(250_000, 1_600_000), lang) == expected


def test_a_single_price_is_written_once() -> None:
    assert formats.price(PriceRange(250_000, 250_000), ID) == "Rp250.000"
    assert [formats.money(250_000, lang) for lang in (EN, JA, ZH)] == [
        "Rp250,000",
        "250,000ルピア",
        "250,000印尼盾",
    ]
    assert formats.money(0, EN) == "Rp0"


def test_weights_change_to_kilograms() -> None:
    assert [formats.weight(grams, ID) for grams in (850, 1000, 1250, 20_000)] == [
        "850 g",
        "1 kg",
        "1,25 kg",
        "20 kg",
    ]


@pytest.mark.parametrize(
    ("iso", "indonesian", "english", "japanese"),
    [
        ("2018-11-02", "2 November 2018", "2 November 2018", "2018年11月2日"),
        ("2018-10", "Oktober 2018", "October 2018", "2018年10月"),
        ("2018", "2018", "2018", "2018年"),
        ("c. 2013", "sekitar 2013", "c. 2013", "2013年ごろ"),
        ("awal 2013", "awal 2013", "awal 2013", "awal 2013"),
        ("2018-13", "2018-13", "2018-13", "2018-13"),
    ],
)
def test_days_are_written_as_precisely_as_they_are_known(
    iso: str, indonesian: str, english: str, japanese: str
) -> None:
    assert [times.day(iso, lang) for lang in (ID, EN, JA)] == [indonesian, english, japanese]


def test_a_stretch_may_end_about_a_year() -> None:
    assert [times.period("2006/c. 2013", lang) for lang in (ID, EN, JA)] == [
        "2006 – sekitar 2013",
        "2006 – c. 2013",
        "2006年 – 2013年ごろ",
    ]


def test_only_real_days_are_dates() -> None:
    assert [
        text
        for text in ("2018", "2018-02", "2018-02-28", "2018-02-30", "18", "2018-2", "")
        if times.is_date(text)
    ] == [
        "2018",
        "2018-02",
        "2018-02-28",
    ]


@pytest.mark.parametrize(
    ("text", "indonesian", "english", "japanese"),
    [
        ("2018-01/2018-09", "Januari–September 2018", "January–September 2018", "2018年1月～9月"),
        (
            "2017-11/2018-03",
            "November 2017 – Maret 2018",
            "November 2017 – March 2018",
            "2017年11月～2018年3月",
        ),
        ("2014/2016", "2014–2016", "2014–2016", "2014年～2016年"),
        ("2026-02-05/2026-02-08", "5–8 Feb 2026", "5–8 Feb 2026", "2026年2月5日～8日"),
        ("2018-11", "November 2018", "November 2018", "2018年11月"),
        ("2018/2018", "2018", "2018", "2018年"),
        ("2017/2018-09", "2017 – September 2018", "2017 – September 2018", "2017年 – 2018年9月"),
    ],
)
def test_periods_name_what_is_common_once(text: str, indonesian: str, english: str, japanese: str) -> None:
    assert [times.period(text, lang) for lang in (ID, EN, JA)] == [indonesian, english, japanese]


@pytest.mark.parametrize(
    "text", ["2018/", "/", "/2018", "2018-02-30/2018-03-01", "Jan/Feb 2018", "2018-02-30"]
)
def test_what_is_no_two_days_stays_as_it_is_written(text: str) -> None:
    assert {times.period(text, lang) for lang in (ID, EN, JA)} == {text}


def test_nothing_has_no_sign() -> None:
    zero = Quantity(Decimal("-0.0"))
    assert formats.figure(zero, "orang", "orang", ID) == "0,0 orang"
    assert formats.figure(zero, "percent", "", EN) == "0.0%"
    assert formats.figure(zero, "usd-billion", "", ID) == "US$0,0 miliar"


def test_the_sign_of_a_sum_stands_before_its_currency() -> None:
    owed = Quantity(Decimal(-5))
    assert [formats.figure(owed, "idr-billion", "", lang) for lang in (ID, EN, JA, ZH)] == [
        "-Rp5 miliar",
        "-Rp5 billion",
        "-50億ルピア",
        "-50亿印尼盾",
    ]


def test_moments_have_a_time_only_when_it_is_known() -> None:
    assert times.moment(Moment("2026-02-05"), ID) == "5 Februari 2026"
    assert times.moment(Moment("2026-02-05T09:00"), ID) == "5 Februari 2026 pukul 09.00"
    assert times.moment(Moment("2026-02-05T09:00"), EN) == "5 February 2026, 09:00"


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        ("2026-02-05T09:00", "2026-02-05T16:30", "5 Februari 2026 pukul 09.00–16.30"),
        ("2026-02-05T09:00", "2026-02-08T16:00", "5 Februari 2026 pukul 09.00 – 8 Februari 2026 pukul 16.00"),
        ("2026-02-05", "2026-02-08", "5–8 Feb 2026"),
        ("2026-02-05", "2026-02-05", "5 Februari 2026"),
        ("2026-02-05T09:00", "2026-02-05", "5 Februari 2026 pukul 09.00"),
        ("2026-02-05", None, "5 Februari 2026"),
    ],
)
def test_an_event_says_its_day_once(starts: str, ends: str | None, expected: str) -> None:
    assert times.moments(Moment(starts), None if ends is None else Moment(ends), ID) == expected


def test_instants_are_complete() -> None:
    assert times.timestamp("2018-11-02", "Asia/Jakarta") == "2018-11-02T00:00:00+07:00"
    assert times.timestamp("2018-11-02T09:30", "Asia/Jakarta") == "2018-11-02T09:30:00+07:00"
    assert times.timestamp("2018-11-02T09:30:00+00:00", "Asia/Jakarta") == "2018-11-02T09:30:00Z"


def test_zones_of_indonesia_have_their_own_names() -> None:
    assert [times.zone_name(zone) for zone in ("Asia/Jakarta", "Europe/Rome")] == ["WIB", ""]


@pytest.mark.parametrize(
    ("minutes", "indonesian", "english", "japanese", "chinese"),
    [
        (30, "30 menit", "30 minutes", "30分", "30分钟"),
        (60, "1 jam", "1 hour", "1時間", "1小时"),
        (90, "1½ jam", "1½ hours", "1時間半", "1个半小时"),
        (140, "2 jam 20 menit", "2 hours 20 minutes", "2時間20分", "2小时20分钟"),
        (150, "2½ jam", "2½ hours", "2時間半", "2个半小时"),
        (0, "0 menit", "0 minutes", "0分", "0分钟"),
    ],
)
def test_durations_are_hours_and_minutes(
    minutes: int, indonesian: str, english: str, japanese: str, chinese: str
) -> None:
    written = [times.duration(minutes, lang) for lang in (ID, EN, JA, ZH)]
    assert written == [indonesian, english, japanese, chinese]


def test_numbers_of_days_have_the_right_plural() -> None:
    assert [times.days(DayRange(count, count), EN) for count in (1, 14)] == ["1 day", "14 days"]
    assert times.days(DayRange(14, 14), ID) == "14 hari"
    ranges = {lang: times.days(DayRange(14, 21), Lang(lang)) for lang in ("id", "en", "ja", "zh")}
    assert ranges == {"id": "14–21 hari", "en": "14–21 days", "ja": "14～21日", "zh": "14–21天"}


def test_countries_and_languages_are_named_in_the_language_of_the_page() -> None:
    assert formats.country("CN", ID) == "Tiongkok"
    assert formats.country("XQ", ID) == "XQ"
    assert formats.language_name("ja", ID) == "Jepang"
    assert formats.language_name("ja", EN) == "Japanese"
    assert formats.language_name("qqx", EN) == "qqx"


def test_open_graph_names_the_locale_with_its_country() -> None:
    assert [formats.locale_tag(lang) for lang in (ID, EN, JA, ZH)] == ["id_ID", "en_GB", "ja_JP", "zh_CN"]


def test_commas_and_stops_are_those_of_the_language() -> None:
    assert [formats.list_comma(lang).join("ab") for lang in (ID, EN, JA, ZH)] == [
        "a, b",
        "a, b",
        "a、b",
        "a、b",
    ]
    assert [formats.comma(lang) + formats.full_stop(lang) for lang in (ID, JA, ZH)] == [", .", "、。", "，。"]


@pytest.mark.parametrize(
    ("metres", "lang", "written"),
    [
        (37, "id", "40 m"),
        (3, "en", "10 m"),
        (360, "id", "350 m"),
        (980, "id", "1,0 km"),
        (2_894, "id", "2,9 km"),
        (2_894, "en", "2.9 km"),
        (5_000, "id", "5 km"),
        (17_320, "id", "17 km"),
        (17_320, "ja", "17 km"),
    ],
)
def test_distances_are_no_more_exact_than_they_are_known(metres: int, lang: str, written: str) -> None:
    assert formats.distance(metres, Lang(lang)) == written.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (ID, ("Kulit sapi", "kulit domba", "QRIS", "GoPay")),
        (EN, ("Kulit sapi", "kulit domba", "QRIS", "GoPay")),
        (DE, ("Kulit sapi", "Kulit domba", "QRIS", "GoPay")),
    ],
)
def test_only_the_first_of_a_list_has_a_capital_where_the_language_wants_it(
    lang: Lang, expected: tuple[str, ...]
) -> None:
    assert formats.in_a_row(("Kulit sapi", "Kulit domba", "QRIS", "GoPay"), lang) == expected


def test_days_have_short_names() -> None:
    assert [times.short_weekday(5, lang) for lang in (ID, EN, JA, ZH)] == ["Sab", "Sat", "土", "周六"]


@pytest.mark.parametrize("unit", ["", "percent", "xyz", "other-billion", *MONEY])
@pytest.mark.parametrize("lang", ["id", "en", "ja", "zh", "fr"])
@pytest.mark.parametrize(
    "longest",
    [
        "9" * MOST_FIGURES,
        "-" + "9" * MOST_FIGURES,
        f"{'9' * 9},{'9' * (MOST_FIGURES - 9)}",
        f"0,{'9' * MOST_FIGURES}",
        f"0,{'0' * 24}1",
    ],
)
def test_the_longest_number_that_is_read_can_be_written(longest: str, lang: str, unit: str) -> None:
    assert formats.figure(read_number(longest), unit, "unit", Lang(lang))
