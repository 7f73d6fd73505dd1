"""The site's settings and its words."""

from __future__ import annotations

import pytest

from site_builder.messages import sentence_for
from site_builder.model.config import SiteConfig, Vocabulary, fallbacks_of
from site_builder.model.localized import Localized
from site_builder.names import Lang
from site_builder.problems import Problem, Span
from site_builder.validate.config import languages_of, read_config, read_vocabulary
from tests.unit.validate.files import LANGS, document_of, told

SITE = "content/site.yaml"
WORDS = "content/vocabulary.yaml"
GOOD = (
    "nama: {id: Tanggulangin, en: Tanggulangin}\n"
    "bahasa:\n  - {kode: id, nama: Bahasa Indonesia}\n  - {kode: en, nama: English}\n"
)


def config_of(text: str) -> tuple[SiteConfig | None, list[tuple[int, int, str]]]:
    config, problems = read_config(document_of(SITE, text))
    return config, [(problem.at.line, problem.at.column, problem.key) for problem in told(problems)]


def test_settings_are_read_in_either_language() -> None:
    config, problems = config_of(
        GOOD + "alamat_situs: https://contoh.id/tanggulangin/\nbagian: {toko: {id: toko, en: shops}}\n"
        "menu: [kunjungi, tentang]\nkontak: {wa: 0812-3456-7890}\nisi_halaman: 12\n"
    )
    assert problems == []
    assert config is not None
    assert [language.code for language in config.languages] == ["id", "en"]
    assert config.sections.shops == Localized({Lang("id"): "toko", Lang("en"): "shops"})
    assert (config.menu, config.page_size) == (("kunjungi", "tentang"), 12)
    assert config.contact.whatsapp == "6281234567890"
    assert config.timezone == "Asia/Jakarta"
    assert config.contact.address is None
    english, problems = config_of("name: X\nlanguages:\n  - {code: id, name: Bahasa Indonesia}\n")
    assert problems == []
    assert english is not None


@pytest.mark.parametrize(
    ("address", "texts"),
    [
        ("Gang 1", {"id": "Gang 1"}),
        ("{id: Gang 1, en: Gang 1 (Indonesia)}", {"id": "Gang 1", "en": "Gang 1 (Indonesia)"}),
    ],
)
def test_an_address_may_be_written_once_or_in_each_language(address: str, texts: dict[str, str]) -> None:
    config, problems = config_of(f"{GOOD}kontak: {{alamat: {address}}}\n")
    assert problems == []
    assert config is not None
    assert config.contact.address == Localized({Lang(lang): text for lang, text in texts.items()})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nama: X\n", [(1, 1, "field-missing")]),
        (
            "nama: X\nbahasa: [id, en]\n",
            [(2, 10, "field-type.mapping-block"), (2, 14, "field-type.mapping-block")],
        ),
        ("nama: X\nbahasa: [{kode: ID, nama: x}]\n", [(2, 17, "field-type.language-name")]),
        (GOOD + "  - {kode: id, nama: Lagi}\n", [(5, 12, "language-twice")]),
        (
            GOOD + "  - {kode: ja, nama: 日本語, cadangan: [en, ko, ja]}\n",
            [(5, 42, "language-unknown.fallback"), (5, 46, "language-unknown.fallback")],
        ),
        (
            GOOD + "  - {kode: ja, nama: 日本語, cadangan: [English]}\n",
            [(5, 38, "field-type.language-name")],
        ),
        (GOOD + "zona_waktu: WITA\n", [(5, 13, "timezone-unknown.field")]),
        (GOOD + "zona_waktu: Asia/Surabaya\n", [(5, 13, "timezone-unknown.field")]),
        (GOOD + "alamat_situs: www.contoh.id\n", [(5, 15, "field-type.url-scheme")]),
        (GOOD + "alamat_situs: https://contoh.id/?x\n", [(5, 15, "base-url-query")]),
        (GOOD + "isi_halaman: 0\n", [(5, 14, "field-type.page-size")]),
        (GOOD + "bagian: {toko: {id: Toko Kita}}\n", [(5, 21, "field-type.slug-form")]),
        (GOOD + "bagian: {toko: {id: a}, produk: {id: a}}\n", [(5, 38, "section-twice")]),
        (
            GOOD + "bagian: {toko: {fr: a}}\n",
            [(5, 16, "text-default-missing"), (5, 17, "language-unknown.inline")],
        ),
        (GOOD + "mneu: [a]\n", [(5, 1, "field-unknown.near")]),
    ],
)
def test_faulty_settings_are_placed(text: str, expected: list[tuple[int, int, str]]) -> None:
    config, problems = config_of(text)
    assert config is None
    assert sorted(problems) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("  wa: 0812-3456-7890\nsurel: a@b.id\n", {7: "surel: a@b.id"}),
        (
            "  wa: 0812-3456-7890\norganisasi:\n    id: X\nsurel: a@b.id\n",
            {7: "organisasi:", 9: "surel: a@b.id"},
        ),
        ("  wa: 0812-3456-7890\norganisasi: {id: X, en: Y}\n", {7: "organisasi: …"}),
        ("wa: 0812-3456-7890\nsurel: a@b.id\n", {6: "wa: 0812-3456-7890", 7: "surel: a@b.id"}),
    ],
)
def test_the_last_lines_of_a_block_that_lost_their_spaces_are_told_to_be_parts_of_it(
    lines: str, expected: dict[int, str]
) -> None:
    problems = told(read_config(document_of(SITE, f"{GOOD}kontak:\n{lines}alamat_situs:\n"))[1])
    assert {problem.key for problem in problems} == {"field-unknown.indent"}
    assert {problem.at.line: problem.values["suggestion"] for problem in problems} == expected
    assert sentence_for(problems[-1], "id").message.endswith(
        "adalah bagian dari `kontak:`, jadi harus menjorok di bawahnya"
    )


