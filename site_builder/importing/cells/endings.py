"""What says that something is no more, is not sure, or will not be: the one vocabulary of all columns.

Every text is asked with its short forms written out, so each word stands here once. Nobody is shown, and
nobody left out, because a program has guessed what a remark means: what may not be harmless is asked about.
"""

from __future__ import annotations

import re

from site_builder.importing.cells.plain_words import plain_words
from site_builder.names import Kind

_NOT = r"(?:tidak|belum|bukan)"
_DAY = r"(?:senin|selasa|rabu|kamis|jum\W?at|sabtu|minggu|ahad)"
_SEASON = (
    r"(?:(?:hari\s+)?(?:libur|raya|besar)(?:\s+(?:nasional|keagamaan))?|lebaran|idul\s*fitri|natal|nyepi"
    r"|tanggal\s+merah|(?:bulan\s+)?(?:ramadh?an|puasa))"
)
_WHEN = r"(?:kalau|bila|jika|jk|apabila|saat|ketika|waktu|selama|pada|tiap|setiap)"
_TIMES = (
    rf"(?:hari|jam|pukul|pkl|tiap|setiap|senin|selasa|rabu|kamis|jum|sabtu|minggu|ahad|{_WHEN}|lebih|awal"
    r"|tanggal|libur|lebaran|ramadh?an|puasa)"
)
_WORK = (
    r"(?:(?:ber|di|mem)?produksi|aktif|(?:ber)?operasi|(?:ber)?jualan|berdagang|dijual|ada\s+lagi|buka"
    r"|(?:ber)?jalan)\b"
)
_ENDED = (
    rf"(?:tutup(?!\s+{_TIMES})|closed|batal|pindah|bangkrut|pailit|gulung\s+tikar|bubar|vakum|stop"
    r"|ditiadakan|dihapus(?:kan)?|dibatalkan|cancel(?:led|ed)?|urung)"
)
"""One word is enough where it stands alone, in brackets or first."""
_ALONE = r"(?:off|mati|gagal)(?=\W*$|\s+(?:sementara|total|sejak|dulu|per)\b)"
"""Words that begin others: `Off White`."""
_GONE = re.compile(
    rf"^\W*(?:sudah\s+)*(?:{_ENDED}\b|{_ALONE}|tidak\s+aktif\b)"
    r"|\b(?:tutup\s+(?:permanen|total|selamanya|usaha)|dibatalkan|ditiadakan|cancel(?:led|ed)?|gulung\s+tikar"
    r"|tidak\s+(?:di\s*produksi|dibuat|aktif|beroperasi|jadi|(?:di|ter)(?:laksana|selenggara|ada)kan|terlaksana)"
    r"|(?:stop|berhenti)\s+(?:produksi|usaha|operasi))\b",
    re.IGNORECASE,
)
"""What a remark says of a business, a product or an event that is no more."""
_HARMLESS = re.compile(
    rf"\b{_NOT}\s+(?:pernah\s+)?(?:tutup|pindah|batal|gagal|mati)\b"
    rf"|\btutup\s+(?:{_WHEN}\s+)?(?:hari\s+)?{_DAY}(?:\s*(?:[,&/-]|dan|s/d|sd|sampai)\s*{_DAY})*\b"
    rf"|\btutup\s+(?:{_WHEN}\s+)?{_SEASON}\b"
    rf"|\btutup\s+{_WHEN}\s+(?:hujan|banjir|sepi|ramai|istirahat|sholat|salat|shalat|jumatan)\b"
    r"|\b(?:tutup|buka)\s+(?:(?:jam|pukul|pkl)\b\.?\s*\d|lebih\s+(?:awal|cepat))"
    rf"|\b{_SEASON}\s+(?:tutup|libur)\b"
    rf"|\b{_DAY}\s+(?:tutup|libur)\b"
    r"|\b(?:meninggal|wafat|almh?|almarhum(?:ah)?|mendiang)\b(?:(?!\b(?:tidak|belum)\b)[^;])*\b(?:diteruskan|dilanjutkan)\b"
    r"|\bjangan\s+(?:lupa|ragu|sungkan|khawatir)\b|\btidak\s+keberatan\b"
    r"|(?<!belum )(?<!tidak )\b(?:sudah\s+)?(?:punya|ada)?\s*"
    r"izin\s+(?:usaha|dagang|edar|pirt|halal|lengkap)\b",
    re.IGNORECASE,
)
"""What closes a shop for a day, or says nothing of whether it may be shown."""
_ASKS = re.compile(
    r"\b(?:di)?(?:tutup|batal(?:kan)?|pindah(?:kan)?|henti(?:kan)?|stop)\b|\b(?:penutupan|pembatalan|pindahan)\b"
    r"|\b(?:berhenti|tertutup|bangkrut|pailit|bubar|vakum|closed|ceased|cancel(?:led|ed)?|moved|intern(?:al)?"
    r"|rahasia|private|off(?![\s-]*(?:white|road|line|set))|(?<!harga )(?<!jahit )mati|urung"
    r"|gulung\s+tikar|pensiun|merantau|discontinued?|sold\s+out|inactive)\b"
    rf"|\b{_NOT}\s+(?:\w+\s+)?{_WORK}|\btidak\s+(?:\w+\s+){{0,3}}lagi\b|\bsudah\s+tidak\b"
    r"|\btidak\s+(?:di)?(?:temukan|ketemu|kenal)\b|\btidak\s+ada\s+(?:penerus|orang\w*|lagi)\b"
    r"|\b(?:tentatif|tentative|(?:di)?(?:undur|tunda|geser)(?:kan)?|postponed|tbc|tba|tbd|reschedul\w*|pending)\b"
    rf"|\b(?:menunggu|nunggu)\s+konfirmasi\b|\b{_NOT}\s+(?:pasti|tentu|fix)\b|\bhabis\b"
    r"|\b(?:almarhum(?:ah)?|almh?|mendiang|meninggal|wafat)\b|\bkeberatan\b"
    r"|\b(?:ganti|alih|beralih|banting)\s+(?:usaha|profesi|pekerjaan|setir|ke|jadi|menjadi)\b"
    r"|\b(?:sudah|akan|mau|mw)\s+dijual\b|\bdijual\s+(?:ke|kepada)\s+(?:orang|pihak|pembeli|pemilik|tetangga)\b"
    r"|\b(?:rumah|toko|tempat|bangunan|ruko|usaha|kios|stok)(?:nya)?\s+(?:\w+\s+)?"
    r"(?:dijual|dikontrakkan|disewakan|kosong|dibongkar|digusur|disita|terbakar)\b"
    r"|\b(?:hanya|cuma|cuman|khusus|cukup)\s+(?:(?:untuk|sebagai|buat)\s+)?(?:data|arsip|pendataan|dinas|kantor|laporan)\b"
    r"|\btidak\s+(?:mau|bersedia|berkenan|ingin|kelihatan|terlihat|nampak)\b|\bmenolak\b|\bjarang\s+(?:produksi|buka|jualan)\b"
    r"|\b(?:mandeg|mandek|macet|kolaps|collapsed?|dialihkan)\b|\bgantung\s+usaha\b|\bistirahat\s+(?:dulu|sementara|total)\b"
    r"|\b(?:hp|wa|whatsapp|telp|telepon|nomor|alamat|nama|data)\s+(?:nya\s+)?(?:salah|keliru|palsu|berubah|ganti)\b"
    r"|\bsalah\s+(?:alamat|nomor|sambung|orang|data|tulis|ketik)\b|\bprivasi\b|\b(?:mulai|akan|baru\s+akan)\s+buka\b"
    r"|^\W*(?:dijual|disewakan|dikontrakkan|ttp)\W*$"
    r"|\blibur\s+(?:sementara|panjang|dulu|total|tanpa\s+batas)\b"
    r"|\b(?:di(?:keluarkan|coret)|(?:ter|di)gusur|kena\s+(?:lumpur|gusur\w*|banjir|bencana))\b"
    r"|\b(?:eks|mantan)\s+anggota\b|\bbelum\s+(?:di|ter)?(?:verifikasi|validasi)\w*"
    r"|\bminta\b.*\b(?:di)?(?:hapus|keluarkan|hilangkan|turunkan|cabut|tarik)(?:kan)?\b|\b(?:enggan|emoh|ogah)\b"
    r"|\b(?:sudah|tidak|bukan)\s+(?:lagi\s+)?(?:bukan\s+)?milik\s+(?!sendiri|pribadi)"
    r"|\b(?:boyong\w*|hijrah|transmigrasi)\b|\b(?:pulang|kembali|balik)\s+(?:ke\s+)?(?:kampung|desa\s+asal|asal)\b"
    r"|\b(?:(?:di)?segel|disita|dilelang|diusir|sengketa|kebakaran)\b|\btinggal\s+nama\b|\btidak\s+(?:me|di)lanjutkan\b"
    r"|\b(?:sekarang|kini)\s+(?:jadi|menjadi|kerja|bekerja)\b"
    r"|\b(?:hp|wa|whatsapp|telp|telepon|nomor|alamat)(?:nya)?\s+(?:milik|punya|kepunyaan)\b"
    r"|\b(?:sudah|akan|mau)\s+(?:saya|kami|beliau|ybs)\s+jual\b"
    r"|\b(?:meng)?izin(?:kan|nya)?\b|\bjangan\b",
    re.IGNORECASE,
)
_OF_OTHER_THINGS = re.compile(
    rf"\b(?:(?:meng)?izin(?:kan|nya)?|habis|macet|mande[gk]|off|intern(?:al)?|pending|private|jangan|keberatan|menolak)\b"
    rf"|\b{_NOT}\s+(?:pasti|tentu|fix|aktif|mau|ingin|kelihatan|terlihat|nampak|ada\s+(?:lagi|orang\w*))\b"
    r"|\b(?:stok|tempat|alamat|nama|data|nomor)(?:nya)?\s+(?:kosong|berubah|ganti)\b",
    re.IGNORECASE,
)
"""What a remark says of its entry, but other columns of licences, loans, stocks and wishes."""
_WISHED = re.compile(r"\W*(?:semoga|moga|moga-moga|supaya|agar)\b", re.IGNORECASE)
"""How a wish begins, which says nothing of today: `semoga tidak ada yang tutup`."""
_STATUS = re.compile(r"\b(?:status|kondisi|keadaan|keberadaan)\b", re.IGNORECASE)
_ASKS_OF_EVENTS = re.compile(
    r"\b(?:gagal|(?:di)?(?:ganti|ubah|alih)(?:kan)?|dimajukan|maju|mundur|berubah|rencana|direncanakan|usulan"
    r"|diusulkan|wacana|draf|draft|konsep|undangan|invitation|anggota|members?|khusus|sementara|mungkin"
    r"|kira-kira|perkiraan|estimasi|hold|ditangguhkan|(?:me)?nunggu|tunggu|konfirmasi|kondisional|proposal|cair)\b"
    rf"|\b{_NOT}\s+(?:di|ter)(?:laksana|selenggara|jadwal|ada|buka|setuju|tentu|konfirmasi|pasti|publik|umum|izin)\w*"
    rf"|\b{_NOT}\s+(?:untuk\s+)?(?:umum|disetujui)\b|^\W*\?",
    re.IGNORECASE,
)
"""What says of an event that it may not be, may be on another day, or is not for everybody."""
_CAPITALS = re.compile(r"\b(?:BATAL|DIBATALKAN|TUTUP|STOP\s+PRODUKSI|DITIADAKAN|BANGKRUT|TIDAK\s+AKTIF)\b")
_IN_NAME = re.compile(
    r"\bsudah\s+(?:tutup|bubar|bangkrut|pindah|tidak)\b|\btidak\s+(?:aktif|beroperasi|berproduksi)\b"
    r"|\bstop\s+produksi\b|\bgulung\s+tikar\b",
    re.IGNORECASE,
)
"""What no name has for its own sake; `Tutup Buku Leather` may be one."""
_BEHIND = re.compile(r"[(\[]([^()\[\]]*)[)\]]?|\s[-–—]\s*([^()\[\]–—]+)$|,\s*([^()\[\],]+)$")
"""What stands beside a name: in brackets, behind a dash or a comma."""
_PAUSED = re.compile(r"\W*(?:libur|renovasi|istirahat)\b", re.IGNORECASE)
_LATE = re.compile(
    r"\balmh?\.|[(\[]\s*almh?\b|\balmarhum(?:ah)?\b|\bmendiang\b|\balmh?\s+(?:h|hj|bpk|bapak|pak|ibu|bu)\b"
    r"|[(\[,]\s*(?:sudah\s+)?(?:meninggal|wafat)\b",
    re.IGNORECASE,
)
_UNSURE_DAY = re.compile(
    r"\b(?:tentatif|tentative|(?:di)?(?:undur|tunda|geser|maju|pindah|alih|ubah|ganti)(?:kan)?|postponed|reschedul\w*|tba|tbc|tbd"
    r"|batal|dibatalkan|ditiadakan|menyusul|menunggu|konfirmasi|rencana\w*|mungkin|kira-kira|kurang\s+lebih|sekitar|perkiraan"
    r"|estimasi|insya\s*allah|semula|awalnya|belum|tidak|cancel\w*|pending|about|approx\w*|planned|maybe)\b|\?|±",
    re.IGNORECASE,
)
"""What says of a day that it may yet be another."""


