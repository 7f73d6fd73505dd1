"""Rows and entries to a plan: what is new or changed, what an editor has changed since, what is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from msgspec.structs import replace

from site_builder.importing.cells.office_forms import same, tidy
from site_builder.importing.entries.doubts import doubts_of
from site_builder.importing.entries.editing import new_entry, set_field
from site_builder.importing.entries.judging import Done, Planned, judged, refused, with_more_faults
from site_builder.importing.entries.matching import Match, match_rows
from site_builder.importing.entries.origins import Origin, Past, origins_path, write_origins
from site_builder.importing.entries.overwriting import LastSaid, base_of, last_said, why_not
from site_builder.importing.entries.plan import Change, Held, ImportPlan, Outcome, Status, Why
from site_builder.importing.entries.repeated import agree, once
from site_builder.importing.entries.still_shown import emptied, shown, with_entries_told
from site_builder.importing.entries.taken_out import taken_out
from site_builder.importing.entries.withheld import without_memory, without_withheld
from site_builder.importing.entries.would_be import Judge
from site_builder.importing.library import Existing, Library, in_default, is_sample, value_in
from site_builder.importing.rows.row import ReadRow, lacking, read_row
from site_builder.importing.rows.wishes import Wish
from site_builder.importing.sheets.tables import Table
from site_builder.model.fields import TermOf
from site_builder.model.readers.written import Written, shorten
from site_builder.names import EntryId, Kind, SourcePath
from site_builder.problems import Problem, Severity, Span
from site_builder.source.documents import parse_document
from site_builder.validate.entries import writes_english
from site_builder.validate.shapes import ChoiceShape, FieldShape, ListShape, ScalarShape, shape_of_kind
from site_builder.writing import Write

_MOST_ROUNDS = 3
"""In which faults are found that others hid."""
_MOST_TOLD = 5
"""Names of files in one message."""


def make_plan(
    file: str,
    tables: Sequence[Table],
    library: Library,
    past: Past,
    judge: Judge,
    notes: Sequence[Problem] = (),
) -> ImportPlan:
    """Plan the import of a file."""
    origins, carried = past.origins, past.carried
    rows, repeated = once(
        [read_row(table, row, library) for table in tables for row in table.rows], library.kind
    )
    matches = match_rows(rows, library, past)
    rows = [
        without_withheld(row, library.entries.get(match.id), _said_before(match.id, past))
        for row, match in zip(rows, matches, strict=True)
    ]
    rows = [_without_kept(row, match, library, past) for row, match in zip(rows, matches, strict=True)]
    planned = [
        Planned(row, match, _row(row, match, library, last_said(file, match.id, past)))
        for row, match in zip(rows, matches, strict=True)
    ]
    planned, warned = judged(planned, library, judge)
    faulty = [place for place, one in enumerate(planned) if one.done.outcome.status is Status.REFUSED]
    for _ in range(_MOST_ROUNDS):
        before = planned
        planned = with_more_faults(planned, _if_mended(planned, faulty, library, file, past), library, judge)
        faulty = [place for place in faulty if planned[place] is not before[place]]
    planned = with_entries_told(planned, library, past)
    writes, told = [], [*notes, *repeated]
    remembered = dict(origins)
    for one in planned:
        row, match, done = one.row, one.match, one.done
        told += [problem for problem in row.problems if problem.severity is Severity.WARNING]
        if done.after is not None:
            existing = library.entries.get(match.id)
            writes.append(Write(done.outcome.path, existing.data if existing else None, done.after))
        if done.outcome.status is not Status.REFUSED and not match.is_deleted:
            done = replace(done, agreed=_office_wrote(done.agreed, carried.get(match.id), library))
            if done.agreed or match.id not in carried:
                remembered[match.id] = _remembered(origins.get(match.id), file, row, done)
    told += _of_cluster(planned) if library.kind is Kind.PRODUCTS else ()
    told += doubts_of(planned, library)
    told += taken_out(tables, planned, library, past)
    remembered = without_memory(remembered, library)
    after = write_origins(remembered)
    if remembered != dict(origins):
        writes.append(Write(origins_path(library.kind), past.memory, after))
    outcomes = tuple(one.done.outcome for one in planned)
    passed = tuple(row for table in tables for row in table.passed)
    return ImportPlan(library.kind, file, outcomes, (*told, *warned), tuple(writes), passed)


def _if_mended(
    planned: Sequence[Planned], places: Sequence[int], library: Library, file: str, past: Past
) -> dict[int, Planned]:
    """Give refused rows as they would be without the cells they were refused for, by their places."""
    found: dict[int, Planned] = {}
    fields = shape_of_kind(library.kind).fields
    for place, one in ((place, planned[place]) for place in places):
        row, match = one.row, one.match
        if match.problem is not None or not row.name or [*_closed(row, match, library)]:
            continue
        told = {problem.at.path for problem in one.done.outcome.problems}
        wishes = {
            name: wish for name, wish in row.wishes.items() if name == "name" or wish.cell.at not in told
        }
        existing = library.entries.get(match.id)
        if existing is not None:
            done = _known(replace(row, wishes=wishes), existing, library, last_said(file, match.id, past))
        else:
            lost = [field for field in fields if field.required and field.name not in wishes]
            filled = {field.name: Wish(_any_of(field, library), row.at) for field in lost}
            done = _new(replace(row, wishes={**wishes, **filled}), match.id, library)
        if done.after is not None:
            found[place] = replace(one, row=replace(row, wishes=wishes), done=done)
    return found


def _said_before(entry: EntryId, past: Past) -> Mapping[str, Written]:
    """Give what an office has said of an entry, in an earlier list or in the sheet it was sent."""
    origin = past.origins.get(entry)
    return {**past.carried.get(entry, {}), **(origin.fields if origin is not None else {})}


def _any_of(field: FieldShape, library: Library) -> Written:
    """Give a value that a field may have, so that the others can be judged without it."""
    shape = field.shape.item if isinstance(field.shape, ListShape) else field.shape
    if isinstance(shape, ChoiceShape):
        return next(iter(shape.words.values()))
    ref = shape.ref if isinstance(shape, ScalarShape) else None
    if isinstance(ref, TermOf):
        return next(iter(library.known.terms.get(ref.section, ())), "")
    return "2000-01-01" if field.name == "starts" else "X"


def _without_kept(row: ReadRow, match: Match, library: Library, past: Past) -> ReadRow:
    """Only tell of cells that can't be read for fields that the entry keeps whatever the sheet says."""
    existing = library.entries.get(match.id)
    if existing is None or match.problem is not None:
        return row
    base, by_name = base_of(match.id, past), shape_of_kind(library.kind).by_name
    kept = [
        name
        for name in row.faulty
        if name not in base and value_in(existing.document, by_name[name]) is not None
    ]
    faults = [problem for name in kept for problem in row.faulty[name]]
    if not faults:
        return row
    told = [replace(fault, severity=Severity.WARNING) for fault in faults]
    fields = ", ".join(f"`{by_name[name].indonesian}`" for name in kept)
    values = {"value": shorten(row.name), "fields": fields}
    told.append(Problem("row-kept", Span(faults[0].at.path), "", values, Severity.WARNING))
    return replace(row, problems=(*(one for one in row.problems if one not in faults), *told))


