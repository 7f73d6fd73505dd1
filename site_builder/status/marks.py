"""Marks: from which text each translation was made, part by part. Pure.

A mark says of one translation (`shops/intako.en`) how every part of its source was when somebody said
that the two agree. Its file is hidden and of no concern to a build: it is read by `status` alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypeAlias

import msgspec

from site_builder.model.catalog import EntryKey
from site_builder.names import Lang, SourcePath
from site_builder.problems import Problem, Span
from site_builder.status.parts import OPENING, is_of_body

MARKS_PATH = SourcePath("content/.translations.json")
"""Hidden, so that no scan of the content meets it and no editor opens it by mistake."""

OWN_TEXT = "(translation)"
"""The part of a mark that is the file of the translation itself, so that an untouched one can be told."""

Mark: TypeAlias = Mapping[str, str]
"""Part of the source to its fingerprint."""
Marks: TypeAlias = Mapping[str, Mark]


def mark_name(entry: EntryKey, lang: Lang) -> str:
    """Name a translation: `shops/intako.en`; no base file can have such a name."""
    return f"{entry[0].value}/{entry[1]}.{lang}"


def decode_marks(data: bytes) -> Marks | Problem:
    """Read the file of marks."""
    try:
        return msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=dict[str, dict[str, str]])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return Problem("marks-broken", Span(MARKS_PATH))


def encode_marks(marks: Marks) -> bytes:
    """Write one line for each translation, in order, so that the changes of two editors merge."""
    lines = [f"{_json(name)}: {_json(dict(sorted(mark.items())))}" for name, mark in sorted(marks.items())]
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode() if lines else b"{}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def changed_parts(mark: Mark, source: Mark, translated: frozenset[str]) -> tuple[str, ...]:
    """Name what changed in the source since the mark, of what is translated.

    Of fields only those that the translation has: others are missing, which is told as such. Of the Markdown
    every part, new and dropped ones too.
    """
    has_body = OPENING in translated
    changed = [
        part
        for part, digest in source.items()
        if (has_body if is_of_body(part) else part in translated) and mark.get(part) != digest
    ]
    dropped = [part for part in mark if has_body and is_of_body(part) and part not in source]
    return (*changed, *sorted(dropped))
