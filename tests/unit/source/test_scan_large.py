"""A large file is digested in pieces: what an editor drops into a folder must fit no machine's memory."""

from __future__ import annotations

import hashlib
import tracemalloc
from pathlib import Path

import pytest

from site_builder.names import SourcePath
from site_builder.source import scan as scan_module
from site_builder.source.scan import LARGEST_KEPT_BYTES, scan

FILM = SourcePath("content/shops/intako/film.jpg")
FILM_BYTES = 32 * LARGEST_KEPT_BYTES


def test_a_film_is_digested_whole_and_never_held_whole(tmp_path: Path) -> None:
    file = tmp_path / FILM
    file.parent.mkdir(parents=True)
    with file.open("wb") as opened:
        opened.write(b"film")
        opened.truncate(FILM_BYTES)
    tracemalloc.start()
    try:
        snapshot, problems = scan(tmp_path, {}, 0)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert problems == ()
    assert peak < 2 * LARGEST_KEPT_BYTES
    assert snapshot.kept == {}
    assert snapshot.digest(FILM) == hashlib.blake2b(file.read_bytes(), digest_size=20).hexdigest()


def test_what_is_small_enough_is_kept(tmp_path: Path) -> None:
    path = SourcePath("content/site.yaml")
    (tmp_path / "content").mkdir()
    (tmp_path / path).write_bytes(b"x" * LARGEST_KEPT_BYTES)
    snapshot, _ = scan(tmp_path, {}, 0)
    assert snapshot.kept == {path: b"x" * LARGEST_KEPT_BYTES}


def test_of_many_small_photos_only_the_first_are_kept_and_all_are_read_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scan_module, "MOST_KEPT_BYTES", 250)
    paths = [SourcePath(f"content/shops/intako/{number}.jpg") for number in range(4)]
    (tmp_path / paths[0]).parent.mkdir(parents=True)
    for number, path in enumerate(paths):
        (tmp_path / path).write_bytes(bytes([number]) * 100)
    snapshot, _ = scan(tmp_path, {}, 0)
    assert sum(map(len, snapshot.kept.values())) == 200
    assert [snapshot.read(path) for path in paths] == [bytes([number]) * 100 for number in range(4)]
