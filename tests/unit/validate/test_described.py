"""Every field is described in both languages, with an example that its own reader takes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from site_builder.descriptions import descriptions
from site_builder.messages import LANGUAGES
from site_builder.model.catalog import FACTS
from site_builder.model.entries import Meta
from site_builder.model.scalars import ScalarFault, Written
from site_builder.names import Kind
from site_builder.validate.described import example_of
from site_builder.validate.shapes import (
    ChoiceShape,
    ListShape,
    RecordShape,
    ScalarShape,
    Shape,
    TermsShape,
    TextShape,
    shape_of_class,
    shape_of_config,
    shape_of_vocabulary,
)

META = {field.name for field in shape_of_class(Meta).fields}


def parts(shape: Shape) -> Iterator[RecordShape]:
    """Give every struct that a shape is made of, itself included."""
    if isinstance(shape, ListShape):
        yield from parts(shape.item)
    elif isinstance(shape, RecordShape):
        yield shape
        for field in shape.fields:
            yield from parts(field.shape)


def shapes() -> dict[str, RecordShape]:
    """Give every struct whose fields stand in some file, by its name."""
    tops = [shape_of_config(), shape_of_vocabulary(), shape_of_class(Meta)]
    tops += [shape_of_class(FACTS[kind]) for kind in Kind]
    return {shape.cls.__name__: shape for top in tops for shape in parts(top)}


def wrong(shape: Shape, value: Written) -> str:
    """Say what is wrong with a value, or nothing."""
    match shape:
        case ScalarShape():
            try:
                shape.scalar.read(value)
            except ScalarFault as fault:
                return f"{value}: {fault.code}.{fault.variant}"
            return ""
        case ListShape():
            return next(filter(None, (wrong(shape.item, item) for item in value)), "") if value else "empty"
        case ChoiceShape():
            return "" if value in shape.meant else f"{value}: no choice"
        case TextShape():
            texts = list(value.values()) if isinstance(value, dict) else [value]
            return "" if all(isinstance(text, str) and text for text in texts) else f"{value}: no text"
        case TermsShape():
            return "" if isinstance(value, dict) and value else f"{value}: no terms"
        case RecordShape():
            if not isinstance(value, dict) or not value.keys() <= shape.by_written.keys():
                return f"{value}: unknown fields"
            missing = [f.name for f in shape.fields if f.required and not set(f.names) & value.keys()]
            parts = (wrong(shape.by_written[key].shape, item) for key, item in value.items())
            return next(filter(None, parts), "") or ", ".join(missing)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_is_described_and_nothing_else(language: str) -> None:
    tables = descriptions(language)
    of_kinds = {cls.__name__ for cls in FACTS.values()}
    assert tables.keys() == shapes().keys()
    for owner, shape in shapes().items():
        of_all = META if owner in of_kinds else set()
        assert tables[owner].keys() - of_all == shape.by_name.keys() - of_all, owner


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_is_taken_by_its_reader(language: str) -> None:
    faults = {}
    for owner, table in descriptions(language).items():
        known = {**shape_of_class(Meta).by_name, **shapes()[owner].by_name}
        for name, description in table.items():
            faults[f"{owner}.{name}"] = wrong(known[name].shape, example_of(description))
    assert len(faults) > 200
    assert {place: fault for place, fault in faults.items() if fault} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_use_the_names_of_their_language(language: str) -> None:
    for owner, table in descriptions(language).items():
        known = {**shape_of_class(Meta).by_name, **shapes()[owner].by_name}
        for name, description in table.items():
            for key, names in written_names(known[name].shape, example_of(description)):
                assert key == names[0 if language == "en" else 1], (owner, name)


def written_names(shape: Shape, value: Written) -> Iterator[tuple[str, tuple[str, str]]]:
    if isinstance(shape, ListShape):
        for item in value:
            yield from written_names(shape.item, item)
    elif isinstance(shape, RecordShape) and isinstance(value, dict):
        for key, item in value.items():
            field = shape.by_written[key]
            yield key, (field.name, field.indonesian)
            yield from written_names(field.shape, item)


@pytest.mark.parametrize("language", LANGUAGES)
def test_descriptions_are_sentences_of_their_own(language: str) -> None:
    for owner, table in descriptions(language).items():
        for name, description in table.items():
            assert description.about.endswith("."), (owner, name)
            assert description.about.count("`") % 2 == 0, (owner, name)
            assert "\n" not in description.about + description.example, (owner, name)
