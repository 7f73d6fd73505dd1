"""Lines of a YAML text as they were meant: a colon, a comma or a bracket put right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from types import ModuleType
from typing import TypeVar, get_args, get_origin, get_type_hints

import yaml
from msgspec import Struct

from site_builder.model.readers.week import week_of
from site_builder.model.readers.weekdays import is_days

MOST_TRIED = 100_000
"""Signs of a text that is read again to see whether a mended line mends it all."""

_EQUALS = re.compile(r"(?P<start>\s*(?:-\s+)*(?P<key>[^\W\d]\w{0,40}))\s*=\s*(?P<value>[^=\s].*)")
_WORDS = re.compile(r"(?P<start>\s*(?:-\s+)*(?P<key>[^\W\d]\w{0,40}))\s+(?P<value>\S.*)")
_BEGINS_FIELD = re.compile(r"\s*(?:-\s+)*[^\W\d][\w /-]{0,40}?\s*:(?:\s|$)")
_KNOWN = re.compile(r"\s*(?:-\s+)*(?P<key>[^\W\d][\w-]{0,40}):(?:\s|$)")
_PART_OF_MAPPING = re.compile(r"([^\W\d]\w*)\s*:\s+([^,:]+?)\s*(?:,\s*|$)")
_NAME_IN_BRACES = re.compile(r"(?:^|(?<=[\s,]))(?P<name>[^\W\d]\w*)\s*:(?=\s)")
_WIDE_COMMA = re.compile(r"[，、]\s*(?=[^\W\d]\w*\s*:\s)")
_LANGUAGE = re.compile(r"[a-z]{2}")
_SECOND_NAME = re.compile(r"(?<![\w-])(?P<name>[^\W\d]\w{2,40}):(?=\s)")
_IN_QUOTES = re.compile(r"\"[^\"\\]*\"|'[^']*'")
_CLOSING = {"[": "]", "{": "}", "(": ")"}


class Mended(Struct, frozen=True):
    """A line as it should be; `column` (from 0) is where it went wrong."""

    column: int
    line: str


def begins_field(line: str) -> bool:
    return _BEGINS_FIELD.match(line) is not None


def is_field_line(line: str) -> bool:
    """Whether a line begins with the name of a field, a day or a language, and a colon."""
    found = _KNOWN.match(line)
    if found is None:
        return False
    key = found["key"]
    return is_language(key) or is_days(key) or key in field_names() or key in settings_names()


def is_language(key: str) -> bool:
    return _LANGUAGE.fullmatch(key) is not None


def equals_for_colon(line: str) -> Mended | None:
    """Mend `nama = Bengkel`."""
    found = _EQUALS.fullmatch(line)
    if found is None:
        return None
    return Mended(line.index("=", found.end("key")), f"{found['start']}: {found['value'].rstrip()}")


def colon_left_out(line: str) -> Mended | None:
    """Mend `nama Bengkel` and `senin-sabtu 08.00-17.00`, of which the first word must be a known name."""
    if begins_field(line) or re.search(r"[^\W\d]:", line):
        return None
    week = week_of(line)
    if week and ", " not in week:
        return Mended(len(line) - len(line.lstrip()), week.strip("{}"))
    found = _WORDS.fullmatch(line)
    if found is None or found["key"] not in field_names() or ":" in found["value"]:
        return None
    return Mended(found.end("key"), f"{found['start']}: {found['value'].rstrip()}")


def braces_left_out(key: str, value: str) -> str:
    """Give `{senin-sabtu: 08.00-17.00}` for a value of which the parts lack their braces, or nothing."""
    week = week_of(value) if key in ("jam_buka", "hours") else ""
    if week:
        return week
    parts = _PART_OF_MAPPING.findall(value)
    is_whole = parts and _PART_OF_MAPPING.sub("", value) == ""
    if is_whole and all(name in field_names() for name, _ in parts):
        return "{" + ", ".join(f"{name}: {part}" for name, part in parts) + "}"
    return ""


def mended_brackets(value: str) -> str:
    """Close `[a, b` and `[a, b]]` rightly, with commas between the parts; nothing where brackets nest."""
    if value[:1] not in _CLOSING:
        return ""
    inner = value[1:].rstrip("]}) ,;").strip()
    if not inner or re.search(r"[\[\]{}()\"']", inner):
        return ""
    if value[0] == "{":
        inner = re.sub(r"([^\W\d][\w -]*):(?=[^\s/])", r"\1: ", inner)
        inner = re.sub(r"\s*;\s*(?=[^\W\d][\w -]*:\s)", ", ", inner)
    else:
        inner = re.sub(r"\s*;\s*", ", ", inner)
    opening = "{" if value[0] == "{" else "["
    return f"{opening}{inner}{_CLOSING[opening]}"


def fields_set_apart(value: str) -> str:
    """Mend `{berkas: a.jpg teks_alt: Bengkel: Bu Sri, Kludan}`: commas between fields, quotes around texts.

    Gives nothing where no field is known or quotes stand in the way.
    """
    inner = _WIDE_COMMA.sub(", ", value[1:-1])
    found_names = list(_NAME_IN_BRACES.finditer(inner))
    of_languages = bool(found_names) and _LANGUAGE.fullmatch(found_names[0]["name"]) is not None
    starts = [
        found
        for found in found_names
        if found["name"] in field_names() or (of_languages and _LANGUAGE.fullmatch(found["name"]))
    ]
    if (
        not value.startswith("{")
        or not value.endswith("}")
        or not starts
        or inner[: starts[0].start()].strip()
    ):
        return ""
    ends = [*(found.start() for found in starts[1:]), len(inner)]
    parts: list[str] = []
    for found, end in zip(starts, ends, strict=True):
        text = inner[found.end() : end].strip().rstrip(",;").rstrip()
        if not _IN_QUOTES.fullmatch(text):
            if re.search(r"[\[\]{}\"]", text):
                return ""
            text = f'"{text}"' if re.search(r":(\s|$)|,\s", text) else text
        parts.append(f"{found['name']}: {text}")
    return "{" + ", ".join(parts) + "}"


def two_fields(value: str) -> int:
    """Say where in a value a second field begins, as when a line break was lost; 0 where none does."""
    start = 0
    if value[:1] in _CLOSING:
        start = value.find(_CLOSING[value[0]]) + 1
    elif value[:1] in ("'", '"'):
        start = value.find(value[0], 1) + 1
    if not start and value[:1] in ("'", '"', *_CLOSING):
        return 0
    found = _SECOND_NAME.search(value, start)
    if found is None or not value[: found.start()].strip() or found["name"] not in field_names():
        return 0
    return found.start()


def quotes_closed(value: str) -> str:
    """Close a quote that is left open within brackets, at their end; nothing where that mends nothing."""
    if value[:1] not in _CLOSING or value[-1:] != _CLOSING[value[0]] or value.count('"') != 1:
        return ""
    closed = f'{value[:-1]}"{value[-1]}'
    if not re.search(r"[:,\[]\s*\"", value) or not is_readable(closed):
        return ""
    return closed


def dashed(lines: list[str], number: int) -> str:
    """Give a line with the `- ` that the items of a list around it have, if it begins an item too."""
    line = lines[number].strip()
    above = [text for text in lines[max(0, number - 40) : number] if text.strip()]
    place = next((n for n in range(len(above) - 1, -1, -1) if above[n].lstrip().startswith("- ")), None)
    if (
        place is None
        or line.startswith("-")
        or any(begins_outside(text, above[place]) for text in above[place:])
    ):
        return ""
    key = line.partition(":")[0] if not line.startswith(("{", "[")) else ""
    keys = [text.lstrip("- ").partition(":")[0] for text in above[place:]]
    is_alike = line[:1] == above[place].lstrip("- ")[:1] if not key else key in keys
    mended = above[place][: above[place].index("-")] + f"- {line}"
    readable = is_readable("\n".join([*lines[:number], mended, *lines[number + 1 :]]))
    return mended if is_alike and readable else ""


def colon_beside(lines: list[str], number: int) -> str:
    """Give a line with the colon that it lacks, where the lines beside it show that it is a field.

    It is the text in one language among others, or has its parts below it.
    """
    line = lines[number]
    indent = line[: len(line) - len(line.lstrip())]
    beside = [text for text in (*lines[number - 1 : number], *lines[number + 1 : number + 2]) if text]
    word, _, rest = line.strip().partition(" ")
    of_languages = any(re.match(rf"{indent}[a-z]{{2}}:\s", text) for text in beside)
    if rest and _LANGUAGE.fullmatch(word) and of_languages:
        return f"{indent}{word}: {rest.lstrip()}"
    has_parts = any(
        len(text) - len(text.lstrip()) > len(indent) or text.lstrip()[:2] == "- " for text in beside[-1:]
    )
    if not rest and has_parts and re.fullmatch(r"[^\W\d][\w-]*", word):
        return f"{indent}{word}:"
    return ""


def begins_outside(line: str, item: str) -> bool:
    """Whether a line stands further out than an item, so that its list is over."""
    return len(line) - len(line.lstrip()) < len(item) - len(item.lstrip())


def indented(lines: list[str], number: int) -> str:
    """Give a line with as many spaces as one beside it has, if the whole can be read then; else nothing."""
    line = lines[number].lstrip()
    beside = [
        next((text for text in others if text.strip()), "")
        for others in (lines[number - 1 :: -1] if number else [], lines[number + 1 :])
    ]
    spaces = [len(text) - len(text.lstrip()) for text in beside]
    spaces += [spaces[0] + 2, max(0, spaces[0] - 2)]
    now = len(lines[number]) - len(line)
    for count in dict.fromkeys(spaces):
        mended = " " * count + line
        if count != now and is_readable("\n".join([*lines[:number], mended, *lines[number + 1 :]])):
            return mended
    return ""


def untabbed(lines: list[str], number: int, path: str) -> tuple[str, ...]:
    """Give a line with spaces for the tabs before it, once for each thing that it may mean there.

    A field that stands in no other one in files such as `path` may be meant so, with nothing before it.
    Where nothing can be read, there is none.
    """
    line = lines[number].lstrip()
    below = next((text for text in lines[number + 1 :] if text.strip()), "")
    after = [below] if "\t" not in below[: len(below) - len(below.lstrip())] else []
    fitting: dict[tuple[str, ...], str] = {}
    for count in (2, 4, 6, 8):
        meaning = _meaning("\n".join([*lines[:number], " " * count + line, *after]))
        if meaning:
            fitting.setdefault(meaning, " " * count + line)
    if lines[number] == f"\t{line}" and is_field_line(line) and (not fitting or stands_alone(line, path)):
        meaning = _meaning("\n".join([*lines[:number], line, *after]))
        fitting = {meaning: line, **fitting} if meaning else fitting
    return tuple(fitting.values())


def stands_alone(line: str, path: str) -> bool:
    """Whether a line is a field that a file has at its top."""
    found = _KNOWN.match(line)
    return found is not None and found["key"] in _top_names(path.removeprefix("content/").partition("/")[0])


def is_readable(text: str) -> bool:
    """Whether YAML can be read, whatever it says; of a huge text it is not tried."""
    return bool(_meaning(text))


def _meaning(text: str) -> tuple[str, ...]:
    """Give what YAML says, so that the same with more spaces is the same; nothing where it can't be read."""
    if len(text) > MOST_TRIED:
        return ()
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    said: list[str] = []
    try:
        while loader.check_event():
            event = loader.get_event()
            said.append(f"{type(event).__name__} {getattr(event, 'value', '')}")
    except (yaml.YAMLError, ValueError, IndexError, OverflowError):
        return ()
    finally:
        loader.dispose()
    return tuple(said)


