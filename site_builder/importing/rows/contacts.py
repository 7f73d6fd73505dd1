"""The numbers of a row, parted between WhatsApp and telephone by their marks and by the header."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec.structs import replace

from site_builder.importing.cells.office_forms import refuse_unshown, tidy, written_in
from site_builder.importing.cells.telephone import TelephoneNumber, numbers_in, only_for_calls
from site_builder.importing.cells.unfit import refuse_unfit
from site_builder.importing.library import Library
from site_builder.importing.rows.wishes import Reading, Wish, attempt
from site_builder.model.readers.contact import international
from site_builder.model.readers.written import ScalarFault, shorten, wrong
from site_builder.problems import Problem, Severity, Span, has_errors
from site_builder.spreadsheets.cells import Cell
from site_builder.validate.header_words import CONTACT, MOBILE
from site_builder.validate.shapes import shape_of_kind


def part_numbers(reading: Reading, said: dict[str, Cell], library: Library) -> None:
    """Part numbers between WhatsApp and telephone: what is marked, and what the header says."""
    for target in ("whatsapp", CONTACT, "phone", MOBILE):
        cell = said.get(target)
        if cell is None:
            continue
        numbers = attempt(reading, cell, partial(_told, cell, target))
        before = len(reading.problems)
        _put(reading, target, cell, numbers or (), library)
        if has_errors(reading.problems[before:]):
            continue  # what is to be left out of it is told of a number that is taken
        for number in numbers or ():
            if number.remark:
                values = {"value": shorten(number.remark)}
                reading.problems.append(Problem("cell-remark", Span(cell.at), "", values, Severity.WARNING))
            if target == CONTACT and number.is_foreign and not number.on_whatsapp:
                values = {"value": shorten(number.text)}
                reading.problems.append(
                    Problem("cell-remark", Span(cell.at), "abroad", values, Severity.WARNING)
                )


def _put(
    reading: Reading, target: str, cell: Cell, numbers: Sequence[TelephoneNumber], library: Library
) -> None:
    """Put the numbers of a cell where nothing else stands yet."""
    by_name = shape_of_kind(library.kind).by_name
    for field_name in ("whatsapp", "phone"):
        texts = [
            number.text
            for number in numbers
            if field_name == _field_of(target, number, several=len(numbers) > 1)
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
    alone = only_for_calls(tidy(cell.text))
    if alone is not None:
        return _of_calls(cell, target, alone)
    try:
        return numbers_in(cell)
    except ScalarFault as fault:
        if target == "whatsapp" and fault.variant == "phone-length":
            raise wrong("whatsapp-length", fault.values["value"]) from fault
        raise


def _of_calls(cell: Cell, target: str, alone: str) -> list[TelephoneNumber]:
    """Take a number to which nobody is to write as a telephone number; not where it would be of WhatsApp."""
    text = tidy(cell.text)
    numbers = numbers_in(replace(cell, text=alone)) if alone else []
    is_written_to = target == "whatsapp" or (target == CONTACT and any(one.is_mobile for one in numbers))
    if not alone or is_written_to:
        values = {"value": shorten(text), "number": alone}
        raise ScalarFault("cell-no-whatsapp", "" if alone else "several", values)
    return [replace(one, remark=text.replace(alone, "").strip(" ()")) for one in numbers]


def _field_of(target: str, number: TelephoneNumber, *, several: bool) -> str:
    is_mobile = number.is_mobile
    if target == "whatsapp":
        return "phone" if several and not is_mobile and not number.on_whatsapp else "whatsapp"
    if number.on_whatsapp and (is_mobile or number.is_foreign):
        return "whatsapp"
    return "whatsapp" if target == CONTACT and is_mobile else "phone"


def _has(reading: Reading, text: str) -> bool:
    """Whether the number is there already: many offices write one number in two columns."""
    known = [wish.value for name in ("whatsapp", "phone") if (wish := reading.wishes.get(name)) is not None]
    digits = [text, *(value for value in known if isinstance(value, str))]
    if not all(any(map(str.isdecimal, part)) for part in digits):
        return False
    return international(text) in [international(value) for value in digits[1:]]
