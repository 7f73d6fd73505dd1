"""Slips of editors: one small change of a valid content file, made by chance, and where it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

TYPED = (
    ("harga", "Rp 250rb"),
    ("harga", "250.000,-"),
    ("harga", "nego"),
    ("harga", "100rb - 200rb"),
    ("jam_buka", "8-5"),
    ("jam_buka", "senin s/d sabtu 08.00 - 16.00"),
    ("jam_buka", "tiap hari"),
    ("telepon", "0812 (WA)"),
    ("telepon", "031-8951234 / 031-8951235"),
    ("whatsapp", "62 812 3456 789"),
    ("whatsapp", "081234"),
    ("kategori", "tas"),
    ("kategori", "Tas Wanita"),
    ("kategori", "tas, dompet"),
    ("bahan", "kulit"),
    ("bahan", "[Kulit Sapi, kanvas]"),
    ("jenis", "Toko"),
    ("jenis", "warung"),
    ("tanggal", "12 Januari 2026"),
    ("tanggal", "01/02/2026"),
    ("sejak", "th 1976"),
    ("urutan", "pertama"),
    ("draf", "iya"),
    ("satuan", "Orang"),
    ("nilai", "Rp 1,5 milyar"),
    ("lokasi", "-7.50, 112.70"),
    ("toko", "Koperasi Intako"),
    ("tautan", "www.contoh.id"),
    ("surel", "toko at contoh.id"),
    ("negara", "Jepang"),
    ("periode", "tahun 2018"),
)
"""What editors write where a field wants something stricter."""


@dataclass(frozen=True)
class Slip:
    kind: str
    path: str
    data: bytes
    first: int
    last: int
    """The lines of the changed file that the change is in, counted from 1."""
    told: str
    """What was done, for whoever reads a failure."""
    meant: bytes | None = None
    """The file that the editor meant, where it is not the one before."""


@dataclass(frozen=True)
class _Page:
    """A valid file, its lines, and which of them are fields."""

    path: str
    lines: list[str]
    fields: range
    """Places in `lines`."""

    def some(self, chance: Random, pattern: str, *, inside: range | None = None) -> int | None:
        places = [
            place
            for place in (self.fields if inside is None else inside)
            if re.search(pattern, self.lines[place]) and not self.lines[place].lstrip().startswith("#")
        ]
        return chance.choice(places) if places else None


def slip(kind: str, path: str, data: bytes, chance: Random) -> Slip | None:
    """Make a slip of this kind in a file; nothing where the file has no place for it."""
    text = data.decode("utf-8")
    lines = text.split("\n")
    closing = next((n for n, line in enumerate(lines) if n and line == "---"), len(lines))
    fields = range(1, closing) if path.endswith(".md") else range(len(lines) - 1)
    return KINDS[kind](_Page(path, lines, fields), chance)


def _line(kind: str, page: _Page, place: int, *new: str, gone: int = 1) -> Slip:
    """Put other lines in the place of one or more."""
    lines = [*page.lines[:place], *new, *page.lines[place + gone :]]
    told = f"{page.lines[place : place + gone]} -> {list(new)}"
    last = place + max(1, len(new))
    return Slip(kind, page.path, "\n".join(lines).encode(), place + 1, last, told)


def _drop(page: _Page, chance: Random) -> Slip | None:
    return _letter("character dropped", page, chance, lambda line, at: line[:at] + line[at + 1 :])


def _double(page: _Page, chance: Random) -> Slip | None:
    return _letter("character doubled", page, chance, lambda line, at: line[: at + 1] + line[at:])


def _swap(page: _Page, chance: Random) -> Slip | None:
    def swapped(line: str, at: int) -> str:
        return line[:at] + line[at + 1 : at + 2] + line[at] + line[at + 2 :]

    return _letter("characters swapped", page, chance, swapped)


def _letter(kind: str, page: _Page, chance: Random, change: Callable[[str, int], str]) -> Slip | None:
    place = page.some(chance, r"\S")
    if place is None:
        return None
    line = page.lines[place]
    at = chance.choice([at for at, sign in enumerate(line) if sign != " "])
    return _line(kind, page, place, change(line, at))


def _indent(page: _Page, chance: Random) -> Slip | None:
    place = page.some(chance, r"\S")
    if place is None:
        return None
    line = page.lines[place]
    bare = line.lstrip()
    spaces = max(0, len(line) - len(bare) + chance.choice((-2, -1, 1, 2)))
    return _line("indentation changed", page, place, " " * spaces + bare)


def _without(kind: str, sign: str) -> Callable[[_Page, Random], Slip | None]:
    def make(page: _Page, chance: Random) -> Slip | None:
        place = page.some(chance, sign)
        if place is None:
            return None
        line = page.lines[place]
        found = chance.choice(list(re.finditer(sign, line)))
        return _line(kind, page, place, line[: found.start()] + line[found.end() :])

    return make


def _instead(kind: str, pattern: str, new: str, *, everywhere: bool = False) -> Callable[..., Slip | None]:
    def make(page: _Page, chance: Random) -> Slip | None:
        place = page.some(chance, pattern)
        if place is None:
            return None
        line = page.lines[place]
        return _line(kind, page, place, re.sub(pattern, new, line, count=0 if everywhere else 1))

    return make


def _delete(page: _Page, chance: Random) -> Slip | None:
    place = page.some(chance, r"\S")
    return None if place is None else _line("line deleted", page, place)


def _repeat(page: _Page, chance: Random) -> Slip | None:
    place = page.some(chance, r"\S")
    if place is None:
        return None
    return _line("line duplicated", page, place, page.lines[place], page.lines[place])


def _join(page: _Page, chance: Random) -> Slip | None:
    place = page.some(chance, r"\S", inside=page.fields[:-1])
    if place is None:
        return None
    between = chance.choice((" ", ""))
    joined = page.lines[place] + between + page.lines[place + 1].lstrip()
    return _line("lines joined", page, place, joined, gone=2)


def _tab(page: _Page, chance: Random) -> Slip | None:
    place = page.some(chance, r"^ +\S")
    if place is None:
        return None
    line = page.lines[place]
    return _line("tab", page, place, re.sub(r"^ +", lambda found: "\t" * max(1, len(found[0]) // 2), line))


def _typed(page: _Page, chance: Random) -> Slip | None:
    choices = list(TYPED)
    chance.shuffle(choices)
    for name, value in choices:
        place = page.some(chance, rf"^[ -]*{name}: +\S")
        if place is not None:
            line = page.lines[place]
            return _line("as editors type", page, place, f"{line[: line.index(':')]}: {value}")
    return None


def _exchange(page: _Page, chance: Random) -> Slip | None:
    place = page.some(chance, r"^\w+: +\S", inside=page.fields[:-1])
    if place is None or not re.match(r"\w+: +\S", page.lines[place + 1]):
        return None
    one, two = page.lines[place], page.lines[place + 1]
    (name, _, value), (other, _, second) = one.partition(": "), two.partition(": ")
    return _line("values swapped", page, place, f"{name}: {second}", f"{other}: {value}", gone=2)


def _second_colon(page: _Page, chance: Random) -> Slip | None:
    """Write a text with a colon in it, which is meant."""
    place = page.some(chance, r"^[ -]*(nama|name|ringkasan|summary|alamat|judul|title): [^\W\d]\w+ \w+")
    if place is None:
        return None
    written = re.sub(r"(: \S+) ", r"\1: ", page.lines[place], count=1)
    name, _, value = written.partition(": ")
    quoted = value.replace("'", "''")
    meant = _line("second colon", page, place, f"{name}: '{quoted}'")
    return replace(_line("second colon", page, place, written), meant=meant.data)


def _hash(page: _Page, chance: Random) -> Slip | None:
    place = page.some(chance, r"^[ -]*(nama|name|ringkasan|summary|alamat|judul|title): [^\W\d]\w+ \w+")
    if place is None:
        return None
    mended = re.sub(r"(: \S+ )", r"\1#5 ", page.lines[place], count=1)
    return _line("hash in a value", page, place, mended)


def _bom(page: _Page, chance: Random) -> Slip | None:
    place = chance.choice((0, page.fields[0]))
    return _line("byte order mark", page, place, "\ufeff" + page.lines[place])


def _line_ends(page: _Page, chance: Random) -> Slip | None:
    ends = chance.choice((("\r\n",), ("\r\n", "\n"), ("\r",)))
    text = "".join(line + chance.choice(ends) for line in page.lines[:-1]) + page.lines[-1]
    return Slip("line ends", page.path, text.encode(), 1, len(page.lines), repr(ends))


def _marks(page: _Page, chance: Random) -> Slip | None:
    if not page.path.endswith(".md") or page.fields.stop >= len(page.lines):
        return None
    place = chance.choice((0, page.fields.stop))
    new = chance.choice(("", "--", "----", "—", "gone"))
    return _line("marks lost", page, place, *([] if new == "gone" else [new]))


def _shortcode(page: _Page, chance: Random) -> Slip | None:
    body = range(page.fields.stop + 1, len(page.lines)) if page.path.endswith(".md") else range(0)
    place = page.some(chance, r"\[\[\w+:[\w-]+", inside=body)
    if place is None:
        return None
    line = page.lines[place]
    found = chance.choice(list(re.finditer(r"\[\[(\w+):([\w-]+)(?:\|[^\]]*)?\]\]", line)) or [None])
    if found is None:
        return None
    whole, kind, target = found[0], found[1], found[2]
    at = chance.randrange(len(target))
    new = chance.choice(
        (
            whole[:-1],
            whole[:-2],
            whole[1:],
            f"[[{kind}{target}]]",
            f"[[{kind}:{target[:at]}{target[at + 1 :]}]]",
            f"[[{kind[:-1]}:{target}]]",
            f"[[{kind}: {target}]]",
            f"[[{kind.upper()}:{target}]]",
            f"[[{kind}:{target}.md]]",
            f"[[tautan:{target}]]",
        )
    )
    return _line("shortcode broken", page, place, line[: found.start()] + new + line[found.end() :])


def _photo(page: _Page, chance: Random) -> Slip | None:
    everything = range(len(page.lines))
    place = page.some(chance, r"[\w/-]+\.jpg", inside=everything)
    if place is None:
        return None
    line = page.lines[place]
    found = re.search(r"([\w-]+)/([\w-]+)\.jpg", line)
    if found is None:
        return None
    folder, name = found[1], found[2]
    new = chance.choice(
        (
            f"{folder}/{name}.JPG",
            f"{folder}/{name}.jpeg",
            f"{folder}/{name[:-1]}.jpg",
            f"{name}.jpg",
            f"{folder}\\\\{name}.jpg",
            f"{folder}/{name}.heic",
            f"{folder}/{name}",
            f"content/shops/{folder}/{name}.jpg",
        )
    )
    return _line("photo misnamed", page, place, line[: found.start()] + new + line[found.end() :])


def _ansi(page: _Page, chance: Random) -> Slip | None:
    text = "\n".join(page.lines)
    places = [n for n, line in enumerate(page.lines) if not line.isascii()]
    try:
        data = text.encode("cp1252")
    except UnicodeEncodeError:
        return None
    if not places:
        return None
    return Slip("saved as Windows-1252", page.path, data, places[0] + 1, places[-1] + 1, "cp1252")


def _twice_in_braces(page: _Page, chance: Random) -> Slip | None:
    """Set a name twice within braces, to another value or the same; which one is meant nobody knows."""
    pair = r"(\w+): ([^,{}\[\]\"']+)(?=[,}])"
    place = page.some(chance, rf"\{{{pair}")
    if place is None:
        return None
    line = page.lines[place]
    found = chance.choice(list(re.finditer(pair, line)))
    again = chance.choice((found[2], f"{found[2]}0"))
    written = f"{line[: found.end()]}, {found[1]}: {again}{line[found.end() :]}"
    return _line("twice in braces", page, place, written)


_NAME = r"(?<=\w):(?= |$)"
KINDS: dict[str, Callable[[_Page, Random], Slip | None]] = {
    "character dropped": _drop,
    "character doubled": _double,
    "characters swapped": _swap,
    "indentation changed": _indent,
    "quote removed": _without("quote removed", r"[\"']"),
    "colon removed": _without("colon removed", _NAME),
    "dash removed": _without("dash removed", r"(?<=^)-|(?<= )-(?= )"),
    "bracket removed": _without("bracket removed", r"[\[\]{}]"),
    "comma removed": _without("comma removed", r",(?= )"),
    "line deleted": _delete,
    "line duplicated": _repeat,
    "twice in braces": _twice_in_braces,
    "lines joined": _join,
    "tab": _tab,
    "space after colon": _instead("space after colon", r"(?<=\w): (?=\S)", ":"),
    "hidden space": _instead("hidden space", r"(?<=\w): (?=\S)", ":\u00a0"),
    "smart quotes": _instead("smart quotes", r"(\"|')([^\"']*)\1", r"“\2”"),
    "wide colon": _instead("wide colon", r"(?<=\w): ?", "："),
    "wide comma": _instead("wide comma", r", ", "，"),
    "equals for colon": _instead("equals for colon", r"(?<=\w): ", " = "),
    "second colon": _second_colon,
    "hash in a value": _hash,
    "values swapped": _exchange,
    "as editors type": _typed,
    "byte order mark": _bom,
    "line ends": _line_ends,
    "marks lost": _marks,
    "shortcode broken": _shortcode,
    "photo misnamed": _photo,
    "saved as Windows-1252": _ansi,
}
