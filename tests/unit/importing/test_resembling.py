"""No business is published twice under two names, and none takes the place of another of its name."""

from __future__ import annotations

import pytest

from site_builder.importing.run import plan_of
from site_builder.names import Kind
from tests.support.plans import HEAD, codes, only, statuses, warnings
from tests.support.spreadsheets import Rows, after, csv, shops_from, sources, told

WIDE = [*HEAD, "Desa"]
AMANAH = ["Toko Amanah", "Toko", "Tas", "Jl. Raya Kedensari No. 18", "0812-3456-7812 (WA)", "Kedensari"]


@pytest.mark.parametrize(
    ("name", "address", "number", "is_near"),
    [
        ("Tk. Amanah", "Jl. Raya Kedensari No. 18", "0812 3456 7812 (WA)", True),
        ("Amanah", "Jalan Raya Kedensari 18, Tanggulangin", None, True),
        ("UD. AMANAH (H. Slamet)", "Jl. Lain 3", "0812-3456-7812 (WA)", True),
        ("Toko Amannah", None, "0812-3456-7812 (WA)", True),
        ("Batik Sari", "Jl. Raya Kedensari No. 18", "0812-3456-7812 (WA)", True),
        ("Batik Sari", "Jl. Raya Kedensari No. 18", "0813-0000-1111 (WA)", False),
        ("Batik Sari", "Jl. Lain 3", "0812-3456-7812 (WA)", False),
        ("Tk. Amanah", "Jl. Lain 3", "0813-0000-1111 (WA)", False),
    ],
)
def test_one_business_under_two_names_is_refused_with_the_other(
    name: str, address: str | None, number: str | None, is_near: bool
) -> None:
    row = [name, "Toko", "Tas", address or "Jl. Lain 3", number, "Kedensari"]
    plan = shops_from([WIDE, AMANAH, row])
    assert [codes(outcome) for outcome in plan.outcomes] == [["row-near.rows"] if is_near else []] * 2
    files = after(sources(), shops_from([WIDE, AMANAH]))
    plan = shops_from([WIDE, row, AMANAH], files)
    assert codes(plan.outcomes[0]) == (["row-near"] if is_near else [])
    if is_near:
        ((_, reason, advice),) = told(plan.outcomes[0])
        assert "`Toko Amanah` (`toko-amanah`)" in reason
        assert "isi kolom `ID` dengan `toko-amanah`" in advice
        rows: Rows = [["ID", *WIDE], [plan_id(advice), *row], ["toko-amanah", *AMANAH]]
        assert [codes(outcome) for outcome in shops_from(rows, files).outcomes] == [[], []]


def plan_id(advice: str) -> str:
    """Give the id of the other that an advice offers."""
    return advice.split("`")[-2]


def test_a_changed_name_with_the_same_address_and_number_is_a_rename() -> None:
    files = after(sources(), shops_from([WIDE, AMANAH]))
    row = ["Amanah Leather", "Grosir", "Dompet", *AMANAH[3:]]
    outcome = only(shops_from([WIDE, row], files))
    assert (outcome.id, str(outcome.status)) == ("toko-amanah", "changed")
    assert ("nama", "Amanah Leather") in [(change.field, change.new) for change in outcome.changes]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (["Jl. Ketapang 3", "0813-0000-1111 (WA)", "Ketapang"], ["row-another"]),
        (["Jl. Ketapang 3", "0812-3456-7812 (WA)", "Ketapang"], []),
        (["Jl. Raya Kedensari No. 18", "0813-0000-1111 (WA)", "Ketapang"], []),
    ],
)
def test_another_business_of_the_same_name_takes_no_place(row: list[str], found: list[str]) -> None:
    files = after(sources(), shops_from([WIDE, AMANAH]))
    assert codes(only(shops_from([WIDE, [*AMANAH[:3], *row]], files))) == found
    rows: Rows = [["ID", *WIDE], ["amanah-ketapang", *AMANAH[:3], *row]]
    assert codes(only(shops_from(rows, files))) != ["row-another"]


def test_an_event_of_another_year_is_another() -> None:
    head = ["Nama Acara", "Tanggal Mulai"]
    files = after(
        sources(), plan_of("a.csv", csv([head, ["Pekan Kulit", "2026-05-01"]]), Kind.EVENTS, sources())
    )
    plan = plan_of("a.csv", csv([head, ["Pekan Kulit", "2027-05-01"]]), Kind.EVENTS, files)
    assert codes(only(plan)) == ["row-another.year"]
    plan = plan_of("a.csv", csv([head, ["Pekan Kulit", "2026-06-01"]]), Kind.EVENTS, files)
    assert codes(only(plan)) == []


def test_products_that_differ_by_a_zero_only_are_one() -> None:
    head = ["Nama Produk", "Kategori", "Bahan"]
    rows: Rows = [head, ["Ransel kulit 01", "Tas", "Kulit sapi"], ["Ransel kulit 1", "Tas", "Kulit sapi"]]
    rows = [*rows, ["Ransel kulit 2", "Tas", "Kulit sapi"]]
    plan = plan_of("a.csv", csv(rows), Kind.PRODUCTS, sources())
    assert [codes(outcome) for outcome in plan.outcomes] == [["row-near.rows"], ["row-near.rows"], []]


