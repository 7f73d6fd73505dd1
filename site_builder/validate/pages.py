"""Is there one page at most for each section of the site."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.catalog import Catalog
from site_builder.names import EntryId, SourcePath
from site_builder.problems import Problem, Severity, Span
from site_builder.validate.references import Locate

PLAIN = "page"
"""The template of which there may be any number."""
HOME = "home"
PAGES_PATH = SourcePath("content/pages")


def second_pages(catalog: Catalog) -> dict[EntryId, EntryId]:
    """Name each page whose template another page has already, with that other page."""
    first: dict[str, EntryId] = {}
    return {
        id_: first[page.facts.template]
        for id_, page in catalog.pages.items()
        if page.facts.template != PLAIN and first.setdefault(page.facts.template, id_) != id_
    }


def check_pages(catalog: Catalog, locate: Locate) -> Iterator[Problem]:
    """Tell every page that would be the second one of its section."""
    for id_, other in second_pages(catalog).items():
        page = catalog.pages[id_]
        values: dict[str, str] = {"value": page.facts.template, "other": catalog.pages[other].path}
        yield Problem("template-twice", locate(page.path, ("template",)), "", values)


def check_home(catalog: Catalog) -> Iterator[Problem]:
    """Warn where the home page is gone: of a site that has pages for its sections, and none for its home."""
    templates = {page.facts.template for page in catalog.pages.values()}
    if templates - {PLAIN} and HOME not in templates:
        yield Problem("home-missing", Span(PAGES_PATH), severity=Severity.WARNING)
