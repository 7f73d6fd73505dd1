"""Cards of one edition, made once and in the order of lists, with the ways to choose among them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeAlias, TypeVar

from msgspec import Struct

from site_builder.model.catalog import Catalog, Entry
from site_builder.model.entries import Product, Shop
from site_builder.model.localized import Localized
from site_builder.names import EntryId, Kind
from site_builder.plan.cards import entry_card, figure_card, product_card, shop_card
from site_builder.plan.edition import Edition
from site_builder.plan.facets import Facets, product_facets, shop_facets
from site_builder.plan.list_order import in_list_order
from site_builder.plan.views.cards import EntryCard, ProductCard, ShopCard
from site_builder.plan.views.figures import FigureCard

RELATED = 4

ProductEntry: TypeAlias = Entry[Product[Localized]]

C = TypeVar("C", ProductCard, ShopCard, EntryCard)


class Shelf(Struct, frozen=True):
    products: Mapping[EntryId, ProductCard]
    """Of shops and of product lines alike, in list order."""
    lines: tuple[ProductCard, ...]
    shops: Mapping[EntryId, ShopCard]
    figures: Mapping[EntryId, FigureCard]
    cards: Mapping[Kind, tuple[EntryCard, ...]]
    timeline: tuple[EntryCard, ...]
    """Stories that say when they happened, the earliest first."""
    turns: Mapping[EntryId, tuple[EntryCard | None, EntryCard | None]]
    """The stories before and after each, in time; those without a time come last, as written."""
    of_shop: Mapping[EntryId, tuple[ProductCard, ...]]
    """Samples only where a shop has nothing else."""
    related: Mapping[EntryId, tuple[ProductCard, ...]]
    made: frozenset[str]
    """Categories of which some shop says that it makes them."""
    product_facets: Facets[ProductCard]
    shop_facets: Facets[ShopCard]
    """For the lists and for what the instant filters look through."""

    @property
    def told(self) -> tuple[EntryCard, ...]:
        """Give the stories in time, and then, the newest first, those that don't say when they happened."""
        in_time = {card.id for card in self.timeline}
        return (*self.timeline, *(card for card in self.cards[Kind.STORIES] if card.id not in in_time))

    @property
    def running(self) -> tuple[ShopCard, ...]:
        """Shops that have not closed for good."""
        return tuple(card for card in self.shops.values() if card.closed_since is None)

    @property
    def sold(self) -> tuple[ProductCard, ...]:
        """Products that are not product lines."""
        lines = {card.id for card in self.lines}
        return tuple(card for card in self.products.values() if card.id not in lines)


def real_ones(cards: Sequence[C]) -> tuple[C, ...]:
    """Leave out samples, unless there is nothing else: they are neither mixed nor counted with real ones."""
    return tuple(card for card in cards if not card.is_sample) or tuple(cards)


def fill_shelf(edition: Edition) -> Shelf:
    catalog = edition.catalog
    products = {entry.id: product_card(edition, entry) for entry in _products_in_order(catalog)}
    of_shop: defaultdict[EntryId, list[ProductCard]] = defaultdict(list)
    for id_, card in products.items():
        shop = catalog.products[id_].facts.shop
        if shop is not None:
            of_shop[shop].append(card)
    cards = {
        kind: _cards(edition, kind)
        for kind in (Kind.VISITS, Kind.PLACES, Kind.EVENTS, Kind.STORIES, Kind.MARKETS)
    }
    shops = {entry.id: shop_card(edition, entry) for entry in _shops_in_order(catalog)}
    timeline = _in_time(cards[Kind.STORIES])
    return Shelf(
        products=products,
        lines=tuple(card for id_, card in products.items() if catalog.products[id_].facts.shop is None),
        shops=shops,
        figures={entry.id: figure_card(edition, entry) for entry in catalog.figures.values()},
        cards=cards,
        timeline=timeline,
        turns=_turns(timeline, cards[Kind.STORIES]),
        of_shop={shop: real_ones(cards) for shop, cards in of_shop.items()},
        related=_related(catalog.products, products),
        made=frozenset(
            term
            for shop in catalog.shops.values()
            if shop.facts.closed_since is None
            for term in shop.facts.categories
        ),
        product_facets=product_facets(edition, tuple(products.values())),
        shop_facets=shop_facets(edition, tuple(shops.values())),
    )