def says_gone(text: str) -> bool:
    """Whether a remark surely says that its entry is closed, called off or no longer made."""
    return _GONE.search(plain_words(text)) is not None


def asks_a_person(text: str, kind: Kind | None = None) -> bool:
    """Whether a remark speaks of closing, moving or leave to be shown, and not only of what is harmless."""
    plain = _HARMLESS.sub(" ", plain_words(text))
    of_events = kind is Kind.EVENTS and _ASKS_OF_EVENTS.search(plain) is not None
    return of_events or _ASKS.search(plain) is not None


def asks_elsewhere(text: str, header: str) -> bool:
    """Whether a column that is not one of remarks speaks of its entry as these do: `usaha sudah tutup`.

    One word is an answer to what the header asks, which only a header such as `Status terakhir` makes clear.
    """
    plain = plain_words(text)
    if _STATUS.search(header) and says_gone(plain):
        return True
    if _WISHED.match(plain):
        return False
    plain = _OF_OTHER_THINGS.sub(" ", _HARMLESS.sub(" ", plain))
    return len(text.split()) > 1 and (_GONE.search(plain) or _ASKS.search(plain)) is not None


def remark_beside(text: str) -> str:
    """Give what a text says of itself in brackets or behind it, where that is that it holds no more."""
    plain = plain_words(text)
    beside = [next(filter(None, found.groups()), "") for found in _BEHIND.finditer(plain)]
    return next((said for said in (plain, *beside) if says_gone(said)), "")


def name_says_gone(name: str, kind: Kind | None = None) -> bool:
    """Whether a name says so: in capitals, in words that no name has, or in a remark beside it."""
    plain = plain_words(name)
    if _CAPITALS.search(plain) or _IN_NAME.search(plain):
        return True
    beside = [next(filter(None, found.groups()), "") for found in _BEHIND.finditer(plain)]
    said = [text for text in beside if not _LATE.search(f"({text})")]
    return any(says_gone(text) or asks_a_person(text, kind) or _PAUSED.match(text) for text in said)


def names_the_dead(name: str) -> bool:
    """Whether a name says that its owner has died: who goes on, and whether anybody does, is not sure."""
    return _LATE.search(plain_words(name)) is not None


def is_unsure_day(text: str) -> bool:
    """Whether a day is one that may yet be another: `diundur 5 Februari 2027`."""
    return _UNSURE_DAY.search(plain_words(text)) is not None
