"""The import from a file to its plan: the one place that knows the order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from pathlib import Path

from site_builder.importing.entries.carried import Carried, carried_in
from site_builder.importing.entries.origins import Past, origins_path, read_origins
from site_builder.importing.entries.plan import ImportPlan
from site_builder.importing.entries.planning import make_plan
from site_builder.importing.entries.would_be import Judge
from site_builder.importing.files import read_sheet_file, read_sources
from site_builder.importing.library import Library, read_library
from site_builder.importing.sheets.tables import find_tables
from site_builder.model.config import Vocabulary
from site_builder.names import Kind, SourcePath
from site_builder.problems import ContentRefused, Problem, WrongUse, has_errors
from site_builder.source.documents import Document, parse_document
from site_builder.source.naming import (
    CONFIG_PATH,
    VOCABULARY_PATH,
    DocumentName,
    config_missing,
    name_document,
)
from site_builder.spreadsheets.reading import read_spreadsheet
from site_builder.validate.config import known_words, languages_of, read_vocabulary


def plan_import(root: Path, kind: Kind, file: Path, now: dt.datetime) -> ImportPlan:
    """Say what the import of a spreadsheet would do; writes nothing.

    Raises `ContentRefused` where the file can't be read or has no table of this kind.
    """
    data = read_sheet_file(file)
    sources = read_sources(root, origins_path(kind))
    name = (
        str(file).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    )  # it is remembered, in UTF-8
    return plan_of(name, data, kind, sources.files, sources.links, now)


def plan_of(
    file: str,
    data: bytes,
    kind: Kind,
    sources: Mapping[SourcePath, bytes],
    links: Collection[SourcePath] = (),
    now: dt.datetime | None = None,
) -> ImportPlan:
    """Plan from bytes alone, without the disk; without `now` nothing is judged by its age."""
    sheets = read_spreadsheet(file, data)
    if isinstance(sheets, Problem):
        raise ContentRefused(sheets)
    library = library_of(kind, sources, links)
    tables, notes = find_tables(file, sheets, kind, library.known)
    if has_errors(notes):
        raise ContentRefused(*notes)
    memory = sources.get(origins_path(kind))
    origins = read_origins(kind, memory)
    if isinstance(origins, Problem):
        raise ContentRefused(origins)
    judge = Judge(sources, library.languages, now)
    carried = carried_in(sheets, library)
    return make_plan(file, tables, library, Past(origins, carried, memory), judge, notes)


def carried_by(file: str, data: bytes, library: Library) -> Carried:
    """Read the copy of its table that an exported workbook carries."""
    sheets = read_spreadsheet(file, data)
    return {} if isinstance(sheets, Problem) else carried_in(sheets, library)


def library_of(kind: Kind, sources: Mapping[SourcePath, bytes], links: Collection[SourcePath]) -> Library:
    languages = languages_of(_settings(CONFIG_PATH, sources))
    words = sources.get(VOCABULARY_PATH)
    vocabulary = Vocabulary()
    if words is not None and languages:
        document = _settings(VOCABULARY_PATH, sources)
        vocabulary = read_vocabulary(document, languages)[0] or known_words(document, languages[0])[0]
    return read_library(kind, sources, languages, vocabulary, links)


def _settings(path: SourcePath, sources: Mapping[SourcePath, bytes]) -> Document:
    if path not in sources:
        raise WrongUse(config_missing(has_content=bool(sources)))
    name = name_document(path, ())
    assert isinstance(name, DocumentName)
    document, problems = parse_document(path, sources[path], name)
    if document is None:
        raise ContentRefused(*problems)
    return document
