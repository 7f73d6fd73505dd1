"""What `sentra explain` found, in the editor's words. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_builder.messages import sentence_for
from site_builder.problems import Problem, Span
from site_builder.reasons import DAMAGED, NEW, PROGRAM

_CAUSES = frozenset({NEW, PROGRAM, DAMAGED})


def explained(facts: Mapping[str, object], language: str) -> str:
    """Say of an output what it is made of, whether it is up to date, and why it was made last."""
    return "\n".join(_lines(facts, language))


def _lines(facts: Mapping[str, object], language: str) -> Iterator[str]:
    yield str(facts["output"])
    yield _said("source", language, what=str(facts["source"]))
    yield from _listed("shows", _others(facts.get("shows"), facts["source"]), language)
    if "template" in facts:
        template = facts["template_file"]
        yield _said("template", language, what=str(template))
        yield from _listed("templates", _others(facts["templates"], template), language)
        yield _said("language", language, what=str(facts["language"]))
    yield _said("state", language, what=_said(_state(facts), language))
    reason = facts["last_rendered_because"]
    if reason is not None:
        key = f"cause.{reason}" if reason in _CAUSES else "cause"
        yield _said("reason", language, what=_said(key, language, files=str(reason)))


def _others(paths: object, but: object) -> list[object]:
    return [path for path in paths if path != but] if isinstance(paths, list) else []


def _state(facts: Mapping[str, object]) -> str:
    if facts["published_key"] is None:
        return "state.never"
    return "state.current" if facts["is_current"] else "state.changed"


def _listed(name: str, items: list[object], language: str) -> Iterator[str]:
    if items:
        yield _said(name, language)
        yield from (f"    {item}" for item in items)


def _said(name: str, language: str, **values: str) -> str:
    return sentence_for(Problem(f"explained-{name}", Span("."), values=values), language).message
