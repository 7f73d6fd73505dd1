"""What a phone without signal still shows, and that nobody sees an old page while there is a line."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.support.little_site import LittleSite, make_little_site
from tests.support.static_host import serve_folder

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_KEPT = """async () => {
    const {active} = await navigator.serviceWorker.ready;
    if (active.state !== "activated") await new Promise(done => active.addEventListener("statechange", done));
    const [name] = await caches.keys();
    const cache = await caches.open(name);
    return (await cache.keys()).map(request => new URL(request.url).pathname);
}"""
_FILL = """async ([base, count]) => {
    const [name] = await caches.keys(), store = await caches.open(name);
    for (let one = 0; one < count; one += 1) {
        const photo = `${base}assets/photos/lama.${one}.jpg`;
        await store.put(photo, new Response("photo"));
        await store.put(`${base}produk/lama-${one}/`, new Response(`<img src="${photo}" alt="">`));
    }
}"""
"""Puts pages into the store as if they had been opened one after the other, each with a photo."""
MOST_PAGES = 120
PATIENCE = 300
"""Tenths of a second."""
_WORKERS = "navigator.serviceWorker.getRegistrations().then(all => all.length)"


@dataclass(frozen=True)
class Published:
    site: LittleSite
    url: str
    """Below a path, as on a host that is shared."""
    line: threading.Event
    """Closed, it lets no page through."""

    def publish(self) -> None:
        self.site.build(replace(self.site.options(), base_url=self.url))


@pytest.fixture
def published(tmp_path: Path) -> Iterator[Published]:
    site = make_little_site(tmp_path / "project")
    site.write("content/pages/peta.md", "---\njudul: Peta\ntemplat: map\n---\n")
    line = threading.Event()
    line.set()
    with serve_folder(site.output, "/tanggulangin/", line) as url:
        published = Published(site, url, line)
        published.publish()
        yield published
        line.set()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(service_workers="allow") as context:
        yield context


def until(page: Page, holds: str, arg: object = None) -> None:
    """Ask the page again and again; a browser looks for a new worker some seconds after it shows a page."""
    for _ in range(PATIENCE):
        if page.evaluate(holds, arg):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"never came true: {holds}")


def visit(page: Page, url: str) -> None:
    """Open a page and wait until it is kept, its style and the page for no signal with it."""
    page.goto(url)
    path = page.evaluate("location.pathname")
    until(page, f"async path => (await ({_KEPT})()).includes(path)", path)
    until(page, f"async () => (await ({_KEPT})()).some(path => /css.site/.test(path))")
    until(page, f"async () => (await ({_KEPT})()).some(path => /(luring|offline).$/.test(path))")


def test_what_was_opened_opens_again_without_signal(published: Published, context: BrowserContext) -> None:
    page, url = context.new_page(), published.url
    for path in ("", "kunjungi/", "peta/"):
        visit(page, f"{url}{path}")
    context.set_offline(True)
    for path, template in (("", "home"), ("kunjungi/", "visit"), ("peta/", "map")):
        page.goto(f"{url}{path}")
        expect(page.locator("body")).to_have_attribute("data-template", template)
        assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"


def test_what_was_not_opened_says_so_in_the_language_asked_for(
    published: Published, context: BrowserContext
) -> None:
    page, url = context.new_page(), published.url
    visit(page, url)
    visit(page, f"{url}en/")
    context.set_offline(True)
    for path, lang in (("toko/intako/", "id"), ("en/shops/intako/", "en")):
        page.goto(f"{url}{path}")
        expect(page.locator("body")).to_have_attribute("data-template", "offline")
        expect(page.locator("html")).to_have_attribute("lang", lang)


def test_a_line_that_gives_nothing_counts_as_none(published: Published, context: BrowserContext) -> None:
    page = context.new_page()
    visit(page, f"{published.url}kunjungi/")
    published.line.clear()
    page.goto(f"{published.url}kunjungi/?dari=peta")  # would wait for ever without what was kept
    expect(page.locator("body")).to_have_attribute("data-template", "visit")


def test_when_the_line_is_slow_after_a_publish_the_next_visit_on_a_good_one_shows_it(
    published: Published, context: BrowserContext
) -> None:
    page, site = context.new_page(), published.site
    visit(page, f"{published.url}tentang/")
    site.replace("content/pages/tentang.md", "Sebulan", "Setiap bulan")
    published.publish()
    published.line.clear()
    page.goto(f"{published.url}tentang/")
    expect(page.locator("main")).not_to_contain_text("Setiap bulan")
    published.line.set()
    page.goto(f"{published.url}tentang/")
    expect(page.locator("main")).to_contain_text("Setiap bulan")


def test_the_pages_opened_last_are_kept_with_all_that_they_need(
    published: Published, context: BrowserContext
) -> None:
    """The style and the page for no signal are older than all of them, and still there."""
    page, url = context.new_page(), published.url
    visit(page, f"{url}kunjungi/")
    page.evaluate(_FILL, [url, 2 * MOST_PAGES])
    visit(page, f"{url}peta/")
    missing = f"{url}assets/photos/never-made.jpg"
    page.evaluate("urls => navigator.serviceWorker.controller.postMessage(urls)", [f"{url}peta/", missing])
    pages = f"async most => (await ({_KEPT})()).filter(path => !/assets/.test(path)).length <= most"
    until(page, pages, MOST_PAGES)
    count = "kept.filter(path => %s.test(path)).length"
    same = " === ".join(count % name for name in ("/lama-/", "/lama[.]/"))
    until(page, f"async () => {{ const kept = await ({_KEPT})(); return {same} }}")
    kept = {path.removeprefix("/tanggulangin/") for path in page.evaluate(_KEPT)}
    newest = 2 * MOST_PAGES - 1
    assert {"peta/", "luring/", f"produk/lama-{newest}/", f"assets/photos/lama.{newest}.jpg"} <= kept
    assert kept.isdisjoint({"kunjungi/", "produk/lama-0/"})
    context.set_offline(True)
    for path, template in (("peta/", "map"), ("kunjungi/", "offline")):
        page.goto(f"{url}{path}")
        expect(page.locator("body")).to_have_attribute("data-template", template)
        assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"


def test_a_new_publish_is_seen_at_the_next_visit(published: Published, context: BrowserContext) -> None:
    page, site = context.new_page(), published.site
    visit(page, published.url)
    visit(page, f"{published.url}tentang/")
    site.replace("content/pages/tentang.md", "Sebulan", "Setiap bulan")
    css = "assets/css/49-footer.css"
    site.write(css, site.read(css) + ".foot { outline: 1px solid; }\n")  # the worker's own list changes, too
    published.publish()
    page.goto(f"{published.url}tentang/")
    expect(page.locator("main")).to_contain_text("Setiap bulan")
    assert page.evaluate("getComputedStyle(document.querySelector('.foot')).outlineStyle") == "solid"


def test_a_publish_renews_the_page_for_no_signal_and_leaves_what_was_kept(
    published: Published, context: BrowserContext
) -> None:
    page, site, url = context.new_page(), published.site, published.url
    visit(page, f"{url}kunjungi/")
    page.evaluate(_FILL, [url, 2 * MOST_PAGES])  # so many that the page for no signal is far from the newest
    visit(page, f"{url}kunjungi/")
    css = "assets/css/49-footer.css"
    site.write(css, site.read(css) + ".foot { outline: 1px solid; }\n")
    site.replace("content/site.yaml", "slogan: {id: Tas dari satu gang", "slogan: {id: Tas dari dua gang")
    published.publish()
    page.evaluate("navigator.serviceWorker.getRegistration().then(one => one.update())")
    renewed = "async url => (await (await caches.match(url)).text()).includes('Tas dari dua gang')"
    until(page, renewed, f"{url}luring/")
    until(page, "navigator.serviceWorker.getRegistration().then(one => !one.installing && !one.waiting)")
    assert page.evaluate("caches.keys()") == ["sentra /tanggulangin/ "]
    context.set_offline(True)
    page.goto(f"{url}kunjungi/")
    expect(page.locator("body")).to_have_attribute("data-template", "visit")
    assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
    page.goto(f"{url}ekspor/")
    expect(page.locator("footer")).to_contain_text("Tas dari dua gang")
    assert page.evaluate("getComputedStyle(document.querySelector('.foot')).outlineStyle") == "solid"


def test_switched_off_it_leaves_the_phones_that_had_it(published: Published, context: BrowserContext) -> None:
    page, site = context.new_page(), published.site
    visit(page, published.url)
    site.write("content/site.yaml", f"{site.read('content/site.yaml')}luring: tidak\n")
    published.publish()
    page.goto(published.url)
    until(page, f"async () => await {_WORKERS} === 0 && (await caches.keys()).length === 0")
    page.goto(f"{published.url}tentang/")
    page.wait_for_load_state()
    assert page.evaluate(_WORKERS) == 0
    assert page.locator("script[src*=offline]").count() == 0
