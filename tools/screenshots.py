"""Takes pictures of the site at every width, in both schemes and all languages: `make screenshots`.

All go to build/screenshots/, which git does not keep: each whole page, and in sheets/ pages side by side.
Four small ones go to docs/pictures/. Some only: `make screenshots ARGS="--pages home,shop --widths 360"`.
"""

from __future__ import annotations

import argparse
import html
import io
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import Literal, TypeVar, get_args
from zoneinfo import ZoneInfo

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.support.page_types import PAGE_TYPES, example_of
from tests.support.programs import ROOT, program
from tests.support.site import BuiltSite, build_site
from tests.support.static_host import serve_folder
from tools.contact_sheets import Layout, Tile, sheets_of

Choice = TypeVar("Choice")
Scheme = Literal["light", "dark"]

PICTURES = ROOT / "docs" / "pictures"
SCREENSHOTS = ROOT / "build" / "screenshots"
LANGUAGES = ("id", "en", "ja")
HEIGHTS_PX = {360: 780, 768: 1024, 1440: 900}
"""The widths, each with the height of the screens that are so wide."""

# A weekday morning, when shops are open, so that pictures of two days differ only where the site does.
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=ZoneInfo("Asia/Jakarta"))

TWO_SCREENS = {
    360: Layout(columns=3, rows=1, tile_px=360, highest=2 * 780 / 360),
    768: Layout(columns=3, rows=1, tile_px=480, highest=2 * 1024 / 768),
    1440: Layout(columns=2, rows=2, tile_px=720, highest=2 * 900 / 1440),
}
WHOLE = Layout(columns=len(PAGE_TYPES), rows=1, tile_px=168, highest=11)

MOST_BYTES = 120_000
COLOURS = (128, 96, 64, 48, 32, 16)
"""How many are tried, until a picture is small enough: it has drawings of one line in few colours."""


@dataclass(frozen=True, slots=True)
class DocumentPicture:
    """One of the pictures that the documents show."""

    file: str
    page_type: str
    lang: str
    width_px: int
    height_px: int
    start: str = ""
    """The element at the top of the picture, as a CSS selector; the top of the page without it."""


