"""Fields and texts that are not where they should be: above or below the `---` that ends the fields."""

from __future__ import annotations

import pytest

from site_builder.messages import sentence_for
from site_builder.problems import Severity
from tests.unit.validate.files import good, read
from tests.unit.validate.test_entries import MINIMAL, SHOP


def told(text: str, **translations: str) -> list[tuple[str, int, str]]:
    _, problems = read(SHOP, f"{MINIMAL[SHOP]}---\n{text}", **translations)
    assert all(problem.severity is Severity.WARNING for problem in problems)
    return [(problem.key, problem.at.line, problem.values.get("suggestion", "")) for problem in problems]


def test_fields_with_which_a_text_begins_are_told_with_the_line_to_move() -> None:
    assert told("desa : kedensari\njam_buka: 08.00-17.00\n\nBengkel ini buka tiap hari.\n") == [
        ("field-below", 7, "desa: kedensari"),
        ("field-below", 8, "jam_buka: 08.00-17.00"),
    ]


def test_the_items_of_such_a_field_are_no_text() -> None:
    assert told("layanan:\n  - grosir\ndesa: Kedensari\n") == [
        ("field-below", 7, "layanan:"),
        ("field-below", 9, "desa: Kedensari"),
    ]


def test_a_field_below_a_translation_is_told_there() -> None:
    assert told("Isi.\n", en="slug: shop\n---\nsummary: Bags\n") == [("field-below", 4, "summary: Bags")]


@pytest.mark.parametrize(
    "text",
    [
        "harga: 45.000\n",
        "Isi.\n\nharga: 45.000\n",
        "Harga: 45.000\n",
        "Isi.\n\nHarga : 45.000\n\nIsi lagi.\n",
    ],
)
def test_a_field_that_only_other_kinds_have_is_told_with_where_it_belongs(text: str) -> None:
    line = 7 if text[0] in "hH" else 9
    assert told(text) == [("field-below.elsewhere", line, "harga: 45.000")]


@pytest.mark.parametrize(
    ("text", "key", "line", "suggestion"),
    [
        ("Desa : Kedensari\n", "field-below.perhaps", 7, "desa: Kedensari"),
        ("JAM_BUKA: 08.00-17.00\n", "field-below", 7, "jam_buka: 08.00-17.00"),
        ("Jam buka: 08.00-17.00\n", "field-below.perhaps", 7, "jam_buka: 08.00-17.00"),
        ("Isi.\n\nDESA: Kedensari\n", "field-below.perhaps", 9, "desa: Kedensari"),
        (
            "Isi.\n\nAlamat: Jl. Raya Kludan No. 5\n",
            "field-below.perhaps",
            9,
            "alamat: Jl. Raya Kludan No. 5",
        ),
        ("Isi.\n\nBahasa: [id, en]\n", "field-below.perhaps", 9, "bahasa: [id, en]"),
    ],
)
def test_a_field_in_capitals_is_told_with_its_name_in_small_letters(
    text: str, key: str, line: int, suggestion: str
) -> None:
    assert told(text) == [(key, line, suggestion)]


@pytest.mark.parametrize(
    ("text", "line", "suggestion"),
    [
        ("Isi.\n\ndesa: Kedensari\n", 9, "desa: Kedensari"),
        ("Isi.\n\nlayanan:\n  - grosir\n\nIsi.\n", 9, "layanan:"),
        ("Isi.\n\nlayanan:\n- grosir\n", 9, "layanan:"),
        ("Isi.\n\ndesa: Kedensari\nparkir: luas\n", 9, "desa: Kedensari"),
        ("Isi yang mengalir\njam_buka: 08.00-17.00\nterus.\n", 8, "jam_buka: 08.00-17.00"),
        ("```\nx: y\n```\n\ndesa: Kedensari\n", 11, "desa: Kedensari"),
    ],
)
def test_a_field_further_down_is_told(text: str, line: int, suggestion: str) -> None:
    assert told(text) == [("field-below", line, suggestion)]


def test_what_is_meant_to_be_read_is_told_how_to_be_written() -> None:
    _, (own, other) = read(SHOP, f"{MINIMAL[SHOP]}---\nIsi.\n\nDesa: Kedensari\nHarga: 45.000\n")
    assert sentence_for(own, "id").message == (
        "`Desa: Kedensari` tampil sebagai teks halaman;"
        " kalau maksudnya isian `desa`, tempatnya di atas `---` yang kedua"
    )
    assert sentence_for(own, "id").hint == (
        "maksudnya isian? pindahkan baris ini ke atas `---` yang kedua: `desa: Kedensari`;"
        " memang untuk dibaca orang? tulis `**Desa:** Kedensari`"
    )
    assert sentence_for(other, "en").message == (
        "`Harga: 45.000` is shown as text of the page, and `harga` is no field of this file"
        " but of files in `content/products/`, `content/visits/`"
    )
    assert sentence_for(other, "en").hint == (
        "is it meant as a field? move `harga: 45.000` to the file there that it is about,"
        " above the second `---`;"
        " is it meant to be read? write `**Harga:** 45.000`"
    )


@pytest.mark.parametrize(
    "text",
    [
        "**Desa:** Kedensari\n",
        "**Harga:** 45.000\n",
        "Catatan: toko libur pada hari raya.\n",
        "catatan: ini bukan isian toko\n",
        "desa kami: Kedensari\n",
        "Isi.\n\nAlamat: dari pasar ke utara, lalu tanya saja.\n",
        "Isi.\n\nAlamat: [[place:pasar]]\n",
        "Isi.\n\nAlamat: Jl. Raya 5\nParkir: di depan pasar\n",
        "Isi.\n\nYang perlu disebut:\nAlamat: Jl. Raya 5\n",
        "Isi.\n\nharga: bisa dibicarakan, tanyakan saja kepada penjaga toko yang ada di sana\n",
        "Contoh: tas kerja, koper\n",
        "Foto: Bu Sri\n",
        "Sumber: BPS 2018\n",
        "Toko: Bu Sri\n",
        "Layanan:\n\n- grosir\n",
        "Layanan:\n- grosir\n",
        "Isi.\n\n```\ndesa: Kedensari\n\njam_buka: 08.00-17.00\n```\n\nIsi.\n",
        "Isi.\n\n~~~\njam_buka: 08.00-17.00\n",
        "Isi.\n\n    jam_buka: 08.00-17.00\n",
        "- desa: Kedensari\n",
    ],
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert told(text) == []


def test_the_text_of_a_page_may_tell_an_address() -> None:
    page = "content/pages/kontak.md"
    text = "nama: Kontak\n---\nIsi.\n\nAlamat: Jl. Raya Kludan 5\nTelepon: 031-8945678\n"
    good(page, text)
    _, problems = read(page, f"{text}\nalamat: Jl. Raya 5\n\nJudul: Kontak kami\n")
    assert [(one.key, one.at.line) for one in problems] == [
        ("field-below.elsewhere", 9),
        ("field-below.perhaps", 11),
    ]


def test_a_text_that_only_a_translation_has_is_told_in_the_base_file() -> None:
    assert told("", en="---\nText.\n") == [("body-default-missing", 1, "")]
    good(SHOP, f"{MINIMAL[SHOP]}---\nIsi.\n", en="---\nText.\n")
    good(SHOP, MINIMAL[SHOP], en="slug: shop\n")
