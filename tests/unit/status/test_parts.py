"""What of an entry is translated part by part, and what does not count as a change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.names import Kind, Lang
from site_builder.status.parts import (
    OPENING,
    body_parts,
    field_texts,
    fingerprint,
    part_called,
    source_parts,
    translated_parts,
)
from tests.unit.validate.files import good, read

INDONESIAN, ENGLISH = Lang("id"), Lang("en")

SHOP = """\
nama: Toko Maju
ringkasan: Tas dan koper.
slug: maju-jaya
jenis: toko
kategori: [tas]
alamat: Jalan Kludan 1
foto:
  - {berkas: maju/depan.jpg, teks_alt: {id: Dari depan, en: The front}}
tutup_pada: [{tanggal: 2027-01-01, catatan: Tahun baru}]
---

Pembuka.

## Bahan

Kulit.
"""


def test_a_text_is_cut_before_each_heading() -> None:
    text = "Pembuka.\n\n## Bahan\n\nKulit.\n\n### Asal #\n\nMagetan.\n## Bahan\nLagi."
    assert body_parts(text) == {
        OPENING: "Pembuka.\n",
        "## Bahan": "## Bahan\n\nKulit.\n",
        "### Asal": "### Asal #\n\nMagetan.",
        "## Bahan (2)": "## Bahan\nLagi.",
    }


def test_headings_of_the_other_form_cut_too_and_tables_and_lines_do_not() -> None:
    text = "Judul\n=====\na\n\nBahan\n---\nb\n\n| a |\n| --- |\n\n---\nc\nd\n---\n"
    assert list(body_parts(text)) == ["# Judul", "## Bahan"]


@pytest.mark.parametrize("fence", ["```", "~~~~"])
def test_what_looks_like_a_heading_in_code_is_none(fence: str) -> None:
    assert list(body_parts(f"{fence}\n# satu\n{fence}\n## Dua\n{fence}\n# tiga")) == [OPENING, "## Dua"]


def test_a_text_that_begins_with_a_heading_has_no_opening() -> None:
    assert list(body_parts("\n## Bahan\n")) == ["## Bahan"]
    assert body_parts("") == {}


LINES = st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=12), max_size=8)


@given(LINES, st.sampled_from(["\r\n", "\r", "\n"]), st.text(" \t", max_size=3))
def test_line_ends_trailing_blanks_and_a_bom_change_no_fingerprint(
    lines: list[str], end: str, blanks: str
) -> None:
    other = "\ufeff" + end.join(f"{line}{blanks}" for line in lines) + end
    assert fingerprint("\n".join(lines)) == fingerprint(other)


@given(LINES, st.integers(0, 8), st.sampled_from("abcé"))
def test_a_letter_more_changes_it(lines: list[str], place: int, letter: str) -> None:
    changed = [*lines[:place], letter, *lines[place:]]
    assert fingerprint("\n".join(lines)) != fingerprint("\n".join(changed))


def test_texts_of_fields_are_parts_and_facts_and_the_address_are_not() -> None:
    shop = good("content/shops/maju.md", SHOP)
    assert {part: text.texts for part, text in field_texts(shop).items()} == {
        "name": {"id": "Toko Maju"},
        "summary": {"id": "Tas dan koper."},
        "photos[maju/depan.jpg].alt": {"id": "Dari depan", "en": "The front"},
        "closed_on[2027-01-01].note": {"id": "Tahun baru"},
    }


def test_the_source_has_its_fields_first_and_then_its_text() -> None:
    shop = good("content/shops/maju.md", SHOP)
    assert list(source_parts(shop, INDONESIAN, "Pembuka.\n\n## Bahan\n\nKulit.")) == [
        "name", "summary", "photos[maju/depan.jpg].alt", "closed_on[2027-01-01].note", OPENING, "## Bahan",
    ]  # fmt: skip


def test_a_translation_has_what_is_written_in_its_language() -> None:
    assert translated_parts(good("content/shops/maju.md", SHOP), ENGLISH) == {"photos[maju/depan.jpg].alt"}
    shop, _ = read("content/shops/maju.md", SHOP, en="summary: Bags.\n---\nOpening.\n")
    assert shop is not None
    assert translated_parts(shop, ENGLISH) == {"summary", "photos[maju/depan.jpg].alt", OPENING}
    assert translated_parts(shop, Lang("ja")) == frozenset()


@pytest.mark.parametrize(
    ("part", "called"),
    [
        ("summary", "ringkasan"),
        ("photos[maju/depan.jpg].alt", "foto[maju/depan.jpg].teks_alt"),
        ("closed_on[2027-01-01].note", "tutup_pada[2027-01-01].catatan"),
        ("## Bahan", "## Bahan"),
    ],
)
def test_parts_are_called_as_editors_write_them(part: str, called: str) -> None:
    assert part_called(part, Kind.SHOPS, in_english=False) == called
    assert part_called(part, Kind.SHOPS, in_english=True) == part
