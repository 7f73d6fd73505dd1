"""Do the links, figures, charts and photos of all texts lead somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache

from msgspec import Struct, field
from msgspec.structs import replace

from site_builder.model.body import Body, BodySource, Reference
from site_builder.model.catalog import Catalog, EntryKey
from site_builder.model.config import fallbacks_of
from site_builder.model.nearest import misspelled, misspelled_path, named_alike, nearest
from site_builder.names import EntryId, Kind, Lang, OutPath, UrlPath
from site_builder.plan.anchors import anchors_of
from site_builder.plan.dated_places import NOTHING_DATED, DatedPlaces
from site_builder.plan.maps import MAP_NAMES
from site_builder.plan.routes import SECTION_KINDS, Routes, path_in
from site_builder.plan.tasks import Task
from site_builder.problems import Problem, Severity, Span
from site_builder.validate.former_names import former_names, shape_of_name, shown_names
from site_builder.validate.photos import near_photo


class Text(Struct, frozen=True):
    """A converted text with its place."""

    kind: Kind
    id: EntryId
    source: BodySource
    body: Body


class Targets(Struct, frozen=True):
    """Everything that a text may lead to."""

    catalog: Catalog
    """Visible entries."""
    hidden: AbstractSet[EntryKey]
    """Entries that exist but are not visible: drafts, not yet or no longer published."""
    unread: AbstractSet[EntryKey]
    """Entries whose own faults are told already, so that to name them is no second fault."""
    bodies: Mapping[tuple[Kind, EntryId, Lang], Body]
    photos: Collection[str]
    """Paths of the photos that are there, readable or not."""
    former: dict[Kind, dict[str, EntryId]] = field(default_factory=dict)
    """Former names of the entries of a kind, once they were asked for."""
    names: dict[Kind, dict[str, EntryId]] = field(default_factory=dict)
    """So are the names that readers see."""

    def named(self, kind: Kind, target: str) -> str:
        if kind not in self.names:
            self.names[kind] = shown_names(self.catalog.of(kind).values())
        return self.names[kind].get(shape_of_name(target), "")

    def renamed(self, kind: Kind, target: str) -> EntryId | None:
        """Give the entry that was called `target` before, by its own word."""
        if kind not in self.former:
            self.former[kind] = former_names(self.catalog.of(kind).values())
        return self.former[kind].get(target)


def check_texts(texts: Iterable[Text], targets: Targets) -> Iterator[Problem]:
    """Tell every reference to an entry, a heading or a photo that is not there, in the order of `texts`."""
    for text in texts:
        for reference in text.body.references:
            problem = _fault(text, reference, targets)
            if problem is not None:
                yield problem


class SitePaths(Struct, frozen=True):
    """What was found of the addresses that texts write out."""

    problems: tuple[Problem, ...]
    instead: dict[str, str | None]
    """Of addresses of which a date has taken something: what a link may lead to today, `None` for nothing."""


def check_site_paths(
    texts: Iterable[Text],
    tasks: Iterable[Task],
    routes: Routes,
    unread: AbstractSet[EntryKey],
    dated: DatedPlaces = NOTHING_DATED,
) -> SitePaths:
    """Tell every path on this site to which no output answers, and every heading that its page lacks.

    Paths at which one of the `unread` entries might lie are passed over; of `dated` ones is warned.
    """
    outs = {task.out: task for task in tasks}
    problems: list[Problem] = []
    instead: dict[str, str | None] = {}

    @cache
    def near(path: str) -> str:
        pages = (f"/{out.removesuffix('index.html')}" for out in sorted(outs) if _is_page(out))
        return misspelled_path(f"/{path}", pages)

    for text in texts:
        for reference in text.body.references:
            path = path_in(reference.target)
            if reference.form != "href" or reference.kind is not None or not reference.target:
                continue
            task = outs.get(routes.out(UrlPath(f"{routes.base_path}{path}"))) or outs.get(OutPath(path))
            if task is not None:
                problem = _anchor_fault(text, reference, task, dated)
            elif _may_be_unread(path, routes, unread):
                continue
            elif not dated.has_named(path) and f"{path}/index.html" in outs:
                problem = _problem(
                    text, reference, "link-missing", "path-slash", reference.target, f"/{path}/"
                )
            else:
                problem = _path_fault(text, reference, dated, "" if dated.has_named(path) else near(path))
            if problem is None:
                continue
            problems.append(problem)
            if problem.severity is Severity.WARNING:
                url = written_url(reference, routes)
                instead[url] = None if task is None else url.partition("#")[0]
    return SitePaths(tuple(problems), instead)


def written_url(reference: Reference, routes: Routes) -> str:
    """Give a path on this site that a text writes out its base path."""
    fragment = f"#{reference.fragment}" if reference.fragment else ""
    return f"{routes.base_path}{reference.target.removeprefix('/')}{fragment}"


def _path_fault(text: Text, reference: Reference, dated: DatedPlaces, near: str) -> Problem:
    """Tell that nothing lies at a path: a warning where a date may be why, as nobody has changed anything."""
    path = path_in(reference.target)
    if dated.has_named(path):
        return _dated(text, reference)
    variant = "path-dated" if dated.may_lack(path) else "path"
    problem = _problem(
        text, reference, "link-missing", f"{variant}-near" if near else variant, reference.target, near
    )
    return replace(problem, severity=Severity.WARNING) if dated.may_lack(path) else problem


def _is_page(out: OutPath) -> bool:
    """Whether an output may be meant by a link; the second page of a list never is."""
    return out.endswith("/index.html") and not out.split("/")[-2].isdecimal()


def _anchor_fault(text: Text, reference: Reference, task: Task, dated: DatedPlaces) -> Problem | None:
    known = anchors_of(task) if reference.fragment else None
    if known is None or reference.fragment in known:
        return None
    if dated.may_lack_anchor(path_in(reference.target), reference.fragment):
        problem = _problem(text, reference, "anchor-missing", "dated", reference.fragment)
        return replace(problem, severity=Severity.WARNING)
    return _near_problem(text, reference, "anchor-missing", reference.fragment, known)


def heading_ids(
    bodies: Mapping[tuple[Kind, EntryId, Lang], Body], target: EntryKey, langs: Iterable[Lang]
) -> list[str]:
    """Give the ids of the headings that a page of `target` shows in the first of `langs` that it has."""
    found = (bodies.get((*target, lang)) for lang in langs)
    shown = next((body for body in found if body is not None), None)
    return [] if shown is None else [heading.id for heading in shown.headings]


def _fault(text: Text, reference: Reference, targets: Targets) -> Problem | None:
    match reference.form:
        case "photo":
            return _photo_fault(text, reference, targets)
        case "photos":
            return None
        case "map":
            return _map_fault(text, reference)
        case _ if reference.kind is not None:
            return _entry_fault(text, reference, (reference.kind, EntryId(reference.target)), targets)
        case _ if reference.target:
            return None
        case _:
            return _heading_fault(text, reference, (text.kind, text.id), targets)


def _entry_fault(text: Text, reference: Reference, key: EntryKey, targets: Targets) -> Problem | None:
    if key in targets.catalog.dated:
        return _dated(text, reference)
    if key in targets.hidden:
        return _problem(text, reference, "link-missing", "hidden", reference.target)
    entries = targets.catalog.of(key[0])
    if key[1] not in entries and key not in targets.unread:
        now = targets.renamed(key[0], reference.target)
        if now is not None:
            return _problem(text, reference, "link-missing", "renamed", reference.target, now)
        known = [*entries, *(id_ for kind, id_ in targets.unread if kind is key[0])]
        near = misspelled(reference.target, known) or targets.named(key[0], reference.target)
        alike = [near] if near else named_alike(reference.target, known)
        variant = "near" if len(alike) == 1 else "alike" if alike else ""
        listed = alike[0] if len(alike) == 1 else ", ".join(f"`{one}`" for one in alike)
        return _problem(text, reference, "link-missing", variant, reference.target, listed)
    return _heading_fault(text, reference, key, targets) if reference.fragment else None


def _heading_fault(text: Text, reference: Reference, key: EntryKey, targets: Targets) -> Problem | None:
    lang = text.body.lang
    ids = heading_ids(targets.bodies, key, (lang, *fallbacks_of(targets.catalog.config, lang)))
    if reference.fragment in ids or (key in targets.unread and not ids):
        return None
    return _near_problem(text, reference, "anchor-missing", reference.fragment, ids)


def _photo_fault(text: Text, reference: Reference, targets: Targets) -> Problem | None:
    folder = f"content/{text.kind.value}/"
    if f"{folder}{reference.target}" in targets.photos:
        return None
    names = [path.removeprefix(folder) for path in targets.photos if path.startswith(folder)]
    variant, near = near_photo(reference.target, text.id, names)
    return _problem(text, reference, "photo-missing", variant, reference.target, near)


def _map_fault(text: Text, reference: Reference) -> Problem | None:
    if reference.target in MAP_NAMES:
        return None
    return _near_problem(text, reference, "map-unknown", reference.target, MAP_NAMES)


def _may_be_unread(path: str, routes: Routes, unread: AbstractSet[EntryKey]) -> bool:
    """Whether an entry that could not be read might have its address, or its lists, at `path`."""
    parts = path.strip("/").split("/")
    if parts[0] in routes.slugs[Kind.PAGES] and parts[0] != routes.default_lang:
        parts = parts[1:]
    sections = {kind for kind in Kind if parts and parts[0] in routes.slugs[kind].values()}
    kinds = {kind for kind, _ in unread}
    if Kind.PAGES in kinds:  # a page may be the list of a section, and any page may have any slug
        return len(parts) < 2 or not sections.isdisjoint(SECTION_KINDS.values())
    return not sections.isdisjoint(kinds)


def _dated(text: Text, reference: Reference) -> Problem:
    problem = _problem(text, reference, "link-missing", "dated", reference.target)
    return replace(problem, severity=Severity.WARNING)


def _near_problem(text: Text, reference: Reference, code: str, wanted: str, known: Iterable[str]) -> Problem:
    near = nearest(wanted, known)
    return _problem(text, reference, code, "near" if near else "", wanted, near)


def _problem(
    text: Text, reference: Reference, code: str, variant: str, wanted: str, near: str = ""
) -> Problem:
    at = Span(text.source.path, text.source.line + reference.line - 1, reference.column)
    folder = f"content/{text.kind.value}/{text.id}/"
    return Problem(code, at, variant, {"target": wanted, "near": near, "folder": folder, "id": text.id})
