"""Sizes as people say them: each number goes to the side that it is, or the sides are blanks."""

from __future__ import annotations

import pytest

from site_builder.messages import sentence_for
from tests.unit.validate.files import faults, good, read
from tests.unit.validate.test_entries import MINIMAL, PRODUCT


def suggestion_of(size: str) -> str:
    _, problems = read(PRODUCT, f"{MINIMAL[PRODUCT]}ukuran_cm: {size}\n")
    (found,) = problems
    assert sentence_for(found, "id").hint
    return found.values["suggestion"].removeprefix("ukuran_cm: ")


@pytest.mark.parametrize(
    ("written", "sides"),
    [
        ("P 30 x L 10 x T 28", "{lebar: 30, tinggi: 28, tebal: 10}"),
        ("p30 l10 t28", "{lebar: 30, tinggi: 28, tebal: 10}"),
        ("panjang 30 lebar 10 tinggi 28", "{lebar: 30, tinggi: 28, tebal: 10}"),
        ("30x10x28 cm (PxLxT)", "{lebar: 30, tinggi: 28, tebal: 10}"),
        ("{panjang: 30, lebar: 10, tinggi: 28}", "{lebar: 30, tinggi: 28, tebal: 10}"),
        ("{p: 30, l: 10, t: 28}", "{lebar: 30, tinggi: 28, tebal: 10}"),
        ("{panjang: 30, lebar: 20, tebal: 2}", "{lebar: 30, tinggi: 20, tebal: 2}"),
        ("{length: 30, width: 10, height: 28}", "{lebar: 30, tinggi: 28, tebal: 10}"),
        ("L30 x T28", "{lebar: 30, tinggi: 28}"),
        ("{panjang: 30, tinggi: 20}", "{lebar: 30, tinggi: 20}"),
        ("diameter 20 tinggi 30", "{lebar: 20, tinggi: 30, tebal: 20}"),
        ("{diameter: 20, tinggi: 30}", "{lebar: 20, tinggi: 30, tebal: 20}"),
        ("300 x 205 mm", "{lebar: 30, tinggi: 20.5}"),
    ],
)
def test_length_breadth_and_height_are_told_apart(written: str, sides: str) -> None:
    assert suggestion_of(written) == sides
    good(PRODUCT, f"{MINIMAL[PRODUCT]}ukuran_cm: {sides}\n")


@pytest.mark.parametrize(
    "written", ["P 80 x L 2,5", "L 2,5 cm P 80", "{panjang: 80, lebar: 2.5}", "{panjang: 80, lebar: 2,5}"]
)
def test_the_length_of_a_belt_is_its_height_and_that_of_a_purse_its_width(written: str) -> None:
    assert suggestion_of(written) == "{lebar: 2.5, tinggi: 80}"
    assert suggestion_of("P 20 x L 10") == "{lebar: 20, tinggi: 10}"


@pytest.mark.parametrize(
    "written",
    ["kecil 20x10, besar 30x20", "12 inci x 10 inci", "32", "besar", "{panjang: 80}", "1x2x3x4"],
)
def test_where_it_is_not_known_which_side_is_which_all_are_blanks(written: str) -> None:
    assert suggestion_of(written) == "{lebar: …, tinggi: …, tebal: …}"


def test_a_size_by_its_length_is_told_once() -> None:
    assert faults(PRODUCT, f"{MINIMAL[PRODUCT]}ukuran_cm: {{panjang: 80, lebar: 2,5}}\n") == [
        (5, 13, "field-unknown.size")
    ]
