"""What the template of share pictures sees, and so all that a picture depends on."""

from __future__ import annotations

from msgspec import Struct

from site_builder.names import EntryId, Lang
from site_builder.plan.palette import ShareColours

TEMPLATE = "share.svg"
"""A site without this template has no share pictures."""


class SharePicture(Struct, frozen=True):
    """The picture that others show of a page: 1200 by 630, read at a quarter of that."""

    lang: Lang
    site_name: str
    kicker: str
    """What kind of thing it is: a category, a kind of shop; may be empty."""
    title: str
    fact: str
    """The price, the village, the days, else a short first sentence; may be empty."""
    drawing_kind: str
    drawing_id: EntryId
    colours: ShareColours
    photo: str
    """The address of the photo that stands for the drawing: it changes with the photo; may be empty."""
