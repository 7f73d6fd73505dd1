"""Names of days and of groups of days: `senin`, `senin-jumat`, `sabtu, minggu`, `setiap hari`."""

from __future__ import annotations

import re
from collections.abc import Collection

from site_builder.model.nearest import nearest
from site_builder.model.readers.written import ScalarFault, wrong

_DAYS = {
    name: number
    for number, names in enumerate(
        (
            "senin sen monday mon",
            "selasa sel tuesday tue tues",
            "rabu rab wednesday wed",
            "kamis kam thursday thu thur thurs",
            "jumat jum'at jum’at jum friday fri",
            "sabtu sab saturday sat",
            "minggu min ahad sunday sun",
        )
    )
    for name in names.split()
}
_GROUPS = {
    "setiap hari": range(7),
    "tiap hari": range(7),
    "sehari-hari": range(7),
    "daily": range(7),
    "every day": range(7),
    "everyday": range(7),
    "hari kerja": range(5),
    "weekdays": range(5),
    "akhir pekan": range(5, 7),
    "weekend": range(5, 7),
    "weekends": range(5, 7),
}
INDONESIAN_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
DAY_NAMES = (*_DAYS, *_GROUPS)
"""All that may stand before hours."""

UNTIL = r"\s*(?:-|–|—|−|s/d|s\.d\.|sd|sampai|hingga|until|to)\s*"
_DAY_RANGE = re.compile(rf"([^\W\d_]+(?:['’]at)?){UNTIL}([^\W\d_]+(?:['’]at)?)")
_DAY_LIST = re.compile(r"\s*(?:,|;|&|\bdan\b|\band\b)\s*")


def is_days(name: str) -> bool:
    """Whether a name is that of days, as in the mapping of a week."""
    try:
        return bool(days_of(name))
    except ScalarFault:
        return False


def days_named(text: str) -> frozenset[int]:
    """Give the days that a text names, and none where it is not clear."""
    try:
        return frozenset(days_of(text))
    except ScalarFault:
        return frozenset()


def runs_of(days: Collection[int]) -> str:
    """Name days as people do, in runs: `Senin-Kamis dan Sabtu`; a run may go on over Sunday."""
    starts = [day for day in sorted(days) if (day - 1) % 7 not in days] or sorted(days)[:1]
    runs = []
    for start in starts:
        length = next((step for step in range(1, 7) if (start + step) % 7 not in days), 7)
        last = (start + length - 1) % 7
        runs.append(
            INDONESIAN_DAYS[start] if length == 1 else f"{INDONESIAN_DAYS[start]}-{INDONESIAN_DAYS[last]}"
        )
    return " dan ".join(runs)


def weekday_named(name: str) -> int | None:
    """Give the number of a day of the week, Monday's 0, by its name."""
    return _DAYS.get(name.lower())


def days_of(name: str) -> list[int]:
    """Give the days of a key: `senin`, `senin-jumat`, `sabtu s/d senin`, `senin, rabu`, `setiap hari`."""
    text = " ".join(name.lower().replace("_", " ").split())
    days: list[int] = []
    for part in _DAY_LIST.split(text):
        if part in _GROUPS:
            days.extend(_GROUPS[part])
        elif part in _DAYS:
            days.append(_DAYS[part])
        elif (ends := _DAY_RANGE.fullmatch(part)) and ends[1] in _DAYS and ends[2] in _DAYS:
            first = _DAYS[ends[1]]
            length = (_DAYS[ends[2]] - first) % 7 + 1
            days.extend((first + step) % 7 for step in range(length))
        else:
            near = nearest(part, (*_DAYS, *_GROUPS))
            raise wrong("hours-day-near" if near else "hours-day", name, near, inside=(name,))
    return days
