"""Which empty fields visitors miss, the most asked for first."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.catalog import AnyEntry
from site_builder.model.entries import Place, Product, Shop
from site_builder.names import Kind

NEEDED: dict[Kind, tuple[str, ...]] = {
    Kind.SHOPS: ("hours", "whatsapp", "location", "photos", "summary", "payments", "services"),
    Kind.PRODUCTS: ("price", "photos", "size_cm", "summary", "colours"),
    Kind.VISITS: ("price", "booking", "photos", "summary"),
    Kind.PLACES: ("location", "hours", "fee", "photos", "summary"),
    Kind.EVENTS: ("venue", "ends", "organiser", "photos", "summary"),
    Kind.STORIES: ("summary", "photos"),
    Kind.MARKETS: ("requirements", "trade_notes", "summary"),
    Kind.PAGES: ("summary",),
}
"""Of kinds in the order of the site; what a kind requires is never empty."""

_FOR_BUYERS = ("moq", "lead_time_days", "weight_g", "hs_code")
"""Of products that say `siap_ekspor: ya`."""
_OF_STATIONS = ("location",)
"""One travels from there and does not visit it."""

_INSTEAD: dict[str, tuple[str, ...]] = {
    "whatsapp": ("phone", "email"),
    "price": ("price_reported",),
    "location": ("roughly",),
}
"""Fields that serve visitors as well."""


def needed_fields(entry: AnyEntry) -> tuple[str, ...]:
    """Name the fields that visitors look for in this entry, in the order of their use."""
    fields = NEEDED.get(entry.kind, ())
    match entry.facts:
        case Product(export_ready=True):
            return (*fields, *_FOR_BUYERS)
        case Place(kind=kind) if kind != "sight":
            return _OF_STATIONS
        case _:
            return fields


def empty_fields(entry: AnyEntry) -> Iterator[str]:
    """Name those of them that nobody has filled in, but for what an owner keeps to himself."""
    withheld = entry.facts.without if isinstance(entry.facts, Shop) else ()
    for name in needed_fields(entry):
        if name in withheld:
            continue
        if not any(_value(entry, field) for field in (name, *_INSTEAD.get(name, ()))):
            yield name


def _value(entry: AnyEntry, field: str) -> object:
    return getattr(entry.meta, field, None) or getattr(entry.facts, field, None)
