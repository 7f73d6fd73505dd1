"""The week and the times that were meant by hours in people's words, as a content file has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, groupby

from msgspec.structs import replace

from site_builder.model.readers.week_grammar import Group, said_in, told_times, told_week
from site_builder.model.readers.week_tokens import shape_of, shown, tokens_of
from site_builder.model.readers.week_words import CLOSED
from site_builder.model.readers.weekdays import days_of, language_of, runs_of
from site_builder.model.readers.written import Written


def week_of(written: Written) -> str:
    """Write the week that a text means as a mapping, or give nothing where it tells of holidays as well."""
    text = in_one_text(written)
    week = in_braces(week_told(text))
    return week if week and not told_week(text).holidays else ""


def week_told(text: str, *, is_sure: bool = False) -> dict[str, str]:
    """Give the hours of each group of days, if they are told of all.

    A day with other hours than those that it is among is set apart from them; where the week must be sure,
    only a closed one.
    """
    groups = told_week(text).groups
    return _week_of(groups, is_sure=is_sure) if all(group.times for group in groups) else {}


def week_without_times(written: str) -> str:
    """Write `{senin-sabtu: …, minggu: tutup}` of a text that names days and no hours, or give nothing."""
    groups = told_week(written).groups
    if "" not in (told := {group.times for group in groups}) or not told <= {"", *CLOSED}:
        return ""
    return in_braces(_week_of([replace(group, times="tutup" if group.times else "…") for group in groups]))


def _week_of(groups: Sequence[Group], *, is_sure: bool = False) -> dict[str, str]:
    opened, closed = _days_in(groups, is_closed=False), _days_in(groups, is_closed=True)
    is_twice = len({*opened, *closed}) < len(opened) + len(closed)
    if is_twice and (not is_sure or len({*opened}) == len(opened)):
        return with_exceptions(groups)
    return {group.name: group.times for group in groups}


def in_braces(week: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{days}: {times}" for days, times in week.items()) + "}" if week else ""


def groups_of(week: Mapping[str, Written]) -> list[Group]:
    """Give the groups of days of a mapping, of which all keys are names of days."""
    return [Group(name.lower(), days_of(name), as_written(times)) for name, times in week.items()]


def with_exceptions(groups: Sequence[Group]) -> dict[str, str]:
    """Give a week of which days stand twice: days within wider ones are an exception from those.

    Gives nothing where two groups only share some days, or where the hours of the exception are not within
    the others: then both may hold.
    """
    for one, other in combinations(groups, 2):
        wider, narrower = (one, other) if {*other.days} < {*one.days} else (other, one)
        is_exception = {*narrower.days} < {*wider.days} and _is_within(narrower.times, wider.times)
        if {*one.days} & {*other.days} and one.times != other.times and not is_exception:
            return {}
    names, _ = language_of(group.name for group in groups)
    opened, closed = _days_in(groups, is_closed=False), _days_in(groups, is_closed=True)
    if closed and len(opened) == len({*opened}) and len(closed) == len({*closed}):
        return {_name_but(group, closed, names): group.times for group in groups}
    hours: dict[int, str] = {}
    for group in sorted(groups, key=lambda group: -len({*group.days})):
        hours |= dict.fromkeys(group.days, group.times)
    week = {}
    for times, run in groupby(range(7), lambda day: hours.get(day, "")):
        days = [names[day] for day in run]
        if times:
            week["-".join(dict.fromkeys((days[0], days[-1])))] = times
    return week


def _days_in(groups: Sequence[Group], *, is_closed: bool) -> list[int]:
    return [day for group in groups if (group.times in CLOSED) is is_closed for day in group.days]


def _name_but(group: Group, closed: Sequence[int], names: Sequence[str]) -> str:
    is_whole = group.times in CLOSED or {*group.days}.isdisjoint(closed)
    return group.name if is_whole else runs_of({*group.days}.difference(closed), names)


def _is_within(inner: str, outer: str) -> bool:
    """Whether hours begin and end within others; those of a closed day are within all."""
    inside, outside = _minutes_in(inner), _minutes_in(outer)
    return not inside or (bool(outside) and min(outside) <= min(inside) and max(inside) <= max(outside))


def _minutes_in(times: str) -> list[int]:
    tokens = tokens_of(times)
    minutes = [token.minute for token in tokens if token.sign == "c"]
    return [0, 24 * 60] if any(token.sign == "a" for token in tokens) else minutes


def as_written(times: Written) -> str:
    """Write the hours of a day so that they may stand within braces."""
    parts = times if isinstance(times, list) else in_one_text(times).split(",")
    texts = [in_one_text(part).strip() for part in parts]
    return texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]"


def meant_times(text: str) -> str:
    """Write `8 pagi sampai 5 sore` as `08.00-17.00`, with a break as two spans of time; or give nothing."""
    spans = ["-".join(map(shown, span.minutes)) for span in told_times(text)]
    return spans[0] if len(spans) == 1 else f"[{', '.join(spans)}]" if spans else ""


def meant_time(text: str) -> str:
    """Write `9 pagi`, `pukul 9` or `19.30` as a clock shows it; nothing where the text is no time of day."""
    clocks = [token for token in said_in(text) if token.sign != "z"]
    is_time = shape_of(clocks) == "c" and clocks[0].is_on_clock
    return shown(clocks[0].minute) if is_time else ""


def in_one_text(written: Written) -> str:
    """Put the pieces of a list or of a mapping that went wrong together again."""
    if isinstance(written, str):
        return written
    if isinstance(written, list):
        return " ; ".join(map(in_one_text, written))
    return " ; ".join(f"{name} {in_one_text(value)}" for name, value in written.items())
