"""Pages that people put on paper: the shop's for its window, the directory, the way there with its map."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.support.page_types import PAGE_TYPES
from tests.support.pdf import texts_on_pages
from tests.support.probes import ask
from tests.support.site import BuiltSite
from tests.support.verdict import expect_none
from tests.support.visits import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MOST_PAGES = {
    "home": 6,
    "catalogue": 10,
    "product": 3,
    "directory": 6,
    "shop": 4,
    "exports": 12,
    "visit": 6,
    "story": 4,
    "404": 1,
}
LEAST_TEXTS = 3
"""A sheet with less on it is wasted."""


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_no_sheet_of_paper_is_wasted(built_site: BuiltSite, browser: Browser, page_type: str) -> None:
    lang = built_site.pages["index.html"].lang
    with browser.new_context(color_scheme="dark") as context:
        visitor = Visitor(built_site, context)
        for page in visitor.each(page_type, lang):
            sheets = texts_on_pages(page.pdf(format="A4"))
            if len(sheets) > MOST_PAGES[page_type]:
                visitor.note(f"{len(sheets)} sheets, not at most {MOST_PAGES[page_type]}")
            visitor.note(
                *(f"sheet {number} is blank" for number, texts in enumerate(sheets, 1) if texts < LEAST_TEXTS)
            )
    expect_none(visitor.faults)


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_paper_shows_no_menus_and_dark_ink_on_white(
    built_site: BuiltSite, browser: Browser, page_type: str
) -> None:
    with browser.new_context(color_scheme="dark", reduced_motion="reduce") as context:
        visitor = Visitor(built_site, context)
        for page in visitor.each(page_type):
            page.emulate_media(media="print")
            visitor.note(*ask(page, "paper"))
    expect_none(visitor.faults)
