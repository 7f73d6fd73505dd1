"""The search over every page: what it finds, by which keys, and what there is without it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.support.axe import violations_on
from tests.support.programs import ROOT
from tests.support.site import BuiltSite, build_site
from tests.support.static_host import serve_folder
from tests.support.verdict import expect_none
from tests.support.visits import PHONE, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_PLANTED = """\
---
nama: Kantong Zamrud
ringkasan: Dijahit dengan benang hijau.
kategori: dompet
bahan: [kulit-sapi]
toko: koperasi-intako
harga: 271.000
---

Penjahitannya makan waktu dua hari.
"""
_TRANSLATIONS = {
    "en": ("Emerald Pouch", "Stitching it takes two days."),
    "ja": ("翠玉の小物入れ", "仕立てには二日かかります。"),
    "zh": ("翠玉小钱袋", "缝制需要两天。"),
}
HOMES = {"id": "index.html", "en": "en/index.html", "ja": "ja/index.html", "zh": "zh/index.html"}
NAMES = {"id": "Kantong Zamrud", **{lang: name for lang, (name, _) in _TRANSLATIONS.items()}}


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """The real site with one product more, in four languages."""
    root = tmp_path_factory.mktemp("planted") / "project"
    for folder in ("content", "templates", "assets"):
        shutil.copytree(ROOT / folder, root / folder)
    products = root / "content/products"
    (products / "kantong-zamrud.md").write_text(_PLANTED, "utf-8")
    for lang, (name, text) in _TRANSLATIONS.items():
        (products / f"kantong-zamrud.{lang}.md").write_text(f"---\nname: {name}\n---\n\n{text}\n", "utf-8")
    with serve_folder(root / "output") as url:
        yield build_site(root / "output", url, root)


@pytest.fixture
def visitor(planted: BuiltSite, browser: Browser) -> Iterator[Visitor]:
    with browser.new_context() as context:
        yield Visitor(planted, context)


def open_search(page: Page) -> Page:
    page.locator(".find-link").click()
    expect(page.locator("dialog.search input")).to_be_focused()
    return page


def found(page: Page) -> list[str]:
    return page.locator(".found b").all_inner_texts()


def search(page: Page, words: str, expected: str) -> None:
    page.locator("dialog.search input").fill(words)
    expect(page.locator(".found b", has_text=expected).first).to_be_visible()


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("id", "jahitan zamrud"),
        ("id", "menjahit zamrud"),
        ("en", "stitched emeralds"),
        ("ja", "玉の小"),
        ("ja", "小物"),
        ("ja", "立て 翠"),
        ("zh", "玉小"),
        ("zh", "钱袋"),
    ],
)
def test_a_product_is_found_by_a_stem_and_by_part_of_a_word(visitor: Visitor, lang: str, words: str) -> None:
    page = open_search(visitor.open(HOMES[lang]))
    search(page, words, NAMES[lang])
    expect_none(visitor.faults)


def test_what_is_nowhere_is_not_found(visitor: Visitor) -> None:
    page = open_search(visitor.open(HOMES["zh"]))
    search(page, "钱袋", NAMES["zh"])
    page.keyboard.type("鲸鱼星")
    expect(page.locator("dialog [role=status]")).to_have_text("找到：0")
    assert found(page) == []


@pytest.mark.parametrize("lang", HOMES)
def test_filters_narrow_down_without_words_too(visitor: Visitor, lang: str) -> None:
    page = open_search(visitor.open(HOMES[lang]))
    shop = page.locator("select[name=shop]")
    expect(shop).to_be_visible()
    shop.select_option(index=1)
    expect(page.locator(".found li").first).to_be_visible()
    many = page.locator("dialog [role=status]").inner_text()
    page.locator("select[name=kind]").select_option(index=1)
    expect(page.locator("dialog [role=status]")).not_to_have_text(many)
    expect_none(visitor.faults)


def test_every_filter_finds_the_product_and_another_word_does_not(visitor: Visitor) -> None:
    page = open_search(visitor.open(HOMES["id"]))
    search(page, "zamrud", NAMES["id"])
    for name, word in (
        ("kind", "Produk"),
        ("category", "Dompet"),
        ("material", "Kulit sapi"),
        ("shop", "Koperasi INTAKO"),
    ):
        page.locator(f"select[name={name}]").select_option(word)
        expect(page.locator(".found b")).to_have_text(["Kantong Zamrud"])
    page.locator("select[name=kind]").select_option("Toko")
    expect(page.locator(".found b")).to_have_count(0)


def test_a_result_shows_drawing_shop_and_price(visitor: Visitor) -> None:
    page = open_search(visitor.open(HOMES["id"]))
    search(page, "kantong zamrud", NAMES["id"])
    first = page.locator(".found li").first
    expect(first.locator("[data-slot=price]")).to_have_text("Rp271.000")
    expect(first.locator("[data-slot=note]")).to_have_text("Koperasi INTAKO")
    assert (first.locator("use").get_attribute("href") or "").endswith("#wallet")


def test_drawings_are_those_of_the_lists(visitor: Visitor) -> None:
    """The script chooses among the tables of the templates as their macro does."""
    page = visitor.open("produk/index.html")
    script = """() => [...document.querySelectorAll('.card.product')].map(card => [
        card.querySelector('h3 a').pathname,
        card.querySelector('use')?.getAttribute('href').split('#')[1],
    ])"""
    listed = {url: name for url, name in page.evaluate(script) if name}
    listed = {url: name for url, name in listed.items() if "contoh" not in url}
    assert len(listed) > 3
    open_search(page)
    page.locator("select[name=kind]").select_option("Produk")
    page.locator("dialog .more").click()
    expect(page.locator("dialog .more")).to_be_hidden()
    shown = page.evaluate("""() => [...document.querySelectorAll('.found a')].map(link =>
        [link.pathname, link.querySelector('use')?.getAttribute('href').split('#')[1]])""")
    assert {url: name for url, name in shown if url in listed} == listed


def test_all_is_done_by_keys_alone_and_the_focus_returns(visitor: Visitor) -> None:
    page = visitor.open(HOMES["en"])
    link = page.locator(".find-link")
    link.focus()
    page.keyboard.press("Enter")
    field = page.locator("dialog.search input")
    expect(field).to_be_focused()
    search(page, "suitcase", "Suitcases")
    page.keyboard.press("ArrowDown")
    links = page.locator(".found a")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Enter")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.search")).to_be_hidden()
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    target = links.nth(0).get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{target}")
    expect_none(visitor.faults)


def test_the_button_closes(visitor: Visitor) -> None:
    page = open_search(visitor.open(HOMES["id"]))
    page.get_by_role("button", name="Tutup").click()
    expect(page.locator("dialog.search")).to_be_hidden()


def test_escape_closes_even_where_something_is_typed(visitor: Visitor) -> None:
    page = open_search(visitor.open(HOMES["id"]))
    search(page, "zamrud", NAMES["id"])
    page.keyboard.press("Escape")
    expect(page.locator("dialog.search")).to_be_hidden()


def test_no_key_alone_opens_the_search(visitor: Visitor) -> None:
    """One who speaks to the device presses keys without knowing it, and `/` is Firefox's own search."""
    page = visitor.open(HOMES["id"])
    page.evaluate("addEventListener('keydown', event => { window.told = event.defaultPrevented })")
    page.keyboard.press("/")
    assert page.evaluate("[window.told, onkeydown]") == [False, None]
    assert page.locator("dialog.search").count() == 0


