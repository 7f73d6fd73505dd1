"""What stands in a column of addresses and is none: `sama dengan rumah`, `lihat atas`."""

from __future__ import annotations

import re

_SAYS_NO_PLACE = frozenset(
    {"sama", "sda", "idem", "dengan", "dgn", "dg", "dng", "seperti", "spt", "di", "alamat", "almt", "almat",
     "rumah", "rmh", "ktp", "kk", "pemilik", "pemiliknya", "owner", "usaha", "usahanya", "toko", "tempat",
     "tinggal", "domisili", "sendiri", "saja", "aja", "juga", "lihat", "liat", "atas", "diatas", "bawah",
     "menumpang", "numpang", "nebeng", "mertua", "orang", "tua", "ortu", "yang", "yg", "pribadi", "milik",
     "ikut", "dirumah", "rumahnya", "in", "the", "same", "as", "home", "above", "see", "address", "online",
     "belum", "blm", "tetap", "menyusul", "nanti", "menetap", "ditanyakan", "ada", "tidak", "tdk", "punya"}
)  # fmt: skip
_BEGINS = re.compile(
    r"(?:sama|idem|s\.?d\.?a\.?|lihat|liat|see|same\s+as|menumpang|numpang|nebeng)\b(?=[\s.])", re.IGNORECASE
)
"""How a text begins that points to another, or to somebody's house."""


def is_no_address(text: str) -> bool:
    """Whether a text names no place: it has only words such as `alamat rumah`, or points elsewhere."""
    if any(map(str.isdecimal, text)):
        return False
    words = re.findall(r"[^\W\d_]+", text.lower())
    return bool(words) and (_SAYS_NO_PLACE.issuperset(words) or _BEGINS.match(text) is not None)
