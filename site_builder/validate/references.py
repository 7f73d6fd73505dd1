"""Do the ids that entries name exist: shops, places, figures, pages and words of the vocabulary."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from site_builder.model.catalog import FACTS, AnyEntry, Catalog, EntryKey
from site_builder.model.config import WORD_SECTIONS, Vocabulary, wider_materials
from site_builder.model.fields import RefTo, TermOf
from site_builder.model.localized import Localized
from site_builder.model.nearest import misspelled, named_alike
from site_builder.model.readers.words import UNITS
from site_builder.model.readers.written import LONGEST_SUGGESTION, shorten
from site_builder.model.scalars import Written
from site_builder.names import EntryId, Kind, Lang, SourcePath
from site_builder.problems import Problem, Severity, Span
from site_builder.recall import once_for_each
from site_builder.source.flow_yaml import flow_yaml
from site_builder.source.naming import CONFIG_PATH, VOCABULARY_PATH
from site_builder.validate.former_names import former_names, shape_of_name, shown_names
from site_builder.validate.loose import LooseFields, Pointer
from site_builder.validate.money_units import is_same_measure, known_unit, unit_line
from site_builder.validate.places import FieldPath
from site_builder.validate.shapes import (
    ListShape,
    RecordShape,
    ScalarShape,
    Shape,
    shape_of_class,
    shape_of_config,
    shape_of_vocabulary,
)
from site_builder.validate.terms import called, offered, unknown_term

_BETWEEN = re.compile(r"\s*[,;&+]\s*|\s+(?:dan|and)\s+")
"""What editors put between several ids that they write as one text."""

Locate: TypeAlias = Callable[[SourcePath, FieldPath], Span]
"""Finds a value again; asked only when there is a fault."""

KNOWN_UNITS = {unit: Localized({}) for unit in UNITS}
"""Units that the number formats know without the vocabulary; their names are read as they are."""


def check_references(
    catalog: Catalog,
    locate: Locate,
    hidden: AbstractSet[EntryKey] = frozenset(),
    unread: AbstractSet[EntryKey] = frozenset(),
    loose: Sequence[LooseFields] = (),
    doubtful: AbstractSet[str] = frozenset(),
    dated: AbstractSet[EntryKey] = frozenset(),
) -> tuple[Problem, ...]:
    """Tell every id that leads nowhere, at the value that names it.

    `hidden` are entries that are drafts, not yet published or expired; `unread` are entries whose
    own faults are told already, so that to name them is no second fault; `loose` is what they name
    themselves; of the `doubtful` sections of the vocabulary, which could not be read, no word is at fault.
    `dated` are left out where they are named, because of a date: that is worth a warning.
    """
    problems: list[Problem] = []
    site = _Site(catalog, hidden, unread, dated)
    for entry in catalog:
        if (entry.kind, entry.id) in hidden:
            continue
        for pointer in pointers_of_entry(entry):
            fault = _fault(site, pointer, entry.kind)
            if fault is not None:
                problems.append(_placed(fault, locate(entry.path, pointer.at)))
    for fields in loose:
        for pointer in fields.pointers:
            fault = _fault(site, pointer, _kind_at(fields.path))
            if fault is not None:
                problems.append(_placed(fault, locate(fields.path, pointer.at)))
    settings = (
        (CONFIG_PATH, shape_of_config(), catalog.config),
        (VOCABULARY_PATH, shape_of_vocabulary(), catalog.vocabulary),
    )
    for path, shape, value in settings:
        for pointer in _pointers(shape, value, ()):
            fault = _fault(site, pointer)
            if fault is not None:
                problems.append(_placed(fault, locate(path, pointer.at)))
    return tuple(
        problem
        for problem in problems
        if problem.code != "term-unknown" or problem.values["section"] not in doubtful
    )


def check_vocabulary(
    vocabulary: Vocabulary, languages: Sequence[Lang], locate: Locate
) -> tuple[Problem, ...]:
    """Warn of words that lack a language; tell of materials that would be a kind of themselves.

    Words that lack the same languages are told together, at the first of them: a site that has got a further
    language lacks them all.
    """
    alike: dict[tuple[Lang, ...], list[tuple[str, str]]] = {}
    for section in WORD_SECTIONS:
        terms: dict[str, Localized] = getattr(vocabulary, section)
        for term, name in terms.items():
            lacking = tuple(lang for lang in languages if lang not in name.texts)
            if lacking:
                alike.setdefault(lacking, []).append((section, term))
    untranslated = (_untranslated(vocabulary, lacking, words, locate) for lacking, words in alike.items())
    return (*_circles(vocabulary, locate), *untranslated)


def _untranslated(
    vocabulary: Vocabulary, lacking: Sequence[Lang], words: Sequence[tuple[str, str]], locate: Locate
) -> Problem:
    """Warn of words, each with its section, that lack the same languages."""
    section, term = words[0]
    name: Localized = getattr(vocabulary, section)[term]
    names: dict[str, Written] = dict.fromkeys(lacking, "…")
    form = flow_yaml({**{str(lang): text for lang, text in name.texts.items()}, **names})
    values = {"term": term, "languages": ", ".join(lacking), "form": f"{term}: {form}"}
    counts = Counter(one for one, _ in words)
    variant = ""
    if len(counts) > 1:
        variant = "sections"
        values["sections"] = ", ".join(f"{called(one)}/{one} ({count})" for one, count in counts.items())
    elif len(words) > 1:
        variant = "several"
        values |= {"called": called(section), "section": section}
    if len(words) > 1:
        values["count"] = str(len(words))
    return Problem(
        "term-untranslated", locate(VOCABULARY_PATH, (section, term)), variant, values, Severity.WARNING
    )


def _circles(vocabulary: Vocabulary, locate: Locate) -> Iterator[Problem]:
    wider = wider_materials(vocabulary)
    for place, group in enumerate(vocabulary.material_groups):
        for step, material in enumerate(group.includes):
            if material == group.material or material in wider.get(group.material, ()):
                at = locate(VOCABULARY_PATH, ("material_groups", place, "includes", step))
                variant = "self" if material == group.material else ""
                yield Problem("term-circle", at, variant, {"value": material, "other": group.material})


@once_for_each
def pointers_of_entry(entry: AnyEntry) -> tuple[Pointer, ...]:
    """Give every id that an entry's facts name, with its place."""
    return tuple(_pointers(shape_of_class(FACTS[entry.kind]), entry.facts, ()))


