"""Days, moments and years; a day that is not in ISO form is refused with that form as a hint."""

from __future__ import annotations

import re
from datetime import date

from site_builder.model.nearest import misspelled
from site_builder.model.readers.halves import hours_meant
from site_builder.model.readers.spans import day_range
from site_builder.model.readers.week_tokens import shown
from site_builder.model.readers.week_words import INDONESIAN_DAYS
from site_builder.model.readers.weekdays import weekday_named
from site_builder.model.readers.written import ScalarFault, Written, is_long, shorten, text_of, wrong

FIRST_YEAR, LAST_YEAR = 1000, 2100

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", re.ASCII)
_NAMED = re.compile(
    r"(?:(?P<before>[^\W\d]+['’]?[^\W\d]*),?\s+)?"
    r"(?P<day>\d{1,2})[\s\-/]+(?P<month>[^\W\d]+)[.,]?[\s\-/]+(?P<year>\d{4})"
)
_BEFORE_DAYS = frozenset({"tanggal", "tgl", "hari", "pada", "on", "the"})
"""Words before a day that say no more of it; so do days of the week, and `malam`, `sebelum` do not."""
_NAMED_ENGLISH = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_NO_YEAR = re.compile(
    r"(?:[^\W\d]+['’]?[^\W\d]*,\s+)?(?:(\d{1,2})[\s\-/]+([^\W\d]+)\.?|([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?)",
    re.ASCII,
)
_LEAP_YEAR = 2028
_DAY_AND_HOURS = re.compile(r"(?P<day>\d{4}-\d\d-\d\d|.*?\d{4})(?:\s*,\s*|[ T])(?P<times>[^-].*)")
_DAYS_AND_HOURS = re.compile(
    r"(?P<day>.*\d{4}(?:-\d\d-\d\d)?)\s*[,(]?\s*(?:(?:setiap hari|tiap hari|daily)\s*)?"
    r"(?:(?:jam|pukul|pk|at)\b\.?|(?=\d{1,2}[.:]\d\d))\s*\d.*",
    re.IGNORECASE,
)
_PERIOD = re.compile(r"\d{3}X|\d{4}(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?", re.ASCII)
_YEAR_WORD = re.compile(
    r"^(?:(?:pada|sejak|sekitar|kira-kira|tahun|the|thn?\.?|era|in|about|around|circa|c\.)\s*)+"
)
_ABOUT = re.compile(r"(?:pada\s+)?(?:sekitar|kira-kira|about|around|circa|c\.)")
_DECADE = re.compile(r"(\d{2})?(\d)0(?:\s*-?\s*an|['’]?s)", re.ASCII)
_YEARS = re.compile(r"(\d{4})\s*(?:-|–|—|/|s/d|s\.d\.|sampai|hingga|until|to)\s*(\d{4}|\d{2})", re.ASCII)
_MONTH_FIRST = re.compile(r"([^\W\d]+|\d{1,2})[\s./-]+(\d{4})")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february pebruari feb peb",
            "maret march mar",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agu agt aug ags",
            "september sep sept",
            "oktober october okt oct",
            "november nopember nov nop",
            "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}


def read_day(written: Written) -> str:
    """Read `2026-11-01`; the day must exist."""
    text = text_of(written)
    found = _ISO.fullmatch(text)
    if found is None and is_long(text):
        raise wrong("day", text)
    if found is None:
        meant = meant_day(text)
        if not meant and (_holds_days(text) or days_without_year(text) is not None):
            raise wrong("day-span", text)
        raise wrong("day-form", text, meant) if meant else _unreal_day(text)
    if _iso(*map(int, found.groups())) is None:
        raise wrong("day-far", text) if _is_real(*map(int, found.groups())) else _unreal_day(text)
    return text


def _unreal_day(text: str) -> ScalarFault:
    """Say whether a text is a day at all: `31/2/2027` is one that does not exist, and 28 the last before."""
    found = _parts_of_day(text)
    without_year = None if found is not None else _month_and_day(text)
    if without_year is not None:
        return wrong("day-no-year", text, form="…-{:02}-{:02}".format(*without_year))
    if found is None or not (1 <= found[1] <= 31 and 1 <= found[2] <= 31) or _is_real(*found):
        if found is None and (within := day_within(text)):
            return wrong("day-beside", text, moment=within[0], words=shorten(within[1]))
        return wrong("day-unreal" if _ISO.fullmatch(text) else "day", text)
    year, month, day = found
    shorter = (near for near in (30, 29, 28) if near < day and _is_real(year, month, near))
    last = _iso(year, month, next(shorter, day))
    return wrong("day-last", text, last) if last else wrong("day-unreal", text)


