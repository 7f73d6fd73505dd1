"""Words beside a number are understood, or the hint says what to do: no number is offered that loses them."""

from __future__ import annotations

import pytest

from site_builder.messages import sentence_for
from site_builder.problems import Severity
from site_builder.validate.loose import loose_fields
from tests.unit.validate.files import LANGS, document_of, faults, good, read
from tests.unit.validate.test_entries import FIGURE, MINIMAL, PRODUCT, SHOP

WITHOUT_UNIT = MINIMAL[FIGURE].replace("satuan: usd-billion\n", "").replace("nilai: 4,16\n", "")


def hint_of(path: str, text: str, field: str) -> str:
    """Give the Indonesian hint of the one fault that is told of a field."""
    _, problems = read(path, text)
    (found,) = [problem for problem in problems if problem.values.get("field") == field]
    return sentence_for(found, "id").hint


def of_value(value: str, unit: str = "") -> str:
    return hint_of(FIGURE, f"{WITHOUT_UNIT}nilai: {value}\n" + (f"satuan: {unit}\n" if unit else ""), "nilai")


@pytest.mark.parametrize(
    ("value", "number", "unit"),
    [
        ("1.250 orang", "1.250", "orang"),
        ("12 lusin", "12", "lusin"),
        ("45%", "45", "persen"),
        ("3 x", "3", "kali"),
        ("3,5 juta orang", "3.500.000", "orang"),
        ("sekitar 30 unit usaha", "±30", "unit usaha"),
        ("Rp 3,5 M", "3,5", "idr-billion"),
        ("USD 4,16 miliar", "4,16", "usd-billion"),
        ("Rp 3.500.000", "3.500.000", "rupiah"),
    ],
)
def test_a_unit_behind_a_number_goes_into_its_own_line(value: str, number: str, unit: str) -> None:
    assert of_value(value) == f"tulis `nilai: {number}`, lalu `satuan: {unit}` di baris sendiri"


def test_the_unit_that_a_number_brings_is_not_missed_as_well() -> None:
    assert faults(FIGURE, f"{WITHOUT_UNIT}nilai: 45%\n") == [(5, 8, "field-type.number-unit")]


@pytest.mark.parametrize(
    ("value", "unit", "number"),
    [
        ("3,5 M", "idr", "3.500.000.000"),
        ("3,5 M", "rupiah", "3.500.000.000"),
        ("Rp 3,5 M", "rupiah", "3.500.000.000"),
        ("3,5 M", "idr-billion", "3,5"),
        ("2 T", "idr-billion", "2000"),
        ("750 juta", "usd-billion", "0,75"),
        ("45%", "persen", "45"),
        ("45%", "percent", "45"),
        ("1.250 Orang", "orang", "1.250"),
    ],
)
def test_a_number_is_offered_in_the_unit_of_its_figure(value: str, unit: str, number: str) -> None:
    assert of_value(value, unit) == f"tulis `nilai: {number}`"


def test_m_and_t_are_read_as_newspapers_write_them() -> None:
    both = "tulis `nilai: {}`; kalau satuannya sudah menyebut {}, tulis `nilai: {}`"
    assert of_value("3,5 M") == both.format("3.500.000.000", "miliar", "3,5")
    assert of_value("2 T", "orang") == both.format("2.000.000.000.000", "triliun", "2")
    assert of_value("lebih dari 3,5 M", "idr-billion").startswith("tulis `nilai: ±3,5`")
    assert of_value("1-2 M", "idr").startswith("tulis tengahnya, `nilai: ±1.500.000.000`")