@cache
def kinds_naming(kind: Kind) -> frozenset[Kind]:
    """Give the kinds whose entries can name one of `kind`."""
    return frozenset(other for other in Kind if kind in _named_by(shape_of_class(FACTS[other])))


def _named_by(shape: Shape) -> Iterator[Kind]:
    if isinstance(shape, ScalarShape):
        if isinstance(shape.ref, RefTo):
            yield shape.ref.kind
    elif isinstance(shape, ListShape):
        yield from _named_by(shape.item)
    elif isinstance(shape, RecordShape):
        for field_ in shape.fields:
            yield from _named_by(field_.shape)


def _pointers(shape: Shape, value: object, at: FieldPath) -> Iterator[Pointer]:
    if value is None:
        return
    if isinstance(shape, ScalarShape):
        if shape.ref is not None:
            yield Pointer(at, str(value), shape.ref)
    elif isinstance(shape, ListShape):
        assert isinstance(value, tuple)
        for place, item in enumerate(value):
            yield from _pointers(shape.item, item, (*at, place))
    elif isinstance(shape, RecordShape):
        for name, below in _pointing(id(shape), shape):
            yield from _pointers(below, getattr(value, name), (*at, name))


_POINTING: dict[int, tuple[tuple[str, Shape], ...]] = {}


def _pointing(key: int, shape: RecordShape) -> tuple[tuple[str, Shape], ...]:
    """Give the fields below which there are ids; shapes live as long as the process: `id` names them."""
    if key not in _POINTING:
        _POINTING[key] = tuple((field.name, field.shape) for field in shape.fields if _points(field.shape))
    return _POINTING[key]


def _points(shape: Shape) -> bool:
    if isinstance(shape, ScalarShape):
        return shape.ref is not None
    if isinstance(shape, ListShape):
        return _points(shape.item)
    return isinstance(shape, RecordShape) and any(_points(field.shape) for field in shape.fields)


class _Fault(Struct, frozen=True):
    code: str
    variant: str
    values: dict[str, str]


def _placed(fault: _Fault, at: Span) -> Problem:
    severity = Severity.WARNING if fault.variant.startswith("dated") else Severity.ERROR
    return Problem(fault.code, at, fault.variant, fault.values, severity)


class _Site(Struct, frozen=True):
    """What an id may lead to."""

    catalog: Catalog
    hidden: AbstractSet[EntryKey]
    unread: AbstractSet[EntryKey]
    dated: AbstractSet[EntryKey]
    listed: dict[Kind, tuple[EntryId, ...]] = field(default_factory=dict)
    former: dict[Kind, dict[str, EntryId]] = field(default_factory=dict)
    names: dict[Kind, dict[str, EntryId]] = field(default_factory=dict)

    def ids(self, kind: Kind) -> tuple[EntryId, ...]:
        """Give the ids that may be suggested; a site may have 50,000, and 500 faults."""
        if kind not in self.listed:
            known = [id_ for id_ in self.catalog.of(kind) if (kind, id_) not in self.hidden]
            known += [id_ for its_kind, id_ in sorted(self.unread) if its_kind is kind]
            self.listed[kind] = tuple(known)
        return self.listed[kind]

    def named(self, kind: Kind, target: str) -> str:
        """Give the one entry that a reader sees under the name `target`."""
        if kind not in self.names:
            self.names[kind] = shown_names(self.catalog.of(kind).values())
        found = self.names[kind].get(shape_of_name(target), "")
        return "" if (kind, found) in self.hidden else found

    def renamed(self, kind: Kind, target: str) -> EntryId | None:
        """Give the entry that was called `target` before, by its own word."""
        if kind not in self.former:
            shown = [entry for id_, entry in self.catalog.of(kind).items() if (kind, id_) not in self.hidden]
            self.former[kind] = former_names(shown)
        return self.former[kind].get(target)


