"""The command `sentra new site`: a small, whole and honest start for another cluster's site.

Its files lie in `starter/`, one folder for each language and `shared` for both, so that a text is changed
there and nowhere here. Nobody's facts are in them: what only the editor knows is a placeholder, which
`--release` refuses.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from site_builder.commands import run_schema
from site_builder.console import Talk
from site_builder.names import Kind
from site_builder.new_entry import Asked, ask, right
from site_builder.problems import Problem, Span, WrongUse
from site_builder.scaffold import COMMAND, id_for, phrase, tidy_name
from site_builder.source.flow_yaml import scalar_yaml
from site_builder.writing import write_folder

_STARTER = Path(__file__).parent / "starter"
_HIDDEN = "dot-"
"""Begins names that begin with a dot on the editor's disk: packages and archives lose such files easily."""
_NAME_BLANKS = re.compile("@NAMA@|@NAME@")
_EXAMPLES = {"id": "Sentra Anyaman Melati", "en": "Melati Weavers"}


def run_new_site(
    root: Path, asked: Asked, language: str, text_language: str, talk: Talk | None, *, own_folder: bool
) -> str:
    """Write a new site; give what to tell of it.

    It goes into `root`, or with `own_folder` into a new folder there that is called after the site.
    Messages are in `language`, the site is in `text_language`.
    Raises `WrongUse` where there is a site already, or the name is missing and nobody can be asked.
    """
    name = _name(asked.name, language, talk)
    folder = root / _folder_name(asked.id or name) if own_folder else root
    for place in (root, folder):  # one site in another's folder is a slip
        if os.path.lexists(place / "content"):
            raise WrongUse(Problem("site-exists", Span(COMMAND), values={"folder": str(place)}))
    if (folder / "schema").is_symlink():
        raise WrongUse(Problem("file-link", Span(str(folder / "schema"))))
    write_folder(folder, starter_files(text_language, name), last="content")
    run_schema(folder / "schema", text_language, folder)
    return phrase("new-site-done.here" if folder == Path() else "new-site-done", language, folder=str(folder))


def starter_files(language: str, name: str) -> dict[str, bytes]:
    """Give the files of a new site that is called `name`, by their paths below its folder."""
    files = {}
    for part in (_STARTER / "shared", _STARTER / language):
        for file in sorted(path for path in part.rglob("*") if path.is_file()):
            path = "/".join(_on_disk(step) for step in file.relative_to(part).parts)
            files[path] = _filled(file.read_text("utf-8"), name).encode()
    return files


def _on_disk(name: str) -> str:
    return f".{name.removeprefix(_HIDDEN)}" if name.startswith(_HIDDEN) else name


def _filled(text: str, name: str) -> str:
    return _NAME_BLANKS.sub(lambda _found: scalar_yaml(name), text)  # in one pass: a name may hold a blank


def _name(asked: str | None, language: str, talk: Talk | None) -> str:
    missing = Problem("new-missing", Span(COMMAND), "site", {"example": _EXAMPLES[language]})

    def read(text: str) -> str | Problem:
        return tidy_name(text, Kind.PAGES, language) if text.strip() else missing

    if asked is not None:
        return right(read(asked))
    return ask(talk, phrase("new-ask-site", language), read, missing)


def _folder_name(text: str) -> str:
    id_ = id_for(text)
    if id_ is None:
        raise WrongUse(Problem("new-id", Span(COMMAND), "none", {"value": text, "example": "sentra-melati"}))
    return id_
