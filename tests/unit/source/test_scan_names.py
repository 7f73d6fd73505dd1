"""Names of files that can't be used, and how they are shown."""

from __future__ import annotations

import pytest

from site_builder.source.scan import name_fault, printable


@pytest.mark.parametrize(
    ("name", "fault", "shown"),
    [
        (b"caf\xe9.md".decode("utf-8", "surrogateescape"), "encoding", r"caf\xe9.md"),
        ("\ud800.md", "encoding", r"\ud800.md"),
        ("a\x1b[2Jb.md", "control", r"a\x1b[2Jb.md"),
        ("a\nb.md", "control", r"a\x0ab.md"),
        ("a\x85b.md", "control", r"a\x85b.md"),
        ("a\u2028b.md", "control", r"a\u2028b.md"),
        ("café.md", "", "café.md"),
        ("鞄 1.md", "", "鞄 1.md"),
    ],
)
def test_a_name_that_can_not_be_written_or_seen_is_refused(name: str, fault: str, shown: str) -> None:
    assert name_fault(name) == fault
    assert printable(name) == shown
    assert shown.encode()
