from __future__ import annotations

import pytest
from PIL import Image, ImageFile

from site_builder.media.facts import NO_TONE, PhotoFacts, Recipe
from site_builder.media.probe import probe
from site_builder.media.variants import make_variants
from site_builder.messages import sentence_for
from site_builder.names import SourcePath
from site_builder.problems import Problem, Span
from tests.support.pictures import (
    HOSTILE,
    SECRETS,
    encoded,
    harmless,
    jpeg_of_many_scans,
    jpeg_that_claims,
    noisy,
    opened,
    png_of,
    png_that_claims,
    two_in_one,
)

REFUSED = {name: fault for name, fault in HOSTILE.items() if not fault[1].startswith("photo-ending")}


@pytest.mark.parametrize(("name", "fault"), REFUSED.items(), ids=REFUSED)
def test_what_is_no_photo_is_refused_by_name_in_both_languages(name: str, fault: tuple[bytes, str]) -> None:
    data, key = fault
    path = SourcePath(f"content/shops/intako/{name}")
    told = probe(path, data)
    assert isinstance(told, Problem)
    assert (told.key, told.at) == (key, Span(path))
    sentences = [sentence_for(told, lang) for lang in ("id", "en")]
    assert sentences[0] != sentences[1]
    assert all(sentence.message and sentence.hint for sentence in sentences)


def test_what_is_too_large_is_refused_before_it_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    def decode(*_: object) -> None:
        raise AssertionError("decoded")

    claims = {"a.png": png_that_claims(8000, 5001), "a.jpg": jpeg_that_claims(8000, 5001)}
    monkeypatch.setattr(ImageFile.ImageFile, "load", decode)
    for name, data in claims.items():
        told = probe(SourcePath(name), data)
        assert isinstance(told, Problem)
        assert told.code == "photo-too-large"
        assert (told.values["width"], told.values["height"], told.values["most"]) == ("8000", "5001", "40")


def test_how_to_convert_is_told_for_each_kind_of_machine() -> None:
    told = probe(SourcePath("a.jpg"), HOSTILE["iphone.jpg"][0])
    assert isinstance(told, Problem)
    for lang in ("id", "en"):
        assert all(machine in sentence_for(told, lang).hint for machine in ("iPhone", "Android", "Windows"))


@pytest.mark.parametrize(
    ("colour", "tone"), [((255, 0, 0), 18), ((0, 0, 255), 2), ((120, 80, 40), 9), ((0, 0, 0), 0)]
)
def test_the_colour_that_most_of_it_has_is_known(colour: tuple[int, int, int], tone: int) -> None:
    image = Image.new("RGB", (90, 60), colour)
    image.paste((0, 255, 0), (0, 0, 30, 20))
    facts = probe(SourcePath("a.png"), encoded(image, "PNG"))
    assert isinstance(facts, PhotoFacts)
    assert (facts.width_px, facts.height_px, facts.tone) == (90, 60, tone)


def test_what_shines_through_has_no_colour_behind_it() -> None:
    facts = probe(SourcePath("a.png"), encoded(noisy(mode="RGBA"), "PNG"))
    assert facts == PhotoFacts(700, 500, ("avif", "webp", "png"), NO_TONE)


def test_a_photo_of_a_phone_with_a_second_picture_in_it_is_a_photo() -> None:
    facts = probe(SourcePath("a.JPG"), two_in_one())
    assert isinstance(facts, PhotoFacts)
    assert (facts.width_px, facts.height_px) == (700, 500)


def test_a_jpeg_of_a_few_dozen_passes_is_a_photo() -> None:
    assert isinstance(probe(SourcePath("a.jpg"), jpeg_of_many_scans(50)), PhotoFacts)


@pytest.mark.parametrize("size", [(1000, 100), (100, 1000)])
def test_a_photo_may_be_ten_times_as_long_as_it_is_wide(size: tuple[int, int]) -> None:
    assert isinstance(probe(SourcePath("a.png"), png_of(size)), PhotoFacts)
    told = probe(
        SourcePath("a.png"), png_of((size[0] * 11 // 10, size[1]) if size[0] > size[1] else (100, 1100))
    )
    assert isinstance(told, Problem)
    assert told.code == "photo-shape"


@pytest.mark.parametrize(("name", "data"), harmless().items(), ids=harmless())
def test_what_does_not_belong_into_a_photo_does_no_harm(name: str, data: bytes) -> None:
    facts = probe(SourcePath(name), data)
    assert isinstance(facts, PhotoFacts)
    recipe = Recipe((320, facts.width_px), facts.formats)
    made = make_variants(
        data, recipe, [(width, form) for width in recipe.widths_px for form in facts.formats]
    )
    for variant, picture in made.items():
        assert opened(picture).width == variant[0]
        for secret in (*SECRETS, b"PK\x03\x04", b"<script", b"MPF\0"):
            assert secret not in picture, variant
