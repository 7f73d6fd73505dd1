"""Columns that belong together, and forms of hours, days, places and words that mean one thing only."""

from __future__ import annotations

import pytest

from site_builder.importing.cells.words import term_named
from site_builder.importing.run import plan_of
from site_builder.model.localized import Localized
from site_builder.model.readers.coordinates import coordinates_in
from site_builder.model.readers.spans import day_range
from site_builder.model.readers.week import week_told
from site_builder.model.readers.written import ScalarFault
from site_builder.names import Kind, Lang
from tests.support.plans import HEAD, MEKAR, codes, only, statuses, warnings, written
from tests.support.spreadsheets import Rows, csv, shops_from, sources, told, xlsx


@pytest.mark.parametrize(
    ("heads", "cells", "hours"),
    [
        (["Hari", "Jam"], ["Senin s/d Sabtu", "08.00 - 16.00"], "{senin-sabtu: 08.00-16.00}"),
        (
            ["Hari Buka", "Jam Buka", "Hari Libur"], ["Senin-Kamis, Sabtu", "08.00-16.00", "Jumat, Minggu"],
            "{senin-kamis dan sabtu: 08.00-16.00, jumat dan minggu: tutup}",
        ),
        (
            ["Hari Buka", "Jam Buka", "Jam Tutup"], ["Setiap hari", "08.00", "17.00"],
            "{setiap hari: 08.00-17.00}",
        ),
        (
            ["Jam Buka", "Hari Libur"], ["Senin-Kamis 08.00-16.00", "Jumat"],
            "{senin-kamis: 08.00-16.00, jumat: tutup}",
        ),
        (
            ["Buka", "Tutup", "Libur"], ["08.00", "16.00", "Minggu"],
            "{senin-sabtu: 08.00-16.00, minggu: tutup}",
        ),
        (
            ["Jam Buka", "Hari Libur"], ["08.00-16.00", "Jumat"],
            "{sabtu-kamis: 08.00-16.00, jumat: tutup}",
        ),
        (
            ["Jam Buka", "Hari Libur"], ["08.00-16.00", "Sabtu dan Minggu"],
            "{senin-jumat: 08.00-16.00, sabtu dan minggu: tutup}",
        ),
        (
            ["Jam Buka", "Hari Libur"], ["08.00-16.00", "Jumat & Minggu"],
            "{senin-kamis dan sabtu: 08.00-16.00, jumat dan minggu: tutup}",
        ),
        (
            ["Hari", "Buka", "Tutup"], ["Senin-Sabtu", "7:30:00 AM", "5:00:00 PM"],
            "{senin-sabtu: 07.30-17.00}",
        ),
        (["Hari", "Buka", "Tutup"], ["Setiap hari", "24 jam", "24 jam"], "{setiap hari: 00.00-24.00}"),
        (["Hari", "Jam Buka"], ["Setiap hari", "24 jam"], "{setiap hari: 00.00-24.00}"),
        (
            ["Hari", "Buka", "Tutup"], ["Sen - Min kecuali Jum'at", "08.00", "16.00"],
            "{sabtu-kamis: 08.00-16.00, jumat: tutup}",
        ),
        (
            ["Hari", "Buka", "Tutup"], ["Senin-Minggu (Jumat libur)", "08.00", "16.00"],
            "{sabtu-kamis: 08.00-16.00, jumat: tutup}",
        ),
    ],
)  # fmt: skip
def test_days_and_hours_in_columns_of_their_own(heads: list[str], cells: list[str], hours: str) -> None:
    plan = shops_from([[*HEAD, *heads], [*MEKAR, *cells]])
    assert f"jam_buka: {hours}\n" in written(plan, "content/shops/toko-mekar.md")
    assert warnings(plan) == []


@pytest.mark.parametrize(
    ("heads", "cells", "place", "code"),
    [
        (["Hari", "Buka", "Tutup"], ["Senin-Sabtu", "08.00", "selesai"], "H2", "cell-clock"),
        (["Hari", "Buka", "Tutup"], ["Senin-Sabtu", "pagi", "16.00"], "G2", "cell-clock"),
        (["Hari", "Buka", "Tutup"], ["Senin-Sabtu", "17:00:00", "08:00:00"], "G2", "cell-clock.order"),
        (["Hari", "Buka", "Tutup"], ["kadang", "08.00", "selesai"], "F2", "cell-days"),
        (["Hari", "Jam Buka"], ["Senin-Sabtu", "08.00"], "G2", "cell-clock.range"),
    ],
)  # fmt: skip
def test_the_cell_at_fault_of_several_is_named(
    heads: list[str], cells: list[str], place: str, code: str
) -> None:
    outcome = only(shops_from([[*HEAD, *heads], [*MEKAR, *cells]]))
    assert ([where for where, _, _ in told(outcome)], codes(outcome)) == ([f"Lembar1!{place}"], [code])


