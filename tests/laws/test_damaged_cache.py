"""What lies in the place of the cache or of the spare tree costs time and nothing else."""

from __future__ import annotations

import random
import re
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.support.changes import make_tiny_site
from tests.support.little_site import difference, make_little_site


def test_a_damaged_cache_costs_time_and_nothing_else(tmp_path: Path) -> None:
    site = make_tiny_site(tmp_path / "project")
    site.build()
    cache = site.root / ".cache" / "store.sqlite"
    chance = random.Random(11)
    clean = site.build_clean(tmp_path / "clean")
    for number in range(150):
        data = bytearray(cache.read_bytes())
        told = _damage(data, number, chance)
        cache.write_bytes(data)
        report = site.build()
        assert report.problems == (), told
        assert difference(site.tree(), clean) == "", told
        if number % 10 == 9:  # an edit must find its way through damage too
            site.write(
                "content/pages/produk.md", site.read("content/pages/produk.md") + f"\nKata {number}.\n"
            )
            data = bytearray(cache.read_bytes())
            told = _damage(data, number, chance)
            cache.write_bytes(data)
            clean = site.build_clean(tmp_path / "clean")
            site.build()
            assert difference(site.tree(), clean) == "", told


def _damage(data: bytearray, number: int, chance: random.Random) -> str:
    """Spoil the bytes of a cache, by turns: anywhere, in what it says of files, at its end, altogether."""
    match number % 8:
        case 0:
            del data[chance.randrange(len(data)) :]
            return f"cut to {len(data)} bytes"
        case 1:
            start = chance.randrange(0, len(data), 4096)
            data[start : start + 4096] = bytes(4096)
            return f"a page of zeros at {start}"
        case 2 | 3:
            at = chance.randrange(len(data))
        case _:  # digests, keys and paths of the rows: what the build goes by
            rows = list(
                re.finditer(rb"[0-9a-f]{40}|content/[a-z/.-]+|[a-z-]+/index\.html|scanned-at-ns\d+", data)
            )
            start, end = chance.choice([row.span() for row in rows] or [(0, len(data))])
            at = chance.randrange(start, end)
    old = data[at]
    data[at] ^= chance.choice((1, 2, 4, 255))
    return (
        f"byte {at} of {len(data)}: {old} became {data[at]}, near {bytes(data[max(0, at - 30) : at + 30])!r}"
    )


@pytest.mark.parametrize("layout", [0, 999])
def test_a_cache_of_another_version_is_not_believed(tmp_path: Path, layout: int) -> None:
    site = make_little_site(tmp_path / "project")
    site.build()
    before = site.tree()
    connection = sqlite3.connect(site.root / ".cache" / "store.sqlite")
    connection.execute(f"PRAGMA user_version = {layout}")
    connection.close()
    site.build()
    assert site.tree() == before
    assert site.build().rendered == 0


@pytest.mark.parametrize("what", ["file", "folder", "empty", "text"])
def test_anything_in_the_place_of_the_cache_is_got_around(tmp_path: Path, what: str) -> None:
    site = make_little_site(tmp_path / "project")
    clean = site.build_clean(tmp_path / "clean")
    cache = site.root / ".cache"
    shutil.rmtree(cache, ignore_errors=True)
    if what == "file":
        cache.write_text("not a folder")
    else:
        cache.mkdir()
        if what == "folder":
            (cache / "store.sqlite").mkdir()
        else:
            (cache / "store.sqlite").write_text("" if what == "empty" else "no database\n" * 500)
    done = site.sentra("build")
    assert done.returncode == 0, done.stderr
    assert difference(site.tree(), clean) == ""


def test_a_spare_tree_full_of_rubbish_is_made_anew(tmp_path: Path) -> None:
    site = make_little_site(tmp_path / "project")
    site.build()
    site.replace("content/stories/baru.md", "Kini", "Sekarang")
    site.build()  # now there is a spare tree
    spare = site.root / ".output.spare"
    chance = random.Random(3)
    for number in range(12):
        files = [
            path for path in sorted(spare.rglob("*")) if path.is_file() and path.name != ".sentra-manifest"
        ]
        for path in chance.sample(files, 10):
            path.unlink()
            if chance.random() < 0.5:
                path.write_text("rubbish")
        site.write("content/stories/baru.md", site.read("content/stories/baru.md") + f"\nKata {number}.\n")
        site.build()
        assert difference(site.tree(), site.build_clean(tmp_path / "clean")) == ""


def test_a_folder_of_someone_else_in_the_place_of_the_spare_tree_is_kept(tmp_path: Path) -> None:
    site = make_little_site(tmp_path / "project")
    site.write(".output.spare/thesis.txt", "three years of work")
    done = site.sentra("build")
    assert done.returncode == 3
    assert "error[spare-foreign]" in done.stderr
    assert site.read(".output.spare/thesis.txt") == "three years of work"
    assert not site.output.exists()
