"""The preview in a real browser, under the policy of the published site."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.little_site import make_little_site
from tests.support.preview import PATIENCE_S, RunningPreview, run_preview, until
from tests.support.verdict import expect_none

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATIENCE_MS = PATIENCE_S * 1000
HOME = "content/pages/beranda.md"
PRICE = "harga: 165.000"


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[RunningPreview]:
    with run_preview(make_little_site(tmp_path / "site")) as running:
        yield running


def complaints_of(page: Page) -> list[str]:
    """Collect what the browser complains of, violations of the policy among it."""
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: found.append(error.message))
    return found


def test_a_save_reloads_the_page_and_a_mistake_is_laid_over_it(
    preview: RunningPreview, browser: Browser
) -> None:
    site = preview.site
    with browser.new_context(viewport={"width": 800, "height": 500}) as context:
        page = context.new_page()
        complaints = complaints_of(page)
        page.goto(preview.url)
        site.replace(HOME, "Selamat datang.", "Halo dari perajin.")
        expect(page.get_by_text("Halo dari perajin.")).to_be_visible(timeout=PATIENCE_MS)

        site.replace("content/products/dompet-1.md", PRICE, "harga: murah")
        alert = page.get_by_role("alert")
        expect(alert).to_be_visible(timeout=PATIENCE_MS)
        expect(alert).to_contain_text("content/products/dompet-1.md:")
        expect(alert.locator("mark")).to_have_text("murah")
        assert alert.evaluate("box => getComputedStyle(box.getRootNode().host).position") == "fixed"
        expect(page.get_by_text("Halo dari perajin.")).to_be_attached()

        page.evaluate("window.isSameLoad = true")
        site.replace("content/products/dompet-1.md", "harga: murah", PRICE)
        expect(alert).to_have_count(0, timeout=PATIENCE_MS)
        assert page.evaluate("window.isSameLoad"), "nothing had changed: the page need not load anew"

        site.replace("content/products/dompet-1.md", PRICE, "harga: mahal")
        expect(alert).to_be_visible(timeout=PATIENCE_MS)
        page.keyboard.press("Escape")
        expect(alert).to_have_count(0)
    expect_none(complaints)


def test_a_project_without_a_good_page_shows_its_faults_until_they_are_mended(
    tmp_path: Path, browser: Browser
) -> None:
    site = make_little_site(tmp_path / "site")
    site.replace("content/products/dompet-1.md", PRICE, "harga: murah")
    in_indonesian = {"SENTRA_LANG": "id"}
    with run_preview(site, environment=in_indonesian) as preview, browser.new_context() as context:
        page = context.new_page()
        page.goto(preview.url)
        expect(page.locator("#sentra-preview mark")).to_have_text("murah")
        expect(page.locator("#sentra-preview")).to_contain_text("Perbaikan: belum ada harga yang pasti?")
        site.replace("content/products/dompet-1.md", "harga: murah", "harga: 170.000")
        expect(page.get_by_text("Selamat datang.")).to_be_visible(timeout=PATIENCE_MS)


def test_a_page_comes_back_when_the_preview_is_started_again(tmp_path: Path, browser: Browser) -> None:
    site = make_little_site(tmp_path / "site")
    with browser.new_context() as context:
        page = context.new_page()
        with run_preview(site) as first:
            page.goto(first.url)
            port = first.host.rpartition(":")[2]
            token = page.locator("script[data-token]").get_attribute("data-token")
            assert first.interrupt() == 0
        site.replace(HOME, "Selamat datang.", "Sesudah dimulai lagi.")
        with run_preview(site, "--port", port) as second:
            assert second.url == first.url
            expect(page.get_by_text("Sesudah dimulai lagi.")).to_be_visible(timeout=PATIENCE_MS)
            assert page.locator("script[data-token]").get_attribute("data-token") != token


def test_another_site_can_neither_read_the_preview_nor_listen_to_it(
    preview: RunningPreview, browser: Browser
) -> None:
    foreign = "http://evil.example/"
    with browser.new_context() as context:
        page = context.new_page()
        page.route(foreign, lambda route: route.fulfill(content_type="text/html", body="<title>evil</title>"))
        page.goto(foreign)
        try_all = """async ([url, token, picture]) => {
            const read = fetch(url).then((answer) => answer.text(), () => "");
            const script = (src) => new Promise((done) => {
                const element = document.createElement("script");
                element.onload = () => done("loaded");
                element.onerror = () => done("");
                element.src = src;
                document.head.append(element);
            });
            const image = new Promise((done) => {
                const element = new Image();
                element.onload = () => done("shown");
                element.onerror = () => done("");
                element.src = `${url}${picture}`;
            });
            const socket = new Promise((done) => {
                const line = new WebSocket(`${url.replace("http", "ws")}livereload?token=${token}`);
                line.onopen = () => done("opened");
                line.onerror = () => done("");
            });
            return [await read, await script(`${url}__preview.js`), await image, await socket];
        }"""
        picture = next((preview.site.root / ".cache/preview/assets/img").glob("favicon.*svg")).name
        tried = [preview.url, preview.marks()["token"], f"assets/img/{picture}"]
        assert preview.get(f"/{tried[2]}").status == 200
        assert page.evaluate(try_all, tried) == ["", "", "", ""]


def test_the_search_and_a_shop_say_what_a_preview_lacks(tmp_path: Path, browser: Browser) -> None:
    site = make_little_site(tmp_path / "site", with_search=True)
    with run_preview(site) as running, browser.new_context() as context:
        page = context.new_page()
        page.goto(running.url)
        page.locator(".find-link").click()
        page.get_by_role("searchbox").fill("dompet")
        told = page.locator("dialog [role=status]")
        expect(told).to_contain_text("preview", timeout=PATIENCE_MS)
        page.goto(f"{running.url}cari/")
        expect(page.get_by_text("This is a preview: the search does not work here")).to_be_visible()
        page.goto(f"{running.url}toko/intako/")
        expect(page.get_by_text("This is a preview: QR codes, counter cards")).to_be_visible()


def test_a_page_that_is_shown_ahead_is_not_loaded_again_when_the_site_is_finished(
    preview: RunningPreview, browser: Browser
) -> None:
    site = preview.site
    with browser.new_context() as context:
        page = context.new_page()
        loads: list[str] = []
        page.goto(f"{preview.url}produk/dompet-1/")
        page.on("load", lambda loaded: loads.append(loaded.url))
        for number, (old, new) in enumerate([("Enam", "Tujuh"), ("Tujuh", "Delapan")], 1):
            site.replace("content/products/dompet-1.md", old, new)
            expect(page.get_by_text(new)).to_be_visible(timeout=PATIENCE_MS)
            until("the site", partial(has_built, preview, number))
        site.replace("content/products/dompet-1.md", PRICE, "harga: murah")
        # Told after all that went before: by now the page knows of everything.
        expect(page.get_by_role("alert")).to_be_visible(timeout=PATIENCE_MS)
        expect(page.get_by_text("Delapan")).to_be_attached()
        assert len(loads) == 2


def has_built(preview: RunningPreview, times: int) -> bool:
    return sum("dompet-1.md: 1 of" in line for line in preview.lines) == times
