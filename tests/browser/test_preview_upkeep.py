"""What the preview keeps when it brings a page up to date; how its messages are read and put aside."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.axe import violations_on
from tests.support.little_site import LittleSite, make_little_site
from tests.support.preview import PATIENCE_S, RunningPreview, run_preview, until
from tests.support.verdict import expect_none

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATIENCE_MS = PATIENCE_S * 1000
ABOUT = "content/pages/tentang.md"
WALLET = "content/products/dompet-1.md"
FORM = """{% block content %}<form id="ask"><label>Nama <input name="name"></label>
<label>Sandi <input type="password" name="secret"></label>
<label>Catatan <textarea name="note"></textarea></label>
<label>Ukuran <select name="size"><option>S</option><option>M</option></select></label>
<label><input type="checkbox" name="kinds" value="bag"> Tas</label>
<label><input type="checkbox" name="kinds" value="belt" checked> Ikat pinggang</label></form>
<details><summary>More</summary>Less</details>"""


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningPreview]:
    """A preview that the tests share; each leaves the content without faults."""
    site = make_little_site(tmp_path_factory.mktemp("upkeep") / "site")
    site.replace("templates/page.html", "{% block content %}", FORM)
    with run_preview(site) as running:
        yield running


@pytest.fixture
def page(browser: Browser, preview: RunningPreview) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 800, "height": 300}) as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.goto(f"{preview.url}tentang/")
        yield page


def add_rule(site: LittleSite, sheet: str, rule: str) -> None:
    site.write(f"assets/css/{sheet}", f"{site.read(f'assets/css/{sheet}')}\n{rule}\n")


def say(site: LittleSite, sentence: str) -> None:
    """Save the page that is open, with one more sentence."""
    site.write(ABOUT, f"{site.read(ABOUT)}\n{sentence}\n")


@pytest.mark.parametrize("sheet", ["20-base.css", "parts/charts.css"])
def test_a_change_of_the_look_alone_is_worn_without_loading_the_page_anew(
    preview: RunningPreview, page: Page, sheet: str
) -> None:
    page.evaluate("window.isSameLoad = true")
    sheets = page.locator('link[rel="stylesheet"]').count()
    for number in (1, 2):
        add_rule(preview.site, sheet, f"main {{ outline: 1px solid rgb({number}, 2, 3); }}")
        expect(page.locator("main")).to_have_css("outline-color", f"rgb({number}, 2, 3)", timeout=PATIENCE_MS)
    expect(page.locator('link[rel="stylesheet"]')).to_have_count(sheets)
    assert page.evaluate("window.isSameLoad")
    say(preview.site, f"Sesudah {sheet}.")
    expect(page.get_by_text(f"Sesudah {sheet}.")).to_be_attached(timeout=PATIENCE_MS)
    assert page.evaluate("window.isSameLoad === undefined"), "a change of the text loads it anew"
    expect(page.locator("main")).to_have_css("outline-color", "rgb(2, 2, 3)")


def test_a_fault_in_a_template_is_gone_when_only_the_look_has_changed_since(
    preview: RunningPreview, page: Page
) -> None:
    good = preview.site.read("templates/shop_page.html")
    preview.site.write("templates/shop_page.html", f"{{% if %}}{good}")
    expect(page.get_by_role("alert")).to_be_visible(timeout=PATIENCE_MS)
    add_rule(preview.site, "20-base.css", "main { scroll-margin-top: 7px; }")
    preview.site.write("templates/shop_page.html", good)
    expect(page.locator("main")).to_have_css("scroll-margin-top", "7px", timeout=PATIENCE_MS)
    expect(page.get_by_role("alert")).to_have_count(0, timeout=PATIENCE_MS)


def test_a_page_that_is_loaded_anew_stays_where_it_was_with_what_was_filled_in(
    preview: RunningPreview, page: Page
) -> None:
    page.locator("[name=name]").fill("Ibu Sri")
    page.locator("[name=secret]").fill("rahasia")
    page.locator("[name=size]").select_option("M")
    page.locator("[value=bag]").check()
    page.locator("[value=belt]").uncheck()
    page.locator("summary").first.click()
    page.locator("[name=note]").fill("Dua lusin")
    page.evaluate("document.activeElement.setSelectionRange(1, 4); scrollTo({top: 170, behavior: 'instant'})")
    top = page.evaluate("scrollY")
    assert top == 170, "the page is long enough for this test"
    say(preview.site, "Dimuat ulang.")
    expect(page.get_by_text("Dimuat ulang.")).to_be_attached(timeout=PATIENCE_MS)
    expect(page.locator("[name=note]")).to_be_focused()
    kept = """() => {
        const form = document.forms.ask;
        const ticked = [...form.elements.kinds].filter((one) => one.checked).map((one) => one.value);
        const named = (one) => form.elements.namedItem(one);
        const [name, secret, size, note] = ["name", "secret", "size", "note"].map(named);
        return [name.value, secret.value, size.value, note.value, note.selectionStart, note.selectionEnd,
                ticked.join(), document.querySelector("details").open, scrollY];
    }"""
    assert page.evaluate(kept) == ["Ibu Sri", "", "M", "Dua lusin", 1, 4, "bag", True, top]
    page.goto(f"{preview.url}tentang/?lain")
    assert page.evaluate(kept) == ["", "", "S", "", 0, 0, "belt", False, 0], "only what was loaded anew"


def test_what_is_read_of_a_message_where_and_how_it_is_put_aside(preview: RunningPreview, page: Page) -> None:
    site = preview.site
    good = site.read(WALLET)
    page.locator("[name=name]").focus()
    site.replace(WALLET, "harga: 165.000", "harga: murah sekali dan masih bisa ditawar " + "a" * 300)
    alert = page.get_by_role("alert")
    expect(alert).to_be_visible(timeout=PATIENCE_MS)
    expect(alert).to_have_accessible_name("Errors: 1")
    assert alert.get_attribute("lang") == "en", "its own language, whatever that of the page"
    expect(page.locator("[name=name]")).to_be_focused()  # a message must not take the words out of a hand
    page.set_viewport_size({"width": 360, "height": 640})
    wide = "box => [box.scrollWidth - box.clientWidth, document.documentElement.scrollWidth > innerWidth]"
    assert alert.evaluate(wide) == [0, False]
    assert alert.evaluate("box => box.getBoundingClientRect().top >= 160"), "a quarter of the page stays"
    expect_none(violations_on(page))
    alert.get_by_role("button", name="Close").focus()
    page.keyboard.press("Enter")
    expect(alert).to_have_count(0)
    expect(page.locator("[name=name]")).to_be_focused()

    site.replace(WALLET, "harga: murah", "harga: mahal")
    expect(alert).to_be_visible(timeout=PATIENCE_MS)
    page.keyboard.press("Escape")
    expect(alert).to_have_count(0)
    site.write(WALLET, good)
    until("it is mended", lambda: "made anew" in preview.lines[-1])


@pytest.mark.parametrize(
    ("field", "why"),
    [
        ("draf: ya", "it is a draft"),
        ("terbit: 2099-01-01", "its day has not come yet"),
        ("berakhir: 2001-01-01", "its time is over"),
    ],
)
def test_what_readers_do_not_see_yet_is_marked_on_its_page_and_in_lists(
    preview: RunningPreview, page: Page, field: str, why: str
) -> None:
    site = preview.site
    good = site.read("content/stories/baru.md")
    site.replace("content/stories/baru.md", "---\njudul: Baru", f"---\n{field}\njudul: Baru")
    page.goto(f"{preview.url}en/stories/baru/")
    expect(page.locator(".notice")).to_contain_text(why, timeout=PATIENCE_MS)
    page.goto(f"{preview.url}cerita/")
    expect(page.locator("h2, h3").filter(has_text="Baru")).to_contain_text("Hanya pratinjau")
    site.write("content/stories/baru.md", good)
    expect(page.get_by_text("Hanya pratinjau")).to_have_count(0, timeout=PATIENCE_MS)
