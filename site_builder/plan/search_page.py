"""The page that helps to find things: categories, products and shops from A to Z, and the search itself."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from site_builder.model.localized import Shown
from site_builder.names import UrlPath
from site_builder.plan.edition import Edition
from site_builder.plan.facets import Facets
from site_builder.plan.heads import trail, unlisted_head
from site_builder.plan.search import index_folder
from site_builder.plan.section_pages import Made
from site_builder.plan.shelf import Shelf
from site_builder.plan.terms import C, counts_of
from site_builder.plan.views.chrome import Link
from site_builder.plan.views.parts import TermCount
from site_builder.plan.views.search import NameGroup, SearchPageView

MOST_NAMES = 150
"""On one page, so that it stays as light as all others."""


def search_pages(edition: Edition, shelf: Shelf, *, has_index: bool) -> Iterator[Made]:
    """Yield path, template and view: one page, or as many as the names need."""
    names = sorted(_names(shelf), key=lambda link: (*_sorting(link.name.text), link.url))
    parts = [names[start : start + MOST_NAMES] for start in range(0, len(names), MOST_NAMES)] or [[]]
    urls = [edition.routes.numbered(edition.routes.search(edition.lang), page, edition.lang)
            for page in range(1, len(parts) + 1)]  # fmt: skip
    spans = tuple(Link(url, _span(edition, part)) for url, part in zip(urls, parts, strict=True))
    for page, (url, part) in enumerate(zip(urls, parts, strict=True), 1):
        addresses = {lang: edition.routes.search(lang) for lang in edition.langs} | {edition.lang: url}
        head = unlisted_head(edition, edition.word("Search").text, addresses, trail(edition, ()))
        view = SearchPageView(
            head=head,
            index_url=UrlPath(edition.routes.asset(index_folder(edition.lang))) if has_index else None,
            products=_categories(shelf.product_facets),
            shops=_categories(shelf.shop_facets),
            names=_groups(part),
            spans=spans if len(parts) > 1 else (),
            page=page,
        )
        yield edition.routes.out(url), "search.html", view


def _names(shelf: Shelf) -> Iterator[Link]:
    yield from (Link(card.url, card.name) for card in shelf.products.values() if not card.is_sample)
    yield from (Link(card.url, card.name) for card in shelf.shops.values() if not card.is_sample)


def _categories(facets: Facets[C]) -> tuple[TermCount, ...]:
    """Give the categories that hold something real."""
    return tuple(
        count for name, groups in facets if name == "category" for count in counts_of(groups) if count.count
    )


def _sorting(name: str) -> tuple[str, str]:
    """Put a name where one looks for it: without accents, whatever its case."""
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(sign)
    )
    return plain, name


def _letter(link: Link) -> str:
    first = _sorting(link.name.text)[0][:1].upper()
    return first if "A" <= first <= "Z" else ""


def _groups(links: Sequence[Link]) -> tuple[NameGroup, ...]:
    return tuple(NameGroup(letter, tuple(some)) for letter, some in groupby(links, _letter))


def _span(edition: Edition, links: Sequence[Link]) -> Shown:
    ends = [links[0].name.text, links[-1].name.text] if links else []
    return Shown(" – ".join(ends), edition.lang)
