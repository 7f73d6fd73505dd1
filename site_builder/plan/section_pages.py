"""The views of the pages of kind `pages`: home, sections that show other entries, and plain texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never, get_args

from msgspec.structs import replace

from site_builder.model.catalog import Entry
from site_builder.model.entries import Page, PageTemplate
from site_builder.model.localized import Localized
from site_builder.names import Kind, OutPath
from site_builder.plan.edition import Edition
from site_builder.plan.entry_views import describe, page_entry_view
from site_builder.plan.figure_pages import export_scopes, figures_pages
from site_builder.plan.heads import (
    ROOT_KINDS,
    entry_head,
    make_head,
    section_link,
)
from site_builder.plan.lists import entry_lists, product_lists, shop_lists
from site_builder.plan.ordering import line_sheet_url, ordering
from site_builder.plan.shelf import Shelf, real_ones
from site_builder.plan.stand_ins import stand_in_view
from site_builder.plan.views.cards import EntryCard, ShopCard
from site_builder.plan.views.chrome import Head
from site_builder.plan.views.figures import FigureCard
from site_builder.plan.views.pages import (
    BuyersListView,
    ExportsPageView,
    HomePageView,
    PageView,
    TextPageView,
)
from site_builder.plan.visit_pages import map_page, visit_section

HOME_SHOPS = 6
FEW_SHOPS = 3
OPENING_FIGURES = 4
HOME_STORIES = 3
EXPORT_PRODUCTS = 3

Made = tuple[OutPath, str, PageView]


def section_page(edition: Edition, shelf: Shelf, page: Entry[Page[Localized]]) -> Iterator[Made]:
    """Yield path, template and view of each output of a page; a list has as many as it needs."""
    out = edition.routes.out(edition.url(page))
    match page.facts.template:
        case "page":
            head = entry_head(edition, page, "website", describe(edition, page))
            yield out, "page.html", TextPageView(head, page_entry_view(edition, page))
        case "home":
            yield out, "home.html", home_page(edition, shelf, page)
        case "visit" | "map" as template:
            view = visit_section(edition, shelf, page) if template == "visit" else map_page(edition, page)
            yield out, f"{template}.html", view
        case "exports":
            yield out, "exports.html", _exports(edition, shelf, page)
        case "figures":
            yield from figures_pages(edition, shelf, page)
        case "enquiry":
            yield out, "buyers_list.html", _buyers_list(edition, shelf, page)
        case "products" | "shops" as template:
            make = product_lists if template == "products" else shop_lists
            for made in make(edition, shelf, page):
                yield made.out, made.template, made.view
        case "places" | "events" | "stories" | "markets" as template:
            for made in entry_lists(edition, shelf, Kind(template), page):
                yield made.out, made.template, made.view
        case _ as unreachable:
            assert_never(unreachable)


def not_found_page(edition: Edition) -> Made:
    """Make the page that a host shows for an address that is not there."""
    urls = {lang: edition.routes.asset(OutPath(_not_found_out(edition, lang))) for lang in edition.langs}
    view = stand_in_view(edition, edition.word("Page not found").text, urls)
    return OutPath(_not_found_out(edition, edition.lang)), "404.html", view


def _not_found_out(edition: Edition, lang: str) -> str:
    return "404.html" if lang == edition.default_lang else f"{lang}/404.html"


def home_page(edition: Edition, shelf: Shelf, page: Entry[Page[Localized]] | None) -> HomePageView:
    """Show the home page; without a `page` of the editors it has the site's name and what there is."""
    links = {
        template: section_link(edition, template)
        for template in (*get_args(PageTemplate), *ROOT_KINDS)
        if template not in {"page", "home"}
    }
    sections = {template: link.url for template, link in links.items() if link is not None}
    return HomePageView(
        head=_home_head(edition, page),
        entry=None if page is None else page_entry_view(edition, page),
        lines=shelf.lines,
        shops=_some_shops(shelf),
        figures=_some_figures(edition, shelf),
        feature=_feature(edition, shelf),
        stories=shelf.timeline or shelf.cards[Kind.STORIES][:HOME_STORIES],
        visits=_doors(shelf),
        sections=dict(sorted(sections.items())),
        next_event=_next_event(shelf),
    )


