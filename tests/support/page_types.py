"""The nine types of page that people judge the site by, and one page of each in every language."""

from __future__ import annotations

from collections.abc import Iterator

from tests.support.pages import Page
from tests.support.site import BuiltSite

PAGE_TYPES = {
    "home": "home",
    "catalogue": "product_list",
    "product": "product_page",
    "directory": "shop_list",
    "shop": "shop_page",
    "exports": "exports",
    "visit": "visit",
    "story": "story_page",
    "404": "404",
}
"""What people call it, and the template (`data-template`) that makes it."""

_OF_ENTRIES = frozenset({"product", "shop", "story"})


def example_of(site: BuiltSite, page_type: str, lang: str, *, for_search: bool = False) -> Page | None:
    """Choose the page that shows a type best, the same one in each language; None where there is none.

    Of lists it is the whole list, not one narrowed by a filter; of entries the one with most in it, for which
    samples count too unless it has to be one that search engines may show.
    """
    first = _choose(site, page_type, for_search=for_search)
    if first.lang == lang:
        return first
    page = next((_at(site, url) for other, url in first.alternates if other == lang), None)
    if page is None:
        # A page that is not translated yet is there, but not named as an alternate: look for its like.
        others = [one for one in _of_type(site, page_type) if one.lang == lang]
        page = next((one for one in others if _slug(one) == _slug(first)), None)
        page = page or min(others, key=_depth, default=None)
    return page


def languages_of(site: BuiltSite) -> tuple[str, ...]:
    """Name the languages, that of the root of the site first."""
    home = site.pages["index.html"].lang
    others = {page.lang for page in site.full_pages} - {home}
    return (home, *sorted(others))


def _choose(site: BuiltSite, page_type: str, *, for_search: bool) -> Page:
    home = site.pages["index.html"].lang
    pages = [page for page in _of_type(site, page_type) if page.lang == home]
    if for_search:
        pages = [page for page in pages if page.is_indexable]
    assert pages, f"the site has no page made by {PAGE_TYPES[page_type]}.html"
    if page_type in _OF_ENTRIES:
        return max(pages, key=lambda page: len(page.elements))
    return min(pages, key=_depth)


def _of_type(site: BuiltSite, page_type: str) -> Iterator[Page]:
    return (page for page in site.full_pages if page.template == PAGE_TYPES[page_type])


def _at(site: BuiltSite, url: str) -> Page | None:
    return site.pages.get(site.locate(url) or "")


def _depth(page: Page) -> tuple[int, str]:
    return page.path.count("/"), page.path


def _slug(page: Page) -> str:
    return page.path.split("/")[-2] if "/" in page.path else ""
