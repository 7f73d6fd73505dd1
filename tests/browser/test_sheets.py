"""What is made for paper, as Chromium prints it: sizes, pages, nothing cut, codes that read."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.support.little_site import make_little_site
from tests.support.pdf import texts_on_pages
from tests.support.probes import ask
from tests.support.site import BuiltSite
from tests.support.static_host import serve_folder
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

_SMALL = """least => [...document.querySelectorAll("main *")]
  .filter(box => !box.closest(".hidden, svg")
    && [...box.childNodes].some(part => part.nodeType === Node.TEXT_NODE && part.data.trim())
    && parseFloat(getComputedStyle(box).fontSize) < least - .01)
  .map(box => `${box.className || box.tagName} is too small: ${getComputedStyle(box).fontSize}`)"""
_POINT_PX = 96 / 72
_QUIET_MODULES = 4
LONG = "Toko Tas, Koper, Dompet dan Ikat Pinggang Kulit Asli Bapak Haji Mochammad Sholihuddin & Putra"


@pytest.fixture(scope="module")
def hard_cases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with a shop that has a long name and no telephone, one that has everything, and photos."""
    site = make_little_site(tmp_path_factory.mktemp("sheets") / "project")
    start = "jenis: toko\nkategori: [tas, dompet]\n"
    lane = "Jl. Raya Kludan Gang Mawar Nomor 125A, RT 03 RW 07, "
    site.write(
        "content/shops/panjang.md",
        f'---\nnama: "{LONG}"\n{start}alamat: {lane * 3}\n---\n',
    )
    site.write(
        "content/shops/lengkap.md",
        f"---\nnama: Bengkel Segalanya di Kludan\n{start}alamat: {'Jl. Raya Kludan Nomor 125A, ' * 5}\n"
        'wa: "6281234567890"\ntelepon: "+62318901234"\nsurel: halo@example.com\n'
        "jam_buka: {senin-kamis: [08.00-12.00, 13.00-17.00], sabtu: 09.00-15.00}\n---\n",
    )
    site.build()
    with serve_folder(site.output) as url:
        yield url


@pytest.mark.parametrize("shop", ["panjang", "lengkap", "intako"])
@pytest.mark.parametrize(("sheet", "least_pt"), [("kartu-meja", 8), ("stiker", 8)])
def test_card_and_stickers_hold_what_any_shop_has(
    hard_cases: str, browser: Browser, shop: str, sheet: str, least_pt: int
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{hard_cases}toko/{shop}/{sheet}/")
        assert len(texts_on_pages(page.pdf(prefer_css_page_size=True))) == 1
        page.emulate_media(media="print")
        expect_none(page.evaluate(_CUT) + page.evaluate(_SMALL, least_pt * _POINT_PX))
        assert least_code_mm(page) >= 20


def least_code_mm(page: Page) -> float:
    """Measure the narrowest code without the quiet zone around it."""
    sizes = page.evaluate(
        """() => [...document.querySelectorAll(".qr")].map(code =>
          [code.getBoundingClientRect().width, code.viewBox.baseVal.width])"""
    )
    return float(min(px * (modules - 2 * _QUIET_MODULES) / modules / 96 * 25.4 for px, modules in sizes))


def test_stickers_lie_where_labels_do(hard_cases: str, browser: Browser) -> None:
    """24 of 70 by 37 mm, with half a millimetre above and below."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{hard_cases}toko/intako/stiker/")
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 794, "height": 1123})
        boxes = page.evaluate(
            """() => [...document.querySelectorAll(".stickers > li")].map(li => li.getBoundingClientRect())
              .map(box => [box.x, box.y, box.width, box.height].map(px => px / 96 * 25.4))"""
        )
    assert len(boxes) == 24
    for number, box in enumerate(boxes):
        assert box == pytest.approx([number % 3 * 70, number // 3 * 37 + 0.5, 70, 37], abs=0.1)


@pytest.mark.parametrize("path", ["toko/cetak/", "en/shops/print/", "produk/daftar-dagang/"])
def test_nothing_in_a_list_is_too_small_to_read_or_cut(hard_cases: str, browser: Browser, path: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{hard_cases}{path}")
        page.emulate_media(media="print")
        expect_none(page.evaluate(_CUT) + page.evaluate(_SMALL, 8 * _POINT_PX))
        assert least_code_mm(page) >= 18


@pytest.mark.parametrize("path", ["toko/intako/", "produk/tas-1/"])
def test_a_page_with_photos_has_them_on_paper(hard_cases: str, browser: Browser, path: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{hard_cases}{path}")
        assert page.locator(".gallery img").count()
        page.emulate_media(media="print")
        expect_none(ask(page, "paper"))


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
