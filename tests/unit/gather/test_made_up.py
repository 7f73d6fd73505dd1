"""Values that are examples, and are found where nobody has replaced them."""

from __future__ import annotations

import pytest

from site_builder.descriptions import describe
from site_builder.gather.made_up import is_made_up_address, made_up_number, made_up_values
from site_builder.messages import LANGUAGES
from tests.unit.validate.files import read

SHOP = "nama: A\njenis: toko\nkategori: [tas]\nalamat: Jl. A 1\n"
LINES = {
    "phone": "telepon",
    "email": "surel",
    "website": "situs",
    "instagram": "ig",
    "marketplaces": "lokapasar",
    "location": "lokasi",
}


def found(line: str) -> list[tuple[tuple[str | int, ...], str]]:
    entry, problems = read("content/shops/a.md", f"{SHOP}{line}\n")
    assert entry is not None, problems
    return list(made_up_values(entry))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", LINES)
def test_what_a_new_shop_shows_as_an_example_is_nobodys(field: str, language: str) -> None:
    line = f"{LINES[field]}: {describe(language, ('Shop',), field).example}"
    assert found(line), line


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_source_of_the_examples_is_none(language: str) -> None:
    assert len(found(f"sumber: {describe(language, ('Meta',), 'sources').example}")) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("owner", ["Shop", "Contact"])
def test_the_number_of_the_examples_is_nobodys(owner: str, language: str) -> None:
    digits = describe(language, (owner,), "whatsapp").example.replace("-", "")
    assert made_up_number(f"62{digits.removeprefix('0')}")


@pytest.mark.parametrize(
    "line",
    [
        "telepon: 031-456-7013",
        "surel: melati@contohku.id",
        "situs: https://contoh.co.id/",
        "ig: bengkel.melati.kludan",
        "lokapasar: [{nama: Tokopedia, tautan: https://www.tokopedia.com/melatikludan}]",
        "lokasi: {lintang: -7.5069, bujur: 112.7032}",
        "sumber: [{judul: Wawancara dengan pemilik, penerbit: Redaksi situs ini, tanggal: 2026-11-02}]",
        "anggota: Koperasi Intako",
        "sejak: 1976",
    ],
)
def test_what_may_be_true_is_left_alone(line: str) -> None:
    assert found(line) == []


@pytest.mark.parametrize("url", ["http://localhost:8000/", "https://192.168.1.4/", "https://toko.local/"])
def test_an_address_of_somebodys_own_computer_is_no_shops(url: str) -> None:
    assert found(f"situs: {url}") == [(("website",), url)]


@pytest.mark.parametrize(
    ("url", "is_made_up"),
    [
        ("https://contoh.id/berita", True),
        ("https://www.example.org/", True),
        ("https://toko.melati.example", True),
        ("https://example.id/", False),
        ("https://melati.id/contoh.id", False),
        (None, False),
    ],
)
def test_an_address_is_made_up_by_its_host(url: str | None, *, is_made_up: bool) -> None:
    assert is_made_up_address(url) is is_made_up
