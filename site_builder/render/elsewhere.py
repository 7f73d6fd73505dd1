"""Pieces of pages that are read elsewhere, such as in a feed: what they lead to has whole addresses."""

from __future__ import annotations

import re
from urllib.parse import urljoin

_ADDRESS = re.compile(r'(?<=[\s"\'])(?P<name>href|src|srcset|poster)="(?P<value>[^"]*)"')


def with_whole_addresses(html: str, page_url: str) -> str:
    """Resolve what is written for a page at `page_url`; attributes must stand in double quotes."""

    def whole(match: re.Match[str]) -> str:
        value = match["value"]
        if match["name"] != "srcset":
            return f'{match["name"]}="{urljoin(page_url, value)}"'
        candidates = (part.strip().partition(" ") for part in value.split(","))
        return (
            'srcset="'
            + ", ".join(f"{urljoin(page_url, url)} {size}".strip() for url, _, size in candidates)
            + '"'
        )

    return _ADDRESS.sub(whole, html)
