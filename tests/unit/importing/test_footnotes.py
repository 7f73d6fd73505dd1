"""Marks behind names and the notes around a table: nobody is published whom a note says something else of."""

from __future__ import annotations

import pytest

from site_builder.importing.showing import plan_text
from tests.support.plans import HEAD, MEKAR, codes, neighbour, only, statuses, warnings
from tests.support.spreadsheets import Rows, shops_from, told

NUMBERED = ["No", *HEAD]


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("Anugerah Leather *)", "*) tidak aktif per Juni 2026"),
        ("Anugerah Leather*", "* tidak aktif"),
        ("Anugerah Leather **)", "Ket: *) koperasi **) tidak aktif"),
        ("Tas Merpati 1)", "1) tidak aktif"),
        ("Tas Merpati¹", "¹ tidak aktif"),
        ("Tas Merpati ¹)", "1) tidak aktif"),
        ("Tas Merpati †", "† tidak aktif"),
        ("Tas Merpati #", "# tidak aktif"),
        ("Tas Merpati (1)", "(1) tidak aktif"),
        ("Tas Merpati [1]", "[1] tidak aktif"),
        ("*) Gareng Tas", "*) sudah tutup"),
        ("*Beta Leather", "* sudah tutup"),
        ("**Eta Jaket", "Ket: *) koperasi **) sudah tutup"),
        ("(*) Eta Jaket", "(*) sudah tutup"),
        ("1) Delta Bag", "1) pindah ke Porong"),
        ("[1] Delta Bag", "1) pindah ke Porong"),
    ],
)
@pytest.mark.parametrize("place", ["below", "above", "beside the numbers"])
def test_a_marked_name_is_refused_with_the_note(name: str, note: str, place: str) -> None:
    rows: Rows = [NUMBERED, [1, *MEKAR], [2, *neighbour(name)]]
    column: list[object] = [None, note] if place == "below" else [note]
    rows = [column, [], *rows] if place == "above" else [*rows, [], column]
    plan = shops_from(rows)
    assert statuses(plan) == [("Toko Mekar", "new"), (name, "refused")]
    refused = plan.outcomes[1]
    assert codes(refused) == ["row-mark"]
    assert f"`{note}`" in told(refused)[0][1]
    assert f"keterangan: `{note}`" in plan_text(plan, "id")


def test_a_note_in_a_list_without_numbers_is_no_shop() -> None:
    plan = shops_from([HEAD, MEKAR, neighbour("Tas Merpati 1)"), ["1) tidak aktif"]])
    assert statuses(plan) == [("Toko Mekar", "new"), ("Tas Merpati 1)", "refused")]
    plan = shops_from([HEAD, MEKAR, neighbour("1) Delta Bag"), ["*) sudah tutup"], ["1) pindah ke Porong"]])
    assert statuses(plan) == [("Toko Mekar", "new"), ("1) Delta Bag", "refused")]
    plan = shops_from([NUMBERED, [1, *MEKAR], [2, *neighbour("Tas Merpati 1)")], ["1)", "tidak aktif"]])
    assert statuses(plan) == [("Toko Mekar", "new"), ("Tas Merpati 1)", "refused")]


@pytest.mark.parametrize(
    "name",
    [
        "Tas Murni ***", "Tas Murni 2)", "Tas Murni‡", "Tas Murni (*)", "Tas Murni #", "Tas Murni [1]",
        "*Tas Murni", "**) Tas Murni", "2) Tas Murni", "† Tas Murni",
    ],
)  # fmt: skip
def test_a_mark_that_nobody_explains_is_asked_about(name: str) -> None:
    plan = shops_from([HEAD, MEKAR, neighbour(name)])
    assert codes(plan.outcomes[1]) == ["row-mark.alone"]


@pytest.mark.parametrize(
    "name",
    ["Tas Murni (1)", "Mekar (Kludan)", "Toko 88", "Mekar 2", "Koper No. 1", "Rumah Tas (No. 3)", "3M"],
)
def test_other_names_carry_no_mark(name: str) -> None:
    assert statuses(shops_from([HEAD, neighbour(name)])) == [(name, "new")]


@pytest.mark.parametrize("name", ["Tas Murni ***", "*) Tas Murni", "UD. Tas Murni 2)"])
def test_a_mark_is_explained_by_a_note_that_names_the_row(name: str) -> None:
    note = "Catatan: Tas Murni pindah ke Porong"
    plan = shops_from([HEAD, MEKAR, neighbour(name), [], [note]])
    assert codes(plan.outcomes[1]) == ["row-mark"]
    assert f"`{note}`" in told(plan.outcomes[1])[0][1]


@pytest.mark.parametrize("form", ["{}) {}", "{}. {}", "{}.{}", "({}) {}"])
def test_names_that_are_counted_up_lose_their_numbers(form: str) -> None:
    names = ["Delta Bag", "Beta Leather", "Gama Tas"]
    rows = [neighbour(form.format(number, name)) for number, name in enumerate(names, 1)]
    plan = shops_from([HEAD, *rows])
    assert statuses(plan) == [(name, "new") for name in names]
    first = form.format(1, "Delta Bag")
    said = f"nomor urut di depan nama tidak diimpor: `{first}` dibaca `Delta Bag`, dan begitu seterusnya"
    assert warnings(plan) == [("Lembar1!A2", said)]


def test_numbers_that_notes_explain_are_marks_even_if_they_count_up() -> None:
    rows = [neighbour("1) Delta Bag"), neighbour("2) Beta Leather")]
    plan = shops_from([HEAD, *rows, [], ["1) pindah ke Porong"], ["2) tutup"]])
    assert [codes(outcome) for outcome in plan.outcomes] == [["row-mark"]] * 2


def test_marks_elsewhere_in_a_row_count_too() -> None:
    note = ["*) sudah pindah ke Porong"]
    plan = shops_from([HEAD, MEKAR, ["Toko B", "Toko", "Dompet", "Jl. B 1 *)", None], note])
    assert [(problem.at.path, problem.key) for problem in plan.outcomes[1].problems] == [
        ("Lembar1!D3", "row-mark")
    ]
    plan = shops_from([NUMBERED, [1, *MEKAR], ["2*)", *neighbour("Toko B")], note])
    assert codes(plan.outcomes[1]) == ["row-mark"]


@pytest.mark.parametrize("name", ["Tas Murni", "UD. Tas Murni", "TAS MURNI"])
def test_a_note_that_names_a_row_is_shown_at_it(name: str) -> None:
    note = "Catatan: Tas Murni pindah ke Porong"
    plan = shops_from([HEAD, MEKAR, neighbour(name), [], [note]])
    assert statuses(plan) == [("Toko Mekar", "new"), (name, "new")]
    assert ("Lembar1!A3", f"`{name}` disebut dalam catatan di Lembar1!A5: `{note}`") in warnings(plan)


def test_a_title_that_is_a_note_is_read_as_one() -> None:
    plan = shops_from([["NB: Toko Mekar tutup sementara"], HEAD, MEKAR])
    assert only(plan).name == "Toko Mekar"
    assert [place for place, reason in warnings(plan) if "disebut dalam catatan" in reason] == ["Lembar1!A3"]
