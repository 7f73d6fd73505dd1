"""The pictures of the documents: small, there, and shown somewhere."""

from __future__ import annotations

import re

from tests.support.programs import ROOT

PICTURES = sorted((ROOT / "docs" / "pictures").iterdir())
MOST_BYTES = 120_000


def test_the_pictures_are_small() -> None:
    assert [picture.name for picture in PICTURES if picture.stat().st_size > MOST_BYTES] == []


def test_the_readme_shows_each_picture_and_says_what_is_on_it() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = re.findall(r"!\[(?P<alt>[^]]+)\]\(docs/pictures/([\w.-]+)\)", readme)
    shown += [
        (alt, file) for file, alt in re.findall(r'src="docs/pictures/([\w.-]+)"[^>]* alt="([^"]+)"', readme)
    ]
    assert sorted(file for _, file in shown) == [picture.name for picture in PICTURES]
