"""What is made for paper, as Chromium prints it: sizes, pages, nothing cut, codes that read."""

from __future__ import annotations

import io
import re

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser

from tests.support.pdf import texts_on_pages
from tests.support.site import BuiltSite
from tests.support.verdict import expect_none
from tests.support.visits import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]

A6, A4, A4_BROAD = (298, 420), (595, 842), (842, 595)
"""In points, as PDF counts."""
SIZES = {"counter_card": A6, "sticker_sheet": A4, "printed_directory": A4, "line_sheet": A4_BROAD}
ON_ONE_SHEET = {"counter_card", "sticker_sheet"}
_BOX = re.compile(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]")
_CUT = """() => [...document.querySelectorAll(".counter-card, .stickers > li, .stickers div, .title, td")]
  .filter(box => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1)
  .map(box => `${box.className || box.tagName} is cut: ${box.textContent.trim().slice(0, 40)}`)"""


def paths_of(site: BuiltSite, template: str) -> list[str]:
    """Name the pages of a template: a few of shops, those of all languages else."""
    paths = [page.path for page in site.full_pages if page.template == template]
    assert paths, template
    return paths[:6]


@pytest.mark.parametrize("template", SIZES)
def test_a_sheet_has_its_size_and_nothing_on_it_is_cut(
    built_site: BuiltSite, browser: Browser, template: str
) -> None:
    with browser.new_context(color_scheme="dark") as context:
        visitor = Visitor(built_site, context)
        for path in paths_of(built_site, template):
            page = visitor.open(path)
            pdf = page.pdf(prefer_css_page_size=True)
            sizes = {tuple(round(float(side)) for side in box) for box in _BOX.findall(pdf)}
            if sizes != {SIZES[template]}:
                visitor.note(f"sheets of {sizes} points, not {SIZES[template]}")
            sheets = texts_on_pages(pdf)
            if template in ON_ONE_SHEET and len(sheets) != 1:
                visitor.note(f"{len(sheets)} sheets, not one")
            if not all(sheets):
                visitor.note("a blank sheet")
            page.emulate_media(media="print")
            visitor.note(*page.evaluate(_CUT))
            page.emulate_media(media="null")
    expect_none(visitor.faults)


@pytest.mark.parametrize("template", ["counter_card", "sticker_sheet", "printed_directory", "line_sheet"])
def test_the_code_on_a_sheet_leads_to_a_page_of_this_site(
    built_site: BuiltSite, browser: Browser, template: str
) -> None:
    with browser.new_context(device_scale_factor=2) as context:
        visitor = Visitor(built_site, context)
        for path in paths_of(built_site, template):
            page = visitor.open(path)
            page.emulate_media(media="print")
            picture = Image.open(io.BytesIO(page.locator(".qr").first.screenshot()))
            found = [code.text for code in zxingcpp.read_barcodes(picture)]
            if len(found) != 1 or built_site.locate(found[0]) is None:
                visitor.note(f"its code says {found}")
            elif template in ON_ONE_SHEET and not path.startswith(str(built_site.locate(found[0]))[:-10]):
                visitor.note(f"its code leads to {found[0]}")
    expect_none(visitor.faults)


@pytest.mark.parametrize("template", SIZES)
def test_a_sheet_fits_every_screen(built_site: BuiltSite, browser: Browser, template: str) -> None:
    with browser.new_context() as context:
        visitor = Visitor(built_site, context)
        for path in paths_of(built_site, template)[:2]:
            visitor.open(path)
            visitor.measure()
    expect_none(visitor.faults)
