"""What an editor should have written where a field of several parts was given as one text."""

from __future__ import annotations

import re

from msgspec import Struct

from site_builder.model.entries import Marketplace, Source
from site_builder.model.readers.coordinates import coordinates_in
from site_builder.model.readers.paths import slug_like
from site_builder.model.readers.sides import meant_sides
from site_builder.model.readers.times import days_of_span, meant_day
from site_builder.model.readers.words import BARE, DITTO, NOTHING, names_no_source
from site_builder.names import Kind, SourcePath
from site_builder.source.tree import Tree
from site_builder.source.value_slips import quote_value
from site_builder.source.yaml_slips import MENDED
from site_builder.validate.closed_days import day_by_day
from site_builder.validate.marketplaces import shops_in
from site_builder.validate.places import FieldPath
from site_builder.validate.shapes import RecordShape

LONGEST_SHOWN = 160
"""A longer block is of no use as a hint to paste."""

UNFILLED = '"…isi…"'
"""Stands in a hint for what only the editor knows; no release takes it."""
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_DEGREES = re.compile(r"-?\d{1,3}[.,]\d+")
_IN_MAP_LINK = (
    re.compile(r"!3d(-?\d+\.\d+)!4d(-?\d+\.\d+)"),
    re.compile(r"@(-?\d+\.\d+),(-?\d+\.\d+)"),
    re.compile(r"[?&](?:q|query|ll|center|destination)=(-?\d+\.\d+)(?:,|%2C)\s*(-?\d+\.\d+)", re.IGNORECASE),
)
_PLUS_CODE = re.compile(
    r"(?<!\w)[23456789CFGHJMPQRVWX]{2,8}\+[23456789CFGHJMPQRVWX]{2,4}(?!\w)", re.IGNORECASE
)
"""What Google Maps on a phone shows first: `JP8Q+X5 Kedensari`. Its figures are no degrees."""
_PLAIN = re.compile(r"[^\W\d_][^,:{}\[\]#&*!|>'\"%@`\\\n]*|https?://[^\s,{}\[\]#]+|[\w][\w./-]*")
_HAS_MINUTES = re.compile(r"\d\s*['’′]")
"""Of an angle that is read nowhere: its minutes and seconds are no degrees."""
_MINUTES = re.compile(r"\(?\b(\d{1,3})\s*(?:menit|mnt|minutes?|min)?\b\)?", re.IGNORECASE)

_OF_SHOP = re.compile(r"(?:toko|kios|bengkel|koperasi|grosir|butik|shop|store|workshop|cooperative)\b")
"""How the name of a shop begins."""


class Block(Struct, frozen=True):
    """The right form of a value; `variant` says which sentence goes with it."""

    variant: str
    text: str


class Told(Struct, frozen=True):
    """Where the text stands: the field, whether a whole list was meant by it, and whose file it is."""

    field: str
    is_list: bool
    is_item: bool
    """Whether it already stands in a list, so that only the part in braces is lacking."""
    entry_id: str
    in_english: bool


def no_mapping(
    shape: RecordShape, tree: Tree, at: FieldPath, name: str, path: SourcePath, *, in_english: bool
) -> tuple[str, dict[str, str]]:
    """Say what a value that has no parts should have looked like: the sentence's variant and its values."""
    told = Told(
        field=name,
        is_list=bool(at) and isinstance(at[-1], int),
        is_item=(tree.line, tree.column) == (tree.key_line, tree.key_column),
        entry_id=path.rpartition("/")[2].partition(".")[0],
        in_english=in_english,
    )
    items = tree.value if isinstance(tree.value, list) else [tree]
    text = ", ".join(item.value.strip() for item in items if isinstance(item.value, str))
    if isinstance(tree.value, dict):
        text = ", ".join(tree.value)
    is_bare = BARE.fullmatch(text) is not None
    needs_source = at[0] == "sources" and path.startswith(f"content/{Kind.FIGURES.value}/")
    if DITTO.fullmatch(text):
        return ("ditto-required" if needs_source else "ditto"), {"field": name}
    if is_bare or NOTHING.fullmatch(text) or (shape.cls is Source and names_no_source(text)):
        return ("nothing-source" if needs_source else "bare" if is_bare else "nothing"), {"field": name}
    block = block_for(shape, text, told) if text else None
    if block is None:
        return "mapping", {"field": name}
    if block.variant == "mapping-days":
        margin = " " * (max(tree.column, 3) - 3) if told.is_item else "  "
        return block.variant, {"field": name, **values_of_days(block.text.split("\n"), margin, name, told)}
    values = {"field": name, "suggestion": block.text}
    if block.variant == "mapping-stop":
        place, shop = (shape.by_name[target].called(in_english=in_english) for target in ("place", "shop"))
        is_shop = f"{{{shop}:" in block.text
        first, second = (shop, place) if is_shop else (place, shop)
        values["other"] = block.text.replace(f"{{{first}:", f"{{{second}:", 1)
        values["folder"] = (Kind.PLACES if is_shop else Kind.SHOPS).value
    return block.variant, values


