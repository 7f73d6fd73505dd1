"""Weighs the pages of a build: what changed where it was rendered, the rest as it was weighed before."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping

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


class _Known(msgspec.Struct):
    """What builds have weighed, by the keys of the outputs."""

    pages: dict[Digest, PageLoads]
    files: dict[Digest, FileWeight]
    """Of what pages load."""


class Scales:
    """Weighs what passes in one build. The cache keeps it all as one value, read and written at once."""

    def __init__(self, store: Store, code: Digest) -> None:
        self._key = key_of("weights", code)
        stored = store.get(self._key)
        self._known = _Known({}, {}) if stored is None else msgspec.json.decode(stored, type=_Known)
        self._new = _Known({}, {})

    def note(self, made: Made, key: Digest) -> None:
        """Keep what is known of an output at the moment when it is made."""
        if made.loads is not None:
            self._new.pages[key] = made.loads
        elif made.out.endswith(_LOADED):
            self._new.files[key] = file_weight(made.out, made.data)

    def weigh(
        self,
        tasks: tuple[Task, ...],
        keys: Mapping[OutPath, Digest],
        base_path: str,
        read: Callable[[OutPath], bytes | None],
    ) -> tuple[PageWeight, ...]:
        """Give the weight of every page for readers; `read` gives the bytes of what is published already.

        A check makes no photos: those that no build has made yet (`read` gives `None`) weigh nothing.
        """
        known = self._known
        kept = _Known({}, {})
        sums_of: dict[PageLoads, Counter[str]] = {}  # thousands of pages load the same few files
        weights = []
        for task in tasks:
            kind = task.template.removesuffix(".html") if isinstance(task, PageTask) else ""
            if not kind or kind in _NOT_WEIGHED or not task.out.endswith(".html"):
                continue
            key = keys[task.out]
            loads = self._new.pages.get(key) or known.pages.get(key) or page_loads(read(task.out) or b"")
            kept.pages[key] = loads
            shared = PageLoads(0, loads.urls, loads.deferred)
            if shared not in sums_of:
                sums_of[shared] = self._sums(loads, base_path, kept.files, keys, read)
            sums = sums_of[shared]
            page = task.out.removesuffix("index.html")
            parts = (sums["css"], sums["javascript"], sums["images"], sums["other"])
            weights.append(PageWeight(page, kind, loads.html, *parts))
        self._new = kept
        return tuple(weights)

    def keep(self, store: Store) -> None:
        """Put what `weigh` has used into the store where it is not there yet."""
        if self._new != self._known:
            store.put(self._key, msgspec.json.encode(self._new))

    def _sums(
        self,
        loads: PageLoads,
        base_path: str,
        kept: dict[Digest, FileWeight],
        keys: Mapping[OutPath, Digest],
        read: Callable[[OutPath], bytes | None],
    ) -> Counter[str]:
        """Add up by sort what a page loads, and what that loads in turn."""
        sums: Counter[str] = Counter()
        waiting = [(_path(url, base_path), url in loads.deferred) for url in loads.urls]
        seen: set[OutPath] = set()
        while waiting:
            path, is_deferred = waiting.pop()
            if path in seen or path not in keys:
                continue
            seen.add(path)
            key = keys[path]
            weight = kept.get(key) or self._new.files.get(key) or self._known.files.get(key)
            if weight is None:
                data = read(path)
                if data is None:
                    continue
                weight = file_weight(path, data)
            kept[key] = weight
            sums["other" if is_deferred else _sort(path)] += weight.bytes
            waiting += [(_path(url, base_path), is_deferred) for url in weight.needs]
        return sums


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
