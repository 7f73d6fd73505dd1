"""The same content gives the same bytes, whatever machine builds it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from site_builder.crew import WORTH_A_PROCESS
from tests.support.little_site import LittleSite, difference, make_little_site, tree_of
from tests.support.programs import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> LittleSite:
    """So many entries that they are read, converted and rendered in processes where there may be several."""
    return make_little_site(tmp_path_factory.mktemp("same") / "project", products=WORTH_A_PROCESS)


@pytest.fixture(scope="module")
def tree(site: LittleSite, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one process makes of it."""
    return built(site, tmp_path_factory.mktemp("one") / "output", "--jobs", "1", "--no-cache")


def built(
    site: LittleSite, output: Path, *arguments: str, environment: Mapping[str, str] | None = None
) -> dict[str, bytes]:
    done = site.sentra("build", "--output", str(output), *arguments, environment=environment)
    assert done.returncode == 0, done.stderr
    return tree_of(output)


def test_the_tree_is_large_enough_to_say_something(tree: dict[str, bytes]) -> None:
    pages = [path for path in tree if path.endswith(".html")]
    assert len(pages) > 2 * WORTH_A_PROCESS
    assert ".sentra-manifest" in tree


@pytest.mark.parametrize("jobs", ["2", "4"])
def test_any_number_of_processes_gives_the_same_bytes(
    site: LittleSite, tree: dict[str, bytes], tmp_path: Path, jobs: str
) -> None:
    assert difference(tree, built(site, tmp_path / "output", "--jobs", jobs, "--no-cache")) == ""


ENVIRONMENTS: dict[str, dict[str, str]] = {
    "hash seed 0": {"PYTHONHASHSEED": "0"},
    "hash seed 1, in the east": {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"},
    "in Jakarta": {"TZ": "Asia/Jakarta"},
    "in New York, Turkish": {"TZ": "America/New_York", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "language C, no UTF-8": {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "a time long past": {"SOURCE_DATE_EPOCH": "0"},
}


@pytest.mark.parametrize("environment", ENVIRONMENTS.values(), ids=ENVIRONMENTS)
def test_no_environment_changes_a_byte(
    site: LittleSite, tree: dict[str, bytes], tmp_path: Path, environment: dict[str, str]
) -> None:
    arguments = ("--jobs", "2", "--no-cache")
    assert difference(tree, built(site, tmp_path / "output", *arguments, environment=environment)) == ""


_ELSEWHERE = """
import os
import sys

sys.version = "3.99.0 (main, Jan  1 2030, 00:00:00) [Clang 99.0]"
_listed = os.listdir
os.listdir = lambda path=".": [
    *_listed(path), *(["another_package-1.0.dist-info"] if str(path).endswith("site-packages") else [])
]
"""
"""Python runs it first: what another machine says of itself."""
_PROGRAM = "from site_builder.store.code import code_digest; print(code_digest())"


def test_another_python_and_other_installed_packages_give_the_same_bytes(
    site: LittleSite, tree: dict[str, bytes], tmp_path: Path
) -> None:
    """They are another program to the cache, which makes all anew, but the same bytes come of it."""
    (tmp_path / "sitecustomize.py").write_text(_ELSEWHERE)
    elsewhere = {"PYTHONPATH": os.pathsep.join((str(tmp_path), str(ROOT)))}
    assert _program_of(elsewhere) != _program_of({"PYTHONPATH": str(ROOT)})
    output = tmp_path / "output"
    assert difference(tree, built(site, output, "--jobs", "2", "--no-cache", environment=elsewhere)) == ""
    assert b"skipWaiting" in tree["sw.js"]


def _program_of(environment: Mapping[str, str]) -> str:
    command = [sys.executable, "-c", _PROGRAM]
    return subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, text=True, check=True
    ).stdout


def test_another_folder_and_another_order_on_disk_give_the_same_bytes(
    site: LittleSite, tree: dict[str, bytes], tmp_path: Path
) -> None:
    other = LittleSite(tmp_path / "a folder" / "with a longer name é")
    paths = [path for path in sorted(site.root.rglob("*"), reverse=True) if path.is_file()]
    mask = os.umask(0o077)
    try:
        for path in paths:
            if ".cache" not in path.parts:
                other.write(path.relative_to(site.root).as_posix(), path.read_bytes())
        assert difference(tree, built(other, tmp_path / "output", "--jobs", "1")) == ""
    finally:
        os.umask(mask)


def test_a_warm_cache_gives_the_bytes_of_a_cold_one(
    site: LittleSite, tree: dict[str, bytes], tmp_path: Path
) -> None:
    shutil.rmtree(site.root / ".cache", ignore_errors=True)
    output = tmp_path / "output"
    assert difference(tree, built(site, output, "--jobs", "4")) == ""
    shutil.rmtree(output)
    assert difference(tree, built(site, output, "--jobs", "4")) == ""  # texts from the cache, all pages anew
    assert difference(tree, built(site, tmp_path / "other", "--jobs", "1")) == ""
    site.replace("content/products/tas-no-001.md", "Tas Nomor 001", "Tas Pertama")
    warm = built(site, output, "--jobs", "4")
    assert warm != tree
    assert difference(warm, built(site, tmp_path / "clean", "--jobs", "1", "--no-cache")) == ""
    site.replace("content/products/tas-no-001.md", "Tas Pertama", "Tas Nomor 001")
    assert difference(tree, built(site, output, "--jobs", "4")) == ""


def test_line_ends_of_windows_give_the_same_pages(
    site: LittleSite, tree: dict[str, bytes], tmp_path: Path
) -> None:
    """What git checks out there; files that are copied as they are may differ."""
    other = LittleSite(tmp_path / "windows")
    for path in sorted(site.root.rglob("*")):
        if path.is_file() and ".cache" not in path.parts:
            data = path.read_bytes()
            if path.suffix in {".md", ".yaml", ".html", ".xml", ".po"}:
                data = data.replace(b"\n", b"\r\n")
            other.write(path.relative_to(site.root).as_posix(), data)
    assert difference(tree, built(other, tmp_path / "output", "--jobs", "2")) == ""