def values_of_days(days: list[str], margin: str, name: str, told: Told) -> dict[str, str]:
    """Give the lines to paste, and the same as what stands instead of the line that held all days."""
    lines = [f"{margin}{day}" for day in days]
    if not told.is_item:
        lines = [f"{name}:", *lines]
    return {"lines": ", ".join(f"`{line.strip()}`" for line in lines), MENDED: "\n".join(lines)}


def is_pair(shape: RecordShape, tree: Tree) -> bool:
    """Whether coordinates stand in braces without their names: `{-7.50691, 112.70312}`."""
    return (
        isinstance(tree.value, dict)
        and {"lat", "lon"} <= set(shape.by_name)
        and len(tree.value) == 2
        and all(_DEGREES.fullmatch(key.strip()) and not part.value for key, part in tree.value.items())
    )


def block_for(shape: RecordShape, text: str, told: Told) -> Block | None:
    """Put a text into the parts of its field, or give nothing where it is not known how."""
    names = set(shape.by_name)
    if {"lat", "lon"} <= names:
        return _location(shape, text, told)
    if {"width", "height"} <= names:
        return _size(shape, text, told)
    if "file" in names and "alt" in names:
        return _photos(shape, text, told)
    if names == {"date", "note"}:
        return _closed_day(shape, text, told)
    if shape.cls is Marketplace:
        shops = shops_in(text)
        items = [_braces(shape, [("name", _value(name)), ("url", url)], told) for name, url in shops]
        if items:
            return _listed(items, "mapping-block", told)
    if {"place", "shop", "minutes"} <= names:
        return _stop(shape, text, told)
    return _by_first_text(shape, text, told)


def _stop(shape: RecordShape, text: str, told: Told) -> Block | None:
    """Take `Candi Pari 30 menit` apart: where one stops, and how long. Which files there are is not known."""
    found = _MINUTES.search(text)
    place = slug_like(text[: found.start()] + text[found.end() :]) if found is not None else ""
    if found is None or not place:
        return None
    target = "shop" if _OF_SHOP.match(place) else "place"
    return _listed([_braces(shape, [(target, place), ("minutes", found[1])], told)], "mapping-stop", told)


def _location(shape: RecordShape, text: str, told: Told) -> Block | None:
    found = next((match.groups() for link in _IN_MAP_LINK if (match := link.search(text))), None)
    found = found or coordinates_in(text.strip())
    if _PLUS_CODE.search(text) and "//" not in text:
        return Block(
            "mapping-plus-code", f"{told.field}: {_braces(shape, [('lat', '…'), ('lon', '…')], told)}"
        )
    if found is None and "//" not in text and not _HAS_MINUTES.search(text):
        degrees = _DEGREES.findall(text)
        if len(degrees) == 2 and len(_NUMBER.findall(text)) == 2:
            south = "" if degrees[0].startswith("-") or not re.search(r"\bL?S\b", text) else "-"
            found = (south + degrees[0].replace(",", "."), degrees[1].replace(",", "."))
    if found is None:
        unknown = _braces(shape, [("lat", "…"), ("lon", "…")], told)
        return Block("mapping-location", f"{told.field}: {unknown}")
    return _one(shape, [("lat", found[0]), ("lon", found[1])], told)