DOCUMENT_PICTURES = (
    DocumentPicture("home.png", "home", "en", 1280, 1000),
    DocumentPicture("home-phone.png", "home", "id", 360, 780),
    DocumentPicture("exports-chart.png", "exports", "en", 1024, 520, start="main figure"),
    DocumentPicture("catalogue-phone.png", "catalogue", "id", 360, 780, start="main .goods"),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    pages: tuple[str, ...]
    languages: tuple[str, ...]
    widths: tuple[int, ...]
    schemes: tuple[Scheme, ...]

    @property
    def is_all(self) -> bool:
        return self == ALL


ALL = Wanted(tuple(PAGE_TYPES), LANGUAGES, tuple(HEIGHTS_PX), get_args(Scheme))


def main() -> None:
    wanted = _read_arguments()
    with _site() as site, _browser() as browser:
        taken = take_all(site, browser, wanted)
        if wanted.is_all:
            for picture in DOCUMENT_PICTURES:
                _save_small(_take_for_documents(site, browser, picture), PICTURES / picture.file)
    sheets = lay_out(taken, wanted)
    print(f"{len(taken)} pictures and {sheets} sheets of them: {SCREENSHOTS / 'index.html'}")


def take_all(site: BuiltSite, browser: Browser, wanted: Wanted) -> list[Path]:
    """Take each page once in every way; gives the files, in the order of the tables above."""
    shutil.rmtree(SCREENSHOTS, ignore_errors=True)
    (SCREENSHOTS / "sheets").mkdir(parents=True)
    taken: dict[tuple[str, str, int, Scheme], Path] = {}
    page = _new_page(browser)
    for lang, page_type in product(wanted.languages, wanted.pages):
        example = example_of(site, page_type, lang)
        if example is None:
            continue
        page.goto(site.url(example.path), wait_until="networkidle")
        _pass_by_all(page)
        for width, scheme in product(wanted.widths, wanted.schemes):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": HEIGHTS_PX[width]})
            _show_all(page)
            file = file_of(page_type, lang, width, scheme)
            page.screenshot(path=file, full_page=True)
            taken[page_type, lang, width, scheme] = file
    page.context.close()
    return list(taken.values())


def lay_out(taken: list[Path], wanted: Wanted) -> int:
    """Make the sheets and a page that shows them all; gives the number of sheets."""
    made: list[Path] = []
    there = frozenset(taken)
    for lang, width, scheme in product(wanted.languages, wanted.widths, wanted.schemes):
        files = {page_type: file_of(page_type, lang, width, scheme) for page_type in wanted.pages}
        tiles = [
            Tile(f"{page_type} {lang} {width} {scheme}", Image.open(file).convert("RGB"))
            for page_type, file in files.items()
            if file in there
        ]
        for name, layout in (("", TWO_SCREENS[width]), ("-whole", WHOLE)):
            for number, sheet in enumerate(sheets_of(tiles, layout), start=1):
                file = SCREENSHOTS / "sheets" / f"{lang}-{width}-{scheme}{name}-{number}.png"
                sheet.save(file, compress_level=3)
                made.append(file)
    links = "\n".join(_link(file) for file in [*made, *taken])
    (SCREENSHOTS / "index.html").write_text(
        f"<!doctype html>\n<title>Screenshots</title>\n{links}\n", "utf-8"
    )
    return len(made)


def file_of(page_type: str, lang: str, width: int, scheme: Scheme) -> Path:
    return SCREENSHOTS / f"{page_type}-{lang}-{width}-{scheme}.png"


def _link(file: Path) -> str:
    path = html.escape(file.relative_to(SCREENSHOTS).as_posix())
    return f'<p><a href="{path}">{path}</a></p>'


def _take_for_documents(site: BuiltSite, browser: Browser, picture: DocumentPicture) -> Image.Image:
    example = example_of(site, picture.page_type, picture.lang)
    assert example, f"{picture.file}: there is no such page"
    page = _new_page(browser)
    page.set_viewport_size({"width": picture.width_px, "height": picture.height_px})
    page.goto(site.url(example.path), wait_until="networkidle")
    if picture.start:
        page.locator(picture.start).first.evaluate("element => window.scrollTo(0, element.offsetTop - 24)")
    _show_all(page)
    taken = page.screenshot()
    page.context.close()
    with Image.open(io.BytesIO(taken)) as image:
        return image.convert("RGB")


def _save_small(picture: Image.Image, file: Path) -> None:
    """Save with as many colours as `MOST_BYTES` has room for."""
    file.parent.mkdir(parents=True, exist_ok=True)
    for colours in COLOURS:
        small = picture.quantize(colours, dither=Image.Dither.NONE)
        small.save(file, optimize=True)
        if file.stat().st_size <= MOST_BYTES:
            return
    raise SystemExit(f"{file} is larger than {MOST_BYTES} bytes even in {COLOURS[-1]} colours")


def _pass_by_all(page: Page) -> None:
    """Scroll through: filters start when they come near, and stand in every picture or in none."""
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    page.evaluate("scrollTo(0, 0)")


def _show_all(page: Page) -> None:
    """Wait for what comes late: pictures that are loaded when they come near, the end of what moves."""
    page.evaluate(
        """async () => {
            const images = [...document.images];
            for (const image of images) image.loading = 'eager';
            await Promise.all(images.map(image => image.decode().catch(() => {})));
            for (const animation of document.getAnimations())
                if (animation.effect.getComputedTiming().endTime !== Infinity) animation.finish();
        }"""
    )


def _new_page(browser: Browser) -> Page:
    page = browser.new_context(reduced_motion="reduce", timezone_id="Asia/Jakarta").new_page()
    page.clock.set_fixed_time(NOW)
    return page


@contextmanager
def _site() -> Iterator[BuiltSite]:
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        with serve_folder(output) as url:
            yield build_site(output, url)


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = program("chromium", "chromium-browser", "google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--font-render-hinting=none"])
        yield browser
        browser.close()


def _read_arguments() -> Wanted:
    parser = argparse.ArgumentParser(prog="make screenshots", description=__doc__)
    for name, choices in (
        ("pages", ALL.pages),
        ("languages", ALL.languages),
        ("widths", ALL.widths),
        ("schemes", ALL.schemes),
    ):
        of = ", ".join(map(str, choices))
        parser.add_argument(f"--{name}", default="", metavar="LIST", help=f"some of: {of}")
    given = parser.parse_args()
    return Wanted(
        _some(parser, given.pages, ALL.pages),
        _some(parser, given.languages, ALL.languages),
        _some(parser, given.widths, ALL.widths),
        _some(parser, given.schemes, ALL.schemes),
    )


def _some(parser: argparse.ArgumentParser, given: str, choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    words = [word.strip() for word in given.split(",") if word.strip()]
    by_word = {str(choice): choice for choice in choices}
    for word in words:
        if word not in by_word:
            parser.error(f"{word!r} is none of {', '.join(by_word)}")
    return tuple(by_word[word] for word in by_word if word in words) or choices


if __name__ == "__main__":
    main()