def _shops_in_order(catalog: Catalog) -> list[Entry[Shop[Localized]]]:
    """Put those that have closed for good behind the others."""
    shops = sorted(catalog.shops.values(), key=in_list_order)
    return sorted(shops, key=lambda shop: (shop.meta.sample, shop.facts.closed_since is not None))


def _products_in_order(catalog: Catalog) -> list[ProductEntry]:
    """Let the categories of samples take turns: the first page shows a few of each, not all of one.

    What was sold by a shop that has closed for good comes behind the rest.
    """
    entries = sorted(catalog.products.values(), key=in_list_order)
    seen: defaultdict[str, int] = defaultdict(int)
    turns: dict[EntryId, int] = {}
    for entry in entries:
        if entry.meta.sample:
            turns[entry.id] = seen[entry.facts.category]
            seen[entry.facts.category] += 1

    closed = {id_ for id_, shop in catalog.shops.items() if shop.facts.closed_since is not None}

    def turn(entry: ProductEntry) -> tuple[bool, bool, int, int]:
        is_sample, order, _ = in_list_order(entry)
        return is_sample, entry.facts.shop in closed, order, turns.get(entry.id, 0)

    return sorted(entries, key=turn)


def _cards(edition: Edition, kind: Kind) -> tuple[EntryCard, ...]:
    entries = sorted(edition.catalog.of(kind).values(), key=in_list_order)
    cards = tuple(entry_card(edition, entry) for entry in entries)
    if kind is Kind.STORIES:  # the newest first
        return tuple(sorted(cards, key=lambda card: card.date or "", reverse=True))
    if kind is Kind.EVENTS:
        return _next_first(cards)
    return cards


def _next_first(events: Sequence[EntryCard]) -> tuple[EntryCard, ...]:
    """Put what is to come in the order in which it comes, then what is past, the latest first."""
    in_time = sorted(events, key=lambda card: card.starts.iso if card.starts else "")
    past = [card for card in in_time if card.is_past]
    return (*(card for card in in_time if not card.is_past), *reversed(past))


def _in_time(stories: Sequence[EntryCard]) -> tuple[EntryCard, ...]:
    """Leave out stories that don't say when they happened; `196X` stands before `1961`."""
    told = [card for card in real_ones(stories) if card.period]
    return tuple(sorted(told, key=lambda card: (_start(card.period), card.period, card.id)))


def _start(period: str) -> str:
    return period.partition("/")[0].replace("X", "0")


def _turns(
    timeline: Sequence[EntryCard], stories: Sequence[EntryCard]
) -> dict[EntryId, tuple[EntryCard | None, EntryCard | None]]:
    in_time = {card.id for card in timeline}
    row = (None, *timeline, *(card for card in reversed(stories) if card.id not in in_time), None)
    return {
        card.id: (before, after)
        for before, card, after in zip(row, row[1:], row[2:], strict=False)
        if card is not None
    }


def _related(
    products: Mapping[EntryId, ProductEntry], cards: Mapping[EntryId, ProductCard]
) -> dict[EntryId, tuple[ProductCard, ...]]:
    """Give each product the next ones of its category in the order of ids, around the end.

    A fixed window keeps an edit local: only the neighbours show a changed card.
    """
    by_category: defaultdict[str, list[EntryId]] = defaultdict(list)
    for id_, entry in products.items():
        by_category[entry.facts.category].append(id_)
    related: dict[EntryId, tuple[ProductCard, ...]] = {}
    for ids in by_category.values():
        around = ids + ids
        for index, id_ in enumerate(ids):
            count = min(RELATED, len(ids) - 1)
            related[id_] = tuple(cards[other] for other in around[index + 1 : index + 1 + count])
    return related
