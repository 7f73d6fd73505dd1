"""What stands on the pictures that others show of pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from site_builder.model.catalog import AnyEntry
from site_builder.model.entries import (
    Chart,
    Event,
    Figure,
    Market,
    Page,
    Place,
    Product,
    Shop,
    Story,
    Visit,
)
from site_builder.model.localized import Localized
from site_builder.model.values import PriceRange
from site_builder.names import EntryId, OutPath, SourcePath
from site_builder.plan.edition import Edition, Shares
from site_builder.plan.heads import section_word
from site_builder.plan.kind_words import SHOP_KINDS, THEMES
from site_builder.plan.prices import own_price
from site_builder.plan.routes import SECTION_KINDS
from site_builder.plan.sellers import seller_of
from site_builder.plan.share_urls import has_own_share
from site_builder.plan.tasks import ShareTask
from site_builder.plan.views.shares import SharePicture
from site_builder.source.naming import CONFIG_PATH, photo_path
from site_builder.text import formats, times

_SENTENCE = re.compile(r"(?P<said>.+?(?:[?!？！]|(?=\.(?:\s|$)|。)|$))")
_FIRST_WIDE = 0x2E80
_LONGEST_SENTENCE = 54
"""Of summaries, in letters; a Chinese or Japanese sign takes the room of two."""


def share_tasks(edition: Edition) -> Iterator[ShareTask]:
    """Plan the pictures of one language: of what is written in it, and one for the rest."""
    shares = edition.shares
    if shares is None:
        return
    yield _default(edition, shares)
    if edition.lang in shares.wordless:
        return
    for entry in edition.catalog:
        if has_own_share(shares, entry) and edition.is_translated(entry):
            yield _of_entry(edition, shares, entry)


def _default(edition: Edition, shares: Shares) -> ShareTask:
    config = edition.catalog.config
    has_words = edition.lang not in shares.wordless
    tagline = edition.show_or_none(config.tagline)
    picture = SharePicture(
        lang=edition.lang,
        site_name="",
        kicker="",
        title=edition.show(config.name).text if has_words else "",
        fact=tagline.text if has_words and tagline is not None and not tagline.is_fallback else "",
        drawing_kind="shop",
        drawing_id=EntryId("shop"),
        colours=edition.palette.shares,
        photo="",
    )
    out = edition.routes.out(edition.routes.share(edition.routes.address(edition.lang)))
    return ShareTask(out, CONFIG_PATH, picture, None, shares.drawings)


def _of_entry(edition: Edition, shares: Shares, entry: AnyEntry) -> ShareTask:
    kicker, fact = _words(edition, entry)
    photo, address = _photo(edition, entry)
    title = edition.show(entry.meta.name).text
    picture = SharePicture(
        lang=edition.lang,
        site_name=edition.show(edition.catalog.config.name).text,
        kicker="" if kicker == title else kicker,
        title=title,
        fact=_first_sentence(edition, entry) if fact in {"", title} else fact,
        drawing_kind=_drawing_kind(entry),
        drawing_id=entry.id,
        colours=edition.palette.shares,
        photo=address,
    )
    out: OutPath = edition.routes.out(edition.routes.share(edition.url(entry)))
    return ShareTask(out, entry.path, picture, photo, shares.drawings)


def _first_sentence(edition: Edition, entry: AnyEntry) -> str:
    """Give the first sentence of the summary, if it is in this language and short enough to be read."""
    summary = edition.show_or_none(entry.meta.summary)
    if summary is None or summary.is_fallback:
        return ""
    found = _SENTENCE.match(" ".join(summary.text.split()))
    sentence = "" if found is None else found["said"]
    width = sum(2 if ord(sign) >= _FIRST_WIDE else 1 for sign in sentence)
    return sentence if width <= _LONGEST_SENTENCE else ""


def _photo(edition: Edition, entry: AnyEntry) -> tuple[SourcePath | None, str]:
    """Give the first photo of an entry that could be read, with its address, which tells its content."""
    for photo in entry.meta.photos:
        placed = edition.photo(entry.kind, photo.file)
        if placed is not None:
            return photo_path(entry.kind, photo.file), placed.stem
    return None, ""


def _drawing_kind(entry: AnyEntry) -> str:
    """Give the word by which templates choose a drawing, as on the entry's own page."""
    match entry.facts:
        case Product(category=category):
            return category
        case Shop(kind=kind):
            return kind
        case Visit(theme=theme):
            return theme
        case Page(template=template):
            return SECTION_KINDS.get(template, entry.kind).value
        case _:
            return entry.kind.value


def _words(edition: Edition, entry: AnyEntry) -> tuple[str, str]:
    """Say what kind of thing it is, and the one fact that matters most."""
    lang = edition.lang
    match entry.facts:
        case Product() as product:
            return edition.term("categories", product.category).name.text, _price_or_shop(
                edition, entry, product
            )
        case Shop() as shop:
            return edition.word(SHOP_KINDS[shop.kind]).text, shop.village or ""
        case Visit() as visit:
            return edition.word(THEMES[visit.theme]).text, times.duration(visit.duration_minutes, lang)
        case Event() as event:
            days = times.moments(event.starts, event.ends, lang)
            said = (
                edition.word("Cancelled").text if event.cancelled else section_word(edition, entry.kind).text
            )
            return said, days
        case Story() as story:
            period = "" if story.period is None else times.era(story.period, lang)
            return section_word(edition, entry.kind).text, period
        case Market() as market:
            return section_word(edition, entry.kind).text, formats.country(market.country, lang)
        case Place():
            return section_word(edition, entry.kind).text, ""
        case Page() | Figure() | Chart():
            return "", ""
        case _ as unreachable:
            assert_never(unreachable)


def _price_or_shop(edition: Edition, entry: AnyEntry, product: Product[Localized]) -> str:
    """Give the price, never one that was reported as today's; else who sells it."""
    if product.price is not None:
        return " ".join(own_price(edition, product.price, edition.show_or_none(product.unit)))
    reported = product.price_reported
    if reported is not None:
        high = reported.min if reported.max is None else reported.max
        price = formats.price(PriceRange(reported.min, high), edition.lang)
        return f"{price} {edition.word('(reported in %(year)s)').text % {'year': reported.year}}"
    shop = seller_of(edition.catalog, entry.id)
    return "" if shop is None else edition.show(shop.meta.name).text
