"""How days, times and lengths of time are written in a language; pure like `formats`."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from site_builder.model.values import DayRange, Moment
from site_builder.names import Lang
from site_builder.text import formats
from site_builder.zones import zone_of

_TIME_SEPARATORS = {"id": "."}
_MOMENTS = {"id": "{1} pukul {0}", "en": "{1}, {0}"}
_DECADES = {"id": "{}-an", "en": "{}s", "ja": "{}年代", "zh": "{}年代"}
_AROUND = {"id": "sekitar {}", "en": "c. {}", "ja": "{}ごろ", "zh": "约{}"}
_ZONES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
# Babel has no plural for these two and then falls back to the English word.
_UNITS = {
    "ja": {"minute": "{}分", "hour": "{}時間", "day": "{}日"},
    "zh": {"minute": "{}分钟", "hour": "{}小时", "day": "{}天"},
}

_CIRCA = re.compile(r"c\. ?([0-9]{4})")
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


def is_date(text: str) -> bool:
    """Say whether a text is a day, a month or a year, so that `<time datetime>` may hold it."""
    if not _DATE.fullmatch(text):
        return False
    try:
        _first_day(text)
    except ValueError:
        return False
    return True


def is_end(text: str) -> bool:
    """Say whether a stretch of time may begin or end with a text: `2006-05`, `c. 2013`."""
    return is_date(text) or _CIRCA.fullmatch(text) is not None


@lru_cache(maxsize=8192)
def day(iso: str, lang: Lang) -> str:
    """Write `2018-11-02`, `2018-11` or `2018`; `c. 2013` is a year too, other text stays as it is."""
    from babel.dates import format_date, format_skeleton

    about = _CIRCA.fullmatch(iso)
    if about is not None:
        return _AROUND.get(lang, _AROUND["en"]).format(day(about[1], lang))
    if not is_date(iso):
        return iso
    when, locale = _first_day(iso), formats.locale_of(lang)
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
    if not slash or not (is_end(start) and is_end(end)):
        return day(text, lang)
    if start == end:
        return day(start, lang)
    if len(start) != len(end) or not (is_date(start) and is_date(end)):
        return f"{day(start, lang)} – {day(end, lang)}"
    from babel.dates import format_interval

    skeleton = {4: "y", 7: "yMMMM", 10: "yMMMd"}[len(start)]
    written = format_interval(_first_day(start), _first_day(end), skeleton, locale=formats.locale_of(lang))
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
    form = _MOMENTS.get(lang) or str(formats.locale_of(lang).datetime_formats["long"])
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
        when = when.replace(tzinfo=zone_of(timezone))
    return when.isoformat(timespec="seconds").replace("+00:00", "Z")


def weekday(index: int, lang: Lang) -> str:
    """Name a day of the week; Monday is 0."""
    return str(formats.locale_of(lang).days["stand-alone"]["wide"][index])


def time_separator(lang: Lang) -> str:
    return _TIME_SEPARATORS.get(lang, ":")


def short_weekday(index: int, lang: Lang) -> str:
    """Name a day of the week in a few signs: `Sen`, `Mon`, `月`."""
    return str(formats.locale_of(lang).days["stand-alone"]["abbreviated"][index])


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
    both = f"{formats.number(low, lang)}{formats.dash(lang)}{formats.number(high, lang)}"
    return written.replace(formats.number(high, lang), both, 1)


@lru_cache(maxsize=1024)
def _unit(count: int, name: str, lang: Lang) -> str:
    if lang in _UNITS:
        return _UNITS[lang][name].format(formats.number(count, lang))
    from babel.units import format_unit

    return format_unit(count, name, "long", locale=formats.locale_of(lang))


def _first_day(iso: str) -> date:
    return date.fromisoformat(iso + "-01-01"[len(iso) - 4 :])
