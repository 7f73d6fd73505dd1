"""The pages of the editors' handbook: in previews and where a build was asked for it, nowhere else.

They are in no list: not in sitemap, search, feeds and counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from site_builder.handbook import ADDRESS, ChapterPage
from site_builder.names import Lang, UrlPath
from site_builder.plan.edition import ENGLISH, Edition
from site_builder.plan.heads import unlisted_head
from site_builder.plan.tasks import PageTask, Task, taker_of
from site_builder.plan.views.bodies import BodyView, HrefEmbed
from site_builder.plan.views.chrome import LanguageChoice
from site_builder.plan.views.pages import ChapterLink, HandbookView
from site_builder.problems import Problem, Severity, Span

TEMPLATE = "handbook.html"
STYLE = "css/parts/handbook.css"
"""Among the assets; published where there is a handbook, and known to its pages alone."""
Pages = Mapping[Lang, Sequence[ChapterPage]]
_NAMES = {"id": "Bahasa Indonesia", "en": "English"}


class Handbook(Struct, frozen=True):
    pages: Pages
    style: UrlPath | None = None


def handbook_pages(edition: Edition, handbook: Handbook) -> Iterator[PageTask]:
    """Plan the handbook of this language; a site in none of the handbook's languages has the English one."""
    lang = edition.lang
    if lang not in handbook.pages:
        if lang != edition.default_lang or any(other in handbook.pages for other in edition.langs):
            return
        lang = ENGLISH
    pages = handbook.pages.get(lang, ())
    for place, page in enumerate(pages):
        before = pages[place - 1] if place else None
        after = pages[place + 1] if place + 1 < len(pages) else None
        yield _page(edition, handbook, page, before, after)


def without_handbook(tasks: Sequence[Task]) -> Problem | None:
    """Say why a plan that was to have the handbook has none; nothing where it has one."""
    if any(isinstance(task, PageTask) and task.template == TEMPLATE for task in tasks):
        return None
    taker = taker_of(tasks, ADDRESS)
    if taker is None:
        values = {"template": f"templates/{TEMPLATE}"}
        return Problem("handbook-left-out", Span("--handbook"), "template", values, Severity.WARNING)
    values = {"address": f"/{ADDRESS}/", "other": taker.origin}
    return Problem("handbook-left-out", Span(taker.origin), "", values, Severity.WARNING)


def _page(
    edition: Edition,
    handbook: Handbook,
    page: ChapterPage,
    before: ChapterPage | None,
    after: ChapterPage | None,
) -> PageTask:
    chapter = page.chapter
    url = _url(edition, chapter.address)
    view = HandbookView(
        head=unlisted_head(edition, chapter.title, {edition.lang: url}),
        lang=chapter.lang,
        style=handbook.style,
        body=_body(edition, page),
        chapters=tuple(_link(edition, one, page) for one in handbook.pages[chapter.lang]),
        before=None if before is None else _link(edition, before, page),
        after=None if after is None else _link(edition, after, page),
        languages=_languages(edition, handbook.pages, page),
    )
    out = edition.routes.out(url)
    return PageTask(out, chapter.path, TEMPLATE, edition.lang, view, (chapter.path,))


def _languages(edition: Edition, pages: Pages, page: ChapterPage) -> tuple[LanguageChoice, ...]:
    """Lead to the same chapter in the other languages of the handbook that this site has."""
    same = (
        one.chapter
        for lang in edition.langs
        for one in pages.get(lang, ())
        if one.chapter.number == page.chapter.number
    )
    return tuple(
        LanguageChoice(
            one.lang, _NAMES[one.lang], _url(edition, one.address), is_current=one.lang == page.chapter.lang
        )
        for one in same
    )


def _link(edition: Edition, to: ChapterPage, here: ChapterPage) -> ChapterLink:
    return ChapterLink(_url(edition, to.chapter.address), to.chapter.title, is_current=to is here)


def _body(edition: Edition, page: ChapterPage) -> BodyView:
    body = page.body
    embeds = tuple(
        HrefEmbed(_url(edition, one.target) + (f"#{one.fragment}" if one.fragment else ""))
        for one in body.references
    )
    return BodyView(body.digest, body.lang, body.lang != edition.lang, body.headings, embeds)


def _url(edition: Edition, address: str) -> UrlPath:
    """Give the address of a chapter where the site lies; an empty one is a place on the same page."""
    return edition.routes.alias(address) if address else UrlPath("")
