"""Which kind of entry a file holds, by the names of its fields: files end up in the wrong folder."""

from __future__ import annotations

from collections.abc import Collection

from site_builder.model.entries import Meta
from site_builder.names import Kind, SourcePath
from site_builder.problems import Problem, Span
from site_builder.source.naming import YAML_KINDS
from site_builder.validate.shapes import RecordShape, shape_of_class, shape_of_kind
from site_builder.validate.synonyms import MEANT

CLEARLY = 2
"""So many faults fewer make another kind the likely one."""


def fitting_kind(keys: Collection[str], kind: Kind) -> Kind | None:
    """Give the kind that a file of `kind` really is, if its fields fit another one clearly better.

    One whose fields its own kind has all only lacks some: a shop without `jenis` is no place.
    """
    own = _faults(keys, shape_of_kind(kind))
    if own < CLEARLY or not _strange(keys, shape_of_kind(kind)):
        return None
    others = [other for other in Kind if other is not kind and (other in YAML_KINDS) == (kind in YAML_KINDS)]
    return _best(keys, others, own - CLEARLY)


def yaml_kind(keys: Collection[str]) -> Kind | None:
    """Say whether the fields of a `.yaml` file are those of a figure or of a chart."""
    return _best(keys, sorted(YAML_KINDS), 1)


def other_kind(path: SourcePath, kind: Kind, file: str) -> Problem:
    """Say what a file holds and where it belongs."""
    return Problem("kind-other", Span(path), kind.value, {"suggestion": f"content/{kind}/{file}"})


def _best(keys: Collection[str], kinds: Collection[Kind], most_faults: int) -> Kind | None:
    shapes = [(kind, shape_of_kind(kind)) for kind in kinds]
    scores = sorted(
        (_strange(keys, shape), _faults(keys, shape), -_own_fields(keys, shape), kind)
        for kind, shape in shapes
        if _faults(keys, shape) <= most_faults
    )
    if not scores or scores[0][2] == 0:
        return None
    return scores[0][3] if len(scores) == 1 or scores[0][:3] != scores[1][:3] else None


def _strange(keys: Collection[str], shape: RecordShape) -> int:
    """Count the fields that a kind has not, by no other name either."""
    unknown = [key for key in keys if key not in shape.by_written]
    return sum(shape.by_name.keys().isdisjoint(MEANT.get(key.casefold(), ())) for key in unknown)


def _faults(keys: Collection[str], shape: RecordShape) -> int:
    """Count the fields that are not known, and those that are missing; what goes by another name is one."""
    unknown = [key for key in keys if key not in shape.by_written]
    missing = {field.name for field in shape.fields if field.required and not set(field.names) & set(keys)}
    misnamed = sum(not missing.isdisjoint(MEANT.get(key.casefold(), ())) for key in unknown)
    return len(unknown) + len(missing) - misnamed


def _own_fields(keys: Collection[str], shape: RecordShape) -> int:
    common = shape_of_class(Meta).by_name
    return sum(key in shape.by_written and shape.by_written[key].name not in common for key in keys)
