"""Reads YAML in one pass over libyaml's events: everything stays text, nothing can explode.

Composing or loading is never asked of libyaml: nested brackets crash its loader, and aliases and
merge keys let a few bytes become gigabytes. Content needs none of them, so they are refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Protocol

import yaml

from site_builder.names import SourcePath
from site_builder.problems import Problem, Severity, Span
from site_builder.source.mended_lines import text_names
from site_builder.source.tree import Tree, TreeValue
from site_builder.source.value_slips import quote_value, quoted_line, shown
from site_builder.source.yaml_slips import MENDED, explain

DEEPEST = 40
MOST_EVENTS = 200_000
MOST_PROBLEMS = 20

_NOTHING = frozenset({"~", "null"})
"""YAML's own words for nothing, where they stand without quotes."""
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_SWALLOWED = re.compile(r"[ \t]+(?P<lost>#[^\s#].*)")

_RUNNING_ON = re.compile(r" (?P<lost># \S.*)")
"""With one space before the sign, as a sentence goes on; who means a note sets it apart by two or more."""

_WORDS = re.compile(r"[^\W\d_]\S* \S")
"""Two of them at least: behind one name, a day or a number stands a note."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_END: type[object] = yaml.StreamEndEvent
_ALIAS: type[object] = yaml.AliasEvent
_SCALAR: type[object] = yaml.ScalarEvent
_SEQUENCE: type[object] = yaml.SequenceStartEvent
_SEQUENCE_END: type[object] = yaml.SequenceEndEvent
_MAPPING_END: type[object] = yaml.MappingEndEvent


class _Mark(Protocol):
    line: int
    column: int


class _Event(Protocol):
    """What the walk reads of an event; `anchor`, `tag` and `value` only where the event's type has them."""

    start_mark: _Mark
    end_mark: _Mark
    anchor: str | None
    tag: str | None
    style: str | None
    value: str


