"""References that don't say to what kind of thing they lead, `[[f4]]`: the kinds that have such an entry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from msgspec.structs import replace

from site_builder.names import SINGULAR, EntryId, Kind
from site_builder.problems import Problem

_NAMES = {kind: name for name, kind in SINGULAR.items()}


def with_kinds(problems: Iterable[Problem], entries: Collection[tuple[Kind, EntryId]]) -> list[Problem]:
    """Offer the whole reference where entries of that name are there; one text alone does not know them."""
    listed = list(problems)
    if not any(problem.key == "shortcode-form.kind" for problem in listed):
        return listed
    kinds: dict[str, list[Kind]] = defaultdict(list)
    for kind, id_ in entries:
        kinds[id_].append(kind)
    return [_with_kinds(problem, kinds.get(problem.values.get("suggestion", ""), ())) for problem in listed]


def _with_kinds(problem: Problem, kinds: Collection[Kind]) -> Problem:
    if problem.key != "shortcode-form.kind" or not kinds:
        return problem
    target, bar, text = (
        problem.values["suggestion"],
        *problem.values["written"].strip("[]").partition("|")[1:],
    )
    whole = [f"[[{_NAMES[kind]}:{target}{bar}{text}]]" for kind in kinds]
    if len(whole) == 1:
        values = {**problem.values, "suggestion": whole[0]}
        return replace(problem, variant="kind-known", values=values)
    listed = ", ".join(f"`{one}`" for one in whole)
    return replace(problem, variant="kind-several", values={**problem.values, "listed": listed})
