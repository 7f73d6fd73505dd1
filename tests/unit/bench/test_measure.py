from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bench.measure import MODES, BuildFailed, Site, forget, measure, run


def site(tool: str, code: str, edited: Path = Path("none")) -> Site:
    return Site(tool, edited.parent, (sys.executable, "-I", "-c", code), ("output",), edited)


def test_a_run_costs_time_and_memory() -> None:
    cost = run(site("any", "print('no line end', end='')"))
    assert 0 < cost.wall_s < 30
    assert cost.cpu_s > 0
    assert 3 < cost.rss_mb < 100


def test_the_work_of_child_processes_counts_too() -> None:
    busy = "import time; start = time.process_time()\nwhile time.process_time() - start < 0.3: pass"
    cost = run(site("any", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])"))
    assert cost.cpu_s >= 0.3


def test_a_generator_that_fails_is_named_with_its_words() -> None:
    with pytest.raises(BuildFailed, match=r"(?s)hugo ended with exit code 3:.*no such layout"):
        run(site("hugo", "import sys; print('no such layout', file=sys.stderr); sys.exit(3)"))


def test_each_round_goes_through_the_modes_and_the_tools_change_places(tmp_path: Path) -> None:
    texts = [tmp_path / name for name in ("a.md", "b.md")]
    for text in texts:
        text.write_text("Tas\n", encoding="utf-8")
    sites = (site("sentra", "pass", texts[0]), site("hugo", "pass", texts[1]))
    seen: list[str] = []
    samples = list(measure(sites, 2, lambda sample: seen.append(sample.tool)))
    assert [(sample.round, sample.mode) for sample in samples[::2]] == [
        (number, mode) for number in (1, 2) for mode in MODES
    ]
    assert seen == ["sentra", "hugo"] * 3 + ["hugo", "sentra"] * 3
    assert [text.read_text("utf-8") for text in texts] == ["Tas kata1 kata2\n"] * 2


def test_a_cold_build_finds_nothing_of_the_ones_before_and_nothing_is_deleted_right_before_it(
    tmp_path: Path,
) -> None:
    made = tmp_path / "site" / "output"
    made.mkdir(parents=True)
    (made / "index.html").write_text("<!doctype html>", encoding="utf-8")
    forget(Site("hugo", made.parent, (), ("output", "resources"), made))
    assert list(made.parent.iterdir()) == []
    assert [path.parent.name for path in tmp_path.rglob("index.html")] == ["output"]
