"""From gathered values to a struct, and what can't be read back to its place in the file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeVar, cast, get_origin

from site_builder.model.fields import TermOf
from site_builder.model.readers.words import DITTO, NOTHING
from site_builder.model.readers.written import NAME_FAULTS, shorten
from site_builder.model.scalars import ScalarFault, Written
from site_builder.names import Kind
from site_builder.problems import Problem, Span
from site_builder.source.documents import Document
from site_builder.source.tree import written
from site_builder.source.yaml_slips import MENDED
from site_builder.validate.closed_days import day_by_day
from site_builder.validate.event_days import days_of_event
from site_builder.validate.fields import FieldValue
from site_builder.validate.places import FieldPath, find_field, is_empty, items_of, shape_of, span_of
from site_builder.validate.shapes import (
    ChoiceShape,
    ListShape,
    RecordShape,
    ScalarShape,
    Shape,
    TermsShape,
    TextShape,
    shape_of_class,
)

T = TypeVar("T")

STRAY_QUOTES = "\"'“”„‘’«»"
"""Where one of these stands at an end of a value, YAML did not take it for a quote of its own."""

CLOSED_SINCE: FieldPath = ("closed_since",)


def to_struct(
    target: type[T],
    gathered: Mapping[str, FieldValue],
    document: Document,
    refused: Collection[FieldPath],
    *,
    in_english: bool,
) -> tuple[T | None, list[Problem]]:
    """Read all fields of `target` at once; faults below `refused` have been told already."""
    maker = _Maker()
    cls: type = get_origin(target) or target
    made = maker.record(shape_of_class(cls), gathered, ())
    problems = []
    for path, fault in maker.faults:
        if not any(path[: len(known)] == known for known in refused):
            problems += _problems(document, fault, path, in_english=in_english)
    return (None if maker.faults else made), problems


class _Maker:
    """Makes values by their shapes and keeps what could not be made."""

    def __init__(self) -> None:
        self.faults: list[tuple[FieldPath, ScalarFault | None]] = []
        """`None` stands for a value that is not there."""

    def record(self, shape: RecordShape, gathered: object, at: FieldPath) -> Any:
        assert isinstance(gathered, dict)
        values = {}
        for field in shape.fields:
            if field.name not in gathered:
                if field.required:
                    self.faults.append(((*at, field.name), None))
            elif gathered[field.name] is not None:
                values[field.name] = self.value(field.shape, gathered[field.name], (*at, field.name))
            elif field.nullable:
                values[field.name] = None
            elif field.required:
                self.faults.append(((*at, field.name), None))
        return None if self.faults else shape.cls(**values)

    def value(self, shape: Shape, gathered: object, at: FieldPath) -> Any:
        match shape:
            case ScalarShape():
                return self.scalar(shape, gathered, at)
            case ListShape():
                assert isinstance(gathered, list)
                return tuple(self.value(shape.item, item, (*at, n)) for n, item in enumerate(gathered))
            case RecordShape():
                return None if gathered is None else self.record(shape, gathered, at)
            case TextShape() | ChoiceShape() | TermsShape():
                return gathered

    def scalar(self, shape: ScalarShape, gathered: object, at: FieldPath) -> object:
        try:
            return shape.scalar.read(cast("Written", gathered))
        except ScalarFault as fault:
            self.faults.append((at, fault))
            return None


def _problems(
    document: Document, fault: ScalarFault | None, path: FieldPath, *, in_english: bool
) -> list[Problem]:
    if fault is None:
        return [missing(document, path, in_english=in_english)]
    return [scalar_problem(document, path, one) for one in (fault, *fault.others)]


def scalar_problem(document: Document, path: FieldPath, fault: ScalarFault) -> Problem:
    """Tell a reader's fault at the part of the value that it means, or at the name of that part."""
    at = span_of(document, (*path, *fault.inside))
    if fault.variant in NAME_FAULTS:
        tree = find_field(document, (*path, *fault.inside)).tree
        at = Span(document.path, tree.key_line, tree.key_column)
    found = find_field(document, path)
    variant, values = fault.variant, in_words_of(found.name, {"field": found.name, **fault.values})
    if variant == "one-text" and isinstance(found.tree.value, list) and not fault.inside:
        items = [item.value.strip() for item in found.tree.value if isinstance(item.value, str)]
        if len(items) > 1:
            variant = "one-of-several"
            values |= {"known": ", ".join(f"`{shorten(item)}`" for item in items)}
        elif items and items[0]:
            variant, values = "one-of", {**values, "suggestion": shorten(items[0])}
    if variant == "day-span" and path[0] == "closed_on" and len(path) == 3:
        days = _days_of_item(document, path)
        if days:
            values |= {"lines": ", ".join(f"`{day.strip()}`" for day in days), MENDED: "\n".join(days)}
            return Problem("field-type", at, "mapping-days", values)
    is_of_event = document.name.kind is Kind.EVENTS and path in (("starts",), ("ends",))
    if variant in ("day-span", "when-hours") and is_of_event:
        both = days_of_event(document, str(path[0]))
        if both is not None:
            return Problem("field-type", at, both.variant, {**values, **both.values})
    if variant == "price-unit" and "unit" not in shape_of(document.name).by_name:
        variant = "price-per"
    there = find_field(document, (*path, *fault.inside)).tree.value
    is_lacking = variant == "bare" and not fault.inside and _is_required(shape_of(document.name), path)
    if isinstance(there, str) and variant != "yes-no" and (is_lacking or _says_nothing(there.strip())):
        return _nothing(document, path, fault, at, there.strip())
    bare = _without_stray_quotes(there) if isinstance(there, str) and "suggestion" not in values else ""
    if bare:
        name = str(fault.inside[-1]) if fault.inside else found.name
        shown = {"field": name, "value": shorten(str(there)), "suggestion": bare}
        return Problem("field-type", at, "quotes", shown)
    return Problem(fault.code, at, variant, values)


