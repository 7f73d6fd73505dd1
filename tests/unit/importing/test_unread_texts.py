"""What no field holds is shown to whoever decides: remarks, words by which rows are sorted, colours."""

from __future__ import annotations

import pytest

from site_builder.importing.run import plan_of
from site_builder.importing.showing import plan_text
from site_builder.names import Kind
from tests.support.plans import HEAD, MEKAR, codes, neighbour, statuses, warnings
from tests.support.spreadsheets import Rows, ods, shops_from, sources, told, xlsx

NAMES = ("Anggrek", "Berkah", "Cendana", "Dahlia", "Elang", "Flamboyan", "Garuda")
SEVEN = [neighbour(f"Toko {name}") for name in NAMES]


def told_below(header: str, *texts: str | None) -> list[tuple[str, str]]:
    """Give what is told of the cells of a column, one for each of some shops."""
    rows = [[*shop, text] for shop, text in zip(SEVEN, texts, strict=False)]
    found = warnings(shops_from([[*HEAD, header], *rows]))
    return [(place, text) for place, text in found if place != "Lembar1!F1"]


def test_a_remark_in_whatever_words_is_shown_with_its_cell() -> None:
    assert told_below("Keterangan", "masih pikir2 mau ditampilkan", None, "-") == [
        ("Lembar1!F2", "tidak diimpor, `Keterangan`: `masih pikir2 mau ditampilkan`")
    ]


def test_a_question_mark_among_remarks_is_a_remark() -> None:
    assert told_below("Status", "?") == [("Lembar1!F2", "tidak diimpor, `Status`: `?`")]


def test_remarks_that_say_the_same_are_told_once() -> None:
    assert told_below("Catatan", *["sdh didata"] * 5) == [
        ("Lembar1!F2", "tidak diimpor, `Catatan`: `sdh didata` (5 sel: F2, F3, F4, …)")
    ]


def test_the_remark_of_a_row_that_is_refused_is_told_with_it_alone() -> None:
    plan = shops_from([[*HEAD, "Keterangan"], [*MEKAR, "mungkin tutup"]])
    assert [status for _, status in statuses(plan)] == ["refused"]
    assert plan_text(plan, "id").count("mungkin tutup") == 1


def test_words_by_which_another_column_sorts_the_rows_are_shown() -> None:
    assert told_below("Status Anggota", "Aktif", "Aktif", "Pensiun") == [
        ("Lembar1!F2", "tidak diimpor, `Status Anggota`: `Aktif` (2 sel: F2, F3)"),
        ("Lembar1!F4", "tidak diimpor, `Status Anggota`: `Pensiun`"),
    ]


@pytest.mark.parametrize(
    ("header", "texts"),
    [
        ("Nama Pemilik", ("Bu Lilik", "Pak Sugeng")),
        ("NIK", ("3515000000000001", "3515000000000002")),
        ("Jumlah Mesin", ("3", "5")),
        ("Riwayat", tuple(NAMES)),
    ],
)
def test_what_is_private_or_a_figure_or_different_in_every_row_is_not(
    header: str, texts: tuple[str, ...]
) -> None:
    assert told_below(header, *texts) == []


def test_of_very_many_remarks_the_rest_is_counted() -> None:
    rows = [[*neighbour(f"Toko {number}"), f"catatan {number}"] for number in range(45)]
    told = warnings(shops_from([[*HEAD, "Catatan"], *rows]))
    assert len(told) == 42
    assert told[-1] == (
        "Lembar1!F1",
        "masih ada 5 isi lain di kolom `Catatan` yang juga tidak diimpor",
    )


def colours_told(data: bytes) -> list[str]:
    plan = plan_of("a.xlsx", data, Kind.SHOPS, sources())
    return [text for _, text in warnings(plan) if "warna" in text]


@pytest.mark.parametrize("style", ["yellow", "red"])
def test_rows_of_another_colour_are_told(style: str) -> None:
    rows: Rows = [HEAD, *SEVEN]
    marked = xlsx(rows, yellow=["A3", "A6"]) if style == "yellow" else xlsx(rows, red=["A3", "A6"])
    assert colours_told(marked) == ["baris yang warnanya lain dari kebanyakan: 3, 6; arti warna tidak dibaca"]


def test_colours_that_alternate_or_are_those_of_all_mean_nothing() -> None:
    rows: Rows = [HEAD, *SEVEN]
    assert colours_told(xlsx(rows, yellow=["A1"])) == []
    assert colours_told(xlsx(rows, yellow=["A3", "A5", "A7"])) == []
    assert colours_told(xlsx(rows, yellow=[f"A{row}" for row in range(2, 9)])) == []
    assert colours_told(xlsx(rows, yellow=["C4"])) == []


def test_rows_of_another_colour_are_told_of_opendocument() -> None:
    style = (
        '<style:style xmlns:style="s" xmlns:fo="f" style:name="ce1">'
        '<style:table-cell-properties fo:background-color="#ffff00"/></style:style>'
    )
    lone = "".join(
        f'<table:table-cell table:style-name="ce1" office:value-type="string"><text:p>{text}</text:p>'
        "</table:table-cell>"
        for text in neighbour("Toko Hijau")[:4]
    )
    data = ods([HEAD, *SEVEN], raw=f"{style}<table:table-row>{lone}</table:table-row>")
    plan = plan_of("a.ods", data, Kind.SHOPS, sources())
    assert [text for _, text in warnings(plan) if "warna" in text] == [
        "baris yang warnanya lain dari kebanyakan: 9; arti warna tidak dibaca"
    ]


LEGENDS = ["Ket: kuning = sudah tidak aktif", "Ket. warna: kuning=tdk aktif, hijau=baru"]


@pytest.mark.parametrize("legend", LEGENDS)
def test_a_legend_that_says_that_a_colour_means_no_more_refuses_rows_of_other_colours(legend: str) -> None:
    rows: Rows = [HEAD, *(neighbour(f"Toko {letter}") for letter in "BCDEF"), [], [legend]]
    plan = plan_of("a.xlsx", xlsx(rows, yellow=["A4"]), Kind.SHOPS, sources())
    assert [codes(outcome) for outcome in plan.outcomes] == [[], [], ["row-mark.colour"], [], []]
    assert f"catatan di Lembar1!A8 berkata `{legend}`" in told(plan.outcomes[2])[0][1]


def test_a_legend_above_the_table_counts_too_and_a_harmless_one_does_not() -> None:
    rows: Rows = [["kuning: tutup"], HEAD, *(neighbour(f"Toko {letter}") for letter in "BCDEF")]
    plan = plan_of("a.xlsx", xlsx(rows, yellow=["A4"]), Kind.SHOPS, sources())
    assert codes(plan.outcomes[1]) == ["row-mark.colour"]
    rows = [["kuning: anggota baru"], *rows[1:]]
    plan = plan_of("a.xlsx", xlsx(rows, yellow=["A4"]), Kind.SHOPS, sources())
    assert codes(plan.outcomes[1]) == []
