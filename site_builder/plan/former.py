"""Former addresses of entries: where an `alias` leads, in every language."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator

from msgspec import Struct

from site_builder.model.catalog import AnyEntry
from site_builder.names import Kind, Lang, OutPath, UrlPath
from site_builder.plan.edition import Edition
from site_builder.plan.heads import unlisted_head
from site_builder.plan.routes import Routes
from site_builder.plan.site_files import Redirect
from site_builder.plan.tasks import PageTask
from site_builder.plan.views.pages import RedirectView

_DEEPEST = 2
"""Folders in the address of an entry: `/toko/tas-mawar/`."""


class Former(Struct, frozen=True):
    """A page in the place of one that was there."""

    task: PageTask
    redirect: Redirect


def aliases(edition: Edition, entry: AnyEntry) -> Iterator[Former]:
    """Make the pages at the addresses that an editor wrote; `/en/…` leads on to the page in English."""
    for place, alias in enumerate(entry.meta.aliases):
        lang = _lang_of(alias, edition)
        target = edition.addresses[entry.kind, entry.id][lang]
        yield _former(edition, entry, edition.routes.alias(alias), target, place)


def aliases_elsewhere(edition: Edition, taken: Collection[str]) -> Iterator[Former]:
    """Make the pages at the addresses that such an entry had in this other language.

    Where something lies already, which is among `taken` by its output in small letters, it stays.
    """
    routes = edition.routes
    written = (alias for entry in edition.catalog for alias in entry.meta.aliases)
    used = {routes.out(routes.alias(alias)).casefold() for alias in written}
    for entry in edition.catalog:
        for place, alias in enumerate(entry.meta.aliases):
            source = _in_language(alias, entry.kind, edition.lang, routes)
            if source is None:
                continue
            out = routes.out(source).casefold()
            if out not in taken and out not in used:
                used.add(out)
                yield _former(edition, entry, source, edition.url(entry), place)


def vanished_pages(before: Iterable[OutPath], now: Container[OutPath], routes: Routes) -> tuple[OutPath, ...]:
    """Give the pages that were published and are no more, but those of languages, whose pages follow these.

    Further pages of lists lie deeper than entries do; nobody keeps their addresses, nor those of sheets.
    """
    lang = routes.default_lang
    made = {
        routes.out(url)
        for url in (routes.printed_directory(lang), routes.line_sheet(lang), routes.search(lang))
    }
    others = {other for other in routes.slug_langs if other != lang}
    return tuple(
        sorted(
            out
            for out in before
            if out.endswith("/index.html")
            and out.count("/") <= _DEEPEST
            and out.partition("/")[0] not in others
            and out not in now
            and out not in made
        )
    )


def _former(edition: Edition, entry: AnyEntry, source: UrlPath, target: UrlPath, place: int) -> Former:
    head = unlisted_head(edition, edition.show(entry.meta.name).text, {edition.lang: target})
    view = RedirectView(head, target, edition.routes.absolute(target))
    out: OutPath = edition.routes.out(source)
    named_by = ("aliases", place)
    task = PageTask(out, entry.path, "redirect.html", edition.lang, view, entry.paths, named_by)
    return Former(task, Redirect(source, target))


def _lang_of(alias: str, edition: Edition) -> Lang:
    first = Lang(alias.strip("/").partition("/")[0])
    return first if first in edition.langs and first != edition.default_lang else edition.lang


def _in_language(alias: str, kind: Kind, lang: Lang, routes: Routes) -> UrlPath | None:
    """Give the address that an entry had in `lang` when it had this one in the default language."""
    parts = alias.strip("/").split("/")
    if not alias.endswith("/") or parts[0] in routes.slug_langs:
        return None
    if kind is Kind.PAGES:
        return routes.address(lang, *parts) if len(parts) == 1 and parts[0] else None
    slugs = routes.slugs.get(kind, {})
    if len(parts) == 2 and parts[0] == slugs.get(routes.default_lang):
        return routes.address(lang, slugs[lang], parts[1])
    return None