def _says_nothing(text: str) -> bool:
    return (NOTHING.fullmatch(text) or DITTO.fullmatch(text)) is not None


def _nothing(document: Document, path: FieldPath, fault: ScalarFault, at: Span, value: str) -> Problem:
    """Tell of a word for nothing how to do without, which depends on what the field belongs to."""
    name = str(fault.inside[-1]) if fault.inside else find_field(document, path).name
    values = {"field": name, "value": value}
    is_needed = not fault.inside and _is_required(shape_of(document.name), path)
    if DITTO.fullmatch(value):
        return Problem("field-type", at, "ditto-required" if is_needed else "ditto", values)
    if path == CLOSED_SINCE:
        return Problem("field-type", at, "since-nothing", values)
    if path[0] == "sources" and path[-1] == "title" and document.name.kind is Kind.FIGURES:
        return Problem("field-type", at, "nothing-source", values)
    variant = "nothing" if not is_needed else "nothing-part" if len(path) > 1 else "nothing-required"
    return Problem("field-type", at, variant, values)


def closing_unsaid(document: Document) -> Iterator[Problem]:
    """Tell of `tutup_sejak:` with nothing behind it: without it the shop would be shown as open."""
    found = find_field(document, CLOSED_SINCE)
    if found.steps == len(CLOSED_SINCE) and is_empty(found.tree):
        at = Span(document.path, found.tree.key_line, found.tree.key_column)
        yield Problem("field-type", at, "since-nothing", {"field": found.name, "value": ""})


def _is_required(shape: Shape, path: FieldPath) -> bool:
    required = False
    for step in path:
        if isinstance(shape, RecordShape) and step in shape.by_name:
            field = shape.by_name[str(step)]
            shape, required = field.shape, field.required
        elif isinstance(shape, ListShape):
            shape = shape.item
    return required


