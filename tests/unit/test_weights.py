"""What pages weigh together with what they load, and which budgets they are past."""

from __future__ import annotations

import json
from pathlib import Path

from msgspec.structs import replace

from site_builder.messages import sentence_for
from site_builder.model.budgets import FOR_PAPER, Budget, Budgets, bound_of
from site_builder.model.weights import PageWeight, heaviest
from site_builder.names import SourcePath
from site_builder.problems import Problem, Severity, Span
from site_builder.report import BuildReport, check_summary, report_json, weight_lines
from site_builder.validate.places import FieldPath
from site_builder.weights import budget_problems
from tests.support.programs import ROOT

HOME = PageWeight("", "home", 5_000, 9_001, 1_000, 60_000, 700)
BAG = PageWeight("produk/tas/", "product_page", 4_000, 8_000, 0, 90_000, 700)
CASE = PageWeight("produk/koper/", "product_page", 4_000, 8_000, 0, 95_000, 700)


def locate(path: SourcePath, fields: FieldPath) -> Span:
    return Span(f"{path}:{'.'.join(map(str, fields))}")


def problems(budgets: Budgets) -> list[Problem]:
    return list(budget_problems((HOME, BAG, CASE), budgets, locate))


def test_a_kind_is_bound_by_its_own_budget_and_else_by_the_one_for_all() -> None:
    budgets = Budgets(default=Budget(html=1, total=2), home=Budget(html=3))
    assert bound_of(budgets, "home", "html") == ("home", 3)
    assert bound_of(budgets, "home", "total") == ("default", 2)
    assert bound_of(budgets, "404", "html") == ("default", 1)
    assert bound_of(Budgets(not_found=Budget(html=4)), "404", "html") == ("not_found", 4)
    assert bound_of(budgets, "home", "css") is None


def test_a_page_past_its_budget_is_told_at_the_budget() -> None:
    (told,) = problems(Budgets(default=Budget(html_and_css=14_000)))
    assert (told.at.path, told.key) == (
        "content/site.yaml:budgets.default.html_and_css",
        "budget.html-and-css",
    )
    assert told.severity is Severity.WARNING
    assert (
        sentence_for(told, "en").message
        == "HTML and CSS of `/` weigh 14 001 B, more than its budget of 14 000 B"
    )


def test_many_pages_past_one_budget_are_told_once_with_the_heaviest() -> None:
    (told,) = problems(Budgets(product_page=Budget(images=89_999)))
    assert told.key == "budget.images-many"
    assert (told.values["page"], told.values["count"]) == ("/produk/koper/", "2")


def test_what_weighs_just_as_much_as_it_may_is_no_fault() -> None:
    exact = Budget(html=5_000, css=9_001, html_and_css=14_001, javascript=1_000, images=95_000, total=107_700)
    assert problems(Budgets(default=exact)) == []


def test_the_heaviest_page_of_each_kind_is_named() -> None:
    assert heaviest((BAG, HOME, CASE), 3) == (CASE, HOME)
    assert heaviest((BAG, HOME, CASE), 1) == (CASE,)
    assert weight_lines((CASE,), "id") == (
        "Halaman terberat:\n   107,7 kB  /produk/koper/  (HTML 4,0; CSS 8,0; gambar 95,0)"
    )


def test_programs_read_all_sums_in_bytes() -> None:
    told = report_json(BuildReport(1, 0, 1, 0.0, weights=(HOME,)), "en")
    assert '"page": "/"' in told
    assert '"total": 75701' in told
    assert "weights" not in report_json(BuildReport(1, 0, 1, 0.0), "en")


def test_every_kind_of_page_may_have_a_budget() -> None:
    without = {"base", "embeds", "redirect", "style_guide", "404", "sheet", *FOR_PAPER}
    templates = {path.stem for path in Path(ROOT, "templates").glob("*.html")} - without
    assert set(Budgets.__struct_fields__) == templates | {"default", "not_found"}


def test_what_is_made_for_paper_is_as_long_as_what_is_printed() -> None:
    paths = Path(ROOT, "templates").glob("*.html")
    made = {path.stem for path in paths if '"sheet.html"' in path.read_text("utf-8")}
    assert made == FOR_PAPER
    long = PageWeight("daftar/", "line_sheet", 90_000, 9_000, 0, 0, 0)
    assert list(budget_problems((long,), Budgets(default=Budget(html=14_000)), locate)) == []


def test_a_check_says_which_pages_it_has_not_weighed_whole() -> None:
    part = replace(BAG, not_weighed=2)
    report = BuildReport(9, 0, 0, 0.0, weights=(HOME, part), not_weighed=1)
    told = json.loads(report_json(report, "en"))["weights"]
    assert [one["not_weighed"] for one in told] == [0, 2]
    assert check_summary(report, "en").splitlines() == [
        "No errors (9 files, 0 warnings)",
        "Pictures of 1 pages were not weighed, for no build has made them: run `sentra build`.",
    ]
    assert check_summary(report, "id").splitlines()[1:] == [
        "Gambar di 1 halaman belum ditimbang karena belum dibuat: jalankan `sentra build`."
    ]
    assert len(check_summary(replace(report, not_weighed=0), "en").splitlines()) == 1
