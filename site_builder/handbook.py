"""The editors' handbook, which comes with Sentra: its chapters, and where each will stand in a site."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from site_builder.defaults import default_root
from site_builder.model.body import Body
from site_builder.names import Digest, Lang, SourcePath

FOLDER = "docs/handbook"
ADDRESS = "panduan"
"""Below which part of the site it lies, in every language."""
_ORIGINAL = Lang("id")
"""The language that the handbook is written in; its address has no more parts."""
_FILE = re.compile(r"(?P<number>[0-9]{2})-(?P<name>[a-z0-9-]+)\.md")
_FIRST = "README.md"
_LINK = re.compile(r"\]\((?:\.\./(?P<lang>[a-z]{2})/)?(?P<file>[A-Za-z0-9-]+\.md)(?=[)#])")


class Chapter(Struct, frozen=True):
    """A file of the handbook; chapters of the same number say the same in other languages."""

    lang: Lang
    number: int
    """From 1; the first page, which leads to all others, has 0."""
    path: SourcePath
    address: str
    """From the root of the site: `/panduan/toko/`."""
    title: str
    text: str
    """In Markdown, without the title; links to other chapters lead to their addresses."""


class ChapterPage(Struct, frozen=True):
    """A chapter with its text converted."""

    chapter: Chapter
    body: Body


def read_handbook() -> tuple[Chapter, ...]:
    """Read all chapters, each language in its order."""
    return chapters_of(_files())


def handbook_digest() -> Digest:
    """Name what the handbook says."""
    state = hashlib.blake2b(digest_size=20)
    for path, text in _files():
        state.update(f"{path}\0{text}\0".encode())
    return Digest(state.hexdigest())


def chapters_of(files: Iterable[tuple[str, str]]) -> tuple[Chapter, ...]:
    """Make chapters of files named `id/02-toko.md`; others than those are passed over."""
    found = [
        (lang, file, text)
        for path, text in files
        for lang, _, file in [path.partition("/")]
        if file == _FIRST or _FILE.fullmatch(file)
    ]
    addresses = {(lang, file): _address(lang, file) for lang, file, _ in found}
    chapters = []
    for lang, file, text in found:
        title, _, rest = text.partition("\n")
        named = _FILE.fullmatch(file)

        def to_address(link: re.Match[str], lang: str = lang) -> str:
            return f"]({addresses.get((link['lang'] or lang, link['file']), link[0][2:])}"

        chapters.append(
            Chapter(
                Lang(lang),
                int(named["number"]) if named else 0,
                SourcePath(f"{FOLDER}/{lang}/{file}"),
                addresses[lang, file],
                title.removeprefix("# ").strip(),
                _LINK.sub(to_address, rest),
            )
        )
    return tuple(sorted(chapters, key=lambda one: (one.lang, one.number)))


def _address(lang: str, file: str) -> str:
    named = _FILE.fullmatch(file)
    parts = (ADDRESS, *(() if lang == _ORIGINAL else (lang,)), *((named["name"],) if named else ()))
    return f"/{'/'.join(parts)}/"


@cache
def _files() -> tuple[tuple[str, str], ...]:
    """Read the handbook's files, by their names below its folder; none where it was left out."""
    folder = default_root() / FOLDER
    if not folder.is_dir():
        return ()
    paths = sorted(folder.glob("*/*.md"), key=lambda path: path.as_posix())
    return tuple(
        (path.relative_to(folder).as_posix(), path.read_text("utf-8").replace("\r\n", "\n")) for path in paths
    )
