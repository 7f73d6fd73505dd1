"""Which templates a template is made of, all the way down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

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
    environment = jinja2.Environment(autoescape=True, extensions=("jinja2.ext.i18n",))
    problems: list[Problem] = []
    references = {
        name: _references(environment, name, text, templates, problems) for name, text in templates.items()
    }
    problems += _loops(references)
    problems += _other_hosts(templates)
    members = {name: _reach(name, references) for name in templates}
    digests = {
        name: key_of(*((member, templates[member]) for member in reached))
        for name, reached in members.items()
    }
    return Closures(digests, members, tuple(problems))


def _references(
    environment: jinja2.Environment,
    name: str,
    text: str,
    templates: Mapping[str, str],
    problems: list[Problem],
) -> dict[str, Span]:
    """Name the templates that one refers to, each with the place where it does."""
    path = f"templates/{name}"
    try:
        tree = environment.parse(text, name, path)
    except jinja2.TemplateSyntaxError as error:
        problems.append(
            Problem("template-syntax", Span(path, error.lineno), values={"reason": error.message or ""})
        )
        return {}
    known: dict[str, Span] = {}
    for node in tree.find_all(_REFERRING):
        at = _place(path, text, node.lineno)
        for reference in meta.find_referenced_templates(nodes.Template([node])):
            if reference is None:
                problems.append(Problem("template-dynamic", at))
            elif reference in templates:
                known.setdefault(reference, at)
            else:
                problems.append(Problem("template-missing", at, values={"template": reference}))
    return known


def _loops(references: Mapping[str, Mapping[str, Span]]) -> Iterator[Problem]:
    """Tell each reference by which a template comes back to itself: rendering it would never end."""
    for name, own in references.items():
        for reference, at in own.items():
            if name in _below(reference, references):
                yield Problem("template-loop", at, values={"template": reference})


def _other_hosts(templates: Mapping[str, str]) -> Iterator[Problem]:
    """Tell what pages would load from other hosts; what an address is filled in with, `--strict` looks at."""
    for name, text in templates.items():
        for line, column, address in loaded_by_template(text):
            at = Span(f"templates/{name}", line, column)
            yield Problem("other-host", at, values={"target": shorten(address)})


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
