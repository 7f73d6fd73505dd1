"""All that a template can see. A page's key in the store is made of its view, so nothing else may leak in.

A template gets three names: `view` (one of the `…PageView`s below), `chrome` (the same for all
pages of a language) and the filters and functions of `render/environment.py`, which depend on
the language alone.

They are msgspec structs rather than dataclasses: a large site has a hundred thousand of them, and
these are made four times and encoded for the key more than twice as fast.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Generic, Literal, TypeAlias, TypeVar

from msgspec import Struct

from site_builder.model.body import Heading
from site_builder.model.entries import (
    Disputed,
    Event,
    Market,
    Meta,
    Page,
    Place,
    Product,
    ReportedPrice,
    Shop,
    Source,
    Story,
    Visit,
)
from site_builder.model.localized import Shown
from site_builder.model.values import Hours, Moment, PriceRange, Quantity
from site_builder.names import Digest, EntryId, Kind, Lang, UrlPath

F = TypeVar("F")

# --- every page ---------------------------------------------------------------------------------


class Link(Struct, frozen=True):
    url: UrlPath
    name: Shown


class Alternate(Struct, frozen=True):
    """A real translation of a page, for `hreflang`; the page itself is among them."""

    lang: str
    """A language code or `x-default`."""
    url: str
    """Absolute when the site has a base URL."""


class LanguageChoice(Struct, frozen=True):
    """One item of the language switch; it always leads somewhere."""

    lang: Lang
    name: str
    url: UrlPath
    is_current: bool
    is_translated: bool


class Head(Struct, frozen=True):
    """What stands around the content of every page."""

    lang: Lang
    title: str
    """For `<title>`, without the site's name."""
    description: str
    url: UrlPath
    canonical: str
    """Absolute; empty when no base URL is known. A page shown in a fallback language names its original."""
    alternates: tuple[Alternate, ...]
    """Empty on pages that are not really translated or not indexable."""
    languages: tuple[LanguageChoice, ...]
    breadcrumbs: tuple[Link, ...]
    """From home down to the parent; the page itself is not among them."""
    menu_id: EntryId | None
    """The menu item under which the page lies."""
    is_indexable: bool
    og_type: Literal["website", "article", "product", "place"]
    fallback_lang: Lang | None
    """Set when the main text is shown in another language because no translation exists."""


class MenuItem(Struct, frozen=True):
    id: EntryId
    url: UrlPath
    name: Shown


class Asset(Struct, frozen=True):
    """A file of `assets/` under its content-hashed address."""

    url: UrlPath
    integrity: str


class Chrome(Struct, frozen=True):
    """What all pages of one language share; hashed once and named by its digest."""

    lang: Lang
    default_lang: Lang
    site_name: Shown
    tagline: Shown | None
    home_url: UrlPath
    menu: tuple[MenuItem, ...]
    footer_menu: tuple[MenuItem, ...]
    organisation: str | None
    whatsapp: str | None
    phone: str | None
    email: str | None
    address: str | None
    feed_url: UrlPath
    manifest_url: UrlPath
    enquiry_url: UrlPath | None
    """Of the buyer's list, where the site has one."""
    timezone: str
    assets: dict[str, UrlPath]
    """`css/site.css` to `/assets/css/site.1a2b3c4d.css`, for the `asset` function."""
    csp_meta: str
    """The strict policy for `<meta http-equiv>`, for hosts that send no headers."""


# --- pieces ---------------------------------------------------------------------------------------


class Picture(Struct, frozen=True):
    url: UrlPath
    width_px: int
    height_px: int
    alt: Shown
    credit: str | None = None


class Term(Struct, frozen=True):
    """A word of the vocabulary; `url` where it has a page that lists its entries."""

    id: str
    name: Shown
    url: UrlPath | None = None


class ProductCard(Struct, frozen=True):
    id: EntryId
    url: UrlPath
    name: Shown
    summary: Shown | None
    category: Term
    materials: tuple[Term, ...]
    price: PriceRange | None
    price_reported: ReportedPrice | None
    shop_name: Shown | None
    export_ready: bool
    is_sample: bool
    picture: Picture | None


class ShopCard(Struct, frozen=True):
    id: EntryId
    url: UrlPath
    name: Shown
    summary: Shown | None
    shop_kind: str
    """`cooperative`, `wholesaler`, `shop`, `workshop`."""
    village: str | None
    address: str
    categories: tuple[Term, ...]
    hours: Hours | None
    is_sample: bool
    picture: Picture | None
    closed_on: tuple[str, ...] = ()
    """Days, as `2026-03-20`."""
    phone: str | None = None
    """Its telephone, else its WhatsApp number; lists show it on paper, where nothing can be clicked."""


