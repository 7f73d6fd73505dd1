"""Lines as real editors write them: each one gives the value that is meant, or is refused with a hint.

These are the lines that YAML readers corrupt without a word: prices become decimals, hours become
minutes, telephone numbers lose their zero, Norway becomes "no".
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from site_builder.model.localized import Localized
from site_builder.model.values import Hours, Interval, Moment, PriceRange, Quantity
from site_builder.names import Lang
from site_builder.problems import Problem, has_errors
from site_builder.validate.entries import read_entry
from tests.unit.validate.files import LANGS, framed, good, parse, told
from tests.unit.validate.test_entries import CHART, EVENT, FIGURE, MINIMAL, PAGE, PRODUCT, SHOP, VISIT

MARKET = "content/markets/norwegia.md"
BASES = {**MINIMAL, MARKET: "nama: Norwegia\n"}

OFFICE = (Interval(480, 1020),)


def text(words: str) -> Localized:
    return Localized({Lang("id"): words})


def days(*week: tuple[Interval, ...] | None) -> Hours:
    return Hours(week)


UNKNOWN = (None,) * 6

# Path, line, field and value; or, without a field, the key of the problem.
ROWS: list[tuple[str, str, str, object]] = [
    (PRODUCT, "harga: 250.000", "price", PriceRange(250000, 250000)),
    (PRODUCT, "harga: 250000", "price", PriceRange(250000, 250000)),
    (PRODUCT, "harga: 250,000", "price", PriceRange(250000, 250000)),
    (PRODUCT, "harga: 1.250.000", "price", PriceRange(1250000, 1250000)),
    (PRODUCT, "harga: Rp 250.000,-", "price", PriceRange(250000, 250000)),
    (PRODUCT, "harga: Rp250.000", "price", PriceRange(250000, 250000)),
    (PRODUCT, "harga: {min: 250000, max: 1.600.000}", "price", PriceRange(250000, 1600000)),
    (PRODUCT, "berat_g: 2.500", "weight_g", 2500),
    (PRODUCT, "berat_g: 1_000", "", "field-type.whole-number"),
    (PRODUCT, "pesanan_minimum: 010", "", "field-type.whole-number"),
    (PRODUCT, "kode_hs: 4202.10", "hs_code", "4202.10"),
    (PRODUCT, "kode_hs: 0123", "hs_code", "0123"),
    (PRODUCT, "siap_ekspor: no", "export_ready", False),
    (PRODUCT, "siap_ekspor: ya", "export_ready", True),
    (PRODUCT, "satuan: 1.10", "unit", text("1.10")),
    (PRODUCT, "satuan: 12:30", "unit", text("12:30")),
    (PRODUCT, "satuan: 0x1F", "unit", text("0x1F")),
    (PRODUCT, "satuan: .nan", "unit", text(".nan")),
    (PRODUCT, "satuan: off", "unit", text("off")),
    (PRODUCT, "satuan: 2026-11-01", "unit", text("2026-11-01")),
    (PRODUCT, "satuan: =", "unit", text("=")),
    (PRODUCT, 'satuan: "{{ config }}"', "unit", text("{{ config }}")),
    (PRODUCT, "satuan: <b>buah</b> & 'pak'", "unit", text("<b>buah</b> & 'pak'")),
    (SHOP, "telepon: 0314567012", "phone", "0314567012"),
    (SHOP, "telepon: +390123456", "phone", "+390123456"),
    (SHOP, "telepon: 031-8951234", "phone", "031-8951234"),
    (SHOP, "wa: 081234567890", "whatsapp", "6281234567890"),
    (SHOP, "wa: +62 812-3456-7890", "whatsapp", "6281234567890"),
    (SHOP, "sejak: 1976", "since", 1976),
    (SHOP, "anggota: no", "member_of", "no"),
    (SHOP, "anggota: 0123", "member_of", "0123"),
    (SHOP, "desa: y", "village", "y"),
    (SHOP, "desa: Kedensari # dekat jembatan", "village", "Kedensari"),
    (SHOP, "bahasa: [id, en, no]", "languages", ("id", "en", "no")),
    (SHOP, "jam_buka: {senin: 08.00-17.00}", "hours", days(OFFICE, *UNKNOWN)),
    (SHOP, "jam_buka: {senin: 8:00-17:00}", "hours", days(OFFICE, *UNKNOWN)),
    (SHOP, "jam_buka: {minggu: tutup}", "hours", days(*UNKNOWN, ())),
    (SHOP, "jam_buka: {minggu: off}", "", "field-type.hours"),
    (SHOP, "jam_buka: 08.00-17.00", "hours", days(*((OFFICE,) * 7))),
    (SHOP, "ig: '@intako'", "instagram", "intako"),
    (MARKET, "negara: NO", "country", "NO"),
    (MARKET, "negara: Norwegia", "", "field-type.country-name"),
    (FIGURE, "equals: 4,16", "equals", "4,16"),
    (FIGURE, "catatan: ±2.500 orang", "note", text("±2.500 orang")),
    (EVENT, "selesai: 2026-02-08 21.00", "ends", Moment("2026-02-08T21:00")),
    (VISIT, "harga: 0", "price", PriceRange(0, 0)),
    (PAGE, "nama_menu: true", "menu_name", text("true")),
    (PAGE, "nama_menu: null # nanti", "menu_name", None),
    (PAGE, "nama_menu: Kulit “asli”", "menu_name", text("Kulit “asli”")),
    (PRODUCT, "harga: Rp 250rb", "", "field-type.price-short"),
    (PRODUCT, "harga: 2,7 juta", "", "field-type.price-short"),
    (PRODUCT, "harga: 250k", "", "field-type.price-short"),
    (PRODUCT, "harga: 12,50", "", "field-type.price-decimal"),
    (PRODUCT, "harga: 1e9", "", "field-type.price"),
    (PRODUCT, "harga: .inf", "", "field-type.price-none"),
    (PRODUCT, "harga: -150000", "", "field-type.price-negative"),
    (PRODUCT, "harga: abc", "", "field-type.price-none"),
    (PRODUCT, "harga: 250.000 - 300.000", "", "field-type.price-two"),
    (PRODUCT, "harga: " + "9" * 5000, "", "field-type.price-long"),
    (PRODUCT, "harga:250000", "", "yaml-space"),
    (PRODUCT, "satuan: Tas: kulit", "", "yaml-colon"),
    (PRODUCT, "satuan: @buah", "", "yaml-character"),
    (PRODUCT, "satuan: %10", "", "yaml-character"),
    (PRODUCT, "satuan: *buah*", "", "yaml-character"),
    (PRODUCT, "satuan: 'It's'", "", "yaml-quote"),
    (PRODUCT, 'satuan: "buah', "", "yaml-quote-open"),
    (PRODUCT, "satuan： buah", "", "yaml-wide-colon"),
    (PRODUCT, "\tsatuan: buah", "", "yaml-tab.mended"),
    (PRODUCT, "satuan: !!str 1", "", "yaml-tag.text"),
    (PRODUCT, "satuan: {{ config }}", "", "yaml-key.braces"),
    (PRODUCT, "ukuran_cm: {lebar: 32,5, tinggi: 4}", "", "field-unknown.comma"),
    (PRODUCT, "warna: -hitam", "", "field-type.dash"),
    (PRODUCT, "ukuran_cm: {lebar:32, tinggi: 4}", "", "yaml-space"),
    (SHOP, "telepon: 031 456 ext 7", "", "field-type.phone"),
    (SHOP, "situs: www.contoh.id", "", "field-type.url-scheme"),
    (SHOP, "situs: javascript:alert(1)", "", "field-type.url"),
    (SHOP, "surel: toko@contoh", "", "field-type.email-ending"),
    (SHOP, "jam_buka: {senin: 10:00}", "", "field-type.hours-open-end"),
    (SHOP, "diperiksa: 1 November 2026", "", "field-type.day-form"),
    (SHOP, "diperiksa: 01/11/2026", "", "field-type.day-form"),
    (SHOP, "diperiksa: 2024-13-45", "", "field-type.day-unreal"),
    (SHOP, "draf: nanti", "", "field-type.yes-no"),
    (SHOP, "jenis: toko", "", "field-twice"),
    (SHOP, "kind: toko", "", "field-both"),
    (CHART, "baris: [{label: A, nilai: '14,260'}]", "", "field-type.number-ambiguous"),
]  # fmt: skip

assert len(ROWS) >= 80


def read_line(path: str, line: str) -> tuple[object, list[Problem]]:
    document, problems = parse(path, framed(path, f"{BASES[path]}{line}\n"))
    if document is None:
        return None, list(problems)
    entry, found = read_entry(document, [], LANGS)
    return entry, told((*problems, *found))


GOOD_ROWS = [row for row in ROWS if row[2] and row[0] != MARKET]


@pytest.mark.parametrize(("path", "line", "field", "value"), GOOD_ROWS)
def test_the_line_gives_the_value_that_is_meant(path: str, line: str, field: str, value: object) -> None:
    assert getattr(good(path, f"{BASES[path]}{line}\n").facts, field) == value


def test_norway_is_not_false() -> None:
    assert good(MARKET, BASES[MARKET] + "negara: NO\n").facts.country == "NO"  # type: ignore[union-attr]


@pytest.mark.parametrize(("path", "line", "key"), [(row[0], row[1], row[3]) for row in ROWS if not row[2]])
def test_the_line_is_refused_in_its_own_line(path: str, line: str, key: object) -> None:
    _, problems = read_line(path, line)
    assert has_errors(problems)
    first = len(BASES[path].splitlines()) + (1 if path.endswith(".yaml") else 2)
    assert key in {problem.key for problem in problems}
    assert {problem.at.line for problem in problems} == {first}


def test_numbers_of_figures_keep_their_decimals() -> None:
    for written, value in (
        ("2.500", "2500"),
        ("134.990", "134990"),
        ("4.16", "4.16"),
        ("4,160000", "4.160000"),
    ):
        entry = good(FIGURE, MINIMAL[FIGURE].replace("4,16", written))
        assert entry.facts.value == Quantity(Decimal(value))  # type: ignore[union-attr]


def test_suggested_lines_can_be_pasted() -> None:
    pasteable = {"field-type", "yaml-colon", "yaml-character", "yaml-quote", "yaml-space"}
    tried = 0
    for path, line, field, _ in ROWS:
        _, problems = read_line(path, line)
        if (
            field
            or "{" in line
            or problems[0].code not in pasteable
            or problems[0].variant in ("dash", "number-ambiguous")
        ):
            continue
        name = line.strip().partition(":")[0]
        suggestion = problems[0].values.get("suggestion", "")
        pasted = suggestion if suggestion.startswith(f"{name}:") else f"{name}: {suggestion}"
        if suggestion:
            tried += 1
            assert read_line(path, pasted)[1] == [], (line, pasted)
    assert tried > 12