def test_closed_days_that_leave_others_in_doubt_are_refused() -> None:
    row = [*MEKAR, "08.00-16.00", "Jumat minggu pertama"]
    assert codes(only(shops_from([[*HEAD, "Jam Buka", "Hari Libur"], row]))) == ["field-type.hours"]


def test_hours_without_days_are_still_refused() -> None:
    plan = shops_from([[*HEAD, "Jam Buka", "Jam Tutup"], [*MEKAR, "08.00", "17.00"]])
    assert [(place, codes(only(plan))) for place, _, _ in told(only(plan))] == [
        ("Lembar1!F2", ["cell-hours"])
    ]


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("Senin s.d Minggu 9 - 17", {"senin-minggu": "9-17"}),
        ("Senin sampai dengan Sabtu (08.00 - 16.00 WIB)", {"senin-sabtu": "08.00-16.00"}),
        ("buka tiap hari jam 8 pagi sampai 9 malam", {"tiap hari": "08.00-21.00"}),
        ("Senin-Sabtu 8am-5pm", {"senin-sabtu": "08.00-17.00"}),
        ("Senin-Sabtu 12pm-12am", {"senin-sabtu": "12.00-00.00"}),
        ("08.00-16.00 (Senin-Sabtu)", {"senin-sabtu": "08.00-16.00"}),
        ("Senin-Sabtu 08:00:00-16:00:00", {"senin-sabtu": "08:00-16:00"}),
        ("Senin jam 5 pagi - 9", {"senin": "05.00-09.00"}),
        ("Senin jam 5 pagi", {}),
        ("Senin jam 9 sore - 10 malam", {}),
        ("Senin-Sabtu 08.00-16.00", {"senin-sabtu": "08.00-16.00"}),
    ],
)
def test_hours_as_offices_write_them(text: str, week: dict[str, str]) -> None:
    assert week_told(text) == week


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("12-14 Maret 2027", ("12 Maret 2027", "14 Maret 2027")),
        ("10 s.d. 12 Mei 2027", ("10 Mei 2027", "12 Mei 2027")),
        ("28 Februari - 2 Maret 2027", ("28 Februari 2027", "2 Maret 2027")),
        ("30 Desember 2026 s/d 2 Januari 2027", ("30 Desember 2026", "2 Januari 2027")),
        ("2027-03-12 - 2027-03-14", ("2027-03-12", "2027-03-14")),
        ("Sabtu-Minggu, 17-18 Juli 2027", ("Sabtu, 17 Juli 2027", "Minggu, 18 Juli 2027")),
        ("Sabtu 17 s.d. Minggu 18 Juli 2027", ("Sabtu, 17 Juli 2027", "Minggu, 18 Juli 2027")),
        ("March 12-14, 2027", ("12 March 2027", "14 March 2027")),
        ("2027-03-12/2027-03-14", ("2027-03-12", "2027-03-14")),
        ("12 & 13 Maret 2027", ("12 Maret 2027", "13 Maret 2027")),
        ("12 & 20 Maret 2027", None),
        ("12 Maret 2027", None),
        ("Sabtu, 17 Juli 2027", None),
    ],
)
def test_two_days_in_one_cell(text: str, days: tuple[str, str] | None) -> None:
    assert day_range(text) == days


EVENT = ["Nama Kegiatan", "Hari", "Tanggal", "Waktu", "Lokasi"]


