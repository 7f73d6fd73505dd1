"""Every text that an editor may write into a typed field: what it means, or why it is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.readers.contact import (
    read_email,
    read_handle,
    read_phone,
    read_web_url,
    read_whatsapp,
)
from site_builder.model.readers.hours import read_hours
from site_builder.model.readers.moments import read_when
from site_builder.model.readers.numbers import read_days, read_degrees, read_number, read_whole_number
from site_builder.model.readers.paths import read_photo_file, read_site_path, read_slug
from site_builder.model.readers.prices import read_price, read_rupiah
from site_builder.model.readers.sizes import read_bytes
from site_builder.model.readers.times import read_day, read_year
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
from tests.unit.model.faults import fault_of

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


def test_a_name_holds_no_sign_that_turns_it_around() -> None:
    assert fault_of(read_plain, "Toko \u202eexe.jpg") == ("turning", "Toko exe.jpg")
    assert read_plain("\u200fمتجر") == "\u200fمتجر"
