"""What the heading of a group of rows, the title of a list or the name of a sheet says of all its rows.

Below `II. SUDAH TUTUP` no row says itself that it must not be shown; below `Harga per lusin` no price says
of how many it is. Such rows are refused, with the heading.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from site_builder.importing.cells.consent import forbids
from site_builder.importing.cells.endings import asks_a_person, name_says_gone, says_gone
from site_builder.importing.cells.office_forms import Known
from site_builder.importing.cells.plain_words import plain_words
from site_builder.importing.sheets.footnotes import Note, is_explanation
from site_builder.importing.sheets.groups import NUMBERED, Group
from site_builder.importing.sheets.header_rows import ranges
from site_builder.importing.sheets.heading_words import heads_other_prices, heads_prices, is_understood
from site_builder.importing.sheets.other_names import BRACKETED
from site_builder.importing.sheets.passing import PassedRow, Reason, is_note, own_cells
from site_builder.importing.sheets.price_notes import price_note
from site_builder.importing.sheets.unread_texts import explains_a_colour
from site_builder.names import Kind
from site_builder.problems import Problem, Severity, Span
from site_builder.spreadsheets.cells import Cell, Row, Sheet

_OF_OTHERS = re.compile(
    r"\b(?:arsip|archived?|draf|draft|backup|lama|old|calon|discontinued?|eks|mantan|contoh|sampe?l|sample|reje[ck]t\w*"
    r"|afkir\w*|cacat|sortiran)\b"
    r"|\b(?:barang|stok|stock)\s+(?:kosong|habis|bs)\b|\A\W*kosong\W*\Z"
    r"|\b(?:pesanan|order(?:an)?|barang|harga|produk)\s+khusus\b"
    r"|\bkhusus\s+(?:untuk|pesanan|pelanggan|anggota|member|re-?sell?er|pemesan|dinas|kantor|pt|cv|pak|bu|bapak|ibu)\b"
    r"|\b(?:tidak|belum|bukan)\s+(?:untuk\s+|buat\s+)?(?:di\s?)?(?:umum|publik|jual)\w*\b",
    re.IGNORECASE,
)
"""What a heading or the name of a sheet says of rows that are those of other times, or not for everybody."""
_LONGEST = 60
_MOST_NAMED = 12
"""Headings in one message; the plan quotes all of them where it names the rows that it passes over."""


class Sorted(Struct, frozen=True):
    """What the headings of a table say of its rows."""

    refused: dict[int, Problem]
    """By the numbers of rows."""
    told: list[Problem]


def rows_of_a_state(
    sheet: Sheet, titles: Sequence[Row], rows: Sequence[Row], kind: Kind
) -> dict[int, Problem]:
    """Refuse by their numbers all rows where a title above the headers or the name of the sheet speaks so."""
    said = [(sheet.name, "sheet")] if _is_doubt(sheet.name, sheet.name, kind, is_heading=False) else []
    said += [(text, "title") for text in _titles(titles, kind)]
    return {row.number: _problem(_at(row), *said[0]) for row in rows} if said else {}


def rows_below_headings(
    groups: Sequence[Group],
    passed: Sequence[PassedRow],
    shops: Collection[int],
    kind: Kind,
    words: Known,
) -> Sorted:
    """Refuse the rows of which a heading speaks so; tell of headings that are not understood.

    `shops` are the numbers of those that name a shop.
    """
    headings = {one.number for one in passed if one.reason is Reason.HEADING}
    others = {one.number for one in passed if one.reason is not Reason.CLOSED}
    refused: dict[int, Problem] = {}
    unread: list[tuple[Cell, str]] = []
    for group in groups:
        below = [row for row in group.rows if row.number not in others]
        if group.heading.struck or not below:
            continue
        is_sure = group.number in headings
        if _heads_a_state(group, kind, words, is_sure=is_sure):
            cell = group.heading
            refused |= {row.number: _problem(_at(row), cell.text, "above", cell.at) for row in below}
        elif group.number not in {*others - headings, *shops} and _is_unread(
            group, kind, words, is_sure=is_sure
        ):
            unread.append((group.heading, ranges([row.number for row in below])))
    return Sorted(refused, list(_untold(unread)))


def price_headings(groups: Sequence[Group]) -> dict[int, Cell]:
    """Give the rows of a list of products that only head prices, by their numbers."""
    return {one.number: one.heading for one in groups if heads_prices(one.heading.text)}


def _titles(rows: Sequence[Row], kind: Kind) -> Iterator[str]:
    for row in rows:
        text = " ".join(" ".join(cell.text.split()) for _, cell in own_cells(row))
        is_legend = is_note(text) or is_explanation(text) or explains_a_colour(text)
        if not is_legend and (says_gone(text) or name_says_gone(text, kind) or forbids(text)):
            yield text


def _heads_a_state(group: Group, kind: Kind, words: Known, *, is_sure: bool) -> bool:
    """Whether a heading speaks so, by itself or in its brackets.

    Where it may be the name of an entry, brackets speak of that one: `Toko Jati (sudah tutup)`.
    """
    whole = _plainly(group.heading)
    is_whole = is_sure or (kind is Kind.PRODUCTS and whole.isupper() and not group.is_counted)
    text = whole if is_whole else BRACKETED.sub("", whole)
    is_of_prices = kind is Kind.PRODUCTS and heads_other_prices(text, words)
    return is_of_prices or _is_doubt(text, whole, kind, is_heading=True)


def _is_unread(group: Group, kind: Kind, words: Known, *, is_sure: bool) -> bool:
    """Whether nobody knows what a heading says; a row with a name alone is one where it looks so."""
    text = _plainly(group.heading)
    is_likely = text.isupper() or text != " ".join(group.heading.text.split())
    return (is_sure or (is_likely and not group.is_counted)) and not is_understood(text, words, kind)


def _plainly(cell: Cell) -> str:
    return NUMBERED.sub("", " ".join(cell.text.split()), count=1)


def _is_doubt(text: str, whole: str, kind: Kind, *, is_heading: bool) -> bool:
    """Whether a text that names no entry speaks of an end, of leave to be shown or of other prices.

    `Rencana Kegiatan 2027` is what offices call a sheet of events that are sure.
    """
    is_of_prices = kind is Kind.PRODUCTS and price_note([Note(Cell("", ""), whole)]) is not None
    is_of_others = _OF_OTHERS.search(plain_words(text)) is not None
    is_asked = asks_a_person(text, kind if is_heading else None)
    return is_of_prices or is_of_others or is_asked or says_gone(text) or forbids(text)


def _at(row: Row) -> Cell:
    return next(cell for _, cell in own_cells(row))


def _problem(at: Cell, text: str, variant: str, cell: str = "") -> Problem:
    values = {"value": _short(text)} | ({"cell": cell} if cell else {})
    return Problem("row-state", Span(at.at), variant, values)


def _untold(unread: Sequence[tuple[Cell, str]]) -> Iterator[Problem]:
    """Tell of all headings at once, so that there is something to be read among many."""
    if len(unread) == 1:
        ((cell, rows),) = unread
        values = {"value": _short(cell.text), "rows": rows}
        yield Problem("sheet-note", Span(cell.at), "unread-heading", values, Severity.WARNING)
    elif unread:
        named = ", ".join(f"`{_short(cell.text)}` ({rows})" for cell, rows in unread[:_MOST_NAMED])
        values = {"headings": named + (", …" if unread[_MOST_NAMED:] else "")}
        yield Problem("sheet-note", Span(unread[0][0].at), "unread-headings", values, Severity.WARNING)


def _short(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]