def _office_wrote(
    agreed: dict[str, Written], carried: Mapping[str, Written] | None, library: Library
) -> dict[str, Written]:
    """Leave out cells that the office was sent and left as they were: they are an editor's words."""
    by_name = shape_of_kind(library.kind).by_name
    sent = carried or {}
    return {
        name: value
        for name, value in agreed.items()
        if name not in sent or not same(by_name[name].shape, sent[name], value)
    }


def _remembered(before: Origin | None, file: str, row: ReadRow, done: Done) -> Origin:
    own = PurePath(file).name
    lists = dict.fromkeys(sorted(done.written), own)
    if before is None:
        return Origin(own, row.at.at, row.key, done.agreed, lists)
    fields = before.fields | done.agreed
    lists = before.lists | lists
    if fields == before.fields and row.key == before.row and lists == before.lists:
        return before
    return Origin(own, row.at.at, row.key, fields, lists)


def _row(row: ReadRow, match: Match, library: Library, before: LastSaid) -> Done:
    problems = [problem for problem in row.problems if problem.severity is Severity.ERROR]
    if row.name and match.problem is not None:
        problems.append(match.problem)
    elif row.name:
        problems += _closed(row, match, library)
        is_new = match.id not in library.entries and match.id not in library.unread and not match.is_deleted
        problems += [_missing(field, row) for field in lacking(row, library.kind)] if is_new else []
        problems += _shopless(row, match, library)
        problems += _abroad(row) if is_new and library.kind is Kind.SHOPS else ()
    if problems:
        return refused(row, problems)
    existing = library.entries.get(match.id)
    if existing is not None:
        return _known(row, existing, library, before)
    return _deleted(row, match.id, library) if match.is_deleted else _new(row, match.id, library)


def _closed(row: ReadRow, match: Match, library: Library) -> Iterator[Problem]:
    """Tell of files that an import must leave alone, or does not know well enough."""
    values = {"value": shorten(row.name), "file": str(library.path_of(match.id))}
    existing = library.entries.get(match.id)
    if match.id in library.unread:
        yield Problem("row-unread", Span(row.at.at), "link" if match.id in library.links else "", values)
    elif existing is None and library.unread and not match.is_deleted:
        files = ", ".join(library.path_of(entry) for entry in sorted(library.unread)[:_MOST_TOLD])
        yield Problem("row-unread", Span(row.at.at), "new", {**values, "file": files})
    elif existing is not None and is_sample(existing):
        yield Problem("row-sample", Span(row.at.at), "", values)


def _shopless(row: ReadRow, match: Match, library: Library) -> Iterator[Problem]:
    """Refuse a product that names no shop in a list of shops' products: it would be that of all shops."""
    if not row.shopless or match.is_deleted:
        return
    existing = library.entries.get(match.id)
    field = shape_of_kind(library.kind).by_name["shop"]
    has_shop = existing is not None and value_in(existing.document, field) is not None
    if not has_shop and (existing is None or not row.given_id):
        variant = (
            "heading" if row.shop_heading else "" if row.shopless == row.places.get("shop") else "column"
        )
        values = {"value": shorten(row.name), "header": row.shop_heading}
        yield Problem("row-shop", Span(row.shopless), variant, values)


