"""Two days written as one: `3-5 Agustus 2026` is `3 Agustus 2026` and `5 Agustus 2026`."""

from __future__ import annotations

import re

from site_builder.model.readers.weekdays import weekday_named

UNTIL = r"(?:\s*(?:-|–|—|s\.?/?d\.?|sampai(?:\s+dengan)?|hingga)\s*|\s+(?:to|until)\s+)"
AND = r"\s*(?:&|dan|,)\s*"

_DAY = r"(\d{1,2})"
_ENGLISH_DAY = rf"{_DAY}(?:st|nd|rd|th)?"
_MONTH = r"([^\W\d_]{3,10})\.?"
_YEAR = r"((?:19|20)\d\d)"
_RANGES = (
    (re.compile(rf"{_DAY}{UNTIL}{_DAY}\s+{_MONTH}\s+{_YEAR}", re.IGNORECASE), (0, 2, 3), (1, 2, 3)),
    (
        re.compile(rf"{_DAY}\s+{_MONTH}{UNTIL}{_DAY}\s+{_MONTH}\s+{_YEAR}", re.IGNORECASE),
        (0, 1, 4),
        (2, 3, 4),
    ),
    (
        re.compile(rf"{_MONTH}\s+{_ENGLISH_DAY}{UNTIL}{_ENGLISH_DAY},?\s+{_YEAR}", re.IGNORECASE),
        (1, 0, 3),
        (2, 0, 3),
    ),
    (
        re.compile(rf"{_MONTH}\s+{_ENGLISH_DAY}{UNTIL}{_MONTH}\s+{_ENGLISH_DAY},?\s+{_YEAR}", re.IGNORECASE),
        (1, 0, 4),
        (3, 2, 4),
    ),
)
"""Days of one month or of one year; which of their parts make the first day, which the last."""
_IN_FIGURES = re.compile(rf"{_DAY}\s*[-–]\s*{_DAY}/(\d{{1,2}})/{_YEAR}", re.ASCII)
"""`11-12/09/2027`: what stands before the month is two days, so that they stand first for sure."""
_TWO_DAYS = re.compile(rf"{_DAY}{AND}{_DAY}\s+{_MONTH}\s+{_YEAR}", re.IGNORECASE)
_WHOLE = re.compile(rf"(.*{_YEAR}){UNTIL}(.*{_YEAR})", re.IGNORECASE)
_ISO = re.compile(rf"(\d{{4}}-\d\d-\d\d)(?:{UNTIL}|\s*/\s*)(\d{{4}}-\d\d-\d\d)", re.IGNORECASE)
_WEEKDAYS = re.compile(
    rf"([^\W\d_]+(?:['’]at)?)(?:(?:{UNTIL}|{AND}|\s*/\s*)([^\W\d_]+(?:['’]at)?))?\s*[,/:]?\s+(?=\d)",
    re.IGNORECASE,
)
_SECOND_WEEKDAY = re.compile(
    rf"(?P<until>.*\d.*?{UNTIL})(?P<weekday>[^\W\d_]+(?:['’]at)?)\s*,?\s+(?P<last>\d.*)", re.IGNORECASE
)
_LONGEST = 120
"""Letters; nobody writes two days in more, and these patterns take long for a text without an end."""


def day_range(text: str) -> tuple[str, str] | None:
    """Tell two days apart that stand in one place, each in words as people write it."""
    if len(text) > _LONGEST:
        return None
    second = _SECOND_WEEKDAY.fullmatch(text)
    if second is not None and weekday_named(second["weekday"]) is not None:
        days = day_range(second["until"] + second["last"])
        return None if days is None else (days[0], f"{second['weekday']}, {days[1]}")
    weekdays = _WEEKDAYS.match(text)
    named = [weekday_named(name) for name in weekdays.groups() if name] if weekdays is not None else []
    has_weekdays = weekdays is not None and None not in named and bool(named)
    bare = text[weekdays.end() :] if weekdays is not None and has_weekdays else text
    days = _days(bare)
    if days is None:
        whole = _ISO.fullmatch(text) or _WHOLE.fullmatch(text)
        return (
            (whole[1].strip(), whole[whole.re.groups - (whole.re is _WHOLE)].strip())
            if whole is not None
            else None
        )
    if weekdays is not None and len(named) == 2:
        return f"{weekdays[1]}, {days[0]}", f"{weekdays[2]}, {days[1]}"
    return (f"{weekdays[1]}, {days[0]}", days[1]) if weekdays is not None and has_weekdays else days


def _days(text: str) -> tuple[str, str] | None:
    for form, first, last in _RANGES:
        found = form.fullmatch(text)
        if found is not None:
            parts = found.groups()
            return " ".join(parts[place] for place in first), " ".join(parts[place] for place in last)
    figures = _IN_FIGURES.fullmatch(text)
    if figures is not None and int(figures[1]) < int(figures[2]):
        month = f"{figures[4]}-{int(figures[3]):02}"
        return f"{month}-{int(figures[1]):02}", f"{month}-{int(figures[2]):02}"
    found = _TWO_DAYS.fullmatch(text)
    if found is not None and int(found[2]) == int(found[1]) + 1:
        return f"{found[1]} {found[3]} {found[4]}", f"{found[2]} {found[3]} {found[4]}"
    return None
