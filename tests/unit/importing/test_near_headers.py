"""Headers with a slip are asked about by name, and a sheet without names says which row its headers are."""

from __future__ import annotations

import pytest

from site_builder.importing.run import plan_of
from site_builder.names import Kind
from site_builder.problems import ContentRefused
from tests.support.plans import HEAD, MEKAR, codes, neighbour, only, warnings
from tests.support.spreadsheets import Rows, csv, shops_from, sources, told


def notes_of(rows: Rows) -> list[str]:
    with pytest.raises(ContentRefused) as caught:
        plan_of("umkm.csv", csv(rows), Kind.SHOPS, sources())
    return [problem.key for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("header", "meant"),
    [("No Telfon", "No Telepon"), ("Jam Bukak", "Jam Buka"), ("Tahun Berdri", "Tahun Berdiri")],
)
def test_a_header_with_a_slip_names_the_one_that_may_be_meant(header: str, meant: str) -> None:
    found = warnings(shops_from([[*HEAD, header], [*MEKAR, "x"]]))
    (reason,) = [text for place, text in found if place == "Lembar1!F1"]
    assert reason.startswith(f"kolom `{header}` tidak dikenal, jadi tidak diimpor; mungkin maksudnya `")
    assert meant in reason


def test_a_slip_in_a_column_that_entries_need_is_named_at_each_row() -> None:
    outcome = only(shops_from([[*HEAD[:3], "Almat", HEAD[4]], MEKAR]))
    assert codes(outcome) == ["row-missing.likely"]
    assert "bila kolom `Almat`" in told(outcome)[0][2]


def test_other_headers_are_no_slips() -> None:
    for header in ("Warna pagar", "Omzet", "Karyawan"):
        found = warnings(shops_from([[*HEAD, header], [*MEKAR, "x"]]))
        assert not any("mungkin maksudnya" in reason for _, reason in found)


def test_a_sheet_without_names_says_which_row_its_headers_are_and_what_they_lack() -> None:
    rows: Rows = [
        ["REKAP IKM"],
        ["Nm Ush", "Alamat Usaha", "Jam Operasional", "Sejak"],
        ["Toko A", "Jl. A 1", "", ""],
    ]
    assert notes_of(rows) == ["sheet-note.no-name-header", "sheet-file.no-names"]
    rows = [["Nama Uasha", "Almat", "No Telfon"], ["Toko A", "Jl. A 1", ""]]
    assert notes_of(rows) == ["sheet-note.slip-header", "sheet-file.no-names"]


def test_a_column_of_kinds_that_is_called_after_the_business_is_one() -> None:
    head = ["Nama Usaha", "Usaha", *HEAD[2:]]
    assert codes(only(shops_from([head, MEKAR]))) == []
    head = ["Usaha", *HEAD[1:]]
    assert codes(only(shops_from([head, neighbour("Toko Mekar")]))) == []
