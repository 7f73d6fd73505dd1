"""The nearest neighbours are found without looking at all places, and are the same."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.catalog import AnyEntry
from site_builder.plan.land import Land, location_of, metres_between, survey
from site_builder.plan.list_order import in_list_order
from tests.unit.plan.plans import entries_of, material_of

degrees = st.integers(0, 40).map(lambda steps: steps / 20)
spots = st.lists(st.tuples(degrees, degrees), min_size=1, max_size=30)


def village(found: Sequence[tuple[float, float]]) -> tuple[Land, list[AnyEntry]]:
    files = {
        f"places/p{number:02}.md": f"nama: P\nlokasi: {{lintang: {-8 + lat:.2f}, bujur: {112 + lon:.2f}}}\n"
        for number, (lat, lon) in enumerate(found)
    }
    entries = entries_of(files)
    return survey(material_of(entries).catalog), entries


@given(spots, st.integers(1, 5))
def test_the_nearest_are_those_that_a_look_at_all_would_find(
    found: list[tuple[float, float]], count: int
) -> None:
    land, entries = village(found)
    for entry in entries:
        others = [other for other in entries if other is not entry]
        others.sort(key=lambda other: (metres_between(entry, other), in_list_order(other)))
        assert land.nearest(entry, count) == others[:count]


def test_samples_and_what_has_no_coordinates_have_no_place_on_the_land() -> None:
    files = {
        "places/a.md": "nama: A\n",
        "places/b.md": "nama: B\ncontoh: ya\nlokasi: {lintang: -7.5, bujur: 112.7}\n",
        "places/c.md": "nama: C\nlokasi: {lintang: -7.5, bujur: 112.7}\n",
    }
    land = survey(material_of(entries_of(files)).catalog)
    assert [entry.id for _, entries in land.spots for entry in entries] == ["c"]
    assert land.start is not None
    assert location_of(land.start) is not None
