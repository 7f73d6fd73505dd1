"""What a buyer from afar can do next: whom to write to, what to choose from, how ordering goes."""

from __future__ import annotations

from site_builder.names import Kind
from site_builder.plan.edition import Edition
from site_builder.plan.heads import section_link
from site_builder.plan.routes import EXPORT_READY
from site_builder.plan.shelf import Shelf
from site_builder.plan.views.chrome import Link
from site_builder.plan.views.parts import OrderingView


def ordering(edition: Edition, shelf: Shelf, most: int) -> OrderingView:
    """Show at most `most` products that are ready for export; never a sample, which a buyer would order."""
    ready = [card for card in shelf.products.values() if card.export_ready]
    catalogue = section_link(edition, "products")
    exports = section_link(edition, "exports")
    cooperative, is_reachable = _cooperative(edition)
    return OrderingView(
        cooperative=cooperative,
        is_reachable=is_reachable,
        products=tuple(card for card in ready if not card.is_sample)[:most],
        products_url=edition.routes.term(Kind.PRODUCTS, EXPORT_READY, "", edition.lang) if ready else None,
        catalogue_url=None if catalogue is None else catalogue.url,
        exports_url=None if exports is None else exports.url,
    )


def _cooperative(edition: Edition) -> tuple[Link | None, bool]:
    """Find the cooperative that takes orders, and whether anybody can write to it or call it."""
    for shop in edition.catalog.shops.values():
        facts = shop.facts
        if facts.kind == "cooperative" and not shop.meta.sample:
            is_reachable = any((facts.whatsapp, facts.phone, facts.email))
            return Link(edition.url(shop), edition.show(shop.meta.name)), is_reachable
    return None, False
