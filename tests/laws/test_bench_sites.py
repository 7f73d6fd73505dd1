"""The bench may only speak of two sites that are the same; no change of views may leave it behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.__main__ import build_once, check, write_sites
from bench.corpus import make_corpus
from bench.program import copy_program

PRODUCTS = 40


@pytest.mark.parametrize("languages", [1, 2])
def test_both_generators_make_the_same_pages(tmp_path: Path, languages: int) -> None:
    copy_program(tmp_path / "program")
    sites = write_sites(make_corpus(PRODUCTS, languages), tmp_path / "sites", tmp_path / "program")
    build_once(sites)
    assert check(sites) >= PRODUCTS * languages
