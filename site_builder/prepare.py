"""Runs the stages from scan to plan: everything that is known before a page is rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from urllib.parse import unquote

from msgspec import Struct
from msgspec.structs import replace

from site_builder.appearance import Appearance, read_appearance, shares_of
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
from site_builder.names import Digest, OutPath, SourcePath
from site_builder.options import BuildOptions
from site_builder.plan.closed_shops import without_offers
from site_builder.plan.edition import NO_PROGRAM
from site_builder.plan.handbook import Handbook, without_handbook
from site_builder.plan.photos import PlacedPhoto
from site_builder.plan.plan import Desk, Material, faults_of_texts, make_plan, set_desk
from site_builder.plan.routes import Routes, make_routes
from site_builder.plan.search import FOLDER as SEARCH_FOLDER
from site_builder.plan.tasks import ImageTask, Plan, Task, find_collisions
from site_builder.problems import Problem, Span, WrongUse, has_errors, in_order
from site_builder.publish.folder import read_folder
from site_builder.pulse import Pulse, go_on
from site_builder.render.closure import Closures
from site_builder.render.pages import RenderSetup
from site_builder.render.render import task_keys
from site_builder.search.stage import index_site
from site_builder.source.naming import CONFIG_PATH
from site_builder.source.scan import Snapshot, digest_of, same_names
from site_builder.store.code import code_digest, drawing_digest, photo_digest, search_digest
from site_builder.store.database import Store
from site_builder.store.keys import key_of
from site_builder.validate.charts import unsourced_charts
from site_builder.validate.references import Locate

_OFFLINE = "offline.html"


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


class _Said(Struct, frozen=True):
    """What the site says: its entries with their texts and photos."""

    config: SiteConfig
    audience: Audience
    content: Content
    routes: Routes
    photos: dict[SourcePath, PlacedPhoto]
    photo_tasks: tuple[ImageTask, ...]
    problems: tuple[Problem, ...]


def prepare(
    options: BuildOptions,
    seen: Glance,
    store: Store,
    crew: Crew,
    when_ready: Callable[[Groundwork], None] | None = None,
    pulse: Pulse = go_on,
) -> Prepared:
    """Run the stages from `parse` to `plan`; all that they find is in `problems`.

    `when_ready` is given what the pages are about to be planned from.
    """
    snapshot, code = seen.snapshot, code_digest()
    said = _what_it_says(options, snapshot, code, store, crew)
    pulse()
    appearance = read_appearance(options, snapshot, said.routes, code, store)
    problems = (*seen.problems, *same_names(snapshot.stats), *said.problems, *appearance.problems)
    material = _material(options, said, appearance, code, store)
    other_tasks = (*appearance.asset_tasks, *said.photo_tasks)
    desk = set_desk(material)
    setup = _setup(options, said.config, appearance, desk, code)
    text_faults = faults_of_texts(material)
    if when_ready is not None:
        when_ready(
            Groundwork(
                material, desk, other_tasks, text_faults, problems, snapshot, appearance.closures, setup, code
            )
        )
    plan, found = make_plan(material, other_tasks, desk, text_faults, pulse)
    problems = (*problems, *found, *_faults_of_wishes(options, said, plan, snapshot))
    keys = {} if has_errors(problems) else task_keys(plan, appearance.closures, setup, code, pulse)
    return Prepared(
        snapshot,
        plan,
        appearance.closures,
        setup,
        keys,
        in_order(problems),
        said.routes,
        said.config.budgets,
        said.content.locate,
    )


def _what_it_says(options: BuildOptions, snapshot: Snapshot, code: Digest, store: Store, crew: Crew) -> _Said:
    config, of_settings = read_settings(snapshot, code, store, crew)
    audience = Audience(day_of_site(config, options.now), options.drafts)
    content, of_content = gather_content(snapshot, config, audience, code, store, crew)
    routes = make_routes(config, content.catalog.pages, _base_url(options, config))
    photos, of_photos = gather_photos(
        content.photos, snapshot.root, routes, photo_digest(), store, crew, preview=options.preview
    )
    shown = shown_photos(content.catalog, content.texts)
    tasks = photo_tasks(content.photos, photos, routes, photo_digest(), shown)
    problems = (*of_settings, *of_content, *of_photos)
    return _Said(config, audience, content, routes, photos, tasks, problems)


def _material(
    options: BuildOptions, said: _Said, appearance: Appearance, code: Digest, store: Store
) -> Material:
    """Put together what the pages are planned from."""
    content = said.content
    handbook = (
        Handbook(convert_handbook(read_handbook(), code, store), appearance.handbook_style)
        if appearance.has_handbook
        else None
    )
    return Material(
        catalog=without_offers(sound_part(content.catalog)),
        hidden=content.hidden,
        unread=content.unread,
        texts=content.texts,
        bodies=content.bodies,
        photos=said.photos,
        photo_files=content.photos,
        assets=appearance.assets,
        words={lang: words.singles for lang, words in appearance.words.items()},
        routes=said.routes,
        locate=content.locate,
        palette=appearance.palette,
        handbook=handbook,
        drawing_program=drawing_digest(),
        offline_program=_offline_program(said.config, options, appearance.closures),
        shares=shares_of(said.config, appearance),
        today=said.audience.today.isoformat(),
        look=appearance.guide,
    )


def _setup(
    options: BuildOptions, config: SiteConfig, appearance: Appearance, desk: Desk, code: Digest
) -> RenderSetup:
    weighs = not options.preview and (options.weighs or config.budgets is not None)
    return RenderSetup(
        key_of(code, appearance.templates, desk.chromes, appearance.words, weighs),
        appearance.templates,
        desk.chromes,
        appearance.words,
        weighs,
        appearance.drawings,
    )


def _faults_of_wishes(
    options: BuildOptions, said: _Said, plan: Plan, snapshot: Snapshot
) -> Iterator[Problem]:
    """Tell what of this build's own wishes can't be had: a handbook, something that may go public."""
    without = without_handbook(plan.tasks) if options.handbook else None
    if without is not None:
        yield without
    if options.release:
        yield from _release_faults(said.content, said.routes, snapshot)


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
    faults += unsourced_charts(content.catalog, content.locate)
    return [*faults, *placeholders_left(content.catalog, snapshot, content.locate)]
