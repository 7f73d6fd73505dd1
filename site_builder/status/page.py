"""The status as one page that needs nothing else: to print, to send, to keep."""

from __future__ import annotations

from html import escape

from site_builder.names import Kind
from site_builder.status.needs import NEEDED
from site_builder.status.rows import COLUMNS, field_counts, rows, unmarked_rows
from site_builder.status.terminal import coverage_table, lost_marks, unmarked_counts
from site_builder.status.values import Group, Status
from site_builder.status.words import Words

_ORDER = tuple(dict.fromkeys((*NEEDED, *Kind)))
"""The kinds that visitors come for go first."""
_KIND = COLUMNS.index("kind")
_TOLD_BEFORE = frozenset({"group", "kind", "name", "path", "cure"})
_JOINED = {Group.FIELDS: "field", Group.MISSING: "lang"}
"""What an entry may lack several of."""
_MOST_OPEN = 25
"""Longer tables are folded up, so that a site of hundreds of shops is seen as a whole."""
_TOLD_BY_HEADING = frozenset({Group.FIELDS, Group.SAMPLES, Group.HIDDEN})
OWN = '<meta name="generator" content="sentra status">'
"""By which a later run knows a page that it may write over."""
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
td { min-width: 2rem; }
code { overflow-wrap: anywhere; font-family: ui-monospace, monospace; font-size: .85em; }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
.counts { display: flex; flex-wrap: wrap; gap: .1rem 1.5rem; padding: 0; list-style: none; }
summary { padding: .5rem 0; cursor: pointer; }
nav li { margin: .25rem 0; }
a { color: inherit; }
@media (max-width: 30rem) {
  .entries thead { display: none; }
  .entries tr { display: block; padding: .4rem 0; }
  .entries td { display: block; padding: 0; }
}
@media print {
  body { padding: 0; }
  h2, h3, summary { break-after: avoid; }
  tr { break-inside: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
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
        f'<meta name="robots" content="noindex">\n{OWN}\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f"<p>{escape(words.say('day', day=status.day, entries=status.entries))}</p>\n{start}\n{sections}"
        f"{_translations(status, words)}</main>\n</body>\n</html>\n"
    )


def _section(group: Group, lines: list[list[str]], status: Status, words: Words) -> str:
    """Write what is to be done of one sort, a table for each kind of entry."""
    parts = [
        _part(kind, [line for line in lines if line[_KIND] == kind], group, status, words)
        for kind in ("", *map(words.kind, _ORDER))
        if any(line[_KIND] == kind for line in lines)
    ]
    return (
        f'<section aria-labelledby="{group.value}">\n'
        f'<h2 id="{group.value}">{escape(words.heading(group))}: {len(lines)}</h2>\n'
        f"<p>{_with_code(words.cure(group, status.day))}</p>\n{''.join(parts)}</section>\n"
    )


def _part(kind: str, lines: list[list[str]], group: Group, status: Status, words: Words) -> str:
    """Write one table, folded up where it is long; columns that say nothing, or nothing new, are left out."""
    joined = _JOINED.get(group)
    if joined is not None:
        lines = _by_entry(lines, COLUMNS.index(joined))
    if group is Group.FIELDS:  # the emptiest first
        lines = sorted(lines, key=lambda line: -line[COLUMNS.index("field")].count(", "))
    unsaid = {*_TOLD_BEFORE, *({"detail"} if group in _TOLD_BY_HEADING else ())}
    columns = [
        place
        for place, name in enumerate(COLUMNS)
        if name not in unsaid and any(line[place] for line in lines)
    ]
    head = [words.say("column-entry"), *(words.say(f"column-{COLUMNS[place]}") for place in columns)]
    body = [[_entry(line), *(escape(line[place]) for place in columns)] for line in lines]
    counts = _field_counts(kind, status, words) if group is Group.FIELDS else ""
    table = _table(head, body, "entries")
    if not kind:
        return table
    is_open = " open" if len(lines) <= _MOST_OPEN else ""
    summary = f"<summary>{escape(kind)}: {len(lines)}</summary>"
    return f"{counts}<details{is_open}>{summary}\n{table}</details>\n"


def _entry(line: list[str]) -> str:
    """Name an entry as people call it, and its file."""
    name, path = line[COLUMNS.index("name")], line[COLUMNS.index("path")]
    file = f"<code>{escape(path)}</code>"
    return f"{escape(name)}<br>{file}" if name else file


def _field_counts(kind: str, status: Status, words: Words) -> str:
    """Say of each field how often it is empty, the most useful first."""
    items = "".join(
        f"<li>{escape(count.called)}: {words.say('of', count=len(count.todos), total=count.total)}</li>"
        for count in field_counts(status, words)
        if words.kind(count.kind) == kind
    )
    return f'<h3>{escape(kind)}</h3>\n<ul class="counts">{items}</ul>\n'


def _by_entry(lines: list[list[str]], joined: int) -> list[list[str]]:
    """Put rows that differ in one column into one: an owner is asked for all that is empty at once."""
    found: dict[tuple[str, ...], list[str]] = {}
    for line in lines:
        same = (*line[:joined], *line[joined + 1 :])
        if same in found:
            found[same][joined] += f", {line[joined]}"
        else:
            found[same] = [*line]
    return list(found.values())


def _translations(status: Status, words: Words) -> str:
    langs = list(dict.fromkeys(row.lang for row in status.coverage))
    if not langs:
        return ""
    head, *body = coverage_table(status.coverage, langs, words)
    note = ""
    if status.unmarked:
        counts = words.say("unmarked", counts=unmarked_counts(status))
        cure = words.say("unmarked-cure", example=status.unmarked[0].path)
        note = f"<p>{escape(counts)} {_with_code(cure)}</p>\n{_unmarked(status, words)}"
    if status.lost_marks:
        note += f"<p>{escape(lost_marks(status, words))}</p>\n"
    return (
        f'<section aria-labelledby="translations">\n<h2 id="translations">'
        f"{escape(words.say('translations'))}</h2>\n"
        f"{_table([words.say('column-kind'), *head[1:]], body)}{note}</section>\n"
    )


def _unmarked(status: Status, words: Words) -> str:
    """List the translations that nobody has marked, folded up: it is long until somebody begins."""
    lang = COLUMNS.index("lang")
    head = [words.say("column-entry"), words.say("column-lang")]
    body = [[_entry(line), escape(line[lang])] for line in unmarked_rows(status, words)]
    summary = f"<summary>{escape(words.heading(Group.UNMARKED))}: {len(body)}</summary>"
    return f"<details>{summary}\n{_table(head, body, 'entries')}</details>\n"


def _table(head: list[str], body: list[list[str]], sort: str = "counted") -> str:
    cells = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in line)}</tr>\n" for line in body)
    return (
        f'<div class="scroll"><table class="{sort}">\n'
        f"<thead><tr>{cells}</tr></thead>\n<tbody>\n{lines}</tbody>\n</table></div>\n"
    )


def _with_code(text: str) -> str:
    """Set what stands between backticks as code."""
    parts = escape(text).split("`")
    return "".join(f"<code>{part}</code>" if place % 2 else part for place, part in enumerate(parts))
