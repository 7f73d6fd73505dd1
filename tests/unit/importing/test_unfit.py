"""What a cell says and nobody should publish is refused or read right."""

from __future__ import annotations

import pytest

from site_builder.importing.cells.office_forms import Known, written_in
from site_builder.importing.run import plan_of
from site_builder.model.readers.written import ScalarFault
from site_builder.names import Kind
from site_builder.spreadsheets.cells import Cell
from site_builder.validate.shapes import shape_of_kind
from tests.support.plans import HEAD, MEKAR, codes, only, warnings, written
from tests.support.spreadsheets import csv, shops_from, sources, told

_PRODUCT = ["Nama Produk", "Kategori", "Bahan"]
_LIPAT = ["Dompet lipat", "Dompet", "Kulit sapi"]


def fault(kind: Kind, field: str, text: str) -> str:
    with pytest.raises(ScalarFault) as caught:
        written_in(shape_of_kind(kind).by_name[field], Cell(text, "A1"), Known({}, {}))
    return f"{caught.value.code}.{caught.value.variant}"


@pytest.mark.parametrize(
    ("kind", "field", "text", "code"),
    [
        (Kind.PRODUCTS, "summary", "Hub. Bu Sri 081234567777", "cell-private."),
        (Kind.PRODUCTS, "summary", "pesan ke rek BCA 1234567890", "cell-private."),
        (Kind.PRODUCTS, "summary", "Ibu Sri, lahir 12 Maret 1965", "cell-private."),
        (Kind.EVENTS, "organiser", "Pak Didik 081234567210", "cell-private."),
        (Kind.SHOPS, "address", "Jl. Raya 5 (NIK 3515071203650002)", "cell-private."),
        (Kind.SHOPS, "phone", "3515071203650002", "cell-private."),
        (Kind.SHOPS, "payments", "transfer BCA 1234567890 a.n. Siti", "cell-private."),
        (Kind.SHOPS, "address", "<script>alert(1)</script>", "cell-markup."),
        (Kind.SHOPS, "name", "=CMD()", "cell-markup."),
        (Kind.SHOPS, "name", "belum ada nama", "row-name.none"),
        (Kind.SHOPS, "name", "(Belum punya nama)", "row-name.none"),
        (Kind.SHOPS, "name", "Tanpa nama", "row-name.none"),
        (Kind.SHOPS, "name", "Tidak ada nama usaha", "row-name.none"),
        (Kind.SHOPS, "name", "nama blm ada", "row-name.none"),
        (Kind.PRODUCTS, "name", "tanpa merek", "row-name.none"),
        (Kind.EVENTS, "name", "TBA", "row-name.none"),
        (Kind.SHOPS, "name", "xxx", "row-name.none"),
        (Kind.SHOPS, "name", "NN", "row-name.none"),
        (Kind.SHOPS, "name", "N.N.", "row-name.none"),
        (Kind.SHOPS, "name", "test 2", "row-name.none"),
        (Kind.SHOPS, "name", "@SUM(1)", "cell-markup."),
        (Kind.SHOPS, "phone", "0031 8851 555", "cell-zero.abroad"),
        (Kind.SHOPS, "whatsapp", "0031 8851 555", "cell-zero.abroad"),
        (Kind.SHOPS, "since", "00/01/1900", "cell-date."),
        (Kind.SHOPS, "since", "01/01/1900", "cell-date."),
    ],
)
def test_what_nobody_should_publish_is_refused(kind: Kind, field: str, text: str, code: str) -> None:
    assert fault(kind, field, text) == code


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("address", "Jl. Raya Kludan No. 45 RT 03/RW 02, 61272"),
        ("name", "Toko Mandiri 2000"),
        ("name", "Tanpa Batas"),
        ("name", "Namaku Leather"),
        ("name", "XL Bags"),
        ("name", "Toko Contoh"),
        ("summary", "Lahir dari koperasi."),
        ("summary", "Harga 1.250.000 - 2.500.000"),
    ],
)
def test_plain_words_with_numbers_are_taken(field: str, text: str) -> None:
    assert written_in(shape_of_kind(Kind.SHOPS).by_name[field], Cell(text, "A1"), Known({}, {})) == text


