"""The plan of an import as a table for people and as one object for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from site_builder.importing.entries.plan import Held, ImportPlan, Outcome, Status
from site_builder.importing.sheets.header_rows import listed, ranges
from site_builder.importing.sheets.passing import Reason
from site_builder.messages import sentence_for
from site_builder.problems import Problem, Span
from site_builder.report import harmless

_OF_FIELDS = frozenset({"field-type", "choice-unknown", "term-unknown", "price-tiny"})
"""Faults of content files, whose hints tell how to write a line of such a file."""


_ONLY_IN_FILES = frozenset({"shop-sample", "row-shown"})
"""What has a hint that is about a content file."""
_ALLOWED_IN_FILES = frozenset({"event-year", "price-huge"})
"""What a check only warns of, and an import refuses."""
_OWN_ADVICE = {
    "amount-nothing": "advice-empty",
    "field-type.phone-several": "advice-several",
    "field-type.whatsapp-several": "advice-several",
    "field-type.whatsapp-landline": "advice-landline",
    "field-type.price-unit": "advice-unit",
    "field-type.hours-order": "advice-hours-order",
    "field-type.hours-order-night": "advice-hours-order",
    "field-type.year-only": "advice-year",
    "field-type.when-month": "advice-month",
    "price-tiny": "advice-tiny",
    "field-type.number-bound": "write",
    "field-type.number-range": "write",
    "field-type.whole-number-range": "advice-range",
    "location-range": "advice-place",
    "location-range.swapped": "advice-swapped",
}
"""Faults of content files of which a cell is mended in another way than a line of such a file."""
_HALF_DAY = "cell-hours.half-day"
_HOURS = "field-type.hours"
"""How the faults of opening hours begin: in a cell, hours stand behind their days."""
_LEAST_CENTS = 1000
"""A smaller price is refused, so it is not proposed."""
_LINE = re.compile(r"`(?:[^`:{}]+: )?(\{[^`]*\}|(?<=: )[^`]*)`")
"""A line of a content file, or only its value, in a hint."""
_ONLY_A_BLANK = re.compile(r" (?:di tempat|in the place of) `…`: `…`")
"""Of a cell there is nothing beside the blank."""
_LONGEST_NOTE = 160
_BREAKS = re.compile(r"[\r\n]+")
"""Of a cell: what is told of it stays on its line."""
_BRACES = re.compile(r"\{(.*)\}")


def word(name: str, language: str, **values: str) -> str:
    return sentence_for(Problem("import-told", Span(""), name, values), language).message


def counted(plan: ImportPlan, name: str, language: str) -> str:
    """Fill the numbers of a plan into a sentence."""
    numbers = {
        "new": _number("entries-new", len(plan.of(Status.NEW)), language),
        "changed": _number("entries-changed", len(plan.of(Status.CHANGED)), language),
        "refused": _number("rows-refused", len(plan.of(Status.REFUSED)), language),
    }
    return word(name, language, **numbers)


def _number(name: str, count: int, language: str) -> str:
    return word(f"{name}-one" if count == 1 else name, language, count=str(count))


def plan_text(plan: ImportPlan, language: str) -> str:
    """Write the plan as a table: every row of the sheet is in it, or counted as unchanged."""
    lines = [f"{plan.file} → {word(f'kind-{plan.kind}', language)}"]
    lines += _section("notes", [list(_told(note, language)) for note in plan.notes], language)
    width = max((len(outcome.name) for outcome in plan.outcomes), default=0)
    for status in (Status.NEW, Status.CHANGED):
        blocks = [
            [_head(outcome, min(width, 40)), *_changes(outcome, language)] for outcome in plan.of(status)
        ]
        lines += _section(status, blocks, language)
    held = [
        [_head(outcome, min(width, 40)), *(_held(one, language) for one in outcome.held)]
        for outcome in plan.outcomes
        if outcome.held
    ]
    lines += _section("held", held, language)
    listed: dict[str, str] = {}
    refused = [
        [line for problem in outcome.problems for line in _told(problem, language, outcome.name, listed)]
        for outcome in plan.of(Status.REFUSED)
    ]
    lines += _section("refused", refused, language)
    lines += _section("passed", [[line] for line in _passed(plan, language)], language, len(plan.passed))
    lines += ["", f"{word('unchanged', language)}: {len(plan.of(Status.UNCHANGED))}"]
    return harmless("\n".join(lines))


def plan_json(plan: ImportPlan, language: str, *, written: bool) -> str:
    """Write one object; `written` says whether it was done."""
    told = {
        "file": plan.file,
        "kind": str(plan.kind),
        "written": written,
        "new": [_entry_json(outcome) for outcome in plan.of(Status.NEW)],
        "changed": [_entry_json(outcome) for outcome in plan.of(Status.CHANGED)],
        "unchanged": [_entry_json(outcome) for outcome in plan.of(Status.UNCHANGED)],
        "conflicts": [
            {"id": outcome.id, "path": outcome.path, **_held_json(held)}
            for outcome in plan.outcomes
            for held in outcome.held
        ],
        "refused": [
            {"name": outcome.name, **_problem_json(problem, language)}
            for outcome in plan.of(Status.REFUSED)
            for problem in outcome.problems
        ],
        "left_out": [
            {
                "cell": row.cell.at,
                "row": row.number,
                "text": _short(row.text or row.cell.text),
                "why": str(row.reason),
                "reason": word(f"passed-{row.reason}", language, rows=str(row.number)),
            }
            for row in plan.passed
        ],
        "warnings": [_problem_json(note, language) for note in plan.notes],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def reason_and_advice(problem: Problem, language: str) -> tuple[str, str]:
    """Say what is wrong with a cell and what to write in it instead."""
    sentence = sentence_for(problem, language)
    suggestion = problem.values.get("suggestion", "").strip("[]")
    own = _OWN_ADVICE.get(problem.key)
    if own is not None:
        values = {**problem.values, "value": _in_cell(suggestion)}
        return sentence.message, word(own, language, **values)
    if suggestion and (problem.code in _OF_FIELDS or problem.key == _HALF_DAY) and not _is_choice(problem):
        return sentence.message, word("write", language, value=_in_cell(suggestion))
    if problem.key.startswith(_HOURS):
        return sentence.message, word("advice-hours", language)
    if problem.code in _ONLY_IN_FILES:
        return sentence.message, sentence.hint
    if problem.code in _ALLOWED_IN_FILES:
        return sentence.message, word("guessed", language)
    hint = sentence.hint.replace(word("no-line", language), word("no-cell", language))
    advice = _LINE.sub(lambda found: f"`{_in_cell(found[1])}`", hint)
    return sentence.message, _ONLY_A_BLANK.sub("", advice)


def _is_choice(problem: Problem) -> bool:
    """Whether a hint leaves two ways open, of which only the office knows the right one."""
    other = problem.values.get("other", "")
    if problem.variant == "price-cents":
        return other.isdecimal() and int(other) >= _LEAST_CENTS
    return bool(other) and not problem.variant.endswith("-several")


def _in_cell(value: str) -> str:
    """Write a value of a content file as a cell holds it: `{min: 100000, max: 150000}` is `100000-150000`."""
    found = _BRACES.fullmatch(value)
    if found is None:
        return value
    parts = [part.partition(": ") for part in found[1].split(", ")]
    names = {name for name, _, _ in parts}
    values = [text for _, _, text in parts]
    if names <= {"min", "max", "terendah", "tertinggi"}:
        return "-".join(values)
    if names <= {"lat", "lon", "lintang", "bujur"}:
        return ", ".join(values)
    return ", ".join(f"{name} {text}" for name, _, text in parts)


def _section(name: str, blocks: list[list[str]], language: str, count: int = 0) -> list[str]:
    if not blocks:
        return []
    return [
        "",
        f"{word(name, language)} ({count or len(blocks)})",
        *(f"  {line}" for block in blocks for line in block),
    ]


def _passed(plan: ImportPlan, language: str) -> Iterator[str]:
    """Name the rows that were left out, one line for each sheet and reason, or for each note."""
    for sheet, reason in dict.fromkeys((row.sheet, row.reason) for row in plan.passed):
        same = [row for row in plan.passed if (row.sheet, row.reason) == (sheet, reason)]
        where = f"{sheet}: " if sheet else ""
        lines = [[row] for row in same] if reason is Reason.NOTE else [same]
        for rows in lines:
            texts = [*dict.fromkeys(f"`{_short(row.text)}`" for row in rows)]
            said = f": {listed(texts)}" if reason in (Reason.NOTE, Reason.HEADING) else ""
            yield (
                where + word(f"passed-{reason}", language, rows=ranges([row.number for row in rows])) + said
            )


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_NOTE else f"{text[: _LONGEST_NOTE - 1]}…"


def _head(outcome: Outcome, width: int) -> str:
    return f"{outcome.name:<{width}}  {outcome.cell}  {outcome.path}"


def _changes(outcome: Outcome, language: str) -> Iterator[str]:
    width = max(len(change.field) for change in outcome.changes)
    for change in outcome.changes:
        if outcome.status is Status.NEW:
            yield f"    {change.field:<{width}}  {change.new}"
        else:
            old = change.old or word("nothing", language)
            yield f"    {change.field:<{width}}  {old} → {change.new}  ({change.cell})"


def _held(held: Held, language: str) -> str:
    here, sheet = held.here or word("nothing", language), held.sheet or word("nothing", language)
    values = f"{word('here', language)}: {here}; {word('sheet', language)}: {sheet} ({held.cell})"
    return f"    {held.field}  {values}: {word(held.why, language, file=held.file)}"


def _told(
    problem: Problem, language: str, name: str = "", listed: dict[str, str] | None = None
) -> Iterator[str]:
    """Write a problem and what to do; `listed` are the cells at which words of vocabularies are listed."""
    reason, advice = reason_and_advice(problem, language)
    if problem.key == "term-unknown.allowed" and listed is not None:
        first = listed.setdefault(problem.values["known"], problem.at.path)
        if first != problem.at.path:
            advice = word("advice-words-above", language, cell=first, called=problem.values["called"])
    value = problem.values.get("value", "")
    where = f"{name}: " if name and name != value else ""
    yield _BREAKS.sub(" ", f"{problem.at.path}  {where}{reason}")
    if advice:
        yield _BREAKS.sub(" ", f"    → {advice}")


def _entry_json(outcome: Outcome) -> dict[str, object]:
    changes = [
        {"field": change.field, "old": change.old, "new": change.new, "cell": change.cell}
        for change in outcome.changes
    ]
    return {
        "id": outcome.id,
        "name": outcome.name,
        "path": outcome.path,
        "cell": outcome.cell,
        "changes": changes,
    }


def _held_json(held: Held) -> dict[str, str]:
    return {
        "field": held.field,
        "entry": held.here,
        "sheet": held.sheet,
        "cell": held.cell,
        "why": str(held.why),
        "list": held.file,
    }


def _problem_json(problem: Problem, language: str) -> dict[str, str]:
    reason, advice = reason_and_advice(problem, language)
    return {
        "code": problem.code,
        "cell": problem.at.path,
        "value": problem.values.get("value", ""),
        "reason": reason,
        "hint": advice,
    }
