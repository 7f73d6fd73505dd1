"""Entries that say `draf: ya`: what is wrong with one keeps no other entry from the site."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from msgspec.structs import replace

from site_builder.problems import Problem, Severity

_UNREADABLE = ("yaml-", "file-", "front-matter-", "line-")
"""Faults of files that can't be told apart into fields: whether they are drafts is no more certain."""


def downgraded(problems: Iterable[Problem], drafts: Collection[str]) -> Iterator[Problem]:
    """Make warnings of the faults of `drafts`: the files of entries that this build leaves out."""
    for problem in problems:
        if problem.at.path in drafts and not problem.code.startswith(_UNREADABLE):
            yield replace(problem, severity=Severity.WARNING)
        else:
            yield problem
