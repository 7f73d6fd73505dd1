"""What is imported and may yet be a slip: a village that is nearly another, a number of two entries."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from site_builder.importing.entries.alike import alike
from site_builder.importing.entries.judging import Planned
from site_builder.importing.entries.plan import Status
from site_builder.importing.entries.resembling import core_of
from site_builder.importing.library import Library, is_sample, value_in
from site_builder.importing.sheets.titles import villages_named
from site_builder.model.readers.contact import international
from site_builder.model.readers.written import Written, shorten
from site_builder.names import EntryId, Kind
from site_builder.problems import Problem, Severity, Span
from site_builder.text.slug import slug_of
from site_builder.text.village_names import are_near_villages, village_name
from site_builder.validate.shapes import shape_of_kind


def doubts_of(planned: Sequence[Planned], library: Library) -> Iterator[Problem]:
    """Tell of values of shops that are written now and hardly meant; each is told at its cell."""
    if library.kind is Kind.SHOPS:
        yield from _villages(planned, library)
        yield from _other_villages(planned)
        yield from _numbers(planned, library)
        yield from _names(planned, library)
        yield from alike(planned, library)


def _villages(planned: Sequence[Planned], library: Library) -> Iterator[Problem]:
    """Each village has a page of its own: one that is new and nearly another is most likely that one."""
    known = {slug: name for name in _values(library, "village") if (slug := slug_of(village_name(name)))}
    said = Counter(slug_of(village_name(_text(one, "village"))) for one in planned)
    names = {slug_of(village_name(text)): text for one in planned if (text := _text(one, "village"))}
    for one in planned:
        text = _text(one, "village")
        slug = slug_of(village_name(text))
        if not slug or slug in known or not _is_written(one, "village"):
            continue
        others = [name for other, name in known.items() if are_near_villages(slug, other)]
        others += [
            name
            for other, name in names.items()
            if said[other] > said[slug] and are_near_villages(slug, other)
        ]
        if others:
            values = {"value": shorten(text), "suggestion": others[0]}
            at = one.row.wishes["village"].cell.at
            yield Problem("cell-village", Span(at), "", values, Severity.WARNING)


def _other_villages(planned: Sequence[Planned]) -> Iterator[Problem]:
    """Tell of a village beside an address that names another one: one of the two is a slip."""
    for one in planned:
        village, address = _text(one, "village"), _text(one, "address")
        own = _squeezed(village)
        others = [name for name in villages_named(address) if own and not _is_of(own, _squeezed(name))]
        if others and (_is_written(one, "village") or _is_written(one, "address")):
            cell, other = one.row.wishes["village"].cell, one.row.wishes["address"].cell
            values = {
                "value": shorten(village),
                "address": address[:60],
                "cell": other.at,
                "other": others[0],
            }
            yield Problem("cell-village", Span(cell.at), "address", values, Severity.WARNING)


def _squeezed(village: str) -> str:
    return slug_of(village_name(village)).replace("-", "")


def _is_of(village: str, named: str) -> bool:
    """Whether an address names a village, or a part of its name, maybe with a slip."""
    return village.startswith(named) or named.startswith(village) or are_near_villages(village, named)


def _numbers(planned: Sequence[Planned], library: Library) -> Iterator[Problem]:
    """Two shops may share a number; mostly one of them was copied from the line above."""
    field = shape_of_kind(Kind.SHOPS).by_name["whatsapp"]
    owners: dict[str, list[tuple[EntryId, str]]] = defaultdict(list)
    for entry, existing in library.entries.items():
        number = value_in(existing.document, field)
        if isinstance(number, str) and any(map(str.isdecimal, number)):
            owners[international(number)].append((entry, f"`{existing.name[:40]}` (`{entry}`)"))
    for one in planned:
        number = _text(one, "whatsapp")
        if one.done.outcome.status is Status.REFUSED or not any(map(str.isdecimal, number)):
            continue
        own = international(number)
        others = [shown for entry, shown in owners[own] if entry != one.match.id]
        cell = one.row.wishes["whatsapp"].cell
        if others and _is_written(one, "whatsapp"):
            values = {"value": shorten(number), "name": one.row.name[:40], "other": others[0]}
            yield Problem("cell-same-number", Span(cell.at), "", values, Severity.WARNING)
        owners[own].append((one.match.id, f"`{one.row.name[:40]}` ({cell.at})"))


def _names(planned: Sequence[Planned], library: Library) -> Iterator[Problem]:
    """Two shops may share a name but for `UD.` before it; mostly one has moved, or was written down twice."""
    known: dict[str, list[tuple[EntryId, str]]] = defaultdict(list)
    for entry, existing in library.entries.items():
        if not is_sample(existing):
            known[core_of(Kind.SHOPS, existing.name)].append((entry, f"`{existing.name[:40]}` (`{entry}`)"))
    for one in planned:
        if one.done.outcome.status is Status.REFUSED:
            continue
        same = known[core_of(Kind.SHOPS, one.row.name)]
        others = [shown for entry, shown in same if entry != one.match.id]
        if others and one.done.outcome.status is Status.NEW and not one.row.given_id:
            values = {"value": one.row.name[:40], "other": others[0]}
            yield Problem("cell-same-name", Span(one.row.at.at), "", values, Severity.WARNING)
        same.append((one.match.id, f"`{one.row.name[:40]}` ({one.row.at.at})"))


def _text(one: Planned, field: str) -> str:
    wish = one.row.wishes.get(field)
    value: Written = wish.value if wish is not None else ""
    return value if isinstance(value, str) else ""


def _values(library: Library, name: str) -> Iterator[str]:
    field = shape_of_kind(library.kind).by_name[name]
    for existing in library.entries.values():
        value = value_in(existing.document, field)
        if isinstance(value, str):
            yield value


def _is_written(one: Planned, name: str) -> bool:
    """Whether the import writes a field of the row."""
    wish = one.row.wishes.get(name)
    changes = one.done.outcome.changes
    return wish is not None and any(change.cell == wish.cell.at for change in changes)
