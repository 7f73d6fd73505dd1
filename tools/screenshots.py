"""Takes the pictures of the site that the documents show: `make screenshots`."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.support.programs import ROOT, program
from tests.support.site import build_site
from tests.support.static_host import serve_folder

PICTURES = ROOT / "docs" / "pictures"
SHOTS = {"home.png": ""}
"""File name to the page's address below the root of the site."""
WIDTH_PX, HEIGHT_PX = 1280, 1130
COLOURS = 64
"""Drawings of one line in few colours: more would only make the file bigger."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        with serve_folder(output) as url:
            build_site(output, url)
            for name, path in SHOTS.items():
                _save(_take(url + path), PICTURES / name)


def _take(url: str) -> bytes:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program("chromium", "chromium-browser"))
        page = browser.new_page(
            viewport={"width": WIDTH_PX, "height": HEIGHT_PX}, color_scheme="light", reduced_motion="reduce"
        )
        page.goto(url, wait_until="load")
        picture = page.screenshot()
        browser.close()
    return picture


def _save(picture: bytes, file: Path) -> None:
    with Image.open(io.BytesIO(picture)) as image:
        small = image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    file.parent.mkdir(parents=True, exist_ok=True)
    small.save(file, optimize=True)


if __name__ == "__main__":
    main()
