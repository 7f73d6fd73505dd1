"""What a file below `content/` is, by its path alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Sequence
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from site_builder.model.nearest import nearest
from site_builder.model.readers.paths import PHOTO_ENDINGS, slug_fault, slug_like
from site_builder.model.readers.words import is_lang_code, language_meant
from site_builder.model.readers.written import shorten
from site_builder.names import EntryId, Kind, Lang, SourcePath
from site_builder.problems import Problem, Span
from site_builder.recall import MANY
from site_builder.source.scan import is_litter

CONFIG_PATH = SourcePath("content/site.yaml")
VOCABULARY_PATH = SourcePath("content/vocabulary.yaml")

YAML_KINDS = frozenset({Kind.FIGURES, Kind.CHARTS})
"""Kinds that have no text; the others are Markdown."""

INDONESIAN_FOLDERS = {
    "halaman": Kind.PAGES,
    "toko": Kind.SHOPS,
    "produk": Kind.PRODUCTS,
    "kunjungan": Kind.VISITS,
    "tempat": Kind.PLACES,
    "acara": Kind.EVENTS,
    "cerita": Kind.STORIES,
    "pasar": Kind.MARKETS,
    "angka": Kind.FIGURES,
    "grafik": Kind.CHARTS,
}
_CONVERT = frozenset({"gif", "bmp", "tif", "tiff", "psd", "raw", "pdf", "svg"})
_TEXTS = frozenset(
    {"md", "yaml", "yml", "markdown", "mdown", "txt", "docx", "doc", "odt", "rtf", "json", "toml"}
)
_OF_NAMES = frozenset(
    {
        "id-form",
        "language-unknown",
        "language-default",
        "file-ending",
        "file-name",
        "file-index",
        "file-place",
    }
    | {"file-language"}
)
"""Faults whose suggestion is what a file should be called."""
_WORD = frozenset({"docx", "doc", "odt", "rtf"})

_INDEX = frozenset({"index", "_index"})
"""Names by which other programs call the page of a folder; here each such page is made by itself."""

_COPY = re.compile(
    r".+?(?: - (?:copy|salin|salinan|kopi)(?: ?\(\d+\))?| ?\(\d+\)| copy(?: \d+)?)"
    r"|.+ (?:salinan|salin)(?: \d+)?|(?:salinan|copy)(?: dari| of)? .+",
    re.IGNORECASE,
)
"""How Windows and others call the copy of a file."""

NO_ID = EntryId("")


class Role(StrEnum):
    CONFIG = "config"
    VOCABULARY = "vocabulary"
    ENTRY = "entry"
    PHOTO = "photo"
    IGNORED = "ignored"


class DocumentName(Struct, frozen=True):
    """What a path says: `kind` and `id` for an entry and its photos, `lang` for a translation."""

    path: SourcePath
    role: Role
    kind: Kind | None = None
    id: EntryId = NO_ID
    lang: Lang | None = None
    """`None` for the base file."""


def name_document(path: SourcePath, languages: Sequence[Lang]) -> DocumentName | Problem:
    """Tell what the file is; without `languages` (`site.yaml` can't be read) any code will do."""
    return _named(path, tuple(languages))


@lru_cache(maxsize=MANY)
def _named(path: SourcePath, languages: tuple[Lang, ...]) -> DocumentName | Problem:
    if path == CONFIG_PATH:
        return DocumentName(path, Role.CONFIG)
    if path == VOCABULARY_PATH:
        return DocumentName(path, Role.VOCABULARY)
    parts = path.split("/")
    if any(is_litter(part) for part in parts):
        return DocumentName(path, Role.IGNORED)
    if len(parts) < 3:
        return _stray(path, parts[-1])
    kind = next((kind for kind in Kind if kind == parts[1]), None)
    if kind is None:
        return _unknown_folder(path, parts[1])
    if len(parts) == 3:
        return _entry(path, kind, parts[2], languages)
    return _photo(path, kind, parts)


def unless_taken(problem: Problem, paths: Container[str]) -> Problem:
    """Warn of a better name that another file has already: renaming would overwrite that one."""
    if problem.code not in _OF_NAMES:
        return problem
    suggestion = problem.values.get("suggestion", "")
    folder = problem.at.path.rpartition("/")[0]
    right = suggestion if suggestion.startswith("content/") else f"{folder}/{suggestion}"
    if not suggestion or right == problem.at.path or right not in paths:
        return problem
    return Problem("file-twice", problem.at, "", {"suggestion": suggestion}, problem.severity)


def _stray(path: SourcePath, name: str) -> Problem:
    """Tell of a file directly in `content/`."""
    stem, _, ending = name.rpartition(".")
    right = nearest(f"{stem or name}.yaml".lower(), ("site.yaml", "vocabulary.yaml"))
    if ending.lower() in ("yaml", "yml") and right:
        return Problem("file-name", Span(path), "near", {"name": name, "suggestion": f"content/{right}"})
    return Problem("file-place", Span(path), values={"name": name})


def _unknown_folder(path: SourcePath, folder: str) -> Problem:
    meant = INDONESIAN_FOLDERS.get(folder.lower())
    near = meant.value if meant else nearest(folder, [kind.value for kind in Kind])
    if near:
        return Problem("folder-unknown", Span(path), "near", {"folder": folder, "suggestion": near})
    known = ", ".join(kind.value for kind in Kind)
    return Problem("folder-unknown", Span(path), values={"folder": folder, "known": known})


def _entry(path: SourcePath, kind: Kind, name: str, languages: Sequence[Lang]) -> DocumentName | Problem:
    right = "yaml" if kind in YAML_KINDS else "md"
    stem, dot, ending = name.rpartition(".")
    if not dot or not stem:
        suggestion = f"{_like_id(name)}.{right}"
        return Problem("file-ending", Span(path), "none", {"name": name, "suggestion": suggestion})
    if ending != right:
        return _wrong_ending(path, kind, name, right)
    entry_id, dot, code = stem.rpartition(".")
    if not dot:
        entry_id, code = stem, ""
    elif not _is_language(code, languages):
        if meant := language_meant(code, languages):
            return _other_language(path, entry_id, code, meant, right, languages)
        if not is_lang_code(code):
            entry_id, code = stem, ""
    if _COPY.fullmatch(stem) or _COPY.fullmatch(entry_id):
        return Problem("id-form", Span(path), "copy", {"name": shorten(name)})
    problem = _id_problem(path, entry_id, f".{code}.{right}" if code else f".{right}")
    if problem is not None:
        return problem
    if code and not _is_language(code, languages):
        values = {"language": code, "known": ", ".join(languages)}
        return Problem("language-unknown", Span(path), "", values)
    if code and languages and code == languages[0]:
        return Problem(
            "language-default", Span(path), "", {"language": code, "suggestion": f"{entry_id}.{right}"}
        )
    return DocumentName(path, Role.ENTRY, kind, EntryId(entry_id), Lang(code) if code else None)


def _is_language(code: str, languages: Sequence[Lang]) -> bool:
    return code in languages if languages else is_lang_code(code)


def _other_language(
    path: SourcePath, entry_id: str, code: str, meant: Lang, ending: str, languages: Sequence[Lang]
) -> Problem:
    """Give the name with the right code: for `intako.EN.md`, `intako.eng.md`, `intako.inggris.md`."""
    id_ = _like_id(entry_id)
    if meant == languages[0]:
        values = {"language": code, "suggestion": f"{id_}.{ending}"}
        return Problem("language-default", Span(path), "", values)
    values = {"language": code, "suggestion": f"{id_}.{meant}.{ending}"}
    return Problem("language-unknown", Span(path), "near", values)


def _wrong_ending(path: SourcePath, kind: Kind, name: str, right: str) -> Problem:
    stem, _, ending = name.rpartition(".")
    lower = ending.lower()
    if lower in _WORD:
        return Problem(
            "file-ending", Span(path), "word", {"name": name, "suggestion": f"{_like_id(stem)}.{right}"}
        )
    if lower in _TEXTS:
        suggestion = f"{_like_id(stem.removesuffix(f'.{right}'))}.{right}"
        return Problem("file-ending", Span(path), "text", {"name": name, "suggestion": suggestion})
    if lower in PHOTO_ENDINGS:
        suggestion = f"content/{kind}/…/{name}"
        return Problem("file-place", Span(path), "photo", {"name": name, "suggestion": suggestion})
    return _refused(path, name, lower)


def _like_id(stem: str) -> str:
    """Give a name that the next check accepts, with its language; as it is where none can be made of it."""
    id_, dot, code = stem.rpartition(".")
    if not dot or not is_lang_code(code):
        id_, dot, code = stem, "", ""
    if not slug_fault(id_):
        return stem
    meant = slug_like(unicodedata.normalize("NFC", id_))
    return f"{meant}{dot}{code}" if meant else stem


def _refused(path: SourcePath, name: str, ending: str) -> Problem:
    if ending in ("heic", "heif"):
        return Problem("photo-ending", Span(path), "heic", {"name": name})
    if ending in _CONVERT:
        return Problem("photo-ending", Span(path), "convert", {"name": name})
    return Problem("file-refused", Span(path), values={"name": name})


def _photo(path: SourcePath, kind: Kind, parts: list[str]) -> DocumentName | Problem:
    folder, name = parts[2], parts[-1]
    stem, _, ending = name.rpartition(".")
    if stem in _INDEX and ending in ("md", "yaml"):
        right = "yaml" if kind in YAML_KINDS else "md"
        return Problem(
            "file-index", Span(path), values={"name": name, "suggestion": f"content/{kind}/{folder}.{right}"}
        )
    if ending.lower() in PHOTO_ENDINGS and stem:
        problem = _id_problem(path, folder, "/")
        return problem or DocumentName(path, Role.PHOTO, kind, EntryId(folder))
    if ending.lower() in _TEXTS:
        return Problem(
            "file-place", Span(path), "text", {"name": name, "suggestion": f"content/{kind}/{name}"}
        )
    return _refused(path, name, ending.lower())


def _id_problem(path: SourcePath, entry_id: str, rest: str) -> Problem | None:
    """Check the part of the name that becomes the address; the hint is the right name."""
    fault = slug_fault(entry_id)
    if not fault:
        return None
    values = {"name": entry_id[:40]}
    if entry_id in _INDEX:
        return _index_problem(path, entry_id, rest)
    meant = slug_like(unicodedata.normalize("NFC", entry_id))
    if not meant:
        return Problem("id-form", Span(path), "", values)
    values["suggestion"] = f"{meant}{rest}"
    return Problem("id-form", Span(path), "reserved" if fault == "reserved" else "near", values)


def _index_problem(path: SourcePath, entry_id: str, rest: str) -> Problem:
    """Say how to call what other programs call `index`; of pages it may be the first of the site."""
    kind = path.split("/")[1]
    word = next(word for word, one in INDONESIAN_FOLDERS.items() if one == kind)
    values = {"name": f"{entry_id}{rest}", "example": f"{word}-baru{rest}"}
    if kind == Kind.PAGES:
        return Problem("id-form", Span(path), "index-page", {**values, "home": f"beranda{rest}"})
    return Problem("id-form", Span(path), "index", values)


def config_missing(*, has_content: bool) -> Problem:
    """Say that there is no `content/site.yaml`: in a folder that `has_content` it was lost."""
    return Problem("config-missing", Span(CONFIG_PATH), "lost" if has_content else "")


def photo_path(kind: Kind, file: str) -> SourcePath:
    """Give where a photo lies, by how an entry of that kind names it: `intako/front.jpg`."""
    return SourcePath(f"content/{kind.value}/{file}")
