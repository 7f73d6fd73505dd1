"""Which builds follow each other in a preview."""

from __future__ import annotations

import asyncio
from pathlib import Path
from unittest import mock

import pytest

from site_builder import serve
from site_builder.names import SourcePath
from site_builder.preview.access import Door
from site_builder.preview.notices import Notices
from site_builder.preview.replies import Fault, Told, Wish
from site_builder.preview.state import Preview
from site_builder.preview.watch import Sight
from site_builder.serve import Greeting, Session

SAVED = (SourcePath("content/a.md"),)
GOOD = Told(5, 5, 0.1)
BUSY = Told(problems=(Fault("build-running", "another build is running"),), exit_code=3)
OVERTAKEN = Told(is_overtaken=True)
WRONG = Told(problems=(Fault("field-type", "m"),), exit_code=1)


class Ended(Exception):
    """Stands for Ctrl-C."""


def wishes_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *outcomes: Told, worn_after: int = 0
) -> list[object]:
    """Let builds end so, one after the other, a file being saved between; give what was wished each time.

    The process that builds has built often after the build of that number.
    """
    seen: list[object] = []
    left = list(outcomes)

    def build(wish: Wish, _show: object) -> Told:
        seen.append(wish.changed)
        builder.is_worn = len(outcomes) - len(left) + 1 == worn_after
        return left.pop(0)

    async def next_change(_root: object, built: Sight, *_: object) -> tuple[Sight, tuple[SourcePath, ...]]:
        seen.append(
            f"waits for a save, {len(built.doubted)} doubted" if built.doubted else "waits for a save"
        )
        if not left:
            raise Ended
        return Sight(), SAVED

    monkeypatch.setattr(serve, "next_change", next_change)
    session, server = Session(tmp_path, "en"), mock.Mock()
    server.open_pages.return_value = frozenset()
    builder = mock.Mock(folder=tmp_path, build=build, is_worn=False)
    builder.hand_over.side_effect = lambda: seen.append("hands over")
    preview, greeting = Preview(tmp_path, "en", "token"), Greeting(Door("", 0), has_browser_to_open=False)
    with pytest.raises(Ended):
        asyncio.run(
            serve._build_again_and_again(session, builder, preview, server, Notices(tmp_path), greeting)
        )
    return seen


@pytest.mark.parametrize("ended", [GOOD, WRONG])
def test_after_a_build_a_save_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ended: Told
) -> None:
    assert wishes_of(tmp_path, monkeypatch, ended, GOOD) == [
        None,
        "waits for a save",
        SAVED,
        "waits for a save",
    ]


def test_while_another_build_holds_the_project_it_tries_again_and_looks_at_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcomes = (GOOD, BUSY, BUSY, GOOD)
    assert wishes_of(tmp_path, monkeypatch, *outcomes) == [
        None,
        "waits for a save",
        SAVED,
        None,
        None,
        "waits for a save",
    ]


@pytest.mark.parametrize(("is_saved", "then"), [(False, ["hands over"]), (True, [])])
def test_another_process_takes_over_as_soon_as_nothing_is_saved_for_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_saved: bool, then: list[str]
) -> None:
    async def until_saved(*_: object) -> None:
        await asyncio.sleep(0 if is_saved else 60)

    monkeypatch.setattr(serve, "REST_S", 0.05)
    monkeypatch.setattr(serve, "until_saved", until_saved)
    assert wishes_of(tmp_path, monkeypatch, GOOD, GOOD, GOOD, worn_after=2) == [
        None,
        "waits for a save",
        SAVED,
        *then,
        "waits for a save",
        SAVED,
        "waits for a save",
    ]


def test_what_was_saved_for_a_build_that_was_overtaken_is_built_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert wishes_of(tmp_path, monkeypatch, GOOD, OVERTAKEN, OVERTAKEN, GOOD) == [
        None,
        "waits for a save",
        SAVED,
        "waits for a save, 1 doubted",
        SAVED,
        "waits for a save, 1 doubted",
        SAVED,
        "waits for a save",
    ]


@pytest.mark.parametrize(("longest_s", "outcomes", "watched"), [(60.0, 3, 2), (0.0, 3, 0)])
def test_a_build_may_be_overtaken_but_the_first_and_one_that_is_far_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, longest_s: float, outcomes: int, watched: int
) -> None:
    saves: list[object] = []

    async def until_saved(*_: object) -> None:
        saves.append(1)

    monkeypatch.setattr(serve, "LONGEST_BEHIND_S", longest_s)
    monkeypatch.setattr(serve, "until_saved", until_saved)
    wishes_of(tmp_path, monkeypatch, *[GOOD] * outcomes)
    assert len(saves) == watched
