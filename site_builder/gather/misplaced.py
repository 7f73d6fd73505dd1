"""Figures and charts in folders of Markdown: their ending is right, their folder is not."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.names import SourcePath
from site_builder.problems import Problem
from site_builder.source.scan import Snapshot
from site_builder.source.spanned_yaml import parse_yaml
from site_builder.source.text_bytes import read_text
from site_builder.validate.kinds import other_kind, yaml_kind


def tell_misplaced(problems: Iterable[Problem], snapshot: Snapshot) -> list[Problem]:
    """Say of a figure in `stories/` where it belongs, not that it is to end in `.md`."""
    return [_misplaced(problem, snapshot) for problem in problems]


def _misplaced(problem: Problem, snapshot: Snapshot) -> Problem:
    path = SourcePath(problem.at.path)
    if problem.key != "file-ending.text" or not path.endswith((".yaml", ".yml")):
        return problem
    text = read_text(path, snapshot.read(path))
    tree, _ = (None, ()) if isinstance(text, Problem) else parse_yaml(path, text)
    kind = yaml_kind(list(tree.value)) if tree is not None and isinstance(tree.value, dict) else None
    if kind is None:
        return problem
    name = path.rpartition("/")[2].removesuffix(".yml").removesuffix(".yaml") + ".yaml"
    return other_kind(path, kind, name)
