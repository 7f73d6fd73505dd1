"""Weighs the pages of a build: what changed where it was rendered, the rest as it was weighed before."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

import msgspec

from site_builder.model.budgets import Budgets, bound_of
from site_builder.model.weights import MEASURES, PageWeight
from site_builder.names import Digest, OutPath
from site_builder.plan.tasks import PageTask, Task
from site_builder.problems import Problem, Severity
from site_builder.render.loads import FileWeight, PageLoads, file_weight, page_loads
from site_builder.render.render import Made
from site_builder.source.naming import CONFIG_PATH
from site_builder.store.database import Store
from site_builder.store.keys import key_of
from site_builder.validate.references import Locate

_PICTURES = (".svg", ".avif", ".webp", ".jpg", ".jpeg", ".png", ".ico", ".gif")
_LOADED = (*_PICTURES, ".css", ".js", ".woff2", ".webmanifest")
"""What pages may make a browser fetch."""
_NOT_WEIGHED = frozenset({"redirect", "style_guide"})
"""Former addresses only send readers on."""
_NOT_MADE = "not made"
_T = TypeVar("_T", PageLoads, FileWeight)


class Scales:
    """Weighs what passes in one build. The cache has a row for each output that was ever weighed."""

    def __init__(self, store: Store, code: Digest) -> None:
        self._store = store
        self._program = key_of("weights", code)
        self._pages: dict[Digest, PageLoads] = {}
        self._files: dict[Digest, FileWeight] = {}
        """Of what pages load; both by the keys of the outputs."""

    def note(self, made: Made, key: Digest) -> None:
        """Keep what is known of an output at the moment when it is made."""
        if made.loads is not None:
            self._keep(self._pages, key, made.loads)
        elif made.out.endswith(_LOADED):
            self._keep(self._files, key, file_weight(made.out, made.data))

    def weigh(
        self,
        tasks: tuple[Task, ...],
        keys: Mapping[OutPath, Digest],
        base_path: str,
        read: Callable[[OutPath], bytes | None],
    ) -> tuple[PageWeight, ...]:
        """Give the weight of every page for readers; `read` gives the bytes of what is published already.

        A check makes no photos: those that no build has made yet (`read` gives `None`) are only counted.
        """
        pages = [task for task in tasks if isinstance(task, PageTask) and _is_weighed(task)]
        self._recall(self._pages, (keys[task.out] for task in pages), PageLoads)
        for task in pages:
            if keys[task.out] not in self._pages:  # published by a build that weighed nothing
                self._keep(self._pages, keys[task.out], page_loads(read(task.out) or b""))
        named = {_path(url, base_path) for task in pages for url in self._pages[keys[task.out]].urls}
        self._recall(self._files, (keys[path] for path in sorted(named) if path in keys), FileWeight)
        sums_of: dict[PageLoads, Counter[str]] = {}  # thousands of pages load the same few files
        weights = []
        for task in pages:
            loads = self._pages[keys[task.out]]
            shared = PageLoads(0, loads.urls, loads.deferred)
            if shared not in sums_of:
                sums_of[shared] = self._sums(loads, base_path, keys, read)
            sums = sums_of[shared]
            page, kind = task.out.removesuffix("index.html"), _kind(task)
            parts = (sums["css"], sums["javascript"], sums["images"], sums["other"], sums[_NOT_MADE])
            weights.append(PageWeight(page, kind, loads.html, *parts))
        return tuple(weights)

    def _sums(
        self,
        loads: PageLoads,
        base_path: str,
        keys: Mapping[OutPath, Digest],
        read: Callable[[OutPath], bytes | None],
    ) -> Counter[str]:
        """Add up by sort what a page loads, and what that loads in turn; count what is not there."""
        sums: Counter[str] = Counter()
        waiting = [(_path(url, base_path), url in loads.deferred) for url in loads.urls]
        seen: set[OutPath] = set()
        while waiting:
            path, is_deferred = waiting.pop()
            if path in seen or path not in keys:
                continue
            seen.add(path)
            weight = self._weight_of(path, keys[path], read)
            if weight is None:
                sums[_NOT_MADE] += 1
                continue
            sums["other" if is_deferred else _sort(path)] += weight.bytes
            waiting += [(_path(url, base_path), is_deferred) for url in weight.needs]
        return sums

    def _weight_of(
        self, path: OutPath, key: Digest, read: Callable[[OutPath], bytes | None]
    ) -> FileWeight | None:
        if key not in self._files:
            self._recall(self._files, (key,), FileWeight)
        if key not in self._files:
            data = read(path)
            if data is None:
                return None
            self._keep(self._files, key, file_weight(path, data))
        return self._files[key]

    def _keep(self, known: dict[Digest, _T], key: Digest, value: _T) -> None:
        known[key] = value
        self._store.put(self._row(key), msgspec.json.encode(value))

    def _recall(self, known: dict[Digest, _T], keys: Iterable[Digest], kind: type[_T]) -> None:
        """Read from the cache what is known of these outputs."""
        rows = {self._row(key): key for key in keys if key not in known}
        for row, data in self._store.get_many(rows).items():
            known[rows[row]] = msgspec.json.decode(data, type=kind)

    def _row(self, key: Digest) -> Digest:
        return Digest(f"{self._program}{key}")


def _is_weighed(task: PageTask) -> bool:
    return task.out.endswith(".html") and _kind(task) not in _NOT_WEIGHED


def _kind(task: PageTask) -> str:
    return task.template.removesuffix(".html")


def budget_problems(weights: tuple[PageWeight, ...], budgets: Budgets, locate: Locate) -> Iterator[Problem]:
    """Tell each bound that pages are past once, at its place, with the heaviest of them."""
    past: defaultdict[tuple[str, str, int], list[PageWeight]] = defaultdict(list)
    for weight in weights:
        for measure in MEASURES:
            bound = bound_of(budgets, weight.kind, measure)
            if bound is not None and weight.of(measure) > bound[1]:
                past[bound[0], measure, bound[1]].append(weight)
    for (kind, measure, most), pages in past.items():
        _, _, worst = max((page.of(measure), page.page, page) for page in pages)
        values = {
            "page": f"/{worst.page}",
            "weight": _bytes(worst.of(measure)),
            "most": _bytes(most),
            "count": str(len(pages)),
        }
        at = locate(CONFIG_PATH, ("budgets", kind, measure))
        variant = measure.replace("_", "-") + ("" if len(pages) == 1 else "-many")
        yield Problem("budget", at, variant, values, Severity.WARNING)


def _bytes(size: int) -> str:
    """Write a size so that it is read alike in every language: `14 010 B`."""
    return f"{size:,} B".replace(",", " ")


def _path(url: str, base_path: str) -> OutPath:
    return OutPath(url.removeprefix(base_path))


def _sort(path: OutPath) -> str:
    if path.endswith(".css"):
        return "css"
    if path.endswith(".js"):
        return "javascript"
    return "images" if path.endswith(_PICTURES) else "other"