def _fault(site: _Site, pointer: Pointer, kind_of_entry: Kind | None = None) -> _Fault | None:
    match pointer.ref:
        case RefTo(kind=kind):
            fault = _entry_fault(site, kind, EntryId(pointer.target), in_list=isinstance(pointer.at[-1], int))
            is_seller = kind_of_entry is Kind.PRODUCTS and kind is Kind.SHOPS
            return _of_seller(fault) if fault is not None and is_seller else fault
        case TermOf(section=section):
            if section == "units":
                return _unit_fault(site.catalog, pointer.target)
            return _term_fault(
                site.catalog.vocabulary, section, pointer.target, is_one=not isinstance(pointer.at[-1], int)
            )


def _entry_fault(site: _Site, kind: Kind, target: EntryId, *, in_list: bool) -> _Fault | None:
    values = {"value": shorten(target), "file": f"content/{kind}/{target}.{_ending(kind)}"}
    if (kind, target) in site.dated:
        return _Fault("reference-hidden", "dated", values)
    if (kind, target) in site.hidden:
        return _Fault("reference-hidden", "", values)
    if target in site.catalog.of(kind) or (kind, target) in site.unread:
        return None
    several = [part for part in _BETWEEN.split(target) if part]
    if in_list and len(several) > 1:
        meant = [misspelled(part, site.ids(kind)) or part for part in several]
        as_list = f"[{', '.join(meant)}]"
        if len(as_list) > LONGEST_SUGGESTION:
            return _Fault("reference-missing", "several-long", values)
        return _Fault("reference-missing", "several", {**values, "suggestion": as_list})
    bare = target.rpartition("/")[2].removesuffix(f".{_ending(kind)}")
    values["folder"] = f"content/{kind}/"
    now = site.renamed(kind, bare)
    if now is not None:
        return _Fault("reference-missing", "renamed", {**values, "suggestion": now})
    near = misspelled(bare, site.ids(kind)) or site.named(kind, bare)
    alike = [near] if near else named_alike(bare, site.ids(kind))
    if len(alike) == 1:
        return _Fault(
            "reference-missing", "near-list" if in_list else "near", {**values, "suggestion": alike[0]}
        )
    if alike:
        known = ", ".join(f"`{one}`" for one in alike)
        return _Fault("reference-missing", "alike", {**values, "known": known})
    return _Fault("reference-missing", "list" if in_list else "", values)


_OF_SELLER = {"": "shop", "near": "near-shop", "dated": "dated-shop"}


def _of_seller(fault: _Fault) -> _Fault:
    """Say of a product's shop what helps there: without the line it would be what many make."""
    return replace(fault, variant=_OF_SELLER.get(fault.variant, fault.variant))


def _kind_at(path: SourcePath) -> Kind | None:
    return next((kind for kind in Kind if path.startswith(f"content/{kind.value}/")), None)


def _term_fault(vocabulary: Vocabulary, section: str, target: str, *, is_one: bool) -> _Fault | None:
    terms: dict[str, Localized] = getattr(vocabulary, section)
    if target in terms:
        return None
    variant, values = unknown_term(terms, section, target, is_one=is_one)
    return _Fault("term-unknown", variant, values)


def _unit_fault(catalog: Catalog, target: str) -> _Fault | None:
    """Guess no unit of another size or currency: the figure would be a thousand times what it is."""
    terms = {**catalog.vocabulary.units, **KNOWN_UNITS}
    if target in terms:
        return None
    values = {"value": shorten(target), "section": "units", "called": called("units")}
    same = known_unit(target, terms)
    if same:
        return _Fault("term-unknown", "near", {**values, "suggestion": same})
    line = unit_line(target, [Lang(language.code) for language in catalog.config.languages])
    if line is not None:
        return _Fault("term-unknown", "money", {**values, "unit": line[0], "form": line[1]})
    alike = {term: name for term, name in terms.items() if is_same_measure(term, target)}
    if not alike:
        return _Fault("term-unknown", "several", {**values, "known": offered(terms)})
    variant, values = unknown_term(alike, "units", target, is_one=True)
    return _Fault("term-unknown", variant, values)


@cache
def _ending(kind: Kind) -> str:
    return "yaml" if kind in (Kind.FIGURES, Kind.CHARTS) else "md"
