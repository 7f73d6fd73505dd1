"""Numbers in texts that are nobody's."""

from __future__ import annotations

import pytest

from site_builder.names import SourcePath
from site_builder.problems import Problem, Severity, Span
from site_builder.validate.numbers import CODE, only_strange


@pytest.mark.parametrize(("folder", "told"), [("events", 0), ("stories", 1), ("shops", 1)])
def test_whom_to_ask_about_an_event_may_stand_in_its_text(folder: str, told: int) -> None:
    values = {"value": "0812-3456-7891", "dialled": "+6281234567891"}
    at = Span(SourcePath(f"content/{folder}/a.md"), 5, 1)
    problem = Problem(CODE, at, "", values, Severity.WARNING)
    assert len(only_strange([problem], [], frozenset())) == told
