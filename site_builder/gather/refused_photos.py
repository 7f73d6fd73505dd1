"""A photo that can't be shown is told once: where it lies, not again by each entry that names it."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.problems import Problem


def told_at_the_file(problems: Iterable[Problem]) -> list[Problem]:
    """Leave out that a photo is missing, or of the wrong kind, where its file lies there and is refused."""
    found = list(problems)
    refused = {_stem(p.at.path) for p in found if p.code == "photo-ending"}
    return [problem for problem in found if _named(problem) not in refused]


def _named(problem: Problem) -> str:
    """Give the photo that a fault of an entry is about, without ending; nothing where it is about none."""
    if problem.code == "photo-missing":
        file = problem.values["target"]
    elif problem.key in ("field-type.photo-heic", "field-type.photo-ending"):
        file = problem.values["value"]
    else:
        return ""
    return _stem(f"{problem.at.path.rpartition('/')[0]}/{file}")


def _stem(path: str) -> str:
    return path.rpartition(".")[0].casefold()
