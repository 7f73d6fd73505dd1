"""All days or hours of an event in one field: two lines to write instead, of its first and its last. Pure."""

from __future__ import annotations

from msgspec import Struct

from site_builder.model.readers.times import days_of_span, days_with_hours, days_without_year, hours_of_day
from site_builder.names import Kind
from site_builder.source.documents import Document
from site_builder.source.yaml_slips import MENDED
from site_builder.validate.places import find_field
from site_builder.validate.shapes import shape_of_kind


class EventDays(Struct, frozen=True):
    """What to tell: a variant of `field-type` and its values."""

    variant: str
    values: dict[str, str]


def days_of_event(document: Document, name: str) -> EventDays | None:
    """Say what `starts` or `ends` should hold, where it holds a first and a last day, or two times of one.

    Both lines are offered where the file has not the other one yet; nothing where the days stand the wrong
    way round, for nobody knows which of them is the slip.
    """
    found = find_field(document, (name,))
    if len(hours_of_day(str(found.tree.value))) > 1:
        return None
    variant, span = _span_of(str(found.tree.value))
    if span is None or span[0] > span[1]:
        return None
    fields = shape_of_kind(Kind.EVENTS).by_name
    in_english = found.name == fields[name].called(in_english=True)
    first, last = (fields[one].called(in_english=in_english) for one in ("starts", "ends"))
    values = {"first": first, "last": last, "start": span[0], "end": span[1]}
    values["text"] = fields["summary"].called(in_english=in_english)
    if find_field(document, ("ends" if name == "starts" else "starts",)).steps == 1:
        is_first = name == "starts"
        if variant == "event-no-year":
            return EventDays("day-no-year", {**values, "form": span[not is_first]})
        kind = "when" if variant == "event-hours" else "event"
        return EventDays(
            f"{kind}-first" if is_first else f"{kind}-last", {**values, "suggestion": span[not is_first]}
        )
    is_line = (found.tree.key_line, found.tree.key_column) == (found.tree.line, 1)
    if is_line and variant in ("event-days", "event-hours"):
        values[MENDED] = f"{first}: {span[0]}\n{last}: {span[1]}"
    return EventDays(variant, values)


def _span_of(text: str) -> tuple[str, tuple[str, str] | None]:
    """Give how two ends that stand in one field are told, and the two."""
    hours, days = hours_of_day(text), days_with_hours(text)
    if hours:
        return "event-hours", hours[0]
    if days is not None:
        return "event-days-hours", days
    days = days_of_span(text)
    return ("event-days", days) if days is not None else ("event-no-year", days_without_year(text))