def test_a_field_that_lost_its_spaces_with_all_its_lines_is_told_with_all_of_them() -> None:
    lines = "organisasi:\n  id: Sentra\n  en: Cluster\n  ja: 産地\n  alamat:\n    id: Desa\n    en: Kludan\n"
    (problem,) = told(read_config(document_of(SITE, f"{GOOD}kontak:\n{lines}"))[1])
    assert (problem.key, problem.at.line) == ("field-unknown.indent-lines", 6)
    assert sentence_for(problem, "id").hint == (
        "tulis dua spasi lagi di depan baris ini dan di depan baris 7, 8, 9, yaitu isinya:"
        " `  organisasi:`, `    id: Sentra`, `    en: Cluster`, `    ja: 産地`"
    )


def test_the_lines_of_a_field_without_its_spaces_that_stand_rightly_are_not_told() -> None:
    (problem,) = told(
        read_config(document_of(SITE, f"{GOOD}kontak:\norganisasi:\n  id: X\n  en: Y\nalamat_situs:\n"))[1]
    )
    assert problem.values["lines"] == "7, 8"
    (problem,) = told(
        read_config(document_of(SITE, f"{GOOD}kontak:\norganisasi:\n    id: X\n    en: Y\n"))[1]
    )
    assert problem.key == "field-unknown.indent"


@pytest.mark.parametrize(
    "lines",
    [
        "kontak:\n  surel: a@b.id\nisi_halaman: 12\nsurel: b@c.id\n",
        "kontak:\n  surel: a@b.id\nsurel: b@c.id\n",
        "kontak: {wa: 0812-3456-7890}\nsurel: b@c.id\n",
    ],
)
def test_what_may_be_no_part_of_a_block_is_not_told_to_be_one(lines: str) -> None:
    problems = told(read_config(document_of(SITE, f"{GOOD}{lines}"))[1])
    assert [problem.code for problem in problems] == ["field-unknown"]
    assert problems[0].variant != "indent"


def bands_told(line: str, language: str = "id") -> list[tuple[int, int, str, str]]:
    """Give line, column, sentence and hint of every problem."""
    _, problems = read_config(document_of(SITE, GOOD + line))
    sentences = [(problem.at, sentence_for(problem, language)) for problem in told(problems)]
    return [(at.line, at.column, sentence.message, sentence.hint) for at, sentence in sentences]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("batas_harga: 100.000, 250.000", "[100.000, 250.000]"),
        ("batas_harga: 100.000; 250.000; 1.000.000", "[100.000, 250.000, 1.000.000]"),
        ("batas_harga: 50rb dan 100rb", "[50.000, 100.000]"),
        ("batas_harga: [50rb, 100rb, 1jt]", "[50.000, 100.000, 1.000.000]"),
        ("batas_harga: [100,000, 250,000]", "[100.000, 250.000]"),
        ("batas_harga: [100,000, 1,500,000]", "[100.000, 1.500.000]"),
        ("price_bands: 250rb", "[250.000]"),
        ("batas_harga: [500 ribu, 1,5 juta]", "[500.000, 1.500.000]"),
        ("batas_harga: [1,25 jt, 2,5 jt, 5 jt]", "[1.250.000, 2.500.000, 5.000.000]"),
    ],
)
def test_limits_of_prices_are_offered_as_a_whole_list(line: str, meant: str) -> None:
    name = line.partition(":")[0]
    ((row, column, message, hint),) = bands_told(line + "\n")
    assert (row, column, hint) == (5, 14, f"tulis `{name}: {meant}`")
    assert message.startswith(f"`{name}` harus daftar harga, bukan `")
    assert bands_told(f"{name}: {meant}\n") == []


