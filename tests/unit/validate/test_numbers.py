"""Numbers in texts that are nobody's."""

from __future__ import annotations

import pytest

from site_builder.names import SourcePath
from site_builder.problems import Problem, Severity, Span
from site_builder.validate.numbers import CODE, Numbers, known_numbers, only_strange
from tests.unit.validate.files import good
from tests.unit.validate.sites import Site

SHOP = "content/shops/a.md"
OTHER = "content/shops/b.md"
CLOSED = "nama: A\njenis: bengkel\nkategori: [koper]\nalamat: X\nwa: 081255554321\ntutup_sejak: 2026-01\n"


@pytest.mark.parametrize(("folder", "told"), [("events", 0), ("stories", 1), ("shops", 1)])
def test_whom_to_ask_about_an_event_may_stand_in_its_text(folder: str, told: int) -> None:
    values = {"value": "0812-3456-7891", "dialled": "+6281234567891"}
    at = Span(SourcePath(f"content/{folder}/a.md"), 5, 1)
    problem = Problem(CODE, at, "", values, Severity.WARNING)
    assert len(only_strange([problem], [], Numbers(frozenset(), {}))) == told


def test_the_number_of_a_closed_shop_is_told_to_be_its_own() -> None:
    closed = good(SHOP, CLOSED)
    numbers = known_numbers([closed], [], Site({}).catalog.config)
    values = {"value": "0812-5555-4321", "dialled": "+6281255554321"}
    problem = Problem(CODE, Span(SourcePath("content/stories/a.md"), 5, 1), "", values, Severity.WARNING)
    (told,) = only_strange([problem], [closed], numbers)
    assert (told.key, told.values["file"]) == ("number-strange.closed", SHOP)


def test_a_number_that_another_shop_has_now_is_known() -> None:
    closed, heir = good(SHOP, CLOSED), good(OTHER, CLOSED.replace("tutup_sejak: 2026-01\n", ""))
    for shops in ([closed, heir], [heir, closed]):
        numbers = known_numbers(shops, [], Site({}).catalog.config)
        values = {"value": "0812-5555-4321", "dialled": "+6281255554321"}
        problem = Problem(CODE, Span(SourcePath(SHOP), 5, 1), "", values, Severity.WARNING)
        assert only_strange([problem], shops, numbers) == []
