"""What each template sees as `view`."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from site_builder.model.entries import Event, Market, Page, Place, Product, Shop, Source, Story, Visit
from site_builder.model.localized import Shown
from site_builder.names import Kind, Lang, UrlPath
from site_builder.plan.views.bodies import BodyView
from site_builder.plan.views.cards import EntryCard, ProductCard, ShopCard, Term
from site_builder.plan.views.chrome import Head, LanguageChoice, Link
from site_builder.plan.views.figures import ChartView, FigureCard
from site_builder.plan.views.maps import MapView
from site_builder.plan.views.parts import (
    EntryView,
    Facet,
    FeedItem,
    Finder,
    OpenPlace,
    OrderingView,
    Pagination,
    PlaceDistance,
    ScopeView,
    StopView,
    TermCount,
    TripView,
    WayView,
)
from site_builder.plan.views.search import SearchPageView
from site_builder.plan.views.sheets import (
    CounterCardView,
    LineSheetView,
    PrintedDirectoryView,
    StickerSheetView,
)


class TextPageView(Struct, frozen=True):
    """`page.html`: a page of words only."""

    head: Head
    entry: EntryView[Page[Shown]]


class HomePageView(Struct, frozen=True):
    """`home.html`."""

    head: Head
    entry: EntryView[Page[Shown]] | None
    """Empty where the editors wrote no page `home`."""
    lines: tuple[ProductCard, ...]
    """Product lines: products without a shop."""
    shops: tuple[ShopCard, ...]
    figures: tuple[FigureCard, ...]
    feature: EntryCard | None
    """One story told large: the first by `order`."""
    stories: tuple[EntryCard, ...]
    """In the order in which they happened; the newest few where no story says when it was."""
    visits: tuple[EntryCard, ...]
    sections: dict[str, UrlPath]
    """`products`, `shops`, `visit`, … to the address of that section's page or list, where there is one."""
    next_event: EntryCard | None = None


class ProductListView(Struct, frozen=True):
    """`product_list.html`: all products, or those under a word of one of the facets."""

    head: Head
    entry: EntryView[Page[Shown]] | None
    """The page `products`, on its first page only."""
    heading: Shown
    term: Term | None
    lines: tuple[ProductCard, ...]
    products: tuple[ProductCard, ...]
    facets: tuple[Facet, ...]
    finder: Finder | None
    pagination: Pagination


class ProductPageView(Struct, frozen=True):
    """`product_page.html`."""

    head: Head
    entry: EntryView[Product[Shown]]
    category: Term
    materials: tuple[Term, ...]
    colours: tuple[Term, ...]
    shop: Link | None
    shop_whatsapp: str | None
    shop_email: str | None
    related: tuple[ProductCard, ...]
    makers: Term | None = None
    """Of a product line: the list of shops that say they make such things, where there are any."""
    shop_closed_since: str | None = None
    """For good: nobody sells it any more."""


class ShopListView(Struct, frozen=True):
    """`shop_list.html`: all shops, or those under a word of one of the facets."""

    head: Head
    entry: EntryView[Page[Shown]] | None
    heading: Shown
    term: Term | None
    shops: tuple[ShopCard, ...]
    facets: tuple[Facet, ...]
    finder: Finder | None
    pagination: Pagination
    print_url: UrlPath | None = None
    """Of the whole directory for paper; on its first page."""


class ShopPageView(Struct, frozen=True):
    """`shop_page.html`."""

    head: Head
    entry: EntryView[Shop[Shown]]
    categories: tuple[Term, ...]
    payments: tuple[Term, ...]
    services: tuple[Term, ...]
    products: tuple[ProductCard, ...]
    """At most twelve, samples only where there is nothing else; `product_count` says how many there are."""
    product_count: int
    ways_here: tuple[Link, ...] = ()
    """Of a shop without coordinates: the pages that tell how to get here, and where its village lies."""
    card_url: UrlPath | None = None
    """Of its contact card; a sample has none."""
    code_urls: tuple[UrlPath, ...] = ()
    """Of the QR codes that lead here, the drawing first; none where the site's own address is not known."""
    sheet_urls: tuple[UrlPath, ...] = ()
    """Of what the shop can print: the card for its counter, the sheet of stickers; a sample has neither."""
    second_number: str | None = None
    """The telephone, where it is another number than that of WhatsApp: paper says each once."""


class VisitSectionView(Struct, frozen=True):
    """`visit.html`: the page of section `visit`, with trips, ways to get here, the map, places and events."""

    head: Head
    entry: EntryView[Page[Shown]]
    trips: tuple[TripView, ...]
    ways: tuple[WayView, ...]
    places: tuple[EntryCard, ...]
    """What there is to see; stations and stops are in `ways` and on the map."""
    events: tuple[EntryCard, ...]
    map: MapView | None
    map_url: UrlPath | None
    """The page to print."""


class MapPageView(Struct, frozen=True):
    """`map.html`: the map on one sheet of paper."""

    head: Head
    entry: EntryView[Page[Shown]]
    map: MapView | None
    ways: tuple[WayView, ...]
    open_hours: tuple[OpenPlace, ...]


