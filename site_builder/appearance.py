"""What the pages look like: templates with their words, assets, colours and drawings."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from site_builder.model.config import SiteConfig
from site_builder.names import Digest, Lang, SourcePath, UrlPath
from site_builder.options import BuildOptions
from site_builder.plan.assets import asset_paths, plan_assets
from site_builder.plan.edition import Shares
from site_builder.plan.handbook import STYLE
from site_builder.plan.handbook import TEMPLATE as HANDBOOK
from site_builder.plan.palette import Palette, read_palette
from site_builder.plan.routes import Routes
from site_builder.plan.style_guide import Look, read_look
from site_builder.plan.tasks import Task
from site_builder.plan.views.shares import TEMPLATE as SHARE
from site_builder.problems import Problem
from site_builder.render.closure import Closures, close_templates
from site_builder.render.lettering import can_write
from site_builder.render.po_files import parse_po
from site_builder.render.words import Words
from site_builder.source.scan import Snapshot
from site_builder.store.database import Store
from site_builder.store.keys import key_of

_TEMPLATES = "templates/"
_STYLE_GUIDE = "style_guide.html"
_DRAWINGS = SourcePath("assets/img/lines.svg")
_LOCALE = "templates/locale/"


class Appearance(Struct, frozen=True):
    """What the pages of a site look like."""

    templates: dict[str, str]
    closures: Closures
    words: dict[Lang, Words]
    assets: dict[str, UrlPath]
    asset_tasks: tuple[Task, ...]
    handbook_style: UrlPath | None
    """Not among the assets: all other pages stay as they are without a handbook."""
    has_handbook: bool
    palette: Palette
    """The colours that charts share with the pages."""
    guide: Look | None
    """What a style guide shows, where one is made."""
    drawings: str
    """The sprite of drawings, for share pictures; empty where the site has none."""
    problems: tuple[Problem, ...]


def read_appearance(
    options: BuildOptions, snapshot: Snapshot, routes: Routes, code: Digest, store: Store
) -> Appearance:
    """Read what pages look like; what the project lacks is Sentra's own by now."""
    templates = _templates(snapshot)
    has_handbook = bool(options.handbook or options.preview) and HANDBOOK in templates
    digests = {
        path: snapshot.digest(path)
        for path in asset_paths(snapshot.stats)
        if has_handbook or path != f"assets/{STYLE}"
    }
    assets, tasks, of_assets = plan_assets(digests, snapshot.read, routes)
    style = assets.pop(STYLE, None)
    words, of_words = _words(snapshot, code, store)
    closures = _closures(templates, code, store)
    problems = (*of_assets, *of_words, *closures.problems)
    return Appearance(
        templates=templates,
        closures=closures,
        words=words,
        assets=assets,
        asset_tasks=tasks,
        handbook_style=style,
        has_handbook=has_handbook,
        palette=_palette(snapshot),
        guide=_look(snapshot) if options.preview and _STYLE_GUIDE in templates else None,
        drawings=_text(snapshot, _DRAWINGS) if _DRAWINGS in snapshot.stats and SHARE in templates else "",
        problems=problems,
    )


def shares_of(config: SiteConfig, appearance: Appearance) -> Shares | None:
    """Say what share pictures are drawn with; nothing where the site has none."""
    drawings = appearance.assets.get(_DRAWINGS.removeprefix("assets/"))
    if SHARE not in appearance.templates or drawings is None:
        return None
    langs = [Lang(language.code) for language in config.languages]
    return Shares(drawings, frozenset(lang for lang in langs if not can_write(lang)))


def _palette(snapshot: Snapshot) -> Palette:
    """Read the colours that charts share with the pages, from the sheet that all others come after."""
    sheets = [path for path in asset_paths(snapshot.stats) if path.endswith("-tokens.css")]
    return read_palette("\n".join(snapshot.read(path).decode("utf-8", "replace") for path in sheets))


def _look(snapshot: Snapshot) -> Look:
    tokens = [path for path in asset_paths(snapshot.stats) if path.endswith("-tokens.css")]
    drawings = [path for path in asset_paths(snapshot.stats) if path == _DRAWINGS]
    return read_look(*("".join(_text(snapshot, path) for path in paths) for paths in (tokens, drawings)))


def _text(snapshot: Snapshot, path: SourcePath) -> str:
    return snapshot.read(path).decode("utf-8", "replace")


def _templates(snapshot: Snapshot) -> dict[str, str]:
    return {
        path.removeprefix(_TEMPLATES): snapshot.read(path).decode("utf-8", "replace").replace("\r\n", "\n")
        for path in snapshot.stats
        if path.startswith(_TEMPLATES) and path.endswith((".html", ".xml", ".svg"))
    }


def _words(snapshot: Snapshot, code: Digest, store: Store) -> tuple[dict[Lang, Words], tuple[Problem, ...]]:
    """Read the catalogs of interface words; one with faults is read anew until it has none."""
    paths = [path for path in snapshot.stats if path.startswith(_LOCALE) and path.endswith(".po")]
    words: dict[Lang, Words] = {}
    problems: tuple[Problem, ...] = ()
    for path in paths:
        lang = Lang(path.removeprefix(_LOCALE).removesuffix(".po"))
        key = key_of("words", code, snapshot.digest(path))
        known = store.get(key)
        if known is not None:
            words[lang] = msgspec.json.decode(known, type=Words)
            continue
        words[lang], found = parse_po(path, snapshot.read(path))
        problems += found
        if not found:
            store.put(key, msgspec.json.encode(words[lang]))
    return words, problems


def _closures(templates: dict[str, str], code: Digest, store: Store) -> Closures:
    key = key_of("closures", code, templates)
    known = store.get(key)
    if known is None:
        closures = close_templates(templates)
        store.put(key, msgspec.json.encode(closures))
        return closures
    return msgspec.json.decode(known, type=Closures)
