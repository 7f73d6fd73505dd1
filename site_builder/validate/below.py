"""What stands below the fields of a file, as far as it tells of its fields or of its translations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from site_builder.model.readers.written import shorten
from site_builder.names import Lang
from site_builder.problems import Problem, Severity, Span
from site_builder.source.documents import Document
from site_builder.validate.shapes import RecordShape

_FIELD = re.compile(r"(?P<name>[a-z][a-z_]{1,30}) ?[:：][ \t]*(?P<value>.*)")
_PART_OF_FIELD = re.compile(r"[ \t]+\S|-[ \t]")
_LONGEST_SUGGESTION = 120


def fields_below(document: Document, shape: RecordShape) -> Iterator[Problem]:
    """Warn of fields with which a text begins: they were written one line too far down.

    The names are in small letters, as no sentence begins; further down it may be a table's or a letter's.
    """
    if not _FIELD.match(document.markdown):
        return
    for number, line in enumerate(document.markdown.split("\n")):
        found = _FIELD.fullmatch(line)
        if found is not None and found["name"] in shape.by_written:
            meant = f"{found['name']}: {found['value']}".rstrip()[:_LONGEST_SUGGESTION]
            values = {"written": shorten(line), "suggestion": meant}
            at = Span(document.path, document.markdown_line + number)
            yield Problem("field-below", at, "", values, Severity.WARNING)
        elif line.strip() and not _PART_OF_FIELD.match(line):
            return


def text_lost(base: Document, translations: Sequence[Document], default: Lang) -> Iterator[Problem]:
    """Warn of an entry whose text is there in translation only: readers of the main language get that."""
    other = next((document for document in translations if document.markdown), None)
    if other is not None and not base.markdown:
        values = {"language": default, "other": other.path}
        yield Problem("body-default-missing", Span(base.path), "", values, Severity.WARNING)
