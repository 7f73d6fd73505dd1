from __future__ import annotations

import pytest

from bench.measure import Cost, Mode, Sample
from bench.table import Ratio, Row, costs_of, ratio, rows, table


def sample(tool: str, mode: Mode, number: int, wall_s: float) -> Sample:
    return Sample(tool, mode, number, Cost(wall_s, wall_s * 2, wall_s * 100))


SAMPLES = [
    sample("sentra", "cold", 1, 2.0),
    sample("hugo", "cold", 1, 1.0),
    sample("hugo", "cold", 2, 2.0),
    sample("sentra", "cold", 2, 1.0),
    sample("sentra", "cold", 3, 3.0),
    sample("hugo", "cold", 3, 1.5),
]


def test_a_ratio_is_that_of_the_medians_with_the_least_and_the_most_of_the_rounds() -> None:
    assert ratio([2.0, 1.0, 3.0], [1.0, 2.0, 1.5]) == Ratio(2.0 / 1.5, 0.5, 2.0)


def test_a_ratio_prints_its_spread() -> None:
    assert str(Ratio(1 / 3, 0.25, 0.5)) == "0.33 (0.25–0.50)"


def test_rounds_that_do_not_pair_up_are_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        ratio([1.0, 2.0], [1.0])


def test_costs_come_in_the_order_of_rounds_whatever_ran_first() -> None:
    assert [cost.wall_s for cost in costs_of(reversed(SAMPLES), "hugo", "cold")] == [1.0, 2.0, 1.5]


def test_rows_hold_the_medians_of_each_tool_and_mode() -> None:
    assert rows(SAMPLES, 400, 500) == [
        Row("sentra", 400, "cold", 2.0, 4.0, 200.0, 500),
        Row("hugo", 400, "cold", 1.5, 3.0, 150.0, 500),
    ]


def test_the_table_is_in_columns_under_a_title() -> None:
    samples = [*SAMPLES, sample("sentra", "edited", 1, 0.25), sample("hugo", "edited", 1, 1.0)]
    assert table(samples, 2000, 2500).splitlines() == [
        "2,000 products, 2,500 pages, medians of 3 rounds (least–most)",
        (
            "mode          sentra wall s          hugo wall s        wall ratio"
            "  sentra cpu s  hugo cpu s         cpu ratio  sentra MB  hugo MB"
        ),
        (
            "cold    2.000 (1.000–3.000)  1.500 (1.000–2.000)  1.33 (0.50–2.00)"
            "          4.00        3.00  1.33 (0.50–2.00)        200      150"
        ),
        (
            "edited  0.250 (0.250–0.250)  1.000 (1.000–1.000)  0.25 (0.25–0.25)"
            "          0.50        2.00  0.25 (0.25–0.25)         25      100"
        ),
    ]
