"""What offices write above the columns of their lists, and so in files too, beside the names of fields."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from site_builder.names import Kind

ID, LAT, LON, MOBILE, CONTACT, PRICE_MIN, PRICE_MAX, ORDINAL = (
    "id", "lat", "lon", "mobile", "contact", "price.min", "price.max", "ordinal",
)  # fmt: skip
"""Columns that are no field: the entry's id, halves of a field, mobile numbers that may not be on WhatsApp,
numbers of which some are mobile and on WhatsApp and some are not, the row's number."""
DAYS, CLOSES, CLOSED, TIME, TIME_ENDS, WEEKDAY = (
    "hours.days", "hours.closes", "hours.closed", "starts.time", "ends.time", "starts.weekday",
)  # fmt: skip
"""Parts of opening hours and of the days of an event that stand in columns of their own."""
APART = "apart."
WEIGHT, WEIGHT_KG, SIZE, MARKETS = (
    f"{APART}weight", f"{APART}weight.kg", f"{APART}size", f"{APART}markets",
)  # fmt: skip
"""Weights with their units in the cells or in kilograms, sizes, and addresses on marketplaces."""
SIZE_PARTS = (f"{APART}width", f"{APART}depth", f"{APART}height")
"""Length, breadth and height in columns of their own, in centimetres."""

_SHORT = {
    "nm": "nama", "nama2": "nama", "tgl": "tanggal", "hrg": "harga", "th": "tahun", "thn": "tahun",
    "alm": "alamat", "almt": "alamat", "jns": "jenis", "kat": "kategori", "katagori": "kategori",
    "katg": "kategori", "telp": "telepon", "telpon": "telepon", "tlp": "telepon", "tel": "telepon",
    "tlpn": "telepon", "telephone": "telepon", "nomor": "no", "nomer": "no", "nmr": "no", "num": "no",
    "number": "no", "bln": "bulan", "maks": "max", "maksimal": "max", "maksimum": "max",
    "tertinggi": "max", "maximum": "max", "maximal": "max", "minimal": "min", "minimum": "min",
    "terendah": "min", "minim": "min", "ukm": "umkm", "ikm": "umkm", "umk": "umkm", "pengrajin": "perajin",
    "whatsapp": "wa", "whatapps": "wa", "whatsap": "wa", "handphone": "hp", "ponsel": "hp", "mobile": "hp",
    "seluler": "hp", "hape": "hp", "ket": "keterangan", "ds": "desa", "kel": "kelurahan", "kec": "kecamatan",
    "kab": "kabupaten", "dsn": "dusun", "prod": "produksi", "kap": "kapasitas", "lat.": "lat",
    "e-mail": "email", "instagram": "ig", "bhn": "bahan", "wrn": "warna", "sat": "satuan",
    "mengerjakan": "pengerjaan",
    "yg": "yang", "bisnis": "usaha", "brg": "barang", "prdk": "produk", "org": "orang",
}  # fmt: skip
"""Short, odd and English forms of single words: what is written by one of them is found by the other."""

