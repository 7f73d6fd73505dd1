"""What entries name, by id or by a word of the vocabulary: other entries, words, languages."""

from __future__ import annotations

import pytest

from site_builder.messages import sentence_for
from site_builder.model.config import Vocabulary
from site_builder.model.localized import Localized
from site_builder.model.readers.words import UNITS
from site_builder.names import EntryId, Kind, Lang
from site_builder.problems import Problem, Severity, Span
from site_builder.validate.places import span_of
from site_builder.validate.references import check_references, check_vocabulary
from tests.unit.validate.files import LANGS, document_of, good, told
from tests.unit.validate.sites import INTAKO, Site
from tests.unit.validate.test_entries import CHART, FIGURE, MINIMAL, PRODUCT, SHOP, VISIT


def references(
    files: dict[str, str],
    menu: str = "",
    hidden: frozenset[tuple[Kind, EntryId]] = frozenset(),
    unread: frozenset[tuple[Kind, EntryId]] = frozenset(),
) -> list[Problem]:
    site = Site(files, menu)
    return told(check_references(site.catalog, site.locate, hidden, unread))


def test_references_that_lead_somewhere_are_fine() -> None:
    files = {
        INTAKO: MINIMAL[SHOP],
        PRODUCT: MINIMAL[PRODUCT] + "toko: intako\n",
        VISIT: MINIMAL[VISIT],
        "content/pages/kunjungi.md": "judul: Kunjungi\n",
        FIGURE: MINIMAL[FIGURE],
    }
    assert references(files, menu="kunjungi") == []


def test_dangling_references_are_told_at_the_exact_value() -> None:
    files = {
        INTAKO: MINIMAL[SHOP],
        PRODUCT: "nama: K\nkategori: kopper\nbahan: [kanvas, Kulit sapi, emas]\ntoko: intakko\nwarna: xyz\n",
        VISIT: "nama: B\ntema: belanja\nlama_menit: 9\nperhentian:\n  - {menit: 1, tempat: candi}\n",
        CHART: MINIMAL[CHART],
        FIGURE: MINIMAL[FIGURE].replace("usd-billion", "orang"),
    }
    found = [
        (p.at.path, p.at.line, p.at.column, p.key, p.values.get("suggestion"))
        for p in references(files, "kunjungi")
    ]
    assert found == [
        (PRODUCT, 3, 11, "term-unknown.near", "koper"),
        (PRODUCT, 4, 17, "term-unknown.near", "kulit-sapi"),
        (PRODUCT, 4, 29, "term-unknown.several", None),
        (PRODUCT, 5, 7, "reference-missing.near-shop", "intako"),
        (PRODUCT, 6, 8, "term-unknown", None),
        (VISIT, 6, 24, "reference-missing", None),
        (FIGURE, 3, 9, "term-unknown.several", None),
        (CHART, 4, 9, "reference-missing.list", None),
        (CHART, 4, 12, "reference-missing.list", None),
        ("content/site.yaml", 1, 8, "reference-missing.list", None),
    ]


@pytest.mark.parametrize("line", ["alias: [/toko/tas-bu-lilik/]", "slug: tas-bu-lilik"])
def test_a_shop_whose_file_was_renamed_is_named_and_no_other_that_looks_like_it(line: str) -> None:
    files = {
        "content/shops/lilik-collection.md": f"{MINIMAL[SHOP]}{line}\n",
        "content/shops/tas-bu-lilit.md": MINIMAL[SHOP],
        PRODUCT: MINIMAL[PRODUCT] + "toko: tas-bu-lilik\n",
        VISIT: "nama: B\ntema: belanja\nlama_menit: 9\nperhentian:\n  - {menit: 1, toko: tas-bu-lilik}\n",
    }
    found = references(files)
    assert [(p.key, p.values["suggestion"]) for p in found] == [
        ("reference-missing.renamed", "lilik-collection")
    ] * 2
    assert sentence_for(found[0], "id").message == (
        "tidak ada berkas `content/shops/tas-bu-lilik.md`; menurut `alias` atau `slug`-nya, itu nama lama "
        "`lilik-collection`"
    )


def test_a_former_name_that_two_shops_claim_leads_to_neither() -> None:
    shop = f"{MINIMAL[SHOP]}alias: [/toko/lama/]\n"
    files = {
        INTAKO: shop,
        "content/shops/sinar.md": shop,
        PRODUCT: MINIMAL[PRODUCT] + "toko: lama\n",
    }
    (fault,) = references(files)
    assert fault.key == "reference-missing.shop"
    assert sentence_for(fault, "id").hint.startswith(
        "kalau berkas toko itu terhapus tanpa sengaja, kembalikan dari cadangan; "
    )


