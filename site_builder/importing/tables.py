"""The sheets of a file understood: what each column holds, told by its header and by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from site_builder.importing.beside import parts_of
from site_builder.importing.columns import known_headers, meaning, why_no_field
from site_builder.importing.day_order import DAY_FIELDS, is_ambiguous, puts_month_first
from site_builder.importing.header_contexts import (
    BARE_NAMES,
    BY_CONTENT,
    OWN_NAMES,
    PERSON,
    REMARKS,
)
from site_builder.importing.header_rows import Header, find_header, listed, rows_below
from site_builder.importing.header_words import (
    COPY_SHEET,
    ID,
    LAT,
    LON,
    MOBILE,
    ORDINAL,
    OWN_SHEETS,
    TIME,
    TIME_ENDS,
    header_key,
)
from site_builder.importing.office_forms import (
    DITTO,
    Known,
    has_coordinates,
    has_place,
    has_time,
    says_nothing,
    written_in,
)
from site_builder.importing.passing import PassedRow, Reason, part_rows
from site_builder.importing.unfit import asks_consent
from site_builder.model.readers.written import ScalarFault
from site_builder.names import Kind
from site_builder.problems import Problem, Severity, Span, has_errors
from site_builder.spreadsheets.cells import Cell, Row, Sheet, column_letters
from site_builder.validate.shapes import ChoiceShape, shape_of_kind

_EXAMPLE = {Kind.SHOPS: "Nama Usaha", Kind.PRODUCTS: "Nama Produk", Kind.EVENTS: "Nama Acara"}
_JUDGED = frozenset({"kind", "categories", "category", "materials", "colours", "services", "payments"})
"""Fields that may stand in several columns: the one of which most can be read is taken."""
_LOOKED_AT = 200
_BUSINESS = re.compile(
    r"(?:toko|tk|ud|cv|pt|pd|bengkel|koperasi|kop|grosir|galeri|kios|outlet|butik|rumah\s+(?:tas|kulit|produksi))\b",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s*[(\[].*", re.DOTALL)


class Table(Struct, frozen=True):
    """One sheet understood: which column is which field, and the rows of entries."""

    sheet: str
    columns: dict[int, str]
    """Column to field, or to one of the columns of `header_words`."""
    headers: dict[int, Cell]
    rows: tuple[Row, ...]
    twice: dict[int, str]
    """Columns that mean what one before them means."""
    foreign: Mapping[int, Problem]
    """By their numbers the rows that stand below other headers, and why they can't be read."""
    passed: tuple[PassedRow, ...] = ()
    """Rows that can't hold an entry."""
    consent: tuple[int, ...] = ()
    """Columns in which people say whether their data may be shown."""
    month_first: frozenset[str] = frozenset()
    """Columns of days that a program has written with the month first."""


def find_tables(
    path: str, sheets: Sequence[Sheet], kind: Kind, words: Known
) -> tuple[tuple[Table, ...], tuple[Problem, ...]]:
    """Understand every sheet that has a column of names; tell what is left out."""
    tables: list[Table] = []
    problems: list[Problem] = []
    for sheet in sheets:
        place = Span(sheet.name or path)
        if not sheet.rows or (sheet.hidden and sheet.name == COPY_SHEET):
            continue
        if sheet.hidden:
            problems.append(_warning(place, "hidden-sheet", sheet=sheet.name))
            continue
        header = find_header(sheet.rows, known_headers(kind))
        if header is None:
            if sheet.name in OWN_SHEETS:
                continue
            problems.append(_warning(place, "no-header", sheet=sheet.name))
            continue
        for part in parts_of(sheet, header, known_headers(kind)):
            own = find_header(part.rows, known_headers(kind)) or header
            table, told = _table(part, own, kind, words)
            problems += told
            if not has_errors(told):
                tables.append(table)
    if not tables and not has_errors(problems):
        problems.append(Problem("sheet-file", Span(path), "no-names", {"example": _EXAMPLE[kind]}))
    return tuple(tables), tuple(problems)


class _Columns:
    """The columns of a sheet while they are told apart."""

    def __init__(self) -> None:
        self.columns: dict[int, str] = {}
        self.twice: dict[int, str] = {}
        self.problems: list[Problem] = []

    def put_in_order(self, header: Header) -> None:
        """Put columns and what is told of them in the order of the sheet."""
        places = {cell.at: place for place, cell in enumerate(header.cells.values())}
        self.columns = dict(sorted(self.columns.items()))
        self.problems.sort(key=lambda problem: places[problem.at.path])

    def take(self, column: int, cell: Cell, target: str) -> None:
        told = _warning(Span(cell.at), why_no_field(cell.text), header=_shown(cell))
        if not target:
            self.problems += [] if told in self.problems else [told]
        elif target in self.columns.values():
            self.twice[column] = target
            self.problems.append(_warning(Span(cell.at), "twice-column", header=_shown(cell), field=target))
        else:
            self.columns[column] = target
            if target == MOBILE:
                self.problems.append(_warning(Span(cell.at), "mobile-column", header=_shown(cell)))


