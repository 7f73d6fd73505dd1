"""Maps as a browser draws them: with the fonts of the machine, at the widths that people have."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.support.pdf import texts_on_pages
from tests.support.probes import ask
from tests.support.site import BuiltSite
from tests.support.verdict import expect_none
from tests.support.visits import PHONE, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LEAST_TEXT_PX = 12
"""Of names on a phone of 360 px, where a map is some 328 px wide."""
MOST_BYTES = 25_000


def maps_of(visitor: Visitor) -> Iterator[Page]:
    """Open each page with a map."""
    paths = [
        page.path
        for page in visitor.site.full_pages
        if any("map" in e.words("class") for e in page.all("svg"))
    ]
    assert len(paths) > 20
    yield from (visitor.open(path) for path in paths)


@pytest.mark.parametrize("width", [320, 360, 1440])
def test_nothing_on_a_map_covers_anything(built_site: BuiltSite, browser: Browser, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 800}) as context:
        visitor = Visitor(built_site, context)
        for page in maps_of(visitor):
            visitor.note(*ask(page, "covered"))
    expect_none(visitor.faults)


def test_pins_and_list_have_the_same_numbers_and_names_can_be_read(
    built_site: BuiltSite, browser: Browser
) -> None:
    with browser.new_context(viewport=PHONE) as context:
        visitor = Visitor(built_site, context)
        for page in maps_of(visitor):
            visitor.note(*ask(page, "map_numbers"))
            if (size := ask(page, "map_names")) < LEAST_TEXT_PX:
                visitor.note(f"names are {size:.1f} px high")
            sizes = page.locator("svg.map").evaluate_all("maps => maps.map(map => map.outerHTML.length)")
            visitor.note(*(f"a map of {size} bytes" for size in sizes if size > MOST_BYTES))
    expect_none(visitor.faults)


def test_the_map_to_print_is_one_sheet_in_every_language(built_site: BuiltSite, browser: Browser) -> None:
    paths = [page.path for page in built_site.full_pages if page.template == "map"]
    assert paths
    with browser.new_context(color_scheme="dark") as context:
        visitor = Visitor(built_site, context)
        for path in paths:
            sheets = texts_on_pages(visitor.open(path).pdf(prefer_css_page_size=True))
            if len(sheets) != 1:
                visitor.note(f"{len(sheets)} sheets")
    expect_none(visitor.faults)
