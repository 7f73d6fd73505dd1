"""Entries' own pages, planned alone while somebody looks at them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from msgspec.structs import replace

from site_builder.model.body import Body
from site_builder.names import EntryId, Kind, Lang, OutPath, SourcePath
from site_builder.plan.own_pages import plan_saved_text
from site_builder.plan.plan import set_desk
from site_builder.plan.tasks import PageTask
from site_builder.text.convert import convert
from tests.unit.plan.plans import EN, ID, entries_of, material_of, pages_of

STORIES = {
    "stories/awal.md": "judul: Awal\ntanggal: 2017-05-01\n",
    "stories/baru.md": "judul: Baru\ntanggal: 2025-06-01\n",
}
PAGE, ENGLISH = OutPath("stories/awal/index.html"), OutPath("en/stories/awal/index.html")
OTHER = OutPath("stories/baru/index.html")


class Large(Mapping[tuple[Kind, EntryId, Lang], Body]):
    """The texts of a site that is too large to go through all of them."""

    def __init__(self, bodies: Mapping[tuple[Kind, EntryId, Lang], Body]) -> None:
        self._bodies = bodies

    def __getitem__(self, key: tuple[Kind, EntryId, Lang]) -> Body:
        return self._bodies[key]

    def __iter__(self) -> Iterator[tuple[Kind, EntryId, Lang]]:
        pytest.fail("all texts were gone through")

    def __len__(self) -> int:
        return len(self._bodies)


def planned(text: str, *wanted: OutPath) -> dict[OutPath, PageTask]:
    """Plan with another text for one story than the site has."""
    before = material_of(entries_of(STORIES), dict.fromkeys(STORIES, "Dahulu."))
    editions = set_desk(replace(before, bodies=Large(before.bodies))).editions
    entry = before.catalog.stories[EntryId("awal")]
    body = convert(text, SourcePath("content/stories/awal.md"), 1, ID).body
    tasks = plan_saved_text(editions, entry, body, wanted)
    return {task.out: task for task in tasks}


def test_a_saved_text_is_planned_as_with_all_else_and_without_going_through_all_texts() -> None:
    after = material_of(
        entries_of(STORIES), {path: "Kini." if "awal" in path else "Dahulu." for path in STORIES}
    )
    expected = pages_of(after)
    assert planned("Kini.", PAGE, ENGLISH) == {out: expected[out] for out in (PAGE, ENGLISH)}
    assert planned("Dahulu.", PAGE) != {PAGE: expected[PAGE]}
    assert expected[ENGLISH].lang == EN


def test_pages_of_others_are_not_planned_for_it() -> None:
    assert planned("Kini.", OTHER) == {}
