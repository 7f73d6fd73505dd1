"""The views of entries' own pages."""

from __future__ import annotations

from typing import assert_never

from site_builder.model.catalog import AnyEntry, has_closed
from site_builder.model.entries import (
    Chart,
    Event,
    Figure,
    Market,
    Page,
    Place,
    Product,
    Shop,
    Story,
    Visit,
)
from site_builder.model.localized import Localized
from site_builder.names import Kind
from site_builder.plan.cards import category
from site_builder.plan.closed_shops import shop_closed_since
from site_builder.plan.edition import Edition
from site_builder.plan.entry_views import describe, entry_view
from site_builder.plan.heads import OgType, entry_head, section_link
from site_builder.plan.localize import localize
from site_builder.plan.ordering import ordering, second_number
from site_builder.plan.outlets import code_urls
from site_builder.plan.sellers import seller_of
from site_builder.plan.sheets import shop_sheet_urls
from site_builder.plan.shelf import Shelf
from site_builder.plan.views.cards import Term
from site_builder.plan.views.chrome import Head, Link
from site_builder.plan.views.pages import (
    MarketPageView,
    PageView,
    ProductPageView,
    ShopPageView,
    StoryPageView,
)
from site_builder.plan.visit_pages import event_page, place_page, visit_page

PRODUCTS_SHOWN = 12


def entry_page(edition: Edition, shelf: Shelf, entry: AnyEntry) -> tuple[str, PageView] | None:
    """Give template and view of an entry's own page; `None` for kinds that have none.

    Pages (kind `pages`) are made in `section_pages`, because they show other entries.
    """
    lang, fallbacks = edition.lang, edition.fallbacks
    match entry.facts:
        case Product() as product:
            return "product_page.html", _product(edition, shelf, entry, product)
        case Shop() as shop:
            return "shop_page.html", _shop(edition, shelf, entry, shop)
        case Visit() as visit:
            return "visit_page.html", visit_page(edition, shelf, entry, visit)
        case Place() as place:
            return "place_page.html", place_page(edition, entry, place)
        case Event() as event:
            return "event_page.html", event_page(edition, entry, event)
        case Story() as story:
            return "story_page.html", _story(edition, shelf, entry, story)
        case Market() as market:
            told = entry_view(edition, entry, localize(market, lang, fallbacks))
            head = _head(edition, entry, "article")
            return "market_page.html", MarketPageView(head, told, ordering(edition, shelf, PRODUCTS_SHOWN))
        case Page() | Figure() | Chart():
            return None
        case _ as unreachable:
            assert_never(unreachable)


def _head(edition: Edition, entry: AnyEntry, og_type: OgType) -> Head:
    return entry_head(edition, entry, og_type, describe(edition, entry))


def _product(edition: Edition, shelf: Shelf, entry: AnyEntry, product: Product[Localized]) -> ProductPageView:
    """Lead to the shop that is named, even a made-up one, whose page says so; but nobody writes to that."""
    shop = edition.catalog.shops.get(product.shop) if product.shop else None
    seller = seller_of(edition.catalog, entry.id)
    return ProductPageView(
        head=_head(edition, entry, "product"),
        entry=entry_view(edition, entry, localize(product, edition.lang, edition.fallbacks)),
        category=category(edition, Kind.PRODUCTS, product.category),
        materials=tuple(
            edition.term("materials", term, listed=(Kind.PRODUCTS, "material")) for term in product.materials
        ),
        colours=tuple(edition.term("colours", term) for term in product.colours),
        shop=None if shop is None else Link(edition.url(shop), edition.show(shop.meta.name)),
        shop_whatsapp=None if seller is None else seller.facts.whatsapp,
        shop_email=None if seller is None else seller.facts.email,
        related=shelf.related[entry.id],
        makers=_makers(edition, shelf, product) if shop is None else None,
        shop_closed_since=shop_closed_since(edition.catalog, entry.id),
    )


def _makers(edition: Edition, shelf: Shelf, line: Product[Localized]) -> Term | None:
    return category(edition, Kind.SHOPS, line.category) if line.category in shelf.made else None


def _shop(edition: Edition, shelf: Shelf, entry: AnyEntry, shop: Shop[Localized]) -> ShopPageView:
    products = shelf.of_shop.get(entry.id, ())
    return ShopPageView(
        head=_head(edition, entry, "place"),
        entry=entry_view(edition, entry, localize(shop, edition.lang, edition.fallbacks)),
        categories=tuple(category(edition, Kind.SHOPS, term) for term in shop.categories),
        payments=tuple(edition.term("payments", term) for term in shop.payments),
        services=tuple(
            edition.term("services", term, listed=(Kind.SHOPS, "service")) for term in shop.services
        ),
        products=products[:PRODUCTS_SHOWN],
        product_count=len(products),
        ways_here=_ways_here(edition) if shop.location is None and not has_closed(entry) else (),
        card_url=None if entry.meta.sample or has_closed(entry) else edition.routes.card(entry),
        code_urls=code_urls(edition.routes, entry),
        sheet_urls=shop_sheet_urls(edition, entry),
        second_number=second_number(shop),
    )


def _ways_here(edition: Edition) -> tuple[Link, ...]:
    links = (section_link(edition, template) for template in ("visit", "map"))
    return tuple(link for link in links if link is not None)


def _story(edition: Edition, shelf: Shelf, entry: AnyEntry, story: Story[Localized]) -> StoryPageView:
    earlier, later = shelf.turns[entry.id]
    return StoryPageView(
        head=_head(edition, entry, "article"),
        entry=entry_view(edition, entry, localize(story, edition.lang, edition.fallbacks)),
        tags=tuple(edition.term("tags", tag, listed=(Kind.STORIES, "tag")) for tag in story.tags),
        earlier=earlier,
        later=later,
    )
