"""YAML as text editors read it for their completion: version 1.2, in which `ya` and a date are texts."""

from __future__ import annotations

import re
from typing import Any

import yaml


class _Loader(yaml.SafeLoader):
    """Knows numbers, `true`, `false` and `null`, and nothing else."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012  as the base has it


_NUMBER = r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", [*"tTfF"]),
    ("float", _NUMBER, [*"-+.0123456789"]),
    ("null", r"~|null|Null|NULL|", [*"~nN", ""]),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern})\Z"), _first)


def as_an_editor_reads(text: str) -> Any:
    """Give the values of a file, or of the front matter of Markdown."""
    if text.startswith("---\n"):
        text = text.split("\n---", 1)[0].removeprefix("---\n")
    return yaml.load(text, _Loader)  # noqa: S506  built on the safe one
