"""What checks find wrong with the entries of a plan, told at the cells that say it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from site_builder.importing.cells.office_forms import tidy
from site_builder.importing.entries.matching import Match
from site_builder.importing.entries.plan import Outcome, Status
from site_builder.importing.entries.would_be import Judge
from site_builder.importing.library import Library
from site_builder.importing.rows.row import ReadRow
from site_builder.importing.rows.wishes import Wish
from site_builder.model.readers.coordinates import coordinates_in
from site_builder.model.readers.written import Written, shorten
from site_builder.names import SourcePath
from site_builder.problems import Problem, Severity, Span, has_errors
from site_builder.source.documents import parse_document
from site_builder.source.naming import DocumentName, name_document
from site_builder.validate.shapes import shape_of_kind

_TOLD_AS_DOUBTS = frozenset({"village", "whatsapp-shared"})
"""Warnings that `doubts` gives in words of spreadsheets."""
_GUESSED = frozenset({"price-tiny", "price-huge", "event-year"})
"""Warnings of a build that an import takes for errors: a row must not need a guess."""
_SAYS_CLOSED = re.compile(r"\b(?:tutup|libur|closed)\b", re.IGNORECASE)
_PAIR = frozenset({"starts", "ends"})
"""Fields that are judged by each other."""


class Done(Struct, frozen=True):
    outcome: Outcome
    after: bytes | None = None
    """The file's new bytes."""
    agreed: dict[str, Written] = field(default_factory=dict)
    """What the office says now, and the entry too or may never have."""
    written: frozenset[str] = frozenset()
    """Fields that the office's value is written into."""


class Planned(Struct, frozen=True):
    row: ReadRow
    match: Match
    done: Done


def refused(row: ReadRow, problems: Sequence[Problem]) -> Done:
    return Done(Outcome(Status.REFUSED, row.at.at, row.name or row.label, problems=tuple(problems)))


def judged(
    planned: Sequence[Planned], library: Library, judge: Judge
) -> tuple[list[Planned], tuple[Problem, ...]]:
    """Refuse rows of which a check of the whole content would tell an error; give its warnings of others.

    Without the refused ones others may be judged anew: a point lies far from those that are left.
    """
    result = [*planned]
    known: frozenset[tuple[str, str, str]] | None = None
    while True:
        places = {
            one.done.outcome.path: place for place, one in enumerate(result) if one.done.after is not None
        }
        if not places:
            return result, ()
        found = _by_place(result, places, judge, library)
        if found and known is None:
            known = frozenset(_before(judge, places))
        faults = {
            place: [*_new_ones(result[place], told, known or frozenset(), library)]
            for place, told in found.items()
        }
        wrong = {place: [one for one in told if _is_wrong(one)] for place, told in faults.items()}
        wrong = {place: told for place, told in wrong.items() if told}
        if not wrong:
            return result, tuple(one for place in sorted(faults) for one in faults[place])
        for place, told in wrong.items():
            row = result[place].row
            errors = [*map(_as_error, told)]
            result[place] = replace(result[place], done=refused(row, errors))


def with_more_faults(
    planned: Sequence[Planned], mended: Mapping[int, Planned], library: Library, judge: Judge
) -> list[Planned]:
    """Tell refused rows what a check would say of their other fields, so that one run tells all.

    `mended` are those rows as if what they were refused for were right.
    """
    if not mended:
        return [*planned]
    would_be = [mended.get(place, one) for place, one in enumerate(planned)]
    places = {
        one.done.outcome.path: place for place, one in enumerate(would_be) if one.done.after is not None
    }
    found = _by_place(would_be, places, judge, library)
    before = {path: place for path, place in places.items() if place in mended}
    known = frozenset(_before(judge, before)) if found else frozenset()
    result = [*planned]
    for place, one in mended.items():
        own = [fault for fault in found.get(place, ()) if fault.field in one.row.wishes]
        more = [problem for problem in _new_ones(one, own, known, library) if _is_wrong(problem)]
        if more:
            errors = [*map(_as_error, more)]
            done = refused(planned[place].row, [*planned[place].done.outcome.problems, *errors])
            result[place] = replace(planned[place], done=done)
    return result


