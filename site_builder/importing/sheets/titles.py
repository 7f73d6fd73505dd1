"""What stands above the headers of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from site_builder.importing.sheets.footnotes import is_explanation
from site_builder.importing.sheets.header_rows import Header
from site_builder.importing.sheets.passing import PassedRow, Reason, is_note, own_cells, text_of
from site_builder.importing.sheets.price_notes import speaks_of_prices
from site_builder.importing.sheets.unread_texts import explains_a_colour
from site_builder.names import Kind
from site_builder.problems import Problem, Severity, Span
from site_builder.spreadsheets.cells import Row, Sheet
from site_builder.text.slug import slug_of

_VILLAGE = re.compile(
    r"\b(?:desa|ds|kelurahan|kel)\b\s*[./]?\s*(?:(?:desa|kelurahan|kel)\b\.?)?\s*[:=]?\s*"
    r"(?P<name>[^\W\d_]{3,}(?:\s+(?:wetan|kulon|lor|kidul|utara|selatan|timur|barat|tengah))?)"
    r"(?P<doubt>\s*[(\[]?\s*\?+\s*[)\]]?)?",
    re.IGNORECASE,
)
_NO_VILLAGES = frozenset(
    {"kecamatan", "kec", "kabupaten", "kab", "tahun", "dan", "se", "binaan", "wisata", "kelurahan",
     "desa", "yang", "per", "data", "wilayah", "sentra", "dinas", "kota", "setempat",
     "masing-masing", "masing", "lain", "lainnya", "luar", "tetangga", "sekitar", "sekitarnya",
     "asal", "terdekat", "sebelah", "kami", "ini", "itu", "dari", "tidak", "belum", "bukan",
     "sendiri"}
)  # fmt: skip
"""What stands behind `desa` and is no name."""
_MOST_NAMED = 10


def rows_above(sheet: Sheet, header: Header) -> list[Row]:
    """Give the rows above the headers; a title right above them may be the upper line of these."""
    first, last = header.lines[0].number, header.lines[-1].number
    return [
        row for row in sheet.rows if row.number < first or (row.number < last and len([*own_cells(row)]) == 1)
    ]


def notes_above(sheet: Sheet, header: Header) -> Iterator[PassedRow]:
    """Give the notes among the titles; what else stands there names the list and its office."""
    for row in rows_above(sheet, header):
        text = text_of(row)
        says_more = is_explanation(text) or explains_a_colour(text) or speaks_of_prices(text)
        if is_note(text) or says_more:
            cell = next(cell for _, cell in own_cells(row))
            yield PassedRow(cell, row.number, sheet.name, Reason.NOTE, text=text)


def villages_told(
    sheet: Sheet,
    header: Header,
    columns: Mapping[int, str],
    passed: Sequence[PassedRow],
    known: Mapping[str, str],
    kind: Kind,
) -> Iterator[Problem]:
    """Tell that titles, headings or the sheet name a village that no column of a list of shops holds."""
    if kind is not Kind.SHOPS or "village" in columns.values():
        return
    texts = [sheet.name, *(text_of(row) for row in rows_above(sheet, header))]
    texts += [one.text for one in passed if one.reason is Reason.HEADING]
    found = {slug_of(name): name for text in texts for name in _villages_in(text, known)}
    if found:
        first = next(iter(header.cells.values()))
        values = {"names": ", ".join(f"`{name}`" for name in [*found.values()][:_MOST_NAMED])}
        yield Problem("sheet-note", Span(first.at), "title-village", values, Severity.WARNING)


def _villages_in(text: str, known: Mapping[str, str]) -> Iterator[str]:
    """Give what is named as a village, and what the site knows as one where it stands alone."""
    if slug_of(text) in known:
        yield known[slug_of(text)]
    yield from (f"{known.get(slug_of(name), name.title())}{doubt}" for name, doubt in _named(text))


def villages_named(text: str) -> Iterator[str]:
    """Give what a text says to be a village: `Ds. Kludan`."""
    yield from (name for name, _ in _named(text))


def _named(text: str) -> Iterator[tuple[str, str]]:
    """Give names of villages, each with the question mark behind it."""
    for found in _VILLAGE.finditer(" ".join(text.split())):
        if found["name"].casefold() not in _NO_VILLAGES:
            yield found["name"], found["doubt"] or ""
