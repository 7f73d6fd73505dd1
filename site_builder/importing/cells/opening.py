"""Opening hours as offices write them, in the one form that the reader of content files takes for sure."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from itertools import groupby

from site_builder.model.readers.gone import says_gone
from site_builder.model.readers.hours import read_hours
from site_builder.model.readers.in_turn import halves_of, in_turn, may_open_either_half, written_in_turn
from site_builder.model.readers.week import week_told
from site_builder.model.readers.week_grammar import Span, said_in, spans_in
from site_builder.model.readers.week_tokens import NOON_MINUTE, OPENED_BY_NOBODY, Token, shown
from site_builder.model.readers.written import ScalarFault, Written, shorten, wrong

_NOON = 12


def week_in(text: str) -> Written:
    """Read a week; hours alone would be published as those of every day, and offices write days elsewhere.

    Raises `ScalarFault`, with what to write in the whole cell where that is sure.
    """
    if says_gone(text):
        raise ScalarFault("cell-hours", "gone", {"value": shorten(text)})
    tokens = said_in(text)
    has_days = any(token.sign in "dnp?" and token.text[0].isalpha() for token in tokens)
    _refuse_half_days(text, tokens, has_days=has_days)
    if not has_days:
        is_sure = week_told(f"senin {text}") and shorten(text) == text
        raise ScalarFault("cell-hours", "" if is_sure else "times", {"value": shorten(text)})
    week: dict[str, Written] = {**week_told(text, is_sure=True)}
    if not week:
        raise wrong("hours", text)
    try:
        read_hours(week)
    except ScalarFault as fault:
        raise _of_cell(fault, week, text) from fault
    return week


def _refuse_half_days(text: str, tokens: Sequence[Token], *, has_days: bool) -> None:
    """Refuse `9-5`: that it is five in the afternoon is likely, and nobody has said so."""
    spans = spans_in(tokens)
    either = next(filter(may_open_either_half, spans), None)
    if either is not None:
        told = text[either.opens.start : either.closes.end]
        raise ScalarFault("cell-hours", "either-half", {"value": shorten(told), **halves_of(either)})
    if not any(map(_is_half_day, spans)):
        return
    values = {"value": shorten(text)}
    meant = text
    for span, told in reversed(_meant_spans(tokens, spans)):
        meant = meant[: span.opens.start] + told + meant[span.closes.end :]
    if has_days and shorten(meant) == meant and not any(token.part for token in tokens):
        values["suggestion"] = meant
    raise ScalarFault("cell-hours", "half-day" if has_days else "half-day-bare", values)


def _meant_spans(tokens: Sequence[Token], spans: Sequence[Span]) -> list[tuple[Span, str]]:
    """Give the spans to write in another way, and how; those of one day follow each other as they stand."""
    days = [token.start for token in tokens if token.sign == "d"]
    meant: list[tuple[Span, str]] = []
    for _, run in groupby(spans, lambda span: bisect(days, span.opens.start)):
        of_day = list(run)
        told = in_turn(of_day)
        for place, span in enumerate(of_day):
            if _is_half_day(span):
                meant.append(
                    (span, written_in_turn(told[place : place + 1]) if told else _in_afternoon(span))
                )
            elif told and told[place] != span.minutes:
                meant.append((span, written_in_turn(told[place : place + 1])))
    return meant


def _is_half_day(span: Span) -> bool:
    opens, closes = (minute // 60 for minute in span.minutes)
    if span.closes.part:
        return span.is_half_told
    return closes <= _NOON if span.opens.may_be_before_dawn else 0 < closes < opens <= _NOON


def _in_afternoon(span: Span) -> str:
    opens, closes = span.minutes
    opens += NOON_MINUTE if opens // 60 in OPENED_BY_NOBODY else 0
    return f"{shown(opens)}-{shown(closes + NOON_MINUTE)}"


def _of_cell(fault: ScalarFault, week: Written, text: str) -> ScalarFault:
    """Say of the whole cell what is wrong with one of its days, and what the whole should be."""
    mended = {**week} if isinstance(week, dict) else {}
    for one in (fault, *fault.others):
        suggestion = one.values.get("suggestion", "")
        if suggestion and one.inside and one.inside[0] in mended:
            mended[str(one.inside[0])] = suggestion.strip("[]").replace(", ", " dan ")
    values = {name: value for name, value in fault.values.items() if name != "suggestion"}
    if fault.variant == "hours-exception":
        values["suggestion"] = fault.values["suggestion"]
    elif mended != week:
        values["suggestion"] = ", ".join(f"{days.title()} {times}" for days, times in mended.items())
    return ScalarFault(fault.code, fault.variant, {**values, "value": shorten(text)}, fault.inside)
