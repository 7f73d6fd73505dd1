"""Times of an event that may be of either half of the day: `jam 7`, `7 - 10`, `12 malam`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_builder.model.readers.in_turn import spans_of_day
from site_builder.model.readers.week_grammar import Span, said_in, told_times
from site_builder.model.readers.week_tokens import DAY_MINUTES, NOON_MINUTE, Token, shape_of, tokens_of

_NIGHT = re.compile(
    r"(?:\D*\b)?(?P<hour>0?[0-4]|12)(?:[.:](?P<minute>[0-5]\d))?\s*malam", re.IGNORECASE | re.ASCII
)
"""At night, and nobody knows in which of two: `jam 1 malam`."""


def hours_meant(text: str) -> list[tuple[int, int]]:
    """Give all that a text may mean that is one span of time: one for `9 - 15`, two for `7 - 10`.

    A part of the day behind the last time holds for both where both are in order then: `7 - 10 malam`.
    """
    spans = spans_of_day(text) or told_times(text)
    if len(spans) != 1:
        return []
    (span,) = spans
    if span.opens.part == "" and span.closes.part and span.opens.is_bare:
        both = _with_part(span)
        if both is not None and both < span.closes.minute:
            return [(both, span.closes.minute)]
    found = []
    for opens in _either(span.opens, span.minutes[0]):
        closes = next((one for one in _either(span.closes, span.closes.minute) if one > opens), None)
        if closes is not None:
            found.append((opens, closes))
    is_backwards = span.closes.minute < span.minutes[0] and not span.opens.part
    return [] if is_backwards else found


def time_meant(text: str) -> list[int]:
    """Give both times that a bare hour may be; nothing of any other text."""
    tokens = [token for token in said_in(text) if token.sign != "z"]
    if shape_of(tokens) != "c" or not _is_hour(tokens[0]) or not tokens[0].minute:
        return []
    return _either(tokens[0], tokens[0].minute)


def night_meant(text: str) -> int | None:
    """Give the minute behind midnight of `12 malam` and `jam 1 malam`, which may be of either night."""
    found = _NIGHT.fullmatch(text.strip())
    return None if found is None else int(found["hour"]) % 12 * 60 + int(found["minute"] or 0)


def _either(token: Token, minute: int) -> list[int]:
    later = minute + NOON_MINUTE
    return [minute, later] if _is_hour(token) and later <= DAY_MINUTES else [minute]


def _is_hour(token: Token) -> bool:
    """Whether a time is an hour alone; with minutes it is one of 24, as content files have it."""
    return token.is_bare and token.text.isdigit()


def _with_part(span: Span) -> int | None:
    tokens: Sequence[Token] = tokens_of(f"{span.opens.text} {span.closes.part}")
    return tokens[0].minute if shape_of(tokens) == "c" else None
