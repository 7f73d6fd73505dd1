from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.support.axe import violations_on
from tests.support.page_types import PAGE_TYPES, languages_of
from tests.support.probes import ask
from tests.support.site import BuiltSite
from tests.support.verdict import expect_none
from tests.support.visits import DESK, PHONE, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.checker, pytest.mark.slow]


@pytest.mark.parametrize("page_type", PAGE_TYPES)
@pytest.mark.parametrize(
    ("scheme", "screen", "in_all_languages"),
    [("light", PHONE, True), ("dark", DESK, True), ("light", DESK, False), ("dark", PHONE, False)],
    ids=["light phone", "dark desk", "light desk", "dark phone"],
)
def test_axe_finds_no_violation_of_wcag(
    built_site: BuiltSite,
    browser: Browser,
    page_type: str,
    scheme: Literal["light", "dark"],
    screen: ViewportSize,
    in_all_languages: bool,
) -> None:
    # A width or a scheme breaks a page in every language alike, so two views of each language are enough.
    languages = languages_of(built_site)[: None if in_all_languages else 1]
    with browser.new_context(color_scheme=scheme, reduced_motion="reduce", viewport=screen) as context:
        visitor = Visitor(built_site, context)
        for page in visitor.each(page_type, *languages):
            visitor.note(*violations_on(page))
    expect_none(visitor.faults)


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_axe_finds_no_violation_where_menus_and_filters_are_open(
    built_site: BuiltSite, browser: Browser, page_type: str
) -> None:
    lang = built_site.pages["index.html"].lang
    with browser.new_context(color_scheme="dark", reduced_motion="reduce", viewport=PHONE) as context:
        visitor = Visitor(built_site, context)
        for page in visitor.each(page_type, lang):
            if ask(page, "open_all"):
                visitor.note(*violations_on(page))
            for button in page.locator("button[popovertarget]:visible").all():
                button.press("Enter")
                visitor.note(*violations_on(page))
                page.keyboard.press("Escape")
    expect_none(visitor.faults)


def test_axe_finds_no_violation_on_what_every_other_template_makes(
    built_site: BuiltSite, browser: Browser
) -> None:
    others = [page for page in built_site.specimens if page.template not in PAGE_TYPES.values()]
    with browser.new_context(color_scheme="light", reduced_motion="reduce", viewport=PHONE) as context:
        visitor = Visitor(built_site, context)
        for specimen in others:
            visitor.note(*violations_on(visitor.open(specimen.path)))
    expect_none(visitor.faults)
