"""Everything that was read and found right: the entries, the words, the settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeAlias, TypeVar

from msgspec import Struct, field

from site_builder.model.body import BodySource
from site_builder.model.config import SiteConfig, Vocabulary
from site_builder.model.entries import (
    Chart,
    Event,
    Figure,
    Market,
    Meta,
    Page,
    Place,
    Product,
    Shop,
    Story,
    Visit,
)
from site_builder.model.localized import Localized
from site_builder.names import EntryId, Kind, Lang, SourcePath

F = TypeVar("F")

EntryKey: TypeAlias = tuple[Kind, EntryId]
"""Names an entry."""

FACTS: dict[Kind, Any] = {
    Kind.PAGES: Page,
    Kind.SHOPS: Shop,
    Kind.PRODUCTS: Product,
    Kind.VISITS: Visit,
    Kind.PLACES: Place,
    Kind.EVENTS: Event,
    Kind.STORIES: Story,
    Kind.MARKETS: Market,
    Kind.FIGURES: Figure,
    Kind.CHARTS: Chart,
}
"""What an entry of each kind says beside `Meta`: a struct, generic over how texts are held."""


class Entry(Struct, Generic[F], frozen=True):
    """One entry with all its languages, as checked by itself (not yet against the others)."""

    kind: Kind
    id: EntryId
    path: SourcePath
    """Of the base file."""
    meta: Meta[Localized]
    facts: F
    bodies: dict[Lang, BodySource]
    """Languages in which there is a Markdown text."""
    translated: tuple[Lang, ...]
    """Languages, the default first, in which every text that the base file has is written."""
    paths: tuple[SourcePath, ...] = ()
    """The base file and its translations."""


AnyEntry: TypeAlias = (
    Entry[Page[Localized]]
    | Entry[Shop[Localized]]
    | Entry[Product[Localized]]
    | Entry[Visit[Localized]]
    | Entry[Place[Localized]]
    | Entry[Event[Localized]]
    | Entry[Story[Localized]]
    | Entry[Market[Localized]]
    | Entry[Figure[Localized]]
    | Entry[Chart[Localized]]
)


def has_closed(entry: AnyEntry) -> bool:
    """Whether this is a shop that has closed for good."""
    return isinstance(entry.facts, Shop) and entry.facts.closed_since is not None


class Catalog(Struct, frozen=True):
    """All entries by kind and id, in the order of their ids; each reference in it holds."""

    config: SiteConfig
    vocabulary: Vocabulary
    pages: Mapping[EntryId, Entry[Page[Localized]]] = field(default_factory=dict)
    shops: Mapping[EntryId, Entry[Shop[Localized]]] = field(default_factory=dict)
    products: Mapping[EntryId, Entry[Product[Localized]]] = field(default_factory=dict)
    visits: Mapping[EntryId, Entry[Visit[Localized]]] = field(default_factory=dict)
    places: Mapping[EntryId, Entry[Place[Localized]]] = field(default_factory=dict)
    events: Mapping[EntryId, Entry[Event[Localized]]] = field(default_factory=dict)
    stories: Mapping[EntryId, Entry[Story[Localized]]] = field(default_factory=dict)
    markets: Mapping[EntryId, Entry[Market[Localized]]] = field(default_factory=dict)
    figures: Mapping[EntryId, Entry[Figure[Localized]]] = field(default_factory=dict)
    charts: Mapping[EntryId, Entry[Chart[Localized]]] = field(default_factory=dict)
    dated: Mapping[EntryKey, AnyEntry] = field(default_factory=dict)
    """Entries that a date keeps from the site, and what leans on them: texts may still name them."""

    def of(self, kind: Kind) -> Mapping[EntryId, AnyEntry]:
        entries: Mapping[EntryId, AnyEntry] = getattr(self, kind.value)
        return entries

    def __iter__(self) -> Iterator[AnyEntry]:
        for kind in Kind:
            yield from self.of(kind).values()


def has_ended(catalog: Catalog, entry: AnyEntry) -> bool:
    """Whether this is a shop that has closed for good, or what such a shop sold: nobody is asked about it."""
    facts = entry.facts
    shop = catalog.shops.get(facts.shop) if isinstance(facts, Product) and facts.shop else None
    return has_closed(entry) or (shop is not None and has_closed(shop))
