"""Short forms of entries, as lists and other pages show them."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from site_builder.model.catalog import AnyEntry, Entry
from site_builder.model.entries import (
    Event,
    Figure,
    Market,
    Meta,
    Place,
    Product,
    Shop,
    Story,
    Visit,
)
from site_builder.model.localized import Localized
from site_builder.names import EntryId, Kind
from site_builder.plan.closed_shops import shop_closed_since
from site_builder.plan.edition import Edition
from site_builder.plan.localize import localize
from site_builder.plan.origin import distance_from_origin
from site_builder.plan.sellers import seller_of
from site_builder.plan.views.cards import EntryCard, Picture, ProductCard, ShopCard, Term, Unseen
from site_builder.plan.views.chrome import Link
from site_builder.plan.views.figures import CheckPart, FigureCard
from site_builder.text import formats, times
from site_builder.validate.figures import tokens_of


def product_card(edition: Edition, entry: Entry[Product[Localized]]) -> ProductCard:
    facts, shop = entry.facts, seller_of(edition.catalog, entry.id)
    return ProductCard(
        id=entry.id,
        url=edition.url(entry),
        name=edition.show(entry.meta.name),
        category=category(edition, Kind.PRODUCTS, facts.category),
        materials=tuple(edition.term("materials", term) for term in facts.materials),
        price=facts.price,
        price_reported=facts.price_reported,
        unit=edition.show_or_none(facts.unit),
        shop_name=None if shop is None else edition.show(shop.meta.name),
        export_ready=facts.export_ready,
        is_sample=entry.meta.sample,
        picture=first_picture(edition, entry),
        terms=_export_terms(edition, facts) if facts.export_ready else "",
        unseen=unseen_of(entry.meta, edition.today),
        shop_has_closed=shop_closed_since(edition.catalog, entry.id) is not None,
    )


def _export_terms(edition: Edition, product: Product[Localized]) -> str:
    """Write how many one must order and how long they take: `Minimum order 300 · Lead time 14–21 days`."""
    terms = []
    if product.moq is not None:
        unit = edition.show_or_none(product.unit)
        counted = "" if unit is None or unit.is_fallback else f" × {unit.text}"
        terms.append(
            f"{edition.word('Minimum order').text} {formats.number(product.moq, edition.lang)}{counted}"
        )
    if product.lead_time_days is not None:
        days = times.days(product.lead_time_days, edition.lang)
        terms.append(f"{edition.word('Lead time').text} {days}")
    return " · ".join(terms)


def shop_card(edition: Edition, entry: Entry[Shop[Localized]]) -> ShopCard:
    facts = entry.facts
    return ShopCard(
        id=entry.id,
        url=edition.url(entry),
        name=edition.show(entry.meta.name),
        shop_kind=facts.kind,
        village=facts.village,
        address=facts.address,
        categories=tuple(edition.term("categories", term) for term in facts.categories),
        hours=facts.hours,
        is_sample=entry.meta.sample,
        picture=first_picture(edition, entry),
        closed_on=tuple(day.date for day in facts.closed_on),
        phone=facts.phone or (facts.whatsapp and f"+{facts.whatsapp}"),
        unseen=unseen_of(entry.meta, edition.today),
        closed_since=facts.closed_since,
    )


def entry_card(edition: Edition, entry: AnyEntry) -> EntryCard:
    """Make the card of a visit, place, event, story or market."""
    card = EntryCard(
        kind=entry.kind,
        id=entry.id,
        url=edition.url(entry),
        name=edition.show(entry.meta.name),
        summary=edition.show_or_none(entry.meta.summary),
        is_sample=entry.meta.sample,
        picture=first_picture(edition, entry),
        unseen=unseen_of(entry.meta, edition.today),
    )
    match entry.facts:
        case Visit(theme=theme, duration_minutes=minutes):
            return replace(card, theme=theme, duration_minutes=minutes)
        case Place(kind=kind, distance_note=note):
            far = distance_from_origin(edition, entry)
            return replace(card, place_kind=kind, note=edition.show_or_none(note), distance_m=far)
        case Event(starts=starts, ends=ends, venue=venue, cancelled=cancelled):
            is_past = (ends or starts).day < edition.today
            card = replace(card, starts=starts, ends=ends, is_past=is_past, is_cancelled=cancelled)
            return replace(card, note=edition.show_or_none(venue))
        case Story(date=date, period=period):
            return replace(card, date=date, period=period or "")
        case Market(country=country):
            return replace(card, country=country)
        case _:
            return card


def figure_card(edition: Edition, entry: Entry[Figure[Localized]]) -> FigureCard:
    facts = localize(entry.facts, edition.lang, edition.fallbacks)
    return FigureCard(
        id=entry.id,
        url=edition.url(entry),
        label=edition.show(entry.meta.name),
        value=facts.value,
        unit=facts.unit,
        unit_name=edition.term("units", facts.unit).name,
        period=facts.period,
        scope=facts.scope,
        confidence=facts.confidence,
        note=facts.note,
        disputed=facts.disputed,
        sources=entry.meta.sources,
        check=tuple(_check_part(edition, token) for token in tokens_of(facts.equals or "")),
    )


_SIGNS = {"-": "−", "*": "×", "/": "÷"}


def _check_part(edition: Edition, token: str) -> CheckPart:
    if token.startswith("["):
        figure = edition.catalog.figures.get(EntryId(token[1:-1]))
        return CheckPart(token) if figure is None else CheckPart(figure=_figure_link(edition, figure))
    if token[0].isdecimal():
        return CheckPart(number=Decimal(token))
    return CheckPart(_SIGNS.get(token, token))


def _figure_link(edition: Edition, figure: Entry[Figure[Localized]]) -> Link:
    return Link(edition.url(figure), edition.show(figure.meta.name))


def unseen_of(meta: Meta[Localized], today: str) -> Unseen:
    """Say why readers do not see an entry that a build with drafts shows."""
    if meta.draft:
        return "draft"
    if meta.publish is not None and meta.publish > today:
        return "early"
    return "over" if meta.expires is not None and meta.expires <= today else ""


def category(edition: Edition, kind: Kind, term_id: str) -> Term:
    return edition.term("categories", term_id, listed=(kind, "category"))


def first_picture(edition: Edition, entry: AnyEntry) -> Picture | None:
    return next(iter(pictures(edition, entry)), None)


def pictures(edition: Edition, entry: AnyEntry) -> tuple[Picture, ...]:
    if not entry.meta.photos:
        return ()
    found = (
        edition.picture(entry.kind, photo.file, edition.show(photo.alt), photo.credit)
        for photo in entry.meta.photos
    )
    return tuple(picture for picture in found if picture is not None)
