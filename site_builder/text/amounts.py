"""Large sums of money, in the words in which each language counts them.

Indonesian and English count in thousands (`juta`, `miliar`), Japanese and Chinese in units of 10^4
and 10^8 (万, 億). Which one fits is what CLDR's compact form chooses too; the digits stay those of
the source, however many they are.
"""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from site_builder.names import Lang


class Money(Struct, frozen=True):
    """What a unit of the vocabulary counts: `idr-million-month` is 10^6 rupiah in each month."""

    currency: str
    power: int
    rate: str = ""


MONEY = {
    "usd-billion": Money("USD", 9),
    "idr-billion": Money("IDR", 9),
    "idr-billion-year": Money("IDR", 9, "year"),
    "idr-billion-month": Money("IDR", 9, "month"),
    "idr-million-month": Money("IDR", 6, "month"),
}

CURRENCIES = {
    "id": {"USD": "US${}", "IDR": "Rp{}"},
    "en": {"USD": "US${}", "IDR": "Rp{}"},
    "ja": {"USD": "{}米ドル", "IDR": "{}ルピア"},
    "zh": {"USD": "{}美元", "IDR": "{}印尼盾"},
}
"""Where a number goes. A reader in East Asia knows the currency's name, not its sign."""

_WORDS = {
    "id": {6: "{} juta", 9: "{} miliar"},
    "en": {6: "{} million", 9: "{} billion"},
}
_MYRIADS = {
    "ja": {0: "{}", 4: "{}万", 8: "{}億", 12: "{}兆"},
    "zh": {0: "{}", 4: "{}万", 8: "{}亿", 12: "{}万亿"},
}
_RATES = {
    "id": {"": "{}", "year": "{} setahun", "month": "{} sebulan"},
    "en": {"": "{}", "year": "{} a year", "month": "{} a month"},
    "ja": {"": "{}", "year": "年間{}", "month": "月{}"},
    "zh": {"": "{}", "year": "每年{}", "month": "每月{}"},
}


class Sum(Struct, frozen=True):
    """A sum ready to be put together: the number in its form, and that in the rate's."""

    number: Decimal
    form: str
    rate: str


def sum_of(value: Decimal, unit: str, lang: Lang) -> Sum | None:
    """Say how `value` of `unit` is told in `lang`; `None` where this language or unit is not known here."""
    money = MONEY.get(unit)
    if money is None or lang not in CURRENCIES:
        return None
    currency, rate = CURRENCIES[lang][money.currency], _RATES[lang][money.rate]
    if lang in _WORDS:
        return Sum(value, currency.format(_WORDS[lang][money.power]), rate)
    whole = value.scaleb(money.power)
    power = max(power for power in _MYRIADS[lang] if power == 0 or abs(whole) >= Decimal(10) ** power)
    shifted = value.scaleb(money.power - power)
    if value.as_tuple().exponent == 0:
        shifted = shifted.normalize()  # the zeros of 1300 million don't make 13.00億 more exact
    return Sum(shifted, currency.format(_MYRIADS[lang][power]), rate)
