from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.support.site import BuiltSite
from tests.support.verdict import expect_none
from tests.support.visits import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("with_script", [True, False], ids=["with script", "without script"])
def test_every_kind_of_page_opens_in_silence_and_fits_every_screen(
    built_site: BuiltSite, browser: Browser, with_script: bool
) -> None:
    with browser.new_context(java_script_enabled=with_script) as context:
        visitor = Visitor(built_site, context)
        for specimen in built_site.specimens:
            visitor.open(specimen.path)
            visitor.measure()
    expect_none(visitor.faults)


def test_every_kind_of_page_opens_in_silence_below_a_path(
    built_site_under_path: BuiltSite, browser: Browser
) -> None:
    with browser.new_context() as context:
        visitor = Visitor(built_site_under_path, context)
        for specimen in built_site_under_path.specimens:
            visitor.open(specimen.path)
    expect_none(visitor.faults)


def test_a_missing_page_is_told_in_the_language_of_its_folder(
    built_site: BuiltSite, browser: Browser
) -> None:
    missing = [page for page in built_site.pages.values() if page.is_not_found]
    faults = []
    with browser.new_context() as context, context.new_page() as page:
        for expected in missing:
            url = built_site.url(expected.path).removesuffix("404.html") + "no-such-page/at-all/"
            answer = page.goto(url)
            lang = page.locator("html").get_attribute("lang")
            if answer is None or answer.status != 404 or lang != expected.lang:
                faults.append(f"{url}: {answer and answer.status}, in {lang!r}")
    expect_none(faults)
