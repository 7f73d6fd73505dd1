"""How a translation writes texts that it lacks: a field alone, a list with the keys of its items. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from site_builder.validate.fields import ReadText
from site_builder.validate.places import FieldPath
from site_builder.validate.shapes import FieldShape, ListShape, RecordShape, Shape


class WantedTexts(Struct, frozen=True):
    fields: tuple[str, ...]
    """As the status and the warning name them: `satuan`, `foto.teks_alt`."""
    lines: tuple[str, ...]
    """As they stand in the translation: `satuan: …`, `foto: [{berkas: …, teks_alt: …}]`."""
    keys: tuple[str, ...]
    """The facts that tell items of these lists apart, and are copied from the base file."""


def wanted_texts(shape: RecordShape, texts: Sequence[ReadText], *, in_english: bool) -> WantedTexts:
    """Gather missing texts by the top field that they are in, each name once."""
    below: dict[str, dict[FieldPath, None]] = {}
    for text in texts:
        top, *path = [step for step in text.at if isinstance(step, str)]
        below.setdefault(top, {})[tuple(path)] = None
    fields: list[str] = []
    lines: list[str] = []
    keys: dict[str, None] = {}
    for name, paths in below.items():
        field = shape.by_name[name]
        fields += [".".join(_names(field, path, in_english=in_english)) for path in paths]
        lines.append(_line(field, list(paths), keys, in_english=in_english))
    return WantedTexts(tuple(fields), tuple(lines), tuple(keys))


def _names(field: FieldShape, path: FieldPath, *, in_english: bool) -> list[str]:
    names = [field.called(in_english=in_english)]
    for step in path:
        field = _record(field.shape).by_name[str(step)]
        names.append(field.called(in_english=in_english))
    return names


def _line(field: FieldShape, paths: list[FieldPath], keys: dict[str, None], *, in_english: bool) -> str:
    return f"{field.called(in_english=in_english)}: {_value(field.shape, paths, keys, in_english=in_english)}"


def _value(shape: Shape, paths: list[FieldPath], keys: dict[str, None], *, in_english: bool) -> str:
    if isinstance(shape, ListShape):
        return f"[{_value(shape.item, paths, keys, in_english=in_english)}]"
    if not isinstance(shape, RecordShape):
        return "…"
    parts = [shape.by_name[key].called(in_english=in_english) for key in shape.keys]
    keys.update(dict.fromkeys(parts))
    own = " / ".join(parts)
    written = [f"{own}: …"] if own else []
    for name in dict.fromkeys(str(path[0]) for path in paths):
        deeper = [path[1:] for path in paths if path[0] == name]
        written.append(_line(shape.by_name[name], deeper, keys, in_english=in_english))
    return f"{{{', '.join(written)}}}"


def _record(shape: Shape) -> RecordShape:
    below = shape.item if isinstance(shape, ListShape) else shape
    assert isinstance(below, RecordShape)
    return below
