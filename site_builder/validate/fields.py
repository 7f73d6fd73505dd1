"""Brings what editors wrote into the form of the structs: English names, lists, all languages of a text.

No value is judged here but texts and choices; the readers of `model/scalars.py` do that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from site_builder.model.fields import TermOf
from site_builder.model.localized import Localized
from site_builder.model.readers.paths import slug_fault, slug_like
from site_builder.model.readers.words import TURNING, is_lang_code
from site_builder.model.readers.written import shorten
from site_builder.model.scalars import Written
from site_builder.names import Lang, SourcePath
from site_builder.problems import Problem, Severity, Span
from site_builder.source.naming import VOCABULARY_PATH
from site_builder.source.tree import Tree, written
from site_builder.validate.blank_texts import says_nothing
from site_builder.validate.blocks import is_pair, no_mapping
from site_builder.validate.choices import one_choice, unknown_choice
from site_builder.validate.items import item_keys
from site_builder.validate.places import FieldPath, is_empty, items_of
from site_builder.validate.shapes import (
    ChoiceShape,
    ListShape,
    RecordShape,
    ScalarShape,
    Shape,
    TermsShape,
    TextShape,
)
from site_builder.validate.suggest import quotes_left_over, told_already, unknown_field
from site_builder.validate.torn import unknown_language

FieldValue: TypeAlias = "Written | Localized | list[FieldValue] | dict[str, FieldValue] | None"
"""`None` stands where a value was refused, and where an optional one without a default is not given."""

LONGEST_NAME = 200
"""In signs, of a name, a title or a label."""
MOST_WORDS = 40
"""Of the vocabulary, in one field of an entry: each makes the entry stand in one list more."""
ONE_LINE = TextShape(one_line=True)


class Side(Struct, frozen=True):
    """The part of a translation's file that belongs to what is being gathered."""

    lang: Lang
    path: SourcePath
    tree: Tree
    name: str
    """Of the innermost field, as the translator wrote it."""


class ReadText(Struct, frozen=True):
    """A text that wants a translation, and the languages that it has."""

    at: FieldPath
    name: str
    """As the editor wrote it."""
    line: int
    """Of the base file."""
    langs: frozenset[Lang]


