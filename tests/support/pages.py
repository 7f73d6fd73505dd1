"""What stands in an HTML page, as a flat list of elements.

Enough for laws about attributes, links and ids; that the page is well formed is the Nu checker's part.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser


@dataclass(frozen=True, slots=True)
class Element:
    tag: str
    attributes: dict[str, str]
    line: int
    in_svg: bool
    text: list[str] = field(default_factory=list)
    """The text right inside it, for the elements in `_WITH_TEXT` only."""

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    def words(self, name: str) -> list[str]:
        """Read an attribute that is a list of words: `rel`, `class`."""
        return self.get(name).lower().split()


@dataclass(frozen=True)
class Page:
    path: str
    """In the output folder: `en/shops/index.html`."""

    elements: tuple[Element, ...]

    def all(self, *tags: str) -> Iterator[Element]:
        return (element for element in self.elements if element.tag in tags)

    def at(self, element: Element) -> str:
        return f"{self.path}:{element.line}"

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(e.get("id") for e in self.elements if "id" in e.attributes)

    @property
    def lang(self) -> str:
        return next((e.get("lang") for e in self.all("html")), "")

    @property
    def template(self) -> str:
        return next((e.get("data-template") for e in self.all("body")), "")

    @property
    def titles(self) -> list[str]:
        return ["".join(e.text).strip() for e in self.all("title") if not e.in_svg]

    @property
    def canonical(self) -> list[str]:
        return [e.get("href") for e in self.all("link") if "canonical" in e.words("rel")]

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """The other languages of this page and itself: `(hreflang, address)` in the order written."""
        return [
            (e.get("hreflang"), e.get("href"))
            for e in self.all("link")
            if "alternate" in e.words("rel") and "hreflang" in e.attributes and "type" not in e.attributes
        ]

    @property
    def is_redirect(self) -> bool:
        """Say whether this is an old address that only sends readers on."""
        return any(e.get("http-equiv").lower() == "refresh" for e in self.all("meta"))

    @property
    def is_not_found(self) -> bool:
        return self.path.rpartition("/")[2] == "404.html"

    @property
    def is_noindex(self) -> bool:
        robots = (e.get("content") for e in self.all("meta") if e.get("name").lower() == "robots")
        return any("noindex" in content.lower() for content in robots)

    @property
    def is_indexable(self) -> bool:
        return not (self.is_redirect or self.is_not_found or self.is_noindex)


_WITH_TEXT = frozenset({"title", "script", "style"})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.svg_depth = 0
        self.open: Element | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        self.svg_depth += tag == "svg"
        if tag in _WITH_TEXT:
            self.open = self.elements[-1]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append(Element(tag, attributes, self.getpos()[0], self.svg_depth > 0))

    def handle_endtag(self, tag: str) -> None:
        self.svg_depth -= tag == "svg"
        if self.open and self.open.tag == tag:
            self.open = None

    def handle_data(self, data: str) -> None:
        if self.open:
            self.open.text.append(data)


def read_page(path: str, html: str) -> Page:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Page(path, tuple(reader.elements))
