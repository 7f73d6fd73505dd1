"""Counts that say the unit of the product again: of what is sold by the dozen `2 lusin` is 2, not 24."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from site_builder.model.readers.counted import PIECES
from site_builder.problems import Problem
from site_builder.source.tree import Tree, written
from site_builder.validate.shapes import RecordShape

COUNTS = frozenset({"moq", "capacity_per_month"})
"""Fields that are shown with the unit of the product."""
_COUNT = re.compile(
    r"(?P<number>\d[\d.,]*)\s*(?P<unit>[^\W\d_]+)\.?(?:\s*(?:/|per)\s*(?:bln|bulan|month)\.?)?",
    re.IGNORECASE | re.ASCII,
)
_SAME = {
    "lsn": "lusin", "losin": "lusin", "dosin": "lusin", "dozen": "lusin", "dozens": "lusin", "gros": "gross",
    "psg": "pasang", "psng": "pasang", "bh": "buah", "biji": "buah", "pcs": "buah", "pc": "buah",
    "pieces": "buah", "kodian": "kodi", "lusinan": "lusin",
}  # fmt: skip
"""Words for one unit, by one of them."""
_ONE = frozenset({"buah", "unit", "piece"})
"""Units of one piece: what is counted in them is what is sold."""


def in_its_unit(text: str, unit: str) -> str | None:
    """Give the number alone where a count is in the unit of the product.

    Empty where it is in another, and that of the product holds several pieces: `24 pcs` would be shown as 24
    dozens. `None` where nothing is to be said of it.
    """
    found = _COUNT.fullmatch(text.strip())
    if found is None or not unit.strip():
        return None
    own, other = _word(unit), _word(found["unit"])
    if own == other:
        return found["number"] if own in PIECES else None
    return "" if own in PIECES else None


def _word(unit: str) -> str:
    word = unit.strip().casefold().rstrip(".")
    return _SAME.get(word, word)


def with_own_units(
    problems: Sequence[Problem], fields: Mapping[str, Tree], shape: RecordShape
) -> list[Problem]:
    """Offer for a count with its unit no number of pieces where the product is sold by the dozen.

    So it is where the unit has been written with the price so far, as in `Rp 120.000 / lusin`, and is to get
    its own line; the counts beside it, which that line changes, are named.
    """
    unit = next((written(fields[name]) for name in _names(shape, "unit") if name in fields), None)
    called = {name for field in COUNTS for name in _names(shape, field)}
    own = unit if isinstance(unit, str) else _of_price(problems)
    if not own:
        return [*problems]
    counts = [name for name in fields if name in called and written(fields[name])]
    mended = [
        _mended(problem, own) if problem.values.get("field") in called else problem for problem in problems
    ]
    is_new = unit is None and counts and _word(own) not in _ONE
    return [*_with_counts(mended, counts)] if is_new else mended


def _of_price(problems: Sequence[Problem]) -> str:
    units = (problem.values["unit"] for problem in problems if problem.key == "field-type.price-unit")
    return next(units, "")


def _with_counts(problems: Sequence[Problem], counts: Sequence[str]) -> Iterator[Problem]:
    named = ", ".join(f"`{name}`" for name in counts)
    for problem in problems:
        is_price = problem.key == "field-type.price-unit"
        values = {**problem.values, "counts": named}
        yield replace(problem, variant="price-unit-counts", values=values) if is_price else problem


def _names(shape: RecordShape, field: str) -> Sequence[str]:
    return shape.by_name[field].names if field in shape.by_name else ()


def _mended(problem: Problem, unit: str) -> Problem:
    """Offer a count in the unit of the product; where that is not known, nobody's number."""
    of_count = {"field-type.whole-number-only", "field-type.whole-number-dropped"}
    if problem.key not in of_count:
        return problem
    number = in_its_unit(problem.values.get("value", ""), unit)
    if number is None:
        return problem
    values = {name: value for name, value in problem.values.items() if name != "suggestion"}
    if not number:
        return replace(problem, variant="count-in-unit", values={**values, "unit": unit})
    return replace(problem, variant="whole-number-only", values={**values, "suggestion": number})
