from __future__ import annotations

from site_builder.gather.refused_photos import told_at_the_file
from site_builder.problems import Problem, Span

ENTRY = "content/shops/a.md"
REFUSED = Problem("photo-ending", Span("content/shops/a/Depan.HEIC"), "heic", {"name": "Depan.HEIC"})


def missing(file: str) -> Problem:
    return Problem("photo-missing", Span(ENTRY, 3, 9), "", {"target": file})


def test_a_photo_that_cannot_be_shown_is_told_where_it_lies_and_not_again() -> None:
    of_its_kind = Problem("field-type", Span(ENTRY, 4, 9), "photo-heic", {"value": "a/depan.heic"})
    assert told_at_the_file([REFUSED, missing("a/depan.jpg"), of_its_kind]) == [REFUSED]


def test_other_photos_are_told_as_ever() -> None:
    others = [missing("a/dalam.jpg"), missing("b/depan.jpg"), Problem("field-missing", Span(ENTRY))]
    assert told_at_the_file([REFUSED, *others]) == [REFUSED, *others]
    assert told_at_the_file([missing("a/depan.jpg")]) == [missing("a/depan.jpg")]
