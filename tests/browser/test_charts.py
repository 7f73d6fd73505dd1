"""Charts show in the scheme of the reader, at every width, in no more room than was kept for them."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.support.site import BuiltSite
from tests.support.verdict import expect_none
from tests.support.visits import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_SHOWN = """async () => Promise.all([...document.querySelectorAll('.chart img')].map(async image => {
    image.loading = 'eager';
    await image.decode();
    const box = image.getBoundingClientRect();
    return {
        source: image.currentSrc,
        stretched: Math.abs(box.width / box.height - image.naturalWidth / image.naturalHeight) > .02,
        text: 17 * box.width / image.naturalWidth,
        inside: box.right <= document.documentElement.clientWidth,
        alt: image.alt,
    };
}))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width_px", [320, 360, 1440])
def test_charts_can_be_read_in_every_scheme_and_width(
    built_site: BuiltSite, browser: Browser, scheme: Literal["light", "dark"], width_px: int
) -> None:
    pages = [page.path for page in built_site.full_pages if page.template in {"exports", "figures"}]
    drawn = 0
    with browser.new_context(color_scheme=scheme, viewport={"width": width_px, "height": 800}) as context:
        visitor = Visitor(built_site, context)
        for path in pages:
            for chart in visitor.open(path).evaluate(_SHOWN):
                drawn += 1
                if f".{scheme}." not in chart["source"]:
                    visitor.note(f"shows {chart['source']}")
                if chart["stretched"] or not chart["inside"]:
                    visitor.note(f"{chart['source']} does not fit")
                if chart["text"] < (13 if width_px >= 360 else 11):
                    visitor.note(f"{chart['source']} has text of {chart['text']:.1f} px")
                if not chart["alt"]:
                    visitor.note(f"{chart['source']} has no words")
    assert drawn >= 2 * len({page.lang for page in built_site.full_pages})
    expect_none(visitor.faults)
