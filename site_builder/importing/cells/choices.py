"""One of a few words, such as the kind of a business, as forms on the web and lists in English write it."""

from __future__ import annotations

import re

from site_builder.importing.cells.words import is_slip
from site_builder.model.readers.written import ScalarFault, shorten
from site_builder.validate.choices import unknown_choice
from site_builder.validate.shapes import ChoiceShape

_EXPLAINED = re.compile(r"(?P<word>[^()\[\]]+?)\s*[(\[](?P<more>[^()\[\]]*)[)\]]")
"""An option of a form with its explanation: `Toko (menjual langsung)`."""
_SAME = {
    "retail-shop": "shop", "retail-store": "shop", "store": "shop", "toko-ritel": "shop",
    "toko-retail": "shop", "toko-eceran": "shop",
    "wholesale": "wholesaler", "pedagang-grosir": "wholesaler", "toko-grosir": "wholesaler",
    "co-op": "cooperative", "co-operative": "cooperative",
}  # fmt: skip
"""Other words for one and the same, by the word of the program."""


def choice_named(shape: ChoiceShape, text: str) -> str:
    """Give the word of a content file; raises `ScalarFault`, with what was surely meant."""
    english = _meant(shape, text)
    explained = _EXPLAINED.fullmatch(text)
    if english is None and explained is not None and not _names_another(shape, explained["more"]):
        english = _meant(shape, explained["word"])
    if english is not None:
        return shape.words[english]
    variant, values = unknown_choice(shape, text, in_english=False)
    if variant == "several":
        raise ScalarFault("choice-unknown", variant, {**values, "value": shorten(text)})
    if not is_slip(text, values.get("suggestion", "")):
        values.pop("suggestion", None)
    variant = "near" if "suggestion" in values else ""
    raise ScalarFault("choice-unknown", variant, {**values, "value": shorten(text)})


def _meant(shape: ChoiceShape, text: str) -> str | None:
    key = text.lower().replace(" ", "-")
    english = shape.meant.get(key, _SAME.get(key, ""))
    return english if english in shape.words else None


def _names_another(shape: ChoiceShape, more: str) -> bool:
    """Whether an explanation takes back what it explains: `Toko (juga bengkel)`, `Toko (?)`."""
    words = re.findall(r"\w+", more.lower())
    return not words or any(
        word in shape.meant or word in ("bukan", "belum", "tidak", "dulu") for word in words
    )
