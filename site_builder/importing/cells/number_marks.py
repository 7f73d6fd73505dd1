"""Words beside a number: whose it is and what it is for. All others may say that nobody should call it.

Dead, wrong and private numbers are marked in more ways than any list has, so only what is known to be
harmless leaves a number as it is.
"""

from __future__ import annotations

import re

from site_builder.importing.cells.plain_words import plain_words

_BETWEEN = re.compile(r"[+(]*\d[\d\s().\-\u2010-\u2014/+]*")
"""A number, with the signs within it."""
_HARMLESS = frozenset(
    {"wa", "whatsapp", "whats", "app", "hp", "no", "nomor", "telp", "tel", "tlp", "telepon", "telpon",
     "phone", "mobile", "handphone", "call", "chat", "sms", "telegram", "line", "kantor", "toko",
     "usaha", "workshop", "bengkel", "gudang", "pabrik", "showroom", "outlet", "gerai", "galeri",
     "pusat", "cabang", "marketing", "sales", "pemasaran", "admin", "cs", "customer", "service",
     "kasir", "pengelola", "pengurus", "ketua", "sekretaris", "bendahara", "pemilik", "owner",
     "karyawan", "order", "pesan", "pemesanan", "pesanan", "produksi", "bisnis", "business", "utama",
     "pertama", "kedua", "ketiga", "baru", "aktif", "masih", "saja", "only", "hanya", "khusus", "untuk",
     "bisa", "dan", "atau", "juga", "and", "or", "via", "lewat", "langsung", "fast", "jam", "kerja",
     "pagi", "siang", "sore", "malam", "dulu", "respon", "respons", "hub", "hubungi", "kontak",
     "contact", "telkomsel", "simpati", "xl", "indosat", "im", "tri", "smartfren", "axis", "ext", "ex",
     "ekst", "extension", "pes", "psw", "pesawat", "direct", "office", "ke", "di"}
)  # fmt: skip
"""What a number is for, and who answers as the business."""
_TITLE = re.compile(
    r"\b(?:bu|ibu|pak|bpk|bapak|mbak|mb|mba|mas|cak|ning|neng|gus|kak|bang|om|tante|tn|ny|nn|sdr|sdri|h|hj|haji|hajah"
    r"|ustadz?|abah|umi|ummi|koh|ko|cik|ci|a/n|a\.n|an|atas\s+nama)\b\.?",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][a-z’']+|[A-Z]\.?")
_MOST_OF_NAME = 4
"""Words behind a title that are a name."""
_DOUBTS = re.compile(
    r"\b(?:tidak|belum|bukan|jangan|sudah|mati|hangus|lama|salah|ganti|diganti|berganti|eks|mantan|bekas|dulu|dahulu|cek|dicek"
    r"|hilang|rusak|(?:di)?blokir|off|error|expired|kosong|pindah|tutup|tetangga|milik|punya|orang|lain|wrong|old|dead|inactive"
    r"|unused|former|sementara|ragu|mungkin|konfirmasi|rahasia|private|alm|almarhum(?:ah)?|meninggal|gagal|non|nonaktif|sambung"
    r"|aktifkan|batal|tanya|tanyakan|pastikan|lupa|kadang|jarang|susah|sulit)\b|\?",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\b(?:chat|wa|telp|sms|hubungi)\s+dulu\b", re.IGNORECASE)
"""`dulu` is `first` here, and not `once`."""
_EX = re.compile(r"\bex\b(?![\s.:]*\d{1,5}(?![-\s.]*\d))", re.IGNORECASE)
"""`ex 12` is an extension, `(ex)` a number of the past."""

_LIMITS = re.compile(
    r"\bjangan\s+(?:\w+\s+){0,2}?(?:di|meng?)?(?:telp|tlp|telepon|telpon|hubungi|kontak|wa|whatsapp|sms|chat|call|japri|bel)\w*\b"
    r"|\b(?:hp|wa|whatsapp|telp|telepon|nomor)(?:nya)?\s+(?:salah|keliru|palsu|berubah|ganti|mati)\b"
    r"|\bsalah\s+(?:nomor|sambung)\b",
    re.IGNORECASE,
)
"""What a remark says of the number of its row."""


def doubt_in(text: str) -> str:
    """Give the words beside the numbers of a cell that speak against one of them."""
    if not any(map(str.isdecimal, text)):
        return ""
    past = _EX.search(text)
    doubt = next((said.strip("()[] ") for said in _said(text) if _speaks_against(said)), "")
    return doubt or (past[0] if past is not None else "")


def unknown_in(text: str) -> str:
    """Give the words beside the numbers of a cell of which nobody knows what they say of them."""
    if not any(map(str.isdecimal, text)):
        return ""
    return next((said.strip("()[] ") for said in _said(text) if not _is_harmless(said)), "")


def speaks_against_a_number(text: str) -> bool:
    """Whether a comment at a number says that it is not the one to call."""
    return _DOUBTS.search(plain_words(text)) is not None


def without_limits(text: str) -> str:
    """Give a remark without what it says against the use of a number."""
    return _LIMITS.sub(" ", plain_words(text))


def _said(text: str) -> list[str]:
    parts = [" ".join(part.split()).strip(" ,;:.-–/") for part in _BETWEEN.split(text)]
    return [part for part in parts if re.search(r"[^\W\d_]|\?", part)]


def _speaks_against(said: str) -> bool:
    return _DOUBTS.search(_FIRST.sub(" ", plain_words(said))) is not None


def _is_harmless(said: str) -> bool:
    if _speaks_against(said):
        return False
    for part in re.split(r"[()\[\],;:|]|\s[-–/]\s", said):
        titled = _TITLE.search(part)
        named = part[titled.end() :].split() if titled is not None else []
        before = part[: titled.start()] if titled is not None else part
        if titled is not None and not 0 < len(named) <= _MOST_OF_NAME:
            return False
        for word in re.findall(r"[^\W\d_][^\W\d_’'.]*\.?", before):
            bare = plain_words(word.strip(".")).casefold()
            if bare not in _HARMLESS and not _NAME.fullmatch(word):
                return False
    return True
