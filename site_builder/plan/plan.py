"""Makes the plan: every output of the build with the view that it is made from."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from site_builder.handbook import ADDRESS as HANDBOOK
from site_builder.model.catalog import Catalog, Entry, EntryKey
from site_builder.model.config import fallbacks_of
from site_builder.model.entries import Page
from site_builder.model.localized import Localized
from site_builder.names import Digest, Lang, OutPath, UrlPath
from site_builder.plan.charts import chart_files, warn_of_long_charts
from site_builder.plan.chrome import make_chrome
from site_builder.plan.dated_places import DatedPlaces, dated_places
from site_builder.plan.edition import NO_PROGRAM, Addresses, Bodies, Edition, Photos, Shares
from site_builder.plan.feed import feed_page
from site_builder.plan.finder import SCRIPT, finder_files
from site_builder.plan.former import aliases, aliases_elsewhere
from site_builder.plan.handbook import Handbook, handbook_pages
from site_builder.plan.lacking import without_fonts, without_words
from site_builder.plan.land import survey
from site_builder.plan.links import Targets, Text, check_site_paths, check_texts
from site_builder.plan.llms import llms_file
from site_builder.plan.offline import SCRIPT as OFFLINE_SCRIPT
from site_builder.plan.offline import farewell_file, offline_page, worker_file
from site_builder.plan.outlets import outlets
from site_builder.plan.own_pages import entry_task, page_task
from site_builder.plan.palette import PLAIN, Palette
from site_builder.plan.photos import plain_picture
from site_builder.plan.routes import Routes
from site_builder.plan.search import SCRIPT as SEARCH_SCRIPT
from site_builder.plan.search import search_index
from site_builder.plan.search_page import search_pages
from site_builder.plan.section_pages import not_found_page, section_page
from site_builder.plan.share_urls import within_limits
from site_builder.plan.shares import share_tasks
from site_builder.plan.sheets import SHEETS, sheets
from site_builder.plan.shelf import Shelf, fill_shelf
from site_builder.plan.site_files import Listed, Redirect, last_change, site_files, web_manifest
from site_builder.plan.style_guide import ADDRESS as STYLE_GUIDE
from site_builder.plan.style_guide import Look, style_guide_page
from site_builder.plan.tasks import PageTask, Plan, Task, TextTask, find_collisions, taker_of
from site_builder.plan.unwritten import roots_to_make, unwritten_pages
from site_builder.plan.views.cards import Picture
from site_builder.plan.views.chrome import Chrome
from site_builder.plan.views.pages import FeedView, PageView
from site_builder.plan.views.search import SearchIndex
from site_builder.plan.written_paths import led_elsewhere
from site_builder.problems import Problem
from site_builder.pulse import Pulse, go_on
from site_builder.source.naming import CONFIG_PATH
from site_builder.store.keys import key_of
from site_builder.validate.references import Locate

LISTED_PX = 1600
"""The width of the pictures that the sitemap names."""
SITEMAP_PICTURES = 1000
"""What search engines read of one page."""


class Material(Struct, frozen=True):
    """Everything that the plan is made from; of a faulty site the part that can be planned."""

    catalog: Catalog
    """Visible entries only."""
    hidden: frozenset[EntryKey]
    unread: frozenset[EntryKey]
    """Entries whose faults are told already: what leads to them is not at fault."""
    texts: Sequence[Text]
    """All that must lead somewhere: of visible entries and of unread ones."""
    bodies: Bodies
    photos: Photos
    photo_files: Collection[str]
    """Also of photos that can't be read."""
    assets: Mapping[str, UrlPath]
    words: Mapping[Lang, Mapping[str, str]]
    routes: Routes
    locate: Locate
    palette: Palette = PLAIN
    shares: Shares | None = None
    look: Look | None = None
    """Of a preview: what its style guide shows."""
    handbook: Handbook | None = None
    """The editors' handbook, where the build is to have it."""
    drawing_program: Digest = NO_PROGRAM
    """Of what draws charts; their addresses hold it."""
    offline_program: Digest = NO_PROGRAM
    """Of what makes the page for places without signal; none where nothing is kept for them."""
    today: str = ""
    """The day of the build, as `2026-11-01`; without one no event is past."""


class Desk(Struct, frozen=True):
    """The site in each language, with all that its pages are planned from."""

    editions: tuple[tuple[Edition, Shelf], ...]
    chromes: dict[Lang, Chrome]
    keeps_offline: bool
    dated: DatedPlaces


