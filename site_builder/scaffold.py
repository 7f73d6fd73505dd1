"""New entries as text: the name filled in, every field explained in a comment, nothing published yet.

Knows no disk: what a site already has is given as `Surroundings`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from site_builder.comments import comment_lines
from site_builder.descriptions import Description, describe
from site_builder.examples import NewEntry, Surroundings, ending_of, example_for
from site_builder.messages import sentence_for
from site_builder.model.fields import RefTo
from site_builder.model.nearest import nearest
from site_builder.model.readers.paths import slug_fault, slug_like
from site_builder.model.readers.words import TURNING, read_plain
from site_builder.model.scalars import Written
from site_builder.names import SINGULAR, EntryId, Kind
from site_builder.problems import Problem, Span
from site_builder.source.flow_yaml import flow_yaml
from site_builder.source.naming import INDONESIAN_FOLDERS, YAML_KINDS
from site_builder.text.slug import slug_of
from site_builder.validate.described import owners_of_kind
from site_builder.validate.fields import LONGEST_NAME
from site_builder.validate.shapes import (
    ChoiceShape,
    FieldShape,
    ListShape,
    ScalarShape,
    Shape,
    TextShape,
    shape_of_kind,
)

COMMAND = "sentra new"
"""Where faults of what was asked are told."""

_MOST_TERMS = 24
"""Words of the vocabulary that a comment names; the file has all of them."""

_NEEDED: dict[Kind, tuple[str, ...]] = {Kind.FIGURES: ("sources",), Kind.CHARTS: ("figures",)}
"""What rules ask for besides the required fields."""
_FIRST = ("summary", "photos")
"""Optional fields of all kinds that nearly every entry has."""
_LIVE = "draft"

_OTHER_WORDS = {"rute": Kind.VISITS, "trip": Kind.VISITS, "trips": Kind.VISITS}
_INVISIBLE = frozenset({"Cc", "Cs", "Zl", "Zp"})
_REFUSED_IN_FILES = frozenset("\ufeff\ufffd\ufffe\uffff")


def phrase(key: str, language: str, **values: str) -> str:
    return sentence_for(Problem(key, Span(COMMAND), values=values), language).message


# --- what was asked ---------------------------------------------------------------------------


def words_of_kinds(language: str) -> dict[str, Kind]:
    """Give how kinds are called in a language, in the order in which editors need them."""
    words = SINGULAR if language == "en" else INDONESIAN_FOLDERS
    return dict(sorted(words.items(), key=lambda item: item[1] is Kind.PAGES))


def kind_named(word: str, language: str) -> Kind | Problem:
    """Tell which kind a word means: `toko`, `shop` and `shops` are one."""
    bare = word.strip().casefold()
    known = {**words_of_kinds(language), **INDONESIAN_FOLDERS, **SINGULAR, **_OTHER_WORDS}
    known |= {kind.value: kind for kind in Kind}
    if bare in known:
        return known[bare]
    own = words_of_kinds(language)
    near = nearest(bare, list(own)) or nearest(bare, list(known))
    if near:
        return Problem("kind-unknown", Span(COMMAND), "near", {"word": word[:40], "suggestion": near})
    return Problem("kind-unknown", Span(COMMAND), values={"word": word[:40], "known": ", ".join(own)})


def example_name(kind: Kind, language: str) -> str:
    return _description(kind, language, "name").example


def tidy_name(name: str, kind: Kind, language: str) -> str | Problem:
    """Give a name as it will be read from the file, or say why it can't be one."""
    bare = name.strip()
    if not bare:
        values = {"example": example_name(kind, language)}
        return Problem("new-name", Span(COMMAND), "blank", values)
    for sign in bare:
        is_seen = unicodedata.category(sign) not in _INVISIBLE and sign not in _REFUSED_IN_FILES
        if not is_seen or TURNING.match(sign):
            return Problem("new-name", Span(COMMAND), "signs", {"sign": f"U+{ord(sign):04X}"})
    if len(bare) > LONGEST_NAME:
        values = {"length": str(len(bare)), "most": str(LONGEST_NAME)}
        return Problem("new-name", Span(COMMAND), "long", values)
    return bare


def id_for(name: str) -> EntryId | None:
    """Propose an id; `None` where the name has no letter that an address may have."""
    slug = slug_of(name)
    if slug_fault(slug):
        slug = slug_like(slug)
    return EntryId(slug) if slug else None


def id_written(text: str, kind: Kind, language: str) -> EntryId | Problem:
    """Take an id that somebody wrote, or propose the one that was meant."""
    bare = text.strip().removesuffix(ending_of(kind))
    if not slug_fault(bare):
        return EntryId(bare)
    meant = id_for(bare)
    if meant:
        return Problem("new-id", Span(COMMAND), "near", {"value": bare[:40], "suggestion": meant})
    example = id_for(example_name(kind, language)) or ""
    return Problem("new-id", Span(COMMAND), values={"value": bare[:40], "example": example})


def no_id(name: str, kind: Kind, language: str) -> Problem:
    example = id_for(example_name(kind, language)) or ""
    return Problem("new-id", Span(COMMAND), "none", {"value": name[:40], "example": example})


def draft_line(kind: Kind, language: str) -> str:
    """Give the line whose absence publishes an entry."""
    draft = shape_of_kind(kind).by_name[_LIVE]
    return f"{_name(draft, language)}: {_description(kind, language, _LIVE).example}"


# --- the text ---------------------------------------------------------------------------------


