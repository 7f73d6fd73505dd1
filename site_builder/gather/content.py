"""From the snapshot to the catalog: what is there, what it says, and whether it fits together."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from site_builder.crew import Crew
from site_builder.gather.dated import menus_without, without_dated
from site_builder.gather.drafts import downgraded
from site_builder.gather.entries import EntryFiles, Gathered, gather_entries
from site_builder.gather.kindless import with_kinds
from site_builder.gather.lost import without_vocabulary
from site_builder.gather.misnamed import tell_misnamed
from site_builder.gather.misplaced import tell_misplaced
from site_builder.gather.orphans import tell_orphans
from site_builder.gather.photos import PhotoFiles, photo_files
from site_builder.gather.records import SettingsRecord, decode_settings, encode_settings
from site_builder.gather.refused_photos import told_at_the_file
from site_builder.gather.unread import Unread, read_unread
from site_builder.model.body import Body
from site_builder.model.catalog import AnyEntry, Catalog, EntryKey
from site_builder.model.config import WORD_SECTIONS, SiteConfig, Vocabulary
from site_builder.model.entries import Chart
from site_builder.model.localized import Localized
from site_builder.names import Digest, EntryId, Kind, Lang, SourcePath
from site_builder.plan.links import Text
from site_builder.problems import Problem, Span, WrongUse, has_errors, in_order
from site_builder.source.documents import Document, parse_document
from site_builder.source.naming import (
    CONFIG_PATH,
    VOCABULARY_PATH,
    DocumentName,
    Role,
    config_missing,
    name_document,
    unless_taken,
)
from site_builder.source.scan import Snapshot
from site_builder.store.database import Store
from site_builder.store.keys import key_of
from site_builder.validate.age import check_age
from site_builder.validate.charts import check_charts
from site_builder.validate.config import (
    known_words,
    knows_languages,
    languages_of,
    read_config,
    read_vocabulary,
)
from site_builder.validate.figures import check_figures
from site_builder.validate.numbers import check_texts, known_numbers, only_strange
from site_builder.validate.pages import check_home, check_pages, second_pages
from site_builder.validate.photos import NamedPhoto, check_photos, place_strays
from site_builder.validate.places import span_of
from site_builder.validate.positions import check_positions
from site_builder.validate.references import Locate, check_references, check_vocabulary
from site_builder.validate.samples import check_samples
from site_builder.validate.shops import check_shops
from site_builder.validate.terms import with_words
from site_builder.validate.untranslated import check_untranslated

V = TypeVar("V")


class Content(Struct, frozen=True):
    """What the editors wrote, as far as it could be read."""

    catalog: Catalog
    """Entries that are visible in this build."""
    hidden: frozenset[EntryKey]
    unread: frozenset[EntryKey]
    """Entries that are not in the catalog because of faults that are told."""
    bodies: Mapping[tuple[Kind, EntryId, Lang], Body]
    texts: tuple[Text, ...]
    """Of visible entries and of unread ones."""
    photos: PhotoFiles
    locate: Locate


class Audience(Struct, frozen=True):
    """For whom and when the site is built."""

    today: dt.date
    """In the site's own time zone; decides what is published and what has expired."""
    shows_drafts: bool


def read_settings(
    snapshot: Snapshot, code: Digest, store: Store, crew: Crew
) -> tuple[SiteConfig, tuple[Problem, ...]]:
    """Read `content/site.yaml`; when it can't be used, raises `WrongUse` with its faults and all others."""
    if CONFIG_PATH not in snapshot.stats:
        has_content = any(path.startswith("content/") for path in snapshot.stats)
        raise WrongUse(config_missing(has_content=has_content))
    settings = _stored(SettingsRecord[SiteConfig], CONFIG_PATH, (), snapshot, code, store, read_config)
    if settings.value is None or has_errors(settings.problems):
        raise WrongUse(*in_order((*settings.problems, *_other_faults(snapshot, code, store, crew))))
    return settings.value, settings.problems


def _other_faults(snapshot: Snapshot, code: Digest, store: Store, crew: Crew) -> Iterator[Problem]:
    """Find what is wrong in each other file by itself, if `site.yaml` tells the languages at least."""
    name = DocumentName(CONFIG_PATH, Role.CONFIG)
    settings, _ = parse_document(CONFIG_PATH, snapshot.read(CONFIG_PATH), name)
    if settings is None or not knows_languages(settings):
        return
    langs = languages_of(settings)
    names, problems = _names(snapshot, langs)
    yield from problems
    yield from _vocabulary(snapshot, langs, code, store)[2]
    groups = _groups(names)
    digests = {path: stat.digest for path, stat in snapshot.stats.items()}
    gathered = gather_entries(groups, langs, code, digests, snapshot.read, store, crew)
    unread = read_unread(groups, gathered.entries, langs, snapshot.read)
    # Which numbers are the site's own is not known.
    yield from only_strange((*gathered.problems, *unread.problems), gathered.entries, None)


