"""What all pages of one language share: name, menus, contact, addresses of assets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from site_builder.model.catalog import AnyEntry
from site_builder.names import EntryId, OutPath, UrlPath
from site_builder.plan.edition import Edition
from site_builder.plan.feed import feed_url
from site_builder.plan.headers import policy_in_page
from site_builder.plan.heads import menu_name
from site_builder.plan.search import SCRIPT
from site_builder.plan.site_files import manifest_url
from site_builder.plan.views.chrome import Chrome, MenuItem


def make_chrome(edition: Edition, assets: Mapping[str, UrlPath], *, keeps_offline: bool = False) -> Chrome:
    config, routes, lang = edition.catalog.config, edition.routes, edition.lang
    enquiry = edition.page("enquiry")
    with_search = SCRIPT in assets
    return Chrome(
        lang=lang,
        default_lang=edition.default_lang,
        site_name=edition.show(config.name),
        tagline=edition.show_or_none(config.tagline),
        home_url=routes.address(lang),
        menu=_menu(edition, config.menu),
        footer_menu=_menu(edition, config.footer_menu),
        organisation=edition.show_or_none(config.contact.organisation),
        whatsapp=config.contact.whatsapp,
        phone=config.contact.phone,
        email=config.contact.email,
        address=edition.show_or_none(config.contact.address),
        feed_url=feed_url(edition),
        manifest_url=manifest_url(routes),
        keeps_offline=keeps_offline,
        enquiry_url=None if enquiry is None else edition.url(enquiry),
        data_url=routes.asset(OutPath("data/")),
        data_licence=config.data_licence,
        search_url=routes.search(lang) if with_search else None,
        timezone=config.timezone,
        assets=dict(sorted(assets.items())),
        csp_meta=policy_in_page(with_search=with_search),
        papers=(edition.palette.light.paper, edition.palette.dark.paper),
    )


def _menu(edition: Edition, ids: Iterable[EntryId]) -> tuple[MenuItem, ...]:
    pages: list[AnyEntry] = [edition.catalog.pages[id_] for id_ in ids if id_ in edition.catalog.pages]
    return tuple(MenuItem(page.id, edition.url(page), menu_name(edition, page)) for page in pages)
