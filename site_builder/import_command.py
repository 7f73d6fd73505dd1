"""`sentra import`: shows the plan, asks, writes."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

from site_builder.console import say
from site_builder.importing.files import write_all
from site_builder.importing.plan import ImportPlan, Status
from site_builder.importing.run import plan_import
from site_builder.importing.showing import counted, plan_json, plan_text, word
from site_builder.names import Kind
from site_builder.problems import Problem, Span, WrongUse

DONE, REFUSED, NOT_ASKED = 0, 1, 2
_YES = frozenset({"y", "ya", "yes"})


def run_import(
    root: Path,
    kind: Kind,
    file: Path,
    language: str,
    now: dt.datetime,
    *,
    dry: bool,
    yes: bool,
) -> int:
    """Import with a table for people; gives the exit code."""
    plan = plan_import(root, kind, file, now)
    say(plan_text(plan, language))
    if dry:
        say(word("dry", language))
        return _code(plan)
    if not plan.writes:
        say(counted(plan, "same", language))
        return _code(plan)
    if not yes and not _is_asked():
        raise WrongUse(Problem("import-consent", Span("--yes")))
    if not yes and not _agrees(plan, language):
        say(word("left", language))
        return DONE
    write_all(root, plan.writes)
    say(counted(plan, "wrote", language))
    return _code(plan)


def run_import_json(
    root: Path,
    kind: Kind,
    file: Path,
    language: str,
    now: dt.datetime,
    *,
    dry: bool,
    yes: bool,
) -> int:
    """Import for a program, which is never asked; prints one object and gives the exit code."""
    plan = plan_import(root, kind, file, now)
    writes = yes and not dry and bool(plan.writes)
    if writes:
        write_all(root, plan.writes)
    say(plan_json(plan, language, written=writes))
    return NOT_ASKED if plan.writes and not yes and not dry else _code(plan)


def _code(plan: ImportPlan) -> int:
    return REFUSED if plan.of(Status.REFUSED) else DONE


def _is_asked() -> bool:
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def _agrees(plan: ImportPlan, language: str) -> bool:
    is_memory = not plan.of(Status.NEW) and not plan.of(Status.CHANGED)
    question = word("ask-memory", language) if is_memory else counted(plan, "ask", language)
    try:
        return input(f"\n{question} ").strip().casefold() in _YES
    except EOFError:
        return False