def _stored(
    record: type[SettingsRecord[V]],
    path: SourcePath,
    langs: tuple[Lang, ...],
    snapshot: Snapshot,
    code: Digest,
    store: Store,
    read: Callable[[Document], tuple[V | None, tuple[Problem, ...]]],
) -> SettingsRecord[V]:
    """Read one of the two settings files through the store."""
    key = key_of("settings", code, path, langs, snapshot.digest(path))
    known = decode_settings(record, store.get(key))
    if known is not None:
        return known
    role = Role.CONFIG if path == CONFIG_PATH else Role.VOCABULARY
    document, problems = parse_document(path, snapshot.read(path), DocumentName(path, role))
    value: V | None = None
    if document is not None:
        value, found = read(document)
        problems += found
    made = SettingsRecord(value, problems)
    store.put(key, encode_settings(made))
    return made


def gather_content(
    snapshot: Snapshot, config: SiteConfig, audience: Audience, code: Digest, store: Store, crew: Crew
) -> tuple[Content, tuple[Problem, ...]]:
    """Read everything below `content/`; the faults of all files come together."""
    langs = tuple(Lang(language.code) for language in config.languages)
    names, problems = _names(snapshot, langs)
    vocabulary, doubtful, found = _vocabulary(snapshot, langs, code, store)
    problems += found
    groups = _groups(names)
    digests = {path: stat.digest for path, stat in snapshot.stats.items()}
    gathered = gather_entries(groups, langs, code, digests, snapshot.read, store, crew)
    problems += with_words(gathered.problems, vocabulary)
    problems = tell_orphans(tell_misplaced(tell_misnamed(problems, names, langs), snapshot), names)
    problems = [unless_taken(problem, snapshot.stats) for problem in problems]
    drafts = frozenset() if audience.shows_drafts else gathered.drafts
    live = [group for group in groups if (group.kind, group.id) not in drafts]
    unread = read_unread(live, gathered.entries, langs, snapshot.read)
    problems = with_kinds(
        (*problems, *unread.problems), [(group.kind, group.id) for group in groups], gathered.entries
    )
    numbers = known_numbers(gathered.entries, unread.entries, config)
    problems = only_strange(problems, gathered.entries, numbers)
    locate = _Locator(snapshot, langs)
    photos = photo_files((name.path for name in names if name.role is Role.PHOTO), snapshot)
    seen = [entry for entry in gathered.entries if _is_visible(entry, audience)]
    dated = {
        key_of_entry(entry): entry
        for entry in gathered.entries
        if not (entry.meta.draft or _is_visible(entry, audience))
    }
    remaining = without_dated(seen, dated.keys())
    visible = remaining.entries
    dated |= {key_of_entry(entry): entry for entry in remaining.leaning}
    catalog = replace(_catalog(menus_without(config, dated.keys()), vocabulary, visible), dated=dated)
    hidden = {key_of_entry(entry) for entry in gathered.entries} - {key_of_entry(entry) for entry in visible}
    hidden |= drafts
    content = Content(
        catalog,
        frozenset(hidden),
        frozenset(unread.entries),
        {**gathered.bodies, **unread.bodies},
        (*_texts(visible, gathered), *unread.texts),
        photos,
        locate,
    )
    strays = [problem.at.path for problem in problems if problem.key == "file-place.photo"]
    if strays:
        problems = place_strays(
            problems, _named_photos(catalog, unread), [group.names[0].path for group in groups]
        )
    problems += _check_together(content, config, gathered, unread, audience, doubtful, strays)
    if not found:
        problems += check_vocabulary(vocabulary, langs, locate)
    problems = told_at_the_file(problems, content.texts, photos)
    left_out = {name.path for group in groups if (group.kind, group.id) in drafts for name in group.names}
    problems = [*downgraded(problems, left_out)]
    return content, tuple(problems if VOCABULARY_PATH in snapshot.stats else without_vocabulary(problems))


def _check_together(
    content: Content,
    config: SiteConfig,
    gathered: Gathered,
    unread: Unread,
    audience: Audience,
    doubtful: frozenset[str],
    strays: Collection[str],
) -> Iterator[Problem]:
    """Check what needs more than one file: references, figures, ages, photos."""
    locate = content.locate
    everything = _catalog(config, content.catalog.vocabulary, gathered.entries)
    dated = content.catalog.dated
    visible = {key for key, entry in dated.items() if _is_visible(entry, audience)}
    yield from check_references(
        everything, locate, content.hidden - visible, content.unread, unread.fields, doubtful, dated.keys()
    )
    yield from check_figures(everything, locate, content.unread | content.hidden, unread.fields)
    yield from check_age(content.catalog, audience.today.isoformat(), locate)
    yield from check_pages(content.catalog, locate)
    if not any(kind is Kind.PAGES for kind, _ in content.unread):
        yield from check_home(everything)
    yield from check_positions(everything, locate)
    yield from check_samples(content.catalog, locate)
    yield from check_shops(content.catalog, locate)
    numbers = known_numbers(gathered.entries, unread.entries, config)
    yield from check_texts(content.catalog, numbers, locate)
    yield from check_untranslated(everything, locate)
    yield from check_charts(content.catalog, locate)
    yield from check_photos(_named_photos(content.catalog, unread), content.photos, locate, strays)