def entry_text(new: NewEntry, language: str, around: Surroundings) -> str:
    """Write a new entry, in the field names and words of `language` (`id` or `en`).

    It is a draft that `sentra check` accepts, and so it is with any of its example lines uncommented.
    """
    shape = shape_of_kind(new.kind)
    lines = [*comment_lines(phrase("new-head", language, draft=draft_line(new.kind, language)))]
    lines += _about_languages(new.kind, language, around)
    lines += [draft_line(new.kind, language), ""]
    fields = [one for one in shape.fields if one.name != _LIVE]
    needed = (*_NEEDED.get(new.kind, ()), *(("photos",) if new.photos else ()))
    required = [one for one in fields if one.required or one.name in needed]
    for one in required:
        lines += [*_required(one, new, language, around), ""]
    lines += [*comment_lines(phrase("new-optional", language)), ""]
    for one in _in_order([one for one in fields if one not in required], new.kind):
        description = _description(new.kind, language, one.name)
        value = example_for(one, language, new, around)
        lines += _explained(one, description.about, language, around)
        lines += [f"#{_name(one, language)}: {flow_yaml(value)}", ""]
    if new.kind in YAML_KINDS:
        return "\n".join((schema_line(new.kind), *lines))
    lines += comment_lines(phrase("new-body", language))
    return "\n".join(("---", *lines, "---", ""))


def schema_line(kind: Kind) -> str:
    """Write what tells text editors where the schema of this file is, as `sentra schema` writes it."""
    return f"# yaml-language-server: $schema=../../schema/{kind.value}.schema.json"


def _in_order(fields: list[FieldShape], kind: Kind) -> list[FieldShape]:
    """Put a kind's own fields before those that are for all, but for the commonest."""
    common = {one.name for one in shape_of_kind(kind).fields[: _count_of_common(kind)]}

    def place(one: FieldShape) -> int:
        return 0 if one.name in _FIRST else 2 if one.name in common else 1

    return sorted(fields, key=place)


def _count_of_common(kind: Kind) -> int:
    """Tell how many of a kind's fields every kind has: they come first in its shape."""
    names = [one.name for one in shape_of_kind(kind).fields]
    return names.index("sample") + 1


def _required(one: FieldShape, new: NewEntry, language: str, around: Surroundings) -> Iterator[str]:
    description = _description(new.kind, language, one.name)
    called = _name(one, language)
    if one.name == "name":
        yield from comment_lines(description.about)
        second = new.second_name or phrase("new-fill", language, example=new.name)
        names: Written = new.name
        if new.kind in YAML_KINDS and around.both:
            names = dict(zip(around.both, (new.name, second), strict=True))
        yield f"{called}: {flow_yaml(names)}"
        return
    yield from _explained(one, description.about, language, around)
    yield from comment_lines(phrase("new-required", language))
    value = example_for(one, language, new, around)
    if one.name == "photos" and new.photos:
        yield f"{called}:"
        yield from (f"  - {flow_yaml(photo)}" for photo in _photos(value, new, language))
        return
    if _is_free(one.shape):
        value = _to_fill(value, language)
    yield f"{called}: {flow_yaml(value)}"


def _to_fill(example: Written, language: str) -> Written:
    """Make of a text, or of one in each language, one that says of itself that it is still to be written."""
    if isinstance(example, dict):
        return {lang: _to_fill(text, language) for lang, text in example.items()}
    return phrase("new-fill", language, example=example) if isinstance(example, str) else example


def _photos(example: Written, new: NewEntry, language: str) -> Iterator[Written]:
    """Name the photos that are there, as the one in the example."""
    photo = example[0] if isinstance(example, list) else example
    assert isinstance(photo, dict)
    file, *others = photo
    for name in new.photos:
        yield {file: f"{new.id}/{name}"} | {key: _to_fill(photo[key], language) for key in others}


def _about_languages(kind: Kind, language: str, around: Surroundings) -> list[str]:
    """Say how texts stand that have all their languages in one file."""
    if kind not in YAML_KINDS or not around.both:
        return []
    pattern = ", ".join(f"{lang}: …" for lang in around.both)
    others = ", ".join(around.languages[2:])
    more = (phrase("new-languages.more", language, languages=others),) if others else ()
    return comment_lines(" ".join((phrase("new-languages", language, pattern=f"{{{pattern}}}"), *more)))


def _is_free(shape: Shape) -> bool:
    """Whether any text will do, so that it can say of itself that it is still to be written."""
    return isinstance(shape, TextShape) or (
        isinstance(shape, ScalarShape) and shape.ref is None and shape.scalar.read is read_plain
    )


def _explained(one: FieldShape, about: str, language: str, around: Surroundings) -> list[str]:
    return comment_lines(" ".join(filter(None, (about, _choices(one.shape, language, around)))))


def _choices(shape: Shape, language: str, around: Surroundings) -> str:
    """Name the words to choose from, of this site's vocabulary too."""
    below = shape.item if isinstance(shape, ListShape) else shape
    if isinstance(below, ChoiceShape):
        words = list(below.words) if language == "en" else list(below.words.values())
        return phrase("new-choices", language, words=", ".join(words))
    if not isinstance(below, ScalarShape) or below.ref is None or isinstance(below.ref, RefTo):
        return ""
    terms = around.terms.get(below.ref.section, ())
    more = ("…",) if len(terms) > _MOST_TERMS else ()
    return phrase("new-terms", language, words=", ".join((*terms[:_MOST_TERMS], *more))) if terms else ""


def _description(kind: Kind, language: str, name: str) -> Description:
    return describe(language, owners_of_kind(kind), name)


def _name(one: FieldShape, language: str) -> str:
    return one.names[0] if language == "en" else one.indonesian
