"""What a hint says to write, as an edit that a program can make: whole lines instead of others."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count

from msgspec import Struct

from site_builder.problems import Problem
from site_builder.source.mended_lines import field_names, is_field_line, settings_names
from site_builder.source.value_slips import value_of
from site_builder.source.yaml_slips import MENDED

LineOf = Callable[[int], str | None]
"""Gives a line of the problem's file, counted from 1; `None` where there is none."""


class Fix(Struct, frozen=True):
    """An edit of the file that a problem is in."""

    first: int
    last: int
    """The lines `first` to `last` go, counted from 1; none where `last` is before `first`."""
    lines: tuple[str, ...]
    """What stands there instead."""
    is_safe: bool
    """Whether nothing else can have been meant: `--fix` makes these edits alone."""


_WORDS = {
    "anchor-missing.near": ("target", "near"),
    "choice-unknown.near": ("value", "suggestion"),
    "figure-unknown.near": ("value", "suggestion"),
    "heading-jump": ("written", "suggestion"),
    "heading-space": ("written", "suggestion"),
    "field-unknown.near": ("field", "suggestion"),
    "link-missing.near": ("target", "near"),
    "link-missing.path-dated-near": ("target", "near"),
    "link-missing.path-near": ("target", "near"),
    "link-missing.path-slash": ("target", "near"),
    "link-missing.renamed": ("target", "near"),
    "link-form.mail": ("href", "suggestion"),
    "link-form.web": ("href", "suggestion"),
    "map-unknown.near": ("target", "near"),
    "photo-missing.case": ("target", "near"),
    "photo-missing.near": ("target", "near"),
    "reference-missing.near": ("value", "suggestion"),
    "reference-missing.near-shop": ("value", "suggestion"),
    "reference-missing.renamed": ("value", "suggestion"),
    "shortcode-form.colon": ("written", "suggestion"),
    "shortcode-form.extra": ("written", "suggestion"),
    "shortcode-form.id": ("written", "suggestion"),
    "shortcode-form.kind-known": ("written", "suggestion"),
    "shortcode-form.name": ("written", "suggestion"),
    "shortcode-unclosed": ("written", "suggestion"),
    "stars-in-numbers": ("written", "suggestion"),
    "term-form": ("value", "suggestion"),
    "term-unknown.near": ("value", "suggestion"),
}
"""Where a hint gives another word: the values that hold the one written and the one meant."""

_LONG_NAME = 4
"""Letters of a name that is seen even where it is written onto the end of another word."""
_PREFIXES = ("ber", "be", "ter", "te", "me", "mem", "men", "meng", "di", "ke", "se", "per", "pe", "pem")
"""Of Indonesian words: with one a name is no name of a field."""
_LANGUAGES = ("id", "en", "ja", "zh")
"""Names of texts in several languages, which are seen there too."""
_DASHES = re.compile(r"-{4,}|[—–]+-*|-[—–]+")
_BRACKET = {"[": "]", "{": "}"}


def fix_of(problem: Problem, line_of: LineOf) -> Fix | None:
    """Give the edit that the hint of a problem asks for; nothing where that takes somebody who knows."""
    at = problem.at
    line = line_of(at.line)
    if line is None:
        return None
    if problem.code.startswith("front-matter"):
        return _marks(problem, line, line_of)
    if MENDED in problem.values:
        return _instead(problem, line, problem.values[MENDED], is_safe=_is_safe_slip(problem, line))
    if problem.key == "field-twice":
        return _once(problem, line, line_of)
    if problem.key == "translation-fact":
        return _gone(problem, line, line_of)
    if problem.key == "yaml-documents":
        return Fix(at.line, at.line, (), is_safe=False) if line.rstrip() == "---" else None
    if problem.key == "yaml-line.continued":
        above = line_of(at.line - 1) or ""
        indent = above[: len(above) - len(above.lstrip())]
        return Fix(at.line - 1, at.line, (f"{indent}{problem.values['suggestion']}",), is_safe=False)
    if problem.key == "file-character.control" and problem.values["character"] == "U+FEFF":
        return _instead(problem, line, line.replace("\ufeff", ""), is_safe=True)
    if problem.key == "text-quotes":
        return _straight(problem, line)
    if problem.key in _WORDS:
        return _other_word(problem, line)
    return _other_value(problem, line)


def _instead(problem: Problem, line: str, mended: str, *, is_safe: bool) -> Fix | None:
    at = problem.at
    return None if mended == line else Fix(at.line, at.line, tuple(mended.split("\n")), is_safe=is_safe)


