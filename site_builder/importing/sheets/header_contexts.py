"""What a header says only together with its cells, with its brackets, or with the headers beside it."""

from __future__ import annotations

import re

from site_builder.names import Kind
from site_builder.validate.header_words import (
    CONTACT,
    MOBILE,
    PRICE_MAX,
    PRICE_MIN,
    SIZE_PARTS,
    TIME,
    TIME_ENDS,
    WEIGHT_KG,
)

BY_CONTENT: dict[Kind, dict[str, tuple[str, ...]]] = {
    Kind.SHOPS: {
        "lokasi": ("location", "address"),
        "usaha": ("name", "kind", ""),
        "jenis": ("kind", "categories"),
        "jenis-usaha": ("kind", "categories"),
        "tipe": ("kind", "categories"),
        "klasifikasi": ("kind", ""),
        "klasifikasi-usaha": ("kind", ""),
        "status-usaha": ("kind", ""),
        "bentuk": ("kind", ""),
        "bentuk-usaha": ("kind", ""),
        "badan-usaha": ("kind", ""),
        "jenis-badan-usaha": ("kind", ""),
        "kategori": ("categories", "kind"),
        "kategori-usaha": ("kind", "categories", ""),
        "peta": ("location", ""),
        "maps": ("location", ""),
        "google-maps": ("location", ""),
        "link-google-maps": ("location", ""),
        "link-maps": ("location", ""),
        "link-lokasi": ("location", ""),
        "gmaps": ("location", ""),
        "produksi": ("categories", ""),
        "fasilitas": ("services", ""),
        "bidang-usaha": ("categories", ""),
        "asosiasi": ("member_of", ""),
    },
    Kind.PRODUCTS: {
        "jenis": ("category", ""),
        "kelompok": ("category", ""),
        "golongan": ("category", ""),
        "produk-unggulan": ("name",),
        "ekspor": ("export_ready", ""),
    },
    Kind.EVENTS: {
        "lokasi": ("location", "venue"),
        "waktu": ("starts", TIME),
        "waktu-pelaksanaan": ("starts", TIME),
        "waktu-mulai": ("starts", TIME),
        "waktu-kegiatan": ("starts", TIME),
        "waktu-acara": ("starts", TIME),
        "jadwal": ("starts", TIME),
        "waktu-selesai": (TIME_ENDS, "ends"),
        "jam": (TIME,),
    },
}
"""Headers that mean now this, now that: what stands in the cells decides; nothing where none of it fits."""

PERSON = frozenset(
    {
        "nik", "no-ktp", "ktp", "nik-ktp", "no-nik", "nik/ktp", "no-induk-kependudukan", "tempat-lahir",
        "tanggal-lahir",
        "ttl", "tempat/tanggal-lahir", "tempat-tanggal-lahir", "jenis-kelamin", "l/p", "lk/pr", "umur",
        "usia", "agama",
        "pendidikan", "pendidikan-terakhir", "no-kk", "status-perkawinan", "kelamin", "jk", "gender",
        "no-npwp",
    }
)  # fmt: skip
"""Headers of lists of people: a bare `Nama` beside them is that of a person."""
REMARKS = frozenset(
    {
        "keterangan", "status", "catatan", "kondisi", "remark", "remarks", "note", "notes", "status-usaha",
        "status-produk", "status-acara", "status-kegiatan", "keterangan-lain", "keterangan-usaha",
        "status-toko",
    }
)  # fmt: skip
"""Headers of columns in which offices write that something is closed or called off."""
BARE_NAMES = frozenset({"nama", "name", "nama-lengkap", "nama-perajin", "judul", "title", "label"})

MAKERS = frozenset(
    {
        "perajin",
        "nama-perajin",
        "pembuat",
        "nama-pembuat",
        "pemilik-produk",
        "dibuat-oleh",
        "maker",
        "made-by",
    }
)
"""Headers that beside a column of shops name the person who has made a product."""
ACTIVE = frozenset(
    {
        "aktif", "status-aktif", "aktif/tidak", "aktif-tidak", "keaktifan", "status-keaktifan", "masih-aktif",
        "active", "is-active", "masih-buka", "masih-beroperasi", "aktif/tidak-aktif", "aktif-y/t",
        "aktif/non-aktif", "usaha-aktif", "masih-produksi", "masih-berproduksi", "status-aktif/tidak",
        "flag-aktif", "flg-aktif",
    }
)  # fmt: skip
"""Headers below which `T` or `0` says that something is no more."""
_REMARKED = frozenset({"catatan", "keterangan", "remark", "remarks", "note", "notes"})


def is_remark(key: str) -> bool:
    """Whether offices write below a header that something is closed, called off or not to be shown."""
    return key in REMARKS or key in ACTIVE or key.split("-", maxsplit=1)[0] in _REMARKED


OWN_NAMES = frozenset(
    {
        "nama-usaha",
        "nama-toko",
        "nama-umkm",
        "nama-usaha/toko",
        "nama-toko/usaha",
        "nama-usaha/umkm",
        "nama-umkm/usaha",
    }
)
"""Headers that surely name the shop, also beside its firm, its brand or its group."""

