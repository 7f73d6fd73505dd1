"""Numbers of figures with their unit behind them: it goes where units stand, or is that of the file. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec.structs import replace

from site_builder.model.readers.counted import counts_thousands, grouped
from site_builder.model.readers.words import read_unit
from site_builder.model.scalars import ScalarFault
from site_builder.problems import Problem
from site_builder.source.tree import Tree, written
from site_builder.validate.money_units import MAGNITUDES, measure_of
from site_builder.validate.shapes import FieldShape

_NAMES = frozenset({"nilai", "value"})


def with_units(problems: Sequence[Problem], fields: Mapping[str, Tree], unit: FieldShape) -> list[Problem]:
    """Offer a number with a unit beside it so that neither the unit nor its thousands are lost.

    `unit` is the field of the file that holds it; where a number brings one, it is not missed any more.
    """
    called = next((name for name in unit.names if name in fields), "")
    there = written(fields[called]) if called else ""
    own = there.strip() if isinstance(there, str) else ""
    mended = [
        _mended(
            problem, own, called or (unit.name if problem.values["field"] == "value" else unit.indonesian)
        )
        if problem.values.get("field") in _NAMES
        else problem
        for problem in problems
    ]
    is_told = any(problem.key == "field-type.number-unit" for problem in mended)
    return [
        problem
        for problem in mended
        if not (is_told and problem.code == "field-missing" and problem.values["field"] in unit.names)
    ]


def _mended(problem: Problem, own: str, called: str) -> Problem:
    beside, values = problem.values.get("unit", ""), {**problem.values, "called": called, "own": own}
    magnitude = measure_of(own)[0].magnitude
    match problem.variant:
        case "number-bound" | "number-range" if own and _is_other(values["value"], own):
            return _conditional(problem, {**values, "suggestion": _in_thousands_too(values, magnitude)})
        case "number-dropped" if own:
            return _dropped(problem, own)
        case "number-bound" | "number-range" if magnitude and _has_thousands(values["value"]):
            number = _in_thousands_of(values["suggestion"], magnitude)
            return _with(problem, suggestion=number) if number else problem
        case "number-word" | "number-only" if own and beside and not _is_same(beside, own):
            return _conditional(problem, values)
        case "number-only" if magnitude and beside:
            return _conditional(problem, values)
        case "number-word" if own and (magnitude or measure_of(own)[0].currency):
            number = _in_thousands_of(values["suggestion"], magnitude)
            only = replace(problem, variant="number-only", values={**values, "suggestion": number})
            return only if number else problem
        case "number-word" | "number-only" if beside and not own:
            money = _measured(values["word"], beside) if "word" in values else ""
            more = {"suggestion": values["other"], "unit": money} if money else {}
            return replace(problem, variant="number-unit", values={**values, **more})
        case _:
            return problem


def _is_other(text: str, own: str) -> bool:
    """Whether the words beside a number name another currency or period than the unit of its figure."""
    told, unit = measure_of(text)[0], measure_of(own)[0]
    return told.currency not in ("", unit.currency) or told.period not in ("", unit.period)


def _in_thousands_too(values: Mapping[str, str], magnitude: str) -> str:
    """Count a number in the thousands of its unit, but for one in a currency, which may be another."""
    number, text = values["suggestion"], values["value"]
    is_counted = _has_thousands(text) and not measure_of(text)[0].currency
    return (_in_thousands_of(number, magnitude) if is_counted else "") or number


def _dropped(problem: Problem, own: str) -> Problem:
    """Count a number with words beside it in the thousands of its unit, which may say those words too."""
    values, unit = problem.values, measure_of(own)[0]
    told, is_whole = measure_of(values["words"])
    is_counted = _has_thousands(values["value"])
    number = (_in_thousands_of(values["number"], unit.magnitude) if is_counted else "") or values["number"]
    if is_whole and told.period and not _is_other(values["words"], own):
        kept = {name: value for name, value in values.items() if name not in ("number", "words")}
        return replace(problem, variant="number-only", values={**kept, "suggestion": number})
    return _with(problem, number=number)


def _has_thousands(text: str) -> bool:
    return counts_thousands(text, initials=True)


def _with(problem: Problem, **more: str) -> Problem:
    return replace(problem, values={**problem.values, **more})


def _conditional(problem: Problem, values: Mapping[str, str]) -> Problem:
    """Leave the number to the editor where the unit beside it is not known to be that of the file."""
    number = values["suggestion"]
    kept = {name: value for name, value in values.items() if name != "suggestion"}
    return replace(problem, variant="number-unit-other", values={**kept, "number": number})


def _in_thousands_of(number: str, magnitude: str) -> str:
    """Give 2.000.000.000.000 as it is counted in billions: 2000; nothing where hardly anything is left."""
    about, plain = "±" * number.startswith("±"), number.removeprefix("±").replace(".", "").replace(",", ".")
    left = Decimal(plain) / MAGNITUDES.get(magnitude, Decimal(1))
    return about + grouped(left) if left >= _LEAST else ""


_LEAST = Decimal("0.01")
"""Of a figure in its own unit: who writes `3 ribuan` of billions means something else."""


def _measured(word: str, beside: str) -> str:
    """Give the id of a unit of money with its thousands: of `Rp 3,5 M` it is `idr-billion`."""
    measure, is_whole = measure_of(f"{word} {beside}")
    return measure.id if measure.currency and is_whole else ""


def _is_same(beside: str, own: str) -> bool:
    """Whether a unit may be that of the file; its thousands stand with the number."""
    currency = measure_of(beside)[0].currency
    if currency:
        return currency == measure_of(own)[0].currency
    return beside.casefold() == own.casefold() or _unit(beside) == _unit(own)


def _unit(text: str) -> str:
    try:
        return read_unit(text)
    except ScalarFault:
        return text