def _table(sheet: Sheet, header: Header, kind: Kind, words: Known) -> tuple[Table, list[Problem]]:
    known = known_headers(kind)
    rows = sheet.rows[header.end :]
    targets = {column: meaning(cell.text, known) for column, cell in header.cells.items()}
    below = rows_below(rows, header, targets, known, _values(kind))
    said = {
        column: [row.cells[column] for row in below.rows if _says(row, column)] for column in header.cells
    }
    found = _Columns()
    others = _other_names(header, targets, kind, said)
    sure = {target for column, target in targets.items() if not _candidates(header.cells[column], kind)}

    def readable(column: int) -> int:
        choices = _candidates(header.cells[column], kind) or (targets[column],)
        is_judged = len(choices) > 1 or choices[0] in _JUDGED
        return max(_count(one, said[column], kind, words) for one in choices if one) if is_judged else 0

    for column in sorted(header.cells, key=lambda column: (-readable(column), column)):
        cell, target = header.cells[column], targets[column]
        if asks_consent(cell.text):
            continue
        if column in others:
            found.problems.append(_other_name(cell, targets, header))
            continue
        choices = [one for one in _candidates(cell, kind) if one not in sure | {*found.columns.values()}]
        if target and choices:
            target = _fitting(choices, said[column], kind, words)
            if target and target != targets[column]:
                called = _called(target, kind)
                found.problems.append(
                    _warning(Span(cell.at), "by-content", header=_shown(cell), field=called)
                )
        found.take(column, cell, target)
    found.put_in_order(header)
    needed = {field.name for field in shape_of_kind(kind).fields if field.required} - {"name"}
    remarks = [column for column, cell in header.cells.items() if header_key(cell.text) in REMARKS]
    consent = [column for column, cell in header.cells.items() if asks_consent(cell.text)]
    kept, passed = part_rows(sheet.name, below.rows, found.columns, needed, remarks)
    gone = {one.number for one in passed if one.reason in (Reason.STRUCK, Reason.CLOSED)}
    entries = gone | {row.number for row in kept}
    filled, same = _without_dittos([row for row in below.rows if row.number in entries], found.columns)
    kept = [row for row in filled if row.number not in gone]
    month_first, ordered = _day_orders(found.columns, header, kept)
    problems = [*found.problems, *below.told, *ordered, *same, *_counted_ids(found.columns, header, kept)]
    problems += _unseen(sheet, header, found.columns, kept)
    table = Table(
        sheet.name,
        found.columns,
        header.cells,
        tuple(kept),
        found.twice,
        below.foreign,
        tuple(passed),
        tuple(consent),
        month_first,
    )
    return table, problems


def _values(kind: Kind) -> frozenset[str]:
    """Give the words that stand in cells, also where headers may be called so: `Toko`."""
    shapes = [field.shape for field in shape_of_kind(kind).fields]
    return frozenset(word for shape in shapes if isinstance(shape, ChoiceShape) for word in shape.meant)


def _other_names(
    header: Header, targets: Mapping[int, str], kind: Kind, said: Mapping[int, Sequence[Cell]]
) -> frozenset[int]:
    """Find names that are not those of shops: of persons, and of firms and groups beside `Nama Usaha`."""
    names = [column for column, target in targets.items() if target == "name"]
    if kind is not Kind.SHOPS:
        return frozenset()
    keys = {column: header_key(_BRACKETED.sub("", header.cells[column].text)) for column in names}
    bare = {column for column in names if keys[column] in BARE_NAMES and not _are_businesses(said[column])}
    own = {column for column in names if keys[column] in OWN_NAMES}
    if own:
        return frozenset(names) - own
    is_list_of_people = any(header_key(cell.text) in PERSON for cell in header.cells.values())
    return frozenset(bare) if is_list_of_people or len(names) > len(bare) else frozenset()


def _are_businesses(cells: Sequence[Cell]) -> bool:
    """Whether every name begins as only those of businesses do: `Toko`, `UD.`."""
    texts = [cell.text.strip() for cell in cells if any(map(str.isalpha, cell.text))]
    names = [text for text in texts if header_key(text) not in ("jumlah", "total", "jml")]
    return bool(names) and all(map(_BUSINESS.match, names))


def _other_name(cell: Cell, targets: Mapping[int, str], header: Header) -> Problem:
    """Tell that a column of names is not taken; alone it leaves the list without names of shops."""
    is_bare = header_key(_BRACKETED.sub("", cell.text)) in BARE_NAMES
    if sum(target == "name" for target in targets.values()) > 1:
        return _warning(Span(cell.at), "person-column" if is_bare else "unknown-column", header=_shown(cell))
    beside = next(one for one in header.cells.values() if header_key(one.text) in PERSON)
    values = {"header": _shown(cell), "other": _shown(beside)}
    return Problem("sheet-note", Span(cell.at), "person-names", values)


def _candidates(cell: Cell, kind: Kind) -> Sequence[str]:
    return BY_CONTENT[kind].get(header_key(_BRACKETED.sub("", cell.text)), ())