@pytest.mark.parametrize(
    ("value", "unit", "number"),
    [
        ("Rp 3,5 M", "usd-billion", "3.500.000.000"),
        ("Rp 3.500.000", "idr-billion", "3.500.000"),
        ("3,5 juta orang", "idr-billion", "3.500.000"),
        ("1.250 orang", "people", "1.250"),
        ("12 lusin", "buah", "12"),
    ],
)
def test_a_number_in_another_unit_than_its_figure_is_left_to_the_editor(
    value: str, unit: str, number: str
) -> None:
    assert of_value(value, unit) == (
        f"tulis `nilai: {number}` hanya bila angka itu dalam satuan `{unit}`; kalau tidak, hitung dulu"
        " dan tulis `nilai: …`, atau ganti juga isi `satuan`"
    )


@pytest.mark.parametrize(
    ("path", "line", "number", "words"),
    [
        (FIGURE, "nilai: naik 3 x", "3", "naik x"),
        (FIGURE, "nilai: 12.000 per tahun", "12.000", "per tahun"),
        (PRODUCT, "pesanan_minimum: 3 x", "3", "x"),
        (PRODUCT, "pesanan_minimum: 5 karton", "5", "karton"),
        (PRODUCT, "kapasitas_per_bulan: ± 1000", "1000", "±"),
        (PRODUCT, "berat_g: 2 kg per pasang", "2000", "per pasang"),
        (PRODUCT, "lama_pengerjaan_hari: 14 hari kerja", "14", "kerja"),
        (SHOP, "urutan: 2 dulu", "2", "dulu"),
    ],
)
def test_words_that_a_number_would_lose_are_named(path: str, line: str, number: str, words: str) -> None:
    name = line.partition(":")[0]
    text = MINIMAL[path].replace("nilai: 4,16\n", "")
    assert hint_of(path, f"{text}{line}\n", name).startswith(
        f"tulis `{name}: {number}` hanya bila tanpa `{words}` artinya tetap sama; kalau tidak, "
        f"tulis angka yang benar di tempat `…`: `{name}: …`"
    )


@pytest.mark.parametrize(
    ("value", "number"),
    [("50 per bulan", "50"), ("50 tas sebulan", "50"), ("12.000 per tahun", "1000"), ("600 pcs/tahun", "50")],
)
def test_a_capacity_of_a_year_is_offered_by_the_month(value: str, number: str) -> None:
    text = f"{MINIMAL[PRODUCT]}kapasitas_per_bulan: {value}\n"
    assert hint_of(PRODUCT, text, "kapasitas_per_bulan") == f"tulis `kapasitas_per_bulan: {number}`"


@pytest.mark.parametrize("value", ["50 per hari", "50/minggu", "10.000 setahun", "60 lusin per tahun"])
def test_a_capacity_that_nobody_can_work_out_is_asked_for(value: str) -> None:
    text = f"{MINIMAL[PRODUCT]}kapasitas_per_bulan: {value}\n"
    assert hint_of(PRODUCT, text, "kapasitas_per_bulan") == (
        "hitung jumlahnya sebulan, lalu tulis angkanya di tempat `…`: `kapasitas_per_bulan: …`; belum pasti?"
        " hapus baris ini"
    )


def test_counts_beside_a_price_by_the_dozen_are_in_dozens_too() -> None:
    text = (
        f"{MINIMAL[PRODUCT]}harga: Rp 120.000,- / lusin\npesanan_minimum: 5 lusin\nkapasitas_per_bulan: 60\n"
    )
    assert hint_of(PRODUCT, text, "pesanan_minimum") == "tulis `pesanan_minimum: 5`"
    assert hint_of(PRODUCT, text, "harga") == (
        "tulis `harga: 120000`, lalu `satuan: lusin` di baris sendiri; `pesanan_minimum`,"
        " `kapasitas_per_bulan`"
        " lalu juga dihitung per lusin: periksa angkanya"
    )
    by_piece = f"{MINIMAL[PRODUCT]}harga: Rp 120.000 / buah\npesanan_minimum: 5\n"
    assert (
        hint_of(PRODUCT, by_piece, "harga") == "tulis `harga: 120000`, lalu `satuan: buah` di baris sendiri"
    )


