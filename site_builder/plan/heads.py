"""What stands around the content of a page: title, addresses in other languages, breadcrumbs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from site_builder.model.catalog import AnyEntry
from site_builder.model.entries import Page
from site_builder.model.localized import Shown
from site_builder.names import EntryId, Kind, Lang, UrlPath
from site_builder.plan.edition import Edition
from site_builder.plan.routes import SECTION_KINDS
from site_builder.plan.share_urls import default_share_url, share_url
from site_builder.plan.structured import entry_data
from site_builder.plan.views.chrome import Alternate, Head, LanguageChoice, Link, Node

OgType = Literal["website", "article", "product", "place"]

_PARENT_TEMPLATE: dict[Kind, str] = {
    Kind.PRODUCTS: "products",
    Kind.SHOPS: "shops",
    Kind.VISITS: "visit",
    Kind.PLACES: "places",
    Kind.EVENTS: "events",
    Kind.STORIES: "stories",
    Kind.MARKETS: "markets",
    Kind.FIGURES: "figures",
    Kind.CHARTS: "figures",
}
_GRANDPARENT: dict[str, str] = {
    "places": "visit",
    "events": "visit",
    "markets": "exports",
    "figures": "exports",
}
"""Section pages that lie under another page in the visitor's mind."""
_RIGHT_TO_LEFT = frozenset(
    {
        "apc", "ar", "azb", "bal", "bgn", "ckb", "dv", "fa", "glk", "he", "ks", "lrc", "luz", "mzn", "nqo",
        "ps", "rhg", "sd", "sdh", "skr", "syr", "trw", "ug", "ur", "yi",
    }
)  # fmt: skip
_SCRIPTS_RIGHT_TO_LEFT = frozenset({"Adlm", "Arab", "Aran", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"})
"""Named here, for loading Babel takes as long as planning a hundred pages; a test compares them."""
ROOT_KINDS: dict[str, Kind] = {**SECTION_KINDS, "visit": Kind.VISITS}
"""Template of a section page to the kind at whose root a list is made when there is no such page."""


def entry_head(edition: Edition, entry: AnyEntry, og_type: OgType, description: str) -> Head:
    """Make the head of an entry's own page."""
    title = edition.show(entry.meta.name)
    fallback_lang = edition.fallback_of(entry.translated)
    above = () if _is_home(entry) else trail(edition, _parents(entry))
    return make_head(
        edition,
        title=title.text,
        description=description,
        urls=edition.urls(entry),
        translated=frozenset(entry.translated),
        trail=above,
        menu_id=_menu_id(edition, entry),
        is_indexable=not entry.meta.sample,
        og_type=og_type,
        fallback_lang=fallback_lang,
        structured=entry_data(edition, entry, above),
        share_url=share_url(edition, entry),
        has_notice=fallback_lang is not None and not _only_text_falls_back(edition, entry),
    )


def _only_text_falls_back(edition: Edition, entry: AnyEntry) -> bool:
    """Whether title and summary are in this language and the text below is not, where `prose` says so."""
    body, summary = edition.body_of(entry), edition.show_or_none(entry.meta.summary)
    above = (edition.show(entry.meta.name), summary)
    return (
        body is not None
        and body.lang != edition.lang
        and not any(text.is_fallback for text in above if text is not None)
    )


def make_head(  # noqa: PLR0913  by name only; each is one fact of a head
    edition: Edition,
    *,
    title: str,
    description: str,
    urls: Mapping[Lang, UrlPath],
    translated: frozenset[Lang],
    trail: tuple[Link, ...],
    menu_id: EntryId | None,
    is_indexable: bool = True,
    og_type: OgType = "website",
    fallback_lang: Lang | None = None,
    has_notice: bool = True,
    structured: tuple[Node, ...] = (),
    share_url: str | None = None,
) -> Head:
    """Make a head; `urls` gives the page's address in each language that has it.

    Without `has_notice` the page itself says where it falls back.
    """
    routes, lang = edition.routes, edition.lang
    shared = default_share_url(edition)
    is_own = share_url not in {None, shared}
    source = lang if fallback_lang is None else fallback_lang
    real = [other for other in urls if other in translated]
    alternates: tuple[Alternate, ...] = ()
    if is_indexable and fallback_lang is None and len(real) > 1 and routes.origin:
        alternates = tuple(Alternate(other, routes.absolute(urls[other])) for other in real)
        if routes.default_lang in real:
            alternates += (Alternate("x-default", routes.absolute(urls[routes.default_lang])),)
    return Head(
        lang=lang,
        title=title,
        description=description,
        url=urls[lang],
        canonical=routes.absolute(urls[source]) if routes.origin else "",
        alternates=alternates,
        languages=tuple(
            LanguageChoice(
                lang=Lang(language.code),
                name=language.name,
                url=urls.get(Lang(language.code), routes.address(Lang(language.code))),
                is_current=language.code == lang,
            )
            for language in edition.catalog.config.languages
        ),
        breadcrumbs=trail,
        menu_id=menu_id,
        is_indexable=is_indexable and fallback_lang is None,
        og_type=og_type,
        fallback_lang=fallback_lang,
        is_right_to_left=is_right_to_left(lang),
        notice_lang=fallback_lang if has_notice else None,
        structured=structured,
        share_url=shared if share_url is None else share_url,
        share_says="" if is_own or not shared else edition.show(edition.catalog.config.name).text,
    )


def unlisted_head(
    edition: Edition, title: str, urls: Mapping[Lang, UrlPath], above: tuple[Link, ...] = ()
) -> Head:
    """Make the head of a page that search engines do not list: there is nothing of its own on it to find."""
    return make_head(
        edition,
        title=title,
        description="",
        urls=urls,
        translated=frozenset(),
        trail=above,
        menu_id=None,
        is_indexable=False,
    )


def is_right_to_left(lang: Lang) -> bool:
    language, _, rest = lang.partition("-")
    return rest[:4] in _SCRIPTS_RIGHT_TO_LEFT or (language in _RIGHT_TO_LEFT and len(rest) < 4)


def trail(edition: Edition, parents: tuple[str, ...]) -> tuple[Link, ...]:
    """Lead from home down to a page's parent; `parents` are templates of section pages."""
    if parents not in edition.made_trails:
        home = Link(edition.routes.address(edition.lang), edition.word("Home"))
        steps = (section_link(edition, template) for template in parents)
        edition.made_trails[parents] = (home, *(step for step in steps if step is not None))
    return edition.made_trails[parents]


def section_link(edition: Edition, template: str) -> Link | None:
    """Lead to the page `template`, or to the list that is made in its place; neither may be there."""
    page = edition.page(template)
    if page is not None:
        return Link(edition.url(page), menu_name(edition, page))
    kind = ROOT_KINDS.get(template)
    if kind is None or kind not in edition.roots:
        return None
    return Link(edition.routes.section(kind, edition.lang), section_word(edition, kind))


def section_word(edition: Edition, kind: Kind) -> Shown:
    """Name a section for which no editor wrote a page."""
    return edition.word(kind.value.capitalize())


def menu_name(edition: Edition, page: AnyEntry) -> Shown:
    match page.facts:
        case Page(menu_name=name) if name is not None:
            return edition.show(name)
        case _:
            return edition.show(page.meta.name)


def section_trail(edition: Edition, template: str, *, inside: bool) -> tuple[Link, ...]:
    """Lead to the page `template`; with `inside` that page itself is the last step."""
    above = (_GRANDPARENT[template],) if template in _GRANDPARENT else ()
    return trail(edition, (*above, template) if inside else above)


def menu_of(edition: Edition, template: str) -> EntryId | None:
    """Give the menu item under which the page `template` lies."""
    menu = edition.catalog.config.menu
    for candidate in (template, _GRANDPARENT.get(template, "")):
        page = edition.page(candidate) if candidate else None
        if page is not None and page.id in menu:
            return page.id
    return None


def _parents(entry: AnyEntry) -> tuple[str, ...]:
    """Name the templates of the section pages above an entry."""
    if entry.kind is Kind.PAGES:
        template = entry.facts.template if isinstance(entry.facts, Page) else ""
        return (_GRANDPARENT[template],) if template in _GRANDPARENT else ()
    parent = _PARENT_TEMPLATE[entry.kind]
    return (_GRANDPARENT[parent], parent) if parent in _GRANDPARENT else (parent,)


def _menu_id(edition: Edition, entry: AnyEntry) -> EntryId | None:
    if entry.id in edition.catalog.config.menu and entry.kind is Kind.PAGES:
        return entry.id
    for page in map(edition.page, reversed(_parents(entry))):
        if page is not None and page.id in edition.catalog.config.menu:
            return page.id
    return None


def _is_home(entry: AnyEntry) -> bool:
    return isinstance(entry.facts, Page) and entry.facts.template == "home"
