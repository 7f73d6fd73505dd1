"""What can mean one thing only is read: other words for a term, a year cut short, `tdk punya HP`."""

from __future__ import annotations

import pytest

from site_builder.importing.cells.words import find_term, term_named
from site_builder.importing.run import plan_of
from site_builder.importing.showing import plan_text
from site_builder.model.localized import Localized
from site_builder.model.readers.written import ScalarFault
from site_builder.names import Kind, Lang
from tests.support.plans import HEAD, MEKAR, codes, only, written
from tests.support.spreadsheets import csv, shops_from, sources

ID = Lang("id")
TERMS = {
    "categories": {
        "ikat-pinggang": Localized({ID: "Ikat pinggang"}),
        "tas-wanita": Localized({ID: "Tas wanita"}),
    },
    "materials": {"kulit-sapi": Localized({ID: "Kulit sapi"})},
    "payments": {"kartu-debit": Localized({ID: "Kartu debit"}), "tunai": Localized({ID: "Tunai"})},
}


@pytest.mark.parametrize(
    ("section", "said", "term"),
    [
        ("categories", "sabuk", "ikat-pinggang"),
        ("categories", "Sabuk", "ikat-pinggang"),
        ("payments", "debit", "kartu-debit"),
        ("materials", "Kulit sapi asli", "kulit-sapi"),
        ("materials", "Genuine kulit sapi", "kulit-sapi"),
    ],
)
def test_another_way_to_say_a_term(section: str, said: str, term: str) -> None:
    assert term_named(TERMS[section], section, said) == term


@pytest.mark.parametrize(
    ("section", "said"), [("categories", "tas"), ("materials", "kulit"), ("payments", "kartu")]
)
def test_a_part_of_a_term_may_be_of_another(section: str, said: str) -> None:
    assert find_term(TERMS[section], said) == ""
    with pytest.raises(ScalarFault):
        term_named(TERMS[section], section, "kartu kredit" if said == "kartu" else said)


@pytest.mark.parametrize("year", ["'98", "’98", "thn '98"])
def test_a_year_that_is_marked_as_cut_short_is_one_of_the_last_hundred(year: str) -> None:
    plan = shops_from([[*HEAD, "Thn Berdiri"], [*MEKAR, year]])
    assert "sejak: 1998\n" in written(plan, "content/shops/toko-mekar.md")


def test_two_figures_alone_may_be_anything() -> None:
    assert len(codes(only(shops_from([[*HEAD, "Thn Berdiri"], [*MEKAR, "98"]])))) == 1


@pytest.mark.parametrize(
    "said", ["tdk punya HP", "blm ada wa", "Tidak ada nomor", "gak punya telp", "tdk ada hp/wa"]
)
def test_a_cell_that_says_that_there_is_no_number_says_nothing(said: str) -> None:
    assert codes(only(shops_from([HEAD, [*MEKAR[:4], said]]))) == []


@pytest.mark.parametrize(
    ("time", "starts"),
    [("7 malam", "19.00"), ("jam 9 pagi", "09.00"), ("pukul 3 sore", "15.00"), ("8.30 pagi", "08.30")],
)
def test_a_time_with_its_part_of_the_day(time: str, starts: str) -> None:
    rows = [["Nama Acara", "Tanggal", "Jam"], ["Bazar Melati", "5 Februari 2027", time]]
    plan = plan_of("a.csv", csv(rows), Kind.EVENTS, sources())
    assert f"mulai: 2027-02-05 {starts}\n" in written(plan, "content/events/bazar-melati.md")


def test_a_bare_hour_of_an_event_is_asked_about() -> None:
    rows = [["Nama Acara", "Tanggal", "Jam"], ["Bazar Melati", "5 Februari 2027", "jam 9"]]
    assert codes(only(plan_of("a.csv", csv(rows), Kind.EVENTS, sources()))) == ["cell-time"]


GOODS = ["Nama Produk", "Kategori", "Bahan", "Ukuran (P x L x T)"]


def size(cell: str, head: str = "Ukuran") -> str:
    """Give the first that is told of a size, beside another one that says its sides."""
    rows = [
        [*GOODS[:3], head],
        ["Lipat", "Dompet", "Kulit sapi", cell],
        ["Dua", "Dompet", "Kulit sapi", "P30 L10 T20"],
    ]
    plan = plan_of("a.csv", csv(rows), Kind.PRODUCTS, sources())
    found = [note.key for note in plan.notes if note.code == "cell-size"]
    return (
        found[0] if found else next(line for line in plan_text(plan, "id").splitlines() if "ukuran" in line)
    )


@pytest.mark.parametrize("cell", ["60x30x30", "11 x 9 x 2 cm"])
def test_what_a_size_without_names_of_its_sides_lacks_is_their_order(cell: str) -> None:
    assert size(cell) == "cell-size.order"


def test_a_size_with_fewer_sides_than_its_header_names_lacks_one() -> None:
    assert size("60x30", "Ukuran (P x L x T)") == "cell-size"


def test_sides_that_are_called_as_the_site_calls_them() -> None:
    assert "lebar: 30, tinggi: 20, tebal: 10" in size("lebar 30 tinggi 20 tebal 10")


def test_the_words_of_a_vocabulary_are_listed_once() -> None:
    rows = [["Nama Produk", "Kategori", "Bahan"], *([f"Lipat {n}", f"kata{n}", "Kulit sapi"] for n in "abc")]
    text = plan_text(plan_of("a.csv", csv(rows), Kind.PRODUCTS, sources()), "id")
    assert text.count("pilih salah satu: ") == 1
    assert text.count("pilih salah satu kata yang disebut di B2") == 2
