"""The export of a kind: its entries as a spreadsheet of which an import changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from string import ascii_uppercase

from msgspec import Struct
from msgspec.structs import replace

from site_builder.exporting.table import Table, entries_table
from site_builder.exporting.workbook import workbook_bytes
from site_builder.importing.entries.carried import Carried
from site_builder.importing.entries.origins import origins_path
from site_builder.importing.entries.plan import ImportPlan, Outcome, Status, Why
from site_builder.importing.entries.repeated import agree
from site_builder.importing.files import read_sources
from site_builder.importing.library import Library, in_default, value_in
from site_builder.importing.run import carried_by, library_of, plan_of
from site_builder.names import EntryId, Kind, SourcePath
from site_builder.spreadsheets.cells import column_number
from site_builder.validate.shapes import shape_of_kind

_KNOWN_BY = 2
"""The first columns, id and name, without which a row is nothing."""
_SAMPLE = "row-sample"


class Export(Struct, frozen=True):
    kind: Kind
    data: bytes
    entries: int
    samples: int
    """That were left out."""
    rows_left: tuple[EntryId, ...]
    """Entries that an import would refuse or take for others."""
    cells_left: tuple[tuple[EntryId, str], ...]
    """Entries and headers of values that one cell can't say."""
    unread: tuple[SourcePath, ...]


def plan_export(root: Path, kind: Kind, file: str, language: str, *, samples: bool) -> Export:
    """Make the spreadsheet of a kind; writes nothing. Raises `ContentRefused` where it is no site."""
    sources = read_sources(root, origins_path(kind))
    return export_of(file, kind, sources.files, sources.links, language, samples=samples)


def export_of(
    file: str,
    kind: Kind,
    files: Mapping[SourcePath, bytes],
    links: frozenset[SourcePath],
    language: str,
    *,
    samples: bool = False,
) -> Export:
    """Plan from bytes alone. The import itself is the judge: a cell that it would change is left empty."""
    library = library_of(kind, files, links)
    shops = library if kind is Kind.SHOPS else library_of(Kind.SHOPS, files, links)
    entries = entries_table(library, shops.entries, language, samples=samples)
    table, rows_left, cells_left = entries.table, [], []
    while True:
        data = workbook_bytes(table)
        plan = plan_of(file, data, kind, files, links)
        wrong = _wrong(plan, table, library, carried_by(file, data, library))
        if not wrong:
            break
        rows = []
        for number, row in enumerate(table.rows, start=2):
            columns = wrong.get(number, frozenset())
            if any(column < _KNOWN_BY or not row[column] for column in columns):
                rows_left.append(EntryId(row[0]))
                continue
            cells_left += [(EntryId(row[0]), table.columns[column].header) for column in sorted(columns)]
            rows.append(tuple("" if place in columns else text for place, text in enumerate(row)))
        table = replace(table, rows=tuple(rows))
    return Export(
        kind,
        data,
        len(table.rows),
        entries.samples,
        tuple(rows_left),
        tuple(sorted(cells_left)),
        _unread(library),
    )


def _wrong(plan: ImportPlan, table: Table, library: Library, carried: Carried) -> dict[int, frozenset[int]]:
    """Give by the numbers of rows the columns that an import would change, refuse or overlook."""
    wrong = _overlooked(plan, table, library, carried)
    for outcome in plan.outcomes:
        for cell in _cells(outcome):
            place = cell.rpartition("!")[2]
            letters = place.rstrip("0123456789")
            wrong.setdefault(int(place.removeprefix(letters)), set()).add(column_number(letters))
    return {row: frozenset(columns) for row, columns in wrong.items()}


def _overlooked(plan: ImportPlan, table: Table, library: Library, carried: Carried) -> dict[int, set[int]]:
    """Give the cells that say nothing to an import, such as `-`, and the ids of rows that it passes over."""
    told = {outcome.cell.rpartition("!")[2].lstrip(ascii_uppercase) for outcome in plan.outcomes}
    known = {outcome.id for outcome in plan.outcomes if outcome.status is Status.UNCHANGED}
    fields = shape_of_kind(plan.kind).by_name
    wrong: dict[int, set[int]] = {}
    for number, row in enumerate(table.rows, start=2):
        entry = EntryId(row[0])
        if str(number) not in told:
            wrong[number] = {0}
        for place, column in enumerate(table.columns):
            if not row[place] or not column.field or entry not in known:
                continue
            field, said = fields[column.field], carried.get(entry, {}).get(column.field)
            here = in_default(value_in(library.entries[entry].document, field), library.languages)
            if said is None or here is None or not agree(field, here, said):
                wrong.setdefault(number, set()).add(place)
    return wrong


def _cells(outcome: Outcome) -> Iterator[str]:
    if outcome.status is Status.NEW:
        yield outcome.cell
    yield from (change.cell for change in outcome.changes)
    yield from (held.cell for held in outcome.held if held.why is not Why.EMPTIED)
    yield from (problem.at.path for problem in outcome.problems if problem.code != _SAMPLE)


def _unread(library: Library) -> tuple[SourcePath, ...]:
    return tuple(library.path_of(entry) for entry in sorted(library.unread))
