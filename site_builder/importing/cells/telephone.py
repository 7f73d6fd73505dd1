"""Numbers of telephones as offices write them: `0812-3456-789 (WA) / 031-8951234`."""

from __future__ import annotations

import re

from msgspec import Struct

from site_builder.importing.cells.number_marks import doubt_in, unknown_in
from site_builder.importing.cells.plain_words import plain_words
from site_builder.model.readers.contact import DESTROYED, international, is_nobodys
from site_builder.model.readers.written import ScalarFault, shorten
from site_builder.spreadsheets.cells import Cell, What

_LABEL = re.compile(
    r"[(\[]?\s*\b(?P<label>wa|whatsapp|whats app|hp|no|nomor|telp?|tlp|telepon|telpon|phone|kantor)\b"
    r"\s*[.:]*\s*[)\]]?",
    re.IGNORECASE,
)
_EXTENSION = re.compile(
    r"[\s,]*\b(?:ext?|ekst|pes|psw|pesawat|extension)\b[\s.:]*\d{1,5}\s*$", re.IGNORECASE | re.ASCII
)
_REMARK = re.compile(r"[(\[]\s*(?P<words>[^\W\d_][^()\[\]\d]*)[)\]]")
"""Words in brackets: whose number it is."""
_IN_NAME_OF = re.compile(
    r"\s*[,-]?\s*\b(?P<words>(?:a/n|a\.n\.?|an\.|atas\s+nama)\s*:?\s+[^\d()]+?)\s*(?:\([^\d()]*\))?$",
    re.IGNORECASE,
)
"""Whose number it is, in words behind it."""
_LETTERED = re.compile(r"\d[^\W\d_]{1,2}(?=[\d\s.-]*\d)|(?<![^\W_])[OoIlQ](?=\d)|\d[OoIlQSsBZz]$", re.ASCII)
"""A letter among the figures of a number: mostly `O` for a zero."""
_PRIVATE = re.compile(r"\b(?:rumah|pribadi|istri|isteri|suami|anak|ayah|orang\s*tua)\b", re.IGNORECASE)
_LINK = re.compile(
    r"(?:https?://)?(?:www\.)?(?:wa\.me/|(?:api|web)\.whatsapp\.com/send/?\?phone=)\+?(62\d{8,13})(?:[?&]\S*)?",
    re.IGNORECASE | re.ASCII,
)
"""Of WhatsApp, which has the number in it."""
_BETWEEN = re.compile(
    r"\s*(?:[,;&|\n](?![^(\[]*[)\]])|(?<=\d)\s*/\s*(?=[\d+(])|(?<=\))\s*/|(?<=[^\W\d_])\s*/\s*(?=[\d+(])|\b(?:atau|dan|or|and)\b"
    r"|(?<=\d)\s+(?=(?:hp|wa|whatsapp|telp?|tlp|telepon)\b[\s.:]*[\d+(]))\s*",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"\s*\n\s*(?=[(\[][^\d\n]*[)\]])")
"""The end of a line before words in brackets, which are of the number above them."""
_PUNCTUATION = re.compile(r"[\s().\-\u2010-\u2014/]+")
_ROUNDED = re.compile(r"0{5}$")
"""How such a number ends once it is saved as one."""
_AREA_CODE_DIGITS = 9
"""A number with fewer digits can't have an area code: it is one as people of the place dial it."""
_FEWEST_DIGITS = 6
"""Of a number without its area code; what has fewer is a part of one."""
_MOBILE_LIKE = re.compile(r"\+628\d*", re.ASCII)
_MOBILE = re.compile(r"\+628\d{7,11}", re.ASCII)


_NO_WHATSAPP = re.compile(
    r"\b(?:jangan|bukan|tidak|non|tanpa|belum)\s+(?:(?:di|ke|ada|bisa|pakai|pake|via|lewat|untuk)\s*)*"
    r"(?:wa|whats\s*app)\b|\b(?:telp?|tlp|telepon|telpon|call|sms)\s+(?:saja|aja|only)\b"
    r"|\b(?:khusus|hanya)\s+(?:untuk\s+)?(?:telp?|tlp|telepon|telpon|sms)\b",
    re.IGNORECASE,
)
"""What says of a number that nobody is to write to it."""
_NUMBER = re.compile(r"\+?\d[\d .-]{4,}\d", re.ASCII)


class TelephoneNumber(Struct, frozen=True):
    text: str
    is_mobile: bool
    """Whether it is an Indonesian mobile number."""
    on_whatsapp: bool
    """Whether the office says so."""
    is_foreign: bool
    """Whether it is of another country."""
    remark: str = ""
    """What stands behind it and is none of it: an extension, who answers."""


