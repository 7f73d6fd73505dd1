"""What no field says by itself: amounts that nothing has, days in the wrong order, names that are none."""

from __future__ import annotations

import pytest

from site_builder.model.entries import Chart, Figure, Page, Product, Visit
from site_builder.model.localized import Localized
from site_builder.names import Lang
from site_builder.problems import Severity, Span
from tests.unit.validate.files import faults, good, read
from tests.unit.validate.test_entries import (
    CHART,
    EVENT,
    FIGURE,
    MINIMAL,
    PAGE,
    PLACE,
    PRODUCT,
    SHOP,
    STRETCH,
    TIMELINE,
    VISIT,
)


@pytest.mark.parametrize(
    ("path", "more", "expected"),
    [
        (SHOP, "lokasi: {lat: 112.7, lon: -7.5}\n", [(6, 15, "location-range.swapped")]),
        (SHOP, "lokasi: {lat: 112.7, lon: 112.7}\n", [(6, 15, "location-range")]),
        (SHOP, "lokasi: {lat: -7.5}\n", [(6, 9, "field-missing.inside")]),
        (SHOP, "lokasi: -7.5, 112.7\n", [(6, 9, "field-type.mapping-block")]),
        (SHOP, "jam_buka:\n  senin: 8-17\n  mingu: tutup\n", [(8, 3, "field-type.hours-day-near")]),
        (SHOP, "jam_buka:\n  senin: [8-12, 25-26]\n", [(7, 17, "field-type.hours-clock")]),
        (SHOP, "situs: javascript:alert(1)\n", [(6, 8, "field-type.url")]),
        (SHOP, "layanan:\n  -grosir\n", [(7, 3, "field-type.dash")]),
        (SHOP, 'ringkasan: "  "\n', [(6, 12, "text-blank")]),
        (SHOP, "slug: {id: Toko Kita, en: ok}\n", [(6, 12, "field-type.slug-form")]),
        (SHOP, "draf: mungkin\n", [(6, 7, "field-type.yes-no")]),
        (PRODUCT, "harga: {min: 2000, maks: 3}\n", [(5, 20, "field-type.price-part")]),
        (PRODUCT, "harga: {min: 2rb, max: 3000}\n", [(5, 14, "field-type.price-short")]),
        (
            PRODUCT,
            "harga_diberitakan: {min: 3000, max: 2000, tahun: 2018, sumber: X}\n",
            [(5, 37, "field-type.price-order")],
        ),
        (PRODUCT, "ringkasan: [a, b]\n", [(5, 12, "field-type.one-text")]),
        (PRODUCT, "foto: {berkas: x.jpg}\n", [(5, 7, "field-missing.alt")]),
        (VISIT, "  - menit: 10\n", [(7, 5, "stop-target.none")]),
        (VISIT, "  - {menit: 10, toko: a, tempat: b}\n", [(7, 23, "stop-target.both")]),
        (EVENT, "selesai: 2026-02-04\n", [(4, 10, "event-ends-early")]),
        (PAGE, "templat: hom\n", [(3, 10, "choice-unknown.near")]),
        (CHART, "baris:\n  - {label: A}\n", [(6, 5, "chart-row.none")]),
        (CHART, "baris:\n  - {nilai: 1}\n", [(6, 5, "chart-row.label")]),
        (CHART, "baris:\n  - {label: A, nilai: 1, angka: b}\n", [(6, 23, "chart-row.both")]),
        (CHART, "baris:\n  - {label: A, nilai: 1}\n", [(6, 23, "chart-row.beside")]),
        (TIMELINE, "  - {teks: Ramai}\n", [(6, 5, "chart-row.when")]),
        (TIMELINE, "  - {label: 1976}\n", [(6, 5, "chart-row.what")]),
        (TIMELINE, "  - {label: 1976, teks: Ramai, nilai: 3}\n", [(6, 39, "chart-row.counted")]),
        (TIMELINE, "angka: [a]\n", [(6, 8, "chart-row.counted")]),
        (FIGURE, "diperdebatkan:\n  - {nilai: 14,260, sumber: X}\n".replace("14,260", '"14,260"'), [
            (8, 13, "field-type.number-ambiguous")
        ]),
    ],
)  # fmt: skip
def test_rules_and_readers_point_at_the_value(
    path: str, more: str, expected: list[tuple[int, int, str]]
) -> None:
    assert faults(path, MINIMAL[path] + more) == expected