def _month_and_day(text: str) -> tuple[int, int] | None:
    """Give month and day of `31 Desember`, which may be of any year."""
    found = _NO_YEAR.fullmatch(text)
    if found is None:
        return None
    month, day = _MONTHS.get((found[2] or found[3]).lower(), 0), int(found[1] or found[4])
    return (month, day) if month and _is_real(_LEAP_YEAR, month, day) else None


def _holds_days(text: str) -> bool:
    """Whether a text is two days, even such as do not exist."""
    span = day_range(" ".join(text.split()))
    return span is not None and all(_ISO.fullmatch(day) or meant_day(day) for day in span)


def days_of_span(text: str) -> tuple[str, str] | None:
    """Give the first and the last of `2027-03-10 s/d 2027-03-16` and of `10-16 Maret 2027`."""
    span = day_range(" ".join(text.split()))
    if span is None:
        return None
    start, end = (day if _ISO.fullmatch(day) else meant_day(day) for day in span)
    is_real = all(_ISO.fullmatch(day) and _iso(*map(int, day.split("-"))) for day in (start, end))
    return (start, end) if is_real else None


def days_without_year(text: str) -> tuple[str, str] | None:
    """Give the first and the last of `10-16 Maret`, each with `…` for the year that is not told."""
    span = None if re.search(r"\d{4}", text) else days_of_span(f"{text} {_LEAP_YEAR}")
    return None if span is None else (f"…{span[0][4:]}", f"…{span[1][4:]}")


def days_with_hours(text: str) -> tuple[str, str] | None:
    """Give the first and the last of `12-14 Desember 2026 jam 9 pagi`, whose hours are of each day."""
    found = _DAYS_AND_HOURS.fullmatch(" ".join(text.split()))
    return None if found is None else days_of_span(found["day"])


def hours_of_day(text: str) -> list[tuple[str, str]]:
    """Give both ends of `2026-12-12 09.00-15.00` and of `12 Desember 2026, jam 9 pagi - 3 sore`.

    Of hours that may be of either half of the day there are two such.
    """
    found = _DAY_AND_HOURS.fullmatch(" ".join(text.split()))
    if found is None:
        return []
    day = meant_day(found["day"]) or found["day"]
    if not (_ISO.fullmatch(day) and _iso(*map(int, day.split("-")))):
        return []
    return [
        (f"{day} {shown(opens)}", f"{day} {shown(closes)}") for opens, closes in hours_meant(found["times"])
    ]


_MOST_PARTS = 4
"""Words of a day: `Sabtu, 12 Desember 2026`."""


def day_within(text: str) -> tuple[str, str] | None:
    """Find the day in a text that says more: of `2026-12-12 oleh Bu Yuli` the day and the other words."""
    words = text.split()
    for size in range(min(_MOST_PARTS, len(words) - 1), 0, -1):
        for start in range(len(words) - size + 1):
            day = " ".join(words[start : start + size]).strip(",;()")
            is_iso = _ISO.fullmatch(day) is not None and _iso(*map(int, day.split("-"))) is not None
            meant = day if is_iso else meant_day(day)
            if meant:
                return meant, " ".join((*words[:start], *words[start + size :]))
    return None


def meant_day(text: str) -> str:
    """Work out the day of a text in another form; day before month, as Indonesia writes."""
    found = _parts_of_day(text)
    return (_iso(*found) or "") if found is not None else ""


def _parts_of_day(text: str) -> tuple[int, int, int] | None:
    """Give year, month and day of a text in another form, whether there is such a day or not."""
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := _YEAR_LAST.fullmatch(text):
        day, month, year = map(int, found.groups())
    elif (found := _NAMED.fullmatch(text)) and _says_no_more(found["before"] or ""):
        day, month, year = int(found["day"]), _MONTHS.get(found["month"].lower(), 0), int(found["year"])
    elif found := _NAMED_ENGLISH.fullmatch(text):
        day, month, year = int(found[2]), _MONTHS.get(found[1].lower(), 0), int(found[3])
    else:
        return None
    return year, month, day


def _says_no_more(word: str) -> bool:
    """Whether a word before a day only names it; a day of the week may be shortened or misspelled."""
    return not word or word.lower() in _BEFORE_DAYS or _is_weekday(word)


