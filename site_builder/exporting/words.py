"""What an export says, and what stands in its spreadsheet beside the entries."""

from __future__ import annotations

from site_builder.messages import sentence_for
from site_builder.names import Kind
from site_builder.problems import Problem, Span
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

_DESCRIBED = frozenset({"shop", "price"})
"""Fields whose own description tells how a content file writes them."""


def say(name: str, language: str, **values: str) -> str:
    return sentence_for(Problem("export-told", Span(""), name, values), language).message


def about(field: str, described: str, language: str) -> str:
    """Say what a column is for; the marks of Markdown mean nothing in a cell."""
    if field in _DESCRIBED:
        return say(f"about-{field}", language)
    return described.replace("`", "")


def header_of(kind: Kind, field: FieldShape, language: str) -> str:
    """Call a column as offices do."""
    index = 0 if language == "id" else 1
    if field.name in _HEADERS[kind]:
        return _HEADERS[kind][field.name][index]
    plain = (field.indonesian, field.name)[index].replace("_", " ")
    return plain.title() if language == "id" else plain.capitalize()
