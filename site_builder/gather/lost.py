"""A file that all entries lean on and that is gone: said once, not at each of them."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.problems import Problem, Severity, Span, has_errors
from site_builder.source.naming import VOCABULARY_PATH


def without_vocabulary(problems: Iterable[Problem]) -> list[Problem]:
    """Say that the vocabulary is gone instead of telling each word that is not in it."""
    found = list(problems)
    unknown = [problem for problem in found if problem.code == "term-unknown"]
    if not unknown:
        return found
    severity = Severity.ERROR if has_errors(unknown) else Severity.WARNING
    values = {"count": str(len(unknown))}
    lost = Problem("vocabulary-missing", Span(VOCABULARY_PATH), "", values, severity)
    return [*(problem for problem in found if problem.code != "term-unknown"), lost]