class EntryCard(Struct, frozen=True):
    """A visit, place, event, story or market in a list; what a kind has not is empty."""

    kind: Kind
    id: EntryId
    url: UrlPath
    name: Shown
    summary: Shown | None
    is_sample: bool
    picture: Picture | None
    theme: str = ""
    """Of a visit: `shopping`, `culture-food`, `learning`."""
    duration_minutes: int | None = None
    starts: Moment | None = None
    ends: Moment | None = None
    date: str | None = None
    period: str = ""
    """Of a story: when it happened."""
    country: str = ""
    note: Shown | None = None
    """Of a place: its distance note. Of an event: its venue."""
    latitude: float | None = None
    longitude: float | None = None
    place_kind: str = ""
    """Of a place: `sight`, `station`, `stop`, `terminal`, `airport`."""
    distance_m: int | None = None
    """Of a place: from the map's origin, in a straight line."""


class CheckPart(Struct, frozen=True):
    """One part of a sum: a figure, a number, or one of `+ − × ÷ ( )`."""

    sign: str = ""
    number: Decimal | None = None
    figure: Link | None = None


class FigureCard(Struct, frozen=True):
    """A figure with everything that an honest reader wants to see beside it."""

    id: EntryId
    url: UrlPath
    """Its place on the page of all figures: `/ekspor/angka/#ekspor-kulit-2018`."""
    label: Shown
    value: Quantity
    unit: str
    """Id of the unit; the `figure` filter prints value and unit."""
    unit_name: Shown
    period: str
    scope: str
    confidence: str | None
    note: Shown | None
    disputed: tuple[Disputed[Shown], ...]
    sources: tuple[Source, ...]
    check: tuple[CheckPart, ...]
    """The sum that `equals` asks for; empty without. The build has proved it."""


class ChartRowView(Struct, frozen=True):
    label: Shown | None
    value: Quantity
    unit: str
    """A figure's own; a chart may set side by side what is counted in different units."""
    unit_name: Shown | None
    figure: EntryId | None = None
    url: UrlPath | None = None
    """The figure's place on the page of all figures."""
    period: str = ""
    mark: Literal["", "calculated", "uncertain"] = ""
    disputed: tuple[Disputed[Shown], ...] = ()


class Milestone(Struct, frozen=True):
    """A year on a timeline: what happened, the story that tells it, or both."""

    label: Shown
    text: Shown | None
    story: Link | None


class DrawnChart(Struct, frozen=True):
    """The drawings of a chart, one for each colour scheme, both of one size."""

    light: UrlPath
    dark: UrlPath
    width_px: int
    height_px: int


class ChartView(Struct, frozen=True):
    id: EntryId
    url: UrlPath
    title: Shown
    kind: Literal["bar", "line", "table", "timeline"]
    description: Shown
    rows: tuple[ChartRowView, ...]
    """All rows in order; a timeline has `milestones` in their stead."""
    milestones: tuple[Milestone, ...]
    sources: tuple[Source, ...]
    drawn: DrawnChart | None
    csv_url: UrlPath | None

    @property
    def marks(self) -> frozenset[str]:
        """What a legend has to explain: `calculated`, `uncertain`, `disputed`."""
        found = {row.mark for row in self.rows if row.mark}
        return frozenset(found | {"disputed"} if any(row.disputed for row in self.rows) else found)


class MapPoint(Struct, frozen=True):
    number: int
    """On its pin and in the list beside the map."""
    name: Shown
    url: UrlPath | None
    latitude: float
    longitude: float
    mark: str = "sight"
    """`shop`, `event` or the kind of a place: how its pin looks."""
    distance_m: int | None = None
    """In a straight line from the map's origin; `None` for the origin."""
    is_here: bool = False
    """The page is about it."""


class MapStretch(Struct, frozen=True):
    """Roughly where a place without coordinates lies: latitudes and longitudes of both ends."""

    name: Shown
    start: tuple[float, float]
    end: tuple[float, float]


class MapOrigin(Struct, frozen=True):
    """Where distances are measured from."""

    name: Shown
    latitude: float
    longitude: float


class Unlocated(Struct, frozen=True):
    """What has no pin, for nobody has told its coordinates yet."""

    village: str
    """Empty for places that are not shops."""
    links: tuple[Link, ...]


class MapView(Struct, frozen=True):
    """What a map shows. `draw_maps` lays it out when the page is made."""

    points: tuple[MapPoint, ...]
    """In the order of their numbers."""
    origin: MapOrigin
    dots: tuple[tuple[float, float], ...] = ()
    """Latitude and longitude of more shops than a list can hold."""
    rails: tuple[tuple[tuple[float, float], ...], ...] = ()
    """Straight lines from station to station."""
    stretches: tuple[MapStretch, ...] = ()
    unlocated: tuple[Unlocated, ...] = ()
    unlocated_more: int = 0
    """How many more have no pin than are named."""


# --- texts with embedded things -------------------------------------------------------------------


class HrefEmbed(Struct, frozen=True):
    url: str
    form: Literal["href"] = "href"


class LinkEmbed(Struct, frozen=True):
    url: str
    name: Shown
    form: Literal["link"] = "link"


class FigureEmbed(Struct, frozen=True):
    figure: FigureCard
    form: Literal["figure"] = "figure"
    lang: Lang | None = None
    """Of the page, where the text around is in another; so with the embeds below."""