@pytest.mark.parametrize(
    ("row", "meant"),
    [
        ("2021: 120", "{label: 2021, nilai: 120}"),
        ("{tahun: 2021, jumlah: 120}", "{label: 2021, nilai: 120}"),
        ('{kota: Sidoarjo Kota, total: "1,5"}', '{label: "Sidoarjo Kota", nilai: "1,5"}'),
    ],
)
def test_a_row_of_a_chart_with_names_of_its_own_is_put_into_the_names_there_are(row: str, meant: str) -> None:
    text = MINIMAL[CHART].replace("angka: [a, b]", f"baris:\n  - {row}")
    (problem,) = read(CHART, text)[1]
    assert (problem.key, problem.values["suggestion"]) == ("field-unknown.row", meant)
    assert faults(CHART, text.replace(row, meant)) == []


def test_rows_of_a_chart_written_as_one_are_put_into_the_list_that_they_are() -> None:
    row, meant = "{2021: 120, 2022: 150}", "[{label: 2021, nilai: 120}, {label: 2022, nilai: 150}]"
    text = MINIMAL[CHART].replace("angka: [a, b]", f"baris: {row}")
    (problem,) = read(CHART, text)[1]
    assert (problem.key, problem.values["suggestion"]) == ("field-unknown.row", meant)
    assert faults(CHART, text.replace(row, meant)) == []


def test_a_figure_needs_a_source_and_a_chart_something_to_draw() -> None:
    assert faults(FIGURE, MINIMAL[FIGURE].replace("sumber: {judul: BPS}\n", "")) == [
        (1, 1, "figure-unsourced")
    ]
    assert faults(CHART, MINIMAL[CHART].replace("angka: [a, b]\n", "")) == [(1, 1, "chart-empty")]


def test_events_on_one_day_and_prices_with_one_end() -> None:
    good(EVENT, MINIMAL[EVENT] + "selesai: 2026-02-05\n")
    good(EVENT, "nama: P\nmulai: 2026-02-05 09.00\nselesai: 2026-02-05 17.00\n")
    assert faults(EVENT, "nama: P\nmulai: 2026-02-05 09.00\nselesai: 2026-02-05 08.00\n") == [
        (4, 10, "event-ends-early")
    ]
    entry = good(
        PRODUCT,
        MINIMAL[PRODUCT] + "harga_diberitakan: {min: 50rb, tahun: 2018, sumber: X}\n".replace("rb", "000"),
    )
    assert isinstance(entry.facts, Product)
    assert entry.facts.price_reported is not None
    assert entry.facts.price_reported.max is None


def test_a_chart_keeps_its_rows_and_their_own_labels() -> None:
    own = good(CHART, MINIMAL[CHART] + "baris:\n  - {label: A, angka: c}\n").facts
    assert isinstance(own, Chart)
    assert own.figures == ("a", "b")
    text = MINIMAL[CHART].replace("angka: [a, b]\n", "")
    entry = good(CHART, text + 'baris:\n  - {label: A, nilai: "4,1"}\n')
    assert isinstance(entry.facts, Chart)
    assert entry.facts.figures == ()
    assert entry.facts.rows[0].label == Localized({Lang("id"): "A"})
    assert isinstance(good(FIGURE, MINIMAL[FIGURE]).facts, Figure)
    assert isinstance(good(PAGE, MINIMAL[PAGE]).facts, Page)
    assert isinstance(good(VISIT, MINIMAL[VISIT]).facts, Visit)


def test_stops_that_take_longer_than_their_trip_are_told() -> None:
    text = MINIMAL[VISIT] + "  - {menit: 91, toko: intako}\n"
    (problem,) = read(VISIT, text)[1]
    assert (problem.key, problem.severity) == ("stops-longer", Severity.WARNING)
    assert (problem.at.line, problem.at.column, problem.values["total"]) == (4, 13, "121")
    good(VISIT, text.replace("91", "90"))


