"""Shops that have closed for good: what the site says of them, and what it no longer offers.

Editors write one line, `tutup_sejak`, and leave all else as it is: when the shop opens again, deleting that
line brings everything back. So what leads to such a shop is taken out here, before anything is planned, once
for all outputs.
"""

from __future__ import annotations

from msgspec.structs import replace

from site_builder.model.catalog import Catalog, Entry
from site_builder.model.entries import Product, Shop
from site_builder.model.localized import Localized
from site_builder.names import EntryId


def without_offers(catalog: Catalog) -> Catalog:
    """Take out how closed shops are reached and what they ask for their products; the rest is history."""
    closed = {id_: shop for id_, shop in catalog.shops.items() if shop.facts.closed_since is not None}
    if not closed:
        return catalog
    shops = {id_: _unreachable(shop) for id_, shop in closed.items()}
    products = {
        id_: _not_offered(product)
        for id_, product in catalog.products.items()
        if product.facts.shop in closed
    }
    return replace(catalog, shops={**catalog.shops, **shops}, products={**catalog.products, **products})


def shop_closed_since(catalog: Catalog, product_id: EntryId) -> str | None:
    """Say since when the shop of a product has been closed for good."""
    shop = catalog.products[product_id].facts.shop
    return catalog.shops[shop].facts.closed_since if shop is not None and shop in catalog.shops else None


def _unreachable(shop: Entry[Shop[Localized]]) -> Entry[Shop[Localized]]:
    facts = replace(
        shop.facts,
        location=None,
        whatsapp=None,
        phone=None,
        email=None,
        website=None,
        instagram=None,
        marketplaces=(),
        hours=None,
        closed_on=(),
        payments=(),
        languages=(),
    )
    return replace(shop, facts=facts)


def _not_offered(product: Entry[Product[Localized]]) -> Entry[Product[Localized]]:
    facts = replace(
        product.facts,
        price=None,
        price_reported=None,
        moq=None,
        lead_time_days=None,
        capacity_per_month=None,
        incoterms=(),
        export_ready=False,
    )
    return replace(product, facts=facts)
