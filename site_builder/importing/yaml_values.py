"""Writes values as YAML that reads back as the same text."""

from __future__ import annotations

import json

from site_builder.model.readers.written import Written
from site_builder.names import SourcePath
from site_builder.source.spanned_yaml import parse_yaml
from site_builder.source.tree import written


def yaml_value(value: Written) -> str:
    """Write a value in one line: plain where that is safe, else in quotes."""
    if isinstance(value, list):
        return "[" + ", ".join(_inside(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_inside(name)}: {_inside(item)}" for name, item in value.items()) + "}"
    return _scalar(value, "{}")


def read_back(text: str) -> Written | None:
    """Give what a content file would read from a value written so."""
    tree, problems = parse_yaml(SourcePath(""), f"a: {text}\n")
    found = written(tree) if tree is not None and not problems else None
    return found["a"] if isinstance(found, dict) and len(found) == 1 else None


def _inside(value: Written) -> str:
    return _scalar(value, "[{}]") if isinstance(value, str) else yaml_value(value)


def _scalar(text: str, frame: str) -> str:
    """Take the plainest way of writing a text that is read back as itself, in a list too."""
    double = json.dumps(text, ensure_ascii=False)
    for shown in (text, f'"{text}"', "'" + text.replace("'", "''") + "'", double):
        wanted: Written = [text] if frame == "[{}]" else text
        if "\n" not in shown and read_back(frame.format(shown)) == wanted and _is_calm(shown):
            return shown
    return double


def _is_calm(shown: str) -> bool:
    """Whether a text may stand without quotes: other programs take `yes: [x` and `*x` for something else."""
    first = shown[:1]
    return bool(first) and (first in "\"'" or first.isalnum() or (first in "(+-" and shown[1:2].isalnum()))
