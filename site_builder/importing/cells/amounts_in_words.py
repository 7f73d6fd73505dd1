"""Prices and numbers as offices write them in words: per piece, from a lowest one, or to be asked for."""

from __future__ import annotations

import re

from msgspec.structs import replace

from site_builder.spreadsheets.cells import Cell

_NO_PRICE = re.compile(
    r"(?:harga\s+)?(?:bisa\s+|masih\s+)?(?:nego(?:siasi)?|menyusul|tanya|by\s+request|sesuai\s+(?:pesanan|permintaan))\b\W*"
    r"|(?:harga\s+)?(?:hubungi|call|chat|wa)\b.*"
    r"|(?:harga\s+)?(?:mulai|dari|start|sekitar|kira-kira|kisaran|kurang\s+lebih)\b.*"
    r"|(?:rp\.?\s*)?\d[\d.,]*\s*(?:ribuan|jutaan|(?:(?:ribu|rb|k|juta|jt)\s*)?-?\s*an\b(?:\s+(?:ribu|rb|juta|jt))?)\W*"
    r"|(?:harga\s+)?[±~≈].*",
    re.IGNORECASE,
)
_PER_PIECE = re.compile(r"\s*(?:/|\bper\b)\s*(?:pcs|pc|buah|bh|biji|unit)\.?$", re.IGNORECASE)


_NO_NUMBER = re.compile(
    r"(?:(?:sesuai|menurut|by)\s+(?:pesanan|permintaan|order|request|stok|bahan)"
    r"|tergantung|menyesuaikan|fleksibel"
    r"|bervariasi"
    r"|tidak\s+(?:tentu|menentu|terbatas|pasti)|bebas|menyusul|nego)\b[^\d]*",
    re.IGNORECASE,
)
_NUMBERS = frozenset({"moq", "lead_time_days", "capacity_per_month", "weight_g"})


def states_nothing_sure(field: str, text: str) -> bool:
    """Whether a cell names no price to publish (`Nego`, or only where prices begin), or no number."""
    if field == "price":
        return _NO_PRICE.fullmatch(text) is not None
    return field in _NUMBERS and _NO_NUMBER.fullmatch(text) is not None


def of_its_unit(text: str, unit: str) -> str:
    """Leave out the unit of a price that the row itself names beside it: `250rb/lusin`, and `lusin`."""
    found = re.fullmatch(r"(.+?)\s*(?:/|\bper\b)\s*(.+)", text, re.IGNORECASE)
    return found[1] if found is not None and found[2].casefold() == unit.casefold() else text


def of_one_piece(text: str) -> str:
    """Leave out that a price is of one: `Rp 150.000/pcs`."""
    return _PER_PIECE.sub("", text)


_YES = frozenset({"v", "✓", "✔", "√", "☑", "y", "iya", "yes"})
_NOT_YET = frozenset({"belum", "blm", "belum siap", "tidak ada", "t", "n", "no", "tdk", "tidak"})
"""What says yes or no where it is asked whether something is so.

`x` is neither: forms are ticked with it as often as with `v`.
"""
YES_OF = {
    "export_ready": frozenset({"sudah", "sdh", "siap", "sudah siap", "siap ekspor"}),
    "cancelled": frozenset({"batal", "dibatalkan", "cancelled", "canceled"}),
}
"""The fields that are yes or no, and what says yes in each of them alone."""


def is_unsure(cell: Cell) -> bool:
    """Whether a cell says neither yes nor no, and yet something: nobody knew, or has put a cross."""
    return re.fullmatch(r"\W*[?x✗✘×]\W*", cell.text, re.IGNORECASE) is not None


def in_yes_or_no(cell: Cell, field: str) -> Cell:
    """Write a tick or `belum` as the word that content files have; all else stays."""
    said = " ".join(cell.text.split()).casefold()
    if said in _YES or said in YES_OF[field]:
        return replace(cell, text="ya")
    return replace(cell, text="tidak") if said in _NOT_YET else cell


def hs_code_in(text: str) -> str:
    """Leave out what says that a code is one; a comma in it can only be a point."""
    bare = re.sub(r"^(?:kode\s+)?hs\b[\s.:]*(?=\d)", "", text, flags=re.IGNORECASE)
    return re.sub(r"(?<=\d{4}),(?=\d\d(?:\D|$))|(?<=\.\d\d),(?=\d\d(?:\D|$))", ".", bare)
