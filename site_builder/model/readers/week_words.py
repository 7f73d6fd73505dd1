"""The words of opening hours, each once: `senin` is a day, `sampai` is until, `sore` is a part of the day."""

from __future__ import annotations

from collections.abc import Mapping

INDONESIAN_DAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS: Mapping[tuple[int, ...], tuple[str, str]] = {
    (0,): ("senin|sen", "monday|mon"),
    (1,): ("selasa|sel", "tuesday|tue|tues"),
    (2,): ("rabu|rab", "wednesday|wed"),
    (3,): ("kamis|kam", "thursday|thu|thur|thurs"),
    (4,): ("jumat|jum'at|jum’at|jum", "friday|fri"),
    (5,): ("sabtu|sab", "saturday|sat"),
    (6,): ("minggu|min|ahad", "sunday|sun"),
    (0, 1, 2, 3, 4, 5, 6): ("setiap hari|tiap hari|sehari-hari", "daily|every day|everyday"),
    (0, 1, 2, 3, 4): ("hari kerja", "weekdays"),
    (5, 6): ("akhir pekan", "weekend|weekends"),
}
DAYS = {name: days for days, names in _DAYS.items() for name in "|".join(names).split("|")}
"""All that may stand before hours; Monday is 0."""
ENGLISH = frozenset(name for _, names in _DAYS.values() for name in names.split("|"))
SPELLED: Mapping[str, str] = {
    "senen": "senin", "rebo": "rabu", "kemis": "kamis", "jumaat": "jumat", "jum at": "jumat",
    "jum`at": "jumat", "jum´at": "jumat", "saptu": "sabtu", "sebtu": "sabtu", "mgg": "minggu",
    "setiap hari kerja": "hari kerja", "tiap hari kerja": "hari kerja", "weekday": "weekdays",
    "tiap hr": "tiap hari", "setiap hr": "setiap hari", "stp hr": "setiap hari", "stp hari": "setiap hari",
    "tiap2 hr": "tiap hari", "tiap2 hari": "tiap hari", "hr kerja": "hari kerja",
    "tiap hr kerja": "hari kerja", "setiap hr kerja": "hari kerja",
}  # fmt: skip
"""Days as people here also write them; a content file has them in the one form."""
PARTS: Mapping[str, range] = {
    "am": range(12), "pm": range(12, 24), "pagi": range(1, 12), "siang": range(10, 17),
    "sore": range(14, 20), "petang": range(14, 20), "malam": range(18, 25),
}  # fmt: skip
"""Parts of the day and their hours: `7 malam` is 19, and what `9 sore` and `1 malam` are is not sure."""
CLOSED = ("tutup", "libur", "closed")
ALL_DAY = ("24 jam", "24 hours", "24h", "24 hrs")
DASHES = "-–—−"
WORDS: Mapping[str, tuple[str, ...]] = {
    "d": (*DAYS, *SPELLED),
    "p": (*PARTS,),  # of the day, where they stand by themselves
    "-": (*DASHES,),
    "u": ("s/d", "sd", "sampai", "sampai dengan", "hingga", "until", "to"),
    ",": (",",),
    "/": ("/",),
    "&": ("&", "dan", "and"),
    ";": (";", "|"),
    "(": ("(", "["),
    ")": (")", "]"),
    "x": CLOSED,
    "a": ALL_DAY,
    "b": ("istirahat", "istirahat siang", "ishoma", "isoma", "rehat", "break"),
    "e": ("kecuali", "kec", "selain", "except", "but"),
    "h": (  # days that no week has
        "tanggal merah", "tgl merah", "hari libur", "setiap hari libur", "tiap hari libur", "libur nasional",
        "hari libur nasional", "hari besar", "hari besar nasional", "hari besar keagamaan",
        "hr libur", "hr besar",
    ),
    "f": (  # such of which a shop may have hours: `Senin-Jumat (bulan puasa) 08.00-15.00`
        "hari raya", "lebaran", "idul fitri", "idulfitri", "ramadan", "ramadhan", "bulan ramadan",
        "bulan ramadhan", "puasa", "bulan puasa",
    ),
    "o": ("buka", "open"),
    "t": ("jam", "pukul", "pkl", "mulai", "dari", "from"),  # before a time
    "n": ("hari", "hr", "pada", "on"),  # before a day
    "z": ("wita", "wit"),
    "_": ("wib", "jam buka", "hari buka", ":", "=", "{", "}"),  # say nothing
}  # fmt: skip
"""All words by their sign, which stands for them in patterns; besides, `c` is a time, `?` is not known."""
