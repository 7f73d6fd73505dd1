"""Every address that a page, a style sheet or a manifest names, and what it is there for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from tests.support.pages import Element, Page
from tests.support.site import BuiltSite
from tests.support.verdict import expect_none

_LOADING_RELS = {
    *("apple-touch-icon", "dns-prefetch", "icon", "manifest", "mask-icon", "modulepreload"),
    *("preconnect", "prefetch", "preload", "prerender", "stylesheet"),
}
_LOADING = ("src", "poster", "action", "formaction", "data", "background", "ping")
_IN_CSS = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Link:
    at: str
    url: str
    """Absolute."""

    is_resource: bool
    """Fetched without the reader's asking, so from this site only."""


def page_links(site: BuiltSite, page: Page) -> Iterator[Link]:
    for element in page.elements:
        for raw, is_resource in _element_links(element):
            yield Link(page.at(element), site.resolve(page, raw), is_resource)


def _element_links(element: Element) -> Iterator[tuple[str, bool]]:
    for name in _LOADING:
        if name in element.attributes:
            yield element.get(name), True
    for name in ("srcset", "imagesrcset"):
        for candidate in element.get(name).split(","):
            if candidate.strip():
                yield candidate.split()[0], True
    for name in ("href", "xlink:href"):
        if name in element.attributes:
            loads = element.tag == "link" and not _LOADING_RELS.isdisjoint(element.words("rel"))
            yield element.get(name), loads or element.tag in {"use", "image", "feimage", "base"}
    if element.tag == "meta":
        yield from _meta_links(element)


def _meta_links(element: Element) -> Iterator[tuple[str, bool]]:
    content = element.get("content")
    if element.get("http-equiv").lower() == "refresh" and "=" in content:
        yield content.partition("=")[2].strip(" '\""), False
    name = element.get("property") or element.get("name")
    if name in {"og:image", "og:url", "og:image:secure_url", "twitter:image"}:
        yield content, False


def css_links(site: BuiltSite, path: str, css: str) -> Iterator[Link]:
    sheet = Page(path, ())
    for match in _IN_CSS.finditer(_COMMENT.sub("", css)):
        raw = next((group for group in match.groups() if group), "")
        if not raw.startswith("#"):
            yield Link(path, site.resolve(sheet, raw), True)


def fault_of(site: BuiltSite, link: Link) -> str | None:
    """Say what is wrong with a link, if anything is."""
    parts = urlsplit(link.url)
    if not site.is_own(link.url):
        if link.is_resource:
            return f"{link.at}: loads {link.url}"
        return (
            None
            if parts.scheme in {"http", "https", "mailto", "tel", "geo", "sms"}
            else f"{link.at}: {link.url}"
        )
    path = site.locate(link.url)
    if path is None:
        return f"{link.at}: leads nowhere: {link.url}"
    fragment = unquote(parts.fragment)
    if fragment and fragment != "top" and path in site.pages and fragment not in site.pages[path].ids:
        return f"{link.at}: no such place in {path}: #{fragment}"
    return None


def expect_no_dead_link(site: BuiltSite) -> None:
    """Fail with all that pages name and that is not there, or is loaded from elsewhere."""
    expect_none(
        fault
        for page in site.pages.values()
        for link in page_links(site, page)
        if (fault := fault_of(site, link))
    )
