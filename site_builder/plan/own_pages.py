"""Entries' own pages: planned with all others, or alone while a preview's editor looks at them."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from site_builder.model.body import Body
from site_builder.model.catalog import AnyEntry
from site_builder.model.entries import Product, Shop
from site_builder.names import OutPath, SourcePath
from site_builder.plan.edition import Edition
from site_builder.plan.entry_pages import entry_page
from site_builder.plan.shelf import Shelf
from site_builder.plan.tasks import PageTask
from site_builder.plan.views.pages import PageView

Editions = Sequence[tuple[Edition, Shelf]]


def entry_task(edition: Edition, shelf: Shelf, entry: AnyEntry) -> PageTask | None:
    """Plan an entry's own page; none for kinds that have none, and for pages that show other entries."""
    made = entry_page(edition, shelf, entry)
    if made is None:
        return None
    template, view = made
    out = edition.routes.out(edition.url(entry))
    return page_task(out, template, edition, view, _sources(edition, shelf, entry))


def page_task(
    out: OutPath, template: str, edition: Edition, view: PageView, sources: tuple[SourcePath, ...]
) -> PageTask:
    return PageTask(out, sources[0], template, edition.lang, view, sources, ("slug", edition.lang))


def plan_some(editions: Editions, wanted: Collection[OutPath]) -> Iterator[PageTask]:
    """Plan those of `wanted` that are entries' own pages, just as `make_plan` does."""
    for edition, shelf in editions:
        for entry in edition.catalog:
            yield from _wanted_task(edition, shelf, entry, wanted)


def plan_saved_text(
    editions: Editions, entry: AnyEntry, body: Body, wanted: Collection[OutPath]
) -> Iterator[PageTask]:
    """Plan those of `wanted` that are this entry's own pages, with a text that `editions` do not know yet."""
    for edition, shelf in editions:
        if _is_wanted(edition, entry, wanted):
            own = {(entry.kind, entry.id, body.lang): body}
            bodies = ChainMap(own, edition.bodies)  # type: ignore[arg-type]  # nobody writes into it
            yield from _wanted_task(replace(edition, bodies=bodies), shelf, entry, wanted)


def _is_wanted(edition: Edition, entry: AnyEntry, wanted: Collection[OutPath]) -> bool:
    return edition.routes.out(edition.url(entry)) in wanted


def _wanted_task(
    edition: Edition, shelf: Shelf, entry: AnyEntry, wanted: Collection[OutPath]
) -> Iterator[PageTask]:
    if _is_wanted(edition, entry, wanted):
        task = entry_task(edition, shelf, entry)
        if task is not None:
            yield task


def _sources(edition: Edition, shelf: Shelf, entry: AnyEntry) -> tuple[SourcePath, ...]:
    """Name the files whose content shows on an entry's page: its own, its shop's, its products'."""
    catalog = edition.catalog
    match entry.facts:
        case Product(shop=shop):
            near = [path for card in shelf.related[entry.id] for path in catalog.products[card.id].paths]
            shop_paths = catalog.shops[shop].paths if shop is not None and shop in catalog.shops else ()
            return (*entry.paths, *shop_paths, *near)
        case Shop():
            cards = shelf.of_shop.get(entry.id, ())
            return (*entry.paths, *(path for card in cards for path in catalog.products[card.id].paths))
        case _:
            return entry.paths
