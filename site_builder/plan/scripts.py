"""Scripts of `assets/js/`: smaller, and importing each other under the names that are published."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from site_builder.names import Digest, OutPath, SourcePath, UrlPath
from site_builder.plan.asset_names import hashed_name
from site_builder.plan.routes import Routes
from site_builder.plan.tasks import TextTask
from site_builder.problems import Problem, Span

_IMPORT = re.compile(
    r"""^(?P<words>(?:import|export)\b[^"';]*?["'])\./(?P<name>[\w.-]+\.js)(?=["'];$)""", re.M
)
_TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
    |(?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)
    |(?P<pattern>(?<=[(,=:\[!&|?{};\s])/(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*(?=[.,;)\s]))
    |(?P<blank>\s+)
    |(?P<code>.)""",
    re.VERBOSE | re.DOTALL,
)
_WORD = re.compile(r"[\w$]")


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
            text = smaller(_IMPORT.sub(lambda match: self._linked(path, match), self._texts[path]))
            self._open.pop()
            digest = Digest(hashlib.blake2b(text.encode(), digest_size=20).hexdigest())
            self._tasks[path] = TextTask(hashed_name(path, digest), path, text)
        return self._tasks[path]

    def _linked(self, path: SourcePath, match: re.Match[str]) -> str:
        """Name the imported file; one that is missing, or that imports this one, is a fault."""
        folder = path.rpartition("/")[0]
        target = SourcePath(f"{folder}/{match['name']}")
        if target not in self._texts or target in self._open:
            line = self._texts[path].count("\n", 0, match.start()) + 1
            values = {"target": f"./{match['name']}"}
            self.problems.append(Problem("asset-missing", Span(path, line), values=values))
            return match[0]
        return f"{match['words']}./{_file_name(self.task(target).out)}"


def smaller(text: str) -> str:
    """Leave out comments and the blanks that say nothing; texts and patterns stay as they are.

    Scripts must end each statement with a semicolon, put a blank on both sides of a division and
    have no template within a template: then a line's end means no more than a blank does.
    """
    written = ""
    for match in _TOKEN.finditer(text):
        if match.lastgroup in {"comment", "blank"}:
            written += "" if written.endswith(" ") else " "
            continue
        token = match[0]
        if written.endswith(" ") and not _needs_blank(written[-2:-1], token):
            written = written[:-1]
        written += token
    return written.strip()


def _needs_blank(before: str, token: str) -> bool:
    both_words = _WORD.match(before) is not None and _WORD.match(token) is not None
    return both_words or (before in {"+", "-", "/"} and token[0] in "+-/")


def _file_name(out: OutPath) -> str:
    return out.rpartition("/")[2]
