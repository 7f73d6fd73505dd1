"""Coordinates as offices write and copy them: with decimal commas, with degrees and minutes, in links."""

from __future__ import annotations

import re

_NUMBER = r"([-−]?\d{1,3}[.]\d+)"
_WITH_COMMA = r"([-−]?\d{1,3},\d+)"
_FORMS = (
    re.compile(rf"\(?\s*{_NUMBER}\s*[,; /]\s*{_NUMBER}\s*\)?", re.ASCII),
    re.compile(rf"\(?\s*{_WITH_COMMA}\s*(?:;|/|,\s|\s)\s*{_WITH_COMMA}\s*\)?", re.ASCII),
)
_IN_LINK = re.compile(
    r"https?://\S*?(?:[?&](?:q|query|ll|destination)=(?:loc:)?|/place/|/search/|!3d)"
    r"([-−]?\d{1,3}\.\d+)(?:,|%2C|!4d)\+?([-−]?\d{1,3}\.\d+)\S*",
    re.ASCII,
)
_ANGLE = re.compile(
    r"(?P<before>LS|LU|BT|BB|[NSEW])?\s*(?P<degrees>\d{1,3}(?:[.,]\d+)?)\s*°?\s*"
    r"(?:(?<=°)\s*(?P<minutes>\d{1,2}(?:[.,]\d+)?)\s*['’′]\s*(?:(?P<seconds>\d{1,2}(?:[.,]\d+)?)\s*(?:[\"”″]|''|’’)\s*)?)?"
    r"(?(before)|(?P<behind>LS|LU|BT|BB|[NSEW])?)",
    re.IGNORECASE,
)
_SOUTH_OR_WEST = frozenset({"S", "LS", "W", "BB"})
_LATITUDES, _LONGITUDES = frozenset({"N", "S", "LU", "LS"}), frozenset({"E", "W", "BT", "BB"})
_PARTS = 60
"""So many minutes a degree has, and seconds a minute."""
_DECIMALS = 6
"""A tenth of a metre."""


def coordinates_in(text: str) -> tuple[str, str] | None:
    """Give latitude and longitude of a text that can mean nothing else."""
    for form in (*_FORMS, _IN_LINK):
        found = form.fullmatch(text)
        if found is not None:
            lat, lon = (part.replace("−", "-").replace(",", ".") for part in found.groups())
            return lat, lon
    return _angles(text)


def _angles(text: str) -> tuple[str, str] | None:
    """Read `7°30'05"S 112°42'10"E` and `7.5012 LS, 112.7021 BT`; each angle names its side."""
    first = _ANGLE.match(text)
    rest = text[first.end() :].lstrip(" ,;/") if first is not None else ""
    second = _ANGLE.fullmatch(rest)
    if first is None or second is None:
        return None
    sides = [(found["before"] or found["behind"] or "").upper() for found in (first, second)]
    if sides[0] not in _LATITUDES or sides[1] not in _LONGITUDES:
        return None
    lat, lon = (_degrees(found, side) for found, side in zip((first, second), sides, strict=True))
    return None if lat is None or lon is None else (lat, lon)


def _degrees(found: re.Match[str], side: str) -> str | None:
    """Give an angle in degrees; `None` for what is none: 95 seconds, half a degree and minutes."""
    given = [
        text.replace(",", ".") for text in found.group("degrees", "minutes", "seconds") if text is not None
    ]
    if any("." in text for text in given[:-1]) or any(float(text) >= _PARTS for text in given[1:]):
        return None
    degrees = sum(float(text) / _PARTS**place for place, text in enumerate(given))
    written = f"{degrees:.{_DECIMALS}f}".rstrip("0").rstrip(".")
    return f"-{written}" if side in _SOUTH_OR_WEST else written
