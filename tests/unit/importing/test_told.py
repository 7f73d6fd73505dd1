"""What may be a slip, is there twice, or is about a field that the entry keeps is told and harms nothing."""

from __future__ import annotations

import pytest

from site_builder.importing.entries.plan import Status
from site_builder.importing.run import plan_of
from site_builder.names import Kind, SourcePath
from tests.support.plans import HEAD, INTAKO, MEKAR, codes, only, statuses, warnings, written
from tests.support.spreadsheets import Rows, after, csv, shops_from, sources, told, xlsx


@pytest.mark.parametrize(
    ("cell", "line", "found"),
    [
        ("intan[at]yahoo.com", "intan@yahoo.com", ""),
        ("intan (at) yahoo.com", "intan@yahoo.com", ""),
        ("ninik@gmial.com", "ninik@gmial.com", "ninik@gmail.com"),
        ("ninik@yaho.co.id", "ninik@yaho.co.id", "ninik@yahoo.co.id"),
        ("ninik@mekar.id", "ninik@mekar.id", ""),
        ("ninik@mail.com", "ninik@mail.com", ""),
    ],
)
def test_addresses_of_mail(cell: str, line: str, found: str) -> None:
    plan = shops_from([[*HEAD, "Email"], [*MEKAR, cell]])
    assert f"surel: {line}\n" in written(plan, "content/shops/toko-mekar.md").replace('"', "")
    assert [note.values["suggestion"] for note in plan.notes if note.code == "cell-email"] == (
        [found] if found else []
    )


def test_a_comma_in_an_address_is_proposed_as_a_point() -> None:
    plan = shops_from([[*HEAD, "Email"], [*MEKAR, "rahayu(at)gmail,com"]])
    assert told(only(plan))[0][2] == "tulis `rahayu@gmail.com` bila itu alamatnya"


def test_a_day_that_excel_counts_is_refused_with_the_day_that_it_is() -> None:
    rows: Rows = [["Nama Acara", "Mulai", "Selesai"], ["Klinik Merek", 46419, 46420]]
    plan = plan_of("a.xlsx", xlsx(rows), Kind.EVENTS, sources())
    assert [problem.values["suggestion"] for problem in only(plan).problems] == ["2027-02-01", "2027-02-02"]
    assert codes(only(plan)) == ["cell-date.serial"] * 2


@pytest.mark.parametrize(
    ("head", "cell", "line"),
    [
        ("Siap Ekspor", "v", "siap_ekspor: ya"),
        ("Siap Ekspor", "✓", "siap_ekspor: ya"),
        ("Siap Ekspor", "blm", "siap_ekspor: tidak"),
        ("Harga", "Rp 195.000;-", "harga: 195.000"),
        ("Kapasitas/bulan", "1.000 pcs/bln", "kapasitas_per_bulan: 1000"),
        ("Kategori", "dompet2", "kategori: dompet"),
    ],
)
def test_signs_of_offices(head: str, cell: str, line: str) -> None:
    row = {"Nama Produk": "Lipat", "Kategori": "Dompet", "Bahan": "Kulit sapi", head: cell}
    plan = plan_of("a.csv", csv([[*row], [*row.values()]]), Kind.PRODUCTS, sources())
    if head == "Kategori":
        assert codes(only(plan)) == ["term-unknown.allowed"], "a word said twice is another word"
    else:
        assert f"{line}\n" in written(plan, "content/products/lipat.md")


@pytest.mark.parametrize(
    ("cell", "line"),
    [
        ("v", "dibatalkan: ya\n"),
        ("Batal", "dibatalkan: ya\n"),
        ("tidak", "dibatalkan: tidak\n"),
        ("siap", ""),
        ("-", ""),
    ],
)
def test_an_event_is_cancelled_by_a_column_of_its_own(cell: str, line: str) -> None:
    rows = [["Nama Acara", "Tanggal", "Dibatalkan (ya/tidak)"], ["Pekan Kulit", "2027-05-01", cell]]
    plan = plan_of("a.csv", csv(rows), Kind.EVENTS, sources())
    if cell == "siap":
        assert codes(only(plan)) == ["field-type.yes-no"]
    else:
        expected = f"---\nnama: Pekan Kulit\nmulai: 2027-05-01\n{line}---\n"
        assert written(plan, "content/events/pekan-kulit.md") == expected


def test_a_colour_that_is_said_twice_is_read_as_such() -> None:
    words = sources()[SourcePath("content/vocabulary.yaml")].decode()
    files = sources(
        **{"content/vocabulary.yaml": words.replace("warna:", "warna:\n  abu-abu: {id: Abu-abu}")}
    )
    row = {"Nama Produk": "Lipat", "Kategori": "Dompet", "Bahan": "Kulit sapi", "Warna": "Abu2"}
    plan = plan_of("a.csv", csv([[*row], [*row.values()]]), Kind.PRODUCTS, files)
    assert "warna: [abu-abu]\n" in written(plan, "content/products/lipat.md")


