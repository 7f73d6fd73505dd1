"""Rows that can hold no entry are left out and told; what may be an entry is never among them."""

from __future__ import annotations

import pytest

from site_builder.importing.run import plan_of
from site_builder.importing.showing import plan_text
from site_builder.names import Kind
from tests.support.plans import HEAD, MEKAR, neighbour, warnings
from tests.support.spreadsheets import Rows, shops_from, sources, xlsx

NUMBERED = ["No", *HEAD]
FIRST, SECOND = [1, *MEKAR], [2, *neighbour("Toko B")]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (["JUMLAH", "9 usaha"], "total"),
        ([None, "Jumlah", None, None, None, 12], "total"),
        ([None, "TOTAL KESELURUHAN", None, 4, 5], "total"),
        ([None, "Sub Total", 2], "total"),
        (["Total: 8 usaha"], "total"),
        ([None, "Sumber: Dinas Koperasi, 2026"], "note"),
        ([None, "*) usaha belum memiliki NIB"], "note"),
        (["Keterangan :"], "note"),
        (["I", "DESA KLUDAN"], "heading"),
        (["DESA KEDENSARI"], "heading"),
        (["Halaman 2"], "heading"),
        ([None, "B. Kelompok Melati"], "heading"),
    ],
)
def test_between_entries(row: list[object], reason: str) -> None:
    plan = shops_from([NUMBERED, FIRST, row, SECOND])
    assert [outcome.name for outcome in plan.outcomes] == ["Toko Mekar", "Toko B"]
    assert [(one.number, str(one.reason)) for one in plan.passed] == [(3, reason)]


def test_a_second_line_of_headers_that_mean_nothing_is_no_entry() -> None:
    rows: Rows = [
        ["Nama Usaha", "Jenis", "Kategori", "Alamat", "Tenaga Kerja", None],
        [None, None, None, None, "L", "P"],
        [*MEKAR[:4], 1, 2],
    ]
    plan = plan_of("a.xlsx", xlsx(rows, merged=["E1:F1"]), Kind.SHOPS, sources())
    assert [str(outcome.status) for outcome in plan.outcomes] == ["new"]
    assert [(row.number, str(row.reason)) for row in plan.passed] == [(2, "heading")]
    assert [place for place, _ in warnings(plan)] == ["Lembar1!E1"]


END: Rows = [
    [None, "JUMLAH", None, None, 2],
    [],
    [None, None, None, None, "Sidoarjo, 3 Maret 2026"],
    [None, "Mengetahui,", None, None, "Petugas Pendata"],
    [None, "Kepala Desa Kludan"],
    [None, "H. SUTRISNO, S.Pd.", None, None, "Siti Aminah"],
    [None, "NIP. 19650101 199003 1 001"],
]


def test_signatures_below_a_list_are_told_once() -> None:
    plan = shops_from([NUMBERED, FIRST, SECOND, *END])
    assert [str(outcome.status) for outcome in plan.outcomes] == ["new", "new"]
    text = plan_text(plan, "id")
    assert "DILEWATI, BUKAN ENTRI (6)\n  Lembar1: baris 4: jumlah\n" in text
    assert "  Lembar1: baris 6-10: tempat, tanggal, dan tanda tangan\n" in text
    assert "Lembar1: rows 6-10: place, day and signatures" in plan_text(plan, "en")


@pytest.mark.parametrize(
    "row",
    [
        [3, "Total Leather", "Toko", "Dompet", "Kludan 9", None],
        [3, "Sumber Rejeki", None, None, "Kludan 9", None],
        [3, "Sumber Rejeki"],
        [None, "Toko Tanpa Nomor"],
        [3, "Ketua Leather", "Toko"],
        [3, "Kelompok Usaha Melati", None, "Tas"],
        [None, "Jumlah Jaya", "Toko", "Tas", "Kludan"],
        [None, None, "Toko", "Tas", "Kludan"],
    ],
)
@pytest.mark.parametrize("below", [[], [SECOND]])
def test_what_may_be_an_entry_is_never_left_out(row: list[object], below: Rows) -> None:
    plan = shops_from([NUMBERED, FIRST, row, *below])
    if row == [None, "Toko Tanpa Nomor"] and not below:
        assert [str(one.reason) for one in plan.passed] == ["note"]  # all others are numbered
        return
    assert plan.passed == ()
    assert len(plan.outcomes) == 2 + len(below)


def test_a_short_list_without_numbers_may_end_with_a_name_alone() -> None:
    plan = shops_from([["Nama Usaha", "Telepon"], ["Koperasi Intako", "031-8951234"], ["Toko Baru"]])
    assert [outcome.name for outcome in plan.outcomes] == ["Koperasi Intako", "Toko Baru"]


@pytest.mark.parametrize("name", ["Dinas Pariwisata Expo", "Operator Cup", "Camat Cup", "Catatan Musik"])
def test_a_row_with_all_that_an_event_needs_is_no_signature_whatever_it_is_called(name: str) -> None:
    head = ["Nama Acara", "Tanggal Mulai", "Tanggal Selesai", "Tempat", "Alamat", "Penyelenggara"]
    rows: Rows = [head, ["Pasar Raya", "2027-01-02"], [name, "2027-02-02"], ["Bazar", "2027-03-02"]]
    plan = plan_of("a.xlsx", xlsx(rows), Kind.EVENTS, sources())
    assert [outcome.name for outcome in plan.outcomes] == ["Pasar Raya", name, "Bazar"]


def test_a_row_with_an_id_is_never_left_out() -> None:
    rows: Rows = [["ID", *HEAD], ["mekar", *MEKAR], ["camat", "Camat Jaya"], ["lurah", "Lurah"]]
    plan = shops_from(rows)
    assert [outcome.name for outcome in plan.outcomes] == ["Toko Mekar", "Camat Jaya", "Lurah"]
