"""What offices write above the columns of their lists, beside the names of the fields themselves."""

from __future__ import annotations

from site_builder.names import Kind

ID, LAT, LON, MOBILE, CONTACT, PRICE_MIN, PRICE_MAX, ORDINAL = (
    "id", "lat", "lon", "mobile", "contact", "price.min", "price.max", "ordinal",
)  # fmt: skip
"""Columns that are no field: the entry's id, halves of a field, mobile numbers that may not be on WhatsApp,
numbers of which some are mobile and on WhatsApp and some are not, the row's number."""

_EVERYWHERE = {
    ID: "id kode-entri id-sentra",
    ORDINAL: "no nomor no-urut nomor-urut #",
    "summary": "deskripsi deskripsi-singkat description desc keterangan-singkat",
    LAT: "latitude lat lintang garis-lintang",
    LON: "longitude lon long lng bujur garis-bujur",
    "location": "koordinat titik-koordinat gps koordinat-gps",
}
_OFFICE: dict[Kind, dict[str, str]] = {
    Kind.SHOPS: {
        "name": "nama-usaha nama-toko nama-umkm nama-ikm nama-perusahaan nama-koperasi nama-industri "
        "nama-perajin nama-pengrajin nama-unit-usaha nama-usaha/toko nama-toko/usaha usaha business-name "
        "shop-name shop",
        "kind": "jenis-usaha bentuk-usaha bentuk tipe type jenis-toko",
        "categories": "jenis-produk produk produk-utama komoditas komoditi hasil-produksi kategori-produk "
        "category products",
        "address": "alamat-lengkap alamat-usaha alamat-toko street jalan",
        "village": "desa/kelurahan kelurahan kel desa/kel kel/desa kelurahan/desa nama-desa",
        MOBILE: "hp no-hp nomor-hp handphone no-handphone ponsel mobile no-ponsel hp/telp no-telp/hp "
        "no-hp/telp no-telepon/hp telp/hp telepon/hp",
        CONTACT: "kontak contact no-kontak nomor-kontak telp/wa no-telp/wa telepon/wa no-telepon/wa "
        "narahubung-hp no-hp/wa hp/wa nomor-hp/wa no-wa/hp wa/hp hp/whatsapp "
        "no-hp/whatsapp nomor-hp/whatsapp telepon/whatsapp kontak-person-hp",
        "whatsapp": "whatsapp no-wa nomor-wa no-whatsapp nomor-whatsapp wa-no",
        "phone": "telp tlp tel telpon no-telp no-tlp no-telepon nomor-telepon no-telpon nomor-telp telephone",
        "email": "e-mail mail alamat-email alamat-surel",
        "website": "web laman alamat-web situs-web",
        "instagram": "akun-instagram akun-ig instagram/ig ig/instagram",
        "hours": "jam-operasional jam-kerja waktu-buka opening-hours jam-buka-toko "
        "hari/jam-buka hari-dan-jam-buka",
        "payments": "cara-bayar cara-pembayaran metode-pembayaran",
        "services": "jasa service",
        "languages": "bahasa-yang-dikuasai",
        "member_of": "keanggotaan anggota-koperasi asosiasi",
        "since": "tahun-berdiri berdiri berdiri-sejak tahun-mulai mulai-usaha tahun-mulai-usaha established",
    },
    Kind.PRODUCTS: {
        "name": "nama-produk nama-barang produk barang product product-name item",
        "shop": "nama-usaha nama-toko penjual pengrajin perajin nama-umkm nama-pengrajin nama-perajin "
        "umkm usaha id-toko toko/usaha usaha/toko nama-toko/usaha nama-usaha/toko toko/umkm",
        "category": "jenis jenis-produk jenis-barang kategori-produk",
        "materials": "bahan-baku material bahan-utama",
        "colours": "color colour colors pilihan-warna",
        "price": "harga-jual harga-satuan harga-barang harga-produk",
        PRICE_MIN: "harga-terendah harga-minimal harga-min harga-mulai min-price",
        PRICE_MAX: "harga-tertinggi harga-maksimal harga-maks harga-max max-price",
        "unit": "satuan-barang satuan-jual",
        "weight_g": "berat-gram berat-gr weight-gram",
        "moq": "min-order minimal-order minimum-order order-minimum pesanan-minimal minimal-pesanan",
        "lead_time_days": "lama-pengerjaan lama-produksi waktu-pengerjaan lead-time",
        "capacity_per_month": "kapasitas/bulan kapasitas-produksi/bulan kapasitas-produksi-per-bulan",
        "hs_code": "hs",
    },
    Kind.EVENTS: {
        "name": "nama-acara nama-kegiatan acara kegiatan event event-name agenda nama-event",
        "starts": "tanggal tgl tanggal-mulai tgl-mulai waktu-mulai mulai-tanggal date start start-date "
        "tanggal-pelaksanaan waktu waktu-pelaksanaan",
        "ends": "tanggal-selesai tgl-selesai waktu-selesai sampai s/d end end-date tanggal-berakhir",
        "venue": "tempat lokasi tempat-pelaksanaan lokasi-acara place",
        "address": "alamat-lengkap alamat-acara",
        "organiser": "panitia organizer penyelenggara-acara pelaksana",
        "repeats": "pengulangan",
    },
}  # fmt: skip

OWN_SHEETS = frozenset({"Petunjuk", "Kata", "Guide", "Words"})
"""Sheets of an export beside its table, which tell how to fill it in."""
KINDS = tuple(_OFFICE)
"""Kinds that come from spreadsheets."""

HARMLESS = {
    "": frozenset({"wajib", "wajib-diisi", "bila-ada", "jika-ada", "opsional", "optional", "required", "*"}),
    "price": frozenset({"rp", "rupiah", "idr"}),
    PRICE_MIN: frozenset({"rp", "rupiah", "idr"}),
    PRICE_MAX: frozenset({"rp", "rupiah", "idr"}),
    "lead_time_days": frozenset({"hari", "days"}),
    "moq": frozenset({"pcs", "buah", "pasang"}),
    "capacity_per_month": frozenset({"pcs", "buah", "pasang"}),
    "hours": frozenset({"wib"}),
    "whatsapp": frozenset({"wa"}),
    CONTACT: frozenset({"wa", "hp/wa"}),
    MOBILE: frozenset({"wa"}),
    "phone": frozenset({"kantor"}),
    "email": frozenset(),
}
"""What may stand in brackets behind a header and changes nothing; `Berat (kg)` is another thing."""


_MONTHLY = frozenset(
    {"bulan", "per-bulan", "pcs/bulan", "buah/bulan", "pasang/bulan", "unit/bulan", "month", "per-month"}
)
_GRAMS = frozenset({"g", "gr", "gram"})
WITH_UNIT = {
    "berat": ("weight_g", _GRAMS),
    "berat-barang": ("weight_g", _GRAMS),
    "berat-produk": ("weight_g", _GRAMS),
    "weight": ("weight_g", _GRAMS),
    "kapasitas": ("capacity_per_month", _MONTHLY),
    "kapasitas-produksi": ("capacity_per_month", _MONTHLY),
    "capacity": ("capacity_per_month", _MONTHLY),
}
"""Headers that mean a field only with its unit in brackets: a bare `Berat` may be in kilograms."""


def words_of(kind: Kind) -> dict[str, str]:
    """Give what is written above a column, in small letters with hyphens, and the column that it means."""
    tables = (_EVERYWHERE, _OFFICE[kind])
    return {word: target for table in tables for target, words in table.items() for word in words.split()}
