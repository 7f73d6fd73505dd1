"""Where something lies on other days that a date keeps from the site today: no fault of who links there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from site_builder.model.catalog import AnyEntry, Catalog
from site_builder.model.entries import Chart, Figure, Page
from site_builder.names import Kind, Lang
from site_builder.plan.routes import SECTION_KINDS, Routes, chart_anchor, slug_in

_ALSO_BEHIND = {Kind.CHARTS: (Kind.FIGURES,), Kind.PRODUCTS: (Kind.SHOPS,)}
"""Whose lists come from entries of another kind: shops that sell what is ready for export."""
_OF_ALL_KINDS = "data"
"""The folder of open data: it has no file of a kind without entries."""
_FEED = "feed.xml"
"""The address of the feed, which there is while there are stories."""


class DatedPlaces(Struct, frozen=True):
    """Decides by whole areas, not by single addresses: entries bring lists, files and further pages along.

    An address is compared without that of its language, so `/en/lama/` lies where `/lama/` does.
    """

    languages: frozenset[str] = frozenset()
    """Those whose addresses begin with their code."""
    areas: frozenset[str] = frozenset()
    """First parts of addresses, at and below which something may be missing."""
    named: frozenset[str] = frozenset()
    """Addresses, own and former ones, of the dated entries themselves."""
    anchors: frozenset[str] = frozenset()
    """Of the dated figures and charts, on the pages that show all of them."""

    def may_lack(self, path: str) -> bool:
        """Whether something may lie at `path` on other days, or say there what it does not say today."""
        inner = self._inner(path)
        return inner in self.named or inner.partition("/")[0] in self.areas

    def has_named(self, path: str) -> bool:
        """Whether a dated entry itself lies at `path` on other days."""
        return self._inner(path) in self.named

    def may_lack_anchor(self, path: str, fragment: str) -> bool:
        """Whether the page that is at `path` may have that place on other days."""
        return self.has_named(path) or (fragment in self.anchors and self.may_lack(path))

    def _inner(self, path: str) -> str:
        return _behind_language(path, self.languages)


NOTHING_DATED = DatedPlaces()


def dated_places(catalog: Catalog, routes: Routes) -> DatedPlaces:
    """Find the places of the entries that a date keeps from the site, and of all that comes with them."""
    if not catalog.dated:
        return NOTHING_DATED
    others = frozenset(lang for lang in routes.slug_langs if lang != routes.default_lang)
    dated = tuple(catalog.dated.values())
    return DatedPlaces(
        others,
        frozenset(area for entry in dated for area in _areas(entry, routes)) | {_OF_ALL_KINDS},
        frozenset(_behind_language(path, others) for path in _named(dated, routes)),
        frozenset(anchor for entry in dated for anchor in _anchors(entry)),
    )


def _behind_language(path: str, languages: Collection[str]) -> str:
    inner = path.strip("/")
    first, _, rest = inner.partition("/")
    return rest if first in languages else inner


def _areas(entry: AnyEntry, routes: Routes) -> Iterator[str]:
    match entry.facts:
        case Page(template="home"):
            return
        case Page(template=template) if template in SECTION_KINDS:
            yield from routes.slugs[SECTION_KINDS[template]].values()
        case Page():  # its own files lie below it, and trips below the page that lists them
            yield from (slug_in(entry, langs) for langs in routes.slug_langs.values())
        case _:
            for kind in (entry.kind, *_ALSO_BEHIND.get(entry.kind, ())):
                yield from routes.slugs[kind].values()
            if entry.kind is Kind.STORIES:
                yield _FEED


def _named(entries: Iterable[AnyEntry], routes: Routes) -> Iterator[str]:
    for entry in entries:
        yield from entry.meta.aliases
        if not isinstance(entry.facts, Figure | Chart):
            yield from (
                routes.entry(entry, Lang(lang)).removeprefix(routes.base_path) for lang in routes.slug_langs
            )


def _anchors(entry: AnyEntry) -> Iterator[str]:
    if isinstance(entry.facts, Figure):
        yield entry.id
    elif isinstance(entry.facts, Chart):
        yield chart_anchor(entry.id)
