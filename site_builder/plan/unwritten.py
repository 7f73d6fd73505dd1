"""Pages that no editor wrote but others lead to: the home page, and lists of kinds without a section page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_builder.model.catalog import Catalog
from site_builder.names import Kind, Lang, UrlPath
from site_builder.plan.edition import Addresses, Edition
from site_builder.plan.figure_pages import figures_pages
from site_builder.plan.heads import ROOT_KINDS
from site_builder.plan.lists import entry_lists, product_lists, shop_lists
from site_builder.plan.routes import Routes
from site_builder.plan.section_pages import Made, home_page
from site_builder.plan.shelf import Shelf

_SHOWN_BY = {Kind.CHARTS: Kind.FIGURES}
"""Kinds without a list of their own."""


def roots_to_make(
    catalog: Catalog, routes: Routes, addresses: Addresses, templates: Mapping[str, object]
) -> frozenset[Kind]:
    """Choose the kinds with entries but no section page, unless a page or redirect is at their root."""
    wanted = {
        _SHOWN_BY.get(kind, kind) for kind in Kind if kind is not Kind.PAGES and len(catalog.of(kind)) > 0
    }
    wanted -= {kind for template, kind in ROOT_KINDS.items() if template in templates}
    taken = {url for urls in addresses.values() for url in urls.values()} if wanted else set[UrlPath]()
    if wanted:
        taken |= {routes.alias(alias) for entry in catalog for alias in entry.meta.aliases}
    langs = [Lang(language.code) for language in catalog.config.languages]
    return frozenset(
        kind for kind in wanted if taken.isdisjoint(routes.section(kind, lang) for lang in langs)
    )


def unwritten_pages(edition: Edition, shelf: Shelf) -> Iterator[Made]:
    """Yield path, template and view of each page that an edition needs beside those that are written."""
    routes, lang = edition.routes, edition.lang
    if edition.page("home") is None:
        yield routes.out(routes.address(lang)), "home.html", home_page(edition, shelf, None)
    for template, kind in ROOT_KINDS.items():
        if edition.page(template) is None:
            yield from _lists(edition, shelf, kind)


def _lists(edition: Edition, shelf: Shelf, kind: Kind) -> Iterator[Made]:
    """Yield the lists of a kind without a section page, of which there may be no entries."""
    if kind is Kind.FIGURES:
        if kind in edition.roots:
            yield from figures_pages(edition, shelf, None)
        return
    if kind is Kind.PRODUCTS:
        lists = product_lists(edition, shelf, None)
    elif kind is Kind.SHOPS:
        lists = shop_lists(edition, shelf, None)
    else:
        lists = entry_lists(edition, shelf, kind, None)
    for made in lists:
        yield made.out, made.template, made.view
