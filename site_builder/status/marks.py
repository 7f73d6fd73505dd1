"""Marks: from which text each translation was made, part by part. Pure.

A mark says of one translation (`shops/intako.en`) how every part of its source was when somebody said
that the two agree. Its file is hidden and of no concern to a build: it is read by `status` alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
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

OWN_PART = f"{OWN_TEXT} "
"""Begins what a mark remembers of each part of the translation; marks of former versions have none of it."""

Mark: TypeAlias = Mapping[str, str]
"""Part of the source to its fingerprint, and the same of the translation."""
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


def mark_of(source: Mark, own: Mark, own_text: str) -> Mark:
    """Put together what is remembered: parts of the source, of the translation, and its own file."""
    whole = {OWN_TEXT: own_text} if own_text else {}
    return {**source, **{f"{OWN_PART}{part}": digest for part, digest in own.items()}, **whole}


def source_of(mark: Mark) -> Mark:
    """Give what a mark knows of the source."""
    return {part: digest for part, digest in mark.items() if not part.startswith(OWN_TEXT)}


def is_as_marked(mark: Mark, now: Mark) -> bool:
    """Whether nothing that a mark knows has changed, and no part of the source is new."""
    is_new = any(part not in mark for part in source_of(now))
    return not is_new and all(now.get(part) == digest for part, digest in mark.items())


def untouched_parts(mark: Mark, now: Mark, changed: Sequence[str]) -> tuple[str, ...]:
    """Name those of the `changed` parts of the source that are in the translation as they were marked.

    A section that the source did not have then is followed by one that the translation did not have.
    """
    before, after = _own(mark), _own(now)
    if not before:
        is_same = OWN_TEXT in mark and mark[OWN_TEXT] == now.get(OWN_TEXT)
        return tuple(changed) if is_same else ()
    sections, sections_now = _of_body(before), _of_body(after)
    known = [part for part in changed if part in before or part in after]
    untouched = {
        part
        for part in known
        if (
            before.get(part, after.get(part)) in (sections_now if part in before else sections)
            if is_of_body(part)
            else before.get(part) == after.get(part)
        )
    }
    unknown = [part for part in changed if part not in known]
    followed = sum(is_of_body(part) and part not in untouched for part in known)
    was_parallel = all(part in before for part in mark if is_of_body(part))
    if len(sections_now - sections) - followed < (len(unknown) if was_parallel else 1):
        untouched |= {*unknown}
    return tuple(part for part in changed if part in untouched)


def _own(mark: Mark) -> dict[str, str]:
    return {part.removeprefix(OWN_PART): digest for part, digest in mark.items() if part.startswith(OWN_PART)}


def _of_body(own: Mark) -> frozenset[str]:
    return frozenset(digest for part, digest in own.items() if is_of_body(part))
