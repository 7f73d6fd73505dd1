"""A hint offers what the editor wrote, mended, or says what to do; it never makes a fact up."""

from __future__ import annotations

import re

import pytest

from site_builder.messages import LANGUAGES, catalogue, sentence_for
from tests.unit.validate.files import read
from tests.unit.validate.test_entries import EVENT, FIGURE, MINIMAL, PLACE, SHOP

YEAR = "tulis `sejak: 1998` bila itu tahunnya; belum pasti? kosongkan, atau ceritakan di teksnya"
GONE = (
    "tokonya tutup untuk seterusnya? sebagai ganti baris ini tulis `tutup_sejak: {}` "
    "(tahun atau bulan tutupnya)"
)


def hint_of(path: str, line: str) -> str:
    """Give the hint of the one fault that a line makes in an entry that is right without it."""
    _, (problem,) = read(path, f"{MINIMAL[path]}{line}\n")
    return sentence_for(problem, "id").hint


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        (
            "sejak: 1998-an",
            YEAR,
        ),
        (
            "sejak: sekitar tahun 1998",
            YEAR,
        ),
        ("sejak: 1970-an", "tulis empat angka, seperti 1998; belum pasti? hapus baris ini"),
        ("surel: bu.sri@gmail,com", "tulis `surel: bu.sri@gmail.com` bila itu alamatnya"),
        ("surel: bu.sri @gmail.com", "tulis `surel: bu.sri@gmail.com` bila itu alamatnya"),
        ("surel: bu.sri@gmail", "tulis akhirannya di tempat `…`: `surel: bu.sri@gmail.…`"),
        (
            "surel: bu sri di gmail",
            "tulis satu alamat saja, dengan satu @ dan tanpa spasi; belum tahu? hapus baris ini",
        ),
        ("diperiksa: 31 Desember", "tulis tahunnya di tempat `…`: `diperiksa: …-12-31`"),
        ("diperiksa: December 31", "tulis tahunnya di tempat `…`: `diperiksa: …-12-31`"),
        ("diperiksa: kapan-kapan", "tulis tahun-bulan-hari, seperti 2027-03-15"),
        (
            "status: tutup permanen",
            GONE.format("…"),
        ),
        (
            "status: sudah tidak buka",
            GONE.format("…"),
        ),
        ("status: sudah tutup sejak 2025", GONE.format("2025")),
        ("status: tutup sejak Maret 2024", GONE.format("2024-03")),
        ("kondisi: gulung tikar", GONE.format("…")),
    ],
)
def test_the_hint_holds_what_the_editor_wrote(line: str, hint: str) -> None:
    assert hint_of(SHOP, line) == hint


def test_a_telephone_without_its_area_is_offered_with_one_only_on_a_condition() -> None:
    told = catalogue("id")["phone-local"].hint.format(full="031-8945123")
    assert told == "tulis kode daerahnya di depan; kalau di Sidoarjo atau Surabaya: `telepon: 031-8945123`"


@pytest.mark.parametrize(
    "written", ["", " tidak tahu", " belum tahu", " n/a", " ~", " []", ' ""', " …", " tidak"]
)
def test_a_shop_that_closed_nobody_says_when_is_not_published_as_open(written: str) -> None:
    entry, (problem,) = read(SHOP, f"{MINIMAL[SHOP]}tutup_sejak:{written}\n")
    assert entry is None
    hint = sentence_for(problem, "id").hint
    assert "atau " in hint
    assert "tahunnya saja bila hanya itu yang diketahui" in hint
    assert hint.endswith("; tokonya masih buka? hapus baris ini")
    assert "kosong" not in hint


@pytest.mark.parametrize("line", ["status: batal", "status: dibatalkan", "kondisi: tidak jadi"])
def test_an_event_that_is_off_has_a_field_of_its_own(line: str) -> None:
    assert hint_of(EVENT, line) == "acaranya batal? sebagai ganti baris ini tulis `dibatalkan: ya`"


@pytest.mark.parametrize("line", ["tidak jadi: ya", "cancel: ya", "batal: ya"])
def test_other_names_for_that_field_are_taken_for_it(line: str) -> None:
    assert hint_of(EVENT, line).startswith("mungkin maksudnya `dibatalkan`; ")


def test_a_state_is_no_slip_of_the_start() -> None:
    assert "`starts`" not in hint_of(EVENT, "status: ramai")


@pytest.mark.parametrize(("line", "there"), [("NAMA USAHA: Toko X", "nama"), ("Jenis Usaha: toko", "jenis")])
def test_another_name_for_what_is_there_already_names_it(line: str, there: str) -> None:
    assert hint_of(SHOP, line).startswith(f"sudah ada `{there}`: betulkan di sana bila perlu, lalu hapus `")


