"""Texts that are still to be written, found where they stand."""

from __future__ import annotations

import datetime as dt

import pytest

from site_builder.examples import NewEntry, Surroundings
from site_builder.gather.placeholders import PLACEHOLDER, find_placeholders, idle_alts_left
from site_builder.gather.unsaid import tells_nothing
from site_builder.names import EntryId, Kind, Lang, SourcePath
from site_builder.problems import Problem, Span
from site_builder.scaffold import entry_text

LANGS = (Lang("id"), Lang("en"))
PAGE = SourcePath("content/pages/h.md")
AROUND = Surroundings(dt.date(2026, 11, 1))


def found(text: str, path: SourcePath = PAGE) -> list[Problem]:
    return list(find_placeholders([path], LANGS, {path: text.encode()}.__getitem__))


@pytest.mark.parametrize(
    "text",
    ["TODO", "a TODO: b", "Lorem ipsum dolor", "xxx", "Jl. xxxx 1", "[isi]", "[Isi]", "… isi …", "...isi..."],
)
def test_these_stand_for_a_text_that_is_missing(text: str) -> None:
    assert PLACEHOLDER.search(text)
    assert found(f"---\njudul: A\n---\nDi sini: {text}\n") != []


@pytest.mark.parametrize(
    "text",
    ["todo", "TODOS", "Pameran XXX", "ukuran xxl", "[isi](/a/)", "isi", "… isi tas", "axxxa", "[isi tas]"],
)
def test_these_do_not(text: str) -> None:
    assert not PLACEHOLDER.search(text)


def test_fields_and_texts_are_searched_and_comments_are_not() -> None:
    fields = "# TODO\njudul: TODO\nfoto:\n  - {berkas: h/a.jpg, teks_alt: Lorem ipsum}\n"
    text = f"---\n{fields}---\n\nA xxx b\n\n[isi] TODO\n"
    assert [(problem.at, problem.key, problem.values) for problem in found(text)] == [
        (Span(PAGE, 3, 8), "release-placeholder.text", {"value": "TODO"}),
        (Span(PAGE, 5, 33), "release-placeholder.text", {"value": "Lorem ipsum"}),
        (Span(PAGE, 8, 3), "release-placeholder.text", {"value": "xxx"}),
        (Span(PAGE, 10, 1), "release-placeholder.text", {"value": "[isi]"}),
        (Span(PAGE, 10, 7), "release-placeholder.text", {"value": "TODO"}),
    ]


def test_files_of_other_forms_are_searched_too() -> None:
    assert [
        problem.at.line for problem in found("tag:\n  a: {id: TODO}\n", SourcePath("content/vocabulary.yaml"))
    ] == [2]
    assert found("---\njudul: A\n---\nIsi\n") == []
    assert found("---\njudul: [\n---\nTODO\n") == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_an_example_that_was_made_with_a_new_entry_counts_until_its_line_is_gone(language: str) -> None:
    text = entry_text(NewEntry(Kind.EVENTS, EntryId("pameran"), "Pameran"), language, AROUND)
    path = SourcePath("content/events/pameran.md")
    lines = text.split("\n")
    asked = [number for number, line in enumerate(lines, 1) if line.startswith(("# Wajib", "# Required"))]
    examples = [problem for problem in found(text, path) if problem.variant == "example"]
    assert [problem.at.line for problem in examples] == asked != []
    mended = "\n".join(line for number, line in enumerate(lines, 1) if number not in asked)
    assert not any(problem.variant == "example" for problem in found(mended, path))


@pytest.mark.parametrize("dots", ["…", "...", "..", '"…"', "….", "… …"])
def test_dots_copied_from_a_hint_are_no_text_in_any_field(dots: str) -> None:
    for fields in (
        f"ringkasan: {dots}\n",
        f"cara:\n  - {{naik: bus, isi: {dots}}}\n",
        f"menu: {{id: {dots}}}\n",
    ):
        (problem,) = found(f"---\njudul: A\n{fields}---\nIsi\n")
        assert (problem.key, problem.values["value"]) == ("release-placeholder.text", dots.strip('"'))
    assert found(f"summary: {dots}\n", SourcePath("content/figures/a.en.yaml")) != []


@pytest.mark.parametrize("text", ["Lalu …", "… lalu", "Satu, dua, …", "1...2", "a..", "-"])
def test_dots_in_a_text_are_part_of_it(text: str) -> None:
    assert found(f"---\njudul: A\nringkasan: {text}\n---\nA\n\n…\n\nB ...\n") == []