def _next_event(shelf: Shelf) -> EntryCard | None:
    """Choose the real event that comes next and takes place, with what a line about it says."""
    coming = (card for card in shelf.cards[Kind.EVENTS] if not card.is_past and not card.is_cancelled)
    card = next((card for card in coming if not card.is_sample), None)
    return None if card is None else replace(card, summary=None, picture=None, note=None)


def _home_head(edition: Edition, page: Entry[Page[Localized]] | None) -> Head:
    config = edition.catalog.config
    names = (config.name, config.tagline)
    title = " – ".join(edition.show(name).text for name in names if name is not None)
    if page is not None:
        return replace(entry_head(edition, page, "website", describe(edition, page)), title=title)
    named = [lang for lang in edition.langs if lang in config.name.texts]
    return make_head(
        edition,
        title=title,
        description="" if config.description is None else edition.show(config.description).text,
        urls={lang: edition.routes.address(lang) for lang in edition.langs},
        translated=frozenset(named),
        trail=(),
        menu_id=None,
        fallback_lang=edition.fallback_of(named),
    )


def _some_shops(shelf: Shelf) -> tuple[ShopCard, ...]:
    """Choose the first real ones; samples, which prove nothing, show only where there is no real one."""
    shops = shelf.running
    return tuple(shop for shop in shops if not shop.is_sample)[:HOME_SHOPS] or shops[:FEW_SHOPS]


def _doors(shelf: Shelf) -> tuple[EntryCard, ...]:
    """Choose the first trip of each theme, with what a door to it says and no more."""
    first: dict[str, EntryCard] = {}
    for card in shelf.cards[Kind.VISITS]:
        first.setdefault(card.theme or "", replace(card, duration_minutes=None, picture=None))
    return tuple(first.values())


def _feature(edition: Edition, shelf: Shelf) -> EntryCard | None:
    """Choose the story that the editors put first, by `order`; else the newest."""

    def order(card: EntryCard) -> int:
        written = edition.catalog.stories[card.id].meta.order
        return 10**9 if written is None else written

    return min(real_ones(shelf.cards[Kind.STORIES]), key=order, default=None)


def _some_figures(edition: Edition, shelf: Shelf) -> tuple[FigureCard, ...]:
    """Choose the figures that the editors put first, by `order`."""

    def rank(card: FigureCard) -> tuple[int, bool, str]:
        order = edition.catalog.figures[card.id].meta.order
        first = 10**9 if order is None else order
        return (first, card.scope != "cluster", card.id)

    return tuple(sorted(shelf.figures.values(), key=rank))[:OPENING_FIGURES]


def _exports(edition: Edition, shelf: Shelf, page: Entry[Page[Localized]]) -> ExportsPageView:
    all_figures = section_link(edition, "figures")
    markets: tuple[EntryCard, ...] = shelf.cards[Kind.MARKETS]
    return ExportsPageView(
        head=entry_head(edition, page, "website", describe(edition, page)),
        entry=page_entry_view(edition, page),
        scopes=export_scopes(edition, shelf),
        markets=markets,
        ordering=ordering(edition, shelf, EXPORT_PRODUCTS),
        figures_url=None if all_figures is None else all_figures.url,
    )


def _buyers_list(edition: Edition, shelf: Shelf, page: Entry[Page[Localized]]) -> BuyersListView:
    routes = edition.routes
    return BuyersListView(
        head=entry_head(edition, page, "website", describe(edition, page)),
        entry=page_entry_view(edition, page),
        data_urls={lang: routes.finder(Kind.PRODUCTS, lang) for lang in edition.langs},
        products_url=routes.section(Kind.PRODUCTS, edition.lang),
        line_sheet_url=line_sheet_url(edition, shelf),
    )