@pytest.mark.parametrize("line", ["Pemilik: Pak Budi", "nama pemilik: Pak Budi", "penanggung jawab: Bu Sri"])
def test_names_of_people_belong_into_the_text_and_only_if_they_agree(line: str) -> None:
    assert hint_of(SHOP, line) == (
        f"hapus `{line.partition(':')[0]}` beserta isinya; bila orangnya setuju disebut, "
        "tulis namanya di teks, di bawah `---` yang kedua"
    )


def test_remarks_belong_into_the_text_where_there_is_a_summary() -> None:
    assert hint_of(SHOP, "ringkasan: {id: a, en: b, ja: c}\nKeterangan: Ramai") == (
        "pindahkan isinya ke teks, di bawah `---` yang kedua, lalu hapus `Keterangan`"
    )


def test_days_by_themselves_are_put_into_the_hours() -> None:
    both = "senin-kamis: 08.00-16.00\njumat: 08.00-11.00"
    for path in (SHOP, PLACE):
        assert hint_of(path, both) == (
            "sebagai ganti baris hari itu tulis `jam_buka: {senin-kamis: 08.00-16.00, jumat: 08.00-11.00}`"
        )
    there = "jam_buka: {senin: 08.00-16.00}\njumat: 08.00-11.00"
    assert hint_of(SHOP, there) == (
        "pindahkan `jumat: 08.00-11.00` ke dalam `jam_buka`, bersama hari yang lain"
    )


def test_only_a_shop_has_a_field_for_having_closed() -> None:
    _, (problem,) = read(PLACE, f"{MINIMAL[PLACE]}status: tutup permanen\n")
    assert problem.variant != "gone"


@pytest.mark.parametrize("written", ["toko & bengkel", "toko/bengkel", "Toko dan Bengkel", "toko, bengkell"])
def test_of_several_choices_all_are_named(written: str) -> None:
    _, (problem,) = read(SHOP, MINIMAL[SHOP].replace("jenis: toko", f"jenis: {written}"))
    assert sentence_for(problem, "id").hint == (
        "pilih satu saja di antara `toko`, `bengkel`; yang lain ceritakan di teksnya"
    )


def test_a_list_of_choices_is_told_the_same() -> None:
    _, (problem,) = read(SHOP, MINIMAL[SHOP].replace("jenis: toko", "jenis: [toko, bengkel]"))
    assert sentence_for(problem, "id").hint == (
        "pilih satu saja di antara `toko`, `bengkel`; yang lain ceritakan di teksnya"
    )


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ("wa, telepon", "wa, telepon"),
        ("wa dan telepon", "wa, telepon"),
        ("wa, jam_buka", "wa, jam_buka"),
        ("[wa dan telepon, surel]", "wa, telepon"),
    ],
)
def test_several_choices_in_one_text_are_offered_as_the_list_that_they_are(
    written: str, offered: str
) -> None:
    assert hint_of(SHOP, f"tanpa: {written}") == (
        f"tulis `tanpa: [{offered}]`; sudah di dalam daftar? pisahkan dengan koma saja"
    )


def test_a_choice_beside_a_word_that_is_none_is_not_offered_without_it() -> None:
    assert hint_of(SHOP, "tanpa: wa, faksimile").startswith("pilih salah satu: ")


@pytest.mark.parametrize(
    ("value", "offered"),
    [("300an", "±300"), ("300-an", "±300"), ("1.500-an", "±1.500"), ("3 ribuan", "±3000")],
)
def test_a_rounded_figure_stays_about(value: str, offered: str) -> None:
    text = re.sub("(?m)^nilai: .*$", f"nilai: {value}", MINIMAL[FIGURE])
    _, (problem,) = read(FIGURE, text)
    assert f"`nilai: {offered}`" in sentence_for(problem, "id").hint


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_hint_of_a_field_holds_a_day_that_nobody_told(language: str) -> None:
    hints = {key: told.hint for key, told in catalogue(language).items()}
    day = re.compile(r"`[^`]*\b20\d\d-\d\d-\d\d[^`]*`")
    assert {key: hint for key, hint in hints.items() if day.search(hint)} == {}


def test_the_address_of_a_source_is_not_offered_as_its_title() -> None:
    text = re.sub("(?m)^sumber: .*$", "sumber: https://kabar.co.id/x", MINIMAL[FIGURE])
    _, (problem,) = read(FIGURE, text)
    assert problem.values["suggestion"] == "sumber: [{judul: …, tautan: https://kabar.co.id/x}]"


@pytest.mark.parametrize("path", [SHOP, PLACE])
def test_the_hours_of_a_notice_board_are_offered_in_one_line(path: str) -> None:
    line = "jam_buka: Senin-Kamis 08.00-16.30, Jumat 08.00-16.30 (istirahat 11.00-13.00)"
    assert hint_of(path, line) == (
        "tulis `jam_buka: {senin-kamis: 08.00-16.30, jumat: 08.00-11.00 dan 13.00-16.30}`"
    )
