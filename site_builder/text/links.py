"""What an address in a text means, and which addresses are let through."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from difflib import get_close_matches
from typing import TypeAlias
from urllib.parse import quote, unquote

from msgspec import Struct

from site_builder.model.readers.paths import ON_A_COMPUTER
from site_builder.names import EntryId, Kind, SourcePath
from site_builder.text.addresses import phone_url
from site_builder.text.plain import decoded


class Outward(Struct, frozen=True):
    """An address outside of the site: the web, a mail, a phone number with its country."""

    url: str
    is_web: bool


class Inward(Struct, frozen=True):
    """Something on this site: an entry (`kind` and its id), a path, or a place on the same page."""

    kind: Kind | None
    target: str
    fragment: str


class Unsafe(Struct, frozen=True):
    """An address that no page may have; the link is dropped and its words stay."""


class Unclear(Struct, frozen=True):
    """An address that would lead nowhere; `variant` says why, `suggestion` what was meant."""

    variant: str
    suggestion: str = ""


Address: TypeAlias = Outward | Inward | Unsafe | Unclear

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd\\\\]")
_WEB = re.compile(r"https?://[^/?#\s@:\[\]]+(?::[0-9]{1,5})?(?:[/?#].*)?", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s<>\"?@]+@[^\s<>\"?@]+(?:\?[^\s<>\"]*)?", re.IGNORECASE)
_PHONE = re.compile(r"\+?[0-9][0-9().-]*")
_BARE_MAIL = re.compile(r"[^\s/@]+@[^\s/@]+\.[^\s/@]+")
_BARE_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,24}(?:[/?#].*)?", re.IGNORECASE)
_FILE = re.compile(
    r"\.(?:pdf|docx?|xlsx?|odt|ods|pptx?|zip|jpe?g|png|webp|gif|avif|svg|html?|csv|txt)$", re.IGNORECASE
)
_LANGUAGE = re.compile(r"\.[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")
_NOT_IN_URL = re.compile(r"""[ "<>\[\]^`{|}\xa0]|%(?![0-9A-Fa-f]{2})""")


def read_address(written: str, path: SourcePath) -> Address:
    """Say what `written` means in the text at `path`.

    Entities are decoded before anything is decided, as a browser does. A scheme that is not http,
    https, mailto or tel is unsafe however it is disguised, and so is another host without a scheme.
    """
    href = decoded(written).strip(" \n")
    if not href or href == "#":
        return Unclear("empty")
    if _FORBIDDEN.search(href) or _FORBIDDEN.search(unquote(href)):
        return Unsafe()
    if href.startswith("//"):
        return Unsafe()
    if _SCHEME.match(href):
        return _outward(href)
    if ":" in re.split("[/?#]", unquote(href), maxsplit=1)[0]:
        return Unsafe()
    return _inward(href, path)


def _outward(href: str) -> Outward | Unsafe | Unclear:
    scheme, _, rest = href.partition(":")
    match scheme.lower():
        case "http" | "https":
            if _WEB.fullmatch(href):
                return Outward(_encoded(href), is_web=True)
            return Unclear("web-form") if rest.startswith("//") else Unsafe()
        case "mailto":
            return Outward(_encoded(href), is_web=False) if _MAIL.fullmatch(href) else Unclear("mail-form")
        case "tel":
            number = rest.replace(" ", "")
            return (
                Outward(phone_url(number), is_web=False)
                if _PHONE.fullmatch(number)
                else Unclear("phone-form")
            )
        case _:
            return Unsafe()


def without_stop(url: str) -> str:
    """Leave out what ends the sentence around an address: `https://contoh.id/a).` is that of `…/a`."""
    while True:
        bare = url.rstrip("?!.,:;_~'")
        if bare.endswith(")") and bare.count(")") > bare.count("("):
            bare = bare[:-1]
        if bare == url:
            return url
        url = bare


def _encoded(url: str) -> str:
    """Percent-encode what may not stand in a URL; letters of any script may."""
    return _NOT_IN_URL.sub(lambda found: quote(found.group(), safe=""), url)


def _inward(href: str, path: SourcePath) -> Inward | Unclear:
    rest, _, fragment = href.partition("#")
    place, question, query = rest.partition("?")
    fragment = unicodedata.normalize("NFC", unquote(fragment))
    place = unicodedata.normalize("NFC", unquote(place))
    if not rest:
        return Inward(None, "", fragment)
    if place.startswith("/"):
        # `/%2Fhost` must not turn into `//host`.
        return Inward(None, re.sub("^/+", "/", place) + question + query, fragment)
    if place.lower().endswith(".md"):
        return _entry(place, fragment, path)
    if _BARE_MAIL.fullmatch(href):
        return Unclear("mail", f"mailto:{href}")
    if place.startswith("www.") or (_BARE_HOST.fullmatch(href) and not _FILE.search(place)):
        return Unclear("web", f"https://{href}")
    return Unclear("relative")


def _entry(place: str, fragment: str, path: SourcePath) -> Inward | Unclear:
    """Follow `../shops/intako.md` from the folder of `path`."""
    parts = posixpath.normpath(posixpath.join(posixpath.dirname(path), place)).split("/")
    if len(parts) != 3 or parts[0] != "content":
        return Unclear("folder", f"../shops/{parts[-1]}")
    try:
        kind = Kind(parts[1])
    except ValueError:
        near = get_close_matches(parts[1].lower(), list(Kind), n=1)
        return Unclear("folder", f"../{near[0] if near else 'shops'}/{parts[2]}")
    name = parts[2][: -len(".md")]
    return Inward(kind, EntryId(_LANGUAGE.sub("", name)), fragment)


def photo_file(written: str) -> str | Unclear:
    """Give the file of a photo, relative to the folder of its entry.

    Or say why it is none: `remote`, `path`, `computer`.
    """
    file = unicodedata.normalize("NFC", unquote(decoded(written).strip(" \n")))
    if ON_A_COMPUTER.match(file):
        return Unclear("computer")
    if re.match(r"[\\/]{2}|[^/?#]*:", file):
        return Unclear("remote")
    if not file or file.startswith("/") or _FORBIDDEN.search(file) or ".." in file.split("/"):
        return Unclear("path")
    return posixpath.normpath(file)
