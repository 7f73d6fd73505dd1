"""Which templates a template is made of, all the way down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

import jinja2
from jinja2 import meta, nodes
from msgspec import Struct

from site_builder.model.readers.written import shorten
from site_builder.names import Digest
from site_builder.problems import Problem, Span
from site_builder.store.keys import key_of
from site_builder.text.other_hosts import loaded_by_template

_REFERRING = (nodes.Extends, nodes.FromImport, nodes.Import, nodes.Include)
_TAG = re.compile(r"\{%[-+]?\s*(?:extends|from|import|include)\b")

_MANY_TEMPLATES = 512
"""So many are kept as they were read, for a process that builds several times."""

EMBEDS = "embeds.html"
"""Every text with embedded things is put together with it, though no template names it."""


class Closures(Struct, frozen=True):
    """For each template a digest of itself and of all that it includes, imports or extends."""

    digests: dict[str, Digest]
    members: dict[str, tuple[str, ...]]
    problems: tuple[Problem, ...]


def close_templates(templates: Mapping[str, str]) -> Closures:
    """Follow the references of all templates.

    Names that are computed, missing or lead back are faults, and so is what other hosts would send.
    """
    problems: list[Problem] = []
    references: dict[str, dict[str, Span]] = {}
    for name, text in templates.items():
        read = _read(name, text)
        problems += read.problems
        references[name] = {}
        for reference, at in read.references:
            if reference in templates:
                references[name].setdefault(reference, at)
            else:
                problems.append(Problem("template-missing", at, values={"template": reference}))
    problems += _loops(references)
    problems += (problem for name, text in templates.items() for problem in _other_hosts(name, text))
    members = {name: _reach(name, references) for name in templates}
    digests = {
        name: key_of(*((member, templates[member]) for member in reached))
        for name, reached in members.items()
    }
    return Closures(digests, members, tuple(problems))


class _Read(Struct, frozen=True):
    references: tuple[tuple[str, Span], ...] = ()
    """Templates that one refers to, each with the place where it does."""
    problems: tuple[Problem, ...] = ()


@cache
def _parser() -> jinja2.Environment:
    return jinja2.Environment(autoescape=True, extensions=("jinja2.ext.i18n",))


@lru_cache(maxsize=_MANY_TEMPLATES)
def _read(name: str, text: str) -> _Read:
    """Read one template by itself: while a designer works on it, all others stay as they were."""
    path = f"templates/{name}"
    try:
        tree = _parser().parse(text, name, path)
    except jinja2.TemplateSyntaxError as error:
        reason = {"reason": error.message or ""}
        return _Read(problems=(Problem("template-syntax", Span(path, error.lineno), values=reason),))
    references: list[tuple[str, Span]] = []
    problems: list[Problem] = []
    for node in tree.find_all(_REFERRING):
        at = _place(path, text, node.lineno)
        for reference in meta.find_referenced_templates(nodes.Template([node])):
            if reference is None:
                problems.append(Problem("template-dynamic", at))
            else:
                references.append((reference, at))
    return _Read(tuple(references), tuple(problems))


def _loops(references: Mapping[str, Mapping[str, Span]]) -> Iterator[Problem]:
    """Tell each reference by which a template comes back to itself: rendering it would never end."""
    for name, own in references.items():
        for reference, at in own.items():
            if name in _below(reference, references):
                yield Problem("template-loop", at, values={"template": reference})


@lru_cache(maxsize=_MANY_TEMPLATES)
def _other_hosts(name: str, text: str) -> tuple[Problem, ...]:
    """Tell what pages would load from other hosts; what an address is filled in with, `--strict` looks at."""
    return tuple(
        Problem("other-host", Span(f"templates/{name}", line, column), values={"target": shorten(address)})
        for line, column, address in loaded_by_template(text)
    )


def _below(name: str, references: Mapping[str, Mapping[str, Span]]) -> set[str]:
    """Name the template itself and all that it leads to."""
    reached: set[str] = set()
    pending = [name]
    while pending:
        current = pending.pop()
        if current not in reached:
            reached.add(current)
            pending += references[current]
    return reached


def _place(path: str, text: str, line: int) -> Span:
    """Point at the tag that refers to another template; Jinja knows its line only."""
    tag = _TAG.search(text.split("\n")[line - 1])
    return Span(path, line, tag.start() + 1 if tag else 1)


def _reach(name: str, references: Mapping[str, Mapping[str, Span]]) -> tuple[str, ...]:
    """Name the templates that `name` leads to, itself and the embeds included, sorted."""
    embeds = _below(EMBEDS, references) if EMBEDS in references else set()
    return tuple(sorted(_below(name, references) | embeds))
