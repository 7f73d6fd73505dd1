"""Whatever spelling an office uses, what says "do not publish" is understood in every column alike."""

from __future__ import annotations

import pytest

from site_builder.importing.cells.consent import asks_consent, forbids
from site_builder.importing.cells.plain_words import plain_words
from site_builder.importing.entries.plan import Outcome
from site_builder.importing.run import plan_of
from site_builder.names import Kind
from tests.support.plans import HEAD, MEKAR, codes, neighbour, only, warnings, written
from tests.support.spreadsheets import csv, shops_from, sources, told


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("sdh tdk aktip th. 2024", "sudah tidak aktif tahun 2024"),
        ("SDH TDK AKTIF", "SUDAH TIDAK AKTIF"),
        ("non-aktif", "tidak aktif"),
        ("tdk_aktif", "tidak aktif"),
        ("blm ada ijin utk tampil", "belum ada izin untuk tampil"),
        ("dibatalin krn hujan", "dibatalkan karena hujan"),
        ("PD. Maju Jaya", "PD. Maju Jaya"),
        ("Tk. Sadar", "Tk. Sadar"),
    ],
)
def test_short_forms_are_written_out(said: str, meant: str) -> None:
    assert plain_words(said) == meant


@pytest.mark.parametrize(
    "name",
    [
        "Toko Nangka (sdh tutup)",
        "Toko Nangka (sdah tutup th 2024)",
        "Toko Nangka (tdk aktif)",
        "Toko Nangka [non aktif]",
        "Toko Nangka (bangkrut)",
        "Toko Nangka (vakum sejak pandemi)",
        "Toko Nangka (bubar)",
        "Toko Nangka sdh tdk ada",
        "Toko Nangka - tutup",
        "Toko Nangka, sdh gak produksi",
        "TOKO NANGKA TDK AKTIF",
        "Toko Nangka (libur)",
    ],
)
def test_a_name_that_says_that_it_is_no_more_is_refused(name: str) -> None:
    outcome = only(shops_from([HEAD, neighbour(name)]))
    assert codes(outcome) == ["row-closed"]
    assert name in told(outcome)[0][1]


@pytest.mark.parametrize(
    "name",
    ["Tutup Buku Leather", "Toko Makmur (dulu bernama Toko Jaya)", "Toko Mawar (cabang Kludan)",
     "Off White Bag", "Tas, Off White", "Toko Penutup Tas", "Mati Suri Leather"],
)  # fmt: skip
def test_other_words_in_a_name_are_its_own(name: str) -> None:
    assert codes(only(shops_from([HEAD, neighbour(name)]))) == []


@pytest.mark.parametrize(
    "remark",
    [
        "keberatan dipublikasikan", "hanya untuk data dinas", "alm. (tdk ada penerus)",
        "sudah dijual ke orang lain", "tidak ditemukan saat survei", "rumah kosong", "off",
        "pemilik meninggal, tdk diteruskan", "HP salah", "alamat salah", "privasi",
        "tidak mau difoto", "menolak didata", "sdh brenti", "vacum", "mandek", "dijual", "TTP",
        "ganti usaha jadi warung", "jgn di share", "blm setuju", "sdh gak jualan lg",
    ],
)  # fmt: skip
def test_a_remark_that_may_keep_a_shop_from_being_shown_refuses_its_row(remark: str) -> None:
    outcome = only(shops_from([[*HEAD, "Ket"], [*MEKAR, remark]]))
    assert len(codes(outcome)) == 1
    assert codes(outcome)[0].split(".")[0] in ("row-closed", "row-consent", "row-remark")


def event(remark: str, day: str = "5 Februari 2027", name: str = "Bazar Melati") -> list[str]:
    rows = [["Nama Acara", "Tanggal", "KET"], [name, day, remark]]
    return codes(only(plan_of("a.csv", csv(rows), Kind.EVENTS, sources())))


@pytest.mark.parametrize(
    "remark",
    [
        "ditiadakan", "tdk jadi", "urung", "dibatalin", "off", "dihapus", "tidak dilaksanakan", "reschedule",
        "pending", "gagal", "diganti tgl 1 Jan", "masih rencana", "undangan", "khusus anggota", "blm pasti",
        "TBC", "tertutup", "dg konfirmasi", "mundur 1 minggu", "by invitation", "tunggu SK", "?",
    ],
)  # fmt: skip
def test_an_event_that_will_not_be_or_is_not_for_all_is_refused(remark: str) -> None:
    assert event(remark)[0].split(".")[0] in ("row-closed", "row-remark")


