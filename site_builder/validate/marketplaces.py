"""Shops on marketplaces: their addresses in a text, and what the marketplace is called."""

from __future__ import annotations

import re

_HOSTS = {
    "shopee.co.id": "Shopee", "shp.ee": "Shopee", "tokopedia.com": "Tokopedia", "tokopedia.link": "Tokopedia",
    "bukalapak.com": "Bukalapak", "lazada.co.id": "Lazada", "blibli.com": "Blibli",
    "tiktok.com": "TikTok Shop",
    "alibaba.com": "Alibaba", "etsy.com": "Etsy", "padiumkm.id": "PaDi UMKM", "amazon.com": "Amazon",
}  # fmt: skip
"""By what their addresses end in."""
ONLY_NAMES = re.compile(
    r"(?:toko\s+)?(?:shopee|tokopedia|tokped|bukalapak|lazada|blibli|tiktok(?:\s*shop)?|alibaba|etsy|padi(?:\s*umkm)?"
    r"|amazon|link|akun|online|toko)",
    re.IGNORECASE,
)
"""Words beside an address that say nothing more."""
ADDRESS = re.compile(r"(?:https?://)?((?:[a-z0-9-]+\.)+[a-z]{2,})(/[^\s;,|]+)", re.IGNORECASE | re.ASCII)

_LONGEST = 2000
"""Signs of a text in which addresses are looked for: some of those that people copy are long."""


def market_name(host: str) -> str:
    """Give the name of a known marketplace by its host."""
    lower = host.lower()
    return next((name for end, name in _HOSTS.items() if lower == end or lower.endswith(f".{end}")), "")


def shops_in(text: str) -> list[tuple[str, str]]:
    """Give name and address of each shop in a text; none where the text says more than that."""
    if len(text) > _LONGEST:
        return []
    rest = re.findall(r"[^\W\d_]+", ADDRESS.sub(" ", text))
    if not all(map(ONLY_NAMES.fullmatch, rest)):
        return []
    found = [(host.lower(), path) for host, path in ADDRESS.findall(text)]
    return [(market_name(host) or host.removeprefix("www."), f"https://{host}{path}") for host, path in found]
