"""The pages of all figures: an index with the charts, and for each scope a page that tells everything."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.catalog import AnyEntry, Entry
from site_builder.model.entries import Page
from site_builder.model.localized import Localized, Shown
from site_builder.names import Kind, OutPath
from site_builder.plan.charts import chart_view
from site_builder.plan.edition import Edition
from site_builder.plan.entry_views import describe, page_entry_view
from site_builder.plan.heads import entry_head, make_head, menu_of, section_trail, section_word
from site_builder.plan.list_order import in_list_order
from site_builder.plan.shelf import Shelf
from site_builder.plan.views.chrome import Head
from site_builder.plan.views.figures import FigureCard
from site_builder.plan.views.pages import FiguresPageView
from site_builder.plan.views.parts import ScopeView

SCOPE_WORDS = {
    "national": "All of Indonesia",
    "province": "Province",
    "regency": "Regency",
    "cluster": "This cluster",
}
"""The scopes from the widest to the narrowest, as the interface names them."""
_EXPORT_SCOPES = ("national", "province", "cluster")
_OPENING = 3

FiguresPage = tuple[OutPath, str, FiguresPageView]


def figures_pages(
    edition: Edition, shelf: Shelf, page: Entry[Page[Localized]] | None
) -> Iterator[FiguresPage]:
    """Yield the index and the page of each scope; without a `page` of the editors it has a plain name."""
    groups = _by_scope(edition, shelf)
    charts = sorted(edition.catalog.charts.values(), key=in_list_order)
    heading = section_word(edition, Kind.FIGURES) if page is None else edition.show(page.meta.name)
    head = _index_head(edition, page)
    index = FiguresPageView(
        head=head,
        entry=None if page is None else page_entry_view(edition, page),
        heading=heading,
        scope="",
        groups=groups,
        charts=tuple(chart_view(edition, chart) for chart in charts if chart.facts.kind != "timeline"),
        sources=(),
    )
    yield edition.routes.out(head.url), "figures.html", index
    for group in groups:
        sources = dict.fromkeys(source for card in group.figures for source in card.sources)
        view = FiguresPageView(
            head=_scope_head(edition, group, heading),
            entry=None,
            heading=edition.word(SCOPE_WORDS[group.scope]),
            scope=group.scope,
            groups=(group,),
            charts=(),
            sources=tuple(sources),
        )
        yield edition.routes.out(group.url), "figures.html", view


def export_scopes(edition: Edition, shelf: Shelf) -> tuple[ScopeView, ...]:
    """Give the scopes that export figures are quoted in, each with what the editors put first by `order`.

    All are of the year of the very first, where there are any: only so can they stand side by side.
    """

    def rank(card: FigureCard) -> tuple[int, str]:
        order = edition.catalog.figures[card.id].meta.order
        return 10**9 if order is None else order, card.id

    found: list[ScopeView] = []
    year = ""
    for group in _by_scope(edition, shelf):
        if group.scope in _EXPORT_SCOPES:
            ranked = sorted(group.figures, key=rank)
            year = year or ranked[0].period[:4]
            chosen = [card for card in ranked if card.period.startswith(year)] or ranked
            found.append(ScopeView(group.scope, group.url, tuple(chosen[:_OPENING])))
    return tuple(found)


def _by_scope(edition: Edition, shelf: Shelf) -> tuple[ScopeView, ...]:
    """Part the figures by what they count, the widest first; within a part the oldest first."""
    cards = sorted(shelf.figures.values(), key=lambda card: (card.period, card.id))
    groups = (
        ScopeView(
            scope,
            edition.routes.scope(scope, edition.lang),
            tuple(card for card in cards if card.scope == scope),
        )
        for scope in SCOPE_WORDS
    )
    return tuple(group for group in groups if group.figures)


def _scope_head(edition: Edition, group: ScopeView, section: Shown) -> Head:
    name = SCOPE_WORDS[group.scope]
    entries = [edition.catalog.figures[card.id] for card in group.figures]
    translated = frozenset(
        lang
        for lang in edition.langs
        if (lang == edition.default_lang or edition.says(name, lang))
        and any(lang in entry.translated for entry in entries)
    )
    return make_head(
        edition,
        title=f"{section.text}: {edition.word(name).text}",
        description="",
        urls={lang: edition.routes.scope(group.scope, lang) for lang in edition.langs},
        translated=translated,
        trail=section_trail(edition, "figures", inside=True),
        menu_id=menu_of(edition, "figures"),
        is_indexable=not all(entry.meta.sample for entry in entries),
        fallback_lang=edition.fallback_of(translated),
    )


def _index_head(edition: Edition, page: Entry[Page[Localized]] | None) -> Head:
    if page is not None:
        return entry_head(edition, page, "website", describe(edition, page))
    kind, default = Kind.FIGURES, edition.default_lang
    shown: tuple[AnyEntry, ...] = (*edition.catalog.figures.values(), *edition.catalog.charts.values())
    translated = frozenset(
        lang
        for lang in edition.langs
        if (lang == default or edition.says("Figures", lang))
        and any(lang in entry.translated for entry in shown)
    )
    return make_head(
        edition,
        title=section_word(edition, kind).text,
        description="",
        urls={lang: edition.routes.section(kind, lang) for lang in edition.langs},
        translated=translated,
        trail=section_trail(edition, "figures", inside=False),
        menu_id=None,
        is_indexable=not all(entry.meta.sample for entry in shown),
        fallback_lang=edition.fallback_of(translated),
    )
