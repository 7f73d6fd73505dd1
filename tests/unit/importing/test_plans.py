"""Whole spreadsheets, as messy as offices make them, to what an import would do."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from site_builder.importing.entries.plan import Status
from site_builder.importing.run import plan_of
from site_builder.importing.showing import plan_json, plan_text
from site_builder.names import Kind, SourcePath
from site_builder.problems import ContentRefused
from tests.support.plans import HEAD, INTAKO, MEKAR, edited, only, statuses, warnings, written
from tests.support.spreadsheets import Rows, after, csv, ods, saved, shops_from, sources, told, xlsx

OFFICE: Rows = [
    ["DATA INDUSTRI KECIL MENENGAH"],
    ["Kecamatan Tanggulangin, 2026"],
    [],
    ["No", "Nama Usaha", "Jenis Usaha", "Alamat Lengkap", "Desa", "No. HP/WA", "Produk", "Jam Buka",
     "Kecamatan"],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"],
    [1, "Toko Mekar", "Toko", "Jl. Raya #5", "Kludan", 81234567890, "Dompet",
     "Senin s/d Sabtu 08.00-16.00", "T"],
    [],
    [2, "Bengkel Sri", "bengkel", "RT 03/RW 04", None, "0857-3301-2211 / 031-8951234", "Tas; Ikat pinggang",
     "-", "T"],
    [3, None, None, None, None, None, None, None, None],
    [4],
    ["Jumlah", 2],
]  # fmt: skip


def test_a_list_of_an_office_becomes_entries() -> None:
    plan = plan_of("umkm.xlsx", xlsx(OFFICE, merged=["A1:I1", "E6:E8"]), Kind.SHOPS, sources())
    assert written(plan, "content/shops/toko-mekar.md") == (
        "---\nnama: Toko Mekar\njenis: toko\nkategori: [dompet]\nalamat: \"Jl. Raya #5\"\ndesa: Kludan\n"
        "wa: 081234567890\njam_buka: {senin-sabtu: 08.00-16.00}\n---\n"
    )  # fmt: skip
    assert written(plan, "content/shops/bengkel-sri.md") == (
        "---\nnama: Bengkel Sri\njenis: bengkel\nkategori: [tas, ikat-pinggang]\nalamat: RT 03/RW 04\n"
        "desa: Kludan\nwa: 0857-3301-2211\ntelepon: 031-8951234\n---\n"
    )
    assert warnings(plan) == [
        ("Lembar1!I4", "kolom `Kecamatan` tidak dikenal, jadi tidak diimpor"),
        ("Lembar1!I6", "tidak diimpor, `Kecamatan`: `T` (2 sel: I6, I8)"),
    ]
    assert [(o.name, str(o.status), o.cell) for o in plan.outcomes] == [
        ("Toko Mekar", "new", "Lembar1!B6"),
        ("Bengkel Sri", "new", "Lembar1!B8"),
    ]
    assert [(row.number, str(row.reason)) for row in plan.passed] == [
        (5, "numbers"), (9, "numbers"), (10, "numbers"), (11, "total"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("a.csv", csv([HEAD, MEKAR])),
        ("a.csv", csv([HEAD, MEKAR], "\t")),
        ("a.ods", ods([HEAD, MEKAR])),
        ("a.XLSX", xlsx([HEAD, MEKAR])),
    ],
)
def test_every_form_of_file_says_the_same(file: str, data: bytes) -> None:
    plan = plan_of(file, data, Kind.SHOPS, sources())
    assert written(plan, "content/shops/toko-mekar.md") == (
        "---\nnama: Toko Mekar\njenis: toko\nkategori: [dompet]\nalamat: Kludan 3\nwa: 0812-3456-789\n---\n"
    )


def test_a_changed_cell_changes_the_text_of_one_field() -> None:
    before = edited("kategori: [dompet]", "kategori: [dompet] # utama")
    row = [*MEKAR[:3], "Kludan 3A", MEKAR[4]]
    plan = shops_from([HEAD, row], before)
    (change,) = only(plan).changes
    assert (change.field, change.old, change.new, change.cell) == (
        "alamat", "Kludan 3", "Kludan 3A", "Lembar1!D2",
    )  # fmt: skip
    old = before[SourcePath("content/shops/toko-mekar.md")].decode()
    assert written(plan, "content/shops/toko-mekar.md") == old.replace("Kludan 3", "Kludan 3A")


def test_a_second_run_changes_nothing() -> None:
    before = sources()
    rows: Rows = [HEAD, MEKAR, INTAKO]
    first = shops_from(rows, before)
    again = shops_from(rows, after(before, first))
    assert first.writes and again.writes == ()
    assert statuses(again) == [("Toko Mekar", "unchanged"), ("Koperasi Intako", "unchanged")]


def test_what_an_editor_changed_since_is_kept_and_told() -> None:
    plan = shops_from([HEAD, MEKAR, INTAKO], edited("Kludan 3", "Jl. Kludan 3 (belakang masjid)"))
    assert plan.writes == ()
    (held,) = plan.outcomes[0].held
    assert (held.field, held.here, held.sheet, held.cell, held.why) == (
        "alamat", "Jl. Kludan 3 (belakang masjid)", "Kludan 3", "Lembar1!D2", "kept",
    )  # fmt: skip


def test_what_both_have_changed_is_a_conflict_and_all_else_is_imported() -> None:
    files = edited("Kludan 3", "Jl. Kludan 3")
    row = [*MEKAR[:3], "Kludan 33", "0813-9999-000"]
    plan = shops_from([HEAD, row], files)
    outcome = only(plan)
    assert [(held.field, held.here, held.sheet, held.why) for held in outcome.held] == [
        ("alamat", "Jl. Kludan 3", "Kludan 33", "conflict")
    ]
    assert [(change.field, change.old, change.new) for change in outcome.changes] == [
        ("wa", "0812-3456-789", "0813-9999-000")
    ]
    again = shops_from([HEAD, row], after(files, plan))
    assert again.writes == ()
    assert only(again).held == outcome.held


def test_what_an_editor_deleted_does_not_come_back() -> None:
    plan = shops_from([HEAD, MEKAR], edited("wa: 0812-3456-789\n", ""))
    assert [(held.field, held.here, held.why) for held in only(plan).held] == [("wa", "", "kept")]
    assert plan.writes == ()


def test_a_cell_that_the_office_emptied_is_told() -> None:
    plan = shops_from([HEAD, [*MEKAR[:4], "-"]], edited("Kludan 3", "Kludan 3"))
    assert [(held.field, held.here, held.why) for held in only(plan).held] == [
        ("wa", "0812-3456-789", "emptied")
    ]
    assert plan.writes == ()


def test_a_row_finds_its_entry_by_what_is_remembered() -> None:
    """An editor has called the shop otherwise; the office still calls it as before."""
    plan = shops_from([HEAD, MEKAR], edited("nama: Toko Mekar", "nama: Mekar Jaya"))
    assert (only(plan).id, only(plan).status) == ("toko-mekar", Status.UNCHANGED)


def test_a_name_that_alone_has_changed_changes_the_entry() -> None:
    plan = shops_from([HEAD, ["Mekar Abadi", *MEKAR[1:]], INTAKO], edited("Kludan 3", "Kludan 3"))
    assert [(o.id, [(c.field, c.old, c.new) for c in o.changes]) for o in plan.outcomes] == [
        ("toko-mekar", [("nama", "Toko Mekar", "Mekar Abadi")]),
        ("intako", []),
    ]


def test_shops_that_are_there_twice_are_refused_with_both_cells() -> None:
    plan = shops_from([HEAD, MEKAR, ["toko  MEKAR", "Grosir", "Tas", "Lain", None]])
    assert plan.writes == ()
    hint = "hapus salah satu; bila memang dua yang berbeda, bedakan namanya atau isi kolom `ID`"
    assert [told(outcome) for outcome in plan.outcomes] == [
        [("Lembar1!A2", "`Toko Mekar` ada lebih dari sekali; lihat juga Lembar1!A3", hint)],
        [("Lembar1!A3", "`toko MEKAR` ada lebih dari sekali; lihat juga Lembar1!A2", hint)],
    ]


def test_two_shops_of_one_name_are_told_apart_by_an_id() -> None:
    rows: Rows = [[*HEAD, "ID"], [*MEKAR, "mekar-kludan"], [*MEKAR, "mekar-kedensari"]]
    assert [outcome.id for outcome in shops_from(rows).outcomes] == ["mekar-kludan", "mekar-kedensari"]


def test_each_fault_is_told_with_its_cell_and_what_to_write() -> None:
    plan = shops_from([HEAD, ["Toko Salah", "UKM", "Dompett", "Kludan", 318951234]])
    assert told(only(plan)) == [
        ("Lembar1!B2", "`Jenis` tidak bisa `UKM`", "pilih salah satu: koperasi, grosir, toko, bengkel"),
        (
            "Lembar1!C2",
            "kata `Dompett` tidak ada di `content/vocabulary.yaml` (bagian `kategori`, atau `categories`)",
            "tulis `dompet` di sel itu",
        ),
        (
            "Lembar1!E2",
            "`318951234` disimpan sebagai angka, jadi nol di depannya hilang",
            "ubah format selnya menjadi Teks, lalu tulis `0318951234` bila itu nomornya",
        ),
    ]


def test_a_new_entry_needs_all_that_must_be_there() -> None:
    plan = shops_from([["Nama Usaha", "Alamat"], ["Toko Mekar", None]])
    assert told(only(plan)) == [
        (
            "Lembar1!A2",
            "kolom `jenis` belum ada, padahal wajib untuk entri baru (`Toko Mekar`)",
            "tambahkan kolom berjudul `jenis` dan isi dengan salah satu: koperasi, grosir, toko, bengkel",
        ),
        (
            "Lembar1!A2",
            "kolom `kategori` belum ada, padahal wajib untuk entri baru (`Toko Mekar`)",
            "tambahkan kolom berjudul `kategori` dan isi",
        ),
        ("Lembar1!B2", "`alamat` untuk `Toko Mekar` belum diisi, padahal wajib", "isi selnya"),
    ]


def test_a_sheet_may_hold_only_what_has_changed() -> None:
    before = edited("Kludan 3", "Kludan 3")
    plan = shops_from([["nama", "wa"], ["TOKO MEKAR", "0813-9999-000"]], before)
    assert [(c.field, c.old, c.new) for c in only(plan).changes] == [("wa", "0812-3456-789", "0813-9999-000")]


def test_a_value_beside_a_comment_that_would_be_lost_is_left_to_a_person() -> None:
    before = edited("kategori: [dompet]", "kategori:\n  - dompet # utama")
    plan = shops_from([HEAD[:3], [*MEKAR[:2], "Tas"]], before)
    assert [(held.field, held.here, held.sheet, held.why) for held in only(plan).held] == [
        ("kategori", "[dompet]", "[tas]", "by-hand")
    ]


def test_rows_and_sheets_that_are_hidden_are_told() -> None:
    plan = plan_of("a.xlsx", xlsx([HEAD, MEKAR], hidden=[2]), Kind.SHOPS, sources())
    assert warnings(plan) == [("Lembar1", "baris tersembunyi ikut dibaca: 2")]
    assert statuses(plan) == [("Toko Mekar", "new")]


def test_columns_that_are_hidden_are_told() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEAD, MEKAR):
        sheet.append(row)
    sheet.column_dimensions["B"].hidden = True
    sheet.column_dimensions["Z"].hidden = True  # holds nothing
    plan = plan_of("a.xlsx", saved(book), Kind.SHOPS, sources())
    assert warnings(plan) == [("Sheet", "kolom tersembunyi ikut dibaca: B")]


def test_numbers_of_mobile_phones_are_on_whatsapp_only_if_the_office_says_so() -> None:
    plan = shops_from([[*HEAD[:4], "No. HP"], [*MEKAR[:4], "0812-3456-789"]])
    assert "telepon: 0812-3456-789" in written(plan, "content/shops/toko-mekar.md")
    assert warnings(plan) == [("Lembar1!E1", "nomor di kolom `No. HP` dipakai sebagai telepon")]
    marked = shops_from([[*HEAD[:4], "No. HP"], [*MEKAR[:4], "0812-3456-789 (WA)"]])
    assert "wa: 0812-3456-789" in written(marked, "content/shops/toko-mekar.md")


def test_a_sheet_without_headers_is_refused() -> None:
    with pytest.raises(ContentRefused) as caught:
        shops_from([["a", "b"], ["c", "d"]])
    assert [problem.key for problem in caught.value.problems] == [
        "sheet-note.no-header",
        "sheet-file.no-names",
    ]


def test_products_find_their_shop_by_its_name() -> None:
    rows: Rows = [
        ["Nama Produk", "Nama Usaha", "Kategori", "Bahan", "Harga (Rp)", "Berat (ton)"],
        ["Dompet Lipat", "Koperasi Intako", "Dompet", "Kulit sapi", "Rp. 250.000,-", 1],
        ["Tas Pasar", "Intako", "Tas", "kanvas, kulit", 150000, 1],
        ["Tas Mini", "Toko Antah", "Tas", "kanvas", 250, 1],
        ["Tas Kecil", "Intako", "Tas", "kanvas", 250, 1],
    ]
    plan = plan_of("a.xlsx", xlsx(rows), Kind.PRODUCTS, sources())
    assert written(plan, "content/products/dompet-lipat.md") == (
        "---\nnama: Dompet Lipat\nkategori: dompet\nbahan: [kulit]\ntoko: intako\nharga: 250.000\n---\n"
    )
    assert "harga: 150.000" in written(plan, "content/products/tas-pasar.md")
    assert [(place, advice) for outcome in plan.outcomes for place, _, advice in told(outcome)] == [
        ("Lembar1!B4", "impor tokonya dulu (`content/shops/toko-antah.md`), atau betulkan namanya"),
        ("Lembar1!E4", "tulis harganya lengkap, misalnya `95.000` untuk sembilan puluh lima ribu"),
        ("Lembar1!E5", "tulis harganya lengkap, misalnya `95.000` untuk sembilan puluh lima ribu"),
    ]
    assert warnings(plan) == [
        ("Lembar1!F1", "kolom `Berat (ton)` tidak menyebut satuannya, jadi tidak diimpor")
    ]


def test_events_have_days_in_words() -> None:
    rows: Rows = [
        ["Nama Acara", "Tanggal Mulai", "Tanggal Selesai", "Tempat"],
        ["Pekan Kulit", "1 Mei 2026", "3 Mei 2026", "Taman"],
        ["Pasar Malam", "01/05/2026", None, None],
    ]
    plan = plan_of("a.xlsx", xlsx(rows), Kind.EVENTS, sources())
    assert written(plan, "content/events/pekan-kulit.md") == (
        "---\nnama: Pekan Kulit\nmulai: 2026-05-01\nselesai: 2026-05-03\ntempat_acara: Taman\n---\n"
    )
    assert (
        written(plan, "content/events/pasar-malam.md") == "---\nnama: Pasar Malam\nmulai: 2026-05-01\n---\n"
    )


def test_the_table_for_people() -> None:
    lama = ["Toko Lama", "Toko", "Tas", "Jl. Lama 1", None]
    before = after(sources(), shops_from([HEAD, lama]))
    rows: Rows = [HEAD, MEKAR, [*lama[:3], "Jl. Dahlia 2", None], [None, "Toko", "Tas", "X", None]]
    plan = shops_from(rows, before)
    assert (
        plan_text(plan, "en")
        == """\
