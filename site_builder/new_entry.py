"""The command `sentra new`: asks what is missing, looks at what is there, writes a file, overwrites none."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from site_builder.console import Talk
from site_builder.examples import NewEntry, ending_of
from site_builder.model.readers.paths import read_photo_file
from site_builder.model.readers.written import ScalarFault
from site_builder.names import EntryId, Kind
from site_builder.problems import Problem, Span, WrongUse
from site_builder.scaffold import (
    COMMAND,
    draft_line,
    entry_text,
    example_name,
    id_for,
    id_written,
    kind_named,
    no_id,
    phrase,
    tidy_name,
    words_of_kinds,
)
from site_builder.source.naming import CONFIG_PATH, YAML_KINDS, config_missing
from site_builder.source.scan import is_litter
from site_builder.surroundings import is_plain_file, languages_of, look_around
from site_builder.writing import write_new

T = TypeVar("T")


class Asked(Struct, frozen=True):
    """What the command line says."""

    kind: str | None
    name: str | None
    id: str | None


def run_new(
    root: Path, asked: Asked, language: str, text_language: str, now: dt.datetime, talk: Talk | None
) -> str:
    """Write a new entry; give what to tell of it.

    Messages and questions are in `language`, the entry's field names and comments in `text_language`.
    Raises `WrongUse` where something is missing and nobody can be asked, or the entry exists.
    """
    if not (root / CONFIG_PATH).is_file():
        raise WrongUse(config_missing(has_content=any((root / "content").glob("*/*"))))
    new = _settled(root, asked, language, talk)
    new = replace(new, photos=photos_of(root, new.kind, new.id))
    folder = root / "content" / new.kind.value
    text = entry_text(new, text_language, look_around(root, now.date()))
    write_anew(folder, Path(new.path).name, text.encode())
    values = {"file": str(root / new.path), "draft": draft_line(new.kind, text_language)}
    told = [phrase("new-done", language, **values)]
    if new.photos:
        told.append(phrase("new-done.photos", language, photos=", ".join(new.photos)))
    if new.kind in YAML_KINDS and not (root / "schema").is_dir():
        told.append(phrase("new-done.schema", language))
    return "\n".join(told)


def _settled(root: Path, asked: Asked, language: str, talk: Talk | None) -> NewEntry:
    """Find out what to make: from the command line, else by asking."""
    asks = talk is not None and (asked.kind is None or asked.name is None)
    kind = _kind(asked, language, talk)
    name = _name(asked, kind, language, talk)
    id_ = _id(root, asked, kind, name, language, talk if asks else None)
    second_name = _second_name(root, kind, name, language, talk if asks else None)
    return NewEntry(kind, id_, name, second_name)


def _kind(asked: Asked, language: str, talk: Talk | None) -> Kind:
    def read(word: str) -> Kind | Problem:
        return kind_named(word, language)

    if asked.kind is not None:
        return right(read(asked.kind))
    known = ", ".join(words_of_kinds(language))
    missing = Problem("new-missing", Span(COMMAND), "kind", {"known": known})
    return ask(talk, phrase("new-ask-kind", language, known=known), read, missing)


def _name(asked: Asked, kind: Kind, language: str, talk: Talk | None) -> str:
    def read(text: str) -> str | Problem:
        return tidy_name(text, kind, language)

    if asked.name is not None:
        return right(read(asked.name))
    values = {"kind": asked.kind or kind.value, "example": example_name(kind, language)}
    missing = Problem("new-missing", Span(COMMAND), "name", values)
    return ask(talk, phrase("new-ask-name", language), read, missing)


def _id(root: Path, asked: Asked, kind: Kind, name: str, language: str, talk: Talk | None) -> EntryId:
    """Settle how the file is called: as was written, or as proposed, unless there is somebody to ask."""
    proposed = id_for(name)

    def read(text: str) -> EntryId | Problem:
        if not text.strip():
            return no_id(name, kind, language) if proposed is None else _free(root, kind, proposed)
        id_ = id_written(text, kind, language)
        return id_ if isinstance(id_, Problem) else _free(root, kind, id_)

    if talk is None or asked.id is not None:
        return right(read(asked.id or ""))
    question = (
        phrase("new-ask-id.none", language)
        if proposed is None
        else phrase("new-ask-id", language, id=proposed)
    )
    return ask(talk, question, read, no_id(name, kind, language))


def _second_name(root: Path, kind: Kind, name: str, language: str, talk: Talk | None) -> str:
    """Ask for the name in the site's second language, of a kind that holds its languages in one file."""
    second = languages_of(root)[1:2] if kind in YAML_KINDS and talk is not None else []
    if not second:
        return ""

    def read(text: str) -> str | Problem:
        return tidy_name(text, kind, language) if text.strip() else ""

    question = phrase("new-ask-second-name", language, spoken=second[0][1])
    missing = Problem("new-missing", Span(COMMAND), "name", {"kind": kind.value, "example": name})
    return ask(talk, question, read, missing)


