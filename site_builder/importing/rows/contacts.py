"""The numbers of a row, parted between WhatsApp and telephone by their marks and by the header."""

from __future__ import annotations

from functools import partial

from site_builder.importing.cells.office_forms import refuse_unshown, tidy, written_in
from site_builder.importing.cells.telephone import TelephoneNumber, numbers_in
from site_builder.importing.cells.unfit import refuse_unfit
from site_builder.importing.library import Library
from site_builder.importing.rows.wishes import Reading, Wish, attempt
from site_builder.model.readers.contact import international
from site_builder.model.readers.written import ScalarFault, shorten, wrong
from site_builder.problems import Problem, Severity, Span
from site_builder.spreadsheets.cells import Cell
from site_builder.validate.header_words import CONTACT, MOBILE
from site_builder.validate.shapes import shape_of_kind


def part_numbers(reading: Reading, said: dict[str, Cell], library: Library) -> None:
    """Part numbers between WhatsApp and telephone: what is marked, and what the header says."""
    by_name = shape_of_kind(library.kind).by_name
    for target in ("whatsapp", CONTACT, "phone", MOBILE):
        cell = said.get(target)
        if cell is None:
            continue
        numbers = attempt(reading, cell, partial(_told, cell, target))
        for number in numbers or ():
            if number.remark:
                values = {"value": shorten(number.remark)}
                reading.problems.append(Problem("cell-remark", Span(cell.at), "", values, Severity.WARNING))
        for field_name in ("whatsapp", "phone"):
            texts = [
                number.text
                for number in numbers or ()
                if field_name
                == _field_of(target, number.is_mobile, number.on_whatsapp, several=len(numbers or ()) > 1)
            ]
            texts = [text for text in texts if not _has(reading, text)]
            if not texts:
                continue
            if field_name in reading.wishes:
                values = {"value": shorten(texts[0]), "field": by_name[field_name].indonesian}
                problem = Problem("row-number", Span(cell.at), "", values, Severity.WARNING)
                reading.problems.append(problem)
                continue
            joined = Cell(" / ".join(texts), cell.at)
            shape = by_name[field_name]
            value = attempt(reading, cell, partial(written_in, shape, joined, library.known), field_name)
            if value is not None:
                reading.wishes[field_name] = Wish(value, cell)


def _told(cell: Cell, target: str) -> list[TelephoneNumber]:
    refuse_unshown(cell)
    refuse_unfit("phone", tidy(cell.text))
    try:
        return numbers_in(cell)
    except ScalarFault as fault:
        if target == "whatsapp" and fault.variant == "phone-length":
            raise wrong("whatsapp-length", fault.values["value"]) from fault
        raise


def _field_of(target: str, is_mobile: bool, on_whatsapp: bool, *, several: bool) -> str:
    if target == "whatsapp":
        return "phone" if several and not is_mobile and not on_whatsapp else "whatsapp"
    if on_whatsapp and is_mobile:
        return "whatsapp"
    return "whatsapp" if target == CONTACT and is_mobile else "phone"


def _has(reading: Reading, text: str) -> bool:
    """Whether the number is there already: many offices write one number in two columns."""
    known = [wish.value for name in ("whatsapp", "phone") if (wish := reading.wishes.get(name)) is not None]
    digits = [text, *(value for value in known if isinstance(value, str))]
    if not all(any(map(str.isdecimal, part)) for part in digits):
        return False
    return international(text) in [international(value) for value in digits[1:]]