HARMLESS = {
    "": frozenset(
        {
            "wajib", "wajib-diisi", "bila-ada", "jika-ada", "opsional", "optional", "required", "*",
            "kalau-ada",
            "apabila-ada", "boleh-kosong", "aktif", "yang-aktif", "lengkap", "pilih-satu", "pilih-salah-satu",
            "boleh-lebih-dari-satu", "bisa-lebih-dari-satu", "pisahkan-dengan-koma", "diisi", "harap-diisi",
        }
    ),
    "name": frozenset({"usaha", "toko", "umkm", "merek", "merk", "brand", "produk", "acara", "kegiatan"}),
    "price": frozenset({"rp", "rupiah", "idr", "dalam-rupiah", "dalam-rp"}),
    PRICE_MIN: frozenset({"rp", "rupiah", "idr", "dalam-rupiah"}),
    PRICE_MAX: frozenset({"rp", "rupiah", "idr", "dalam-rupiah"}),
    "lead_time_days": frozenset({"hari", "days", "hari-kerja", "dalam-hari"}),
    "moq": frozenset({"pcs", "buah", "pasang", "unit", "biji"}),
    "capacity_per_month": frozenset({"pcs", "buah", "pasang", "unit", "biji"}),
    "hours": frozenset({"wib", "hari-dan-jam"}),
    "whatsapp": frozenset({"wa"}),
    CONTACT: frozenset({"wa", "hp/wa"}),
    MOBILE: frozenset({"hp"}),
    "phone": frozenset({"kantor"}),
    "email": frozenset(),
    "since": frozenset({"tahun"}),
    TIME: frozenset({"wib"}),
    TIME_ENDS: frozenset({"wib"}),
    "location": frozenset({"lat/long", "lat-long", "latitude-longitude", "lintang-bujur", "gps",
    "google-maps", "link-google-maps"}),
    "kind": frozenset({"toko/bengkel/grosir/koperasi", "koperasi/grosir/toko/bengkel"}),
    "hs_code": frozenset({"hs"}),
    "export_ready": frozenset({"ya/tidak", "y/t"}),
    "cancelled": frozenset({"ya/tidak", "y/t"}),
}  # fmt: skip
"""What may stand in brackets behind a header and changes nothing; `Berat (kg)` is another thing."""
PARTS_NAMED = {
    "address": frozenset(
        {
            "jl",
            "jalan",
            "rt",
            "rw",
            "no",
            "dusun",
            "desa",
            "kelurahan",
            "kecamatan",
            "kabupaten",
            "blok",
            "nama",
        }
    ),
    "kind": frozenset({"toko", "bengkel", "grosir", "koperasi"}),
}
"""What brackets may list, because it stands in the cells."""
FILLERS = frozenset(
    {
        "anda",
        "saudara",
        "bapak",
        "ibu",
        "bapak/ibu",
        "apa",
        "saja",
        "berapa",
        "yang",
        "aktif",
        "lengkap",
        "tuliskan",
        "isi",
        "mohon",
        "sebutkan",
        "silakan",
        "di",
        "ini",
        "nya",
        "tersebut",
        "dimiliki",
        "untuk",
        "pembeli",
    }
)
"""Words of questions, as forms on the web ask them, that change nothing."""
EXAMPLES = ("contoh-", "misal-", "misalnya-", "mis-", "cth-", "format-", "pilih-", "diisi-", "isi-")
"""How an explanation in brackets begins."""


_MONTHLY = frozenset(
    {
        "bulan",
        "per-bulan",
        "/bulan",
        "pcs/bulan",
        "buah/bulan",
        "pasang/bulan",
        "unit/bulan",
        "month",
        "per-month",
    }
)
_GRAMS = frozenset({"g", "gr", "gram"})
_KILOGRAMS = frozenset({"kg", "kilo", "kilogram"})
_WEIGHTS = (("weight_g", _GRAMS), (WEIGHT_KG, _KILOGRAMS))
_CM = frozenset({"cm", "dalam-cm", "sentimeter"})
WITH_UNIT = {
    "berat": _WEIGHTS,
    "berat-barang": _WEIGHTS,
    "berat-produk": _WEIGHTS,
    "berat-bersih": _WEIGHTS,
    "bobot": _WEIGHTS,
    "weight": _WEIGHTS,
    "panjang": ((SIZE_PARTS[0], _CM),),
    "lebar": ((SIZE_PARTS[1], _CM),),
    "tinggi": ((SIZE_PARTS[2], _CM),),
    "kapasitas": (("capacity_per_month", _MONTHLY),),
    "kapasitas-produksi": (("capacity_per_month", _MONTHLY),),
    "capacity": (("capacity_per_month", _MONTHLY),),
}
"""Headers that mean a field with its unit in brackets: what a bare `Kapasitas` is of, nobody knows."""
SIZES = re.compile(r"\b(?:ukuran|dimensi|size|dimension)s?\b", re.IGNORECASE)
_SIDES = r"(panjang|p|lebar|length|l|width|w|depth|d|height|h|tinggi|tebal|t)"
SIDES = re.compile(rf"\b{_SIDES}\s*[x×*/-]\s*{_SIDES}(?:\s*[x×*/-]\s*{_SIDES})?\b", re.IGNORECASE)
"""In which order a column of sizes gives its sides."""
BY_HAND = frozenset(
    {
        "sertifikat", "sertifikasi", "certificate", "certificates", "no-sertifikat", "foto", "photo",
        "gambar", "foto-produk", "foto-toko", "foto-usaha", "link-foto", "nama-foto", "file-foto",
    }
)  # fmt: skip
"""Headers of what the site keeps in a form that no cell has."""