def set_desk(material: Material) -> Desk:
    """Make what the pages of all languages share."""
    pages_by_template: dict[str, Entry[Page[Localized]]] = {
        page.facts.template: page for page in material.catalog.pages.values()
    }
    addresses = _addresses(material)
    land = survey(material.catalog)
    shares = within_limits(material.shares, material.catalog) if material.routes.origin else None
    roots = roots_to_make(material.catalog, material.routes, addresses, pages_by_template)
    keeps_offline = bool(material.offline_program) and OFFLINE_SCRIPT in material.assets
    editions: list[tuple[Edition, Shelf]] = []
    for language in material.catalog.config.languages:
        lang = Lang(language.code)
        edition = Edition(
            lang,
            fallbacks_of(material.catalog.config, lang),
            material.catalog,
            material.routes,
            material.bodies,
            material.photos,
            material.words,
            pages_by_template,
            addresses,
            land,
            roots,
            palette=material.palette,
            program=material.drawing_program,
            today=material.today,
            with_sheets=SHEETS in material.assets,
            shares=shares,
        )
        editions.append((edition, fill_shelf(edition)))
    chromes = {
        edition.lang: make_chrome(edition, material.assets, keeps_offline=keeps_offline)
        for edition, _ in editions
    }
    dated = dated_places(material.catalog, material.routes)
    return Desk(tuple(editions), chromes, keeps_offline, dated)


class _OfLanguage(Struct, frozen=True):
    """What is planned of one language."""

    tasks: tuple[Task, ...]
    listed: tuple[Listed, ...]
    redirects: tuple[Redirect, ...]
    index: SearchIndex | None
    offline_page: PageView | None


def make_plan(
    material: Material,
    other_tasks: tuple[Task, ...],
    desk: Desk | None = None,
    text_faults: tuple[Problem, ...] | None = None,
    pulse: Pulse = go_on,
) -> tuple[Plan, tuple[Problem, ...]]:
    """Plan all pages of all languages, `other_tasks` (assets, photos); the rest may be known already."""
    desk = desk or set_desk(material)
    languages: list[_OfLanguage] = []
    for edition, shelf in desk.editions:
        pulse()
        languages.append(_plan_language(edition, shelf, material, desk))
    pulse()
    tasks = [task for language in languages for task in language.tasks]
    tasks += _for_all_languages(material, desk, languages)
    tasks += other_tasks
    tasks += tuple(_for_editors(desk, material, tasks))
    paths = check_site_paths(material.texts, tasks, material.routes, material.unread, desk.dated)
    problems = (
        *without_words(material.catalog.config, material.words, material.locate),
        *without_fonts(material.catalog.config, material.shares, material.routes, material.locate),
        *warn_of_long_charts(material.catalog.charts.values(), material.locate),
        *find_collisions(tasks, material.locate),
        *(faults_of_texts(material) if text_faults is None else text_faults),
        *paths.problems,
    )
    indexes = tuple(language.index for language in languages if language.index is not None)
    if paths.instead:
        tasks = [led_elsewhere(task, paths.instead) for task in tasks]
    return Plan(tuple(tasks), desk.chromes, indexes), problems


def _plan_language(edition: Edition, shelf: Shelf, material: Material, desk: Desk) -> _OfLanguage:
    tasks: list[Task] = []
    listed: list[Listed] = []
    redirects: list[Redirect] = []
    for task, page in _edition_pages(edition, shelf, redirects, with_finder=SCRIPT in material.assets):
        tasks.append(task)
        if page is not None:
            listed.append(page)
    for chart in material.catalog.charts.values():
        tasks += chart_files(edition, chart)
    tasks += share_tasks(edition)
    index = search_index(edition, shelf) if SEARCH_SCRIPT in material.assets else None
    if index is not None:
        pages = search_pages(edition, shelf, has_index=bool(index.records))
        tasks += [_unwritten(edition, *made) for made in pages]
    view: PageView | None = None
    if desk.keeps_offline:
        out, template, view = offline_page(edition)
        tasks.append(_unwritten(edition, out, template, view))
    if edition.lang == edition.default_lang:
        tasks.append(llms_file(edition))
    elif any(entry.meta.aliases for entry in edition.catalog):
        for former in aliases_elsewhere(edition, {task.out.casefold() for task in tasks}):
            tasks.append(former.task)
            redirects.append(former.redirect)
    return _OfLanguage(tuple(tasks), tuple(listed), tuple(redirects), index, view)


