"""The colours of the stylesheet, for what is drawn outside of it: `10-tokens.css` is their one place."""

from __future__ import annotations

import re
from typing import TypeVar

from msgspec import Struct

_DARK = re.compile(r"@media\s*\(\s*prefers-color-scheme:\s*dark\s*\)\s*\{\s*:root\s*\{(?P<inner>[^}]*)\}")
_ROOT = re.compile(r":root\s*\{(?P<inner>[^}]*)\}")
_PROPERTY = re.compile(r"--(?P<name>[a-z0-9-]+)\s*:\s*(?P<value>[^;}]+)")
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_VAR = re.compile(r"var\(\s*--(?P<name>[a-z0-9-]+)\s*\)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class Colours(Struct, frozen=True):
    """The colours of one scheme, as `#rrggbb`. Each field is the custom property of that name."""

    paper: str
    ink: str
    soft: str
    line: str
    thread: str
    on_thread: str


class ShareColours(Struct, frozen=True):
    """The colours of share pictures. Each field is the custom property of that name."""

    paper: str
    ink: str
    soft: str
    tan: str
    thread: str
    wash: str
    wash_red: str
    wash_blue: str
    wash_ink: str


PLAIN_SHARES = ShareColours(
    "#ffffff", "#000000", "#555555", "#555555", "#b00020", "#eeeeee", "#eeeeee", "#eeeeee", "#eeeeee"
)


C = TypeVar("C", Colours, ShareColours)


class Palette(Struct, frozen=True):
    light: Colours
    dark: Colours
    shares: ShareColours = PLAIN_SHARES


PLAIN = Palette(
    Colours("#ffffff", "#000000", "#555555", "#cccccc", "#b00020", "#ffffff"),
    Colours("#000000", "#ffffff", "#bbbbbb", "#444444", "#ff8a80", "#000000"),
)
"""For a site whose stylesheet names no colours."""


def read_palette(stylesheet: str) -> Palette:
    """Read the colours of both schemes; the dark one has what it does not change from the light one."""
    text = _COMMENT.sub(" ", stylesheet)
    dark = _DARK.search(text)
    root = _ROOT.search(text if dark is None else text[: dark.start()] + text[dark.end() :])
    by_day = _properties("" if root is None else root["inner"])
    by_night = _properties("" if dark is None else dark["inner"])
    return Palette(
        _colours(by_day, PLAIN.light),
        _colours({**by_day, **by_night} if dark else {}, PLAIN.dark),
        _colours(by_day, PLAIN_SHARES),
    )


def _properties(block: str) -> dict[str, str]:
    return {found["name"]: found["value"].strip() for found in _PROPERTY.finditer(block)}


def _colours(properties: dict[str, str], plain: C) -> C:
    """Give the colours; all plain ones if one is missing, for a mixture may be unreadable."""
    found = {name: _hex(properties, name.replace("_", "-")) for name in plain.__struct_fields__}
    return type(plain)(**found) if all(found.values()) else plain


def _hex(properties: dict[str, str], name: str) -> str:
    """Follow a property that names another one; anything but `#rgb` and `#rrggbb` counts as missing."""
    value = properties.get(name, "")
    for _ in properties:
        link = _VAR.fullmatch(value)
        if link is None:
            break
        value = properties.get(link["name"], "")
    if not _HEX.fullmatch(value):
        return ""
    digits = value[1:].lower()
    return f"#{digits}" if len(digits) == 6 else "#" + "".join(sign * 2 for sign in digits)
