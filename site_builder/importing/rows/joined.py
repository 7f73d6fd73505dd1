"""What stands in several columns and means one thing: days and hours, the day of an event and its time."""

from __future__ import annotations

import re

from site_builder.model.readers.spans import UNTIL, day_range
from site_builder.model.readers.week import week_told
from site_builder.model.readers.week_grammar import said_in, told_week
from site_builder.model.readers.week_tokens import shape_of
from site_builder.model.readers.week_words import INDONESIAN_DAYS
from site_builder.model.readers.weekdays import runs_of, weekday_named
from site_builder.model.readers.written import ScalarFault, shorten
from site_builder.spreadsheets.cells import Cell, What
from site_builder.validate.header_words import CLOSED, CLOSES, DAYS, TIME, TIME_ENDS, WEEKDAY

PARTS = frozenset({DAYS, CLOSES, CLOSED, TIME, TIME_ENDS, WEEKDAY})
_CLOCK = r"(?:pukul|pkl\.?|jam)?\s*([01]?\d|2[0-4])[.:]([0-5]\d)(?:[.:]00)?\s*(?:wib)?"
_ONE_TIME = re.compile(_CLOCK, re.IGNORECASE | re.ASCII)
_TIMES = re.compile(rf"{_CLOCK}(?:{UNTIL}(?:{_CLOCK}|selesai))?", re.IGNORECASE | re.ASCII)


def join_hours(said: dict[str, Cell]) -> dict[str, Cell]:
    """Put days, opening and closing times and closed days into one cell of opening hours."""
    days, opens, closes, closed = (said.get(name) for name in (DAYS, "hours", CLOSES, CLOSED))
    rest = {name: cell for name, cell in said.items() if name not in PARTS}
    if days is None and closes is None and closed is None:
        return rest
    times = _times_of(opens, closes)
    named, free = _open_and_free(days.text if days is not None else "")
    if free and not named:
        named = _all_but(free)
    if not named and closed is not None and times and not _WORD.search(times):
        named = _all_but(closed.text)
    text = f"{named} {times}".strip()
    if free:
        text = f"{text}, {free} tutup"
    if closed is not None:
        text = f"{text}, {closed.text.strip()} tutup".lstrip(", ")
    first = next(cell for cell in (opens, days, closes, closed) if cell is not None)
    odd = next(
        (cell for cell in (opens, days, closes, closed) if cell is not None and cell.what in _UNSHOWN), first
    )
    rest["hours"] = Cell(odd.text if odd.what in _UNSHOWN else text, odd.at, odd.what)
    return rest


def unclear_hours(said: dict[str, Cell]) -> tuple[Cell, str] | None:
    """Give the cell that is at fault where days and hours stand in several columns, and what it lacks."""
    days, opens, closes = said.get(DAYS), said.get("hours"), said.get(CLOSES)
    if opens is None or (days is None and closes is None):
        return None
    if any(cell is not None and cell.what in _UNSHOWN for cell in (days, opens, closes)):
        return None
    if days is not None:
        named, free = _open_and_free(days.text)
        is_clear = _is_week(f"{named} 08.00-16.00") if named else bool(free)
        if not is_clear:
            return days, "cell-days"
        closed = said.get(CLOSED)
        if closed is not None and weekdays_in(named) & weekdays_in(closed.text) - weekdays_in(free):
            return days, "cell-days.closed"
    times = [_ONE_TIME.fullmatch(cell.text.strip()) for cell in (opens, closes) if cell is not None]
    clocks = [int(found[1]) * 60 + int(found[2]) for found in times if found is not None]
    if len(clocks) == 2 and 0 < clocks[1] < clocks[0]:
        return opens, "cell-clock.order"
    if (days is None and _WORD.search(opens.text)) or _is_week(f"senin {_times_of(opens, closes)}"):
        return None
    if closes is None:
        return opens, "cell-clock.range"
    if not _is_week(f"senin {opens.text} - 23.59"):
        return opens, "cell-clock"
    return (closes, "cell-clock") if not _is_week(f"senin 00.01 - {closes.text}") else None


def weekdays_in(text: str) -> frozenset[int]:
    """Give the days that a text names and nothing else; none where it is not clear."""
    groups = told_week(text).groups
    return frozenset(day for group in groups for day in group.days if not any(one.times for one in groups))


def _is_week(text: str) -> bool:
    return bool(week_told(text))


