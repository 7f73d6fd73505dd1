"""The bench of the preview: what it makes of the times it took."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.preview import Row, keep, percentile


@pytest.mark.parametrize(
    ("times", "part", "expected"),
    [
        ([3.0], 0.95, 3.0),
        ([3.0, 1.0, 2.0], 0.5, 2.0),
        ([1.0, 2.0, 3.0, 4.0], 0.5, 2.0),
        ([float(number) for number in range(1, 21)], 0.95, 19.0),
        ([float(number) for number in range(1, 11)], 0.95, 10.0),
    ],
)
def test_a_percentile_is_the_least_time_that_so_many_do_not_exceed(
    times: list[float], part: float, expected: float
) -> None:
    assert percentile(times, part) == expected


def test_rows_take_the_place_of_those_of_the_last_run_alone(tmp_path: Path) -> None:
    path = tmp_path / "results" / "latest.json"
    keep([Row("sentra", 80, "preview-p50", 0.2, 0.1, 90.0)], path)
    rows = json.loads(path.read_text())
    path.write_text(json.dumps([*rows, {"tool": "sentra", "mode": "cold"}]))
    keep([Row("sentra", 80, "preview-p50", 0.3, 0.1, 90.0)], path)
    assert [(row["mode"], row.get("wall_s")) for row in json.loads(path.read_text())] == [
        ("cold", None),
        ("preview-p50", 0.3),
    ]
