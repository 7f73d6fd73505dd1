from __future__ import annotations

import pytest

from site_builder.gather.refused_photos import told_at_the_file
from site_builder.messages import sentence_for
from site_builder.problems import Problem, Severity, Span
from tests.unit.plan.plans import entries_of, material_of

ENTRY = "content/shops/a.md"
REFUSED = Problem("photo-ending", Span("content/shops/a/Depan.HEIC"), "heic", {"name": "Depan.HEIC"})


def missing(file: str) -> Problem:
    return Problem("photo-missing", Span(ENTRY, 3, 9), "", {"target": file})


def test_a_photo_that_cannot_be_shown_is_told_where_it_lies_and_not_again() -> None:
    of_its_kind = Problem("field-type", Span(ENTRY, 4, 9), "photo-heic", {"value": "a/depan.heic"})
    assert told_at_the_file([REFUSED, missing("a/depan.jpg"), of_its_kind]) == [REFUSED]


def test_other_photos_are_told_as_ever() -> None:
    others = [missing("a/dalam.jpg"), missing("b/depan.jpg"), Problem("field-missing", Span(ENTRY))]
    asked = missing("a/depan.jpg")
    assert told_at_the_file([REFUSED, asked, *others]) == [REFUSED, *others]
    assert told_at_the_file([missing("a/depan.jpg")]) == [missing("a/depan.jpg")]


def test_one_that_nothing_asks_for_is_a_warning_that_says_to_delete_it() -> None:
    (told,) = told_at_the_file([REFUSED])
    assert (told.severity, told.key) == (Severity.WARNING, "photo-ending.unused")
    assert "hapus `Depan.HEIC` dari folder ini" in sentence_for(told, "id").hint


@pytest.mark.parametrize("ending", ["heic", "jpg"])
@pytest.mark.parametrize("is_there", [True, False])
def test_a_text_asks_for_it_unless_the_photo_that_it_names_is_there(ending: str, *, is_there: bool) -> None:
    shop = {"shops/a.md": "nama: A\njenis: toko\nkategori: [tas]\nalamat: Jalan 1\n"}
    texts = material_of(entries_of(shop), {"shops/a.md": f"![Depan](a/depan.{ending})"}).texts
    photos = {f"content/shops/a/depan.{ending}"} if is_there else set()
    (told,) = told_at_the_file([REFUSED], texts, photos)
    assert told.severity is (Severity.WARNING if is_there else Severity.ERROR)
