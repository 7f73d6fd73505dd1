"""Do the photos that entries name lie in their folders."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from site_builder.model.nearest import misspelled_path
from site_builder.names import SourcePath
from site_builder.problems import Problem
from site_builder.validate.places import FieldPath
from site_builder.validate.references import Locate

NamedPhoto: TypeAlias = "tuple[SourcePath, FieldPath, str]"
"""The file that names a photo, the field, and the photo below the folder of its kind."""


def check_photos(
    named: Iterable[NamedPhoto], photos: Collection[str], locate: Locate, strays: Collection[str] = ()
) -> Iterator[Problem]:
    """Tell every photo that is not among `photos`, at the value that names it.

    `strays` are photos that lie beside the entries, not in their folders.
    """
    listed: dict[str, tuple[str, ...]] = {}
    for path, at, file in named:
        folder = f"{path.rpartition('/')[0]}/"
        if f"{folder}{file}" in photos:
            continue
        if folder not in listed:
            listed[folder] = tuple(p.removeprefix(folder) for p in photos if p.startswith(folder))
        id_ = path.rpartition("/")[2].partition(".")[0]
        stray = next((p for p in strays if p == f"{folder}{file.rpartition('/')[2]}"), "")
        variant, near = ("stray", "") if stray else near_photo(file, id_, listed[folder])
        right = f"{id_}/{file.rpartition('/')[2]}"
        values = {"target": file, "near": near, "folder": f"{folder}{id_}/", "id": id_, "right": right}
        yield Problem("photo-missing", locate(path, at), variant, {**values, "stray": stray})


def near_photo(file: str, id_: str, known: Sequence[str]) -> tuple[str, str]:
    """Give the photo that was meant, of equals the one in the entry's own folder, and how it differs.

    Another photo is never meant: what its text says would not be seen on it.
    """
    name = file.rpartition("/")[2].casefold()
    own = [photo for photo in known if photo.startswith(f"{id_}/")]
    same = next((photo for photo in own if photo.rpartition("/")[2].casefold() == name), "")
    same = same or next((photo for photo in own if _ends_once(photo) == _ends_once(f"{id_}/{name}")), "")
    near = same or misspelled_path(f"{id_}/{name}", own) or misspelled_path(file, known)
    if near.casefold() == file.casefold():
        return ("case" if near else ""), near
    return ("near" if near else ""), near


def _ends_once(photo: str) -> str:
    """Give a name with its ending once: Windows hides the second of `depan.jpg.jpg`."""
    stem, dot, ending = photo.casefold().rpartition(".")
    return stem if stem.endswith(f"{dot}{ending}") else f"{stem}{dot}{ending}"


def place_strays(
    problems: Iterable[Problem], named: Iterable[NamedPhoto], entries: Collection[SourcePath]
) -> list[Problem]:
    """Say into which folder a photo beside the entries belongs: of the one that names it, or has its name."""
    wanted = {
        f"{path.rpartition('/')[0]}/{file.rpartition('/')[2]}": path for path, _, file in reversed([*named])
    }
    return [
        _placed(problem, wanted, entries) if problem.key == "file-place.photo" else problem
        for problem in problems
    ]


def _placed(problem: Problem, wanted: Mapping[str, SourcePath], entries: Collection[SourcePath]) -> Problem:
    folder, _, name = problem.at.path.rpartition("/")
    path = wanted.get(problem.at.path) or _namesake(folder, name, entries)
    if not path:
        return problem
    id_ = path.rpartition("/")[2].partition(".")[0]
    values = {"suggestion": f"{folder}/{id_}/{name}", "right": f"{id_}/{name}"}
    return replace(problem, variant="photo-of", values={**problem.values, **values})


def _namesake(folder: str, name: str, entries: Collection[SourcePath]) -> str:
    """Give the entry whose id the photo's name begins with, the longest if several."""
    stem = name.rpartition(".")[0].casefold().replace("_", "-").replace(" ", "-")
    fitting = [
        path
        for path in entries
        if path.rpartition("/")[0] == folder and stem.startswith(path.rpartition("/")[2].partition(".")[0])
    ]
    return max(fitting, key=len, default="")
