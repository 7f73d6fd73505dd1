"""Translations whose file name says their language in another way than `.en` before the ending."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from site_builder.model.readers.paths import slug_like
from site_builder.model.readers.words import language_meant
from site_builder.names import Kind, Lang
from site_builder.problems import Problem, Severity, Span
from site_builder.source.naming import YAML_KINDS, DocumentName, Role

_ENDINGS = re.compile(r"(?:\.(?:md|markdown|ya?ml|txt|docx?|odt|rtf))+$", re.IGNORECASE)
_LANGUAGE_LAST = re.compile(r"(?P<stem>.*[^-_. (])(?:[-_. ]+\(?|\()(?P<word>[A-Za-z]{2,12})\)?")
_OF_A_NAME = frozenset(
    {"id-form", "field-missing", "kind-other", "language-unknown", "folder-unknown"}
    | {"file-ending", "file-place", "file-refused", "file-index"}
)
"""What is told of a translation that is taken for something else."""
_LONGEST_CODE = 3
"""A longer word is no code: `gua-jepang.md` is a place of its own beside `gua.md`."""


class _Reading(Struct, frozen=True):
    """What a path may mean: the translation of an entry into the language of a word."""

    kind: str
    stem: str
    word: str
    is_moved: bool = False
    """Whether a folder says the language, so that the file is to go elsewhere."""


def tell_misnamed(
    problems: Iterable[Problem], names: Iterable[DocumentName], langs: Sequence[Lang]
) -> list[Problem]:
    """Say of `koper_en.md` beside `koper.md` that it is to be `koper.en.md`, and nothing else of it.

    `koper-en.md` may be an entry of its own: where it has what its kind requires it gets a warning.
    """
    told, named = list(problems), [name for name in names if name.role is Role.ENTRY]
    bases: set[tuple[str | None, str]] = {(name.kind, name.id) for name in named if name.lang is None}
    wrong = {problem.at.path: problem for problem in told if problem.code in _OF_A_NAME}
    misnamed = {path: found for path in sorted(wrong) if (found := _misnamed(wrong[path], bases, langs))}
    doubtful = [
        found
        for name in sorted(named, key=lambda name: name.path)
        if name.lang is None and name.path not in wrong and (found := _doubtful(name, bases, langs))
    ]
    if not misnamed:
        return [*told, *doubtful]
    return [*(problem for problem in told if problem.at.path not in misnamed), *misnamed.values(), *doubtful]


def _misnamed(
    problem: Problem, bases: Collection[tuple[str | None, str]], langs: Sequence[Lang]
) -> Problem | None:
    found = _meant(problem.at.path, bases, langs)
    if found is None or problem.code != "file-ending":
        return found
    suggestion = found.values["suggestion"]
    if problem.variant == "word":  # its text is to be saved anew, which only that sentence says
        return replace(problem, values={**problem.values, "suggestion": suggestion})
    return None if problem.values.get("suggestion") == suggestion else found


def _doubtful(
    name: DocumentName, bases: Collection[tuple[str | None, str]], langs: Sequence[Lang]
) -> Problem | None:
    """Warn of what may be an entry; a page requires hardly anything, so whole words count there too."""
    last = re.split(r"[-_. ()]+", name.id)[-1]
    if name.kind is not Kind.PAGES and len(last) > _LONGEST_CODE:
        return None
    found = _meant(name.path, bases, langs)
    return None if found is None else replace(found, severity=Severity.WARNING)


def _meant(path: str, bases: Collection[tuple[str | None, str]], langs: Sequence[Lang]) -> Problem | None:
    """Say which file a path is meant to be, if that is a translation of an entry that is there."""
    for reading in _readings(path.split("/")):
        id_ = reading.stem if (reading.kind, reading.stem) in bases else slug_like(reading.stem)
        code = language_meant(reading.word, langs)
        if (reading.kind, id_) not in bases or code not in langs[1:]:
            continue
        ending = "yaml" if reading.kind in YAML_KINDS else "md"
        right = f"{id_}.{code}.{ending}"
        whole = f"content/{reading.kind}/{right}"
        if path == whole:
            continue
        values = {
            "name": path.removeprefix("content/") if reading.is_moved else path.rpartition("/")[2],
            "base": f"{id_}.{ending}",
            "suggestion": whole if reading.is_moved else right,
        }
        return Problem("file-language", Span(path), "folder" if reading.is_moved else "", values)
    return None


def _readings(parts: Sequence[str]) -> Iterator[_Reading]:
    """Read the parts of a path in all the ways in which editors put a language there."""
    stem = _stem(parts[-1])
    match parts:
        case ["content", kind, _]:
            if (found := _LANGUAGE_LAST.fullmatch(stem)) is not None:
                yield _Reading(kind, _stem(found["stem"]), found["word"])
        case ["content", first, second, _]:
            yield _Reading(first, stem, second, is_moved=True)  # shops/en/koper.md
            yield _Reading(second, stem, first, is_moved=True)  # en/shops/koper.md
            yield _Reading(first, second, stem, is_moved=True)  # shops/koper/en.md
        case _:
            return


def _stem(name: str) -> str:
    """Take all endings of texts from a name; one that is nothing else stays."""
    ending = _ENDINGS.search(name)
    return name[: ending.start()] if ending and ending.start() else name
