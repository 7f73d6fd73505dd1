"""Texts that programs have spoilt, and addresses that are none."""

from __future__ import annotations

import pytest

from site_builder.importing.cells.addresses import is_no_address
from site_builder.importing.cells.garbled import meant_by, without_entities
from site_builder.names import SourcePath
from tests.support.plans import HEAD, MEKAR, codes, only, written
from tests.support.spreadsheets import shops_from, told


@pytest.mark.parametrize(
    "meant", ["Ma’mur", "Kulit’é Réni", "“Tas”", "Rp 1–2", "✨ Café 👜", "Café", "Dörfer"]
)
def test_what_was_read_in_a_wrong_encoding_is_known(meant: str) -> None:
    spoilt = "".join(
        char if ord(char) < 128 else char.encode().decode("cp1252", "surrogateescape") for char in meant
    )
    spoilt = "".join(chr(ord(char) - 0xDC00) if "\udc80" <= char <= "\udcff" else char for char in spoilt)
    assert spoilt != meant
    expected = meant if "✨" not in meant else meant.replace("✨", "âœ¨")
    assert meant_by(spoilt) == expected
    assert meant_by(meant) == meant


def test_a_text_that_was_spoilt_twice_is_known() -> None:
    assert meant_by("RÃƒÂ©ni") == "Réni"


@pytest.mark.parametrize("text", ["CAFÉ”", "Ü–Tas", "Señor", "É’toile", "Tas © 2026", "Â"])
def test_what_people_write_is_not_taken_for_spoilt(text: str) -> None:
    assert meant_by(text) == text


def test_a_spoilt_name_is_refused_with_the_text_to_paste() -> None:
    outcome = only(shops_from([HEAD, ["Toko Maâ€™mur", *MEKAR[1:]]]))
    assert told(outcome) == [
        (
            "Lembar1!A2",
            "huruf-huruf di `Toko Maâ€™mur` rusak saat disimpan program lain",
            "tulis `Toko Ma’mur` di sel itu",
        )
    ]
    assert codes(only(shops_from([HEAD, ["Toko Ma’mur", *MEKAR[1:]]]))) == []


def test_entities_are_read_as_what_they_mean() -> None:
    assert without_entities("Tas &amp;amp; Dompet&nbsp;&#39;A&#39; AT&T") == "Tas & Dompet\xa0'A' AT&T"
    plan = shops_from([HEAD, ["Tas &amp; Dompet Jaya", *MEKAR[1:]]])
    assert only(plan).path == SourcePath("content/shops/tas-dompet-jaya.md")
    assert 'nama: "Tas & Dompet Jaya"\n' in written(plan, "content/shops/tas-dompet-jaya.md")


@pytest.mark.parametrize("name", ["Tas &lt;b&gt;Promo&lt;/b&gt;", "&#64;Toko"])
def test_entities_hide_no_markup(name: str) -> None:
    assert codes(only(shops_from([HEAD, [name, *MEKAR[1:]]]))) == ["cell-markup"]


@pytest.mark.parametrize(
    "text",
    [
        "sama dengan rumah", "sama dg rumah", "alamat rumah", "lihat atas", "sama dgn alamat pemilik",
        "sda alamat rumah", "idem KTP", "menumpang di rumah mertua", "rumah sendiri", "same as home",
        "Sama dengan rumah Bu Siti", "belum ada tempat", "ikut alamat Gunung Mas", "alamat sama spt no 3",
        "satu alamat dg Tas Mawar", "1 alamat dgn no. 4", "sda no 2", "sama dg nomor 12", "idem baris 3",
        "alamatnya ikut ortu", "jadi satu dengan Koper Jaya", "blm tau", "belum tahu", "pindah2",
        "berpindah-pindah", "sering pindah2", "keliling", "tidak tentu", "lihat no 5",
    ],
)  # fmt: skip
def test_what_names_no_place_is_no_address(text: str) -> None:
    assert is_no_address(text)
    assert codes(only(shops_from([HEAD, [*MEKAR[:3], text, MEKAR[4]]]))) == ["cell-words.address"]


@pytest.mark.parametrize("text", ["idem", "sda", "-"])
def test_signs_without_a_row_above_are_no_address(text: str) -> None:
    assert only(shops_from([HEAD, [*MEKAR[:3], text, MEKAR[4]]])).problems != ()


@pytest.mark.parametrize(
    "text",
    ["Jl. Kludan 3", "Belakang rumah Pak RT", "Kludan RT 3 (sama dengan rumah)", "Sama'an 4", "Desa Kludan",
     "Depan Toko Ratna", "Ruko Atas Angin", "Lihatan Selatan", "Satu Kludan 3", "Jl. Sama 3", "Blok A2 no 3",
     "sama dg rumah, Jl. Kludan no 3", "Gang Alamat Baru 2", "sda RT 3 RW 1"],
)  # fmt: skip
def test_what_names_a_place_is_an_address(text: str) -> None:
    assert not is_no_address(text)


def test_a_hint_for_one_of_several_words_keeps_the_others() -> None:
    row = [*MEKAR, "Javanese, a little Mandarin"]
    assert told(only(shops_from([[*HEAD, "Bahasa"], row])))[0][2] == "tulis `Javanese, zh` di sel itu"
    row = [*MEKAR, "Javanese, zh"]
    plan = shops_from([[*HEAD, "Bahasa"], row])
    assert "bahasa: [jv, zh]\n" in written(plan, "content/shops/toko-mekar.md")
