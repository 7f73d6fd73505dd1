"""What offices write in a cell, and what a content file has instead."""

from __future__ import annotations

import pytest

from site_builder.importing.cells.office_forms import Known, says_nothing, written_in
from site_builder.importing.sheets.columns import known_headers, meaning, why_no_field
from site_builder.model.localized import Localized
from site_builder.model.readers.written import ScalarFault
from site_builder.names import Kind, Lang
from site_builder.spreadsheets.cells import Cell, What
from site_builder.validate.shapes import shape_of_kind

KNOWN = Known(
    {
        "categories": {
            "dompet": Localized({Lang("id"): "Dompet", Lang("en"): "Wallets"}),
            "tas-dan-koper": Localized({Lang("id"): "Tas dan koper"}),
        }
    },
    {
        "intako": ("intako",),
        "koperasi-intako": ("intako",),
        "mekar": ("mekar-1", "mekar-2"),
        "mekar-2": ("mekar-2", "mekar-3"),
    },
    {"kedensari": "Kedensari"},
)


def value(kind: Kind, field: str, text: str, what: What = What.TEXT) -> object:
    return written_in(shape_of_kind(kind).by_name[field], Cell(text, "A1", what), KNOWN)


@pytest.mark.parametrize(
    ("kind", "field", "text", "written"),
    [
        (Kind.SHOPS, "whatsapp", "0812-3456-789 (WA)", "0812-3456-789"),
        (Kind.SHOPS, "whatsapp", "WA: 0812 3456 7890", "0812 3456 7890"),
        (Kind.SHOPS, "whatsapp", "+62 812-3456-789", "+62 812-3456-789"),
        (Kind.SHOPS, "phone", "Telp. (031) 8951234", "(031) 8951234"),
        (Kind.SHOPS, "hours", "Senin s/d Sabtu 08.00 - 16.00", {"senin-sabtu": "08.00-16.00"}),
        (
            Kind.SHOPS, "hours", "Senin-Jumat 08.00-16.00, Minggu tutup",
            {"senin-jumat": "08.00-16.00", "minggu": "tutup"},
        ),
        (Kind.SHOPS, "categories", "Wallets", ["dompet"]),
        (Kind.SHOPS, "categories", "Dompet; tas dan koper", ["dompet", "tas-dan-koper"]),
        (Kind.SHOPS, "categories", "Tas dan Koper", ["tas-dan-koper"]),
        (Kind.SHOPS, "kind", "KOPERASI", "koperasi"),
        (Kind.SHOPS, "kind", "Toko (menjual langsung)", "toko"),
        (Kind.SHOPS, "kind", "Bengkel (membuat sendiri)", "bengkel"),
        (Kind.SHOPS, "kind", "Retail shop", "toko"),
        (Kind.SHOPS, "kind", "Workshop", "bengkel"),
        (Kind.SHOPS, "kind", "Wholesale", "grosir"),
        (Kind.SHOPS, "categories", "DOMPET DAN WALLETS", ["dompet"]),
        (Kind.SHOPS, "categories", "DOMPET AND WALLETS", ["dompet"]),
        (Kind.SHOPS, "village", "desa KEDENSARI", "Kedensari"),
        (Kind.SHOPS, "village", "Ds. Kalisampurno", "Kalisampurno"),
        (Kind.SHOPS, "phone", "0062 813 3131 4141", "+6281331314141"),
        (Kind.SHOPS, "phone", "0811-3344-505\n(HJ. UMI)", "0811-3344-505"),
        (Kind.SHOPS, "since", "Tahun 1998", "1998"),
        (Kind.SHOPS, "languages", "Indonesia, Inggris", ["id", "en"]),
        (Kind.SHOPS, "location", "-7.5069, 112.7123", {"lintang": "-7.5069", "bujur": "112.7123"}),
        (Kind.SHOPS, "address", "  Jl.  Raya\n Kludan\u200b 5", "Jl. Raya Kludan 5"),
        (Kind.PRODUCTS, "price", "Rp. 250.000,-", "250.000"),
        (Kind.PRODUCTS, "price", "250rb", "250.000"),
        (Kind.PRODUCTS, "price", "Rp 100.000 - Rp 150.000", {"terendah": "100.000", "tertinggi": "150.000"}),
        (Kind.PRODUCTS, "shop", "Koperasi Intako", "intako"),
        (Kind.PRODUCTS, "shop", "mekar-2", "mekar-2"),
        (Kind.PRODUCTS, "incoterms", "EXW, FOB", ["EXW", "FOB"]),
        (Kind.EVENTS, "starts", "1 November 2026", "2026-11-01"),
        (Kind.EVENTS, "starts", "25/12/2026", "2026-12-25"),
        (Kind.EVENTS, "starts", "Jumat, 1 Mei 2026", "2026-05-01"),
        (Kind.EVENTS, "starts", "Jum'at, 1 Mei 2026", "2026-05-01"),
        (Kind.EVENTS, "starts", "1 Mei 2026 pukul 09.00", "2026-05-01 09.00"),
    ],
)  # fmt: skip
def test_forms_of_offices_that_mean_one_thing_only(
    kind: Kind, field: str, text: str, written: object
) -> None:
    assert value(kind, field, text) == written


