"""Addresses of mail and accounts as offices write them: for no program to read, with slips, or several."""

from __future__ import annotations

import re

from site_builder.importing.cells.words import is_slip
from site_builder.model.readers.contact import read_email
from site_builder.model.readers.written import ScalarFault, shorten

_AT = re.compile(r"\s*[\[({]\s*(?:at|@)\s*[\])}]\s*|\s+at\s+", re.IGNORECASE)
_HOSTS = (
    "gmail.com", "yahoo.com", "yahoo.co.id", "ymail.com", "rocketmail.com", "hotmail.com", "outlook.com",
    "icloud.com",
)  # fmt: skip
"""Where most have their mail; one of nearly this name has hardly anybody."""


def plain_email(text: str) -> str:
    """Write `nama [at] contoh.id` with its sign; raises `ScalarFault` where a comma must be a point."""
    plain = _AT.sub("@", text)
    mended = re.sub(r"\s*,\s*", ".", plain)
    if mended != plain and plain.count("@") == 1:
        try:
            read_email(mended)
        except ScalarFault:
            return plain
        raise ScalarFault("cell-email", "", {"value": shorten(text), "suggestion": mended})
    return plain


def meant_host(text: str) -> str:
    """Give the address that is surely meant by one of a host that hardly anybody has: `nama@gmial.com`."""
    name, _, host = plain_email(text).rpartition("@")
    near = [known for known in _HOSTS if is_slip(host, known)] if host.lower() not in _HOSTS else []
    return f"{name}@{near[0]}" if len(near) == 1 else ""


_ACCOUNT = re.compile(
    r"(?P<net>ig|insta(?:gram)?|fb|facebook|tik\s*tok|twitter|x|yt|you\s*tube|threads)\s*[:=]\s*(?P<who>\S.*)",
    re.IGNORECASE,
)


def instagram_among(text: str) -> tuple[str, list[str]]:
    """Give the account of Instagram in `IG : nama, FB : Nama Toko`, and what stands beside it."""
    parts = [part.strip() for part in re.split(r"[,;|]|\s/\s", text) if part.strip()]
    found = [_ACCOUNT.fullmatch(part) for part in parts]
    own = [one["who"].strip() for one in found if one is not None and one["net"][0] in "iI"]
    if len(own) != 1 or None in found:
        return text, []
    return own[0], [part for part, one in zip(parts, found, strict=True) if one and one["net"][0] not in "iI"]
