"""Names that become addresses or files: slugs, former addresses, photos."""

from __future__ import annotations

import re
import unicodedata

from site_builder.model.readers.written import ScalarFault, Written, text_of, wrong

MOST_BYTES = 80
"""Of one part of an address: safe on every host and disk."""

PHOTO_ENDINGS = frozenset({"jpg", "jpeg", "png", "webp", "avif"})

DEVICE_NAMES = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}
)
"""Windows opens a device, not a file, for these, whatever follows the first dot."""

RESERVED = frozenset(
    {"404", "assets", "cname", "data", "favicon", "feed", "index", "llms", "manifest", "page", "robots"}
    | {"search", "sitemap", "well-known"}
)
"""Names in the output folder that are the site's own."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_SEGMENT = re.compile(r"[\w~][\w.~-]*")
_PHOTO_SEGMENT = re.compile(r"[^\x00-\x1f\x7f-\x9f/\\:*?\"<>|#%]+")


def slug_fault(text: str) -> str:
    """Say why a text can't be a slug or an id (`form`, `long`, `reserved`), or nothing when it can."""
    if text in DEVICE_NAMES or text in RESERVED:
        return "reserved"
    if not _SLUG.fullmatch(text):
        return "form"
    return "long" if len(text) > MOST_BYTES else ""


def slug_like(text: str) -> str:
    """Give the nearest text that can be a slug, or nothing: `Tas Kulit (Baru)` → `tas-kulit-baru`."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    slug = "-".join(re.findall(r"[a-z0-9]+", ascii_text.lower()))[:MOST_BYTES].strip("-")
    if slug in DEVICE_NAMES or slug in RESERVED:
        slug += "-1"
    return slug


def read_slug(written: Written) -> str:
    text = text_of(written)
    fault = slug_fault(text)
    if not fault:
        return text
    meant = slug_like(text)
    if fault == "reserved":
        raise wrong("slug-reserved", text, meant)
    raise wrong("slug-form", text, meant) if meant else wrong("slug", text)


def read_site_path(written: Written) -> str:
    """Read a former address of this site, such as `/produk/lama/` or `/lama.html`."""
    text = unicodedata.normalize("NFC", text_of(written))
    if re.fullmatch(r"[\w-]+(?:/[\w-]+)*/?", text):
        raise wrong("site-path-form", text, f"/{text.strip('/')}/")
    parts = text.split("/")
    names = parts[1:-1] if parts[-1] == "" else parts[1:]
    if parts[0] or not names or len(text.encode()) > 3 * MOST_BYTES:
        raise wrong("site-path", text)
    for name in names:
        bare = name.removesuffix(".html").removesuffix(".htm")
        if not _SEGMENT.fullmatch(bare) or "." in bare or len(name.encode()) > MOST_BYTES:
            raise wrong("site-path", text)
        if bare.lower() in DEVICE_NAMES:
            raise wrong("site-path-reserved", text)
    first = names[0].removesuffix(".html").removesuffix(".htm").lower()
    if first in RESERVED or first.startswith("_"):
        raise wrong("site-path-reserved", text)
    if any(name.endswith((".html", ".htm")) for name in names[:-1]):
        raise wrong("site-path", text)
    return text if parts[-1] == "" or "." in names[-1] else f"{text}/"


ON_A_COMPUTER = re.compile(r"[A-Za-z]:[\\/]|file:|~/|/(?:home|Users)/")
"""How the place of a file on somebody's own computer begins."""


def read_photo_file(written: Written) -> str:
    """Read `intako/front.jpg`; the result is NFC, so that it finds files named on any system."""
    text = unicodedata.normalize("NFC", text_of(written))
    if ON_A_COMPUTER.match(text):
        name = re.split(r"[\\/]", text)[-1]
        raise wrong("photo-computer", text, name) if name else wrong("photo", text)
    if re.match(r"(?:[a-z][a-z0-9+.-]*:)?//|data:", text, re.IGNORECASE):
        raise wrong("photo-remote", text)
    if "\\" in text and ":" not in text:
        raise wrong("photo-slash", text, text.replace("\\", "/"))
    names = text.split("/")
    if any(not _PHOTO_SEGMENT.fullmatch(name) or name.startswith(".") or name[-1] in ". " for name in names):
        raise wrong("photo", text)
    if any(name.split(".")[0].lower() in DEVICE_NAMES for name in names):
        raise wrong("photo", text)
    ending = names[-1].rpartition(".")[2].lower() if "." in names[-1] else ""
    if ending in ("heic", "heif"):
        raise wrong("photo-heic", text)
    if ending not in PHOTO_ENDINGS:
        raise ScalarFault("field-type", "photo-ending", {"value": text[-40:]})
    return text
