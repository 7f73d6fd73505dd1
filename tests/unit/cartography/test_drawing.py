"""Maps are laid out so that everything on them can be read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.cartography.boxes import Box, text_width
from site_builder.cartography.drawing import PHONE, Drawing, Place, draw_low_map, draw_map, near_places
from site_builder.cartography.pins import numbers_text
from site_builder.cartography.projection import Coordinate
from tests.support.programs import printed_with_seeds

STATION = Coordinate(-7.50690, 112.70800)
REAL = (
    ("Stasiun Tanggulangin", "station", -7.50690, 112.70800),
    ("Halte Trans Jatim Tanggulangin", "stop", -7.507116, 112.708273),
    ("Candi Pari", "sight", -7.5160871, 112.6834309),
    ("Stasiun Porong", "station", -7.538127, 112.701669),
    ("Kampoeng Batik Jetis", "sight", -7.456597, 112.714357),
    ("Stasiun Sidoarjo", "station", -7.45611, 112.71250),
    ("Museum Mpu Tantular", "sight", -7.433459, 112.720435),
    ("Bandara Juanda", "airport", -7.377480, 112.794322),
    ("Terminal Purabaya", "terminal", -7.35028, 112.72472),
)


def places_of(rows: Sequence[tuple[str, str, float, float]]) -> tuple[Place, ...]:
    return tuple(
        Place(number, name, mark, Coordinate(lat, lon))
        for number, (name, mark, lat, lon) in enumerate(rows, 1)
    )


REAL_PLACES = places_of(REAL)
RAILS = ((REAL_PLACES[5].at, STATION), (STATION, REAL_PLACES[3].at))

names = st.text(st.sampled_from("abcdefghij mnoprstu ABKST地図駅"), min_size=1, max_size=45).filter(str.strip)
rows = st.tuples(names, st.sampled_from(["station", "shop", "sight"]), st.floats(-8, -7), st.floats(112, 113))
village = st.tuples(
    names, st.just("shop"), st.floats(-7.508, -7.505), st.floats(112.69, 112.708)
)  # four hundred shops in one road
many = st.lists(st.one_of(rows, village), min_size=1, max_size=40)


def faults_of(drawing: Drawing) -> list[str]:
    """Name all that covers something or sticks out."""
    field = Box(0, 0, drawing.size.width, drawing.size.height)
    things = [(f"pin {pin.text}", pin.box) for pin in drawing.pins]
    things += [(f"name {' '.join(label.lines)}", label.box) for label in drawing.labels]
    outside = [name for name, box in things if not field.holds(box)]
    return outside + [
        f"{name} covers {other}"
        for (name, box), (other, other_box) in combinations(things, 2)
        if box.overlaps(other_box)
    ]


@settings(deadline=None)
@given(many)
def test_no_name_or_pin_covers_another_or_sticks_out(found: list[tuple[str, str, float, float]]) -> None:
    assert faults_of(draw_map(places_of(found), PHONE, STATION)) == []


@settings(deadline=None)
@given(many)
def test_every_place_has_its_number_on_one_pin(found: list[tuple[str, str, float, float]]) -> None:
    drawing = draw_map(places_of(found), PHONE, STATION)
    numbers = sorted(spot.number for pin in drawing.pins for spot in pin.spots)
    assert numbers == list(range(1, len(found) + 1))


@settings(deadline=None, max_examples=25)
@given(many)
def test_the_order_in_which_dots_and_lines_come_changes_no_dot(
    found: list[tuple[str, str, float, float]],
) -> None:
    others = [place.at for place in places_of(found)]
    one, other = (draw_map(REAL_PLACES, PHONE, STATION, others=dots).dots for dots in (others, others[::-1]))
    assert one == other


_DRAW = """
from tests.unit.cartography.test_drawing import *
print(draw_map(REAL_PLACES, PHONE, STATION, RAILS, [place.at for place in REAL_PLACES]))
"""


def test_the_same_places_give_the_same_map_in_every_process() -> None:
    assert printed_with_seeds(_DRAW) == {
        f"{draw_map(REAL_PLACES, PHONE, STATION, RAILS, [place.at for place in REAL_PLACES])}\n"
    }


def test_every_place_of_the_real_map_is_named() -> None:
    near = near_places(REAL_PLACES, STATION)
    for places in (near, REAL_PLACES):
        drawing = draw_map(places, PHONE, STATION, RAILS)
        assert faults_of(drawing) == []
        assert {label.pin for label in drawing.labels} == set(range(len(drawing.pins)))


def test_the_real_neighbourhood_is_what_lies_within_a_short_ride() -> None:
    assert [place.number for place in near_places(REAL_PLACES, STATION)] == [1, 2, 3]


def test_there_is_no_map_of_a_neighbourhood_where_it_would_show_all_or_a_single_spot() -> None:
    assert near_places(REAL_PLACES[:3], STATION) == ()
    assert near_places((*REAL_PLACES[:2], *REAL_PLACES[4:]), STATION) == ()


@pytest.mark.parametrize(
    ("names", "lines"),
    [
        (("Stasiun", "Halte Tanggulangin"), ("Stasiun", "Halte Tanggulangin")),
        (
            ("Tanggulangin Station", "Trans Jatim bus stop Tanggulangin"),
            ("Tanggulangin Station", "Trans Jatim bus", "stop Tanggulangin"),
        ),
    ],
)
def test_a_pin_for_several_names_them_all_and_wraps_what_is_too_long(
    names: tuple[str, str], lines: tuple[str, ...]
) -> None:
    shared = [
        Place(place.number, name, place.mark, place.at)
        for place, name in zip(REAL_PLACES, names, strict=False)
    ]
    drawing = draw_map([*shared, *REAL_PLACES[2:4]], PHONE, STATION, RAILS)
    (label,) = (label for label in drawing.labels if len(drawing.pins[label.pin].spots) == 2)
    assert (label.lines, label.names) == (lines, 2)
    assert faults_of(drawing) == []


def test_a_wrapped_name_stands_apart_from_the_next_one() -> None:
    names = ("Tanggulangin Station", "Trans Jatim bus stop Tanggulangin")
    shared = [
        Place(place.number, name, place.mark, place.at)
        for place, name in zip(REAL_PLACES, names, strict=False)
    ]
    (label,) = draw_map(shared, PHONE, STATION).labels
    first, second, third = label.baselines
    assert second - first > third - second


def test_a_low_map_shows_and_names_the_same_as_the_high_one() -> None:
    near = near_places(REAL_PLACES, STATION)
    low, high = draw_low_map(near, PHONE, STATION, RAILS), draw_map(near, PHONE, STATION, RAILS)
    assert low.size.height < 0.8 * high.size.height
    assert (low.scale_px, low.scale_m) == (high.scale_px, high.scale_m)
    assert {label.lines for label in low.labels} == {label.lines for label in high.labels}
    assert faults_of(low) == []


def test_a_map_that_fills_its_field_stays_as_high() -> None:
    assert draw_low_map(REAL_PLACES, PHONE, STATION).size == PHONE


def test_places_that_would_cover_one_another_share_a_pin() -> None:
    drawing = draw_map(REAL_PLACES, PHONE, STATION)
    assert {pin.text for pin in drawing.pins} == {"1·2", "3", "4", "5·6", "7", "8", "9"}
    assert {pin.text: pin.mark for pin in drawing.pins}["1·2"] == "several"


def test_north_is_up_and_east_is_right() -> None:
    drawing = draw_map(REAL_PLACES, PHONE, STATION)
    at = {spot.number: (pin.x, pin.y) for pin in drawing.pins for spot in pin.spots}
    assert at[9][1] < at[1][1] < at[4][1]
    assert at[3][0] < at[1][0] < at[8][0]


def test_the_bar_is_as_long_as_it_says() -> None:
    drawing = draw_map(REAL_PLACES[2:4], PHONE, STATION)
    (candi, porong) = drawing.pins
    px = ((candi.x - porong.x) ** 2 + (candi.y - porong.y) ** 2) ** 0.5
    metres = px / drawing.scale_px * drawing.scale_m
    assert metres == pytest.approx(3_167, rel=0.02)


def test_a_single_place_is_drawn_with_the_land_around_it() -> None:
    drawing = draw_map(REAL_PLACES[:1], PHONE, STATION)
    assert (drawing.pins[0].x, drawing.pins[0].y) == (PHONE.width / 2, PHONE.height / 2)
    assert drawing.scale_m == 200


def test_places_beyond_the_list_are_dots_where_they_lie_on_the_land_shown() -> None:
    near, far = Coordinate(-7.51, 112.70), Coordinate(-8.5, 113.9)
    drawing = draw_map(REAL_PLACES, PHONE, STATION, others=[near, far, near])
    assert len(drawing.dots) == 1
    assert drawing.dotted == (0, 2), "those in one spot count as well, those elsewhere do not"


def test_rings_stand_at_round_distances_and_their_words_cover_nothing() -> None:
    drawing = draw_map(REAL_PLACES, PHONE, STATION)
    assert [ring.metres for ring in drawing.rings] == [5_000, 10_000, 15_000, 20_000]
    for ring in drawing.rings:
        if ring.text is not None:
            x, y = ring.text
            word = Box(x - 12, y - 7, x + 12, y + 7)
            assert not any(word.overlaps(pin.box) for pin in drawing.pins)
            assert not any(word.overlaps(label.box) for label in drawing.labels)


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ([3], "3"),
        ([1, 2], "1·2"),
        ([4, 5, 6, 7], "4–7"),
        ([1, 3, 5], "1·3·5"),
        ([1, 4, 5, 6, 9, 11, 12], "1·4–6·9+2"),
    ],
)
def test_several_numbers_are_written_short(numbers: list[int], text: str) -> None:
    assert numbers_text(numbers) == text


def test_a_line_across_a_corner_counts_as_crossing() -> None:
    box = Box(10, 10, 20, 20)
    assert box.crossed_by((0, 15), (30, 15))
    assert box.crossed_by((12, 12), (13, 13))
    assert not box.crossed_by((0, 0), (30, 5))
    assert not box.crossed_by((15, 0), (15, 9))


def test_wide_letters_are_counted_wide() -> None:
    assert text_width("地図", 10) > text_width("MM", 10) > text_width("nn", 10) > text_width("il", 10)


def test_the_middle_of_the_rings_is_marked_where_no_pin_stands() -> None:
    assert not draw_map(REAL_PLACES, PHONE, STATION).has_centre
    assert draw_map((REAL_PLACES[2], REAL_PLACES[6]), PHONE, STATION).has_centre
    assert not draw_map(REAL_PLACES[6:8], PHONE, STATION).has_centre


def test_a_long_name_without_blanks_still_finds_room() -> None:
    museum = Place(1, "ムプ・タントゥラル博物館", "sight", REAL_PLACES[6].at)
    (label,) = draw_map([museum, REAL_PLACES[7]], PHONE, STATION).labels[:1]
    assert label.lines == ("ムプ・タントゥラル博物館",)
