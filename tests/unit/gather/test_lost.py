from __future__ import annotations

from site_builder.gather.lost import without_vocabulary
from site_builder.problems import Problem, Severity, Span

OTHER = Problem("field-missing", Span("content/shops/a.md"))
UNKNOWN = Problem("term-unknown", Span("content/shops/a.md", 3, 9))
OF_A_DRAFT = Problem("term-unknown", Span("content/shops/b.md", 3, 9), severity=Severity.WARNING)


def test_where_no_word_is_at_fault_nothing_is_said_of_the_vocabulary() -> None:
    assert without_vocabulary([OTHER]) == [OTHER]


def test_all_words_are_told_as_one_lost_file() -> None:
    other, lost = without_vocabulary([UNKNOWN, OTHER, OF_A_DRAFT])
    assert other == OTHER
    assert (lost.at.path, lost.severity) == ("content/vocabulary.yaml", Severity.ERROR)
    assert lost.values["count"] == "2"


def test_words_of_drafts_alone_stop_nothing() -> None:
    (lost,) = without_vocabulary([OF_A_DRAFT])
    assert lost.severity is Severity.WARNING
