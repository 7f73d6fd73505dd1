"""Scripts of `assets/js/`: smaller, and importing each other under the names that are published."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from site_builder.model.readers.written import shorten
from site_builder.names import Digest, OutPath, SourcePath, UrlPath
from site_builder.plan.asset_names import hashed_name
from site_builder.plan.routes import Routes
from site_builder.plan.tasks import TextTask
from site_builder.problems import Problem, Span
from site_builder.text.other_hosts import is_elsewhere, named_in_script

_IMPORT = re.compile(
    r"""^(?P<words>(?:import|export)\b[^"';]*?["'])\./(?P<name>[\w.-]+\.js)(?=["'];)""", re.M
)
_LATER = re.compile(r"""(?P<words>\bimport\(["'])\./(?P<name>[\w.-]+\.js)(?=["']\))""")
"""What a script loads only when it is wanted."""
_TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
    |(?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)
    |(?P<blank>\s+)
    |(?P<code>[\w$]+|.)""",
    re.VERBOSE | re.DOTALL,
)
_PATTERN = re.compile(r"/(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
_BEFORE_PATTERN = re.compile(
    r"""^$ | [(,=:\[!&|?{};]$ | =>$
    | (?<!\.)\ (?:await|case|delete|do|else|in|of|return|throw|typeof|void|yield)$""",
    re.VERBOSE,
)
"""What a pattern can follow; after anything else a stroke divides."""
_BEFORE_PATH = re.compile(r"(?<!\.) (?:from|import\(?)$")
_BEFORE_LOADED = re.compile(
    r"(?<!\.) (?:from|import\(?)$"
    r"|\b(?:fetch|importScripts|Worker|EventSource|WebSocket)\($|\. ?(?:src|srcset)=$"
)
_WORD = re.compile(r"[\w$]")


class _Piece(Struct, frozen=True):
    kind: str
    """`comment`, `text`, `pattern`, `blank` or `code`."""
    text: str
    at: int
    before: str
    """The end of the code in front of it, without blanks but those before words."""


class Scripts:
    """Names each script by its digest, those that it imports first."""

    def __init__(self, texts: Mapping[SourcePath, str], routes: Routes) -> None:
        self._texts = texts
        self._routes = routes
        self._tasks: dict[SourcePath, TextTask] = {}
        self._open: list[SourcePath] = []
        self.problems: list[Problem] = []

    @property
    def urls(self) -> dict[str, UrlPath]:
        """Give the addresses by names below `assets/`, of the scripts asked for so far."""
        routes = self._routes
        return {path.removeprefix("assets/"): routes.asset(task.out) for path, task in self._tasks.items()}

    def task(self, path: SourcePath) -> TextTask:
        if path not in self._tasks:
            self._open.append(path)
            linked = self._texts[path]
            for pattern in (_IMPORT, _LATER):
                linked = pattern.sub(lambda match: self._linked(path, match), linked)
            self._open.pop()
            self._report_dead_imports(path, linked)
            self._report_other_hosts(path, linked)
            text = smaller(linked)
            digest = Digest(hashlib.blake2b(text.encode(), digest_size=20).hexdigest())
            self._tasks[path] = TextTask(hashed_name(path, digest), path, text)
        return self._tasks[path]

    def _linked(self, path: SourcePath, match: re.Match[str]) -> str:
        """Name the imported file; one that is missing, or that imports this one, stays as it is written."""
        folder = path.rpartition("/")[0]
        target = SourcePath(f"{folder}/{match['name']}")
        if target not in self._texts or target in self._open:
            return match[0]
        return f"{match['words']}./{_file_name(self.task(target).out)}"

    def _report_dead_imports(self, path: SourcePath, linked: str) -> None:
        """Find what still names a file beside this one: under that name nothing is published."""
        published = {f"./{_file_name(task.out)}" for task in self._tasks.values()}
        for piece in _pieces(linked):
            target = piece.text[1:-1]
            if piece.kind != "text" or not target.startswith(("./", "../")) or target in published:
                continue
            if _BEFORE_PATH.search(piece.before):
                at = Span(path, linked.count("\n", 0, piece.at) + 1)
                self.problems.append(Problem("asset-missing", at, "import", {"target": target}))

    def _report_other_hosts(self, path: SourcePath, linked: str) -> None:
        """Find what is imported or fetched from elsewhere; addresses that become links are fine."""
        for piece in _pieces(linked):
            target = named_in_script(piece.text[1:-1]) if piece.kind == "text" else ""
            if is_elsewhere(target) and _BEFORE_LOADED.search(piece.before):
                at = Span(path, linked.count("\n", 0, piece.at) + 1)
                self.problems.append(Problem("other-host", at, values={"target": shorten(target)}))


@lru_cache(maxsize=64)
def smaller(text: str) -> str:
    """Leave out comments and the blanks that say nothing; texts and patterns stay as they are.

    Scripts must end each statement with a semicolon and have no template within a template: then a
    line's end means no more than a blank does.
    """
    written = ""
    for piece in _pieces(text):
        if piece.kind in {"comment", "blank"}:
            written += "" if written.endswith(" ") else " "
            continue
        if written.endswith(" ") and not _needs_blank(written[-2:-1], piece.text):
            written = written[:-1]
        written += piece.text
    return written.strip()


@lru_cache(maxsize=64)
def _pieces(text: str) -> tuple[_Piece, ...]:
    """Part a script where a reader of JavaScript would, as far as this site's scripts go."""
    return tuple(_read_pieces(text))


def _read_pieces(text: str) -> Iterator[_Piece]:
    at, before = 0, ""
    while at < len(text):
        found = _TOKEN.match(text, at)
        assert found is not None  # the last of its forms is any sign
        kind, piece = found.lastgroup or "", found[0]
        if piece == "/" and _BEFORE_PATTERN.search(before) and (pattern := _PATTERN.match(text, at)):
            kind, piece = "pattern", pattern[0]
        yield _Piece(kind, piece, at, before)
        at += len(piece)
        if kind == "code":
            before = (f"{before} {piece}" if _WORD.match(piece) else before + piece)[-16:]
        elif kind in {"text", "pattern"}:
            before = '"'


def _needs_blank(before: str, token: str) -> bool:
    both_words = _WORD.match(before) is not None and _WORD.match(token) is not None
    return both_words or (before in {"+", "-", "/"} and token[0] in "+-/")


def _file_name(out: OutPath) -> str:
    return out.rpartition("/")[2]
