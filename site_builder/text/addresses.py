"""Addresses that pages link to: none of them can run script, and what is put into one is encoded."""

from __future__ import annotations

import re
from urllib.parse import quote

from site_builder.model.readers.contact import as_dialled_abroad, international
from site_builder.names import Lang

REFUSED = "about:invalid"
"""What an address becomes that no page may link to; browsers open nothing for it."""

# Browsers drop tabs and newlines inside an address and blanks around it, and read `\` as `/`.
_UNSAFE_CHARACTERS = re.compile(r"[\x00-\x20\x7f-\x9f\\]")
_SAFE_START = re.compile(r"(?:https?://[^/]|mailto:|tel:|geo:|[#?]|/(?!/)|\.{1,2}/)", re.IGNORECASE)


def safe_url(url: str) -> str:
    """Give back an address of this site, of the web, of a mailbox, a phone or a place; refuse all others.

    Content is checked long before; this is the last gate before an `href` or a `src`.
    """
    if _UNSAFE_CHARACTERS.search(url) or not _SAFE_START.match(url):
        return REFUSED
    return url


def geo_url(latitude: float, longitude: float) -> str:
    """Name a place for the map app of a phone (RFC 5870); Android shows a pin only with `q`."""
    place = f"{degrees_text(latitude)},{degrees_text(longitude)}"
    return f"geo:{place}?q={place}"


def map_url(latitude: float, longitude: float) -> str:
    """Name a place on OpenStreetMap, with a pin."""
    lat, lon = degrees_text(latitude), degrees_text(longitude)
    return f"https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=17/{lat}/{lon}"


def whatsapp_url(number: str, text: str) -> str:
    """Open a chat with a number (international, digits only) with the message filled in."""
    return f"https://wa.me/{quote(number, safe='')}" + (f"?text={quote(text, safe='')}" if text else "")


def mailto_url(address: str, subject: str, text: str) -> str:
    """Open a letter; lines end as RFC 6068 wants them."""
    parts = (("subject", subject), ("body", text.replace("\n", "\r\n")))
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in parts if value)
    return f"mailto:{quote(address, safe='@')}" + (f"?{query}" if query else "")


def phone_url(number: str) -> str:
    """Call a number from anywhere: only its digits remain, with the country before them (RFC 3966)."""
    return f"tel:{international(number)}"


def phone_text(number: str, lang: Lang) -> str:
    """Write a telephone number as it is dialled where the language is spoken: with +62 but in Indonesia."""
    return number if lang == "id" else as_dialled_abroad(number)


def instagram_url(handle: str) -> str:
    return f"https://www.instagram.com/{quote(handle, safe='')}/"


def degrees_text(value: float) -> str:
    """Write six decimals, which are ten centimetres; never an exponent."""
    return f"{value:.6f}".rstrip("0").rstrip(".")
