"""Spans of hours of one day, each later than the one before it: `7-9` behind `13-17` is 19.00-21.00."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from site_builder.model.readers.week_grammar import Span, said_in, spans_in
from site_builder.model.readers.week_tokens import DAY_MINUTES, NOON_MINUTE, shape_of, shown, tokens_of

LATEST_CLOSING_MINUTE = 4 * 60
"""So late in the night a place may close that opened the day before; later is a slip, as in `8 - 5`."""

_SPAN = "c[-u]c"
_BETWEEN = re.compile(r"[,/&;]")


def spans_of_day(text: str) -> list[Span]:
    """Give the spans of a text that holds nothing else: `9-11 & 1-5 sore`."""
    tokens = said_in(text)
    if re.fullmatch(f"{_SPAN}(?:{_BETWEEN.pattern}{_SPAN})*", shape_of(tokens)) is None:
        return []
    spans = spans_in(tokens)
    return spans if all(span.opens.is_on_clock and span.closes.is_on_clock for span in spans) else []


def pieces_of(text: str) -> tuple[list[str], bool]:
    """Part the hours of a day at `,` and `&`, and at `/` between spans; say whether there was a `/`."""
    tokens = tokens_of(text)
    has_stroke = any(token.sign == "/" for token in tokens) and bool(spans_of_day(text))
    signs = "/,;&" if has_stroke else ",;&"
    pieces, start = [], 0
    for token in tokens:
        if token.sign in "/,;&" and text[token.start : token.end].lower() in (*signs, "dan", "and"):
            pieces.append(text[start : token.start])
            start = token.end
    return [*pieces, text[start:]], has_stroke


def in_turn(spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Give the minutes of spans that follow each other in the day as they stand; nothing if they can't.

    A time that may be of either half of the day is in the first in which it can be, but `1-5` is after noon.
    """
    told: list[tuple[int, int]] = []
    before = 0
    for span in spans:
        ends = ((opens, closes) for opens in _openings(span) for closes in _closings(span))
        found = next(((one, other) for one, other in ends if before <= one < min(other, DAY_MINUTES)), None)
        if found is None:
            return []
        told.append(found)
        before = found[1]
    return told


def may_open_either_half(span: Span) -> bool:
    """Whether `7-10 malam` opens in the morning or in the evening, which nobody said."""
    opens, closes = span.minutes
    is_open = span.closes.part != "" and span.opens.is_bare and not span.opens.may_be_before_dawn
    return is_open and opens < NOON_MINUTE and opens + NOON_MINUTE < closes <= DAY_MINUTES


def halves_of(span: Span) -> dict[str, str]:
    """Give both readings of such a span, as the messages name them."""
    opens, closes = span.minutes
    return {
        "morning": f"{shown(opens)}-{shown(closes)}",
        "evening": f"{shown(opens + NOON_MINUTE)}-{shown(closes)}",
    }


def written_in_turn(told: Sequence[tuple[int, int]]) -> str:
    """Write spans as a content file has them, several of them in brackets."""
    spans = [f"{shown(opens)}-{shown(_on_clock(closes))}" for opens, closes in told]
    return spans[0] if len(spans) == 1 else f"[{', '.join(spans)}]"


def _on_clock(minute: int) -> int:
    return minute if minute <= DAY_MINUTES else minute - DAY_MINUTES


def _openings(span: Span) -> Iterator[int]:
    opens = span.minutes[0]
    later = opens + NOON_MINUTE
    if span.opens.may_be_before_dawn:
        yield later
    yield opens
    if span.opens.is_bare and not span.opens.may_be_before_dawn and later < DAY_MINUTES:
        yield later


def _closings(span: Span) -> Iterator[int]:
    closes = span.minutes[1]
    yield closes
    is_told = span.closes.part or span.closes.text[0] == "0"
    is_either = span.closes.is_bare or (span.opens.may_be_before_dawn and not is_told)
    if is_either and closes <= NOON_MINUTE:
        yield closes + NOON_MINUTE
    if closes <= LATEST_CLOSING_MINUTE:
        yield closes + DAY_MINUTES
