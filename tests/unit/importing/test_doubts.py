"""What is imported and may be a slip is told at its cell: nearly a village, a number of two shops."""

from __future__ import annotations

import pytest

from tests.support.plans import HEAD, MEKAR, codes, warnings, written
from tests.support.spreadsheets import Rows, after, shops_from, sources, told

WIDE = [*HEAD, "Desa"]


def shop(name: str, village: str, number: str | None = None) -> list[str | None]:
    return [name, *MEKAR[1:3], f"Jl. {name} 1", number, village]


@pytest.mark.parametrize(
    ("village", "is_told"),
    [("Ketapan", True), ("Ketapnag", True), ("KETAPANG", False), ("Kludan", False), ("Desa Ketapang", False)],
)
def test_a_village_that_is_nearly_another_is_told(village: str, is_told: bool) -> None:
    rows = [shop("Satu", "Ketapang"), shop("Dua", "Ketapang"), shop("Tiga", village)]
    expected = [("Lembar1!F4", f"`{village}` menjadi desa baru di situs, padahal ada `Ketapang`")]
    assert warnings(shops_from([WIDE, *rows])) == (expected if is_told else [])
    files = after(sources(), shops_from([WIDE, *rows[:2]]))
    plan = shops_from([WIDE, rows[2]], files)
    assert [text for _, text in warnings(plan)] == [text for _, text in expected if is_told]
    assert warnings(shops_from([WIDE, rows[2]], after(files, plan))) == []


@pytest.mark.parametrize("village", ["Desa Kludan", "Kel. Kludan", "Kelurahan Kludan", "Ds Kludan", "Kludan"])
def test_what_says_that_a_village_is_one_is_left_out(village: str) -> None:
    plan = shops_from([WIDE, shop("Satu", village)])
    assert "desa: Kludan\n" in written(plan, "content/shops/satu.md")


def test_a_number_of_two_shops_is_told() -> None:
    rows = [shop("Satu", "Kludan", "0812-7100-0010 (WA)"), shop("Dua", "Kludan", "0812 7100 0010 (WA)")]
    ((place, text),) = warnings(shops_from([WIDE, *rows]))
    assert place == "Lembar1!E3"
    assert text == "nomor WhatsApp `0812 7100 0010` untuk `Dua` sama dengan nomor `Satu` (Lembar1!E2)"
    files = after(sources(), shops_from([WIDE, rows[0]]))
    ((_, text),) = warnings(shops_from([WIDE, rows[1]], files))
    assert text.endswith("sama dengan nomor `Satu` (`satu`)")
    rows[1][4] = "0812 7100 0011 (WA)"
    assert warnings(shops_from([WIDE, *rows])) == []


def test_of_rows_that_may_be_one_shop_all_are_refused_with_the_others() -> None:
    row = [*MEKAR[1:3], "Jl. Ketapang 1", "0856-3300-4001 (WA)", "Ketapang"]
    other = [*MEKAR[1:3], "Jl. Ketapang No. 1", "0856 3300 4001 (WA)", "Ketapang"]
    rows: Rows = [WIDE, ["Tas Mawar", *row], ["TAS MAWAR", "Grosir", *row[1:]], ["Toko Tas Mawar", *other]]
    plan = shops_from(rows)
    assert [codes(outcome) for outcome in plan.outcomes] == [["row-twice"], ["row-twice"], ["row-near.rows"]]
    assert told(plan.outcomes[0])[0][1].endswith("lihat juga Lembar1!A3, Lembar1!A4")
    assert "(Lembar1!A2, Lembar1!A3)" in told(plan.outcomes[2])[0][1]
    plan = shops_from([rows[0], rows[1], rows[3]])
    assert [codes(outcome) for outcome in plan.outcomes] == [["row-near.rows"], ["row-near.rows"]]
    rows = [["ID", *WIDE], ["tas-mawar", *rows[1]], ["mawar-dua", *rows[3]]]
    assert [codes(outcome) for outcome in shops_from(rows).outcomes] == [[], []]


def test_a_row_that_is_refused_for_something_else_counts_too() -> None:
    row = [*MEKAR[1:3], "Jl. Ketapang 1", "0856-3300-4001 (WA)", "Ketapang"]
    plan = shops_from([WIDE, ["Tas Mawar", "pabrik", *row[1:]], ["Toko Tas Mawar", *row]])
    assert codes(plan.outcomes[1]) == ["row-near.rows"]
