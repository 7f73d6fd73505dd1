"""What a hint says, as an edit: for editors' programs, for code hosts, and for `--fix`."""

from __future__ import annotations

import pytest

from site_builder.fixes import Fix, fix_of
from site_builder.problems import Problem, Span


def fixed(line: str, problem: Problem) -> str | None:
    fix = fix_of(problem, lambda number: line if number == problem.at.line else None)
    return None if fix is None else "\n".join(fix.lines)


@pytest.mark.parametrize(
    ("line", "column", "key", "values", "meant"),
    [
        ("jenis: tokko", 8, "choice-unknown.near", {"value": "tokko", "suggestion": "toko"}, "jenis: toko"),
        (
            "bahan: [kanvas, kulit-sapy]",
            17,
            "term-unknown.near",
            {"value": "kulit-sapy", "suggestion": "kulit-sapi"},
            "bahan: [kanvas, kulit-sapi]",
        ),
        ("nmaa: x", 1, "field-unknown.near", {"field": "nmaa", "suggestion": "nama"}, "nama: x"),
        (
            "harga: Rp 250rb  # dulu",
            8,
            "field-type.price-short",
            {"field": "harga", "value": "Rp 250rb", "suggestion": "250.000"},
            "harga: 250.000  # dulu",
        ),
        (
            "a: {lebar: 9 cm, tinggi: 8}",
            12,
            "field-type.number-only",
            {"field": "lebar", "value": "9 cm", "suggestion": "9"},
            "a: {lebar: 9, tinggi: 8}",
        ),
        (
            "Lihat [[shop:intakko]] dan",
            7,
            "link-missing.near",
            {"target": "intakko", "near": "intako"},
            "Lihat [[shop:intako]] dan",
        ),
        ("harga: 1", 1, "translation-fact", {"field": "harga"}, ""),
    ],
)
def test_a_hint_with_something_to_paste_is_an_edit(
    line: str, column: int, key: str, values: dict[str, str], meant: str
) -> None:
    code, _, variant = key.partition(".")
    problem = Problem(code, Span("content/a.md", 3, column), variant, values)
    assert fixed(line, problem) == meant


@pytest.mark.parametrize("key", ["field-missing", "choice-unknown", "figure-unsourced", "yaml-syntax"])
def test_what_takes_somebody_who_knows_is_no_edit(key: str) -> None:
    problem = Problem(key, Span("content/a.md", 3, 1), "", {"field": "nama", "value": "x"})
    assert fixed("nama: x", problem) is None


def test_a_place_outside_the_file_has_no_edit() -> None:
    assert fix_of(Problem("yaml-tab", Span("content/a.md", 9)), lambda _number: None) is None


def test_lost_marks_are_put_in_without_taking_a_line() -> None:
    problem = Problem("front-matter-close", Span("content/a.md", 4), "before", {"line": "1", "value": "Teks"})
    assert fix_of(problem, lambda _number: "Teks") == Fix(4, 3, ("---",), is_safe=False)


@pytest.mark.parametrize(
    ("lines", "last"),
    [
        (["jam_buka:", "  senin: 08.00-17.00", "", "  selasa: tutup", "", "nama: x"], 4),
        (["foto:", "- berkas: a.jpg", "  teks_alt: x", "nama: x"], 3),
        (["foto: [a.jpg,", "  b.jpg]", "---"], 2),
        (["harga: 1", "---"], 1),
        (["ringkasan: |", "  teks"], 2),
    ],
)
def test_a_fact_goes_with_all_lines_that_belong_to_it(lines: list[str], last: int) -> None:
    problem = Problem("translation-fact", Span("content/a.en.md", 1), "", {"field": "x"})
    fix = fix_of(problem, lambda number: lines[number - 1] if number <= len(lines) else None)
    assert fix == Fix(1, last, (), is_safe=False)


@pytest.mark.parametrize(("line", "column"), [("- berkas: a.jpg", 3), ("foto: {berkas: a.jpg}", 8)])
def test_a_fact_beside_something_else_is_left_to_an_editor(line: str, column: int) -> None:
    assert fixed(line, Problem("translation-fact", Span("content/a.en.md", 3, column), "", {})) is None


def test_only_a_line_of_nothing_but_dashes_goes() -> None:
    problem = Problem("yaml-documents", Span("content/a.yaml", 3))
    assert fixed("---", problem) == ""
    assert fixed("--- nama: x", problem) is None


def test_a_name_set_twice_within_braces_takes_no_line_away() -> None:
    problem = Problem("field-twice", Span("content/a.md", 3, 20), "", {"field": "min", "line": "3"})
    assert fixed("harga: {min: 100, min: 200}", problem) is None
