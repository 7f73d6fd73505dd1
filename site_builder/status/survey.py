"""From what was gathered to what is left to do. Pure."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from site_builder.gather.content import Content
from site_builder.model.catalog import AnyEntry, EntryKey, has_ended
from site_builder.model.entries import Event, Product
from site_builder.names import EntryId, Kind, Lang, SourcePath
from site_builder.problems import Problem, Severity
from site_builder.source.naming import YAML_KINDS
from site_builder.status.marks import Mark, Marks, changed_parts, mark_name
from site_builder.status.needs import empty_fields
from site_builder.status.parts import BODY, source_parts, translated_parts
from site_builder.status.values import EXAMPLE_LEFT, Coverage, Group, Status, Todo
from site_builder.validate.age import year_before
from site_builder.validate.entries import OWN_NAMES

CERTIFICATE_DAYS = 90
"""So long before its end a certificate is told: a new one takes weeks."""

_VERIFIABLE = frozenset({Kind.SHOPS, Kind.PRODUCTS, Kind.VISITS, Kind.PLACES, Kind.EVENTS, Kind.MARKETS})
"""Kinds that say what may change any day, so that one that was never checked is told."""
_BY_DAY = frozenset({Group.EVENTS, Group.CERTIFICATES, Group.HIDDEN})
_GROUPS = {group: place for place, group in enumerate(Group)}


class Gathered(Struct, frozen=True):
    """All that a status depends on besides the day."""

    content: Content
    problems: tuple[Problem, ...]
    placeholders: tuple[Problem, ...]
    sources: Mapping[EntryKey, str]
    """The Markdown of the base file of each entry with a mark."""
    marks: Marks
    links: Mapping[EntryId, tuple[SourcePath, ...]] = msgspec.field(default_factory=dict)
    """Which files link to an event."""
    lost_marks: tuple[str, ...] = ()
    """Marks of files that are gone."""


def survey(gathered: Gathered, today: dt.date) -> Status:
    """Tell what is left to do; what was made up (`contoh: ya`) is to be replaced, not completed.

    Of shops that have closed for good, and of what they sold, nothing is asked.
    """
    content, config = gathered.content, gathered.content.catalog.config
    day = today.isoformat()
    real = [entry for entry in content.catalog if not entry.meta.sample]
    asked = [entry for entry in real if not has_ended(content.catalog, entry)]
    samples = [entry for entry in content.catalog if entry.meta.sample]
    made_up = {path for entry in samples for path in entry.paths}
    langs = [Lang(language.code) for language in config.languages]
    faults = tuple(problem for problem in gathered.problems if problem.severity is Severity.ERROR)
    translations = [_translation(entry, lang, langs[0], gathered) for entry in asked for lang in langs[1:]]
    todos = [Todo(Group.FAULTS, SourcePath(p.at.path), note=p.code, line=p.at.line) for p in faults]
    todos += [
        Todo(
            Group.PLACEHOLDERS,
            SourcePath(problem.at.path),
            note=problem.values.get("value", EXAMPLE_LEFT),
            parts=tuple(problem.values[name] for name in ("below", "line") if name in problem.values),
            line=problem.at.line,
        )
        for problem in gathered.placeholders
        if problem.at.path not in made_up
    ]
    for entry in asked:
        links = gathered.links.get(entry.id, ())
        todos += _of_entry(entry, day, (today + dt.timedelta(CERTIFICATE_DAYS)).isoformat(), links)
    todos += [todo for translation in translations for todo in translation.todos]
    todos += _incomplete(gathered.problems, {path: entry for entry in asked for path in entry.paths})
    todos += [Todo(Group.SAMPLES, entry.path, entry.kind) for entry in samples]
    todos += [_hidden(key, content.catalog.dated.get(key), day) for key in sorted(content.hidden)]
    known = (*content.catalog, *content.catalog.dated.values())
    names = {path: _name(entry, langs[0]) for entry in known for path in entry.paths}
    todos = [replace(todo, name=names.get(todo.path, "")) for todo in todos]
    unmarked = [t.unmarked for t in translations if t.unmarked is not None]
    unmarked.sort(key=lambda todo: langs.index(todo.lang))
    todos.sort(key=lambda todo: (_GROUPS[todo.group], todo.day if todo.group in _BY_DAY else ""))
    return Status(
        site=config.name.texts[langs[0]],
        day=day,
        entries=len(real),
        counts=tuple(Counter(entry.kind for entry in real).items()),
        coverage=tuple(_coverage(translations, langs[1:])),
        unmarked=tuple(replace(todo, name=names.get(todo.path, "")) for todo in unmarked),
        lost_marks=gathered.lost_marks,
        todos=tuple(todos),
        faults=faults,
    )


def _name(entry: AnyEntry, lang: Lang) -> str:
    return entry.meta.name.texts.get(lang, "")


def _of_entry(entry: AnyEntry, today: str, soon: str, links: tuple[SourcePath, ...]) -> Iterator[Todo]:
    """Tell of its facts; nobody needs those of an event that is over or has been cancelled.

    An event that somebody has looked at since then (`diperiksa`) stays as it is.
    """
    if isinstance(entry.facts, Event):
        last = (entry.facts.ends or entry.facts.starts).day
        if last < today:
            if not last < (entry.meta.verified or "") <= today:
                yield Todo(Group.EVENTS, entry.path, entry.kind, day=last, parts=links)
            return
        if entry.facts.cancelled:
            return
    if isinstance(entry.facts, Product):
        for certificate in entry.facts.certificates:
            if certificate.expires is not None and certificate.expires <= soon:
                yield Todo(
                    Group.CERTIFICATES, entry.path, entry.kind, day=certificate.expires, note=certificate.name
                )
    for field in empty_fields(entry):
        yield Todo(Group.FIELDS, entry.path, entry.kind, field=field)
    verified = entry.meta.verified
    if verified is None:
        if entry.kind in _VERIFIABLE:
            yield Todo(Group.UNVERIFIED, entry.path, entry.kind)
    elif not year_before(today) <= verified <= today:  # a day to come is a slip: nobody has checked it then
        yield Todo(Group.UNVERIFIED, entry.path, entry.kind, day=verified)


def _hidden(key: EntryKey, dated: AnyEntry | None, today: str) -> Todo:
    """Tell of an entry that is not shown; of one that has a day, that day: nothing comes by itself then."""
    publish, expires = (dated.meta.publish, dated.meta.expires) if dated is not None else (None, None)
    note, day = "", ""
    if expires is not None and expires <= today:
        note, day = "over", expires
    elif publish is not None and publish > today:
        note, day = "due", publish
    return Todo(Group.HIDDEN, _base_path(key), key[0], day=day, note=note)


class _Translation(Struct, frozen=True):
    kind: Kind
    lang: Lang
    todos: tuple[Todo, ...]
    unmarked: Todo | None = None


def _translation(entry: AnyEntry, lang: Lang, default: Lang, gathered: Gathered) -> _Translation:
    translated = translated_parts(entry, lang)
    todos: list[Todo] = []
    if lang not in entry.translated:
        path = translation_path(entry, lang) if translated else entry.path
        note, parts = ("begun", _lacking(entry, lang)) if translated else ("none", ())
        todos.append(Todo(Group.MISSING, path, entry.kind, lang, parts=parts, note=note))
    mark: Mark | None = gathered.marks.get(mark_name((entry.kind, entry.id), lang))
    if translated and mark is not None:
        source = source_parts(entry, default, gathered.sources.get((entry.kind, entry.id), ""))
        if changed := changed_parts(mark, source, translated):
            path = translation_path(entry, lang)
            todos.append(Todo(Group.STALE, path, entry.kind, lang, parts=changed))
    is_unmarked = bool(translated) and mark is None
    todo = Todo(Group.UNMARKED, translation_path(entry, lang), entry.kind, lang) if is_unmarked else None
    return _Translation(entry.kind, lang, tuple(todos), todo)


def _lacking(entry: AnyEntry, lang: Lang) -> tuple[str, ...]:
    """Name what makes a page count as translated, and is missing."""
    meta = entry.meta
    name = () if lang in meta.name.texts or entry.kind in OWN_NAMES else ("name",)
    summary = () if meta.summary is None or lang in meta.summary.texts else ("summary",)
    body = (BODY,) if entry.bodies and lang not in entry.bodies else ()
    return (*name, *summary, *body)


def translation_path(entry: AnyEntry, lang: Lang) -> SourcePath:
    """Give the file in which an entry's texts of a language stand: its own, else the base file."""
    return next((path for path in entry.paths[1:] if f".{lang}." in path.rpartition("/")[2]), entry.path)


