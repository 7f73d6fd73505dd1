"""What lies only roughly somewhere is a stitched band, named, and covers nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest

from site_builder.cartography import boxes
from site_builder.cartography.boxes import text_width, wrappings
from site_builder.cartography.drawing import PHONE, Drawing, draw_map
from site_builder.cartography.projection import offset
from site_builder.cartography.stretches import Stretch
from tests.unit.cartography.test_drawing import REAL_PLACES, STATION, faults_of

NAME = "Jalan toko Kludan–Kedensari"


def drawing_with(metres: float, count: int = 4) -> Drawing:
    """Draw the places nearest to the station with a street to its west."""
    street = Stretch(NAME, STATION, offset(STATION, -metres, 0))
    return draw_map(REAL_PLACES[:count], PHONE, STATION, stretches=[street], remark="(kira-kira)")


def test_a_street_to_the_west_is_drawn_westward_and_named_as_rough() -> None:
    (street,) = drawing_with(2_000).bands
    assert street.end[0] < street.start[0]
    assert street.start[1] == pytest.approx(street.end[1], abs=0.2)
    assert " ".join(street.lines) == f"{NAME} (kira-kira)"


def test_its_name_covers_no_pin_and_no_other_name() -> None:
    drawing = drawing_with(2_000)
    (street,) = drawing.bands
    assert street.box is not None
    others = [*(pin.box for pin in drawing.pins), *(label.box for label in drawing.labels)]
    assert faults_of(drawing) == []
    assert not any(street.box.overlaps(box) for box in others)


def test_no_name_lies_on_it_where_there_is_room_elsewhere() -> None:
    for metres in (1_000, 2_000, 3_000):
        drawing = drawing_with(metres)
        (street,) = drawing.bands
        assert not [label.lines for label in drawing.labels if label.box.overlaps(street.ground)]


def test_where_it_would_be_a_smudge_it_is_left_out() -> None:
    assert drawing_with(2_000, count=9).bands == ()
    assert drawing_with(0).bands == ()


def test_the_map_shows_all_of_it() -> None:
    (street,) = drawing_with(6_000).bands
    assert 0 < street.end[0] < PHONE.width


def test_the_stitches_lie_evenly_on_the_band_and_lean() -> None:
    (street,) = drawing_with(2_000).bands
    xs = [x for x, _ in street.stitches]
    steps = {round(one - other, 1) for one, other in pairwise(xs)}
    assert len(xs) > 5
    assert len({abs(step) for step in steps}) <= 2, "but for rounding all are the same"
    first, last = street.start[0] - xs[0], xs[-1] + street.stitch[0] - street.end[0]
    assert 0 <= first == pytest.approx(last, abs=0.3)
    assert street.stitch[0] < 0 < abs(street.stitch[1]) < abs(street.stitch[0])


@pytest.mark.parametrize(
    ("name", "two_lines"),
    [
        ("クルダンからクデンサリへの店の道", ("クルダンから", "クデンサリへの店の道")),
        ("ムプ・タントゥラル博物館", ("ムプ・", "タントゥラル博物館")),
        ("Candi Pari", ("Candi", "Pari")),
    ],
)
def test_names_without_blanks_go_on_in_the_next_line_too(name: str, two_lines: tuple[str, ...]) -> None:
    assert list(wrappings(name, 14, 400))[:2] == [(name,), two_lines]


def test_a_name_that_three_lines_hold_is_broken_and_a_longer_one_is_not_tried(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    three = "mm mm mm"
    width = text_width("mm", 14)
    assert list(wrappings(three, 14, width + 0.01)) == [("mm", "mm", "mm")]
    monkeypatch.setattr(boxes, "_broken", None)
    for long in ("mm " * 500, "a の" * 500, "の" * 1500):
        assert list(wrappings(long, 14, 180)) == []
