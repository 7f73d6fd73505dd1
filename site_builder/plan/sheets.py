"""Pages made for paper: a shop's card and stickers, the directory of all shops, the line sheet for buyers.

They are not for search engines and not in the sitemap; a site has them when it has their look.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from site_builder.model.catalog import AnyEntry, Entry
from site_builder.model.entries import Product, Shop
from site_builder.model.localized import Localized
from site_builder.names import OutPath, SourcePath, UrlPath
from site_builder.plan.edition import Edition
from site_builder.plan.heads import section_link, unlisted_head
from site_builder.plan.localize import localize
from site_builder.plan.ordering import contacts_of, cooperative_of, second_number, traded
from site_builder.plan.outlets import code_urls
from site_builder.plan.sellers import seller_of
from site_builder.plan.shelf import Shelf, real_ones
from site_builder.plan.views.cards import ProductCard
from site_builder.plan.views.chrome import Link
from site_builder.plan.views.sheets import (
    CounterCardView,
    DirectoryRow,
    LineSheetView,
    PrintedDirectoryView,
    StickerSheetView,
    TradeRow,
    VillageView,
)
from site_builder.source.naming import CONFIG_PATH
from site_builder.text.slug import slug_of

SHEETS = "css/parts/sheets.css"
"""The look of all of them. A site without it has none of these pages, and no links to them."""
_SHOP_FORMS = ("counter-card", "stickers")


class Sheet(Struct, frozen=True):
    out: OutPath
    template: str
    view: CounterCardView | StickerSheetView | PrintedDirectoryView | LineSheetView
    paths: tuple[SourcePath, ...]
    """The files whose content is on it."""


def shop_sheet_urls(edition: Edition, shop: AnyEntry) -> tuple[UrlPath, ...]:
    """Give where a shop's card and stickers are, which hold its code; so what has no code has neither."""
    if not edition.with_sheets or not code_urls(edition.routes, shop):
        return ()
    return tuple(edition.routes.shop_sheet(shop, form) for form in _SHOP_FORMS)


def sheets(edition: Edition, shelf: Shelf) -> Iterator[Sheet]:
    """Yield all sheets of a language; those of shops speak two at once and belong to the first."""
    if edition.lang == edition.default_lang:
        for shop in edition.catalog.shops.values():
            if urls := shop_sheet_urls(edition, shop):
                yield from _of_shop(edition, shop, urls)
    if shelf.running:
        yield _directory(edition, shelf)
    cards, are_ready = traded(shelf)
    if cards:
        yield _line_sheet(edition, cards, are_ready=are_ready)


def _of_shop(edition: Edition, shop: Entry[Shop[Localized]], urls: tuple[UrlPath, ...]) -> Iterator[Sheet]:
    facts, name, url = shop.facts, edition.show(shop.meta.name), edition.url(shop)
    target = edition.routes.absolute(url)
    card_url, stickers_url = urls
    card_title = f"{edition.word('Counter card').text}: {name.text}"
    card = CounterCardView(
        head=unlisted_head(edition, card_title, {edition.lang: card_url}),
        name=name,
        shop_url=url,
        target=target,
        id=shop.id,
        shop_kind=facts.kind,
        address=facts.address,
        whatsapp=facts.whatsapp,
        phone=second_number(facts),
    )
    yield Sheet(edition.routes.out(card_url), "counter_card.html", card, shop.paths)
    head = unlisted_head(
        edition, f"{edition.word('Stickers').text}: {name.text}", {edition.lang: stickers_url}
    )
    stickers = StickerSheetView(head, name, url, target)
    yield Sheet(edition.routes.out(stickers_url), "sticker_sheet.html", stickers, shop.paths)


def _directory(edition: Edition, shelf: Shelf) -> Sheet:
    cards = real_ones(shelf.running)
    heading = edition.word("All shops and workshops")
    routes, root = edition.routes, section_link(edition, "shops")
    back = edition.routes.address(edition.lang) if root is None else root.url
    urls = {lang: routes.printed_directory(lang) for lang in edition.langs}
    view = PrintedDirectoryView(
        head=unlisted_head(edition, heading.text, urls),
        heading=heading,
        villages=_villages(
            DirectoryRow(replace(card, picture=None), facts.whatsapp, second_number(facts))
            for card, facts in ((card, edition.catalog.shops[card.id].facts) for card in cards)
        ),
        count=len(cards),
        are_samples=all(card.is_sample for card in cards),
        directory_url=back,
        target=routes.absolute(back) if routes.origin else "",
    )
    paths = tuple(path for card in cards for path in edition.catalog.shops[card.id].paths)
    return Sheet(routes.out(urls[edition.lang]), "printed_directory.html", view, (CONFIG_PATH, *paths))


def _villages(rows: Iterable[DirectoryRow]) -> tuple[VillageView, ...]:
    """Part shops by village, however it is spelled, in the order of names; those without one come last."""
    names: dict[str, str] = {}
    under: dict[str, list[DirectoryRow]] = {}
    for row in rows:
        village = row.card.village or ""
        key = slug_of(village) or village
        names.setdefault(key, village)
        under.setdefault(key, []).append(row)
    order = sorted(under, key=lambda key: (not key, key))
    return tuple(VillageView(names[key], tuple(under[key])) for key in order)


def _line_sheet(edition: Edition, cards: tuple[ProductCard, ...], *, are_ready: bool) -> Sheet:
    routes = edition.routes
    entries = [edition.catalog.products[card.id] for card in cards]
    urls = {lang: routes.line_sheet(lang) for lang in edition.langs}
    cooperative = cooperative_of(edition)
    ask, back = _ways_on(edition)
    view = LineSheetView(
        head=unlisted_head(edition, edition.word("Line sheet for buyers").text, urls),
        rows=tuple(_trade_row(edition, card, entry) for card, entry in zip(cards, entries, strict=True)),
        are_ready=are_ready,
        cooperative=None
        if cooperative is None
        else Link(edition.url(cooperative), edition.show(cooperative.meta.name)),
        contacts=() if cooperative is None else contacts_of(cooperative, edition.lang),
        address="" if cooperative is None else cooperative.facts.address,
        back_url=back,
        is_back_to_exports=section_link(edition, "exports") is not None,
        target=routes.absolute(ask) if routes.origin else "",
    )
    paths = tuple(path for entry in entries for path in entry.paths)
    return Sheet(routes.out(urls[edition.lang]), "line_sheet.html", view, (CONFIG_PATH, *paths))


def _ways_on(edition: Edition) -> tuple[UrlPath, UrlPath]:
    """Give where an enquiry is put together, and where a buyer comes from."""
    home = edition.routes.address(edition.lang)
    enquiry, exports, products = (
        link.url if (link := section_link(edition, template)) is not None else None
        for template in ("enquiry", "exports", "products")
    )
    return products or enquiry or home, exports or products or home


def _trade_row(edition: Edition, card: ProductCard, entry: Entry[Product[Localized]]) -> TradeRow:
    shop = seller_of(edition.catalog, entry.id)
    return TradeRow(
        card=card,
        facts=localize(replace(entry.facts, colours=()), edition.lang, edition.fallbacks),
        maker=None if shop is None else edition.show(shop.meta.name),
        contacts=() if shop is None else contacts_of(shop, edition.lang),
    )
