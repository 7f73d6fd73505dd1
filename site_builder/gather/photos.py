"""Photos of the content: their names, their sizes, and which of them are published."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from unicodedata import normalize

import msgspec

from site_builder.media.size import PUBLISHED_WIDTH_PX, PhotoSize, encoding
from site_builder.model.catalog import AnyEntry
from site_builder.names import Digest, OutPath, SourcePath
from site_builder.plan.assets import photo_name
from site_builder.plan.edition import PlacedPhoto
from site_builder.plan.links import Text
from site_builder.plan.routes import Routes
from site_builder.plan.tasks import ImageTask
from site_builder.problems import Problem
from site_builder.source.scan import Snapshot
from site_builder.store.database import Store
from site_builder.store.keys import key_of


@dataclass(frozen=True, slots=True)
class PhotoFile:
    """A photo as the disk has it."""

    path: SourcePath
    """A Mac writes letters and their accents apart (NFD), so it may differ from what editors write."""
    digest: Digest


@dataclass(frozen=True, slots=True)
class KnownPhoto:
    """What the store keeps of a photo."""

    size: PhotoSize
    out: OutPath
    """The published name; the key holds the version of Pillow, which decides it too."""


PhotoFiles = Mapping[SourcePath, PhotoFile]
"""By the path with its letters put together (NFC), as texts and fields name them."""


def photo_files(paths: Iterable[SourcePath], snapshot: Snapshot) -> PhotoFiles:
    """Find each photo by the name that editors write; that two have one name is told elsewhere."""
    files: dict[SourcePath, PhotoFile] = {}
    for path in paths:
        files.setdefault(SourcePath(normalize("NFC", path)), PhotoFile(path, snapshot.digest(path)))
    return files


def gather_photos(
    files: PhotoFiles, read: Callable[[SourcePath], bytes], routes: Routes, code: Digest, store: Store
) -> tuple[dict[SourcePath, PlacedPhoto], tuple[Problem, ...]]:
    """Give each photo its address and size, and tell what is no photo."""
    keys = {path: key_of("photo", code, path, file.digest) for path, file in files.items()}
    found = store.get_many(keys.values())
    placed: dict[SourcePath, PlacedPhoto] = {}
    problems: list[Problem] = []
    for path, file in files.items():
        known = _known(found.get(keys[path]))
        if known is None:
            from site_builder.media.photo import probe  # Pillow takes 20 ms to load

            size, faults = probe(file.path, read(file.path))
            problems += faults
            if size is None:
                continue
            known = KnownPhoto(size, _out(path, file, size.extension))
            store.put(keys[path], msgspec.json.encode(known))
        placed[path] = PlacedPhoto(routes.asset(known.out), known.size.width_px, known.size.height_px)
    return placed, tuple(problems)


def photo_tasks(
    files: PhotoFiles,
    placed: Mapping[SourcePath, PlacedPhoto],
    routes: Routes,
    shown: Iterable[SourcePath],
) -> tuple[ImageTask, ...]:
    """Publish the photos that are `shown`, and no others: a draft's stay private as the draft does."""
    wanted = {path for path in shown if path in placed}
    return tuple(
        ImageTask(routes.out(placed[path].url), files[path].path, files[path].digest, PUBLISHED_WIDTH_PX)
        for path in files
        if path in wanted
    )


def shown_photos(entries: Iterable[AnyEntry], texts: Iterable[Text]) -> Iterator[SourcePath]:
    """Name the photos that `entries` have in their fields, and those in their `texts`."""
    for entry in entries:
        for photo in entry.meta.photos:
            yield SourcePath(f"content/{entry.kind.value}/{photo.file}")
    for text in texts:
        for reference in text.body.references:
            if reference.form == "photo":
                yield SourcePath(f"content/{text.kind.value}/{reference.target}")


def _out(path: SourcePath, file: PhotoFile, extension: str) -> OutPath:
    """Name the published photo after all that decides its bytes: hosts keep it for ever under that name."""
    return photo_name(path, key_of(path, file.digest, extension, encoding(extension)), extension)


def _known(data: bytes | None) -> KnownPhoto | None:
    if data is None:
        return None
    try:
        return msgspec.json.decode(data, type=KnownPhoto)
    except msgspec.DecodeError:
        return None
