from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.support.page_types import PAGE_TYPES
from tests.support.probes import ask
from tests.support.programs import npm_file
from tests.support.site import BuiltSite
from tests.support.verdict import expect_none
from tests.support.visits import DESK, PHONE, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.checker, pytest.mark.slow]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

_RUN = """async (tags) => {
    const result = await axe.run(document, {runOnly: tags, resultTypes: ['violations']});
    const told = (rule, node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`;
    return result.violations.flatMap(rule => rule.nodes.map(node => told(rule, node)));
}"""

VIEWS = pytest.mark.parametrize(
    ("scheme", "screen"),
    [("light", PHONE), ("light", DESK), ("dark", PHONE), ("dark", DESK)],
    ids=["light phone", "light desk", "dark phone", "dark desk"],
)


@VIEWS
@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_axe_finds_no_violation_of_wcag_in_any_language(
    built_site: BuiltSite,
    browser: Browser,
    page_type: str,
    scheme: Literal["light", "dark"],
    screen: ViewportSize,
) -> None:
    with browser.new_context(color_scheme=scheme, reduced_motion="reduce", viewport=screen) as context:
        visitor = Visitor(built_site, context)
        for page in visitor.each(page_type):
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


def violations_on(page: Page) -> list[str]:
    # The debugging protocol puts axe into the page, so the policy against foreign script stays in force.
    page.evaluate(npm_file("axe-core/axe.min.js").read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(_RUN, TAGS)
    return found
