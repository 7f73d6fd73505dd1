"""Opening hours in the words of a notice board: a hint offers the editor's own, or tells what lacks."""

from __future__ import annotations

import re

import pytest

from site_builder.messages import LANGUAGES, catalogue, sentence_for
from site_builder.model.readers.gone import says_gone
from site_builder.model.readers.hours import read_hours
from site_builder.model.scalars import ScalarFault, Written
from site_builder.names import SourcePath
from site_builder.problems import Problem, Span
from site_builder.source.spanned_yaml import parse_yaml
from site_builder.source.tree import written as written_in
from tests.unit.model.faults import fault_of


def hint_of(written: Written, language: str = "id") -> str:
    with pytest.raises(ScalarFault) as caught:
        read_hours(written)
    fault = caught.value
    values = {"field": "jam_buka", **fault.values}
    return sentence_for(Problem(fault.code, Span("toko.md"), fault.variant, values), language).hint


def as_a_file_has_it(text: str) -> Written:
    tree, _ = parse_yaml(SourcePath(""), f"jam_buka: {text}")
    assert tree is not None
    fields = written_in(tree)
    assert isinstance(fields, dict)
    return fields["jam_buka"]


@pytest.mark.parametrize(
    ("written", "week"),
    [
        (
            "Senin-Kamis 08.00-16.30, Jumat 08.00-16.30 (istirahat 11.00-13.00)",
            "{senin-kamis: 08.00-16.30, jumat: 08.00-11.00 dan 13.00-16.30}",
        ),
        ("Senin-Sabtu 08.00-16.00 (istirahat 12.00-13.00)", "{senin-sabtu: 08.00-12.00 dan 13.00-16.00}"),
        ("Setiap hari kecuali Jumat 08.00-16.00", "{sabtu-kamis: 08.00-16.00, jumat: tutup}"),
        (
            "Setiap hari 08.00-20.00 (Jumat libur)",
            "{sabtu-kamis: 08.00-20.00, jumat: libur}",
        ),
        (
            "Senin-Sabtu 08.00-16.00, Jumat 08.00-11.00",
            "{senin-kamis: 08.00-16.00, jumat: 08.00-11.00, sabtu: 08.00-16.00}",
        ),
        (
            "Tiap hari 08.00-21.00 (Jumat istirahat 11.30-13.00)",
            "{sabtu-kamis: 08.00-21.00, jumat: 08.00-11.30 dan 13.00-21.00}",
        ),
        ("Senin s.d Minggu (9 pagi - 5 sore)", "{senin-minggu: 09.00-17.00}"),
        (
            "Senin-Kamis 08.00-16.30, Jumat 08.00-11.00/13.00-16.30",
            "{senin-kamis: 08.00-16.30, jumat: 08.00-11.00 dan 13.00-16.30}",
        ),
        ("Sabtu/Minggu 09.00-15.00", "{sabtu dan minggu: 09.00-15.00}"),
    ],
)
def test_a_week_in_words_is_offered_as_the_editors_own_hours(written: str, week: str) -> None:
    assert fault_of(read_hours, written) == ("hours-week", week)
    assert read_hours(as_a_file_has_it(week)).days


def test_what_a_week_cannot_hold_is_named_beside_it() -> None:
    assert hint_of("Senin-Sabtu 07.00-15.00; Minggu & tanggal merah tutup") == (
        "tulis `jam_buka: {senin-sabtu: 07.00-15.00, minggu: tutup}`, dan `tanggal merah` di teksnya"
    )


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("Senin-Sabtu (Minggu libur)", "{senin-sabtu: …, minggu: tutup}"),
        ("setiap hari", "{setiap hari: …}"),
        ("buka hari Senin s/d Jumat", "{senin-jumat: …}"),
    ],
)
def test_days_without_hours_are_told_to_lack_them(written: str, form: str) -> None:
    assert fault_of(read_hours, written) == ("hours-no-times", form)
    assert hint_of(written) == (
        f"tulis jam buka dan jam tutupnya di tempat `…`: `jam_buka: {form}`; belum tahu? hapus baris ini"
    )


