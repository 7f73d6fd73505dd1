"""Which picture others show of a page: its own, that of the page it repeats, or one for all the rest."""

from __future__ import annotations

from msgspec.structs import replace

from site_builder.model.catalog import AnyEntry, Catalog
from site_builder.model.entries import Chart, Figure, Page, Product
from site_builder.names import EntryId
from site_builder.plan.edition import Edition, Shares

MOST_PRODUCT_PICTURES = 2_000
"""Of all languages together: about two minutes of drawing on two processors."""


def within_limits(shares: Shares | None, catalog: Catalog) -> Shares | None:
    """Choose the products that have pictures of their own: of too many those with the first ids."""
    if shares is None:
        return None
    pictured: set[EntryId] = set()
    left = MOST_PRODUCT_PICTURES
    for product in sorted(catalog.products.values(), key=lambda product: product.id):
        left -= 0 if product.meta.sample else len(product.translated)
        if left < 0:
            break
        pictured.add(product.id)
    return replace(shares, products=frozenset(pictured))


def share_url(edition: Edition, entry: AnyEntry) -> str:
    """Give the whole address of the picture of an entry's page; empty where the site has none."""
    if edition.shares is None:
        return ""
    source = edition.source_of(entry.translated)
    if has_own_share(edition.shares, entry) and source not in edition.shares.wordless:
        return edition.routes.absolute(edition.routes.share(edition.urls(entry)[source]))
    return default_share_url(edition)


def default_share_url(edition: Edition) -> str:
    """Give the whole address of the picture for all pages of a language without one of their own."""
    if edition.shares is None:
        return ""
    return edition.routes.absolute(edition.routes.share(edition.routes.address(edition.lang)))


def has_own_share(shares: Shares, entry: AnyEntry) -> bool:
    """Whether an entry has a picture of its own: samples show nothing that should travel."""
    match entry.facts:
        case Figure() | Chart() | Page(template="home"):
            return False
        case Product() if entry.id not in shares.products:
            return False
        case _:
            return not entry.meta.sample