class _Found(Struct, frozen=True):
    problem: Problem
    """At its cell."""
    field: str
    """By its English name; empty where it is of no field of the row."""
    key: tuple[str, str, str]


def _by_place(
    planned: Sequence[Planned], places: Mapping[SourcePath, int], judge: Judge, library: Library
) -> dict[int, list[_Found]]:
    """Ask for all problems of the files that would be written."""
    files = {path: planned[place].done.after or b"" for path, place in places.items()}
    found: dict[int, list[_Found]] = {}
    for problem in judge.problems(files):
        path = SourcePath(problem.at.path)
        if path not in places or problem.code in _TOLD_AS_DOUBTS:
            continue
        one = planned[places[path]]
        name = _field_at(path, files[path], problem, library)
        wish = one.row.wishes.get(name)
        cell = wish.cell if wish is not None else one.row.at
        values = {"value": shorten(cell.text), **problem.values, **_pair(problem, wish)}
        at_cell = replace(problem, at=Span(cell.at), values=values)
        key = (path, problem.key, problem.values.get("value", ""))
        found.setdefault(places[path], []).append(_Found(at_cell, name, key))
    return found


def _pair(problem: Problem, wish: Wish | None) -> dict[str, str]:
    """Propose both coordinates where they stand in one cell."""
    is_sign = problem.code == "location-sign" and "suggestion" in problem.values
    if (
        not is_sign
        or wish is None
        or not isinstance(wish.value, dict)
        or not coordinates_in(tidy(wish.cell.text))
    ):
        return {}
    name = "lintang" if problem.variant == "lat" else "bujur"
    pair = {**wish.value, name: problem.values["suggestion"]}
    return {"suggestion": ", ".join(map(str, pair.values()))}


def _before(judge: Judge, paths: Mapping[SourcePath, int]) -> Iterator[tuple[str, str, str]]:
    """Give what was wrong with these files already."""
    for problem in judge.problems({}):
        if problem.at.path in paths:
            yield problem.at.path, problem.key, problem.values.get("value", "")


def _new_ones(
    one: Planned, found: Sequence[_Found], known: frozenset[tuple[str, str, str]], library: Library
) -> Iterator[Problem]:
    """Leave out what was wrong before, but for fields that are written now."""
    by_written = shape_of_kind(library.kind).by_written
    now = {by_written[change.field].name for change in one.done.outcome.changes}
    if now & _PAIR:
        now |= _PAIR
    for fault in found:
        if fault.field in now or fault.key not in known:
            yield fault.problem


def _is_wrong(problem: Problem) -> bool:
    if problem.code == "hours-never-open":  # of a cell that does not say so it was read wrongly
        return _SAYS_CLOSED.search(problem.values.get("value", "")) is None
    return has_errors([problem]) or problem.code in _GUESSED


def _as_error(problem: Problem) -> Problem:
    if problem.code == "hours-never-open":
        return Problem("cell-hours", problem.at, "never", problem.values)
    return replace(problem, severity=Severity.ERROR)


def _field_at(path: SourcePath, data: bytes, problem: Problem, library: Library) -> str:
    """Name the field in whose lines a problem lies."""
    name = name_document(path, library.languages)
    if not isinstance(name, DocumentName):
        return ""
    document, _ = parse_document(path, data, name)
    by_written = shape_of_kind(library.kind).by_written
    above = [
        (tree.key_line, written)
        for written, tree in (document.fields.items() if document is not None else ())
        if tree.key_line <= problem.at.line
    ]
    called = max(above, default=(0, ""))[1]
    return by_written[called].name if called in by_written else ""
