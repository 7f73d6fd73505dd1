"""A copy of the real site with photos of every shape: galleries, photos on cards and in a story."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.support.pictures import encoded, lifelike
from tests.support.programs import ROOT

LARGE = {
    "tegak.jpg": (1000, 1500),
    "lebar.jpg": (1600, 1067),
    "panorama.jpg": (2000, 400),
    "kecil.jpg": (40, 30),
    "tembus.png": (700, 700),
}
"""Photos for whole galleries: portrait, landscape, five times as wide as high, tiny, transparent."""
SMALL = {
    "tegak.jpg": (480, 720),
    "lebar.jpg": (720, 480),
    "panorama.jpg": (700, 140),
    "kecil.jpg": (40, 30),
    "tembus.png": (360, 360),
}
"""Of every third product and shop one, in turn."""
EVERY = 3
STORY = "koper-haji-1986"
GALLERIES = {"koperasi-intako", "contoh-koper-02"}
FULL = "produk/contoh-koper-02/index.html"


def copy_with_photos(root: Path) -> None:
    """Write the copy into `root`, without the template of share pictures, which no page shows."""
    for folder in ("content", "templates", "assets"):
        shutil.copytree(ROOT / folder, root / folder)
    (root / "templates/share.svg").unlink()
    add_photos(root)


def add_photos(root: Path) -> None:
    large = {name: draw(name, size) for name, size in LARGE.items()}
    small = [(name, draw(name, size)) for name, size in SMALL.items()]
    for kind in ("products", "shops"):
        entries = [
            path for path in sorted((root / "content" / kind).glob("*.md")) if path.suffixes == [".md"]
        ]
        for number, entry in enumerate(entries):
            if entry.stem in GALLERIES:
                add_to(entry, large)
            elif number % EVERY == 0:
                add_to(entry, dict([small[number // EVERY % len(small)]]))
    story = root / "content/stories" / f"{STORY}.md"
    shown = "\n\n".join(f"![Foto {name}]({STORY}/{name})" for name in large)
    story.write_text(f"{story.read_text('utf-8')}\n{shown}\n", "utf-8")
    write_all(story.parent / STORY, large)


def draw(name: str, size: tuple[int, int]) -> bytes:
    if name.endswith(".png"):
        return encoded(lifelike(size, "RGBA"), "PNG")
    return encoded(lifelike(size), quality=90)


def add_to(entry: Path, photos: dict[str, bytes]) -> None:
    text = entry.read_text("utf-8")
    assert not re.search(r"^(foto|photos):", text, re.MULTILINE), f"{entry} has photos now: choose another"
    words = ", ".join(f"{lang}: Foto uji" for lang in ("id", "en", "ja", "zh"))
    fields = "".join(f"  - {{berkas: {entry.stem}/{name}, teks_alt: {{{words}}}}}\n" for name in photos)
    entry.write_text(text.replace("---\n", f"---\nfoto:\n{fields}", 1), "utf-8")
    write_all(entry.parent / entry.stem, photos)


def write_all(folder: Path, photos: dict[str, bytes]) -> None:
    folder.mkdir(exist_ok=True)
    for name, data in photos.items():
        (folder / name).write_bytes(data)
