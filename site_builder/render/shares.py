"""Makes the share pictures of a site, in as many processes as there are."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

import jinja2
from msgspec import Struct

from site_builder.crew import Crew
from site_builder.names import Digest, OutPath, SourcePath
from site_builder.plan.tasks import ShareTask
from site_builder.plan.views.shares import TEMPLATE, SharePicture
from site_builder.problems import Problem, Span
from site_builder.render.pages import RenderSetup
from site_builder.render.share_drawing import Studio, share_png
from site_builder.source.scan import Snapshot, read_as_seen

_CHUNK, _WORTH = 8, 24
"""A picture takes a tenth of a second, the engine in a process of its own one second to start."""


class PhotoFile(Struct, frozen=True):
    """The process that draws reads the file."""

    root: Path
    path: SourcePath
    digest: Digest


class ShareJob(Struct, frozen=True):
    out: OutPath
    origin: SourcePath
    picture: SharePicture
    photo: PhotoFile | None = None


Drawn: TypeAlias = tuple[OutPath, bytes]


def share_jobs(tasks: Iterable[ShareTask], snapshot: Snapshot) -> list[ShareJob]:
    """Name what each picture is drawn from."""
    return [ShareJob(task.out, task.origin, task.picture, _photo_file(task, snapshot)) for task in tasks]


def make_shares(jobs: Sequence[ShareJob], setup: RenderSetup, crew: Crew) -> Iterator[Drawn | Problem]:
    """Draw the pictures, in the order of `jobs`."""
    yield from crew.map(_draw, [(setup, job) for job in jobs], chunk=_CHUNK, worth=_WORTH)


def _photo_file(task: ShareTask, snapshot: Snapshot) -> PhotoFile | None:
    if task.photo is None:
        return None
    return PhotoFile(snapshot.root, task.photo, snapshot.digest(task.photo))


def _draw(work: Sequence[tuple[RenderSetup, ShareJob]]) -> list[Drawn | Problem]:
    return [draw_share(setup, job, _read(job.photo)) for setup, job in work]


def _read(photo: PhotoFile | None) -> bytes | None:
    return None if photo is None else read_as_seen(photo.root, photo.path, photo.digest)


def draw_share(setup: RenderSetup, job: ShareJob, photo: bytes | None = None) -> Drawn | Problem:
    """Draw one picture: the same bytes on every machine with the same packages."""
    try:
        return job.out, share_png(_studio_of(setup), job.picture, photo)
    except Exception as error:  # noqa: BLE001  a template can fail in any way; name the place, go on
        return _fault(error, job)


_studio: tuple[Digest, Studio] | None = None
"""Of this process, kept from one picture to the next; with what it was made from."""


def _studio_of(setup: RenderSetup) -> Studio:
    global _studio  # noqa: PLW0603  one per process, and a process does one thing at a time
    if _studio is None or _studio[0] != setup.digest:
        _studio = setup.digest, Studio(setup.templates, setup.drawings)
    return _studio[1]


def _fault(error: Exception, job: ShareJob) -> Problem:
    at = Span(f"templates/{TEMPLATE}")
    if isinstance(error, jinja2.TemplateSyntaxError):
        at = Span(f"templates/{error.name or TEMPLATE}", error.lineno)
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename.startswith("templates/"):
            at = Span(frame.filename, frame.lineno or 1)
    reason = str(error).strip() or type(error).__name__
    return Problem("template-fault", at, values={"reason": reason, "page": job.out, "origin": job.origin})
