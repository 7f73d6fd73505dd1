"""`sentra import`: shows the plan, asks, writes."""

from __future__ import annotations

import datetime as dt
import sys
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from site_builder.console import say
from site_builder.importing.entries.plan import ImportPlan, Status
from site_builder.importing.files import write_all
from site_builder.importing.run import plan_import
from site_builder.importing.showing import counted, plan_json, plan_text, word
from site_builder.names import Kind
from site_builder.problems import Problem, Span, WrongUse

DONE, REFUSED, NOT_ASKED = 0, 1, 2
_YES = frozenset({"y", "ya", "yes"})


class _End(StrEnum):
    """What becomes of a plan; the names are those of what is said then."""

    DRY = "dry"
    SAME = "same"
    WROTE = "wrote"
    LEFT = "left"
    UNASKED = "unasked"


class Manner(Struct, frozen=True):
    """How an import is done."""

    dry: bool = False
    yes: bool = False
    """Whether nobody is to be asked."""
    in_json: bool = False
    """Whether a program reads what is said: one object, and it is never asked."""


def run_import(root: Path, kind: Kind, file: Path, language: str, now: dt.datetime, manner: Manner) -> int:
    """Import a spreadsheet; gives the exit code. People see a table and are asked before it is written."""
    plan = plan_import(root, kind, file, now)
    if not manner.in_json:
        say(plan_text(plan, language))
    end = _end_of(plan, language, manner)
    if end is _End.WROTE:
        write_all(root, plan.writes)
    if manner.in_json:
        say(plan_json(plan, language, written=end is _End.WROTE))
        return NOT_ASKED if end is _End.UNASKED else _code(plan)
    if end is _End.UNASKED:
        raise WrongUse(Problem("import-consent", Span("--yes")))
    say(counted(plan, end, language) if end in (_End.SAME, _End.WROTE) else word(end, language))
    return DONE if end is _End.LEFT else _code(plan)


def _end_of(plan: ImportPlan, language: str, manner: Manner) -> _End:
    """Find out whether the plan is to be carried out, by asking where nothing else says so."""
    if manner.dry:
        return _End.DRY
    if not plan.writes:
        return _End.SAME
    if manner.yes:
        return _End.WROTE
    if manner.in_json or not _is_asked():
        return _End.UNASKED
    return _End.WROTE if _agrees(plan, language) else _End.LEFT


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