_EVERYWHERE = {
    ID: "id, kode entri, id sentra, id entri",
    ORDINAL: "no, no urut, #, urut, nomor urut, no baris",
    "summary": "deskripsi, deskripsi singkat, description, desc, keterangan singkat, uraian singkat, "
    "profil singkat",
    LAT: "latitude, lat, lintang, garis lintang, koordinat lintang, koordinat latitude, lintang selatan",
    LON: "longitude, lon, long, lng, bujur, garis bujur, koordinat bujur, koordinat longitude, "
    "bujur timur",
    "location": "koordinat, titik koordinat, gps, koordinat gps, titik gps, lokasi gps, koordinat lokasi, "
    "lat/long, lat long, latitude/longitude, lat/lon, latlong, titik lokasi, lokasi koordinat, share lokasi, "
    "link google maps, google maps, link maps, link lokasi, peta, maps, gmaps, titik peta",
}  # fmt: skip
_OFFICE: dict[Kind, dict[str, str]] = {
    Kind.SHOPS: {
        "name": "nama usaha, nama toko, nama umkm, nama perusahaan, nama koperasi, nama industri, "
        "nama perajin, nama unit usaha, nama usaha/toko, nama toko/usaha, usaha, business name, shop name, "
        "nama usaha/umkm, nama umkm/usaha, nama merek/usaha, nama usaha/merek, nama bengkel, "
        "nama kios, nama outlet, nama gerai, nama cv, nama ud, nama badan usaha, nama sentra usaha, "
        "nama kelompok usaha, umkm, nama tempat usaha, nama usaha umkm, nama umkm umkm, nama rumah produksi, "
        "company, company name, nama toko/bengkel, merk usaha, merek usaha, "
        "nama merek usaha, nama merk usaha, nama brand, brand usaha, nama lembaga, nama dagang, "
        "nama showroom",
        "kind": "jenis usaha, bentuk usaha, bentuk, tipe, type, jenis toko, tipe usaha, kategori usaha, "
        "jenis unit usaha, jenis umkm, jenis badan usaha, badan usaha, klasifikasi, klasifikasi usaha, "
        "status usaha",
        "categories": "jenis produk dihasilkan, produk dihasilkan, jenis produk dijual, produk dibuat, "
        "jenis produk, produk, produk utama, komoditas, komoditi, hasil produksi, "
        "kategori produk, kategori barang, macam barang, macam produk, barang dagangan, produk dagangan, "
        "jenis jualan, barang dijual, produk yang dijual, "
        "category, products, produk unggulan, produk yang dihasilkan, produk yang dijual, "
        "jenis produk utama, "
        "barang yang dijual, jenis barang, jenis dagangan, produk/komoditi, komoditi/produk, jenis komoditi, "
        "jenis produksi, bidang usaha, jenis kerajinan, produk dijual, produksi, hasil kerajinan, "
        "jenis produk/jasa",
        "address": "alamat lengkap, alamat usaha, alamat toko, street, jalan, alamat lokasi usaha, "
        "street address, blok/alamat, alamat/blok, blok, "
        "alamat tempat usaha, "
        "lokasi usaha, alamat perusahaan, alamat produksi, alamat bengkel, alamat umkm, tempat usaha, "
        "nama jalan, dusun/jalan, jalan/dusun, "
        "alamat toko/usaha, alamat usaha/toko, alamat lokasi, lokasi toko, alamat outlet, alamat jalan",
        "village": "desa/kelurahan, kelurahan, kelurahan/desa, nama desa, nama desa/kelurahan, village, "
        "alamat desa, desa kelurahan, kelurahan desa, desa asal, nama kelurahan, des/kelurahan",
        MOBILE: "hp, no hp, hp/telepon, no telepon/hp, no hp/telepon, telepon/hp, kontak, contact, "
        "no kontak, "
        "kontak hp, no hp aktif, no hp usaha, hp aktif, "
        "no yang bisa dihubungi, no kontak/hp, kontak/hp, telepon hp, no telepon hp, kontak usaha",
        CONTACT: "telepon/wa, no telepon/wa, wa/telepon, no wa/telepon, no hp/wa, hp/wa, "
        "no wa/hp, wa/hp, hp wa, no hp wa, kontak wa, kontak/wa, no kontak/wa, telepon wa, "
        "no telepon wa, no hp atau wa, hp dan wa, no hp dan wa, telepon/hp/wa, no telepon/hp/wa, "
        "no hp/telepon/wa, "
        "hp/telepon/wa, no wa/telepon/hp, no hp/wa aktif, kontak hp/wa, no hp&wa, hp wa aktif",
        "whatsapp": "wa, no wa, wa no, wa aktif, no wa aktif, link wa, wa usaha, wa bisnis, no wa usaha, "
        "wa business",
        "phone": "telepon, no telepon, telepon kantor, no telepon kantor, no telepon usaha, "
        "telepon toko, "
        "no telepon toko, fixed phone, phone no, telepon usaha, telepon/fax, "
        "no telepon/fax",
        "email": "email, mail, alamat email, email address, "
        "alamat surel, email usaha, surat elektronik, email aktif",
        "website": "web, laman, alamat web, situs web, alamat website, website usaha, homepage, situs, "
        "url, web site",
        "instagram": "akun ig, ig/ig, ig usaha, nama ig, link ig, medsos ig, username ig, user ig",
        "hours": "jam hari operasional, jam hari buka, buka hari dan jam, buka jam, buka hari, "
        "jam operasional, jam kerja, waktu buka, opening hours, jam buka toko, hari/jam buka, "
        "hari dan jam buka, jam, jam pelayanan, jam layanan, waktu operasional, jam buka/tutup, "
        "jam buka tutup, "
        "hari/jam operasional, hari dan jam operasional, hari jam buka, jam dan hari buka, jam operasi, "
        "buka, hari & jam, hari dan jam, hari/jam, kapan buka, kapan bukanya, kapan buka?, "
        "jam buka hari, jadwal buka, waktu pelayanan, hari & jam buka, jam/hari buka, open hours, "
        "hari jam operasional",
        DAYS: "hari, hari buka, hari kerja, hari operasional, hari layanan, hari pelayanan, opening days, "
        "buka hari, "
        "hari usaha",
        CLOSES: "jam tutup, tutup, tutup jam, closing time, jam selesai, closes, jam tutup toko",
        CLOSED: "hari libur, libur, hari tutup, tutup hari, hari tidak buka, libur hari",
        "payments": "cara bayar, cara pembayaran, metode pembayaran, metode bayar, jenis pembayaran, "
        "pembayaran via, alat pembayaran, sistem pembayaran, opsi pembayaran, menerima pembayaran, "
        "terima pembayaran, payment, payment methods, payments accepted",
        "services": "jasa, service, jenis layanan, layanan lain, layanan tersedia, fasilitas, "
        "jasa/layanan, jenis jasa, "
        "layanan/jasa",
        "languages": "languages spoken, "
        "bahasa yang dikuasai, penguasaan bahasa, bahasa pelayanan, bahasa layanan",
        "member_of": "keanggotaan, anggota koperasi, asosiasi, keanggotaan asosiasi, anggota asosiasi, "
        "nama asosiasi, anggota kelompok, keanggotaan koperasi, koperasi/asosiasi, asosiasi/koperasi, "
        "tergabung dalam",
        "verified": "tanggal verifikasi, tanggal diperiksa, terakhir diperiksa",
        MARKETS: "pasar daring, marketplace, market place, lokapasar, toko online, toko daring, e-commerce, "
        "ecommerce, link marketplace, link toko online, olshop, akun marketplace, toko online/marketplace, "
        "marketplace/toko online, link toko daring, alamat toko online",
        f"{MARKETS}.shopee": "shopee, link shopee, toko shopee, akun shopee, url shopee",
        f"{MARKETS}.tokopedia": "tokopedia, link tokopedia, toko tokopedia, akun tokopedia, url tokopedia",
        f"{MARKETS}.lazada": "lazada, link lazada, toko lazada, akun lazada",
        f"{MARKETS}.tiktok": "tiktok shop, link tiktok shop",
        "since": "berdiri sejak tahun, sejak tahun, "
        "sejak tahun usaha berdiri, tahun mulai produksi, tahun usaha berdiri, usaha berdiri, "
        "tahun usaha mulai, usaha berdiri sejak, tahun berdiri, berdiri, berdiri sejak, tahun mulai, "
        "mulai usaha, tahun mulai usaha, "
        "established, "
        "tahun pendirian, tahun berdiri usaha, berdiri tahun, tahun didirikan, didirikan, sejak tahun, "
        "usaha sejak, tahun beroperasi, mulai tahun, tahun usaha, tahun operasi, tahun dimulai, "
        "beroperasi sejak",
    },
    Kind.PRODUCTS: {
        "name": "nama produk, nama barang, produk, barang, product, product name, item, nama item, "
        "nama produk/barang, "
        "nama barang/produk, jenis/nama produk, nama jenis produk, nama dagang produk, artikel, "
        "nama artikel, "
        "nama kerajinan, uraian barang, nama model, produk unggulan, nama produk unggulan",
        "shop": "nama usaha, nama toko, penjual, perajin, nama umkm, nama perajin, umkm, usaha, id toko, "
        "toko/usaha, "
        "usaha/toko, nama toko/usaha, nama usaha/toko, toko/umkm, nama usaha/umkm, nama umkm/usaha, "
        "pemilik produk, "
        "produsen, nama produsen, pembuat, nama pembuat, dibuat oleh, maker, maker name, producer, "
        "producer name, manufacturer, manufacturer name, made by, produced by, "
        "nama perusahaan, perusahaan, nama koperasi, nama merek/usaha, "
        "toko penjual, "
        "nama toko/umkm, umkm/toko, seller, kode toko, nama penjual, usaha/umkm, nama pelaku usaha, "
        "pelaku usaha",
        "category": "jenis, jenis produk, jenis barang, kategori produk, kategori barang, kelompok produk, "
        "kelompok, golongan, komoditi, komoditas, tipe produk, jenis kerajinan, kategori/jenis, "
        "jenis/kategori",
        "materials": "bahan baku, material, bahan utama, bahan baku utama, bahan dasar, jenis bahan, "
        "bahan produk, "
        "bahan/material, material/bahan, jenis kulit, bahan yang digunakan, bahan pembuatan, materials",
        "colours": "color, colour, colors, pilihan warna, warna tersedia, varian warna, warna produk, "
        "colours, "
        "variasi warna, warna yang tersedia",
        "price": "harga jual, harga satuan, harga barang, harga produk, harga jual satuan, harga eceran, "
        "harga ecer, "
        "harga rp, harga rupiah, harga per buah, harga per pcs, harga/pcs, harga/buah, harga/unit, "
        "harga per unit, "
        "harga jual rp, harga satuan rp, price, kisaran harga, rentang harga, harga retail, harga toko, "
        "range harga, "
        "harga jual eceran, harga konsumen, harga jual/unit, harga jual/pcs, harga/satuan",
        PRICE_MIN: "harga min, harga mulai, min price, harga jual min, harga dari, harga mulai dari, "
        "harga bawah, "
        "harga terbawah, harga jual terendah, harga minimal rp, harga termurah, harga paling murah, "
        "harga batas bawah",
        PRICE_MAX: "harga max, max price, harga jual max, harga sampai, harga atas, harga hingga, "
        "harga termahal, "
        "harga paling mahal, harga teratas, harga batas atas",
        "unit": "satuan barang, satuan jual, unit satuan, satuan produk, satuan unit, unit",
        WEIGHT: "berat, berat barang, berat produk, bobot, weight, berat bersih, berat satuan",
        WEIGHT_KG: "berat kg, berat dalam kg, bobot kg, berat produk kg, berat barang kg",
        SIZE_PARTS[0]: "panjang cm, length cm",
        SIZE_PARTS[1]: "lebar cm, width cm",
        SIZE_PARTS[2]: "tinggi cm, height cm",
        "weight_g": "berat gram, berat gr, weight gram, berat g, bobot gram, berat dalam gram, "
        "berat produk gram",
        "moq": "min order, order min, pesanan min, min pesanan, min pemesanan, pemesanan min, "
        "jumlah min order, "
        "min pembelian, pembelian min, min beli, order minim, min qty, min pesan, jumlah pesanan min, "
        "moq pcs",
        "lead_time_days": "lama pengerjaan, lama produksi, waktu pengerjaan, lead time, "
        "lama pengerjaan hari, "
        "waktu produksi, lama pembuatan, waktu pembuatan, estimasi pengerjaan, lama pengerjaan/hari, "
        "lama proses, "
        "lead time hari, lama pesanan, waktu pengerjaan hari, durasi pengerjaan, lama produksi hari",
        "capacity_per_month": "kapasitas/bulan, kapasitas produksi/bulan, kapasitas produksi per bulan, "
        "kapasitas per bulan, kapasitas bulanan, kapasitas produksi bulanan, produksi per bulan, "
        "produksi/bulan, "
        "kapasitas produksi sebulan, kapasitas pcs/bulan, kapasitas produksi pcs/bulan, "
        "jumlah produksi/bulan, "
        "jumlah produksi per bulan, kapasitas produksi 1 bulan, kapasitas unit/bulan, "
        "kapasitas produksi/bulan pcs",
        "hs_code": "hs, hs code, kode hs, no hs, pos tarif, hscode, kode hs code, hs no",
        "export_ready": "ekspor, siap ekspor, ready ekspor, layak ekspor, export ready, siap export, "
        "kesiapan ekspor",
    },
    Kind.EVENTS: {
        "name": "nama acara, nama kegiatan, acara, kegiatan, event, event name, agenda, nama event, "
        "nama agenda, "
        "judul acara, judul kegiatan, acara/kegiatan, kegiatan/acara, nama acara/kegiatan, "
        "nama kegiatan/acara, "
        "uraian kegiatan, jenis kegiatan, nama pameran, agenda kegiatan, nama event/kegiatan, "
        "event/kegiatan, "
        "kegiatan/event, nama lomba, nama pelatihan",
        "starts": "tanggal, tanggal mulai, mulai tanggal, date, start, start date, tanggal pelaksanaan, "
        "tanggal acara, tanggal kegiatan, hari/tanggal, hari tanggal, hari dan tanggal, hari & tanggal, "
        "tanggal/hari, tanggal awal, dari tanggal, tanggal pembukaan, waktu, waktu pelaksanaan, waktu mulai, "
        "tanggal event, jadwal, jadwal pelaksanaan, dari, tanggal penyelenggaraan, tanggal buka, "
        "pelaksanaan, "
        "waktu kegiatan, waktu acara, hari/tanggal/jam, hari/tanggal pelaksanaan, tanggal/waktu, "
        "waktu/tanggal",
        "ends": "tanggal selesai, sampai, s/d, sd, end, end date, tanggal berakhir, tanggal akhir, "
        "sampai tanggal, "
        "sampai dengan, tanggal penutupan, hingga, s/d tanggal, tanggal tutup, hingga tanggal, akhir",
        TIME: "jam, pukul, jam mulai, pukul mulai, jam acara, jam kegiatan, jam pelaksanaan, jam buka, "
        "start time",
        TIME_ENDS: "jam selesai, pukul selesai, jam berakhir, jam akhir, waktu selesai, end time, jam tutup",
        WEEKDAY: "hari",
        "venue": "tempat, tempat pelaksanaan, lokasi acara, place, tempat acara, tempat kegiatan, "
        "lokasi kegiatan, venue, gedung, tempat/lokasi, lokasi/tempat, lokasi pelaksanaan, "
        "tempat penyelenggaraan, "
        "lokasi event, tempat event, lokasi pameran, tempat pameran",
        "address": "alamat lengkap, alamat acara, alamat tempat, alamat lokasi, alamat kegiatan",
        "organiser": "panitia, organizer, penyelenggara acara, pelaksana, penyelenggara kegiatan, "
        "instansi penyelenggara, "
        "diselenggarakan oleh, oleh, penanggung jawab kegiatan, host, penyelenggara/panitia, instansi, eo, "
        "panitia pelaksana, dinas penyelenggara, panitia/penyelenggara, opd penyelenggara",
        "repeats": "pengulangan, rutin, frekuensi, perulangan",
    },
}  # fmt: skip

