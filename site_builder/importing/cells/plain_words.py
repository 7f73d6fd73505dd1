"""Words as offices shorten them, written out before any list of words is asked: `sdh tdk aktip`.

Only what one short form can mean is written out; the text itself is never published so.
"""

from __future__ import annotations

import re
import unicodedata

_SHORT = {
    "sudah": "sdh sdah sudh udah udh uda dah telah tlh",
    "tidak": "tdk tdak tak gak gk ga nggak ngga enggak engga ndak ngak kagak ndk tidk",
    "belum": "blm blum blom belom blon belon",
    "jangan": "jgn jngn jgan jangn jng",
    "tahun": "th thn taun",
    "tanggal": "tgl tggl",
    "bulan": "bln",
    "hari": "hr hri",
    "dengan": "dg dgn dngn",
    "untuk": "utk untk tuk",
    "yang": "yg",
    "karena": "krn krna karna",
    "kalau": "kl klo kalo klw kalu",
    "masih": "msh msih",
    "lagi": "lg lgi",
    "dalam": "dlm",
    "dari": "dri",
    "pada": "pd",
    "bisa": "bs bsa",
    "boleh": "blh bleh",
    "harus": "hrs",
    "sekarang": "skrg skr skrng",
    "sementara": "smntr smentara sementra",
    "saja": "aja sj ja",
    "sampai": "smp smpai sampe sampek",
    "sebelum": "sblm sblum",
    "sesudah": "stlh setelah ssdh",
    "orang": "org",
    "aktif": "aktip aktf aktive",
    "izin": "ijin",
    "nomor": "nmr nomer nomr",
    "pemilik": "pmlk pemlk",
    "produksi": "prod prduksi",
    "pindah": "pndh",
    "tutup": "ttup tutp tutub",
    "konfirmasi": "konfirm konf",
    "alamat": "almt",
    "meninggal": "mninggal",
    "usaha": "ush",
    "berhenti": "brenti berenti brhenti",
    "vakum": "vacum vakuum",
    "tikar": "tiker",
}
_MEANT = {short: word for word, others in _SHORT.items() for short in others.split()}
_WORD = re.compile(r"[^\W\d_]+\.?")
_NOT_ONE = re.compile(r"\b(?:non|tuna)[\s-]*(?=(?:aktif|produksi)\b)", re.IGNORECASE)
_APART = re.compile(r"\b(tidak|belum|sudah)\s*-\s*(?=[^\W\d_])", re.IGNORECASE)
_SPOKEN = re.compile(r"\b(di[^\W\d_]{3,})in\b", re.IGNORECASE)
"""Verbs as they are said: `dibatalin`, `ditutupin`."""
_LEGAL = frozenset({"PD"})
"""What in capitals is the form of a firm."""


def plain_words(text: str) -> str:
    """Write short forms out; capitals stay, as lists of names tell `TUTUP` from `Tutup`."""
    text = " ".join(unicodedata.normalize("NFKC", text).replace("_", " ").split())
    text = _WORD.sub(lambda found: _in_full(found[0]), text)
    text = _NOT_ONE.sub("tidak ", text)
    text = _APART.sub(r"\1 ", text)
    return _SPOKEN.sub(r"\1kan", text)


def _in_full(word: str) -> str:
    bare = word.rstrip(".")
    meant = _MEANT.get(bare.casefold(), "")
    if not meant or bare in _LEGAL:
        return word
    return meant.upper() if bare.isupper() and len(bare) > 1 else meant