@pytest.mark.parametrize(
    ("cells", "lines"),
    [
        (
            ["Jumat", "12 Maret 2027", "09.00 - selesai", "Pendopo"],
            "mulai: 2027-03-12 09.00\ntempat_acara: Pendopo\n",
        ),
        (
            [None, "12-14 Maret 2027", None, "Pendopo"],
            "mulai: 2027-03-12\nselesai: 2027-03-14\ntempat_acara: Pendopo\n",
        ),
        (
            [None, "11-12/09/2027", None, "Pendopo"],
            "mulai: 2027-09-11\nselesai: 2027-09-12\ntempat_acara: Pendopo\n",
        ),
        (
            [None, "31 Desember 2027", "19.00 - 01.00", "Pendopo"],
            "mulai: 2027-12-31 19.00\nselesai: 2028-01-01 01.00\ntempat_acara: Pendopo\n",
        ),
        ([None, "12 Maret 2027", None, "Pendopo"], "mulai: 2027-03-12\ntempat_acara: Pendopo\n"),
    ],
)
def test_the_days_the_time_and_the_place_of_an_event(cells: list[object], lines: str) -> None:
    plan = plan_of("a.xlsx", xlsx([EVENT, ["Pekan Kulit", *cells]]), Kind.EVENTS, sources())
    assert written(plan, "content/events/pekan-kulit.md") == f"---\nnama: Pekan Kulit\n{lines}---\n"


@pytest.mark.parametrize(
    ("cells", "place", "code"),
    [
        (["Senin", "12 Maret 2027", None, None], "C2", "cell-weekday"),
        ([None, "12 Maret 2027", "pagi", None], "D2", "cell-time"),
        ([None, "12-14 Maret 2027", "10.00-21.00", None], "D2", "cell-time.days"),
        ([None, "20-22/05/2027", "10.00 s/d selesai", None], "D2", "cell-time.days"),
        ([None, "20-22/05/2027", "10.00", None], "D2", "cell-time.days"),
        ([None, "12 Maret 2027", "13.00-10.00", None], "D2", "cell-time.order"),
        ([None, "12-11/09/2027", None, None], "C2", "field-type.when"),
        ([None, "03/04/27", None, None], "C2", "cell-date.short-year"),
        ([None, "16 Okt 2027 (menunggu konfirmasi)", None, None], "C2", "cell-date.unsure"),
        ([None, "12 Maret 2027 (tentatif)", None, None], "C2", "cell-date.unsure"),
        ([None, "diundur ke 2028", None, None], "C2", "cell-date.unsure"),
        ([None, "14-12 Maret 2027", None, None], "C2", "event-ends-early"),
        ([None, "12 Maret 2027", None, "-7.5069, 112.7123 dekat masjid"], "E2", ""),
    ],
)
def test_what_does_not_fit_is_refused_at_its_cell(cells: list[object], place: str, code: str) -> None:
    plan = plan_of("a.xlsx", xlsx([EVENT, ["Pekan Kulit", *cells]]), Kind.EVENTS, sources())
    outcome = only(plan)
    assert (codes(outcome), [where for where, _, _ in told(outcome)]) == (
        ([code], [f"Lembar1!{place}"]) if code else ([], [])
    )


@pytest.mark.parametrize(
    ("kind", "place", "line"),
    [
        (Kind.SHOPS, "-7.5069, 112.7123", "lokasi: {lintang: -7.5069, bujur: 112.7123}"),
        (Kind.EVENTS, "-7.5069, 112.7123", "lokasi: {lintang: -7.5069, bujur: 112.7123}"),
        (Kind.EVENTS, "Pendopo Kludan", "tempat_acara: Pendopo Kludan"),
    ],
)
def test_what_stands_in_a_column_of_places_says_what_it_is(kind: Kind, place: str, line: str) -> None:
    heads, row = (HEAD, MEKAR) if kind is Kind.SHOPS else (["Nama Acara", "Tanggal"], ["Pekan", "1 Mei 2026"])
    plan = plan_of("a.xlsx", xlsx([[*heads, "Lokasi"], [*row, place]]), kind, sources())
    assert line in plan.writes[0].after.decode()


def test_words_of_a_place_beside_an_address_are_not_taken_and_told() -> None:
    plan = shops_from([[*HEAD, "Lokasi"], [*MEKAR, "Pasar Kludan"]])
    assert statuses(plan) == [("Toko Mekar", "new")]
    assert warnings(plan) == [
        ("Lembar1!F1", "kolom `Lokasi` tidak dikenal, jadi tidak diimpor"),
        ("Lembar1!F2", "tidak diimpor, `Lokasi`: `Pasar Kludan`"),
    ]


