"""Fields and texts that are not where they should be: above or below the `---` that ends the fields."""

from __future__ import annotations

import pytest

from site_builder.messages import sentence_for
from site_builder.problems import Severity
from tests.unit.validate.files import good, read
from tests.unit.validate.test_entries import EVENT, MINIMAL, SHOP


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
        ("field-below.parts", 7, "layanan:"),
        ("field-below", 9, "desa: Kedensari"),
    ]


def test_a_field_is_moved_together_with_its_parts() -> None:
    text = "jam_buka:\n  senin: 8-5\n  sabtu: 8-12\n"
    _, (problem,) = read(SHOP, f"{MINIMAL[SHOP]}---\n{text}")
    assert (problem.key, problem.at.line) == ("field-below.parts", 7)
    assert sentence_for(problem, "id").hint == (
        "pindahkan baris 7-9 ke atas `---` yang kedua: `jam_buka:`, `  senin: 8-5`, `  sabtu: 8-12`"
    )
    assert told("Isi.\n\nfoto:\n  - berkas: a.jpg\n    desa: x\n") == [("field-below.parts", 9, "foto:")]
    assert told("harga:\n  kecil: 450\n") == [("field-below.elsewhere", 7, "harga:")]


@pytest.mark.parametrize("label", ["alamat", "address"])
def test_a_field_that_stands_above_already_is_to_be_deleted(label: str) -> None:
    _, (problem,) = read(SHOP, f"{MINIMAL[SHOP]}---\nIsi.\n\n{label}: Jl. Raya 2\n")
    assert problem.key == "field-below.there"
    assert sentence_for(problem, "id").message == (
        f"`{label}: Jl. Raya 2` tampil sebagai teks halaman; isian `alamat` sudah ditulis di baris 5"
    )
    assert sentence_for(problem, "id").hint == (
        f"hapus baris 9; kalau justru itu yang benar, ganti isian di baris 5 dengan `{label}: Jl. Raya 2`"
    )


def test_a_field_above_whose_name_is_to_be_read_further_down_is_told_so() -> None:
    _, (problem,) = read(SHOP, f"{MINIMAL[SHOP]}---\nIsi.\n\nAlamat: Jl. Raya 2\n")
    assert problem.key == "field-below.perhaps-there"
    assert sentence_for(problem, "id").hint == (
        "memang untuk dibaca orang? tulis `**Alamat:** Jl. Raya 2`;"
        " maksudnya isian? hapus baris 9, karena `alamat` sudah ditulis di baris 5"
    )


@pytest.mark.parametrize(
    ("text", "key", "suggestion"),
    [
        ("pesanan_minimum   :   12\n", "elsewhere", "pesanan_minimum: 12"),
        ("jam_buka  : tiap hari 8-5\n", "", "jam_buka: tiap hari 8-5"),
        ("jam_buka = tiap hari 8-5\n", "", "jam_buka: tiap hari 8-5"),
        ("desa\t: kedensari\n", "", "desa: kedensari"),
        ("\tdesa: kedensari\n", "", "desa: kedensari"),
        ("  desa: kedensari\n", "", "desa: kedensari"),
        ("  harga: 45.000\n", "elsewhere", "harga: 45.000"),
        ("Jam Buka : tiap hari 8-5\n", "perhaps", "jam_buka: tiap hari 8-5"),
        ("JAM BUKA: tiap hari 8-5\n", "perhaps", "jam_buka: tiap hari 8-5"),
    ],
)
def test_a_field_with_other_blanks_or_capitals_is_told(text: str, key: str, suggestion: str) -> None:
    whole = f"field-below.{key}".rstrip(".")
    assert told(text) == [(whole, 7, suggestion)]
    assert told(f"Isi.\n\n{text}\nIsi.\n") == [(whole, 9, suggestion)]


def test_a_field_with_capitals_does_not_hide_those_beside_it() -> None:
    assert told("Desa : Kedensari\nJam Buka : tiap hari 8-5\nHARGA: 45.000\n") == [
        ("field-below.perhaps", 7, "desa: Kedensari"),
        ("field-below.perhaps", 8, "jam_buka: tiap hari 8-5"),
        ("field-below.read", 9, "harga: 45.000"),
    ]


