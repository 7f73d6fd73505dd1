"""Sites damaged at random: whatever is cut, deleted or overwritten is told as content, never as a bug."""

from __future__ import annotations

import io
import json
import random
from pathlib import Path

import pytest
from PIL import Image

from tests.support.cases import build, lay_out, sentra

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


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_damaged_photos_are_told_as_photos(form: str, tmp_path: Path) -> None:
    chance, ending = random.Random(form), {"PNG": "png", "JPEG": "jpg", "WEBP": "webp"}[form]
    drawn = io.BytesIO()
    photo = Image.effect_noise((40, 30), 50).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = 6
    photo.save(drawn, form, exif=exif)
    files: dict[str, str | bytes] = {}
    for number in range(60):
        data = bytearray(drawn.getvalue())
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        files[f"content/shops/maju/foto-{number}.{ending}"] = bytes(
            data[: chance.randrange(1, len(data) + 1)]
        )
    site, output = lay_out(tmp_path / "site", files=files), tmp_path / "output"
    ran = build(site, output)
    told = [line for line in ran.err.splitlines() if line.startswith("content/")]
    assert ran.code == 1
    assert told
    assert all("error[photo-" in line for line in told), told
    assert not output.exists()