def _for_all_languages(material: Material, desk: Desk, languages: Sequence[_OfLanguage]) -> Iterator[Task]:
    """Plan what a site has once: its lists for machines, its worker, cards and data, its manifest."""
    listed = [page for language in languages for page in language.listed]
    redirects = [redirect for language in languages for redirect in language.redirects]
    offline_pages = [page.offline_page for page in languages if page.offline_page is not None]
    with_search = SEARCH_SCRIPT in material.assets
    yield from site_files(material.routes, listed, redirects, with_search=with_search)
    yield _worker(material, desk.chromes, offline_pages)
    yield from outlets(material.catalog, material.routes)
    paper = material.palette.light.paper
    yield web_manifest(material.routes, material.catalog.config, material.assets, paper)


def faults_of_texts(material: Material) -> tuple[Problem, ...]:
    """Tell what in the texts leads nowhere, but for addresses that are written out."""
    return tuple(check_texts(material.texts, _targets(material)))


def _worker(
    material: Material, chromes: Mapping[Lang, Chrome], offline_pages: Sequence[PageView]
) -> TextTask:
    """Plan the worker that keeps pages for places without signal; without such a page one that leaves."""
    if not offline_pages:
        return farewell_file(material.routes)
    version = key_of(material.offline_program, chromes, dict(material.words), offline_pages)
    return worker_file(material.routes, tuple(chromes), version)


def _targets(material: Material) -> Targets:
    return Targets(
        material.catalog,
        material.hidden,
        material.unread,
        material.bodies,
        material.photo_files,
    )


def _addresses(material: Material) -> Addresses:
    langs = [Lang(language.code) for language in material.catalog.config.languages]
    return {
        (entry.kind, entry.id): {lang: material.routes.entry(entry, lang) for lang in langs}
        for entry in material.catalog
    }


def _edition_pages(
    edition: Edition, shelf: Shelf, redirects: list[Redirect], *, with_finder: bool
) -> Iterator[tuple[Task, Listed | None]]:
    """Yield the tasks of one language, with what the sitemap needs of each."""
    for entry in edition.catalog:
        changed = last_change(entry)
        if isinstance(entry.facts, Page):
            page = edition.catalog.pages[entry.id]
            for out, template, view in section_page(edition, shelf, page):
                yield page_task(out, template, edition, view, entry.paths), _listed(view, changed)
        else:
            task = entry_task(edition, shelf, entry)
            if task is not None:
                yield task, _listed(task.view, changed)
        if edition.lang == edition.default_lang:
            for former in aliases(edition, entry):
                redirects.append(former.redirect)
                yield former.task, None
    for out, template, view in unwritten_pages(edition, shelf):
        yield _unwritten(edition, out, template, view), _listed(view, "")
    out, template, view = not_found_page(edition)
    yield _unwritten(edition, out, template, view), None
    feed = feed_page(edition, shelf)
    if feed is not None:
        yield feed, None
    yield from ((task, None) for task in _beside(edition, shelf, with_finder=with_finder))


def _beside(edition: Edition, shelf: Shelf, *, with_finder: bool) -> Iterator[Task]:
    """Plan what a language has beside its pages for the screen, where the site has the files for it."""
    if edition.with_sheets:
        for sheet in sheets(edition, shelf):
            yield PageTask(sheet.out, sheet.paths[0], sheet.template, edition.lang, sheet.view, sheet.paths)
    if with_finder:
        yield from finder_files(edition, shelf)


def _for_editors(desk: Desk, material: Material, others: Sequence[Task]) -> Iterator[Task]:
    """Plan what no visitor sees, each where nothing of the site lies at its address: the site's own stays."""
    if material.look is not None and taker_of(others, STYLE_GUIDE) is None:
        edition, shelf = desk.editions[0]
        yield _unwritten(edition, *style_guide_page(edition, shelf, material.look))
    if material.handbook is not None and taker_of(others, HANDBOOK) is None:
        for edition, _ in desk.editions:
            yield from handbook_pages(edition, material.handbook)


def _unwritten(edition: Edition, out: OutPath, template: str, view: PageView) -> PageTask:
    return PageTask(out, CONFIG_PATH, template, edition.lang, view, (CONFIG_PATH,))


def _listed(view: PageView, changed: str) -> Listed | None:
    if isinstance(view, FeedView):
        return None
    entry = getattr(view, "entry", None)
    pictures: tuple[Picture, ...] = () if entry is None else entry.pictures[:SITEMAP_PICTURES]
    return Listed(view.head, changed, tuple(plain_picture(one.photo, LISTED_PX).url for one in pictures))
