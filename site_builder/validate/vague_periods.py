"""When a figure is from, in words: which of them name no year, or not the whole of it. Pure."""

from __future__ import annotations

import re

_YEAR = re.compile(r"(?<!\d)\d{4}(?![\dOo])", re.ASCII)
_AGE = re.compile(r"\d0\s*-?\s*an\b|\d0['’]?s\b|\b(?:abad|century|dekade|decade)\b", re.IGNORECASE)
"""A decade or a century, which is told in words."""
_PART = re.compile(
    r"\b(?:semester|triwulan|kuartal|caturwulan|catur wulan|quarter|half|[qh][1-4]|tw)\b", re.IGNORECASE
)
_OF_NO_END = re.compile(
    r"\b(?:sekarang|kini|saat ini|hari ini|(?:tahun|bulan|minggu) (?:ini|lalu|kemarin|depan)"
    r"|now|today|present|to date|(?:this|last|next) (?:year|month))\b|\?",
    re.IGNORECASE,
)
"""What means something else next year, or is not certain."""
_BEGINNING = re.compile(r"\b(?:sejak|semenjak|mulai|since|from)\b", re.IGNORECASE)
_SOME_OF_IT = re.compile(r"\b(?:awal|akhir|pertengahan|tengah|early|late|mid)\b", re.IGNORECASE)


def is_vague(text: str) -> bool:
    """Whether a text such as `2025 sampai sekarang`, `akhir 2025`, `2025?` or `25` leaves its year open."""
    years = _YEAR.findall(text)
    if _OF_NO_END.search(text) or (_BEGINNING.search(text) and len(years) < 2):
        return True
    if _AGE.search(text):
        return False
    return not years or (_SOME_OF_IT.search(text) is not None and _PART.search(text) is None)
