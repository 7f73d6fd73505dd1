"""Telephone numbers that stand in texts: nobody finds these again when their owner wants them gone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.model.readers.contact import international

_GAP = r"(?:[ \u00a0]{1,2}|[ \u00a0]?[.\u2013/-][ \u00a0]?)"
_MOBILE = re.compile(
    rf"(?<![\d.,])(?<!\d[ -])(?:\(?\+?62\)?{_GAP}?\(?8\d\d\)?|\(?08\d\d\)?)(?:{_GAP}?\d{{2,5}}){{2,4}}"
    r"(?![.,/\u2013-]?\d)",
    re.ASCII,
)
_LANDLINE = re.compile(
    rf"(?<![\d.,])(?<!\d[ -])(?:\(?\+?62\)?{_GAP}?\(?[2-7]\d\d?\)?|\(?0[2-7]\d\d?\)?)"
    rf"{_GAP}\d{{3,4}}{_GAP}?\d{{3,4}}(?![.,/\u2013-]?\d)",
    re.ASCII,
)
"""With its area code set apart: `(031) 8945123`."""
_DIGITS = re.compile(r"[06(][\d \u00a0()./\u2013-]{8}")
"""What any number has; most texts have nothing like it, and all are searched with each build."""
_NO_PHONE_BEFORE = re.compile(
    r"(?:\b(?:rekening|rek|no\. ?rek|kode|code|account)\b[^\d\n]{0,20}|Rp\.? ?)$", re.IGNORECASE
)
"""Of an account, a code or a price."""
_LINK_BEFORE = re.compile(r"https?://(?!wa\.me/|api\.whatsapp\.com/)[^\s()<>]{0,200}$")
_SEEN_BEFORE = 240
_FEWEST, _MOST = 11, 14
"""Digits with the country: `62` for the zero."""


def phone_numbers(text: str) -> Iterator[tuple[int, str, str]]:
    """Give where each stands, how it is written, and as it is dialled: `0813-3012-8876`, `+6281330128876`."""
    if _DIGITS.search(text) is None:
        return
    for form, fewest in ((_MOBILE, _FEWEST), (_LANDLINE, _FEWEST - 1)):
        yield from _written_as(form, fewest, text)


def _written_as(form: re.Pattern[str], fewest: int, text: str) -> Iterator[tuple[int, str, str]]:
    for found in form.finditer(text):
        before = text[max(0, found.start() - _SEEN_BEFORE) : found.start()]
        if _NO_PHONE_BEFORE.search(before[-40:]) or _LINK_BEFORE.search(before):
            continue
        dialled = international(re.sub(r"[^\d+]", "", found.group()))
        if fewest <= len(dialled) - 1 <= _MOST:
            yield found.start(), found.group(), dialled