@pytest.mark.parametrize(
    ("text", "field", "written"),
    [
        ("81234567890", "whatsapp", "081234567890"),
        ("81234567890", "phone", "081234567890"),
        ("6281234567890", "phone", "+6281234567890"),
        ("1998", "since", "1998"),
    ],
)
def test_a_zero_that_a_program_dropped_comes_back_where_it_is_sure(
    text: str, field: str, written: str
) -> None:
    assert value(Kind.SHOPS, field, text, What.NUMBER) == written


@pytest.mark.parametrize(
    ("kind", "field", "cell", "code"),
    [
        (Kind.SHOPS, "phone", Cell("318951234", "A1", What.NUMBER), "cell-zero.number"),
        (Kind.SHOPS, "phone", Cell("318951234", "A1"), "cell-zero.text"),
        (Kind.SHOPS, "phone", Cell("12-8876-4432", "A1"), "field-type.phone-start"),
        (Kind.SHOPS, "phone", Cell("0812-3456-789 / 0813-3456-789", "A1"), "field-type.phone-several"),
        (Kind.SHOPS, "phone", Cell("31-895-1234", "A1"), "cell-zero.text"),
        (Kind.SHOPS, "phone", Cell("(31) 8951234", "A1"), "cell-zero.text"),
        (Kind.SHOPS, "phone", Cell("812-3456-7890", "A1"), "cell-zero.text"),
        (Kind.SHOPS, "phone", Cell("8951234", "A1"), "cell-zero.local"),
        (Kind.SHOPS, "phone", Cell("0812-3456-7890-12", "A1"), "field-type.phone-length"),
        (Kind.SHOPS, "phone", Cell("895-1234", "A1"), "cell-zero.local"),
        (Kind.SHOPS, "phone", Cell("62123456", "A1", What.NUMBER), "cell-zero.local"),
        (Kind.SHOPS, "phone", Cell("62318951234", "A1", What.NUMBER), "cell-zero.number"),
        (Kind.SHOPS, "phone", Cell("\u202a318951234", "A1"), "cell-zero.text"),
        (Kind.SHOPS, "hours", Cell("pagi sampai sore", "A1"), "field-type.hours"),
        (Kind.SHOPS, "address", Cell("2026-05-12", "A1", What.DAY), "cell-date."),
        (Kind.SHOPS, "address", Cell("#REF!", "A1", What.ERROR), "cell-formula.error"),
        (Kind.SHOPS, "address", Cell("$2,500", "A1", What.UNLIKE), "cell-shown."),
        (Kind.SHOPS, "address", Cell("", "A1", What.UNCOMPUTED), "cell-formula."),
        (Kind.SHOPS, "location", Cell("https://maps.app.goo.gl/x", "A1"), "cell-place."),
        (Kind.SHOPS, "categories", Cell("Dompett", "A1"), "term-unknown.near"),
        (Kind.SHOPS, "kind", Cell("UKM", "A1"), "choice-unknown."),
        (Kind.SHOPS, "kind", Cell("Toko (juga bengkel)", "A1"), "choice-unknown."),
        (Kind.SHOPS, "kind", Cell("Toko (?)", "A1"), "choice-unknown.near"),
        (Kind.SHOPS, "kind", Cell("Toko (bukan milik sendiri)", "A1"), "choice-unknown."),
        (Kind.PRODUCTS, "price", Cell("Rp. 50.000/lusin", "A1"), "field-type.price-unit"),
        (Kind.PRODUCTS, "price", Cell("USD 20", "A1"), "field-type.price-currency"),
        (Kind.PRODUCTS, "shop", Cell("Mekar", "A1"), "cell-shop."),
        (Kind.PRODUCTS, "shop", Cell("Intakko", "A1"), "cell-shop.near"),
        (Kind.EVENTS, "starts", Cell("Senin, 1 Mei 2026", "A1"), "cell-weekday."),
        (Kind.SHOPS, "hours", Cell("08.00-16.00", "A1"), "cell-hours."),
        (Kind.SHOPS, "hours", Cell("08.00 s/d 16.00 WIB", "A1"), "cell-hours."),
    ],
)
def test_what_may_mean_two_things_is_refused(kind: Kind, field: str, cell: Cell, code: str) -> None:
    with pytest.raises(ScalarFault) as caught:
        written_in(shape_of_kind(kind).by_name[field], cell, KNOWN)
    assert f"{caught.value.code}.{caught.value.variant}" == code


