"""What a build costs as the site grows: counted, not timed, so that a busy machine changes nothing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from tests.support.killed_build import Driver
from tests.support.little_site import LittleSite, make_little_site
from tests.support.programs import ROOT

SMALL, MIDDLE, LARGE = 50, 150, 400
PAGES_AN_ENTRY = 2
"""One in each language."""


def make_site(root: Path, products: int) -> LittleSite:
    site = make_little_site(root, products=products)
    site.replace("content/site.yaml", "isi_halaman: 2", "isi_halaman: 24")
    for path in ("events/pekan.md", "shops/mekar.md"):  # every site that is a year old has something expired
        site.replace(f"content/{path}", "---\nnama", "---\nberakhir: 2026-01-01\nnama")
    return site


def edit(site: LittleSite, word: str) -> None:
    path = "content/products/tas-no-007.md"
    site.write(path, re.sub(r"\*.*?\*", f"*{word}*", site.read(path), count=1))


def calls_of(work: Callable[[], object]) -> int:
    """Count the calls of functions, Python's and C's, that a piece of work makes."""
    counted: Counter[str] = Counter()

    def note(_frame: FrameType, event: str, _argument: Any) -> None:
        counted[event] += 1

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return counted["call"] + counted["c_call"]


def peaks_of(sites: Sequence[tuple[LittleSite, Path]]) -> list[int]:
    """Give the most bytes that the first build of each holds at once, in a process of its own."""
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.support.build_memory", str(site.root), str(output)],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": "0"},
            stdout=subprocess.PIPE,
            text=True,
        )
        for site, output in sites
    ]
    return [int(process.communicate()[0]) for process in started]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[int, LittleSite]:
    """Built sites by the number of their products; the first, the smallest, pays for all warming up."""
    made = {}
    for products in (SMALL, MIDDLE, LARGE):
        made[products] = make_site(tmp_path_factory.mktemp(f"cost-{products}") / "project", products)
        made[products].build()
    return made


def test_an_edit_renders_as_many_pages_in_a_large_site_as_in_a_small_one(
    sites: dict[int, LittleSite],
) -> None:
    rendered = {}
    for products, site in sites.items():
        edit(site, "sekali")
        rendered[products] = site.build().rendered_paths
    pages = ("en/products/tas-no-007/index.html", "produk/tas-no-007/index.html")
    assert {tuple(sorted(paths)) for paths in rendered.values()} == {pages}


def test_an_edit_touches_as_many_files_in_a_large_site_as_in_a_small_one(
    sites: dict[int, LittleSite],
) -> None:
    touched = {}
    with Driver(sites[SMALL].root) as driver:
        for products, site in sites.items():
            for word in ("satu", "dua"):  # after these both trees are as they always are
                edit(site, word)
                assert driver.build(site.root).code == 0
            edit(site, "tiga")
            operations = driver.build(site.root).operations
            touched[products] = [operation.replace(str(site.root), "") for operation in operations]
    assert touched[SMALL] == touched[MIDDLE] == touched[LARGE]
    assert len(touched[SMALL]) < 50


def test_the_first_build_costs_the_same_for_each_page(sites: dict[int, LittleSite], tmp_path: Path) -> None:
    calls = {}
    for products, site in sites.items():
        calls[products] = calls_of(partial(site.build_from_nothing, tmp_path / "clean"))
    near = (calls[MIDDLE] - calls[SMALL]) / (MIDDLE - SMALL)
    far = (calls[LARGE] - calls[MIDDLE]) / (LARGE - MIDDLE)
    assert far < 1.1 * near
    assert far / PAGES_AN_ENTRY < 6000


def test_an_edit_costs_little_for_each_page_that_it_does_not_show_on(sites: dict[int, LittleSite]) -> None:
    calls = {}
    for products, site in sites.items():
        edit(site, "lagi")
        calls[products] = calls_of(site.build)
    near = (calls[MIDDLE] - calls[SMALL]) / (MIDDLE - SMALL)
    far = (calls[LARGE] - calls[MIDDLE]) / (LARGE - MIDDLE)
    assert far < 1.1 * near
    assert far / PAGES_AN_ENTRY < 600


def test_an_unchanged_build_costs_next_to_nothing_for_each_page(sites: dict[int, LittleSite]) -> None:
    calls = {}
    for products, site in sites.items():
        site.build()
        calls[products] = calls_of(site.build)
    far = (calls[LARGE] - calls[MIDDLE]) / (LARGE - MIDDLE)
    assert far / PAGES_AN_ENTRY < 80


def test_to_weigh_pages_costs_little_for_each_page_that_did_not_change(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    unchanged, edited = {}, {}
    for products in (SMALL, MIDDLE):
        site = make_site(tmp_path_factory.mktemp(f"weighed-{products}") / "project", products)
        site.write(
            "content/site.yaml", f"{site.read('content/site.yaml')}budgets: {{default: {{total: 9 MB}}}}\n"
        )
        for word in ("satu", "dua"):  # the first edit warms up
            site.build()
            edit(site, word)
            edited[products] = calls_of(site.build)
        unchanged[products] = calls_of(site.build)
    pages = (MIDDLE - SMALL) * PAGES_AN_ENTRY
    assert (edited[MIDDLE] - edited[SMALL]) / pages < 600
    assert (unchanged[MIDDLE] - unchanged[SMALL]) / pages < 80


def test_memory_grows_by_some_kilobytes_with_each_page(sites: dict[int, LittleSite], tmp_path: Path) -> None:
    """Peaks stand in different stages of small and of large sites, so only their whole way up is compared."""
    small, large = peaks_of([(sites[products], tmp_path / str(products)) for products in (SMALL, LARGE)])
    held = (large - small) / (LARGE - SMALL) / PAGES_AN_ENTRY
    assert held < 11_500  # 10,050 are held, the same to some ten bytes each time
