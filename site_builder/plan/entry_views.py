"""What the page of any entry shows of it, whatever its kind."""

from __future__ import annotations

from site_builder.model.catalog import AnyEntry, Entry
from site_builder.model.entries import Page
from site_builder.model.localized import Localized, Shown
from site_builder.plan.cards import pictures, unseen_of
from site_builder.plan.edition import Edition
from site_builder.plan.embeds import body_view
from site_builder.plan.localize import localize
from site_builder.plan.views.parts import EntryView, F


def entry_view(edition: Edition, entry: AnyEntry, facts: F) -> EntryView[F]:
    return EntryView(
        id=entry.id,
        kind=entry.kind,
        meta=localize(entry.meta, edition.lang, edition.fallbacks),
        facts=facts,
        body=body_view(edition, entry),
        pictures=pictures(edition, entry),
        unseen=unseen_of(entry.meta, edition.today),
    )


def page_entry_view(edition: Edition, page: Entry[Page[Localized]]) -> EntryView[Page[Shown]]:
    return entry_view(edition, page, localize(page.facts, edition.lang, edition.fallbacks))


def describe(edition: Edition, entry: AnyEntry) -> str:
    """Say in a sentence what a page is about: its summary, else the beginning of its text."""
    if entry.meta.summary is not None:
        return edition.show(entry.meta.summary).text
    body = edition.body_of(entry)
    return "" if body is None else body.excerpt