def _named_photos(catalog: Catalog, unread: Unread) -> Iterator[NamedPhoto]:
    for entry in catalog:
        for place, photo in enumerate(entry.meta.photos):
            yield entry.path, ("photos", place, "file"), photo.file
    for fields in unread.fields:
        for at, file in fields.photos:
            yield fields.path, at, file


def _texts(entries: Sequence[AnyEntry], gathered: Gathered) -> Iterator[Text]:
    for entry in entries:
        for lang, source in entry.bodies.items():
            yield Text(entry.kind, entry.id, source, gathered.bodies[entry.kind, entry.id, lang])


def key_of_entry(entry: AnyEntry) -> EntryKey:
    return entry.kind, entry.id


def sound_part(catalog: Catalog) -> Catalog:
    """Leave out what is told and can't be planned: charts without their figures, second homes."""
    sound = {
        id_: chart
        for id_, chart in catalog.charts.items()
        if all(figure in catalog.figures for figure in _drawn(chart.facts))
    }
    second = second_pages(catalog)
    if len(sound) == len(catalog.charts) and not second:
        return catalog
    pages = {id_: page for id_, page in catalog.pages.items() if id_ not in second}
    return replace(catalog, charts=sound, pages=pages)


def _drawn(chart: Chart[Localized]) -> Iterator[EntryId]:
    yield from chart.figures
    yield from (row.figure for row in chart.rows if row.figure is not None)


def _names(snapshot: Snapshot, langs: Sequence[Lang]) -> tuple[list[DocumentName], list[Problem]]:
    names: list[DocumentName] = []
    problems: list[Problem] = []
    for path in snapshot.stats:
        if path.startswith("content/"):
            named = name_document(path, langs)
            if isinstance(named, Problem):
                problems.append(named)
            else:
                names.append(named)
    return names, problems


def _vocabulary(
    snapshot: Snapshot, langs: tuple[Lang, ...], code: Digest, store: Store
) -> tuple[Vocabulary, frozenset[str], tuple[Problem, ...]]:
    """Read the vocabulary; of one with faults give the words and name the sections that can't be told."""
    if VOCABULARY_PATH not in snapshot.stats:
        return Vocabulary(), frozenset(), ()

    def read(document: Document) -> tuple[Vocabulary | None, tuple[Problem, ...]]:
        return read_vocabulary(document, langs)

    found = _stored(SettingsRecord[Vocabulary], VOCABULARY_PATH, langs, snapshot, code, store, read)
    if found.value is not None:
        return found.value, frozenset(), found.problems
    name = DocumentName(VOCABULARY_PATH, Role.VOCABULARY)
    broken, _ = parse_document(VOCABULARY_PATH, snapshot.read(VOCABULARY_PATH), name)
    if broken is None:
        return Vocabulary(), frozenset(WORD_SECTIONS), found.problems
    return *known_words(broken, langs[0]), found.problems


def _groups(names: Sequence[DocumentName]) -> list[EntryFiles]:
    """Put base files and translations together, base first, in the order of kinds and ids."""
    by_entry: defaultdict[tuple[Kind, EntryId], list[DocumentName]] = defaultdict(list)
    for name in names:
        if name.role is Role.ENTRY and name.kind is not None:
            by_entry[name.kind, name.id].append(name)
    order = {kind: index for index, kind in enumerate(Kind)}
    return [
        EntryFiles(kind, id_, tuple(sorted(by_entry[kind, id_], key=lambda name: name.lang or "")))
        for kind, id_ in sorted(by_entry, key=lambda key: (order[key[0]], key[1]))
    ]


def _catalog(config: SiteConfig, vocabulary: Vocabulary, entries: Sequence[AnyEntry]) -> Catalog:
    by_kind: dict[str, dict[EntryId, AnyEntry]] = {kind.value: {} for kind in Kind}
    for entry in entries:
        by_kind[entry.kind.value][entry.id] = entry
    return Catalog(config, vocabulary, **by_kind)  # type: ignore[arg-type]  # each kind holds its own entries


def _is_visible(entry: AnyEntry, audience: Audience) -> bool:
    if audience.shows_drafts:
        return True
    meta, today = entry.meta, audience.today.isoformat()
    return (
        not meta.draft
        and (meta.publish is None or meta.publish <= today)
        and (meta.expires is None or meta.expires > today)
    )


class _Locator:
    """Finds where a value stands by parsing its file again: only faulty files pay for it."""

    def __init__(self, snapshot: Snapshot, langs: Sequence[Lang]) -> None:
        self._snapshot = snapshot
        self._langs = langs
        self._documents: dict[SourcePath, Document | None] = {}

    def __call__(self, path: SourcePath, field_path: tuple[str | int, ...]) -> Span:
        if path not in self._documents:
            name = name_document(path, self._langs)
            found = None
            if isinstance(name, DocumentName):
                found, _ = parse_document(path, self._snapshot.read(path), name)
            self._documents[path] = found
        document = self._documents[path]
        return Span(path) if document is None else span_of(document, field_path)
