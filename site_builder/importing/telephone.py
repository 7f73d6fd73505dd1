"""Numbers of telephones as offices write them: `0812-3456-789 (WA) / 031-8951234`."""

from __future__ import annotations

import re

from msgspec import Struct

from site_builder.model.readers.contact import international
from site_builder.model.readers.written import ScalarFault, shorten
from site_builder.spreadsheets.cells import Cell, What

_LABEL = re.compile(
    r"[(\[]?\s*\b(?P<label>wa|whatsapp|whats app|hp|no|nomor|telp?|tlp|telepon|telpon|phone|kantor)\b"
    r"\s*[.:]*\s*[)\]]?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[,;&|\n]|(?<=\d)\s*/\s*(?=[\d+(])|(?<=\))\s*/|\b(?:atau|dan|or|and)\b)\s*")
_LOST = re.compile(r"[1-9]\d{7,14}", re.ASCII)
"""Digits that begin with neither zero nor country: programs that take them for a number drop the zero."""
_MOBILE = re.compile(r"\+628\d{7,11}", re.ASCII)


class TelephoneNumber(Struct, frozen=True):
    text: str
    is_mobile: bool
    """Whether it is an Indonesian mobile number."""
    on_whatsapp: bool
    """Whether the office says so."""


def numbers_in(cell: Cell) -> list[TelephoneNumber]:
    """Tell the numbers of a cell apart; raises `ScalarFault` where a lost zero can't be told for sure."""
    numbers = []
    for part in _BETWEEN.split(cell.text.strip()):
        labels = {found["label"].lower() for found in _LABEL.finditer(part)}
        bare = _LABEL.sub(" ", part).strip(" .:-/")
        if bare:
            text = _with_zero(bare, is_number=cell.what is What.NUMBER)
            has_digits = any(map(str.isdecimal, text))
            is_mobile = has_digits and _MOBILE.fullmatch(international(text)) is not None
            numbers.append(TelephoneNumber(text, is_mobile, bool(labels & {"wa", "whatsapp", "whats app"})))
    return numbers


def _with_zero(text: str, *, is_number: bool) -> str:
    """Give back the zero that a spreadsheet dropped, where the number can only be of a mobile phone."""
    digits = "".join(text.split())
    if not _LOST.fullmatch(digits):
        return " ".join(text.split())
    if digits.startswith("62"):
        return f"+{digits}"
    if digits[0] == "8" and _MOBILE.fullmatch(f"+62{digits}") and len(digits) >= 9:
        return f"0{digits}"
    variant = "number" if is_number else "text"
    raise ScalarFault("cell-zero", variant, {"value": shorten(digits), "suggestion": f"0{digits}"[:20]})
