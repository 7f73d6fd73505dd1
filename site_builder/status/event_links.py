"""Which texts link to which event, by its id or by an address that is written out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_builder.gather.content import Content
from site_builder.model.body import Reference
from site_builder.names import EntryId, Kind, Lang, SourcePath
from site_builder.plan.routes import Routes, make_routes, path_in


def links_to_events(content: Content) -> dict[EntryId, tuple[SourcePath, ...]]:
    """Give the files whose text links to an event, in their order: when it expires, only words stay there."""
    if not content.catalog.events:
        return {}
    ids = _by_address(content, make_routes(content.catalog.config, content.catalog.pages, ""))
    found: dict[EntryId, dict[SourcePath, None]] = {}
    for text in content.texts:
        for reference in text.body.references:
            event = _event(reference, ids)
            if event is not None and (text.kind, text.id) != (Kind.EVENTS, event):
                found.setdefault(event, {})[text.source.path] = None
    return {event: tuple(paths) for event, paths in found.items()}


def _event(reference: Reference, ids: Mapping[str, EntryId]) -> EntryId | None:
    if reference.kind is Kind.EVENTS:
        return EntryId(reference.target)
    if reference.form != "href" or reference.kind is not None:
        return None
    folder = path_in(reference.target).rpartition("/")[0]  # its calendar lies beside its page
    return ids.get(folder)


def _by_address(content: Content, routes: Routes) -> dict[str, EntryId]:
    return {path: id_ for id_ in content.catalog.events for path in _addresses(content, routes, id_)}


def _addresses(content: Content, routes: Routes, event: EntryId) -> Iterator[str]:
    entry = content.catalog.events[event]
    for lang in routes.slug_langs:
        yield routes.entry(entry, Lang(lang)).strip("/")
    yield from (alias.strip("/") for alias in entry.meta.aliases)
