"""How problems and results are printed, for people and for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from site_builder.excerpts import is_text
from site_builder.messages import sentence_for
from site_builder.messages.results import say
from site_builder.model.weights import MEASURES, PageWeight
from site_builder.names import OutPath
from site_builder.problems import Problem, Severity

if TYPE_CHECKING:  # these load the reader of YAML
    from site_builder.mending.files import Mended
    from site_builder.mending.offered import Offered

MOST_SHOWN = 500
"""So many that a real site's faults are all told; a terminal holds them."""
_WIDTH = 100
_MARGIN = 6
_SAMPLES_APART = 3
"""So many samples of one kind are told together."""
_SAMPLES_NAMED = 3
_ADDRESSES_NAMED = 5
SourceLine = Callable[[str, int], str | None]
"""Gives a line of a source file as it stands, `None` where there is none."""
EditOf = Callable[[Problem], "Offered | None"]
"""Gives the edit that a program can make of what a hint says, `None` where there is none."""


def no_edit(_problem: Problem) -> None:
    """Offer nothing."""


class BuildReport(Struct, frozen=True):
    """What a build did. `rendered + reused == outputs`."""

    outputs: int
    rendered: int
    reused: int
    seconds: float
    problems: tuple[Problem, ...] = ()
    rendered_paths: tuple[OutPath, ...] = ()
    heaviest: tuple[PageWeight, ...] = ()
    """The heaviest pages, where the site has budgets."""
    weights: tuple[PageWeight, ...] | None = None
    """Of every page, where a check was asked for them."""
    not_weighed: int = 0
    """The number of pages with pictures that no build has made, where a check weighs pages."""
    vanished: tuple[OutPath, ...] = ()
    """Pages in the default language that were published before and are not now, nor lead on."""
    mended: tuple[Mended, ...] | None = None
    """The files that `--fix` changed, where it was asked for."""


def print_problem(problem: Problem, language: str, source_line: SourceLine) -> str:
    """Write a problem in full: place, sentence, the line with a caret under the value, hint."""
    sentence = sentence_for(problem, language)
    at = problem.at
    lines = [f"{at.path}:{at.line}:{at.column}: {problem.severity.value}[{problem.code}]: {sentence.message}"]
    excerpt = source_line(at.path, at.line) if is_text(at.path) else None
    if excerpt is not None and excerpt.strip() and excerpt.count("\0") < len(excerpt) / 4:  # not UTF-16
        lines += _excerpt(excerpt, at.column)
    if sentence.hint:
        lines.append(f"    hint: {sentence.hint}")
    return harmless("\n".join(lines))


def print_problems(
    problems: Sequence[Problem],
    language: str,
    source_line: SourceLine,
    mendable: int = 0,
    command: str = "build",
    *,
    with_count: bool = False,
) -> str:
    """Write problems one after the other, at most `MOST_SHOWN`; `mendable` is how many `--fix` mends.

    Below them stands how many are errors: among warnings a single one is easily overlooked. A single
    problem is counted only `with_count`: where a command has looked at everything and may end with it.
    """
    told = samples_together(problems)
    shown = [print_problem(problem, language, source_line) for problem in told[:MOST_SHOWN]]
    more = len(told) - MOST_SHOWN
    if more > 0:
        shown.append(say("more", language, count=more))
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if errors and (with_count or len(problems) > 1):
        shown.append(_counted(errors, len(problems) - errors, language))
    if mendable:
        shown.append(say("mendable", language, count=mendable, command=command))
    return "\n".join(shown)


def _counted(errors: int, warnings: int, language: str) -> str:
    told = say("errors", language, count=errors)
    return f"{told}, {say('warnings', language, count=warnings)}" if warnings else told


