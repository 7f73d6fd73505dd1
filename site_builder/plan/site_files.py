"""Files that speak of the whole site: sitemap, robots, redirects, headers and marks for hosts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from html import escape  # that of xml.sax loads a web client for 12 ms
from urllib.parse import urlsplit

from msgspec import Struct

from site_builder.model.catalog import AnyEntry
from site_builder.model.config import SiteConfig
from site_builder.model.entries import Story
from site_builder.names import OutPath, UrlPath
from site_builder.plan.headers import headers_file
from site_builder.plan.routes import Routes
from site_builder.plan.tasks import TextTask
from site_builder.plan.views.chrome import Head
from site_builder.source.naming import CONFIG_PATH

SITEMAP_LIMIT = 40_000
"""The protocol allows 50,000 addresses and 50 MB a file."""
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
)
_MANIFEST = OutPath("manifest.webmanifest")
_ICONS = (
    ("img/favicon.svg", {"sizes": "any", "type": "image/svg+xml"}),
    ("img/icon-192.png", {"sizes": "192x192", "type": "image/png"}),
    ("img/icon-512.png", {"sizes": "512x512", "type": "image/png"}),
    ("img/icon-maskable-512.png", {"sizes": "512x512", "type": "image/png", "purpose": "maskable"}),
)
"""What a site may have among its assets, and what the manifest says of each."""


class Listed(Struct, frozen=True):
    """A page for the sitemap."""

    head: Head
    last_change: str
    """ISO day, empty when no source tells."""
    images: tuple[UrlPath, ...] = ()
    """The photos of the entry that the page is about."""


class Redirect(Struct, frozen=True):
    source: UrlPath
    target: UrlPath


def site_files(
    routes: Routes, listed: Sequence[Listed], redirects: Sequence[Redirect], *, with_search: bool = False
) -> list[TextTask]:
    """Plan the files; without a known base URL there is no sitemap, for it must name the host."""
    files = {
        ".nojekyll": "",
        "_headers": headers_file(with_search=with_search),
        "_redirects": "".join(f"{one.source} {one.target} 301\n" for one in redirects),
        "robots.txt": _robots(routes),
    }
    host = urlsplit(routes.origin).hostname
    if host and routes.base_path == "/" and not host.endswith(".github.io") and host != "localhost":
        files["CNAME"] = f"{host}\n"
    if routes.origin:
        files |= _sitemaps(routes, [page for page in listed if page.head.is_indexable])
    return [TextTask(OutPath(out), CONFIG_PATH, text) for out, text in files.items()]


def manifest_url(routes: Routes) -> UrlPath:
    return routes.asset(_MANIFEST)


def web_manifest(routes: Routes, config: SiteConfig, assets: Mapping[str, UrlPath], paper: str) -> TextTask:
    """Plan what a phone asks for when somebody puts the site on the home screen; in the first language.

    `paper` is the ground of all pages by day.
    """
    name = config.name.show(routes.default_lang, ()).text
    manifest: dict[str, object] = {
        "name": name,
        "short_name": name,
        "lang": routes.default_lang,
        "start_url": routes.base_path,
        "theme_color": paper,
        "background_color": paper,
    }
    icons = [{"src": assets[name], **what} for name, what in _ICONS if name in assets]
    if icons:
        manifest["icons"] = icons
    return TextTask(_MANIFEST, CONFIG_PATH, json.dumps(manifest, ensure_ascii=False, indent=1) + "\n")


def last_change(entry: AnyEntry) -> str:
    """Give the latest day that the entry itself names: confirmed, told or published."""
    days = [entry.meta.verified, entry.meta.publish]
    if isinstance(entry.facts, Story):
        days.append(entry.facts.date)
    return max((day for day in days if day), default="")


def _robots(routes: Routes) -> str:
    sitemap = f"\nSitemap: {routes.absolute(routes.base_path)}sitemap.xml\n" if routes.origin else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def _sitemaps(routes: Routes, pages: Sequence[Listed]) -> dict[str, str]:
    if len(pages) <= SITEMAP_LIMIT:
        return {"sitemap.xml": _sitemap(routes, pages)}
    parts = [pages[start : start + SITEMAP_LIMIT] for start in range(0, len(pages), SITEMAP_LIMIT)]
    files = {f"sitemap-{number}.xml": _sitemap(routes, part) for number, part in enumerate(parts, 1)}
    root = routes.absolute(routes.base_path)
    entries = "".join(f"<sitemap><loc>{escape(root + name)}</loc></sitemap>\n" for name in files)
    index = f'{_XML}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</sitemapindex>\n'
    return {"sitemap.xml": index, **files}


def _sitemap(routes: Routes, pages: Iterable[Listed]) -> str:
    urls = "".join(_url(routes, page) for page in pages)
    return f"{_XML}<urlset {_NAMESPACES}>\n{urls}</urlset>\n"


def _url(routes: Routes, page: Listed) -> str:
    changed = f"<lastmod>{page.last_change}</lastmod>" if page.last_change else ""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{escape(other.lang)}" href="{escape(other.url)}"/>'
        for other in page.head.alternates
    )
    images = "".join(
        f"<image:image><image:loc>{escape(routes.absolute(url))}</image:loc></image:image>"
        for url in page.images
    )
    return f"<url><loc>{escape(page.head.canonical)}</loc>{changed}{links}{images}</url>\n"
