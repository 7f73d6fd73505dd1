from __future__ import annotations

import json
from typing import Any

from site_builder.model.config import Language, SiteConfig
from site_builder.model.localized import Localized
from site_builder.names import Lang, UrlPath
from site_builder.plan.routes import make_routes
from site_builder.plan.site_files import web_manifest

PAPER = "#fafafa"
CONFIG = SiteConfig(
    Localized({Lang("id"): "Sentra Contoh", Lang("en"): "Sample Cluster"}),
    (Language("id", "Bahasa Indonesia"), Language("en", "English")),
)


def manifest(base_url: str, assets: dict[str, UrlPath]) -> dict[str, Any]:
    task = web_manifest(make_routes(CONFIG, {}, base_url), CONFIG, assets, PAPER)
    assert task.out == "manifest.webmanifest"
    read = json.loads(task.text)
    assert isinstance(read, dict)
    return read


def test_the_manifest_speaks_the_first_language_and_starts_where_the_site_lies() -> None:
    icon = UrlPath("/tanggulangin/assets/img/favicon.0123456789.svg")
    assert manifest("https://example.org/tanggulangin/", {"img/favicon.svg": icon}) == {
        "name": "Sentra Contoh",
        "short_name": "Sentra Contoh",
        "lang": "id",
        "start_url": "/tanggulangin/",
        "theme_color": PAPER,
        "background_color": PAPER,
        "icons": [{"src": icon, "sizes": "any", "type": "image/svg+xml"}],
    }


def test_icons_of_every_size_are_told_apart() -> None:
    assets = {
        f"img/{name}": UrlPath(f"/assets/img/{name}")
        for name in ("icon-192.png", "icon-maskable-512.png", "else.png")
    }
    assert manifest("", assets)["icons"] == [
        {"src": "/assets/img/icon-192.png", "sizes": "192x192", "type": "image/png"},
        {
            "src": "/assets/img/icon-maskable-512.png",
            "sizes": "512x512",
            "type": "image/png",
            "purpose": "maskable",
        },
    ]


def test_a_site_without_an_icon_names_none() -> None:
    assert "icons" not in manifest("", {})
