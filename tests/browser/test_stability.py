"""Pages do not jump while they load on a slow phone network, nor when they are scrolled (CLS 0)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.support.page_types import PAGE_TYPES
from tests.support.probes import ask
from tests.support.site import BuiltSite
from tests.support.verdict import expect_none
from tests.support.visits import DESK, PHONE, Visitor, scroll_through

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SLOW = {"offline": False, "latency": 150, "downloadThroughput": 60_000, "uploadThroughput": 60_000}


@pytest.mark.parametrize("page_type", PAGE_TYPES)
@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_nothing_jumps(built_site: BuiltSite, browser: Browser, page_type: str, screen: ViewportSize) -> None:
    lang = built_site.pages["index.html"].lang
    with browser.new_context(viewport=screen) as context:
        visitor = Visitor(built_site, context)
        network = context.new_cdp_session(visitor.page)
        network.send("Network.enable")
        network.send("Network.emulateNetworkConditions", SLOW)
        for page in visitor.each(page_type, lang):
            for _ in scroll_through(page):
                page.wait_for_timeout(50)
            visitor.note(*ask(page, "shifts"))
    expect_none(visitor.faults)
