"""Measures the search of the site of this repository with many products more, in a browser on this machine.

Prints the seconds of a build that makes all indexes, those of one that makes none, and the milliseconds from
a keystroke to its results: of the first after the search has opened, and of those after it.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from tests.support.programs import ROOT, program
from tests.support.static_host import serve_folder

CATEGORIES = ("dompet", "koper", "tas-wanita", "tas-kerja", "sepatu", "ikat-pinggang")
WORDS = (
    *(
        "kulit",
        "sapi",
        "halus",
        "jahitan",
        "tangan",
        "benang",
        "tebal",
        "saku",
        "dalam",
        "ritsleting",
        "gagang",
    ),
    *("panjang", "lapisan", "kain", "warna", "cokelat", "hitam", "pesanan", "perajin", "bengkel", "keluarga"),
    *("ukuran", "kecil", "besar", "ringan", "kuat", "tahan", "lama", "cocok", "kerja", "sekolah", "pesta"),
    *("belanja", "perjalanan", "hadiah", "murah", "pilihan", "rapi", "lembut", "kuningan"),
)
TYPED = ("kulit", "tas", "jahitan tangan", "dompet", "perajin", "k", "warna hitam", "bengkel")
WAITS = """async word => {
    const field = document.querySelector('dialog input'), list = document.querySelector('.found');
    const changed = new Promise(done => new MutationObserver((_, self) => {
        if (!list.children.length) return;
        self.disconnect();
        done(performance.now());
    }).observe(list, {childList: true}));
    const start = performance.now();
    field.value = word;
    field.dispatchEvent(new Event('input', {bubbles: true}));
    return await changed - start;
}"""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("--entries", type=int, default=2000)
    entries: int = parser.parse_args().entries
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("content", "templates", "assets"):
            shutil.copytree(ROOT / name, root / name)
        (root / "templates" / "share.svg").unlink()  # its pictures would take longer than all the rest
        write_products(root / "content" / "products", entries)
        with serve_folder(root / "output") as url:
            print(f"{entries:,} products more")
            print(f"build with all indexes: {_build(root, url):6.1f} s")
            shutil.rmtree(root / "output")
            print(f"build with none:        {_build(root, url):6.1f} s")
            first, later = zip(*(keystrokes(url) for _ in range(5)), strict=True)
            every = sorted(wait for waits in later for wait in waits)
            print(f"first keystroke to results: median {median(first):.0f} ms, slowest {max(first):.0f} ms")
            print(f"later ones:                 median {median(every):.0f} ms, slowest {every[-1]:.0f} ms")
    return 0


def write_products(folder: Path, entries: int) -> None:
    """Write products with names and texts that chance chooses, the same each time."""
    chance = random.Random(7)
    for number in range(entries):
        name = f"{' '.join(chance.sample(WORDS, 2)).capitalize()} {number}"
        category, price = chance.choice(CATEGORIES), f"{number + 1}000"
        fields = f"nama: {name}\nkategori: {category}\nbahan: [kulit-sapi]\nharga: {price}"
        text = " ".join(chance.choices(WORDS, k=60))
        (folder / f"ukur-{number}.md").write_text(f"---\n{fields}\n---\n\n{text}.\n", "utf-8")


def _build(root: Path, url: str) -> float:
    started = time.monotonic()
    command = [sys.executable, "-m", "site_builder", "build", "--root", str(root), "--base-url", url, "-q"]
    subprocess.run(command, cwd=ROOT, check=True)
    return time.monotonic() - started


def keystrokes(url: str) -> tuple[float, list[float]]:
    """Open the search in a new browser; give how long the first keystroke took, and each after it."""
    chromium = program("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--disable-gpu"])
        page = browser.new_page()
        page.goto(url)
        page.locator(".find-link").click()
        page.wait_for_selector("dialog label:has(select[name=kind]):not([hidden])")  # it is ready
        first, *later = (_wait(page, word) for word in TYPED)
        browser.close()
    return first, later


def _wait(page: Page, word: str) -> float:
    waited: float = page.evaluate(WAITS, word)
    return waited


if __name__ == "__main__":
    sys.exit(main())