@pytest.mark.parametrize(
    "remark", ["gratis", "tidak dipungut biaya", "terbuka untuk umum", "tempat terbatas", "bawa KTP"]
)
def test_an_event_for_all_is_taken(remark: str) -> None:
    assert event(remark) == []


@pytest.mark.parametrize("name", ["Bazar Melati (ditiadakan)", "Bazar Melati (tdk jadi)", "Rapat (undangan)"])
def test_what_stands_behind_the_name_of_an_event_counts_too(name: str) -> None:
    assert event("-", name=name)[0] == "row-closed.event"


@pytest.mark.parametrize(
    "day",
    [
        "diundur 5 Februari 2027", "rencana 5 Februari 2027", "sekitar 5 Februari 2027",
        "5 Februari 2027 (blm pasti)", "5 Februari 2027?", "dimajukan 5-8 Februari 2027",
        "semula 5 Februari 2027",
    ],
)  # fmt: skip
def test_a_day_that_may_be_another_is_refused(day: str) -> None:
    assert event("-", day) == ["cell-date.unsure"]


QUESTIONS = [
    "Bolehkah data ini ditampilkan di website?",
    "Boleh tampil di web?",
    "Izin publikasi",
    "Bersedia dipublikasikan",
    "Setuju ditampilkan",
    "Persetujuan",
    "Persetujuan pemilik (Ya/Tidak)",
    "Apakah Bapak/Ibu berkenan data dimuat?",
    "Ditampilkan di situs (Y/T)",
    "Ijin tampil",
]


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    ("answer", "found"),
    [("Ya", []), ("Tidak", ["row-consent"]), ("Ya, tapi nomor WA jangan", ["row-consent.partly"])],
)
def test_every_question_whether_data_may_be_shown_is_one(
    question: str, answer: str, found: list[str]
) -> None:
    assert codes(only(shops_from([[*HEAD, question], [*MEKAR, answer]]))) == found


@pytest.mark.parametrize(
    "header", ["Izin Usaha", "No. Izin", "Website", "Alamat web", "Mau ikut pameran?", "Data usaha"]
)
def test_other_columns_ask_for_no_leave(header: str) -> None:
    assert not asks_consent(header)


def test_a_yes_to_a_question_for_objections_is_none() -> None:
    question = "Keberatan data ditampilkan?"
    for answer in ("Ya", "Tidak", "Monggo"):
        outcome = only(shops_from([[*HEAD, question], [*MEKAR, answer]]))
        assert codes(outcome) == ["row-consent.objection"]
        ((_, reason, advice),) = told(outcome)
        assert "tidak bersedia" not in reason
        assert "ganti judul kolom itu menjadi `Persetujuan`" in advice


BERSEDIA = "Apakah Bapak/Ibu setuju usahanya ditampilkan di website?"


def answered(answer: str | None) -> Outcome:
    return only(shops_from([[*HEAD, BERSEDIA], [*MEKAR, answer]]))


@pytest.mark.parametrize("answer", ["Monggo", "monggo.", "Nggih", "Inggih", "Silakan", "Silahkan", "Boleh"])
def test_a_yes_as_people_say_it_is_one_where_it_stands_alone(answer: str) -> None:
    assert codes(answered(answer)) == []
    assert codes(answered(f"{answer} kersa")) == ["row-consent.doubt"]
    assert codes(answered(f"{answer}, tapi jangan alamatnya")) == ["row-consent.partly"]


@pytest.mark.parametrize(
    "answer",
    ["Terserah dinas", "Ragu-ragu", "Belum", "Pikir2 dulu", "-", "?", "tdk tau", "belum dijawab",
     "tidak keberatan", "ikut suami", "Boleh nanti"],
)  # fmt: skip
def test_an_answer_that_is_neither_yes_nor_no_is_asked_about(answer: str) -> None:
    outcome = answered(answer)
    assert codes(outcome) == ["row-consent.doubt"]
    ((_, reason, advice),) = told(outcome)
    assert "belum jelas apakah pemiliknya bersedia" in reason
    assert advice.startswith("tanyakan dulu")


