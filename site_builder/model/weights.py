"""What pages weigh, and the sums that a budget may bound."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

MEASURES = ("html", "css", "html_and_css", "javascript", "images", "total")
"""What a budget may bound, each the name of a number of `PageWeight`."""


class PageWeight(Struct, frozen=True):
    """What a first visit on a phone fetches for a page, in bytes as hosts send them."""

    page: str
    """Its address below the site's root: `produk/koper/`, empty for the home page."""
    kind: str
    """The name of its template: `product_page`."""
    html: int
    css: int
    javascript: int
    images: int
    other: int
    """The sheet for paper, the icon, the manifest, fonts."""
    not_weighed: int = 0
    """The number of its pictures that no build has made yet, and that are in no sum."""

    @property
    def html_and_css(self) -> int:
        """What must be there before anything shows."""
        return self.html + self.css

    @property
    def total(self) -> int:
        return self.html + self.css + self.javascript + self.images + self.other

    def of(self, measure: str) -> int:
        """Give one of `MEASURES`."""
        return int(getattr(self, measure))


def heaviest(weights: Iterable[PageWeight], most: int) -> tuple[PageWeight, ...]:
    """Choose the heaviest page of each kind, and of these the heaviest, in order."""
    by_kind: dict[str, PageWeight] = {}
    for weight in weights:
        known = by_kind.get(weight.kind)
        if known is None or _order(weight) < _order(known):
            by_kind[weight.kind] = weight
    return tuple(sorted(by_kind.values(), key=_order)[:most])


def _order(weight: PageWeight) -> tuple[int, str]:
    return -weight.total, weight.page
