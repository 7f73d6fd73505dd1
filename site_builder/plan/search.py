"""What a search finds: an index of each language's entries, made from the records and not from pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from site_builder.model.body import Body, Reference
from site_builder.model.catalog import AnyEntry
from site_builder.model.entries import Event, Page, Place, Product, Shop, Visit
from site_builder.model.localized import Shown
from site_builder.names import EntryId, Kind, Lang, OutPath, UrlPath
from site_builder.plan.cards import first_picture
from site_builder.plan.edition import Edition
from site_builder.plan.facets import Facets
from site_builder.plan.photos import plain_picture
from site_builder.plan.prices import price_words
from site_builder.plan.sellers import seller_of
from site_builder.plan.shelf import Shelf
from site_builder.plan.terms import C
from site_builder.plan.views.search import FoundCard, FoundText, SearchIndex, SearchRecord

_PICTURE_PX = 160
"""Results show pictures small."""

SCRIPT = "js/search.js"
"""The asset that asks these indexes; a site without it has no search and pays for none."""
FOLDER = "search"
_KIND_WORDS = {
    Kind.PAGES: "Pages",
    Kind.SHOPS: "Shops",
    Kind.PRODUCTS: "Products",
    Kind.VISITS: "Trips",
    Kind.PLACES: "Places",
    Kind.EVENTS: "Events",
    Kind.STORIES: "Stories",
    Kind.MARKETS: "Markets",
}
"""What is found, in the order in which records are made."""
_NOT_FOUND = frozenset({"home", "enquiry"})
"""Pages that hold nothing of their own."""

Names = Mapping[EntryId, Sequence[str]]
"""What an entry is under, in the words of one facet."""


def index_folder(lang: Lang) -> OutPath:
    return OutPath(f"{FOLDER}/{lang}/")


def search_index(edition: Edition, shelf: Shelf) -> SearchIndex:
    """Make the records of all entries that a visitor may find: nothing that is made up."""
    under = {
        "category": _under(shelf.product_facets, "category") | _under(shelf.shop_facets, "category"),
        "material": _under(shelf.product_facets, "material"),
    }
    records = tuple(
        _record(edition, shelf, entry, under)
        for kind in _KIND_WORDS
        for entry in sorted(edition.catalog.of(kind).values(), key=lambda entry: entry.id)
        if not entry.meta.sample and not _holds_nothing(entry)
    )
    return SearchIndex(edition.lang, records)


def _holds_nothing(entry: AnyEntry) -> bool:
    return isinstance(entry.facts, Page) and entry.facts.template in _NOT_FOUND


def _under(facets: Facets[C], facet: str) -> dict[EntryId, list[str]]:
    names: defaultdict[EntryId, list[str]] = defaultdict(list)
    for name, groups in facets:
        for group in groups if name == facet else ():
            for card in group.cards:
                names[card.id].append(group.term.name.text)
    return names


def _record(edition: Edition, shelf: Shelf, entry: AnyEntry, under: Mapping[str, Names]) -> SearchRecord:
    kind, name = edition.word(_KIND_WORDS[entry.kind]).text, edition.show(entry.meta.name)
    shop = _shop_of(edition, entry)
    body = edition.body_of(entry)
    filters = [("kind", kind)]
    if entry.kind in {Kind.PRODUCTS, Kind.SHOPS}:
        filters += [(facet, word) for facet, names in under.items() for word in names.get(entry.id, ())]
    if shop is not None:
        filters.append(("shop", shop.text))
    words = [word for facet, word in filters if facet != "kind"]
    return SearchRecord(
        card=FoundCard(
            url=edition.url(entry),
            name=_found(edition, name),
            kind=kind,
            drawing=_drawing(shelf, entry),
            picture=_picture(edition, entry),
            price=_price(edition, shelf, entry),
            note=_note(edition, entry),
            summary=None if entry.meta.summary is None else _found(edition, edition.show(entry.meta.summary)),
        ),
        words=tuple(dict.fromkeys([*words, *_facts_in_words(edition, entry)])),
        body=None if body is None else body.digest,
        fills=() if body is None else tuple(_fills(edition, body)),
        filters=tuple(dict.fromkeys(filters)),
    )


def _found(edition: Edition, text: Shown) -> FoundText:
    return FoundText(text.text, "" if text.lang == edition.lang else text.lang)


def _shop_of(edition: Edition, entry: AnyEntry) -> Shown | None:
    """Name the shop that a product is of, unless that is made up; a shop is its own."""
    match entry.facts:
        case Product():
            shop = seller_of(edition.catalog, entry.id)
            return None if shop is None or shop.meta.sample else edition.show(shop.meta.name)
        case Shop():
            return edition.show(entry.meta.name)
        case _:
            return None


def _drawing(shelf: Shelf, entry: AnyEntry) -> tuple[str, EntryId]:
    match entry.kind:
        case Kind.PRODUCTS:
            return shelf.products[entry.id].category.id, entry.id
        case Kind.SHOPS:
            return shelf.shops[entry.id].shop_kind, entry.id
        case kind:
            return entry.facts.theme if isinstance(entry.facts, Visit) else kind.value, entry.id


def _picture(edition: Edition, entry: AnyEntry) -> tuple[UrlPath, int, int] | None:
    picture = first_picture(edition, entry)
    if picture is None:
        return None
    plain = plain_picture(picture.photo, _PICTURE_PX)
    return plain.url, plain.width_px, plain.height_px


def _price(edition: Edition, shelf: Shelf, entry: AnyEntry) -> tuple[str, ...]:
    return price_words(edition, shelf.products[entry.id]) if entry.kind is Kind.PRODUCTS else ()


def _note(edition: Edition, entry: AnyEntry) -> FoundText | None:
    match entry.facts:
        case Shop(closed_since=since) if since is not None:
            return _found(edition, edition.word("Closed for good"))
        case Shop(village=village) if village:
            return FoundText(village, "" if edition.lang == edition.default_lang else edition.default_lang)
        case Place(distance_note=note) if note is not None:
            return _found(edition, edition.show(note))
        case Event(cancelled=True):
            return _found(edition, edition.word("Cancelled"))
        case Event(venue=venue) if venue is not None:
            return _found(edition, edition.show(venue))
        case Product():
            shop = _shop_of(edition, entry)
            return None if shop is None else _found(edition, shop)
        case _:
            return None


def _facts_in_words(edition: Edition, entry: AnyEntry) -> Iterator[str]:
    match entry.facts:
        case Shop(address=address, village=village):
            yield address
            yield village or ""
        case Place(address=address):
            yield address or ""
        case Event(venue=venue):
            yield "" if venue is None else edition.show(venue).text
        case _:
            return


def _fills(edition: Edition, body: Body) -> Iterator[str]:
    """Give the words that stand where a text leads to something; figures and pictures have none to find."""
    for reference in body.references:
        yield reference.text if reference.text or reference.form != "link" else _name(edition, reference)


def _name(edition: Edition, reference: Reference) -> str:
    target = edition.catalog.of(reference.kind).get(EntryId(reference.target)) if reference.kind else None
    return "" if target is None else edition.show(target.meta.name).text
