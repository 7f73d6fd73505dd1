from __future__ import annotations

from site_builder.media.facts import Recipe
from site_builder.names import UrlPath
from site_builder.plan.photos import PlacedPhoto, PlainPicture, Source, lay_out, plain_picture

RECIPE = Recipe((320, 640, 960, 1600), ("avif", "webp", "jpg"))
PHOTO = PlacedPhoto(UrlPath("/assets/a.01"), 4000, 3000, RECIPE)


def test_a_place_offers_the_best_format_first_and_one_for_every_browser() -> None:
    shown = lay_out(PHOTO, "goods")
    assert shown.sources == (
        Source("image/avif", "/assets/a.01-320.avif 320w, /assets/a.01-640.avif 640w"),
        Source("image/webp", "/assets/a.01-320.webp 320w, /assets/a.01-640.webp 640w"),
    )
    assert shown.srcset == "/assets/a.01-320.jpg 320w, /assets/a.01-640.jpg 640w"
    assert shown.plain == PlainPicture(UrlPath("/assets/a.01-640.jpg"), 640, 480)


def test_a_preview_has_one_file_for_every_place() -> None:
    photo = PlacedPhoto(UrlPath("/assets/a.02"), 4000, 3000, Recipe((960,), ("jpg",)))
    shown = lay_out(photo, "thumb")
    assert (shown.sources, shown.srcset) == ((), "/assets/a.02-960.jpg 960w")


def test_others_get_a_plain_file_of_the_width_they_ask_for() -> None:
    assert plain_picture(PHOTO, 600) == PlainPicture(UrlPath("/assets/a.01-640.jpg"), 640, 480)
    assert plain_picture(PHOTO, 5000) == PlainPicture(UrlPath("/assets/a.01-1600.jpg"), 1600, 1200)
