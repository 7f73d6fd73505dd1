"""Runs the stages from scan to plan: everything that is known before a page is rendered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from urllib.parse import unquote

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from site_builder.crew import Crew
from site_builder.freshness import Glance
from site_builder.gather.content import Audience, Content, gather_content, read_settings, sound_part
from site_builder.gather.day import day_of_site
from site_builder.gather.handbook import convert_handbook
from site_builder.gather.photos import gather_photos, photo_tasks, shown_photos
from site_builder.gather.placeholders import placeholders_left
from site_builder.handbook import read_handbook
from site_builder.model.budgets import Budgets
from site_builder.model.catalog import AnyEntry
from site_builder.model.config import SiteConfig
from site_builder.model.readers.contact import read_web_url
from site_builder.model.scalars import ScalarFault
from site_builder.names import Digest, Lang, OutPath, SourcePath, UrlPath
from site_builder.options import BuildOptions
from site_builder.plan.assets import asset_paths, plan_assets
from site_builder.plan.edition import NO_PROGRAM, Shares
from site_builder.plan.handbook import STYLE, Handbook, without_handbook
from site_builder.plan.handbook import TEMPLATE as HANDBOOK
from site_builder.plan.palette import Palette, read_palette
from site_builder.plan.plan import Desk, Material, faults_of_texts, make_plan, set_desk
from site_builder.plan.routes import Routes, make_routes
from site_builder.plan.search import FOLDER as SEARCH_FOLDER
from site_builder.plan.style_guide import Look, read_look
from site_builder.plan.tasks import Plan, Task, find_collisions
from site_builder.plan.views.shares import TEMPLATE as SHARE
from site_builder.problems import Problem, Span, WrongUse, has_errors, in_order
from site_builder.publish.folder import read_folder
from site_builder.render.closure import Closures, close_templates
from site_builder.render.lettering import can_write
from site_builder.render.pages import RenderSetup
from site_builder.render.po_files import parse_po
from site_builder.render.render import task_keys
from site_builder.render.words import Words
from site_builder.search.stage import index_site
from site_builder.source.naming import CONFIG_PATH
from site_builder.source.scan import Snapshot, digest_of, same_names
from site_builder.store.code import code_digest, drawing_digest, photo_digest, search_digest
from site_builder.store.database import Store
from site_builder.store.keys import key_of
from site_builder.validate.references import Locate

_TEMPLATES = "templates/"
_STYLE_GUIDE = "style_guide.html"
_OFFLINE = "offline.html"
_DRAWINGS = SourcePath("assets/img/lines.svg")
_LOCALE = "templates/locale/"


class Prepared(Struct, frozen=True):
    """A build up to the point where rendering would begin."""

    snapshot: Snapshot
    plan: Plan
    closures: Closures
    setup: RenderSetup
    keys: dict[OutPath, Digest]
    problems: tuple[Problem, ...]
    routes: Routes
    budgets: Budgets | None
    locate: Locate


class Groundwork(Struct, frozen=True):
    """A build at the point where its pages would be planned."""

    material: Material
    desk: Desk
    other_tasks: Sequence[Task]
    text_faults: Sequence[Problem]
    problems: Sequence[Problem]
    """All that was found before."""
    snapshot: Snapshot
    closures: Closures
    setup: RenderSetup
    code: Digest


def prepare(
    options: BuildOptions,
    seen: Glance,
    store: Store,
    crew: Crew,
    when_ready: Callable[[Groundwork], None] | None = None,
) -> Prepared:
    """Run the stages from `parse` to `plan`; all that they find is in `problems`.

    `when_ready` is given what the pages are about to be planned from.
    """
    snapshot = seen.snapshot
    problems = (*seen.problems, *same_names(snapshot.stats))
    code = code_digest()
    config, found = read_settings(snapshot, code, store, crew)
    problems += found
    audience = Audience(day_of_site(config, options.now), options.drafts)
    content, found = gather_content(snapshot, config, audience, code, store, crew)
    problems += found
    routes = make_routes(config, content.catalog.pages, _base_url(options, config))
    photos, found = gather_photos(
        content.photos, snapshot.root, routes, photo_digest(), store, crew, preview=options.preview
    )
    problems += found
    shown = shown_photos(content.catalog, content.texts)
    image_tasks = photo_tasks(content.photos, photos, routes, photo_digest(), shown)
    templates = _templates(snapshot)
    with_handbook = bool(options.handbook or options.preview) and HANDBOOK in templates
    digests = {
        path: snapshot.digest(path)
        for path in asset_paths(snapshot.stats)
        if with_handbook or path != f"assets/{STYLE}"
    }
    assets, asset_tasks, found = plan_assets(digests, snapshot.read, routes)
    problems += found
    style = assets.pop(STYLE, None)  # all other pages stay as they are without a handbook
    handbook = Handbook(convert_handbook(read_handbook(), code, store), style) if with_handbook else None
    words, found = _words(snapshot, code, store)
    problems += found
    closures = _closures(templates, code, store)
    problems += closures.problems
    singles = {lang: words[lang].singles for lang in words}
    material = Material(
        catalog=sound_part(content.catalog),
        hidden=content.hidden,
        unread=content.unread,
        texts=content.texts,
        bodies=content.bodies,
        photos=photos,
        photo_files=content.photos,
        assets=assets,
        words=singles,
        routes=routes,
        locate=content.locate,
        palette=_palette(snapshot),
        handbook=handbook,
        drawing_program=drawing_digest(),
        offline_program=_offline_program(config, options, closures),
        shares=_shares(config, templates, assets),
        today=audience.today.isoformat(),
        look=_look(snapshot) if options.preview and _STYLE_GUIDE in templates else None,
    )
    other_tasks = (*asset_tasks, *image_tasks)
    desk = set_desk(material)
    weighs = not options.preview and (options.weighs or config.budgets is not None)
    drawings = _text(snapshot, _DRAWINGS) if _DRAWINGS in snapshot.stats and SHARE in templates else ""
    setup = RenderSetup(
        key_of(code, templates, desk.chromes, words, weighs), templates, desk.chromes, words, weighs, drawings
    )
    text_faults = faults_of_texts(material)
    if when_ready is not None:
        when_ready(
            Groundwork(material, desk, other_tasks, text_faults, problems, snapshot, closures, setup, code)
        )
    plan, found = make_plan(material, other_tasks, desk, text_faults)
    problems += found
    if options.handbook and (without := without_handbook(plan.tasks)):
        problems += (without,)
    if options.release:
        problems += tuple(_release_faults(content, routes, snapshot))
    keys = {} if has_errors(problems) else task_keys(plan, closures, setup, code)
    return Prepared(
        snapshot, plan, closures, setup, keys, in_order(problems), routes, config.budgets, content.locate
    )


def with_search(options: BuildOptions, prepared: Prepared, store: Store, crew: Crew) -> tuple[Prepared, bool]:
    """Add the search indexes to a plan; say whether all could be made. There is a warning of others."""

    def published_in(folder: OutPath) -> dict[str, bytes]:
        return read_folder(options.output, folder, digest_of)

    made = index_site(prepared.plan.indexes, search_digest(), store, crew.size, published_in)
    plan = Plan((*prepared.plan.tasks, *made.tasks), prepared.plan.chromes)
    beside = [task for task in plan.tasks if task.out.casefold().startswith(f"{SEARCH_FOLDER}/")]
    problems = (*made.problems, *find_collisions(beside, lambda path, _field: Span(path)))
    keys = prepared.keys | task_keys(Plan(made.tasks, {}), prepared.closures, prepared.setup, code_digest())
    problems = in_order((*prepared.problems, *problems))
    return replace(prepared, plan=plan, keys=keys, problems=problems), not made.problems


def _offline_program(config: SiteConfig, options: BuildOptions, closures: Closures) -> Digest:
    """Name what makes the page for places without signal; a preview keeps nothing that could get old.

    Neither Python nor the machine is in it: every visitor would fetch the worker anew after an update.
    """
    if not config.offline or options.preview or _OFFLINE not in closures.digests:
        return NO_PROGRAM
    return closures.digests[_OFFLINE]


def _base_url(options: BuildOptions, config: SiteConfig) -> str:
    url = (config.base_url or "") if options.base_url is None else options.base_url
    if not url:
        return ""
    try:
        read = read_web_url(url)
    except ScalarFault:
        read = ""
    if read != url or "?" in url or "#" in url or not {".", ".."}.isdisjoint(unquote(url).split("/")):
        raise WrongUse(Problem("base-url", Span("--base-url"), values={"value": url[:40]}))
    return read


def _palette(snapshot: Snapshot) -> Palette:
    """Read the colours that charts share with the pages, from the sheet that all others come after."""
    sheets = [path for path in asset_paths(snapshot.stats) if path.endswith("-tokens.css")]
    return read_palette("\n".join(snapshot.read(path).decode("utf-8", "replace") for path in sheets))


def _look(snapshot: Snapshot) -> Look:
    tokens = [path for path in asset_paths(snapshot.stats) if path.endswith("-tokens.css")]
    drawings = [path for path in asset_paths(snapshot.stats) if path == _DRAWINGS]
    return read_look(*("".join(_text(snapshot, path) for path in paths) for paths in (tokens, drawings)))


def _shares(config: SiteConfig, templates: Mapping[str, str], assets: Mapping[str, UrlPath]) -> Shares | None:
    drawings = assets.get(_DRAWINGS.removeprefix("assets/"))
    if SHARE not in templates or drawings is None:
        return None
    langs = [Lang(language.code) for language in config.languages]
    return Shares(drawings, frozenset(lang for lang in langs if not can_write(lang)))


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


def _sample_fault(content: Content, entry: AnyEntry) -> Problem:
    """Name its translations too: alone they would be the next faults."""
    at = content.locate(entry.path, ("sample",))
    others = [f"`{path.rpartition('/')[2]}`" for path in entry.paths if path != entry.path]
    if not others:
        return Problem("release-sample", at)
    return Problem("release-sample", at, "translated", {"files": ", ".join(others)})


def _release_faults(content: Content, routes: Routes, snapshot: Snapshot) -> list[Problem]:
    """Say what must not go public: made-up entries and numbers, and a site that does not know its address."""
    faults = [_sample_fault(content, entry) for entry in content.catalog if entry.meta.sample]
    if not routes.origin:
        faults.append(Problem("release-base-url", content.locate(CONFIG_PATH, ("base_url",))))
    return [*faults, *placeholders_left(content.catalog, snapshot, content.locate)]