class VisitPageView(Struct, frozen=True):
    """`visit_page.html`: one trip."""

    head: Head
    entry: EntryView[Visit[Shown]]
    stops: tuple[StopView, ...]
    map: MapView | None
    """Of its stops, where at least two have coordinates; their numbers are the stops'."""
    others: tuple[EntryCard, ...]


class PlacePageView(Struct, frozen=True):
    """`place_page.html`."""

    head: Head
    entry: EntryView[Place[Shown]]
    map: MapView | None
    distance: PlaceDistance | None


class EventPageView(Struct, frozen=True):
    """`event_page.html`."""

    head: Head
    entry: EntryView[Event[Shown]]
    map: MapView | None
    calendar_url: UrlPath | None = None
    """Of the file for the reader's calendar; a sample has none."""


class EntryListView(Struct, frozen=True):
    """`entry_list.html`: visits, places, events, stories or markets, or the stories of a tag."""

    head: Head
    entry: EntryView[Page[Shown]] | None
    heading: Shown
    kind: Kind
    term: Term | None
    entries: tuple[EntryCard, ...]
    tags: tuple[TermCount, ...]
    pagination: Pagination
    calendar_url: str = ""
    """Of events: what a calendar subscribes to, absolute where the site's address is known."""


class StoryPageView(Struct, frozen=True):
    head: Head
    entry: EntryView[Story[Shown]]
    tags: tuple[Term, ...]
    earlier: EntryCard | None
    """Its neighbours in time; stories that don't say when they happened have the next written ones."""
    later: EntryCard | None


class MarketPageView(Struct, frozen=True):
    head: Head
    entry: EntryView[Market[Shown]]
    ordering: OrderingView


class ExportsPageView(Struct, frozen=True):
    """`exports.html`."""

    head: Head
    entry: EntryView[Page[Shown]]
    scopes: tuple[ScopeView, ...]
    """From the widest to the narrowest, each with the figures that the editors put first in it."""
    markets: tuple[EntryCard, ...]
    ordering: OrderingView
    figures_url: UrlPath | None


class FiguresPageView(Struct, frozen=True):
    """`figures.html`: an index of all figures with the charts, or all about the figures of one scope."""

    head: Head
    entry: EntryView[Page[Shown]] | None
    """Empty where the editors wrote no page `figures`."""
    heading: Shown
    scope: str
    """`national`, `province`, `regency`, `cluster`; empty on the index."""
    groups: tuple[ScopeView, ...]
    """The figures by what they count, from the country to the cluster."""
    charts: tuple[ChartView, ...]
    sources: tuple[Source, ...]
    """All sources of the figures of a scope, each once: a figure names them by number."""

    @property
    def figures(self) -> tuple[FigureCard, ...]:
        return tuple(card for group in self.groups for card in group.figures)


class BuyersListView(Struct, frozen=True):
    """`buyers_list.html`: the products that a reader gathered, which only the reader's browser knows."""

    head: Head
    entry: EntryView[Page[Shown]]
    data_urls: dict[Lang, UrlPath]
    """The products in each language of the site; the template knows in which an enquiry can be written."""
    products_url: UrlPath
    """Where products are to be found for a list that is still empty."""
    line_sheet_url: UrlPath | None = None


class StandInView(Struct, frozen=True):
    """`404.html` and `offline.html` of each language: what stands in for the page that was asked for."""

    head: Head
    sections: tuple[Link, ...]


class ChapterLink(Struct, frozen=True):
    """The way to a chapter of the handbook."""

    url: UrlPath
    title: str
    is_current: bool


class HandbookView(Struct, frozen=True):
    """`handbook.html`: a chapter of the editors' handbook; previews, and builds that were asked for it."""

    head: Head
    lang: Lang
    """Of the chapter; the page's own unless the site has none of the handbook's languages."""
    style: UrlPath | None
    body: BodyView
    chapters: tuple[ChapterLink, ...]
    before: ChapterLink | None
    after: ChapterLink | None
    languages: tuple[LanguageChoice, ...]


class StyleGuideView(Struct, frozen=True):
    """`style_guide.html`: what designers work with; previews only."""

    head: Head
    colours: tuple[str, ...]
    drawings: tuple[str, ...]
    products: tuple[ProductCard, ...]
    shops: tuple[ShopCard, ...]
    stories: tuple[EntryCard, ...]
    places: tuple[EntryCard, ...]
    figures: tuple[FigureCard, ...]


class RedirectView(Struct, frozen=True):
    """`redirect.html`: the page left at a former address."""

    head: Head
    target: UrlPath
    target_absolute: str


class FeedView(Struct, frozen=True):
    """`feed.xml`."""

    lang: Lang
    title: str
    url: str
    self_url: str
    updated: str
    items: tuple[FeedItem, ...]


PageView: TypeAlias = (
    TextPageView
    | HomePageView
    | ProductListView
    | ProductPageView
    | ShopListView
    | ShopPageView
    | VisitSectionView
    | MapPageView
    | VisitPageView
    | PlacePageView
    | EventPageView
    | EntryListView
    | StoryPageView
    | MarketPageView
    | ExportsPageView
    | FiguresPageView
    | BuyersListView
    | CounterCardView
    | StickerSheetView
    | PrintedDirectoryView
    | LineSheetView
    | StandInView
    | SearchPageView
    | HandbookView
    | StyleGuideView
    | RedirectView
    | FeedView
)
