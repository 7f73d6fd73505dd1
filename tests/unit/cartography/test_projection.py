"""Degrees become metres on a plane without lying about distances."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.cartography.projection import (
    Coordinate,
    Projection,
    distance_m,
    middle_of,
    nice_length,
    offset,
)

STATION = Coordinate(-7.50690, 112.70800)
SIDOARJO = Coordinate(-7.45611, 112.71250)
JUANDA = Coordinate(-7.377480, 112.794322)
MUSEUM = Coordinate(-7.433459, 112.720435)

in_indonesia = st.builds(Coordinate, st.floats(-11, 6), st.floats(95, 141))
steps = st.floats(-60_000, 60_000)


@pytest.mark.parametrize(("place", "kilometres"), [(SIDOARJO, 5.7), (JUANDA, 17.3), (MUSEUM, 8.3)])
def test_straight_lines_are_those_of_the_facts(place: Coordinate, kilometres: float) -> None:
    assert round(distance_m(STATION, place) / 1000, 1) == kilometres


@given(in_indonesia, steps, steps, steps, steps)
def test_a_map_is_less_than_one_per_cent_wrong(
    middle: Coordinate, east: float, north: float, east_2: float, north_2: float
) -> None:
    one, other = offset(middle, east, north), offset(middle, east_2, north_2)
    projection = Projection(middle)
    (x, y), (x_2, y_2) = projection.metres(one), projection.metres(other)
    drawn, true = hypot(x - x_2, y - y_2), distance_m(one, other)
    assert drawn == pytest.approx(true, rel=0.01, abs=1)


def test_a_map_may_lie_across_the_180th_meridian() -> None:
    west, east = Coordinate(-17, 179.9), Coordinate(-17, -179.9)
    middle = middle_of([west, east])
    assert abs(middle.lon) == pytest.approx(180)
    x_west, x_east = (Projection(middle).metres(place)[0] for place in (west, east))
    assert x_east - x_west == pytest.approx(distance_m(west, east), rel=0.001)


@given(in_indonesia, in_indonesia)
def test_a_distance_is_the_same_both_ways(one: Coordinate, other: Coordinate) -> None:
    assert distance_m(one, other) == pytest.approx(distance_m(other, one))
    assert distance_m(one, one) == 0


@pytest.mark.parametrize(
    ("longest", "nice"), [(1, 1), (1.9, 1), (2, 2), (4_999, 2_000), (5_000, 5_000), (99, 50), (0.3, 0.2)]
)
def test_scales_are_as_long_as_people_count(longest: float, nice: float) -> None:
    assert nice_length(longest) == pytest.approx(nice)
