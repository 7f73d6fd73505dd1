"""Which facts have grown old: not confirmed for a year, certificates that ended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from site_builder.model.catalog import AnyEntry, Catalog, has_ended
from site_builder.model.entries import Event, Product, Shop, Story
from site_builder.problems import Problem, Severity
from site_builder.validate.places import FieldPath
from site_builder.validate.references import Locate

OLDEST_EVENT_YEAR = 1970
LATEST_EVENT_YEARS_AHEAD = 10
"""Beyond these the year of an event is rather a slip; what was long ago is a story."""
LONGEST_EVENT_DAYS = 60
"""Of an event that lasts longer one of its days is rather in another year or month."""
STORY_YEARS_AHEAD = 1
"""A story may wait for its day; nobody writes one for the year after next."""
FIRST_YEAR = "2026"
"""When Sentra was made. A clock before it is wrong (an empty battery), and nothing is in its future."""


def check_age(catalog: Catalog, today: str, locate: Locate) -> tuple[Problem, ...]:
    """Warn of what is old on `today` (an ISO day), and tell of years in the past that have not come yet."""
    problems: list[Problem] = []
    for entry in catalog:
        for code, path, day in () if has_ended(catalog, entry) else _old(entry, today):
            at = locate(entry.path, path)
            values = {"value": day, "today": today}
            problems.append(Problem(code, at, "", values, Severity.WARNING))
        for path, year in _years(entry):
            if today >= FIRST_YEAR and year > int(today[:4]):
                values = {"value": str(year), "this": today[:4]}
                problems.append(Problem("year-future", locate(entry.path, path), "", values))
        if isinstance(entry.facts, Shop) and _is_to_come(entry.facts.closed_since, today):
            values = {"value": entry.facts.closed_since or "", "today": today}
            problems.append(Problem("closed-future", locate(entry.path, ("closed_since",)), "", values))
        for path, year in _event_years(entry):
            latest = int(today[:4]) + LATEST_EVENT_YEARS_AHEAD if today >= FIRST_YEAR else year
            if not OLDEST_EVENT_YEAR <= year <= latest:
                values = {"value": str(year)}
                problems.append(Problem("event-year", locate(entry.path, path), "", values, Severity.WARNING))
        problems += _far_days(entry, today, locate)
    return tuple(problems)


def _far_days(entry: AnyEntry, today: str, locate: Locate) -> Iterator[Problem]:
    """Warn of an event that lasts for months, and of a story that is written long after today."""
    if isinstance(entry.facts, Event) and entry.facts.ends is not None:
        first, last = (dt.date.fromisoformat(when.day) for when in (entry.facts.starts, entry.facts.ends))
        if (last - first).days > LONGEST_EVENT_DAYS:
            values = {"value": last.isoformat(), "days": str((last - first).days + 1)}
            yield Problem("event-long", locate(entry.path, ("ends",)), "", values, Severity.WARNING)
    if isinstance(entry.facts, Story) and today >= FIRST_YEAR:
        day = entry.facts.date
        if day[:4] > str(int(today[:4]) + STORY_YEARS_AHEAD):
            values = {"value": day, "today": today}
            yield Problem("story-future", locate(entry.path, ("date",)), "", values, Severity.WARNING)


def _old(entry: AnyEntry, today: str) -> list[tuple[str, FieldPath, str]]:
    old: list[tuple[str, FieldPath, str]] = []
    verified = entry.meta.verified
    if verified is not None and verified > today >= FIRST_YEAR:
        old.append(("verified-future", ("verified",), verified))
    elif verified is not None and verified < year_before(today):
        old.append(("verified-old", ("verified",), verified))
    if isinstance(entry.facts, Product):
        for place, certificate in enumerate(entry.facts.certificates):
            if certificate.expires is not None and certificate.expires <= today:
                path: FieldPath = ("certificates", place, "expires")
                old.append(("certificate-expired", path, certificate.expires))
    return old


def _is_to_come(when: str | None, today: str) -> bool:
    """Whether a day, month or year is not yet on `today`; a clock that is wrong says nothing."""
    return when is not None and when > today[: len(when)] and today >= FIRST_YEAR


def _years(entry: AnyEntry) -> Iterator[tuple[FieldPath, int]]:
    """Give the years in which something must have been."""
    if isinstance(entry.facts, Shop) and entry.facts.since is not None:
        yield ("since",), entry.facts.since
    if isinstance(entry.facts, Product) and entry.facts.price_reported is not None:
        yield ("price_reported", "year"), entry.facts.price_reported.year


def _event_years(entry: AnyEntry) -> Iterator[tuple[FieldPath, int]]:
    if isinstance(entry.facts, Event):
        yield ("starts",), int(entry.facts.starts.day[:4])
        if entry.facts.ends is not None and entry.facts.ends.day[:4] != entry.facts.starts.day[:4]:
            yield ("ends",), int(entry.facts.ends.day[:4])


def year_before(day: str) -> str:
    """Give the same day of the year before; ISO days are compared as texts, so 29 February needs no care."""
    return f"{int(day[:4]) - 1:04}{day[4:]}"
