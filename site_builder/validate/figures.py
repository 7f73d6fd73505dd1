"""Do the figures agree with each other: `equals` is computed from the figures that it names.

An expression has numbers (`1,0628` or `1.0628`), `+ - * /`, brackets `( )` and ids of figures. An id may
hold hyphens, so a minus needs space around it: `a-b` is one figure, `a - b` is a difference. An id that
begins with a digit stands in square brackets: `[2018-ekspor]`; any id may.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Context, Decimal
from typing import TypeAlias

from msgspec import Struct

from site_builder.model.catalog import Catalog, Entry, EntryKey
from site_builder.model.entries import Figure
from site_builder.model.localized import Localized
from site_builder.model.nearest import misspelled
from site_builder.model.readers.numbers import read_number
from site_builder.model.readers.written import shorten
from site_builder.model.scalars import ScalarFault
from site_builder.model.values import Quantity
from site_builder.names import EntryId, Kind
from site_builder.problems import Problem
from site_builder.validate.loose import LooseFields
from site_builder.validate.references import Locate

Ids: TypeAlias = "Callable[[str], Range | None]"
"""Gives what a figure may be; nothing when it is there but could not be read."""

MOST_TOKENS = 200
DEEPEST = 40

_EXACT = Context(prec=60)
"""Enough for every figure of thirty digits, so that only the figures' own rounding counts."""

_SHORT = Context(prec=3)
_LONGEST_SHOWN = 25
"""Digits before the decimal comma; of a longer result nobody reads more than how long it is."""

_TOKEN = re.compile(
    r"\s*(?:\[(?P<bracketed>[^\[\]]*)\]|(?P<id>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)|(?P<number>\d[\d.,]*[a-z]*[\d.,]*)"
    r"|(?P<sign>[-+*/()−–×÷]))",
    re.ASCII,
)
_SIGNS = {"−": "-", "–": "-", "×": "*", "÷": "/"}


class Range(Struct, frozen=True):
    """All values that rounded figures allow."""

    low: Decimal
    high: Decimal


class _Fault(Exception):
    """Leaves the calculation; the caller turns it into a problem."""

    def __init__(self, code: str, variant: str, values: dict[str, str]) -> None:
        super().__init__(code)
        self.code = code
        self.variant = variant
        self.values = values


def check_figures(
    catalog: Catalog,
    locate: Locate,
    unread: AbstractSet[EntryKey] = frozenset(),
    loose: Sequence[LooseFields] = (),
) -> tuple[Problem, ...]:
    """Tell every `equals` that does not hold, names no figure, leads back to itself or can't be computed.

    A figure that names one of `unread` is passed over: the other figure's faults are told already.
    Of the `loose` expressions, those of faulty figures, only the form and the names are looked at.
    """
    problems: list[Problem] = []
    named = {id_: _named_by(entry) for id_, entry in catalog.figures.items() if entry.facts.equals}
    for entry in catalog.figures.values():
        fault = _circle(entry.id, named) or _check(entry, catalog.figures, unread)
        if fault is not None:
            problems.append(Problem(fault.code, locate(entry.path, ("equals",)), fault.variant, fault.values))
    for fields in loose:
        if fields.equals:
            result = _computed(fields.equals, catalog.figures, unread)
            if isinstance(result, _Fault):
                at = locate(fields.path, ("equals",))
                problems.append(Problem(result.code, at, result.variant, result.values))
    return tuple(problems)


def _named_by(entry: Entry[Figure[Localized]]) -> tuple[str, ...]:
    """Name the figures that one is computed from."""
    return tuple(token[1:-1] for token in tokens_of(entry.facts.equals or "") if token[0] == "[")


def _circle(id_: str, named: Mapping[EntryId, Sequence[str]]) -> _Fault | None:
    """Find the shortest way by which a figure is computed from itself: then it always holds."""
    ways: list[tuple[str, ...]] = [(id_,)]
    seen: set[str] = set()
    for way in ways:  # grows meanwhile
        for name in named.get(EntryId(way[-1]), ()):
            if name == id_:
                return _Fault("figure-circle", "", {"way": shorten(" = ".join((*way, name)))})
            if name not in seen:
                seen.add(name)
                ways.append((*way, name))
    return None


def _computed(
    expression: str, figures: Mapping[EntryId, Entry[Figure[Localized]]], unread: AbstractSet[EntryKey]
) -> Range | _Fault | None:
    """Compute an expression, as far as the figures in it are known."""

    def range_of_id(name: str) -> Range | None:
        if name in figures:
            return range_of(figures[EntryId(name)].facts.value)
        if (Kind.FIGURES, EntryId(name)) in unread:
            return None
        near = misspelled(name, [*figures, *(id_ for kind, id_ in sorted(unread) if kind is Kind.FIGURES)])
        values = {"value": shorten(name), **({"suggestion": near} if near else {})}
        raise _Fault("figure-unknown", "near" if near else "", values)

    try:
        return evaluate(expression, range_of_id)
    except _Fault as fault:
        return fault


