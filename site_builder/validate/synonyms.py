"""Names that editors try for a field, and the fields that they mean."""

from __future__ import annotations

_TRIED = {
    "photos": "gambar photo picture pictures image images galeri foto-foto",
    "whatsapp": "no-wa nomor-wa wa-no hp no-hp nomor-hp handphone ponsel whatsapp-no no-whatsapp "
    "nomor-whatsapp",
    "hours": "jam jam-operasional jam-kerja buka opening-hours open waktu-buka",
    "phone": "telp tlp tel no-telp no-tlp no-telepon nomor-telepon telpon telephone",
    "summary": "deskripsi description desc keterangan penjelasan",
    "email": "e-mail mail",
    "website": "web homepage laman",
    "location": "map maps peta koordinat gps",
    "size_cm": "ukuran dimensi size",
    "weight_g": "berat weight",
    "duration_minutes": "lama durasi duration",
    "lead_time_days": "lama lama-pengerjaan lama-produksi waktu-pengerjaan",
    "moq": "min-order minimal-order minimum-order order-minimum",
    "marketplaces": "tokopedia shopee bukalapak lazada marketplace",
    "closed_on": "libur hari-libur tanggal-libur",
    "closed_since": "tutup tutup-selamanya tutup-permanen closed closed-for-good",
    "cancelled": "batal acara-batal tidak-jadi tdk-jadi pembatalan cancel canceled",
    "materials": "material bahan-baku",
    "shop": "penjual pengrajin perajin",
    "starts": "tanggal tgl waktu date",
    "date": "tgl",
    "venue": "lokasi tempat location",
    "order": "nomor-urut",
    "verified": "dicek diverifikasi",
    "name": "title judul label",
}
"""English names of fields, and what is tried for them, with hyphens for spaces and underscores."""

MEANT = {
    word: tuple(field for field, words in _TRIED.items() if word in words.split())
    for words in _TRIED.values()
    for word in words.split()
}
"""Word to the fields that it may mean; a kind has mostly one of them."""