umkm.xlsx → shops

NEW (1)
  Toko Mekar  Lembar1!A2  content/shops/toko-mekar.md
      nama      Toko Mekar
      jenis     toko
      kategori  [dompet]
      alamat    Kludan 3
      wa        0812-3456-789

CHANGED (1)
  Toko Lama   Lembar1!A3  content/shops/toko-lama.md
      alamat  Jl. Lama 1 → Jl. Dahlia 2  (Lembar1!D3)

REFUSED (1)
  Lembar1!A4  this row has no name
      → fill in the name, or delete the row if it holds no entry

UNCHANGED: 0"""
    )


def test_the_object_for_programs() -> None:
    import json

    plan = shops_from([[*HEAD, "Catatan"], [*MEKAR, "x"], ["Toko B", "UKM", "Tas", "X", None, None]])
    found: dict[str, Any] = json.loads(plan_json(plan, "en", written=False))
    assert {name: found[name] for name in ("kind", "written", "changed", "unchanged", "conflicts")} == {
        "kind": "shops", "written": False, "changed": [], "unchanged": [], "conflicts": [],
    }  # fmt: skip
    assert [(entry["id"], entry["cell"]) for entry in found["new"]] == [("toko-mekar", "Lembar1!A2")]
    assert found["refused"] == [
        {
            "name": "Toko B",
            "code": "choice-unknown",
            "cell": "Lembar1!B3",
            "value": "UKM",
            "reason": "`Jenis` can't be `UKM`",
            "hint": "choose one of: koperasi, grosir, toko, bengkel",
        }
    ]
    assert [warning["cell"] for warning in found["warnings"]] == ["Lembar1!F1", "Lembar1!F2"]


CELLS = st.one_of(
    st.none(),
    st.integers(0, 10**13),
    st.sampled_from(
        [
            "Toko",
            "UKM",
            "Dompet",
            "Tas, Dompet",
            "0812-3456-789 (WA)",
            "-",
            "Toko Mekar",
            "Koperasi Intako",
            "#REF!",
        ]
    ),
    st.text("aZ09 .:#-/\"'é楽", max_size=12),
)


@given(st.lists(st.lists(CELLS, min_size=5, max_size=5), max_size=6))
@example([["Toko", None, None, None, None], ["Toko", None, None, None, None]])
@settings(max_examples=40, deadline=None)
def test_every_row_is_imported_or_refused_or_left_out_and_a_second_run_changes_nothing(rows: Rows) -> None:
    before = sources()
    data = csv([HEAD, *rows])
    plan = plan_of("a.csv", data, Kind.SHOPS, before)
    filled = {
        f"{place}"
        for place, row in enumerate(rows, start=2)
        if any(value is not None and str(value).strip() for value in row)
    }
    rows_told = [outcome.cell.lstrip("ABCDE") for outcome in plan.outcomes]
    rows_told += [f"{row.number}" for row in plan.passed]
    rows_told += [note.at.path.lstrip("ABCDE") for note in plan.notes if note.code == "row-same"]
    assert sorted(rows_told) == sorted(filled)
    for outcome in plan.outcomes:
        assert (outcome.status is Status.REFUSED) == bool(outcome.problems)
        assert all(problem.at.path[0] in "ABCDE" for problem in outcome.problems)
    assert plan_of("a.csv", data, Kind.SHOPS, after(before, plan)).writes == ()
