"""Of a shop that will not open again: `tutup permanen`, `sudah tidak buka sejak Maret 2024`."""

from __future__ import annotations

import re

_NO_MORE = r"(?:tidak|tdk|tak|nggak|gak|ga)\s+(?:buka|beroperasi|berjualan|jualan|(?:ber)?produksi|aktif)"
_SINCE = (
    r"(?:\s+(?:sejak|mulai|since)\s+"
    r"(?P<since>(?:(?:tahun|thn?|bulan)\.?\s+)?(?:\d{1,2}\s+)?(?:[^\W\d]+\s+)?\d{4}(?:-\d\d){0,2}))"
)
_GONE = re.compile(
    r"(?:(?:(?:sudah|sdh|telah)\s+)?tutup\s+(?:permanen|total|(?:untuk\s+)?(?:selamanya|seterusnya))"
    r"|(?:sudah|sdh|telah)\s+(?:tutup|bangkrut|gulung\s+tikar|berhenti(?:\s+(?:usaha|berjualan|produksi))?)"
    rf"|(?:sudah|sdh|telah)\s+{_NO_MORE}(?:\s+lagi)?|{_NO_MORE}\s+lagi|gulung\s+tikar"
    r"|permanently\s+closed|closed\s+(?:permanently|for\s+good|down)|no\s+longer\s+open)"
    rf"{_SINCE}?|(?:tutup|closed){_SINCE.replace('since>', 'from>')}",
)
"""Of a shop that will not open again."""


def says_gone(text: str) -> bool:
    """Whether a text says of a shop that it has closed for good."""
    return _gone(text) is not None


def gone_since(text: str) -> str:
    """Give since when, in the words of the text, or nothing."""
    found = _gone(text)
    return (found["since"] or found["from"] or "") if found is not None else ""


def _gone(text: str) -> re.Match[str] | None:
    return _GONE.fullmatch(" ".join(text.lower().split())) if len(text) < 100 else None
