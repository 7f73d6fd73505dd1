"""Headings, titles and sheets that say of all their rows that they must not be shown as they are."""

from __future__ import annotations

import pytest

from site_builder.importing.entries.plan import ImportPlan
from site_builder.importing.run import plan_of
from site_builder.importing.showing import plan_text
from site_builder.names import Kind
from tests.support.plans import HEAD, MEKAR, codes, neighbour, warnings
from tests.support.spreadsheets import Rows, csv, shops_from, sources

OTHER = neighbour("Galeri Zamrud")


@pytest.mark.parametrize(
    "heading",
    [
        "II. SUDAH TUTUP",
        "TIDAK AKTIF",
        "PINDAH KE LUAR DESA",
        "TIDAK BERSEDIA DITAMPILKAN",
        "CALON UMKM",
        "Data lama",
        "LIBUR SEMENTARA",
        "III. DIKELUARKAN DARI BINAAN",
        "EKS ANGGOTA",
        "DICORET",
        "YANG BELUM DIVERIFIKASI",
        "KENA LUMPUR",
        "Contoh pengisian",
        "BUKAN UNTUK UMUM",
    ],
)
def test_rows_below_a_heading_of_the_end_are_refused_and_those_above_it_are_not(heading: str) -> None:
    plan = shops_from([HEAD, MEKAR, [heading], OTHER])
    first, *_, last = plan.outcomes
    assert (codes(first), codes(last)) == ([], ["row-state.above"])


def test_the_next_heading_ends_it() -> None:
    plan = shops_from([HEAD, ["SUDAH TUTUP"], MEKAR, ["Desa Kludan"], OTHER])
    assert codes(plan.outcomes[-1]) == []


@pytest.mark.parametrize("heading", ["Desa Kludan", "A. Pengrajin tas", "Toko Jati (sudah tutup)"])
def test_a_heading_of_something_else_refuses_nothing(heading: str) -> None:
    assert codes(shops_from([HEAD, MEKAR, [heading], OTHER]).outcomes[-1]) == []


def test_a_title_that_says_so_refuses_all_rows() -> None:
    plan = shops_from([["DAFTAR USAHA YANG SUDAH TUTUP"], HEAD, MEKAR, OTHER])
    assert [codes(one) for one in plan.outcomes] == [["row-state.title"]] * 2


GOODS = ["No", "Nama Produk", "Kategori", "Bahan", "Harga"]


def goods_below(heading: str, *, counted: bool) -> ImportPlan:
    rows: list[list[str | None]] = [
        [*GOODS],
        ["1", "Lipat", "Dompet", "Kulit sapi", "85.000"],
        [heading] if counted else [None, heading],
        ["2", "Kartu", "Dompet", "Kulit sapi", "90.000"],
    ]
    rows = rows if counted else [row[1:] for row in rows]
    return plan_of("a.csv", csv(rows), Kind.PRODUCTS, sources())


@pytest.mark.parametrize("counted", [True, False])
@pytest.mark.parametrize(
    "heading",
    [
        "HARGA PER LUSIN",
        "Harga lama tahun 2019",
        "SUDAH TIDAK DIPRODUKSI",
        "HARGA PABRIK (bukan untuk umum)",
        "Harga pabrik",
        "B. HPP",
        "HARGA BELI",
        "HARGA TAHUN 2023",
        "DAFTAR HARGA RESELLER",
        "HARGA SEBELUM PPN",
        "HARGA PROMO S/D DES",
        "PESANAN KHUSUS PT. ANGIN (jgn dijual ke lain)",
        "BARANG PAK LURAH (JGN DIJUAL KE LAIN)",
        "CONTOH SAJA",
        "BARANG REJECT",
        "BARANG KOSONG",
    ],
)
def test_products_below_a_heading_of_other_prices_are_refused(heading: str, counted: bool) -> None:
    plan = goods_below(heading, counted=counted)
    assert codes(plan.outcomes[0]) == []
    assert codes(plan.outcomes[-1]) == ["row-state.above"]
    assert heading in plan.outcomes[-1].problems[0].values["value"]


@pytest.mark.parametrize("counted", [True, False])
@pytest.mark.parametrize(
    "heading",
    [
        "HARGA",
        "HARGA ECERAN",
        "Harga jual satuan",
        "HARGA NORMAL",
        "HARGA PAS",
        "DAFTAR HARGA 2026",
        "HARGA DOMPET",
    ],
)
def test_what_every_buyer_pays_heads_rows_as_any_others(heading: str, counted: bool) -> None:
    plan = goods_below(heading, counted=counted)
    assert [codes(one) for one in plan.outcomes] == [[], []]
    assert not any("tidak dimengerti" in reason for _, reason in warnings(plan))


@pytest.mark.parametrize("counted", [True, False])
def test_a_heading_that_is_not_understood_is_told_with_the_rows_below_it(counted: bool) -> None:
    plan = goods_below("C. TITIPAN BU CAMAT", counted=counted)
    assert codes(plan.outcomes[-1]) == []
    assert (
        "A3",
        "baris 4 ada di bawah tulisan `C. TITIPAN BU CAMAT`, yang tidak dimengerti",
    ) in warnings(plan)
    assert "`C. TITIPAN BU CAMAT`" in plan_text(plan, "id").partition("BARU")[0]


def test_several_headings_that_are_not_understood_are_told_at_once() -> None:
    rows: Rows = [["No", *HEAD], ["TITIPAN BU CAMAT"], ["1", *MEKAR], ["TEMAN PAK LURAH"], ["2", *OTHER]]
    (told,) = [reason for _, reason in warnings(shops_from(rows)) if "tidak dimengerti" in reason]
    assert told.endswith("yang tidak dimengerti: `TITIPAN BU CAMAT` (3), `TEMAN PAK LURAH` (5)")


@pytest.mark.parametrize(
    "heading",
    ["Desa Kludan", "DUSUN KRAJAN RT 2", "A. Pengrajin tas", "I. DOMPET DAN IKAT PINGGANG", "TOKO",
     "KELOMPOK MAWAR", "Halaman 2", "Lanjutan", "Triwulan II"],
)  # fmt: skip
def test_a_heading_that_only_sorts_is_not_told(heading: str) -> None:
    rows: Rows = [["No", *HEAD], ["1", *MEKAR], [heading], ["2", *OTHER]]
    assert not any("tidak dimengerti" in reason for _, reason in warnings(shops_from(rows)))


def test_rows_that_are_passed_over_as_headings_are_named_with_their_texts() -> None:
    rows: Rows = [["No", *HEAD], ["DESA KLUDAN"], ["1", *MEKAR], ["DESA KETAPANG"], ["2", *OTHER]]
    assert "baris 2, 4: judul kelompok atau halaman: `DESA KLUDAN`, `DESA KETAPANG`" in plan_text(
        shops_from(rows), "id"
    )
