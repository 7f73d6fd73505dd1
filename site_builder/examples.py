"""Examples of values in new entries, so made that they are right on this site. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from msgspec import Struct, field

from site_builder.descriptions import describe
from site_builder.messages import LANGUAGES
from site_builder.model.fields import RefTo
from site_builder.model.readers.moments import read_when
from site_builder.model.readers.paths import read_photo_file
from site_builder.model.readers.times import read_day
from site_builder.model.scalars import Written
from site_builder.names import EntryId, Kind
from site_builder.source.naming import YAML_KINDS
from site_builder.validate.described import example_of, owners_of_kind
from site_builder.validate.shapes import FieldShape, ListShape, RecordShape, ScalarShape, Shape, TextShape

_DAYS_AHEAD = {"verified": 0, "date": 0, "publish": 14, "expires": 365, "starts": 60, "ends": 61}
"""Days from today of dates in examples, so that none is over, or old, when it is written."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Surroundings(Struct, frozen=True):
    """What examples are taken from, so that they are right on this site."""

    today: dt.date
    ids: Mapping[Kind, str] = field(default_factory=dict)
    """An entry of each kind to refer to, where there is one."""
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The ids of each section of the vocabulary."""
    languages: tuple[str, ...] = ()
    """The codes of the site's languages, the main one first."""

    @property
    def both(self) -> tuple[str, ...]:
        """Give the languages of texts in place: the main one and the next, which stands in for others."""
        return self.languages[:2] if len(self.languages) > 1 else ()


class NewEntry(Struct, frozen=True):
    kind: Kind
    id: EntryId
    name: str
    second_name: str = ""
    """The name in the site's second language, of a kind that holds its languages in one file."""
    photos: tuple[str, ...] = ()
    """Files that lie in the entry's folder already."""

    @property
    def path(self) -> str:
        return f"content/{self.kind.value}/{self.id}{ending_of(self.kind)}"


def ending_of(kind: Kind) -> str:
    return ".yaml" if kind in YAML_KINDS else ".md"


def example_for(one: FieldShape, language: str, new: NewEntry, around: Surroundings) -> Written:
    example = example_of(describe(language, owners_of_kind(new.kind), one.name))
    if isinstance(example, str) and one.name in _DAYS_AHEAD and _is_day(one.shape):
        day = around.today + dt.timedelta(days=_DAYS_AHEAD[one.name])
        return _DAY.sub(day.isoformat(), example)
    if one.name == "slug":
        return str(new.id)
    fitted = _fitted(example, one.shape, new.id, around, 0)
    example = example if fitted is None else fitted
    if new.kind not in YAML_KINDS or not around.both:
        return example
    spoken = [lang if lang in LANGUAGES else language for lang in around.both]
    others = [example_of(describe(lang, owners_of_kind(new.kind), one.name)) for lang in spoken]
    return _in_languages(example, one.shape, dict(zip(around.both, others, strict=True)))


def _in_languages(value: Written, shape: Shape, examples: Mapping[str, Written]) -> Written:
    """Write the texts in an example in each language, as `examples` have them, which are of the same form."""
    match shape, value:
        case TextShape(), str():
            return {lang: text if isinstance(text, str) else value for lang, text in examples.items()}
        case ListShape(), list():
            return [
                _in_languages(
                    item, shape.item, {lang: _at(one, place, item) for lang, one in examples.items()}
                )
                for place, item in enumerate(value)
            ]
        case RecordShape(), dict():
            fields = {key: shape.by_written[key] for key in value}
            return {
                key: _in_languages(
                    item,
                    fields[key].shape,
                    {lang: _under(one, fields[key], item) for lang, one in examples.items()},
                )
                for key, item in value.items()
            }
        case _:
            return value


def _at(example: Written, place: int, item: Written) -> Written:
    return example[place] if isinstance(example, list) and place < len(example) else item


def _under(example: Written, of: FieldShape, item: Written) -> Written:
    found = [example[name] for name in of.names if name in example] if isinstance(example, dict) else []
    return found[0] if found else item


def _is_day(shape: Shape) -> bool:
    return isinstance(shape, ScalarShape) and shape.scalar.read in (read_day, read_when)


def _fitted(value: Written, shape: Shape, id_: EntryId, around: Surroundings, turn: int) -> Written | None:
    """Put this site's entries and words, and this entry's folder, into an example; `None` where it has none.

    `turn` is the place in a list: each item is another word.
    """
    if isinstance(shape, ScalarShape) and isinstance(value, str):
        return _fitted_text(value, shape, id_, around, turn)
    if isinstance(shape, ListShape) and isinstance(value, list):
        items = [_fitted(item, shape.item, id_, around, place) for place, item in enumerate(value)]
        kept = [item for item in items if item is not None]
        return [item for place, item in enumerate(kept) if item not in kept[:place]] or None
    if isinstance(shape, RecordShape) and isinstance(value, dict):
        parts = {
            key: _fitted(item, shape.by_written[key].shape, id_, around, turn) for key, item in value.items()
        }
        found = {key: item for key, item in parts.items() if item is not None}
        return found if len(found) == len(parts) else None
    return value


def _fitted_text(
    value: str, shape: ScalarShape, id_: EntryId, around: Surroundings, turn: int
) -> Written | None:
    if shape.scalar.read is read_photo_file:
        return f"{id_}/{value.rpartition('/')[2]}"
    if shape.ref is None:
        return value
    if isinstance(shape.ref, RefTo):
        return around.ids.get(shape.ref.kind)
    terms = around.terms.get(shape.ref.section, ())
    return value if value in terms else terms[turn % len(terms)] if terms else None
