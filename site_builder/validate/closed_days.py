"""Several days that somebody wrote as one: the lines to write instead, one for each day. Pure."""

from __future__ import annotations

import datetime as dt

from site_builder.model.readers.times import days_of_span
from site_builder.model.scalars import Written
from site_builder.source.flow_yaml import flow_yaml

MOST_DAYS = 31
"""Of more somebody means a shop that is closed for good, or another year."""


def day_by_day(text: str, names: tuple[str, str], note: Written = "") -> list[str]:
    """Give the items of a list, each with its day; nothing where the text is no such span.

    `names` are those of the day and of the note as they stand in this file.
    """
    span = days_of_span(text)
    if span is None:
        return []
    first, last = map(dt.date.fromisoformat, span)
    count = (last - first).days + 1
    if not 1 < count <= MOST_DAYS:
        return []
    days = [(first + dt.timedelta(day)).isoformat() for day in range(count)]
    return [f"- {flow_yaml({names[0]: day, **({names[1]: note} if note else {})})}" for day in days]
