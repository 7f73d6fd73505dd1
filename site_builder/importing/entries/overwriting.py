"""Whether the value of an office may be written over that of an entry: only over what an import wrote.

Several lists tell of one entry, and editors write too. An import may overwrite what an earlier import of the
same list has written, as long as nobody has changed it since; all else is held back and told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath

from msgspec import Struct

from site_builder.importing.cells.office_forms import same
from site_builder.importing.entries.origins import Past
from site_builder.importing.entries.plan import Why
from site_builder.model.readers.written import Written
from site_builder.text.slug import slug_of
from site_builder.validate.shapes import FieldShape

_NUMBER_IN_FRONT = re.compile(r"^\d+[a-z]?[\s_.-]+(?=.*[^\W\d_])", re.IGNORECASE)
"""By which people keep files in order: `04b daftar hadir`."""
_EDITION = re.compile(
    r"-(?:revisi|rev|final|fix|baru|terbaru|update|salinan|copy|v|jan(?:uari)?|feb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei"
    r"|jun[ie]?|jul[iy]?|agu(?:stus)?|ags|sep(?:t|tember)?|okt(?:ober)?|nov(?:ember)?|des(?:ember)?"
    r"|(?:19|20)\d\d(?:-\d\d-\d\d)?|(?:19|20)\d{6}|\d\d-\d\d-(?:19|20)\d\d)(?:-?\d{1,2})?(?=-|$)"
)
"""What tells one edition of a list from another, in the slug of its file's name: `-2026`, `-revisi-2`."""
_COPY = re.compile(r"\s*\(\d{1,2}\)$")
"""What a browser writes behind the name of a file that it has saved before."""


class LastSaid(Struct, frozen=True):
    """What is known of the fields of an entry from before."""

    file: str
    """The list that is imported now."""
    fields: Mapping[str, Written]
    """What the sheet said, by English names; of a field that an import wrote, what it wrote."""
    lists: Mapping[str, str]
    """By fields the file from which an import wrote the value."""
    is_carried: bool
    """Whether the sheet itself says what it said when it was exported."""


def base_of(entry: str, past: Past) -> Mapping[str, Written]:
    """Give what the sheet said before: the export's own copy, else what the last import remembers."""
    if entry in past.carried:
        return past.carried[entry]
    return past.origins[entry].fields if entry in past.origins else {}


def last_said(file: str, entry: str, past: Past) -> LastSaid:
    lists = past.origins[entry].lists if entry in past.origins else {}
    return LastSaid(file, base_of(entry, past), lists, entry in past.carried)


def why_not(field: FieldShape, value: Written, here: Written | None, before: LastSaid) -> Why | None:
    """Say why the office's value must not be written over the entry's."""
    base = before.fields.get(field.name)
    if base is None:
        return None if here is None else Why.UNSURE
    if here is not None and same(field.shape, here, base):
        if before.is_carried:
            return None
        wrote = before.lists.get(field.name)
        if wrote is None:
            return Why.UNSURE
        return None if list_called(wrote) == list_called(before.file) else Why.OTHER_LIST
    return Why.KEPT if same(field.shape, base, value) else Why.BOTH


def list_called(file: str) -> str:
    """Give what all editions of a list are called by: `Data UMKM 2026 (revisi).xlsx` is `data-umkm`."""
    stem = _COPY.sub("", PurePath(file).stem)
    whole = slug_of(_NUMBER_IN_FRONT.sub("", stem))
    return _EDITION.sub("", whole) or whole or stem