def _times_of(opens: Cell | None, closes: Cell | None) -> str:
    """Write when a shop opens and closes; `24 jam` may stand in either cell or in both."""
    texts = [cell.text.strip() for cell in (opens, closes) if cell is not None]
    if texts and all(shape_of(said_in(text)) == "a" for text in texts):
        return "00.00-24.00"
    return " - ".join(texts)


def _open_and_free(days: str) -> tuple[str, str]:
    """Part the open days of `Senin-Sabtu (Minggu libur)` from the closed ones; a comma may part them too.

    Open days are joined by `dan`: before hours a comma might begin other hours.
    """
    groups = told_week(days).groups or told_week(re.sub(r",(?=[^,]*$)", ";", days)).groups
    opened, free = (
        " dan ".join(one.name for one in groups if bool(one.times) is is_free)
        .title()
        .replace(" Dan ", " dan ")
        for is_free in (False, True)
    )
    if free:
        return opened, free
    return re.sub(r"\s*[,/]\s*(?!d\b)(?=[^\W\d_])", " dan ", days.strip()), ""


def _all_but(closed: str) -> str:
    """Name the days that are left beside the closed ones; nothing where it is not clear which those are."""
    days = weekdays_in(closed)
    return runs_of(frozenset(range(7)) - days, _DAY_NAMES) if days else ""


_DAY_NAMES = [name.title() for name in INDONESIAN_DAYS]
_WORD = re.compile(r"[^\W\d_]{4,}")
_UNSHOWN = (What.ERROR, What.UNCOMPUTED)


def join_days(said: dict[str, Cell]) -> dict[str, Cell]:
    """Part a range of days into the first and the last, and put the time of an event behind its day.

    Raises `ScalarFault` within a cell that it names where a time can't be read.
    """
    rest = {name: cell for name, cell in said.items() if name not in PARTS}
    starts = rest.get("starts")
    if starts is None or starts.what in _UNSHOWN:
        return rest
    found = None if "ends" in rest else day_range(" ".join(starts.text.split()))
    if found is not None:
        rest["starts"] = Cell(found[0], starts.at, starts.what)
        rest["ends"] = Cell(found[1], starts.at, starts.what)
    weekday = said.get(WEEKDAY)
    if weekday is not None and weekday_named(weekday.text.strip()) is not None and found is None:
        rest["starts"] = Cell(f"{weekday.text.strip()}, {starts.text.strip()}", starts.at, starts.what)
    return rest


_SPOKEN = re.compile(
    r"(?:pukul|pkl\.?|jam)?\s*(1[0-2]|0?[1-9])(?:[.:]([0-5]\d))?\s*(pagi|siang|sore|malam)",
    re.IGNORECASE | re.ASCII,
)
_OF_DAY = {"pagi": (1, 11, 0), "siang": (1, 3, 12), "sore": (3, 6, 12), "malam": (6, 11, 12)}
"""From which hour to which a part of the day goes, as it is said, and what is to be added."""


def _in_24_hours(text: str) -> str:
    """Write a time with its part of the day as a clock shows it: `7 malam` is 19.00."""
    found = _SPOKEN.fullmatch(text)
    if found is None:
        return text
    first, last, more = _OF_DAY[found[3].lower()]
    hour = int(found[1])
    return f"{hour + more:02}.{found[2] or '00'}" if first <= hour <= last else text


def times_in(said: dict[str, Cell]) -> tuple[str, str]:
    """Read when on its day an event starts and ends, as `09.00`; empty where nobody says so.

    Raises `ScalarFault`.
    """
    starts, ends = said.get(TIME), said.get(TIME_ENDS)
    begins, until = "", ""
    if starts is not None:
        found = _TIMES.fullmatch(_in_24_hours(" ".join(starts.text.split())))
        if found is None:
            raise ScalarFault("cell-time", "", {"value": shorten(starts.text)})
        begins = f"{int(found[1]):02}.{found[2]}"
        if begins >= "24":
            raise ScalarFault("cell-time", "", {"value": shorten(starts.text)})
        until = f"{int(found[3]):02}.{found[4]}" if found[3] else ""
    if ends is not None and ends.text.strip().lower() != "selesai":
        found = _ONE_TIME.fullmatch(_in_24_hours(" ".join(ends.text.split())))
        if found is None or until:
            raise ScalarFault("cell-time", "", {"value": shorten(ends.text)})
        until = f"{int(found[1]):02}.{found[2]}"
    if until > "24.00":
        raise ScalarFault("cell-time", "", {"value": shorten((ends or starts or Cell("", "")).text)})
    return begins, until