@pytest.mark.parametrize("text", ["", " - ", "tidak ada", "Belum ada", "–", "N/A"])
def test_words_for_nothing(text: str) -> None:
    assert says_nothing(Cell(text, "A1"))


@pytest.mark.parametrize("cell", [Cell("0", "A1"), Cell("tidak", "A1"), Cell("", "A1", What.UNCOMPUTED)])
def test_what_only_looks_like_nothing(cell: Cell) -> None:
    assert not says_nothing(cell)


@pytest.mark.parametrize(
    ("kind", "header", "target"),
    [
        (Kind.SHOPS, "Nama Usaha", "name"),
        (Kind.SHOPS, "NAMA_USAHA *", "name"),
        (Kind.SHOPS, "N A M A", "name"),
        (Kind.SHOPS, "N A M A  U S A H A", "name"),
        (Kind.SHOPS, "A L A M A T", "address"),
        (Kind.SHOPS, "N A M A  P E M I L I K", ""),
        (Kind.SHOPS, "No. HP/WA", "contact"),
        (Kind.SHOPS, "No. HP", "mobile"),
        (Kind.SHOPS, "Desa / Kelurahan", "village"),
        (Kind.SHOPS, "opening hours", "hours"),
        (Kind.SHOPS, "jam_buka", "hours"),
        (Kind.SHOPS, "No", "ordinal"),
        (Kind.SHOPS, "Kecamatan", ""),
        (Kind.SHOPS, "Keterangan", ""),
        (Kind.PRODUCTS, "Nama Usaha", "shop"),
        (Kind.PRODUCTS, "Toko/ Usaha", "shop"),
        (Kind.PRODUCTS, "Harga (Rp)", "price"),
        (Kind.PRODUCTS, "Harga (USD)", ""),
        (Kind.PRODUCTS, "Harga (ribuan)", "price"),
        (Kind.PRODUCTS, "Berat (gram)", "weight_g"),
        (Kind.PRODUCTS, "Berat (kg)", "apart.weight.kg"),
        (Kind.PRODUCTS, "Berat (ton)", ""),
        (Kind.PRODUCTS, "Berat", "apart.weight"),
        (Kind.SHOPS, "Berat", ""),
        (Kind.PRODUCTS, "Ukuran (cm) P x L x T", "apart.size.wdh"),
        (Kind.PRODUCTS, "Dimensi (PxLxT)", "apart.size.wdh"),
        (Kind.PRODUCTS, "Ukuran panjang x lebar x tebal", "apart.size.whd"),
        (Kind.PRODUCTS, "Ukuran (P X L X T)", "apart.size.wdh"),
        (Kind.PRODUCTS, "Size (L x W x H cm)", "apart.size.wdh"),
        (Kind.PRODUCTS, "Size (W x H x D)", "apart.size.whd"),
        (Kind.PRODUCTS, "Dimensions: Length x Width x Height", "apart.size.wdh"),
        (Kind.PRODUCTS, "Size (L x W x H inch)", ""),
        (Kind.PRODUCTS, "Ukuran (P x L)", ""),
        (Kind.PRODUCTS, "Ukuran (P x L x T) mm", ""),
        (Kind.PRODUCTS, "Ukuran", "apart.size."),
        (Kind.PRODUCTS, "Ukuran Kemasan (P x L x T)", ""),
        (Kind.PRODUCTS, "Panjang (cm)", "apart.width"),
        (Kind.PRODUCTS, "Panjang", ""),
        (Kind.SHOPS, "Pasar daring", "apart.markets"),
        (Kind.SHOPS, "Link Shopee", "apart.markets.shopee"),
        (Kind.PRODUCTS, "Sertifikat", ""),
        (Kind.PRODUCTS, "Weight (g)", "weight_g"),
        (Kind.PRODUCTS, "Kapasitas", ""),
        (Kind.PRODUCTS, "Kapasitas Produksi", ""),
        (Kind.PRODUCTS, "Kapasitas (/bulan)", "capacity_per_month"),
        (Kind.PRODUCTS, "Kapasitas Produksi (pcs/bulan)", "capacity_per_month"),
        (Kind.PRODUCTS, "Kapasitas Produksi / Bulan", "capacity_per_month"),
        (Kind.SHOPS, "Kapasitas (/bulan)", ""),
        (Kind.SHOPS, "Urutan", ""),
        (Kind.SHOPS, "contoh", ""),
        (Kind.EVENTS, "Tanggal Mulai", "starts"),
        (Kind.SHOPS, "nm_usaha", "name"),
        (Kind.SHOPS, "Nama Perusahaan / IKM", "name"),
        (Kind.SHOPS, "Nama Usaha Anda", "name"),
        (Kind.SHOPS, "Nama Pemilik / Usaha", ""),
        (Kind.SHOPS, "Nama Pemilik", ""),
        (Kind.SHOPS, "Alamat Lengkap (Jl, RT/RW, Desa)", "address"),
        (Kind.SHOPS, "Alamat (sesuai KTP)", ""),
        (Kind.SHOPS, "Jenis (Toko/Bengkel)", "kind"),
        (Kind.SHOPS, "Apa saja produk yang dijual? (boleh lebih dari satu)", "categories"),
        (Kind.SHOPS, "Nomor WhatsApp aktif", "whatsapp"),
        (Kind.SHOPS, "No. Telp / WA", "contact"),
        (Kind.SHOPS, "Kontak", "mobile"),
        (Kind.SHOPS, "Thn. Berdiri", "since"),
        (Kind.SHOPS, "Desa/Kel.", "village"),
        (Kind.SHOPS, "Hari Buka", "hours.days"),
        (Kind.SHOPS, "Jam Tutup", "hours.closes"),
        (Kind.SHOPS, "Metode Bayar", "payments"),
        (Kind.SHOPS, "NIB", ""),
        (Kind.SHOPS, "RT/RW", ""),
        (Kind.SHOPS, "No HP Pemilik", ""),
        (Kind.PRODUCTS, "Kapasitas/bln", "capacity_per_month"),
        (Kind.PRODUCTS, "Harga Max", "price.max"),
        (Kind.PRODUCTS, "Hrg Terendah (Rp)", "price.min"),
        (Kind.PRODUCTS, "Bhn Baku", "materials"),
        (Kind.PRODUCTS, "HS Code", "hs_code"),
        (Kind.PRODUCTS, "Min. Order", "moq"),
        (Kind.PRODUCTS, "Sertifikat (SNI/Halal/SVLK)", ""),
        (Kind.PRODUCTS, "Kapasitas / Tahun", ""),
        (Kind.EVENTS, "Hari/Tgl", "starts"),
        (Kind.EVENTS, "Pukul (WIB)", "starts.time"),
        (Kind.EVENTS, "Tempat Pelaksanaan", "venue"),
    ],
)
def test_headers_of_offices(kind: Kind, header: str, target: str) -> None:
    assert meaning(header, known_headers(kind)) == target


@pytest.mark.parametrize(
    "header", ["No. HP Debitur", "PJ / HP", "Plafon", "Baki Debet", "Nama Debitur", "P E M I L I K"]
)
def test_columns_of_persons_and_of_offices_may_stay(header: str) -> None:
    """They are not told to be given a heading that would publish them."""
    assert why_no_field(header) == "private-column"


def test_the_headers_that_are_known_are_put_together_once_for_all_sheets() -> None:
    assert known_headers(Kind.SHOPS) is known_headers(Kind.SHOPS)
    assert known_headers(Kind.SHOPS) != known_headers(Kind.EVENTS)
