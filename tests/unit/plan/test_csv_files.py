from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.plan.csv_files import csv_text

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"))


def read(text: str) -> list[list[str]]:
    """Read as spreadsheets do: the mark at the beginning is none of the text."""
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline="")))


def test_lines_end_and_cells_are_quoted_as_the_standard_says() -> None:
    text = csv_text([("Nama", "Nilai"), ('Tas, "besar"', Decimal("4.10")), ("a\nb",)])
    assert text == '\ufeffNama,Nilai\r\n"Tas, ""besar""",4.10\r\n"a\nb",\r\n'


def test_numbers_have_a_point_and_no_exponent() -> None:
    assert read(csv_text([(Decimal("1E+3"), Decimal("-0.5"))])) == [["1000", "-0.5"]]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "  ="])
def test_no_text_can_be_taken_for_a_formula(start: str) -> None:
    cell = read(csv_text([(f"{start}HYPERLINK(1)",)]))[0][0]
    assert cell == f"'{start}HYPERLINK(1)"


@given(st.lists(st.lists(TEXT, min_size=2, max_size=4), min_size=1, max_size=4))
def test_what_is_written_can_be_read_again(table: list[list[str]]) -> None:
    width = max(len(line) for line in table)
    assert [[cell.removeprefix("'") for cell in line] for line in read(csv_text(table))] == [
        [cell.removeprefix("'") for cell in (*line, *[""] * (width - len(line)))] for line in table
    ]