@pytest.mark.parametrize(
    "written", ["08.00-11.00/13.00-16.30", "08.00-11.00 / 13.00 - 16.30 WIB", "8 pagi-11/13-16.30"]
)
def test_two_spans_with_a_stroke_between_them_both_stay(written: str) -> None:
    variant, suggestion = fault_of(read_hours, {"jumat": written})
    assert (variant, suggestion) == ("hours-spoken", "[08.00-11.00, 13.00-16.30]")


@pytest.mark.parametrize(
    ("week", "meant"),
    [
        (
            {"senin-sabtu": "08.00-16.00", "jumat": "08.00-11.00"},
            "{senin-kamis: 08.00-16.00, jumat: 08.00-11.00, sabtu: 08.00-16.00}",
        ),
        (
            {"jumat": ["08.00-11.00", "13.00-16.00"], "senin-sabtu": "08.00-16.00", "minggu": "tutup"},
            (
                "{senin-kamis: 08.00-16.00, jumat: [08.00-11.00, 13.00-16.00], "
                "sabtu: 08.00-16.00, minggu: tutup}"
            ),
        ),
        (
            {"every day": "8-17", "Sunday": "closed"},
            "{monday-saturday: 8-17, sunday: closed}",
        ),
        ({"minggu": "tutup", "ahad": "tutup"}, "{minggu: tutup}"),
    ],
)
def test_of_a_day_that_stands_twice_the_narrower_key_is_the_exception(
    week: dict[str, Written], meant: str
) -> None:
    assert fault_of(read_hours, week) == ("hours-exception", meant)
    assert read_hours(as_a_file_has_it(meant)).days


@pytest.mark.parametrize(
    "week",
    [
        {"senin": "8-12", "sen": "13-17"},
        {"senin-rabu": "8-12", "rabu-jumat": "13-17"},
        {"senin-jumat": "8-17", "rabu": "pagi"},
        {"senin-jumat": "08.00-12.00", "rabu": "13.00-17.00"},
    ],
)
def test_which_of_two_holds_is_not_guessed(week: dict[str, Written]) -> None:
    with pytest.raises(ScalarFault) as caught:
        read_hours(week)
    assert "hours-twice" in {one.variant for one in (caught.value, *caught.value.others)}


def test_spans_out_of_order_are_offered_in_order() -> None:
    assert fault_of(read_hours, {"senin": "13.00-17.00, 08.00-12.00"}) == (
        "hours-unordered",
        "[08.00-12.00, 13.00-17.00]",
    )
    assert fault_of(read_hours, {"senin": "08.00-12.00, 11.00-17.00"}) == ("hours-overlap", "")


def test_an_opening_without_a_closing_keeps_the_opening() -> None:
    assert (
        hint_of("10:00")
        == "tulis juga jam tutupnya di tempat `…`: `jam_buka: 10.00-…`; belum tahu? hapus baris ini"
    )


