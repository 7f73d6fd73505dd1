"""Makes the pictures of photos: one job for each photo, which is decoded once for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from site_builder.crew import Crew
from site_builder.media.facts import Recipe, Variant
from site_builder.names import Digest, OutPath, SourcePath
from site_builder.plan.tasks import ImageTask
from site_builder.problems import Problem, Span
from site_builder.source.scan import read_as_seen


class PhotoJob(Struct, frozen=True):
    """A photo and those of its pictures that are missing; the process that does it reads the file."""

    root: Path
    origin: SourcePath
    digest: Digest
    recipe: Recipe
    wanted: tuple[tuple[OutPath, Variant], ...]


Encoded = list[tuple[OutPath, bytes]]


def photo_jobs(tasks: Iterable[ImageTask], root: Path) -> list[PhotoJob]:
    """Put the pictures of each photo together, in the order of `tasks`."""
    together: dict[tuple[SourcePath, Digest, Recipe], list[tuple[OutPath, Variant]]] = {}
    for task in tasks:
        together.setdefault((task.origin, task.digest, task.recipe), []).append(
            (task.out, (task.width_px, task.format))
        )
    return [PhotoJob(root, *photo, tuple(wanted)) for photo, wanted in together.items()]


def make_photos(jobs: Sequence[PhotoJob], crew: Crew) -> Iterator[tuple[OutPath, bytes] | Problem]:
    """Encode in as many processes as there are: a photo takes seconds, so two are worth a second one."""
    for made in crew.map(_encode, jobs, chunk=1, worth=2):
        if isinstance(made, Problem):
            yield made
        else:
            yield from made


def _encode(jobs: Sequence[PhotoJob]) -> list[Encoded | Problem]:
    return [_encode_one(job) for job in jobs]


def _encode_one(job: PhotoJob) -> Encoded | Problem:
    from site_builder.media.variants import make_variants  # Pillow takes 20 ms to load

    data = read_as_seen(job.root, job.origin, job.digest)
    try:
        made = make_variants(data, job.recipe, [variant for _, variant in job.wanted])
    except Exception:  # noqa: BLE001  a broken photo makes Pillow fail in any way
        return Problem("photo-unreadable", Span(job.origin))
    return [(out, made[variant]) for out, variant in job.wanted]
