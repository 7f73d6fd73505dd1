"""Reads the site for its status, and keeps the marks of translations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from site_builder.crew import Crew
from site_builder.freshness import glance
from site_builder.gather.content import Audience, Content, gather_content, read_settings
from site_builder.gather.day import day_of_site
from site_builder.gather.placeholders import placeholders_left
from site_builder.model.catalog import AnyEntry, Catalog, EntryKey
from site_builder.names import Lang, SourcePath
from site_builder.options import BuildOptions
from site_builder.problems import ContentRefused, Problem, Severity, Span, in_order
from site_builder.source.documents import markdown_alone
from site_builder.source.naming import DocumentName, Role
from site_builder.source.scan import Snapshot, same_names
from site_builder.status.event_links import links_to_events
from site_builder.status.following import followed, gone_marks
from site_builder.status.marking import Marked, wanted_translations, with_marks
from site_builder.status.marks import MARKS_PATH, Mark, Marks, decode_marks, encode_marks, mark_name, mark_of
from site_builder.status.parts import fingerprint, own_parts, source_parts, translated_parts
from site_builder.status.survey import Gathered, survey, translation_path
from site_builder.status.values import Status
from site_builder.store.code import code_digest
from site_builder.store.database import CacheDamaged, Store
from site_builder.writing import read_remembered, replace_file

_MOST_MARKS_BYTES = 20 << 20


def run_status(options: BuildOptions, store: Store) -> Status:
    """Find what is left to do; faults of entries are told with it and stop nothing.

    Raises `WrongUse` where `site.yaml` can't be used, `ContentRefused` where the marks can't be read.
    """
    snapshot, content, problems = _gather(options, store)
    marks = _read_marks(options.root)
    if isinstance(marks, Problem):
        raise ContentRefused(marks)
    marks, lost = _followed(marks, content, snapshot)
    marked = {name.rpartition(".")[0] for name in marks}
    wanted = [entry for entry in content.catalog if f"{entry.kind.value}/{entry.id}" in marked]
    gathered = Gathered(
        content,
        problems,
        tuple(placeholders_left(content.catalog, snapshot, content.locate)),
        _sources(wanted, snapshot),
        marks,
        links_to_events(content),
        lost,
    )
    return survey(gathered, day_of_site(content.catalog.config, options.now))


def run_mark(
    options: BuildOptions, store: Store, asked: Sequence[str], agree: Callable[[Marked], bool]
) -> Marked | None:
    """Note that these translations agree with their source as it is now; `None` where `agree` refuses that.

    Raises `WrongUse` for a file that is no translation, `ContentRefused` where the marks can't be read.
    Nothing is written then, nor where nothing changes.
    """
    snapshot, content, problems = _gather(options, store, drafts=True)
    marks = _read_marks(options.root)
    if isinstance(marks, Problem):
        raise ContentRefused(marks)
    faulty = {SourcePath(p.at.path) for p in problems if p.severity is Severity.ERROR}
    paths = [_path_in(options.root, path) for path in asked]
    wanted = wanted_translations(content.catalog, faulty, paths)
    pairs = [(translation.entry, translation.lang) for translation in wanted]
    marks_now = _marks_now(pairs, content.catalog, snapshot)
    marked = with_marks(_followed(marks, content, snapshot)[0], wanted, marks_now, _names(content))
    if marked.made and not agree(marked):
        return None
    if marked.marks != marks:
        replace_file(options.root / MARKS_PATH, encode_marks(marked.marks))
    return marked


def _gather(
    options: BuildOptions, store: Store, *, drafts: bool = False
) -> tuple[Snapshot, Content, tuple[Problem, ...]]:
    try:
        return _gather_once(options, store, drafts=drafts)
    except CacheDamaged:
        store.clear()
        return _gather_once(options, store, drafts=drafts)


def _gather_once(
    options: BuildOptions, store: Store, *, drafts: bool
) -> tuple[Snapshot, Content, tuple[Problem, ...]]:
    seen, code = glance(options, store), code_digest()
    with Crew(options.jobs) as crew:
        config, found = read_settings(seen.snapshot, code, store, crew)
        audience = Audience(day_of_site(config, options.now), drafts)
        content, more = gather_content(seen.snapshot, config, audience, code, store, crew)
    problems = in_order((*seen.problems, *same_names(seen.snapshot.stats), *found, *more))
    return seen.snapshot, content, problems


def _sources(entries: Iterable[AnyEntry], snapshot: Snapshot) -> dict[EntryKey, str]:
    """Read the Markdown of base files again; their fields are known and not parsed anew."""
    found: dict[EntryKey, str] = {}
    for entry in entries:
        name = DocumentName(entry.path, Role.ENTRY, entry.kind, entry.id)
        document = markdown_alone(entry.path, snapshot.read(entry.path), name)
        found[entry.kind, entry.id] = "" if document is None else document.markdown
    return found


def _names(content: Content) -> frozenset[str]:
    """Name all entries that there are, hidden and faulty ones too: `shops/intako`."""
    known = {(entry.kind, entry.id) for entry in content.catalog} | content.hidden | content.unread
    return frozenset(f"{kind.value}/{id_}" for kind, id_ in known)


def _followed(marks: Marks, content: Content, snapshot: Snapshot) -> tuple[Marks, tuple[str, ...]]:
    """Give the marks under the names that files have now, and name those of which the file is gone."""
    gone = gone_marks(marks, _names(content))
    if not gone:
        return marks, ()
    kinds = {name.partition("/")[0] for name in gone}
    unmarked = [
        (entry, lang)
        for entry in content.catalog
        if entry.kind.value in kinds
        for lang in (Lang(language.code) for language in content.catalog.config.languages[1:])
        if mark_name((entry.kind, entry.id), lang) not in marks and translated_parts(entry, lang)
    ]
    found = followed(marks, gone, _marks_now(unmarked, content.catalog, snapshot))
    return found.marks, found.lost


def _marks_now(
    translations: Sequence[tuple[AnyEntry, Lang]], catalog: Catalog, snapshot: Snapshot
) -> dict[str, Mark]:
    """Give what the mark of each of these translations would be as their files are now."""
    default = Lang(catalog.config.languages[0].code)
    sources = _sources([entry for entry, _ in translations], snapshot)
    found: dict[str, Mark] = {}
    for entry, lang in translations:
        source = sources[entry.kind, entry.id]
        path = translation_path(entry, lang)
        markdown = own_text = ""
        if path != entry.path:  # a file of its own
            data = snapshot.read(path)
            name = DocumentName(path, Role.ENTRY, entry.kind, entry.id, lang)
            document = markdown_alone(path, data, name)
            markdown = "" if document is None else document.markdown
            own_text = fingerprint(data.decode("utf-8", "replace"))
        own = own_parts(entry, lang, source, markdown)
        mark = mark_of(source_parts(entry, default, source), own, own_text)
        found[mark_name((entry.kind, entry.id), lang)] = mark
    return found


def _read_marks(root: Path) -> Marks | Problem:
    data = read_remembered(root, MARKS_PATH, _MOST_MARKS_BYTES)
    if data is not None and len(data) > _MOST_MARKS_BYTES:
        return Problem("marks-broken", Span(MARKS_PATH))
    return {} if data is None else decode_marks(data)


def _path_in(root: Path, asked: str) -> SourcePath:
    """Take a path as the person at the keyboard wrote it: from here, from the project, with any slash."""
    path = asked.replace("\\", "/")
    for candidate in (Path(path), root / path):
        if candidate.exists() and candidate.resolve().is_relative_to(root.resolve()):
            found = candidate.resolve().relative_to(root.resolve()).as_posix()
            return SourcePath("content" if found == "." else found)
    return SourcePath(path)
