from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_builder.handbook import read_handbook
from site_builder.names import SourcePath
from site_builder.preview.replies import Fault, Told
from site_builder.serve import Session, build_line, handbook_address

INDONESIAN, ENGLISH = Session(Path(), "id"), Session(Path(), "en")


def without_time(line: str) -> str:
    return re.sub(r"^\d\d:\d\d:\d\d  ", "", line)


def test_a_good_build_is_one_line() -> None:
    told = Told(92, 3, 0.456)
    assert without_time(build_line(told, [SourcePath("content/shops/intako.md")], INDONESIAN)) == (
        "content/shops/intako.md: 3 dari 92 berkas dibuat ulang (0,46 detik)"
    )
    assert without_time(build_line(told, [SourcePath(name) for name in "abc"], ENGLISH)) == (
        "a and 2 more: 3 of 92 files made anew (0.46 seconds)"
    )


def test_a_folder_that_was_touched_is_not_told_as_a_file_where_one_in_it_was() -> None:
    touched = [SourcePath(path) for path in ("content", "content/shops", "content/shops/a.md")]
    assert without_time(build_line(Told(9, 1, 0.1), touched, ENGLISH)).startswith(
        "content/shops/a.md: 1 of 9"
    )
    assert without_time(build_line(Told(9, 1, 0.1), touched[:2], ENGLISH)).startswith("content/shops: 1 of 9")


def test_warnings_are_counted_on_the_same_line() -> None:
    told = Told(92, 92, 1.0, (Fault("x-y", "m", severity="warning"),))
    assert without_time(build_line(told, [], ENGLISH)) == (
        "start: 92 of 92 files made anew (1.00 seconds); warnings: 1, see `sentra check`"
    )


def test_of_a_broken_build_the_first_faults_are_told_with_their_hints() -> None:
    faults = tuple(Fault("x-y", f"m{number}", "content/a.md", number, 1, "h") for number in range(1, 9))
    lines = build_line(Told(problems=faults, exit_code=1), [SourcePath("content/a.md")], ENGLISH).splitlines()
    assert without_time(lines[0]) == "content/a.md: errors: 8; the last good page stays"
    assert lines[1:3] == ["  content/a.md:1:1: m1", "    h"]
    assert len(lines) == 11


def test_a_build_that_ended_at_its_first_fault_does_not_say_that_it_is_the_only_one() -> None:
    told = Told(problems=(Fault("x-y", "m", "templates/a.html", 1, 1),), exit_code=1, ended_at_first=True)
    assert "errors: 1, perhaps more" in build_line(told, [], ENGLISH)
    assert "1 kesalahan, mungkin masih ada lagi" in build_line(told, [], INDONESIAN)


@pytest.mark.parametrize(
    ("there", "language", "told"),
    [
        ({"id", "en"}, "id", "/panduan/"),
        ({"id", "en"}, "en", "/panduan/en/"),
        ({"id"}, "en", "/panduan/"),
        ({"en"}, "id", "/panduan/en/"),
        (set(), "id", ""),
    ],
)
def test_the_handbook_is_told_where_it_is_and_in_the_readers_language_before_others(
    there: set[str], language: str, told: str, tmp_path: Path
) -> None:
    for chapter in read_handbook():
        if chapter.lang in there:
            _publish(tmp_path, chapter.address)
    assert handbook_address(tmp_path, language) == told


def test_a_page_of_the_editors_at_its_address_is_not_told_as_the_handbook(tmp_path: Path) -> None:
    _publish(tmp_path, "/panduan/")
    assert handbook_address(tmp_path, "id") == ""


def _publish(folder: Path, address: str) -> None:
    file = folder / address.strip("/") / "index.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
