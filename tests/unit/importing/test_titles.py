"""What the titles of a list, its headers and a column `Aktif` say of its rows is never lost unsaid."""

from __future__ import annotations

import pytest

from site_builder.importing.entries.plan import ImportPlan
from site_builder.importing.run import plan_of
from site_builder.names import Kind
from tests.support.plans import HEAD, MEKAR, codes, neighbour, only, statuses, warnings, written
from tests.support.spreadsheets import Rows, shops_from, sources, told, xlsx

SHOP = "---\nnama: Tas Sari\njenis: toko\nkategori: [tas]\nalamat: Jl. Raya 9\ndesa: Kludan\n---\n"


def lost(plan: ImportPlan) -> list[str]:
    return [reason for _, reason in warnings(plan) if "tidak diberi desa" in reason]


@pytest.mark.parametrize(
    "title",
    ["DATA PENGRAJIN DESA KLUDAN", "Desa : Kludan", "Kel. Kludan, Kec. Tanggulangin", "KEL/DESA: KLUDAN"],
)
def test_a_village_that_only_the_title_names_is_told(title: str) -> None:
    found = lost(shops_from([[title], [], HEAD, MEKAR]))
    assert found == [
        "judul menyebut desa `Kludan`, tetapi tidak ada kolom desa: baris-baris ini tidak diberi desa"
    ]
    assert lost(shops_from([[title], [], [*HEAD, "Desa"], [*MEKAR, "Kludan"]])) == []


def test_the_name_of_the_sheet_and_headings_of_groups_count_too() -> None:
    files = sources(**{"content/shops/tas-sari.md": SHOP})
    assert lost(plan_of("a.xlsx", xlsx([HEAD, MEKAR], title="KLUDAN"), Kind.SHOPS, files))
    assert lost(plan_of("a.xlsx", xlsx([HEAD, MEKAR], title="Desa Ketapang"), Kind.SHOPS, files))
    assert not lost(plan_of("a.xlsx", xlsx([HEAD, MEKAR], title="Rekap"), Kind.SHOPS, files))
    rows: Rows = [["No", *HEAD], ["DESA KLUDAN"], [1, *MEKAR], ["DESA KETAPANG"], [2, *neighbour("Toko B")]]
    assert "`Kludan`, `Ketapang`" in lost(shops_from(rows))[0]


def test_what_is_not_sure_of_a_village_stays_so_and_another_one_is_no_name() -> None:
    rows: Rows = [
        ["No", *HEAD],
        ["A. DESA KLUDAN"],
        [1, *MEKAR],
        ["B. DESA BOGOR (?)"],
        [2, *neighbour("Toko B")],
    ]
    rows = [
        *rows,
        ["C. BINAAN DARI DS LAIN"],
        [3, *neighbour("Toko C")],
        ["LUAR DESA"],
        [4, *neighbour("Toko D")],
    ]
    assert "desa `Kludan`, `Bogor (?)`, tetapi" in lost(shops_from(rows))[0]


@pytest.mark.parametrize(
    "title",
    [
        "DATA UMKM SE KECAMATAN TANGGULANGIN",
        "Data desa tahun 2026",
        "Perajin dari desa tetangga",
        "IKM DS. SEKITAR",
        "Dinas Koperasi",
    ],
)
def test_other_titles_name_no_village(title: str) -> None:
    assert lost(shops_from([[title], [], HEAD, MEKAR])) == []


@pytest.mark.parametrize(
    "head", ["KEL_DESA", "Kel/Desa", "Desa/Kelurahan", "Kelurahan", "Kel./Desa", "DESA_KEL"]
)
def test_columns_of_villages(head: str) -> None:
    assert "desa: Kludan\n" in written(
        shops_from([[*HEAD, head], [*MEKAR, "Kludan"]]), "content/shops/toko-mekar.md"
    )


@pytest.mark.parametrize(
    "head",
    ["Alamat toko/workshop", "Alamat Usaha/Produksi", "Alamat lengkap toko", "ALAMAT_TEMPAT_USAHA", "Alamat"],
)
def test_columns_of_addresses(head: str) -> None:
    rows: Rows = [[*HEAD[:3], head, HEAD[4]], MEKAR]
    assert statuses(shops_from(rows)) == [("Toko Mekar", "new")]


def test_a_column_that_is_surely_the_missing_one_is_named() -> None:
    rows: Rows = [[*HEAD[:3], "Alamat dan patokannya", HEAD[4]], MEKAR]
    ((place, reason, advice),) = told(only(shops_from(rows)))
    assert (place, reason) == (
        "Lembar1!A2",
        "kolom `alamat` belum ada, padahal wajib untuk entri baru (`Toko Mekar`)",
    )
    assert advice.startswith(
        "bila kolom `Alamat dan patokannya` (Lembar1!D1) itu maksudnya, ganti judulnya menjadi `alamat`"
    )
    rows = [[*HEAD[:3], "Alamat KTP Pemilik", HEAD[4]], MEKAR]
    assert codes(only(shops_from(rows))) == ["row-missing.column"]


@pytest.mark.parametrize("word", ["T", "Tidak", "N", "0", "tdk", "F"])
@pytest.mark.parametrize("head", ["AKTIF", "Status Aktif", "Aktif (Ya/Tidak)"])
def test_a_row_that_is_not_active_is_refused(head: str, word: str) -> None:
    plan = shops_from([[*HEAD, head], [*MEKAR, "Y"], [*neighbour("Toko B"), word]])
    assert statuses(plan) == [("Toko Mekar", "new"), ("Toko B", "refused")]
    assert codes(plan.outcomes[1]) == ["row-closed.inactive"]


def test_a_row_of_which_nobody_is_sure_is_refused_and_an_empty_cell_says_nothing() -> None:
    plan = shops_from([[*HEAD, "AKTIF"], [*MEKAR, "kadang"], [*neighbour("Toko B"), None]])
    assert [codes(outcome) for outcome in plan.outcomes] == [["row-remark"], []]


@pytest.mark.parametrize(
    "name",
    [
        "TAS MELATI (ALM. H. SOLEH)",
        "Tas Melati (almarhum)",
        "Tas alm. Pak Soleh",
        "Tas Melati (almh Hj Siti)",
    ],
)
def test_a_shop_of_somebody_who_has_died_is_asked_about(name: str) -> None:
    outcome = only(shops_from([HEAD, neighbour(name)]))
    assert codes(outcome) == ["row-closed.late"]
    assert "siapa yang meneruskan" in told(outcome)[0][2]


@pytest.mark.parametrize("name", ["Almira Tas", "Palm Leather", "Tas Alma"])
def test_other_names_are_of_the_living(name: str) -> None:
    assert statuses(shops_from([HEAD, neighbour(name)])) == [(name, "new")]


def test_a_hidden_row_of_two_lists_is_told_once() -> None:
    row = [*MEKAR[:4], None, *neighbour("Toko B")[:4]]
    rows: Rows = [[*HEAD[:4], None, *HEAD[:4]], row]
    plan = plan_of("a.xlsx", xlsx(rows, hidden=[2]), Kind.SHOPS, sources())
    assert [reason for _, reason in warnings(plan)].count("baris tersembunyi ikut dibaca: 2") == 1
