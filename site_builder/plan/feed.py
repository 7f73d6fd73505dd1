"""The Atom feed of a language: the newest stories that are written in it; without any there is no feed."""

from __future__ import annotations

from site_builder.model.catalog import Entry
from site_builder.model.entries import Story
from site_builder.model.localized import Localized
from site_builder.names import Kind, UrlPath
from site_builder.plan.edition import Edition
from site_builder.plan.embeds import body_view
from site_builder.plan.entry_views import describe
from site_builder.plan.shelf import Shelf
from site_builder.plan.site_files import last_change
from site_builder.plan.tasks import PageTask
from site_builder.plan.views.pages import FeedView
from site_builder.plan.views.parts import FeedItem
from site_builder.source.naming import CONFIG_PATH

FEED_ITEMS = 20


def feed_url(edition: Edition) -> UrlPath | None:
    """Give where the feed of a language is; Atom needs whole addresses, so the site must know its own."""
    told = any(_is_told(edition, story) for story in edition.catalog.stories.values())
    if not told or not edition.routes.origin:
        return None
    return UrlPath(f"{edition.routes.address(edition.lang)}feed.xml")


def feed_page(edition: Edition, shelf: Shelf) -> PageTask | None:
    routes, url = edition.routes, feed_url(edition)
    if url is None:
        return None
    stories = [edition.catalog.stories[card.id] for card in shelf.cards[Kind.STORIES]]
    chosen = [story for story in stories if _is_told(edition, story)][:FEED_ITEMS]
    items = tuple(
        FeedItem(
            url=routes.absolute(edition.url(story)),
            title=edition.show(story.meta.name).text,
            summary=describe(edition, story),
            published=story.facts.date,
            updated=last_change(story),
            body=body_view(edition, story),
        )
        for story in chosen
    )
    view = FeedView(
        lang=edition.lang,
        title=edition.show(edition.catalog.config.name).text,
        url=routes.absolute(routes.address(edition.lang)),
        self_url=routes.absolute(url),
        updated=max(item.updated for item in items),
        items=items,
    )
    sources = tuple(path for story in chosen for path in story.paths)
    return PageTask(routes.out(url), CONFIG_PATH, "feed.xml", edition.lang, view, sources)


def _is_told(edition: Edition, story: Entry[Story[Localized]]) -> bool:
    return not story.meta.sample and edition.is_translated(story)
