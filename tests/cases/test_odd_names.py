"""Names of files that no address can hold: refused where they lie, and never a bug."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.cases import build, lay_out

ODD = (b"caf\xe9.md", b"a\x1bb.md", b"map\xe9/a.md")


@pytest.mark.parametrize("name", ODD)
def test_a_file_with_an_odd_name_is_refused_by_name(name: bytes, tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site")
    place = os.path.join(os.fsencode(site), b"content", b"shops", name)  # noqa: PTH118  a Path holds texts
    try:
        os.makedirs(os.path.dirname(place), exist_ok=True)  # noqa: PTH103, PTH120
        with open(place, "wb") as file:  # noqa: PTH123
            file.write(b"---\nnama: A\n---\n")
    except OSError:
        pytest.skip("this disk holds no such name")
    ran = build(site, tmp_path / "output")
    assert ran.code == 1, ran.err
    shown = name.decode("latin-1").partition("/")[0].replace("\xe9", r"\xe9").replace("\x1b", r"\x1b")
    assert f"content/shops/{shown}:1:1: error[file-name]: " in ran.err


@pytest.mark.parametrize(
    "url", ["http://[", "http://a:99999/", "ftp://a.id/", "https://a.id/?b", "https://a.id/#b"]
)
def test_a_base_url_that_can_not_be_one_is_wrong_use(url: str, tmp_path: Path) -> None:
    ran = build(lay_out(tmp_path / "site"), tmp_path / "output", "--base-url", url)
    assert ran.code == 2, ran.err
    assert "error[base-url]: " in ran.err