@pytest.mark.parametrize(
    ("line", "meant"),
    [("[1, 5 juta]", "[…, 5.000.000]"), ("[500 ribu, 1, 2 juta]", "[500.000, …, 2.000.000]")],
)
def test_a_limit_whose_thousands_are_not_sure_is_asked_for(line: str, meant: str) -> None:
    ((_, _, _, hint),) = bands_told(f"batas_harga: {line}\n")
    assert hint == (
        f"tulis setiap batas dalam rupiah dengan semua nolnya, di tempat `…` juga: `batas_harga: {meant}`"
    )


def test_limits_of_prices_rise_and_none_comes_twice() -> None:
    for written in ("[250.000, 100.000]", "[100.000, 250.000, 100.000]", "[0, 100.000, 250.000]"):
        listed = written.strip("[]")
        assert bands_told(f"batas_harga: {written}\n") == [
            (
                5,
                14,
                f"batas harga harus naik dari kecil ke besar, masing-masing satu kali: `{listed}`",
                "tulis `batas_harga: [100.000, 250.000]`",
            )
        ]
    assert bands_told("price_bands: [250.000, 100.000]\n", "en") == [
        (
            5,
            14,
            "the limits of prices must rise from small to large, each of them once: `250.000, 100.000`",
            "write `price_bands: [100.000, 250.000]`",
        )
    ]


def test_limits_of_prices_in_thousands_are_a_warning() -> None:
    config, problems = config_of(GOOD + "batas_harga: [100, 250]\n")
    assert (config is not None, problems) == (True, [(5, 14, "price-bands.tiny")])
    assert bands_told("batas_harga: [100, 250]\n")[0][2:] == (
        "batas harga `100, 250` sangat kecil",
        "maksudnya `batas_harga: [100.000, 250.000]`? Kalau memang sekecil itu, biarkan",
    )


def test_a_limit_that_is_no_price_is_told_by_itself() -> None:
    assert bands_told("batas_harga: [100.000, banyak]\n")[0][:2] == (5, 24)


def test_a_language_names_others_that_stand_in_for_it_and_the_default_is_always_the_last() -> None:
    config, problems = config_of(GOOD + "  - {kode: ja, nama: 日本語, cadangan: [en]}\n")
    assert problems == []
    assert config is not None
    chains = {code: fallbacks_of(config, Lang(code)) for code in ("id", "en", "ja", "zh")}
    assert chains == {"id": (), "en": ("id",), "ja": ("en", "id"), "zh": ("id",)}


def test_languages_are_known_even_when_other_settings_are_wrong() -> None:
    text = "bahasa:\n  - {kode: id}\n  - {kode: '??'}\n  - x\n  - {code: en}\n"
    assert languages_of(document_of(SITE, text)) == ("id", "en")


def test_words_have_an_id_and_a_name_in_each_language() -> None:
    vocabulary, problems = read_vocabulary(
        document_of(
            WORDS, "kategori:\n  koper: {id: Koper, en: Suitcases, ko: 여행가방}\nbahan: {kanvas: Kanvas}\n"
        ),
        LANGS,
    )
    assert problems == ()
    assert vocabulary == Vocabulary(
        categories={"koper": Localized({Lang("id"): "Koper", Lang("en"): "Suitcases"})},
        materials={"kanvas": Localized({Lang("id"): "Kanvas"})},
    )


def test_faulty_words_are_placed() -> None:
    text = (
        "kategori:\n  Tas Wanita: Tas\n  koper: {en: Suitcase}\n  dompet:\n"
        "  sabuk: {xxxx: x, id: y}\nwarna: merah\n"
    )
    vocabulary, problems = read_vocabulary(document_of(WORDS, text), LANGS)
    assert vocabulary is None
    assert [(problem.at.line, problem.at.column, problem.key) for problem in told(problems)] == [
        (2, 3, "term-form"),
        (3, 10, "text-default-missing"),
        (4, 10, "text-default-missing"),
        (5, 11, "language-unknown.inline"),
        (6, 8, "field-type.mapping"),
    ]
    assert problems[0] == Problem(
        "term-form", Span(WORDS, 2, 3), "", {"value": "Tas Wanita", "suggestion": "tas-wanita"}
    )
