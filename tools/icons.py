"""Makes the icons of the site anew from the mark in templates/macros/frame.html: `python -m tools.icons`.

The mark is one stroke: the ground, once around a bag, the ground again. Icons show it in cream on thread red.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from pathlib import Path

import vl_convert
from PIL import Image

from site_builder.plan.palette import read_palette

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "assets" / "img"
FRAME = ROOT / "templates" / "macros" / "frame.html"

PALETTE = read_palette((ROOT / "assets/css/10-tokens.css").read_text(encoding="utf-8"))
THREAD, PAPER = PALETTE.light.thread, PALETTE.light.paper
NIGHT_THREAD, NIGHT_PAPER = PALETTE.dark.thread, PALETTE.dark.paper
COLOURS = 32
"""Two and what lies between them at the edges; makes a file a quarter as large."""
UNIT = 64
"""The mark is drawn in a square so wide."""
OPENING = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {UNIT} {UNIT}"'
ROUND = 'fill="none" stroke-linecap="round" stroke-linejoin="round"'


@dataclass(frozen=True, slots=True)
class Icon:
    file: str
    size_px: int
    radius: float
    """Of the corners, in units of the mark; 0 where the system cuts its own."""
    share: float
    """How much of the square's width the bag's ground line may take; the rest is air, or is cut off."""


ICONS = (
    Icon("icon-192.png", 192, 14, 1),
    Icon("icon-512.png", 512, 14, 1),
    Icon("icon-maskable-512.png", 512, 0, 0.8),
    Icon("apple-touch-icon.png", 180, 0, 0.9),
)


def mark_path(frame: str) -> str:
    """Give the stroke of the mark from the template that shows it."""
    found = re.search(r'class="mark"[^>]*><path d="([^"]+)"', frame)
    if not found:
        raise SystemExit(f"{FRAME}: no mark")
    return found[1]


def drawn(path: str, icon: Icon) -> str:
    """Draw the mark on its ground. The ground line goes on to both edges, however small the bag is."""
    move = UNIT * (1 - icon.share) / 2
    place = f"translate({move:g} {move - 2 * icon.share:g}) scale({icon.share:g})"
    ground = f"M-{UNIT} 54H4M60 54H{UNIT * 2}"
    return (
        f'{OPENING} width="{icon.size_px}" height="{icon.size_px}">'
        f'<rect width="{UNIT}" height="{UNIT}" rx="{icon.radius}" fill="{THREAD}"/>'
        f'<path stroke="{PAPER}" stroke-width="3.6" {ROUND} transform="{place}" d="{path}{ground}"/></svg>'
    )


def favicon(path: str) -> str:
    """Draw the mark bolder, for 16 pixels, with colours for day and night."""
    day = f"rect{{fill:{THREAD}}}path{{stroke:{PAPER}}}"
    night = f"rect{{fill:{NIGHT_THREAD}}}path{{stroke:{NIGHT_PAPER}}}"
    return (
        f"{OPENING}><style>{day}@media(prefers-color-scheme:dark){{{night}}}</style>"
        f'<rect width="{UNIT}" height="{UNIT}" rx="12"/>'
        f'<path stroke-width="4.6" {ROUND} transform="translate(0 -1)" d="{path}"/></svg>\n'
    )


def main() -> None:
    path = mark_path(FRAME.read_text(encoding="utf-8"))
    (IMAGES / "favicon.svg").write_text(favicon(path), encoding="utf-8")
    for icon in ICONS:
        with Image.open(io.BytesIO(vl_convert.svg_to_png(drawn(path, icon)))) as picture:
            few = picture.quantize(COLOURS, method=Image.Quantize.FASTOCTREE)
        few.save(IMAGES / icon.file, optimize=True)


if __name__ == "__main__":
    main()