NO_ALTS = [
    *("…", "...", "..", "-", "–", "?", "foto", "Foto.", "gambar", "Foto 1", "photo", "image", "写真"),
    *("p5/depan.jpg", "depan.JPG", "tas depan.jpeg", "IMG_2034", "IMG-20260101-WA0004", "DSC01234"),
    *(
        "apa yang terlihat",
        "What can be seen",
        "Apa yang terlihat di foto.",
        "apa yang terlihat di foto itu",
        "what is to be seen on the photo",
        *(
            "keterangan",
            "Keterangan foto",
            "alt",
            "alt text",
            "teks alt",
            "teks_alt",
            "p",
            "Isi",
            "description",
        ),
        *("depan", "foto depan", "Tampak belakang", "gambar samping", "foto tas", "Foto toko", "front view"),
        "Tas kulit cokelat di atas meja",
        "A brown leather bag on a table.",
    ),
]
ALTS = [
    *(
        "Dompet",
        "Foto keluarga di depan toko",
        "Foto Bu Sri",
        "Tas dari depan",
        "Isi dompet",
        "鞄",
        "Image of a bag",
        "Koper no. 5",
        "工房の入口",
        "DSC: papan nama",
    ),
    *("Gambar pola di kertas", "Tas kulit cokelat di atas meja kayu", "Tas. Di belakangnya jpg"),
]


@pytest.mark.parametrize("alt", NO_ALTS)
def test_words_for_a_photo_that_say_nothing_pass_no_release(alt: str) -> None:
    assert tells_nothing(alt)
    (problem,) = found(f"---\njudul: A\n---\n\nLihat ![{alt}](h/a.jpg)\n")
    assert (problem.at, problem.key) == (Span(PAGE, 5, 9), "release-placeholder.alt")
    fields = f'---\njudul: A\nfoto:\n  - berkas: h/a.jpg\n    teks_alt: {{id: "{alt}", en: Bag}}\n---\n'
    told = [*idle_alts_left([PAGE], LANGS, {PAGE: fields.encode()}.__getitem__), *found(fields)]
    assert [(one.code, one.at) for one in told] == [("release-placeholder", Span(PAGE, 5, 20))]


@pytest.mark.parametrize("alt", ALTS)
def test_words_that_say_what_is_seen_do(alt: str) -> None:
    assert not tells_nothing(alt)
    assert found(f"---\njudul: A\n---\n\n![{alt}](h/a.jpg)\n") == []


def test_a_photo_without_words_is_a_matter_of_every_check() -> None:
    assert found("---\njudul: A\n---\n\n![](h/a.jpg) ![ ](h/a.jpg)\n") == []


SHOP_PATH = SourcePath("content/shops/a.md")


@pytest.mark.parametrize("language", ["id", "en"])
def test_an_optional_field_that_still_has_its_example_is_told(language: str) -> None:
    new = NewEntry(Kind.SHOPS, EntryId("a"), "A")
    text = entry_text(new, language, AROUND)
    lines = {"id": ("sejak: 1976", "anggota: Koperasi Intako"), "en": ("since: 1976", "member_of: ")}[
        language
    ]
    for line in lines:
        uncommented = text.replace(f"#{line}", line)
        assert uncommented != text
        (problem,) = [one for one in found(uncommented, SHOP_PATH) if one.variant == "untouched"]
        assert uncommented.split("\n")[problem.at.line - 1].startswith(line)
    assert [one for one in found(text, SHOP_PATH) if one.variant == "untouched"] == []


def test_whoever_means_the_value_of_an_example_deletes_the_comment_above_it() -> None:
    fields = "nama: A\njenis: toko\nkategori: [tas]\nalamat: B\n"
    assert found(f"---\n{fields}sejak: 1976\n---\n", SHOP_PATH) == []
    assert found(f"---\n{fields}# Tahun berdiri.\nsejak: 1977\n---\n", SHOP_PATH) == []
    assert len(found(f"---\n{fields}# Tahun berdiri.\nsejak: 1976\n---\n", SHOP_PATH)) == 1


@pytest.mark.parametrize(
    "line", ["jam_buka: {senin-sabtu: 08.00-17.00, minggu: tutup}", "desa: Kludan", "sejak: 1976"]
)
def test_a_value_like_that_of_an_example_may_have_a_comment_of_its_editor(line: str) -> None:
    fields = "nama: A\njenis: toko\nkategori: [tas]\nalamat: B\n"
    assert found(f"---\n{fields}# Menurut Bu Siti.\n{line}\n---\n", SHOP_PATH) == []


@pytest.mark.parametrize(
    ("kind", "name", "line"),
    [
        (Kind.EVENTS, "events", "dibatalkan: ya"),
        (Kind.PRODUCTS, "products", "siap_ekspor: ya"),
        (Kind.PRODUCTS, "products", "satuan: pasang"),
        (Kind.SHOPS, "shops", "desa: Kludan"),
    ],
)
def test_an_example_that_can_not_be_written_otherwise_is_nobodys_oversight(
    kind: Kind, name: str, line: str
) -> None:
    text = entry_text(NewEntry(kind, EntryId("a"), "A"), "id", AROUND)
    kept = text.replace(f"#{line}", line)
    assert kept != text
    path = SourcePath(f"content/{name}/a.md")
    assert [one for one in found(kept, path) if one.variant == "untouched"] == []


@pytest.mark.parametrize("line", ["berat_g: 450", "pesanan_minimum: 50"])
def test_a_made_up_number_right_below_its_explanation_is_told(line: str) -> None:
    text = entry_text(NewEntry(Kind.PRODUCTS, EntryId("a"), "A"), "id", AROUND)
    kept = found(text.replace(f"#{line}", line), SourcePath("content/products/a.md"))
    assert [one.values["value"] for one in kept if one.variant == "untouched"] == [line]
