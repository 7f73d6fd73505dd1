"""The buyer's list: gathered on products, written as an enquiry for each shop; kept in the browser only."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.probes import ask
from tests.support.site import BuiltSite
from tests.support.verdict import expect_none
from tests.support.visits import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LIST, GOLF, WALLET = "en/enquiry-list/index.html", "contoh-tas-golf-01", "contoh-dompet-panjang-02"
HOSTILE = '<img src=x onerror="document.title=1">&amp;{shop}$&\u202e'


@pytest.fixture
def visitor(built_site: BuiltSite, browser: Browser) -> Iterator[Visitor]:
    with browser.new_context() as context:
        yield Visitor(built_site, context)


def stored(page: Page) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(page.evaluate("localStorage.list"))
    return found


def gather(visitor: Visitor, *ids: str) -> Page:
    """Put products on the list and open its page."""
    page = visitor.open("en/index.html")
    page.evaluate("items => localStorage.list = JSON.stringify(items)", [{"id": id_} for id_ in ids])
    visitor.open(LIST)
    expect(page.locator("#buyers-list")).to_be_visible()
    return page


def text_of(url: str | None) -> str:
    return parse_qs(urlsplit(url or "").query)["text"][0]


def test_from_card_and_page_to_the_enquiry_of_each_shop(visitor: Visitor) -> None:
    page = visitor.open("en/products/index.html")
    page.locator(f"[data-product={GOLF}], [data-product=koper]").first.get_by_role("button").click()
    visitor.open(f"en/products/{WALLET}/index.html")
    page.get_by_role("button", name="Add to my list").first.click()
    expect(page.locator(".my-list")).to_have_text("My list 2")
    page.locator(".my-list").click()
    expect(page.locator(".enquiry")).to_have_count(2)
    second = page.locator(".enquiry").nth(1)
    second.get_by_label("Quantity").fill("24")
    second.get_by_label("Note").fill("navy, with our name")
    text = second.locator("textarea").input_value()
    expect(second.locator("textarea")).to_have_value(text)
    assert "- 24 × " in text
    assert f"/en/products/{WALLET}/" in text
    assert "Note: navy, with our name" in text
    assert "(sample)" in text
    assert text_of(second.locator(".whatsapp").get_attribute("href")) == text
    mail = second.locator(".mail").get_attribute("href") or ""
    assert parse_qs(urlsplit(mail).query)["body"][0] == text.replace("\n", "\r\n")
    page.reload()
    expect(page.locator(".enquiry").nth(1).get_by_label("Quantity")).to_have_value("24")
    expect_none(visitor.faults)


def test_the_enquiry_is_written_in_the_language_that_the_reader_chooses(visitor: Visitor) -> None:
    page = gather(visitor, GOLF)
    assert page.locator("textarea").input_value().startswith("Hello ")
    page.get_by_label("Indonesian").check()
    page.wait_for_function("document.querySelector('textarea').value.startsWith('Halo ')")
    assert f"/produk/{GOLF}/" in page.locator("textarea").input_value()


def test_a_made_up_shop_is_never_written_to(visitor: Visitor) -> None:
    page = gather(visitor, GOLF)
    section = page.locator(".enquiry")
    assert (section.locator(".whatsapp").get_attribute("href") or "").startswith("https://wa.me/?text=")
    assert (section.locator(".mail").get_attribute("href") or "").startswith("mailto:?subject=")
    expect(section.get_by_text("No number is known here yet")).to_be_visible()


def test_removing_the_last_product_leaves_an_empty_list(visitor: Visitor) -> None:
    page = gather(visitor, GOLF, WALLET)
    page.get_by_role("button", name="Remove").first.click()
    expect(page.locator(".enquiry")).to_have_count(1)
    page.get_by_role("button", name="Remove").first.click()
    expect(page.locator("#empty")).to_be_visible()
    assert stored(page) == []


def test_hostile_notes_and_stored_values_stay_text(visitor: Visitor) -> None:
    page = gather(visitor, GOLF)
    page.get_by_label("Note").fill(HOSTILE)
    page.wait_for_function("document.querySelector('textarea').value.includes('onerror')")
    assert HOSTILE in text_of(page.locator(".whatsapp").get_attribute("href"))
    page.reload()
    expect(page.get_by_label("Note")).to_have_value(HOSTILE)
    assert page.locator(".enquiry img").count() == 0
    for broken in (
        "nonsense",
        "null",
        '{"id": 1}',
        '[null, 7, {"id": 3}, {"id": "__proto__"}, {"id": "<b>"}]',
    ):
        page.evaluate("text => localStorage.list = text", broken)
        page.reload()
        expect(page.locator(".enquiry")).to_have_count(0)
    expect_none(visitor.faults)


def test_a_product_that_is_gone_is_left_out_and_told(visitor: Visitor) -> None:
    page = gather(visitor, "no-longer-there", GOLF)
    expect(page.locator("#gone")).to_be_visible()
    expect(page.locator(".enquiry li")).to_have_count(1)


def test_a_long_enquiry_is_cut_between_products_for_addresses_only(visitor: Visitor) -> None:
    ids = [f"contoh-tas-wanita-0{number}" for number in range(2, 9)]
    ids += [f"contoh-ransel-0{number}" for number in range(1, 7)] + ["koper", "dompet", "sepatu", "tas-golf"]
    ids += ["contoh-dompet-01", "contoh-dompet-03", WALLET]
    page = gather(visitor, *ids)
    for field in page.get_by_label("Note").all():
        field.fill("革" * 120 + "\U0001f45c")
    page.wait_for_function("document.querySelector('textarea').value.includes('革')")
    for section in page.locator(".enquiry").all():
        count, address = (
            section.locator("li").count(),
            section.locator(".whatsapp").get_attribute("href") or "",
        )
        whole, short = section.locator("textarea").input_value(), text_of(address)
        assert whole.count(" × ") == count
        assert len(address) < 2000
        assert "\ufffd" not in unquote(address)
        if short != whole:
            assert short.count(" × ") < count
            assert f"and {count - short.count(' × ')} more products" in short


def test_where_no_number_is_known_copying_comes_first(visitor: Visitor) -> None:
    actions = gather(visitor, GOLF).locator(".enquiry .actions > *")
    expect(actions.first).to_have_text("Copy the text")
    expect(actions.locator("xpath=self::*[not(contains(@class, 'quiet'))]")).to_have_count(1)


def test_fields_are_large_enough_for_a_finger(visitor: Visitor) -> None:
    fields = gather(visitor, GOLF).locator(".enquiry li input")
    assert fields.count() == 2
    assert all((field.bounding_box() or {"height": 0})["height"] >= 40 for field in fields.all())


def test_without_the_catalogue_the_page_says_so_and_asks_again_later(visitor: Visitor) -> None:
    page = visitor.open("en/index.html")
    page.evaluate("items => localStorage.list = JSON.stringify(items)", [{"id": GOLF}])
    fails = [True]
    visitor.context.route(
        "**/data/finder/*.json", lambda route: route.fulfill(status=503) if fails else route.fallback()
    )
    visitor.page.goto(visitor.site.url(LIST))
    expect(page.locator("#failed")).to_have_text("The list could not be loaded.")
    fails.clear()
    page.evaluate("dispatchEvent(new Event('storage'))")
    expect(page.locator(".enquiry li")).to_have_count(1)
    expect(page.locator("#failed")).to_be_hidden()
    assert not [fault for fault in visitor.faults if "script error" in fault]


def test_a_stored_note_is_cut_between_signs(visitor: Visitor) -> None:
    page = visitor.open("en/index.html")
    note = "n" * 119 + "\U0001f45c" + "x"
    page.evaluate("items => localStorage.list = JSON.stringify(items)", [{"id": GOLF, "note": note}])
    visitor.open(LIST)
    expect(page.locator(".enquiry")).to_have_count(1)
    page.wait_for_function("document.querySelector('textarea').value")
    assert page.locator("textarea").input_value().count("n" * 119 + "\U0001f45c\n") == 1
    assert note[:-1] in text_of(page.locator(".whatsapp").get_attribute("href"))
    expect_none(visitor.faults)


def test_one_stored_thing_that_is_none_takes_no_other_with_it(visitor: Visitor) -> None:
    page = visitor.open("en/index.html")
    odd = {"toString": 1, "valueOf": 1}
    items = [{"id": WALLET, "note": odd, "quantity": odd}, {"id": GOLF, "quantity": "24", "note": "navy"}]
    page.evaluate("items => localStorage.list = JSON.stringify(items)", items)
    visitor.open(LIST)
    expect(page.locator(".enquiry li")).to_have_count(2)
    fields = page.locator(".enquiry li input").evaluate_all("all => all.map(field => field.value)")
    assert sorted([fields[:2], fields[2:]]) == [["1", ""], ["24", "navy"]]
    expect_none(visitor.faults)


def test_where_nothing_can_be_copied_the_text_is_shown_and_selected(visitor: Visitor) -> None:
    visitor.context.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'clipboard', {value: undefined})"
    )
    page = gather(visitor, GOLF)
    page.wait_for_function("document.querySelector('textarea').value")
    page.get_by_role("button", name="Copy the text").click()
    text = page.locator("textarea")
    expect(text).to_be_visible()
    assert text.evaluate(
        "field => field.value.slice(field.selectionStart, field.selectionEnd) === field.value"
    )
    expect_none(visitor.faults)


def test_after_a_removal_the_next_one_has_the_focus_and_in_the_end_the_words(visitor: Visitor) -> None:
    page = gather(visitor, GOLF, WALLET, "contoh-dompet-03")
    removed = page.locator(".enquiry li .remove")
    focused = "document.activeElement.closest('[data-id]')?.dataset.id"
    ids = page.locator(".enquiry li").evaluate_all("all => all.map(item => item.dataset.id)")
    removed.nth(1).press("Enter")
    expect(removed).to_have_count(2)
    page.wait_for_function(f"{focused} === {ids[2]!r}")
    removed.nth(1).press("Enter")
    page.wait_for_function(f"{focused} === {ids[0]!r}")
    removed.nth(0).press("Enter")
    page.wait_for_function("document.activeElement.id === 'empty'")


def test_a_full_list_takes_no_more_and_says_so(visitor: Visitor) -> None:
    page = visitor.open("en/index.html")
    page.evaluate("items => localStorage.list = JSON.stringify(items)", [{"id": f"p{n}"} for n in range(99)])
    visitor.open(f"en/products/{WALLET}/index.html")
    button = page.locator(f"main [data-product={WALLET}] .add").first
    others = page.locator(f"[data-product]:not([data-product={WALLET}]) .add")
    expect(others.first).to_contain_text("Add to my list")
    button.click()
    expect(button).to_contain_text("On my list")
    expect(others.first).to_contain_text("My list is full")
    expect(others.first).to_be_disabled()
    assert len(stored(page)) == 100
    button.click()
    expect(others.first).to_be_enabled()
    expect(others.first).to_contain_text("Add to my list")


@pytest.mark.parametrize(
    "storage",
    [
        "get() { throw new DOMException('no', 'SecurityError'); }",
        "value: new Proxy({}, {set() { throw new DOMException('no', 'QuotaExceededError'); }})",
    ],
    ids=["blocked", "full"],
)
def test_where_nothing_is_kept_no_button_promises_it(visitor: Visitor, storage: str) -> None:
    visitor.context.add_init_script(f"Object.defineProperty(window, 'localStorage', {{{storage}}})")
    page = visitor.open(f"en/products/{WALLET}/index.html")
    ask(page, "settled")
    expect(page.locator(".add")).to_have_count(0)
    expect_none(visitor.faults)


def test_a_browser_without_room_for_more_says_so(visitor: Visitor) -> None:
    page = visitor.open(f"en/products/{WALLET}/index.html")
    button = page.locator(".add").first
    expect(button).to_contain_text("Add to my list")
    page.evaluate(
        """() => Object.defineProperty(window, "localStorage", {value: new Proxy({}, {
            set() { throw new DOMException("no", "QuotaExceededError"); },
        })})"""
    )
    button.click()
    expect(button).to_contain_text("Could not be kept")
    expect_none(visitor.faults)


def test_asking_whether_anything_is_kept_leaves_no_trace(visitor: Visitor) -> None:
    page = visitor.open("en/products/index.html")
    expect(page.locator(".add").first).to_be_visible()
    assert page.evaluate("localStorage.length") == 0


def test_without_script_the_page_explains_and_a_product_leads_to_its_shops(
    built_site: BuiltSite, browser: Browser
) -> None:
    with browser.new_context(java_script_enabled=False) as context, context.new_page() as page:
        page.goto(built_site.url(LIST))
        assert page.locator(".no-script").is_visible()
        page.goto(built_site.url("en/products/koper/index.html"))
        assert not page.get_by_role("link", name="WhatsApp").count()  # nobody's number is known
        page.get_by_role("link", name="See the shops that make it").click()
        assert page.locator(".card.shop").count()
        page.go_back()
        assert not page.locator(".add").count()