def ask(talk: Talk | None, question: str, read: Callable[[str], T | Problem], missing: Problem) -> T:
    """Ask until the answer can be read; without anybody to ask, `missing` says what to write."""
    while talk is not None:
        try:
            answer = read(talk.ask(question))
        except EOFError:
            break
        if not isinstance(answer, Problem):
            return answer
        talk.tell(answer)
    raise WrongUse(missing)


def right(value: T | Problem) -> T:
    if isinstance(value, Problem):
        raise WrongUse(value)
    return value


# --- what is there ----------------------------------------------------------------------------


def _free(root: Path, kind: Kind, id_: EntryId) -> EntryId | Problem:
    """Give the id back if nothing on the disk has it yet."""
    taken = taken_by(root, kind, id_)
    if taken is None:
        return id_
    path = f"content/{kind.value}/{taken}"
    other = next(one for one in _numbered(id_) if taken_by(root, kind, one) is None)
    is_folder = (root / path).is_dir()
    values = {"id": id_, "file": f"{path}/" if is_folder else path, "suggestion": other}
    return Problem("entry-exists", Span(COMMAND), "folder" if is_folder else "", values)


def _numbered(id_: EntryId) -> Iterator[EntryId]:
    number = 2
    while True:
        yield EntryId(f"{id_[:70].rstrip('-')}-{number}")
        number += 1


def taken_by(root: Path, kind: Kind, id_: EntryId) -> str | None:
    """Name what already has this id: an entry, a translation, a folder, in capitals or small letters.

    A folder of just this name is no hindrance: in it lie the photos of the entry to come.
    """
    folder = root / "content" / kind.value
    if not folder.is_dir():
        return None
    names = [
        entry.name
        for entry in folder.iterdir()
        if not is_litter(entry.name)
        and unicodedata.normalize("NFC", entry.name.partition(".")[0]).casefold() == id_
        and not (entry.name == id_ and entry.is_dir() and not entry.is_symlink())
    ]
    right = f"{id_}{ending_of(kind)}"
    return min(names, key=lambda name: (name != right, (folder / name).is_dir(), name), default=None)


def photos_of(root: Path, kind: Kind, id_: EntryId) -> tuple[str, ...]:
    """Name the photos in the folder of an entry that can be shown as they are."""
    folder = root / "content" / kind.value / id_
    if not folder.is_dir() or folder.is_symlink():
        return ()
    names = sorted((entry.name for entry in folder.iterdir() if is_plain_file(entry)), key=str.casefold)
    return tuple(unicodedata.normalize("NFC", name) for name in names if _is_photo(f"{id_}/{name}"))


def _is_photo(file: str) -> bool:
    try:
        read_photo_file(file)
    except ScalarFault:
        return False
    return True


# --- writing ----------------------------------------------------------------------------------


def write_anew(folder: Path, name: str, data: bytes) -> None:
    """Write a file all at once where there is none; raises `FileExistsError` where there is one by now."""
    if folder.is_symlink() or folder.parent.is_symlink():
        raise WrongUse(Problem("file-link", Span(str(folder))))
    folder.mkdir(parents=True, exist_ok=True)
    write_new(folder / name, data)