def _abroad(row: ReadRow) -> Iterator[Problem]:
    """Refuse a new shop with a number of another country and no village: it is hardly one of the cluster."""
    for name in ("whatsapp", "phone"):
        wish = row.wishes.get(name)
        is_told = wish is not None and isinstance(wish.value, str) and "village" not in row.wishes
        if wish is not None and is_told and re.match(r"\s*\+(?!62)\d", str(wish.value)):
            values = {"value": shorten(row.name), "number": shorten(str(wish.value))}
            yield Problem("row-abroad", Span(wish.cell.at), "", values)
            return


def _of_cluster(planned: Sequence[Planned]) -> Iterator[Problem]:
    """Say once in words that products are published as those of the whole cluster."""
    found = [
        one.row for one in planned if one.done.outcome.status is Status.NEW and "shop" not in one.row.wishes
    ]
    if found:
        values = {"value": shorten(found[0].name), "count": str(len(found))}
        yield Problem("row-cluster", Span(found[0].at.at), "", values, Severity.WARNING)


def _deleted(row: ReadRow, entry: EntryId, library: Library) -> Done:
    """Tell that an editor has deleted the entry of a row; it is not made anew."""
    name = shape_of_kind(library.kind).by_name["name"].indonesian
    held = Held(name, "", row.name, row.at.at, Why.DELETED)
    path = library.path_of(entry)
    return Done(Outcome(Status.UNCHANGED, row.at.at, row.name, entry, path, held=(held,)))


def _new(row: ReadRow, entry: EntryId, library: Library) -> Done:
    path = SourcePath(f"content/{library.kind}/{entry}.md")
    by_name = shape_of_kind(library.kind).by_name
    data = new_entry([(by_name[field].indonesian, wish.value) for field, wish in row.wishes.items()])
    changes = tuple(
        Change(by_name[field].indonesian, "", shown(wish.value), wish.cell.at)
        for field, wish in row.wishes.items()
    )
    agreed = {field: wish.value for field, wish in row.wishes.items()}
    return Done(
        Outcome(Status.NEW, row.at.at, row.name, entry, path, changes), data, agreed, frozenset(agreed)
    )


def _missing(field: FieldShape, row: ReadRow) -> Problem:
    shape = field.shape.item if isinstance(field.shape, ListShape) else field.shape
    values = {"field": field.indonesian, "value": shorten(row.name)}
    if isinstance(shape, ChoiceShape):
        values["known"] = ", ".join(shape.words.values())
    is_there = field.name in row.empty
    variant = ("words" if is_there else "words-column") if "known" in values else "" if is_there else "column"
    likely = row.likely.get(field.name)
    if likely is not None and not is_there:
        values |= {"header": shorten(tidy(likely.text)), "cell": likely.at}
        return Problem("row-missing", Span(row.at.at), "likely", values)
    return Problem("row-missing", Span(row.places.get(field.name, row.at.at)), variant, values)


def _known(row: ReadRow, existing: Existing, library: Library, before: LastSaid) -> Done:
    """Bring an entry up to date, one field after the other."""
    shape = shape_of_kind(library.kind)
    in_english = writes_english(shape, existing.document)
    document, data = existing.document, existing.data
    changes: list[Change] = []
    held: list[Held] = []
    agreed: dict[str, Written] = {}
    written: set[str] = set()
    for name, wish in row.wishes.items():
        field = shape.by_name[name]
        whole = value_in(document, field)
        here = in_default(whole, library.languages) if name in _TEXTS else whole
        called = next((n for n in field.names if n in document.fields), field.called(in_english=in_english))
        why = why_not(field, wish.value, here, before)
        if here is not None and agree(field, here, wish.value):
            if name not in before.lists:
                agreed[name] = wish.value
            continue
        after = (
            None if why or whole is not here else set_field(document, data, field.names, called, wish.value)
        )
        if after is None:
            other = before.lists.get(name, "") if why is Why.OTHER_LIST else ""
            told = Held(called, shown(here), shown(wish.value), wish.cell.at, why or Why.BY_HAND, other)
            held.append(told)
            if why is Why.UNSURE and name not in before.fields:
                agreed[name] = wish.value
            continue
        again, _ = parse_document(document.path, after, document.name)
        assert again is not None
        document, data = again, after
        changes.append(Change(called, shown(here), shown(wish.value), wish.cell.at))
        agreed[name] = wish.value
        written.add(name)
    held += emptied(row, before.fields, document)
    status = Status.CHANGED if changes else Status.UNCHANGED
    outcome = Outcome(
        status, row.at.at, row.name, existing.id, existing.document.path, tuple(changes), tuple(held)
    )
    return Done(outcome, data if changes else None, agreed, frozenset(written))


_TEXTS = frozenset({"name", "summary", "unit", "venue", "repeats"})
"""Fields that a file may give in several languages at once."""
