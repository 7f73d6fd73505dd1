"""Commas, minutes and words where none may stand: what is told can be pasted."""

from __future__ import annotations

import pytest

from tests.unit.validate.test_editor_hints import EVENT, hints
from tests.unit.validate.test_entries import MINIMAL, SHOP


@pytest.mark.parametrize(
    ("written", "column", "hint"),
    [
        (
            "{id: Naik dari 5 menjadi 6,5 miliar rupiah, en: Up}",
            39,
            'pakai tanda kutip: `id: "Naik dari 5 menjadi 6,5 miliar rupiah"`',
        ),
        ("{id: Naik, lalu 6,5 miliar, en: Up}", 23, 'pakai tanda kutip: `id: "Naik, lalu 6,5 miliar"`'),
        ("{id: Naik, en: Up, then down}", 31, 'pakai tanda kutip: `en: "Up, then down"`'),
        ("{id: Naik, xx: Up}", 23, "bahasa yang ada: id, en, ja"),
        ("{id: Naik, e:n Up}", 23, 'tulis `en: "Up"`'),
    ],
)
def test_a_comma_in_a_text_of_several_languages_is_told_once(written: str, column: int, hint: str) -> None:
    assert hints(SHOP, f"{MINIMAL[SHOP]}ringkasan: {written}\n") == [(6, column, hint)]


def test_a_torn_text_that_is_too_long_to_paste_is_told_without_a_cut_suggestion() -> None:
    text = "Naik, " + "lalu turun lagi " * 26
    ((line, _, hint),) = hints(SHOP, f"{MINIMAL[SHOP]}ringkasan: {{id: {text}, en: Up}}\n")
    assert (line, hint) == (6, 'beri tanda kutip (`"`) di awal dan akhir seluruh teksnya')


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        (
            "sertifikat: [{nama: SNI}]",
            (
                "pindahkan `sertifikat` beserta isinya ke berkas yang cocok di sana, atau "
                "hapus dan ceritakan di teks"
            ),
        ),
        (
            "pasar: [jp]",
            "tulis di teks, misalnya `Dikirim ke [[market:jp]].`, lalu hapus `pasar` beserta isinya",
        ),
    ],
)
def test_a_field_of_another_kind_and_one_that_many_try_are_told_where_they_belong(
    line: str, hint: str
) -> None:
    assert hints(SHOP, f"{MINIMAL[SHOP]}{line}\n") == [(6, 1, hint)]


def test_minutes_of_an_angle_are_never_taken_for_degrees() -> None:
    ((_, _, hint),) = hints(SHOP, MINIMAL[SHOP] + "lokasi: 7°30'25.0\" 112°42'11.0\"\n")
    assert "{lintang: …, bujur: …}` dengan angka itu" in hint


LAST_OF_FEBRUARY = "hari terakhir bulan itu `2027-02-28`: tulis `mulai: 2027-02-28` bila itu maksudnya"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("31/2/2027", LAST_OF_FEBRUARY),
        ("31 Februari 2027", LAST_OF_FEBRUARY),
        ("2027-02-31", LAST_OF_FEBRUARY),
        ("2027-03-14 pukul 17.00", "tulis `mulai: 2027-03-14 17.00`"),
        ("2027-03-14 jam 17.00 WIB", "tulis `mulai: 2027-03-14 17.00`"),
        ("45/45/2027", "tulis tahun-bulan-hari, dan jamnya bila ada, seperti 2027-03-15 09.00"),
    ],
)
def test_a_day_that_does_not_exist_and_words_beside_it_are_told(written: str, hint: str) -> None:
    assert hints(EVENT, f"nama: A\nmulai: {written}\n") == [(3, 8, hint)]
