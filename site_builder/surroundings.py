"""What a project has, as far as its files can be read: for examples, questions and schemas.

What is wrong with a file is not said here: `sentra check` does.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from site_builder.examples import Surroundings
from site_builder.names import EntryId, Kind, SourcePath
from site_builder.problems import Problem
from site_builder.source.documents import Document, parse_document
from site_builder.source.naming import CONFIG_PATH, VOCABULARY_PATH, Role, name_document
from site_builder.source.tree import written
from site_builder.validate.shapes import TermsShape, shape_of_config, shape_of_kind, shape_of_vocabulary

_KEPT_BACK = frozenset({"draft", "publish", "expires", "sample"})
"""Fields of entries that are not, or not always, on the site: examples refer to others."""


def look_around(root: Path, today: dt.date) -> Surroundings:
    """Read what examples refer to: words of the vocabulary, and the first entry of each kind."""
    ids = {kind: id_ for kind in Kind if (id_ := _first_entry(root, kind)) is not None}
    return Surroundings(today, ids, terms_of(root), tuple(code for code, _ in languages_of(root)))


def languages_of(root: Path) -> list[tuple[str, str]]:
    """Give the code and the name of each language of the site, the main one first."""
    document = _document(root, CONFIG_PATH)
    field = shape_of_config().by_name["languages"]
    trees = (
        [] if document is None else [document.fields[name] for name in field.names if name in document.fields]
    )
    found = []
    for language in written(trees[0]) if trees and isinstance(trees[0].value, list) else ():
        if isinstance(language, dict):
            code = str(language.get("kode", language.get("code", "")))
            found.append((code, str(language.get("nama", language.get("name", code)))))
    return found if all(code for code, _ in found) else []


def terms_of(root: Path) -> dict[str, tuple[str, ...]]:
    """Give the ids of each section of the vocabulary."""
    document = _document(root, VOCABULARY_PATH)
    if document is None:
        return {}
    found = {}
    for field in shape_of_vocabulary().fields:
        tree = next((document.fields[name] for name in field.names if name in document.fields), None)
        if isinstance(field.shape, TermsShape) and tree is not None and isinstance(tree.value, dict):
            found[field.name] = tuple(tree.value)
    return found


def entries_of(root: Path, kind: Kind) -> tuple[EntryId, ...]:
    """Give the ids of all entries of a kind that have a file of their own, whatever is in it."""
    folder = root / "content" / kind.value
    names = sorted(entry.name for entry in folder.iterdir()) if folder.is_dir() else []
    found = [name_document(SourcePath(f"content/{kind.value}/{name}"), ()) for name in names]
    return tuple(
        name.id
        for name in found
        if not isinstance(name, Problem) and name.role is Role.ENTRY and name.lang is None
    )


def _first_entry(root: Path, kind: Kind) -> EntryId | None:
    """Find an entry that is on the site for certain."""
    folder = root / "content" / kind.value
    kept_back = {
        name for field in shape_of_kind(kind).fields if field.name in _KEPT_BACK for name in field.names
    }
    for name in sorted(entry.name for entry in folder.iterdir()) if folder.is_dir() else ():
        document = _document(root, SourcePath(f"content/{kind.value}/{name}"))
        if document is None or document.name.role is not Role.ENTRY or document.name.lang is not None:
            continue
        if not document.fields.keys() & kept_back:
            return document.name.id
    return None


def _document(root: Path, path: SourcePath) -> Document | None:
    """Read a file as far as it can be; what is wrong with it is not said here."""
    file, name = root / path, name_document(path, ())
    if isinstance(name, Problem) or not is_plain_file(file):
        return None
    document, _ = parse_document(path, file.read_bytes(), name)
    return document


def is_plain_file(file: Path) -> bool:
    """Whether it is a file and no link to one."""
    return file.is_file() and not file.is_symlink()