def test_an_address_may_stand_in_a_column_of_places() -> None:
    plan = shops_from([[*HEAD[:3], "Lokasi"], [*MEKAR[:3], "Pasar Kludan"]])
    assert "alamat: Pasar Kludan" in written(plan, "content/shops/toko-mekar.md")
    assert warnings(plan) == [("Lembar1!D1", "kolom `Lokasi` dibaca sebagai `alamat`, menurut isinya")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("-7.5069, 112.7123", ("-7.5069", "112.7123")),
        ("-7,5012; 112,7021", ("-7.5012", "112.7021")),
        ("-7,5012, 112,7021", ("-7.5012", "112.7021")),
        ("7°30'05\"S 112°42'10\"E", ("-7.501389", "112.702778")),
        ("7.5012 LS, 112.7021 BT", ("-7.5012", "112.7021")),
        ("S 7.5012 E 112.7021", ("-7.5012", "112.7021")),
        ("https://www.google.com/maps?q=-7.5069,112.7123", ("-7.5069", "112.7123")),
        (
            "https://www.google.com/maps/place/X/-7.5,112.7,17z/data=!3d-7.5069!4d112.7123",
            ("-7.5069", "112.7123"),
        ),
        ("https://www.google.com/maps/-7.5069,112.7123,17z", None),
        ("https://maps.app.goo.gl/abc", None),
        ("-7,5012,112,7021", None),
        ("112.7021 BT, 7.5012 LS", None),
        ("7.5012 112", None),
        ("7°30.5'S 112°42.25'E", ("-7.508333", "112.704167")),
        ("7°59'59.9\"S 112°0'0\"E", ("-7.999972", "112")),
        ("7°29'95\"S 112°42'10\"E", None),
        ("7°29'15\"S 112°42'60\"E", None),
        ("7°75'05\"S 112°42'10\"E", None),
        ("7.5°30'S 112°E", None),
        ("7°30.5'10\"S 112°42'10\"E", None),
    ],
)
def test_coordinates_that_are_sure(text: str, found: tuple[str, str] | None) -> None:
    assert coordinates_in(text) == found


COLOURS = {
    "cokelat": Localized({Lang("id"): "Cokelat", Lang("en"): "Brown"}),
    "cokelat-tua": Localized({Lang("id"): "Cokelat tua", Lang("en"): "Dark brown"}),
    "merah-muda": Localized({Lang("id"): "Merah muda", Lang("en"): "Pink"}),
    "marun": Localized({Lang("id"): "Marun", Lang("en"): "Maroon"}),
    "dompet": Localized({Lang("id"): "Dompet", Lang("en"): "Wallets"}),
}


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Coklat", "cokelat"),
        ("COKLAT TUA", "cokelat-tua"),
        ("maroon", "marun"),
        ("Wallet", "dompet"),
        ("pink", "merah-muda"),
    ],
)
def test_spellings_of_one_word(text: str, term: str) -> None:
    assert term_named(COLOURS, "colours", text) == term


@pytest.mark.parametrize(
    ("text", "variant", "suggestion"),
    [
        ("merah maroon", "allowed", None),
        ("merah", "allowed", None),
        ("Domper", "near", "dompet"),
        ("dopmet", "near", "dompet"),
        ("merah mudah", "near", "merah-muda"),
        ("tas", "allowed", None),
        ("coklat muda", "allowed", None),
    ],
)
def test_a_word_is_proposed_only_where_it_is_surely_a_slip(
    text: str, variant: str, suggestion: str | None
) -> None:
    with pytest.raises(ScalarFault) as caught:
        term_named(COLOURS, "colours", text)
    assert (caught.value.variant, caught.value.values.get("suggestion")) == (variant, suggestion)
    if variant == "allowed":
        assert caught.value.values["known"] == "cokelat, cokelat-tua, merah-muda, marun, dompet"


def test_and_more_is_told_and_not_imported() -> None:
    plan = shops_from([HEAD, [*MEKAR[:2], "Dompet, dll.", *MEKAR[3:]]])
    assert "kategori: [dompet]\n" in written(plan, "content/shops/toko-mekar.md")
    assert [place for place, _ in warnings(plan)] == ["Lembar1!C2"]


