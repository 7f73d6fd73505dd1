"""What rows take from those above them: dittos, and the shop or the village that heads a group of rows.

Whatever is taken is told with its value; where a person could not say what is meant, nothing is taken.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from site_builder.importing.cells.bare_names import bare_slug
from site_builder.importing.cells.office_forms import Known, says_nothing, tidy
from site_builder.importing.sheets.passing import PassedRow, Reason, own_cells
from site_builder.model.readers.words import DITTO
from site_builder.names import Kind
from site_builder.problems import Problem, Severity, Span
from site_builder.spreadsheets.cells import Cell, Row, column_letters
from site_builder.text.slug import slug_of
from site_builder.text.village_names import village_name
from site_builder.validate.header_words import ORDINAL

NUMBERED = re.compile(r"\A(?:[ivx]+|[a-z]|\d{1,2})[.)]\s+", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:nama\s+)?(?:toko|usaha|ikm|umkm|ukm|perajin|pengrajin|pemilik|penjual|produsen)\s*[:=]\s*(?=\S)",
    re.IGNORECASE,
)
"""What stands before the shop in a heading: `Toko: Pusgitta`."""
_OF_ALL = re.compile(
    r"(?:semua|seluruh|banyak|beberapa)(?:\s+(?:toko|usaha|ikm|umkm|perajin|sentra))?|all(?:\s+shops)?",
    re.IGNORECASE,
)
"""How an office says that a product is made by many shops."""
_MOST_CELLS = 20
_LONGEST_COUNT = 4
"""A longer text in the column of numbers is a heading that is merged over it."""
NO_COLUMN = -1
"""Where the shops of headings stand in a list that has no column of shops."""


_BEHIND = re.compile(r"\s*[(\[][^()\[\]]*[)\]]$")
"""What stands in brackets behind the name of a shop: `KOPER BAROKAH (Kedensari)`."""


class Group(Struct, frozen=True):
    """Rows below one that holds a single text, as headings do, up to the next such row."""

    number: int
    """Of the row of the heading."""
    heading: Cell
    is_counted: bool
    """Whether the row is numbered, as entries are."""
    rows: list[Row]


class Filled(Struct, frozen=True):
    """Rows with what they take from above."""

    rows: list[Row]
    told: list[Problem]
    shopless: dict[int, str]
    """By their numbers the rows that name no shop though others do, and the address of the empty cell."""


def groups_of(rows: Sequence[Row], columns: Mapping[int, str]) -> list[Group]:
    """Give the rows that may head others, each with those below it."""
    counts = [column for column, target in columns.items() if target == ORDINAL]
    groups: list[Group] = []
    for row in rows:
        own = [cell for _, cell in own_cells(row, skipped=counts)] or [cell for _, cell in own_cells(row)]
        if len(own) == 1:
            numbers = [row.cells[column] for column in counts if column in row.cells]
            is_counted = any(cell.at != own[0].at and cell.text.strip()[:1].isdecimal() for cell in numbers)
            groups.append(Group(row.number, own[0], is_counted, []))
        elif groups:
            groups[-1].rows.append(row)
    return groups


def shop_headings(rows: Sequence[Row], columns: Mapping[int, str], words: Known) -> dict[int, Cell]:
    """Give the rows of a list of products that only name a shop, by their numbers, with its name."""
    found: dict[int, Cell] = {}
    for row in rows:
        counts = [
            column
            for column, cell in row.cells.items()
            if columns.get(column) == ORDINAL and len(cell.text.strip()) <= _LONGEST_COUNT
        ]
        own = [cell for _, cell in own_cells(row, skipped=counts)]
        has_count = any(row.cells[column].text.strip().rstrip(".)").isdecimal() for column in counts)
        text = NUMBERED.sub("", tidy(" ".join(cell.text for cell in own)), count=1)
        label = _LABEL.match(text)
        is_named = label is not None and len(own) <= 2
        text = text if slug_of(text) in words.shops else _BEHIND.sub("", text)
        may_be = len(own) == 1 and not has_count
        is_shop = may_be and (slug_of(text) in words.shops or _one_called(text, words) != text)
        if has_count or not (is_named or is_shop):
            continue
        name = text[label.end() :] if is_named and label is not None else text
        found[row.number] = replace(own[0], text=_one_called(name, words))
    return found


def _one_called(name: str, words: Known) -> str:
    """Give the id of the one shop that is called so but for `UD.` before it; else the name as it is."""
    if slug_of(name) in words.shops:
        return name
    bare = bare_slug(name)
    ids = {
        shop for called, shops in words.shops.items() if bare and bare_slug(called) == bare for shop in shops
    }
    return ids.pop() if len(ids) == 1 else name


def fill(
    rows: Sequence[Row],
    columns: Mapping[int, str],
    passed: Sequence[PassedRow],
    shops: Mapping[int, Cell],
    kind: Kind,
) -> Filled:
    """Read dittos as what stands in the row right above, and give rows the shop that heads their group.

    Right above may be a row that is an entry no more: its cells are still those that the office means. Of one
    that is still an entry a cell with a line through it gives nothing, nor does it take anything.
    Below a heading a ditto means the heading, or nothing that is sure.
    """
    walk = _Walk(columns, kind)
    why = {one.number: one for one in passed}
    for row in rows:
        one = why.get(row.number)
        if one is None or one.reason in (Reason.STRUCK, Reason.CLOSED):
            walk.entry(row, is_struck=one is not None and one.reason is Reason.STRUCK)
        elif one.reason is Reason.HEADING:
            walk.heading(one.cell, shops.get(row.number))
    shopless = walk.shopless if walk.names_shops else {}
    return Filled(walk.rows, [*_ditto_notes(walk.dittos), *_shop_notes(walk.taken)], shopless)


class _Walk:
    """What is known above a row while rows are gone through."""

    def __init__(self, columns: Mapping[int, str], kind: Kind) -> None:
        self.columns = columns
        self.kind = kind
        self.rows: list[Row] = []
        self.above: Mapping[int, Cell] = {}
        self.shop: Cell | None = None
        self.shop_column = next((column for column, target in columns.items() if target == "shop"), None)
        self.names_shops = False
        self.dittos: list[tuple[int, Cell, str]] = []
        self.taken: list[tuple[Cell, str]] = []
        self.shopless: dict[int, str] = {}

    def heading(self, cell: Cell, shop: Cell | None) -> None:
        if cell.struck or cell.struck_partly:
            self.names_shops = self.names_shops or shop is not None
            self.shop, self.above = None, {}
            return
        self.shop = shop
        named = village_name(tidy(cell.text))
        is_village = named != tidy(cell.text) and named[:1].isalpha()
        self.above = {
            column: replace(cell, text=named)
            for column, target in self.columns.items()
            if target == "village" and is_village
        }
        if shop is not None and self.shop_column is not None:
            self.above = {self.shop_column: shop}

    def entry(self, row: Row, *, is_struck: bool) -> None:
        cells = dict(row.cells)
        for column, cell in row.cells.items():
            above = self.above.get(column)
            is_field = self.columns.get(column, "name") != "name"
            is_meant = is_struck or not cell.struck
            if is_field and is_meant and above is not None and DITTO.fullmatch(cell.text.strip()):
                cells[column] = replace(cell, text=above.text, what=above.what)
                self.dittos.append((column, cell, above.text))
        if self.kind is Kind.PRODUCTS and self.shop_column is not None:
            if self._may_head_others(row):
                self.shop = None  # of which shop the rows below are is not sure any more
            self._with_shop(row, cells, self.shop_column)
        self.above = {
            column: cell
            for column, cell in cells.items()
            if (is_struck or not (cell.struck or cell.struck_partly))
            and not DITTO.fullmatch(cell.text.strip())
        }
        self.rows.append(replace(row, cells=cells))

    def _may_head_others(self, row: Row) -> bool:
        """Whether a row says nothing but a name, as those do that head the products of a shop."""
        counted = {column for column, target in self.columns.items() if target == ORDINAL}
        said = {cell.at: column for column, cell in row.cells.items() if column not in counted}
        return len(said) == 1 and all(self.columns.get(column) == "name" for column in said.values())

    def _with_shop(self, row: Row, cells: dict[int, Cell], column: int) -> None:
        own = cells.get(column)
        place = beside(row, column)
        if own is not None and own.struck:
            self.names_shops = True
            self.shopless[row.number] = own.at
        elif own is not None and _OF_ALL.fullmatch(tidy(own.text)):
            del cells[column]
        elif own is not None and not says_nothing(own):
            self.names_shops = True
            if self.shop is not None and slug_of(own.text) != slug_of(self.shop.text):
                self.shop = None  # whose rows come next is not sure any more
        elif (own is None or not own.text.strip()) and self.shop is not None:
            self.names_shops = True
            cells[column] = Cell(self.shop.text, place)
            self.taken.append((self.shop, place))
        else:
            self.shopless[row.number] = own.at if own is not None else place


def beside(row: Row, column: int) -> str:
    """Give the address of an empty cell by that of another in its row."""
    from_row = next(iter(row.cells.values())).at
    return from_row if column == NO_COLUMN else address_in(from_row, column, row.number)


def address_in(other: str, column: int, number: int) -> str:
    """Give the address of a cell on the sheet of another."""
    sheet, mark, _ = other.rpartition("!")
    return f"{sheet}{mark}{column_letters(column)}{number}"


def _ditto_notes(dittos: Sequence[tuple[int, Cell, str]]) -> Iterator[Problem]:
    """Tell the value of each ditto, once for all that take the same one."""
    places: dict[tuple[int, str], list[str]] = {}
    for column, cell, value in dittos:
        places.setdefault((column, value), []).append(cell.at)
    for (_, value), cells in places.items():
        values = {"cells": _listed(cells), "value": " ".join(value.split())[:80]}
        yield Problem("sheet-note", Span(cells[0]), "ditto", values, Severity.WARNING)


def _shop_notes(taken: Sequence[tuple[Cell, str]]) -> Iterator[Problem]:
    places: dict[str, list[str]] = {}
    names = {shop.at: shop.text for shop, _ in taken}
    for shop, place in taken:
        places.setdefault(shop.at, []).append(place)
    for at, cells in places.items():
        values = {"cells": _listed(cells), "value": names[at][:80]}
        yield Problem("sheet-note", Span(at), "group-shop", values, Severity.WARNING)


def _listed(cells: Collection[str]) -> str:
    return ", ".join([*cells][:_MOST_CELLS]) + (", …" if len(cells) > _MOST_CELLS else "")
