from __future__ import annotations

import pytest
from msgspec.structs import replace

from site_builder.media.facts import Recipe
from site_builder.names import UrlPath
from site_builder.plan.photos import PlacedPhoto, PlainPicture, Source, lay_out, plain_picture

RECIPE = Recipe((480, 640, 960, 1600), ("avif", "webp", "jpg"))
PHOTO = PlacedPhoto(UrlPath("/assets/a.01"), 4000, 3000, RECIPE)


def test_a_place_offers_the_best_format_first_and_one_for_every_browser() -> None:
    shown = lay_out(PHOTO, "large")
    assert shown.sources == (
        Source("image/avif", "/assets/a.01-960.avif 960w, /assets/a.01-1600.avif 1600w"),
        Source("image/webp", "/assets/a.01-960.webp 960w, /assets/a.01-1600.webp 1600w"),
    )
    assert shown.srcset == "/assets/a.01-960.jpg 960w, /assets/a.01-1600.jpg 1600w"
    assert shown.plain == PlainPicture(UrlPath("/assets/a.01-1600.jpg"), 1600, 1200)


@pytest.mark.parametrize("place", ["goods", "ticket", "thumb"])
def test_a_card_names_one_file_of_the_best_format_and_one_for_every_browser(place: str) -> None:
    shown = lay_out(PHOTO, place)
    assert shown.sources == (Source("image/avif", "/assets/a.01-480.avif"),)
    assert (shown.srcset, shown.sizes) == ("", "")
    assert shown.plain == PlainPicture(UrlPath("/assets/a.01-480.jpg"), 480, 360)


def test_a_card_takes_the_best_format_that_a_photo_has() -> None:
    photo = PlacedPhoto(UrlPath("/assets/a.03"), 400, 300, Recipe((400,), ("webp", "png")))
    shown = lay_out(photo, "goods")
    assert shown.sources == (Source("image/webp", "/assets/a.03-400.webp"),)
    assert shown.plain.url == "/assets/a.03-400.png"
    assert lay_out(replace(photo, recipe=Recipe((400,), ("jpg",))), "goods").sources == ()


def test_a_preview_has_one_file_for_every_place() -> None:
    photo = PlacedPhoto(UrlPath("/assets/a.02"), 4000, 3000, Recipe((960,), ("jpg",)))
    assert lay_out(photo, "thumb").plain.url == "/assets/a.02-960.jpg"
    shown = lay_out(photo, "main")
    assert (shown.sources, shown.srcset) == ((), "/assets/a.02-960.jpg 960w")


def test_others_get_a_plain_file_of_the_width_they_ask_for() -> None:
    assert plain_picture(PHOTO, 600) == PlainPicture(UrlPath("/assets/a.01-640.jpg"), 640, 480)
    assert plain_picture(PHOTO, 5000) == PlainPicture(UrlPath("/assets/a.01-1600.jpg"), 1600, 1200)
