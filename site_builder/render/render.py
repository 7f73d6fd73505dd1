"""Renders what is not published yet: the key of each task decides, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import assert_never

from msgspec import Struct

from site_builder.crew import Crew
from site_builder.media.strip import MetadataStays, without_metadata
from site_builder.names import Digest, Lang, OutPath, SourcePath
from site_builder.plan.tasks import (
    ChartTask,
    CopyTask,
    ImageTask,
    IndexTask,
    PageTask,
    Plan,
    RecordTask,
    ShareTask,
    Task,
    TextTask,
)
from site_builder.plan.views.bodies import BodyView
from site_builder.plan.views.pages import FeedView, HandbookView, PageView
from site_builder.plan.views.shares import TEMPLATE as SHARE
from site_builder.problems import Problem, Span
from site_builder.pulse import Pulse, go_on
from site_builder.render.closure import Closures
from site_builder.render.loads import PageLoads
from site_builder.render.pages import Html, PageJob, RenderSetup, render_pages
from site_builder.render.photos import make_photos, photo_jobs
from site_builder.render.shares import make_shares, share_jobs
from site_builder.source.scan import Snapshot, digest_of
from site_builder.store.code import share_digest
from site_builder.store.keys import key_of
from site_builder.store.unfinished import Unfinished

_KEYS_A_PULSE = 500
_RECORDS_AT_ONCE = 30
"""About those of ten shops: a shop's two codes should meet in one process, where they are made once."""
_RECORDS_WORTH_A_PROCESS = 60


class Made(Struct, frozen=True):
    """An output with its bytes."""

    out: OutPath
    data: bytes
    digest: Digest
    loads: PageLoads | None = None
    """Of a page that was weighed."""


def task_keys(
    plan: Plan, closures: Closures, setup: RenderSetup, code: Digest, pulse: Pulse = go_on
) -> dict[OutPath, Digest]:
    """Name, for each output, everything that can change its bytes."""
    chromes = {lang: key_of(chrome, setup.words.get(lang)) for lang, chrome in plan.chromes.items()}
    keys: dict[OutPath, Digest] = {}
    for place, task in enumerate(plan.tasks):
        if place % _KEYS_A_PULSE == 0:
            pulse()
        keys[task.out] = _task_key(task, closures, chromes, code)
    return keys


def _task_key(task: Task, closures: Closures, chromes: Mapping[Lang, Digest], code: Digest) -> Digest:
    match task:
        case PageTask():
            closure = closures.digests.get(task.template, "")
            return key_of("page", code, task.template, closure, chromes[task.lang], task.view)
        case TextTask():
            return key_of("text", task.text)
        case CopyTask():
            return key_of("copy", task.digest, code if task.is_picture else "")
        case ImageTask():
            return key_of("image", task.program, task.digest, task.recipe, task.width_px, task.format)
        case ChartTask():
            return key_of("chart", task.program, task.drawing)
        case RecordTask():
            return key_of("record", code, type(task.record).__name__, task.record)
        case IndexTask():
            return key_of("index", task.digest)
        case ShareTask():
            template = closures.digests.get(SHARE, "")
            return key_of("share", share_digest(), template, task.drawings, task.picture)
        case _ as unreachable:
            assert_never(unreachable)


def is_costly(task: Task) -> bool:
    """Whether what a task makes is worth keeping when the build is stopped: an index is in the store."""
    return isinstance(task, (ImageTask, ShareTask, ChartTask))


