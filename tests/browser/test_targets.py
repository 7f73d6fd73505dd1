from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.support.page_types import PAGE_TYPES
from tests.support.probes import ask
from tests.support.site import BuiltSite
from tests.support.verdict import expect_none
from tests.support.visits import DESK, PHONE, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_fingers_find_every_target(built_site: BuiltSite, browser: Browser, page_type: str) -> None:
    with browser.new_context(reduced_motion="reduce") as context:
        visitor = Visitor(built_site, context)
        for page in visitor.each(page_type):
            for screen in (PHONE, DESK):
                page.set_viewport_size(screen)
                visitor.note(*ask(page, "targets"))
                ask(page, "open_all")
                visitor.note(*ask(page, "targets"))
    expect_none(visitor.faults)