def samples_together(problems: Sequence[Problem]) -> list[Problem]:
    """Tell the samples that may not be published in one line for each kind, where there are several."""
    by_folder: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.code == "release-sample":
            by_folder.setdefault(f"{problem.at.path.rpartition('/')[0]}/", []).append(problem)
    told: list[Problem] = []
    for problem in problems:
        folder = f"{problem.at.path.rpartition('/')[0]}/"
        samples = by_folder.get(folder, [])
        if problem.code != "release-sample" or len(samples) < _SAMPLES_APART:
            told.append(problem)
        elif problem is samples[0]:
            names = [sample.at.path.rpartition("/")[2] for sample in samples[:_SAMPLES_NAMED]]
            more = ", …" if len(samples) > _SAMPLES_NAMED else ""
            values = {"count": str(len(samples)), "folder": folder, "names": ", ".join(names) + more}
            told.append(replace(problem, code="release-samples", variant="", values=values))
    return told


def strictness(language: str, *, builds: bool) -> str:
    """Say why warnings alone ended a command; without it they look as if all had gone well."""
    return say("strict", language, kept=say("not-published" if builds else "not-passed", language))


def report_json(report: BuildReport, language: str, edit_of: EditOf = no_edit) -> str:
    """Write one JSON object with the fields of the contract and the edits that there are."""
    told: dict[str, object] = {
        "outputs": report.outputs,
        "rendered": report.rendered,
        "reused": report.reused,
        "seconds": round(report.seconds, 3),
        "problems": [problem_json(problem, language, edit_of) for problem in report.problems],
    }
    if report.mended is not None:
        told["fixed"] = [
            {"path": file.path, "changes": [to_builtins(change) for change in file.changes]}
            for file in report.mended
        ]
    if report.heaviest:
        told["heaviest"] = [_weight_json(weight) for weight in report.heaviest]
    if report.vanished:
        told["vanished"] = [_address(page) for page in report.vanished]
    if report.weights is not None:
        told["weights"] = [_weight_json(weight) for weight in report.weights]
    return json.dumps(told, ensure_ascii=False, indent=2)


def _weight_json(weight: PageWeight) -> dict[str, object]:
    """Name the page by its address below the site's root, and all sums in bytes."""
    sums = {measure: weight.of(measure) for measure in MEASURES}
    return {"page": f"/{weight.page}", "kind": weight.kind, **sums, "not_weighed": weight.not_weighed}