def numbers_in(cell: Cell) -> list[TelephoneNumber]:
    """Tell the numbers of a cell apart; raises `ScalarFault` where a lost zero can't be told for sure."""
    if DESTROYED.search(cell.text):
        raise ScalarFault("cell-zero", "destroyed", {"value": shorten(cell.text)})
    _refuse_mark(cell.text, doubt_in(cell.text))
    numbers = []
    text_of_all = _BROKEN.sub(" ", _LINK.sub(r"+\1 (WA)", cell.text.strip()))
    parts = _BETWEEN.split(text_of_all)
    for part in parts:
        labels = {found["label"].lower() for found in _LABEL.finditer(part)}
        if _PRIVATE.search(part):
            raise ScalarFault("cell-private", "number", {"value": shorten(part)})
        number, remark = _without_remark(part)
        bare = _LABEL.sub(" ", number).strip(" .:-/")
        if _LETTERED.search(bare):
            raise ScalarFault("cell-letter", "", {"value": shorten(bare)})
        _refuse_mark(cell.text, unknown_in(part))
        if bare:
            if len(parts) > 1 and 0 < sum(map(str.isdecimal, bare)) < _FEWEST_DIGITS:
                raise ScalarFault("cell-zero", "part", {"value": shorten(bare)})
            text = _with_zero(bare, is_number=cell.what is What.NUMBER)
            has_digits = any(map(str.isdecimal, text))
            whole = international(text) if has_digits else ""
            is_mobile = _MOBILE.fullmatch(whole) is not None
            if _MOBILE_LIKE.fullmatch(whole) and not is_mobile:
                raise ScalarFault("field-type", "phone-length", {"value": shorten(text)})
            is_foreign = whole.startswith("+") and not whole.startswith("+62")
            on_whatsapp = bool(labels & {"wa", "whatsapp", "whats app"})
            numbers.append(TelephoneNumber(text, is_mobile, on_whatsapp, is_foreign, remark))
    return numbers


def _refuse_mark(text: str, remark: str) -> None:
    """Raise `ScalarFault` for words that may say that nobody should call the number."""
    if remark:
        values = {"value": shorten(" ".join(text.split())), "remark": remark[:40]}
        raise ScalarFault("cell-number", "", values)


def only_for_calls(text: str) -> str | None:
    """Give the number of a cell that says that it is none for WhatsApp; empty where there are several."""
    if not _NO_WHATSAPP.search(plain_words(text)):
        return None
    numbers = _NUMBER.findall(text)
    return str(numbers[0]) if len(numbers) == 1 else ""


def _without_remark(part: str) -> tuple[str, str]:
    """Part a number from its extension and from words in brackets behind it; labels stay with it."""
    remarks = [
        " ".join(_LABEL.sub(" ", found["words"]).split())
        for found in _REMARK.finditer(part)
        if any(map(str.isdecimal, part[: found.start()]))
    ]
    bare = _REMARK.sub(" ", part) if any(remarks) else part
    named = _IN_NAME_OF.search(bare)
    if named is not None and any(map(str.isdecimal, bare[: named.start()])):
        remarks.append(named["words"])
        bare = bare[: named.start()]
    extension = _EXTENSION.search(bare)
    if extension is not None:
        remarks.append(extension[0].strip(" ,"))
        bare = bare[: extension.start()]
    return bare, ", ".join(filter(None, remarks))


def _with_zero(text: str, *, is_number: bool) -> str:
    """Give back the zero that a spreadsheet dropped, where the number can only be of a mobile phone.

    A number that begins with neither zero nor `+` leads nowhere from another place: it is refused.
    """
    digits = _PUNCTUATION.sub("", "".join(char for char in text if char.isprintable()))
    if digits.startswith("0062"):
        return f"+{digits[2:]}"
    if digits.startswith("00"):
        values = {"value": shorten(text), "suggestion": f"+{digits.lstrip('0')}"[:20]}
        raise ScalarFault("cell-zero", "abroad", values)
    if not (digits.isascii() and digits.isdecimal()) or digits[0] == "0":
        return " ".join(text.split())
    is_bare = "".join(text.split()) == digits
    is_long = len(digits) >= _AREA_CODE_DIGITS
    if is_bare and is_long and _ROUNDED.search(digits):
        raise ScalarFault("cell-zero", "destroyed", {"value": shorten(text)})
    if digits.startswith("62") and _MOBILE.fullmatch(f"+{digits}") and len(digits) > _AREA_CODE_DIGITS + 1:
        return f"+{digits}"
    if is_bare and is_long and digits[0] == "8" and _MOBILE.fullmatch(f"+62{digits}"):
        return f"0{digits}"
    if not is_long:
        is_part = len(digits) < _FEWEST_DIGITS
        raise ScalarFault("cell-zero", "part" if is_part else "local", {"value": shorten(text)})
    if is_nobodys(digits):
        raise ScalarFault("field-type", "phone-start", {"value": shorten(text)})
    variant = "number" if is_number else "text"
    suggestion = f"+{digits}" if digits.startswith("62") else f"0{digits}"
    raise ScalarFault("cell-zero", variant, {"value": shorten(text), "suggestion": suggestion[:20]})