def _is_safe_slip(problem: Problem, line: str) -> bool:
    """Whether a mended line says what the broken one plainly says, and no field is hidden in its value."""
    mended = problem.values[MENDED]
    name, _, rest = mended.partition(":")
    has_field = _holds_field(rest, of_language=name.strip("- ") in _LANGUAGES)
    if problem.key != "yaml-tab.mended" and re.search(r"\s#", mended):
        return False  # a note, or `#1` of the text: one of the two would be lost
    if problem.key in ("yaml-quote", "yaml-quote-open"):
        value = value_of(line) or " "
        is_list = value.lstrip("\"'").lstrip()[:1] in ("[", "{")  # a quote too many, or one too few?
        is_plain = not is_list and not re.search(r"""["'],|["'][\s,;-]+["']""", value)
        is_opened = problem.key == "yaml-quote-open" and value[0] == '"' and value.count('"') == 1
        return is_plain and not has_field and (is_opened or value[-1] == value[0])
    if problem.key == "yaml-character":
        return problem.values["value"] in "@`%" and not has_field
    if problem.key in ("yaml-wide-colon", "yaml-space"):
        longer = mended.replace(": ", "", 1).lstrip("- ")  # of `period:e 2020` the sign may stand too early
        is_torn = any(longer.startswith(name) for name in field_names() if len(name) > len(_name_of(mended)))
        return is_field_line(mended) and not is_torn and not has_field
    if problem.key == "yaml-colon":
        is_whole = re.search(r"[\[\]{}]", rest) is None
        return is_field_line(mended) and is_whole and not has_field
    return problem.key == "yaml-tab.mended"


def _name_of(line: str) -> str:
    return line.partition(":")[0].lstrip("- ")


def _holds_field(value: str, *, of_language: bool) -> bool:
    """Whether the name of a field and a colon stand within a value: two lines may have become one."""
    words = [found[1] for found in re.finditer(r"(\w+)\s*[:：]", value)]
    names = [name for name in (*field_names(), *settings_names()) if len(name) >= _LONG_NAME]
    names += _LANGUAGES if of_language else ()
    return any(is_field_line(f"{word}: x") or any(_is_joined(word, name) for name in names) for word in words)


def _is_joined(word: str, name: str) -> bool:
    """Whether the name of a field ends a word; in `bercerita` and `seharga` it is part of the language."""
    return word.endswith(name) and word.removesuffix(name).casefold() not in _PREFIXES


def _marks(problem: Problem, line: str, line_of: LineOf) -> Fix | None:
    """Put the lines `---` where they belong."""
    number, value = problem.at.line, problem.values.get("value", "")
    match problem.key:
        case "front-matter-open.fields":
            return Fix(number, number - 1, ("---",), is_safe=False)
        case "front-matter-open.marks":
            return Fix(number, number, ("---",), is_safe=_DASHES.fullmatch(value) is not None)
        case "front-matter-open.same-line":
            return Fix(number, number, ("---", line.strip()[3:].strip()), is_safe=False)
        case "front-matter-close.marks":
            fields = [line_of(place) or "" for place in range(int(problem.values["line"]) + 1, number)]
            is_safe = _DASHES.fullmatch(value) is not None and all(map(_is_like_field, fields))
            return Fix(number, number, ("---",), is_safe=is_safe)
        case "front-matter-close.before":
            return Fix(number, number - 1, ("---",), is_safe=False)
        case "front-matter-twice":
            return Fix(number, number, (), is_safe=False)
        case _:
            return None


def _once(problem: Problem, line: str, line_of: LineOf) -> Fix | None:
    """Take away the line of a field that is written twice; safe where both lines are the same.

    Where both stand on one line, within braces, the line holds more than that.
    """
    number = problem.at.line
    below = line_of(number + 1) or ""
    if int(problem.values["line"]) == number:
        return None
    if not re.match(r"\s*[\w-]+:\s+[^\s|>]", line) or _indent_of(below) > _indent_of(line):
        return None
    return Fix(number, number, (), is_safe=line_of(int(problem.values["line"])) == line)


def _gone(problem: Problem, line: str, line_of: LineOf) -> Fix | None:
    """Take away a field and the lines below that belong to it; nothing where others stand on its line."""
    number, indent = problem.at.line, _indent_of(line)
    if problem.at.column - 1 != indent:
        return None
    last, has_value = number, re.search(r":\s+[^\s#]", line) is not None
    for below in count(number + 1):
        text = line_of(below)
        is_item = text is not None and not has_value and text.lstrip()[:2] in ("- ", "-")
        if text is None or (text.strip() and _indent_of(text) + is_item <= indent):
            return Fix(number, last, (), is_safe=False)
        last = below if text.strip() else last
    raise AssertionError


