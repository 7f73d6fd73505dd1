"""The words of the status, in Indonesian and in English."""

from __future__ import annotations

from site_builder.names import Kind
from site_builder.status.values import Group

_WORDS: dict[str, tuple[str, str]] = {
    "title": ("Yang perlu dikerjakan: {site}", "What is left to do: {site}"),
    "day": (
        "Keadaan pada {day}. {entries} entri tampil, contoh tidak dihitung.",
        "As of {day}. {entries} entries are shown, samples not counted.",
    ),
    "nothing": ("Tidak ada yang perlu dikerjakan.", "There is nothing to do."),
    "more": ("… dan {count} lagi", "… and {count} more"),
    "whole-list": (
        "Daftar lengkapnya: `sentra status --to status.html`, atau `--to status.csv` untuk Excel.",
        "The whole list: `sentra status --to status.html`, or `--to status.csv` for Excel.",
    ),
    "written": ("Ditulis ke {path}", "Written to {path}"),
    "of": ("{count} dari {total}", "{count} of {total}"),
    "line": ("baris {line}", "line {line}"),
    "ended": ("selesai {day}", "ended on {day}"),
    "expired": ("{name}: berakhir {day}", "{name}: expired on {day}"),
    "expires": ("{name}: akan berakhir {day}", "{name}: expires on {day}"),
    "checked": ("terakhir diperiksa {day}", "last checked on {day}"),
    "never": ("belum pernah diperiksa", "never checked"),
    "none": ("belum diterjemahkan", "not translated"),
    "begun": ("baru sebagian, belum ada: {parts}", "only begun, missing: {parts}"),
    "body": ("teks", "text"),
    "part": ("`{field}` belum diterjemahkan", "`{field}` is not translated"),
    "part-inline": ("sebuah teks belum diterjemahkan", "a text is not translated"),
    "changed": ("berubah sejak diterjemahkan: {parts}", "changed since it was translated: {parts}"),
    "opening": ("teks pembuka", "opening text"),
    "empty": ("kosong", "empty"),
    "sample": ("contoh", "sample"),
    "hidden": ("belum atau tidak lagi tampil", "not shown yet, or no longer"),
    "translations": (
        "Terjemahan: yang selesai dari semua; +n baru sebagian atau ketinggalan",
        "Translations: those done, of all; +n only begun or out of date",
    ),
    "unmarked": (
        "Belum ditandai sesuai naskah aslinya: {counts}.",
        "Not marked as true to the original: {counts}.",
    ),
    "unmarked-cure": (
        "Bila sudah sesuai: `sentra status --mark content`. Lalu perubahan naskah asli terlihat di sini.",
        "If they are: `sentra status --mark content`. Then changes of the original show here.",
    ),
    "marked": (
        "{count} terjemahan ditandai sesuai naskah aslinya; {same} sudah ditandai sebelumnya.",
        "{count} translations marked as true to the original; {same} were marked already.",
    ),
    "left": (
        "{count} yang naskahnya berubah tidak ikut ditandai: periksa, lalu sebut nama berkasnya.",
        "{count} whose original has changed were left: look at them, then name their files.",
    ),
    "column-group": ("pekerjaan", "work"),
    "column-kind": ("jenis", "kind"),
    "column-path": ("berkas", "file"),
    "column-line": ("baris", "line"),
    "column-lang": ("bahasa", "language"),
    "column-field": ("isian", "field"),
    "column-detail": ("keterangan", "detail"),
}

_GROUPS: dict[Group, tuple[tuple[str, str], tuple[str, str]]] = {
    Group.FAULTS: (
        ("Berkas yang salah", "Files with faults"),
        (
            "Betulkan dulu: isinya belum tampil. `sentra check` menunjukkan caranya.",
            "Mend these first: they are not shown. `sentra check` says how.",
        ),
    ),
    Group.PLACEHOLDERS: (
        ("Isian sementara yang tertinggal", "Placeholders left"),
        ("Ganti dengan isi yang sebenarnya, atau hapus.", "Write what is true, or delete them."),
    ),
    Group.EVENTS: (
        ("Acara yang sudah lewat", "Events that are over"),
        (
            "Tulis tanggal berikutnya di `mulai`, atau `berakhir` supaya turun dari situs.",
            "Write the next date in `starts`, or `expires` to take it off the site.",
        ),
    ),
    Group.CERTIFICATES: (
        (
            "Sertifikat yang sudah berakhir, atau dalam 90 hari",
            "Certificates that have ended, or do within 90 days",
        ),
        (
            "Minta yang baru dari pemiliknya, lalu ganti `berakhir`.",
            "Ask its owner for the new one, then change `expires`.",
        ),
    ),
    Group.FIELDS: (
        ("Isian kosong yang dicari pengunjung", "Empty fields that visitors need"),
        (
            "Tanyakan ke pemiliknya; yang teratas paling sering dicari.",
            "Ask the owners; the topmost are needed most.",
        ),
    ),
    Group.UNVERIFIED: (
        ("Belum diperiksa dalam 12 bulan", "Not checked for 12 months"),
        (
            "Bila isinya masih benar, tulis `diperiksa: {day}`.",
            "If all is still true, write `verified: {day}`.",
        ),
    ),
    Group.STALE: (
        ("Terjemahan yang ketinggalan naskah aslinya", "Translations behind their original"),
        (
            "Sesuaikan bagian itu, lalu `sentra status --mark BERKAS`.",
            "Mend these parts, then `sentra status --mark FILE`.",
        ),
    ),
    Group.MISSING: (
        ("Belum diterjemahkan", "Not translated"),
        (
            "Sampai ada, pengunjung membaca bahasa lain dengan keterangan.",
            "Until then visitors read another language, with a note.",
        ),
    ),
    Group.SAMPLES: (
        ("Contoh yang masih ada", "Samples left"),
        (
            "Ganti dengan yang sebenarnya, lalu hapus `contoh: ya`.",
            "Replace them by real ones, then delete `sample: yes`.",
        ),
    ),
    Group.HIDDEN: (
        (
            "Tidak tampil: draf, belum terbit, atau sudah berakhir",
            "Not shown: drafts, not due yet, or expired",
        ),
        ("Hapus `draf: ya` bila sudah siap.", "Delete `draft: yes` when it is ready."),
    ),
}

_KINDS: dict[Kind, tuple[str, str]] = {
    Kind.PAGES: ("halaman", "pages"),
    Kind.SHOPS: ("toko", "shops"),
    Kind.PRODUCTS: ("produk", "products"),
    Kind.VISITS: ("kunjungan", "visits"),
    Kind.PLACES: ("tempat", "places"),
    Kind.EVENTS: ("acara", "events"),
    Kind.STORIES: ("cerita", "stories"),
    Kind.MARKETS: ("pasar", "markets"),
    Kind.FIGURES: ("angka", "figures"),
    Kind.CHARTS: ("grafik", "charts"),
}


class Words:
    """The words of one language, `id` or `en`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.in_english = language == "en"
        self._index = 1 if self.in_english else 0

    def say(self, key: str, **values: str | int) -> str:
        return _WORDS[key][self._index].format_map(values)

    def heading(self, group: Group) -> str:
        return _GROUPS[group][0][self._index]

    def cure(self, group: Group, day: str) -> str:
        return _GROUPS[group][1][self._index].format_map({"day": day})

    def kind(self, kind: Kind) -> str:
        return _KINDS[kind][self._index]
