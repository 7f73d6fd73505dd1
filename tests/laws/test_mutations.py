"""The real content, broken by chance as editors break it: what is told, and what the hints are worth."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from site_builder.mending.files import mend
from site_builder.mending.tried import LANGUAGES
from site_builder.problems import Problem
from site_builder.source.documents import Document, parse_document
from site_builder.source.naming import DocumentName
from site_builder.source.tree import written
from tests.support.mutation_trials import Bed, Trial, document_name, share_mended, share_near, table
from tests.support.mutations import KINDS, Slip

SEED = 20261129
NOT_UTF8 = {"saved as Windows-1252"}
OF_LATER_STAGES = {"photo misnamed"}
"""Kinds of slips that parsing sees nothing of, and of which some have a safe edit."""
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
        name = document_name(slip.path)
        done = mend(name, slip.data, (), LANGUAGES)
        if done is None:
            continue
        mended += 1
        if _says(name, done.after) != _says(name, slip.meant or bed.texts[slip.path]):
            wrong.append((slip.kind, slip.told, done.changes))
        assert mend(name, done.after, (), LANGUAGES) is None
        assert _untouched(slip, done.after)
    assert wrong == []
    assert mended > SLIPS_MENDED / 5


def test_what_a_check_tells_of_files_that_can_be_read_is_mended_as_it_was_meant(
    bed: Bed, trials: list[Trial]
) -> None:
    """Links, photos and words are told by later stages; their edits are made by the same rules."""
    of_photos = [slip for slip in bed.slips(30 * len(KINDS), SEED + 2) if slip.kind in OF_LATER_STAGES]
    told = [(trial.slip, trial.problems) for trial in trials]
    told += [(slip, bed.new_faults({slip.path: slip.data})) for slip in of_photos]
    mended, wrong = 0, []
    for slip, problems in told:
        name = document_name(slip.path)
        if slip.kind in NOT_UTF8 or mend(name, slip.data, (), LANGUAGES) is not None:
            continue
        done = mend(name, slip.data, _of_file(slip, problems), LANGUAGES)
        if done is not None:
            mended += 1
            left = _of_file(slip, bed.new_faults({slip.path: done.after}))
            if left or _says(name, done.after) != _says(name, slip.meant or bed.texts[slip.path]):
                wrong.append((slip.kind, slip.told, done.changes, left))
            assert _untouched(slip, done.after)
    assert wrong == []
    assert mended > 0


def _of_file(slip: Slip, problems: Sequence[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.at.path == slip.path]


def _says(name: DocumentName, data: bytes) -> tuple[object, str]:
    document, _ = parse_document(name.path, data, name)
    assert isinstance(document, Document)
    return written(document.tree), document.markdown


def _untouched(slip: Slip, after: bytes) -> bool:
    """Whether all lines outside the slip are what they were, bytes and all."""
    before = slip.data.splitlines(keepends=True)
    first = before[: max(0, slip.first - 2)]
    last = before[slip.last + 1 :]
    lines = after.splitlines(keepends=True)
    return lines[: len(first)] == first and (not last or lines[-len(last) :] == last)