def _coverage(translations: Sequence[_Translation], langs: Sequence[Lang]) -> Iterator[Coverage]:
    """Count each translation once: what is not all there is not out of date yet."""
    for kind in Kind:
        for lang in langs:
            of_both = [t.todos for t in translations if t.kind is kind and t.lang == lang]
            firsts = [todos[0] if todos else None for todos in of_both]
            missing = sum(todo is not None and todo.note == "none" for todo in firsts)
            begun = sum(todo is not None and todo.note == "begun" for todo in firsts)
            stale = sum(todo is not None and todo.group is Group.STALE for todo in firsts)
            if of_both:
                yield Coverage(kind, lang, len(firsts) - missing - begun - stale, stale, begun, missing)


def _incomplete(problems: Iterable[Problem], real: Mapping[str, AnyEntry]) -> Iterator[Todo]:
    """Tell of smaller texts that a translation lacks, as `check` warns of them."""
    for problem in problems:
        entry = real.get(problem.at.path)
        if problem.code != "translation-incomplete" or entry is None:
            continue
        path, values = SourcePath(problem.at.path), problem.values
        if problem.variant == "inline":
            for code in values["languages"].split(", "):
                if Lang(code) in entry.translated:  # else it is told as a whole
                    yield Todo(Group.MISSING, path, entry.kind, Lang(code), note="part", line=problem.at.line)
        else:
            lang = Lang(path.rsplit(".", 2)[1])
            for field in values["fields"].replace("`", "").split(", "):
                yield Todo(Group.MISSING, path, entry.kind, lang, field=field, note="part")


def _base_path(key: EntryKey) -> SourcePath:
    kind, id_ = key
    return SourcePath(f"content/{kind.value}/{id_}.{'yaml' if kind in YAML_KINDS else 'md'}")
