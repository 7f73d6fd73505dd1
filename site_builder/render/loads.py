"""What a page makes a phone fetch on a first visit, and what the files that it names weigh.

A phone is 412 wide with 1.75 points to a pixel, as Lighthouse measures. Counted are the page, its
sheets, its scripts with what they import, the pictures that do not wait until they are near, of a
picture in several sizes and forms the one that such a phone takes, what sheets name, the icon and
the manifest. Text is compressed by gzip at level 6, the middle of what hosts do; pictures are as
they are.
"""

from __future__ import annotations

import html
import re
import zlib
from collections.abc import Iterator

from msgspec import Struct

from site_builder.names import OutPath

WIDTH_PX, DENSITY = 412, 1.75
GZIP_LEVEL = 6
_COMPRESSED = (".html", ".css", ".js", ".svg", ".json", ".webmanifest")
_GZIP = 31
"""Asks zlib for the frame of gzip, whose bytes travel, too."""
_EM_PX = 16

_TAG = re.compile(
    r"<(/?(?:link|script|img|picture|source|use|image)(?=[\s>/]))((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>"
)
_ATTRIBUTE = re.compile(r"""([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")
_IMPORTED = re.compile(r"""\b(?:from|import)\s*["']\./([^"']+)["']""")
_LENGTH = re.compile(r"([\d.]+)(vw|px|em|rem)")
_CONDITION = re.compile(r"\((min|max)-width:\s*([\d.]+)(px|em|rem)\)")
_FORMS = ("image/avif", "image/webp", "image/jpeg", "image/png", "image/svg+xml", "")

Attributes = dict[str, str]


class PageLoads(Struct, frozen=True, array_like=True):
    """What is known of a page by its bytes alone."""

    html: int
    """Compressed."""
    urls: tuple[str, ...]
    """Of what it makes a browser fetch, without what these files fetch in turn."""
    deferred: tuple[str, ...]
    """Of these the ones that nothing waits for: the sheet for paper, the icon, the manifest."""


class FileWeight(Struct, frozen=True, array_like=True):
    """What a file weighs on its way, and what it makes a browser fetch in turn."""

    bytes: int
    needs: tuple[str, ...] = ()
    """Addresses, or paths below the output folder."""


def sent_bytes(name: str, data: bytes) -> int:
    """Say how many bytes of a file travel."""
    if not name.endswith(_COMPRESSED):
        return len(data)
    squeeze = zlib.compressobj(GZIP_LEVEL, zlib.DEFLATED, _GZIP)
    return len(squeeze.compress(data)) + len(squeeze.flush())


def file_weight(out: OutPath, data: bytes) -> FileWeight:
    """Weigh a published file."""
    needs: tuple[str, ...] = ()
    if out.endswith(".css"):
        needs = tuple(dict.fromkeys(_CSS_URL.findall(data.decode())))
    elif out.endswith(".js"):
        folder = out.rpartition("/")[0]
        needs = tuple(f"{folder}/{name}" for name in _IMPORTED.findall(data.decode()))
    return FileWeight(sent_bytes(out, data), needs)


def page_loads(data: bytes) -> PageLoads:
    """Find what a page makes a phone fetch by itself."""
    found = dict(_found(data.decode()))
    return PageLoads(
        sent_bytes(".html", data),
        tuple(found),
        tuple(url for url, is_deferred in found.items() if is_deferred),
    )


def _found(text: str) -> Iterator[tuple[str, bool]]:
    """Yield addresses, and whether nothing waits for them."""
    sources: list[Attributes] = []
    for tag in _TAG.finditer(text):
        name, own = tag[1], _attributes(tag[2])
        url, is_deferred = "", False
        match name:
            case "link":
                url, is_deferred = _linked(own)
            case "script" if own.get("type", "") in ("", "module", "text/javascript"):
                url = own.get("src", "")
            case "use" | "image":
                url = own.get("href", own.get("xlink:href", ""))
            case "picture" | "/picture":
                sources = []
            case "source":
                sources.append(own)
            case "img" if own.get("loading") != "lazy":
                url = _taken(sources, own)
            case _:
                pass
        url = url.partition("#")[0]
        if url and not url.startswith("data:"):
            yield url, is_deferred


def _attributes(text: str) -> Attributes:
    return {
        name.lower(): html.unescape(one or two or three) for name, one, two, three in _ATTRIBUTE.findall(text)
    }


def _linked(own: Attributes) -> tuple[str, bool]:
    """Give what a `<link>` fetches; most only name something."""
    rels = own.get("rel", "").split()
    if "stylesheet" in rels:
        return own.get("href", ""), own.get("media") == "print"
    is_fetched = not {"icon", "manifest", "preload", "modulepreload"}.isdisjoint(rels)
    return (own.get("href", "") if is_fetched else ""), not {"icon", "manifest"}.isdisjoint(rels)


def _taken(sources: list[Attributes], img: Attributes) -> str:
    """Choose as a phone does: the first form that it knows, there the smallest that is sharp."""
    for source in sources:
        if source.get("type", "") in _FORMS and _holds(source.get("media", "")):
            chosen = _sharp(source.get("srcset", ""), source.get("sizes", img.get("sizes", "")))
            if chosen:
                return chosen
    return _sharp(img.get("srcset", ""), img.get("sizes", "")) or img.get("src", "")


def _sharp(srcset: str, sizes: str) -> str:
    """Choose of `a.webp 320w, b.webp 640w` or `a.webp 1x, b.webp 2x` the smallest that is enough."""
    candidates = []
    for part in srcset.split(","):
        url, _, size = part.strip().partition(" ")
        number = float(size[:-1]) if re.fullmatch(r"[\d.]+[wx]", size) else 1.0
        if url:
            candidates.append((number, url, size.endswith("w")))
    if not candidates:
        return ""
    needed = _shown_px(sizes) * DENSITY if candidates[0][2] else DENSITY
    candidates.sort()
    return next((url for number, url, _ in candidates if number >= needed), candidates[-1][1])


def _shown_px(sizes: str) -> float:
    """Give the width that `(min-width: 60em) 33vw, 92vw` says for a phone; its whole width if in doubt."""
    for part in sizes.split(","):
        condition, _, length = part.strip().rpartition(" ")
        known = _LENGTH.fullmatch(length)
        if known is not None and _holds(condition):
            unit = {"vw": WIDTH_PX / 100, "px": 1.0}.get(known[2], _EM_PX)
            return float(known[1]) * unit
    return WIDTH_PX


def _holds(media: str) -> bool:
    """Whether a condition on the width holds on a phone; others do."""
    for end, number, unit in _CONDITION.findall(media):
        limit = float(number) * (1 if unit == "px" else _EM_PX)
        if (limit > WIDTH_PX) if end == "min" else (limit < WIDTH_PX):
            return False
    return "print" not in media
