"""What stands in an exported spreadsheet beside the entries, in Indonesian and in English."""

from __future__ import annotations

from site_builder.names import Kind
from site_builder.validate.shapes import FieldShape

_HEADERS: dict[Kind, dict[str, tuple[str, str]]] = {
    Kind.SHOPS: {
        "name": ("Nama Usaha", "Business name"),
        "location": ("Koordinat", "GPS"),
        "whatsapp": ("No. WA", "WhatsApp"),
        "email": ("Email", "Email"),
        "website": ("Alamat Web", "Website"),
        "instagram": ("Instagram", "Instagram"),
        "since": ("Tahun Berdiri", "Since"),
    },
    Kind.PRODUCTS: {
        "name": ("Nama Produk", "Product name"),
        "shop": ("Nama Usaha", "Shop"),
        "weight_g": ("Berat (gram)", "Weight (gram)"),
        "moq": ("Pesanan Minimal", "Minimum order"),
        "lead_time_days": ("Lama Pengerjaan (hari)", "Lead time (days)"),
        "capacity_per_month": ("Kapasitas (per bulan)", "Capacity (per month)"),
        "hs_code": ("Kode HS", "HS code"),
    },
    Kind.EVENTS: {
        "name": ("Nama Acara", "Event name"),
        "starts": ("Tanggal Mulai", "Start date"),
        "ends": ("Tanggal Selesai", "End date"),
        "venue": ("Tempat", "Venue"),
        "location": ("Koordinat", "GPS"),
    },
}
"""Where people call a column otherwise than the field; each is known to an import."""

_ABOUT: dict[str, tuple[str, str]] = {
    "shop": (
        "Toko yang menjualnya; kosong berarti produk seluruh sentra.",
        "The shop that sells it; empty for a product of the whole cluster.",
    ),
    "price": (
        "Harga dalam rupiah: satu angka, atau yang terendah dan tertinggi seperti 90.000 - 120.000.",
        "The price in rupiah: one number, or the lowest and the highest as in 90.000 - 120.000.",
    ),
}
"""Where the description of a field tells how a content file writes it."""

_WORDS: dict[str, tuple[str, str]] = {
    "shops": ("Toko", "Shops"),
    "products": ("Produk", "Products"),
    "events": ("Acara", "Events"),
    "guide": ("Petunjuk", "Guide"),
    "words": ("Kata", "Words"),
    "id": ("ID", "ID"),
    "id-about": (
        "Nama berkas entri ini. Jangan diubah; kosongkan di baris baru.",
        "The name of this entry's file. Leave it as it is; leave it empty in new rows.",
    ),
    "column": ("Kolom", "Column"),
    "about": ("Penjelasan", "What it says"),
    "example": ("Misalnya", "Such as"),
    "required": ("Wajib diisi.", "Needed."),
    "one-word": ("Pilih satu kata dari lembar Kata.", "Choose one word of the sheet Words."),
    "several-words": (
        "Pilih dari lembar Kata; beberapa dipisah dengan koma.",
        "Choose from the sheet Words; several are parted by commas.",
    ),
    "wrote": ("{path}: {count} entri {kind}.", "{path}: {count} entries of {kind}."),
    "samples": (
        "{count} entri contoh tidak ikut; dengan `--samples` ikut, tetapi impor tidak mengubahnya.",
        "{count} samples were left out; `--samples` adds them, but an import never changes them.",
    ),
    "unread": (
        "Tidak ikut karena berkasnya salah atau berupa tautan: {files}. Jalankan `sentra check`.",
        "Left out because their files have faults or are links: {files}. Run `sentra check`.",
    ),
    "rows": (
        "Tidak ikut karena tidak bisa dikenali lagi saat diimpor: {entries}",
        "Left out because an import would not know them again: {entries}",
    ),
    "cells": (
        "Dikosongkan karena tidak bisa ditulis dalam satu sel: {cells}",
        "Left empty because one cell can't say it: {cells}",
    ),
    "remembered": (
        "Isi yang dikirim dicatat di {path}; sel yang diubah kantor nanti bisa diimpor.",
        "What is sent is noted in {path}, so that cells which the office changes can be imported.",
    ),
}


def say(name: str, language: str, **values: str) -> str:
    return _WORDS[name][0 if language == "id" else 1].format_map(values)


def about(field: str, described: str, language: str) -> str:
    """Say what a column is for; the marks of Markdown mean nothing in a cell."""
    if field in _ABOUT:
        return _ABOUT[field][0 if language == "id" else 1]
    return described.replace("`", "")


def header_of(kind: Kind, field: FieldShape, language: str) -> str:
    """Call a column as offices do."""
    index = 0 if language == "id" else 1
    if field.name in _HEADERS[kind]:
        return _HEADERS[kind][field.name][index]
    plain = (field.indonesian, field.name)[index].replace("_", " ")
    return plain.title() if language == "id" else plain.capitalize()
