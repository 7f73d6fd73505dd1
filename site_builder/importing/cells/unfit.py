"""What must never be published though a cell says it: data of persons, code, days and numbers of nothing."""

from __future__ import annotations

import re

from site_builder.importing.cells.addresses import is_no_address
from site_builder.importing.cells.consent import forbids
from site_builder.importing.cells.endings import remark_beside
from site_builder.importing.cells.garbled import meant_by
from site_builder.importing.cells.other_terms import refuse_other_terms
from site_builder.model.readers.written import ScalarFault, shorten

WORDY = frozenset({"name", "address", "village", "venue", "organiser", "member_of", "summary"})
"""Fields that nobody fills with signs or numbers alone."""
_PLACES = frozenset({"address", "venue", "village", "organiser"})
"""Fields of words beside which offices note that they hold no more."""
_IDENTITY = re.compile(r"(?<![\d.,-])[1-9]\d{15}(?!\d)", re.ASCII)
"""The number of an identity card, which has 16 digits."""
_ACCOUNT = re.compile(
    r"\b(?:no\.?\s*)?(?:rek|rekening|norek|a/c)\b\D{0,30}\d[\d .-]{5,}"
    r"|\b(?:bca|bri|bni|bsi|btn|mandiri|bank\s+\w+)\b\W{0,3}\d[\d .-]{7,}",
    re.IGNORECASE | re.ASCII,
)
_NO_NAME = re.compile(
    r"\W*(?:"
    r"(?:nama(?:nya)?\s+)?(?:belum|blm|tidak|tdk|tak|tanpa|nggak|ngga|gak|ga|no|without)\s*"
    r"(?:(?:ada|punya|memiliki|mempunyai|diberi|pakai|memakai|ber)\s*)?(?:nama|name|merek|merk|brand)(?:nya)?"
    r"(?:\s+(?:usaha|toko|umkm|produk|barang|acara|kegiatan))?"
    r"|nama(?:nya)?\s+(?:usaha\s+|toko\s+)?(?:menyusul|kosong|nanti|(?:belum|blm)\s+(?:ada|tahu|jelas|punya)"
    r"|(?:tidak|tdk|tak)\s+(?:ada|tahu|jelas|diketahui))"
    r"|(?:belum|blm|tidak|tdk)\s+(?:tahu|jelas|diketahui|diisi)|menyusul|nanti|kosong|rahasia"
    r"|x{2,}|z{2,}|n\W?n|n\W?a|tba|tbd|tbc|anonim|anonymous|unnamed|noname|unknown|lupa"
    r"|(?:tes|test|testing|coba-coba|dummy|contoh|sample|asdf\w*|qwerty)\W*\d*"
    r")\W*",
    re.IGNORECASE,
)
"""What says in a column of names that there is none, or that somebody only tried the form out."""
_BIRTH = re.compile(r"\b(?:lahir|ttl|born)\b[^\n]*\d", re.IGNORECASE)
_TELEPHONE = re.compile(r"(?<![\d.,])(?:\+?62[ .-]?|0)8\d[\d .-]{6,12}\d(?!\d)", re.ASCII)
_MARKUP = re.compile(r"<\s*[a-z/!?]|\bjavascript:", re.IGNORECASE)
_COMMAND = ("=", "+", "@")
_PRIVATE_HEADER = re.compile(
    r"\b(?:nik|ktp|kk|npwp|lahir|ttl|umur|usia|agama|rekening|rek|pemilik|owner|rumah|pribadi|kelamin|gender"
    r"|hpp|modal|omzet|omset|anggaran|pic|panitia|penanggung|pendidikan|istri|suami|responden|respondent"
    r"|l/p|(?:hp|telp\w*|telepon|wa|whatsapp|kontak|e-?mail|surel|alamat|nomor)\b.*\bpeserta"
    r"|debitur|nasabah|kreditur|plafond?|debet|pinjaman|tunggakan|angsuran|agunan|gaji|upah|pj)\b",
    re.IGNORECASE,
)
_CONTACT_PERSON = re.compile(
    r"\b(?:narahubung|nara\s+hubung|cp|pic|(?:kontak|contact)\s+person|person\s+in\s+charge)\b",
    re.IGNORECASE,
)


_LONGEST_PASTED = 80


def refuse_unfit(field: str, text: str) -> None:
    """Raise `ScalarFault` for what is nobody's business, what a program would run, and what means nothing."""
    if field == "name" and _NO_NAME.fullmatch(text):
        raise ScalarFault("row-name", "none", {"value": shorten(text)})
    in_words = field in WORDY
    if (
        _IDENTITY.search(text)
        or _ACCOUNT.search(text)
        or (in_words and (_BIRTH.search(text) or _TELEPHONE.search(text)))
    ):
        raise ScalarFault("cell-private", "", {"value": shorten(text)})
    meant = meant_by(text)
    if meant != text:
        variant = "garbled" if len(meant) <= _LONGEST_PASTED else "garbled-long"
        raise ScalarFault("cell-words", variant, {"value": shorten(text), "suggestion": meant})
    if field in ("address", "venue") and is_no_address(text):
        raise ScalarFault("cell-words", "address", {"value": shorten(text)})
    if field in _PLACES and (remark_beside(text) or forbids(text)):
        raise ScalarFault("cell-words", "remark", {"value": shorten(text)})
    refuse_other_terms(field, text)
    if in_words and (_MARKUP.search(text) or text.startswith(_COMMAND)):
        raise ScalarFault("cell-markup", "", {"value": shorten(text)})


def is_contact_person(header: str) -> bool:
    """Whether a column holds whom to ask, and that person's number."""
    return _CONTACT_PERSON.search(header.replace("_", " ")) is not None


def is_private_header(text: str) -> bool:
    """Whether a column holds what is of a person or of the office alone: it may stay as it is."""
    return _PRIVATE_HEADER.search(text.replace("_", " ")) is not None