def test_a_name_beside_an_identity_card_is_a_persons() -> None:
    rows: Rows = [["No", "NIK", "Nama", "Nama Usaha", *HEAD[1:]], [1, "3515", "Siti", *MEKAR]]
    plan = shops_from(rows)
    assert statuses(plan) == [("Toko Mekar", "new")]
    assert [place for place, _ in warnings(plan)] == ["Lembar1!B1", "Lembar1!C1"]
    assert all(b"3515" not in write.after and b"Siti" not in write.after for write in plan.writes)


def test_a_list_of_people_without_names_of_shops_is_refused() -> None:
    from site_builder.problems import ContentRefused

    with pytest.raises(ContentRefused) as caught:
        shops_from([["No", "NIK", "Nama", "Alamat"], [1, "3515", "Siti", "Kludan"]])
    assert [problem.key for problem in caught.value.problems if problem.severity == "error"] == [
        "sheet-note.person-names"
    ]


def test_headers_in_two_lines_hold_parts_of_addresses_names_and_years() -> None:
    rows: Rows = [
        ["No", "Nama", None, "Alamat", None, "Kontak", None, "Mulai usaha", "Jenis", "Produk"],
        [None, "Usaha", "Pemilik", "Dusun/Jalan", "Desa", "HP", "WA", "(tahun)", "usaha", None],
        [
            1,
            "Tas Kencana",
            "Sholeh",
            "Dsn. Balong 1",
            "Kludan",
            "0812-3456-789",
            None,
            "2003",
            "toko",
            "Dompet",
        ],
    ]
    plan = plan_of("a.xlsx", xlsx(rows, merged=["B1:C1", "D1:E1", "F1:G1"]), Kind.SHOPS, sources())
    text = written(plan, "content/shops/tas-kencana.md")
    for line in ("nama: Tas Kencana", "alamat: Dsn. Balong 1", "desa: Kludan", "sejak: 2003", "jenis: toko"):
        assert f"{line}\n" in text
    assert "Sholeh" not in text


def test_questions_of_a_form_are_headers_as_their_words_are() -> None:
    head = [*HEAD[:4], "Nomor WhatsApp untuk pembeli", "Buka hari apa dan jam berapa?"]
    plan = shops_from([head, [*MEKAR[:4], "0812-3456-789", "Senin-Sabtu 08.00-17.00"]])
    text = written(plan, "content/shops/toko-mekar.md")
    assert "wa: 0812-3456-789\n" in text
    assert "senin-sabtu: 08.00-17.00" in text


def test_headers_in_two_lines_are_read_together() -> None:
    rows: Rows = [
        ["No", "Nama Usaha", "Pemilik", None, "Alamat", None, "Jenis", "Kategori", "Jam", None],
        [None, None, "Nama", "NIK", "Jalan", "Desa", None, None, "Buka", "Tutup"],
        [1, "Toko Mekar", "Siti", "3515", "Kludan 3", "Kludan", "Toko", "Dompet", None, None],
    ]
    merged = ["C1:D1", "E1:F1", "I1:J1"]
    plan = plan_of("a.xlsx", xlsx(rows, merged=merged), Kind.SHOPS, sources())
    assert "alamat: Kludan 3\ndesa: Kludan\n" in written(plan, "content/shops/toko-mekar.md")
    assert b"Siti" not in plan.writes[0].after


def test_ditto_marks_are_read_as_what_stands_above_and_told() -> None:
    plan = shops_from(
        [HEAD, MEKAR, ["Toko B", "Toko", '"', "sda", None], ["Toko C", "idem", "Tas", "s.d.a", None]]
    )
    assert "alamat: Kludan 3" in written(plan, "content/shops/toko-c.md")
    assert "kategori: [dompet]" in written(plan, "content/shops/toko-b.md")
    dittos = [place for place, reason in warnings(plan) if "beralamat sama" not in reason]
    assert dittos == ["Lembar1!C3", "Lembar1!D3", "Lembar1!B4"]


@pytest.mark.parametrize(
    ("head", "cell", "line"),
    [
        ("Tahun Berdiri", "12 Mei 1998", "sejak: 1998"),
        ("Tahun Berdiri", "1998-05-01", "sejak: 1998"),
        ("Website", "www.mekar.id", "situs: https://www.mekar.id"),
        ("No. WA", "https://wa.me/6281234567890", "wa: +6281234567890"),
        ("No. WA", "'081234567890", "wa: 081234567890"),
        ("No. HP (WA)", "081234567890", "wa: 081234567890"),
    ],
)
def test_forms_that_are_sure_but_for_their_dress(head: str, cell: str, line: str) -> None:
    plan = shops_from([[*HEAD[:4], head], [*MEKAR[:4], cell]])
    assert f"\n{line}\n" in written(plan, "content/shops/toko-mekar.md").replace('"', "")


