"""The real site with photos of every shape: as sound, light and still as without, and sharp."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, Response, ViewportSize

from tests.support.axe import violations_on
from tests.support.nu_checker import complaints
from tests.support.page_types import example_of
from tests.support.photo_site import FULL, STORY, copy_with_photos
from tests.support.probes import ask
from tests.support.site import BuiltSite, build_site
from tests.support.static_host import serve_folder
from tests.support.verdict import expect_none
from tests.support.visits import DESK, PHONE, Visitor, scroll_through
from tests.support.weight import sent_bytes

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = ("home", "product", "catalogue", "shop", "directory", "story")
MOST_BYTES = {"home": 200_000, "product": 150_000}
TYPICAL_PHONE = ViewportSize(width=412, height=823)
DENSITY = 1.75

SLOW = {"offline": False, "latency": 150, "downloadThroughput": 60_000, "uploadThroughput": 60_000}
FIRST_IS_ABOVE = {"product", "shop"}
"""Pages that begin with a photo."""
SHOWS_PHOTOS = {"home", "product", "catalogue", "shop", "full story"}

_IMAGES = """() => [...document.querySelectorAll('main img[src*="/assets/photos/"]')].map(image => ({
    src: image.getAttribute('src'), chosen: image.currentSrc, loading: image.loading, alt: image.alt,
    isShown: image.checkVisibility(), isBroken: image.complete && !image.naturalWidth,
    width: image.getBoundingClientRect().width,
    widest: Math.max(...[...image.closest('picture').querySelectorAll('source, img')]
        .flatMap(one => [...one.srcset.matchAll(/ (\\d+)w/g)].map(found => +found[1]))),
}))"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    root = tmp_path_factory.mktemp("photos")
    copy_with_photos(root)
    with serve_folder(root / "output") as url:
        yield build_site(root / "output", url, root)


def visit(site: BuiltSite, visitor: Visitor) -> Iterator[tuple[str, Page]]:
    """Open one page of each type that shows photos, and the product whose gallery is full."""
    for page_type in PAGES:
        example = example_of(site, page_type, "id")
        assert example is not None
        yield page_type, visitor.open(example.path)
    yield "product", visitor.open(FULL)
    yield "full story", visitor.open(f"cerita/{STORY}/index.html")


@pytest.mark.checker
@pytest.mark.parametrize(("scheme", "screen"), [("light", PHONE), ("dark", DESK)], ids=["light", "dark"])
def test_axe_finds_no_violation(
    site: BuiltSite, browser: Browser, scheme: Literal["light", "dark"], screen: ViewportSize
) -> None:
    with browser.new_context(color_scheme=scheme, reduced_motion="reduce", viewport=screen) as context:
        visitor = Visitor(site, context)
        for _, page in visit(site, visitor):
            visitor.note(*violations_on(page))
            if zoom := page.locator("button.zoom:visible").all():
                zoom[0].press("Enter")
                visitor.note(*violations_on(page))
    expect_none(visitor.faults)


@pytest.mark.checker
def test_the_nu_checker_finds_nothing(site: BuiltSite) -> None:
    examples = [example_of(site, page_type, "id") for page_type in PAGES]
    expect_none(complaints(site, [page.path for page in examples if page is not None]))


def test_no_page_scrolls_sideways(site: BuiltSite, browser: Browser) -> None:
    with browser.new_context(reduced_motion="reduce") as context:
        visitor = Visitor(site, context)
        for _, page in visit(site, visitor):
            ask(page, "load_all")
            visitor.measure()
    expect_none(visitor.faults)


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_nothing_jumps(site: BuiltSite, browser: Browser, screen: ViewportSize) -> None:
    with browser.new_context(viewport=screen) as context:
        visitor = Visitor(site, context)
        network = context.new_cdp_session(visitor.page)
        network.send("Network.enable")
        network.send("Network.emulateNetworkConditions", SLOW)
        for _, page in visit(site, visitor):
            for _ in scroll_through(page):
                page.wait_for_timeout(50)
            visitor.note(*ask(page, "shifts"))
    expect_none(visitor.faults)


@pytest.mark.parametrize(
    ("screen", "density"),
    [(TYPICAL_PHONE, DENSITY), (DESK, 1), (DESK, 2)],
    ids=["phone", "desk", "fine desk"],
)
def test_photos_are_sharp_and_all_but_the_first_wait(
    site: BuiltSite, browser: Browser, screen: ViewportSize, density: float
) -> None:
    with browser.new_context(viewport=screen, device_scale_factor=density) as context:
        visitor = Visitor(site, context)
        for page_type, page in visit(site, visitor):
            images = page.evaluate(_IMAGES)
            if not images and page_type in SHOWS_PHOTOS:
                visitor.note("shows no photo")
            first, others = images[:1], images[1:]
            visitor.note(*(f"{one['src']} does not wait" for one in others if one["loading"] != "lazy"))
            if page_type in FIRST_IS_ABOVE:
                visitor.note(
                    *(f"{one['src']} is first and waits" for one in first if one["loading"] == "lazy")
                )
            ask(page, "load_all")
            for image in page.evaluate(_IMAGES):
                if image["isShown"]:
                    visitor.note(*dull(image, density))
    expect_none(visitor.faults)


def dull(image: dict[str, Any], density: float) -> Iterator[str]:
    """Say what is wrong with a photo as it is shown."""
    found = re.search(r"-(\d+)\.(?:avif|webp|jpg|png)$", image["chosen"])
    if image["isBroken"] or found is None:
        yield f"{image['src']} is not shown"
        return
    needed = min(image["width"] * density, image["widest"])
    if int(found[1]) < needed - 1:
        yield f"{image['chosen']} is {found[1]} wide, {needed:.0f} are shown"
    if not image["alt"]:
        yield f"{image['src']} has no words"


@pytest.mark.parametrize("page_type", MOST_BYTES)
def test_a_phone_loads_no_more_than_it_may(site: BuiltSite, browser: Browser, page_type: str) -> None:
    with browser.new_context(viewport=TYPICAL_PHONE, device_scale_factor=DENSITY) as context:
        visitor = Visitor(site, context)
        loaded: dict[str, int] = {}

        def note(answer: Response) -> None:
            path = site.locate(answer.url)
            assert path is not None, answer.url
            loaded[path] = sent_bytes(site, path)

        visitor.page.on("response", note)
        example = example_of(site, page_type, "id") if page_type == "home" else None
        visitor.open(FULL if example is None else example.path)
        visitor.page.wait_for_load_state("networkidle")
    expect_none(visitor.faults)
    assert any(path.startswith("assets/photos/") for path in loaded)
    told = "\n".join(f"{size:>8,} {path}" for path, size in sorted(loaded.items(), key=lambda one: -one[1]))
    assert sum(loaded.values()) <= MOST_BYTES[page_type], told