@pytest.mark.parametrize("key", ["ctrlKey", "metaKey", "shiftKey", "altKey"])
def test_a_click_with_a_key_on_the_link_is_the_browsers(visitor: Visitor, key: str) -> None:
    page = visitor.open(HOMES["id"])
    script = """key => new Promise(done => {
        const look = event => { done(event.defaultPrevented); event.preventDefault(); };
        addEventListener('click', look, {once: true});
        const event = new MouseEvent('click', {bubbles: true, cancelable: true, [key]: true});
        document.querySelector('.find-link').dispatchEvent(event);
    })"""
    assert page.evaluate(script, key) is False
    assert page.evaluate(script, "none") is True


_ENGINE = """\
const wait = (what, answer) => (window.asked ??= []).push(what) && new Promise((done, failed) => {
    if (!window.held?.some(start => what.startsWith(start))) done(answer);
    else (window.waiting ??= []).push(() => window.breaks ? failed(new Error(what)) : done(answer));
});
await wait("engine");
export const filters = () => wait("filters", {kind: {Produk: 1, Toko: 2}});
export const search = async term => wait(`search ${term}`, {results: Array.from({length: 25}, (_, at) => ({
    data: () => wait(`${term} ${at}`, {meta: {card: {
        url: "/", name: {text: `${term} ${at}`}, kind: "Produk", price: [], drawing: ["tas", "tas"],
    }}}),
}))});
"""
"""Stands in for Pagefind: finds 25 things for any word, and holds back what the page's `held` begin."""
RELEASE = "window.held = []; window.waiting?.splice(0).forEach(done => done())"


