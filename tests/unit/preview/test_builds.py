from __future__ import annotations

from pathlib import Path

from site_builder.preview.builds import Fault, Told, _with_excerpt, read_report
from tests.support.programs import ROOT

SAID = b"""{"outputs": 5, "rendered": 2, "reused": 3, "seconds": 0.5, "problems": [
{"code": "field-type", "severity": "error", "path": "content/a.md", "line": 4, "column": 8,
 "message": "m", "hint": "h"}]}"""


def test_a_report_is_read_with_its_problems() -> None:
    fault = Fault("field-type", "m", "content/a.md", 4, 8, "h")
    assert read_report(SAID, 1, "en") == Told(5, 2, 0.5, (fault,), 1)


def test_a_build_that_says_nothing_is_told_as_a_fault() -> None:
    for said in (b"", b"Traceback", b"[]", SAID[:40]):
        told = read_report(said, -9, "en")
        assert not told.is_good
        assert [(one.code, one.path, one.line) for one in told.problems] == [("build-died", ".", 0)]
        assert "(code -9)" in told.problems[0].message


def test_a_build_that_ends_well_but_says_nothing_is_no_good_build() -> None:
    assert not read_report(b"", 0, "en").is_good


def test_a_fault_shows_its_line_in_the_project_or_in_a_template_that_sentra_brings(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("one\ntwo\n", "utf-8")
    first = (ROOT / "templates/base.html").read_text("utf-8").split("\n")[0]
    for path, line, excerpt in (
        ("content/a.md", 2, "two"),
        (str(ROOT / "templates/base.html"), 1, first),
        (str(ROOT / "pyproject.toml"), 1, ""),
        (str(ROOT / "templates/../pyproject.toml"), 1, ""),
        ("../pyproject.toml", 1, ""),
    ):
        assert _with_excerpt(tmp_path, Fault("x-y", "m", path, line)).excerpt == excerpt