@pytest.mark.parametrize(
    "written",
    [
        "tutup permanen",
        "sudah tutup",
        "Tutup selamanya",
        "sudah tidak buka",
        "sdh tutup",
        "Sudah tidak berjualan",
        "gulung tikar",
        "TUTUP sejak 2024",
        "sudah tutup sejak Maret 2024",
    ],
)
def test_a_shop_that_is_gone_has_a_field_of_its_own(written: str) -> None:
    assert fault_of(read_hours, written) == ("hours-gone", "")
    assert hint_of(written) == (
        "tutup untuk seterusnya? hapus baris ini; di berkas toko tulis `tutup_sejak: …`, "
        "dengan tahun atau bulan tutupnya di tempat `…`, di berkas lain ceritakan di teksnya"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_hint_about_hours_holds_hours_that_nobody_told(language: str) -> None:
    """A made-up value is pasted and published."""
    told = {key: told for key, told in catalogue(language).items() if "hours" in key}
    hints = {key: f"{one.hint} {one.message if 'advice' in key else ''}" for key, one in told.items()}
    whole = re.compile(r"\d\d\.\d\d\s*-\s*\d\d\.\d\d")
    assert {key: hint for key, hint in hints.items() if whole.search(hint)} == {}


@pytest.mark.parametrize("written", ["tutup", "tutup mulai jam 17.00", "tutup sejak pagi", "tidak aktif"])
def test_a_shop_that_may_open_again_is_not_gone(written: str) -> None:
    assert not says_gone(written)


@pytest.mark.parametrize(
    ("written", "daylight"),
    [
        ({"senin-jumat": "1-5"}, "13.00-17.00"),
        ({"senin-jumat": "1.30 - 5.30"}, "13.30-17.30"),
        ({"senin": "1-17"}, "13.00-17.00"),
        ({"senin": "jam 1 - jam 5"}, "13.00-17.00"),
        ({"senin": "2-5 sore"}, "14.00-17.00"),
        ({"senin": "1-3, 4-6"}, "[13.00-15.00, 16.00-18.00]"),
        ({"senin": "2-6 dan 19-01"}, "[14.00-18.00, 19.00-01.00]"),
        ("1-5", "13.00-17.00"),
    ],
)
def test_hours_that_may_be_before_dawn_are_asked_about(written: Written, daylight: str) -> None:
    assert fault_of(read_hours, written) == ("hours-half-told", "")
    assert hint_of(written).startswith("tulis jamnya 24 jam beserta menitnya; siang atau sore: `")
    assert f": {daylight}`; sebelum subuh: dengan angka 0 di depan" in hint_of(written)
    assert read_hours(as_a_file_has_it(daylight)).days


def test_so_are_those_of_a_whole_week() -> None:
    assert hint_of("Senin-Jumat 1-5, Sabtu 08.00-12.00") == (
        "tulis jamnya 24 jam beserta menitnya; siang atau sore: "
        "`jam_buka: {senin-jumat: 13.00-17.00, sabtu: 08.00-12.00}`; sebelum subuh: dengan angka 0 di depan"
    )
    assert fault_of(read_hours, {"senin": "4-2"}) == ("hours-order-night", "")


@pytest.mark.parametrize("written", ["01.00-05.00", "04.00-09.00", "4-14"])
def test_hours_that_are_before_dawn_for_sure_are_taken(written: str) -> None:
    assert read_hours({"minggu": written}).days[6]


@pytest.mark.parametrize("written", ["08.00-1", "jam 8 - 1", "8-1"])
def test_a_closing_at_one_may_be_after_noon_or_in_the_night(written: str) -> None:
    assert hint_of({"senin": written}) == (
        "siang: `senin: 08.00-13.00`; lewat tengah malam: jam tutupnya dengan angka 0 di depan, seperti 01.00"
    )
    assert fault_of(read_hours, {"senin": "08.00-4"}) == ("hours-order", "08.00-16.00")


@pytest.mark.parametrize(
    ("written", "daylight"),
    [
        ("9-11 & 1-5 & 7-9", "[09.00-11.00, 13.00-17.00, 19.00-21.00]"),
        ("9-11 / 1-5 / 7-9", "[09.00-11.00, 13.00-17.00, 19.00-21.00]"),
        (["9-11", "1-5", "7-9"], "[09.00-11.00, 13.00-17.00, 19.00-21.00]"),
        ("13.00-17.00, 7-9", "[13.00-17.00, 19.00-21.00]"),
        ("9 pagi-11 & 7-9", "[09.00-11.00, 19.00-21.00]"),
    ],
)
def test_spans_follow_each_other_as_they_stand_and_no_evening_becomes_a_morning(
    written: Written, daylight: str
) -> None:
    assert fault_of(read_hours, {"jumat": written}) == ("hours-in-turn", "")
    assert f"`jumat: {daylight}`" in hint_of({"jumat": written})
    assert read_hours(as_a_file_has_it(daylight)).days


def test_so_do_those_of_a_half_told_day() -> None:
    assert "`jumat: [14.00-18.00, 19.00-21.00]`" in hint_of({"jumat": "2-6 & 7-9"})
    assert "{jumat: [09.00-11.00, 13.00-17.00, 19.00-21.00]}" in hint_of("Jumat 9-11 & 1-5 & 7-9")


@pytest.mark.parametrize(
    ("written", "variant", "daylight"),
    [
        ("12-4", "hours-order", "12.00-16.00"),
        ("12-3", "hours-order", "12.00-15.00"),
        ("12.30-4", "hours-order", "12.30-16.00"),
        ("12-1", "hours-order-either", "12.00-13.00"),
        ("12-2", "hours-order-either", "12.00-14.00"),
        ("7-11 & 12-4", "hours-order", "[07.00-11.00, 12.00-16.00]"),
        ("9-12 dan 12-3", "hours-order", "[09.00-12.00, 12.00-15.00]"),
        ("9-12 & 12.30-4", "hours-order", "[09.00-12.00, 12.30-16.00]"),
        (["9-12", "12-1"], "hours-order-either", "[09.00-12.00, 12.00-13.00]"),
        ("9-11 & 12.30-5", "hours-order", "[09.00-11.00, 12.30-17.00]"),
        ("9-11/12.30-5", "hours-order", "[09.00-11.00, 12.30-17.00]"),
        ("9-11 & 1-5 sore", "hours-half-told", "[09.00-11.00, 13.00-17.00]"),
        ("9-11 / 1-5", "hours-unordered", "[09.00-11.00, 13.00-17.00]"),
    ],
)
def test_one_span_of_a_day_is_asked_about_with_all_others(
    written: Written, variant: str, daylight: str
) -> None:
    assert fault_of(read_hours, {"jumat": written})[0] == variant
    assert f"`jumat: {daylight}`" in hint_of({"jumat": written})
    assert read_hours(as_a_file_has_it(daylight)).days


@pytest.mark.parametrize("written", ["18-2", "12.00-02.00", "12-02", "22-4"])
def test_a_night_that_says_so_stays_one(written: str) -> None:
    assert read_hours({"jumat": written}).days[4]


def test_days_that_a_comma_tore_apart_are_offered_together() -> None:
    assert hint_of(as_a_file_has_it("{sabtu,minggu: libur}")) == (
        "bila jamnya sama, tulis `sabtu dan minggu: libur`; bila tidak, tulis juga jam `sabtu`"
    )
    assert "`jumat dan sabtu dan minggu: …`" in hint_of(as_a_file_has_it("{jumat,sabtu,minggu: 9-5}"))
    assert read_hours(as_a_file_has_it("{sabtu dan minggu: libur}")).days[5] == ()


def test_hours_are_quoted_as_they_were_typed() -> None:
    with pytest.raises(ScalarFault) as caught:
        read_hours({"jumat": "9-11 & 1-5"})
    assert caught.value.values["value"] == "9-11 & 1-5"


@pytest.mark.parametrize(
    ("written", "daylight"),
    [
        ("{jumat: 9-11, 12.30-5}", "[09.00-11.00, 12.30-17.00]"),
        ("{jumat: 9-11, 1-5, 7-9}", "[09.00-11.00, 13.00-17.00, 19.00-21.00]"),
        ("{jumat: 9-11, 1-5 sore}", "[09.00-11.00, 13.00-17.00]"),
        ("{jumat: 8-11, 13-15, 16-18}", "[8-11, 13-15, 16-18]"),
    ],
)
def test_all_spans_that_commas_tore_apart_are_offered_and_may_be_pasted(written: str, daylight: str) -> None:
    assert f"`jumat: {daylight}`" in hint_of(as_a_file_has_it(written))
    assert read_hours(as_a_file_has_it(daylight)).days


@pytest.mark.parametrize("written", [{"senin": "7-10 malam"}, {"senin": "jam 7 - 10 malam"}])
def test_an_opening_before_a_closing_at_night_may_be_of_either_half(written: Written) -> None:
    assert fault_of(read_hours, written) == ("hours-either-half", "")
    assert hint_of(written) == "pagi: `senin: 07.00-22.00`; malam: `senin: 19.00-22.00`"


def test_so_may_that_of_a_whole_week() -> None:
    assert hint_of("Senin-Sabtu 8-9 malam, Minggu tutup") == (
        "tulis dengan jam 00 sampai 24, `08.00-21.00` bila pagi, `20.00-21.00` bila malam"
    )


@pytest.mark.parametrize("written", ["07.00-10 malam", "7 pagi - 10 malam", "8-5 sore", "9-9 malam"])
def test_an_opening_that_is_sure_is_not_asked_about(written: str) -> None:
    assert fault_of(read_hours, {"senin": written})[0] == "hours-spoken"
