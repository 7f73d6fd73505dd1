"""An entry and its translations: which text comes from which file, and what is left to translate."""

from __future__ import annotations

import pytest

from site_builder.model.entries import Market, Shop, Visit
from site_builder.model.localized import Localized
from site_builder.names import Lang
from site_builder.problems import Problem, Severity, Span
from site_builder.validate.entries import read_entry
from tests.unit.validate.files import LANGS, document_of, faults, good, read
from tests.unit.validate.test_entries import (
    MINIMAL,
    PAGE,
    PRODUCT,
    SHOP,
    VISIT,
)


def test_texts_may_be_written_with_their_languages_in_place() -> None:
    entry = good(PAGE, "judul: {id: Tentang, en: About}\nringkasan: Halo\n")
    assert entry.meta.name == Localized({Lang("id"): "Tentang", Lang("en"): "About"})
    assert faults(PAGE, "judul: {en: About, xx: y}\n") == [
        (2, 8, "text-default-missing"),
        (2, 20, "language-unknown.inline"),
    ]


def test_a_language_in_braces_without_its_colon_is_no_part_of_the_text_before_it() -> None:
    _, (fault,) = read(PAGE, "judul: {id: Tentang, en: About us, ja 案内}\n")
    assert (fault.key, fault.values["suggestion"]) == ("language-unknown.no-colon", 'ja: "案内"')


def test_texts_and_bodies_come_from_the_translations_and_facts_do_not() -> None:
    entry = good(
        PRODUCT,
        MINIMAL[PRODUCT] + "ringkasan: Ringan\nfoto:\n  - {berkas: koper/a.jpg, teks_alt: Depan}\n---\nIsi\n",
        en="name: Suitcase\nsummary: Light\nphotos:\n  - {file: koper/a.jpg, alt: Front}\n---\nBody\n",
        ja="name: スーツケース\nphotos:\n  - {file: koper/a.jpg, alt: 前}\n",
    )
    assert entry.meta.name.texts == {"id": "Koper", "en": "Suitcase", "ja": "スーツケース"}
    assert entry.meta.photos[0].alt.texts == {"id": "Depan", "en": "Front", "ja": "前"}
    assert list(entry.bodies) == ["id", "en"]
    assert entry.bodies[Lang("en")].line == 8 - 1
    assert entry.translated == ("id", "en")
    assert entry.paths == (PRODUCT, "content/products/koper.en.md", "content/products/koper.ja.md")


def test_faults_of_translations_are_told_in_their_files() -> None:
    base = MINIMAL[PRODUCT] + "foto:\n  - {berkas: koper/a.jpg, teks_alt: Depan}\n"
    _, problems = read(
        PRODUCT,
        base,
        en="price: 2\nsummary: Light\nnaem: x\nphotos:\n  - {file: koper/b.jpg, alt: Front}\n"
        "  - {file: koper/c.jpg, alt: A}\n",
        ja="nama: {id: x}\n",
    )
    en, ja = "content/products/koper.en.md", "content/products/koper.ja.md"
    assert [(problem.at, problem.key) for problem in problems] == [
        (Span(en, 2, 1), "translation-fact"),
        (Span(en, 3, 1), "translation-extra"),
        (Span(en, 4, 1), "field-unknown.near"),
        (Span(en, 6, 5), "translation-extra.item"),
        (Span(en, 7, 5), "translation-extra.item"),
        (Span(ja, 2, 7), "field-type.inline"),
    ]


def test_items_of_a_list_are_matched_by_what_they_are_about() -> None:
    entry, problems = read(
        SHOP,
        MINIMAL[SHOP] + "foto:\n- {berkas: a/1.jpg, teks_alt: Satu}\n- {berkas: a/2.jpg, teks_alt: Dua}\n"
        "tutup_pada:\n- {tanggal: 2026-03-20, catatan: Lebaran}\n- {tanggal: 2026-12-25}\n",
        en="photos:\n- {file: a/2.jpg, alt: Two}\nclosed_on:\n- {date: 2026-03-20, note: Eid}\n",
    )
    assert entry is not None
    assert [photo.alt.texts for photo in entry.meta.photos] == [{"id": "Satu"}, {"id": "Dua", "en": "Two"}]
    assert isinstance(entry.facts, Shop)
    assert entry.facts.closed_on[0].note == Localized({Lang("id"): "Lebaran", Lang("en"): "Eid"})
    assert entry.facts.closed_on[1].note is None
    assert [problem.key for problem in problems] == ["translation-incomplete.list"]


def test_the_second_item_of_a_translation_with_the_same_key_is_the_second_of_the_base() -> None:
    entry = good(
        VISIT,
        "nama: Belanja\ntema: belanja\nlama_menit: 120\nperhentian:\n"
        "- {menit: 10, toko: a, catatan: Pagi}\n- {menit: 5, tempat: a, catatan: Makan}\n"
        "- {menit: 10, toko: a, catatan: Sore}\n",
        en="name: Shopping\nstops:\n- {shop: a, note: Morning}\n- {toko: a, note: Evening}\n"
        "- {place: a, note: Meal}\n",
    )
    assert isinstance(entry.facts, Visit)
    # Written in two languages, so each is a text; the fault would be no `texts`.
    notes = [stop.note.texts["en"] for stop in entry.facts.stops if stop.note is not None]  # type: ignore[index]
    assert notes == ["Morning", "Meal", "Evening"]


