"""Photos of the content: their names, their sizes, and which of them are published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from unicodedata import normalize

import msgspec
from msgspec import Struct

from site_builder.crew import Crew
from site_builder.media.facts import PhotoFacts, Recipe
from site_builder.media.layouts import PREVIEW_WIDTHS_PX, WIDTHS_PX, widths_for
from site_builder.model.catalog import AnyEntry
from site_builder.names import Digest, SourcePath
from site_builder.plan.assets import photo_stem
from site_builder.plan.links import Text
from site_builder.plan.photos import PlacedPhoto, file_url
from site_builder.plan.routes import Routes
from site_builder.plan.tasks import ImageTask
from site_builder.problems import Problem
from site_builder.source.naming import photo_path
from site_builder.source.scan import Snapshot, read_as_seen
from site_builder.store.database import Store
from site_builder.store.keys import key_of

_AT_ONCE = 4
_KEPT_AFTER = 64
"""So many photos are looked at before what was found is written down: a stopped build loses no more."""
_WORTH_A_PROCESS = 8
"""To look at a photo takes about as long as to start a process takes at most."""


class PhotoFile(Struct, frozen=True):
    """A photo as the disk has it."""

    path: SourcePath
    """A Mac writes letters and their accents apart (NFD), so it may differ from what editors write."""
    digest: Digest


PhotoFiles = Mapping[SourcePath, PhotoFile]
"""By the path with its letters put together (NFC), as texts and fields name them."""


def photo_files(paths: Iterable[SourcePath], snapshot: Snapshot) -> PhotoFiles:
    """Find each photo by the name that editors write; that two have one name is told elsewhere."""
    files: dict[SourcePath, PhotoFile] = {}
    for path in paths:
        files.setdefault(SourcePath(normalize("NFC", path)), PhotoFile(path, snapshot.digest(path)))
    return files


def gather_photos(
    files: PhotoFiles,
    root: Path,
    routes: Routes,
    program: Digest,
    store: Store,
    crew: Crew,
    *,
    preview: bool = False,
) -> tuple[dict[SourcePath, PlacedPhoto], tuple[Problem, ...]]:
    """Give each photo its address and what will be made of it, and tell what is no photo.

    `program` is what looks at photos and encodes them. For a preview one plain picture of each is planned.
    """
    keys = {path: key_of("photo", program, path, file.digest) for path, file in files.items()}
    found = store.get_many(keys.values())
    facts = {path: _known(found.get(key)) for path, key in keys.items()}
    new = [path for path in files if facts[path] is None]
    problems: list[Problem] = []
    jobs = [(root, files[path].path, files[path].digest) for path in new]
    all_looked = zip(new, crew.map(_look, jobs, _AT_ONCE, _WORTH_A_PROCESS), strict=True)
    for count, (path, looked) in enumerate(all_looked, 1):
        if isinstance(looked, Problem):
            problems.append(looked)
        else:
            facts[path] = looked
            store.put(keys[path], msgspec.json.encode(looked))
        if count % _KEPT_AFTER == 0:
            store.commit_objects()
    placed = {
        path: _placed(path, files[path], known, routes, program, preview=preview)
        for path, known in facts.items()
        if known is not None
    }
    return placed, tuple(problems)


def _look(jobs: Sequence[tuple[Path, SourcePath, Digest]]) -> list[PhotoFacts | Problem]:
    """Look at some photos, in any process."""
    from site_builder.media.probe import probe  # Pillow takes 20 ms to load

    return [probe(path, read_as_seen(root, path, digest)) for root, path, digest in jobs]


def _placed(
    path: SourcePath, file: PhotoFile, facts: PhotoFacts, routes: Routes, program: Digest, *, preview: bool
) -> PlacedPhoto:
    """Name what is published after all that decides its bytes: hosts keep it for ever under that name."""
    widths = widths_for(facts.width_px, PREVIEW_WIDTHS_PX if preview else WIDTHS_PX)
    recipe = Recipe(widths, facts.formats[-1:] if preview else facts.formats)
    stem = photo_stem(path, key_of(path, file.digest, program, recipe))
    return PlacedPhoto(routes.asset(stem), facts.width_px, facts.height_px, recipe, facts.tone)


def photo_tasks(
    files: PhotoFiles,
    placed: Mapping[SourcePath, PlacedPhoto],
    routes: Routes,
    program: Digest,
    shown: Iterable[SourcePath],
) -> tuple[ImageTask, ...]:
    """Publish the photos that are `shown`, and no others: a draft's stay private as the draft does."""
    wanted = {path for path in shown if path in placed}
    return tuple(
        ImageTask(
            routes.out(file_url(photo, width, form)),
            file.path,
            file.digest,
            photo.recipe,
            width,
            form,
            program,
        )
        for path, file in files.items()
        if path in wanted
        for photo in (placed[path],)
        for width in photo.recipe.widths_px
        for form in photo.recipe.formats
    )


def shown_photos(entries: Iterable[AnyEntry], texts: Iterable[Text]) -> Iterator[SourcePath]:
    """Name the photos that `entries` have in their fields, and those in their `texts`."""
    for entry in entries:
        for photo in entry.meta.photos:
            yield photo_path(entry.kind, photo.file)
    for text in texts:
        for reference in text.body.references:
            if reference.form == "photo":
                yield photo_path(text.kind, reference.target)


def _known(data: bytes | None) -> PhotoFacts | None:
    if data is None:
        return None
    try:
        return msgspec.json.decode(data, type=PhotoFacts)
    except msgspec.DecodeError:
        return None
