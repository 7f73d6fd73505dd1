"""The formats of numbers in .xlsx: what a cell shows of the number that it holds."""

from __future__ import annotations

import operator
import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from msgspec import Struct

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_.|\*.|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>general|standard)|(?P<digit>[0#?])|(?P<sign>.)",
    re.DOTALL | re.IGNORECASE,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?\d{1,15}(?:\.\d{1,9})?)", re.ASCII)
_OPERATORS = {
    "<=": operator.le, ">=": operator.ge, "<>": operator.ne,
    "<": operator.lt, ">": operator.gt, "=": operator.eq,
}  # fmt: skip
_DATE = re.compile(r"[ymdhs]", re.IGNORECASE)
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_OTHER = re.compile(r"@|/|E[-+]", re.IGNORECASE)
"""What shows a number as it is, as a fraction or as a power, which are the number too."""
_LONGEST_CODE = 255
_MOST_DECIMALS = 30


class _Piece(Struct, frozen=True):
    text: str
    """Of a sign that is shown as it is; of digits, points and commas that are of the number, their sign."""
    is_digit: bool = False
    is_mark: bool = False
    is_general: bool = False


class _Section(Struct, frozen=True):
    pieces: tuple[_Piece, ...]
    condition: tuple[str, Decimal] | None
    bare: str
    """The code without what is shown as it is."""


def is_date(code: str) -> bool:
    """Whether a format shows a day or a time; digits beside the letters are those of a number with a word."""
    if len(code) > _LONGEST_CODE:
        return False
    if _ELAPSED.search(code):
        return True
    bare = re.sub(r"(s+)\.0+", r"\1", _sections(code)[0].bare, flags=re.IGNORECASE)
    return bool(_DATE.search(bare)) and not re.search("[0#?]", bare)


def shown_by(code: str, written: str) -> str | None:
    """Give what a format shows of a number, with `,` between thousands; `None` where that is the number."""
    number = Decimal(written)
    if not code or len(code) > _LONGEST_CODE or abs(number.adjusted()) > _MOST_DECIMALS:
        return None
    section, is_signed = _chosen(_sections(code), number)
    if _OTHER.search(section.bare):
        return None
    sign = "-" if number < 0 and is_signed else ""
    return sign + _filled(section.pieces, abs(number))


@lru_cache(maxsize=256)
def _sections(code: str) -> tuple[_Section, ...]:
    sections: list[_Section] = []
    pieces: list[_Piece] = []
    condition: tuple[str, Decimal] | None = None
    bare = ""
    for token in _TOKEN.finditer(code):
        if token["sign"] == ";":
            sections.append(_Section(tuple(pieces), condition, bare))
            pieces, condition, bare = [], None, ""
        elif token["general"]:
            pieces.append(_Piece("", is_general=True))
        elif token["digit"]:
            pieces.append(_Piece(token["digit"], is_digit=True))
            bare += token["digit"]
        elif token["sign"]:
            pieces.append(_Piece(token["sign"], is_mark=token["sign"] in ".,"))
            bare += token["sign"]
        elif token["bracket"] is not None:
            found = _CONDITION.fullmatch(token["bracket"])
            condition = (found[1], Decimal(found[2])) if found else condition
        else:
            pieces.append(_Piece(token["quoted"] or token["escaped"] or token["currency"] or ""))
    return (*sections, _Section(tuple(pieces), condition, bare))


def _chosen(sections: Sequence[_Section], number: Decimal) -> tuple[_Section, bool]:
    """Give the section that shows a number, and whether it shows a minus of itself."""
    if any(section.condition for section in sections):
        for section in sections:
            if section.condition is None or _OPERATORS[section.condition[0]](number, section.condition[1]):
                return section, True
        return _Section((_Piece("", is_general=True),), None, ""), True
    if number == 0 and len(sections) > 2:
        return sections[2], False
    if number < 0 and len(sections) > 1:
        return sections[1], False
    return sections[0], True


def _filled(pieces: Sequence[_Piece], number: Decimal) -> str:
    """Put the digits of a number into the places for them, from the right; more than places go first."""
    if any(piece.is_general for piece in pieces):
        return "".join(f"{number:f}" if piece.is_general else piece.text for piece in pieces)
    places = [index for index, piece in enumerate(pieces) if piece.is_digit]
    if not places:
        return "".join(piece.text for piece in pieces if not piece.is_mark)
    points = [index for index, piece in enumerate(pieces) if piece.is_mark and piece.text == "."]
    point = points[0] if points else len(pieces)
    whole = [index for index in places if index < point]
    behind = [index for index in places if index > point]
    last = whole[-1] if whole else -1
    commas = {index for index, piece in enumerate(pieces) if piece.is_mark and piece.text == ","}
    scaling = sum(last < index < point for index in commas) if whole else 0
    scaling += sum(index > behind[-1] for index in commas) if behind else 0
    is_grouped = any(whole[0] < index < last for index in commas) if whole else False
    percents = sum(piece.text == "%" for piece in pieces)
    value = number.scaleb(2 * percents - 3 * scaling).quantize(
        Decimal(1).scaleb(-len(behind)), rounding=ROUND_HALF_UP
    )
    digits, _, decimals = f"{value:f}".partition(".")
    needed = sum(pieces[index].text != "#" for index in whole)
    digits = digits.lstrip("0").rjust(needed, "0")
    filled = dict(zip(behind, decimals, strict=False))
    if is_grouped:
        filled[last] = digits if digits[:1] in ("", "0") else f"{int(digits):,}"
    else:
        filled |= zip(reversed(whole), reversed(digits), strict=False)
        if whole and len(digits) > len(whole):
            filled[whole[0]] = digits[: len(digits) - len(whole) + 1]
    return _joined(pieces, filled, point)


def _joined(pieces: Sequence[_Piece], filled: dict[int, str], point: int) -> str:
    parts = []
    for index, piece in enumerate(pieces):
        if piece.is_digit:
            parts.append(filled.get(index, ""))
        elif not piece.is_mark or index == point:
            parts.append(piece.text)
    return "".join(parts)
