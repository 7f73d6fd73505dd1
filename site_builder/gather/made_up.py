"""Values that are exactly an example of `sentra new`, the starter or the handbook, and so nobody's. Pure.

Only what can be of no shop counts: a year or the name of a cooperative may be an example and true as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias
from urllib.parse import urlsplit

from site_builder.model.catalog import AnyEntry
from site_builder.model.config import Contact
from site_builder.model.entries import Event, Figure, Location, Place, Product, Shop, Source
from site_builder.model.readers.contact import international, is_placeholder

FoundValue: TypeAlias = "tuple[tuple[str | int, ...], str]"
"""Where a value stands in its file, and how it is told."""

_NUMBERS = frozenset({"6281234567890", "628123456789", "62314567012", "62318951234"})
_HOSTS = ("contoh.id", "example.com", "example.net", "example.org")
_RESERVED = ".example"
"""Ends names that the internet never gives to anybody."""
_NO_NAME = re.compile(r"localhost|[\d.]+|.*\.(?:local|test|invalid)")
"""Hosts that nobody else finds: somebody's own computer or network."""
_HANDLE = "bengkel.melati"
_AT_A_MARKETPLACE = "https://www.tokopedia.com/melati"
_POINT = (-7.5069, 112.7031)
_SOURCES = frozenset(
    {
        ("Wawancara dengan pemilik", "Redaksi situs ini", "2026-11-03"),
        ("Talk with the owner", "Editors of this site", "2026-11-03"),
    }
)


def made_up_number(whatsapp: str) -> bool:
    return is_placeholder(whatsapp) or whatsapp in _NUMBERS


def made_up_values(entry: AnyEntry) -> Iterator[FoundValue]:
    """Give all such values of an entry but its WhatsApp number, which is told in words of its own."""
    for place, source in enumerate(entry.meta.sources):
        yield from _in_source(("sources", place), source)
    facts = entry.facts
    match facts:
        case Shop():
            yield from _phone(("phone",), facts.phone)
            yield from _mail(("email",), facts.email)
            yield from _url(("website",), facts.website)
            if facts.instagram == _HANDLE:
                yield ("instagram",), _HANDLE
            for place, market in enumerate(facts.marketplaces):
                at = ("marketplaces", place, "url")
                if market.url == _AT_A_MARKETPLACE:
                    yield at, market.url
                yield from _url(at, market.url)
            yield from _point(facts.location)
        case Place() | Event():
            yield from _point(facts.location)
        case Product():
            if facts.price_reported is not None:
                yield from _url(("price_reported", "url"), facts.price_reported.url)
        case Figure():
            for place, other in enumerate(facts.disputed):
                yield from _url(("disputed", place, "url"), other.url)
        case _:
            pass


def made_up_contacts(contact: Contact) -> Iterator[FoundValue]:
    yield from _phone(("contact", "phone"), contact.phone)
    yield from _mail(("contact", "email"), contact.email)


def is_made_up_address(url: str | None) -> bool:
    """Whether a web address is of a host that stands for any."""
    return url is not None and _is_made_up_host(urlsplit(url).hostname or "")


def _phone(at: tuple[str | int, ...], phone: str | None) -> Iterator[FoundValue]:
    if phone is not None and international(phone).removeprefix("+") in _NUMBERS:
        yield at, phone


def _mail(at: tuple[str | int, ...], email: str | None) -> Iterator[FoundValue]:
    if email is not None and _is_made_up_host(email.rpartition("@")[2].lower()):
        yield at, email


def _url(at: tuple[str | int, ...], url: str | None) -> Iterator[FoundValue]:
    if url is not None and (is_made_up_address(url) or _NO_NAME.fullmatch(urlsplit(url).hostname or "")):
        yield at, url


def _point(location: Location | None) -> Iterator[FoundValue]:
    if location is not None and (float(location.lat), float(location.lon)) == _POINT:
        yield ("location",), f"{location.lat}, {location.lon}"


def _in_source(at: tuple[str | int, ...], source: Source) -> Iterator[FoundValue]:
    if (source.title, source.publisher, source.date) in _SOURCES:
        yield (*at, "title"), f"{source.title}, {source.date}"
    yield from _url((*at, "url"), source.url)


def _is_made_up_host(host: str) -> bool:
    return host.removeprefix("www.") in _HOSTS or host.endswith((_RESERVED, *(f".{one}" for one in _HOSTS)))
