"""How a problem is printed: with its line, where the file has lines that can be read."""

from __future__ import annotations

import errno

import pytest

from site_builder.mending.files import Change, Mended
from site_builder.names import EntryId, Kind, SourcePath
from site_builder.problems import Problem, Severity, Span, disk_problem
from site_builder.report import mended_lines, print_problem, print_problems, samples_together
from site_builder.source.documents import parse_document
from site_builder.source.naming import DocumentName, Role

PATH = SourcePath("content/shops/a.md")
NAME = DocumentName(PATH, Role.ENTRY, Kind.SHOPS, EntryId("a"))


def printed(path: str) -> str:
    problem = Problem("file-link", Span(path, 1, 3))
    return print_problem(problem, "en", lambda _path, _line: "\u00ff\u00d8\u00ff\u00e0 JFIF")


@pytest.mark.parametrize(
    "path", ["content/shops/a/b.jpg", "content/shops/a/b.PNG", "assets/a.woff2", "--base-url"]
)
def test_bytes_of_a_photo_are_not_printed_as_its_line(path: str) -> None:
    assert "JFIF" not in printed(path)
    assert printed(path).count("\n") == 1


@pytest.mark.parametrize("path", ["content/a.md", "content/a.yaml", "templates/a.html", "assets/css/a.css"])
def test_a_line_of_a_text_is_printed_with_a_caret_below(path: str) -> None:
    lines = printed(path).split("\n")
    assert lines[1].endswith("JFIF")
    assert lines[2] == "      ^"


def test_a_tab_that_was_mended_is_seen() -> None:
    change = Change(11, ("\t- {berkas: a.jpg}\x07",), ("  - {berkas: a.jpg}",))
    shown = mended_lines([Mended(PATH, b"", b"", (change,))], "id").split("\n")
    assert [line.strip() for line in shown[1:3]] == ["11 - ⇥- {berkas: a.jpg}�", "+   - {berkas: a.jpg}"]


def sample(path: str) -> Problem:
    return Problem("release-sample", Span(path, 2, 9))


def test_several_samples_of_a_kind_are_told_in_one_line_and_few_by_themselves() -> None:
    products = [sample(f"content/products/p{number}.md") for number in range(5)]
    shops = [sample(f"content/shops/s{number}.md") for number in range(2)]
    other = Problem("release-base-url", Span("content/site.yaml"))
    told = samples_together([*products, *shops, other])
    assert [problem.code for problem in told] == [
        "release-samples",
        "release-sample",
        "release-sample",
        other.code,
    ]
    assert print_problem(told[0], "en", lambda _path, _line: None).startswith(
        "content/products/p0.md:2:9: error[release-samples]: 5 sample entries in `content/products/` must not"
        " be published: p0.md, p1.md, p2.md, …\n"
    )
    printed_all = print_problems([*products, *shops, other], "en", lambda _path, _line: None)
    assert printed_all.endswith("\n8 errors")


@pytest.mark.parametrize(
    ("errors", "warnings", "last"),
    [(1, 0, None), (0, 2, None), (1, 9, "1 kesalahan, 9 peringatan"), (2, 0, "2 kesalahan")],
)
def test_the_count_of_errors_stands_below_where_there_is_more_than_one_problem(
    errors: int, warnings: int, last: str | None
) -> None:
    one = Problem("file-empty", Span("content/a.md"))
    problems = [one] * errors
    problems += [Problem("file-empty", Span("content/b.md"), severity=Severity.WARNING)] * warnings
    lines = print_problems(problems, "id", lambda _path, _line: None).split("\n")
    assert [line for line in lines if line.endswith(("kesalahan", "peringatan"))] == [last][
        : last is not None
    ]
    if errors:  # a build that ends with it
        told = print_problems(problems, "id", lambda _path, _line: None, with_count=True)
        assert told.split("\n")[-1] == (last or "1 kesalahan")


@pytest.mark.parametrize("command", ["build", "check"])
def test_what_can_be_mended_is_offered_with_the_command_that_was_run(command: str) -> None:
    problems = [Problem("file-empty", Span("content/a.md"))]
    told = print_problems(problems, "id", lambda _path, _line: None, 1, command)
    assert told.endswith(f"`sentra {command} --fix`")


@pytest.mark.parametrize(
    ("number", "key"),
    [(errno.ENOSPC, "disk-refused.full"), (errno.EACCES, "disk-refused.access"), (errno.EIO, "disk-refused")],
)
def test_a_disk_that_refuses_is_told_with_its_cure(number: int, key: str) -> None:
    problem = disk_problem(OSError(number, "why"), "output")
    assert (problem.key, problem.values) == (key, {"reason": "why"})
    assert "why" in print_problem(problem, "id", lambda _path, _line: None)


def test_what_can_be_mended_at_once_is_offered() -> None:
    lines = ["---", "nama:Toko", "---"]
    _, problems = parse_document(PATH, "\n".join(lines).encode(), NAME)
    told = print_problems(problems, "id", lambda _path, number: lines[number - 1], mendable=1)
    assert told.endswith("\nSentra bisa membetulkan 1 di antaranya: `sentra build --fix`")
    assert "--fix" not in print_problems(problems, "id", lambda _path, number: lines[number - 1])
