"""Entries as they show in lists."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from site_builder.model.entries import ReportedPrice
from site_builder.model.localized import Shown
from site_builder.model.values import Hours, Moment, PriceRange
from site_builder.names import EntryId, Kind, UrlPath
from site_builder.plan.photos import PlacedPhoto


class Picture(Struct, frozen=True):
    """A photo with what is said of it; `plan/photos.py` gives the addresses of its files."""

    photo: PlacedPhoto
    alt: Shown
    credit: str | None = None


class Term(Struct, frozen=True):
    """A word of the vocabulary; `url` where it has a page that lists its entries."""

    id: str
    name: Shown
    url: UrlPath | None = None


Unseen = Literal["", "draft", "early", "over"]
"""Why only previews show an entry; empty for one that is public."""


class ProductCard(Struct, frozen=True):
    id: EntryId
    url: UrlPath
    name: Shown
    category: Term
    materials: tuple[Term, ...]
    price: PriceRange | None
    price_reported: ReportedPrice | None
    shop_name: Shown | None
    export_ready: bool
    is_sample: bool
    picture: Picture | None
    unit: Shown | None = None
    """What its own price is for."""
    terms: str = ""
    """Of what is ready for export: its minimum order and lead time."""
    unseen: Unseen = ""
    shop_has_closed: bool = False
    """For good: it can't be had any more."""


class ShopCard(Struct, frozen=True):
    id: EntryId
    url: UrlPath
    name: Shown
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
    unseen: Unseen = ""
    closed_since: str | None = None
    """For good: a day, month or year."""


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
    is_past: bool = False
    """Of an event: its last day is over."""
    is_cancelled: bool = False
    """Of an event."""
    date: str | None = None
    period: str = ""
    """Of a story: when it happened."""
    country: str = ""
    note: Shown | None = None
    """Of a place: its distance note. Of an event: its venue."""
    place_kind: str = ""
    """Of a place: `sight`, `station`, `stop`, `terminal`, `airport`."""
    distance_m: int | None = None
    """Of a place: from the map's origin, in a straight line."""
    unseen: Unseen = ""
