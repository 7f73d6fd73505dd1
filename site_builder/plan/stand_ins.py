"""Pages that stand in for the one that a reader asked for: it is not there, or there is no signal."""

from __future__ import annotations

from collections.abc import Mapping

from site_builder.names import Lang, UrlPath
from site_builder.plan.edition import Edition
from site_builder.plan.heads import menu_name, unlisted_head
from site_builder.plan.views.chrome import Link
from site_builder.plan.views.pages import StandInView


def stand_in_view(edition: Edition, title: str, urls: Mapping[Lang, UrlPath]) -> StandInView:
    """Make the view of a page that no search engine shows, with the ways on that the menu has.

    `title` is in the reader's language.
    """
    head = unlisted_head(edition, title, urls)
    pages = (edition.catalog.pages.get(id_) for id_ in edition.catalog.config.menu)
    return StandInView(
        head, tuple(Link(edition.url(page), menu_name(edition, page)) for page in pages if page is not None)
    )