def _check(
    entry: Entry[Figure[Localized]],
    figures: Mapping[EntryId, Entry[Figure[Localized]]],
    unread: AbstractSet[EntryKey],
) -> _Fault | None:
    expression = entry.facts.equals
    if expression is None:
        return None
    computed = _computed(expression, figures, unread)
    if isinstance(computed, _Fault):
        return computed
    claimed = range_of(entry.facts.value)
    if computed is None or (computed.low <= claimed.high and claimed.low <= computed.high):
        return None
    values = {
        "value": f"{entry.facts.value.value:f}",
        "computed": _shown(computed, entry.facts.value),
        "expression": shorten(expression),
    }
    return _Fault("figure-unequal", "", values)


def range_of(quantity: Quantity) -> Range:
    """Give what a rounded figure may truly be; an approximate one is taken as rounded at its last zero."""
    half = quantity.half_step
    if quantity.approximate and quantity.value:
        exponent = int(quantity.value.normalize(_EXACT).as_tuple().exponent)
        half = max(half, Decimal(5).scaleb(exponent - 1))
    return Range(quantity.value - half, quantity.value + half)


def _shown(computed: Range, like: Quantity) -> str:
    """Print the middle of a result with two digits more than the figure has."""
    middle = _EXACT.divide(_EXACT.add(computed.low, computed.high), Decimal(2))
    if middle.adjusted() >= _LONGEST_SHOWN:
        short = _SHORT.plus(middle)
        return f"{short.scaleb(-short.adjusted()):.2f} × 10^{short.adjusted()}"
    exponent = min(0, int(like.value.as_tuple().exponent)) - 2
    rounded = middle.quantize(Decimal(1).scaleb(exponent), context=_EXACT)
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def evaluate(expression: str, range_of_id: Ids) -> Range | None:
    """Compute an expression; nothing when a figure's value is not known."""
    tokens = _tokens(expression)
    result, end = _sum(tokens, 0, range_of_id, 0)
    if end != len(tokens):
        raise _odd(tokens[end].strip("[]"))
    return result


def tokens_of(expression: str) -> tuple[str, ...]:
    """Split into `[id]`, numbers with a point, and signs, for showing it; one that is at fault is nothing."""
    try:
        return tuple(_tokens(expression))
    except _Fault:
        return ()


def _tokens(expression: str) -> list[str]:
    """Split into `[id]`, numbers with a point, and signs; typographic quotes around it mean nothing."""
    tokens: list[str] = []
    place, text = 0, expression.strip().strip("“”„‘’«»").rstrip()
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found is None or len(tokens) >= MOST_TOKENS:
            raise _odd(text[place:])
        place = found.end()
        if found["number"]:
            tokens.append(_number(found["number"]))
        elif found["sign"]:
            tokens.append(_SIGNS.get(found["sign"], found["sign"]))
        else:
            tokens.append(f"[{(found['bracketed'] or found['id'] or '').strip()}]")
    return tokens


def _number(text: str) -> str:
    try:
        return f"{read_number(text).value:f}"
    except ScalarFault:
        raise _odd(text) from None


def _sum(tokens: list[str], at: int, ids: Ids, depth: int) -> tuple[Range | None, int]:
    left, at = _product(tokens, at, ids, depth)
    while at < len(tokens) and tokens[at] in "+-":
        right, end = _product(tokens, at + 1, ids, depth)
        if left is not None and right is not None:
            left = _add(left, right) if tokens[at] == "+" else _add(left, Range(-right.high, -right.low))
        else:
            left = None
        at = end
    return left, at


def _product(tokens: list[str], at: int, ids: Ids, depth: int) -> tuple[Range | None, int]:
    left, at = _operand(tokens, at, ids, depth)
    while at < len(tokens) and tokens[at] in "*/":
        right, end = _operand(tokens, at + 1, ids, depth)
        if left is not None and right is not None:
            left = _spread(left, right, tokens[at])
        else:
            left = None
        at = end
    return left, at


def _operand(tokens: list[str], at: int, ids: Ids, depth: int) -> tuple[Range | None, int]:
    if at >= len(tokens) or depth > DEEPEST:
        raise _Fault("expression-form", "end", {})
    first = tokens[at]
    if first == "-":
        inner, end = _operand(tokens, at + 1, ids, depth + 1)
        return (None if inner is None else Range(-inner.high, -inner.low)), end
    if first == "(":
        inner, end = _sum(tokens, at + 1, ids, depth + 1)
        if end >= len(tokens) or tokens[end] != ")":
            raise _Fault("expression-form", "end", {})
        return inner, end + 1
    if first[0] == "[":
        return ids(first[1:-1]), at + 1
    if not first[0].isdecimal():
        raise _odd(first)
    number = Decimal(first)
    return Range(number, number), at + 1


def _add(left: Range, right: Range) -> Range:
    return Range(_EXACT.add(left.low, right.low), _EXACT.add(left.high, right.high))


def _spread(left: Range, right: Range, sign: str) -> Range:
    """Multiply or divide: the ends of the result are among the four combinations of ends."""
    if sign == "/" and right.low <= 0 <= right.high:
        raise _Fault("expression-form", "zero", {})
    operation = _EXACT.multiply if sign == "*" else _EXACT.divide
    ends = [operation(one, other) for one in (left.low, left.high) for other in (right.low, right.high)]
    return Range(min(ends), max(ends))


def _odd(text: str) -> _Fault:
    return _Fault("expression-form", "", {"value": shorten(text.strip()) or "…"})
