"""The site of this repository, built as an editor builds it, and questions about what came out."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import filelock
import pytest

from tests.support.pages import Page, read_page
from tests.support.programs import ROOT


@dataclass(frozen=True)
class BuiltSite:
    folder: Path
    base_url: str
    """Where it is to be published, with a slash at its end."""

    @cached_property
    def files(self) -> frozenset[str]:
        return frozenset(
            path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()
        )

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every HTML page by its path, in order."""
        paths = sorted(path for path in self.files if path.endswith(".html"))
        if not paths:
            pytest.fail(f"there is no page in {self.folder}", pytrace=False)
        return {path: read_page(path, self.text(path)) for path in paths}

    @property
    def full_pages(self) -> Iterator[Page]:
        """Every page for readers: all but the old addresses that only send them on."""
        return (page for page in self.pages.values() if not page.is_redirect)

    @cached_property
    def specimens(self) -> tuple[Page, ...]:
        """For each template and language its first page and its largest."""
        return _first_and_largest(self.full_pages)

    @cached_property
    def distinct(self) -> tuple[Page, ...]:
        """All pages, but of those that repeat another language only the first and largest of a kind.

        With four languages every second page of the site is such a repetition.
        """
        repeated = {page.path for page in self.full_pages if self.repeats(page)}
        chosen = _first_and_largest(page for page in self.full_pages if page.path in repeated)
        return (*(page for path, page in self.pages.items() if path not in repeated), *chosen)

    def repeats(self, page: Page) -> bool:
        """Say whether a page shows the text of another language, which it then names as the original."""
        named = [urlsplit(url).path for url in page.canonical]
        return bool(named) and named != [urlsplit(self.url(page.path)).path] and not page.is_not_found

    def text(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def url(self, path: str) -> str:
        """Name the address under which a file is published: folders end in a slash."""
        return self.base_url + (path.removesuffix("index.html") if is_index(path) else path)

    def is_own(self, url: str) -> bool:
        return urlsplit(url)[:2] == urlsplit(self.base_url)[:2]

    def locate(self, url: str) -> str | None:
        """Find the file that answers an absolute address of this site, as every static host would."""
        base, path = urlsplit(self.base_url).path, urlsplit(url).path or "/"
        if not self.is_own(url) or not path.startswith(base):
            return None
        name = unquote(path.removeprefix(base))
        if name == "" or name.endswith("/"):
            name += "index.html"
        return name if name in self.files else None

    def resolve(self, page: Page, link: str) -> str:
        """Make a link of a page absolute, as a browser does."""
        return urljoin(self.url(page.path), link.strip())


def _first_and_largest(pages: Iterable[Page]) -> tuple[Page, ...]:
    """Choose two pages for each template and language, in order."""
    kinds: dict[tuple[str, str], list[Page]] = {}
    for page in pages:
        kinds.setdefault((page.template, page.lang), []).append(page)
    largest = (max(pages, key=lambda page: len(page.elements)) for pages in kinds.values())
    chosen = {page.path: page for page in [*(pages[0] for pages in kinds.values()), *largest]}
    return tuple(chosen[path] for path in sorted(chosen))


def is_index(path: str) -> bool:
    return path.rpartition("/")[2] == "index.html"


def build_site(output: Path, base_url: str, root: Path = ROOT) -> BuiltSite:
    """Build the site below `root` into `output` from nothing; the one place that knows how.

    Tests run in several processes, and a project has one build at a time: they wait for each other.
    """
    turn = ROOT / "build" / "site-under-test.lock"
    turn.parent.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "site_builder", "build", "--root", str(root), "--output", str(output)]
    with filelock.FileLock(turn):
        done = subprocess.run(
            [*command, "--base-url", base_url, "--no-cache"],
            cwd=ROOT,
            env={**os.environ, "SENTRA_LANG": "en", "NO_COLOR": "1"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    if done.returncode:
        said = f"{done.stdout}{done.stderr}".strip()
        pytest.fail(f"the site does not build (exit code {done.returncode}):\n{said}", pytrace=False)
    return BuiltSite(output, base_url)
