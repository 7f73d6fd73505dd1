"""Long texts in short fields: they are told as fast as short ones, and nothing is offered for them."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from site_builder.gather.unsaid import is_only_dots, may_hold_dots, tells_nothing
from site_builder.importing.cells.opening import week_in
from site_builder.model.readers.contact import read_email, read_phone, read_whatsapp
from site_builder.model.readers.counted import rounded
from site_builder.model.readers.hours import read_hours
from site_builder.model.readers.moments import read_when
from site_builder.model.readers.times import read_day, read_period, read_since, read_year
from site_builder.model.readers.written import ScalarFault
from site_builder.validate.marketplaces import shops_in
from tests.unit.model.faults import fault_of

LONG = [
    *("a" * 10_000, f"x{' ' * 9_998}x", "a.a." * 2_500, f"{'.' * 9_999}x", "1" * 10_000),
    *(f"{'0812 ' * 2_000}x", f"a@{'a.' * 5_000}", f"2027-02-05 {' ' * 9_000}x", "8, " * 3_000),
    *("senin, " * 2_000, "jam " * 3_000, "senin (selasa tutup) " * 500, "8-9, " * 2_000),
]


@pytest.mark.parametrize(
    "read",
    [
        *(read_email, read_phone, read_whatsapp, read_day, read_when, read_year, read_period, read_since),
        *(read_hours, week_in, rounded, is_only_dots, may_hold_dots, tells_nothing, shops_in),
    ],
)
def test_a_long_text_is_told_at_once(read: Callable[[str], object]) -> None:
    for text in LONG:
        began = time.process_time()
        try:
            read(text)
        except ScalarFault as fault:
            assert "suggestion" not in fault.values or len(fault.values["suggestion"]) < 400
        assert time.process_time() - began < 0.5, text[
            :10
        ]  # a fortieth of it at rest; seconds when it grows squared


@pytest.mark.parametrize(
    "text",
    [
        "Sri, sri@gmail.com",
        "sri wahyuni@gmail.com",
    ],
)
def test_what_stands_before_the_sign_of_an_address_is_not_joined_to_it(text: str) -> None:
    assert fault_of(read_email, text) == ("email", "")


@pytest.mark.parametrize("text", ["sri@gmail,com", "sri@ gmail.com", "sri@gmail .com"])
def test_a_slip_behind_the_sign_of_an_address_is_mended(text: str) -> None:
    assert fault_of(read_email, text) == ("email-slip", "sri@gmail.com")


@pytest.mark.parametrize("text", ["2001s", "1990's", "1990-an"])
def test_years_together_are_no_one_year(text: str) -> None:
    assert fault_of(read_year, text) == ("year", "")
