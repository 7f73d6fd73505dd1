"""How numbers, money and names are written in a language; days and times are in `times.py`.

Pure functions: the language is an argument, no locale is global and there is no clock. What
Babel does is remembered, because the pages of a site show the same prices over and over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from site_builder.model.values import PriceRange, Quantity
from site_builder.names import Lang
from site_builder.text.amounts import CURRENCIES, sum_of

if TYPE_CHECKING:  # Babel costs 30 ms; a build in which nothing is rendered needs none
    from babel import Locale

_LOCALES = {"id": "id_ID", "en": "en_GB", "ja": "ja_JP", "zh": "zh_Hans_CN"}
"""English as most visitors read it: day before month."""

_WITHOUT_BLANKS = frozenset({"ja", "zh"})
_DASHES = {"ja": "～"}
_COMMAS = {"ja": "、", "zh": "，"}
_LIST_COMMAS = {"ja": "、", "zh": "、"}
_ABOUT = {"id": "±", "en": "about ", "ja": "約", "zh": "约"}


OWN_FORM = frozenset({"usd-billion", "percent"})
"""Units whose form is known here, so that their name in the vocabulary is not printed."""


LISTS_IN_LOWER_CASE = frozenset({"id", "en"})
"""Languages that write a capital only at the head of a list of common nouns."""

_CAPITAL = re.compile(r"^[A-Z](?![a-z]*[A-Z])")


@lru_cache(maxsize=64)
def locale_of(lang: Lang) -> Locale:
    """Find Babel's locale; a language that Babel does not know is written like English."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(_LOCALES.get(lang, lang), sep="_" if lang in _LOCALES else "-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_LOCALES["en"])


def locale_tag(lang: Lang) -> str:
    """Name the locale as Open Graph wants it: `id_ID`."""
    locale = locale_of(lang)
    return f"{locale.language}_{locale.territory}" if locale.territory else locale.language


# --- numbers --------------------------------------------------------------------------------------


def number(value: int | Decimal, lang: Lang) -> str:
    """Write a number with as many decimals as it has: `4,10` keeps its zero."""
    return _number(str(_signed(Decimal(value))), lang)


# Remembered by its digits: as numbers 4.1 and 4.10 are equal, and one would be shown for the other.
@lru_cache(maxsize=8192)
def _number(digits: str, lang: Lang) -> str:
    value = Decimal(digits)
    signs = _plain_signs(lang)
    if signs is None or value < 0:
        return _by_babel(value, lang)
    return f"{value:,f}".translate(signs)


def _by_babel(value: Decimal, lang: Lang) -> str:
    from babel.numbers import format_decimal

    decimals = _decimals(value)
    pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
    return format_decimal(value, format=pattern, locale=locale_of(lang))


@cache
def _plain_signs(lang: Lang) -> dict[int, str] | None:
    """Give what a language writes for `,` and `.`, where it parts thousands as Python does.

    Babel takes 30 µs for a number and a large site has ten thousand. It is asked what it makes of a few:
    languages with other digits, or that write `1000` and `10 000`, or `12,34,567`, are left to it.
    """
    thousands, decimal = (_by_babel(Decimal(sample), lang) for sample in ("1000", "0.5"))
    signs = {ord(","): thousands[1:-3], ord("."): decimal[1:-1]}
    samples = [Decimal(sample) for sample in ("0", "999", "1234567890", "10000", "98765.4321")]
    is_plain = all(f"{sample:,f}".translate(signs) == _by_babel(sample, lang) for sample in samples)
    return signs if is_plain and signs[ord(",")] else None


def quantity(value: Quantity, lang: Lang) -> str:
    """Write a number as its source gives it: `±2.500`."""
    return _about(value, lang) + number(value.value, lang)


def figure(value: Quantity, unit: str, unit_name: str, lang: Lang) -> str:
    """Write a figure with its unit; large sums and per cent have forms of their own."""
    told = sum_of(value.value, unit, lang)
    if told is not None:
        minus = _minus(lang) if told.number < 0 else ""  # -Rp5: before the currency, as CLDR has it
        amount = minus + told.form.format(number(abs(told.number), lang))
        return told.rate.format(_about(value, lang) + amount)
    match unit:
        case "usd-billion":
            return _about(value, lang) + _compact_dollars(str(_signed(value.value)), lang)
        case "percent":
            return _about(value, lang) + _percent(str(_signed(value.value)), lang)
        case _ if not unit_name:
            return quantity(value, lang)
        case _:
            return quantity(value, lang) + _unit_behind(unit_name, lang)


