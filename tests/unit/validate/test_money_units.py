"""Which unit of money somebody means, and that it is never one of another size."""

from __future__ import annotations

import pytest

from site_builder.names import Lang
from site_builder.validate.money_units import is_same_measure, known_unit, unit_line

BOTH = (Lang("id"), Lang("en"))
KNOWN = ("orang", "unit-usaha", "percent", "usd-billion", "idr-billion-month")


@pytest.mark.parametrize(
    ("unit", "line"),
    [
        ("usd-million", "usd-million: {id: juta dolar AS, en: million US dollars}"),
        ("juta dolar", "usd-million: {id: juta dolar AS, en: million US dollars}"),
        ("USD", "usd: {id: dolar AS, en: US dollars}"),
        ("US$ juta", "usd-million: {id: juta dolar AS, en: million US dollars}"),
        ("usd-milion", "usd-million: {id: juta dolar AS, en: million US dollars}"),
        ("miliar rupiah", "idr-billion: {id: miliar rupiah, en: billion rupiah}"),
        ("Rp juta per bulan", "idr-million-month: {id: juta rupiah sebulan, en: million rupiah a month}"),
    ],
)
def test_a_unit_of_money_is_written_out(unit: str, line: str) -> None:
    assert known_unit(unit, KNOWN) == ""
    assert unit_line(unit, BOTH) == (line.partition(":")[0], line)


@pytest.mark.parametrize(
    ("unit", "known"),
    [
        ("usd-bilion", "usd-billion"),
        ("milyar dollar", "usd-billion"),
        ("miliar rupiah per bulan", "idr-billion-month"),
        ("orng", ""),
        ("juta orang", ""),
        ("juta", ""),
    ],
)
def test_only_a_unit_of_the_same_size_is_meant(unit: str, known: str) -> None:
    assert known_unit(unit, KNOWN) == known


@pytest.mark.parametrize("unit", ["orang", "juta orang", "juta", "pasang", "dolar tas"])
def test_what_is_no_money_or_more_than_that_is_not_written_out(unit: str) -> None:
    assert unit_line(unit, BOTH) is None


def test_a_language_without_words_of_ours_is_left_open() -> None:
    assert unit_line("USD", (Lang("su"),)) == ("usd", "usd: {su: …}")


def test_size_and_currency_tell_units_apart() -> None:
    assert not is_same_measure("usd-million", "usd-billion")
    assert not is_same_measure("usd-billion", "idr-billion")
    assert not is_same_measure("juta orang", "orang")
    assert is_same_measure("orng", "orang")
