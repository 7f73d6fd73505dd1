"""A hint holds no value that nobody said: what only the editor knows is a `…` in it."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from site_builder.messages import LANGUAGES, sentence_for
from site_builder.model.config import Vocabulary
from site_builder.model.localized import Localized
from site_builder.names import Kind, Lang
from site_builder.problems import Problem
from site_builder.validate.entries import read_entry
from site_builder.validate.shapes import shape_of_kind
from site_builder.validate.terms import unknown_term, with_words
from tests.unit.validate.files import LANGS, framed, good, parse, read
from tests.unit.validate.test_entries import EVENT, FIGURE, MINIMAL, PRODUCT, SHOP

WORDS = {word: Localized({Lang("id"): word}) for word in ("koper", "dompet")}
VOCABULARY = Vocabulary(categories=WORDS, materials=WORDS, units=WORDS)


def problems_of(path: str, text: str) -> list[Problem]:
    return with_words(read(path, text)[1], VOCABULARY)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", MINIMAL)
def test_a_required_field_that_is_missing_is_left_to_the_editor(path: str, language: str) -> None:
    fields = [field for field in shape_of_kind(Kind(path.split("/")[1])).fields if field.required]
    for text in ("contoh: ya\n", "contoh: ya\n" + "".join(f"{field.indonesian}:\n" for field in fields)):
        told = [problem for problem in problems_of(path, text) if problem.code == "field-missing"]
        assert len(told) == len(fields)
        for problem in told:
            assert f"`{problem.values['field']}: …`" in sentence_for(problem, language).hint


TAGS = {tag: Localized({Lang("id"): tag}) for tag in ("perajin", "tokoh", "sejarah", "ekspor", "kampanye")}


@pytest.mark.parametrize(
    ("written", "as_list", "others"),
    [
        ("pelatihan, ibu-ibu", "[…]", "`pelatihan`, `ibu-ibu`"),
        ("sejarah, pelatihan", "[sejarah, …]", "`pelatihan`"),
        ("sejrah, pelatihan", "[sejarah, …]", "`pelatihan`"),
    ],
)
def test_a_list_takes_no_other_word_for_one_that_is_no_slip(written: str, as_list: str, others: str) -> None:
    variant, values = unknown_term(TAGS, "tags", written, is_one=False)
    assert (variant, values["suggestion"], values["other"]) == ("list-other", as_list, others)


def test_a_word_that_is_like_no_other_is_not_taken_for_one() -> None:
    assert unknown_term(TAGS, "tags", "pelatihan", is_one=False)[0] == "several"
    assert unknown_term(TAGS, "tags", "perajn", is_one=False)[1]["suggestion"] == "perajin"


@pytest.mark.parametrize("value", ["belum", "tidak ada", "-", "iya dong"])
@pytest.mark.parametrize("field", ["draf", "contoh", "siap_ekspor"])
def test_yes_or_no_is_asked_for_and_never_left_out(field: str, value: str) -> None:
    document, problems = parse(PRODUCT, framed(PRODUCT, f"{MINIMAL[PRODUCT]}{field}: {value}\n"))
    told = problems or read_entry(document, [], LANGS)[1]
    (hint,) = [sentence_for(problem, "id").hint for problem in told]
    asked = {f"tulis `{field}: ya` atau `{field}: tidak`", "tulis `ya` atau `tidak` sesudah titik dua"}
    assert hint in asked


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (SHOP, "anggota: ya"),
        (SHOP, "desa: ada"),
        (SHOP, "ringkasan: Tidak."),
        (EVENT, "berulang: ya"),
        (EVENT, "penyelenggara: ada"),
        (FIGURE, "catatan: tidak"),
        (PRODUCT, "sertifikat: ada"),
    ],
)
def test_an_answer_to_no_question_is_no_text_of_a_page(path: str, line: str) -> None:
    _, (problem,) = read(path, f"{MINIMAL[path]}{line}\n")
    name, _, value = line.partition(": ")
    told = sentence_for(problem, "id")
    assert told.message == f"`{value}` di `{name}` bukan isi: halamannya hanya akan berkata “{value}”"
    assert told.hint == f"tulis isinya di tempat `…`: `{name}: …`; tidak ada isinya? hapus baris ini"


def test_nor_is_it_in_a_translation() -> None:
    _, (problem,) = read(EVENT, f"{MINIMAL[EVENT]}berulang: setiap tahun\n", en="repeats: yes\n")
    assert (problem.key, problem.at.path) == ("field-type.bare", "content/events/pameran.en.md")


def test_a_name_may_be_a_short_word_and_there_may_be_no_ticket() -> None:
    good(SHOP, MINIMAL[SHOP].replace("nama: Toko", "nama: Ada"))
    good("content/places/candi.md", "nama: Candi Pari\ntiket: tidak ada\n")


def test_a_required_text_that_says_nothing_is_to_be_asked_for() -> None:
    _, (problem,) = read(SHOP, MINIMAL[SHOP].replace("Jl. Raya 1", "ada"))
    assert problem.key == "field-type.nothing-required"


@pytest.mark.parametrize(
    "source",
    ["katanya Pak Lurah", "kata Bu Yuli", "[{judul: dengar dari warga}]", "cerita dari pemilik toko", "ada"],
)
def test_what_somebody_has_said_is_no_source_of_a_figure(source: str) -> None:
    _, (problem,) = read(FIGURE, MINIMAL[FIGURE].replace("{judul: BPS}", source))
    assert problem.key == "field-type.nothing-source"


@pytest.mark.parametrize("title", ["Wawancara dengan Pak Lurah", "Cerita Tas Tanggulangin", "Kata Data"])
def test_an_interview_and_a_book_are_sources(title: str) -> None:
    good(FIGURE, MINIMAL[FIGURE].replace("BPS", title))


_PASTED = re.compile(r"`\\{field\\}: ([^`]*)`")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stage", ["scalars", "validate"])
def test_what_is_to_be_pasted_holds_blanks_and_no_examples(stage: str, language: str) -> None:
    """`wa: 0812-3456-7890` as an example is somebody's number once it is pasted."""
    text = (resources.files("site_builder.messages") / language / f"{stage}.toml").read_text("utf-8")
    written = {value for value in _PASTED.findall(text) if "{" not in value and "…" not in value}
    words = {"ya", "tidak", "yes", "no", "isi", "content", "tutup", "closed", "24 jam", "24 hours"}
    assert written <= words


