"""What a browser has to fetch for a page, in the bytes that travel."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal
from urllib.parse import urljoin

from tests.support.links import css_links, page_links
from tests.support.pages import Page
from tests.support.site import BuiltSite

Sort = Literal["page", "style", "script", "picture", "other"]

# As deploy/nginx.conf does it; level 6 is the middle, a host that does better sends less.
_LEVEL = 6
_COMPRESSED = (".html", ".css", ".js", ".svg", ".json", ".webmanifest")
_PICTURES = (".svg", ".avif", ".webp", ".jpg", ".jpeg", ".png", ".ico", ".gif")

# `import {a} from "./b.js"` and `import "./b.js"`, not `import("./b.js")`, which waits until it is wanted.
_IMPORTED = re.compile(r"""\b(?:from|import)\s*["'](\.[^"']+)["']""")


@dataclass(frozen=True, slots=True)
class Load:
    """One file that a page makes a browser fetch."""

    path: str
    sort: Sort
    bytes: int


@dataclass(frozen=True)
class Weight:
    page: Page
    loads: tuple[Load, ...]

    def of(self, *sorts: Sort) -> int:
        return sum(load.bytes for load in self.loads if load.sort in sorts)

    @property
    def total(self) -> int:
        return sum(load.bytes for load in self.loads)

    def __str__(self) -> str:
        parts = (f"{load.bytes:>7,} {load.path}" for load in sorted(self.loads, key=lambda one: -one.bytes))
        return "\n".join([f"{self.total:>7,} in all: {self.page.path}", *(f"    {part}" for part in parts)])


def weight_of(site: BuiltSite, page: Page) -> Weight:
    """Weigh all that is fetched without the reader's asking, and what those files fetch in turn.

    A style sheet for paper is no style that the screen waits for: browsers fetch it last.
    Of a picture in several sizes and forms every one counts: no browser fetches more than that.
    """
    found: dict[str, None] = {page.path: None}
    for_paper = {
        site.locate(site.resolve(page, link.get("href")))
        for link in page.all("link")
        if link.get("media") == "print"
    }
    waiting = [link.url for link in page_links(site, page) if link.is_resource]
    while waiting:
        path = site.locate(waiting.pop())
        if path is None or path in found or path.endswith(".html"):  # a form leads there, when it is sent
            continue
        found[path] = None
        if path.endswith(".css"):
            waiting += (link.url for link in css_links(site, path, site.text(path)))
        elif path.endswith(".js"):
            waiting += (urljoin(site.url(path), name) for name in _IMPORTED.findall(site.text(path)))
    return Weight(
        page,
        tuple(
            Load(path, "other" if path in for_paper else _sort(path), sent_bytes(site, path))
            for path in found
        ),
    )


def sent_bytes(site: BuiltSite, path: str) -> int:
    return _sent(site.folder.as_posix(), path)


def table(weights: Iterable[Weight], *sorts: Sort, rows: int = 15) -> str:
    """Name the heaviest pages, heaviest first."""
    heaviest = sorted(weights, key=lambda weight: -weight.of(*sorts))[:rows]
    return "\n".join(f"{weight.of(*sorts):>7,} {weight.page.path}" for weight in heaviest)


@cache
def _sent(folder: str, path: str) -> int:
    data = Path(folder, path).read_bytes()
    return len(gzip.compress(data, _LEVEL, mtime=0)) if path.endswith(_COMPRESSED) else len(data)


def _sort(path: str) -> Sort:
    if path.endswith(".html"):
        return "page"
    if path.endswith(".css"):
        return "style"
    if path.endswith(".js"):
        return "script"
    return "picture" if path.endswith(_PICTURES) else "other"
