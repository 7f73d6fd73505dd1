"""Remarks that may mean that something is closed, called off or not to be shown, and say so too unclearly."""

from __future__ import annotations

import re

_NOT = r"(?:tidak|tdk|tak|nggak|ngga|gak|ga|belum|blm|bukan)"
_DAY = r"(?:senin|selasa|rabu|kamis|jum\W?at|sabtu|minggu|ahad)"
_SEASON = (
    r"(?:(?:hari\s+)?(?:libur|raya|besar)(?:\s+(?:nasional|keagamaan))?|lebaran|idul\s*fitri|natal|nyepi"
    r"|(?:tanggal|tgl)\.?\s+merah|(?:bulan\s+)?(?:ramadh?an|puasa))"
)
_WHEN = r"(?:kalau|kalo|klo|kl|bila|jika|jk|apabila|saat|ketika|waktu|selama|pada|tiap|setiap)"
_HARMLESS = re.compile(
    rf"\b{_NOT}\s+(?:pernah\s+)?(?:tutup|pindah|batal)\b"
    rf"|\btutup\s+(?:{_WHEN}\s+)?(?:hari\s+)?{_DAY}(?:\s*(?:[,&/-]|dan|s/d|sd|sampai)\s*{_DAY})*\b"
    rf"|\btutup\s+(?:{_WHEN}\s+)?{_SEASON}\b"
    rf"|\btutup\s+{_WHEN}\s+(?:hujan|banjir|sepi|ramai|istirahat|sholat|salat|shalat|jumatan)\b"
    r"|\b(?:tutup|buka)\s+(?:(?:jam|pukul|pkl)\b\.?\s*\d|lebih\s+(?:awal|cepat))"
    rf"|\b{_SEASON}\s+(?:tutup|libur)\b"
    rf"|\b{_DAY}\s+(?:tutup|libur)\b"
    r"|\b(?:jangan|jgn)\s+(?:lupa|ragu|sungkan|khawatir)\b"
    r"|(?<!belum )(?<!tidak )(?<!blm )(?<!tdk )\b(?:sudah\s+)?(?:punya|ada)?\s*"
    r"i[zj]in\s+(?:usaha|dagang|edar|pirt|halal|lengkap)\b",
    re.IGNORECASE,
)
"""What closes a shop for a day, or says nothing of whether it may be shown."""
_ASKS = re.compile(
    r"\b(?:di)?(?:tutup|batal(?:kan)?|pindah(?:kan)?|henti(?:kan)?|stop)\b|\b(?:penutupan|pembatalan|pindahan)\b"
    r"|\b(?:berhenti|tertutup|bangkrut|pailit|bubar|vakum|closed|ceased|cancel(?:led)?|moved|intern(?:al)?|rahasia|private)\b"
    rf"|\b{_NOT}\s+(?:\w+\s+)?(?:(?:ber|di|mem)?produksi|aktif|(?:ber)?operasi|jualan|berjualan|dijual|ada\s+lagi|buka)\b"
    r"|\b(?:tentatif|tentative|(?:di)?(?:undur|tunda)(?:kan)?|postponed|tbc)\b"
    rf"|\b(?:menunggu|nunggu)\s+konfirmasi\b|\b{_NOT}\s+(?:pasti|tentu|fix)\b"
    r"|\b(?:sudah|sdh|telah)\s+(?:tidak|tdk|gak|ga)\s+ada\b|\bhabis\b"
    r"|\b(?:meng)?i[zj]in(?:kan|nya)?\b|\b(?:jangan|jgn)\b",
    re.IGNORECASE,
)


def asks_a_person(text: str) -> bool:
    """Whether a remark speaks of closing, moving or leave to be shown, and not surely of something harmless.

    Nobody is shown, and nobody left out, because a program has guessed what a remark means.
    """
    plain = " ".join(text.replace("_", " ").split())
    return _ASKS.search(_HARMLESS.sub(" ", plain)) is not None


_LATE = re.compile(
    r"\balmh?\.|[(\[]\s*almh?\b|\balmarhum(?:ah)?\b|\bmendiang\b|\balmh?\s+(?:h|hj|bpk|bapak|pak|ibu|bu)\b"
    r"|[(\[,]\s*(?:sudah\s+|telah\s+)?(?:meninggal|wafat)\b",
    re.IGNORECASE,
)
_ACTIVE = frozenset(
    {"y", "ya", "iya", "yes", "aktif", "masih", "masih-aktif", "1", "true", "v", "✓", "✔", "√", "buka"}
)
_INACTIVE = frozenset(
    {"t", "tidak", "tdk", "n", "no", "0", "false", "f", "nonaktif", "non-aktif", "tidak-aktif", "tdk-aktif",
     "tutup", "tidak-lagi", "sudah-tidak", "x", "inactive"}
)  # fmt: skip


def names_the_dead(name: str) -> bool:
    """Whether a name says that its owner has died: who goes on, and whether anybody does, is not sure."""
    return _LATE.search(" ".join(name.split())) is not None


def is_active(text: str) -> bool | None:
    """Read a cell below `Aktif`; `None` where it is neither a clear yes nor a clear no."""
    said = "-".join(re.findall(r"[\w✓✔√]+", text.casefold()))
    return True if said in _ACTIVE else False if said in _INACTIVE else None