def _days_of_item(document: Document, path: FieldPath) -> list[str]:
    """Give a line for each day of an item that names several; nothing where it has no line of its own."""
    items, item, day = (find_field(document, path[:depth]) for depth in (1, 2, 3))
    parts = item.tree.value
    if not isinstance(parts, dict) or items.tree.key_line >= items.tree.line:
        return []
    if any(part.key_line != item.tree.line for part in parts.values()):
        return []
    note = next((name for name in parts if name != day.name), "")
    value = written(parts[note]) if note else ""
    days = day_by_day(str(day.tree.value), (day.name, note), value)
    return [f"{' ' * (max(item.tree.column, 3) - 3)}{line}" for line in days]


def in_words_of(field: str, values: Mapping[str, str]) -> dict[str, str]:
    """Name the ends of a suggested price in the language in which its field is named."""
    if field != "price" or "suggestion" not in values:
        return dict(values)
    english = values["suggestion"].replace("{terendah:", "{min:").replace(" tertinggi:", " max:")
    return {**values, "suggestion": english}


def _without_stray_quotes(text: str) -> str:
    """Give a value without a quote at its end that has no other, or is not straight; `7° 30'` has none."""
    bare = text.strip(STRAY_QUOTES)
    is_unit = text[-1:] in "\"'" and bare[-1:].isdigit() and text.startswith(bare)
    return "" if bare == text or is_unit else bare


def missing(document: Document, path: FieldPath, *, in_english: bool) -> Problem:
    """Tell that a required field is not given: at what should hold it, or at its empty key."""
    field = _field_name(shape_of(document.name), path, in_english=in_english)
    found = find_field(document, path)
    parent = find_field(document, path[:-1])
    variant, words = _words(shape_of(document.name), path, in_english=in_english)
    if found.steps == len(path):
        at = Span(document.path, found.tree.line, found.tree.column)
        empty = f"empty-{variant}" if variant else "empty-item" if _may_go(document, path) else "empty"
        return Problem("field-missing", at, empty, {"field": found.name, **words})
    if len(path) == 1:
        return Problem("field-missing", Span(document.path), variant, {"field": field, **words})
    at = span_of(document, path[:-1])
    if path[0] == "photos" and path[-1] == "alt":
        return Problem("field-missing", at, "alt", {"field": field})
    inside = "inside-item" if _may_go(document, path) else "inside"
    return Problem("field-missing", at, inside, {"field": field, "parent": parent.name})


def _may_go(document: Document, path: FieldPath) -> bool:
    """Whether what lacks a part is an item of a list that needs it not."""
    if len(path) < 3 or not isinstance(path[-2], int):
        return False
    owner = shape_of(document.name).by_name.get(str(path[0])) if len(path) == 3 else None
    is_needed = (owner is not None and owner.required) or (
        path[0] == "sources" and document.name.kind is Kind.FIGURES
    )
    return not is_needed or len(items_of(find_field(document, path[:-2]).tree)) > 1


def _words(shape: RecordShape, path: FieldPath, *, in_english: bool) -> tuple[str, dict[str, str]]:
    """Give the words that a field of the top may hold; those of the vocabulary are named later."""
    field = shape.by_name.get(str(path[0])) if len(path) == 1 else None
    below = field.shape if field is not None else None
    below = below.item if isinstance(below, ListShape) else below
    if isinstance(below, ChoiceShape):
        words = list(below.words) if in_english else list(below.words.values())
        return "words", {"known": ", ".join(words)}
    if isinstance(below, ScalarShape) and isinstance(below.ref, TermOf):
        return "", {"section": below.ref.section}
    return "", {}


def _field_name(shape: Shape, path: FieldPath, *, in_english: bool) -> str:
    name = str(path[-1])
    for step in path:
        if isinstance(shape, RecordShape) and step in shape.by_name:
            field = shape.by_name[str(step)]
            shape, name = field.shape, field.called(in_english=in_english)
            if not in_english or step != "name":
                continue
            name = field.names[0]
        elif isinstance(shape, ListShape):
            shape = shape.item
    return name
