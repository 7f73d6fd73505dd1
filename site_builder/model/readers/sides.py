"""The sides of a thing, as people name them: `P x L x T`, `P30 L10 T28`, `{panjang: 80, lebar: 2,5}`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from site_builder.model.readers.counted import decimal_of, grouped
from site_builder.model.readers.written import Written

_ENGLISH = frozenset({"w", "h", "d", "length", "width", "depth", "height"})
"""Sides by which a header is known to be in English, where `L` is the length."""
_LABELLED = re.compile(
    r"(panjang|p|lebar|l|tinggi|tebal|t)\s*[.:=]?\s*(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:cm)?\s*[x×*,;/]?\s*",
    re.IGNORECASE | re.ASCII,
)
"""A side that says which one it is: `P30 L10 T28`."""
_ORDER = re.compile(
    r"\(?\b(?P<sides>(?:panjang|p|lebar|l|tinggi|tebal|t)(?:\s*[x×*]\s*(?:panjang|p|lebar|l|tinggi|tebal|t)){1,2})\b\)?",
    re.IGNORECASE,
)
_ROUND = re.compile(
    r"(?:diameter|garis tengah|ø|d)\s*[.:=]?\s*(?P<across>[\d.,]+)\D+(?:tinggi|t)\b\D*(?P<high>[\d.,]+)",
    re.IGNORECASE,
)
"""Of a thing that is round: as deep as it is wide."""
_NUMBER = re.compile(r"\d{1,4}(?:[.,]\d{1,2})?", re.ASCII)
_BETWEEN = re.compile(r"(?:[\s x×*,;/()&:-]|\bcm\b\.?|\bdan\b)*", re.IGNORECASE)
_STRAP = 8
"""So many times as long as it is wide, a thing is a belt or a strap: its length hangs down."""
_LENGTHS = {"mm": Decimal("0.1"), "m": Decimal(100)}
SIDE_NAMES = {"w": "lebar", "h": "tinggi", "d": "tebal"}


def order_of(named: Sequence[str]) -> str | None:
    """Give the sides named in an order as letters; nothing where they are not those of a thing."""
    if len(named) > 1 and {"lebar", "tinggi"} <= {*named} <= {"lebar", "tinggi", "tebal"}:
        return "".join({"lebar": "w", "tinggi": "h", "tebal": "d"}[side] for side in named)
    is_flat = "tebal" in named
    letters = {"p": "w", "l": "h" if is_flat else "d", "tebal": "d", "t": "h"}
    if not _ENGLISH.isdisjoint(named):
        has_length = not {"l", "length"}.isdisjoint(named)
        letters = {"l": "w", "w": "d" if has_length else "w", "d": "d", "h": "h"}
    order = [letters.get(side) or letters.get(side[0], "") for side in named]
    return "".join(order) if sorted(order) in (["d", "h", "w"], ["h", "w"]) else None


def labelled_sides(text: str) -> Written | None:
    """Give the sides of `P30 L10 T28`: length seen from before, breadth beside a thickness upright."""
    sides = {found[1].lower(): found[2] for found in _LABELLED.finditer(text)}
    if _LABELLED.sub("", text).strip(" .cm") or len(sides) not in (2, 3):
        return None
    order = order_of([*sides])
    return None if order is None else named_sides(order, [*sides.values()])


def named_sides(order: str, sides: list[str]) -> Written:
    named = {SIDE_NAMES[letter]: side for letter, side in zip(order, sides, strict=True)}
    return {name: named[name] for name in SIDE_NAMES.values() if name in named}


def meant_sides(text: str) -> Mapping[str, str]:
    """Give width, height and depth of a size in words, by the names in `SIDE_NAMES`, or nothing.

    Nothing where it is not known which number is which side, or where there are several sizes.
    """
    bare, factor = _in_centimetres(text)
    found = {side[1].lower(): side[2] for side in _LABELLED.finditer(bare)}
    if found and not _LABELLED.sub("", bare).strip(" .cm"):
        return _scaled(sides_of(found), factor)
    around = _ROUND.fullmatch(bare.strip(" .cm"))
    if around is not None:
        return _scaled(dict(zip(SIDE_NAMES.values(), (around[1], around[2], around[1]), strict=True)), factor)
    order = _ORDER.search(bare)
    rest = bare.replace(order[0], " ") if order is not None else bare
    numbers = _NUMBER.findall(rest)
    if len(numbers) not in (2, 3) or not _BETWEEN.fullmatch(_NUMBER.sub(" ", rest)):
        return {}
    if order is None:
        return _scaled(dict(zip(SIDE_NAMES.values(), numbers, strict=False)), factor)
    named = [side.strip().lower() for side in re.split(r"[x×*]", order["sides"])]
    is_whole = len(named) == len(numbers) == len(set(named))
    return _scaled(sides_of(dict(zip(named, numbers, strict=True))), factor) if is_whole else {}


def sides_of(named: Mapping[str, str]) -> Mapping[str, str]:
    """Give the sides that people call length, breadth, height and thickness, seen from before."""
    order = order_of([*named])
    if order is not None:
        return dict(zip([SIDE_NAMES[letter] for letter in order], named.values(), strict=True))
    initials = {side[0] if side != "tebal" else "d": number for side, number in named.items()}
    if len(named) == 2 and initials.keys() == {"l", "t"}:
        return {"lebar": initials["l"], "tinggi": initials["t"]}
    first, second = ("l", "w") if "w" in initials else ("p", "l")
    length, breadth = (decimal_of(initials.get(side, "")) for side in (first, second))
    if len(named) != 2 or not length or not breadth:
        return {}
    wide, high = (second, first) if length >= _STRAP * breadth else (first, second)
    return {"lebar": initials[wide], "tinggi": initials[high]}


def _in_centimetres(text: str) -> tuple[str, Decimal]:
    """Take the unit off a size in millimetres or metres, and say how many centimetres it has."""
    found = re.search(r"\s*(?<![^\W\d_])(mm|m)\b\.?\s*$", text, re.IGNORECASE)
    if found is None or len(re.findall(r"\b(?:mm|cm|m)\b", text, re.IGNORECASE)) > 1:
        return text, Decimal(1)
    return text[: found.start()], _LENGTHS[found[1].lower()]


def _scaled(sides: Mapping[str, str], factor: Decimal) -> Mapping[str, str]:
    """Give sides in centimetres with a point for decimals; all in one order, whatever the text has first."""
    numbers = {side: decimal_of(number) for side, number in sides.items()}
    written = {side: grouped(number * factor) for side, number in numbers.items() if number is not None}
    if len(written) < len(sides):
        return {}
    return {side: written[side].replace(",", ".") for side in SIDE_NAMES.values() if side in written}
