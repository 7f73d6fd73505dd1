"""Prices of products as lists, pictures and search results tell them: never without what they are for."""

from __future__ import annotations

from site_builder.model.localized import Localized, Shown
from site_builder.model.values import PriceRange
from site_builder.plan.edition import Edition
from site_builder.plan.views.cards import ProductCard
from site_builder.text import formats

_ONE_THING = frozenset(
    [
        *("buah", "biji", "pcs", "potong", "pasang", "unit", "piece", "pair", "each"),
        *("个", "件", "只", "双", "個", "点", "足"),
    ]
)
"""First words of units that are bought one by one: their prices can be compared."""


def price_of(card: ProductCard) -> PriceRange | None:
    """Give today's price, else the one that was reported: its card says of which year that is."""
    reported = card.price_reported
    if card.price is not None or reported is None:
        return card.price
    return PriceRange(reported.min, reported.min if reported.max is None else reported.max)


def is_of_one_thing(unit: Localized | None) -> bool:
    """Whether a price is that of a piece or a pair: one of a dozen says nothing beside those.

    Editors explain a unit behind its word: `buah (dijual per lusin)`.
    """
    return unit is None or any(_ONE_THING & set(text.casefold().split()[:1]) for text in unit.texts.values())


def price_words(edition: Edition, card: ProductCard) -> tuple[str, ...]:
    """Write today's price and for how many, or one that was reported and when, or that one has to ask."""
    if card.shop_has_closed:
        return (edition.word("The shop has closed").text,)
    price, reported = price_of(card), card.price_reported
    if price is None:
        return (edition.word("Ask for the price").text,)
    if card.price is not None or reported is None:
        return own_price(edition, price, card.unit)
    note = edition.word("(reported in %(year)s)").text % {"year": reported.year}
    return (formats.price(price, edition.lang), note)


def own_price(edition: Edition, price: PriceRange, unit: Shown | None) -> tuple[str, ...]:
    """Write what a shop asks, and for how many where it says so: `Rp185.000`, `per lusin`."""
    written = formats.price(price, edition.lang)
    if unit is None:
        return (written,)
    return written, edition.word("per %(unit)s").text % {"unit": unit.text}