def test_pieces_of_what_is_sold_by_the_dozen_are_to_be_worked_out() -> None:
    text = f"{MINIMAL[PRODUCT]}satuan: lusin\npesanan_minimum: 24 pcs\n"
    assert hint_of(PRODUCT, text, "pesanan_minimum") == (
        "hitung berapa lusin, lalu tulis angkanya di tempat `…`: `pesanan_minimum: …`"
    )


def test_a_unit_by_another_name_is_no_second_fault_of_a_figure_that_has_one() -> None:
    text = f"{WITHOUT_UNIT}nilai: 45%\nsatuan: persen\n"
    (unit,) = loose_fields(document_of(FIGURE, text), LANGS).pointers
    assert (unit.at, unit.target) == (("unit",), "percent")


@pytest.mark.parametrize(
    ("value", "unit", "meant"),
    [
        ("12.500.000", "idr-billion", "0,0125"),
        ("12.500.000.000", "idr-billion", "12,5"),
        ("250.000.000", "idr-million", "250"),
        ("±12.500.000", "miliar rupiah per bulan", "±0,0125"),
        ("4.160.000.000", "usd-billion", "4,16"),
    ],
)
def test_a_number_whose_unit_counts_its_thousands_again_is_asked_about(
    value: str, unit: str, meant: str
) -> None:
    _, (problem,) = read(FIGURE, f"{WITHOUT_UNIT}nilai: {value}\nsatuan: {unit}\n")
    told = sentence_for(problem, "id")
    assert problem.severity is Severity.WARNING
    assert told.message == f"`{value}` dalam satuan `{unit}` sangat besar"
    assert told.hint == (
        f"maksudnya {value} seluruhnya? tulis `nilai: {meant}`, atau ganti satuannya; "
        f"kalau memang {value} kali satuan itu, biarkan"
    )


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        ("12.500.000", "idr-million"),
        ("25.000", "idr-billion"),
        ("264.000.000", "usd-thousand"),
        ("12.500.000", "idr"),
        ("281.000.000", "orang"),
        ("4.000", "idr-trillion"),
    ],
)
def test_a_large_number_that_a_table_may_hold_is_taken(value: str, unit: str) -> None:
    good(FIGURE, f"{WITHOUT_UNIT}nilai: {value}\nsatuan: {unit}\n")


@pytest.mark.parametrize(
    ("value", "unit", "number"),
    [
        ("2-3 juta dolar", "idr", "±2.500.000"),
        ("lebih dari 2 juta dolar", "rupiah", "±2.000.000"),
        ("2-3 juta per bulan", "idr-million", "±2,5"),
        ("lebih dari 3,5 M setahun", "idr-billion-month", "±3,5"),
        ("2-3 bulan", "hari", "±2,5"),
    ],
)
def test_of_a_range_neither_the_currency_nor_the_period_is_lost(value: str, unit: str, number: str) -> None:
    assert of_value(value, unit).startswith(
        f"tulis `nilai: {number}` hanya bila angka itu dalam satuan `{unit}`;"
    )


@pytest.mark.parametrize(
    ("value", "unit"), [("2-3 juta per bulan", "idr-million-month"), ("2-3 bulan", "bulan")]
)
def test_a_range_in_the_unit_of_its_figure_is_offered_by_its_middle(value: str, unit: str) -> None:
    assert of_value(value, unit).startswith("tulis tengahnya, `nilai: ±2,5`")


def test_a_period_beside_a_number_is_that_of_the_unit_or_named() -> None:
    assert of_value("Rp 2 juta per bulan", "idr-million-month") == "tulis `nilai: 2`"
    assert of_value("2 juta sebulan", "idr-month") == "tulis `nilai: 2.000.000`"
    for value, words in (("2 juta per bulan", "per bulan"), ("US$ 2 juta per bulan", "US$ per bulan")):
        assert of_value(value, "idr-million").startswith(
            f"tulis `nilai: 2` hanya bila tanpa `{words}` artinya tetap sama;"
        )
