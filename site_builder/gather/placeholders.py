"""What nobody has filled in yet: `TODO`, `lorem ipsum`, `xxx`, `[isi]`, `…isi…`, examples of `sentra new`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from site_builder.gather.made_up import (
    is_made_up_address,
    made_up_contacts,
    made_up_number,
    made_up_values,
)
from site_builder.gather.unsaid import (
    has_idle_alt,
    idle_alts,
    idle_images,
    is_only_dots,
    may_hold_dots,
)
from site_builder.gather.untouched import untouched_examples
from site_builder.messages import sentence_for
from site_builder.model.catalog import Catalog
from site_builder.model.entries import Shop
from site_builder.model.readers.written import shorten
from site_builder.names import Lang, SourcePath
from site_builder.problems import Problem, Span
from site_builder.source.documents import Document, parse_document
from site_builder.source.naming import CONFIG_PATH, VOCABULARY_PATH, DocumentName, name_document
from site_builder.source.scan import Snapshot
from site_builder.source.text_bytes import read_text
from site_builder.source.tree import Tree
from site_builder.validate.references import Locate

PLACEHOLDER = re.compile(
    r"\bTODO\b|\bx{3,}\b|(?i:\blorem ipsum\b|\[isi\](?![\[(:])|(?:…|\.\.\.) ?isi ?(?:…|\.\.\.))"
)
"""`[isi](…)` is a link. Small letters only in `xxx`: XXX is thirty. Words about `todo` lists may stay."""


def placeholders_left(catalog: Catalog, snapshot: Snapshot, locate: Locate) -> Iterator[Problem]:
    """Tell what nobody has filled in yet: values that are examples, and words in any file of the content."""
    paths = [path for entry in catalog for path in entry.paths]
    paths += [path for path in (CONFIG_PATH, VOCABULARY_PATH) if path in snapshot.stats]
    langs = [Lang(language.code) for language in catalog.config.languages]
    found = list(find_placeholders(paths, langs, snapshot.read))
    idle = [path for entry in catalog if has_idle_alt(entry) for path in entry.paths]
    found += idle_alts_left(idle, langs, snapshot.read)
    lines_below = {"example": 1, "untouched": 0}
    told = {
        (problem.at.path, problem.at.line + lines_below[problem.variant])
        for problem in found
        if problem.variant in lines_below
    }
    for problem in _made_up(catalog, locate):
        if (problem.at.path, problem.at.line) not in told:
            yield problem
    yield from found


def _made_up(catalog: Catalog, locate: Locate) -> Iterator[Problem]:
    """Tell values that are examples; a made-up entry as a whole is told elsewhere."""
    for entry in catalog:
        if entry.meta.sample:
            continue
        if isinstance(entry.facts, Shop):
            yield from _number(entry.facts.whatsapp, locate, entry.path, ("whatsapp",))
        for at, value in made_up_values(entry):
            yield Problem("release-placeholder", locate(entry.path, at), "value", {"value": value})
    config = catalog.config
    yield from _number(config.contact.whatsapp, locate, CONFIG_PATH, ("contact", "whatsapp"))
    for at, value in made_up_contacts(config.contact):
        yield Problem("release-placeholder", locate(CONFIG_PATH, at), "value", {"value": value})
    if config.base_url is not None and is_made_up_address(config.base_url):
        values = {"value": config.base_url}
        yield Problem("release-placeholder", locate(CONFIG_PATH, ("base_url",)), "site", values)


def _number(
    number: str | None, locate: Locate, path: SourcePath, at: tuple[str | int, ...]
) -> Iterator[Problem]:
    if number is not None and made_up_number(number):
        yield Problem("release-placeholder", locate(path, at), values={"value": f"+{number}"})


def find_placeholders(
    paths: Iterable[SourcePath], langs: Sequence[Lang], read: Callable[[SourcePath], bytes]
) -> Iterator[Problem]:
    """Tell every placeholder in the fields and the Markdown of these files; comments may hold some.

    Only the one that `sentra new` puts above an example counts: a date or a number below it may look true.
    """
    for path in paths:
        data = read(path)
        text, name = read_text(path, data), name_document(path, langs)
        if isinstance(text, str):
            yield from _examples_left(path, text)
        if isinstance(text, str) and isinstance(name, DocumentName) and name.kind is not None:
            yield from untouched_examples(path, name.kind, text)
        if isinstance(text, str):
            yield from idle_images(path, text)
        may_hold = isinstance(text, str) and (_holds_one(text) or may_hold_dots(text))
        if may_hold and isinstance(name, DocumentName):
            document, _ = parse_document(path, data, name)
            if document is not None:
                yield from _in_fields(path, document.tree)
                yield from _in_markdown(document)


def idle_alts_left(
    paths: Iterable[SourcePath], langs: Sequence[Lang], read: Callable[[SourcePath], bytes]
) -> Iterator[Problem]:
    """Tell the words for photos that say nothing, in the files of entries that have some."""
    for path in paths:
        name = name_document(path, langs)
        document = parse_document(path, read(path), name)[0] if isinstance(name, DocumentName) else None
        if document is not None:
            yield from idle_alts(document)


def _holds_one(text: str) -> bool:
    """Look for the letters first: the pattern alone takes ten times as long, and few files have any."""
    low = text.lower()
    is_likely = (
        "TODO" in text
        or "xxx" in text
        or "lorem ipsum" in low
        or "[isi]" in low
        or ("isi" in low and ("…" in text or "..." in text))
    )
    return is_likely and PLACEHOLDER.search(text) is not None


def _examples_left(path: SourcePath, text: str) -> Iterator[Problem]:
    for comment in _comments_above_examples():
        if comment in text:
            lines = text.split("\n")
            for line, written in enumerate(lines, 1):
                if written.rstrip() == comment:
                    below = lines[line].strip() if line < len(lines) else ""
                    values = {"line": shorten(comment), "below": shorten(below)}
                    yield Problem("release-placeholder", Span(path, line), "example", values)


@cache
def _comments_above_examples() -> tuple[str, ...]:
    asked = Problem("new-required", Span(""))
    return tuple(f"# {sentence_for(asked, language).message}" for language in ("id", "en"))


def _in_fields(path: SourcePath, tree: Tree) -> Iterator[Problem]:
    if isinstance(tree.value, str):
        found = PLACEHOLDER.search(tree.value)
        if found is not None or is_only_dots(tree.value):
            yield _problem(Span(path, tree.line, tree.column), found[0] if found else tree.value.strip())
        return
    for item in tree.value.values() if isinstance(tree.value, dict) else tree.value:
        yield from _in_fields(path, item)


def _in_markdown(document: Document) -> Iterator[Problem]:
    for line, text in enumerate(document.markdown.split("\n"), document.markdown_line):
        for found in PLACEHOLDER.finditer(text):
            yield _problem(Span(document.path, line, found.start() + 1), found[0])


def _problem(at: Span, value: str) -> Problem:
    return Problem("release-placeholder", at, "text", {"value": value[:40]})