def test_a_word_for_a_field_that_the_entry_keeps_refuses_nothing() -> None:
    head = [*HEAD, "Desa"]
    row = ["Koperasi Intako", "Koperasi", "Dompet, Sayur", "Jl. Utama No. 27", None, "Kludan"]
    plan = shops_from([head, row])
    assert (only(plan).status, [change.field for change in only(plan).changes]) == (Status.CHANGED, ["desa"])
    reasons = [reason for _, reason in warnings(plan)]
    assert "kata `Sayur` tidak ada" in reasons[0]
    assert reasons[1] == (
        "isian `kategori` untuk `Koperasi Intako` di situs dibiarkan, sebab selnya tidak bisa dibaca"
    )
    assert shops_from([head, row], after(sources(), plan)).writes == ()


def test_a_word_for_a_field_that_the_office_has_written_refuses_the_row() -> None:
    """It may be a correction, which must not go by."""
    files = after(sources(), shops_from([HEAD, MEKAR]))
    plan = shops_from([HEAD, [*MEKAR[:2], "Sayur", *MEKAR[3:]]], files)
    assert codes(only(plan)) == ["term-unknown.allowed"]


@pytest.mark.parametrize("is_first", [True, False])
def test_of_rows_of_one_name_that_agree_the_fuller_is_taken(is_first: bool) -> None:
    short = ["TOKO MEKAR", *MEKAR[1:4], None]
    rows: Rows = [HEAD, MEKAR, short] if is_first else [HEAD, short, MEKAR]
    plan = shops_from(rows)
    assert statuses(plan) == [("Toko Mekar", "new")]
    assert "wa: 0812-3456-789\n" in written(plan, "content/shops/toko-mekar.md")
    assert ["tidak berkata lain" in reason for _, reason in warnings(plan)] == [True]


def test_rows_of_one_name_that_differ_are_refused_both() -> None:
    plan = shops_from([HEAD, MEKAR, [*MEKAR[:4], "0813-0000-1111 (WA)"]])
    assert [codes(outcome) for outcome in plan.outcomes] == [["row-twice"]] * 2
    rows: Rows = [HEAD, INTAKO, [*INTAKO[:2], "Tas", *INTAKO[3:]]]
    assert [codes(outcome) for outcome in shops_from(rows).outcomes] == [["row-twice"]] * 2


def test_a_sign_that_a_latitude_lacks_is_proposed_with_its_longitude() -> None:
    places = [[*MEKAR[:3], "", "", f"-7.5{n}, 112.7"] for n in range(4)]
    rows: Rows = [[*HEAD, "Koordinat"]]
    rows = [*rows, *([f"Toko {n}", *row[1:3], f"Jl. {n} Raya", None, row[5]] for n, row in enumerate(places))]
    rows = [*rows, [*MEKAR, "7.5090, 112.7020"]]
    plan = shops_from(rows)
    assert told(plan.outcomes[4])[0][2].startswith("tulis `-7.509, 112.702")
    mended = told(plan.outcomes[4])[0][2].split("`")[1]
    assert codes(shops_from([*rows[:-1], [*MEKAR, mended]]).outcomes[4]) == []


GOODS = ["Nama Produk", "Kategori", "Bahan", "Harga", "KET"]


@pytest.mark.parametrize("remark", ["stok habis", "tdk diproduksi lg", "mungkin habis"])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_name_that_is_there_twice_is_told_though_one_of_the_rows_is_refused_for_a_remark(
    remark: str, *, is_first: bool
) -> None:
    refused = ["Tas Ayu", "Dompet", "Kulit sapi", "185.000", remark]
    other = ["Tas Ayu", "Dompet", "Kulit sapi", "195.000", None]
    rows: Rows = [GOODS, refused, other] if is_first else [GOODS, other, refused]
    plan = plan_of("a.csv", csv(rows), Kind.PRODUCTS, sources())
    found = [codes(outcome) for outcome in plan.outcomes]
    assert ["row-twice.refused"] in found
    assert list(plan.writes) == []
    reason = told(plan.outcomes[found.index(["row-twice.refused"])])[0][1]
    assert ("A2" if is_first else "A3") in reason


def test_a_shop_that_is_closed_in_its_name_is_a_twin_as_well() -> None:
    plan = shops_from([HEAD, MEKAR, ["Toko Mekar (tutup)", *MEKAR[1:3], "Jl. Lain 8", None]])
    assert [codes(outcome) for outcome in plan.outcomes] == [["row-twice.refused"], ["row-closed"]]
