from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from site_builder.gather.content import Audience, _is_visible
from site_builder.model.catalog import Entry
from site_builder.model.entries import Meta, Page
from site_builder.model.localized import Localized
from site_builder.names import EntryId, Kind, Lang, SourcePath
from site_builder.plan.cards import unseen_of

TODAY = dt.date(2026, 3, 1)
META: Meta[Localized] = Meta(name=Localized({Lang("id"): "Nama"}))


@pytest.mark.parametrize(
    ("meta", "why"),
    [
        (META, ""),
        (replace(META, draft=True), "draft"),
        (replace(META, publish="2026-03-01"), ""),
        (replace(META, publish="2026-03-02"), "early"),
        (replace(META, expires="2026-03-02"), ""),
        (replace(META, expires="2026-03-01"), "over"),
        (replace(META, draft=True, publish="2026-03-02"), "draft"),
    ],
)
def test_what_readers_do_not_see_says_why_and_nothing_else_does(meta: Meta[Localized], why: str) -> None:
    assert unseen_of(meta, TODAY.isoformat()) == why
    path, langs = SourcePath("content/pages/x.md"), (Lang("id"),)
    entry: Entry[Page[Localized]] = Entry(Kind.PAGES, EntryId("x"), path, meta, Page(), {}, langs)
    assert _is_visible(entry, Audience(TODAY, shows_drafts=False)) is (why == "")
