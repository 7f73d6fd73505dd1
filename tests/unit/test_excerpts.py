"""The line below a fault is the same in a terminal and in the preview."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.excerpts import is_text, line_of
from tests.support.programs import ROOT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_is_found_whatever_an_editors_program_writes(tmp_path: Path, encoding: str, end: str) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_bytes(f"satu{end}dua 👜{end}".encode(encoding))
    found = [line_of(tmp_path, "content/a.md", line) for line in range(5)]
    assert found == [None, "satu", "dua 👜", "", None]


def test_no_line_is_shown_of_what_is_no_source_no_text_or_a_link(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    for path in ("content/a.jpg", "secret.md", "content/secret.md"):
        (tmp_path / path).write_text("x\n")
    (tmp_path / "content/link.md").symlink_to(tmp_path / "secret.md")
    shown = {
        path: line_of(tmp_path, path, 1)
        for path in (
            "content/a.jpg", "secret.md", "content/secret.md", "content/link.md", "content/gone.md",
            str(ROOT / "pyproject.toml"),
        )
    }  # fmt: skip
    assert {path for path, line in shown.items() if line is not None} == {"content/secret.md"}


def test_a_drawing_is_text_where_it_is_a_template_and_a_photo_never() -> None:
    shown = [path for path in ("templates/share.svg", "content/a.svg", "content/a.jpg") if is_text(path)]
    assert shown == ["templates/share.svg"]
