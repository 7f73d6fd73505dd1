"""Makes the published pictures of one photo from its bytes."""

from __future__ import annotations

import warnings
from collections import defaultdict
from collections.abc import Collection

from site_builder.media.encode import encode
from site_builder.media.facts import Recipe, Variant
from site_builder.media.pixels import resized, upright


def make_variants(data: bytes, recipe: Recipe, wanted: Collection[Variant]) -> dict[Variant, bytes]:
    """Make the `wanted` pictures of a photo, which have the same bytes whatever else is wanted.

    The photo is decoded once, in its largest width; the others are made from that. Raises whatever
    Pillow does when the photo is broken.
    """
    formats_at: defaultdict[int, set[str]] = defaultdict(set)
    for width, form in wanted:
        formats_at[width].add(form)
    made: dict[Variant, bytes] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        largest, _ = upright(data, recipe.widths_px[-1])
        if recipe.formats[-1] == "jpg":
            largest = largest.convert("RGB")
        for width in sorted(formats_at):
            picture = resized(largest, width)
            for form, encoded in encode(picture, recipe.formats, formats_at[width]).items():
                made[width, form] = encoded
    return made
