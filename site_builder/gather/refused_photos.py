"""A photo that can't be shown is told once, where it lies; one that nothing names stops no build."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec.structs import replace

from site_builder.plan.links import Text
from site_builder.problems import Problem, Severity
from site_builder.source.naming import photo_path


def told_at_the_file(
    problems: Iterable[Problem], texts: Sequence[Text] = (), photos: Collection[str] = ()
) -> list[Problem]:
    """Leave out that a photo is missing, or of the wrong kind, where its file lies there and is refused.

    A refused one that no entry asks for, and no one of the `texts` beyond the `photos` that are there, is a
    warning: who has made a JPEG of it and has left it where it was has done no harm.
    """
    found = list(problems)
    refused = {_stem(p.at.path) for p in found if p.code == "photo-ending"}
    if not refused:
        return found
    wanted = {_named(problem) for problem in found} | {*_lacking(texts, photos)}
    return [
        problem if problem.code != "photo-ending" or _stem(problem.at.path) in wanted else _unused(problem)
        for problem in found
        if _named(problem) not in refused
    ]


def _unused(problem: Problem) -> Problem:
    return replace(problem, variant="unused", severity=Severity.WARNING)


def _lacking(texts: Iterable[Text], photos: Collection[str]) -> Iterator[str]:
    for text in texts:
        for reference in text.body.references:
            if reference.form == "photo":
                path = photo_path(text.kind, reference.target)
                if path not in photos:
                    yield _stem(path)


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
