"""New entries as text: drafts without a fault, every field explained, names kept letter by letter."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.examples import NewEntry, Surroundings
from site_builder.gather.placeholders import PLACEHOLDER
from site_builder.messages import LANGUAGES
from site_builder.model.readers.paths import slug_fault
from site_builder.names import EntryId, Kind
from site_builder.problems import Problem, in_order
from site_builder.scaffold import (
    draft_line,
    entry_text,
    example_name,
    id_for,
    id_written,
    kind_named,
    tidy_name,
    words_of_kinds,
)
from site_builder.validate.entries import read_entry
from site_builder.validate.shapes import shape_of_kind
from tests.support.programs import ROOT
from tests.unit.validate.files import LANGS, document_of, told

TODAY = dt.date(2026, 11, 5)
AROUND = Surroundings(
    TODAY,
    {Kind.SHOPS: "intako", Kind.PLACES: "taman", Kind.FIGURES: "omzet"},
    {"categories": ("dompet", "tas"), "materials": ("kulit",), "units": ("orang",)},
)
KINDS_IN_LANGUAGES = [(kind, language) for kind in Kind for language in LANGUAGES]


def text_of(kind: Kind, language: str, name: str = "Melati", around: Surroundings = AROUND) -> str:
    return entry_text(NewEntry(kind, EntryId("melati"), name), language, around)


def path_of(kind: Kind) -> str:
    return NewEntry(kind, EntryId("melati"), "").path


def problems_of(kind: Kind, text: str) -> tuple[Problem, ...]:
    entry, problems = read_entry(document_of(path_of(kind), text), [], LANGS[:1])
    assert entry is not None or problems
    return in_order(told(problems))


def with_each_example(text: str) -> dict[str, str]:
    """Give the text once for each of its examples, that one uncommented, by the name of the field."""
    lines = text.split("\n")
    found = {}
    for place, line in enumerate(lines):
        if line.startswith("#") and not line.startswith("# "):
            found[line[1:].partition(":")[0]] = "\n".join((*lines[:place], line[1:], *lines[place + 1 :]))
    return found


@pytest.mark.parametrize(("kind", "language"), KINDS_IN_LANGUAGES)
def test_a_new_entry_is_a_draft_without_a_fault(kind: Kind, language: str) -> None:
    text = text_of(kind, language)
    assert problems_of(kind, text) == ()
    fields = document_of(path_of(kind), text).fields
    draft = shape_of_kind(kind).by_name["draft"]
    assert [fields[name].value for name in draft.names if name in fields] == [
        "ya" if language == "id" else "yes"
    ]
    assert draft_line(kind, language) in text.split("\n")


@pytest.mark.parametrize(("kind", "language"), KINDS_IN_LANGUAGES)
def test_every_field_is_there_once_under_its_name_in_the_language(kind: Kind, language: str) -> None:
    text = text_of(kind, language)
    given = {*document_of(path_of(kind), text).fields, *with_each_example(text)}
    fields = shape_of_kind(kind).fields
    assert given == {field.names[0] if language == "en" else field.indonesian for field in fields}
    assert all(len(line) <= 100 for line in text.split("\n") if line.startswith("# "))
    assert "\t" not in text and "\0" not in text and text.endswith("\n")


@pytest.mark.parametrize("around", [AROUND, Surroundings(TODAY)], ids=["known", "empty site"])
@pytest.mark.parametrize(("kind", "language"), KINDS_IN_LANGUAGES)
def test_every_example_may_be_uncommented(kind: Kind, language: str, around: Surroundings) -> None:
    examples = with_each_example(text_of(kind, language, around=around))
    assert len(examples) >= 10
    assert {name: problems for name, text in examples.items() if (problems := problems_of(kind, text))} == {}


def test_examples_name_what_the_site_has() -> None:
    lines = text_of(Kind.PRODUCTS, "id").split("\n")
    assert "kategori: dompet" in lines
    assert "bahan: [kulit]" in lines
    assert "#toko: intako" in lines
    assert "# Jenis barang. Pilihan, dari content/vocabulary.yaml: dompet, tas." in lines
    stops = next(line for line in text_of(Kind.VISITS, "en").split("\n") if line.startswith("stops:"))
    assert stops == (
        "stops: [{shop: intako, minutes: 45}, {place: taman, minutes: 30, note: A photo together.}]"
    )
    only_shops = Surroundings(TODAY, {Kind.SHOPS: "intako"})
    assert "stops: [{shop: intako, minutes: 45}]" in text_of(Kind.VISITS, "en", around=only_shops)


def test_texts_of_figures_and_charts_stand_in_the_first_two_languages_of_the_site() -> None:
    around = Surroundings(TODAY, AROUND.ids, AROUND.terms, ("id", "en", "ja"))
    chart = text_of(Kind.CHARTS, "id", around=around)
    assert "judul: {id: Melati, en: …isi… (misalnya Melati)}\n" in chart
    assert 'teks_alt: {id: "Pintu bengkel, tas tergantung di kiri dan kanan", en: "The workshop' in chart
    assert "dalam dua bahasa: `{id: …, en: …}`. Bahasa situs yang lain (ja)" in chart.replace("\n# ", " ")
    figure = text_of(Kind.FIGURES, "en", around=around)
    assert "label: {id: Melati, en: TODO (such as Melati)}\n" in figure
    assert "slug: melati\n" in figure
    assert text_of(Kind.SHOPS, "id", around=around) == text_of(Kind.SHOPS, "id")
    alone = Surroundings(TODAY, AROUND.ids, AROUND.terms, ("id",))
    assert text_of(Kind.CHARTS, "id", around=alone) == text_of(Kind.CHARTS, "id")


@pytest.mark.parametrize(
    ("language", "figures", "rows"), [("id", "angka", "baris"), ("en", "figures", "rows")]
)
def test_a_new_chart_draws_figures_and_has_no_number_of_nobodys(
    language: str, figures: str, rows: str
) -> None:
    for around, figure in ((AROUND, "omzet"), (Surroundings(TODAY), "unit-usaha-2018")):
        text = text_of(Kind.CHARTS, language, around=around)
        assert f"\n{figures}: [{figure}]\n" in text
        assert not re.search(rf"^{rows}:|^#?{rows}:.*(?:nilai|value):", text, re.MULTILINE)


def test_dates_of_examples_are_counted_from_today() -> None:
    assert "#diperiksa: 2026-11-05" in text_of(Kind.SHOPS, "id")
    assert "mulai: 2027-01-04 09.00" in text_of(Kind.EVENTS, "id")


def test_what_must_be_written_still_says_so_and_is_refused_by_a_release() -> None:
    assert 'alamat: "…isi… (misalnya Jl. Kludan 1, Desa Kludan)"' in text_of(Kind.SHOPS, "id")
    assert 'address: "TODO (such as Jl. Kludan 1, Desa Kludan)"' in text_of(Kind.SHOPS, "en")
    for language in LANGUAGES:
        (line,) = [line for line in text_of(Kind.SHOPS, language).split("\n") if "Jl. Kludan" in line]
        assert PLACEHOLDER.search(line)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("toko", Kind.SHOPS),
        ("Toko ", Kind.SHOPS),
        ("shops", Kind.SHOPS),
        ("shop", Kind.SHOPS),
        ("kunjungan", Kind.VISITS),
        ("rute", Kind.VISITS),
        ("angka", Kind.FIGURES),
        ("halaman", Kind.PAGES),
        ("stories", Kind.STORIES),
    ],
)
def test_kinds_have_names_in_both_languages(word: str, kind: Kind) -> None:
    assert kind_named(word, "id") is kind
    assert kind_named(word, "en") is kind


def test_a_kind_that_is_nearly_right_is_proposed() -> None:
    wrong = kind_named("tokko", "id")
    assert isinstance(wrong, Problem)
    assert (wrong.key, wrong.values) == ("kind-unknown.near", {"word": "tokko", "suggestion": "toko"})
    wrong = kind_named("prodcut", "id")
    assert isinstance(wrong, Problem)
    assert wrong.values["suggestion"] in {"product", "produk"}
    wrong = kind_named("gedung", "en")
    assert isinstance(wrong, Problem)
    assert wrong.key == "kind-unknown"
    assert wrong.values["known"] == ", ".join(words_of_kinds("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_can_be_named_in_each_language(language: str) -> None:
    assert set(words_of_kinds(language).values()) == set(Kind)
    for kind in Kind:
        assert tidy_name(example_name(kind, language), kind, language) == example_name(kind, language)
        assert id_for(example_name(kind, language))


@pytest.mark.parametrize(
    ("guide", "language", "start"),
    [("id/02-toko.md", "id", "Jenisnya: "), ("en/02-shops.md", "en", "The kinds are ")],
)
def test_the_handbook_names_every_kind_as_it_may_be_written(guide: str, language: str, start: str) -> None:
    text = (ROOT / "docs" / "handbook" / guide).read_text("utf-8")
    told = re.findall("`([a-z]+)`", text.partition(start)[2].partition(".")[0])
    assert told == list(words_of_kinds(language))


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Bengkel Melati", "bengkel-melati"),
        ("Toko Jum'at & Putra", "toko-jumat-putra"),
        ("Café Œuvre", "cafe-oeuvre"),
        ("革 Tas", "tas"),
        ("Index", "index-1"),
        ("con", "con-1"),
        ("革", None),
        ("…", None),
    ],
)
def test_ids_are_made_of_names(name: str, id_: str | None) -> None:
    assert id_for(name) == id_


def test_a_written_id_is_taken_or_mended() -> None:
    assert id_written("melati-2", Kind.SHOPS, "id") == "melati-2"
    assert id_written("melati.md", Kind.SHOPS, "id") == "melati"
    wrong = id_written("Melati Baru", Kind.SHOPS, "id")
    assert isinstance(wrong, Problem)
    assert (wrong.key, wrong.values["suggestion"]) == ("new-id.near", "melati-baru")
    wrong = id_written("革", Kind.SHOPS, "en")
    assert isinstance(wrong, Problem)
    assert (wrong.key, wrong.values["example"]) == ("new-id", "bengkel-melati")


@pytest.mark.parametrize(
    ("name", "variant"),
    [
        ("", "blank"),
        (" \u00a0", "blank"),
        ("a\nb", "signs"),
        ("a\u2028b", "signs"),
        ("a\u202eb", "signs"),
        ("a\ud800", "signs"),
        ("a\ufffdb", "signs"),
        ("a" * 201, "long"),
    ],
)
def test_names_that_no_file_can_hold_are_refused(name: str, variant: str) -> None:
    wrong = tidy_name(name, Kind.SHOPS, "id")
    assert isinstance(wrong, Problem)
    assert wrong.variant == variant


@settings(deadline=None)
@given(st.text(max_size=220) | st.text("-:#'\"[]{},&*!|>%@`\\ ?~=nul…", max_size=12))
def test_any_name_is_kept_letter_by_letter_or_refused(name: str) -> None:
    for kind in (Kind.SHOPS, Kind.FIGURES):
        bare = tidy_name(name, kind, "id")
        if isinstance(bare, Problem):
            continue
        assert bare == name.strip()
        id_ = id_for(bare)
        assert id_ is None or not slug_fault(id_)
        text = entry_text(NewEntry(kind, id_ or EntryId("x"), bare), "id", AROUND)
        fields = document_of(path_of(kind), text).fields
        assert fields["nama" if kind is Kind.SHOPS else "label"].value == bare
