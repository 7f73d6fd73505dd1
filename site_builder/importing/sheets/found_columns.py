"""Which column holds what, told by its header and, where that may mean several things, by its cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from site_builder.importing.cells.consent import asks_consent
from site_builder.importing.cells.office_forms import Known, has_coordinates, has_place, has_time, written_in
from site_builder.importing.sheets.columns import known_headers, why_no_field
from site_builder.importing.sheets.header_contexts import BY_CONTENT
from site_builder.importing.sheets.header_rows import Header
from site_builder.importing.sheets.near_headers import near_header
from site_builder.importing.sheets.other_names import BRACKETED, of_respondents, other_name, other_names
from site_builder.importing.sheets.sides import names_its_sides
from site_builder.model.readers.written import ScalarFault
from site_builder.names import Kind
from site_builder.problems import Problem, Severity, Span
from site_builder.spreadsheets.cells import Cell, column_letters
from site_builder.validate.header_words import LAT, LON, MOBILE, SIZE, TIME, TIME_ENDS, header_key
from site_builder.validate.shapes import shape_of_kind

_JUDGED = frozenset({"kind", "categories", "category", "materials", "colours", "services", "payments"})
"""Fields that may stand in several columns: the one of which most can be read is taken."""
_LOOKED_AT = 200
_OF_GOODS = re.compile(
    r"\b(?:kategori|jenis|macam|produk\w*|barang|dagangan|komodit\w+|jual\w*|goods)\b", re.I
)
_UNKNOWN_EXAMPLE = {
    Kind.SHOPS: "`Alamat`, `Jam Buka`",
    Kind.PRODUCTS: "`Harga`, `Warna`, `Berat (gram)`",
    Kind.EVENTS: "`Tanggal Mulai`, `Tempat`",
}


class FoundColumns:
    """The columns of a sheet while they are told apart."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.columns: dict[int, str] = {}
        self.twice: dict[int, str] = {}
        self.problems: list[Problem] = []

    def put_in_order(self, header: Header) -> None:
        """Put columns and what is told of them in the order of the sheet."""
        places = {cell.at: place for place, cell in enumerate(header.cells.values())}
        self.columns = dict(sorted(self.columns.items()))
        self.problems.sort(key=lambda problem: places[problem.at.path])

    def take(self, column: int, cell: Cell, target: str, header: Header) -> None:
        variant = why_no_field(cell.text)
        values = {"example": _UNKNOWN_EXAMPLE[self.kind]} if variant == "unknown-column" else {}
        told = _warning(Span(cell.at), variant, header=_shown(cell), **values)
        if not target:
            self.problems += [] if told in self.problems else [told]
        elif target in self.columns.values():
            self.twice[column] = target
            first = next(header.cells[one] for one, other in self.columns.items() if other == target)
            values = {"header": _shown(cell), "field": _shown(first), "cell": first.at}
            if first.at == cell.at:  # one cell, merged over both
                values = {"header": _shown(cell), "column": column_letters(column)}
            variant = "merged-column" if first.at == cell.at else "twice-column"
            self.problems.append(_warning(Span(cell.at), variant, **values))
        else:
            self.columns[column] = target
            if target == MOBILE:
                self.problems.append(_warning(Span(cell.at), "mobile-column", header=_shown(cell)))


def find_columns(
    header: Header, targets: Mapping[int, str], said: Mapping[int, Sequence[Cell]], kind: Kind, words: Known
) -> FoundColumns:
    """Tell the columns apart; `targets` are what the headers mean, `said` the cells that say something."""
    found = FoundColumns(kind)
    others = other_names(header, targets, kind, said)
    respondents = of_respondents(header, targets)
    sure = {target for column, target in targets.items() if not _candidates(header.cells[column], kind)}

    def readable(column: int) -> int:
        choices = _candidates(header.cells[column], kind) or (targets[column],)
        is_judged = len(choices) > 1 or choices[0] in _JUDGED
        return max(_count(one, said[column], kind, words) for one in choices if one) if is_judged else 0

    for column in sorted(header.cells, key=lambda column: (-readable(column), column)):
        cell, target = header.cells[column], targets[column]
        if asks_consent(cell.text):
            continue
        if column in respondents:
            found.problems.append(_warning(Span(cell.at), "respondent-column", header=_shown(cell)))
            continue
        if column in others:
            found.problems.append(other_name(cell, targets, header))
            continue
        if target == f"{SIZE}." and not any(names_its_sides(one) for one in said[column]):
            target = ""
        choices = [one for one in _candidates(cell, kind) if one not in sure | {*found.columns.values()}]
        if target and choices:
            target = _fitting(choices, said[column], kind, words)
            if target and target != targets[column]:
                called = _called(target, kind)
                found.problems.append(
                    _warning(Span(cell.at), "by-content", header=_shown(cell), field=called)
                )
        found.take(column, cell, target, header)
    _take_by_content(found, header, said, kind, words)
    found.problems = [_with_near(one, header, found, kind) for one in found.problems]
    found.put_in_order(header)
    return found


