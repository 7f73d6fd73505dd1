"""Readers whose browser runs no script, or for whom it did not arrive."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.support.page_types import PAGE_TYPES
from tests.support.probes import ask
from tests.support.site import BuiltSite
from tests.support.verdict import expect_none
from tests.support.visits import PHONE, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_a_page_shows_without_script_all_that_it_shows_with_it(
    built_site: BuiltSite, browser: Browser, page_type: str
) -> None:
    seen: dict[bool, list[list[str]]] = {}
    for with_script in (True, False):
        with browser.new_context(
            viewport=PHONE, java_script_enabled=with_script, reduced_motion="reduce"
        ) as context:
            visitor = Visitor(built_site, context)
            seen[with_script] = [ask(page, "content") for page in visitor.each(page_type)]
    faults: list[str] = []
    for with_it, without in zip(seen[True], seen[False], strict=True):
        assert len(without) > 1, "nothing is shown"
        faults += (f"{without[0]}: only with script: {part}" for part in with_it if part not in without)
    expect_none(faults)


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_nothing_is_shown_that_does_nothing_without_script(
    built_site: BuiltSite, browser: Browser, page_type: str
) -> None:
    with browser.new_context(viewport=PHONE, java_script_enabled=False, reduced_motion="reduce") as context:
        visitor = Visitor(built_site, context)
        for page in visitor.each(page_type):
            ask(page, "open_all")
            visitor.note(*ask(page, "idle_controls"))
    expect_none(visitor.faults)
