"""What remarks say of a row, cells below `Aktif` and columns that are not imported."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from site_builder.importing.cells.consent import forbids
from site_builder.importing.cells.endings import asks_a_person, asks_elsewhere
from site_builder.importing.cells.number_marks import without_limits
from site_builder.importing.cells.office_forms import says_nothing
from site_builder.importing.cells.plain_words import plain_words
from site_builder.importing.sheets.header_contexts import ACTIVE
from site_builder.importing.sheets.header_rows import Header
from site_builder.importing.sheets.other_names import BRACKETED
from site_builder.names import Kind
from site_builder.problems import Problem, Span
from site_builder.spreadsheets.cells import Cell, Row
from site_builder.validate.header_words import header_key

OF_KIND = {Kind.PRODUCTS: "product", Kind.EVENTS: "event"}
"""By what an office is to do about a remark: a product moves nowhere."""
_UNKNOWN = frozenset({"unknown-column", "near-column", "would-fit"})
"""How columns are told that are not imported since nobody knows what they hold."""

_ACTIVE = frozenset(
    {"y", "ya", "iya", "yes", "aktif", "masih", "masih-aktif", "1", "true", "v", "✓", "✔", "√", "buka"}
)
_INACTIVE = frozenset(
    {"t", "tidak", "n", "no", "0", "false", "f", "tidak-aktif", "nonaktif", "tutup", "tidak-lagi",
     "sudah-tidak", "x", "inactive"}
)  # fmt: skip


def is_active(text: str) -> bool | None:
    """Read a cell below `Aktif`; `None` where it is neither a clear yes nor a clear no."""
    said = "-".join(re.findall(r"[\w✓✔√]+", plain_words(text).casefold()))
    return True if said in _ACTIVE else False if said in _INACTIVE else None


def forbidden(rows: Sequence[Row], remarks: Sequence[int], header: Header, kind: Kind) -> dict[int, Problem]:
    """Refuse rows of which a remark says that they must not be shown, or may say so."""
    found: dict[int, Problem] = {}
    variant = OF_KIND.get(kind, "")
    for row in rows:
        for column in remarks:
            cell = row.cells.get(column)
            key = header_key(BRACKETED.sub("", header.cells[column].text))
            if cell is not None and key in ACTIVE and not says_nothing(cell):
                active = is_active(cell.text)
                if active is None and row.number not in found:
                    found[row.number] = _of_remark("row-remark", cell, header.cells[column], variant)
                elif active is False:
                    found[row.number] = _of_remark("row-closed", cell, header.cells[column], "inactive")
            elif cell is not None and forbids(cell.text):
                found[row.number] = _of_remark("row-consent", cell, header.cells[column], "remark")
            elif cell is not None and row.number not in found and asks_a_person(cell.text, kind):
                is_of_number = kind is Kind.SHOPS and not asks_a_person(without_limits(cell.text), kind)
                why = "number" if is_of_number else variant
                found[row.number] = _of_remark("row-remark", cell, header.cells[column], why)
    return found


def said_elsewhere(
    rows: Sequence[Row], header: Header, told: Iterable[Problem], kind: Kind
) -> dict[int, Problem]:
    """Refuse rows of which a column that is not imported says what a remark would: `Saran` of a form.

    `told` tell which columns these are.
    """
    unknown = {one.at.path for one in told if one.variant in _UNKNOWN}
    heads = [(column, head) for column, head in header.cells.items() if head.at in unknown]
    found: dict[int, Problem] = {}
    for row in rows:
        for column, head in heads:
            cell = row.cells.get(column)
            if cell is None or row.number in found:
                continue
            if forbids(cell.text):
                found[row.number] = _of_remark("row-consent", cell, head, "remark")
            elif asks_elsewhere(cell.text, head.text):
                found[row.number] = _of_remark("row-remark", cell, head, OF_KIND.get(kind, ""))
    return found


def _of_remark(code: str, cell: Cell, head: Cell, variant: str = "") -> Problem:
    values = {"header": " ".join(head.text.split())[:40], "value": " ".join(cell.text.split())[:60]}
    return Problem(code, Span(cell.at), variant, values)
