"""Opening hours as people tell them, in plainer words: parts of the day, breaks, days left out, holidays."""

from __future__ import annotations

import re
from collections.abc import Iterable

from site_builder.model.readers.weekdays import DAY_NAMES, INDONESIAN_DAYS, days_named, runs_of

_UNTIL = re.compile(
    r"(?<=[\w)])\s*(?:s\.?/d\.?|s\.d\.?|sd\b|sampai(?:\s+dengan)?|hingga|s/d\.?)\s*(?=[\w(])", re.IGNORECASE
)
PART_OF_DAY = re.compile(
    r"(?:\b(?:pukul|jam|pkl\.?)\s*)?(?<![\d.:])(?P<hour>1?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d))?\s*"
    r"(?P<part>am|pm|a\.m\.|p\.m\.|pagi|siang|sore|petang|malam)(?![^\W\d_])",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(
    r"\(\s*((?:pukul|jam|pkl\.?)?\s*\d{1,2}[.:]?\d{0,2}\s*[-–]\s*\d{1,2}[.:]?\d{0,2}\s*(?:wib)?)\s*\)",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:mulai|dari)\s+(?=(?:jam|pukul|pkl)\b|\d)", re.IGNORECASE)
_CLOCK_WORDS = re.compile(r"\b(?:pukul|jam|pkl)\b\.?\s*(?=\d)", re.IGNORECASE)
_DOTTED_SECONDS = re.compile(r"\b(\d{1,2}[.:]\d{2})[.:]00\b")
SECONDS = re.compile(r"\b(\d{1,2}[.:]\d{2})[.:]00(?=\s*[ap]\.?m\b)", re.IGNORECASE)
"""Of hours as forms on the web write them: `7:30:00 AM`."""
_OPEN_WORD = re.compile(r"^\s*(?:buka|open)\b\s*:?\s*(?=[^\W\d])", re.IGNORECASE)
_TIMES_FIRST = re.compile(
    r"(?P<times>\d{1,2}[.:]\d{2}\s*-\s*\d{1,2}[.:]\d{2})\s*(?:wib)?\s*(?:,|\()?\s*(?P<days>(?!wib\b)(?!.*\b(?:tutup|libur|closed))[^\W\d_][^\d()]*?)\)?",
    re.IGNORECASE,
)
_BARE_HOURS = re.compile(r"(?<![\d.:])(\d{1,2})\s*-\s*(\d{1,2})(?![\d.:])")
_CLOCK = r"\d{1,2}[.:]\d{2}"
_BREAK = re.compile(
    rf"(?P<opens>{_CLOCK})\s*-\s*(?P<closes>{_CLOCK})\s*(?:wib)?\s*(?P<mark>[(\[,;]?)\s*(?:jam\s+)?"
    rf"(?:istirahat|ishoma|isoma|rehat|break)\s*(?:siang)?\s*:?\s*"
    rf"(?P<leaves>{_CLOCK})\s*-\s*(?P<returns>{_CLOCK})\s*(?:wib)?\s*[)\]]?",
    re.IGNORECASE,
)
_INTERVAL = re.compile(rf"{_CLOCK}\s*-\s*{_CLOCK}")
_BREAK_OF_DAY = re.compile(
    rf"(?P<days>[^\d(]+?)\s*(?P<opens>{_CLOCK})\s*-\s*(?P<closes>{_CLOCK})\s*(?:wib)?\s*[(,]\s*"
    rf"(?P<day>[^\W\d_]+)\s+(?:istirahat|rehat|break)\s*:?\s*(?P<leaves>{_CLOCK})\s*-\s*(?P<returns>{_CLOCK})\s*\)?",
    re.IGNORECASE,
)
_SPELLED = {
    "senen": "Senin", "rebo": "Rabu", "kemis": "Kamis", "jumaat": "Jumat", "jum at": "Jumat",
    "weekday": "weekdays", "setiap hari kerja": "hari kerja", "tiap hari kerja": "hari kerja",
    "jum`at": "Jumat", "jum´at": "Jumat", "saptu": "Sabtu", "sebtu": "Sabtu",
}  # fmt: skip
"""Days as people here also write them."""
_DAYS_SPELLED = re.compile(rf"\b(?:{'|'.join(map(re.escape, _SPELLED))})\b", re.IGNORECASE)
_EVERY_DAY = re.compile(r"\b(?:setiap|tiap)\s+hari\b|\bsehari-hari\b", re.IGNORECASE)
_WHOLE_WEEK = re.compile(
    r"\bsen(?:in|en)?\b\.?\s*(?:-|–|s\.?/d\.?|sd|sampai|hingga)\s*(?:min(?:ggu)?|ahad|mgg)\b\.?",
    re.IGNORECASE,
)
_ONE_DAY = rf"\b(?:{'|'.join(sorted(map(re.escape, DAY_NAMES), key=len, reverse=True))})\b"
_SOME_DAYS = rf"{_ONE_DAY}(?:\s*(?:-|–|s/d|s\.d\.?|sampai|hingga|&|/|,|\bdan\b)\s*(?:hari\s+)?{_ONE_DAY})*"
_BUT = re.compile(
    rf"[,;]?\s*[(\[]?\s*\b(?:kecuali|selain)\s+(?:hari\s+)?(?P<day>{_SOME_DAYS})"
    r"(?:\s+(?:tutup|libur))?\s*[)\]]?"
    rf"|\s*[(\[,;]\s*(?:hari\s+)?(?P<off>{_SOME_DAYS})\s+(?:tutup|libur)\s*[)\]]?",
    re.IGNORECASE,
)
"""The days that are left out: `kecuali Jumat dan Minggu`, `(Jumat libur)`."""
_HOLIDAY = (
    r"(?:(?:tanggal|tgl\.?)\s+merah|hari\s+libur(?:\s+nasional)?"
    r"|hari\s+besar(?:\s+(?:nasional|keagamaan))?|(?:hari\s+)?libur\s+nasional)"
)
_FEAST = r"(?:hari\s+raya|lebaran|idul\s*fitri|(?:bulan\s+)?ramadh?an|(?:bulan\s+)?puasa)"
"""Alone in brackets these may say whose hours are told: `Senin-Jumat (bulan puasa) 08.00-15.00`."""
_OFF = rf"(?:{_HOLIDAY}|{_FEAST})"
_HOLIDAYS = re.compile(
    rf"\s*(?:[,;(\[&/]|\bdan\b)\s*(?:pada\s+)?(?:{_HOLIDAY}\s*(?:(?:tutup|libur)\s*)?|{_FEAST}\s*(?:tutup|libur)\s*)[)\]]"
    rf"|\s*[,;]\s*{_OFF}\s*(?:tutup|libur)"
    rf"|\s*[,;(\[]?\s*\b(?:kecuali|kec\b\.?|selain)\s+{_OFF}(?:\s*[)\]])?"
    rf"|\s*(?:&|/|,|\bdan\b)\s*{_OFF}(?=\s+(?:tutup|libur)\b)",
    re.IGNORECASE,
)
"""Days that no week has: they are told and left out."""
_BETWEEN_ZONE = re.compile(r"(?<=\d)\s*wi(?:b|ta?)\b(?=\s*(?:-|–|s\.?/?d|sampai|hingga))", re.IGNORECASE)
"""`08.00 WIB - 16.00 WIB`."""
_MORNING, _NOON, _AFTERNOON, _EVENING = range(4, 12), range(10, 16), range(3, 8), range(6, 13)
_HALF_DAY = 12

_NO_MORE = r"(?:tidak|tdk|tak|nggak|gak|ga)\s+(?:buka|beroperasi|berjualan|jualan|(?:ber)?produksi|aktif)"
_SINCE = (
    r"(?:\s+(?:sejak|mulai|since)\s+"
    r"(?P<since>(?:(?:tahun|thn?|bulan)\.?\s+)?(?:\d{1,2}\s+)?(?:[^\W\d]+\s+)?\d{4}(?:-\d\d){0,2}))"
)
_GONE = re.compile(
    r"(?:(?:(?:sudah|sdh|telah)\s+)?tutup\s+(?:permanen|total|(?:untuk\s+)?(?:selamanya|seterusnya))"
    r"|(?:sudah|sdh|telah)\s+(?:tutup|bangkrut|gulung\s+tikar|berhenti(?:\s+(?:usaha|berjualan|produksi))?)"
    rf"|(?:sudah|sdh|telah)\s+{_NO_MORE}(?:\s+lagi)?|{_NO_MORE}\s+lagi|gulung\s+tikar"
    r"|permanently\s+closed|closed\s+(?:permanently|for\s+good|down)|no\s+longer\s+open)"
    rf"{_SINCE}?|(?:tutup|closed){_SINCE.replace('since>', 'from>')}",
)
"""Of a shop that will not open again."""


def says_gone(text: str) -> bool:
    """Whether a text says of a shop that it has closed for good."""
    return _gone(text) is not None


def gone_since(text: str) -> str:
    """Give since when, in the words of the text, or nothing."""
    found = _gone(text)
    return (found["since"] or found["from"] or "") if found is not None else ""


def _gone(text: str) -> re.Match[str] | None:
    return _GONE.fullmatch(" ".join(text.lower().split())) if len(text) < 100 else None


def holidays_in(text: str) -> str:
    """Give what a cell says of holidays, which the hours of a week can't hold."""
    found = _HOLIDAYS.search(text)
    return found[0].strip(" ,;()[]&/") if found is not None else ""


def plain_hours(text: str) -> str:
    """Write `Senin s.d Minggu (9 pagi - 5 sore)` as `Senin-Minggu 09.00 - 17.00`; all else stays."""
    text = SECONDS.sub(r"\1", text)
    plain = _HOLIDAYS.sub("", _DAYS_SPELLED.sub(lambda found: _SPELLED[found[0].lower()], text))
    plain = _with_break_of_day(_BETWEEN_ZONE.sub("", plain))
    plain = _UNTIL.sub("-", _all_but(_FROM.sub("", plain)))
    plain = PART_OF_DAY.sub(_in_24_hours, plain)
    plain = _IN_BRACKETS.sub(r"\1", plain)
    plain = _CLOCK_WORDS.sub("", _OPEN_WORD.sub("", plain))
    plain = _DOTTED_SECONDS.sub(r"\1", plain)
    plain = _BARE_HOURS.sub(r"\1.00-\2.00", plain)
    plain = _without_break(plain)
    found = _TIMES_FIRST.fullmatch(plain.strip())
    return f"{found['days'].strip(' ,')} {found['times']}" if found is not None else plain.strip()


def _all_but(text: str) -> str:
    """Write `Setiap hari kecuali Jumat 08.00-16.00` as the days that are left, and the closed one."""
    found = _BUT.search(text)
    named = (found["day"] or found["off"]) if found is not None else ""
    closed = days_named(re.sub(r"\s*/\s*(?!d\b)", " dan ", re.sub(r"\bhari\s+", "", named)))
    rest = _WHOLE_WEEK.sub("setiap hari", _BUT.sub(" ", text, count=1))
    opened = frozenset(range(7)) - closed
    if not closed or not opened or not _EVERY_DAY.search(rest):
        return text
    days = runs_of(opened)
    return f"{_EVERY_DAY.sub(days, rest, count=1).strip()}, {' dan '.join(_each(closed))} tutup"


def _each(days: Iterable[int]) -> list[str]:
    return [INDONESIAN_DAYS[day] for day in sorted(days)]


def _with_break_of_day(text: str) -> str:
    """Write `Tiap hari 08.00-21.00 (Jumat istirahat 11.30-13.00)` as hours of Friday and of others."""
    found = _BREAK_OF_DAY.fullmatch(text.strip())
    paused = days_named(found["day"]) if found is not None else frozenset[int]()
    if found is None or len(paused) != 1:
        return text
    days = found["days"].strip()
    opened = frozenset(range(7)) if is_whole_week(days) else days_named(_UNTIL.sub("-", days))
    others = opened - paused
    if not others or not paused < opened:
        return text
    hours = f"{found['opens']}-{found['leaves']} dan {found['returns']}-{found['closes']}"
    return f"{runs_of(others)} {found['opens']}-{found['closes']}, {_each(paused)[0]} {hours}"


def is_whole_week(days: str) -> bool:
    return (_WHOLE_WEEK.fullmatch(days) or _EVERY_DAY.fullmatch(days)) is not None


def _without_break(text: str) -> str:
    """Part the hours of a day by its break, where it is sure whose break it is."""
    found = _BREAK.search(text)
    if found is None or not (found["mark"] in ("(", "[") or len(_INTERVAL.findall(text)) == 2):
        return text
    times = [_minute_of(found[name]) for name in ("opens", "leaves", "returns", "closes")]
    is_whole = found["mark"] not in ("(", "[") or found[0].rstrip()[-1] in ")]"
    if times != sorted(set(times)) or not is_whole:  # more stands in the brackets: whose break that is
        return text
    parted = f"{found['opens']}-{found['leaves']} dan {found['returns']}-{found['closes']}"
    return f"{text[: found.start()]}{parted}{text[found.end() :]}"


def _minute_of(clock: str) -> int:
    hour, minute = re.split("[.:]", clock)
    return 60 * int(hour) + int(minute)


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
