from __future__ import annotations

import pytest

from site_builder.media.layouts import LAYOUTS, WIDTHS_PX, Layout, choose, height_at, widths_for


@pytest.mark.parametrize(
    ("width_px", "widths"),
    [
        (4000, (480, 640, 960, 1600)),
        (1600, (480, 640, 960, 1600)),
        (1599, (480, 640, 960, 1599)),
        (1000, (480, 640, 1000)),
        (700, (480, 700)),
        (500, (500,)),
        (480, (480,)),
        (48, (48,)),
        (1, (1,)),
    ],
)
def test_no_width_is_larger_than_the_photo_or_hardly_larger_than_another(
    width_px: int, widths: tuple[int, ...]
) -> None:
    assert widths_for(width_px, WIDTHS_PX) == widths


@pytest.mark.parametrize("width_px", [1, 48, 300, 330, 500, 700, 1000, 1599, 1601, 9000])
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_every_place_has_something_to_choose_from_in_every_photo(layout: Layout, width_px: int) -> None:
    widths = widths_for(width_px, WIDTHS_PX)
    chosen = choose(layout, widths)
    assert chosen
    assert set(chosen) <= set(widths)
    assert list(chosen) == sorted(chosen)
    assert chosen[-1] >= min(layout.widths_px[-1], widths[-1])


def test_every_width_that_a_place_asks_for_is_made() -> None:
    assert {width for layout in LAYOUTS.values() for width in layout.widths_px} == set(WIDTHS_PX)


def test_a_place_takes_no_more_than_it_asks_for() -> None:
    assert choose(LAYOUTS["large"], (480, 640, 960, 1600)) == (960, 1600)
    assert choose(LAYOUTS["large"], (480, 700)) == (700,)
    assert choose(LAYOUTS["goods"], (480, 640, 960, 1600)) == (480,)
    assert choose(LAYOUTS["goods"], (500,)) == (500,)
    assert choose(LAYOUTS["thumb"], (960,)) == (960,)


def test_a_height_is_never_nothing() -> None:
    assert height_at(320, (4000, 3000)) == 240
    assert height_at(320, (4000, 1)) == 1