@pytest.mark.parametrize(
    ("written", "unit"),
    [(f'"{name}"', unit) for unit, names in UNITS.items() for name in names]
    + [("Persen", "percent"), ("Miliar  dolar AS", "usd-billion")],
)
def test_a_unit_that_needs_no_vocabulary_may_be_called_by_its_names(written: str, unit: str) -> None:
    text = MINIMAL[FIGURE].replace("usd-billion", written)
    # `good` gives an entry of any kind; this one is a figure.
    assert good(FIGURE, text).facts.unit == unit  # type: ignore[union-attr]  # a figure
    assert references({FIGURE: text}) == []


@pytest.mark.parametrize(("written", "offered"), [("percnt", "percent"), ("persn", "percent")])
def test_a_unit_that_needs_no_vocabulary_is_offered(written: str, offered: str) -> None:
    (problem,) = references({FIGURE: MINIMAL[FIGURE].replace("usd-billion", written)})
    assert (problem.key, problem.values["suggestion"]) == ("term-unknown.near", offered)


@pytest.mark.parametrize("written", ["ekspor; ekspr", "ekspor, ekspr", "ekspor dan ekspr"])
def test_several_ids_in_one_text_are_offered_as_a_list(written: str) -> None:
    chart = MINIMAL[CHART].replace("[a, b]", written)
    (problem,) = references({FIGURE: MINIMAL[FIGURE], CHART: chart})
    assert (problem.key, problem.values["suggestion"]) == ("reference-missing.several", "[ekspor, ekspor]")


def test_ids_in_one_text_that_are_too_long_to_paste_are_told_without_a_cut_list() -> None:
    ids = [f"ekspor-dari-kabupaten-ke-negara-lain-{year}" for year in range(2008, 2018)]
    (problem,) = references({CHART: MINIMAL[CHART].replace("[a, b]", ", ".join(ids))})
    assert problem.key == "reference-missing.several-long"
    assert "kurung siku" in sentence_for(problem, "id").hint
    (problem,) = references({CHART: MINIMAL[CHART].replace("[a, b]", ", ".join(ids[:5]))})
    assert problem.values["suggestion"] == f"[{', '.join(ids[:5])}]"


def test_words_in_one_text_that_are_too_long_to_paste_are_told_without_a_cut_list() -> None:
    words = ", ".join(f"kulit-sapi-pilihan-nomor-{number}" for number in range(20))
    (problem,) = references({PRODUCT: f"nama: K\nkategori: koper\nbahan: {words}\n"})
    assert problem.key == "term-unknown.list-long"
    assert "kurung siku" in sentence_for(problem, "id").hint


def test_an_id_may_be_found_behind_its_folder_and_its_ending() -> None:
    text = MINIMAL[PRODUCT] + "toko: content/shops/intako.md\n"
    (problem,) = references({INTAKO: MINIMAL[SHOP], PRODUCT: text})
    assert (problem.key, problem.values["suggestion"]) == ("reference-missing.near-shop", "intako")


def test_several_words_in_one_text_are_offered_as_a_list() -> None:
    (problem,) = references({PRODUCT: "nama: K\nkategori: koper\nbahan: kulit-sapi, kanvas\n"})
    assert (problem.key, problem.values["suggestion"]) == ("term-unknown.list", "[kulit-sapi, kanvas]")


def test_of_a_product_without_its_shop_the_line_is_never_to_be_deleted() -> None:
    files = {PRODUCT: MINIMAL[PRODUCT] + "toko: tas-mawar\n", "content/shops/tas-kenari.md": MINIMAL[SHOP]}
    (problem,) = references(files)
    assert problem.key == "reference-missing.shop"
    assert "hapus berkas produk ini, atau tulis toko yang kini menjualnya" in sentence_for(problem, "id").hint


def test_hidden_entries_may_not_be_named_but_may_name_others() -> None:
    files = {INTAKO: MINIMAL[SHOP], PRODUCT: MINIMAL[PRODUCT] + "toko: intako\n"}
    hidden = frozenset({(Kind.SHOPS, EntryId("intako"))})
    assert references(files, hidden=hidden) == [
        Problem(
            "reference-hidden",
            Span(PRODUCT, 5, 7),
            "shop",
            {"value": "intako", "file": "content/shops/intako.md"},
        )
    ]
    assert references(files, hidden=hidden | {(Kind.PRODUCTS, EntryId("koper"))}) == []


