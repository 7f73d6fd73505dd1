"""The style guide: tokens, type, drawings and parts on one page, for designers. Only previews have it."""

from __future__ import annotations

import re

from msgspec import Struct

from site_builder.names import Kind, OutPath
from site_builder.plan.edition import Edition
from site_builder.plan.heads import unlisted_head
from site_builder.plan.section_pages import OPENING_FIGURES, Made
from site_builder.plan.shelf import Shelf
from site_builder.plan.views.pages import StyleGuideView

ADDRESS = "gaya/index.html"
_TOKEN = re.compile(r"--(?P<name>[\w-]+)\s*:\s*#[0-9a-fA-F]{3,6}\s*;")
_SYMBOL = re.compile(r"""<symbol\s[^>]*?\bid=["'](?P<id>[\w-]+)["']""")
_SOME = 4


class Look(Struct, frozen=True):
    """What there is to show, read from the designers' files."""

    colours: tuple[str, ...]
    """Names of the tokens that are colours."""
    drawings: tuple[str, ...]
    """Ids of the symbols in `img/lines.svg`."""


def read_look(tokens: str, drawings: str) -> Look:
    """Read names from a stylesheet and from an SVG, each once, in the order in which they stand there."""
    colours = dict.fromkeys(found["name"] for found in _TOKEN.finditer(tokens))
    symbols = dict.fromkeys(found["id"] for found in _SYMBOL.finditer(drawings))
    return Look(tuple(colours), tuple(symbols))


def style_guide_page(edition: Edition, shelf: Shelf, look: Look) -> Made:
    """Show every part with real entries, so that the guide can't fall behind."""
    url = edition.routes.asset(OutPath(ADDRESS.removesuffix("index.html")))
    head = unlisted_head(edition, "Style guide", {edition.lang: url})
    view = StyleGuideView(
        head=head,
        colours=look.colours,
        drawings=look.drawings,
        products=tuple(shelf.products.values())[:_SOME],
        shops=tuple(shelf.shops.values())[:_SOME],
        stories=shelf.cards[Kind.STORIES][:_SOME],
        places=shelf.cards[Kind.PLACES][:_SOME],
        figures=tuple(shelf.figures.values())[:OPENING_FIGURES],
    )
    return OutPath(ADDRESS), "style_guide.html", view