@pytest.fixture
def engine(visitor: Visitor) -> Page:
    """A page whose search asks a stand-in, which answers when it is told to."""
    visitor.context.route(
        "**/pagefind.js",
        lambda route: route.fulfill(body=_ENGINE, content_type="text/javascript"),
    )
    return visitor.open(HOMES["id"])


def held(page: Page, what: str, *, breaks: bool = False) -> None:
    page.evaluate("([what, breaks]) => { window.held = [what]; window.breaks = breaks; }", [what, breaks])


def names(word: str, count: int) -> list[str]:
    return [f"{word} {at}" for at in range(count)]


def test_more_that_is_asked_for_twice_comes_once(engine: Page) -> None:
    search(open_search(engine), "a", "a 9")
    held(engine, "a 1")
    for _ in range(2):
        engine.locator("dialog .more").click()
    engine.evaluate(RELEASE)
    expect(engine.locator(".found b")).to_have_text(names("a", 20))
    engine.locator("dialog .more").click()
    expect(engine.locator(".found b")).to_have_text(names("a", 25))
    expect(engine.locator("dialog .more")).to_be_hidden()


def test_more_during_a_search_leaves_nothing_of_the_old_one(engine: Page) -> None:
    search(open_search(engine), "a", "a 9")
    held(engine, "search b")
    engine.locator("dialog.search input").fill("b")
    engine.locator("dialog .more").click()
    engine.evaluate(RELEASE)
    expect(engine.locator(".found b")).to_have_text(names("b", 10))


def test_more_that_cannot_be_loaded_is_told(engine: Page) -> None:
    search(open_search(engine), "a", "a 9")
    held(engine, "a 1", breaks=True)
    engine.locator("dialog .more").click()
    engine.evaluate(RELEASE)
    expect(engine.locator("dialog [role=status]")).to_contain_text("Pencarian sedang tidak tersedia")
    expect(engine.locator(".found b")).to_have_text(names("a", 10))


def test_a_failure_that_comes_late_does_not_hide_a_newer_answer(engine: Page) -> None:
    open_search(engine)
    expect(engine.locator("select[name=kind]")).to_be_visible()
    held(engine, "search a", breaks=True)
    engine.locator("dialog.search input").fill("a")
    engine.evaluate("window.held = []")
    engine.locator("dialog.search input").fill("b")
    engine.evaluate(RELEASE)
    expect(engine.locator(".found b")).to_have_text(names("b", 10))
    expect(engine.locator("dialog [role=status]")).to_have_text("Ditemukan: 25")


