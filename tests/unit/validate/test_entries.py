"""One entry from its files: names in two languages, texts in all, every fault at its place in one run."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model.entries import Chart, Figure, Market, Page, Product, Shop, Visit
from site_builder.model.localized import Localized
from site_builder.model.values import PriceRange, Quantity
from site_builder.names import EntryId, Kind, Lang
from site_builder.problems import Problem, Severity, Span
from site_builder.validate.entries import is_draft, read_entry
from site_builder.validate.places import span_of
from site_builder.validate.shapes import shape_of_kind
from tests.unit.validate.files import LANGS, document_of, faults, framed, good, read

SHOP = "content/shops/a.md"
PRODUCT = "content/products/koper.md"
FIGURE = "content/figures/ekspor.yaml"
CHART = "content/charts/ekspor.yaml"
TIMELINE = "content/charts/linimasa.yaml"
VISIT = "content/visits/belanja.md"
EVENT = "content/events/pameran.md"
PAGE = "content/pages/tentang.md"
PLACE = "content/places/candi.md"
STRETCH = "kira_kira: {dari: x, arah: barat, meter: "

MINIMAL = {
    SHOP: "nama: Toko\njenis: toko\nkategori: koper\nalamat: Jl. Raya 1\n",
    PRODUCT: "nama: Koper\nkategori: koper\nbahan: kulit-sapi\n",
    FIGURE: "label: Ekspor\nnilai: 4,16\nsatuan: usd-billion\nperiode: 2018\nlingkup: nasional\n"
    "sumber: {judul: BPS}\n",
    TIMELINE: (
        "judul: Riwayat\njenis: linimasa\nketerangan: Dari awal\nbaris:\n  - {label: 1939, cerita: awal}\n"
    ),
    CHART: "judul: Ekspor\njenis: batang\nketerangan: Nilai ekspor\nangka: [a, b]\n",
    VISIT: "nama: Belanja\ntema: belanja\nlama_menit: 120\nperhentian:\n  - {menit: 30, toko: intako}\n",
    EVENT: "nama: Pameran\nmulai: 2026-02-05\n",
    PAGE: "judul: Tentang\n",
    "content/places/candi.md": "nama: Candi Pari\n",
    "content/stories/mural.md": "judul: Mural\ntanggal: 2018-10-27\n",
    "content/markets/jepang.md": "nama: Jepang\nnegara: JP\n",
}


@pytest.mark.parametrize("path", MINIMAL)
def test_the_required_fields_of_each_kind_are_enough(path: str) -> None:
    entry = good(path, MINIMAL[path])
    assert entry.path == path
    assert entry.translated[0] == "id"


@pytest.mark.parametrize("path", MINIMAL)
def test_each_required_field_is_told_when_it_is_missing(path: str) -> None:
    kind = Kind(path.split("/")[1])
    required = [field.indonesian for field in shape_of_kind(kind).fields if field.required]
    _, problems = read(path, "contoh: ya\n")
    missing = {problem.values["field"] for problem in problems if problem.code == "field-missing"}
    assert missing == set(required)
    assert {problem.at for problem in problems} == {Span(path)}


def test_both_languages_of_names_and_words_give_the_same_entry() -> None:
    indonesian = good(
        PRODUCT,
        "nama: Koper\nkategori: koper\nbahan: [kulit-sapi]\nharga: 250.000\n"
        "ukuran_cm: {lebar: 32,5, tinggi: 40}\nsiap_ekspor: ya\n".replace("32,5", '"32,5"'),
    )
    english = good(
        PRODUCT,
        "name: Koper\ncategory: koper\nmaterials: kulit-sapi\nprice: Rp250.000\n"
        "size_cm: {width: 32.5, height: 40}\nexport_ready: yes\n",
    )
    assert indonesian == english
    assert isinstance(english.facts, Product)
    assert english.facts.price == PriceRange(250000, 250000)
    assert english.facts.size_cm is not None
    assert english.facts.size_cm.width == Quantity(Decimal("32.5"))
    assert english.facts.size_cm.depth is None


@pytest.mark.parametrize("word", ["koperasi", "cooperative", "Koperasi"])
def test_a_choice_is_kept_as_its_english_word(word: str) -> None:
    entry = good(SHOP, MINIMAL[SHOP].replace("jenis: toko", f"jenis: {word}"))
    assert isinstance(entry.facts, Shop)
    assert entry.facts.kind == "cooperative"


def test_a_file_in_english_is_answered_in_english_names() -> None:
    _, problems = read(SHOP, "name: Shop\nkind: shopp\naddress: x\nprcie: 1\ncatgories: [koper]\n")
    assert [(problem.key, problem.values.get("suggestion")) for problem in problems] == [
        ("choice-unknown.near", "shop"),
        ("field-unknown", None),
        ("field-unknown.near", "categories"),
    ]


def test_all_faults_of_a_file_come_in_one_run_at_their_places() -> None:
    text = (
        "nama: Koper\n"
        "name: Suitcase\n"
        "kategori: koper\n"
        "harga: Rp 250rb\n"
        "prcie: 2\n"
        "ukuran_cm: {lebar: abc}\n"
        "foto:\n"
        "  - berkas: koper/a.gif\n"
        "  - x\n"
        "sertifikat:\n"
        "  - nama: SVLK\n"
        "    berakhir: 2024-13-01\n"
        "urutan:\n"
        "terbit: 2026-02-02\n"
        "berakhir: 2026-02-01\n"
    )
    assert faults(PRODUCT, text) == [
        (1, 1, "field-missing"),
        (3, 1, "field-both"),
        (5, 8, "field-type.price-short"),
        (6, 1, "field-unknown.near"),
        (7, 12, "field-missing.inside"),
        (7, 20, "field-type.number"),
        (9, 5, "field-missing.alt"),
        (9, 13, "field-type.photo-ending"),
        (10, 5, "field-type.mapping-block"),
        (13, 15, "field-type.day-unreal"),
        (16, 11, "expires-early"),
    ]


def test_both_names_at_once_name_the_line_of_the_first() -> None:
    _, problems = read(PRODUCT, MINIMAL[PRODUCT] + "name: Suitcase\n")
    assert problems == (
        Problem("field-both", Span(PRODUCT, 5, 1), "", {"field": "name", "other": "nama", "line": "2"}),
    )


def test_what_is_empty_is_not_given() -> None:
    entry = good(
        PRODUCT, MINIMAL[PRODUCT] + "harga:\nwarna: []\nukuran_cm: {}\nringkasan: ''\nfoto: ~\nunit: null\n"
    )
    assert entry.meta.summary is None
    assert entry.meta.photos == ()
    assert isinstance(entry.facts, Product)
    assert (entry.facts.price, entry.facts.colours, entry.facts.size_cm) == (None, (), None)
    assert faults(PRODUCT, "nama:\nkategori: koper\nbahan: []\n") == [
        (2, 6, "field-missing.empty"),
        (4, 8, "field-missing.empty"),
    ]


def test_empty_items_of_a_list_do_not_shift_the_places_of_the_others() -> None:
    text = MINIMAL[SHOP] + "lokapasar:\n  -\n  - {nama: T, tautan: www.t.id}\n"
    assert faults(SHOP, text) == [(8, 23, "field-type.url-scheme")]


def test_texts_may_be_written_with_their_languages_in_place() -> None:
    entry = good(PAGE, "judul: {id: Tentang, en: About}\nringkasan: Halo\n")
    assert entry.meta.name == Localized({Lang("id"): "Tentang", Lang("en"): "About"})
    assert faults(PAGE, "judul: {en: About, xx: y}\n") == [
        (2, 8, "text-default-missing"),
        (2, 20, "language-unknown.inline"),
    ]


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nama: A\ndraf: ya\nharga: abc\n", True),
        ("name: A\ndraft: yes\n", True),
        ("nama: A\ndraf: mungkin\n", False),
        ("nama: A\ndraf: ya\ndraft: yes\n", False),
        ("nama: A\ndraf: [ya]\n", False),
        ("nama: A\n", False),
    ],
)
def test_a_draft_is_known_by_one_clear_field(text: str, expected: bool) -> None:
    assert is_draft(document_of(PRODUCT, framed(PRODUCT, text))) is expected


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


@pytest.mark.parametrize(
    ("path", "more", "expected"),
    [
        (SHOP, "lokasi: {lat: 112.7, lon: -7.5}\n", [(6, 15, "location-range.swapped")]),
        (SHOP, "lokasi: {lat: 112.7, lon: 112.7}\n", [(6, 15, "location-range")]),
        (SHOP, "lokasi: {lat: -7.5}\n", [(6, 9, "field-missing.inside")]),
        (SHOP, "lokasi: -7.5, 112.7\n", [(6, 9, "field-type.mapping-block")]),
        (SHOP, "jam_buka:\n  senin: 8-17\n  mingu: tutup\n", [(8, 3, "field-type.hours-day-near")]),
        (SHOP, "jam_buka:\n  senin: [8-12, 25-26]\n", [(7, 17, "field-type.hours-clock")]),
        (SHOP, "situs: javascript:alert(1)\n", [(6, 8, "field-type.url")]),
        (SHOP, "layanan:\n  -grosir\n", [(7, 3, "field-type.dash")]),
        (SHOP, 'ringkasan: "  "\n', [(6, 12, "text-blank")]),
        (SHOP, "slug: {id: Toko Kita, en: ok}\n", [(6, 12, "field-type.slug-form")]),
        (SHOP, "draf: mungkin\n", [(6, 7, "field-type.yes-no")]),
        (PRODUCT, "harga: {min: 2000, maks: 3}\n", [(5, 20, "field-type.price-part")]),
        (PRODUCT, "harga: {min: 2rb, max: 3000}\n", [(5, 14, "field-type.price-short")]),
        (
            PRODUCT,
            "harga_diberitakan: {min: 3000, max: 2000, tahun: 2018, sumber: X}\n",
            [(5, 37, "field-type.price-order")],
        ),
        (PRODUCT, "ringkasan: [a, b]\n", [(5, 12, "field-type.one-text")]),
        (PRODUCT, "foto: {berkas: x.jpg}\n", [(5, 7, "field-missing.alt")]),
        (VISIT, "  - menit: 10\n", [(7, 5, "stop-target.none")]),
        (VISIT, "  - {menit: 10, toko: a, tempat: b}\n", [(7, 23, "stop-target.both")]),
        (EVENT, "selesai: 2026-02-04\n", [(4, 10, "event-ends-early")]),
        (PAGE, "templat: hom\n", [(3, 10, "choice-unknown.near")]),
        (CHART, "baris:\n  - {label: A}\n", [(6, 5, "chart-row.none")]),
        (CHART, "baris:\n  - {nilai: 1}\n", [(6, 5, "chart-row.label")]),
        (CHART, "baris:\n  - {label: A, nilai: 1, angka: b}\n", [(6, 23, "chart-row.both")]),
        (TIMELINE, "  - {teks: Ramai}\n", [(6, 5, "chart-row.when")]),
        (TIMELINE, "  - {label: 1976}\n", [(6, 5, "chart-row.what")]),
        (TIMELINE, "  - {label: 1976, teks: Ramai, nilai: 3}\n", [(6, 39, "chart-row.counted")]),
        (TIMELINE, "angka: [a]\n", [(6, 8, "chart-row.counted")]),
        (FIGURE, "diperdebatkan:\n  - {nilai: 14,260, sumber: X}\n".replace("14,260", '"14,260"'), [
            (8, 13, "field-type.number-ambiguous")
        ]),
    ],
)  # fmt: skip
def test_rules_and_readers_point_at_the_value(
    path: str, more: str, expected: list[tuple[int, int, str]]
) -> None:
    assert faults(path, MINIMAL[path] + more) == expected


def test_a_figure_needs_a_source_and_a_chart_something_to_draw() -> None:
    assert faults(FIGURE, MINIMAL[FIGURE].replace("sumber: {judul: BPS}\n", "")) == [
        (1, 1, "figure-unsourced")
    ]
    assert faults(CHART, MINIMAL[CHART].replace("angka: [a, b]\n", "")) == [(1, 1, "chart-empty")]


def test_events_on_one_day_and_prices_with_one_end() -> None:
    good(EVENT, MINIMAL[EVENT] + "selesai: 2026-02-05\n")
    good(EVENT, "nama: P\nmulai: 2026-02-05 09.00\nselesai: 2026-02-05 17.00\n")
    assert faults(EVENT, "nama: P\nmulai: 2026-02-05 09.00\nselesai: 2026-02-05 08.00\n") == [
        (4, 10, "event-ends-early")
    ]
    entry = good(
        PRODUCT,
        MINIMAL[PRODUCT] + "harga_diberitakan: {min: 50rb, tahun: 2018, sumber: X}\n".replace("rb", "000"),
    )
    assert isinstance(entry.facts, Product)
    assert entry.facts.price_reported is not None
    assert entry.facts.price_reported.max is None


def test_a_chart_keeps_its_rows_and_their_own_labels() -> None:
    entry = good(CHART, MINIMAL[CHART] + "baris:\n  - {label: A, nilai: 4,1}\n".replace("4,1", '"4,1"'))
    assert isinstance(entry.facts, Chart)
    assert entry.facts.figures == ("a", "b")
    assert entry.facts.rows[0].label == Localized({Lang("id"): "A"})
    assert isinstance(good(FIGURE, MINIMAL[FIGURE]).facts, Figure)
    assert isinstance(good(PAGE, MINIMAL[PAGE]).facts, Page)
    assert isinstance(good(VISIT, MINIMAL[VISIT]).facts, Visit)


def test_an_entry_is_not_under_every_word() -> None:
    words = ", ".join(f"kata-{number}" for number in range(41))
    text = MINIMAL[SHOP].replace("kategori: koper", f"kategori: [{words}]")
    assert faults(SHOP, text) == [(4, 362, "terms-many")]
    assert faults(SHOP, text.replace(", kata-40", "")) == []


def test_names_must_be_one_line() -> None:
    assert faults(PAGE, "judul: |\n  Satu\n  Dua\n") == [(2, 8, "text-lines")]
    assert faults(PAGE, f"judul: {'a' * 201}\n") == [(2, 8, "text-long")]
    assert faults(PAGE, f"judul: {'a' * 200}\n") == []
    assert good(PAGE, "judul: >\n  Satu\n  Dua\n").meta.name.texts == {"id": "Satu Dua"}


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("name",), 2, 7),
        (("photos", 0, "file"), 4, 13),
        (("photos", 1, "alt", "id"), 5, 32),
        (("photos", 1, "credit"), 5, 5),
        (("hours", "minggu"), 6, 20),
        (("categories", 0), 7, 11),
        (("summary",), 1, 1),
    ],
)
def test_a_field_path_leads_back_to_the_value(path: tuple[str | int, ...], line: int, column: int) -> None:
    text = (
        "---\nnama: Toko\nfoto:\n  - berkas: a/1.jpg\n  - {berkas: b, teks_alt: {id: x}}\n"
        "jam_buka: {minggu: tutup}\nkategori: koper\n---\n"
    )
    assert span_of(document_of(SHOP, text), path) == Span(SHOP, line, column)


def test_every_name_of_a_kind_belongs_to_one_field() -> None:
    for kind in Kind:
        names = [name for field in shape_of_kind(kind).fields for name in field.names]
        assert len(names) == len(set(names))


yaml_texts = st.sampled_from(
    ["250rb", "x", "~", "", "[a, b]", "{a: b}", "{id: x}", "- a", "2026-02-30", "'  '", "-7,5"]
)
field_names = st.sampled_from(
    sorted(
        {
            name
            for kind in (Kind.SHOPS, Kind.PRODUCTS)
            for field in shape_of_kind(kind).fields
            for name in field.names
        }
    )
)


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(field_names, yaml_texts, max_size=8), st.dictionaries(field_names, yaml_texts, max_size=4)
)
def test_any_fields_give_an_entry_or_problems_inside_the_files(
    fields: dict[str, str], translated: dict[str, str]
) -> None:
    base, other = (
        "".join(f"{name}: {value}\n" for name, value in part.items()) for part in (fields, translated)
    )
    if "- a" in (*fields.values(), *translated.values()):
        return  # no YAML
    entry, problems = read(PRODUCT, base, en=other)
    assert entry is not None or problems
    texts = {PRODUCT: framed(PRODUCT, base), "content/products/koper.en.md": framed(PRODUCT, other)}
    for problem in problems:
        lines = texts[problem.at.path].split("\n")
        assert 1 <= problem.at.column <= len(lines[problem.at.line - 1]) + 1


def test_ids_are_those_of_the_files() -> None:
    assert good(SHOP, MINIMAL[SHOP]).id == EntryId("a")


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        (PRODUCT, "ukuran_cm: {lebar: -5, tinggi: 0, tebal: 0,1}\n".replace("0,1", '"0,1"'), [
            (5, 20, "amount-nothing"), (5, 32, "amount-nothing"),
        ]),
        (PRODUCT, "harga: 0\n", [(5, 8, "amount-nothing")]),
        (PRODUCT, "harga: {min: 0, max: 5000}\n", [(5, 8, "amount-nothing")]),
        (PRODUCT, "berat_g: 0\n", [(5, 10, "amount-nothing")]),
        (PRODUCT, "berat_g: -5\n", [(5, 10, "field-type.whole-number")]),
        (PRODUCT, "lama_pengerjaan_hari: 0\n", [(5, 23, "amount-nothing")]),
        (PRODUCT, "lama_pengerjaan_hari: 0-3\nberat_g: 1\n", []),
        (PLACE, f"{STRETCH}999999999999999}}\n", [(3, 42, "amount-huge")]),
        (PLACE, f"{STRETCH}0}}\n", [(3, 42, "amount-nothing")]),
        (PLACE, f"{STRETCH}20 km}}\n", [(3, 42, "field-type.whole-number-only")]),
        (PLACE, f"{STRETCH}20000}}\n", []),
    ],
)  # fmt: skip
def test_amounts_that_nothing_can_have_are_told(
    path: str, text: str, told: list[tuple[int, int, str]]
) -> None:
    assert faults(path, MINIMAL[path] + text) == told


def test_a_trip_and_its_stops_take_a_time_that_people_have() -> None:
    text = "nama: B\ntema: belanja\nlama_menit: {}\nperhentian:\n  - {{toko: a, menit: {}}}\n"
    assert faults(VISIT, text.format(20160, 1440)) == []
    assert faults(VISIT, text.format(20161, 999999999999999)) == [
        (4, 13, "amount-huge"),
        (6, 22, "amount-huge"),
    ]
    assert faults(VISIT, text.format(0, 0)) == [(4, 13, "amount-nothing"), (6, 22, "amount-nothing")]


@pytest.mark.parametrize(
    ("period", "key", "suggestion"),
    [
        ("2018/2017", "order", "2017/2018"),
        ("2018-12/2018-01", "order", "2018-01/2018-12"),
        ("2018/2018", "order", "2018"),
        ("2018/", "", None),
        ("/", "", None),
        ("Jan/Feb 2018", "", None),
        ("kira-kira 2013/2014", "", None),
        ("c. 2013/2012", "order", "2012/c. 2013"),
        ("2018-02-30", "unreal", None),
        ("2018-13", "unreal", None),
        ("2018-02-30/2018-03-01", "", None),
    ],
)
def test_the_period_of_a_figure_is_days_in_order(period: str, key: str, suggestion: str | None) -> None:
    _, (problem,) = read(FIGURE, MINIMAL[FIGURE].replace("periode: 2018", f"periode: {period}"))
    assert (problem.code, problem.variant) == ("figure-period", key)
    assert (problem.at, problem.values.get("suggestion")) == (Span(FIGURE, 4, 10), suggestion)


@pytest.mark.parametrize(
    "period",
    [
        "2018",
        "2018-11",
        "2018-11-02",
        "2018-01/2018-09",
        "2017/2018-09",
        "c. 2013",
        "2006/c. 2013",
        "akhir 1990-an",
        "2018-2019",
    ],
)
def test_other_periods_of_figures_are_right(period: str) -> None:
    good(FIGURE, MINIMAL[FIGURE].replace("periode: 2018", f"periode: {period}"))


def test_a_name_in_curly_quotes_is_warned_of_with_straight_ones_to_write() -> None:
    entry, (problem,) = read(PLACE, "nama: “Candi Pari”\n")
    assert entry is not None
    assert (problem.key, problem.severity) == ("text-quotes", Severity.WARNING)
    assert (problem.at.line, problem.at.column) == (2, 7)
    assert problem.values == {"field": "nama", "value": "“Candi Pari”", "suggestion": '"Candi Pari"'}


@pytest.mark.parametrize("name", ["“Candi” dan “Pari”", "Candi “Pari”", "“Candi", "“”", '"Candi"'])
def test_other_curly_quotes_belong_to_the_text(name: str) -> None:
    _, problems = read(PLACE, f"nama: {name}\n")
    assert problems == ()


def test_signs_that_turn_a_name_around_are_left_out_with_a_warning() -> None:
    entry, (problem,) = read(PLACE, 'nama: "Candi \\u202eiraP"\n')
    assert (problem.key, problem.at, problem.severity) == (
        "text-turning",
        Span(PLACE, 2, 7),
        Severity.WARNING,
    )
    assert entry is not None
    assert entry.meta.name.texts == {"id": "Candi iraP"}
