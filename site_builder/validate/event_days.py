"""All days of an event in one field: a line for the first and one for the last, to write instead. Pure."""

from __future__ import annotations

from msgspec import Struct

from site_builder.model.readers.times import days_of_span
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
    """Say what `starts` or `ends` should hold, where it holds a first and a last day.

    Both lines are offered where the file has not the other one yet; nothing where the days stand the wrong
    way round, for nobody knows which of them is the slip.
    """
    found = find_field(document, (name,))
    span = days_of_span(str(found.tree.value))
    if span is None or span[0] > span[1]:
        return None
    fields = shape_of_kind(Kind.EVENTS).by_name
    in_english = found.name == fields[name].called(in_english=True)
    first, last = (fields[one].called(in_english=in_english) for one in ("starts", "ends"))
    values = {"first": first, "last": last, "start": span[0], "end": span[1]}
    if find_field(document, ("ends" if name == "starts" else "starts",)).steps == 1:
        is_first = name == "starts"
        return EventDays(
            "event-first" if is_first else "event-last", {**values, "suggestion": span[not is_first]}
        )
    if (found.tree.key_line, found.tree.key_column) == (found.tree.line, 1):
        values[MENDED] = f"{first}: {span[0]}\n{last}: {span[1]}"
    return EventDays("event-days", values)
