"""Short ways to read entries from text, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.messages import LANGUAGES, sentence_for
from site_builder.model.catalog import AnyEntry
from site_builder.names import Lang, SourcePath
from site_builder.problems import Problem, in_order
from site_builder.source.documents import Document, parse_document
from site_builder.source.naming import DocumentName, name_document
from site_builder.validate.entries import read_entry

LANGS = (Lang("id"), Lang("en"), Lang("ja"))


def document_of(path: str, text: str) -> Document:
    """Parse a file that must be readable."""
    document, problems = parse(path, text)
    assert problems == ()
    assert document is not None
    return document


def parse(path: str, text: str) -> tuple[Document | None, tuple[Problem, ...]]:
    name = name_document(SourcePath(path), LANGS)
    assert isinstance(name, DocumentName)
    document, problems = parse_document(SourcePath(path), text.encode(), name)
    return document, tuple(told(problems))


def told(problems: Iterable[Problem]) -> list[Problem]:
    """Make sure that each problem can be told in both languages: no blank without its value."""
    listed = list(problems)
    for problem in listed:
        for language in LANGUAGES:
            sentence = sentence_for(problem, language)
            assert sentence.message
            assert sentence.hint
    return listed


def read(path: str, text: str, **translations: str) -> tuple[AnyEntry | None, tuple[Problem, ...]]:
    """Read an entry from its fields (and, after `---`, its text); translations are given by language."""
    stem, _, ending = path.rpartition(".")
    base = document_of(path, framed(path, text))
    others = [
        document_of(f"{stem}.{lang}.{ending}", framed(path, other)) for lang, other in translations.items()
    ]
    entry, problems = read_entry(base, others, LANGS)
    return entry, in_order(told(problems))


def framed(path: str, text: str) -> str:
    """Put `---` around the fields of a Markdown file; they begin in line 2."""
    if path.endswith(".yaml"):
        return text
    fields, mark, body = text.partition("---\n")
    return f"---\n{fields}---\n{body}" if mark else f"---\n{text}---\n"


def faults(path: str, text: str, **translations: str) -> list[tuple[int, int, str]]:
    """Give line, column and key of every problem."""
    _, problems = read(path, text, **translations)
    return [(problem.at.line, problem.at.column, problem.key) for problem in problems]


def good(path: str, text: str, **translations: str) -> AnyEntry:
    entry, problems = read(path, text, **translations)
    assert problems == ()
    assert entry is not None
    return entry
