"""What hints say to write is accepted when an editor writes just that, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources
from typing import NamedTuple

import pytest

from site_builder.handbook import read_handbook
from site_builder.messages import LANGUAGES, catalogue, sentence_for
from site_builder.model.readers.words import UNITS, read_unit
from site_builder.problems import Problem, Severity, in_order
from site_builder.surroundings import terms_of
from site_builder.validate.entries import read_entry
from site_builder.validate.shapes import shape_of_kind
from tests.support.programs import ROOT
from tests.unit.validate.files import LANGS, framed, parse
from tests.unit.validate.test_corpus import BASES, ROWS
from tests.unit.validate.test_entries import CHART, EVENT, FIGURE, PAGE, PRODUCT, SHOP, VISIT

STORY = "content/stories/mural.md"
MARKET = "content/markets/jepang.md"
VALUES = {
    (PRODUCT, "harga"): (
        *("250.000-300.000", "Rp50rb s/d Rp100rb", "[50.000, 60.000]", "{min: 1}", "35", "0123", "250,00"),
        *("250000,00", "Rp 250rb per buah", "35-50", "12 USD", "{min: 9000, max: 1000}", "1 jt"),
    ),
    (PRODUCT, "price"): ("250.000-300.000", "[50.000, 60.000]", "{min: 35, max: 50}", "{min: 1}", "1 jt"),
    (PRODUCT, "lama_pengerjaan_hari"): ("2 minggu", "21-14", "{min: 3}", "lama", "1-2 bulan"),
    (PRODUCT, "berat_g"): ("1,2 kg", "2 ons", "500-600", "berat", "±500"),
    (PRODUCT, "ukuran_cm"): ("32 x 20", "32x20x10 cm", "{lebar: 1 m, tinggi: 20}", "besar"),
    (PRODUCT, "pesanan_minimum"): ("2 lusin", "1 kodi", "10-20", "satu"),
    (PRODUCT, "kapasitas_per_bulan"): ("12.000 per tahun", "50 per bulan", "50 tas sebulan", "2 lusin/bulan"),
    (PRODUCT, "kode_hs"): ("42", "4202.2.1", "abc"),
    (PRODUCT, "siap_ekspor"): ("mungkin", "1", "ok"),
    (PRODUCT, "draf"): ("nanti", "0"),
    (SHOP, "jam_buka"): (
        *("8 - 5", "08.00", "buka", "senin-sabtu 08.00-17.00", "{senen: 08.00-17.00}", "jam 8"),
        *("{senin: 8 pagi - 5 sore}", "{senin: 25.00-26.00}", "setiap hari", "{libur: minggu}"),
    ),
    (SHOP, "wa"): ("12345", "wa.me/62812", "0812-0000", "nomor saya", "+62 812 xx"),
    (SHOP, "telepon"): ("031", "tidak ada", "031 456 ext 7", "(031)"),
    (SHOP, "surel"): ("toko", "toko@", "a b@c.id", "mailto:a@b.id"),
    (SHOP, "situs"): ("www.contoh.id", "contoh.id", "htp://contoh.id", "tidak ada"),
    (SHOP, "ig"): ("akun saya", "https://facebook.com/a", "a/b/c"),
    (SHOP, "sejak"): ("76", "tahun 1976", "1976-2000", "dulu", "12 Mei 1976"),
    (SHOP, "bahasa"): ("indonesia", "[Inggris, jepang]", "EN", "x y"),
    (SHOP, "lokasi"): ("-7.5, 112.7", "{lat: 112.7, lon: -7.5}", "Tanggulangin"),
    (SHOP, "diperiksa"): ("1 November 2026", "01/11/2026", "11/2026", "kemarin", "2026-11-31", "2026/11/1"),
    (EVENT, "dibatalkan"): ("mungkin", "batal"),
    (EVENT, "berulang"): ("ya", "belum"),
    (EVENT, "selesai"): (
        *("2026-02-06 7.30 malam", "malam 6 Februari 2026 jam 8", "6 Februari 2026, 09.00 s/d selesai"),
        *("5-7 Feb 2026", "5 Feb 2026 jam 9", "besok", "2026-02-06 25.00", "05/02/2026 21.00"),
    ),
    (FIGURE, "catatan"): ("Sumber: BPS", "@bps", "'tentang' kulit"),
    (FIGURE, "diperdebatkan"): ("[{nilai: 1,2 juta, sumber: BPS}]", "[{nilai: banyak, sumber: BPS}]"),
    (FIGURE, "keyakinan"): ("tingi", "hgh", "entah"),
    (VISIT, "harga"): ("50rb/orang", "gratis", "50.000-75.000"),
    (STORY, "periode"): ("60-an", "1976-1980", "dulu", "1980/1976", "1976-13"),
    (MARKET, "bahasa"): ("japanese", "[jp]"),
    (CHART, "satuan"): ("%", "@orang", "*"),
}
LINES = {
    PAGE: ("jdl: x", "tittle: x", "ringkas: x", "gambar: x"),
    SHOP: (
        "nama_toko: x",
        "alamat lengkap: y",
        "Desa: z",
        "wa 081234567890",
        "desa = Kludan",
        "\tdesa: Kludan",
    ),
}
SLIPS = [
    *((path, line) for path, line, field, _ in ROWS if not field),
    *((path, f"{name}: {value}") for (path, name), values in VALUES.items() for value in values),
    *((path, line) for path, lines in LINES.items() for line in lines),
]
"""Lines that an editor may put below an entry that is right, each with something wrong in it."""

_ASIDE = re.compile(r"…|\bisi\b|\bvalue\b|^nama: |^name: ")
"""In a hint: what stands for the editor's own words, which nobody can paste as it is."""


