"""What a search index is made from, and the page that leads to it."""

from __future__ import annotations

from msgspec import Struct

from site_builder.names import Digest, EntryId, Lang, UrlPath
from site_builder.plan.views.chrome import Head, Link
from site_builder.plan.views.parts import TermCount


class FoundText(Struct, frozen=True):
    text: str
    lang: str
    """Empty where it is the page's own."""


class FoundCard(Struct, frozen=True):
    """What a result shows."""

    url: UrlPath
    name: FoundText
    kind: str
    drawing: tuple[str, EntryId]
    """What the macro `drawing` is asked with."""
    picture: tuple[UrlPath, int, int] | None
    """Address, width and height of the first photo."""
    price: tuple[str, ...]
    """The price and for how many, of a reported one from when it is; empty for all but products."""
    note: FoundText | None
    """Whose product it is, where a shop or a place lies."""
    summary: FoundText | None


class SearchRecord(Struct, frozen=True):
    """An entry as it is found. `filters` are facets with a word, in the language of the index."""

    card: FoundCard
    words: tuple[str, ...]
    """What it is found by beside its title, summary and text."""
    body: Digest | None
    """Of the converted text."""
    fills: tuple[str, ...]
    """The words for the holes of that text."""
    filters: tuple[tuple[str, str], ...]


class SearchIndex(Struct, frozen=True):
    """All that one language's index is made from."""

    lang: Lang
    records: tuple[SearchRecord, ...]


class NameGroup(Struct, frozen=True):
    """Names with the same first letter."""

    letter: str
    """Empty for those that begin with none from A to Z."""
    links: tuple[Link, ...]


class SearchPageView(Struct, frozen=True):
    """`search.html`: the ways to find something without a script, and what the search is shown with."""

    head: Head
    index_url: UrlPath | None
    """The folder of this language's index; `None` where there is nothing to be found."""
    products: tuple[TermCount, ...]
    """Categories; each has a page of its own."""
    shops: tuple[TermCount, ...]
    names: tuple[NameGroup, ...]
    """Products and shops from A to Z, those of this page."""
    spans: tuple[Link, ...]
    """Where the names do not fit one page: the pages, each called after its first name and its last."""
    page: int
    """From 1."""