@pytest.mark.parametrize("value", ["https://maps.app.goo.gl/abc123", "dekat masjid", "Tanggulangin"])
def test_a_point_that_nobody_has_given_is_a_blank(value: str) -> None:
    _, (problem,) = read(SHOP, f"{MINIMAL[SHOP]}lokasi: {value}\n")
    assert problem.values["suggestion"] == "lokasi: {lintang: …, bujur: …}"
    lines = f"{MINIMAL[SHOP]}{problem.values['suggestion']}\n"
    assert {fault.key for fault in read(SHOP, lines)[1]} == {"field-type.degrees"}


@pytest.mark.parametrize(
    "word", ["sda", "s.d.a.", "Idem", "sama", "sama dengan atas", "sama seperti di atas"]
)
@pytest.mark.parametrize(
    "field", ["desa", "telepon", "jam_buka", "lokasi", "tutup_pada", "ringkasan", "anggota"]
)
def test_what_stands_for_the_entry_above_is_to_be_written_in_full(field: str, word: str) -> None:
    _, (problem,) = read(SHOP, f"{MINIMAL[SHOP]}{field}: {word}\n")
    told = sentence_for(problem, "id")
    assert (
        told.message == f"`{word}` di `{field}` menunjuk isi yang lain, padahal halaman ini berdiri sendiri"
    )
    assert told.hint == (
        f"tulis isinya dengan lengkap di tempat `…`: `{field}: …`; tidak ada isinya? hapus `{field}`"
    )


def test_so_is_what_an_entry_must_have() -> None:
    for path, text in (
        (SHOP, MINIMAL[SHOP].replace("Jl. Raya 1", "sda")),
        (FIGURE, MINIMAL[FIGURE].replace("{judul: BPS}", "idem")),
        (FIGURE, MINIMAL[FIGURE].replace("BPS", "s.d.a")),
    ):
        _, (problem,) = read(path, text)
        assert problem.key == "field-type.ditto-required"
    good(SHOP, MINIMAL[SHOP].replace("nama: Toko", "nama: Sama"))
