"""The status as it is read in a terminal: grouped, the most useful first, long lists cut short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from site_builder.names import Kind, Lang
from site_builder.status.rows import details_of, field_counts
from site_builder.status.values import Coverage, Group, Status, Todo
from site_builder.status.words import Words

_MOST_LINES = 8
_MOST_UNMARKED = 5
_NAMES_WIDTH = 72
_BY_KIND = frozenset({Group.SAMPLES, Group.HIDDEN})
"""Groups of which the files tell all: a line for each kind."""


def status_text(status: Status, words: Words) -> str:
    """Write the whole status, without a line end."""
    lines = [words.say("title", site=status.site), words.say("day", day=status.day, entries=status.entries)]
    details = details_of(status, words)
    is_cut = False
    for group in Group:
        todos = [(t, d) for t, d in zip(status.todos, details, strict=True) if t.group is group]
        if todos:
            lines += ["", f"{words.heading(group)}: {len(todos)}", f"  {words.cure(group, status.day)}"]
            shown = list(_group_lines(group, todos, status, words))
            is_cut = is_cut or any("…" in line for line in shown)
            lines += shown
    if not status.todos:
        lines += ["", words.say("nothing")]
    about_translations = list(_translations(status, words))
    lines += about_translations
    if is_cut or any("…" in line for line in about_translations):
        lines += ["", words.say("whole-list")]
    return "\n".join(lines)


def _group_lines(
    group: Group, todos: Sequence[tuple[Todo, str]], status: Status, words: Words
) -> Iterator[str]:
    if group is Group.FIELDS:
        yield from _fields(status, words)
    elif group in _BY_KIND:
        yield from _listed([told for told in todos if told[0].day], words)
        alike = [(_kind(todo, words), todo) for todo, _ in todos if not todo.day]
        yield from _named({label: [] for label, _ in alike}, alike)
    elif group is Group.UNVERIFIED:
        old = [(todo, detail) for todo, detail in todos if todo.day]
        yield from _listed(sorted(old, key=lambda told: told[0].day), words)
        never = [todo for todo, _ in todos if not todo.day]
        labels = [(f"{words.say('never')}, {_kind(todo, words)}", todo) for todo in never]
        yield from _named({label: [] for label, _ in labels}, labels)
    elif group is Group.MISSING:
        small = [(todo, detail) for todo, detail in todos if todo.note == "part"]
        whole = [(f"{t.lang}, {_kind(t, words)}", d, t) for t, d in todos if t.note != "part"]
        labels = [
            (f"{label}, {detail}", todo) for label, detail, todo in sorted(whole, key=lambda told: told[:2])
        ]
        yield from _named({label: [] for label, _ in labels}, labels)
        yield from _listed(small, words)
    else:
        yield from _listed(todos, words)


def _listed(todos: Sequence[tuple[Todo, str]], words: Words) -> Iterator[str]:
    for todo, detail in todos[:_MOST_LINES]:
        yield f"  {_place(todo)}  {detail}"
    if len(todos) > _MOST_LINES:
        yield f"  {words.say('more', count=len(todos) - _MOST_LINES)}"


def _place(todo: Todo) -> str:
    place = f"{todo.path}:{todo.line}" if todo.line > 1 else todo.path
    return f"{place} ({todo.lang})" if todo.lang and f".{todo.lang}." not in todo.path else place


def _named(groups: dict[str, list[str]], labelled: Sequence[tuple[str, Todo]]) -> Iterator[str]:
    """Write a line for each label: how many there are, and the first of them."""
    for label, todo in labelled:
        groups[label].append(_id(todo))
    width = max((len(label) for label in groups), default=0)
    for label, ids in groups.items():
        yield f"  {label:<{width}}  {len(ids):>3}  {_some(ids)}"


def _fields(status: Status, words: Words) -> Iterator[str]:
    """Write a line for each field, by kind and in the order of its use."""
    counts = field_counts(status, words)
    width = max(len(count.called) for count in counts)
    for kind, same in groupby(counts, key=lambda count: count.kind):
        yield f"  {words.kind(kind)} (content/{kind.value}/)"
        for count in same:
            ids = [_id(todo) for todo in count.todos]
            of = words.say("of", count=len(ids), total=count.total)
            yield f"    {count.called:<{width}}  {of}  {_some(ids)}"


def _some(ids: Sequence[str]) -> str:
    """Name as many as a line has room for, one at least."""
    room = _NAMES_WIDTH
    for count, name in enumerate(ids):
        room -= len(name) + 2
        if room < 0 and count:
            return f"{', '.join(ids[:count])}, …"
    return ", ".join(ids)


def _id(todo: Todo) -> str:
    name = todo.path.rpartition("/")[2].rpartition(".")[0]
    return name.removesuffix(f".{todo.lang}") if todo.lang else name


def _kind(todo: Todo, words: Words) -> str:
    return "" if todo.kind is None else words.kind(todo.kind)


def _translations(status: Status, words: Words) -> Iterator[str]:
    """Write the table of kinds and languages, and how many translations nobody has marked."""
    langs = list(dict.fromkeys(row.lang for row in status.coverage))
    if not langs:
        return
    yield ""
    yield words.say("translations")
    table = coverage_table(status.coverage, langs, words)
    widths = [max(len(line[column]) for line in table) for column in range(len(langs) + 1)]
    for line in table:
        cells = [f"{cell:<{width}}" for cell, width in zip(line, widths, strict=True)]
        yield f"  {'  '.join(cells)}".rstrip()
    if status.unmarked:
        yield f"  {words.say('unmarked', counts=unmarked_counts(status))}"
        yield from (f"    {_place(todo)}" for todo in status.unmarked[:_MOST_UNMARKED])
        if len(status.unmarked) > _MOST_UNMARKED:
            yield f"    {words.say('more', count=len(status.unmarked) - _MOST_UNMARKED)}"
        yield f"  {words.say('unmarked-cure', example=status.unmarked[0].path)}"
    if status.lost_marks:
        yield f"  {lost_marks(status, words)}"


def coverage_table(coverage: Sequence[Coverage], langs: Sequence[Lang], words: Words) -> list[list[str]]:
    """Give the lines of the table of translations, its head first."""
    cells = {(row.kind, row.lang): _cell(row) for row in coverage}
    kinds = [kind for kind in Kind if any(row.kind is kind for row in coverage)]
    lines = [[words.kind(kind), *(cells[kind, lang] for lang in langs)] for kind in kinds]
    return [["", *langs], *lines]


def _cell(row: Coverage) -> str:
    more = row.begun + row.stale
    return f"{row.done}/{row.total} +{more}" if more else f"{row.done}/{row.total}"


def unmarked_counts(status: Status) -> str:
    return ", ".join(f"{lang} {count}" for lang, count in status.unmarked_counts.items())


def lost_marks(status: Status, words: Words) -> str:
    return words.say("lost-marks", names=", ".join(status.lost_marks))
