"""Each thing to do as a row of texts, as spreadsheets and pages show it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from site_builder.messages import sentence_for
from site_builder.names import Kind
from site_builder.plan.csv_files import csv_text
from site_builder.report import problem_json
from site_builder.status.needs import NEEDED
from site_builder.status.parts import BODY, OPENING, part_called
from site_builder.status.values import EXAMPLE_LEFT, Group, Status, Todo
from site_builder.status.words import Words
from site_builder.validate.shapes import shape_of_kind

COLUMNS = ("group", "kind", "name", "path", "line", "lang", "field", "detail", "cure")

_ALWAYS = {Group.FIELDS: "empty", Group.SAMPLES: "sample", Group.UNMARKED: "not-yet-marked"}
"""Of which the same is always said."""


def status_csv(status: Status, words: Words) -> str:
    """Write one row for each thing to do, as Excel opens it in the language of the words.

    Where the comma stands in numbers, as in Indonesian, Excel parts cells at the semicolon.
    """
    return csv_text(table(status, words), separator_in(words))


def separator_in(words: Words) -> str:
    return "," if words.in_english else ";"


def headers(words: Words) -> list[str]:
    return [words.say(f"column-{name}") for name in COLUMNS]


def table(status: Status, words: Words) -> list[list[str]]:
    """Give a row of headers, one for each thing to do, and one for each translation that nobody marked."""
    return [headers(words), *rows(status, words), *unmarked_rows(status, words)]


def status_json(status: Status, words: Words) -> str:
    """Write the status as one object with names in English; faults as `check` writes them."""
    told = msgspec.to_builtins(status)
    told |= {"counts": dict(status.counts), "unmarked": status.unmarked_counts}
    told["unmarked_files"] = [{"path": todo.path, "lang": todo.lang} for todo in status.unmarked]
    told["faults"] = [problem_json(problem, words.language) for problem in status.faults]
    return json.dumps(told, ensure_ascii=False, indent=2)


def rows(status: Status, words: Words) -> Iterator[list[str]]:
    """Give the cells of `COLUMNS` for each thing to do."""
    details = details_of(status, words)
    for todo, detail in zip(status.todos, details, strict=True):
        yield _row(todo, detail, status, words)


def unmarked_rows(status: Status, words: Words) -> Iterator[list[str]]:
    """Give the same cells for each translation that nobody has marked."""
    for todo in status.unmarked:
        yield _row(todo, detail_of(todo, status.day, words), status, words)


def _row(todo: Todo, detail: str, status: Status, words: Words) -> list[str]:
    kind = "" if todo.kind is None else words.kind(todo.kind)
    line = str(todo.line) if todo.line > 1 else ""
    cure = words.cure(todo.group, status.day).replace("`", "")
    return [
        words.heading(todo.group),
        *(kind, todo.name, todo.path, line, todo.lang, field_called(todo, words), detail, cure),
    ]


def details_of(status: Status, words: Words) -> list[str]:
    """Say of each thing to do what is to be known besides its file."""
    sentences = iter([sentence_for(problem, words.language).message for problem in status.faults])
    return [
        next(sentences) if todo.group is Group.FAULTS else detail_of(todo, status.day, words)
        for todo in status.todos
    ]


def detail_of(todo: Todo, today: str, words: Words) -> str:
    """Say of one thing, which is no fault, what is to be known besides its file."""
    match todo.group:
        case Group.PLACEHOLDERS if todo.note == EXAMPLE_LEFT:
            below, line = todo.parts
            return words.say("example-left", below=below, line=line)
        case Group.PLACEHOLDERS | Group.FAULTS:
            return todo.note
        case Group.EVENTS:
            links = ", ".join(todo.parts)
            return words.say("ended-linked" if links else "ended", day=todo.day, links=links)
        case Group.CERTIFICATES:
            return words.say("expired" if todo.day <= today else "expires", name=todo.note, day=todo.day)
        case Group.UNVERIFIED:
            return words.say("checked", day=todo.day) if todo.day else words.say("never")
        case Group.STALE:
            return words.say("changed", parts=", ".join(parts_called(todo, words)))
        case Group.MISSING:
            if todo.note == "begun":
                return words.say("begun", parts=", ".join(parts_called(todo, words)))
            is_inline = todo.note == "part" and not todo.field
            return words.say("part-inline" if is_inline else todo.note, field=todo.field)
        case Group.FIELDS | Group.SAMPLES | Group.UNMARKED:
            return words.say(_ALWAYS[todo.group])
        case Group.HIDDEN:
            return words.say({"due": "due", "over": "over"}.get(todo.note, "hidden"), day=todo.day)


def parts_called(todo: Todo, words: Words) -> list[str]:
    """Name the changed parts as editors write them."""
    assert todo.kind is not None
    kind, own = todo.kind, {OPENING: words.say("opening"), BODY: words.say("body")}
    return [own.get(part) or part_called(part, kind, in_english=words.in_english) for part in todo.parts]


def field_called(todo: Todo, words: Words) -> str:
    """Name the field as editors write it."""
    if todo.group is not Group.FIELDS or todo.kind is None:
        return todo.field
    return shape_of_kind(todo.kind).by_name[todo.field].called(in_english=words.in_english)


class FieldCount(Struct, frozen=True):
    """How often a field is empty that visitors look for."""

    kind: Kind
    called: str
    todos: tuple[Todo, ...]
    total: int
    """Of so many entries of the kind."""


def field_counts(status: Status, words: Words) -> list[FieldCount]:
    """Count the empty fields, by kind and in the order of their use."""
    totals = dict(status.counts)
    found: defaultdict[tuple[Kind, str], list[Todo]] = defaultdict(list)
    for todo in status.todos:
        if todo.group is Group.FIELDS and todo.kind is not None:
            found[todo.kind, todo.field].append(todo)
    kinds = list(NEEDED)
    return [
        FieldCount(kind, field_called(todos[0], words), tuple(todos), totals[kind])
        for (kind, _), todos in sorted(
            found.items(), key=lambda item: (kinds.index(item[0][0]), _use(*item[0]))
        )
    ]


def _use(kind: Kind, field: str) -> int:
    order = NEEDED[kind]
    return order.index(field) if field in order else len(order)
