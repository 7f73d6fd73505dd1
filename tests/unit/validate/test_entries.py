"""One entry from its files: names in two languages, texts in all, every fault at its place in one run."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model.entries import Product, Shop
from site_builder.model.values import PriceRange, Quantity
from site_builder.names import EntryId, Kind
from site_builder.problems import Problem, Span
from site_builder.validate.entries import is_draft
from site_builder.validate.places import span_of
from site_builder.validate.shapes import shape_of_kind
from tests.unit.validate.files import document_of, faults, framed, good, read

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
        (10, 5, "field-type.mapping-photos"),
        (13, 15, "field-type.day-unreal"),
        (16, 11, "expires-early"),
    ]


def test_what_an_owner_keeps_to_himself_must_not_be_there() -> None:
    shop = "nama: Jaya\njenis: toko\nkategori: [tas]\nalamat: Jl. 1\ntanpa: [wa, lokasi]\n"
    assert faults(SHOP, shop) == []
    assert faults(SHOP, f"{shop}wa: 0812-3456-7890\ntelepon: 031-8950000\n") == [(7, 5, "withheld")]
    assert faults(SHOP, shop.replace("lokasi", "nomor")) == [(6, 13, "choice-unknown")]


def test_a_photo_has_no_caption() -> None:
    photo = '{berkas: a/b.jpg, teks_alt: "Tas", keterangan: "Pagi"}'
    shop = f"nama: Jaya\njenis: toko\nkategori: [tas]\nalamat: Jl. 1\nfoto: [{photo}]\n"
    assert faults(SHOP, shop) == [(6, 43, "field-unknown.caption")]


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
    "more", ["jam_buka: 08.00-17.00\n", "telp: 0318941234\n", "lokasi: {lintang: -7.5, bujur: 112.7}\n"]
)
def test_a_shop_that_lacks_its_kind_stays_one_in_the_folder_of_shops(more: str) -> None:
    _, problems = read(SHOP, f"nama: Toko\nalamat: Jl. Raya 1\n{more}")
    missing = {problem.values["field"] for problem in problems if problem.code == "field-missing"}
    assert missing == {"jenis", "kategori"}
    assert "kind-other" not in {problem.code for problem in problems}


def test_elsewhere_it_is_told_to_be_one_by_the_fields_that_only_shops_have() -> None:
    (fault,) = read(PRODUCT, "nama: Toko\nalamat: Jl. Raya 1\nwa: 081234567890\n")[1]
    assert (fault.key, fault.values["suggestion"]) == ("kind-other.shops", "content/shops/koper.md")
    (fault,) = read(SHOP, "nama: Candi Pari\nalamat: Jl. Raya 1\ntiket: gratis\n")[1]
    assert fault.key == "kind-other.places"
