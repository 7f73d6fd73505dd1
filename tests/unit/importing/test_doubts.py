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


@pytest.mark.parametrize(
    ("village", "address", "other"),
    [
        ("Kedensari", "Jl. Melati 3, Ds. Kludan", "Kludan"),
        ("Kedensari", "Desa Kludan RT 3", "Kludan"),
        ("Kedensari", "Jl. Melati 3, Kel. Kalisampurno, Tanggulangin", "Kalisampurno"),
        ("Kedensari", "Jl. Melati 3, Ds. Kedensari", ""),
        ("Kedensari", "Jl. Melati 3, Ds. Kedensary", ""),
        ("Kalitengah Selatan", "Ds. Kalitengah RT 3", ""),
        ("Kali Tengah", "Ds. Kalitengah RT 3", ""),
        ("Kludan", "Sebelah utara Balai Desa, Jl. Raya 7", ""),
        ("Kludan", "Jl. Raya 7", ""),
    ],
)
def test_a_village_that_the_address_contradicts_is_told_with_both_cells(
    village: str, address: str, other: str
) -> None:
    found = warnings(shops_from([WIDE, ["Satu", *MEKAR[1:3], address, None, village]]))
    reason = f"desa `{village}` tidak cocok dengan alamatnya (Lembar1!D2): `{address}` menyebut desa {other}"
    assert found == ([("Lembar1!F2", reason)] if other else [])


@pytest.mark.parametrize(
    ("address", "village", "is_told"),
    [
        ("Jl. Kedensari 70", "Kedensari", True),
        ("Jalan Kedensari No. 70A", None, True),
        ("Sebelah utara Balai Desa, Jl. Kedensari 70", "Kedensari", True),
        ("Depan pasar Jl. Kedensari 70", "Kedensari", True),
        ("Jl. Kedensari 70 depan Balai Desa", "Kedensari", True),
        ("Jl. Kedensari 71", "Kedensari", False),
        ("Jl. Kedensari 70", "Ketapang", False),
        ("Jl. Kedensari", "Kedensari", False),
    ],
)
def test_two_shops_in_one_house_are_told_with_both_rows(
    address: str, village: str | None, *, is_told: bool
) -> None:
    one = ["Delta Bag", *MEKAR[1:3], "Jl. Kedensari 70", "0812-7100-0010 (WA)", "Kedensari"]
    other = ["Beta Leather", *MEKAR[1:3], address, None, village]
    plan = shops_from([WIDE, one, other])
    assert [codes(outcome) for outcome in plan.outcomes] == [[], []]
    found = [(place, reason) for place, reason in warnings(plan) if "beralamat" in reason]
    reason = f"`Beta Leather` beralamat sama dengan `Delta Bag` (Lembar1!A2): `{address}`"
    assert found == ([("Lembar1!D3", reason)] if is_told else [])
    files = after(sources(), shops_from([WIDE, one]))
    found = [
        (place, reason)
        for place, reason in warnings(shops_from([WIDE, other], files))
        if "beralamat" in reason
    ]
    assert found == ([("Lembar1!D2", reason.replace("Lembar1!A2", "`delta-bag`"))] if is_told else [])


PUSGITTA = "---\nnama: Pusgitta (Pusat Grosir Tas Tanggulangin)\njenis: grosir\nkategori: [tas]\n"
PUSGITTA += "alamat: Jl. Raya Kludan 31\ndesa: Kludan\n---\n"


@pytest.mark.parametrize(
    ("name", "address", "meant"),
    [
        ("PUSAT GROSIR TAS", "Jl. Raya Kludan No. 31A", "pusgitta"),
        ("Grosir Tas Tanggulangin", "Jl. Lain 3", "pusgitta"),
        ("Toko Pusgita Kludan", "Jl. Lain 3", "pusgitta"),
        ("Koperasi Industri Tas & Koper", "Jl. Lain 3", "intako"),
        ("Toko Tas Kludan", "Jl. Lain 3", ""),
        ("Tas Tanggulangin", "Jl. Lain 3", ""),
        ("Grosir Koper Tanggulangin", "Jl. Lain 3", ""),
        ("Koperasi Industri Sepatu & Koper", "Jl. Lain 3", ""),
    ],
)
def test_another_name_of_a_shop_of_the_site_is_told(name: str, address: str, meant: str) -> None:
    files = sources(**{"content/shops/pusgitta.md": PUSGITTA})
    plan = shops_from([WIDE, [name, "Grosir", "Tas", address, None, "Kludan"]], files)
    assert codes(plan.outcomes[0]) == []
    assert [note.values["id"] for note in plan.notes] == ([meant] if meant else [])
    if meant:
        assert f"`{name}` mungkin nama lain dari `" in warnings(plan)[0][1]


def test_a_shop_at_the_number_of_one_of_the_site_but_for_its_letter_is_told() -> None:
    files = sources(**{"content/shops/pusgitta.md": PUSGITTA})
    plan = shops_from([WIDE, ["Delta Bag", "Grosir", "Tas", "Jl. Raya Kludan 31A", None, "Kludan"]], files)
    reason = "`Delta Bag` beralamat sama dengan `Pusgitta (Pusat Grosir Tas Tanggulangin)` (`pusgitta`): "
    assert [reason for _, reason in warnings(plan)] == [f"{reason}`Jl. Raya Kludan 31A`"]
