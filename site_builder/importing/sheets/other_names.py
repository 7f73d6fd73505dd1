"""Columns of names that are those of persons, firms or groups, and not of what the list is about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from site_builder.importing.sheets.header_contexts import BARE_NAMES, MAKERS, OWN_NAMES, PERSON
from site_builder.importing.sheets.header_rows import Header
from site_builder.names import Kind
from site_builder.problems import Problem, Severity, Span
from site_builder.spreadsheets.cells import Cell
from site_builder.validate.header_words import header_key

_BUSINESS = re.compile(
    r"(?:toko|tk|ud|cv|pt|pd|bengkel|koperasi|kop|grosir|galeri|kios|outlet|butik|rumah\s+(?:tas|kulit|produksi))\b",
    re.IGNORECASE,
)
BRACKETED = re.compile(r"\s*[(\[].*", re.DOTALL)
_MAIL_OF_FORMS = frozenset({"email-address", "alamat-email", "alamat-surel", "nama-pengguna", "username"})
_OF_KINDS = "usaha"
"""Beside `Nama Usaha` this says of which kind a business is."""
_STAMPS = frozenset({"timestamp", "stempel-waktu", "cap-waktu"})
"""What a form on the web writes above the time of an answer."""


def other_names(
    header: Header, targets: Mapping[int, str], kind: Kind, said: Mapping[int, Sequence[Cell]]
) -> frozenset[int]:
    """Find names that are not those of shops: of persons, and of firms and groups beside `Nama Usaha`."""
    keys = {column: header_key(BRACKETED.sub("", cell.text)) for column, cell in header.cells.items()}
    if kind is Kind.PRODUCTS:
        shops = [column for column, target in targets.items() if target == "shop"]
        makers = {column for column in shops if keys[column] in MAKERS}
        return frozenset(makers) if len(shops) > len(makers) else frozenset()
    if kind is not Kind.SHOPS:
        return frozenset()
    names = [column for column, target in targets.items() if target == "name"]
    bare = {column for column in names if keys[column] in BARE_NAMES and not _are_businesses(said[column])}
    own = {column for column in names if keys[column] in OWN_NAMES}
    if own:
        return frozenset(column for column in names if column not in own and keys[column] != _OF_KINDS)
    is_list_of_people = any(header_key(cell.text) in PERSON for cell in header.cells.values())
    return frozenset(bare) if is_list_of_people or len(names) > len(bare) else frozenset()


def of_respondents(header: Header, targets: Mapping[int, str]) -> frozenset[int]:
    """Find the addresses of mail that a form on the web notes of those who fill it in."""
    keys = {column: header_key(cell.text) for column, cell in header.cells.items()}
    if _STAMPS.isdisjoint(keys.values()):
        return frozenset()
    return frozenset(
        column for column, key in keys.items() if key in _MAIL_OF_FORMS and targets[column] in ("email", "")
    )


def _are_businesses(cells: Sequence[Cell]) -> bool:
    """Whether every name begins as only those of businesses do: `Toko`, `UD.`."""
    texts = [cell.text.strip() for cell in cells if any(map(str.isalpha, cell.text))]
    names = [text for text in texts if header_key(text) not in ("jumlah", "total", "jml")]
    return bool(names) and all(map(_BUSINESS.match, names))


def other_name(cell: Cell, targets: Mapping[int, str], header: Header) -> Problem:
    """Tell that a column of names is not taken; alone it leaves the list without names of shops."""
    key = header_key(BRACKETED.sub("", cell.text))
    shown = " ".join(cell.text.split())[:40]
    if key in MAKERS and "shop" in targets.values():
        return Problem("sheet-note", Span(cell.at), "person-column", {"header": shown}, Severity.WARNING)
    if sum(target == "name" for target in targets.values()) > 1:
        variant = "person-column" if key in BARE_NAMES else "unknown-column"
        values = {"header": shown, "example": "`Alamat`, `Jam Buka`"}
        return Problem("sheet-note", Span(cell.at), variant, values, Severity.WARNING)
    beside = next(one for one in header.cells.values() if header_key(one.text) in PERSON)
    other = " ".join(beside.text.split())[:40]
    return Problem("sheet-note", Span(cell.at), "person-names", {"header": shown, "other": other})