def test_fields_just_below_a_sentence_are_told() -> None:
    assert told("Kalimat satu.\nwarna: hitam\nbahan: kulit\n\nIsi.\n") == [
        ("field-below.elsewhere", 8, "warna: hitam"),
        ("field-below.elsewhere", 9, "bahan: kulit"),
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
    variant = "read" if "H" in text else "elsewhere"
    assert told(text) == [(f"field-below.{variant}", line, "harga: 45.000")]


@pytest.mark.parametrize(
    ("text", "key", "line", "suggestion"),
    [
        ("Desa : Kedensari\n", "field-below.perhaps", 7, "desa: Kedensari"),
        ("JAM_BUKA: 08.00-17.00\n", "field-below", 7, "jam_buka: 08.00-17.00"),
        ("Jam buka: 08.00-17.00\n", "field-below.perhaps", 7, "jam_buka: 08.00-17.00"),
        ("Isi.\n\nDESA: Kedensari\n", "field-below.perhaps", 9, "desa: Kedensari"),
        (
            "Isi.\n\nAlamat: Jl. Raya Kludan No. 5\n",
            "field-below.perhaps-there",
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
        ("Isi.\n\ndesa: Kedensari\nparkir: luas\n", 9, "desa: Kedensari"),
        ("Isi yang mengalir\njam_buka: 08.00-17.00\nterus.\n", 8, "jam_buka: 08.00-17.00"),
        ("```\nx: y\n```\n\ndesa: Kedensari\n", 11, "desa: Kedensari"),
    ],
)
def test_a_field_further_down_is_told(text: str, line: int, suggestion: str) -> None:
    assert told(text) == [("field-below", line, suggestion)]


@pytest.mark.parametrize("items", ["  - grosir\n\nIsi.\n", "- grosir\n"])
def test_a_list_further_down_is_told_with_its_items(items: str) -> None:
    assert told(f"Isi.\n\nlayanan:\n{items}") == [("field-below.parts", 9, "layanan:")]


def test_what_is_meant_to_be_read_is_told_how_to_be_written() -> None:
    _, (own, other) = read(SHOP, f"{MINIMAL[SHOP]}---\nIsi.\n\nDesa: Kedensari\nHarga: 45.000\n")
    assert sentence_for(own, "id").message == (
        "`Desa: Kedensari` tampil sebagai teks halaman;"
        " kalau maksudnya isian `desa`, tempatnya di atas `---` yang kedua"
    )
    assert sentence_for(own, "id").hint == (
        "memang untuk dibaca orang? tulis `**Desa:** Kedensari`;"
        " maksudnya isian? pindahkan baris ini ke atas `---` yang kedua: `desa: Kedensari`"
    )
    assert sentence_for(other, "en").message == (
        "`Harga: 45.000` is shown as text of the page, and `harga` is no field of this file"
        " but of files in `content/products/`, `content/visits/`"
    )
    assert sentence_for(other, "en").hint == (
        "is it meant to be read? write `**Harga:** 45.000`;"
        " is it meant as a field? move `harga: 45.000` to the file there that it is about,"
        " above the second `---`"
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
        "harga: tanya langsung di toko, sebab berubah setiap bulan.\n",
        "harga: tanya langsung di toko kami sebab\nberubah setiap bulan.\n",
        "desa = kedensari\n",
        "- Toko Bu Sri\n  desa: kedensari\n",
        "Kami menjual tas berbagai\nwarna: hitam dan cokelat\n",
        "Kami menjual tas.\nwarna: hitam, cokelat, dan merah.\n",
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
        ("field-below.perhaps-there", 11),
    ]


def test_a_story_may_tell_of_a_name_and_a_day() -> None:
    story = "judul: Mural\nringkasan: Mural\nsumber: BPS\n---\nIsi.\n\n"
    for line in ("Nama: Bu Yuli", "Tanggal: 2026-11-03", "Harga: 45.000", "Alamat: Jl. Raya 5"):
        _, problems = read("content/stories/mural.md", f"{story}{line}\n")
        assert not [one for one in problems if one.code == "field-below"]


def test_what_an_event_has_no_field_for_is_offered_as_text_first() -> None:
    _, (problem,) = read(EVENT, f"{MINIMAL[EVENT]}---\nIsi.\n\nTiket: gratis\n")
    assert problem.key == "field-below.read"
    assert sentence_for(problem, "id").hint.startswith(
        "memang untuk dibaca orang? tulis `**Tiket:** gratis`; maksudnya isian?"
    )


def test_a_text_of_an_own_field_may_be_a_sentence() -> None:
    assert told("ringkasan: Bengkel tas kulit di desa.\n")[0][0] == "field-below"


def test_a_text_that_only_a_translation_has_is_told_in_the_base_file() -> None:
    assert told("", en="---\nText.\n") == [("body-default-missing", 1, "")]
    good(SHOP, f"{MINIMAL[SHOP]}---\nIsi.\n", en="---\nText.\n")
    good(SHOP, MINIMAL[SHOP], en="slug: shop\n")