OWN_SHEETS = frozenset({"Petunjuk", "Kata", "Guide", "Words"})
"""Sheets of an export beside its table, which tell how to fill it in."""
COPY_SHEET = "_sentra"
"""A hidden sheet of an export: its table as it was sent."""


_FIELDS = {
    LAT: ("location",), LON: ("location",), MOBILE: ("whatsapp", "phone"), CONTACT: ("whatsapp", "phone"),
    PRICE_MIN: ("price",), PRICE_MAX: ("price",), DAYS: ("hours",), CLOSES: ("hours",), CLOSED: ("hours",),
    TIME: ("starts",), TIME_ENDS: ("ends",), WEEKDAY: ("starts",), WEIGHT: ("weight_g",),
    WEIGHT_KG: ("weight_g",), SIZE: ("size_cm",), **dict.fromkeys(SIZE_PARTS, ("size_cm",)),
    ID: (), ORDINAL: (),
}  # fmt: skip
"""In a file these columns are, or belong into, one of these fields."""


def fields_meant(kind: Kind, name: str) -> tuple[str, ...]:
    """Give the fields that a name in a file may mean, if it is one that offices have above a column."""
    if kind not in _OFFICE:
        return ()
    target = words_of(kind).get(header_key(name))
    if target is None:
        return ()
    return ("marketplaces",) if target.startswith(MARKETS) else _FIELDS.get(target, (target,))


@cache
def words_of(kind: Kind) -> dict[str, str]:
    """Give what is written above a column, as `header_key` makes it, and the column that it means."""
    tables = (_EVERYWHERE, _OFFICE[kind])
    return {
        header_key(word): target
        for table in tables
        for target, words in table.items()
        for word in words.split(",")
    }


_SPACED = re.compile(r"(?<!\w)[^\W\d_xX](?: [^\W\d_xX]){2,}(?!\w)")
"""`N A M A`, but not the sides of `P x L x T`."""


def unspaced(header: str) -> str:
    """Join the letters of words that are spaced out: `N A M A  T O K O`."""
    return _SPACED.sub(lambda found: found[0].replace(" ", ""), header)


def header_key(text: str) -> str:
    """Write a header in small letters with hyphens, each of its words in one form only."""
    words = (
        unspaced(unicodedata.normalize("NFKC", text)).casefold().replace("_", " ").replace("e-mail", "email")
    )
    words = re.sub(r"\s*/\s*", "/", re.sub(r"[^\w/#*]+", " ", words))
    parts = re.split(r"([ /]+)", words.strip(" */"))
    return "".join(_SHORT.get(part, part) for part in parts).replace(" ", "-")