def test_what_is_typed_during_a_search_is_asked_once_and_last(engine: Page) -> None:
    open_search(engine)
    expect(engine.locator("select[name=kind]")).to_be_visible()
    held(engine, "search a")
    for word in ("a", "ab", "abc", "abcd"):
        engine.locator("dialog.search input").fill(word)
    engine.evaluate(RELEASE)
    expect(engine.locator(".found b")).to_have_text(names("abcd", 10))
    asked = engine.evaluate("window.asked.filter(what => what.startsWith('search a'))")
    assert asked == ["search a", "search abcd"]


def test_the_first_results_wait_for_no_others(engine: Page) -> None:
    open_search(engine)
    held(engine, "a 3")
    engine.locator("dialog.search input").fill("a")
    expect(engine.locator(".found b")).to_have_text(names("a", 3))
    engine.evaluate(RELEASE)
    expect(engine.locator(".found b")).to_have_text(names("a", 10))


def test_opened_again_before_it_is_ready_each_filter_is_there_once(engine: Page) -> None:
    held(engine, "engine")
    for _ in range(2):
        open_search(engine)
        engine.keyboard.press("Escape")
        expect(engine.locator("dialog.search")).to_be_hidden()
    open_search(engine)
    engine.evaluate(RELEASE)
    expect(engine.locator("select[name=kind]")).to_be_visible()
    expect(engine.locator("select[name=kind] option")).to_have_text(["Semua", "Produk", "Toko"])


def test_nothing_of_the_search_is_loaded_before_it_is_opened(visitor: Visitor) -> None:
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    page = visitor.open(HOMES["id"])
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/search" in url or "/cari/" in url]
    search(open_search(page), "zamrud", NAMES["id"])
    assert any("/search/id/pagefind.js" in url for url in asked)
    assert not any("/search/en/" in url for url in asked)


def test_with_no_index_the_page_says_so_and_leads_to_the_lists(visitor: Visitor) -> None:
    visitor.context.route("**/pagefind.js", lambda route: route.fulfill(status=404))
    page = open_search(visitor.open(HOMES["en"]))
    expect(page.locator("dialog [role=status]")).to_have_text(
        "The search is not here now. The lists of the search page work."
    )
    page.get_by_role("link", name="All lists from A to Z").click()
    page.wait_for_url("**/en/search/")


@pytest.mark.parametrize("lang", HOMES)
def test_without_scripts_the_link_leads_to_lists(planted: BuiltSite, browser: Browser, lang: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        visitor = Visitor(planted, context)
        page = visitor.open(HOMES[lang])
        page.locator(".find-link").click()
        expect(page.locator(".ways-to a").first).to_be_visible()
        page.locator(".a-to-z a", has_text=NAMES[lang]).click()
        expect(page.locator("h1")).to_have_text(NAMES[lang])
        expect_none(visitor.faults)


@pytest.mark.checker
@pytest.mark.parametrize("lang", HOMES)
def test_axe_finds_no_violation_in_the_open_search(planted: BuiltSite, browser: Browser, lang: str) -> None:
    for scheme in ("light", "dark"):
        with browser.new_context(color_scheme=scheme, viewport=PHONE, reduced_motion="reduce") as context:
            _look_for_violations(planted, context, lang)


def _look_for_violations(site: BuiltSite, context: BrowserContext, lang: str) -> None:
    visitor = Visitor(site, context)
    page = open_search(visitor.open(HOMES[lang]))
    search(page, NAMES[lang], NAMES[lang])
    visitor.note(*violations_on(page))
    visitor.measure()
    expect_none(visitor.faults)


def test_the_search_opens_over_its_own_page_too(visitor: Visitor) -> None:
    page = visitor.open("cari/index.html")
    page.locator(".find-link").click()
    search(page, "zamrud", NAMES["id"])
