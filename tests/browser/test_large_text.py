"""Readers who set their browser's text to twice its size (WCAG 1.4.4)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.support.page_types import PAGE_TYPES
from tests.support.probes import ask
from tests.support.site import BuiltSite
from tests.support.verdict import expect_none
from tests.support.visits import DESK, PHONE, TABLET, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SCREENS = (PHONE, TABLET, DESK)
USUAL_PX = 16


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_text_of_the_usual_size_is_neither_cut_nor_covered(
    built_site: BuiltSite, browser: Browser, page_type: str
) -> None:
    with browser.new_context(reduced_motion="reduce") as context:
        visitor = Visitor(built_site, context)
        for page in visitor.each(page_type):
            for screen in SCREENS:
                page.set_viewport_size(screen)
                visitor.note(*(f"{screen['width']} px: {fault}" for fault in ask(page, "text")))
    expect_none(visitor.faults)


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_text_of_twice_the_size_is_neither_cut_nor_covered(
    built_site: BuiltSite, browser: Browser, page_type: str
) -> None:
    with browser.new_context(reduced_motion="reduce") as context:
        visitor = Visitor(built_site, context)
        sizes = {"standard": 2 * USUAL_PX, "fixed": 2 * USUAL_PX}
        context.new_cdp_session(visitor.page).send("Page.setFontSizes", {"fontSizes": sizes})
        for page in visitor.each(page_type):
            for screen in SCREENS:
                page.set_viewport_size(screen)
                size = page.evaluate(
                    "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
                )
                if size < 1.8 * USUAL_PX:
                    visitor.note(f"{screen['width']} px: its text stays at {size} px")
                if wide := ask(page, "too_wide"):
                    visitor.note(f"scrolls sideways at {screen['width']} px; it is {wide}")
                visitor.note(*(f"{screen['width']} px: {fault}" for fault in ask(page, "text")))
    expect_none(visitor.faults)
