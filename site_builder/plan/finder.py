"""What the instant filters look through: all products or shops of a language in one compact file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import msgspec

from site_builder.names import EntryId, Kind
from site_builder.plan.edition import Edition
from site_builder.plan.facets import Facets
from site_builder.plan.kind_words import SHOP_KINDS
from site_builder.plan.photos import plain_picture
from site_builder.plan.prices import price_words
from site_builder.plan.shelf import Shelf
from site_builder.plan.tasks import TextTask
from site_builder.plan.terms import C
from site_builder.plan.views.cards import ProductCard, ShopCard
from site_builder.source.naming import CONFIG_PATH
from site_builder.text.opening import compact

_PICTURE_PX = 480
"""As on the cards of the page itself."""
SCRIPT = "js/finder.js"
"""The asset that reads these files; a site without it needs none."""

Words: TypeAlias = list[tuple[str, Sequence[Sequence[str]]]]
"""Facets in order, each with its words: id and name, of a shop also address, WhatsApp and e-mail."""
Places: TypeAlias = Mapping[EntryId, Sequence[Sequence[int]]]
"""For each entry and each facet where in that facet's words its own stand."""


def finder_files(edition: Edition, shelf: Shelf) -> Iterator[TextTask]:
    """Yield the files that products and shops are found with, where there are any.

    A row is `[id, slug, name, lang, sample, places, picture]`, with 0 for a slug that is the id, for the
    page's own language and where there is no picture. A product's goes on with `price` and, where that was
    reported or has a unit, when or for how many; a shop's with `0, 0, hours, closed`, both empty texts where
    nothing is known. Where the shop has closed for good, its own row says so in the first of these; a
    product's says it for a price, with `0, 1` behind it.
    """
    products, shops = tuple(shelf.products.values()), tuple(shelf.shops.values())
    if products:
        facets = shelf.product_facets
        sellers = [_seller(edition, shop) for shop in shops]
        at = {shop.id: place for place, shop in enumerate(shops)}
        sold_by = {card.id: edition.catalog.products[card.id].facts.shop for card in products}
        words, shown = _said_on_cards(products)
        places = {
            id_: [*own, *shown[id_], [at[shop]] if (shop := sold_by[id_]) is not None and shop in at else []]
            for id_, own in _places(facets, products).items()
        }
        words = [*_words(facets), *words, ("shop", sellers)]
        yield _file(edition, Kind.PRODUCTS, words, products, places)
    if shops:
        groups = shelf.shop_facets
        kinds = sorted({shop.shop_kind for shop in shops})
        named = [(kind, edition.word(SHOP_KINDS[kind]).text) for kind in kinds]
        kind_of = {shop.id: kinds.index(shop.shop_kind) for shop in shops}
        places = {id_: [*own, [kind_of[id_]]] for id_, own in _places(groups, shops).items()}
        yield _file(edition, Kind.SHOPS, [*_words(groups), ("kind", named)], shops, places)


def _said_on_cards(products: Sequence[ProductCard]) -> tuple[Words, Places]:
    """Give what cards say and nobody chooses by: a product's own materials, and its terms of export."""
    own = {term.id: term.name.text for card in products for term in card.materials}
    materials, terms = list(own), list(dict.fromkeys(card.terms for card in products if card.terms))
    places = {
        card.id: [
            [materials.index(term.id) for term in card.materials],
            [terms.index(card.terms)] if card.terms else [],
        ]
        for card in products
    }
    return [("made-of", list(own.items())), ("terms", [(text, text) for text in terms])], places


def _file(
    edition: Edition,
    kind: Kind,
    words: Words,
    cards: Sequence[ProductCard] | Sequence[ShopCard],
    places: Places,
) -> TextTask:
    base = edition.routes.section(kind, edition.lang)
    rows = [_row(edition, base, card, places[card.id]) for card in cards]
    text = msgspec.json.encode({"base": base, "facets": words, "rows": rows}).decode()
    out = edition.routes.out(edition.routes.finder(kind, edition.lang))
    entries = edition.catalog.of(kind)
    return TextTask(out, CONFIG_PATH, text, tuple(path for card in cards for path in entries[card.id].paths))


def _row(
    edition: Edition, base: str, card: ProductCard | ShopCard, places: Sequence[Sequence[int]]
) -> list[object]:
    slug = card.url.removeprefix(base).removesuffix("/")
    row: list[object] = [
        card.id,
        0 if slug == card.id else slug,
        card.name.text,
        card.name.lang if card.name.is_fallback else 0,
        int(card.is_sample),
        places,
        0 if card.picture is None else plain_picture(card.picture.photo, _PICTURE_PX).url,
    ]
    if isinstance(card, ProductCard):
        return [*row, *price_words(edition, card), *([0, 1] if card.shop_has_closed else [])]
    if card.closed_since is not None:
        return [*row, edition.word("Closed for good").text, 0, "", ""]
    return [*row, 0, 0, "" if card.hours is None else compact(card.hours), " ".join(card.closed_on)]


def _seller(edition: Edition, card: ShopCard) -> tuple[str, ...]:
    """Give a shop with what it is written to; nobody is to write to one that is made up."""
    facts = edition.catalog.shops[card.id].facts
    contact = ("", "") if card.is_sample else (facts.whatsapp or "", facts.email or "")
    return (card.id, card.name.text, card.url, *contact)


def _words(facets: Facets[C]) -> Words:
    return [(name, [(group.term.id, group.term.name.text) for group in groups]) for name, groups in facets]


def _places(facets: Facets[C], cards: Sequence[C]) -> Places:
    """Give the places of each card, also of one that no facet has, because of a word that is not known."""
    places: defaultdict[EntryId, list[list[int]]] = defaultdict(lambda: [[] for _ in facets])
    for column, (_, groups) in enumerate(facets):
        for at, group in enumerate(groups):
            for card in group.cards:
                places[card.id][column].append(at)
    return {card.id: places[card.id] for card in cards}
