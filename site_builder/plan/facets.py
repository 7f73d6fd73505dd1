"""By what products and shops can be narrowed down, and which of them belong under each word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from heapq import nlargest
from itertools import pairwise
from typing import Literal, TypeAlias

from site_builder.model.config import wider_materials
from site_builder.model.localized import Localized
from site_builder.model.values import PriceRange
from site_builder.names import EntryId, Kind
from site_builder.plan.edition import Edition
from site_builder.plan.prices import is_of_one_thing, price_of
from site_builder.plan.terms import C, Group, counts_of, group_by_village, group_by_words
from site_builder.plan.views.cards import ProductCard, ShopCard, Term
from site_builder.plan.views.parts import Facet, TermCount
from site_builder.text import formats

FacetName: TypeAlias = Literal["category", "material", "price", "village", "service", "export-ready"]
Facets: TypeAlias = tuple[tuple[FacetName, tuple[Group[C], ...]], ...]


MOST_WORDS = 60
"""Of one facet, on all pages but the first of the list of everything."""


def product_facets(edition: Edition, cards: Sequence[ProductCard]) -> Facets[ProductCard]:
    """Group products by category, material, price band and readiness for export.

    A product of a material that is a kind of another is under both.
    """
    facts = [edition.catalog.products[card.id].facts for card in cards]
    wider = wider_materials(edition.catalog.vocabulary)
    materials = [
        (*own, *(above for term in own for above in wider.get(term, ())))
        for own in (f.materials for f in facts)
    ]
    kind = Kind.PRODUCTS
    return (
        (
            "category",
            group_by_words(edition, kind, "category", "categories", cards, [(f.category,) for f in facts]),
        ),
        (
            "material",
            group_by_words(edition, kind, "material", "materials", cards, materials),
        ),
        ("price", _by_price(edition, cards)),
        ("export-ready", _export_ready(edition, kind, [card for card in cards if card.export_ready])),
    )


def shop_facets(edition: Edition, cards: Sequence[ShopCard]) -> Facets[ShopCard]:
    """Group shops by category, village, service and by whether they have products ready for export."""
    facts = [edition.catalog.shops[card.id].facts for card in cards]
    exporting = exporting_shops(edition)
    kind = Kind.SHOPS
    return (
        (
            "category",
            group_by_words(edition, kind, "category", "categories", cards, [f.categories for f in facts]),
        ),
        ("village", group_by_village(edition, cards)),
        ("service", group_by_words(edition, kind, "service", "services", cards, [f.services for f in facts])),
        ("export-ready", _export_ready(edition, kind, [card for card in cards if card.id in exporting])),
    )


def facet_views(facets: Facets[C]) -> tuple[Facet, ...]:
    """Say what a reader can choose from; what holds nothing is left out."""
    return tuple(Facet(name, counts_of(groups)) for name, groups in facets if groups)


def few_of(counts: tuple[TermCount, ...]) -> Callable[[Term | None], tuple[TermCount, ...]]:
    """Give what chooses the most used words and, in its place among them, that of the page itself.

    Each word has a page; if each named all others, a site would grow with the square of its words. The
    first page of the list of everything names all.
    """
    if len(counts) <= MOST_WORDS:
        return lambda _: counts
    places = {count.term.url: place for place, count in enumerate(counts)}
    most = frozenset(nlargest(MOST_WORDS, range(len(counts)), key=lambda place: counts[place].count))

    def chosen(current: Term | None) -> tuple[TermCount, ...]:
        own = places.get(current.url) if current is not None else None
        return tuple(counts[place] for place in sorted(most if own is None else most | {own}))

    return chosen


def few_facets(facets: Iterable[Facet]) -> Callable[[Term | None], tuple[Facet, ...]]:
    """Give what chooses the words of every facet as `few_of` does."""
    choices = [(facet.name, few_of(facet.counts)) for facet in facets]
    return lambda current: tuple(Facet(name, chosen(current)) for name, chosen in choices)


def groups_of(facets: Facets[C]) -> Iterable[Group[C]]:
    return (group for _, groups in facets for group in groups)


def exporting_shops(edition: Edition) -> frozenset[EntryId]:
    """Name the shops that sell something ready for export; a sample does not make a real shop one."""
    shops, exporting = edition.catalog.shops, set[EntryId]()
    for product in edition.catalog.products.values():
        shop = product.facts.shop
        if not product.facts.export_ready or shop is None or shop not in shops:
            continue
        if shops[shop].meta.sample or not product.meta.sample:
            exporting.add(shop)
    return frozenset(exporting)


def price_bands(limits: Iterable[int]) -> tuple[PriceRange, ...]:
    """Make bands of whole rupiah between `limits`; the last one has no end (`max_idr` is 0)."""
    edges = sorted({0, *limits})
    if len(edges) == 1:
        return ()
    return (*(PriceRange(low, high) for low, high in pairwise(edges)), PriceRange(edges[-1], 0))


def touches(price: PriceRange | None, band: PriceRange) -> bool:
    """Whether a price, or any part of a range, lies in a band; its upper end belongs to the next band."""
    if price is None:
        return False
    return price.max_idr >= band.min_idr and (not band.max_idr or price.min_idr < band.max_idr)


def _by_price(edition: Edition, cards: Sequence[ProductCard]) -> tuple[Group[ProductCard], ...]:
    groups, products = [], edition.catalog.products
    cards = [card for card in cards if is_of_one_thing(products[card.id].facts.unit)]
    for band in price_bands(edition.catalog.config.price_bands):
        chosen = tuple(card for card in cards if touches(price_of(card), band))
        if chosen:
            id_ = f"{band.min_idr}-{band.max_idr or 'up'}"
            groups.append(_group(edition, Kind.PRODUCTS, "price", id_, _band_name(edition, band), chosen))
    return tuple(groups)


def _band_name(edition: Edition, band: PriceRange) -> Localized:
    if not band.min_idr:
        texts, limit = edition.word_in_all("Under %(price)s"), band.max_idr
    elif not band.max_idr:
        texts, limit = edition.word_in_all("%(price)s and more"), band.min_idr
    else:
        return Localized({lang: formats.price(band, lang) for lang in edition.langs})
    return Localized({lang: text % {"price": formats.money(limit, lang)} for lang, text in texts.items()})


def _export_ready(edition: Edition, kind: Kind, cards: Sequence[C]) -> tuple[Group[C], ...]:
    if not cards:
        return ()
    name = Localized(edition.word_in_all("Ready for export"))
    return (_group(edition, kind, "export-ready", "yes", name, tuple(cards)),)


def _group(
    edition: Edition, kind: Kind, facet: FacetName, id_: str, name: Localized, cards: tuple[C, ...]
) -> Group[C]:
    url = edition.routes.term(kind, facet, id_, edition.lang)
    return Group(kind, facet, Term(id_, edition.show(name), url), name, cards)
