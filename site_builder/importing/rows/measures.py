"""Weights, sizes and shops on marketplaces, as offices write them in one cell.

What can't be read for sure is told and left out: a product is one without its weight too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from site_builder.importing.cells.office_forms import read, refuse_unshown, tidy
from site_builder.importing.rows.wishes import Reading, Wish
from site_builder.model.readers.counted import grouped
from site_builder.model.readers.sides import SIDE_NAMES, labelled_sides, named_sides
from site_builder.model.readers.written import ScalarFault, Written, shorten
from site_builder.names import Kind
from site_builder.problems import Problem, Severity, Span
from site_builder.spreadsheets.cells import Cell
from site_builder.validate.header_words import MARKETS, SIZE, SIZE_PARTS, WEIGHT, WEIGHT_KG
from site_builder.validate.marketplaces import ADDRESS, ONLY_NAMES, market_name
from site_builder.validate.shapes import shape_of_kind

_WEIGHT = re.compile(
    r"(?P<number>\d[\d.,]*)\s*(?P<unit>kilogram|kilo|kg|gram|gr|g|ons)?\.?", re.IGNORECASE | re.ASCII
)
_GRAMS = {"g": 1, "gr": 1, "gram": 1, "ons": 100, "kg": 1000, "kilo": 1000, "kilogram": 1000}
_PLAIN = re.compile(r"\d+(?:[.,]\d{1,2})?|0[.,]\d{3}", re.ASCII)
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+", re.ASCII)
FEWEST_BARE_GRAMS, MOST_GRAMS = 100, 50_000
"""Between these a weight without a unit can only be one in grams: no bag weighs as many kilograms.
A heavier one was meant in grams, below a header of kilograms."""

_SIDE = r"(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:cm)?"
_SIDES = re.compile(rf"{_SIDE}\s*[x×*]\s*{_SIDE}(?:\s*[x×*]\s*{_SIDE})?\.?", re.IGNORECASE | re.ASCII)
_PAIRS = re.compile(r"\b(?:pasang|psg)\b", re.IGNORECASE)


def add_measures(reading: Reading, said: Mapping[str, Cell]) -> None:
    """Put weight and size of a product, and the marketplaces of a shop, among what a row says."""
    for target, cell in said.items():
        if target in (WEIGHT, WEIGHT_KG):
            _try(reading, "weight_g", cell, _weight(target, cell))
            if "weight_g" in reading.wishes and tidy(cell.text)[-1:].isdecimal() and target == WEIGHT:
                _told(reading, "cell-weight", cell, "grams")
        elif target.startswith(f"{SIZE}."):
            order = target.removeprefix(f"{SIZE}.")
            _try(reading, "size_cm", cell, _size(order, cell), has_order=bool(order))
    sides = {part: said[part] for part in SIZE_PARTS if part in said}
    if sides:
        _sides(reading, sides)
    markets = [cell for target, cell in said.items() if target.startswith(MARKETS)]
    if markets:
        _add_markets(reading, markets)


def _told(reading: Reading, code: str, cell: Cell, variant: str = "", **values: str) -> None:
    values = {"value": shorten(tidy(cell.text)), **values}
    reading.problems.append(Problem(code, Span(cell.at), variant, values, Severity.WARNING))


def _try(reading: Reading, field: str, cell: Cell, value: Written | None, *, has_order: bool = False) -> None:
    """Take a value that the reader of content files takes; tell of all others that they are left out."""
    if field in reading.wishes:
        return
    try:
        refuse_unshown(cell)
        if value is not None:
            read(shape_of_kind(Kind.PRODUCTS).by_name[field].shape, value)
            reading.wishes[field] = Wish(value, cell)
            return
    except ScalarFault:
        pass
    is_whole = field == "size_cm" and value is None and _SIDES.fullmatch(tidy(cell.text)) is not None
    variant = "order" if is_whole and not has_order else ""
    _told(reading, "cell-weight" if field == "weight_g" else "cell-size", cell, variant)


def _weight(target: str, cell: Cell) -> str | None:
    """Give grams; a number without a unit only where it can be nothing else."""
    found = _WEIGHT.fullmatch(tidy(cell.text))
    if found is None:
        return None
    number, unit = found["number"].rstrip(".,"), (found["unit"] or "").lower()
    unit = unit or ("kg" if target == WEIGHT_KG else "")
    is_grams = unit in ("", "g", "gr", "gram")
    if _PLAIN.fullmatch(number):
        amount = Decimal(number.replace(",", "."))
    elif is_grams and _THOUSANDS.fullmatch(number):
        amount = Decimal(re.sub(r"[.,]", "", number))
    else:
        return None
    if not unit and not (amount == int(amount) and FEWEST_BARE_GRAMS <= amount <= MOST_GRAMS):
        return None
    grams = amount * _GRAMS[unit or "g"]
    return grouped(grams) if grams <= MOST_GRAMS else None


def _size(order: str, cell: Cell) -> Written | None:
    """Give the sides of a cell in the order that it says itself, or that its header names."""
    labelled = labelled_sides(tidy(cell.text))
    if labelled is not None:
        return labelled
    found = _SIDES.fullmatch(tidy(cell.text))
    sides = [side for side in found.groups() if side is not None] if found is not None else []
    return named_sides(order, sides) if order and len(sides) == len(order) else None


def _sides(reading: Reading, sides: Mapping[str, Cell]) -> None:
    """Join length, breadth and height that stand in columns of their own."""
    first = next(iter(sides.values()))
    value: dict[str, Written] = {}
    for part, letter in zip(SIZE_PARTS, "wdh", strict=True):
        text = tidy(sides[part].text) if part in sides else ""
        if text:
            value[SIDE_NAMES[letter]] = re.sub(r"\s*cm\.?$", "", text, flags=re.IGNORECASE)
    ordered: Written = {name: value[name] for name in SIDE_NAMES.values() if name in value}
    _try(reading, "size_cm", first, ordered if {"lebar", "tinggi"} <= value.keys() else None)


def _add_markets(reading: Reading, cells: list[Cell]) -> None:
    items: list[Written] = []
    for cell in cells:
        for part in re.split(r"[;,|\n]", cell.text):
            text = tidy(part)
            market = _market(text)
            if market is not None and market not in items:
                items.append(market)
            elif market is None and text and not ONLY_NAMES.fullmatch(text):
                _told(reading, "cell-market", cell, value=shorten(text))
    shape = shape_of_kind(Kind.SHOPS).by_name["marketplaces"].shape
    try:
        read(shape, items)
    except ScalarFault:
        _told(reading, "cell-market", cells[0])
        return
    if items:
        reading.wishes["marketplaces"] = Wish(items, cells[0])


def _market(text: str) -> Written | None:
    """Give name and address of a shop on a marketplace; nothing where there is no address of a known one."""
    found = ADDRESS.search(text)
    if found is None:
        return None
    host = found[1].lower()
    name = market_name(host)
    around = " ".join(re.findall(r"[^\W\d_]+", f"{text[: found.start()]} {text[found.end() :]}"))
    if not name or (around and not all(map(ONLY_NAMES.fullmatch, around.split()))):
        return None
    return {"nama": name, "tautan": f"https://{host}{found[2]}"}


def holds(target: str) -> Iterator[str]:
    """Name the fields that a column of measures may hold."""
    if target in (WEIGHT, WEIGHT_KG):
        yield "weight_g"
    elif target.startswith(SIZE) or target in SIZE_PARTS:
        yield "size_cm"
    elif target.startswith(MARKETS):
        yield "marketplaces"


def pairs_told(reading: Reading) -> Iterator[Problem]:
    """Tell of numbers of pairs where the product is not sold in pairs: they would be shown as pieces."""
    unit = reading.wishes.get("unit")
    if unit is None or unit.value != "pasang":
        for field in ("moq", "capacity_per_month"):
            wish = reading.wishes.get(field)
            pairs = None if wish is None else _PAIRS.search(wish.cell.text)
            if wish is not None and pairs is not None:
                yield Problem("cell-pairs", Span(wish.cell.at), "", {"value": pairs[0]}, Severity.WARNING)