class _Stop(Exception):
    """Leaves the walk for a fault after which the rest of the text means nothing."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def parse_yaml(path: SourcePath, text: str, first_line: int = 1) -> tuple[Tree | None, tuple[Problem, ...]]:
    """Read one YAML document whose text starts on `first_line` of the file.

    Gives no tree when the rest can't be understood; never raises for any text.
    """
    walk = _Walk(path, text, first_line)
    try:
        tree = walk.document()
    except _Stop as stop:
        return None, (*walk.problems, stop.problem)
    except yaml.MarkedYAMLError as error:
        mark, context = error.problem_mark, error.context_mark
        place = (mark.line, mark.column) if mark else (0, 0)
        since = (context.line, context.column) if context else None
        return None, (*walk.problems, explain(path, text, first_line, place, since, error.problem or ""))
    except (yaml.YAMLError, ValueError, IndexError, OverflowError) as error:
        # PyYAML raises these, without a place, for a few texts that are not YAML at all.
        return None, (*walk.problems, explain(path, text, first_line, (0, 0), None, str(error)))
    return tree, tuple(walk.problems)


def events_of(text: str) -> Iterator[Any]:
    """Yield libyaml's events of a text, as `parse_yaml` walks over them; raises `YAMLError`."""
    loader = _Loader(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


class _Walk:
    """The events of one text, and the faults met that do not end the walk."""

    def __init__(self, path: SourcePath, text: str, first_line: int) -> None:
        self.path = path
        self.text = text
        self.first_line = first_line
        self.problems: list[Problem] = []
        self.left = MOST_EVENTS
        self.names: list[str] = []
        """Of the fields that the walk is in."""
        self.lines = text.split("\n") if "#" in text else []
        """Only where there may be comments: few files have one."""
        self.next_event: Callable[[], _Event] = _Loader(text).get_event

    def document(self) -> Tree | None:
        """Read the only document; nothing but comments is an empty mapping."""
        self.next_event()  # the stream starts
        event = self.next_event()
        if type(event) is _END:
            return Tree({}, self.first_line, 1, self.first_line, 1)
        first = self.next_event()
        tree = self.node(first, 0)
        self.next_event()  # the document ends
        event = self.next_event()
        if type(event) is not _END:
            raise _Stop(self.problem("yaml-documents", event))
        if isinstance(tree.value, dict):
            return tree
        if tree.value == "":
            return Tree({}, tree.line, tree.column, tree.line, tree.column)
        mark = first.start_mark
        if isinstance(tree.value, list):
            line = self.text.split("\n")[mark.line].strip()
            values = {"suggestion": line.lstrip("- ")[:80] or "nama: …"}
            raise _Stop(self.problem("yaml-list", first, values))
        raise _Stop(
            explain(self.path, self.text, self.first_line, (mark.line, mark.column), None, "not a mapping")
        )

    def node(self, event: _Event, depth: int) -> Tree:
        mark = event.start_mark
        line, column = mark.line + self.first_line, mark.column + 1
        return Tree(self.value(event, depth), line, column, line, column)

    def value(self, event: _Event, depth: int) -> TreeValue:
        self.left -= 1
        if self.left < 0:
            raise _Stop(self.problem("yaml-size", event))
        kind = type(event)
        if kind is _ALIAS:
            self.note_sign("yaml-alias", event, f"*{event.anchor}")
            return ""
        if event.anchor is not None:
            self.note_sign("yaml-alias", event, f"&{event.anchor}")
        if event.tag is not None:
            self.note_sign("yaml-tag", event, event.tag.replace("tag:yaml.org,2002:", "!!"))
        if kind is _SCALAR:
            if event.style == '"' and _CONTROL.search(event.value):
                self.note("yaml-escape", event, {"suggestion": self.unescaped(event)})
            if self.lines and not event.style:
                self.swallowed(event)
            return "" if not event.style and event.value in _NOTHING else event.value
        if depth == DEEPEST:
            raise _Stop(self.problem("yaml-depth", event, {"most": str(DEEPEST)}))
        if kind is _SEQUENCE:
            return self.sequence(depth + 1)
        return self.mapping(depth + 1)

    def note_sign(self, code: str, event: _Event, value: str) -> None:
        """Tell of a sign that YAML takes for its own, with the line as it should be where it is plain."""
        line = self.text.split("\n")[event.start_mark.line]
        suggestion = quoted_line(line, event.start_mark.column).strip()
        variant = "text" if suggestion else ""
        values = {"value": value[:40], **({"suggestion": suggestion} if suggestion else {})}
        self.note(code, event, values, variant)

    def unescaped(self, event: _Event) -> str:
        """Write a text in which a backslash means something to YAML so that it is only a backslash."""
        first, last = event.start_mark, event.end_mark
        line = self.text.split("\n")[first.line]
        inner = line[first.column + 1 : last.column - 1] if first.line == last.line else "…"
        return "'" + inner.replace("'", "''")[:80] + "'"

    def swallowed(self, event: _Event) -> None:
        """Tell of `Jl. Raya #5`: YAML takes ` #5` for a comment and drops it without a word.

        What has a space behind the sign is meant as a comment, but where a text may go on so:
        `Diskon akhir tahun # s/d 31 Des`.
        """
        mark = event.end_mark
        if mark.line >= len(self.lines):
            return
        line = self.lines[mark.line]
        found = _SWALLOWED.match(line, mark.column)
        variant = "" if found else "words"
        if found is None and self.is_text() and _WORDS.search(event.value):
            found = _RUNNING_ON.match(line, mark.column)
        if found is None:
            return
        lost = found["lost"].rstrip()
        suggestion = quote_value(f"{event.value} {lost}".strip())
        span = self.span(mark.line, found.start("lost"))
        values = {"value": lost[:40], "suggestion": shown(suggestion)}
        if line.rstrip().endswith(lost) and mark.line == event.start_mark.line:
            values[MENDED] = line[: event.start_mark.column] + suggestion
        severity = Severity.WARNING if variant else Severity.ERROR
        self.problems.append(Problem("yaml-comment", span, variant, values, severity))

    def is_text(self) -> bool:
        """Whether the value at hand is a text, in one language or in one of several."""
        return any(name in text_names() for name in self.names[-2:])

    def sequence(self, depth: int) -> list[Tree]:
        items: list[Tree] = []
        event = self.next_event()
        while type(event) is not _SEQUENCE_END:
            items.append(self.node(event, depth))
            event = self.next_event()
        return items

    def mapping(self, depth: int) -> dict[str, Tree]:
        """Read keys and values; of a key set twice the first one is kept and both are named."""
        entries: dict[str, Tree] = {}
        key = self.next_event()
        while type(key) is not _MAPPING_END:
            if type(key) is not _SCALAR:
                raise _Stop(self.odd_key(key))
            name = self.value(key, depth)
            assert isinstance(name, str)
            event = self.next_event()
            self.names.append(name)
            value = self.value(event, depth)
            self.names.pop()
            at, mark = event.start_mark, key.start_mark
            key_line, key_column = mark.line + self.first_line, mark.column + 1
            if name in entries:
                first = entries[name]
                is_block = isinstance(value, dict | list) and at.line > mark.line
                variant = "below" if is_block and type(first.value) is type(value) else ""
                self.note("field-twice", key, {"field": name[:40], "line": str(first.key_line)}, variant)
            elif name == "<<":
                self.note("yaml-alias", key, {"value": "<<"})
            else:
                entries[name] = Tree(value, at.line + self.first_line, at.column + 1, key_line, key_column)
            key = self.next_event()
        return entries

    def odd_key(self, event: _Event) -> Problem:
        """Tell of a key that is no text, mostly a value that begins with `{{`."""
        mark = event.start_mark
        lines = self.text.split("\n")
        line = lines[mark.line] if mark.line < len(lines) else ""
        name, colon, value = line.partition(": ")
        if colon and "{{" in value:
            values = {"suggestion": f"{name.strip()}: {quote_value(value.strip())}"}
            return Problem("yaml-key", self.span(mark.line, len(name) + 2), "braces", values)
        return self.problem("yaml-key", event)

    def note(self, code: str, event: _Event, values: dict[str, str], variant: str = "") -> None:
        self.problems.append(self.problem(code, event, values, variant))
        if len(self.problems) >= MOST_PROBLEMS:
            raise _Stop(self.problems.pop())

    def problem(
        self, code: str, event: _Event, values: dict[str, str] | None = None, variant: str = ""
    ) -> Problem:
        at = self.span(event.start_mark.line, event.start_mark.column)
        return Problem(code, at, variant, values or {})

    def span(self, line: int, column: int) -> Span:
        return Span(self.path, line + self.first_line, column + 1)
