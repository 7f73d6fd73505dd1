from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser

from tests.support.little_site import BASE_URL, make_little_site
from tests.support.site import BuiltSite
from tests.support.verdict import expect_none

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
XHTML = "{http://www.w3.org/1999/xhtml}"
ATOM = "{http://www.w3.org/2005/Atom}"
_ADDRESS = re.compile(r'\b(?:href|src)="([^"]*)"')


def test_every_xml_and_svg_file_is_well_formed(built_site: BuiltSite) -> None:
    faults = []
    for path in sorted(built_site.files):
        if path.endswith((".xml", ".svg")):
            try:
                ET.fromstring(built_site.text(path))
            except ET.ParseError as error:
                faults.append(f"{path}: {error}")
    expect_none(faults)


def test_the_sitemap_lists_exactly_the_indexable_pages(any_site: BuiltSite) -> None:
    listed = [_text(entry, f"{SITEMAP}loc") for entry in _entries(any_site)]
    indexable = {any_site.url(page.path) for page in any_site.pages.values() if page.is_indexable}
    assert len(listed) == len(set(listed))
    expect_none(
        [f"not listed: {url}" for url in sorted(indexable - set(listed))]
        + [f"listed, and not indexable: {url}" for url in sorted(set(listed) - indexable)]
    )


def test_the_sitemap_and_the_pages_name_the_same_alternates(any_site: BuiltSite) -> None:
    faults = []
    for entry in _entries(any_site):
        page = any_site.pages.get(any_site.locate(_text(entry, f"{SITEMAP}loc")) or "")
        links = {(link.get("hreflang", ""), link.get("href", "")) for link in entry.iter(f"{XHTML}link")}
        if page and links != set(page.alternates):
            faults.append(f"{page.path}: {sorted(links ^ set(page.alternates))}")
    expect_none(faults)


def test_every_picture_of_the_sitemap_is_there(any_site: BuiltSite) -> None:
    expect_none(
        f"no picture at {image.text}"
        for entry in _entries(any_site)
        for image in entry.iter(f"{IMAGE}loc")
        if any_site.locate(image.text or "") is None
    )


def test_a_page_is_listed_with_the_photos_of_its_entry(tmp_path: Path) -> None:
    site = make_little_site(tmp_path / "project")
    site.build()
    photos = {
        _text(entry, f"{SITEMAP}loc"): [image.text for image in entry.iter(f"{IMAGE}loc")]
        for entry in _entries(BuiltSite(site.output, BASE_URL))
    }
    shown = {url: images for url, images in photos.items() if images}
    assert shown.keys() == {f"{BASE_URL}toko/intako/", f"{BASE_URL}produk/tas-1/"}
    assert all(
        (image or "").startswith(f"{BASE_URL}assets/photos/") for images in shown.values() for image in images
    )


def test_robots_txt_names_the_sitemap(any_site: BuiltSite) -> None:
    named = [
        line.partition(":")[2].strip() for line in _robots(any_site) if line.lower().startswith("sitemap:")
    ]
    assert named
    assert [any_site.locate(url) for url in named] == ["sitemap.xml"]


def test_every_language_offers_a_feed_that_is_there(any_site: BuiltSite) -> None:
    without = {page.lang for page in any_site.full_pages} - {lang for lang, _ in _feeds(any_site)}
    assert not without


def test_feeds_say_what_atom_asks_for_and_lead_to_pages(any_site: BuiltSite) -> None:
    faults = []
    for _, path in sorted(set(_feeds(any_site))):
        feed = ET.fromstring(any_site.text(path))
        entries = feed.findall(f"{ATOM}entry")
        ids = [_text(entry, f"{ATOM}id") for entry in entries]
        if len(ids) != len(set(ids)):
            faults.append(f"{path}: an id twice")
        faults += [
            f"{path}: <{part.tag.removeprefix(ATOM)}> lacks <{name}>"
            for part in (feed, *entries)
            for name in ("id", "title", "updated", "link")
            if part.find(f"{ATOM}{name}") is None
        ]
        faults += [
            f"{path}: leads nowhere: {url}"
            for link in feed.iter(f"{ATOM}link")
            if any_site.is_own(url := link.get("href", "")) and any_site.locate(url) is None
        ]
    expect_none(faults)


def _entries(site: BuiltSite) -> Iterator[ET.Element]:
    """Read the sitemap, and the ones it lists if it is a list of sitemaps."""
    todo = ["sitemap.xml"]
    for path in todo:
        tree = ET.fromstring(site.text(path))
        yield from tree.iter(f"{SITEMAP}url")
        todo += [
            site.locate(_text(part, f"{SITEMAP}loc")) or "missing" for part in tree.iter(f"{SITEMAP}sitemap")
        ]


def _feeds(site: BuiltSite) -> Iterator[tuple[str, str]]:
    """Yield language and path of each feed that a page offers."""
    for page in site.full_pages:
        for link in page.all("link"):
            if link.get("type") == "application/atom+xml":
                yield page.lang, site.locate(site.resolve(page, link.get("href"))) or "missing"


def _robots(site: BuiltSite) -> list[str]:
    return site.text("robots.txt").splitlines()


def _text(element: ET.Element, name: str) -> str:
    return (element.findtext(name) or "").strip()


def test_feed_readers_find_nothing_wrong_with_the_feeds(any_site: BuiltSite) -> None:
    """Read as programs for feeds read them: every entry whole, in its language, with sound times."""
    for lang, path in sorted(set(_feeds(any_site))):
        read = feedparser.parse(any_site.text(path).encode())
        assert not read.bozo, (path, read.get("bozo_exception"))
        assert (read.version, read.feed.language) == ("atom10", lang)
        assert len(read.entries) <= 50
        for entry in read.entries:
            assert entry.updated_parsed >= entry.published_parsed
            assert read.feed.updated_parsed >= entry.updated_parsed
        newest_first = [entry.published_parsed for entry in read.entries]
        assert newest_first == sorted(newest_first, reverse=True)


def test_what_feeds_tell_leads_somewhere_from_anywhere(any_site: BuiltSite) -> None:
    """A feed is read away from the site: a path alone leads to nothing there, and no script runs."""
    faults = []
    for path in sorted({path for _, path in _feeds(any_site)}):
        for content in ET.fromstring(any_site.text(path)).iter(f"{ATOM}content"):
            html = content.text or ""
            for address in _ADDRESS.findall(html):
                if "://" not in address and not address.startswith(("tel:", "mailto:")):
                    faults.append(f"{path}: not whole: {address}")
                elif any_site.is_own(address) and any_site.locate(unescape(address)) is None:
                    faults.append(f"{path}: leads nowhere: {address}")
            faults += [f"{path}: <{tag}>" for tag in ("script", "svg", "form", "button") if f"<{tag}" in html]
    expect_none(faults)
