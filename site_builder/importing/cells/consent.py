"""Whether people want to see their data shown: what a column asks them, and what they or a remark answer."""

from __future__ import annotations

import re

from site_builder.importing.cells.plain_words import plain_words

_SHOWING = (
    r"(?:tampil\w*|ditampilkan|menampilkan|publikasi\w*|dipublikasi\w*|memublikasikan|mempublikasikan|publish\w*"
    r"|dimuat|memuat|dipasang|diunggah|diumumkan|disebar\w*|dibagikan|dipakai|digunakan|website|web|situs|data|internet"
    r"|online|daring|shown?|published?|listed|displayed)"
)
_ASKING = (
    r"(?:bersedia(?:kah)?|kesediaan|setuju(?:kah)?|menyetujui|persetujuan|(?:meng|per)?izin(?:kan|an|kah)?|mengijinkan"
    r"|(?:di|per)?boleh(?:kah|kan)?|diperbolehkan|berkenan(?:kah)?|keberatan(?:kah)?|rela"
    r"|consents?|agrees?|allow(?:ed)?|may\s+we|permission|approv\w+)"
)
_CONSENT = re.compile(
    rf"\b{_ASKING}\b.*\b{_SHOWING}\b|\bconsent\b"
    r"|\b(?:mau|ingin)(?:kah)?\b.*\b(?:di)?(?:tampil|publikasi|muat|pasang|unggah)"
    r"|\b(?:di)?(?:tampil|muat|publikasi|publish|unggah)\w*\b.*\b(?:web\w*|situs|internet|online|daring|publik|umum)\b"
    r"|^\W*(?:persetujuan|kesediaan|bersedia|setuju|izin\s+(?:tampil|publikasi|muat)|boleh\s+tampil|(?:di)?tampil(?:kan)?"
    r"|publikasi(?:kan)?|dipublikasikan|publish)(?:\s+(?:pemilik|perajin|responden|pelaku\s+usaha|usaha|toko))?"
    r"\s*(?:[(\[][^)\]]*[)\]]|\?)*\W*$",
    re.IGNORECASE | re.DOTALL,
)
_OBJECTS = re.compile(r"\bkeberatan", re.IGNORECASE)
"""Below `Keberatan ditampilkan?` a yes is a no."""
_SHOWN = (
    r"(?:di\s?|meny?e?|mem?)?(?:tampil|pasang|muat|publikasi|publish|terbit|sebar|unggah|upload|umum|cantum|share|bagi"
    r"|posting|pajang|ekspos|expos|internet|website|web|online)\w*"
)
_FORBIDS = re.compile(
    rf"\bjangan(?:\s+(?:dulu|sampai|mau|boleh|usah))*\s+{_SHOWN}"
    r"|\b(?:tidak|belum)\s+(?:mau|boleh|ingin|perlu|usah|untuk|ingin|minta)(?:\s+(?:dulu|untuk|data(?:nya)?))*"
    rf"\s+{_SHOWN}"
    r"|\btidak\s+di\s?(?:tampil|pasang|muat|publikasi|terbit|sebar|umum|cantum|share)\w*"
    r"|\b(?:tidak|belum)\s+(?:bersedia|setuju|meng[ij]+zinkan|mengijinkan|berkenan|rela)\b"
    rf"|(?<!tidak )\b(?:keberatan|menolak|ditolak)\b.*\b{_SHOWN}|\bminta\s+(?:di)?(?:hapus|sembunyi)\w*"
    r"|\b(?:do(?:es)?\s+not|don['’]?t|doesn['’]?t|not\s+to)\s+(?:want\s+to\s+)?(?:be\s+)?"
    r"(?:publish|show|list|display|share|post)(?:ed|n)?\b",
    re.IGNORECASE,
)
"""What a remark says of an entry that its owner does not want to see shown."""
_AGREED = frozenset(
    {"ya", "y", "iya", "yes", "v", "✓", "✔", "√", "ok", "oke", "setuju", "bersedia", "boleh", "ya bersedia",
     "ya setuju", "ya boleh", "ya silakan", "silakan", "silahkan", "true", "monggo", "nggih", "inggih"}
)  # fmt: skip
"""Javanese too; with any other word beside it an answer may mean something else: `monggo kersa`."""
_ON_CONDITION = re.compile(
    r"\b(?:tapi|tetapi|namun|asal(?:kan)?|kecuali|tanpa|syarat\w*|hanya|cuma|jangan|bila|jika|kalau|selain|tidak"
    r"|but|only|unless|except|if|without)\b",
    re.IGNORECASE,
)
_NO = re.compile(
    r"^\W*(?:tidak|no|n|t|x|✗|✘|false|jangan|ora|mboten|emoh)\W*(?:,.*)?$"
    r"|^\W*(?:tidak|jangan|ora|mboten)\s+(?:mau|bersedia|setuju|boleh|berkenan|usah|perlu|rela|ingin|di\w+kan)\b"
    r"|^\W*(?:keberatan|menolak|ditolak|enggan)\b",
    re.IGNORECASE,
)
"""`Tidak tahu` is none, nor is `tidak keberatan`."""


def asks_consent(header: str) -> bool:
    """Whether a column asks people if their data may be shown."""
    return _CONSENT.search(plain_words(header)) is not None


def why_not_shown(text: str, header: str = "") -> str | None:
    """Say why an answer is no leave, `None` where it is a plain yes; empty where it is a no.

    Below `Keberatan ditampilkan?` a no is none that anybody has to read as a yes.
    """
    said = " ".join(text.replace(",", " ").replace(".", " ").casefold().split())
    if _OBJECTS.search(header):
        return "objection"
    if said in _AGREED:
        return None
    plain = plain_words(text)
    if said.partition(" ")[0] in _AGREED:
        return "partly" if _ON_CONDITION.search(plain) else "doubt"
    return "" if _NO.search(plain) or forbids(text) else "doubt"


def forbids(text: str) -> bool:
    """Whether a remark says that something must not be shown: `jangan dipasang di internet`."""
    return _FORBIDS.search(plain_words(text)) is not None
