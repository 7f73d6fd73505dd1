"""Remarks that speak of closing, moving or leave to be shown are asked about, unless they are harmless."""

from __future__ import annotations

import pytest

from site_builder.importing.cells.endings import asks_a_person
from tests.support.plans import HEAD, MEKAR, codes, only
from tests.support.spreadsheets import shops_from, told


@pytest.mark.parametrize(
    "remark",
    [
        "usaha tutup",
        "usaha tutup sejak Juli",
        "usaha sdh tutup",
        "sudah tidak produksi",
        "sdh gak berproduksi lagi",
        "belum ada ijin tampil",
        "belum izin",
        "tertutup",
        "acara intern",
        "katanya bangkrut",
        "mau pindah bulan depan",
        "berhenti sementara",
        "tutup tanggal 5 Mei",
        "tutup kalau sudah dapat kerja",
        "hari Minggu tutup, sekarang tutup terus",
        "jangan",
        "tidak dijual lagi",
        "sudah tidak ada",
        "stok habis",
        "pemilik minta datanya dihapus dari web",
        "ybs minta dikeluarkan dari daftar",
        "enggan didata",
        "sdh bukan milik ybs",
        "boyong ke Malang",
        "pulang kampung",
        "kembali ke kampung halaman",
        "ruko disegel",
        "disita bank",
        "beralih jadi ojek",
        "sekarang jadi ojek",
        "no WA milik tetangga",
        "HP punya anaknya",
        "usaha sdh saya jual",
        "tinggal nama",
        "kebakaran Mei 2026",
        "dlm sengketa waris",
        "anaknya tdk melanjutkan",
    ],
)
def test_what_may_keep_an_entry_from_being_shown_is_asked_about(remark: str) -> None:
    assert asks_a_person(remark)
    outcome = only(shops_from([[*HEAD, "Keterangan AO"], [*MEKAR, remark]]))
    ((place, reason, _),) = told(outcome)
    assert (codes(outcome), place) == (["row-remark"], "Lembar1!F2")
    assert f"di kolom `Keterangan AO` tertulis `{remark}`" in reason


@pytest.mark.parametrize(
    "remark",
    [
        "Tutup tgl merah",
        "tutup hari Minggu",
        "tutup setiap Jumat",
        "tutup Sabtu dan Minggu",
        "Minggu tutup",
        "tutup kalau hujan",
        "tutup saat lebaran",
        "lebaran libur",
        "tidak pernah tutup",
        "tutup jam 4",
        "jangan lupa bawa katalog",
        "sudah punya izin usaha",
        "baru",
        "spesialis penutup koper",
        "tempat bukan milik sendiri",
        "sudah jual online",
        "minta dibuatkan brosur",
        "milik sendiri",
        "bahan tahan terbakar",
        "pemilik lama meninggal, diteruskan anak",
    ],
)
def test_what_is_surely_harmless_stays(remark: str) -> None:
    assert not asks_a_person(remark)
    assert codes(only(shops_from([[*HEAD, "Keterangan"], [*MEKAR, remark]]))) == []


def test_a_remark_that_is_understood_keeps_its_own_answer() -> None:
    rows = [[*HEAD, "Ket."], [*MEKAR, "sudah tutup"], ["Toko Dua", *MEKAR[1:], "jangan ditampilkan"]]
    assert [codes(outcome) for outcome in shops_from(rows).outcomes] == [
        ["row-closed"],
        ["row-consent.remark"],
    ]


@pytest.mark.parametrize(
    "remark", ["tentatif", "diundur ke 2028", "ditunda", "menunggu konfirmasi", "belum pasti", "Postponed"]
)
def test_an_event_that_is_not_certain_is_asked_about(remark: str) -> None:
    assert asks_a_person(remark)


@pytest.mark.parametrize(
    "remark", ["please do not publish my address", "doesn't want to be listed", "not to be shown online"]
)
def test_what_is_said_in_english_of_not_being_shown_refuses_its_row(remark: str) -> None:
    assert codes(only(shops_from([[*HEAD, "Remarks"], [*MEKAR, remark]]))) == ["row-consent.remark"]


ELSEWHERE = [
    "jangan dipasang di internet",
    "saya tidak setuju ditampilkan",
    "usaha sudah tutup",
    "mohon alamat rumah saya tidak ditampilkan",
    "usaha sdh saya jual ke sdr. Heri",
    "pemilik minta datanya dihapus dari web",
    "pemilik sdh meninggal",
    "pindah ke Porong",
]


@pytest.mark.parametrize("text", ELSEWHERE)
@pytest.mark.parametrize("header", ["Saran", "Usulan untuk dinas", "Pesan dan kesan"])
def test_columns_that_are_not_imported_are_asked_as_remarks_are(header: str, text: str) -> None:
    outcome = only(shops_from([[*HEAD, header], [*MEKAR, text]]))
    ((place, reason, _),) = told(outcome)
    assert place == "Lembar1!F2"
    assert codes(outcome)[0] in {"row-remark", "row-consent.remark"}
    assert f"`{header}`" in reason and text[:20] in reason


@pytest.mark.parametrize(
    ("header", "text"),
    [
        ("Saran", "perbanyak pameran"),
        ("Saran", "jangan dipersulit izinnya"),
        ("Saran", "semoga tidak ada yang tutup"),
        ("Saran", "supaya usaha tidak gulung tikar"),
        ("Saran", "tidak"),
        ("Kendala", "bahan baku sering habis"),
        ("Kendala", "omzet tidak tentu"),
        ("BPJS", "tidak aktif"),
        ("Legalitas", "belum ada izin"),
        ("Pernah dibina?", "belum pernah"),
        ("Stan pameran", "tutup"),
        ("Modal", "pinjaman macet"),
        ("Jumlah Mesin", "3"),
        ("Sertifikat", "sudah ada, tidak lengkap"),
    ],
)
def test_what_other_columns_say_of_other_things_refuses_nothing(header: str, text: str) -> None:
    assert codes(only(shops_from([[*HEAD, header], [*MEKAR, text]]))) == []


def test_a_status_in_a_column_with_another_name_counts_by_one_word() -> None:
    assert codes(only(shops_from([[*HEAD, "Status terakhir"], [*MEKAR, "Tutup"]]))) == ["row-remark"]


def test_what_owners_say_of_themselves_below_a_private_header_is_not_shown() -> None:
    assert codes(only(shops_from([[*HEAD, "Nama Pemilik"], [*MEKAR, "Pak Pindah Sutopo"]]))) == []
