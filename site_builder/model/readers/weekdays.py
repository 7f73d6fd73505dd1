"""Names of days and of groups of days: `senin`, `senin-jumat`, `sabtu, minggu`, `setiap hari`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from site_builder.model.nearest import nearest
from site_builder.model.readers.week_tokens import Token, shape_of, tokens_of
from site_builder.model.readers.week_words import DAYS, ENGLISH, ENGLISH_DAYS, INDONESIAN_DAYS, SPELLED
from site_builder.model.readers.written import ScalarFault, wrong

RUN = "d(?:[-u]d)?"
"""The shape of `senin` and of `senin-jumat`."""


def days_of_run(tokens: Sequence[Token]) -> tuple[int, ...]:
    """Give the days of a run, which may go on over Sunday; none where it is one of groups of days."""
    first, last = DAYS[tokens[0].text], DAYS[tokens[-1].text]
    if len(tokens) == 1 or len(first) > 1 or len(last) > 1:
        return first if len(tokens) == 1 else ()
    return tuple((first[0] + step) % 7 for step in range((last[0] - first[0]) % 7 + 1))


@lru_cache(maxsize=1000)
def days_of(name: str) -> tuple[int, ...]:
    """Give the days of a key: `senin`, `senin-jumat`, `sabtu s/d senin`, `senin, rabu`, `setiap hari`."""
    tokens = tokens_of(name)
    days: list[int] = []
    at = 0
    for part in re.split("[,;&]", shape_of(tokens)):
        run = tokens[at : at + len(part)]
        at += len(part) + 1
        is_spelled = any(name[token.start : token.end].lower() in SPELLED for token in run)
        is_run = re.fullmatch(RUN, part) is not None and not is_spelled
        some = days_of_run(run) if is_run else ()
        if not some:
            near = _with_and(tokens) or (nearest(name[run[0].start : run[-1].end], DAYS) if run else "")
            raise wrong("hours-day-near" if near else "hours-day", name, near, inside=(name,))
        days.extend(some)
    return tuple(days)


def _with_and(tokens: Sequence[Token]) -> str:
    """Write `sabtu/minggu` and `sabtu+minggu` with the word between them; nothing of anything else."""
    is_list = re.fullmatch(r"d(?:[/?]d)+", shape_of(tokens)) is not None
    joins = all(token.text in ("/", "+") for token in tokens[1::2])
    return " dan ".join(token.text for token in tokens[::2]) if is_list and joins else ""


def is_days(name: str) -> bool:
    """Whether a name is that of days, as in the mapping of a week."""
    try:
        return bool(days_of(name))
    except ScalarFault:
        return False


def weekday_named(name: str) -> int | None:
    """Give the number of a day of the week, Monday's 0, by its name."""
    days = DAYS.get(name.lower(), ())
    return days[0] if len(days) == 1 else None


def runs_of(days: Collection[int], names: Sequence[str] = INDONESIAN_DAYS) -> str:
    """Name days as people do, in runs: `senin-kamis dan sabtu`; a run may go on over Sunday."""
    starts = [day for day in sorted(days) if (day - 1) % 7 not in days] or sorted(days)[:1]
    runs = []
    for start in starts:
        length = next((step for step in range(1, 7) if (start + step) % 7 not in days), 7)
        last = (start + length - 1) % 7
        runs.append(names[start] if length == 1 else f"{names[start]}-{names[last]}")
    return " dan ".join(runs)


def language_of(names: Iterable[str]) -> tuple[Sequence[str], str]:
    """Give the days, and the word for a closed one, in the language in which days are named."""
    is_english = any(token.text in ENGLISH for name in names for token in tokens_of(name))
    return (ENGLISH_DAYS, "closed") if is_english else (INDONESIAN_DAYS, "tutup")
