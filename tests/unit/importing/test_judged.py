"""What a check would say of a new entry is told by the import, at its cell, before it writes."""

from __future__ import annotations

import datetime as dt

import pytest

from site_builder.importing.entries.plan import ImportPlan
from site_builder.importing.run import plan_of
from site_builder.names import Kind, SourcePath
from tests.support.plans import HEAD, MEKAR, codes, neighbour, only, statuses, warnings
from tests.support.spreadsheets import Rows, after, sources, told, xlsx

NOW = dt.datetime(2026, 11, 29, 12, 0, tzinfo=dt.UTC)


def plan_on(rows: Rows, kind: Kind = Kind.SHOPS, files: dict[SourcePath, bytes] | None = None) -> ImportPlan:
    return plan_of("a.xlsx", xlsx(rows), kind, files or sources(), (), NOW)


def test_a_year_that_has_not_come_yet_is_refused_at_its_cell() -> None:
    rows: Rows = [[*HEAD, "Tahun Berdiri"], [*MEKAR, 2030], [*neighbour("Toko B"), 2026]]
    plan = plan_on(rows)
    assert statuses(plan) == [("Toko Mekar", "refused"), ("Toko B", "new")]
    assert told(plan.outcomes[0]) == [
        ("Lembar1!F2", "tahun 2030 belum tiba", "tulis tahun yang sebenarnya, paling akhir 2026")
    ]
    assert [str(write.path) for write in plan.writes] == [
        "content/shops/toko-b.md", "content/.imported/shops.json",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "found"),
    [("12 Maret 1927", ["event-year"]), ("12 Maret 2072", ["event-year"]), ("12 Maret 1998", [])],
)
def test_an_event_of_a_year_that_must_be_a_slip_is_refused(day: str, found: list[str]) -> None:
    rows: Rows = [["Nama Acara", "Tanggal"], ["Pekan Kulit", day]]
    assert codes(only(plan_on(rows, Kind.EVENTS))) == found


PLACED = [[*HEAD, "Lintang", "Bujur"]] + [
    [*neighbour(f"Toko {letter}"), f"-7.5{number}", "112.7"] for number, letter in enumerate("ABCD")
]


def test_a_latitude_without_its_minus_is_refused_beside_others_of_the_list() -> None:
    plan = plan_on([*PLACED, [*MEKAR, "7.5069", "112.7123"]])
    assert [status for _, status in statuses(plan)] == ["new"] * 4 + ["refused"]
    assert codes(plan.outcomes[4]) == ["location-sign.lat"]
    assert told(plan.outcomes[4])[0][0] == "Lembar1!F6"


def test_a_point_far_away_is_told_with_its_cell() -> None:
    plan = plan_on([*PLACED, [*MEKAR, "-6.2", "106.8"]])
    assert [status for _, status in statuses(plan)] == ["new"] * 5
    assert [place for place, _ in warnings(plan)] == ["Lembar1!F6"]


def test_what_was_wrong_before_and_is_not_in_the_sheet_refuses_nothing() -> None:
    text = "---\nnama: Toko Mekar\njenis: toko\nkategori: [dompet]\nalamat: X\nsejak: 2030\nfax: 1\n---\n"
    files = sources(**{"content/shops/toko-mekar.md": text})
    plan = plan_on([["Nama Usaha", "Desa"], ["Toko Mekar", "Kludan"]], files=files)
    assert statuses(plan) == [("Toko Mekar", "changed")]
    again = plan_on([["Nama Usaha", "Desa"], ["Toko Mekar", "Kludan"]], files=after(files, plan))
    assert again.writes == ()


def test_a_product_of_a_made_up_shop_is_told() -> None:
    text = "---\nnama: Toko Contoh\njenis: toko\nkategori: [dompet]\nalamat: X\ncontoh: ya\n---\n"
    rows: Rows = [["Nama Produk", "Toko", "Kategori", "Bahan"], ["Dompet", "Toko Contoh", "dompet", "kulit"]]
    plan = plan_on(rows, Kind.PRODUCTS, sources(**{"content/shops/toko-contoh.md": text}))
    assert [place for place, _ in warnings(plan)] == ["Lembar1!B2"]


def test_a_shop_is_closed_every_day_only_where_its_cell_says_so() -> None:
    outcome = only(plan_on([[*HEAD, "Jam Buka"], [*MEKAR, "Buka tiap hari kecuali Jumat"]]))
    assert [(problem.at.path, problem.key) for problem in outcome.problems] == [
        ("Lembar1!F2", "field-type.hours")
    ]
    plan = plan_on([[*HEAD, "Jam Buka"], [*MEKAR, "Senin-Minggu tutup"]])
    assert statuses(plan) == [("Toko Mekar", "new")]
    assert ("Lembar1!F2", "toko ini tertulis tutup setiap hari") in warnings(plan)