MARKET = "content/markets/jepang.md"


NEEDS = "nama: Jepang\nnegara: JP\npersyaratan: [Baru, Label, Karton]\n"


def test_a_list_of_texts_has_as_many_in_each_language() -> None:
    _, problems = read(MARKET, NEEDS, en="name: Japan\nrequirements: [Label en, Carton en]\n")
    values = {"field": "requirements", "base": MARKET, "count": "3", "found": "2"}
    assert problems == (Problem("translation-count", Span("content/markets/jepang.en.md", 3, 1), "", values),)
    entry = good(MARKET, NEEDS, en="name: Japan\nrequirements: [New, Label, Carton]\n")
    assert isinstance(entry.facts, Market)
    # As above.
    assert [text.texts["en"] for text in entry.facts.requirements] == ["New", "Label", "Carton"]  # type: ignore[index]


def test_items_of_a_translation_that_do_not_say_what_they_are_about_are_as_many_as_in_the_base() -> None:
    base = MINIMAL[SHOP] + "tutup_pada:\n- {tanggal: 2026-03-20, catatan: A}\n- {tanggal: 2026-12-25}\n"
    _, problems = read(SHOP, base, en="closed_on:\n- {note: Eid}\n")
    assert [problem.key for problem in problems] == ["translation-count"]


def test_a_small_text_that_is_not_translated_is_a_warning_and_the_page_is_translated() -> None:
    base = MINIMAL[PRODUCT] + "satuan: buah\nfoto:\n  - {berkas: koper/a.jpg, teks_alt: Depan}\n---\nIsi\n"
    entry, problems = read(PRODUCT, base, en="name: Suitcase\n---\nBody\n")
    assert entry is not None
    assert entry.translated == ("id", "en")
    at = Span("content/products/koper.en.md")
    values = {
        "fields": "`satuan`, `foto.teks_alt`",
        "base": PRODUCT,
        "lines": "5, 7",
        "suggestion": "`satuan: …`, `foto: [{berkas: …, teks_alt: …}]`",
        "keys": "`berkas`",
    }
    assert problems == (Problem("translation-incomplete", at, "list", values, Severity.WARNING),)


@pytest.mark.parametrize(
    ("path", "base", "name", "followed"),
    [
        (
            SHOP,
            MINIMAL[SHOP] + "tutup_pada:\n- {tanggal: 2026-03-20, catatan: Lebaran}\n"
            "- {tanggal: 2026-12-25, catatan: Natal}\n",
            "",
            "tutup_pada: [{tanggal: 2026-03-20, catatan: Eid}, {tanggal: 2026-12-25, catatan: Christmas}]\n",
        ),
        (
            VISIT,
            MINIMAL[VISIT].replace("toko: intako", "toko: intako, catatan: Pagi"),
            "name: Shopping\n",
            "perhentian: [{toko: intako, catatan: Morning}]\n",
        ),
        (PRODUCT, MINIMAL[PRODUCT] + "satuan: buah\n", "name: Suitcase\n", "satuan: piece\n"),
    ],
)
def test_a_hint_on_a_missing_translation_that_is_followed_leaves_nothing_to_tell(
    path: str, base: str, name: str, followed: str
) -> None:
    _, before = read(path, base, en=f"{name}diperiksa:\n")
    assert [problem.code for problem in before if problem.code != "translation-fact"] == [
        "translation-incomplete"
    ]
    suggested = before[-1].values["suggestion"].strip("`").partition(":")[0]
    assert followed.startswith(f"{suggested}:")
    assert read(path, base, en=f"{name}{followed}")[1] == ()


def test_a_list_of_texts_that_is_not_translated_is_one_warning() -> None:
    entry, problems = read(MARKET, NEEDS, en="name: Japan\n")
    assert entry is not None
    assert entry.translated == ("id", "en")
    assert [(problem.key, problem.values["fields"]) for problem in problems] == [
        ("translation-incomplete", "`persyaratan`")
    ]


def test_a_text_given_inline_and_in_a_translation_is_told() -> None:
    _, problems = read(PAGE, "judul: {id: A, en: B}\n", en="title: C\n")
    assert [(problem.at, problem.key) for problem in problems] == [
        (Span("content/pages/tentang.en.md", 2, 8), "text-twice")
    ]
    assert problems[0].values == {"field": "title", "line": "2"}


def test_a_proper_name_needs_no_translation_other_texts_do() -> None:
    assert good(SHOP, MINIMAL[SHOP]).translated == LANGS
    assert good(PRODUCT, MINIMAL[PRODUCT]).translated == ("id",)
    assert good(PRODUCT, MINIMAL[PRODUCT], ja="nama: カバン\n").translated == ("id", "ja")
    assert good(SHOP, MINIMAL[SHOP] + "ringkasan: {id: a, ja: b}\n").translated == ("id", "ja")
    assert good(SHOP, MINIMAL[SHOP] + "---\nIsi\n").translated == ("id",)


def test_a_translation_without_its_base_file_is_told() -> None:
    document = document_of("content/shops/a.en.md", "---\nname: Shop\n---\n")
    assert read_entry(None, [document], LANGS) == (
        None,
        (Problem("translation-orphan", Span("content/shops/a.en.md"), "", {"base": "content/shops/a.md"}),),
    )
