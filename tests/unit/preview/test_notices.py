from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from site_builder.names import SourcePath
from site_builder.preview import notices as notices_module
from site_builder.preview.notices import Notices, is_passed_over

PATIENCE_S = 20.0


@pytest.mark.parametrize(
    ("path", "is_over"),
    [
        ("content/shops/a.md", False),
        (".", False),
        ("content/shops/.a.md.swp", True),
        ("content/.imported/shops.json", True),
        ("content/shops/4913", True),
        ("content/shops/a.md~", True),
        ("assets/root/.well-known/x.txt", False),
        ("assets/root/.htaccess", False),
        ("assets/.well-known/x.txt", True),
    ],
)
def test_what_editors_leave_lying_about_is_passed_over(path: str, is_over: bool) -> None:
    assert is_passed_over(SourcePath(path)) is is_over


async def told_of_saves(notices: Notices) -> frozenset[SourcePath] | None:
    """Save again and again: from some moment on the system tells of it."""
    for number in range(600):
        (notices.root / "content/shops/a.md").write_text(str(number))
        if SourcePath("content/shops/a.md") in (named := await notices.wait(PATIENCE_S / 600) or frozenset()):
            return named
    return None


def test_a_save_is_told_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "content/shops").mkdir(parents=True)

    async def told() -> frozenset[SourcePath] | None:
        notices = Notices(tmp_path)
        listening = asyncio.create_task(notices.listen())
        try:
            return await told_of_saves(notices)
        finally:
            listening.cancel()

    assert asyncio.run(told()) == frozenset({SourcePath("content/shops/a.md")})


def test_a_save_is_told_in_a_folder_that_took_the_place_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notices_module, "_FOLDERS_AGAIN_MS", 50)
    (tmp_path / "content/shops").mkdir(parents=True)

    async def told() -> frozenset[SourcePath] | None:
        notices = Notices(tmp_path)
        listening = asyncio.create_task(notices.listen())
        try:
            assert await told_of_saves(notices)
            (tmp_path / "content").rename(tmp_path / "content.old")
            (tmp_path / "content/shops").mkdir(parents=True)
            return await told_of_saves(notices)
        finally:
            listening.cancel()

    assert asyncio.run(told()) is not None


def test_without_a_save_nothing_is_told(tmp_path: Path) -> None:
    async def told() -> frozenset[SourcePath] | None:
        return await Notices(tmp_path).wait(0.01)

    assert asyncio.run(told()) is None
