"""Sites damaged at random: whatever is cut, deleted or overwritten is told as content, never as a bug."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from tests.support.cases import lay_out, sentra

SIGNS = (
    b":",
    b"[",
    b"{",
    b"\t",
    b"\0",
    b"'",
    b'"',
    b"}",
    b"- ",
    b"---\n",
    b"\xff",
    b"&a",
    b"*a",
    b"!",
    b"|\n",
    b"abc",
)


def damage(path: Path, chance: random.Random) -> None:
    """Delete a file, cut it off, or put a sign into it."""
    data = path.read_bytes()
    place = chance.randrange(len(data))
    match chance.choice(("delete", "cut", "write", "write")):
        case "delete":
            path.unlink()
        case "cut":
            path.write_bytes(data[:place])
        case _:
            path.write_bytes(data[:place] + chance.choice(SIGNS) + data[place + chance.randrange(3) :])


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_site_is_told_file_by_file(seed: int, tmp_path: Path) -> None:
    chance, site = random.Random(seed), lay_out(tmp_path / "site")
    files = sorted(path for path in (site / "content").rglob("*") if path.is_file())
    for path in chance.sample(files, chance.randint(1, 8)):
        damage(path, chance)
    ran = sentra("check", "--root", site, "--format", "json")
    problems = json.loads(ran.out)["problems"]
    assert ran.code in (0, 1, 2), problems
    assert (ran.code == 0) == (not any(problem["severity"] == "error" for problem in problems))
    for problem in problems:
        file = site / problem["path"]
        lines = file.read_bytes().replace(b"\r\n", b"\n").count(b"\n") + 1 if file.is_file() else 1
        assert 1 <= problem["line"] <= lines, problem
        assert problem["column"] >= 1, problem
        assert problem["message"], problem
        assert problem["hint"], problem
