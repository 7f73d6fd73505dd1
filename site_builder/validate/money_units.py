"""Units of money: nobody is sent from millions to billions, or from rupiah to dollars. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from site_builder.model.nearest import misspelled
from site_builder.names import Lang
from site_builder.source.flow_yaml import flow_yaml

_CURRENCIES = {
    "usd": "usd us$ $ dolar dollar dollars",
    "idr": "idr rp rupiah",
    "eur": "eur € euro euros",
    "jpy": "jpy ¥ yen",
}
_MAGNITUDES = {
    "thousand": "thousand thousands ribu rb",
    "million": "million millions mio juta jt",
    "billion": "billion billions miliar milyar",
    "trillion": "trillion trillions triliun trilyun",
}
_PERIODS = {
    "year": "year years yearly tahun setahun pertahun",
    "month": "month months monthly bulan sebulan perbulan",
}
_FILLING = frozenset({"as", "us", "per", "a", "amerika", "serikat", "of", "dalam", "in"})
_NAMES = {
    "id": {
        "usd": "dolar AS", "idr": "rupiah", "eur": "euro", "jpy": "yen",
        "thousand": "ribu", "million": "juta", "billion": "miliar", "trillion": "triliun",
        "year": "setahun", "month": "sebulan",
    },
    "en": {
        "usd": "US dollars", "idr": "rupiah", "eur": "euros", "jpy": "yen",
        "thousand": "thousand", "million": "million", "billion": "billion", "trillion": "trillion",
        "year": "a year", "month": "a month",
    },
}  # fmt: skip
_WORD = re.compile(r"us\$|[$€¥]|[^\W\d_]+", re.IGNORECASE)


def _by_word(kinds: Mapping[str, str]) -> dict[str, str]:
    return {word: kind for kind, words in kinds.items() for word in words.split()}


_OF_CURRENCY, _OF_MAGNITUDE, _OF_PERIOD = map(_by_word, (_CURRENCIES, _MAGNITUDES, _PERIODS))
MAGNITUDES = {
    "thousand": Decimal(1000),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
}
_ALL = (*_OF_CURRENCY, *_OF_MAGNITUDE, *_OF_PERIOD, *_FILLING)
_SHORTEST_SLIP = 5
"""Letters of a word that may be misspelled; shorter ones are too near to others."""


class Measure(Struct, frozen=True):
    """What a unit measures in."""

    currency: str = ""
    magnitude: str = ""
    period: str = ""

    @property
    def id(self) -> str:
        return "-".join(filter(None, (self.currency, self.magnitude, self.period)))


def measure_of(unit: str) -> tuple[Measure, bool]:
    """Give what a unit measures in, and whether each of its words was understood."""
    found: dict[str, str] = {}
    is_whole = True
    for word in map(str.lower, _WORD.findall(unit)):
        meant = word if word in _ALL or len(word) < _SHORTEST_SLIP else misspelled(word, _ALL) or word
        for name, words in (("currency", _OF_CURRENCY), ("magnitude", _OF_MAGNITUDE), ("period", _OF_PERIOD)):
            if meant in words:
                found.setdefault(name, words[meant])
        is_whole = is_whole and meant in _ALL
    return Measure(**found), is_whole


_LARGEST = {"idr": Decimal(10**14), "jpy": Decimal(10**14)}
_LARGEST_OF_OTHERS = Decimal(10**12)
"""Of what a figure may tell: beyond it are the budgets of whole countries."""
_COUNTED_AGAIN = Decimal(10**6)
"""A number that has millions of its own is seldom written in units of millions or billions."""


def counted_again(number: Decimal, unit: str) -> Decimal | None:
    """Give the number in its unit where it seems to be in full: of 12.500.000 `idr-billion` 0,0125."""
    own = measure_of(unit)[0]
    factor = MAGNITUDES.get(own.magnitude)
    if factor is None or not own.currency or abs(number) < _COUNTED_AGAIN:
        return None
    is_too_large = abs(number) * factor >= _LARGEST.get(own.currency, _LARGEST_OF_OTHERS)
    return number / factor if is_too_large else None


def is_same_measure(unit: str, other: str) -> bool:
    return measure_of(unit)[0] == measure_of(other)[0]


def known_unit(unit: str, known: Iterable[str]) -> str:
    """Give the unit that measures in the same money, or nothing."""
    own, is_whole = measure_of(unit)
    return next((one for one in known if is_whole and own.currency and measure_of(one) == (own, True)), "")


def unit_line(unit: str, languages: Sequence[Lang]) -> tuple[str, str] | None:
    """Give the id of a unit of money and its line of the vocabulary, or nothing where it is none."""
    own, is_whole = measure_of(unit)
    if not own.currency or not is_whole:
        return None
    spoken = [lang for lang in languages if lang in _NAMES] or list(languages[:1])
    names = {str(lang): _name(own, _NAMES.get(lang, {})) for lang in spoken}
    return own.id, f"{own.id}: {flow_yaml(dict(names))}"


def _name(measure: Measure, words: Mapping[str, str]) -> str:
    parts = [words.get(part, "") for part in (measure.magnitude, measure.currency, measure.period) if part]
    return " ".join(filter(None, parts)) or "…"
