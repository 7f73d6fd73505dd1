"""The instant filters of products and shops: over all entries, with their state in the address."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.support.probes import ask
from tests.support.site import BuiltSite
from tests.support.verdict import expect_none
from tests.support.visits import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def visitor(built_site: BuiltSite, browser: Browser) -> Iterator[Visitor]:
    with browser.new_context() as context:
        yield Visitor(built_site, context)


def names(page: Page) -> list[str]:
    return page.locator("#found .card h3 a").all_inner_texts()


def tick(page: Page, facet: str, word: str) -> None:
    box = page.locator(f"input[name={facet}][value='{word}']")
    expect(box).to_be_attached()  # links become boxes when the browser is idle
    details = page.locator("details", has=box)
    if details.count() and details.get_attribute("open") is None:
        details.locator("summary").click()
    box.check()


def test_all_entries_are_looked_through_at_once_and_the_address_tells_the_state(visitor: Visitor) -> None:
    page = visitor.open("en/products/index.html")
    tick(page, "category", "dompet")
    expect(page.locator("#listed")).to_be_hidden()
    expect(page.locator("#found .card")).to_have_count(9)
    tick(page, "price", "0-100000")  # not the one of a workshop, whose price is that of a seat
    expect(page.locator("#found .card")).to_have_count(3)
    assert page.url.endswith("?category=dompet&price=0-100000")
    expect(page.locator("#status")).to_have_text("Found: 0 · made-up examples: 3")
    expect_none(visitor.faults)


def test_the_button_back_and_a_shared_link_bring_the_state_back(visitor: Visitor) -> None:
    page = visitor.open("produk/index.html")
    tick(page, "category", "koper")
    expect(page.locator("#found .card")).to_have_count(6)
    tick(page, "material", "kulit-asli")
    expect(page.locator("#status")).not_to_have_text("Ditemukan: 1 · contoh rekaan: 5")
    few = names(page)
    page.reload()
    expect(page.locator("#found .card")).to_have_count(len(few))
    assert names(page) == few
    page.go_back()
    expect(page.locator("#found .card")).to_have_count(6)
    expect(page.locator("input[value=kulit-asli]")).not_to_be_checked()
    page.go_back()
    expect(page.locator("#listed")).to_be_visible()
    expect(page.locator("#found")).to_be_hidden()


def test_the_words_show_how_many_real_ones_would_be_found(visitor: Visitor) -> None:
    page = visitor.open("produk/index.html")
    tick(page, "category", "tas-golf")
    expect(page.locator("#found .card")).to_have_count(5)
    labels = page.locator(".finder label")
    golf = labels.filter(has=page.locator("input[value=tas-golf]"))
    expect(golf.locator(".count")).to_have_text("1")
    exported = labels.filter(has=page.locator("input[name=export-ready]"))  # made-up ones only
    expect(exported.locator(".count")).to_have_text("")
    expect(exported).not_to_have_class("none")
    exported.click()
    expect(page.locator("#found .card .badge.fish").first).to_be_visible()


def test_what_is_chosen_goes_along_to_another_language(visitor: Visitor) -> None:
    page = visitor.open("produk/index.html")
    tick(page, "category", "koper")
    expect(page.locator("#found .card")).to_have_count(6)
    page.locator(".languages a[hreflang=en]").first.click()
    expect(page.locator("#found .card")).to_have_count(6)
    assert page.url.endswith("/en/products/?category=koper")
    expect_none(visitor.faults)


def test_clearing_all_leaves_the_focus_in_the_form(visitor: Visitor) -> None:
    page = visitor.open("produk/index.html")
    tick(page, "category", "koper")
    page.locator(".clear").click()
    expect(page.locator("#listed")).to_be_visible()
    expect(page.locator("input[name=q]")).to_be_focused()
    assert page.url.endswith("/produk/")
    expect_none(visitor.faults)


def test_typing_searches_names_materials_and_shops_without_regard_to_accents(visitor: Visitor) -> None:
    page = visitor.open("produk/index.html")
    page.get_by_role("searchbox").fill("GÓLF bengkel")
    expect(page.locator("#found .card").first).to_be_visible()
    assert "Tas golf contoh 01" in names(page)
    assert not [name for name in names(page) if name.startswith("Jaket")]
    page.get_by_role("searchbox").fill("tidak ada yang begini")
    expect(page.locator("#status")).to_have_text("Ditemukan: 0")
    page.get_by_role("button", name="Hapus semua").click()
    expect(page.locator("#listed")).to_be_visible()
    assert page.url == visitor.site.url("produk/")


def test_a_result_looks_like_the_card_of_the_static_list(visitor: Visitor) -> None:
    page = visitor.open("en/products/index.html")
    ask(page, "settled")  # the button for the buyer's list comes in an idle moment
    shown = page.locator("#listed .card", has_text="Golf bags").first

    def look(card: str) -> str:
        return str(page.evaluate("card => card.innerText.replace(/\\s+/g, ' ')", page.query_selector(card)))

    id_ = shown.get_attribute("data-product")
    static, picture = look(f"#listed [data-product='{id_}']"), shown.locator("use").get_attribute("href")
    tick(page, "category", "tas-golf")
    result = page.locator(f"#found [data-product='{id_}']")
    expect(result).to_be_visible()
    assert look(f"#found [data-product='{id_}']") == static
    assert result.locator("use").get_attribute("href") == picture


def test_shops_are_found_by_village_service_and_whether_they_are_open(visitor: Visitor) -> None:
    page = visitor.context.pages[0]
    page.clock.install(time="2026-03-02T20:00:00Z")  # Tuesday three o'clock at night in Jakarta
    visitor.open("toko/index.html")
    tick(page, "village", "kludan")
    expect(page.locator("#status")).to_have_text(re.compile("contoh"))
    page.get_by_label("Buka sekarang").check()
    expect(page.locator("#status")).to_have_text("Ditemukan: 0")
    page.clock.set_fixed_time("2026-03-03T03:00:00Z")
    page.get_by_label("Buka sekarang").uncheck()
    page.get_by_label("Buka sekarang").check()
    expect(page.locator("#found .now").first).to_have_text(re.compile("^Buka"))
    assert page.url.endswith("open=now&village=kludan")


def test_the_keyboard_alone_operates_it(visitor: Visitor) -> None:
    page = visitor.open("produk/index.html")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("dompet")
    expect(page.locator("#found .card").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=dompet$"))
    page.locator("input[name=category][value=dompet]").focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r"\?q=dompet&category=dompet$"))
    page.get_by_role("button", name="Hapus semua").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#listed")).to_be_visible()


def test_nothing_is_fetched_before_the_form_is_used(built_site: BuiltSite, browser: Browser) -> None:
    with browser.new_context() as context, context.new_page() as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(built_site.url("produk/index.html"), wait_until="networkidle")
        assert not [url for url in asked if url.endswith(".json")]
        page.get_by_role("searchbox").fill("tas")
        expect(page.locator("#found .card").first).to_be_visible()
        assert len([url for url in asked if url.endswith(".json")]) == 1


def broken(visitor: Visitor, status: int = 503) -> list[int]:
    """Let the data of the finder fail until what this gives is emptied."""
    answers = [status]

    def answer(route: Route) -> None:
        if answers:
            route.fulfill(status=status, content_type="application/json", body='{"rows": [], "facets": []}')
        else:
            route.fallback()

    visitor.context.route("**/data/finder/*.json", answer)
    return answers


@pytest.mark.parametrize("path", ["en/products/index.html", "en/products/index.html?category=dompet"])
def test_when_the_data_can_not_be_loaded_the_words_are_links(visitor: Visitor, path: str) -> None:
    broken(visitor)
    page = visitor.page
    page.goto(visitor.site.url("") + path.replace("index.html", ""))
    word = page.locator("[data-facet=category] a", has_text="Wallets")
    if "?" not in path:
        expect(page.locator("input[name=category][value=dompet]")).to_be_attached()
        page.locator("label", has=page.locator("input[value=dompet]")).click()
    expect(page.locator("#status")).to_have_text("The list could not be loaded. The links below work.")
    expect(page.locator(".finder [data-facet] input")).to_have_count(0)
    ask(page, "settled")  # no idle moment makes boxes of them again
    expect(page.locator(".finder [data-facet] input")).to_have_count(0)
    expect(page.locator("#listed")).to_be_visible()
    word.click()
    expect(page).to_have_url(re.compile("/en/products/[a-z]+/[a-z]+/$"))
    assert page.locator(".card").count()


def test_data_that_could_not_be_loaded_is_asked_for_again(visitor: Visitor) -> None:
    answers = broken(visitor)
    page = visitor.open("en/products/index.html")
    page.get_by_role("searchbox").fill("wallet")
    expect(page.locator("#status")).to_contain_text("could not be loaded")
    answers.clear()
    page.get_by_role("searchbox").fill("wallets")
    expect(page.locator("#found .card").first).to_be_visible()
    expect(page.locator("#status")).to_contain_text("Found")
    tick(page, "category", "dompet")
    expect(page.locator("#status")).to_contain_text("Found")


def changed(visitor: Visitor, change: Callable[[Any], None]) -> None:
    """Give the page other data than it was made with, as when it was open while the site was published."""

    def answer(route: Route) -> None:
        data = json.loads(route.fetch().text())
        change(data)
        route.fulfill(content_type="application/json", body=json.dumps(data))

    visitor.context.route("**/data/finder/*.json", answer)


def test_an_older_page_draws_what_newer_data_say(visitor: Visitor) -> None:
    def add_words(data: Any) -> None:
        """Put a category before all others, with the first product in it."""
        assert data["facets"][0][0] == "category"
        data["facets"][0][1].insert(0, ["payung", "Umbrellas"])
        for row in data["rows"]:
            row[5][0] = [place + 1 for place in row[5][0]]
        data["rows"][0][5][0], data["rows"][0][6] = [0], 0

    page = visitor.open("en/products/index.html")
    page.get_by_role("searchbox").fill("umbrellas")
    expect(page.locator("#status")).to_have_text("Found: 0")

    changed(visitor, add_words)
    page = visitor.open("en/products/index.html")
    page.get_by_role("searchbox").fill("umbrellas")
    card = page.locator("#found .card")
    expect(card).to_have_count(1)
    assert re.search(r"lines\.[0-9a-f]+\.svg#\w+$", card.locator("use").get_attribute("href") or "")
    static = page.locator("#listed .card", has=page.locator("use")).last
    drawn, name = static.locator("use").get_attribute("href"), static.locator("h3 a").text_content() or ""
    page.get_by_role("searchbox").fill(name)
    found = page.locator(f"#found [data-product={static.get_attribute('data-product')}]")
    expect(found).to_be_visible()
    assert found.locator("use").get_attribute("href") == drawn
    expect_none(visitor.faults)


def test_numbers_are_written_as_the_language_does(visitor: Visitor) -> None:
    def multiply(data: Any) -> None:
        row = next(row for row in data["rows"] if not row[4])
        data["rows"] = [row[:3] + row[3:] for _ in range(1234)]

    changed(visitor, multiply)
    for path, written in (
        ("produk/index.html", "Ditemukan: 1.234"),
        ("en/products/index.html", "Found: 1,234"),
    ):
        page = visitor.open(path)
        page.get_by_role("searchbox").fill("a")
        expect(page.locator("#status")).to_have_text(written)
        expect(page.locator(".finder .count", has_text="234").first).to_have_text(written.split()[1])


def test_a_found_card_has_no_empty_lines(visitor: Visitor) -> None:
    for path in ("toko/index.html", "produk/index.html"):
        page = visitor.open(path)
        page.get_by_role("searchbox").fill("a")
        expect(page.locator("#found .card").first).to_be_visible()
        ask(page, "settled")  # whether a shop is open now is said a moment later
        texts = page.locator("#found .card p").all_text_contents()
        assert [text for text in texts if not text.strip()] == []


def test_more_than_a_screenful_is_shown_step_by_step(visitor: Visitor) -> None:
    page = visitor.open("produk/index.html")
    page.get_by_role("searchbox").fill("a")
    expect(page.locator("#found .card")).to_have_count(48)
    page.get_by_role("button", name="Tampilkan lagi").click()
    assert page.locator("#found .card").count() > 48
    assert page.evaluate(
        "document.activeElement.closest('.card') === document.querySelectorAll('#found .card')[48]"
    )


def test_without_script_every_word_is_a_link_to_its_own_list(built_site: BuiltSite, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context, context.new_page() as page:
        page.goto(built_site.url("produk/index.html"))
        assert not page.get_by_role("searchbox").is_visible()
        page.get_by_role("link", name="Dompet").first.click()
        assert page.url.endswith("/produk/kategori/dompet/")
        assert page.locator(".card").count() > 0
        page.goto(built_site.url("produk/index.html"))
        page.get_by_role("link", name="Siap ekspor").click()
        assert page.url.endswith("/produk/siap-ekspor/")
