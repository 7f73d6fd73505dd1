"""How numbers, money, days and times are written in a language.

Pure functions: the language is an argument, no locale is global and there is no clock. What
Babel does is remembered, because the pages of a site show the same prices and days over and over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from site_builder.model.values import DayRange, Moment, PriceRange, Quantity
from site_builder.names import Lang
from site_builder.text.amounts import CURRENCIES, sum_of

if TYPE_CHECKING:  # Babel costs 30 ms; a build in which nothing is rendered needs none
    from babel import Locale

_LOCALES = {"id": "id_ID", "en": "en_GB", "ja": "ja_JP", "zh": "zh_Hans_CN"}
"""English as most visitors read it: day before month."""

_TIME_SEPARATORS = {"id": "."}
_MOMENTS = {"id": "{1} pukul {0}", "en": "{1}, {0}"}
_DASHES = {"ja": "～"}
_COMMAS = {"ja": "、", "zh": "，"}
_LIST_COMMAS = {"ja": "、", "zh": "、"}
_DECADES = {"id": "{}-an", "en": "{}s", "ja": "{}年代", "zh": "{}年代"}
_ABOUT = {"id": "±", "en": "about ", "ja": "約", "zh": "约"}
_ZONES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}

OWN_FORM = frozenset({"usd-billion", "percent"})
"""Units whose form is known here, so that their name in the vocabulary is not printed."""

# Babel has no plural for these two and then falls back to the English word.
_UNITS = {
    "ja": {"minute": "{}分", "hour": "{}時間", "day": "{}日"},
    "zh": {"minute": "{}分钟", "hour": "{}小时", "day": "{}天"},
}

_AROUND = {"id": "sekitar {}", "en": "c. {}", "ja": "{}ごろ", "zh": "约{}"}
LISTS_IN_LOWER_CASE = frozenset({"id", "en"})
"""Languages that write a capital only at the head of a list of common nouns."""

_CAPITAL = re.compile(r"^[A-Z](?![a-z]*[A-Z])")
_CIRCA = re.compile(r"c\. ?([0-9]{4})")
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


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
    from babel.numbers import format_decimal

    value = Decimal(digits)
    decimals = _decimals(value)
    pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
    return format_decimal(value, format=pattern, locale=locale_of(lang))


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
            gap = "" if lang in _UNITS and not unit_name.isascii() else " "
            return f"{quantity(value, lang)}{gap}{unit_name}"


def dash(lang: Lang) -> str:
    """Give what stands between the two ends of a range."""
    return _DASHES.get(lang, "–")


def comma(lang: Lang) -> str:
    """Give what parts two statements, with the blank that may follow it."""
    return _COMMAS.get(lang, ", ")


def full_stop(lang: Lang) -> str:
    return "。" if lang in _UNITS else "."


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


# --- days and times -------------------------------------------------------------------------------


def is_date(text: str) -> bool:
    """Say whether a text is a day, a month or a year, so that `<time datetime>` may hold it."""
    if not _DATE.fullmatch(text):
        return False
    try:
        _first_day(text)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=8192)
def day(iso: str, lang: Lang) -> str:
    """Write `2018-11-02`, `2018-11` or `2018`; `c. 2013` is a year too, other text stays as it is."""
    from babel.dates import format_date, format_skeleton

    about = _CIRCA.fullmatch(iso)
    if about is not None:
        return _AROUND.get(lang, _AROUND["en"]).format(day(about[1], lang))
    if not is_date(iso):
        return iso
    when, locale = _first_day(iso), locale_of(lang)
    match len(iso):
        case 4:
            return format_skeleton("y", when, locale=locale)
        case 7:
            return format_skeleton("yMMMM", when, locale=locale)
        case _:
            return format_date(when, "long", locale=locale)


@lru_cache(maxsize=4096)
def period(text: str, lang: Lang) -> str:
    """Write a day, month, year or a stretch such as `2018-01/2018-09`: `Januari–September 2018`."""
    start, slash, end = text.partition("/")
    if not slash or not (is_date(start) and is_date(end)):
        return day(text, lang)
    if start == end:
        return day(start, lang)
    if len(start) != len(end):
        return f"{day(start, lang)} – {day(end, lang)}"
    from babel.dates import format_interval

    skeleton = {4: "y", 7: "yMMMM", 10: "yMMMd"}[len(start)]
    written = format_interval(_first_day(start), _first_day(end), skeleton, locale=locale_of(lang))
    # CLDR puts thin spaces around the dash: wanted only where a side has several words.
    one_word_each = len(start) == 4 or (len(start) == 7 and start[:4] == end[:4])
    return written.replace("\u2009", "" if one_word_each else " ")


def era(text: str, lang: Lang) -> str:
    """Write when a story happened, as short as a numeral: `1986`; `196X` is `1960-an`, `1960s`."""
    if len(text) == 4 and text[:3].isdigit() and text[3] in "Xx":
        return _DECADES.get(lang, _DECADES["en"]).format(f"{text[:3]}0")
    return text if len(text) == 4 else period(text, lang)


def moment(value: Moment, lang: Lang) -> str:
    """Write a day, and its time where there is one: `5 Februari 2026 pukul 09.00`."""
    written = day(value.day, lang)
    if not value.has_time:
        return written
    form = _MOMENTS.get(lang) or str(locale_of(lang).datetime_formats["long"])
    return form.replace("{1}", written).replace("{0}", _clock_text(value, lang))


def moments(starts: Moment, ends: Moment | None, lang: Lang) -> str:
    """Write from when to when something lasts, without saying a day twice."""
    if ends is None or ends == starts:
        return moment(starts, lang)
    if starts.day == ends.day:
        if not ends.has_time:
            return moment(starts, lang)
        if starts.has_time:
            return f"{moment(starts, lang)}–{_clock_text(ends, lang)}"
    if starts.has_time or ends.has_time:
        return f"{moment(starts, lang)} – {moment(ends, lang)}"
    return period(f"{starts.day}/{ends.day}", lang)


def zone_name(timezone: str) -> str:
    """Name one of Indonesia's time zones as people there do; empty elsewhere."""
    return _ZONES.get(timezone, "")


