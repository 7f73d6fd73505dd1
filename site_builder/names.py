"""What the small texts that name things are called, so that they are not mixed up."""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

Lang = NewType("Lang", str)
"""A language code of `site.yaml`, such as `id`, `en`, `zh`."""

EntryId = NewType("EntryId", str)
"""The file name of an entry without ending and language: `intako`."""

SourcePath = NewType("SourcePath", str)
"""A POSIX path relative to the project: `content/shops/intako.md`."""

OutPath = NewType("OutPath", str)
"""A POSIX path relative to the output folder: `toko/intako/index.html`."""

UrlPath = NewType("UrlPath", str)
"""What a browser asks this site for, base path included: `/tanggulangin/toko/intako/`."""

Digest = NewType("Digest", str)
"""Forty hexadecimal characters of BLAKE2b over the bytes of a thing."""


class Kind(StrEnum):
    """The kinds of entry; each value is its folder below `content/`."""

    PAGES = "pages"
    SHOPS = "shops"
    PRODUCTS = "products"
    VISITS = "visits"
    PLACES = "places"
    EVENTS = "events"
    STORIES = "stories"
    MARKETS = "markets"
    FIGURES = "figures"
    CHARTS = "charts"


SINGULAR: dict[str, Kind] = {
    "page": Kind.PAGES,
    "shop": Kind.SHOPS,
    "product": Kind.PRODUCTS,
    "visit": Kind.VISITS,
    "place": Kind.PLACES,
    "event": Kind.EVENTS,
    "story": Kind.STORIES,
    "market": Kind.MARKETS,
    "figure": Kind.FIGURES,
    "chart": Kind.CHARTS,
}
"""How a kind is called in `[[kind:id]]`."""
