"""Figures that are calculated from others, and those that must agree."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.values import Quantity
from site_builder.problems import Problem, Span
from site_builder.validate.figures import Range, check_figures, evaluate, range_of
from tests.unit.validate.files import told
from tests.unit.validate.sites import Site
from tests.unit.validate.test_entries import FIGURE, MINIMAL


def figure(value: str, equals: str = "") -> str:
    text = MINIMAL[FIGURE].replace("4,16", f'"{value}"')
    return f'{text}equals: "{equals}"\n' if equals else text


def figures(**texts: str) -> list[Problem]:
    site = Site({f"content/figures/{name.replace('_', '-')}.yaml": text for name, text in texts.items()})
    return told(check_figures(site.catalog, site.locate))


@pytest.mark.parametrize(
    "equals",
    [
        "ekspor-2017 * 1,0628",
        "ekspor-2017*1.0628",
        "[ekspor-2017] × 1,0628",
        "(ekspor-2017 * 1,0628)",
        "ekspor-2017 + 0,25",
        "ekspor-2017 - -0,25",
        "2 * ekspor-2017 / 2 + 0,25",
    ],
)
def test_an_expression_that_holds_within_the_rounding_is_fine(equals: str) -> None:
    assert figures(ekspor_2017=figure("3,91"), ekspor_2018=figure("4,16", equals)) == []


def test_the_seed_articles_figure_does_not_fit_and_both_numbers_are_told() -> None:
    (problem,) = figures(ekspor_2017=figure("3,1"), ekspor_2018=figure("4,16", "ekspor-2017 * 1,0628"))
    assert problem == Problem(
        "figure-unequal",
        Span("content/figures/ekspor-2018.yaml", 7, 9),
        "",
        {"value": "4.16", "computed": "3.2947", "expression": "ekspor-2017 * 1,0628"},
    )


@pytest.mark.parametrize(
    ("factors", "computed"),
    [(1, "999999999999999"), (8, "1.00 × 10^120"), (99, "1.00 × 10^1485")],
)
def test_a_result_of_any_length_is_told(factors: int, computed: str) -> None:
    (problem,) = figures(ekspor_2018=figure("4,16", " * ".join(["999999999999999"] * factors)))
    assert (problem.code, problem.at.line, problem.values["computed"]) == ("figure-unequal", 7, computed)


@pytest.mark.parametrize(
    ("equals", "key", "values"),
    [
        ("ekspr-2017 * 2", "figure-unknown.near", {"value": "ekspr-2017", "suggestion": "ekspor-2017"}),
        ("ekspor-2017-x", "figure-unknown.near", {"value": "ekspor-2017-x", "suggestion": "ekspor-2017"}),
        ("[qqq]", "figure-unknown", {"value": "qqq"}),
        ("__import__('os')", "expression-form", {"value": "__import__('os')"}),
        ("ekspor-2017 ** 2", "expression-form", {"value": "*"}),
        ("ekspor-2017 2", "expression-form", {"value": "2"}),
        ("ekspor-2017 *", "expression-form.end", {}),
        ("(ekspor-2017", "expression-form.end", {}),
        ("ekspor-2017 / 0", "expression-form.zero", {}),
        ("ekspor-2017 / (ekspor-2017 - ekspor-2017)", "expression-form.zero", {}),
        ("(" * 60 + "1" + ")" * 60, "expression-form.end", {}),
        ("1 + " * 300 + "1", "expression-form", None),
        ("14,260", "expression-form", {"value": "14,260"}),
        ("1e300", "expression-form", {"value": "1e300"}),
        ("1,5juta", "expression-form", {"value": "1,5juta"}),
        ("2 ekspor-2017", "expression-form", {"value": "ekspor-2017"}),
    ],
)
def test_an_expression_that_cannot_be_computed_is_told(
    equals: str, key: str, values: dict[str, str] | None
) -> None:
    (problem,) = figures(ekspor_2017=figure("3,1"), ekspor_2018=figure("4,16", equals))
    assert problem.key == key
    assert values is None or problem.values == values
    assert problem.at == Span("content/figures/ekspor-2018.yaml", 7, 9)


def test_a_figure_that_is_computed_from_itself_is_told_on_every_way() -> None:
    (problem,) = figures(perajin_2019=figure("4", "[perajin-2019]"))
    assert problem == Problem(
        "figure-circle",
        Span("content/figures/perajin-2019.yaml", 7, 9),
        "",
        {"way": "perajin-2019 = perajin-2019"},
    )
    found = figures(a=figure("4", "b + 0"), b=figure("4", "c * 1"), c=figure("4", "a"), d=figure("4", "a"))
    assert [(p.key, p.at.path[-6], p.values["way"]) for p in found] == [
        ("figure-circle", "a", "a = b = c = a"),
        ("figure-circle", "b", "b = c = a = b"),
        ("figure-circle", "c", "c = a = b = c"),
    ]


def test_rounded_and_approximate_figures_are_ranges() -> None:
    assert range_of(Quantity(Decimal("4.16"))) == Range(Decimal("4.155"), Decimal("4.165"))
    assert range_of(Quantity(Decimal("2500"))) == Range(Decimal("2499.5"), Decimal("2500.5"))
    assert range_of(Quantity(Decimal("2500"), approximate=True)) == Range(Decimal(2450), Decimal(2550))


numbers = st.integers(-50, 50).map(str)
expressions = st.recursive(
    numbers.map(lambda number: f"({number})"),
    lambda inner: st.tuples(inner, st.sampled_from("+-*"), inner).map(lambda parts: f"({' '.join(parts)})"),
    max_leaves=8,
)


@given(expressions)
def test_exact_numbers_are_computed_as_arithmetic_says(expression: str) -> None:
    expected = Fraction(eval(expression))  # noqa: S307  made of numbers and signs just now
    computed = evaluate(expression, lambda _: None)
    assert computed is not None
    assert Fraction(computed.low) == Fraction(computed.high) == expected


@pytest.mark.parametrize("expression", ["“1 + 2”", "„1 + 2“", "‘1 + 2’"])
def test_typographic_quotes_around_an_expression_mean_nothing(expression: str) -> None:
    assert evaluate(expression, lambda _: None) == Range(Decimal(3), Decimal(3))
