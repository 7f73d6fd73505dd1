"""Which edits are offered: those for which no file reads worse, and as safe those that `--fix` makes."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from site_builder.fixes import Fix
from site_builder.mending.files import mend
from site_builder.mending.offered import Edits, Exact, exact_of
from site_builder.mending.tried import applied, lines_of, reading_of, tried
from site_builder.names import EntryId, Kind, Lang, SourcePath
from site_builder.problems import Problem, Span
from site_builder.report import report_sarif
from site_builder.source.documents import parse_document
from site_builder.source.naming import DocumentName, Role

PATH = SourcePath("content/shops/a.md")
NAME = DocumentName(PATH, Role.ENTRY, Kind.SHOPS, EntryId("a"))


def entry(fields: str) -> bytes:
    return f"---\n{fields}\n---\nTeks\n".encode()


def edits_of(data: bytes, problems: Sequence[Problem], path: str = PATH) -> Edits:
    return Edits(problems, lambda asked: data if asked == path else None)


def told_of(data: bytes) -> tuple[Problem, ...]:
    return parse_document(PATH, data, NAME)[1]


def test_an_edit_after_which_a_file_can_not_be_read_is_dropped() -> None:
    problem = Problem("yaml-documents", Span(PATH, 3))  # it closes the fields
    assert tried(problem, reading_of(NAME, entry("nama: A"), ())) is None


def test_an_edit_with_which_another_field_goes_is_dropped() -> None:
    before = reading_of(NAME, entry("nama: A\njam_buka:\n  senin: 08.00-17.00\n  selasa: tutup"), ())
    values = {"field": "selasa", "value": "senin", "suggestion": "rabu"}
    assert tried(Problem("choice-unknown", Span(PATH, 4, 3), "near", values), before) is not None
    assert tried(Problem("choice-unknown", Span(PATH, 4, 9), "near", values), before) is None


def test_an_edit_that_brings_a_new_error_is_dropped() -> None:
    before = reading_of(NAME, entry("nama: A\njenis: toko\nkategori: [dompet]\nalamat: x"), (Lang("id"),))
    values = {"value": "toko", "suggestion": "tokko"}
    assert tried(Problem("choice-unknown", Span(PATH, 3, 8), "near", values), before) is None


def test_an_edit_that_leaves_its_fault_or_takes_letters_is_dropped() -> None:
    before = reading_of(NAME, entry("nama: Bengkel: Melati"), ())
    (problem,) = before.parsing
    assert tried(problem, before) is not None
    for line in ("nama: Bengkel: Melati ", 'nama: "Bengkel"'):
        other = Problem(problem.code, problem.at, "", {**problem.values, "mended": line})
        assert tried(other, before) is None


def test_one_slip_of_several_is_offered_while_the_file_is_broken_still() -> None:
    data = entry("nama: Bengkel: Melati\nalamat:Kludan")
    (problem,) = told_of(data)
    offered = edits_of(data, (problem,))(problem)
    assert offered is not None
    assert offered.fix == Fix(2, 2, ('nama: "Bengkel: Melati"',), is_safe=True)


def test_only_what_fix_mends_is_called_safe_and_counted() -> None:
    data = entry("nama: Bengkel: Melati\n  - a")
    problems = told_of(data)
    assert mend(NAME, data, problems) is None
    edits = edits_of(data, problems)
    assert edits.safe_errors() == 0
    offered = edits(problems[0])
    assert offered is not None
    assert not offered.fix.is_safe
    whole = entry("nama: Bengkel: Melati")
    assert edits_of(whole, told_of(whole)).safe_errors() == 1


@pytest.mark.parametrize(
    "fields",
    ["nama: A\nharga: {min: 100, min: 200}", 'bahan: "[kulit-sapi, kanvas]', "nama: A\nnama: B"],
)
def test_what_takes_somebody_who_knows_is_not_counted(fields: str) -> None:
    data = entry(fields)
    assert edits_of(data, told_of(data)).safe_errors() == 0


@pytest.mark.parametrize("path", ["templates/base.html", "content/shops/a/depan.jpg", "content/x.md", "."])
def test_what_is_no_content_file_is_offered_no_edit(path: str) -> None:
    problem = Problem("yaml-documents", Span(path, 1))
    assert edits_of(b"---\n", (problem,), path)(problem) is None


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("lines", "fix", "exact"),
    [
        (["a", "b", ""], Fix(2, 2, ("c",), is_safe=False), Exact(2, 1, 2, 2, "c")),
        (["a", "bb"], Fix(2, 2, ("c",), is_safe=False), Exact(2, 1, 2, 3, "c")),
        (["a", "b", ""], Fix(2, 2, (), is_safe=False), Exact(2, 1, 3, 1, "")),
        (["a", "b"], Fix(2, 2, (), is_safe=False), Exact(1, 2, 2, 2, "")),
        (["a"], Fix(1, 1, (), is_safe=False), Exact(1, 1, 1, 2, "")),
        (["a", "b"], Fix(2, 1, ("---",), is_safe=False), Exact(2, 1, 2, 1, "---\n")),
        (["a", "b"], Fix(2, 2, ("c", "d"), is_safe=False), Exact(2, 1, 2, 2, "c\nd")),
    ],
)
def test_an_edit_ends_where_its_last_line_does(end: str, lines: list[str], fix: Fix, exact: Exact) -> None:
    found = exact_of(fix, lines, end)
    assert found.text == exact.text.replace("\n", end)
    assert (found.first_line, found.first_column) == (exact.first_line, exact.first_column)
    assert (found.last_line, found.last_column) == (exact.last_line, exact.last_column)
    text = end.join(lines)
    starts = [0]
    for line in lines[:-1]:
        starts.append(starts[-1] + len(line) + len(end))
    first = starts[found.first_line - 1] + found.first_column - 1
    last = starts[found.last_line - 1] + found.last_column - 1
    made = text[:first] + found.text + text[last:]
    as_lines = applied(text.encode(), fix).decode()
    assert made == as_lines or (not fix.lines and made == as_lines.removesuffix(end))
    assert [*lines_of(text.encode())] == lines


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("content/shops/a.md", "content/shops/a.md"),
        ("content/shops/a b#.md", "content/shops/a%20b%23.md"),
        ("/opt/sentra/templates/base.html", "file:///opt/sentra/templates/base.html"),
        (
            r"C:\Program Files\sentra\templates\base.html",
            "file:///C:/Program%20Files/sentra/templates/base.html",
        ),
        (r"\\kantor\sentra\base.html", "file://kantor/sentra/base.html"),
    ],
)
def test_code_hosts_are_told_files_as_addresses(path: str, uri: str) -> None:
    told = json.loads(report_sarif([Problem("yaml-tab", Span(path, 1))], "en"))
    (result,) = told["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}
