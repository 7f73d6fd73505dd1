"""The sides of a thing, as headers and cells name them: `P x L x T`, `P30 L10 T28`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_builder.importing.cells.office_forms import tidy
from site_builder.model.readers.written import Written
from site_builder.spreadsheets.cells import Cell

_ENGLISH = frozenset({"w", "h", "d", "length", "width", "depth", "height"})
"""Sides by which a header is known to be in English, where `L` is the length."""
_LABELLED = re.compile(
    r"(panjang|p|lebar|l|tinggi|tebal|t)\s*[.:=]?\s*(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:cm)?\s*[x×*,;/]?\s*",
    re.IGNORECASE | re.ASCII,
)
"""A side that says which one it is: `P30 L10 T28`."""
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


def names_its_sides(cell: Cell) -> bool:
    """Whether a cell says itself which of its numbers is which side."""
    return labelled_sides(tidy(cell.text)) is not None


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
