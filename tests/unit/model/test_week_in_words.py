"""Hours in people's words: how a text is parted, what is understood, and what may be two things."""

from __future__ import annotations

import pytest

from site_builder.model.readers.hours import read_hours
from site_builder.model.readers.week import meant_time, week_told, week_without_times
from site_builder.model.readers.week_grammar import told_week
from site_builder.model.readers.week_tokens import shape_of, tokens_of
from site_builder.model.readers.week_words import WORDS
from site_builder.model.readers.written import ScalarFault, Written


@pytest.mark.parametrize(
    ("text", "shape", "texts"),
    [
        ("Senin s.d Sabtu 08.00-17.00", "dudc-c", ["senin", "sd", "sabtu", "08.00", "-", "17.00"]),
        ("Jum'at & Ahad: 24jam", "d&d_a", ["jum'at", "&", "ahad", ":", "24 jam"]),
        ("Senen jam 7:30:00 AM", "dtc", ["senin", "jam", "07.30"]),
        ("kec. tgl. merah", "eh", ["kec", "tgl merah"]),
        ("Setiap hari kerja, sehari-hari", "d,d", ["hari kerja", ",", "sehari-hari"]),
        ("sd, sdh, Tuesday", "u,?,d", ["sd", ",", "sdh", ",", "tuesday"]),
        ("2026-11-01 0812", "?-c-c?", ["2026", "-", "11", "-", "01", "0812"]),
    ],
)
def test_a_text_is_parted_into_the_longest_phrases_that_are_known(
    text: str, shape: str, texts: list[str]
) -> None:
    tokens = tokens_of(text)
    assert (shape_of(tokens), [token.text for token in tokens]) == (shape, texts)


def test_each_word_stands_for_one_thing() -> None:
    words = [word for some in WORDS.values() for word in some]
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        *(("8 pagi", "08.00"), ("12 siang", "12.00"), ("3 siang", "15.00"), ("5 sore", "17.00")),
        *(("6 malam", "18.00"), ("12 malam", "24.00"), ("12.30 malam", "00.30"), ("17.00 sore", "17.00")),
        *(("12 am", "00.00"), ("12 p.m.", "12.00"), ("jam 4.30 sore WIB", "16.30"), ("08:00:00", "08.00")),
        *(
            ("9 sore", ""),
            ("1 malam", ""),
            ("9 siang", ""),
            ("13 pagi", ""),
            ("14 am", ""),
            ("8.75 pagi", ""),
        ),
        *(("2 jam", ""), ("hari 9", ""), ("25.00", ""), ("8.60", "")),
    ],
)
def test_a_part_of_the_day_has_its_own_hours(told: str, shown: str) -> None:
    assert meant_time(told) == shown


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("Senin-Sabtu kecuali Jumat 08.00-16.00", {"senin-kamis dan sabtu": "08.00-16.00", "jumat": "tutup"}),
        ("Every day except Friday 9am-5pm", {"saturday-thursday": "09.00-17.00", "friday": "closed"}),
        ("Sabtu (08.00-12.00, 13.00-16.00)", {"sabtu": "08.00-12.00 dan 13.00-16.00"}),
        ("Jumat: [08.00-11.30, 13.00-16.00]", {"jumat": "08.00-11.30 dan 13.00-16.00"}),
        ("Senin-Jumat (tutup)", {"senin-jumat": "tutup"}),
        ("Sabtu 5 sore - 12 malam", {"sabtu": "17.00-24.00"}),
        ("Sabtu 12 malam - 4", {"sabtu": "00.00-04.00"}),
        ("Senin-Sabtu 8 - 5 sore", {"senin-sabtu": "08.00-17.00"}),
        ("Tuesday 08.00-16.00", {"tuesday": "08.00-16.00"}),
        ("Senin 08.00-16.00 WIB - Selasa 09.00-15.00", {"senin": "08.00-16.00", "selasa": "09.00-15.00"}),
        (
            "08.00-16.00 Senin-Jumat, 08.00-12.00 Sabtu",
            {"senin-jumat": "08.00-16.00", "sabtu": "08.00-12.00"},
        ),
        ("Senin 8-12, Senin 8-12", {"senin": "8-12"}),
    ],
)
def test_what_is_understood(text: str, week: dict[str, str]) -> None:
    assert week_told(text) == week


@pytest.mark.parametrize(
    "text",
    [
        "Senin-Sabtu 2-5 sore",
        "Senin-Sabtu 08.00-16.00 kadang",
        "Senin-Sabtu 08.00-16.00 WITA",
        "Senin-Jumat kecuali Minggu 08.00-16.00",
        "Setiap hari tutup kecuali Jumat",
        "Setiap hari 08.00-16.00 kecuali Jumat 08.00-11.00",
        "Senin-Sabtu, Minggu tutup",
        "Senin, 08.00",
        "Senin 08.00-12.00 - 13.00-16.00",
        "08.00-12.00 Senin 13.00-16.00",
        "Senin-Jumat 08.00-16.00, hari libur 09.00-12.00",
        "Senin-Jumat (bulan puasa) 08.00-15.00",
        "3-5 hari",
        "hari kerja - Sabtu 08.00-16.00",
        "Senin 08.00-12.00, Senin 13.00-16.00",
        "Senin-Sabtu 08.00-16.00, istirahat",
        f"Senin 08.00-16.00{' ' * 300}",
    ],
)
def test_of_what_is_not_known_or_not_sure_nothing_is_understood(text: str) -> None:
    assert week_told(text) == {}


@pytest.mark.parametrize(
    ("text", "holidays"),
    [
        ("Senin-Sabtu 08.00-16.00, tanggal merah tutup", "tanggal merah tutup"),
        ("Senin-Sabtu 08.00-16.00; Minggu & tgl. merah libur", "tgl. merah"),
        (
            "Setiap hari kec. hari besar nasional 08.00-16.00, Lebaran tutup",
            "kec. hari besar nasional, Lebaran tutup",
        ),
        ("Senin-Sabtu 08.00-16.00 (kecuali Jumat dan hari libur)", "hari libur"),
        ("Senin-Jumat (bulan puasa) 08.00-15.00", ""),
    ],
)
def test_what_is_told_of_holidays_is_kept_in_its_own_words(text: str, holidays: str) -> None:
    assert told_week(text).holidays == holidays


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Tuesday", "{tuesday: …}"),
        ("Setiap hari kecuali Jumat", "{sabtu-kamis: …, jumat: tutup}"),
        ("Senin-Sabtu buka, Minggu tutup", "{senin-sabtu: …, minggu: tutup}"),
        ("Minggu tutup", ""),
    ],
)
def test_days_without_hours_are_given_a_form_to_fill_in(text: str, form: str) -> None:
    assert week_without_times(text) == form


@pytest.mark.parametrize(
    ("week", "hint"),
    [
        ({"jumat": "9-11 & 1-5"}, "[09.00-11.00, 13.00-17.00]"),
        ({"jumat": "13.00-17.00, 08.00-12.00"}, "[08.00-12.00, 13.00-17.00]"),
        ({"Sabtu/Minggu": "libur"}, "sabtu dan minggu"),
        ({"sabtu+minggu": "09.00-13.00"}, "sabtu dan minggu"),
    ],
)
def test_a_hint_opens_no_shop_before_dawn_and_loses_no_day(week: dict[str, Written], hint: str) -> None:
    with pytest.raises(ScalarFault) as told:
        read_hours(week)
    assert told.value.values["suggestion"] == hint