def _indent_of(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_like_field(line: str) -> bool:
    return re.match(r"\s*(?:-\s|#|$)|\s+\S|[^\W\d][\w /-]{0,40}\s*:", line) is not None


def _other_word(problem: Problem, line: str) -> Fix | None:
    """Put the word that was meant for the one that stands there, at the place or behind it."""
    old, new = (problem.values.get(name, "") for name in _WORDS[problem.key])
    start = line.find(old, max(0, problem.at.column - 1)) if old else -1
    start = start if start >= 0 or not old else line.find(old)
    if start < 0 or not new:
        return None
    mended = line[:start] + new + line[start + len(old) :]
    is_same = problem.key == "photo-missing.case" or (
        problem.key == "field-unknown.near" and old != new and old.casefold() == new
    )
    return _instead(problem, line, mended, is_safe=is_same)


def _straight(problem: Problem, line: str) -> Fix | None:
    """Put straight quotes for the typographic ones around a text; of one in straight ones too, nothing."""
    old, new, start = problem.values["value"], problem.values["suggestion"], problem.at.column - 1
    if not line.startswith(old, start):
        return None
    return _instead(problem, line, line[:start] + new + line[start + len(old) :], is_safe=True)


def _other_value(problem: Problem, line: str) -> Fix | None:
    """Put another value in the place of the one that a field has."""
    suggestion = problem.values.get("suggestion", "")
    start = problem.at.column - 1
    if not suggestion or "…" in suggestion or not 0 <= start < len(line):
        return None
    if problem.code in ("yaml-equals", "yaml-wide-colon"):
        name = suggestion.partition(":")[0]
        start = line.rfind(name, 0, start)
        end = _end_of_value(line, start) if start >= 0 else 0
        is_whole = line[start:end].endswith(suggestion[-8:])
        return (
            _instead(problem, line, line[:start] + suggestion + line[end:], is_safe=False)
            if is_whole
            else None
        )
    is_field = problem.code in ("field-unknown", "yaml-space") or problem.key == "language-unknown.no-colon"
    if is_field:  # the hint is the whole field
        found = re.match(r"[^,{}\[\]]*", line[start:])
        name = suggestion.partition(":")[0]
        start = line.rfind(name, 0, start + len(name)) if problem.code == "yaml-space" else start
        if problem.variant == "quotes":
            return _torn(problem, line, suggestion)
        if start < 0 or found is None or problem.variant in _OF_SEVERAL_LINES:
            return None
        end = len(line) if problem.variant == "indent" else _end_of_value(line, start)
        lead = "  " if problem.variant == "indent" else ""
        return _instead(problem, line, line[:start] + lead + suggestion + line[end:], is_safe=False)
    if problem.code not in _VALUED:
        return None
    field = problem.values.get("field", "")
    value = suggestion.removeprefix(f"{field}: ") if field else suggestion
    end = _end_of_value(line, start)
    return _instead(problem, line, line[:start] + value + line[end:], is_safe=False)


_OF_SEVERAL_LINES = (
    *("comma", "comma-unit", "language", "day-and-time", "day-and-hours", "size"),
    "indent-lines",
)
"""Of an unknown field: what the hint says stands in the place of more than its line, or of less."""
_VALUED = frozenset(
    {
        *("base-url-query", "field-type", "figure-period", "location-sign", "price-bands", "price-tiny"),
        *("term-unknown", "timezone-unknown"),
    }
)
"""Of these a suggestion is what should stand in the place of the value."""


def _torn(problem: Problem, line: str, suggestion: str) -> Fix | None:
    """Put the text in braces that commas have torn together again."""
    start = line.rfind(suggestion.partition(":")[0], 0, problem.at.column - 1)
    found = re.search(r"\}|,\s*[^\W\d]\w*:\s", line[problem.at.column - 1 :])
    if start < 0 or found is None:
        return None
    end = problem.at.column - 1 + found.start()
    name, _, quoted = suggestion.partition(": ")
    is_safe = line[start:end].strip() == f"{name}: {quoted[1:-1]}"  # nothing but the quotes is new
    return _instead(problem, line, line[:start] + suggestion + line[end:], is_safe=is_safe)


def _end_of_value(line: str, start: int) -> int:
    """Find where the value ends that begins at `start`: within brackets at a comma, else with the line."""
    first = line[start]
    if first in "\"'":
        pattern = r"'(?:[^']|'')*'" if first == "'" else r'"(?:[^"\\]|\\.)*"'
        found = re.match(pattern, line[start:])
        return start + found.end() if found else len(line)
    if first in _BRACKET:
        closing = line.find(_BRACKET[first], start)
        return closing + 1 if closing >= 0 else len(line)
    before = re.sub(r"\"[^\"]*\"|'[^']*'", "", line[:start])
    is_within = before.count("[") + before.count("{") > before.count("]") + before.count("}")
    found = re.search(r"\s*[,\]}]|\s+#" if is_within else r"\s+#", line[start:])
    return start + found.start() if found else len(line.rstrip())
