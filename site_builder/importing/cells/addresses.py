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
     "tbd", "kosong", "tau", "alamatnya", "sering", "berpindah", "keliling"}
)  # fmt: skip
_BEGINS = re.compile(
    r"(?:(?:sama|idem|idm|s\.?d\.?a\.?|ikut|jadi\s+satu|gabung|bergabung|nunut|bareng|lihat|liat|see|same\s+as"
    r"|menumpang|numpang|nebeng)\b(?=[\s.])"
    r"|(?:satu|1|se)[\s-]*(?:alamat|rumah|tempat|atap|lokasi)\b\s+(?:dengan|sama|seperti|spt)\b"
    r"|alamat(?:nya)?\s+(?:sama|idem|s\.?d\.?a\.?|ikut|(?:jadi\s+)?satu|gabung|lihat|liat)\b)",
    re.IGNORECASE,
)
"""How a text begins that points to another, or to somebody's house."""
_PLACE = re.compile(
    r"\b(?:jl|jln|jalan|gg|gang|rt|rw|dsn|dusun|desa|ds|kel|kelurahan|kec|blok|ruko|perum\w*|km|pasar|raya)\b",
    re.IGNORECASE,
)
"""What is said of a place itself, whatever else stands beside it."""
_MOVES = re.compile(r"\b(?:ber)?pindah\W*(?:2|(?:ber)?pindah)", re.IGNORECASE)


def is_no_address(text: str) -> bool:
    """Whether a text names no place: it has only words such as `alamat rumah`, or points elsewhere.

    The number in `sama spt no 3` is that of a row; behind `Jl.` or `RT` it is one of a place.
    """
    plain = _MOVES.sub("berpindah", plain_words(text))
    if any(map(str.isdecimal, plain)) and (_PLACE.search(plain) or _BEGINS.match(plain) is None):
        return False
    words = re.findall(r"[^\W\d_]+", plain.lower())
    return bool(words) and (_SAYS_NO_PLACE.issuperset(words) or _BEGINS.match(plain) is not None)