def product(head: str, cell: str) -> tuple[str, list[str], str]:
    plan = plan_of("a.csv", csv([[*_PRODUCT, head], [*_LIPAT, cell]]), Kind.PRODUCTS, sources())
    outcome = only(plan)
    text = written(plan, "content/products/dompet-lipat.md") if plan.writes else ""
    return str(outcome.status), codes(outcome), text


@pytest.mark.parametrize(
    ("head", "cell", "code"),
    [
        ("Harga", "Rp 2.500.000.000", "price-huge"),
        ("MOQ", "0", "amount-nothing"),
    ],
)
def test_amounts_out_of_all_proportion_are_refused(head: str, cell: str, code: str) -> None:
    assert product(head, cell)[:2] == ("refused", [code])


@pytest.mark.parametrize(
    ("head", "cell", "line"),
    [
        ("Harga", "1.250 rb", "harga: 1.250.000\n"),
        ("Harga", "1.200 ribu", "harga: 1.200.000\n"),
        ("Harga", "1,5 ribu", "harga: 1500\n"),
        ("Harga", "2,7 juta", "harga: 2.700.000\n"),
        ("Siap Ekspor", "Belum", "siap_ekspor: tidak\n"),
    ],
)
def test_words_of_thousands_and_of_not_yet(head: str, cell: str, line: str) -> None:
    assert line in product(head, cell)[2]


def test_columns_of_persons_are_told_as_such_and_not_taken() -> None:
    plan = shops_from([[*HEAD, "Telepon rumah", "No. Rekening"], [*MEKAR, "031-8951234", "BCA 0181234567"]])
    assert "telepon" not in written(plan, "content/shops/toko-mekar.md")
    reason = "berisi data pribadi atau urusan dalam kantor, jadi tidak diimpor"
    assert [text for _, text in warnings(plan)] == [
        f"kolom `Telepon rumah` {reason}",
        f"kolom `No. Rekening` {reason}",
    ]


@pytest.mark.parametrize("name", ["-", "?", "belum ada", "belum ada nama", "xxx"])
def test_no_entry_is_made_of_a_row_without_a_name(name: str) -> None:
    plan = shops_from([HEAD, MEKAR, [name, *MEKAR[1:3], "Jl. Lain 9", None]])
    assert codes(plan.outcomes[1]) in (["row-name"], ["row-name.none"])
    assert [outcome.problems[0].at.path for outcome in plan.outcomes[1:]] == ["Lembar1!A3"]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        *[(said, "ya") for said in ("Y", "Yes", "v", "✓")],
        *[(said, "tidak") for said in ("n", "t", "tdk")],
        *[(said, "") for said in ("?", "x", "X", "(x)", "[x]", "✗", "×")],
    ],
)
def test_yes_and_no_in_a_column_that_asks(said: str, meant: str) -> None:
    plan = plan_of("a.csv", csv([[*_PRODUCT, "Siap Ekspor"], [*_LIPAT, said]]), Kind.PRODUCTS, sources())
    if meant:
        assert f"siap_ekspor: {meant}\n" in written(plan, "content/products/dompet-lipat.md")
    else:
        asked = f"`Siap Ekspor` harus `ya` atau `tidak`, bukan `{said}`"
        assert told(only(plan)) == [("D2", asked, "tulis `ya` atau `tidak`")]


@pytest.mark.parametrize(
    ("number", "village", "found"),
    [
        ("+65 6123 4567", None, ["row-abroad"]),
        ("+65 6123 4567", "Kludan", []),
        ("+62 812 3456 7890", None, []),
    ],
)
def test_a_shop_of_another_country_is_asked_about(number: str, village: str | None, found: list[str]) -> None:
    plan = shops_from([[*HEAD, "Desa"], [*MEKAR[:4], number, village]])
    assert codes(only(plan)) == found