def test_an_entry_is_not_under_every_word() -> None:
    words = ", ".join(f"kata-{number}" for number in range(41))
    text = MINIMAL[SHOP].replace("kategori: koper", f"kategori: [{words}]")
    assert faults(SHOP, text) == [(4, 362, "terms-many")]
    assert faults(SHOP, text.replace(", kata-40", "")) == []


def test_names_must_be_one_line() -> None:
    assert faults(PAGE, "judul: |\n  Satu\n  Dua\n") == [(2, 8, "text-lines")]
    assert faults(PAGE, f"judul: {'a' * 201}\n") == [(2, 8, "text-long")]
    assert faults(PAGE, f"judul: {'a' * 200}\n") == []
    assert good(PAGE, "judul: >\n  Satu\n  Dua\n").meta.name.texts == {"id": "Satu Dua"}


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        (PRODUCT, "ukuran_cm: {lebar: -5, tinggi: 0, tebal: 0,1}\n".replace("0,1", '"0,1"'), [
            (5, 20, "amount-nothing"), (5, 32, "amount-nothing"),
        ]),
        (PRODUCT, "harga: 0\n", [(5, 8, "amount-nothing")]),
        (PRODUCT, "harga: {min: 0, max: 5000}\n", [(5, 8, "amount-nothing")]),
        (PRODUCT, "berat_g: 0\n", [(5, 10, "amount-nothing")]),
        (PRODUCT, "berat_g: -5\n", [(5, 10, "field-type.whole-number")]),
        (PRODUCT, "lama_pengerjaan_hari: 0\n", [(5, 23, "amount-nothing")]),
        (PRODUCT, "lama_pengerjaan_hari: 0-3\nberat_g: 1\n", []),
        (PLACE, f"{STRETCH}999999999999999}}\n", [(3, 42, "amount-huge")]),
        (PLACE, f"{STRETCH}0}}\n", [(3, 42, "amount-nothing")]),
        (PLACE, f"{STRETCH}20 km}}\n", [(3, 42, "field-type.whole-number-only")]),
        (PLACE, f"{STRETCH}20000}}\n", []),
    ],
)  # fmt: skip
def test_amounts_that_nothing_can_have_are_told(
    path: str, text: str, told: list[tuple[int, int, str]]
) -> None:
    assert faults(path, MINIMAL[path] + text) == told


def test_a_trip_and_its_stops_take_a_time_that_people_have() -> None:
    text = "nama: B\ntema: belanja\nlama_menit: {}\nperhentian:\n  - {{toko: a, menit: {}}}\n"
    assert faults(VISIT, text.format(20160, 1440)) == []
    assert faults(VISIT, text.format(20161, 999999999999999)) == [
        (4, 13, "amount-huge"),
        (6, 22, "amount-huge"),
    ]
    assert faults(VISIT, text.format(0, 0)) == [(4, 13, "amount-nothing"), (6, 22, "amount-nothing")]


@pytest.mark.parametrize(
    ("period", "key", "suggestion"),
    [
        ("2018/2017", "order", "2017/2018"),
        ("2018-12/2018-01", "order", "2018-01/2018-12"),
        ("2018/2018", "order", "2018"),
        ("2018/", "", None),
        ("/", "", None),
        ("Jan/Feb 2018", "", None),
        ("kira-kira 2013/2014", "", None),
        ("c. 2013/2012", "order", "2012/c. 2013"),
        ("tahun 2025", "form", "2025"),
        ("2018-2019", "form", "2018/2019"),
        ("2024-25", "form", "2024/2025"),
        ("Maret 2025", "form", "2025-03"),
        ("sekitar 2013", "form", "c. 2013"),
        ("sekarang", "when", None),
        ("saat ini", "when", None),
        ("kini", "when", None),
        ("2025 sampai sekarang", "vague", None),
        ("2025-sekarang", "vague", None),
        ("sejak 2020", "vague", None),
        ("sejak 2018 sampai 2020", "form", "2018/2020"),
        ("akhir 2025", "vague", None),
        ("awal Maret 2026", "vague", None),
        ("2025?", "vague", None),
        ("202O", "vague", None),
        ("25", "vague", None),
        ("tahun ini (2026)", "vague", None),
        ("2018-02-30", "unreal", None),
        ("2018-13", "unreal", None),
        ("2018-02-30/2018-03-01", "", None),
    ],
)
def test_the_period_of_a_figure_is_days_in_order(period: str, key: str, suggestion: str | None) -> None:
    _, (problem,) = read(FIGURE, MINIMAL[FIGURE].replace("periode: 2018", f"periode: {period}"))
    assert (problem.code, problem.variant) == ("figure-period", key)
    assert (problem.at, problem.values.get("suggestion")) == (Span(FIGURE, 4, 10), suggestion)