def one_of_each_template_first(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """Let a page of each template come first: what is wrong with one is mostly wrong with all its pages."""
    first: dict[str, Task] = {}
    for task in tasks:
        if isinstance(task, PageTask):
            first.setdefault(task.template, task)
    samples = {task.out for task in first.values()}
    return (*first.values(), *(task for task in tasks if task.out not in samples))


def resume(
    tasks: Sequence[Task],
    costly: Mapping[OutPath, Digest],
    unfinished: Unfinished,
    render_rest: Callable[[Sequence[Task]], Iterator[Made | Problem]],
) -> Iterator[Made | Problem]:
    """Take over what a build that was stopped has left of what is `costly`, and render the rest."""
    rest: list[Task] = []
    for task in tasks:
        data = unfinished.read(costly[task.out]) if task.out in costly else None
        if data is None:
            rest.append(task)
        else:
            yield _made(task.out, data)
    yield from render_rest(rest)


def render(
    tasks: Sequence[Task],
    setup: RenderSetup,
    snapshot: Snapshot,
    html_of: Callable[[Sequence[Digest]], Html],
    index_file: Callable[[IndexTask], bytes],
    crew: Crew,
) -> Iterator[Made | Problem]:
    """Yield one result per task: pages, records, photos, share pictures, then the other files.

    Each of these comes in the order of `tasks`. A photo that fails gives one result for all its files.
    """
    pages = [task for task in tasks if isinstance(task, PageTask)]
    missing = [task for task in pages if task.template not in setup.templates]
    for page in missing:
        place = Span(f"templates/{page.template}")
        yield Problem("template-missing", place, values={"template": page.template})
    if missing:
        return
    html = html_of([digest for page in pages for digest in _bodies(page.view)])
    work = [(setup, _job(page, html)) for page in pages]
    for rendered in crew.map(render_pages, work):
        if isinstance(rendered, Problem):
            yield rendered
        else:
            yield Made(rendered.out, rendered.data, digest_of(rendered.data), rendered.loads)
    records = [task for task in tasks if isinstance(task, RecordTask)]
    for written in crew.map(_write_records, records, chunk=_RECORDS_AT_ONCE, worth=_RECORDS_WORTH_A_PROCESS):
        yield _made(*written)
    # Before the charts: what draws them keeps threads, after which no process can be forked.
    photos = photo_jobs((task for task in tasks if isinstance(task, ImageTask)), snapshot.root)
    for made in make_photos(photos, crew):
        yield made if isinstance(made, Problem) else _made(*made)
    shares = share_jobs((task for task in tasks if isinstance(task, ShareTask)), snapshot)
    for drawn in make_shares(shares, setup, crew):
        yield drawn if isinstance(drawn, Problem) else _made(*drawn)
    for task in tasks:
        if isinstance(task, IndexTask):
            yield _made(task.out, index_file(task))
        elif not isinstance(task, (PageTask, RecordTask, ImageTask, ShareTask)):
            yield _other(task, snapshot.read)


def _job(task: PageTask, html: Html) -> PageJob:
    own = {digest: html[digest] for digest in _bodies(task.view)}
    return PageJob(task.out, task.origin, task.template, task.lang, task.view, own)


def _bodies(view: PageView) -> list[Digest]:
    """Name the converted texts that a page shows."""
    found: list[BodyView | None] = []
    if isinstance(view, FeedView):
        found = [item.body for item in view.items]
    elif isinstance(view, HandbookView):
        found = [view.body]
    else:
        entry = getattr(view, "entry", None)
        found = [None if entry is None else entry.body]
    return [body.digest for body in found if body is not None]


def _write_records(tasks: Sequence[RecordTask]) -> list[tuple[OutPath, bytes]]:
    from site_builder.render.records import write_record  # loads libraries of many formats

    return [(task.out, write_record(task.record)) for task in tasks]


def _other(task: TextTask | CopyTask | ChartTask, read: Callable[[SourcePath], bytes]) -> Made | Problem:
    match task:
        case TextTask():
            return _made(task.out, task.text.encode())
        case CopyTask():
            data = read(task.origin)
            try:
                return _made(task.out, without_metadata(data) if task.is_picture else data)
            except MetadataStays:
                return Problem("asset-metadata", Span(task.origin))
        case ChartTask():
            return _chart(task)
        case _ as unreachable:
            assert_never(unreachable)


def _chart(task: ChartTask) -> Made | Problem:
    from site_builder.render.charts import ChartFault, draw  # its engine takes a second to start

    try:
        return _made(task.out, draw(task.drawing))
    except ChartFault as fault:
        return Problem("chart-fault", Span(task.origin), values={"reason": str(fault)})


def _made(out: OutPath, data: bytes) -> Made:
    return Made(out, data, digest_of(data))
