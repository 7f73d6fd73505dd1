"""Opening hours as offices write them, in the one form that the reader of content files takes for sure."""

from __future__ import annotations

import re

_UNTIL = re.compile(
    r"(?<=[\w)])\s*(?:s\.?/d\.?|s\.d\.?|sd\b|sampai(?:\s+dengan)?|hingga|s/d\.?)\s*(?=[\w(])", re.IGNORECASE
)
_PART_OF_DAY = re.compile(
    r"(?:\b(?:pukul|jam|pkl\.?)\s*)?(?<![\d.:])(?P<hour>1?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d))?\s*"
    r"(?P<part>am|pm|a\.m\.|p\.m\.|pagi|siang|sore|petang|malam)(?![^\W\d_])",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(
    r"\(\s*((?:pukul|jam|pkl\.?)?\s*\d{1,2}[.:]?\d{0,2}\s*[-–]\s*\d{1,2}[.:]?\d{0,2}\s*(?:wib)?)\s*\)",
    re.IGNORECASE,
)
_CLOCK_WORDS = re.compile(r"\b(?:pukul|jam|pkl)\b\.?\s*(?=\d)", re.IGNORECASE)
_DOTTED_SECONDS = re.compile(r"\b(\d{1,2}[.:]\d{2})[.:]00\b")
_OPEN_WORD = re.compile(r"^\s*(?:buka|open)\b\s*:?\s*(?=[^\W\d])", re.IGNORECASE)
_TIMES_FIRST = re.compile(
    r"(?P<times>\d{1,2}[.:]\d{2}\s*-\s*\d{1,2}[.:]\d{2})\s*(?:wib)?\s*(?:,|\()?\s*(?P<days>(?!.*\b(?:tutup|libur|closed))[^\W\d_][^\d()]*?)\)?",
    re.IGNORECASE,
)
_BARE_HOURS = re.compile(r"(?<![\d.:])(\d{1,2})\s*-\s*(\d{1,2})(?![\d.:])")
_MORNING, _NOON, _AFTERNOON, _EVENING = range(4, 12), range(10, 16), range(3, 8), range(6, 13)
_HALF_DAY = 12


def plain_hours(text: str) -> str:
    """Write `Senin s.d Minggu (9 pagi - 5 sore)` as `Senin-Minggu 09.00 - 17.00`; all else stays."""
    plain = _UNTIL.sub("-", text)
    plain = _PART_OF_DAY.sub(_in_24_hours, plain)
    plain = _IN_BRACKETS.sub(r"\1", plain)
    plain = _CLOCK_WORDS.sub("", _OPEN_WORD.sub("", plain))
    plain = _DOTTED_SECONDS.sub(r"\1", plain)
    plain = _BARE_HOURS.sub(r"\1.00-\2.00", plain)
    found = _TIMES_FIRST.fullmatch(plain.strip())
    return f"{found['days'].strip(' ,')} {found['times']}" if found is not None else plain.strip()


def _in_24_hours(found: re.Match[str]) -> str:
    """Work out `5 sore`; an hour that its part of the day does not have stays as it was written."""
    hour, part = int(found["hour"]), found["part"].lower().replace(".", "")
    minute = found["minute"] or "00"
    if part == "am" and hour <= _HALF_DAY:
        return f"{hour % _HALF_DAY:02}.{minute}"
    if part == "pm" and hour <= _HALF_DAY:
        return f"{hour % _HALF_DAY + _HALF_DAY:02}.{minute}"
    if part == "pagi" and hour in _MORNING:
        return f"{hour:02}.{minute}"
    if part == "siang" and (hour in _NOON or hour in (1, 2)):
        return f"{hour + _HALF_DAY if hour <= 2 else hour:02}.{minute}"
    if part in ("sore", "petang") and (hour in _AFTERNOON or hour - _HALF_DAY in _AFTERNOON):
        return f"{hour if hour > _HALF_DAY else hour + _HALF_DAY:02}.{minute}"
    if part == "malam" and hour in _EVENING and hour != _HALF_DAY:
        return f"{hour + _HALF_DAY:02}.{minute}"
    return found[0]
