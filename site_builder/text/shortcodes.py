"""What stands in `[[…]]`."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Literal

from msgspec import Struct

from site_builder.model.body import Reference
from site_builder.names import SINGULAR, Kind
from site_builder.text.plain import one_line

BLOCK_FORMS = frozenset({"chart", "map", "photos"})
"""Forms that stand alone in their paragraph."""

NAMES = (*SINGULAR, "map", "photos")

INDONESIAN = {
    "halaman": "page", "toko": "shop", "produk": "product", "kunjungan": "visit", "tempat": "place",
    "acara": "event", "cerita": "story", "pasar": "market", "angka": "figure", "grafik": "chart",
    "peta": "map", "foto": "photos",
}  # fmt: skip
"""The Indonesian names, as fields have them too."""

_MEANT = {
    "angka": "figure", "acara": "event", "berita": "story", "bagan": "chart", "cerita": "story",
    "diagram": "chart", "foto": "photos", "galeri": "photos", "gambar": "photos", "grafik": "chart",
    "halaman": "page", "image": "photos", "kunjungan": "visit", "laman": "page", "link": "page",
    "pasar": "market", "peta": "map", "photo": "photos", "produk": "product", "statistik": "figure",
    "tempat": "place", "toko": "shop", "tur": "visit", "wisata": "visit",
}  # fmt: skip
"""Indonesian words, and others that editors try, for the names that there are."""

_ID = re.compile(r"[^\s/\\:.?#|<>\"']+")


class Embedded(Struct, frozen=True):
    form: Literal["link", "figure", "chart", "map", "photos"]
    kind: Kind | None
    target: str
    text: str

    def reference(self, line: int, column: int) -> Reference:
        return Reference(self.form, self.kind, self.target, self.text, line=line, column=column)


class Malformed(Struct, frozen=True):
    """`variant` says what is wrong, `suggestion` is what to write; where the kind is not said, the id."""

    variant: Literal["name", "kind", "id", "colon", "extra"]
    suggestion: str


def read_shortcode(content: str) -> Embedded | Malformed:
    """Read what stands between `[[` and `]]`."""
    thing, _, text = content.partition("|")
    name, colon, target = (part.strip() for part in thing.partition(":"))
    name = INDONESIAN.get(name, name)
    text = one_line(text)
    if name not in NAMES:
        near = _nearest(name)
        if not colon and not near:
            return Malformed("kind", _cleaned(name))
        return Malformed("name", _brackets(near or "shop", target, text))
    if name == "photos":
        return Malformed("extra", "[[photos]]") if colon or text else Embedded("photos", None, "", "")
    if not colon:
        return Malformed("colon", _brackets(name, "…", text))
    if not _ID.fullmatch(target):
        return Malformed("id", _brackets(name, _cleaned(target), text))
    if name == "map":
        return Embedded("map", None, target, text)
    if name == "figure":
        return Embedded("figure", Kind.FIGURES, target, text)
    if name == "chart":
        return Embedded("chart", Kind.CHARTS, target, text)
    return Embedded("link", SINGULAR[name], target, text)


def is_attempt(content: str) -> bool:
    """Whether `[[content]]` was meant as a shortcode, however wrong, and not as two brackets (`[[1]]`)."""
    return bool(re.match(r"\s*[^\W\d_]", content))


def is_known(content: str) -> bool:
    """Whether `content`, of which the end may be missing, begins as a shortcode does."""
    name = re.split("[:|]", content, maxsplit=1)[0].strip().lower()
    return name in NAMES or name in _MEANT


def _nearest(name: str) -> str:
    lowered = name.lower()
    if lowered in _MEANT:
        return _MEANT[lowered]
    if lowered.removesuffix("s") in SINGULAR:
        return lowered.removesuffix("s")
    near = get_close_matches(lowered, [*NAMES, *_MEANT], n=1)
    return _MEANT.get(near[0], near[0]) if near else ""


def _cleaned(target: str) -> str:
    """Guess the id in `intako.md`, `shops/intako`, `Toko Intako`."""
    last = target.replace("\\", "/").rstrip("/").rpartition("/")[2].partition(".")[0]
    return "-".join(re.findall(r"[^\W_]+", last.lower())) or "…"


def _brackets(name: str, target: str, text: str) -> str:
    if name == "photos":
        return "[[photos]]"
    return f"[[{name}:{target or '…'}{'|' + text if text else ''}]]"