@pytest.mark.parametrize(
    "answer",
    ["Tidak", "tdk", "TIDAK BERSEDIA", "gak mau", "T", "no", "jangan", "Tidak, terima kasih",
     "belum bersedia", "keberatan", "menolak", "Mboten", "tidak usah", "tidak boleh ditampilkan"],
)  # fmt: skip
def test_a_no_is_one(answer: str) -> None:
    outcome = answered(answer)
    assert codes(outcome) == ["row-consent"]
    assert "pemiliknya tidak bersedia" in told(outcome)[0][1]


def test_an_empty_answer_is_told_at_its_own_cell() -> None:
    ((place, reason, _),) = told(answered(None))
    assert place == "Lembar1!F2"
    assert reason == f"kolom `{BERSEDIA}` kosong di baris ini, jadi belum tentu pemiliknya bersedia"


@pytest.mark.parametrize(
    "remark", ["jgn di share", "nomor anaknya, jangan disebar", "blm mau dipublikasikan"]
)
def test_short_forms_forbid_as_well(remark: str) -> None:
    assert forbids(remark)
    assert not forbids("tdk keberatan ditampilkan")


@pytest.mark.parametrize(
    "mark",
    [
        "tdk aktif", "mati", "nomor lama", "salah sambung", "hangus", "jangan ditelp", "blm pasti",
        "cek lagi", "sudah ganti", "ex", "nonaktif", "milik tetangga", "zonk", "?",
    ],
)  # fmt: skip
def test_a_number_with_a_mark_that_nobody_knows_to_be_harmless_is_refused(mark: str) -> None:
    for cell in (f"0812-3456-7808 ({mark})", f"0812-3456-7808 {mark}", f"{mark} 0812-3456-7808"):
        outcome = only(shops_from([HEAD, [*MEKAR[:4], cell]]))
        assert codes(outcome) == ["cell-number"], cell
        assert "0812" not in told(outcome)[0][2]


@pytest.mark.parametrize(
    "mark",
    ["WA", "telp", "HP", "kantor", "toko", "pemilik", "admin", "Bu Ida", "bu ida", "Yuli", "H. Slamet",
     "WA only", "nomor baru", "CS", "khusus WA", "a/n Gendut", "masih aktif", "chat dulu",
     "jam kerja", "Rina, admin"],
)  # fmt: skip
def test_a_mark_that_says_who_answers_leaves_a_number_as_it_is(mark: str) -> None:
    plan = shops_from([HEAD, [*MEKAR[:4], f"0812-3456-7808 ({mark})"]])
    assert "wa: 0812-3456-7808\n" in written(plan, "content/shops/toko-mekar.md")


def test_two_numbers_of_which_one_is_dead_are_refused_and_nothing_says_that_all_is_well() -> None:
    plan = shops_from([HEAD, [*MEKAR[:4], "0812-3456-7808 (Bu Ida), 0813-3456-7317 (mati)"]])
    assert codes(only(plan)) == ["cell-number"]
    assert warnings(plan) == []


@pytest.mark.parametrize(
    "address", ["Jl. Raya 5 (sdh pindah)", "Jl. Raya 5, pindah ke Boro", "Jl. Raya 5 (jgn ditampilkan)"]
)
def test_an_address_that_holds_no_more_is_refused(address: str) -> None:
    assert codes(only(shops_from([HEAD, [*MEKAR[:3], address, None]]))) == ["cell-words.remark"]


@pytest.mark.parametrize(
    "address", ["Jl. Raya 5 (depan balai desa)", "Jl. Mati 3", "Gg. Buntu, sebelah Toko Stop"]
)
def test_other_addresses_stay(address: str) -> None:
    assert codes(only(shops_from([HEAD, [*MEKAR[:3], address, None]]))) == []


@pytest.mark.parametrize("venue", ["blm ditentukan", "menyusul", "TBA", "tdk tahu", "Pendopo (batal)"])
def test_a_venue_that_is_none_is_refused(venue: str) -> None:
    rows = [["Nama Acara", "Tanggal", "Tempat"], ["Bazar Melati", "5 Februari 2027", venue]]
    outcome = only(plan_of("a.csv", csv(rows), Kind.EVENTS, sources()))
    assert codes(outcome)[0].split(".")[0] == "cell-words"
