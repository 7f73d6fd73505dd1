"""Lines of a YAML text as they were meant: a colon, a comma or a bracket put right."""

from __future__ import annotations

import re
from functools import cache
from typing import get_args, get_type_hints

from msgspec import Struct

from site_builder.model.readers.hours import week_of

_EQUALS = re.compile(r"(?P<start>\s*(?:-\s+)*(?P<key>[^\W\d]\w{0,40}))\s*=\s*(?P<value>[^=\s].*)")
_WORDS = re.compile(r"(?P<start>\s*(?:-\s+)*(?P<key>[^\W\d]\w{0,40}))\s+(?P<value>\S.*)")
_BEGINS_FIELD = re.compile(r"\s*(?:-\s+)*[^\W\d][\w /-]{0,40}?\s*:(?:\s|$)")
_PART_OF_MAPPING = re.compile(r"([^\W\d]\w*)\s*:\s+([^,:]+?)\s*(?:,\s*|$)")
_NAME_IN_BRACES = re.compile(r"(?:^|(?<=[\s,]))(?P<name>[^\W\d]\w*)\s*:(?=\s)")
_IN_QUOTES = re.compile(r"\"[^\"\\]*\"|'[^']*'")
_CLOSING = {"[": "]", "{": "}", "(": ")"}


class Mended(Struct, frozen=True):
    """A line as it should be; `column` (from 0) is where it went wrong."""

    column: int
    line: str


def begins_field(line: str) -> bool:
    return _BEGINS_FIELD.match(line) is not None


def equals_for_colon(line: str) -> Mended | None:
    """Mend `nama = Bengkel`."""
    found = _EQUALS.fullmatch(line)
    if found is None:
        return None
    return Mended(line.index("=", found.end("key")), f"{found['start']}: {found['value'].rstrip()}")


def colon_left_out(line: str) -> Mended | None:
    """Mend `nama Bengkel` and `senin-sabtu 08.00-17.00`, of which the first word must be a known name."""
    if begins_field(line) or re.search(r"[^\W\d]:", line):
        return None
    week = week_of(line)
    if week and ", " not in week:
        return Mended(len(line) - len(line.lstrip()), week.strip("{}"))
    found = _WORDS.fullmatch(line)
    if found is None or found["key"] not in field_names() or ":" in found["value"]:
        return None
    return Mended(found.end("key"), f"{found['start']}: {found['value'].rstrip()}")


def braces_left_out(key: str, value: str) -> str:
    """Give `{senin-sabtu: 08.00-17.00}` for a value of which the parts lack their braces, or nothing."""
    week = week_of(value) if key in ("jam_buka", "hours") else ""
    if week:
        return week
    parts = _PART_OF_MAPPING.findall(value)
    is_whole = parts and _PART_OF_MAPPING.sub("", value) == ""
    if is_whole and all(name in field_names() for name, _ in parts):
        return "{" + ", ".join(f"{name}: {part}" for name, part in parts) + "}"
    return ""


def mended_brackets(value: str) -> str:
    """Close `[a, b` and `[a, b]]` rightly, with commas between the parts; nothing where brackets nest."""
    if value[:1] not in _CLOSING:
        return ""
    inner = value[1:].rstrip("]}) ,;").strip()
    if not inner or re.search(r"[\[\]{}()\"']", inner):
        return ""
    if value[0] == "{":
        inner = re.sub(r"([^\W\d][\w -]*):(?=[^\s/])", r"\1: ", inner)
        inner = re.sub(r"\s*;\s*(?=[^\W\d][\w -]*:\s)", ", ", inner)
    else:
        inner = re.sub(r"\s*;\s*", ", ", inner)
    opening = "{" if value[0] == "{" else "["
    return f"{opening}{inner}{_CLOSING[opening]}"


def fields_set_apart(value: str) -> str:
    """Mend `{berkas: a.jpg teks_alt: Bengkel: Bu Sri, Kludan}`: commas between fields, quotes around texts.

    Gives nothing where no field is known or quotes stand in the way.
    """
    inner = value[1:-1]
    starts = [found for found in _NAME_IN_BRACES.finditer(inner) if found["name"] in field_names()]
    if (
        not value.startswith("{")
        or not value.endswith("}")
        or not starts
        or inner[: starts[0].start()].strip()
    ):
        return ""
    ends = [*(found.start() for found in starts[1:]), len(inner)]
    parts: list[str] = []
    for found, end in zip(starts, ends, strict=True):
        text = inner[found.end() : end].strip().removesuffix(",").rstrip()
        if not _IN_QUOTES.fullmatch(text):
            if re.search(r"[\[\]{}\"]", text):
                return ""
            text = f'"{text}"' if re.search(r":(\s|$)|,\s", text) else text
        parts.append(f"{found['name']}: {text}")
    return "{" + ", ".join(parts) + "}"


@cache
def field_names() -> frozenset[str]:
    """Give every name that a field of any kind may have; worked out only for a file with a fault."""
    from site_builder.model import entries
    from site_builder.model.fields import Named

    names: set[str] = set()
    for cls in vars(entries).values():
        if isinstance(cls, type) and issubclass(cls, Struct) and cls not in (Named, Struct):
            for name, hint in get_type_hints(cls, include_extras=True).items():
                marks = [mark for mark in get_args(hint) if isinstance(mark, Named)]
                names |= {word for mark in marks for word in (name, mark.indonesian, *mark.others)}
    return frozenset(names)
