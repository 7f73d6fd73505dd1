"""What a buyer from afar can do next: whom to write to, what to choose from, how ordering goes."""

from __future__ import annotations

from site_builder.model.catalog import Entry, has_closed
from site_builder.model.entries import Shop
from site_builder.model.localized import Localized
from site_builder.model.readers.contact import international
from site_builder.names import Kind, Lang, UrlPath
from site_builder.plan.edition import Edition
from site_builder.plan.heads import section_link
from site_builder.plan.routes import EXPORT_READY
from site_builder.plan.shelf import Shelf
from site_builder.plan.views.cards import ProductCard
from site_builder.plan.views.chrome import Link
from site_builder.plan.views.parts import OrderingView
from site_builder.text.addresses import phone_text


def ordering(edition: Edition, shelf: Shelf, most: int) -> OrderingView:
    """Show at most `most` products that are ready for export; never a sample, which a buyer would order."""
    ready = [card for card in shelf.products.values() if card.export_ready]
    catalogue = section_link(edition, "products")
    exports = section_link(edition, "exports")
    cooperative = cooperative_of(edition)
    return OrderingView(
        cooperative=None
        if cooperative is None
        else Link(edition.url(cooperative), edition.show(cooperative.meta.name)),
        is_reachable=cooperative is not None and bool(contacts_of(cooperative, edition.lang)),
        products=tuple(card for card in ready if not card.is_sample)[:most],
        products_url=edition.routes.term(Kind.PRODUCTS, EXPORT_READY, "", edition.lang) if ready else None,
        catalogue_url=None if catalogue is None else catalogue.url,
        exports_url=None if exports is None else exports.url,
        line_sheet_url=line_sheet_url(edition, shelf),
    )


def traded(shelf: Shelf) -> tuple[tuple[ProductCard, ...], bool]:
    """Choose what a sheet for buyers tells of, and whether it is ready for export.

    Where no maker says so there are the product lines; never a sample, which a buyer would order.
    """
    ready = tuple(card for card in shelf.products.values() if card.export_ready and not card.is_sample)
    return (ready, True) if ready else (tuple(card for card in shelf.lines if not card.is_sample), False)


def line_sheet_url(edition: Edition, shelf: Shelf) -> UrlPath | None:
    return edition.routes.line_sheet(edition.lang) if edition.with_sheets and traded(shelf)[0] else None


def cooperative_of(edition: Edition) -> Entry[Shop[Localized]] | None:
    """Find the cooperative that takes orders."""
    shops = edition.catalog.shops.values()
    return next(
        (
            shop
            for shop in shops
            if shop.facts.kind == "cooperative" and not shop.meta.sample and not has_closed(shop)
        ),
        None,
    )


def contacts_of(shop: Entry[Shop[Localized]], lang: Lang) -> tuple[str, ...]:
    """Give how a shop is reached from afar, as one writes it on paper."""
    facts = shop.facts
    whatsapp = f"WhatsApp +{facts.whatsapp}" if facts.whatsapp else None
    other = second_number(facts)
    return tuple(contact for contact in (whatsapp, other and phone_text(other, lang), facts.email) if contact)


def second_number(shop: Shop[Localized]) -> str | None:
    """Give the telephone as it is written, where it is another number than that of WhatsApp."""
    is_same = shop.phone and shop.whatsapp and international(shop.phone) == f"+{shop.whatsapp}"
    return None if is_same else shop.phone
