"""What stands in a column of addresses and is none: `sama dengan rumah`, `lihat atas`."""

from __future__ import annotations

import re

from site_builder.importing.cells.plain_words import plain_words

_SAYS_NO_PLACE = frozenset(
    {"sama", "sda", "idem", "dengan", "seperti", "spt", "di", "alamat", "almat", "rumah", "rmh", "ktp",
     "kk", "pemilik", "pemiliknya", "owner", "usaha", "usahanya", "toko", "tempat", "tinggal",
     "domisili", "sendiri", "saja", "juga", "lihat", "liat", "atas", "diatas", "bawah", "menumpang",
     "numpang", "nebeng", "mertua", "orang", "tua", "ortu", "yang", "pribadi", "milik", "ikut",
     "dirumah", "rumahnya", "in", "the", "same", "as", "home", "above", "see", "address", "online",
     "belum", "tetap", "menyusul", "nanti", "menetap", "ditanyakan", "ada", "tidak", "punya",
     "ditentukan", "pasti", "tentu", "diketahui", "tahu", "jelas", "dicari", "konfirmasi", "tba", "tbc",
     "tbd", "kosong"}
)  # fmt: skip
_BEGINS = re.compile(
    r"(?:sama|idem|s\.?d\.?a\.?|lihat|liat|see|same\s+as|menumpang|numpang|nebeng)\b(?=[\s.])", re.IGNORECASE
)
"""How a text begins that points to another, or to somebody's house."""


def is_no_address(text: str) -> bool:
    """Whether a text names no place: it has only words such as `alamat rumah`, or points elsewhere."""
    if any(map(str.isdecimal, text)):
        return False
    words = re.findall(r"[^\W\d_]+", plain_words(text).lower())
    return bool(words) and (_SAYS_NO_PLACE.issuperset(words) or _BEGINS.match(text) is not None)
