"""From pixels to files: what each format is asked for, and how one stays smaller than the next.

A page names its pictures before they are made, so no picture may turn out to be useless. Which formats
a photo gets is therefore decided when it is looked at, by making its smallest picture in each
(`formats_worth`): there a format's fixed parts weigh most, so one that saves bytes there saves more in the
wider ones. Should it not, its quality goes down until it does (`encode`). Both depend on the photo alone,
so page and files agree on every machine, without a second pass over the pages and without encoding twice.
"""

from __future__ import annotations

import io
from collections.abc import Set as AbstractSet

from msgspec import Struct
from PIL import Image, features


class _Encoder(Struct, frozen=True):
    name: str
    parameters: dict[str, int | bool]
    qualities: tuple[int, ...] = (0,)
    """The first is the one that is wanted."""


ENCODERS = {
    "jpg": _Encoder("JPEG", {"optimize": True, "progressive": True}, (80,)),
    "png": _Encoder("PNG", {"optimize": True}),
    "webp": _Encoder("WEBP", {"method": 4}, (78, 66, 54, 40, 24, 8)),
    # One thread: the others have photos of their own, and the bytes must not depend on their number.
    "avif": _Encoder("AVIF", {"speed": 8, "max_threads": 1}, (56, 46, 36, 26, 14, 4)),
}
MODERN = tuple(form for form in ("webp", "avif") if features.check(form))
"""Each is offered before the one that it must be smaller than. Pillow for Windows on ARM has no AVIF."""
GOOD_QUALITIES = 2
"""So far down a format may go to be worth offering."""
_OPAQUE = 255


def fallback_of(image: Image.Image) -> str:
    """Name the format that every browser shows: one that lets the ground shine through only where it does."""
    if image.mode != "RGBA":
        return "jpg"
    (lowest, _) = image.getchannel("A").getextrema()
    return "png" if isinstance(lowest, (int, float)) and lowest < _OPAQUE else "jpg"


def formats_worth(image: Image.Image) -> tuple[str, ...]:
    """Choose the formats of a photo by its smallest picture, the best first, that of every browser last."""
    chosen = [fallback_of(image)]
    bound = len(_encoded(image, chosen[0], ENCODERS[chosen[0]].qualities[0]))
    for form in MODERN:
        data = _smaller(image, form, bound, ENCODERS[form].qualities[:GOOD_QUALITIES])
        if len(data) < bound:
            chosen.insert(0, form)
            bound = len(data)
    return tuple(chosen)


def encode(image: Image.Image, formats: tuple[str, ...], wanted: AbstractSet[str]) -> dict[str, bytes]:
    """Encode a picture in the `wanted` ones of its `formats`, each smaller than the one named after it."""
    made: dict[str, bytes] = {}
    bound: int | None = None
    for form in reversed(formats):
        if made.keys() >= wanted:
            break
        made[form] = _smaller(image, form, bound, ENCODERS[form].qualities)
        bound = len(made[form])
    return {form: data for form, data in made.items() if form in wanted}


def _smaller(image: Image.Image, form: str, bound: int | None, qualities: tuple[int, ...]) -> bytes:
    """Encode in the first of the qualities that stays below `bound`; in the last one when none does."""
    data = b""
    for quality in qualities:
        data = _encoded(image, form, quality)
        if bound is None or len(data) < bound:
            break
    return data


def _encoded(image: Image.Image, form: str, quality: int) -> bytes:
    encoder, out = ENCODERS[form], io.BytesIO()
    shown = image.convert("RGB") if form == "jpg" else image
    shown.save(out, encoder.name, quality=quality, **encoder.parameters)
    return out.getvalue()
