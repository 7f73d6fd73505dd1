"""The status as one page that needs nothing else: to print, to send, to keep."""

from __future__ import annotations

from html import escape

from site_builder.status.rows import COLUMNS, rows
from site_builder.status.terminal import coverage_table, unmarked_counts
from site_builder.status.values import Group, Status
from site_builder.status.words import Words

_TOLD_BY_HEADING = frozenset({Group.FIELDS, Group.SAMPLES, Group.HIDDEN})
_STYLE = """
:root { color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif; }
body { max-width: 70rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.2; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .25rem; }
p { margin: .25rem 0 .75rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { text-align: start; vertical-align: top; padding: .3rem 1rem .3rem 0; }
tr { border-bottom: 1px solid #8886; }
td { min-width: 4rem; }
code { overflow-wrap: anywhere; font-family: ui-monospace, monospace; font-size: .9em; }
nav li { margin: .25rem 0; }
a { color: inherit; }
@media print { body { padding: 0; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
"""


def status_page(status: Status, words: Words) -> str:
    """Write the page: an overview, then a table for each kind of work, then the languages."""
    title = escape(words.say("title", site=status.site))
    groups = {group: [todo for todo in status.todos if todo.group is group] for group in Group}
    overview = "".join(
        f'<li><a href="#{group.value}">{escape(words.heading(group))}: {len(todos)}</a></li>\n'
        for group, todos in groups.items()
        if todos
    )
    told = list(zip(status.todos, rows(status, words), strict=True))
    sections = "".join(
        _section(group, [cells for todo, cells in told if todo.group is group], status, words)
        for group, todos in groups.items()
        if todos
    )
    start = f"<nav><ul>\n{overview}</ul></nav>" if overview else f"<p>{escape(words.say('nothing'))}</p>"
    return (
        f'<!doctype html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f"<p>{escape(words.say('day', day=status.day, entries=status.entries))}</p>\n{start}\n{sections}"
        f"{_translations(status, words)}</main>\n</body>\n</html>\n"
    )


def _section(group: Group, lines: list[list[str]], status: Status, words: Words) -> str:
    """Write one table; columns that are empty throughout, or say what the heading does, are left out."""
    count = len(lines)
    lines = _by_entry(lines) if group is Group.FIELDS else lines
    unsaid = {"group", "detail"} if group in _TOLD_BY_HEADING else {"group"}
    columns = [
        place
        for place, name in enumerate(COLUMNS)
        if name not in unsaid and any(line[place] for line in lines)
    ]
    head = [words.say(f"column-{COLUMNS[place]}") for place in columns]
    body = [
        [f"<code>{escape(line[place])}</code>" if COLUMNS[place] == "path" else escape(line[place])
         for place in columns]
        for line in lines
    ]  # fmt: skip
    return (
        f'<section aria-labelledby="{group.value}">\n'
        f'<h2 id="{group.value}">{escape(words.heading(group))}: {count}</h2>\n'
        f"<p>{_with_code(words.cure(group, status.day))}</p>\n{_table(head, body)}</section>\n"
    )


def _by_entry(lines: list[list[str]]) -> list[list[str]]:
    """Put the empty fields of an entry into one line: its owner is asked for all of them at once."""
    field, path = COLUMNS.index("field"), COLUMNS.index("path")
    found: dict[str, list[str]] = {}
    for line in lines:
        if line[path] in found:
            found[line[path]][field] += f", {line[field]}"
        else:
            found[line[path]] = [*line]
    return list(found.values())


def _translations(status: Status, words: Words) -> str:
    langs = list(dict.fromkeys(row.lang for row in status.coverage))
    if not langs:
        return ""
    head, *body = coverage_table(status.coverage, langs, words)
    note = ""
    if status.unmarked:
        counts = words.say("unmarked", counts=unmarked_counts(status))
        note = f"<p>{escape(counts)} {_with_code(words.say('unmarked-cure'))}</p>\n"
    return (
        f'<section aria-labelledby="translations">\n<h2 id="translations">'
        f"{escape(words.say('translations'))}</h2>\n"
        f"{_table([words.say('column-kind'), *head[1:]], body)}{note}</section>\n"
    )


def _table(head: list[str], body: list[list[str]]) -> str:
    cells = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in line)}</tr>\n" for line in body)
    return (
        '<div class="scroll"><table>\n'
        f"<thead><tr>{cells}</tr></thead>\n<tbody>\n{lines}</tbody>\n</table></div>\n"
    )


def _with_code(text: str) -> str:
    """Set what stands between backticks as code."""
    parts = escape(text).split("`")
    return "".join(f"<code>{part}</code>" if place % 2 else part for place, part in enumerate(parts))
