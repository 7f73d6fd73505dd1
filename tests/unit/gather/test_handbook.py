"""The converted handbook outlives builds that render none of its pages."""

from __future__ import annotations

from pathlib import Path

from site_builder.gather.handbook import convert_handbook
from site_builder.gather.records import html_reader
from site_builder.handbook import chapters_of
from site_builder.names import Digest, Lang
from site_builder.store.database import Store

CHAPTERS = chapters_of((("id/README.md", "# Panduan\n\nHalo.\n"),))
CODE = Digest("code")
MANY = 1100
"""More than the store keeps of what nobody wants."""


def test_a_page_can_be_rendered_anew_after_a_build_that_rendered_none_and_cleared_up(tmp_path: Path) -> None:
    place = tmp_path / "store.sqlite"
    first = Store(place)
    for number in range(MANY):
        first.put(Digest(f"old {number}"), b"")
    convert_handbook(CHAPTERS, CODE, first)
    first.commit({}, {}, {})
    first.close()

    second = Store(place)
    pages = convert_handbook(CHAPTERS, CODE, second)
    second.commit({}, {}, {})
    second.close()

    third = Store(place)
    digest = pages[Lang("id")][0].body.digest
    assert third.get(Digest("old 1")) is None, "what nobody wanted is gone"
    assert html_reader(third)([digest]) == {digest: ("<p>Halo.</p>",)}
    third.close()