def report_sarif(problems: Iterable[Problem], language: str, edit_of: EditOf = no_edit) -> str:
    """Write SARIF 2.1.0, as code hosts show it beside the lines, with the edits that there are."""
    results: list[dict[str, object]] = [
        {
            "ruleId": problem.code,
            "level": "error" if problem.severity is Severity.ERROR else "warning",
            "message": {"text": " ".join(filter(None, _texts(problem, language)))},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": _uri(problem.at.path)},
                        "region": {"startLine": problem.at.line, "startColumn": problem.at.column},
                    }
                }
            ],
            **_sarif_fix(problem, _texts(problem, language)[1], edit_of),
        }
        for problem in problems
    ]
    run = {
        "tool": {"driver": {"name": "sentra", "rules": []}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    document = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=2)


def _sarif_fix(problem: Problem, hint: str, edit_of: EditOf) -> dict[str, object]:
    offered = edit_of(problem)
    if offered is None:
        return {}
    exact = offered.exact
    region = {
        "startLine": exact.first_line,
        "startColumn": exact.first_column,
        "endLine": exact.last_line,
        "endColumn": exact.last_column,
    }
    replacement = {"deletedRegion": region, "insertedContent": {"text": exact.text}}
    change = {"artifactLocation": {"uri": _uri(problem.at.path)}, "replacements": [replacement]}
    return {"fixes": [{"description": {"text": hint}, "artifactChanges": [change]}]}


def _uri(path: str) -> str:
    """Write a path as a URI: relative in the project, whole for a file that Sentra brings, on any system."""
    from urllib.parse import quote  # of use here alone

    if re.match(r"[A-Za-z]:[\\/]", path):
        return f"file:///{quote(path.replace(chr(92), '/'), safe='/:')}"
    if path.startswith("\\\\"):
        return f"file:{quote(path.replace(chr(92), '/'))}"
    return f"file://{quote(path)}" if path.startswith("/") else quote(path)


def mended_lines(mended: Sequence[Mended], language: str) -> str:
    """Show what `--fix` changed: old and new lines, file by file, and how many."""
    shown: list[str] = []
    for file in mended:
        shown.append(file.path)
        for change in file.changes:
            number = str(change.line).rjust(_MARGIN)
            lines = [f"- {line}" for line in change.old] + [f"+ {line}" for line in change.new]
            lines = [line.replace("\t", _TAB) for line in lines]
            shown += [f"{number if not place else ' ' * _MARGIN} {line}" for place, line in enumerate(lines)]
    count, files = sum(len(file.changes) for file in mended), len(mended)
    told = say("mended" if files else "nothing-to-mend", language, count=count, files=files)
    return harmless("\n".join([*shown, told]))


def summary(report: BuildReport, language: str) -> str:
    """Say in one line what the build did."""
    counts = {"outputs": report.outputs, "rendered": report.rendered, "reused": report.reused}
    return say("built", language, **counts, seconds=f"{report.seconds:.2f}")


def vanished_lines(vanished: Sequence[OutPath], language: str) -> str:
    """Name addresses that lead nowhere since this build, and what sends their visitors on."""
    addresses = [_address(page) for page in vanished]
    more = len(addresses) - _ADDRESSES_NAMED
    told = [say("vanished", language, count=len(addresses))]
    told += [f"  {address}" for address in addresses[:_ADDRESSES_NAMED]]
    if more > 0:
        told.append(f"  {say('more', language, count=more)}")
    told.append(say("vanished-cure", language, address=addresses[0]))
    return "\n".join(told)


def _address(page: OutPath) -> str:
    return f"/{page.removesuffix('index.html')}"


def weight_lines(weights: Sequence[PageWeight], language: str) -> str:
    """Name the heaviest pages, each in one line: `  96,2 kB  /produk/  (HTML 12,0, CSS 9,1, …)`."""
    words = ("HTML", "CSS", "JavaScript", say("images", language))
    lines = [say("heaviest", language)]
    for weight in weights:
        sizes = (weight.html, weight.css, weight.javascript, weight.images)
        parts = [
            f"{word} {_kilobytes(size, language)}" for word, size in zip(words, sizes, strict=True) if size
        ]
        total = _kilobytes(weight.total, language)
        lines.append(f"  {total:>6} kB  /{weight.page}  ({'; '.join(parts)})")
    return "\n".join(lines)


def _kilobytes(size: int, language: str) -> str:
    """Write a size with one decimal that never makes it smaller than it is."""
    whole, tenth = divmod(-(-size // 100), 10)
    return f"{whole}{say('decimal-sign', language)}{tenth}"


def check_summary(report: BuildReport, language: str) -> str:
    """Say in one line that nothing would stop a build, and in one more what the check could not see."""
    warnings, pages = len(report.problems), report.not_weighed
    told = say("checked", language, outputs=report.outputs, count=warnings)
    return f"{told}\n{say('not-weighed', language, pages=pages)}" if pages else told


def problem_json(problem: Problem, language: str, edit_of: EditOf = no_edit) -> dict[str, object]:
    """Give the fields that the contract names and, where a program can do what the hint says, `fix`."""
    message, hint = _texts(problem, language)
    offered = edit_of(problem)
    edit = {} if offered is None else {"fix": to_builtins(offered.fix)}
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "path": problem.at.path,
        "line": problem.at.line,
        "column": problem.at.column,
        "message": message,
        "hint": hint,
        **edit,
    }


def _texts(problem: Problem, language: str) -> tuple[str, str]:
    sentence = sentence_for(problem, language)
    return sentence.message, sentence.hint


def _excerpt(line: str, column: int) -> list[str]:
    """Show the line with a caret; of a long line only the part around it."""
    line = line.rstrip().replace("\t", " ")
    start = max(0, column - _WIDTH // 2) if len(line) > _WIDTH else 0
    shown = line[start : start + _WIDTH]
    return [f"    {shown}", f"    {' ' * (column - 1 - start)}^"]


_TAB = "⇥"
"""What is shown for a tab where it is what was wrong."""


def harmless(text: str) -> str:
    """Keep control characters of a file from playing with the terminal."""
    return "".join(char if char == "\n" or char.isprintable() else "�" for char in text)
