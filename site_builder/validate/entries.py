"""One entry: its base file and its translations, read and checked by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar, cast

from site_builder.model.body import BodySource
from site_builder.model.catalog import FACTS, AnyEntry, Entry
from site_builder.model.entries import Meta
from site_builder.model.localized import Localized
from site_builder.model.readers.words import read_yes_no
from site_builder.model.scalars import ScalarFault
from site_builder.names import Kind, Lang, SourcePath
from site_builder.problems import Problem, Severity, Span, has_errors
from site_builder.source.documents import NO_FIELDS, Document
from site_builder.source.tree import written
from site_builder.validate.below import fields_below, text_lost
from site_builder.validate.counted_units import with_own_units
from site_builder.validate.fields import FieldReader, Side
from site_builder.validate.figure_units import with_units
from site_builder.validate.kinds import fitting_kind, other_kind
from site_builder.validate.places import find_field, span_of
from site_builder.validate.rules import Breach, breaches
from site_builder.validate.shapes import FieldShape, RecordShape, shape_of_kind
from site_builder.validate.typed import closing_unsaid, in_words_of, to_struct
from site_builder.validate.wanted import wanted_texts

T = TypeVar("T")

OWN_NAMES = frozenset({Kind.SHOPS, Kind.PLACES})
"""Kinds whose name is a proper name and needs no translation."""

_DECISIVE = (("name",), ("summary",))
"""Texts without which a page does not count as translated, as without its Markdown."""


def read_entry(
    base: Document | None, translations: Sequence[Document], languages: Sequence[Lang]
) -> tuple[AnyEntry | None, tuple[Problem, ...]]:
    """Check an entry by itself; it is given only when it has no errors.

    `languages` are those of the site, the default first. Without a base file every translation
    is told to be an orphan: do not ask when the base file is there but could not be parsed.
    """
    if base is None:
        return None, tuple(_orphan(document) for document in translations)
    kind = base.name.kind
    assert kind is not None
    other = fitting_kind(base.fields, kind)
    if other is not None:
        return None, (other_kind(base.path, other, base.path.rpartition("/")[2]),)
    shape = shape_of_kind(kind)
    in_english = writes_english(shape, base)
    exempt = frozenset({"slug", "name"} if kind in OWN_NAMES else {"slug"})
    reader = FieldReader(base.path, languages, in_english=in_english, exempt=exempt)
    sides = [
        Side(document.name.lang, document.path, document.tree, "")
        for document in translations
        if document.name.lang is not None
    ]
    fields = reader.record(shape, base.tree, sides, (), "")
    assert fields is not None
    problems = reader.problems
    problems += closing_unsaid(base)
    problems += text_lost(base, translations, languages[0])
    for document in (base, *translations):
        problems += fields_below(document, shape)
    problems += [
        breach_problem(base, breach)
        for breach in breaches(kind, fields)
        if not any(path[: len(breach.at)] == breach.at for path in reader.refused)
    ]
    meta, faults = to_struct(Meta[Localized], fields, base, reader.refused, in_english=in_english)
    problems += faults
    target: type[Any] = FACTS[kind][Localized]  # one of the ten; the entry below is cast alike
    facts, faults = to_struct(target, fields, base, reader.refused, in_english=in_english)
    faults = with_own_units(faults, base.fields, shape)
    counts = kind in (Kind.FIGURES, Kind.CHARTS)
    problems += with_units(faults, base.fields, shape.by_name["unit"]) if counts else faults
    if meta is None or facts is None or has_errors(problems):
        return None, tuple(problems)
    problems += _incomplete(reader, shape, translations)
    documents = (base, *translations)
    bodies = _bodies(documents, languages)
    entry = Entry(
        kind=kind,
        id=base.name.id,
        path=base.path,
        meta=meta,
        facts=facts,
        bodies=bodies,
        translated=_translated(reader, bodies),
        paths=tuple(document.path for document in documents),
    )
    return cast(AnyEntry, entry), tuple(problems)


def check_translations(translations: Sequence[Document], languages: Sequence[Lang]) -> tuple[Problem, ...]:
    """Check translations by themselves, where their base file can't be read.

    Whether the base file has the texts that they translate is not known then, so it is not asked.
    """
    problems: list[Problem] = []
    for document in translations:
        assert document.name.kind is not None
        assert document.name.lang is not None
        shape = shape_of_kind(document.name.kind)
        in_english = writes_english(shape, document)
        reader = FieldReader(base_path(document), languages, in_english=in_english, exempt=frozenset())
        side = Side(document.name.lang, document.path, document.tree, "")
        reader.record(shape, NO_FIELDS, [side], (), "")
        problems += [problem for problem in reader.problems if problem.code != "translation-extra"]
    return tuple(problems)


def base_path(translation: Document) -> SourcePath:
    """Name the file that a translation translates."""
    name = translation.name
    folder, _, file = name.path.rpartition("/")
    return SourcePath(f"{folder}/{file.replace(f'{name.id}.{name.lang}.', f'{name.id}.', 1)}")


def writes_english(shape: RecordShape, document: Document) -> bool:
    """Guess the editor's language by the names of the fields; Indonesian when in doubt."""
    balance = 0
    for key in document.fields:
        field: FieldShape | None = shape.by_written.get(key)
        if field is not None and field.name != field.indonesian:
            balance += 1 if key in (field.name, "title") else -1
    return balance > 0