def _is_weekday(word: str) -> bool:
    return weekday_named(word) is not None or bool(misspelled(word, INDONESIAN_DAYS))


def _iso(year: int, month: int, day: int) -> str | None:
    is_known = FIRST_YEAR <= year <= LAST_YEAR and _is_real(year, month, day)
    return date(year, month, day).isoformat() if is_known else None


def _is_real(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def is_month_alone(text: str) -> bool:
    """Whether a text is a month with or without its year, so that its day is not known yet."""
    found = re.fullmatch(
        r"(?:(?:awal|pertengahan|akhir|bulan)\s+)*([^\W\d]+)(?:\s+\d{4})?|\d{4}-\d{2}", text.lower()
    )
    return found is not None and (found[1] is None or found[1] in _MONTHS)


def read_year(written: Written) -> int:
    text = text_of(written)
    if not re.fullmatch(r"\d{4}", text, re.ASCII) or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        year = "" if is_long(text) else _only_year(text)
        raise wrong("year-only", text, year) if year else wrong("year", text)
    return int(text)


def _only_year(text: str) -> str:
    """Give the one year of `sekitar tahun 1998`, `1998-an` and `12 Mei 1998`; nothing of a decade."""
    years = re.findall(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)", text[:100], re.ASCII)
    is_alone = sum(map(str.isdecimal, text)) == 4 or _NAMED.fullmatch(text) is not None
    is_decade = re.search(r"\d\s*['’]?(?:s|ish)\b|0\s*-?\s*an\b", text, re.ASCII) is not None
    return years[0] if len(years) == 1 and is_alone and not is_decade else ""


def read_period(written: Written) -> str:
    """Read when something happened: `1976`, `197X`, `1976-03`, `1976-03-11`, or two of these: `1976/1980`."""
    text = text_of(written).replace("x", "X")
    start, slash, end = text.partition("/")
    if _is_part(start) and (not slash or ("X" not in text and _is_part(end))):
        if slash and end <= start:
            raise wrong("period-form", text, start if start == end else f"{end}/{start}")
        return text
    meant = "" if is_long(text) else _meant_period(text_of(written).lower())
    raise wrong("period-form", text_of(written), meant) if meant else wrong("period", text_of(written))


def read_since(written: Written) -> str:
    """Read since when something is so: `2026-11`, `2026-11-01` or `2026`; no decade, no stretch of time."""
    text = text_of(written)
    if _is_part(text) and "X" not in text:
        return text
    meant = "" if is_long(text) else _meant_period(text.lower())
    is_one = meant and "X" not in meant and "/" not in meant
    raise wrong("period-form", text, meant) if is_one else wrong("since", text)


def meant_period(text: str) -> str:
    """Give when it was in the form of figures, of a text in another: `tahun 2025`, `2024-2025`; or nothing.

    A decade stays as it is told, and what is about a year stays about it.
    """
    words = text.lower().strip()
    if is_long(words):
        return ""
    meant = _meant_period(words)
    if "X" in meant:
        return ""
    return f"c. {meant}" if len(meant) == 4 and _ABOUT.match(words) else meant


def _is_part(text: str) -> bool:
    found = _PERIOD.fullmatch(text)
    if found is None:
        return False
    year, month, day = text[:4].replace("X", "0"), found["month"] or "01", found["day"] or "01"
    return _iso(int(year), int(month), int(day)) is not None


def _meant_period(text: str) -> str:
    """Work out `1970-an`, `tahun 70-an`, `Maret 1976`, `1976-1980`."""
    bare = _YEAR_WORD.sub("", text).strip(" .,")
    if decade := _DECADE.fullmatch(bare):
        return f"{decade[1] or '19'}{decade[2]}X"
    if ends := _YEARS.fullmatch(bare):
        first, last = ends[1], _whole_year(ends[2], ends[1])
        if len(ends[2]) == 4 and last < first:
            first, last = last, first
        return f"{first}/{last}" if _is_part(first) and _is_part(last) and first < last else ""
    month = _MONTH_FIRST.fullmatch(bare)
    if month and (number := _MONTHS.get(month[1], 0) or int(month[1] if month[1].isdecimal() else 0)):
        return f"{month[2]}-{number:02}" if _is_part(f"{month[2]}-{number:02}") else ""
    return meant_day(bare) or (bare if _is_part(bare) else "")


def _whole_year(end: str, start: str) -> str:
    """Complete the end of `1976-80`."""
    return start[:2] + end if len(end) == 2 else end
