"""Which files are lists that an earlier `sentra status` wrote: only these are written over unasked."""

from __future__ import annotations

import csv
import io
import json

from site_builder.messages import LANGUAGES
from site_builder.plan.csv_files import csv_text
from site_builder.status.page import OWN as OWN_PAGE
from site_builder.status.rows import headers, separator_in
from site_builder.status.words import Words

_HEAD_SIGNS = 1000
"""Of a page, so many hold its head."""
_OF_JSON = frozenset({"site", "day", "todos", "counts", "unmarked", "faults"})


def is_own(style: str, data: bytes) -> bool:
    """Whether a file is such a list as it was written; one that a program has saved since is not."""
    if style == "xlsx":
        from site_builder.status.workbook import is_status_workbook  # loads the library of spreadsheets

        return is_status_workbook(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    if style == "html":
        return OWN_PAGE in text[:_HEAD_SIGNS]
    if style == "json":
        return _is_json(text)
    spoken = [Words(language) for language in LANGUAGES]
    if style == "csv":
        return any(_is_csv(text, words) for words in spoken)
    return text.startswith(tuple(words.say("title", site="") for words in spoken))


def _is_json(text: str) -> bool:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(told, dict) and told.keys() >= _OF_JSON


def _is_csv(text: str, words: Words) -> bool:
    """Whether a table has our headers and is written as we write it, to the letter."""
    separator = separator_in(words)
    try:
        lines = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=separator))
    except csv.Error:
        return False
    return lines[:1] == [headers(words)] and csv_text(lines, separator) == text