@pytest.mark.parametrize(
    "period",
    [
        "2018",
        "2018-11",
        "2018-11-02",
        "2018-01/2018-09",
        "2017/2018-09",
        "c. 2013",
        "2006/c. 2013",
        "akhir 1990-an",
        "triwulan III 2024",
        "akhir semester I 2024",
        "awal abad ke-20",
        "70-an",
        "early 1990s",
    ],
)
def test_other_periods_of_figures_are_right(period: str) -> None:
    good(FIGURE, MINIMAL[FIGURE].replace("periode: 2018", f"periode: {period}"))


def test_a_name_in_curly_quotes_is_warned_of_with_straight_ones_to_write() -> None:
    entry, (problem,) = read(PLACE, "nama: “Candi Pari”\n")
    assert entry is not None
    assert (problem.key, problem.severity) == ("text-quotes", Severity.WARNING)
    assert (problem.at.line, problem.at.column) == (2, 7)
    assert problem.values == {"field": "nama", "value": "“Candi Pari”", "suggestion": '"Candi Pari"'}


def test_a_quote_without_the_other_is_warned_of_but_not_inches() -> None:
    _, (problem,) = read(PLACE, 'nama: Candi Pari\nringkasan: Jalan Raya"\n')
    assert (problem.key, problem.values["suggestion"]) == ("text-quotes.lone", '"Jalan Raya"')
    for text in ('Jalan "Raya" 5', 'Layar 24"', 'Ruko "B', "“Candi tertua”"):
        assert read(PLACE, f"nama: Candi Pari\nringkasan: {text}\n")[1] == ()


@pytest.mark.parametrize("name", ["“Candi” dan “Pari”", "Candi “Pari”", "“Candi", "“”", '"Candi"'])
def test_other_curly_quotes_belong_to_the_text(name: str) -> None:
    _, problems = read(PLACE, f"nama: {name}\n")
    assert problems == ()


def test_signs_that_turn_a_name_around_are_left_out_with_a_warning() -> None:
    entry, (problem,) = read(PLACE, 'nama: "Candi \\u202eiraP"\n')
    assert (problem.key, problem.at, problem.severity) == (
        "text-turning",
        Span(PLACE, 2, 7),
        Severity.WARNING,
    )
    assert entry is not None
    assert entry.meta.name.texts == {"id": "Candi iraP"}


@pytest.mark.parametrize(
    ("unit", "count", "offered"),
    [
        ("lusin", "2 lusin", "2"),
        ("kodi", "3 kodi", "3"),
        ("pcs", "2 lusin", "24"),
        ("", "2 lusin", "24"),
        ("lusin", "24 pcs", None),
    ],
)
@pytest.mark.parametrize("field", ["pesanan_minimum", "kapasitas_per_bulan"])
def test_a_count_in_the_unit_of_its_product_is_offered_as_it_is(
    field: str, unit: str, count: str, offered: str | None
) -> None:
    text = f"{MINIMAL[PRODUCT]}{field}: {count}\n" + (f"satuan: {unit}\n" if unit else "")
    (problem,) = read(PRODUCT, text)[1]
    assert problem.values.get("suggestion") == offered


@pytest.mark.parametrize(
    ("unit", "suggestion"),
    [("per lusin", "lusin"), ("/lusin", "lusin"), ("Per pasang", "pasang"), ("/ kodi", "kodi")],
)
def test_a_unit_is_written_without_the_word_that_its_page_puts_before_it(unit: str, suggestion: str) -> None:
    _, (problem,) = read(PRODUCT, f"{MINIMAL[PRODUCT]}satuan: {unit}\n")
    assert (problem.key, problem.values["suggestion"]) == ("unit-per", suggestion)
    good(PRODUCT, f"{MINIMAL[PRODUCT]}satuan: {suggestion}\n")
    good(PRODUCT, f"{MINIMAL[PRODUCT]}satuan: permata\n")
