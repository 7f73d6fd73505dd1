from __future__ import annotations

from site_builder.names import Digest, SourcePath
from site_builder.preview.watch import Sight, changes
from site_builder.problems import Problem, Span
from site_builder.source.scan import FileStat


def sight(problems: tuple[Problem, ...] = (), mtime_ns: int = 1, **files: str) -> Sight:
    stats = {
        SourcePath(f"content/{name}.md"): FileStat(1, mtime_ns, 1, Digest(digest))
        for name, digest in files.items()
    }
    return Sight(stats, problems)


def test_files_that_are_new_gone_or_different_are_named_in_order() -> None:
    before, after = sight(a="1", b="1", c="1"), sight(b="2", c="1", d="1")
    assert changes(before, after) == ("content/a.md", "content/b.md", "content/d.md")


def test_a_save_that_changes_nothing_is_no_change() -> None:
    assert changes(sight(a="1", mtime_ns=1), sight(a="1", mtime_ns=2)) == ()


def test_a_file_that_can_no_longer_be_read_is_a_change_once() -> None:
    fault = Problem("file-unreadable", Span("content/b.md"), values={"reason": "x"})
    assert changes(sight(a="1"), sight((fault,), a="1")) == ("content/b.md",)
    assert changes(sight((fault,), a="1"), sight((fault,), a="1")) == ()
    assert changes(sight((fault,), a="1"), sight(a="1")) == ("content/b.md",)
