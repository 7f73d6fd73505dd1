from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from msgspec import field

from site_builder.names import Digest, SourcePath
from site_builder.preview import watch
from site_builder.preview.notices import Notices
from site_builder.preview.watch import Sight, changes, doubted, look, look_at, next_change, until_saved
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


def test_a_file_that_was_touched_during_a_build_is_a_change_whatever_it_is_now() -> None:
    before = sight(a="1", b="1")
    assert changes(doubted(before, {SourcePath("content/a.md")}), before) == ("content/a.md",)


def test_what_is_doubted_is_no_file_that_was_seen() -> None:
    folder = SourcePath("content/shops")
    built = doubted(sight(a="1"), {folder})
    assert built.stats == sight(a="1").stats
    assert changes(built, sight(a="1")) == (folder,)


PAGE = SourcePath("content/a.md")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / PAGE).write_text("one")
    (tmp_path / "content/b.md").write_text("one")
    return tmp_path


def test_only_what_was_touched_is_read(root: Path) -> None:
    before = look(root, Sight())
    (root / PAGE).write_text("two")
    (root / "content/b.md").write_text("two")
    assert changes(before, look_at(root, before, {PAGE})) == (PAGE,)


@pytest.mark.parametrize("touched", ["content", "content/c.md", "content/gone.md", "."])
def test_what_is_new_gone_or_no_file_makes_it_look_at_everything(root: Path, touched: str) -> None:
    (root / "content/gone.md").write_text("one")
    before = look(root, Sight())
    (root / "content/gone.md").unlink()
    (root / "content/c.md").write_text("new")
    assert look_at(root, before, {SourcePath(touched)}).stats == look(root, before).stats


def test_a_doubt_is_over_with_the_next_look(root: Path) -> None:
    built = look(root, Sight())
    seen = look_at(root, doubted(built, {PAGE}), {PAGE})
    assert changes(seen, look_at(root, seen, {PAGE})) == ()


def test_a_link_in_the_place_of_a_file_is_refused_as_ever(root: Path) -> None:
    before = look(root, Sight())
    (root / PAGE).unlink()
    (root / PAGE).symlink_to(root / "content/b.md")
    after = look_at(root, before, {PAGE})
    assert [one.code for one in after.problems] == ["file-link"]
    assert look_at(root, after, {SourcePath("content/b.md")}).problems == after.problems


class Told(Notices):
    """Notices that a test gives; each wait takes the next one, an end of time where there is `None`."""

    notices: list[frozenset[SourcePath] | None] = field(default_factory=list)
    edits: list[str] = field(default_factory=list)

    async def wait(self, seconds: float) -> frozenset[SourcePath] | None:
        del seconds
        if self.edits and (edit := self.edits.pop(0)):
            (self.root / PAGE).write_text(edit.replace("EMPTY", ""))
        return self.notices.pop(0) if self.notices else None


def waited_for(root: Path, told: list[frozenset[SourcePath] | None], edits: list[str]) -> tuple[str, int]:
    """Give what the changed file holds when it has come to rest, and how many notices are left."""
    notices = Told(root, is_listening=True, notices=told, edits=edits)
    before = look(root, Sight())
    _, changed = asyncio.run(next_change(root, before, notices))
    assert changed == (PAGE,)
    return (root / PAGE).read_text(), len(notices.notices)


TOUCHED = frozenset({PAGE})


def test_a_change_is_told_when_the_file_has_come_to_rest(root: Path) -> None:
    left = [TOUCHED, None, TOUCHED, TOUCHED, None, TOUCHED]
    # The first touch changes nothing; after the third a quiet moment ends the waiting.
    assert waited_for(root, left, ["one", "", "two", "three", ""]) == ("three", 1)


def test_an_empty_file_is_waited_for(root: Path) -> None:
    assert waited_for(root, [TOUCHED, None, None, TOUCHED, None], ["EMPTY", "", "", "full", ""]) == (
        "full",
        0,
    )


def test_in_a_storm_a_build_begins_all_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "LONGEST_S", 0.0)
    assert waited_for(root, [TOUCHED] * 9, ["two"])[1] == 8


def test_what_the_system_does_not_tell_is_found_by_looking(root: Path) -> None:
    assert waited_for(root, [None, None], ["two", ""]) == ("two", 0)


def test_a_file_that_was_touched_during_a_build_and_is_gone_is_a_change() -> None:
    built = doubted(sight(a="1", b="1"), {SourcePath("content/b.md"), SourcePath("content/c.md")})
    assert changes(built, sight(a="1")) == ("content/b.md", "content/c.md")


class Gathered(Notices):
    """Notices of which a test gives one more each time that somebody looks at them."""

    looks: int = 0
    edits: list[tuple[SourcePath, str]] = field(default_factory=list)

    async def peek(self) -> frozenset[SourcePath]:
        self.looks += 1
        if self.edits:
            path, text = self.edits.pop(0)
            (self.root / path).write_text(text)
            self._named.add(path)
        return self.named


def test_a_touch_that_changes_nothing_is_no_save_and_a_save_is_told_of_again(root: Path) -> None:
    notices = Gathered(root, edits=[(PAGE, "one"), (SourcePath("content/b.md"), "two")])
    notices._named.add(SourcePath("content/gone.md"))
    before = look(root, Sight())

    async def wait() -> None:
        waiting = asyncio.create_task(until_saved(root, before, notices))
        while notices.looks < 1:
            await asyncio.sleep(0)
        while not waiting.done() and notices.looks < 2:
            await asyncio.sleep(0.01)
            notices._named.add(SourcePath("content/more.md"))
        await waiting

    asyncio.run(asyncio.wait_for(wait(), 30))
    assert notices.looks == 2
    assert {PAGE, "content/b.md"} <= notices.named
