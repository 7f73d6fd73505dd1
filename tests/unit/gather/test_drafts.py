"""What is wrong with a draft is told, and keeps nothing else from the site."""

from __future__ import annotations

from site_builder.gather.drafts import downgraded
from site_builder.problems import Problem, Severity, Span

DRAFT, OTHER = "content/shops/a.md", "content/shops/b.md"


def severity_of(code: str, path: str) -> Severity:
    (problem,) = downgraded([Problem(code, Span(path))], {DRAFT})
    assert (problem.code, problem.at) == (code, Span(path))
    return problem.severity


def test_faults_of_a_draft_become_warnings_and_those_of_others_stay() -> None:
    assert severity_of("field-missing", DRAFT) is Severity.WARNING
    assert severity_of("text-timeout", DRAFT) is Severity.WARNING
    assert severity_of("field-missing", OTHER) is Severity.ERROR


def test_what_can_not_be_parsed_stays_an_error() -> None:
    for code in ("yaml-colon", "file-encoding", "front-matter-close", "line-long"):
        assert severity_of(code, DRAFT) is Severity.ERROR