class FieldReader:
    """Walks one entry with its translations; keeps the faults, and which text has which languages."""

    def __init__(
        self, path: SourcePath, languages: Sequence[Lang], *, in_english: bool, exempt: frozenset[str]
    ) -> None:
        self.path = path
        self.languages = languages
        self.default = languages[0]
        self.in_english = in_english
        self.exempt = exempt
        """Texts that need no translation, such as a shop's own name."""
        self.spares_languages = path == VOCABULARY_PATH
        """A vocabulary may know more languages than the site shows yet."""
        self.problems: list[Problem] = []
        self.refused: set[FieldPath] = set()
        self.texts: list[ReadText] = []

    def record(
        self, shape: RecordShape, tree: Tree, sides: Sequence[Side], at: FieldPath, name: str
    ) -> dict[str, FieldValue] | None:
        """Gather a mapping by the English names of its fields; what is empty is left out."""
        if not isinstance(tree.value, dict) or is_pair(shape, tree):
            variant, values = no_mapping(shape, tree, at, name, self.path, in_english=self.in_english)
            self.refuse(at, "field-type", tree, variant, {**values, **_value(tree)})
            return None
        result: dict[str, FieldValue] = {}
        known = len(self.problems)
        found = self._fields(shape, self.path, tree.value)
        self.refused |= {(*at, name) for name in told_already(shape, self.problems[known:], found)}
        if not at:
            self._own_slug(shape, tree, sides, found)
        parts = self._sides_of_fields(shape, sides, found, at)
        for field_name, (key, item) in found.items():
            field = shape.by_name[field_name]
            result[field_name] = self.value(
                field.shape, item, parts.get(field_name, ()), (*at, field_name), key
            )
        for field in shape.fields:
            if field.nullable and field.name not in result:
                result[field.name] = None
        return result

    def value(self, shape: Shape, tree: Tree, sides: Sequence[Side], at: FieldPath, name: str) -> FieldValue:
        match shape:
            case ScalarShape():
                return written(tree)
            case TextShape():
                return self.text(shape, tree, sides, at, name)
            case ListShape():
                return self.items(shape, tree, sides, at, name)
            case RecordShape():
                return self.record(shape, tree, sides, at, name)
            case ChoiceShape():
                return self.choice(shape, tree, at, name)
            case TermsShape():
                return self.terms(tree, at, name)

    def text(
        self, shape: TextShape, tree: Tree, sides: Sequence[Side], at: FieldPath, name: str
    ) -> Localized | None:
        """Gather a text from the base file, its inline languages and the translations."""
        places = self._languages_in_place(tree, name)
        if self.default not in places:
            values = {"field": name, "language": self.default}
            self.refuse(at, "text-default-missing", tree, "", values)
            return None
        for side in sides:
            if side.lang in places:
                values = {"field": side.name, "line": str(places[side.lang].tree.line)}
                self.note("text-twice", side.path, side.tree, "", values)
            else:
                places[side.lang] = side
        texts = {lang: text for lang, side in places.items() if (text := self._checked(shape, side, at))}
        if self.default not in texts:
            self.refused.add(at)
            return None
        if at[0] not in self.exempt or len(at) > 1:
            self.texts.append(ReadText(at, name, tree.line, frozenset(texts)))
        return Localized(texts)

    def _languages_in_place(self, tree: Tree, name: str) -> dict[Lang, Side]:
        """Give the languages of `{id: …, en: …}`; a plain text is in the default language."""
        if not isinstance(tree.value, dict):
            return {self.default: Side(self.default, self.path, tree, name)}
        places: dict[Lang, Side] = {}
        for code, item in tree.value.items():
            if code not in self.languages and self.spares_languages and is_lang_code(code):
                continue
            if code not in self.languages:
                fault = unknown_language(self.path, name, code, tree.value, self.languages)
                self.problems += () if fault in self.problems else (fault,)
            elif not is_empty(item):
                places[Lang(code)] = Side(Lang(code), self.path, item, name)
        return places

    def items(
        self, shape: ListShape, tree: Tree, sides: Sequence[Side], at: FieldPath, name: str
    ) -> list[FieldValue] | None:
        """Gather a list. `-a` without a space is no item but a text, which nobody means."""
        if isinstance(tree.value, str) and tree.value.startswith("-"):
            suggestion = f"- {tree.value.lstrip('- ').split(' ')[0]}"
            self.refuse(at, "field-type", tree, "dash", {"field": name, "suggestion": suggestion[:40]})
            return None
        items = items_of(tree)
        is_words = isinstance(shape.item, ScalarShape) and isinstance(shape.item.ref, TermOf)
        if is_words and len(items) > MOST_WORDS and self.path != VOCABULARY_PATH:
            values = {"field": name, "count": str(len(items)), "most": str(MOST_WORDS)}
            self.refuse(at, "terms-many", items[MOST_WORDS], "", values)
            return None
        parts = self._sides_of_items(shape.item, sides, items)
        return [
            self.value(shape.item, item, parts.get(place, ()), (*at, place), name)
            for place, item in enumerate(items)
        ]

    def choice(self, shape: ChoiceShape, tree: Tree, at: FieldPath, name: str) -> str | None:
        if not isinstance(tree.value, str):
            variant, values = one_choice(shape, tree, in_english=self.in_english)
            self.refuse(at, "field-type", tree, variant, {"field": name, **values})
            return None
        word = shape.meant.get(tree.value.strip().lower())
        if word is not None:
            return word
        in_list = isinstance(at[-1], int)
        variant, values = unknown_choice(shape, tree.value, in_english=self.in_english, in_list=in_list)
        self.refuse(at, "choice-unknown", tree, variant, {"field": name, **values, **_value(tree)})
        return None

    def terms(self, tree: Tree, at: FieldPath, name: str) -> dict[str, FieldValue] | None:
        """Gather words of the vocabulary: ids with their texts."""
        if not isinstance(tree.value, dict):
            self.refuse(at, "field-type", tree, "mapping", {"field": name, **_value(tree)})
            return None
        terms: dict[str, FieldValue] = {}
        for term, item in tree.value.items():
            if slug_fault(term) in ("form", "long"):
                self._problem("term-form", self.path, _key(item), "", {"value": shorten(term), **_slug(term)})
            elif is_empty(item):
                self.refuse(
                    (*at, term), "text-default-missing", item, "", {"field": term, "language": self.default}
                )
            else:
                terms[term] = self.text(ONE_LINE, item, (), (*at, term), term)
        return terms

    def _fields(
        self, shape: RecordShape, path: SourcePath, entries: dict[str, Tree]
    ) -> dict[str, tuple[str, Tree]]:
        """Give each field that is there by its English name, with the name as written."""
        found: dict[str, tuple[str, Tree]] = {}
        seen: dict[str, tuple[str, Tree]] = {}
        told: dict[Span, Problem] = {}  # several days once, at the first
        fields = [f for f in shape.fields if path == self.path or f.has_texts]
        for key, item in entries.items():
            field = shape.by_written.get(key)
            if field is None:
                one = unknown_field(fields, path, key, entries, self.languages, in_english=self.in_english)
                told.setdefault(one.at, one)
            elif field.name in seen:
                other, first = seen[field.name]
                values = {"field": key, "other": other, "line": str(first.key_line)}
                self._problem("field-both", path, _key(item), "", values)
            else:
                seen[field.name] = (key, item)
                if not is_empty(item):
                    found[field.name] = (key, item)
        self.problems += told.values()
        return found

    def _sides_of_fields(
        self, shape: RecordShape, sides: Sequence[Side], found: dict[str, tuple[str, Tree]], at: FieldPath
    ) -> dict[str, list[Side]]:
        """Share translations out to the fields they translate; facts have no place in them."""
        parts: dict[str, list[Side]] = {}
        for side in sides:
            if not isinstance(side.tree.value, dict):
                values = {"field": side.name, **_value(side.tree)}
                self.note("field-type", side.path, side.tree, "mapping", values)
                continue
            for name, (key, item) in self._fields(shape, side.path, side.tree.value).items():
                values = {"field": key, "base": self.path}
                if shape.by_name[name].has_texts and name in found:
                    parts.setdefault(name, []).append(Side(side.lang, side.path, item, key))
                elif shape.by_name[name].has_texts:
                    if (*at, name) in self.refused:  # misspelt in the base file, which is told
                        continue
                    self._problem("translation-extra", side.path, _key(item), "", values)
                elif name not in shape.keys:
                    self._problem("translation-fact", side.path, _key(item), "", values)
        return parts

    def _own_slug(
        self, shape: RecordShape, tree: Tree, sides: Sequence[Side], found: dict[str, tuple[str, Tree]]
    ) -> None:
        """Let a translation name its own address where the base file goes by its file name."""
        asked = any(isinstance(side.tree.value, dict) and "slug" in side.tree.value for side in sides)
        if asked and "slug" in shape.by_name and "slug" not in found:
            found["slug"] = ("slug", replace(tree, value=self.path.rpartition("/")[2].partition(".")[0]))

    def _sides_of_items(
        self, shape: Shape, sides: Sequence[Side], items: list[Tree]
    ) -> dict[int, list[Side]]:
        """Match a translation's items to the base's: by their key where they have one, else in order.

        In order only where both lists are equally long: else a text would stand in another one's place.
        """
        parts: defaultdict[int, list[Side]] = defaultdict(list)
        keys = item_keys(shape, items)
        for side in sides:
            others = items_of(side.tree)
            other_keys = item_keys(shape, others)
            values = {"field": side.name, "base": self.path, "count": str(len(items))}
            if len(others) != len(items) and not all(key for key, _ in other_keys):
                counts = {**values, "found": str(len(others))}
                self._problem("translation-count", side.path, _key(side.tree), "", counts)
                continue
            for place, (item, key) in enumerate(zip(others, other_keys, strict=True)):
                if key[0] and key not in keys:
                    self.note("translation-extra", side.path, item, "item", values)
                else:
                    target = keys.index(key) if key[0] else place
                    parts[target].append(Side(side.lang, side.path, item, side.name))
        return parts

    def _checked(self, shape: TextShape, side: Side, at: FieldPath) -> str:
        """Give the text without space around it, or nothing when it is refused."""
        values = {"field": side.name}
        if not isinstance(side.tree.value, str):
            variant = "inline" if isinstance(side.tree.value, dict) else "one-text"
            self.note("field-type", side.path, side.tree, variant, values)
            return ""
        text = side.tree.value.strip()
        if TURNING.search(text):
            place = _at(side.path, side.tree)
            self.problems.append(Problem("text-turning", place, "", values, Severity.WARNING))
            text = TURNING.sub("", text).strip()
        if not text:
            self.note("text-blank", side.path, side.tree, "", values)
        elif shape.one_line and "\n" in text:
            self.note("text-lines", side.path, side.tree, "", {**values, "value": shorten(text)})
            return ""
        elif shape.one_line and len(text) > LONGEST_NAME:
            values |= {"value": shorten(text), "most": str(LONGEST_NAME)}
            self.note("text-long", side.path, side.tree, "", values)
            return ""
        elif not shape.one_line and (face := says_nothing(text, at)):
            self.note("field-type", side.path, side.tree, face, {**values, "value": text})
            return ""
        elif told := quotes_left_over(text, is_name=shape.one_line):
            place, values = _at(side.path, side.tree), {**values, "value": text, "suggestion": told[1]}
            self.problems.append(Problem("text-quotes", place, told[0], values, Severity.WARNING))
        return text

    def refuse(self, at: FieldPath, code: str, tree: Tree, variant: str, values: dict[str, str]) -> None:
        """Note a fault of the base file and that nothing more need be said of this value."""
        self.refused.add(at)
        self.note(code, self.path, tree, variant, values)

    def note(self, code: str, path: SourcePath, tree: Tree, variant: str, values: dict[str, str]) -> None:
        self._problem(code, path, (tree.line, tree.column), variant, values)

    def _problem(
        self, code: str, path: SourcePath, place: tuple[int, int], variant: str, values: dict[str, str]
    ) -> None:
        self.problems.append(Problem(code, Span(path, *place), variant, values))


def _at(path: SourcePath, tree: Tree) -> Span:
    return Span(path, tree.line, tree.column)


def _key(tree: Tree) -> tuple[int, int]:
    return tree.key_line, tree.key_column


def _value(tree: Tree) -> dict[str, str]:
    value = tree.value if isinstance(tree.value, str) else "[…]" if isinstance(tree.value, list) else "{…}"
    return {"value": shorten(value)}


def _slug(text: str) -> dict[str, str]:
    return {"suggestion": slug_like(text) or "kata-baru"}
