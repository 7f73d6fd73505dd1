"""What needs more than one file: references, figures that must agree, and age."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.messages import sentence_for
from site_builder.model.catalog import AnyEntry, Catalog
from site_builder.model.config import Language, SiteConfig, Vocabulary
from site_builder.model.localized import Localized
from site_builder.model.readers.words import UNITS
from site_builder.model.values import Quantity
from site_builder.names import EntryId, Kind, Lang, SourcePath
from site_builder.problems import Problem, Severity, Span
from site_builder.source.documents import Document
from site_builder.validate.age import check_age, year_before
from site_builder.validate.charts import check_charts
from site_builder.validate.figures import Range, check_figures, evaluate, range_of
from site_builder.validate.places import FieldPath, span_of
from site_builder.validate.positions import check_positions
from site_builder.validate.references import check_references, check_vocabulary
from site_builder.validate.samples import check_samples
from tests.unit.validate.files import LANGS, document_of, framed, good, told
from tests.unit.validate.test_entries import CHART, FIGURE, MINIMAL, PRODUCT, SHOP, VISIT

WORDS = Vocabulary(
    categories={"koper": Localized({Lang("id"): "Koper"})},
    materials={
        "kulit-sapi": Localized({Lang("id"): "Kulit sapi"}),
        "kanvas": Localized({Lang("id"): "Kanvas"}),
    },
)


class Site:
    """Some entries, put together, whose files can be asked for places."""

    def __init__(self, files: dict[str, str], config: str = "") -> None:
        entries: dict[Kind, dict[EntryId, AnyEntry]] = {kind: {} for kind in Kind}
        self.documents: dict[str, Document] = {}
        for path, text in files.items():
            entry = good(path, text)
            entries[entry.kind][entry.id] = entry
            self.documents[path] = document_of(path, framed(path, text))
        menu = tuple(EntryId(word) for word in config.split())
        self.documents["content/site.yaml"] = document_of("content/site.yaml", f"menu: [{', '.join(menu)}]\n")
        site = SiteConfig(Localized({Lang("id"): "X"}), (Language("id", "Indonesia"),), menu=menu)
        self.catalog = Catalog(site, WORDS, **{kind.value: entries[kind] for kind in Kind})  # type: ignore[arg-type]

    def locate(self, path: SourcePath, field: FieldPath) -> Span:
        return span_of(self.documents[path], field)


def references(
    files: dict[str, str],
    menu: str = "",
    hidden: frozenset[tuple[Kind, EntryId]] = frozenset(),
    unread: frozenset[tuple[Kind, EntryId]] = frozenset(),
) -> list[Problem]:
    site = Site(files, menu)
    return told(check_references(site.catalog, site.locate, hidden, unread))


INTAKO = "content/shops/intako.md"


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
    assert good(FIGURE, text).facts.unit == unit  # type: ignore[union-attr]
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


def figure(value: str, equals: str = "") -> str:
    text = MINIMAL[FIGURE].replace("4,16", f'"{value}"')
    return f'{text}equals: "{equals}"\n' if equals else text


def figures(**texts: str) -> list[Problem]:
    site = Site({f"content/figures/{name.replace('_', '-')}.yaml": text for name, text in texts.items()})
    return told(check_figures(site.catalog, site.locate))


@pytest.mark.parametrize(
    "equals",
    [
        "ekspor-2017 * 1,0628",
        "ekspor-2017*1.0628",
        "[ekspor-2017] × 1,0628",
        "(ekspor-2017 * 1,0628)",
        "ekspor-2017 + 0,25",
        "ekspor-2017 - -0,25",
        "2 * ekspor-2017 / 2 + 0,25",
    ],
)
def test_an_expression_that_holds_within_the_rounding_is_fine(equals: str) -> None:
    assert figures(ekspor_2017=figure("3,91"), ekspor_2018=figure("4,16", equals)) == []


def test_the_seed_articles_figure_does_not_fit_and_both_numbers_are_told() -> None:
    (problem,) = figures(ekspor_2017=figure("3,1"), ekspor_2018=figure("4,16", "ekspor-2017 * 1,0628"))
    assert problem == Problem(
        "figure-unequal",
        Span("content/figures/ekspor-2018.yaml", 7, 9),
        "",
        {"value": "4.16", "computed": "3.2947", "expression": "ekspor-2017 * 1,0628"},
    )


@pytest.mark.parametrize(
    ("factors", "computed"),
    [(1, "999999999999999"), (8, "1.00 × 10^120"), (99, "1.00 × 10^1485")],
)
def test_a_result_of_any_length_is_told(factors: int, computed: str) -> None:
    (problem,) = figures(ekspor_2018=figure("4,16", " * ".join(["999999999999999"] * factors)))
    assert (problem.code, problem.at.line, problem.values["computed"]) == ("figure-unequal", 7, computed)


@pytest.mark.parametrize(
    ("equals", "key", "values"),
    [
        ("ekspr-2017 * 2", "figure-unknown.near", {"value": "ekspr-2017", "suggestion": "ekspor-2017"}),
        ("ekspor-2017-x", "figure-unknown.near", {"value": "ekspor-2017-x", "suggestion": "ekspor-2017"}),
        ("[qqq]", "figure-unknown", {"value": "qqq"}),
        ("__import__('os')", "expression-form", {"value": "__import__('os')"}),
        ("ekspor-2017 ** 2", "expression-form", {"value": "*"}),
        ("ekspor-2017 2", "expression-form", {"value": "2"}),
        ("ekspor-2017 *", "expression-form.end", {}),
        ("(ekspor-2017", "expression-form.end", {}),
        ("ekspor-2017 / 0", "expression-form.zero", {}),
        ("ekspor-2017 / (ekspor-2017 - ekspor-2017)", "expression-form.zero", {}),
        ("(" * 60 + "1" + ")" * 60, "expression-form.end", {}),
        ("1 + " * 300 + "1", "expression-form", None),
        ("14,260", "expression-form", {"value": "14,260"}),
        ("1e300", "expression-form", {"value": "1e300"}),
        ("1,5juta", "expression-form", {"value": "1,5juta"}),
        ("2 ekspor-2017", "expression-form", {"value": "ekspor-2017"}),
    ],
)
def test_an_expression_that_cannot_be_computed_is_told(
    equals: str, key: str, values: dict[str, str] | None
) -> None:
    (problem,) = figures(ekspor_2017=figure("3,1"), ekspor_2018=figure("4,16", equals))
    assert problem.key == key
    assert values is None or problem.values == values
    assert problem.at == Span("content/figures/ekspor-2018.yaml", 7, 9)


def test_a_figure_that_is_computed_from_itself_is_told_on_every_way() -> None:
    (problem,) = figures(perajin_2019=figure("4", "[perajin-2019]"))
    assert problem == Problem(
        "figure-circle",
        Span("content/figures/perajin-2019.yaml", 7, 9),
        "",
        {"way": "perajin-2019 = perajin-2019"},
    )
    found = figures(a=figure("4", "b + 0"), b=figure("4", "c * 1"), c=figure("4", "a"), d=figure("4", "a"))
    assert [(p.key, p.at.path[-6], p.values["way"]) for p in found] == [
        ("figure-circle", "a", "a = b = c = a"),
        ("figure-circle", "b", "b = c = a = b"),
        ("figure-circle", "c", "c = a = b = c"),
    ]


def test_rounded_and_approximate_figures_are_ranges() -> None:
    assert range_of(Quantity(Decimal("4.16"))) == Range(Decimal("4.155"), Decimal("4.165"))
    assert range_of(Quantity(Decimal("2500"))) == Range(Decimal("2499.5"), Decimal("2500.5"))
    assert range_of(Quantity(Decimal("2500"), approximate=True)) == Range(Decimal(2450), Decimal(2550))


numbers = st.integers(-50, 50).map(str)
expressions = st.recursive(
    numbers.map(lambda number: f"({number})"),
    lambda inner: st.tuples(inner, st.sampled_from("+-*"), inner).map(lambda parts: f"({' '.join(parts)})"),
    max_leaves=8,
)


@given(expressions)
def test_exact_numbers_are_computed_as_arithmetic_says(expression: str) -> None:
    expected = Fraction(eval(expression))  # noqa: S307  made of numbers and signs just now
    computed = evaluate(expression, lambda _: None)
    assert computed is not None
    assert Fraction(computed.low) == Fraction(computed.high) == expected


@pytest.mark.parametrize("expression", ["“1 + 2”", "„1 + 2“", "‘1 + 2’"])
def test_typographic_quotes_around_an_expression_mean_nothing(expression: str) -> None:
    assert evaluate(expression, lambda _: None) == Range(Decimal(3), Decimal(3))


def test_a_real_product_at_a_made_up_shop_is_warned_of_where_it_names_it() -> None:
    sample, product = MINIMAL[SHOP] + "contoh: ya\n", MINIMAL[PRODUCT] + "toko: intako\n"
    site = Site({INTAKO: sample, PRODUCT: product})
    (problem,) = told(check_samples(site.catalog, site.locate))
    values = {"value": "intako", "file": INTAKO}
    assert problem == Problem("shop-sample", Span(PRODUCT, 5, 7), "", values, Severity.WARNING)
    for files in (
        {INTAKO: sample, PRODUCT: f"{product}contoh: ya\n"},
        {INTAKO: MINIMAL[SHOP], PRODUCT: product},
    ):
        site = Site(files)
        assert told(check_samples(site.catalog, site.locate)) == []


def test_years_that_have_not_come_yet_are_told() -> None:
    site = Site(
        {
            INTAKO: MINIMAL[SHOP] + "sejak: 2027\n",
            SHOP: MINIMAL[SHOP] + "sejak: 2026\n",
            PRODUCT: MINIMAL[PRODUCT] + "harga_diberitakan: {terendah: 5000, tahun: 2099, sumber: X}\n",
        }
    )
    found = told(check_age(site.catalog, "2026-11-23", site.locate))
    assert [(p.at.path, p.at.line, p.at.column, p.key, p.severity) for p in found] == [
        (INTAKO, 6, 8, "year-future", Severity.ERROR),
        (PRODUCT, 5, 44, "year-future", Severity.ERROR),
    ]


@pytest.mark.parametrize(
    ("today", "found"),
    [
        ("2026-11-23", [("content/events/a.md", 4), ("content/events/b.md", 3)]),
        ("0001-01-01", [("content/events/b.md", 3)]),
    ],
)
def test_years_that_are_odd_for_an_event_are_warned_of(today: str, found: list[tuple[str, int]]) -> None:
    """A clock before Sentra was made knows nothing of the future."""
    site = Site(
        {
            "content/events/a.md": "nama: X\nmulai: 2036-12-01\nselesai: 2037-01-01\n",
            "content/events/b.md": "nama: X\nmulai: 1927-03-01\n",
            "content/events/c.md": "nama: X\nmulai: 1970-03-01\n",
        }
    )
    problems = told(check_age(site.catalog, today, site.locate))
    assert {problem.key for problem in problems} == {"event-year"}
    assert {problem.severity for problem in problems} == {Severity.WARNING}
    assert [(problem.at.path, problem.at.line) for problem in problems] == found


def test_a_stretch_can_not_start_from_itself() -> None:
    stretch = "nama: X\nkira_kira: {dari: jalan, arah: barat, meter: 20000}\n"
    site = Site({"content/places/jalan.md": stretch, "content/places/gang.md": stretch})
    (problem,) = told(check_positions(site.catalog, site.locate))
    assert (problem.key, problem.at) == ("stretch-self", Span("content/places/jalan.md", 3, 19))


@pytest.mark.parametrize("north", [1, 2, 4])
def test_however_many_points_lack_their_minus_these_are_told_and_no_other(north: int) -> None:
    shops = {
        f"content/shops/t{number}.md": MINIMAL[SHOP]
        + f"lokasi: {{lintang: {'' if number < north else '-'}7.50{number}, bujur: 112.71{number}}}\n"
        for number in range(4)
    }
    site = Site(shops)
    problems = told(check_positions(site.catalog, site.locate))
    assert [(one.key, one.at.path) for one in problems] == [
        ("location-sign.lat", f"content/shops/t{number}.md") for number in range(north)
    ]
    assert problems[0].values["suggestion"] == "-7.5"


def test_a_chart_of_several_units_is_warned_of_at_the_row_that_differs() -> None:
    other = MINIMAL[FIGURE].replace("usd-billion", "percent")
    chart = "judul: X\njenis: batang\nketerangan: X\n"
    site = Site(
        {
            "content/figures/a.yaml": MINIMAL[FIGURE],
            "content/figures/b.yaml": other,
            "content/charts/a.yaml": f"{chart}angka: [a, b]\n",
            "content/charts/b.yaml": f"{chart}baris:\n  - {{angka: a}}\n  - {{label: X, nilai: 4}}\n",
            "content/charts/c.yaml": (
                f"{chart}satuan: percent\nbaris:\n  - {{angka: a}}\n  - {{label: X, nilai: 4}}\n"
            ),
            "content/charts/d.yaml": f"{chart}angka: [a, b]\n".replace("batang", "tabel"),
            "content/charts/e.yaml": f"{chart}angka: [b]\nbaris:\n  - {{angka: a}}\n".replace(
                "batang", "garis"
            ),
        }
    )
    found = told(check_charts(site.catalog, site.locate))
    assert [(p.at.path[-6], p.at.line, p.at.column, p.values["units"]) for p in found] == [
        ("a", 4, 12, "`usd-billion`, `percent`"),
        ("c", 7, 23, "`usd-billion`, `percent`"),
        ("e", 6, 13, "`percent`, `usd-billion`"),
    ]
    assert {(p.key, p.severity) for p in found} == {("chart-units", Severity.WARNING)}


def test_old_facts_and_ended_certificates_are_warnings_at_their_days() -> None:
    site = Site(
        {
            INTAKO: MINIMAL[SHOP] + "diperiksa: 2025-11-22\n",
            SHOP: MINIMAL[SHOP] + "diperiksa: 2025-11-23\n",
            "content/shops/b.md": MINIMAL[SHOP] + "diperiksa: 2026-11-24\n",
            PRODUCT: MINIMAL[PRODUCT] + "sertifikat:\n  - nama: X\n    berakhir: 2026-11-23\n",
        }
    )
    found = told(check_age(site.catalog, "2026-11-23", site.locate))
    assert [(p.at.path, p.at.line, p.at.column, p.key, p.severity) for p in found] == [
        (INTAKO, 6, 12, "verified-old", Severity.WARNING),
        ("content/shops/b.md", 6, 12, "verified-future", Severity.WARNING),
        (PRODUCT, 7, 15, "certificate-expired", Severity.WARNING),
    ]
    assert year_before("2024-02-29") == "2023-02-29"
