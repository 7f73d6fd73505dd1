"""What an editor may have meant by the name of a field that is not known."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from site_builder.model.nearest import is_slip, likeness, nearest
from site_builder.model.readers.hours import read_hours
from site_builder.model.readers.weekdays import is_days
from site_builder.model.readers.written import ScalarFault, shorten
from site_builder.names import Kind
from site_builder.problems import Problem, Span
from site_builder.source.mended_lines import is_language
from site_builder.source.tree import Tree, TreeValue
from site_builder.source.value_slips import quote_value
from site_builder.validate.event_times import event_time
from site_builder.validate.header_words import fields_meant
from site_builder.validate.said_elsewhere import (
    is_of_state,
    said_elsewhere,
    there_already,
    without_field,
)
from site_builder.validate.shapes import (
    FieldShape,
    ListShape,
    RecordShape,
    ScalarShape,
    Shape,
    TextShape,
    shape_of_kind,
)
from site_builder.validate.size_parts import size_told
from site_builder.validate.synonyms import MEANT
from site_builder.validate.torn import torn_text


def unknown_field(
    fields: Sequence[FieldShape],
    path: str,
    key: str,
    entries: Mapping[str, Tree],
    languages: Sequence[str],
    *,
    in_english: bool,
) -> Problem:
    """Point at the key; suggest the name most like it, of equals the one in the editor's language.

    `entries` are all that stand beside it, `languages` those of the site.
    """
    told = (
        _text_in_language(fields, path, key, entries, languages)
        or size_told(fields, path, entries, in_english=in_english)
        or _miswritten(fields, path, key, entries)
        or said_elsewhere(fields, path, key, entries, in_english=in_english)
        or event_time(fields, path, key, entries, in_english=in_english)
    )
    if told is not None:
        return told
    item = entries[key]
    at = Span(path, item.key_line, item.key_column)
    known = [field.called(in_english=in_english) for field in fields]
    free = [field for field in fields if not any(name in entries for name in field.names)]
    is_entry = any(field.name == "draft" for field in fields)
    is_market = is_entry and key.casefold() in _MARKETS
    others = fields_meant(Kind(path.split("/")[1]), key) if is_entry else ()
    near = (
        "" if is_market or is_of_state(key) else _meant(fields, key, others, in_english=in_english, free=free)
    )
    if near:
        return Problem("field-unknown", at, "near", {"field": shorten(key), "suggestion": near})
    has_text = is_entry and path.endswith(".md")
    untold = there_already(fields, key, others, entries) or (without_field(key) if has_text else None)
    if untold is not None:
        return Problem("field-unknown", at, untold[0], {"field": shorten(key), **untold[1]})
    folders = folders_of(key) if is_entry else ""
    variant = "market" if is_market else "elsewhere" if folders else ""
    return Problem(
        "field-unknown", at, variant, {"field": shorten(key), "known": ", ".join(known), "folders": folders}
    )


def _miswritten(
    fields: Sequence[FieldShape], path: str, key: str, entries: Mapping[str, Tree]
) -> Problem | None:
    """Tell of a name that is known and was written with other signs, or with a value torn in two."""
    item = entries[key]
    at = Span(path, item.key_line, item.key_column)
    if ":" in key and not item.value:  # `{lebar:32}` is a key without a value for YAML
        name, _, value = key.partition(":")
        values = {"value": "", "suggestion": f"{name}: {value.strip()}".rstrip()}
        return Problem("yaml-space", Span(path, item.key_line, item.key_column + len(name) + 1), "", values)
    bare = key.replace("\u00a0", " ").strip()
    if bare != key and any(bare in field.names for field in fields):
        values = {"suggestion": f"{bare}: {_line(item.value)}".rstrip()}
        return Problem("yaml-space", at, "hidden", values)
    other = _OTHER_SIGN.match(key)
    if other is not None and any(other["name"] in field.names for field in fields):
        rest = f"{other['rest']}: {item.value}" if item.value else other["rest"]
        code = "yaml-equals" if other["sign"] == "=" else "yaml-wide-colon"
        place = Span(path, item.key_line, item.key_column + other.start("sign"))
        return Problem(code, place, "", {"suggestion": f"{other['name']}: {_line(rest)}"})
    first, _, rest = key.partition(" ")
    if rest and not item.value and any(first in field.names for field in fields):
        values = {"suggestion": f"{first}: {rest.strip()}"}
        return Problem("yaml-no-colon", Span(path, item.key_line, item.key_column + len(first)), "", values)
    before = _before(key, entries)
    if key.isdecimal() and not item.value and before is not None and before[1].value:
        values = {"suggestion": f"{before[0]}: {_line(before[1].value)}.{key}"}
        return Problem("field-unknown", at, "comma", values)
    measured = _with_unit(fields, key, entries)
    if measured:
        return Problem("field-unknown", at, "comma-unit", {"value": key, "suggestion": measured})
    torn = torn_text(key, entries)
    if torn is not None:
        return Problem("field-unknown", Span(path, *torn.at), torn.variant, torn.values)
    for parent in filter(None, (_block_above(fields, key, entries), _empty_above(key, entries))):
        shape = next((field.shape for field in fields if parent in field.names), None)
        dash = None if shape is None else _dash(shape, key)
        below = _own_lines(shape, key, item) if dash == "" else {}
        if below:
            values = {"field": shorten(key), "parent": parent, **_lines_told(key, below)}
            return Problem("field-unknown", at, "indent-lines", values)
        if dash is not None:
            is_far_below = item.line > item.key_line and item.column > item.key_column + 2
            line = f"{dash}{key}: {'' if is_far_below else _line(item.value)}".rstrip()
            values = {"field": shorten(key), "parent": parent, "suggestion": line}
            return Problem("field-unknown", at, "indent", values)
    return None


def _own_lines(shape: Shape | None, key: str, item: Tree) -> dict[str, Tree]:
    """Give the parts of a field that lost its spaces which lost theirs with it: what it holds rightly.

    What else stands there belongs to the block around it, whose spaces it has.
    """
    field = shape.by_written.get(key) if isinstance(shape, RecordShape) else None
    is_near = item.line > item.key_line and item.column <= item.key_column + 2
    if field is None or not is_near or not isinstance(item.value, dict):
        return {}
    is_text = isinstance(field.shape, TextShape)
    return {
        name: part
        for name, part in item.value.items()
        if (is_language(name) if is_text else _dash(field.shape, name) == "")
    }


def _lines_told(key: str, below: Mapping[str, Tree]) -> dict[str, str]:
    parts = [f"    {name}: {_line(part.value)}" for name, part in below.items()]
    return {
        "lines": ", ".join(str(part.key_line) for part in below.values()),
        "suggestion": ", ".join(f"`{line}`" for line in (f"  {key}:", *parts)),
    }


def _with_unit(fields: Sequence[FieldShape], key: str, entries: Mapping[str, Tree]) -> str:
    """Give `menit: 90` of `menit: 1,5 jam` in braces, which is `menit: 1` and a field `5 jam` there."""
    before, item = _before(key, entries), entries[key]
    if before is None or item.value or not re.match(r"\d{1,2}\s*[^\W\d_]", key, re.ASCII):
        return ""
    name, number = before
    shape = next((field.shape for field in fields if name in field.names), None)
    whole = number.value if isinstance(number.value, str) else ""
    is_beside = (number.line, number.column + len(whole) + 1) == (item.key_line, item.key_column)
    if not re.fullmatch(r"\d{1,3}", whole, re.ASCII) or not is_beside or not isinstance(shape, ScalarShape):
        return ""
    try:
        shape.scalar.read(f"{whole},{key}")
    except ScalarFault as fault:
        return f"{name}: {fault.values['suggestion']}" if "suggestion" in fault.values else ""
    return ""


def folders_of(key: str) -> str:
    """Name the folders of the kinds that have this field."""
    kinds = (kind for kind in Kind if key in shape_of_kind(kind).by_written)
    return ", ".join(f"`content/{kind.value}/`" for kind in kinds)


_MARKETS = frozenset({"pasar", "pasar_ekspor", "negara_tujuan", "markets", "export_markets"})
"""What is tried for the countries to which something is sold; no field holds them."""


def _text_in_language(
    fields: Sequence[FieldShape], path: str, key: str, entries: Mapping[str, Tree], languages: Sequence[str]
) -> Problem | None:
    """Tell of `teks_alt: Tas, en: Bag`: a translation belongs into braces behind the name of its text."""
    before, item = _before(key, entries), entries[key]
    if key not in languages or before is None or not isinstance(item.value, str):
        return None
    name, text = before
    is_text = any(name in field.names and isinstance(field.shape, TextShape) for field in fields)
    if not is_text or not isinstance(text.value, str) or text.key_line != item.key_line:
        return None
    both = ", ".join(
        f"{lang}: {quote_value(said)}" for lang, said in ((languages[0], text.value), (key, item.value))
    )
    values = {"field": key, "value": name, "suggestion": f"{name}: {{{both}}}"}
    return Problem("field-unknown", Span(path, item.key_line, item.key_column), "language", values)


_OTHER_SIGN = re.compile(r"(?P<name>[^\W\d]\w*)\s*(?P<sign>[=：﹕ː])\s*(?P<rest>.*)")
"""A field whose colon is another sign, which makes all of it a name for YAML."""


def _meant(
    fields: Sequence[FieldShape],
    key: str,
    others: Sequence[str],
    *,
    in_english: bool,
    free: Sequence[FieldShape],
) -> str:
    """Give the name that was meant: one that differs in capitals only, a synonym, or one that is near.

    `others` are fields that it means in the lists of offices.

    What is only near is a slip of one of the fields that are `free`, or looks very much like any.
    """
    names = [name for field in fields for name in field.names]
    word = key.casefold().strip().replace("_", "-").replace(" ", "-")
    same = next((name for name in names if name.replace("_", "-") == word), "")
    if same:
        return same
    for meant in (*MEANT.get(word, ()), *others):
        field = next((field for field in free if field.name == meant), None)
        if field is not None:
            return field.called(in_english=in_english)
    known = [field.called(in_english=in_english) for field in fields]
    near, other = nearest(key, known), nearest(key, names)
    best = other if likeness(key, other) > likeness(key, near) else near
    if likeness(key, best) >= _VERY_MUCH:
        return best
    slips = (name for name in (best, *known, *names) if name and is_slip(word, name.replace("_", "-")))
    slip = next(slips, "")
    return slip if any(slip in field.names for field in free) else ""


_VERY_MUCH = 0.8
"""`prcie` is `price`, which may stand there already; `stok` is not `toko`."""


def _before(key: str, entries: Mapping[str, Tree]) -> tuple[str, Tree] | None:
    names = list(entries)
    place = names.index(key)
    return (names[place - 1], entries[names[place - 1]]) if place else None


_MOST_ABOVE = 100
"""Lines that may stand between a name and what was meant to be its parts."""


def _empty_above(key: str, entries: Mapping[str, Tree]) -> str:
    """Give the nearest name above `key` that holds nothing."""
    names = list(entries)
    place = names.index(key)
    above = reversed(names[max(0, place - _MOST_ABOVE) : place])
    return next((name for name in above if not entries[name].value), "")


def _block_above(fields: Sequence[FieldShape], key: str, entries: Mapping[str, Tree]) -> str:
    """Give the nearest field above `key` if its parts stand below it and lack that one alone.

    Unknown names between the two have lost their spaces as well.
    """
    names = list(entries)
    place = names.index(key)
    for name in reversed(names[max(0, place - _MOST_ABOVE) : place]):
        field = next((field for field in fields if name in field.names), None)
        if field is None:
            continue
        item, shape = entries[name], field.shape
        if (
            not isinstance(shape, RecordShape)
            or not isinstance(item.value, dict)
            or key not in shape.by_written
        ):
            return ""
        is_lacking = not any(other in item.value for other in shape.by_written[key].names)
        return name if item.line > item.key_line and item.column == item.key_column + 2 and is_lacking else ""
    return ""


def _dash(shape: Shape, key: str) -> str | None:
    """Say what stands before a part of a field, `- ` in a list; nothing when `key` is no part of it."""
    if isinstance(shape, ListShape):
        below = _dash(shape.item, key)
        return None if below is None else f"- {below}"
    if isinstance(shape, RecordShape):
        return "" if key in shape.by_written else None
    is_week = isinstance(shape, ScalarShape) and shape.scalar.read is read_hours
    return "" if is_week and is_days(key) else None


_CURLY = (("“", "”"), ("„", "“"), ("„", "”"), ("‘", "’"), ("«", "»"))


_TORN_NUMBERS = ("field-unknown.comma", "field-unknown.comma-unit")


def told_already(shape: RecordShape, problems: Iterable[Problem], found: Collection[str]) -> Iterator[str]:
    """Name the fields of which nothing more need be said.

    Unknown ones were meant to be them, so that they are not missing, or a comma tore their number in two.
    """
    for problem in problems:
        meant = problem.values.get("suggestion", "").lstrip("[{").partition(":")[0]
        if problem.key == "field-unknown.size":
            yield from (name for name in shape.by_name if name not in found)
        elif problem.code.startswith(("field-unknown", "yaml-")) and meant in shape.by_written:
            name = shape.by_written[meant].name
            if name not in found or problem.key in _TORN_NUMBERS:
                yield name


def quotes_left_over(text: str, *, is_name: bool) -> tuple[str, str] | None:
    """Give the face of a fault and the text to write where quotes would be seen on the site.

    Curly ones around a sentence are somebody's words, around a name they were meant for YAML.
    """
    if is_name and text[0] in "“„‘«" and (straight := without_curly_quotes(text)):
        return "", straight
    if text.count('"') == 1 and (bare := without_lone_quote(text)):
        return "lone", bare
    return None


def without_curly_quotes(text: str) -> str:
    """Give a text that stands in typographic quotes as a whole in straight ones; nothing of another text.

    YAML takes only straight ones away: the others are seen on the site.
    """
    inner = text[1:-1].strip()
    is_whole = (text[:1], text[-1:]) in _CURLY and not any(sign in inner for pair in _CURLY for sign in pair)
    return quote_value(inner) if is_whole and inner else ""


def without_lone_quote(text: str) -> str:
    """Give a text without the one straight quote at one of its ends; nothing where it may mean inches."""
    bare = text.strip('"').strip()
    is_lone = text[0] == '"' or (text[-1] == '"' and not text[-2:-1].isdigit())
    return quote_value(bare) if is_lone and bare and "\n" not in bare else ""


def _line(value: TreeValue) -> str:
    return shorten(value) if isinstance(value, str) else "…"
