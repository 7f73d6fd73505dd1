"""The handbook in a browser: for everybody, on a small phone and on a desk."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.support.axe import violations_on
from tests.support.probes import ask
from tests.support.site import BuiltSite
from tests.support.verdict import expect_none
from tests.support.visits import DESK, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.checker, pytest.mark.slow]

SMALL = ViewportSize(width=320, height=640)


@pytest.mark.parametrize(("scheme", "screen"), [("light", SMALL), ("dark", DESK)], ids=["phone", "desk"])
def test_its_pages_fit_and_axe_finds_no_violation(
    handbook_site: BuiltSite, browser: Browser, scheme: Literal["light", "dark"], screen: ViewportSize
) -> None:
    with browser.new_context(color_scheme=scheme, reduced_motion="reduce", viewport=screen) as context:
        visitor = Visitor(handbook_site, context)
        for path in handbook_site.pages:
            if path.startswith("panduan/"):
                page = visitor.open(path)
                visitor.note(*violations_on(page), *filter(None, [ask(page, "too_wide")]))
    expect_none(visitor.faults)
