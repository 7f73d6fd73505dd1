"""The plan of a build: every output as a small value that names all that it depends on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from msgspec import Struct

from site_builder.media.facts import Recipe
from site_builder.names import Digest, Lang, OutPath, SourcePath, UrlPath
from site_builder.plan.drawings import ChartDrawing
from site_builder.plan.records import Record
from site_builder.plan.views.chrome import Chrome
from site_builder.plan.views.pages import PageView
from site_builder.plan.views.search import SearchIndex
from site_builder.plan.views.shares import SharePicture
from site_builder.problems import Problem, Span
from site_builder.validate.places import FieldPath
from site_builder.validate.references import Locate


class PageTask(Struct, frozen=True):
    """Render `template` with `view`."""

    out: OutPath
    origin: SourcePath
    template: str
    lang: Lang
    view: PageView
    sources: tuple[SourcePath, ...]
    """The files whose content may show on the page, for `explain`; the key does not need them."""
    named_by: FieldPath = ()
    """The field of `origin` or of its translation that may give the address; else the file's name does."""


class TextTask(Struct, frozen=True):
    """Write a small file whose content the plan knows already: `robots.txt`, `sitemap.xml`."""

    out: OutPath
    origin: SourcePath
    text: str
    sources: tuple[SourcePath, ...] = ()
    """The files whose content is in it, for `explain`, where they are others than `origin`."""


class CopyTask(Struct, frozen=True):
    """Publish a source file as it is; of a picture only the picture, without what is said about it."""

    out: OutPath
    origin: SourcePath
    digest: Digest
    is_picture: bool = False


class ImageTask(Struct, frozen=True):
    """Publish a photo upright in one width and format, without anything but its pixels."""

    out: OutPath
    origin: SourcePath
    digest: Digest
    recipe: Recipe
    """Of all pictures of this photo: they are made from each other, and no larger than each other."""
    width_px: int
    format: str
    program: Digest
    """Of what encodes; not of the whole program, of which most changes leave photos alone."""


class ChartTask(Struct, frozen=True):
    """Draw a chart in the colours of one scheme."""

    out: OutPath
    origin: SourcePath
    drawing: ChartDrawing
    program: Digest
    """Of what draws; not of the whole program, so that the address changes with the drawing only."""


class RecordTask(Struct, frozen=True):
    """Write a record in a format of others: a contact card, a calendar, a code, a file of data."""

    out: OutPath
    origin: SourcePath
    record: Record


class IndexTask(Struct, frozen=True):
    """Write a file of a search index, which is kept as a whole in the store."""

    out: OutPath
    origin: SourcePath
    digest: Digest
    bundle: Digest
    """Names the index in the store."""
    name: str
    """Of the file within the index."""


class ShareTask(Struct, frozen=True):
    """Draw the picture that others show of a page."""

    out: OutPath
    origin: SourcePath
    picture: SharePicture
    photo: SourcePath | None
    """What stands in for the drawing; `picture` holds its digest."""
    drawings: UrlPath
    """The sprite that drawings come from, whose name changes with them."""


Task: TypeAlias = PageTask | TextTask | CopyTask | ImageTask | ChartTask | RecordTask | IndexTask | ShareTask


class Plan(Struct, frozen=True):
    tasks: tuple[Task, ...]
    chromes: dict[Lang, Chrome]
    indexes: tuple[SearchIndex, ...] = ()
    """What is to be searched. Which files an index has is known only when it is made: see `search/`."""


def find_collisions(tasks: Iterable[Task], locate: Locate) -> Iterator[Problem]:
    """No two tasks write one path, and no path is both a file and a folder.

    Case is ignored: some hosts and laptops ignore it too.
    """
    by_out: defaultdict[str, list[Task]] = defaultdict(list)
    for task in tasks:
        by_out[task.out.casefold()].append(task)
    for out, claims in by_out.items():
        if len(claims) > 1:
            first, *others = sorted(claims, key=lambda claim: _precedence(claim, locate))
            for late in others:
                yield _collision(late, first, locate)
        for folder in _folders(out):
            if folder in by_out:
                yield _collision(claims[0], by_out[folder][0], locate)


def taker_of(tasks: Iterable[Task], place: str) -> Task | None:
    """Give a task that writes `place`, below it, or a file in the way of it; case is ignored as above."""
    wanted = f"{place.casefold()}/"
    for task in tasks:
        out = f"{task.out.casefold()}/"
        if out.startswith(wanted) or wanted.startswith(out):
            return task
    return None


def _is_alias(task: Task) -> bool:
    return isinstance(task, PageTask) and task.named_by[:1] == ("aliases",)


def _precedence(task: Task, locate: Locate) -> int:
    """Say who gives way: former addresses before chosen ones, these before the names of files."""
    if _is_alias(task):
        return 2
    return int(_named_at(task, locate) != Span(task.origin))


def _collision(late: Task, first: Task, locate: Locate) -> Problem:
    values = {"out": f"/{late.out.removesuffix('index.html')}", "other": first.origin}
    return Problem("out-collision", _named_at(late, locate), _face(late, first), values)


def _face(late: Task, first: Task) -> str:
    """Choose the sentence for a collision by what gives way to what."""
    if _is_alias(late):
        return "alias"
    if isinstance(late, PageTask):
        return ""
    return "own" if isinstance(first, TextTask) else "file"


def _named_at(task: Task, locate: Locate) -> Span:
    """Find the field that gives a task its address: in the translation, in the base file, or nowhere."""
    if not isinstance(task, PageTask) or not task.named_by:
        return Span(task.origin)
    stem, _, ending = task.origin.rpartition(".")
    translation = SourcePath(f"{stem}.{task.lang}.{ending}")
    if translation in task.sources and (at := locate(translation, task.named_by)) != Span(translation):
        return at
    return locate(task.origin, task.named_by)


def _folders(out: str) -> list[str]:
    parts = out.split("/")[:-1]
    return ["/".join(parts[: count + 1]) for count in range(len(parts))]
