"""Lists of entries, page by page: of a whole section, or of a word: a category, a village, a tag."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from site_builder.model.entries import Page
from site_builder.model.localized import Shown
from site_builder.names import Kind, OutPath, UrlPath
from site_builder.plan.edition import Edition
from site_builder.plan.entry_views import page_entry_view
from site_builder.plan.facets import facet_views, few_facets, few_of, groups_of
from site_builder.plan.headings import Heading, SectionPage, list_head, section_heading, term_heading
from site_builder.plan.shelf import Shelf, real_ones
from site_builder.plan.structured import list_data
from site_builder.plan.terms import C, counts_of, group_by_words
from site_builder.plan.views.cards import EntryCard, ProductCard, ShopCard
from site_builder.plan.views.chrome import Head
from site_builder.plan.views.pages import EntryListView, ProductListView, ShopListView
from site_builder.plan.views.parts import EntryView, Finder, NumberedPage, Pagination


class ListPage(Struct, frozen=True):
    out: OutPath
    template: str
    view: ProductListView | ShopListView | EntryListView


def paged(
    edition: Edition,
    heading: Heading,
    cards: Sequence[C],
    make: Callable[[Head, bool, tuple[C, ...], Pagination], ProductListView | ShopListView | EntryListView],
    template: str,
    above: Sequence[C] = (),
) -> Iterator[ListPage]:
    """Yield the list's pages; an empty list has one page. `above` stand on the first, and are not counted."""
    size = max(1, edition.catalog.config.page_size)
    pages = max(1, -(-len(cards) // size))
    samples = sum(card.is_sample for card in cards)
    only_samples = samples == len(cards) and (samples > 0 or any(card.is_sample for card in real_ones(above)))
    for number in range(1, pages + 1):
        shown = tuple(cards[(number - 1) * size : number * size])
        hidden = only_samples if heading.page is None else number > 1 and all(c.is_sample for c in shown)
        head = list_head(edition, heading, number, is_indexable=not hidden)
        if head.is_indexable:
            on_top = _addresses(above if number == 1 else ())
            head = replace(head, structured=list_data(edition, head, on_top + _addresses(shown)))
        pagination = _pagination(edition, heading, number, pages, len(cards), samples)
        yield ListPage(edition.routes.out(head.url), template, make(head, number == 1, shown, pagination))


def _addresses(cards: Iterable[EntryCard | ProductCard | ShopCard]) -> tuple[UrlPath, ...]:
    """Give where entries are, without made-up ones."""
    return tuple(card.url for card in cards if not card.is_sample)


def _pagination(
    edition: Edition, heading: Heading, page: int, pages: int, total: int, samples: int
) -> Pagination:
    def url(number: int) -> UrlPath:
        return edition.routes.numbered(heading.urls[edition.lang], number, edition.lang)

    near = {1, page - 1, page, page + 1, pages} & set(range(1, pages + 1))
    near |= {number + 1 for number in near if number + 1 not in near and number + 2 in near}  # no gap of one
    return Pagination(
        page=page,
        pages=pages,
        total=total,
        samples=samples,
        previous_url=url(page - 1) if page > 1 else None,
        next_url=url(page + 1) if page < pages else None,
        near=tuple(NumberedPage(number, url(number)) for number in sorted(near)),
    )


def product_lists(edition: Edition, shelf: Shelf, page: SectionPage | None) -> Iterator[ListPage]:
    """Yield the lists of all products, and of those under each word of each facet."""
    cards = tuple(shelf.products.values())
    groups = shelf.product_facets
    facets, finder = facet_views(groups), _finder(edition, Kind.PRODUCTS, page)
    few = few_facets(facets)
    line_ids = {card.id for card in shelf.lines}

    def lists(heading: Heading, chosen: Sequence[ProductCard]) -> Iterator[ListPage]:
        lines = tuple(card for card in chosen if card.id in line_ids)
        sold = tuple(card for card in chosen if card.id not in line_ids)

        def make(
            head: Head, is_first: bool, shown: tuple[ProductCard, ...], pagination: Pagination
        ) -> ProductListView:
            return ProductListView(
                head=head,
                entry=_section_entry(edition, heading.page, is_first=is_first),
                heading=heading.name,
                term=heading.term,
                lines=lines if is_first else (),
                products=shown,
                facets=facets if is_first and heading.term is None else few(heading.term),
                finder=finder,
                pagination=pagination,
            )

        return paged(edition, heading, sold, make, "product_list.html", lines)

    if _has_root(edition, Kind.PRODUCTS, page):
        yield from lists(section_heading(edition, Kind.PRODUCTS, page, cards), cards)
    for group in groups_of(groups):
        yield from lists(term_heading(edition, group), group.cards)


def shop_lists(edition: Edition, shelf: Shelf, page: SectionPage | None) -> Iterator[ListPage]:
    """Yield the lists of all shops, and of those under each word of each facet.

    A list is a directory, a line for each shop, which has no room for a picture.
    """
    cards = tuple(shelf.shops.values())
    groups = shelf.shop_facets
    on_paper = (
        edition.routes.printed_directory(edition.lang) if edition.with_sheets and shelf.running else None
    )
    facets, finder = facet_views(groups), _finder(edition, Kind.SHOPS, page)
    few = few_facets(facets)

    def lists(heading: Heading, chosen: Sequence[ShopCard]) -> Iterator[ListPage]:
        def make(
            head: Head, is_first: bool, shown: tuple[ShopCard, ...], pagination: Pagination
        ) -> ShopListView:
            return ShopListView(
                head=head,
                entry=_section_entry(edition, heading.page, is_first=is_first),
                heading=heading.name,
                term=heading.term,
                shops=tuple(card if card.picture is None else replace(card, picture=None) for card in shown),
                facets=facets if is_first and heading.term is None else few(heading.term),
                finder=finder,
                pagination=pagination,
                print_url=on_paper if is_first and heading.term is None else None,
            )

        return paged(edition, heading, chosen, make, "shop_list.html")

    if _has_root(edition, Kind.SHOPS, page):
        yield from lists(section_heading(edition, Kind.SHOPS, page, cards), cards)
    for group in groups_of(groups):
        yield from lists(term_heading(edition, group), group.cards)


def entry_lists(edition: Edition, shelf: Shelf, kind: Kind, page: SectionPage | None) -> Iterator[ListPage]:
    """Yield the list of visits, places, events, stories or markets; for stories also those of each tag."""
    cards = shelf.told if kind is Kind.STORIES else shelf.cards[kind]
    stories = cards if kind is Kind.STORIES else ()
    words = [edition.catalog.stories[card.id].facts.tags for card in stories]
    by_tag = group_by_words(edition, kind, "tag", "tags", stories, words)
    tags = counts_of(by_tag)
    few = few_of(tags)

    def lists(heading: Heading, chosen: Sequence[EntryCard]) -> Iterator[ListPage]:
        def make(
            head: Head, is_first: bool, shown: tuple[EntryCard, ...], pagination: Pagination
        ) -> EntryListView:
            return EntryListView(
                head=head,
                entry=_section_entry(edition, heading.page, is_first=is_first),
                heading=heading.name,
                kind=kind,
                term=heading.term,
                entries=shown,
                tags=tags if is_first and heading.term is None else few(heading.term),
                pagination=pagination,
                calendar_url=_calendar(edition, kind),
            )

        return paged(edition, heading, chosen, make, "entry_list.html")

    if _has_root(edition, kind, page):
        yield from lists(section_heading(edition, kind, page, cards), cards)
    for group in by_tag:
        yield from lists(term_heading(edition, group), group.cards)


def _has_root(edition: Edition, kind: Kind, page: SectionPage | None) -> bool:
    return page is not None or kind in edition.roots


def _calendar(edition: Edition, kind: Kind) -> str:
    """Name what a calendar can subscribe to, where there are events."""
    if kind is not Kind.EVENTS or all(event.meta.sample for event in edition.catalog.events.values()):
        return ""
    return edition.routes.absolute(edition.routes.calendar_feed(edition.lang))


def _section_entry(
    edition: Edition, page: SectionPage | None, *, is_first: bool
) -> EntryView[Page[Shown]] | None:
    return page_entry_view(edition, page) if page is not None and is_first else None


def _finder(edition: Edition, kind: Kind, page: SectionPage | None) -> Finder | None:
    """Lead a search to the list of all entries; without such a list there is nothing to search."""
    if not _has_root(edition, kind, page):
        return None
    routes, lang = edition.routes, edition.lang
    return Finder(routes.section(kind, lang), routes.finder(kind, lang))
