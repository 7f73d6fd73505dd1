"""Every case folder: what is said of it in both languages, word for word, and what comes out of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.cases import (
    CASES,
    arguments_of,
    build,
    case_names,
    expected_code,
    lay_out,
    tree_of,
    untouched,
)

ANSWERS = {"id": "problems.txt", "en": "problems.en.txt"}


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base site as it was published before an editor slipped."""
    folder = tmp_path_factory.mktemp("published")
    ran = build(lay_out(folder / "site"), folder / "output")
    assert (ran.code, ran.err) == (0, "")
    return folder / "output"


@pytest.mark.parametrize("name", case_names())
@pytest.mark.parametrize("language", ANSWERS)
def test_a_case_is_told_word_for_word(
    name: str, language: str, published: Path, tmp_path: Path, accept: bool
) -> None:
    case, answer = CASES / name, CASES / name / ANSWERS[language]
    site, output = lay_out(tmp_path / "site", case), tmp_path / "output"
    shutil.copytree(published, output)
    before = tree_of(output)
    with untouched(site / "content", site / "templates"):
        ran = build(site, output, *arguments_of(case), language=language)
    told = ran.err.replace(str(tmp_path), "TMP")
    if accept:
        answer.write_text(told, "utf-8", newline="\n")
    assert told == answer.read_text("utf-8")
    assert ran.code == expected_code(case, told), ran.out
    if ran.code:
        assert tree_of(output) == before
    assert {path.name for path in tmp_path.iterdir()} <= {"site", "output", ".output.spare"}
    _compare_outputs(case / "expected", output, accept=accept)


def _compare_outputs(expected: Path, output: Path, *, accept: bool) -> None:
    for path in sorted(expected.rglob("*")):
        if path.is_file():
            made = output / path.relative_to(expected)
            if accept:
                path.write_bytes(made.read_bytes())
            assert made.read_text("utf-8") == path.read_text("utf-8"), path


def test_every_case_is_used() -> None:
    folders = {path.name for path in CASES.iterdir() if path.is_dir() and path.name[0] not in "_."}
    assert folders == set(case_names())
