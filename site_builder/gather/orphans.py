"""Translations whose base file is gone: most often it was renamed, and they were forgotten."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from typing import TypeAlias

from msgspec.structs import replace

from site_builder.model.nearest import nearest
from site_builder.names import EntryId, Kind, Lang
from site_builder.problems import Problem, Severity
from site_builder.source.naming import DocumentName, Role

_Key: TypeAlias = tuple[Kind | None, EntryId]


def tell_orphans(problems: Iterable[Problem], names: Iterable[DocumentName]) -> list[Problem]:
    """Say of `sulastri.en.md` beside a new `lastri.md` what to call it.

    Where a base file is told to take the missing name, the translation has nothing to mend.
    """
    told = list(problems)
    if all(problem.code != "translation-orphan" for problem in told):
        return told
    langs: defaultdict[_Key, set[Lang | None]] = defaultdict(set)
    by_path: dict[str, DocumentName] = {}
    for name in names:
        if name.role is Role.ENTRY:
            langs[name.kind, name.id].add(name.lang)
            by_path[name.path] = name
    to_come = {path for problem in told if (path := _meant_path(problem))}
    kept = [
        problem
        for problem in told
        if problem.code != "translation-orphan" or problem.values["base"] not in to_come
    ]
    offered = [
        _orphan(problem, by_path[problem.at.path], langs)
        if problem.code == "translation-orphan" and problem.at.path in by_path
        else problem
        for problem in kept
    ]
    times = Counter(place for problem in offered if (place := _new_place(problem)))
    return [
        before if times[_new_place(after)] > 1 else after for before, after in zip(kept, offered, strict=True)
    ]


def _new_place(problem: Problem) -> str:
    """Give the path that a translation is offered; of two with one path nobody knows whose it is."""
    is_offered = problem.key == "translation-orphan.renamed"
    return f"{problem.at.path.rpartition('/')[0]}/{problem.values['suggestion']}" if is_offered else ""


def _meant_path(problem: Problem) -> str:
    """Give the path that a file with a wrong name is to have."""
    suggestion = problem.values.get("suggestion", "")
    is_of_name = problem.code in ("id-form", "file-ending", "language-default", "file-place", "kind-other")
    if not is_of_name or problem.severity is not Severity.ERROR:
        return ""
    folder = problem.at.path.rpartition("/")[0]
    return suggestion if suggestion.startswith("content/") else f"{folder}/{suggestion}"


def _orphan(problem: Problem, name: DocumentName, langs: dict[_Key, set[Lang | None]]) -> Problem:
    candidates = [
        id_
        for (kind, id_), its in sorted(langs.items())
        if kind is name.kind and None in its and name.lang not in its
    ]
    renamed = _renamed(name.id, candidates)
    if not renamed:
        return problem
    base = problem.values["base"].rpartition("/")[2].replace(name.id, renamed, 1)
    right = name.path.rpartition("/")[2].replace(name.id, renamed, 1)
    return replace(
        problem, variant="renamed", values={**problem.values, "renamed": base, "suggestion": right}
    )


def _renamed(id_: str, candidates: Collection[str]) -> str:
    """Give the one that looks most like the old name, else shares most of its words; none that is another."""
    if near := nearest(id_, candidates):
        return near
    words = set(id_.split("-"))
    shared = {other: len(words & set(other.split("-"))) for other in candidates}
    most = max(shared.values(), default=0)
    best = [other for other, count in shared.items() if count == most > 0]
    return best[0] if len(best) == 1 else ""
