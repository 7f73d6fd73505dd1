"""Prints reports and faults for the person, or the program, that called."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from msgspec import Struct
from msgspec.structs import replace

from site_builder.defaults import place_of
from site_builder.excerpts import beginning_of, line_of
from site_builder.language import message_language
from site_builder.problems import Problem, has_errors
from site_builder.report import BuildReport, no_edit, print_problems, report_json, report_sarif

if TYPE_CHECKING:
    from site_builder.mending.offered import Edits


def say(text: str, stream: TextIO | None = None) -> None:
    """Print; a reader such as `head` that has seen enough changes nothing of the outcome.

    Raises `OSError` where the disk takes no more; what could not be written is not tried again at the end.
    """
    stream = stream or sys.stdout
    try:
        print(text, file=stream, flush=True)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(error, BrokenPipeError):
            raise


def tell(
    report: BuildReport, style: str, root: Path, command: str = "build", *, with_count: bool = False
) -> None:
    """Print problems to standard error, or the whole report as one object to standard output.

    `with_count` says how many errors there are even where it is one.
    What is wrong in a file that Sentra brings is told where that file lies: the project has none.
    """
    language = message_language(os.environ)
    report = replace(report, problems=tuple(_placed(problem, root) for problem in report.problems))

    def source_line(path: str, line: int) -> str | None:
        return line_of(root, path, line)

    is_asked = has_errors(report.problems) or (style != "text" and report.problems)
    edits = _edits(report.problems, root) if is_asked else None
    if style == "json":
        say(report_json(report, language, edits or no_edit))
    elif style == "sarif":
        say(report_sarif(report.problems, language, edits or no_edit))
    elif report.problems:
        mendable = 0 if edits is None else edits.safe_errors()
        told = print_problems(
            report.problems, language, source_line, mendable, command, with_count=with_count
        )
        say(told, sys.stderr)


def _edits(problems: Sequence[Problem], root: Path) -> Edits:
    from site_builder.mending.offered import Edits  # loads the reader of YAML

    return Edits(problems, lambda path: beginning_of(root, path))


def _placed(problem: Problem, root: Path) -> Problem:
    place = place_of(root, problem.at.path)
    if problem.code == "locale-missing":  # a site of `content/` alone has no file to copy: Sentra has it
        source = place_of(root, problem.values["source"])
        problem = replace(problem, values={**problem.values, "source": source})
    return problem if place == problem.at.path else replace(problem, at=replace(problem.at, path=place))


class Talk(Struct, frozen=True):
    """A person at a terminal, who can be asked."""

    ask: Callable[[str], str]
    """Raises `EOFError` where the answer is that there is none."""
    tell: Callable[[Problem], None]


def talk(language: str) -> Talk | None:
    """Give the person at the terminal; nobody where a program or a file answers."""
    if sys.stdin is None or not sys.stdin.isatty():
        return None

    def tell_at_once(problem: Problem) -> None:
        say(print_problems((problem,), language, lambda _path, _line: None), sys.stderr)

    return Talk(input, tell_at_once)


def progress_on_terminal(*, wanted: bool) -> Callable[[int, int], None]:
    """Count the outputs on a terminal, in place; nowhere else."""
    shows = wanted and sys.stderr.isatty()

    def show(done: int, total: int) -> None:
        if shows and (done % 50 == 0 or done == total):
            end = "\r" if done == total else ""
            print(f"\r{done}/{total}", end=end, file=sys.stderr, flush=True)

    return show