def _size(shape: RecordShape, text: str, told: Told) -> Block | None:
    """Tell width, height and depth apart; where it is not known which is which, all of them are blanks."""
    sides = meant_sides(text) if len(text) <= LONGEST_SHOWN else {}
    names = {shape.by_name[side].indonesian: side for side in ("width", "height", "depth")}
    if {"lebar", "tinggi"} <= sides.keys():
        return _one(shape, [(names[side], number) for side, number in sides.items()], told)
    unknown = _braces(shape, [(name, "…") for name in names.values()], told)
    return Block("mapping-size", f"{told.field}: {unknown}")


def _photos(shape: RecordShape, text: str, told: Told) -> Block | None:
    items = []
    for written in re.split(r"\s*[,;]\s*", text.strip()):
        path = written.replace("\\", "/")
        own = path if path.startswith(f"{told.entry_id}/") else f"{told.entry_id}/{path.rpartition('/')[2]}"
        items.append(_braces(shape, [("file", own), ("alt", UNFILLED)], told))
    return _listed(items, "mapping-photos", told)


def _closed_day(shape: RecordShape, text: str, told: Told) -> Block | None:
    day = text if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else meant_day(text)
    if day:
        return _listed([_braces(shape, [("date", day)], told)], "mapping-block", told)
    days = day_by_day(text, closed_day_names(shape, in_english=told.in_english))
    if days:
        return Block("mapping-days", "\n".join(days))
    if days_of_span(text) is not None:
        return Block("mapping-season", "")
    parts = [("date", "…"), ("note", _value(text))]
    return _listed([_braces(shape, parts, told)], "mapping-day", told)


def closed_day_names(shape: RecordShape, *, in_english: bool) -> tuple[str, str]:
    day, note = (shape.by_name[name].called(in_english=in_english) for name in ("date", "note"))
    return day, note


def _by_first_text(shape: RecordShape, text: str, told: Told) -> Block | None:
    """Take the text for the first required part; the others are left to fill in."""
    required = [field for field in shape.fields if field.required]
    named = [field.name for field in required]
    if not required or any(isinstance(field.shape, RecordShape) for field in required):
        return None
    whole = {"min", "minutes", "value"} & set(named)
    if whole and not text.isdecimal():
        return None
    is_address = "url" in shape.by_name and re.match(r"https?://|www\.", text) is not None
    named += ["url"] if is_address and "url" not in named else []
    goes_to = "url" if is_address else named[0]
    parts = [(name, _value(text) if name == goes_to else "…") for name in named]
    block = _braces(shape, parts, told)
    return _listed([block], "mapping-block", told) if told.is_list else _one(shape, parts, told)


def _one(shape: RecordShape, parts: list[tuple[str, str]], told: Told) -> Block | None:
    required = {field.name for field in shape.fields if field.required}
    if not required <= {name for name, _ in parts}:
        return None
    return _fitting(Block("mapping-block", f"{told.field}: {_braces(shape, parts, told)}"))


def _listed(items: list[str], variant: str, told: Told) -> Block | None:
    text = ", ".join(items) if told.is_item else f"{told.field}: [{', '.join(items)}]"
    if len(text) > LONGEST_SHOWN:
        text = items[0] if told.is_item else f"{told.field}: [{items[0]}]"
    return _fitting(Block(variant, text))


def _fitting(block: Block) -> Block | None:
    return block if len(block.text) <= LONGEST_SHOWN else None


def _braces(shape: RecordShape, parts: list[tuple[str, str]], told: Told) -> str:
    named = [(shape.by_name[name].called(in_english=told.in_english), value) for name, value in parts]
    return "{" + ", ".join(f"{name}: {value}" for name, value in named) + "}"


def _value(text: str) -> str:
    line = " ".join(text.split())
    return line if _PLAIN.fullmatch(line) else quote_value(line)