def _fitting(choices: Sequence[str], cells: Sequence[Cell], kind: Kind, words: Known) -> str:
    """Take what most of the cells can be read as; the first, where nothing fits and `""` is not offered."""
    counts = {one: _count(one, cells, kind, words) for one in choices if one}
    best = max(counts, key=lambda one: counts[one], default="")
    if cells and not counts.get(best) and ("" in choices or best == "location"):
        return ""
    return best


def _count(target: str, cells: Sequence[Cell], kind: Kind, words: Known) -> int:
    """Count the cells that can be read as a column; a long list is judged by its beginning."""
    return sum(_fits(target, cell, kind, words) for cell in cells[:_LOOKED_AT]) if target else 0


def _says(row: Row, column: int) -> bool:
    return column in row.cells and not says_nothing(row.cells[column])


def _fits(target: str, cell: Cell, kind: Kind, words: Known) -> bool:
    tests: dict[str, Callable[[Cell], bool]] = {
        TIME: has_time, TIME_ENDS: has_time, "location": has_coordinates,
        LAT: _has_degrees, LON: _has_degrees,
    }  # fmt: skip
    if target in tests:
        return tests[target](cell)
    if target in ("address", "venue", "member_of"):
        return not has_place(cell) and any(map(str.isalpha, cell.text))
    try:
        written_in(shape_of_kind(kind).by_name[target], cell, words)
    except ScalarFault:
        return target == "starts" and re.search(r"\b(?:19|20)\d\d\b", cell.text) is not None
    return True


def _has_degrees(cell: Cell) -> bool:
    return re.fullmatch(r"[-−]?\d{1,3}[.,]\d{3,}", cell.text.strip(), re.ASCII) is not None


def _called(target: str, kind: Kind) -> str:
    by_name = shape_of_kind(kind).by_name
    return (
        by_name[target].indonesian if target in by_name else "jam" if target in (TIME, TIME_ENDS) else target
    )


def _day_orders(
    columns: Mapping[int, str], header: Header, rows: Sequence[Row]
) -> tuple[frozenset[str], list[Problem]]:
    """Tell once of each column that its days in figures are read with the day first."""
    month_first = set()
    told = []
    for column, target in columns.items():
        cells = [row.cells[column] for row in rows if column in row.cells and target in DAY_FIELDS]
        unsure = next(filter(is_ambiguous, cells), None)
        if unsure is not None and puts_month_first(cells):
            month_first.add(target)
        elif unsure is not None:
            head = _shown(header.cells[column])
            told.append(_warning(Span(unsure.at), "day-first", header=head, value=unsure.text.strip()[:40]))
    return frozenset(month_first), told


def _counted_ids(columns: dict[int, str], header: Header, rows: Sequence[Row]) -> list[Problem]:
    """Take a column called `ID` that only numbers the rows for what it is."""
    told = []
    for column, target in columns.items():
        cells = [row.cells[column] for row in rows if column in row.cells]
        if target == ID and cells and all(re.fullmatch(r"\(?\d+[.)]?", cell.text.strip()) for cell in cells):
            columns[column] = ORDINAL
            told.append(_warning(Span(header.cells[column].at), "counted-id"))
    return told


def _without_dittos(rows: Sequence[Row], columns: Mapping[int, str]) -> tuple[list[Row], list[Problem]]:
    """Read `sda` and a ditto mark as what stands in the cell above, and tell where; no name is another's.

    Above may be a row that is an entry no more: its cells are still those that the office means.
    """
    filled: list[Row] = []
    places: list[str] = []
    for row in rows:
        cells = dict(row.cells)
        for column, cell in row.cells.items():
            above = filled[-1].cells.get(column) if filled else None
            is_field = columns.get(column, "name") != "name"
            if is_field and above is not None and DITTO.fullmatch(cell.text.strip()):
                cells[column] = Cell(above.text, cell.at, above.what)
                places.append(cell.at)
        filled.append(replace(row, cells=cells))
    told = [_warning(Span(places[0]), "ditto", cells=listed(places))] if places else []
    return filled, told


def _unseen(sheet: Sheet, header: Header, columns: Mapping[int, str], rows: Sequence[Row]) -> list[Problem]:
    """Tell of hidden rows and columns, and of values in columns without a header."""
    told = []
    hidden = [str(row.number) for row in rows if row.hidden]
    if hidden:
        told.append(_warning(Span(sheet.name or "."), "hidden-rows", rows=listed(hidden)))
    unseen = [column_letters(column) for column in columns if column in sheet.hidden_columns]
    if unseen:
        told.append(_warning(Span(sheet.name or "."), "hidden-columns", columns=listed(unseen)))
    lost = {column for row in rows for column in row.cells} - set(header.cells)
    for column in sorted(lost):
        cell = next(row.cells[column] for row in rows if column in row.cells)
        told.append(_warning(Span(cell.at), "no-column", value=cell.text[:40]))
    return told


def _shown(cell: Cell) -> str:
    return " ".join(cell.text.split())[:40]


def _warning(at: Span, variant: str, **values: str) -> Problem:
    return Problem("sheet-note", at, variant, values, Severity.WARNING)