def _take_by_content(
    found: FoundColumns, header: Header, said: Mapping[int, Sequence[Cell]], kind: Kind, words: Known
) -> None:
    """Find columns that an entry must have among those with unknown headers, by what stands in them.

    One whose header speaks of goods is taken; of another it is told how to call it.
    """
    for field in shape_of_kind(kind).fields:
        if not field.required or field.name not in _JUDGED or field.name in found.columns.values():
            continue
        unknown = {one.at.path for one in found.problems if one.variant == "unknown-column"}
        fitting = [
            column
            for column, cell in header.cells.items()
            if cell.at in unknown and _all_fit(field.name, said[column], kind, words)
        ]
        if len(fitting) != 1:
            continue
        cell = header.cells[fitting[0]]
        found.problems = [one for one in found.problems if one.at.path != cell.at]
        speaks = _OF_GOODS.search(cell.text) is not None and field.name in ("categories", "category")
        if speaks:
            found.columns[fitting[0]] = field.name
        values = {"header": _shown(cell), "field": field.indonesian.capitalize()}
        found.problems.append(_warning(Span(cell.at), "by-content" if speaks else "would-fit", **values))


def _with_near(told: Problem, header: Header, found: FoundColumns, kind: Kind) -> Problem:
    """Ask whether an unknown header is a known one with a slip, of a column that is not there."""
    if told.variant != "unknown-column":
        return told
    cell = next(cell for cell in header.cells.values() if cell.at == told.at.path)
    near = near_header(cell.text, known_headers(kind))
    if near is None or near.target in found.columns.values():
        return told
    return _warning(told.at, "near-column", header=_shown(cell), suggestion=near.called)


def likely_columns(header: Header, found: FoundColumns, kind: Kind) -> dict[str, Cell]:
    """Give unknown headers that begin with the name of a field that entries need and no column holds."""
    unknown = {one.at.path for one in found.problems if one.variant in ("unknown-column", "near-column")}
    near = {
        cell.at: one.target
        for cell in header.cells.values()
        if cell.at in unknown and (one := near_header(cell.text, known_headers(kind))) is not None
    }
    cells = [cell for cell in header.cells.values() if cell.at in unknown]
    missing = [
        field
        for field in shape_of_kind(kind).fields
        if field.required and field.name not in found.columns.values()
    ]
    likely: dict[str, Cell] = {}
    for field in missing:
        names = {header_key(name) for name in field.names}
        fitting = [
            cell
            for cell in cells
            if re.split(r"[-/]", header_key(cell.text))[0] in names or near.get(cell.at) == field.name
        ]
        if fitting:
            likely[field.name] = fitting[0]
    return likely


def _all_fit(target: str, cells: Sequence[Cell], kind: Kind, words: Known) -> bool:
    """Whether most of a column can be read as a field of words, as no other column's cells can."""
    count = _count(target, cells, kind, words)
    return count > 0 and count * 3 >= min(len(cells), _LOOKED_AT) * 2


def _candidates(cell: Cell, kind: Kind) -> Sequence[str]:
    return BY_CONTENT[kind].get(header_key(BRACKETED.sub("", cell.text)), ())


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


def _shown(cell: Cell) -> str:
    return " ".join(cell.text.split())[:40]


def _warning(at: Span, variant: str, **values: str) -> Problem:
    return Problem("sheet-note", at, variant, values, Severity.WARNING)
