"""From a thing with its texts in all languages to the thing as one language shows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, overload

from msgspec.structs import replace

from site_builder.model.entries import (
    Chart,
    Event,
    Figure,
    Market,
    Meta,
    Page,
    Place,
    Product,
    Shop,
    Story,
    Visit,
)
from site_builder.model.localized import Localized, Shown
from site_builder.names import Lang

_TEXT = re.compile(r"\bT\b")


@overload
def localize(thing: Meta[Localized], lang: Lang, fallbacks: Sequence[Lang]) -> Meta[Shown]: ...
@overload
def localize(thing: Page[Localized], lang: Lang, fallbacks: Sequence[Lang]) -> Page[Shown]: ...
@overload
def localize(thing: Shop[Localized], lang: Lang, fallbacks: Sequence[Lang]) -> Shop[Shown]: ...
@overload
def localize(thing: Product[Localized], lang: Lang, fallbacks: Sequence[Lang]) -> Product[Shown]: ...
@overload
def localize(thing: Visit[Localized], lang: Lang, fallbacks: Sequence[Lang]) -> Visit[Shown]: ...
@overload
def localize(thing: Place[Localized], lang: Lang, fallbacks: Sequence[Lang]) -> Place[Shown]: ...
@overload
def localize(thing: Event[Localized], lang: Lang, fallbacks: Sequence[Lang]) -> Event[Shown]: ...
@overload
def localize(thing: Story[Localized], lang: Lang, fallbacks: Sequence[Lang]) -> Story[Shown]: ...
@overload
def localize(thing: Market[Localized], lang: Lang, fallbacks: Sequence[Lang]) -> Market[Shown]: ...
@overload
def localize(thing: Figure[Localized], lang: Lang, fallbacks: Sequence[Lang]) -> Figure[Shown]: ...
@overload
def localize(thing: Chart[Localized], lang: Lang, fallbacks: Sequence[Lang]) -> Chart[Shown]: ...
def localize(thing: Any, lang: Lang, fallbacks: Sequence[Lang]) -> Any:
    """Replace every `Localized` inside by what is shown in `lang`; all else stays the same object."""
    return _shown(thing, lang, fallbacks)


def _shown(value: Any, lang: Lang, fallbacks: Sequence[Lang]) -> Any:
    if isinstance(value, Localized):
        return value.show(lang, fallbacks)
    if isinstance(value, tuple):
        return tuple([_shown(item, lang, fallbacks) for item in value]) if value else value
    cls: type = type(value)
    changed = {}
    for name in _text_fields(cls):
        inner = getattr(value, name)
        if inner is not None and inner != ():
            changed[name] = _shown(inner, lang, fallbacks)
    return replace(value, **changed) if changed else value


@cache
def _text_fields(cls: type) -> tuple[str, ...]:
    """Name the fields that hold texts: those whose type speaks of the type variable `T`."""
    if not getattr(cls, "__parameters__", ()):
        return ()
    return tuple(name for name, hint in cls.__annotations__.items() if _TEXT.search(str(hint)))