@lru_cache(maxsize=4096)
def timestamp(iso: str, timezone: str) -> str:
    """Complete a day or a local time to the full instant that Atom asks for (RFC 3339)."""
    when = datetime.fromisoformat(iso)
    if when.tzinfo is None:
        when = when.replace(tzinfo=ZoneInfo(timezone))
    return when.isoformat(timespec="seconds").replace("+00:00", "Z")


def weekday(index: int, lang: Lang) -> str:
    """Name a day of the week; Monday is 0."""
    return str(locale_of(lang).days["stand-alone"]["wide"][index])


def time_separator(lang: Lang) -> str:
    return _TIME_SEPARATORS.get(lang, ":")


def short_weekday(index: int, lang: Lang) -> str:
    """Name a day of the week in a few signs: `Sen`, `Mon`, `月`."""
    return str(locale_of(lang).days["stand-alone"]["abbreviated"][index])


def clock(minute: int, lang: Lang) -> str:
    """Write minutes after midnight: `08.00`, at the day's end `24.00`."""
    return f"{minute // 60:02}{time_separator(lang)}{minute % 60:02}"


def _clock_text(value: Moment, lang: Lang) -> str:
    return clock(int(value.iso[11:13]) * 60 + int(value.iso[14:16]), lang)


def duration(minutes: int, lang: Lang) -> str:
    """Write how long something takes, as people say it: `1 jam 20 menit`, `2½ jam`."""
    hours, rest = divmod(minutes, 60)
    if hours and rest == 30:
        return _half_hours(hours, lang)
    parts = [(hours, "hour")] * (hours > 0) + [(rest, "minute")] * (rest > 0 or hours == 0)
    return ("" if lang in _UNITS else " ").join(_unit(count, name, lang) for count, name in parts)


def _half_hours(hours: int, lang: Lang) -> str:
    whole = _unit(hours, "hour", lang)
    match lang:
        case "ja":
            return f"{whole}半"
        case "zh":
            return f"{hours}个半小时"
        case "en" if hours == 1:
            return "1½ hours"
        case _:
            return whole.replace(str(hours), f"{hours}½", 1)


def days(value: DayRange, lang: Lang) -> str:
    """Write a number of days: `14 hari`, `14–21 hari`."""
    low, high = value.min_days, value.max_days
    written = _unit(high, "day", lang)
    if low == high:
        return written
    both = f"{number(low, lang)}{dash(lang)}{number(high, lang)}"
    return written.replace(number(high, lang), both, 1)


@lru_cache(maxsize=1024)
def _unit(count: int, name: str, lang: Lang) -> str:
    if lang in _UNITS:
        return _UNITS[lang][name].format(number(count, lang))
    from babel.units import format_unit

    return format_unit(count, name, "long", locale=locale_of(lang))


def _first_day(iso: str) -> date:
    return date.fromisoformat(iso + "-01-01"[len(iso) - 4 :])


# --- names that CLDR knows ----------------------------------------------------------------------------


def country(code: str, lang: Lang) -> str:
    """Name a country by its ISO 3166 code; an unknown code stays as it is."""
    return str(locale_of(lang).territories.get(code, code))


def language_name(code: str, lang: Lang) -> str:
    """Name a language in another (or the same) language: `ja` is `Jepang` in Indonesian."""
    return str(locale_of(lang).languages.get(code.replace("-", "_"), code))
