from __future__ import annotations

import json

from tests.support.host_files import read_redirects
from tests.support.links import Link, css_links, expect_no_dead_link, fault_of, page_links
from tests.support.pages import Page
from tests.support.site import BuiltSite
from tests.support.verdict import expect_none


def test_every_link_leads_somewhere_and_nothing_is_loaded_from_elsewhere(any_site: BuiltSite) -> None:
    expect_no_dead_link(any_site)


def test_style_sheets_load_nothing_from_elsewhere(any_site: BuiltSite) -> None:
    expect_none(
        fault
        for path in sorted(any_site.files)
        if path.endswith((".css", ".svg"))
        for link in css_links(any_site, path, any_site.text(path))
        if (fault := fault_of(any_site, link))
    )


def test_the_web_manifest_names_files_that_are_there(any_site: BuiltSite) -> None:
    path = "manifest.webmanifest"
    manifest = json.loads(any_site.text(path))
    named = [manifest["start_url"], *(icon["src"] for icon in manifest.get("icons", ()))]
    here = Page(path, ())
    expect_none(
        fault for raw in named if (fault := fault_of(any_site, Link(path, any_site.resolve(here, raw), True)))
    )


def test_every_redirect_leads_to_a_page(any_site: BuiltSite) -> None:
    here = Page("_redirects", ())
    expect_none(
        fault
        for source, (target, _) in read_redirects(any_site.folder).items()
        if (fault := fault_of(any_site, Link(source, any_site.resolve(here, target), False)))
    )


def test_pages_that_send_readers_on_lead_to_pages_that_do_not(built_site: BuiltSite) -> None:
    faults = []
    for page in built_site.pages.values():
        if page.is_redirect:
            targets = {built_site.locate(link.url) for link in page_links(built_site, page)}
            if not any(target and not built_site.pages[target].is_redirect for target in targets):
                faults.append(f"{page.path}: leads to {targets}")
    expect_none(faults)