def breach_problem(document: Document, breach: Breach) -> Problem:
    field = find_field(document, breach.at).name
    values = in_words_of(field, {"field": field, **dict(breach.values)})
    return Problem(breach.code, span_of(document, breach.at), breach.variant, values, breach.severity)


def _orphan(document: Document) -> Problem:
    return Problem("translation-orphan", Span(document.path), "", {"base": base_path(document)})


def _bodies(documents: Sequence[Document], languages: Sequence[Lang]) -> dict[Lang, BodySource]:
    return {
        document.name.lang or languages[0]: BodySource(
            document.path, document.markdown_line, document.markdown_digest
        )
        for document in documents
        if document.markdown
    }


def _translated(reader: FieldReader, bodies: dict[Lang, BodySource]) -> tuple[Lang, ...]:
    """Give the languages in which what makes the page is written: its name, its summary, its text."""
    default = reader.default
    decisive = [text for text in reader.texts if text.at in _DECISIVE]
    return tuple(
        lang
        for lang in reader.languages
        if lang == default
        or (all(lang in text.langs for text in decisive) and (default not in bodies or lang in bodies))
    )


def _incomplete(
    reader: FieldReader, shape: RecordShape, translations: Sequence[Document]
) -> Iterator[Problem]:
    """Warn once of all smaller texts that a translation leaves out, with the lines to write in it."""
    for document in translations:
        lacking = [
            text for text in reader.texts if text.at not in _DECISIVE and document.name.lang not in text.langs
        ]
        if lacking:
            wanted = wanted_texts(shape, lacking, in_english=reader.in_english)
            values = {
                "base": reader.path,
                "fields": ", ".join(f"`{name}`" for name in wanted.fields),
                "lines": ", ".join(dict.fromkeys(str(text.line) for text in lacking)),
                "suggestion": ", ".join(f"`{line}`" for line in wanted.lines),
                "keys": ", ".join(f"`{key}`" for key in wanted.keys),
            }
            variant = "list" if wanted.keys else ""
            at = Span(document.path)
            yield Problem("translation-incomplete", at, variant, values, Severity.WARNING)


def is_draft(document: Document) -> bool:
    """Whether a base file says `draf: ya`, whatever else may be wrong in it."""
    assert document.name.kind is not None
    names = shape_of_kind(document.name.kind).by_name["draft"].names
    written_values = [written(document.fields[name]) for name in names if name in document.fields]
    try:
        return len(written_values) == 1 and read_yes_no(written_values[0])
    except ScalarFault:
        return False
