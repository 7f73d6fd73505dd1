"""References that name no entry as they stand, `[[f4]]`, `[[Tas Bu Yuli]]`: those that were meant."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from msgspec.structs import replace

from site_builder.model.catalog import AnyEntry
from site_builder.model.nearest import misspelled, named_alike
from site_builder.names import SINGULAR, EntryId, Kind
from site_builder.problems import Problem
from site_builder.validate.former_names import shown_names

_NAMES = {kind: name for name, kind in SINGULAR.items()}
_WITH_KIND = re.compile(r"\[\[(?P<name>\w+):(?P<target>[^|\]]*)(?P<text>\|[^\]]*)?\]\]")


def with_kinds(
    problems: Iterable[Problem], known: Collection[tuple[Kind, EntryId]], entries: Iterable[AnyEntry] = ()
) -> list[Problem]:
    """Offer whole references to what is there, and no other; one text alone does not know the entries.

    `entries` are those that could be read, which are found by their names too.
    """
    listed = list(problems)
    if not any(problem.key in ("shortcode-form.kind", "shortcode-form.id") for problem in listed):
        return listed
    ids: dict[Kind, list[str]] = defaultdict(list)
    for kind, id_ in known:
        ids[kind].append(id_)
    named: dict[Kind, list[AnyEntry]] = defaultdict(list)
    for entry in entries:
        named[entry.kind].append(entry)
    names = {kind: shown_names(of_kind) for kind, of_kind in named.items()}
    return [_with_target(problem, ids, names) for problem in listed]


def _with_target(
    problem: Problem, ids: Mapping[Kind, Collection[str]], names: Mapping[Kind, Mapping[str, EntryId]]
) -> Problem:
    if problem.key == "shortcode-form.kind":
        target = problem.values["suggestion"]
        _, bar, text = problem.values["written"].strip("[]").partition("|")
        whole = [_whole(kind, one, f"{bar}{text}") for kind, one in _meant(target, ids, names)]
        return _offered(problem, whole, "kind-known", "kind-several", "kind")
    found = _WITH_KIND.fullmatch(problem.values.get("suggestion", "")) if problem.variant == "id" else None
    kind = SINGULAR.get(found["name"]) if found is not None else None
    if problem.code != "shortcode-form" or found is None or kind is None or found["target"] == "…":
        return problem
    meant = _meant(found["target"], {kind: ids.get(kind, ())}, names)
    whole = [_whole(kind, one, found["text"] or "") for _, one in meant]
    return _offered(problem, whole, "id", "id-several", "id-unknown")


def _meant(
    target: str, ids: Mapping[Kind, Collection[str]], names: Mapping[Kind, Mapping[str, EntryId]]
) -> list[tuple[Kind, str]]:
    """Give the entries of that name, else those that readers see under it, else those named alike."""
    same = [(kind, target) for kind, known in ids.items() if target in known]
    shown = [(kind, str(names[kind][target])) for kind in ids if target in names.get(kind, {})]
    slips = [(kind, near) for kind, known in ids.items() if (near := misspelled(target, known))]
    return (
        same
        or shown
        or slips
        or [(kind, one) for kind, known in ids.items() for one in named_alike(target, known)]
    )


def _whole(kind: Kind, target: str, text: str) -> str:
    return f"[[{_NAMES[kind]}:{target}{text}]]"


def _offered(problem: Problem, whole: Collection[str], one: str, several: str, none: str) -> Problem:
    if len(whole) == 1:
        return replace(problem, variant=one, values={**problem.values, "suggestion": next(iter(whole))})
    listed = ", ".join(f"`{reference}`" for reference in whole)
    return replace(problem, variant=several if whole else none, values={**problem.values, "listed": listed})
