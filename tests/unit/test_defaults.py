"""The default look: which files a project gets, and where a fault in one of them is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder import defaults
from site_builder.defaults import LOOK_FOLDERS, OWN_LOOK, default_root, is_default, place_of
from site_builder.names import SourcePath
from site_builder.problems import Problem, Span
from site_builder.source.scan import Snapshot, scan, with_default_look
from tests.support.programs import ROOT

BASE = SourcePath("templates/base.html")
HOME = SourcePath("templates/home.html")
STYLE = SourcePath("assets/css/10-tokens.css")


def write(folder: Path, **files: str) -> Path:
    """Write files: `templates__base` is `templates/base.html`, `assets__a` is `assets/a.html`."""
    for name, text in files.items():
        file = folder / f"{name.replace('__', '/')}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def seen(root: Path, look: Path) -> Snapshot:
    project, problems = scan(root, {}, 0)
    assert problems == ()
    snapshot, problems = with_default_look(project, look)
    assert problems == ()
    return snapshot


def test_the_projects_file_wins_and_the_rest_comes_from_the_default_look(tmp_path: Path) -> None:
    root = write(tmp_path / "project", content__a="words", templates__home="mine")
    look = write(tmp_path / "look", templates__home="theirs", templates__base="theirs", assets__x="theirs")
    snapshot = seen(root, look)
    assert {path: snapshot.read(path) for path in snapshot.stats} == {
        "assets/x.html": b"theirs",
        "content/a.html": b"words",
        "templates/base.html": b"theirs",
        "templates/home.html": b"mine",
    }
    assert list(snapshot.stats) == sorted(snapshot.stats)


def test_a_project_with_a_look_of_its_own_gets_nothing(tmp_path: Path) -> None:
    root = write(tmp_path / "project", templates__home="mine")
    look = write(tmp_path / "look", templates__base="theirs", assets__x="theirs")
    (root / OWN_LOOK).touch()
    assert seen(root, look).stats.keys() == {HOME, OWN_LOOK}


def test_that_the_default_look_is_whole_is_not_handed_on(tmp_path: Path) -> None:
    look = write(tmp_path / "look", templates__base="theirs")
    (look / OWN_LOOK).touch()
    assert seen(write(tmp_path / "project", content__a=""), look).stats.keys() == {BASE, "content/a.html"}


def test_a_default_file_is_read_each_time_whatever_its_times_say(tmp_path: Path) -> None:
    root = write(tmp_path / "project", content__a="")
    look = write(tmp_path / "look", templates__base="old")
    before = seen(root, look)
    (look / BASE).write_text("new", "utf-8")
    known = dict(before.stats)
    project, _ = scan(root, known, 1 << 62)
    after, _ = with_default_look(project, look)
    assert after.read(BASE) == b"new"
    assert after.digest(BASE) != before.digest(BASE)


def test_a_file_of_the_project_is_never_taken_for_the_default_one_that_it_replaces(tmp_path: Path) -> None:
    root = write(tmp_path / "project", content__a="")
    known = dict(seen(root, write(tmp_path / "look", templates__base="1234")).stats)
    write(root, templates__base="4321")
    project, _ = scan(root, known, 1 << 62)
    assert project.read(BASE) == b"4321"


def test_a_link_in_the_project_stays_refused_where_there_is_a_default_file(tmp_path: Path) -> None:
    root = write(tmp_path / "project", templates__home="mine")
    (root / BASE).symlink_to(root / HOME)
    _, problems = scan(root, {}, 0)
    assert problems == (Problem("file-link", Span(BASE)),)


def test_in_the_repository_its_own_folders_are_the_defaults() -> None:
    assert default_root() == ROOT
    assert {path.name for path in ROOT.iterdir()} >= set(LOOK_FOLDERS)
    assert (ROOT / OWN_LOOK).is_file()


def test_a_wheel_has_them_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = write(tmp_path / "site_builder", default_files__templates__base="")
    monkeypatch.setattr(defaults, "__file__", str(package / "defaults.py"))
    default_root.cache_clear()
    try:
        assert default_root() == package / "default_files"
    finally:
        monkeypatch.undo()
        default_root.cache_clear()


def test_a_fault_in_a_default_file_is_told_where_that_file_lies(tmp_path: Path) -> None:
    root = write(tmp_path, templates__home="mine")
    assert place_of(root, HOME) == HOME
    assert place_of(root, BASE) == str(ROOT / BASE)
    assert is_default(str(ROOT / BASE))
    for path in ("content/site.yaml", "templates/none.html", "templates/../pyproject.toml", "."):
        assert place_of(root, path) == path
    for path in ("content/site.yaml", "templates/../pyproject.toml", "templates"):
        assert not is_default(str(ROOT / path))
    assert not is_default(BASE)
    assert place_of(root, STYLE) == str(ROOT / STYLE)
    (root / OWN_LOOK).touch()
    assert place_of(root, BASE) == BASE