class ChartEmbed(Struct, frozen=True):
    chart: ChartView
    form: Literal["chart"] = "chart"
    lang: Lang | None = None


class MapEmbed(Struct, frozen=True):
    map: MapView | None
    """Empty where no place has coordinates."""
    form: Literal["map"] = "map"
    lang: Lang | None = None


class PhotosEmbed(Struct, frozen=True):
    pictures: tuple[Picture, ...]
    form: Literal["photos"] = "photos"
    lang: Lang | None = None


class PhotoEmbed(Struct, frozen=True):
    picture: Picture
    form: Literal["photo"] = "photo"
    lang: Lang | None = None


Embed: TypeAlias = HrefEmbed | LinkEmbed | FigureEmbed | ChartEmbed | MapEmbed | PhotosEmbed | PhotoEmbed


class BodyView(Struct, frozen=True):
    """A text ready to be put together; the template writes `{{ body(view.entry.body) }}`."""

    digest: Digest
    lang: Lang
    is_fallback: bool
    headings: tuple[Heading, ...]
    embeds: tuple[Embed, ...]


# --- pages ------------------------------------------------------------------------------------------


class EntryView(Struct, Generic[F], frozen=True):
    id: EntryId
    kind: Kind
    meta: Meta[Shown]
    facts: F
    body: BodyView | None
    pictures: tuple[Picture, ...]


class NumberedPage(Struct, frozen=True):
    number: int
    url: UrlPath


class Pagination(Struct, frozen=True):
    """`page` of `pages`, both from 1; a list that fits one page has `pages == 1`."""

    page: int
    pages: int
    total: int
    samples: int
    """How many of `total` are made up; they are never counted with the real ones."""
    previous_url: UrlPath | None
    next_url: UrlPath | None
    near: tuple[NumberedPage, ...]
    """The first page, the last, this one and its neighbours: a list of thousands stays small."""


class TermCount(Struct, frozen=True):
    term: Term
    count: int
    """Entries listed under it, samples not counted unless there is nothing else."""


class Facet(Struct, frozen=True):
    """One way to narrow a list; every word has a page of its own."""

    name: Literal["category", "material", "price", "village", "service", "export-ready", "tag"]
    counts: tuple[TermCount, ...]


class Finder(Struct, frozen=True):
    """What the instant filters need: where they work, and the entries that they look through."""

    action: UrlPath
    """The list of everything."""
    data_url: UrlPath


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


class StopView(Struct, frozen=True):
    minutes: int
    so_far_minutes: int
    """At this stop and all before it."""
    link: Link | None
    where: str
    """The village of a shop, the address of a place; empty when neither is known."""
    note: Shown | None


class TripView(Struct, frozen=True):
    """A trip with its stops, as the page of the section shows it."""

    card: EntryCard
    stops: tuple[StopView, ...]


class WayView(Struct, frozen=True):
    """A way to get here; `by` is `train`, `bus`, `plane`, `car` or `walk`."""

    by: str
    text: Shown
    unknown: Shown | None
    place: Link | None


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


class OpenPlace(Struct, frozen=True):
    """A shop or place whose hours are known."""

    link: Link
    hours: Hours


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


class PlaceDistance(Struct, frozen=True):
    """How far a place is from the map's origin, in a straight line."""

    metres: int
    origin: Shown


class EventPageView(Struct, frozen=True):
    """`event_page.html`."""

    head: Head
    entry: EntryView[Event[Shown]]
    map: MapView | None


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


class StoryPageView(Struct, frozen=True):
    head: Head
    entry: EntryView[Story[Shown]]
    tags: tuple[Term, ...]
    earlier: EntryCard | None
    """Its neighbours in time; stories that don't say when they happened have the next written ones."""
    later: EntryCard | None


class OrderingView(Struct, frozen=True):
    """What a buyer can do next."""

    cooperative: Link | None
    is_reachable: bool
    """Whether the cooperative has a number or an address for mail."""
    products: tuple[ProductCard, ...]
    """Real ones that are ready for export."""
    products_url: UrlPath | None
    """The list of all that are; where nobody real is ready it shows samples, marked as such."""
    catalogue_url: UrlPath | None
    exports_url: UrlPath | None


class MarketPageView(Struct, frozen=True):
    head: Head
    entry: EntryView[Market[Shown]]
    ordering: OrderingView


class ScopeView(Struct, frozen=True):
    """Figures that count the same: the country, a province, the regency or the cluster."""

    scope: str
    url: UrlPath
    """The page of all figures of this scope."""
    figures: tuple[FigureCard, ...]


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
    data_url: UrlPath
    """The products in the reader's language."""
    enquiry_urls: dict[Lang, UrlPath]
    """The products in the languages in which an enquiry can be written."""


class NotFoundView(Struct, frozen=True):
    """`404.html` of each language."""

    head: Head
    sections: tuple[Link, ...]


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


class FeedItem(Struct, frozen=True):
    url: str
    title: str
    summary: str
    published: str
    body: BodyView | None


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
    | NotFoundView
    | StyleGuideView
    | RedirectView
    | FeedView
)