class Pasted(NamedTuple):
    """What a hint has between backticks, as a line in the place of the faulty one."""

    hint: str
    line: str


def told_of(path: str, line: str) -> list[Problem]:
    document, problems = parse(path, framed(path, f"{BASES[path]}{line}\n"))
    found = () if document is None else read_entry(document, [], LANGS)[1]
    return list(in_order((*problems, *found)))


def pasted(path: str, line: str, problem: Problem, language: str) -> Iterator[Pasted]:
    """Give what may be pasted: whole fields, and values of the field that the line holds."""
    name, _, _ = line.strip().partition(":")
    # A base file can be read: there is a document, or the test fails.
    known = shape_of_kind(parse(path, framed(path, BASES[path]))[0].name.kind).by_written  # type: ignore[union-attr]
    hint = sentence_for(problem, language).hint
    for snippet in re.findall(r"`([^`]+)`", hint):
        first = snippet.partition(":")[0].strip()
        is_elsewhere = first != name and f"{first}: " in BASES[path]  # such as the value of a part
        if _ASIDE.search(snippet) or is_elsewhere:
            continue
        if first in known and ":" in snippet:
            yield Pasted(hint, snippet)
        elif name in known and snippet[0] in "{[" and snippet[-1] in "}]":
            yield Pasted(hint, f"{name}: {snippet}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_hint_says_to_write_is_taken(language: str) -> None:
    wrong, tried, faults = [], 0, 0
    for path, line in SLIPS:
        problems = told_of(path, line)
        assert problems, f"nothing is wrong with {line!r}"
        faults += len(problems)
        for problem in problems:
            for one in pasted(path, line, problem, language):
                tried += 1
                left = [again.key for again in told_of(path, one.line) if again.severity is Severity.ERROR]
                wrong += [(line, one.hint, one.line, key) for key in left]
    assert wrong == []
    assert tried > 100, f"of {faults} faults only {tried} lines could be pasted"


def texts_for_editors() -> Iterator[str]:
    for language in LANGUAGES:
        for sentence in catalogue(language).values():
            yield f"{sentence.message} {sentence.hint}"
        for part in ("descriptions", "starter"):
            for file in (resources.files("site_builder") / part).iterdir():
                if file.name.endswith(".toml"):
                    yield file.read_text("utf-8")
    yield from (chapter.text for chapter in read_handbook())


def test_every_unit_that_editors_are_told_of_is_one() -> None:
    """`orang` and the like are words of this site; the others need no vocabulary. A product's is any text."""
    units = {*terms_of(ROOT)["units"], *UNITS}
    named: set[str] = set()
    for text in texts_for_editors():
        for figure in re.findall(r"^\s*(?:nilai|value): .*\n\s*(?:satuan|unit): (\S+)", text, re.MULTILINE):
            named.add(figure)
        for words in re.findall(r"^- `(?:satuan|unit)` (.*(?:\n  .*)*)", text, re.MULTILINE):
            named |= {word for word in re.findall(r"`([^`]+)`", words) if not {"/", ":"} & {*word}}
    assert {"orang", "persen", "percent", "unit-usaha"} <= named
    assert {unit for unit in named if read_unit(unit) not in units} == set()
