"""Sizes that are given by their length: which of width, height and depth it is. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_builder.model.readers.sides import sides_of
from site_builder.problems import Problem, Span
from site_builder.source.tree import Tree
from site_builder.validate.shapes import FieldShape

_UNKNOWN = frozenset({"panjang", "p", "l", "t", "length", "diameter"})
_LABELS = {*_UNKNOWN, "lebar", "tinggi", "tebal", "width", "height", "depth"}


def size_told(
    fields: Sequence[FieldShape], path: str, entries: Mapping[str, Tree], *, in_english: bool
) -> Problem | None:
    """Offer `{lebar: 2.5, tinggi: 80}` for `{panjang: 80, lebar: 2,5}`, once for all of its parts."""
    by_name = {field.name: field for field in fields}
    if not {"width", "height", "depth"} <= by_name.keys():
        return None
    sides = {name.casefold(): number for name, number in _numbers(entries).items()}
    first = next((name for name in entries if name.casefold() in _UNKNOWN), "")
    if not first or not sides.keys() <= _LABELS:
        return None
    names = {field.indonesian: field.called(in_english=in_english) for field in fields}
    meant = {name: number.replace(",", ".") for name, number in _sides(sides).items()}
    shown = meant or dict.fromkeys(names, "…")
    parts = ", ".join(f"{names[side]}: {shown[side]}" for side in names if side in shown)
    at = Span(path, entries[first].key_line, entries[first].key_column)
    return Problem("field-unknown", at, "size", {"field": first, "suggestion": f"{{{parts}}}"})


def _sides(named: Mapping[str, str]) -> Mapping[str, str]:
    """Give the sides of what is told by its length or, of a round thing, by its diameter."""
    if "diameter" not in named:
        return sides_of(named)
    across, *others = (named[name] for name in ("diameter", "tinggi", "t", "height") if name in named)
    is_whole = len(others) == 1 and len(named) == 2
    return {"lebar": across, "tinggi": others[0], "tebal": across} if is_whole else {}


def _numbers(entries: Mapping[str, Tree]) -> dict[str, str]:
    """Give the parts with their numbers; a comma within braces has torn `2,5` into `2` and a part `5`."""
    numbers: dict[str, str] = {}
    last = ""
    for name, item in entries.items():
        if name.isdecimal() and not item.value and last:
            numbers[last] += f",{name}"
        else:
            last = name
            numbers[name] = item.value.strip() if isinstance(item.value, str) else ""
    return numbers