@cache
def field_names() -> frozenset[str]:
    """Give every name that a field of any kind may have; worked out only for a file with a fault."""
    from site_builder.model import entries

    return _names_in(entries)


@cache
def text_names() -> frozenset[str]:
    """Give every name of a field that holds one text, whichever kind has it."""
    from site_builder.model import entries

    structs = list(_structs_of(entries))
    return _names_of(structs, _is_text) - _names_of(structs, _is_list)


@cache
def yes_no_names() -> frozenset[str]:
    """Give every name of a field that is yes or no: of these nothing at all is an answer too."""
    from site_builder.model import entries
    from site_builder.model.scalars import YesNo

    return _names_of(list(_structs_of(entries)), lambda hint: get_args(YesNo)[1] in get_args(hint))


@cache
def settings_names() -> frozenset[str]:
    """Give every name that a field of `site.yaml` or `vocabulary.yaml` may have."""
    from site_builder.model import config

    return _names_in(config)


@cache
def names_together() -> tuple[frozenset[str], ...]:
    """Give the names of the fields that one thing has, for each thing that files tell of."""
    from site_builder.model import config, entries

    return tuple(_names_of([cls]) for module in (config, entries) for cls in _structs_of(module))


@cache
def _top_names(of: str) -> frozenset[str]:
    """Give the names of fields that stand in no other one, in a file or a folder of `content/`."""
    from site_builder.model import catalog, config, entries

    files: dict[str, list[type]] = {"site.yaml": [config.SiteConfig], "vocabulary.yaml": [config.Vocabulary]}
    files |= {kind.value: [entries.Meta, facts] for kind, facts in catalog.FACTS.items()}
    return _names_of(files.get(of, []))


def _is_list(hint: object) -> bool:
    return get_origin(hint) is tuple or any(map(_is_list, get_args(hint)))


def _is_text(hint: object) -> bool:
    """Whether a type is that of a text, translated or not; not of a number that is written as one."""
    from site_builder.model.scalars import Plain

    parts = get_args(hint)
    return isinstance(hint, TypeVar) or get_args(Plain)[1] in parts or any(map(_is_text, parts))


def _names_in(module: ModuleType) -> frozenset[str]:
    return _names_of(_structs_of(module))


def _structs_of(module: ModuleType) -> Iterator[type]:
    return (cls for cls in vars(module).values() if isinstance(cls, type) and issubclass(cls, Struct))


def _names_of(classes: Iterable[type], wanted: Callable[[object], bool] = lambda _: True) -> frozenset[str]:
    from site_builder.model.fields import Named

    names: set[str] = set()
    for cls in classes:
        if cls not in (Named, Struct):
            for name, hint in get_type_hints(cls, include_extras=True).items():
                marks = [mark for mark in get_args(hint) if isinstance(mark, Named)]
                if not wanted(hint):
                    continue
                names |= {word for mark in marks for word in (name, mark.indonesian, *mark.others)}
    return frozenset(names)
