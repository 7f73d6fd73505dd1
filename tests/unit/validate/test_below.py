"""Fields and texts that are not where they should be: above or below the `---` that ends the fields."""

from __future__ import annotations

import pytest

from site_builder.problems import Severity
from tests.unit.validate.files import good, read
from tests.unit.validate.test_entries import MINIMAL, SHOP


def told(text: str, **translations: str) -> list[tuple[str, int, str]]:
    _, problems = read(SHOP, f"{MINIMAL[SHOP]}---\n{text}", **translations)
    assert all(problem.severity is Severity.WARNING for problem in problems)
    return [(problem.key, problem.at.line, problem.values.get("suggestion", "")) for problem in problems]


def test_fields_with_which_a_text_begins_are_told_with_the_line_to_move() -> None:
    assert told("desa : kedensari\njam_buka: 08.00-17.00\n\nBengkel ini buka tiap hari.\n") == [
        ("field-below", 7, "desa: kedensari"),
        ("field-below", 8, "jam_buka: 08.00-17.00"),
    ]


def test_the_items_of_such_a_field_are_no_text() -> None:
    assert told("layanan:\n  - grosir\ndesa: Kedensari\n") == [
        ("field-below", 7, "layanan:"),
        ("field-below", 9, "desa: Kedensari"),
    ]


def test_a_field_below_a_translation_is_told_there() -> None:
    assert told("Isi.\n", en="slug: shop\n---\nsummary: Bags\n") == [("field-below", 4, "summary: Bags")]


@pytest.mark.parametrize(
    "text",
    [
        "Desa: Kedensari\n",
        "Isi.\n\ndesa: kedensari\n",
        "catatan: ini bukan isian toko\n",
        "desa kami: Kedensari\n",
    ],
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert told(text) == []


def test_a_text_that_only_a_translation_has_is_told_in_the_base_file() -> None:
    assert told("", en="---\nText.\n") == [("body-default-missing", 1, "")]
    good(SHOP, f"{MINIMAL[SHOP]}---\nIsi.\n", en="---\nText.\n")
    good(SHOP, MINIMAL[SHOP], en="slug: shop\n")