@pytest.mark.parametrize(
    ("head", "cell", "line"),
    [
        ("MOQ", "2 lusin", "pesanan_minimum: 24"),
        ("Kapasitas/bln", "500 pcs", "kapasitas_per_bulan: 500"),
        ("Lama Pengerjaan", "1-2 minggu", "lama_pengerjaan_hari: 7-14"),
        ("Berat (gram)", "200 gr", "berat_g: 200"),
    ],
)
def test_amounts_with_their_units(head: str, cell: str, line: str) -> None:
    rows: Rows = [["Nama Produk", "Kategori", "Bahan", head], ["Dompet", "dompet", "kulit", cell]]
    plan = plan_of("a.xlsx", xlsx(rows), Kind.PRODUCTS, sources())
    assert f"\n{line}\n" in written(plan, "content/products/dompet.md")


@pytest.mark.parametrize(("column", "cell"), [(3, "sda"), (3, "12"), (3, '"'), (0, "***"), (0, "2026")])
def test_what_names_nothing_is_refused(column: int, cell: str) -> None:
    row = [*MEKAR[:column], cell, *MEKAR[column + 1 :]]
    (code,) = codes(only(shops_from([HEAD, row])))
    assert code == ("cell-words.ditto" if cell in ("sda", '"') else "cell-words")


@pytest.mark.parametrize(
    ("cell", "price"),
    [
        ("250.000 rupiah", "harga: 250.000"),
        ("Rp 250.000;", "harga: 250.000"),
        ("Rp250.000 s.d Rp300.000", "harga: {terendah: 250.000, tertinggi: 300.000}"),
    ],
)
def test_prices_as_offices_write_them(cell: str, price: str) -> None:
    rows: Rows = [["Nama Produk", "Kategori", "Bahan", "Harga"], ["Dompet", "dompet", "kulit", cell]]
    plan = plan_of("a.xlsx", xlsx(rows), Kind.PRODUCTS, sources())
    assert price in written(plan, "content/products/dompet.md")


def test_short_names_of_months() -> None:
    rows: Rows = [["Nama Acara", "Tanggal"], ["Pekan A", "12 Agst 2027"], ["Pekan B", "20 Mrt 2027"]]
    plan = plan_of("a.xlsx", xlsx(rows), Kind.EVENTS, sources())
    assert "mulai: 2027-08-12" in written(plan, "content/events/pekan-a.md")
    assert "mulai: 2027-03-20" in written(plan, "content/events/pekan-b.md")


def test_of_columns_that_mean_the_same_the_one_that_can_be_read_is_taken() -> None:
    head = ["Nama Usaha", "Nama Koperasi", "Jenis Usaha", "Bentuk", "Produk", "Kategori", "Alamat"]
    row = ["Toko Mekar", "Intako", "Kerajinan kulit", "Toko", "tas pesta, custom", "Dompet", "Kludan 3"]
    plan = shops_from([head, row])
    assert written(plan, "content/shops/toko-mekar.md") == (
        "---\nnama: Toko Mekar\njenis: toko\nkategori: [dompet]\nalamat: Kludan 3\n---\n"
    )
    assert [place for place, _ in warnings(plan)] == [
        "Lembar1!B1",
        "Lembar1!C1",
        "Lembar1!E1",
        "Lembar1!B2",
    ]


def test_the_hours_of_several_days_are_taken_where_the_day_says_them() -> None:
    head = ["Nama Acara", "Tanggal Mulai", "Tanggal Selesai", "Waktu"]
    for starts, ends, time in (
        ("2027-05-20 10.00", "2027-05-22", None),
        ("2027-05-20 10.00", "2027-05-22", "10.00"),
        ("2027-05-20 10.00", "2027-05-22", "10.00 s/d selesai"),
    ):
        plan = plan_of("a.csv", csv([head, ["Pekan Kulit", starts, ends, time]]), Kind.EVENTS, sources())
        assert "mulai: 2027-05-20 10.00\nselesai: 2027-05-22\n" in written(
            plan, "content/events/pekan-kulit.md"
        )
