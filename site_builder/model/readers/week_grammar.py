"""A week as people tell it, in one text: `Senin s/d Kamis jam 8 pagi - 4 sore, Jumat libur`.

    week     = entry { [and] entry }            in all entries days stand first, or in all hours do
    entry    = days [left-out] [times | open] [left-out] [break]
             | times days [left-out] [break]
    days     = run { and run }
    run      = DAY [until DAY]
    times    = span { and span } | CLOSED | ALL DAY
    span     = CLOCK until CLOCK
    left-out = except days [CLOSED] | "(" days CLOSED ")" before times
    break    = "(" BREAK span ")" | [DAY] BREAK span      the latter where the week has one entry only

What is told of holidays is set apart before, and words that say nothing more are passed over. Of a text
with anything else, and of one that may be two things, nothing is understood: it has no groups. The rules
are patterns below, of one sign for each token: `d-dc-c` is the shape of `Senin-Sabtu 08.00-17.00`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from site_builder.model.readers.week_tokens import (
    DAY_MINUTES,
    NOON_MINUTE,
    Token,
    shape_of,
    shown,
    tokens_of,
)
from site_builder.model.readers.week_words import CLOSED, DAYS
from site_builder.model.readers.weekdays import RUN, days_of_run, language_of, runs_of

_UNSAID = re.compile(r"_|[to](?=[_to]*[ca])|[no](?=[_no]*[dhf])")
_HOLIDAY = re.compile(
    r"(?P<but>e[hf]x?)|(?<=d)[/&](?P<too>[hf])(?=x)|(?<![^-,/&;()])(?P<off>[hf]x)"
    r"|(?:(?<=[;(])|[,/&])(?P<alone>h)(?=\))"
)
_DAYS = f"{RUN}(?:[,/&]{RUN})*"
_SPAN = "c[-u]c"
_TIMES = f"(?:[xa]|{_SPAN}(?:[,/&]{_SPAN})*)"
_BUT = rf"[,/&;]?\(?e{_DAYS}x?\)?"
_BREAK = rf"[,/&;]?(?P<bracket>\()?(?P<paused>{RUN})?b(?P<pause>{_SPAN})(?(bracket)\)|\)?)"
_ENTRY = re.compile(
    rf"(?P<days>{_DAYS})(?P<left>{_BUT}|\({_DAYS}x\)(?=[,()]*{_TIMES}))?(?:[,()]*(?P<times>{_TIMES})\)?|o)?"
    rf"(?P<but>{_BUT})?(?:{_BREAK})?"
)
_ENTRY_TIMES_FIRST = re.compile(
    rf"(?P<times>{_TIMES})[,(]*(?P<days>{_DAYS})(?P<left>{_BUT})?(?P<but>)(?:{_BREAK})?"
)
_BETWEEN = "-,/&;()"
_OF_ONE_DAY = re.compile(rf"d?(?:{_SPAN}(?:[,&;]?\(?b{_SPAN}\)?)?(?:/(?=c)|$))+")


class Span(Struct, frozen=True):
    opens: Token
    closes: Token

    @property
    def minutes(self) -> tuple[int, int]:
        is_midnight = self.opens.part != "" and self.opens.minute == DAY_MINUTES
        return 0 if is_midnight else self.opens.minute, self.closes.minute

    @property
    def text(self) -> str:
        """As it was told, if both times have one form; `8-5`, which nobody means as a night, is in full."""
        opens, closes = self.minutes
        is_one_figure = not self.closes.text[1:2].isdigit()
        if is_one_figure and closes // 60 < opens // 60 <= NOON_MINUTE // 60:
            return f"{shown(opens)}-{shown(closes + NOON_MINUTE)}"
        has_part = self.opens.part or self.closes.part
        if has_part or self.opens.text.isdigit() != self.closes.text.isdigit():
            return f"{shown(opens)}-{shown(closes)}"
        return f"{self.opens.text}-{self.closes.text}"

    @property
    def is_half_told(self) -> bool:
        """Whether `2-5 sore` begins at an hour at which no shop opens, or after noon, which nobody said."""
        is_after_noon = self.closes.part != "" and self.closes.minute >= NOON_MINUTE + 60
        return self.opens.may_be_before_dawn and is_after_noon


class Group(Struct, frozen=True):
    """Days that have the same hours: `senin-kamis dan sabtu`, `08.00-12.00 dan 13.00-16.00`."""

    name: str
    days: tuple[int, ...]
    times: str
    """Nothing where none are told."""


class Told(Struct, frozen=True):
    """What a text tells of a week."""

    groups: tuple[Group, ...] = ()
    holidays: str = ""
    """In the words of the text, for no week has them."""


def told_week(text: str) -> Told:
    """Understand a text as a whole, or nothing of it but its holidays."""
    tokens = said_in(text)
    found = list(_HOLIDAY.finditer(shape_of(tokens)))
    holidays = [_part(tokens, one, one.lastgroup or "") for one in found]
    apart = {at for one in found for at in range(*one.span())}
    groups = dict.fromkeys(_groups([token for at, token in enumerate(tokens) if at not in apart]))
    is_twice = len({group.name for group in groups}) < len(groups)
    words = [text[told[0].start : told[-1].end] for told in holidays]
    return Told(() if is_twice else tuple(groups), ", ".join(words))


def told_times(text: str) -> list[Span]:
    """Understand the hours of one day, `8 pagi-11/13-16.30`, of which each end before the next begin."""
    tokens = said_in(text)
    shape = shape_of(tokens)
    if not _OF_ONE_DAY.fullmatch(shape) or (shape[0] == "d" and len(DAYS[tokens[0].text]) < 7):
        return []
    spans: list[Span] = []
    for span, sign in zip(spans_in(tokens), re.findall(f"(.?){_SPAN}", shape), strict=True):
        spans[-1:] = _parted(spans[-1], span) if sign == "b" else [*spans[-1:], span]
    is_shown = all(span.opens.is_on_clock and span.closes.is_on_clock for span in spans)
    return spans if is_shown and _is_in_turn(spans) else []


def said_in(text: str) -> list[Token]:
    """Give the tokens of a text but for those that say nothing more: `buka hari Senin mulai jam 8`."""
    tokens = tokens_of(text)
    unsaid = {found.start() for found in _UNSAID.finditer(shape_of(tokens))}
    return [token for at, token in enumerate(tokens) if at not in unsaid]


def spans_in(tokens: Sequence[Token]) -> list[Span]:
    """Find all spans of time, whatever stands around them; `2026-11-01` holds none."""
    found = re.finditer(rf"(?<![c?][-u]){_SPAN}(?![-u][c?])", shape_of(tokens))
    return [Span(tokens[one.start()], tokens[one.end() - 1]) for one in found]


def _groups(tokens: Sequence[Token]) -> list[Group]:
    shape = shape_of(tokens)
    at = len(shape) - len(shape.lstrip(f"{_BETWEEN}o"))
    rule = _ENTRY if shape[at : at + 1] == "d" else _ENTRY_TIMES_FIRST
    entries: list[re.Match[str]] = []
    while at < len(shape):
        entry = rule.match(shape, at)
        if entry is None:
            return []
        entries.append(entry)
        at = len(shape) - len(shape[entry.end() :].lstrip(_BETWEEN))
    is_whose_sure = all(not one["pause"] or (one["bracket"] and not one["paused"]) for one in entries)
    some = [_groups_of(tokens, entry) for entry in entries if is_whose_sure or len(entries) == 1]
    return [group for groups in some for group in groups] if all(some) else []


def _groups_of(tokens: Sequence[Token], entry: re.Match[str]) -> list[Group]:
    """Give the groups of days of one entry; none where it may be two things, or none at all."""
    runs, times = _runs(_part(tokens, entry, "days")), _part(tokens, entry, "times")
    spans = spans_in(times)
    if not all(runs.values()) or _may_be_two_things(entry, runs, spans):
        return []
    told = _told(spans) or "".join(token.text for token in times)
    groups = [Group(" dan ".join(runs), _days_of(runs), told)]
    if entry["pause"]:
        pause, paused = spans_in(_part(tokens, entry, "pause")), _runs(_part(tokens, entry, "paused"))
        groups = _with_break(groups[0], spans, pause[0], _days_of(paused)) if all(paused.values()) else []
    for part in ("left", "but"):
        if entry[part]:
            groups = _but(groups, _part(tokens, entry, part))
    return groups


def _with_break(group: Group, spans: Sequence[Span], pause: Span, days: tuple[int, ...]) -> list[Group]:
    """Part the last hours by a break, for all days of a group or for the one day whose break it is."""
    rests = _parted(spans[-1], pause) if spans else []
    if not rests or not _is_in_turn(rests):
        return []
    parted = replace(group, times=_told([*spans[:-1], *rests]))
    if not days:
        return [parted]
    names, _ = language_of([group.name])
    others = tuple(sorted({*group.days} - {*days}))
    is_one_of_them = len(days) == 1 and others and {*days} < {*group.days}
    paused = Group(runs_of(days, names), days, parted.times)
    return [Group(runs_of(others, names), others, group.times), paused] if is_one_of_them else []


def _but(groups: Sequence[Group], left_out: Sequence[Token]) -> list[Group]:
    """Add the closed days of `kecuali Jumat`, which must be among the others, or of `(Minggu libur)`."""
    runs = _runs(left_out)
    days = _days_of(runs)
    is_among = len(groups) == 1 and ("e" not in shape_of(left_out) or {*days} < {*groups[0].days})
    if not is_among or not all(runs.values()) or groups[0].times in CLOSED:
        return []
    names, closed = language_of([groups[0].name])
    word = next((token.text for token in left_out if token.sign == "x"), closed)
    return [*groups, Group(" dan ".join(names[day] for day in sorted(days)), days, word)]


def _may_be_two_things(
    entry: re.Match[str], runs: Mapping[str, Sequence[int]], spans: Sequence[Span]
) -> bool:
    """Whether `Senin-Sabtu, Minggu tutup` opens on Monday, or `Senin-Jumat, Sabtu 8-12` lacks hours."""
    has_run = len(runs) > 1 and any(len(days) > 1 for days in runs.values())
    is_listed = entry["times"] is not None and re.search("[,/]", entry["days"]) is not None
    return (has_run and (is_listed or entry["times"] == "x")) or any(span.is_half_told for span in spans)


def _part(tokens: Sequence[Token], found: re.Match[str], name: str) -> Sequence[Token]:
    return tokens[found.start(name) : found.end(name)] if found[name] else ()


def _runs(tokens: Sequence[Token]) -> dict[str, tuple[int, ...]]:
    found = [tokens[one.start() : one.end()] for one in re.finditer(RUN, shape_of(tokens))]
    return {"-".join(token.text for token in run[::2]): days_of_run(run) for run in found}


def _days_of(runs: Mapping[str, Sequence[int]]) -> tuple[int, ...]:
    return tuple(day for days in runs.values() for day in days)


def _told(spans: Sequence[Span]) -> str:
    return " dan ".join(span.text for span in spans)


def _parted(span: Span, pause: Span) -> list[Span]:
    return [Span(span.opens, pause.opens), Span(pause.closes, span.closes)]


def _is_in_turn(spans: Sequence[Span]) -> bool:
    return all(one < other for one, other in pairwise(minute for span in spans for minute in span.minutes))
