"""By whom a product is sold: one answer for pages, pictures, paper and data."""

from __future__ import annotations

from site_builder.model.catalog import Catalog, Entry
from site_builder.model.entries import Shop
from site_builder.model.localized import Localized
from site_builder.names import EntryId


def seller_of(catalog: Catalog, product_id: EntryId) -> Entry[Shop[Localized]] | None:
    """Find the shop of a product; none of a product line, and never a made-up shop of a real product.

    Else what is made up would leave the site with a real product, in data, pictures and on paper.
    """
    product = catalog.products[product_id]
    shop = catalog.shops.get(product.facts.shop) if product.facts.shop else None
    return None if shop is None or (shop.meta.sample and not product.meta.sample) else shop
