from __future__ import annotations

import random

import pytest
from PIL import Image

from site_builder.media.encode import encode, fallback_of, formats_worth
from site_builder.media.facts import Recipe
from site_builder.media.layouts import WIDTHS_PX, widths_for
from site_builder.media.pixels import resized
from site_builder.media.probe import probe
from site_builder.media.variants import make_variants
from site_builder.names import SourcePath
from site_builder.problems import Problem
from tests.support.pictures import SECRETS, encoded, jpeg_with_secrets, noisy, opened

KINDS = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG", "png": "PNG"}
NOISE = Image.frombytes("L", (700, 500), random.Random(3).randbytes(350_000))
PICTURES = {
    "photo": noisy((700, 500)),
    "noise": NOISE.convert("RGB"),
    "gradient": Image.radial_gradient("L").resize((700, 500)).convert("RGB"),
    "flat": Image.new("RGB", (700, 500), (120, 80, 40)),
    "two colours": NOISE.convert("1").convert("RGB"),
    "transparent": noisy((700, 500), "RGBA"),
    "tiny": noisy((20, 14)),
}


def small(image: Image.Image) -> Image.Image:
    return resized(image, min(320, image.width))


@pytest.mark.parametrize("image", PICTURES.values(), ids=PICTURES)
def test_a_format_is_never_larger_than_the_one_it_is_offered_before(image: Image.Image) -> None:
    formats = formats_worth(small(image))
    for width in widths_for(image.width, WIDTHS_PX):
        made = encode(resized(image, width), formats, set(formats))
        sizes = [len(made[form]) for form in formats]
        assert sizes == sorted(set(sizes)), (width, formats)
        assert {form: opened(data).format for form, data in made.items()} == {f: KINDS[f] for f in formats}


def test_photos_have_all_formats_and_what_gains_nothing_has_one() -> None:
    assert formats_worth(small(PICTURES["photo"])) == ("avif", "webp", "jpg")
    assert formats_worth(small(PICTURES["transparent"])) == ("avif", "webp", "png")
    assert formats_worth(small(PICTURES["tiny"]))[-1] == "jpg"
    assert "avif" not in formats_worth(Image.new("RGB", (8, 8)))


def test_what_shines_through_nowhere_is_a_jpeg() -> None:
    pictures = noisy().convert("RGBA"), noisy(mode="RGBA"), noisy()
    assert [fallback_of(picture) for picture in pictures] == ["jpg", "png", "jpg"]


def test_a_picture_has_the_same_bytes_whatever_else_is_wanted() -> None:
    data = encoded(noisy((1000, 700)))
    recipe = Recipe((320, 640, 1000), ("avif", "webp", "jpg"))
    everything = [(width, form) for width in recipe.widths_px for form in recipe.formats]
    made = make_variants(data, recipe, everything)
    assert set(made) == set(everything)
    for variant in ((320, "avif"), (640, "jpg"), (1000, "webp")):
        assert make_variants(data, recipe, [variant]) == {variant: made[variant]}


def test_a_published_picture_has_the_size_of_its_name_and_no_metadata() -> None:
    facts = probe(SourcePath("content/shops/a/b.jpg"), jpeg_with_secrets((700, 500), 6))
    assert not isinstance(facts, Problem)
    assert (facts.width_px, facts.height_px) == (500, 700)
    recipe = Recipe((320, 500), facts.formats)
    wanted = [(width, form) for width in recipe.widths_px for form in recipe.formats]
    for (width, form), data in make_variants(jpeg_with_secrets((700, 500), 6), recipe, wanted).items():
        picture = opened(data)
        assert (picture.size, picture.format) == ((width, round(700 * width / 500)), KINDS[form])
        assert not picture.info.keys() & {"exif", "xmp", "icc_profile", "comment", "photoshop"}
        assert [secret for secret in SECRETS if secret in data] == []
