"""The real content, broken by chance as editors break it: what is told, and what the hints are worth."""

from __future__ import annotations

import pytest

from site_builder.mending import mend
from site_builder.names import Lang, SourcePath
from site_builder.source.documents import Document, parse_document
from site_builder.source.naming import DocumentName, name_document
from site_builder.source.tree import written
from tests.support.mutation_trials import Bed, Trial, share_mended, share_near, table
from tests.support.mutations import KINDS, Slip

SEED = 20261129
SLIPS_MENDED = 60 * len(KINDS)
"""Mending one file takes a few milliseconds."""


@pytest.fixture(scope="module")
def bed(tmp_path_factory: pytest.TempPathFactory) -> Bed:
    return Bed(tmp_path_factory.mktemp("slips") / "site")


@pytest.fixture(scope="module")
def trials(bed: Bed, pytestconfig: pytest.Config) -> list[Trial]:
    made = [bed.trial(slip) for slip in bed.slips(int(pytestconfig.getoption("--slips")), SEED)]
    print(f"\n{table(made)}")
    print(f"{share_near(made):.1%} of slips are told within a line of their place, or leave the file valid")
    print(f"{share_mended(made):.1%} of slips with errors are mended by pasting what the hints say")
    return made


def test_the_content_to_be_broken_is_sound(bed: Bed) -> None:
    assert bed.valid == frozenset()


def test_no_slip_makes_sentra_fail(trials: list[Trial]) -> None:
    assert [(trial.slip, trial.crash) for trial in trials if trial.crash] == []


def test_nearly_every_slip_is_told_within_a_line_of_its_place(trials: list[Trial]) -> None:
    far = [(t.slip.kind, t.slip.told, t.problems[:2]) for t in trials if not t.is_near and not t.is_valid]
    assert share_near(trials) >= 0.95, far


def test_most_hints_mend_the_build_when_they_are_pasted(trials: list[Trial]) -> None:
    assert share_mended(trials) >= 0.8


def test_one_slip_is_mostly_one_message(trials: list[Trial]) -> None:
    told = [len(trial.problems) for trial in trials if trial.problems]
    assert sum(told) / len(told) < 1.5


def test_what_fix_mends_says_what_was_meant_and_a_second_time_nothing_changes(bed: Bed) -> None:
    mended, wrong = 0, []
    for slip in bed.slips(SLIPS_MENDED, SEED + 1):
        name = name_document(SourcePath(slip.path), [Lang(lang) for lang in ("id", "en", "ja", "zh")])
        assert isinstance(name, DocumentName)
        done = mend(name, slip.data)
        if done is None:
            continue
        mended += 1
        if _says(name, done.after) != _says(name, slip.meant or bed.texts[slip.path]):
            wrong.append((slip.kind, slip.told, done.changes))
        assert mend(name, done.after) is None
        assert _untouched(slip, done.after)
    assert wrong == []
    assert mended > SLIPS_MENDED / 4


def _says(name: DocumentName, data: bytes) -> tuple[object, str]:
    document, _ = parse_document(name.path, data, name)
    assert isinstance(document, Document)
    return written(document.tree), document.markdown


def _untouched(slip: Slip, after: bytes) -> bool:
    """Whether all lines outside the slip are what they were, bytes and all."""
    if slip.kind == "saved as Windows-1252":
        return slip.data.decode("cp1252") == after.decode()
    before = slip.data.splitlines(keepends=True)
    first = before[: max(0, slip.first - 2)]
    last = before[slip.last + 1 :]
    lines = after.splitlines(keepends=True)
    return lines[: len(first)] == first and (not last or lines[-len(last) :] == last)
