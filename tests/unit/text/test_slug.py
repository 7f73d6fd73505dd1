from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.text.slug import SLUG_BYTES, slug_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Tas Kulit", "tas-kulit"),
        ("INTAKO", "intako"),
        ("  Tas -- kulit!  ", "tas-kulit"),
        ("Café & Résumé", "cafe-resume"),
        ("Jum'at Berkah", "jumat-berkah"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("İstanbul", "istanbul"),
        ("皮革 产品", "皮革-产品"),
        ("カバン", "カバン"),
        ("ガバン", "ガバン"),
        ("№ 1", "no-1"),
        ("", ""),
        ("!!!", ""),
        ("../x", "x"),
        ("a_b.c", "a-b-c"),
    ],
)
def test_a_name_becomes_its_slug(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_a_long_name_is_cut_between_words() -> None:
    assert slug_of("kata " * 30) == "-".join(["kata"] * 16)


def test_a_long_word_is_cut_between_characters() -> None:
    assert slug_of("皮" * 50) == "皮" * 26


@given(st.text())
def test_the_slug_of_a_slug_is_itself(text: str) -> None:
    slug = slug_of(text)
    assert slug_of(slug) == slug


@given(st.text())
def test_a_slug_is_short_normal_and_safe_in_a_path(text: str) -> None:
    slug = slug_of(text)
    assert len(slug.encode()) <= SLUG_BYTES
    assert unicodedata.normalize("NFC", slug) == slug
    assert not set(slug) & set("/\\.:?#%&<>\"' \t\n_")
    assert not slug.startswith("-")
    assert not slug.endswith("-")


@given(st.text())
def test_composed_and_decomposed_names_have_one_slug(text: str) -> None:
    assert slug_of(unicodedata.normalize("NFC", text)) == slug_of(unicodedata.normalize("NFD", text))
