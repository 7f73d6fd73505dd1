"""Translations whose file name says their language in another way than `.en` before the ending."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from site_builder.model.readers.words import language_named
from site_builder.names import EntryId, Kind, Lang
from site_builder.problems import Problem, Severity, Span
from site_builder.source.naming import DocumentName, Role

_LANGUAGE_LAST = re.compile(r"(?P<stem>.+?)[-_. ]+\(?(?P<word>[A-Za-z]{2,12})\)?\.(?P<ending>md|yaml)")


def tell_misnamed(
    problems: Iterable[Problem], names: Iterable[DocumentName], langs: Sequence[Lang]
) -> list[Problem]:
    """Say of `koper_en.md` beside `koper.md` that it is to be `koper.en.md`, and nothing else of it.

    `koper-en.md` may be an entry of its own: it is one when it has what its kind requires. A page requires
    hardly anything, so it gets a warning.
    """
    told, named = list(problems), list(names)
    bases = {(name.kind, name.id) for name in named if name.role is Role.ENTRY and name.lang is None}
    wrong = {problem.at.path for problem in told if problem.code in ("id-form", "field-missing")}
    pages = {name.path for name in named if name.kind is Kind.PAGES and name.role is Role.ENTRY}
    misnamed = {
        problem.at.path: problem
        for path in (*sorted(wrong), *sorted(pages - wrong))
        for problem in _misnamed(path, bases, langs, is_wrong=path in wrong)
    }
    if not misnamed:
        return told
    hidden = {path for path, problem in misnamed.items() if problem.severity is Severity.ERROR}
    return [*(problem for problem in told if problem.at.path not in hidden), *misnamed.values()]


def _misnamed(
    path: str, bases: set[tuple[Kind | None, EntryId]], langs: Sequence[Lang], *, is_wrong: bool
) -> Iterator[Problem]:
    folder, _, file = path.rpartition("/")
    found, kind = _LANGUAGE_LAST.fullmatch(file), folder.rpartition("/")[2]
    if found is None or (kind, found["stem"]) not in bases:
        return
    code = language_named(found["word"])
    if code not in langs[1:] or file == f"{found['stem']}.{code}.{found['ending']}":
        return
    ending = found["ending"]
    values = {
        "name": file,
        "base": f"{found['stem']}.{ending}",
        "suggestion": f"{found['stem']}.{code}.{ending}",
    }
    yield Problem("file-language", Span(path), "", values, Severity.ERROR if is_wrong else Severity.WARNING)
