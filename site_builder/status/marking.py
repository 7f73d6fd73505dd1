"""Which translations an editor means, and the marks that follow. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from site_builder.model.catalog import AnyEntry, Catalog, EntryKey
from site_builder.names import Lang, SourcePath
from site_builder.problems import Problem, Span, WrongUse
from site_builder.status.marks import (
    Mark,
    Marks,
    changed_parts,
    is_as_marked,
    mark_name,
    source_of,
    untouched_parts,
)
from site_builder.status.parts import translated_parts


class Wanted(Struct, frozen=True):
    """A translation that is to be marked."""

    entry: AnyEntry
    lang: Lang
    is_named: bool
    """By its own file, not by a folder: somebody has looked at it."""


class Marked(Struct, frozen=True):
    marks: Marks
    made: int
    same: int
    """Marked already, and nothing has changed since."""
    names: tuple[str, ...]
    """Of those that were made: `pages/tentang.en`."""
    untouched: tuple[tuple[str, tuple[str, ...]], ...]
    """Of those that were made: parts of which the source has changed, and the translation has not."""
    left: int
    """Out of date, and not named one by one: to mark them unseen would hide what is to be done."""


def wanted_translations(
    catalog: Catalog, faulty: Collection[SourcePath], asked: Sequence[SourcePath]
) -> list[Wanted]:
    """Find the translations in the files and below the folders of `asked`.

    A base file stands for all its translations. Raises `WrongUse` where there is none.
    """
    langs = [Lang(language.code) for language in catalog.config.languages[1:]]
    found: dict[tuple[EntryKey, Lang], Wanted] = {}
    for path in asked:
        meant = list(_below(catalog, langs, path))
        if not meant:
            variant = "faulty" if path in faulty else ""
            values = {"path": path, "example": _example(catalog)}
            raise WrongUse(Problem("mark-unknown", Span(path), variant, values))
        for wanted in meant:
            key = (wanted.entry.kind, wanted.entry.id), wanted.lang
            if key not in found or wanted.is_named:
                found[key] = wanted
    return list(found.values())


def _example(catalog: Catalog) -> str:
    """Name a translation that is there, or one as it would be called."""
    translations = (path for entry in catalog for path in entry.paths[1:])
    return next(translations, "content/shops/intako.en.md")


def _below(catalog: Catalog, langs: Sequence[Lang], path: SourcePath) -> Iterator[Wanted]:
    for entry in catalog:
        is_below = entry.path.startswith(f"{path.rstrip('/')}/")
        if not is_below and path not in entry.paths:
            continue
        for lang in langs:
            is_own = path == entry.path or is_below or f".{lang}." in path.rpartition("/")[2]
            if is_own and translated_parts(entry, lang):
                yield Wanted(entry, lang, not is_below)


def with_marks(
    marks: Marks,
    wanted: Sequence[Wanted],
    now: Mapping[str, Mark],
    names: Collection[str],
) -> Marked:
    """Add marks; those of entries that are gone (whose names are not in `names`) are dropped.

    `now` has what the mark of each wanted translation is to be.
    """
    kept: dict[str, Mark] = {name: mark for name, mark in marks.items() if name.rpartition(".")[0] in names}
    same = left = 0
    made: list[str] = []
    untouched: list[tuple[str, tuple[str, ...]]] = []
    for translation in wanted:
        entry, lang = translation.entry, translation.lang
        name = mark_name((entry.kind, entry.id), lang)
        mark, before = now[name], kept.get(name)
        changed = (
            () if before is None else changed_parts(before, source_of(mark), translated_parts(entry, lang))
        )
        if before is not None and is_as_marked(before, mark):
            kept[name] = mark  # one of a former version learns the parts of the translation
            same += 1
        elif not changed or translation.is_named:
            kept[name] = mark
            made.append(name)
            if before is not None and (still := untouched_parts(before, mark, changed)):
                untouched.append((name, still))
        else:
            left += 1
    return Marked(kept, len(made), same, tuple(made), tuple(untouched), left)
