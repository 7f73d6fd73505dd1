from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.support.page_types import PAGE_TYPES
from tests.support.probes import ask
from tests.support.site import BuiltSite
from tests.support.verdict import expect_none
from tests.support.visits import DESK, PHONE, Visitor, scroll_through

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_nothing_moves_for_readers_who_asked_for_that(
    built_site: BuiltSite, browser: Browser, page_type: str
) -> None:
    lang = built_site.pages["index.html"].lang
    with browser.new_context(viewport=DESK, reduced_motion="reduce") as context:
        visitor = Visitor(built_site, context)
        for page in visitor.each(page_type, lang):
            for _ in scroll_through(page):
                visitor.note(*ask(page, "running"))
            page.keyboard.press("Tab")
            visitor.note(*ask(page, "running"))
    expect_none(visitor.faults)


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_what_moves_by_itself_comes_to_rest(built_site: BuiltSite, browser: Browser, page_type: str) -> None:
    lang = built_site.pages["index.html"].lang
    with browser.new_context(viewport=PHONE) as context:
        visitor = Visitor(built_site, context)
        for page in visitor.each(page_type, lang):
            for _ in scroll_through(page):
                visitor.note(*ask(page, "endless"))
    expect_none(visitor.faults)


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_what_moves_by_itself_keeps_no_phone_busy(
    built_site: BuiltSite, browser: Browser, page_type: str
) -> None:
    lang = built_site.pages["index.html"].lang
    with browser.new_context(viewport=PHONE) as context:
        visitor = Visitor(built_site, context)
        for page in visitor.each(page_type, lang):
            visitor.note(*ask(page, "laborious"))
    expect_none(visitor.faults)