def test_to_name_an_entry_that_could_not_be_read_is_no_second_fault() -> None:
    files = {PRODUCT: MINIMAL[PRODUCT] + "toko: intako\n"}
    assert references(files, unread=frozenset({(Kind.SHOPS, EntryId("intako"))})) == []


def test_words_without_a_language_are_a_warning_at_the_word() -> None:
    document = document_of("content/vocabulary.yaml", "bahan:\n  kanvas: {id: Kanvas}\n")
    vocabulary = Vocabulary(materials={"kanvas": Localized({Lang("id"): "Kanvas"})})
    found = check_vocabulary(vocabulary, LANGS, lambda _, field: span_of(document, field))
    assert found == (
        Problem(
            "term-untranslated",
            Span("content/vocabulary.yaml", 2, 11),
            "",
            {"term": "kanvas", "languages": "en, ja", "form": "kanvas: {id: Kanvas, en: …, ja: …}"},
            Severity.WARNING,
        ),
    )


def test_words_of_a_section_that_lack_the_same_languages_are_one_warning() -> None:
    words = "kanvas: {id: Kanvas}\n  kulit: {id: Kulit}\n  rotan: {id: Rotan, en: Rattan}"
    document = document_of("content/vocabulary.yaml", f"bahan:\n  {words}\n")
    names = {"kanvas": {"id": "Kanvas"}, "kulit": {"id": "Kulit"}, "rotan": {"id": "Rotan", "en": "Rattan"}}
    vocabulary = Vocabulary(
        materials={
            term: Localized({Lang(lang): text for lang, text in texts.items()})
            for term, texts in names.items()
        }
    )
    found = check_vocabulary(vocabulary, LANGS, lambda _, field: span_of(document, field))
    assert [(p.at.line, p.key, p.values.get("count"), p.values["languages"]) for p in found] == [
        (2, "term-untranslated.several", "2", "en, ja"),
        (4, "term-untranslated", None, "ja"),
    ]
    assert [p.values["form"] for p in found] == [
        "kanvas: {id: Kanvas, en: …, ja: …}",
        "rotan: {id: Rotan, en: Rattan, ja: …}",
    ]


def test_words_of_several_sections_that_lack_a_language_are_one_warning() -> None:
    text = "bahan:\n  kanvas: {id: Kanvas}\nwarna:\n  hitam: {id: Hitam}\n"
    document = document_of("content/vocabulary.yaml", text)
    vocabulary = Vocabulary(
        materials={"kanvas": Localized({Lang("id"): "Kanvas"})},
        colours={"hitam": Localized({Lang("id"): "Hitam"})},
    )
    (found,) = check_vocabulary(vocabulary, LANGS, lambda _, field: span_of(document, field))
    assert (found.key, found.values["count"]) == ("term-untranslated.sections", "2")
    assert found.values["sections"] == "bahan/materials (1), warna/colours (1)"


YULI = "content/shops/tas-kulit-bu-yuli-barokah.md"


@pytest.mark.parametrize("written", ["Tas Kulit Bu Yuli", "tas-kulit-bu-yuli", "Sinar Barokah"])
def test_an_entry_is_offered_by_its_words_and_by_the_name_that_readers_see(written: str) -> None:
    shop = MINIMAL[SHOP].replace("nama: Toko", "nama: Sinar Barokah")
    files = {YULI: shop, PRODUCT: f"{MINIMAL[PRODUCT]}toko: {written}\n"}
    (problem,) = references(files)
    assert sentence_for(problem, "id").hint == (
        "mungkin maksudnya `tas-kulit-bu-yuli-barokah`; kalau bukan, dan berkas tokonya terhapus tanpa"
        " sengaja,"
        " kembalikan dari cadangan"
    )


def test_so_is_a_page_of_the_menu() -> None:
    (problem,) = references({"content/pages/tentang.md": "judul: Tentang sentra\n"}, menu="Tentang-kami")
    assert problem.values["suggestion"] == "tentang"


def test_several_entries_of_these_words_are_all_offered() -> None:
    files = {f"content/shops/sinar-{name}.md": MINIMAL[SHOP] for name in ("jaya", "terang")}
    (problem,) = references({**files, PRODUCT: f"{MINIMAL[PRODUCT]}toko: sinar\n"})
    assert sentence_for(problem, "id").hint.startswith(
        "mungkin maksudnya salah satu dari `sinar-jaya`, `sinar-terang`; "
    )
