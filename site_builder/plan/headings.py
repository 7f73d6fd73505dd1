"""What a list is called and what stands around it: of a whole section or of a word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from site_builder.model.catalog import Entry
from site_builder.model.entries import Page
from site_builder.model.localized import Localized, Shown
from site_builder.names import Kind, Lang, UrlPath
from site_builder.plan.edition import Edition
from site_builder.plan.entry_views import describe
from site_builder.plan.heads import (
    ROOT_KINDS,
    entry_head,
    make_head,
    menu_name,
    menu_of,
    section_trail,
    section_word,
)
from site_builder.plan.terms import C, Group, really_in
from site_builder.plan.views.cards import Term
from site_builder.plan.views.chrome import Head

SectionPage: TypeAlias = Entry[Page[Localized]]
_TEMPLATES = {kind: template for template, kind in ROOT_KINDS.items()}


class Heading(Struct, frozen=True):
    """What a list is called, and where it is in every language."""

    page: SectionPage | None
    """The section's page, for the list of the whole section."""
    name: Shown
    title: str
    description: str
    term: Term | None
    urls: Mapping[Lang, UrlPath]
    template: str
    """Of the section's page."""
    translated: frozenset[Lang]
    """Languages in which the list is called something and holds something; empty for a section's page."""
    is_foreign: bool = True
    """Whether anything on the list has its name in another language."""


def section_heading(edition: Edition, kind: Kind, page: SectionPage | None, cards: Iterable[C]) -> Heading:
    """Name the list of all entries of a kind, after its page if there is one."""
    name = section_word(edition, kind) if page is None else edition.show(page.meta.name)
    word, default = kind.value.capitalize(), edition.default_lang
    named_in = [lang for lang in edition.langs if lang == default or edition.says(word, lang)]
    return Heading(
        page=page,
        name=name,
        title=name.text,
        description="" if page is None else describe(edition, page),
        term=None,
        urls={lang: edition.routes.section(kind, lang) for lang in edition.langs},
        template=_TEMPLATES[kind],
        translated=frozenset() if page is not None else really_in(edition, kind, cards, named_in),
    )


def term_heading(edition: Edition, group: Group[C]) -> Heading:
    """Name the list of the entries of a group."""
    page = edition.page(_TEMPLATES[group.kind])
    section = section_word(edition, group.kind) if page is None else menu_name(edition, page)
    term, names = group.term, group.name
    title = f"{section.text}: {term.name.text}"  # a product line may have the bare name
    named_in = [lang for lang in edition.langs if names is None or lang in names.texts]
    return Heading(
        page=None,
        name=term.name,
        title=title,
        description=title if page is None else f"{title}. {describe(edition, page)}".rstrip(),
        term=term,
        urls={lang: edition.routes.term(group.kind, group.facet, term.id, lang) for lang in edition.langs},
        template=_TEMPLATES[group.kind],
        translated=really_in(edition, group.kind, group.cards, named_in),
        is_foreign=term.name.is_fallback or any(card.name.is_fallback for card in group.cards),
    )


def list_head(edition: Edition, heading: Heading, number: int, *, is_indexable: bool) -> Head:
    """Make the head of page `number` of a list."""
    head = _first_head(edition, heading, is_indexable=is_indexable)
    if number == 1:
        return head
    url = edition.routes.numbered(head.url, number, edition.lang)
    source = head.fallback_lang or edition.lang
    original = edition.routes.numbered(heading.urls[source], number, source)
    return replace(
        head,
        title=f"{head.title} · {edition.word('Page').text} {number}",
        url=url,
        is_indexable=head.is_indexable and is_indexable,
        canonical=edition.routes.absolute(original) if edition.routes.origin else "",
        alternates=(),  # the n-th page of another language holds other entries
        structured=(),
    )


def _first_head(edition: Edition, heading: Heading, *, is_indexable: bool) -> Head:
    if heading.page is not None:
        return entry_head(edition, heading.page, "website", heading.description)
    return make_head(
        edition,
        title=heading.title,
        description=heading.description,
        urls=heading.urls,
        translated=heading.translated,
        trail=section_trail(edition, heading.template, inside=heading.term is not None),
        menu_id=menu_of(edition, heading.template),
        is_indexable=is_indexable,
        fallback_lang=edition.fallback_of(heading.translated),
        has_notice=heading.is_foreign,
    )