def figure_parts(value: Quantity, unit: str, unit_name: str, lang: Lang) -> tuple[str, str, str]:
    """Part a figure into `±`, the number and ` unit`, so that the number can stand out.

    What has a form of its own, such as a sum of money, stays whole.
    """
    if sum_of(value.value, unit, lang) is not None:
        return "", figure(value, unit, unit_name, lang), ""
    if unit in OWN_FORM or not unit_name:
        return _about(value, lang), figure(Quantity(value.value), unit, "", lang), ""
    return _about(value, lang), number(value.value, lang), _unit_behind(unit_name, lang)


def _unit_behind(unit_name: str, lang: Lang) -> str:
    return unit_name if lang in _WITHOUT_BLANKS and not unit_name.isascii() else f" {unit_name}"


def dash(lang: Lang) -> str:
    """Give what stands between the two ends of a range."""
    return _DASHES.get(lang, "–")


def comma(lang: Lang) -> str:
    """Give what parts two statements, with the blank that may follow it."""
    return _COMMAS.get(lang, ", ")


def full_stop(lang: Lang) -> str:
    return "。" if lang in _WITHOUT_BLANKS else "."


def list_comma(lang: Lang) -> str:
    """Give what parts the members of a list; Chinese has a sign of its own for it."""
    return _LIST_COMMAS.get(lang, ", ")


def in_a_row(words: Sequence[str], lang: Lang) -> tuple[str, ...]:
    """Write words as a list: `Kulit sapi, kulit domba`; names such as QRIS stay as they are."""
    if lang not in LISTS_IN_LOWER_CASE:
        return tuple(words)
    return (*words[:1], *(_CAPITAL.sub(lambda found: found[0].lower(), word) for word in words[1:]))


def _about(value: Quantity, lang: Lang) -> str:
    return _ABOUT.get(lang, "±") if value.approximate else ""


def _signed(value: Decimal) -> Decimal:
    """Drop the sign of a zero: nothing is no less than nothing."""
    return value if value else abs(value)


def _minus(lang: Lang) -> str:
    from babel.numbers import get_minus_sign_symbol

    return get_minus_sign_symbol(locale_of(lang))


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


@lru_cache(maxsize=1024)
def _compact_dollars(digits: str, lang: Lang) -> str:
    from babel.numbers import format_compact_currency

    value = Decimal(digits)
    return format_compact_currency(
        value.scaleb(9), "USD", locale=locale_of(lang), fraction_digits=_decimals(value)
    )


@lru_cache(maxsize=1024)
def _percent(digits: str, lang: Lang) -> str:
    from babel.numbers import format_percent

    value, locale = Decimal(digits), locale_of(lang)
    decimals = _decimals(value)
    pattern = str(locale.percent_formats[None].pattern)  # `#,##0%`, in some languages with a space
    if decimals:
        pattern = pattern.replace("0", "0." + "0" * decimals, 1)
    return format_percent(value.scaleb(-2), format=pattern, locale=locale)


def money(rupiah: int, lang: Lang) -> str:
    """Write an amount of whole rupiah: `Rp250.000`, `250,000ルピア`."""
    return CURRENCIES.get(lang, CURRENCIES["en"])["IDR"].format(number(rupiah, lang))


def price(value: PriceRange, lang: Lang) -> str:
    """Write a price or a range of prices; Indonesian names the currency twice."""
    low, high = value.min_idr, value.max_idr
    if high == low:
        return money(low, lang)
    if lang == "id":
        return f"{money(low, lang)}–{money(high, lang)}"
    form = CURRENCIES.get(lang, CURRENCIES["en"])["IDR"]
    return form.format(f"{number(low, lang)}{dash(lang)}{number(high, lang)}")


def weight(grams: int, lang: Lang) -> str:
    """Write a weight in grams or, from a kilogram on, in kilograms."""
    if grams < 1000:
        return f"{number(grams, lang)} g"
    return f"{number((Decimal(grams) / 1000).normalize(), lang)} kg"


def distance(metres: float, lang: Lang) -> str:
    """Write a distance no more exactly than it is known: `350 m`, `2,9 km`, `17 km`."""
    if metres < 975:
        step_m = 50 if metres >= 100 else 10
        return f"{number(max(1, round(metres / step_m)) * step_m, lang)}\u00a0m"
    kilometres = Decimal(metres) / 1000
    exact = kilometres % 1 == 0 or kilometres >= Decimal("9.95")
    return f"{number(kilometres.quantize(Decimal(1) if exact else Decimal('0.1')), lang)}\u00a0km"


# --- names that CLDR knows ----------------------------------------------------------------------------


def country(code: str, lang: Lang) -> str:
    """Name a country by its ISO 3166 code; an unknown code stays as it is."""
    return str(locale_of(lang).territories.get(code, code))


def language_name(code: str, lang: Lang) -> str:
    """Name a language in another (or the same) language: `ja` is `Jepang` in Indonesian."""
    return str(locale_of(lang).languages.get(code.replace("-", "_"), code))
