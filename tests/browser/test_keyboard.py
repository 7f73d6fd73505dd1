"""Readers who have a keyboard and no mouse."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.support.page_types import PAGE_TYPES
from tests.support.probes import ask
from tests.support.site import BuiltSite
from tests.support.verdict import expect_none
from tests.support.visits import DESK, PHONE, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("page_type", PAGE_TYPES)
@pytest.mark.parametrize(
    ("screen", "scheme", "forced"),
    [(PHONE, "light", "none"), (DESK, "dark", "none"), (DESK, "light", "active")],
    ids=["phone, light", "desk, dark", "desk, forced colours"],
)
def test_tab_reaches_everything_in_order_and_shows_where_it_is(
    built_site: BuiltSite,
    browser: Browser,
    page_type: str,
    screen: ViewportSize,
    scheme: Literal["light", "dark"],
    forced: Literal["active", "none"],
) -> None:
    lang = built_site.pages["index.html"].lang
    with browser.new_context(
        viewport=screen, color_scheme=scheme, forced_colors=forced, reduced_motion="reduce"
    ) as context:
        visitor = Visitor(built_site, context)
        for page in visitor.each(page_type, lang):
            ask(page, "open_all")
            visitor.note(*faults_of_walk(page))
    expect_none(visitor.faults)


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_the_first_key_leads_past_the_menu(built_site: BuiltSite, browser: Browser, page_type: str) -> None:
    with browser.new_context(viewport=PHONE, reduced_motion="reduce") as context:
        visitor = Visitor(built_site, context)
        for page in visitor.each(page_type):
            page.keyboard.press("Tab")
            visitor.note(*(f"the first link {fault}" for fault in ask(page, "focus")["faults"]))
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            is_inside = page.evaluate("document.querySelector('main').contains(document.activeElement)")
            if not is_inside and page.locator("main a:visible").count():
                visitor.note("the key after the first link does not lead into the main part")
    expect_none(visitor.faults)


@pytest.mark.parametrize("page_type", PAGE_TYPES)
@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_what_opens_in_place_opens_and_closes_by_key(
    built_site: BuiltSite, browser: Browser, page_type: str, screen: ViewportSize
) -> None:
    lang = built_site.pages["index.html"].lang
    with browser.new_context(viewport=screen, reduced_motion="reduce") as context:
        visitor = Visitor(built_site, context)
        for page in visitor.each(page_type, lang):
            for summary in page.locator("summary:visible").all():
                is_open = "element => element.parentElement.open"
                before = summary.evaluate(is_open)
                summary.focus()
                page.keyboard.press("Enter")
                if summary.evaluate(is_open) == before:
                    visitor.note(f"Enter does nothing: {summary.inner_text()}")
                page.keyboard.press("Space")
                if summary.evaluate(is_open) != before:
                    visitor.note(f"Space does not undo it: {summary.inner_text()}")
    expect_none(visitor.faults)


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_what_opens_over_the_page_takes_the_key_in_and_gives_it_back(
    built_site: BuiltSite, browser: Browser, page_type: str
) -> None:
    lang = built_site.pages["index.html"].lang
    with browser.new_context(viewport=PHONE, reduced_motion="reduce") as context:
        visitor = Visitor(built_site, context)
        for page in visitor.each(page_type, lang):
            for button in page.locator("button[popovertarget]:visible").all():
                over = page.locator(f"#{button.get_attribute('popovertarget')}")
                button.press("Enter")
                page.keyboard.press("Tab")
                if not over.evaluate("box => box.contains(document.activeElement)"):
                    visitor.note(f"Enter and Tab do not lead into what {button.inner_text()} opens")
                visitor.note(
                    *(f"in {button.inner_text()}: {fault}" for fault in ask(page, "focus")["faults"])
                )
                page.keyboard.press("Escape")
                if over.is_visible() or not button.evaluate("button => button === document.activeElement"):
                    visitor.note(f"Escape does not lead back to {button.inner_text()}")
    expect_none(visitor.faults)


def faults_of_walk(page: Page) -> list[str]:
    """Press Tab until the end of the page; each stop must be the next one, seen and outlined."""
    ask(page, "settled")  # buttons that a script adds in an idle moment are stops too
    expected: list[str] = ask(page, "tab_stops")
    faults = []
    for number, name in enumerate(expected):
        page.keyboard.press("Tab")
        at = ask(page, "focus")
        if at["stop"] != str(number):
            where = at["name"] if at["stop"] else "nothing in the page"
            faults.append(f"Tab leads to {where}, not to {name}")
            break
        faults += (f"{name}: {fault}" for fault in at["faults"])
    return faults
