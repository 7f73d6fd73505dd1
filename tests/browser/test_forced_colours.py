"""Readers whose system replaces all colours by a few with high contrast."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.support.page_types import PAGE_TYPES
from tests.support.pixels import parts_of
from tests.support.site import BuiltSite
from tests.support.verdict import expect_none
from tests.support.visits import PHONE, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# The edges of small letters are softened, so even black on white does not come to 21 here.
TEXT, DRAWING = 4.5, 3


@pytest.mark.parametrize("page_type", PAGE_TYPES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_texts_and_drawings_stand_out_in_forced_colours(
    built_site: BuiltSite, browser: Browser, page_type: str, scheme: Literal["light", "dark"]
) -> None:
    lang = built_site.pages["index.html"].lang
    with browser.new_context(
        viewport=PHONE, color_scheme=scheme, forced_colors="active", reduced_motion="reduce"
    ) as context:
        visitor = Visitor(built_site, context)
        for page in visitor.each(page_type, lang):
            for part in parts_of(page):
                if part.contrast < (TEXT if part.kind == "text" else DRAWING):
                    visitor.note(f"{part.kind} {part.name}: contrast of {part.contrast:.1f} only")
    expect_none(visitor.faults)
