"""Entries that a date keeps from the site: what names them goes on without them.

A site that was built yesterday must be built today: nobody has changed anything when a day comes.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final, TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from site_builder.model.catalog import FACTS, AnyEntry, EntryKey
from site_builder.model.config import SiteConfig
from site_builder.model.entries import Chart, ChartRow, Product, Stop, Stretch, Visit
from site_builder.model.fields import RefTo
from site_builder.names import Kind
from site_builder.validate.references import kinds_naming, pointers_of_entry
from site_builder.validate.shapes import ListShape, RecordShape, ScalarShape, Shape, shape_of_class

_LEANING = {(Product, "shop"), (Stop, "place"), (Stop, "shop"), (Stretch, "start"), (ChartRow, "figure")}
"""Fields without which the rest says nothing: a product whose shop is not shown has no seller."""


class Remaining(Struct, frozen=True):
    """What is left of the visible entries when some of them are dated."""

    entries: tuple[AnyEntry, ...]
    """Those that name no dated entry any more."""
    leaning: tuple[AnyEntry, ...]
    """Those that nothing is left of: products of a shop that is not shown, trips without a stop."""


def without_dated(entries: Sequence[AnyEntry], dated: AbstractSet[EntryKey]) -> Remaining:
    """Take the `dated` out of all that `entries` name, and what leans on them, until nothing names any."""
    gone, leaning, kept = frozenset(dated), [], tuple(entries)
    while naming := _kinds_naming_any(gone):  # often none, and this is done in each build of an older site
        left = [_without(entry, gone) if entry.kind in naming else entry for entry in kept]
        fallen = [entry for entry, rest in zip(kept, left, strict=True) if rest is None]
        leaning += fallen
        kept = tuple(rest for rest in left if rest is not None)
        gone = frozenset((entry.kind, entry.id) for entry in fallen)
    return Remaining(kept, tuple(leaning))


def _kinds_naming_any(gone: AbstractSet[EntryKey]) -> frozenset[Kind]:
    kinds = {kind for kind, _ in gone}
    return frozenset(naming for kind in kinds for naming in kinds_naming(kind))


def menus_without(config: SiteConfig, dated: AbstractSet[EntryKey]) -> SiteConfig:
    """Give the settings with menus that name none of the `dated` pages."""
    pages = {id_ for kind, id_ in dated if kind is Kind.PAGES}
    if pages.isdisjoint((*config.menu, *config.footer_menu)):
        return config
    return replace(
        config,
        menu=tuple(id_ for id_ in config.menu if id_ not in pages),
        footer_menu=tuple(id_ for id_ in config.footer_menu if id_ not in pages),
    )


def _without(entry: AnyEntry, gone: AbstractSet[EntryKey]) -> AnyEntry | None:
    for pointer in pointers_of_entry(entry):
        if isinstance(pointer.ref, RefTo) and (pointer.ref.kind, pointer.target) in gone:
            break
    else:
        return entry
    facts = _pruned(shape_of_class(FACTS[entry.kind]), entry.facts, gone)
    is_empty = (isinstance(facts, Visit) and not facts.stops) or (
        isinstance(facts, Chart) and not (facts.rows or facts.figures)
    )
    return None if facts is _NOTHING or is_empty else replace(entry, facts=facts)


class _Nothing(Struct, frozen=True):
    """In the place of a value that nothing is left of."""


_NOTHING: Final = _Nothing()
_V = TypeVar("_V")


def _pruned(shape: Shape, value: _V, gone: AbstractSet[EntryKey]) -> _V | _Nothing:
    if value is None:
        return value
    if isinstance(shape, ScalarShape) and isinstance(shape.ref, RefTo):
        return _NOTHING if (shape.ref.kind, value) in gone else value
    if isinstance(shape, ListShape):
        assert isinstance(value, tuple)
        items = (_pruned(shape.item, item, gone) for item in value)
        return cast(_V, tuple(item for item in items if item is not _NOTHING))  # a tuple as before
    if isinstance(shape, RecordShape):
        return _record(shape, value, gone)
    return value


def _record(shape: RecordShape, value: _V, gone: AbstractSet[EntryKey]) -> _V | _Nothing:
    changed: dict[str, object] = {}
    for field in shape.fields:
        before: object = getattr(value, field.name)
        after = _pruned(field.shape, before, gone)
        if after is _NOTHING and (shape.cls, field.name) in _LEANING:
            return _NOTHING
        if after is not before:
            changed[field.name] = None if after is _NOTHING else after
    return replace(value, **changed) if changed else value  # type: ignore[type-var]  # records are structs