@pytest.mark.parametrize(
    ("name", "address", "is_asked"),
    [
        ("Kop. Intako", "Jl. Utama No. 27", True),
        ("Spt. Kuda Terbang", "Jl. Raya 9", True),
        ("Sepatu Kuda Terbang Jaya", "Jl. Raya 9", True),
        ("Spt. Kuda Terbang", "Jl. Raya 11", False),
        ("Spt. Kuda Laut", "Jl. Raya 9", False),
        ("Tas Kuda Terbang", "Jl. Raya 9", False),
    ],
)
def test_a_name_of_which_words_are_short_at_the_same_address_is_asked_about(
    name: str, address: str, *, is_asked: bool
) -> None:
    entry = "---\nnama: Sepatu Kuda Terbang\njenis: toko\nkategori: [tas]\nalamat: Jl. Raya 9\n---\n"
    files = sources(**{"content/shops/sepatu-kuda-terbang.md": entry})
    outcome = only(shops_from([HEAD, [name, "Toko", "Tas", address, None]], files))
    assert codes(outcome) == (["row-near"] if is_asked else [])


@pytest.mark.parametrize(
    ("name", "other"), [("CV Damar Wulan", "CV DAMARWULAN"), ("Damarwulan", "Toko Damar-Wulan")]
)
def test_names_that_differ_by_blanks_only_are_asked_about_wherever_they_are(name: str, other: str) -> None:
    rows = [
        [name, "Toko", "Tas", "Jl. Flamboyan 41", "0812-3456-789"],
        [other, "Toko", "Tas", "Jl. Melati 7", "0813-1111-2222"],
    ]
    assert [codes(outcome) for outcome in shops_from([HEAD, *rows]).outcomes] == [["row-near.rows"]] * 2


@pytest.mark.parametrize(
    ("one", "other", "is_near"),
    [
        ("JL. RAYA KLUDAN 15\nDEPAN BALAI DESA", "JL RAYA KLUDAN NO 15", True),
        ("Jl. Raya Kludan No. 15 (sebelah masjid)", "Jl. Raya Kludan 15", True),
        ("Jl. Raya Kludan 15A sebelah timur pasar", "Jl. Raya Kludan 15, Kludan", True),
        ("Jl. Raya Kludan 15 dekat Pusgitta", "Jl. Raya Kludan 15 seberang Indomaret", True),
        ("Jl. Raya Kludan 21", "Jl. Raya Kludan No. 29", True),
        ("Jl. Kalitengah Selatan 9", "Jl. Kalitengah Utara 3", False),
        ("Jl. 17 Agustus Timur 4", "Jl. 17 Agustus Barat 9", False),
        ("Jl. Raya Kludan 15 timur pasar", "Jl. Raya Kludan 15", True),
        ("Depan Balai Desa Kludan", "Jl. Kalitengah Utara 3", False),
    ],
)
def test_what_stands_behind_the_number_of_a_house_hides_no_shop(
    one: str, other: str, *, is_near: bool
) -> None:
    rows = [
        ["KEMBAR JAYA", "Toko", "Tas", one, "0812-3456-789 (WA)"],
        ["UD KEMBAR JAYA", "Toko", "Dompet", other, "0813-1111-2222 (WA)"],
    ]
    plan = shops_from([HEAD, *rows])
    assert [codes(outcome) for outcome in plan.outcomes] == [["row-near.rows"] if is_near else []] * 2
    if not is_near:
        reason = "`UD KEMBAR JAYA` bernama sama dengan `KEMBAR JAYA` (Lembar1!A2), "
        reason += "hanya alamat atau nomornya lain"
        assert warnings(plan) == [("Lembar1!A3", reason)]


@pytest.mark.parametrize(
    ("name", "entry", "is_asked"),
    [
        ("Pusat Grosir Tas Tanggulangin", "Pusgitta (Pusat Grosir Tas Tanggulangin)", True),
        ("Industri Tas dan Koper (INTAKO)", "Koperasi INTAKO", True),
        ("Koperasi INTAKO", "Industri Tas dan Koper (INTAKO)", True),
        ("PUSGITTA", "Pusgitta (Pusat Grosir Tas Tanggulangin)", True),
        ("Tas Sari (Pusat)", "Koper Jaya (Pusat)", False),
        ("Tas Sari (Kludan)", "Koper Jaya (Kludan)", False),
        ("Tas Sari (Kludan)", "Toko Kludan", False),
    ],
)
def test_what_stands_in_brackets_is_a_name_of_its_own(name: str, entry: str, *, is_asked: bool) -> None:
    text = f"---\nnama: {entry}\njenis: toko\nkategori: [tas]\nalamat: Jl. Raya 9\ndesa: Kludan\n---\n"
    files = sources(**{"content/shops/lain.md": text})
    del files[next(path for path in files if path.endswith("intako.md"))]
    row = [name, "Toko", "Tas", "Jl. Lain 3", "0812-3456-789"]
    assert codes(only(shops_from([HEAD, row], files))) == (["row-near"] if is_asked else [])


def test_a_sample_is_never_offered() -> None:
    text = "---\nnama: Contoh Dompet 04\nkategori: dompet\nbahan: [kulit]\ncontoh: ya\n---\n"
    files = sources(**{"content/products/contoh-dompet-04.md": text})
    rows = [["Nama Produk", "Bahan"], ["Dompet Kartu", "Kulit sapi"], ["Dompet 04", "Kulit sapi"]]
    plan = plan_of("a.csv", csv(rows), Kind.PRODUCTS, files)
    assert "contoh-dompet" not in f"{[told(outcome) for outcome in plan.outcomes]}"
    assert {status for _, status in statuses(plan)} == {"refused"}
