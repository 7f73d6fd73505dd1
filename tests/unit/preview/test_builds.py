from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import pytest

from site_builder.names import SourcePath
from site_builder.preview import builds
from site_builder.preview.builds import Builder, _with_excerpt
from site_builder.preview.replies import Fault, Reply, Told, Wish
from tests.support.programs import ROOT

WISH = Wish((SourcePath("content/a.md"),))
ANSWERS = """
import os, pathlib, sys, time
runs = pathlib.Path({runs!r})
run = len(list(runs.iterdir()))
(runs / str(run)).touch()
for number, line in enumerate(sys.stdin):
    with (runs / str(run)).open("a") as file:
        file.write(line)
    answer = {answers!r}[run][number]
    if answer is None:
        os._exit(3)
    print(answer, flush=True)
"""
"""Stands in for the building process: answers as it is told, and notes what it was asked."""
GOOD = '{"told": {"outputs": 5, "rendered": 2, "seconds": 0.5}}'
OUTDATED = '{"is_outdated": true}'
WORN = '{"told": {"outputs": 6}, "is_worn": true}'
BUSY = '{"told": {"problems": [{"code": "build-running", "message": "m"}], "exit_code": 3}}'
OVERTAKEN = '{"told": {"is_overtaken": true}}'
PAGE = '{"ahead": {"index.html": "<p>new"}}'


def builder_answering(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *answers: list[str | None]
) -> tuple[Builder, Path]:
    runs = tmp_path / "runs"
    runs.mkdir()
    program = ANSWERS.format(runs=str(runs), answers=list(answers))
    monkeypatch.setattr(builds, "command_of", lambda *_: [sys.executable, "-c", program], raising=True)
    return Builder(tmp_path, "en"), runs


def asked(runs: Path) -> list[list[str]]:
    return [path.read_text().splitlines() for path in sorted(runs.iterdir())]


def nothing(_pages: object) -> None:
    """Show nothing."""


def test_one_process_builds_again_and_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    builder, runs = builder_answering(tmp_path, monkeypatch, [GOOD, GOOD])
    try:
        assert builder.build(WISH, nothing) == Told(5, 2, 0.5)
        assert builder.build(WISH, nothing) == Told(5, 2, 0.5)
        assert [len(lines) for lines in asked(runs)] == [2]
    finally:
        builder.stop()


def test_pages_come_before_the_last_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    builder, _ = builder_answering(tmp_path, monkeypatch, [f"{PAGE}\n{GOOD}"])
    shown: list[object] = []
    try:
        assert builder.build(WISH, shown.append).outputs == 5
        assert shown == [{"index.html": "<p>new"}]
    finally:
        builder.stop()


@pytest.mark.parametrize("end", [None, OUTDATED, "Traceback"])
def test_a_process_that_ends_or_is_outdated_is_followed_by_one_that_looks_at_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str | None
) -> None:
    builder, runs = builder_answering(tmp_path, monkeypatch, [GOOD, end], [GOOD])
    try:
        builder.build(WISH, nothing)
        assert builder.build(WISH, nothing).outputs == 5
        assert ['"changed":null' in line for line in asked(runs)[1]] == [True]
    finally:
        builder.stop()


def test_another_process_takes_over_from_one_that_has_built_often(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder, runs = builder_answering(tmp_path, monkeypatch, [WORN, GOOD], [GOOD, GOOD])
    try:
        assert (builder.build(WISH, nothing).outputs, builder.is_worn) == (6, True)
        builder.hand_over()
        assert (builder.build(WISH, nothing).outputs, builder.is_worn) == (5, False)
        assert [len(lines) for lines in asked(runs)] == [1, 2]
    finally:
        builder.stop()


@pytest.mark.parametrize("answer", [OVERTAKEN, BUSY, None])
def test_one_that_has_not_learnt_the_site_goes_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str | None
) -> None:
    builder, runs = builder_answering(tmp_path, monkeypatch, [WORN, WORN], [answer])
    try:
        builder.build(WISH, nothing)
        builder.hand_over()
        assert (builder.build(WISH, nothing).outputs, builder.is_worn) == (6, True)
        assert [len(lines) for lines in asked(runs)] == [2, 1]
    finally:
        builder.stop()


def test_nothing_is_handed_over_after_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    builder, runs = builder_answering(tmp_path, monkeypatch, [WORN])
    builder.build(WISH, nothing)
    builder.stop()
    builder.hand_over()
    assert len(asked(runs)) == 1


def test_a_build_that_dies_in_two_processes_is_told_as_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder, _ = builder_answering(tmp_path, monkeypatch, [GOOD, None], [None])
    try:
        builder.build(WISH, nothing)
        told = builder.build(WISH, nothing)
        assert [(one.code, one.path, one.line) for one in told.problems] == [("build-died", ".", 0)]
        assert "(code 3)" in told.problems[0].message
    finally:
        builder.stop()


def test_a_build_that_runs_is_told_that_it_is_overtaken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder, runs = builder_answering(tmp_path, monkeypatch, [PAGE, '{"told": {"is_overtaken": true}}', GOOD])
    try:
        assert builder.build(WISH, lambda _: builder.overtake()).is_overtaken
        assert builder.build(WISH, nothing).is_good
        assert [line == "null" for line in asked(runs)[0]] == [False, True, False]
    finally:
        builder.stop()


def test_nobody_is_overtaken_before_the_first_build_and_after_the_last(tmp_path: Path) -> None:
    builder = Builder(tmp_path, "en")
    builder.overtake()
    builder.stop()
    builder.overtake()


def test_nothing_is_built_after_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    builder, runs = builder_answering(tmp_path, monkeypatch, [GOOD])
    builder.stop()
    assert not builder.build(WISH, nothing).is_good
    assert asked(runs) == []


@pytest.mark.skipif(sys.platform == "win32", reason="has no groups of processes")
@pytest.mark.parametrize("refused", [ProcessLookupError, PermissionError])
def test_a_process_that_ends_while_it_is_to_be_killed_is_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: type[OSError]
) -> None:
    builder, _ = builder_answering(tmp_path, monkeypatch, [GOOD, None])
    builder.build(WISH, nothing)

    def too_late(pid: int, number: int) -> None:
        del pid, number
        raise refused

    monkeypatch.setattr("os.killpg", too_late)
    builder.stop()
    assert not builder.build(WISH, nothing).is_good


def test_a_fault_holds_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("one\ntwo\n")
    fault = Fault("field-type", "m", "content/a.md", 2, 1, "h")
    told = Reply(told=Told(problems=(fault,), exit_code=1))
    answer = msgspec.json.encode(told).decode()
    builder, _ = builder_answering(tmp_path, monkeypatch, [answer])
    try:
        assert [one.excerpt for one in builder.build(WISH, nothing).problems] == ["two"]
    finally:
        builder.stop()


def test_a_fault_shows_its_line_in_the_project_or_in_a_template_that_sentra_brings(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("one\ntwo\n", "utf-8")
    first = (ROOT / "templates/base.html").read_text("utf-8").split("\n")[0]
    for path, line, excerpt in (
        ("content/a.md", 2, "two"),
        (str(ROOT / "templates/base.html"), 1, first),
        (str(ROOT / "pyproject.toml"), 1, ""),
        (str(ROOT / "templates/../pyproject.toml"), 1, ""),
        ("../pyproject.toml", 1, ""),
    ):
        assert _with_excerpt(tmp_path, Fault("x-y", "m", path, line)).excerpt == excerpt
