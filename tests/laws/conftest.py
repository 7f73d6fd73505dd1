"""One little site built by a process that stays, for all laws about such builds."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder import warm
from site_builder.source.scan import SOURCE_FOLDERS
from tests.support.little_site import AT_THAT_TIME, LittleSite, make_little_site
from tests.support.warm_rounds import SIGNS, Rounds


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rounds]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in AT_THAT_TIME.items():
            patch.setenv(name, value)
        for flush in ("sync", "fsync"):  # of no use here, and slow
            patch.setattr(os, flush, lambda *_: None)
        patch.setattr(warm, "program_signs", lambda: SIGNS)  # somebody may be working on it
        patch.setattr(warm, "STEPS_BACK_S", 0.0)  # there is no browser to step back for
        made = Rounds(make_little_site(tmp_path_factory.mktemp("warm") / "project"))
        assert made.build().is_good
        yield made


@pytest.fixture
def rounds(shared: Rounds) -> Iterator[Rounds]:
    """A worker that has built the little site; each test leaves the content as it was."""
    files = {path: path.read_bytes() for path in shared.site.root.rglob("*") if _is_source(path, shared.site)}
    yield shared
    for path in shared.site.root.rglob("*"):
        if _is_source(path, shared.site) and path not in files:
            path.unlink()
    for path, data in files.items():
        if path.read_bytes() != data:
            path.write_bytes(data)
    assert shared.build().is_good


def _is_source(path: Path, site: LittleSite) -> bool:
    return path.is_file() and path.relative_to(site.root).parts[0] in SOURCE_FOLDERS
