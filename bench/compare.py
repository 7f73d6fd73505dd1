"""Whether two built sites are the same site: the same pages, and on them the same words and links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from random import Random

from site_builder.text.overriding import override

FILES = ("sitemap.xml", "robots.txt")
"""Beside the pages; what stands in them may differ (only Sentra lists numbered pages in the sitemap)."""
SHOWN = 10
"""Differences that are named; the rest is counted."""
_HEAD_LINKS = frozenset({"canonical", "alternate"})


@dataclass(frozen=True, slots=True)
class Seen:
    """What a reader or a search engine finds on a page, whatever its markup."""

    title: str
    text: str
    links: tuple[str, ...]
    head: tuple[str, ...]
    """Language, description, canonical address, translations."""


def html_paths(output: Path) -> frozenset[str]:
    return frozenset(path.relative_to(output).as_posix() for path in output.rglob("*.html"))


def differences(first: Path, second: Path, sample: int = 2000) -> list[str]:
    """Compare all paths and the content of `sample` pages of every kind; empty when all is equal."""
    ours, theirs = html_paths(first), html_paths(second)
    found = [
        f"not there: {folder / name}"
        for folder in (first, second)
        for name in FILES
        if not (folder / name).is_file()
    ]
    found += [*_named("only in the first", ours - theirs), *_named("only in the second", theirs - ours)]
    for path in choose(ours & theirs, sample):
        one, other = see((first / path).read_text("utf-8")), see((second / path).read_text("utf-8"))
        found += [
            f"{path}: {part}\n  first  {getattr(one, part)!r}\n  second {getattr(other, part)!r}"
            for part in ("title", "text", "links", "head")
            if getattr(one, part) != getattr(other, part)
        ]
    return found


def choose(paths: Iterable[str], count: int) -> list[str]:
    """Take about `count` paths, some of every kind, always the same ones."""
    groups: dict[str, list[str]] = {}
    for path in sorted(paths):
        groups.setdefault(_group(path), []).append(path)
    chance = Random(1976)
    chosen: list[str] = []
    share = max(1, count // max(1, len(groups)))
    for group in groups.values():
        chosen += chance.sample(group, min(share, len(group)))
    return sorted(chosen)


def _group(path: str) -> str:
    """Name the kind of address, so that the few lists are looked at as well as the many entries."""
    parts = path.split("/")[:-1]
    return "/".join("#" if part.isdigit() else part for part in parts[:-1]) or path


def see(html: str) -> Seen:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Seen(
        title=_plain(reader.title),
        text=_plain(reader.text),
        links=tuple(reader.links),
        head=tuple(sorted(reader.head)),
    )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title: list[str] = []
        self.text: list[str] = []
        self.links: list[str] = []
        self.head: list[str] = []
        self._target = self.text
        self._is_head = True

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        match tag:
            case "html":
                self.head.append(f"lang {values.get('lang', '')}")
            case "title":
                self._target = self.title
            case "body":
                self._is_head = False
            case "a":
                self.links.append(values.get("href", ""))
            case "link" if values.get("rel") in _HEAD_LINKS:
                self.head.append(
                    " ".join(values.get(name, "") for name in ("rel", "hreflang", "type", "href"))
                )
            case "meta" if "name" in values or "property" in values:
                name = values.get("name") or values["property"]
                self.head.append(f"{name} {values.get('content', '')}")
        self._break()

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._target = self.text
        self._break()

    @override
    def handle_data(self, data: str) -> None:
        if self._target is self.title or not self._is_head:
            self._target.append(data)

    def _break(self) -> None:
        """Part words at every tag: where blanks stand in the source is of no matter."""
        self._target.append(" ")


def _plain(parts: list[str]) -> str:
    return " ".join("".join(parts).split())


def _named(what: str, paths: Iterable[str]) -> list[str]:
    listed = sorted(paths)
    named = [f"{what}: {path}" for path in listed[:SHOWN]]
    rest = len(listed) - len(named)
    return [*named, f"{what}: {rest} more"] if rest else named
