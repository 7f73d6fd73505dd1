"""Which file of the built site answers an address: never one outside it, hidden or kept from readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from site_builder.names import OutPath

LONGEST_ADDRESS = 4096
HTML = "text/html; charset=utf-8"

_TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".geojson": "application/geo+json",
    ".gif": "image/gif",
    ".html": HTML,
    ".ico": "image/vnd.microsoft.icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".vcf": "text/vcard; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
_FOR_HOSTS = frozenset({"_headers", "_redirects"})
"""Read by hosts, never sent by them."""
_SHOWN_HIDDEN = ".well-known"
_NEVER = re.compile(r"[\x00-\x1f\x7f\\:]")
"""Control characters; what Windows reads as a separator, a drive or a stream."""


def content_type(out: OutPath) -> str:
    """Name the type of a file by its ending; what a system has registered differs too much."""
    return _TYPES.get(PurePosixPath(out).suffix.lower(), "application/octet-stream")


def parts_of(address: str) -> tuple[str, ...] | None:
    """Take the path of a request apart, decoded once; `None` for one that no link of the site has.

    The last part is empty for the address of a folder.
    """
    if not address.startswith("/"):
        return None
    try:
        parts = tuple(unquote(address[1:], errors="strict").split("/"))
    except UnicodeDecodeError:
        return None
    *folders, last = parts
    if any(not folder for folder in folders) or (len(parts) == 1 and last in _FOR_HOSTS):
        return None
    for index, part in enumerate(parts):
        hidden = part.startswith(".") and (index > 0 or part != _SHOWN_HIDDEN)
        if hidden or _NEVER.search(part) or part.endswith((".", " ")):
            return None
    return parts


def file_at(parts: tuple[str, ...]) -> OutPath:
    """Name the file of the site that answers an address."""
    return OutPath("/".join(parts if parts[-1] else (*parts[:-1], "index.html")))


def find_file(folder: Path, out: OutPath) -> Path | None:
    """Find the file of the site below `folder`; a link that leads out of it is not followed."""
    try:
        inside, found = folder.resolve(strict=True), (folder / out).resolve(strict=True)
        return found if found.is_relative_to(inside) and found.is_file() else None
    except (OSError, ValueError):  # not there, a loop of links, a name too long
        return None


def missing_pages(parts: tuple[str, ...]) -> Iterator[OutPath]:
    """Name the pages that tell of an address that is none, nearest first, so in the reader's language."""
    for depth in range(len(parts) - 1, -1, -1):
        yield file_at((*parts[:depth], "404.html"))
