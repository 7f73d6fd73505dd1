"""The parts that several pages are made of."""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

from msgspec import Struct

from site_builder.model.entries import Meta
from site_builder.model.localized import Shown
from site_builder.model.values import Hours
from site_builder.names import EntryId, Kind, UrlPath
from site_builder.plan.views.bodies import BodyView
from site_builder.plan.views.cards import EntryCard, Picture, ProductCard, Term, Unseen
from site_builder.plan.views.chrome import Link
from site_builder.plan.views.figures import FigureCard

F = TypeVar("F")


class EntryView(Struct, Generic[F], frozen=True):
    id: EntryId
    kind: Kind
    meta: Meta[Shown]
    facts: F
    body: BodyView | None
    pictures: tuple[Picture, ...]
    unseen: Unseen = ""


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
    """Entries listed under it, samples not counted: 0 where all are."""


class Facet(Struct, frozen=True):
    """One way to narrow a list; every word has a page of its own."""

    name: Literal["category", "material", "price", "village", "service", "export-ready"]
    counts: tuple[TermCount, ...]


class Finder(Struct, frozen=True):
    """What the instant filters need: where they work, and the entries that they look through."""

    action: UrlPath
    """The list of everything."""
    data_url: UrlPath


class StopView(Struct, frozen=True):
    minutes: int
    so_far_minutes: int
    """At this stop and all before it."""
    link: Link | None
    where: str
    """The village of a shop, the address of a place; empty when neither is known."""
    note: Shown | None
    has_closed: bool = False
    """Of a shop: for good."""


class TripView(Struct, frozen=True):
    """A trip with its stops, as the page of the section shows it."""

    card: EntryCard
    stops: tuple[StopView, ...]


class WayView(Struct, frozen=True):
    """A way to get here; `by` is `train`, `bus`, `plane`, `car` or `walk`."""

    by: str
    text: Shown
    unknown: Shown | None


class OpenPlace(Struct, frozen=True):
    """A shop or place whose hours are known."""

    link: Link
    hours: Hours


class PlaceDistance(Struct, frozen=True):
    """How far a place is from the map's origin, in a straight line."""

    metres: int
    origin: Shown


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
    line_sheet_url: UrlPath | None = None
    """What can be ordered, on paper; where there is anything real to tell."""


class ScopeView(Struct, frozen=True):
    """Figures that count the same: the country, a province, the regency or the cluster."""

    scope: str
    url: UrlPath
    """The page of all figures of this scope."""
    figures: tuple[FigureCard, ...]


class FeedItem(Struct, frozen=True):
    url: str
    title: str
    summary: str
    published: str
    updated: str
    body: BodyView | None
