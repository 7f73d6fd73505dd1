"""Whole spreadsheets, as messy as offices make them, to what an import would do."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.importing.plan import ImportPlan, Outcome, Status
from site_builder.importing.run import plan_of
from site_builder.importing.showing import plan_json, plan_text, reason_and_advice
from site_builder.names import Kind, SourcePath
from site_builder.problems import ContentRefused
from tests.support.spreadsheets import Rows, after, csv, ods, shops_from, sources, told, xlsx

HEAD = ["Nama Usaha", "Jenis", "Kategori", "Alamat", "No. HP/WA"]
MEKAR = ["Toko Mekar", "Toko", "Dompet", "Kludan 3", "0812-3456-789 (WA)"]
INTAKO = ["Koperasi Intako", "Koperasi", "Dompet, Tas", "Jl. Utama No. 27", None]


def only(plan: ImportPlan) -> Outcome:
    (outcome,) = plan.outcomes
    return outcome


def written(plan: ImportPlan, path: str) -> str:
    return next(write.after.decode() for write in plan.writes if write.path == path)


def statuses(plan: ImportPlan) -> list[tuple[str, str]]:
    return [(outcome.name, str(outcome.status)) for outcome in plan.outcomes]


def warnings(plan: ImportPlan) -> list[tuple[str, str]]:
    return [(note.at.path, reason_and_advice(note, "id")[0]) for note in plan.notes]


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
    assert warnings(plan) == [("Lembar1!I4", "kolom `Kecamatan` tidak dikenal, jadi tidak diimpor")]
    assert [(o.name, str(o.status), o.cell) for o in plan.outcomes] == [
        ("Toko Mekar", "new", "Lembar1!B6"),
        ("Bengkel Sri", "new", "Lembar1!B8"),
        ("2", "refused", "Lembar1!B11"),
    ]


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
    before = after(sources(), shops_from([HEAD, INTAKO]))
    row = [*INTAKO[:3], "Jl. Utama No. 27A", None]
    plan = shops_from([HEAD, row], before)
    (change,) = only(plan).changes
    assert (change.field, change.old, change.new, change.cell) == (
        "alamat", "Jl. Utama No. 27", "Jl. Utama No. 27A", "Lembar1!D2",
    )  # fmt: skip
    old = before[SourcePath("content/shops/intako.md")].decode()
    assert written(plan, "content/shops/intako.md") == old.replace("No. 27", "No. 27A")


def test_a_second_run_changes_nothing() -> None:
    before = sources()
    rows: Rows = [HEAD, MEKAR, INTAKO]
    first = shops_from(rows, before)
    again = shops_from(rows, after(before, first))
    assert first.writes and again.writes == ()
    assert statuses(again) == [("Toko Mekar", "unchanged"), ("Koperasi Intako", "unchanged")]


def edited(old: str, new: str) -> dict[SourcePath, bytes]:
    """Import two shops, then let an editor change a text of one of them."""
    before = sources()
    files = after(before, shops_from([HEAD, MEKAR, INTAKO], before))
    path = SourcePath("content/shops/toko-mekar.md")
    assert old.encode() in files[path]
    return {**files, path: files[path].replace(old.encode(), new.encode())}


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
            "`jenis` untuk `Toko Mekar` belum diisi, padahal wajib",
            "isi kolom `jenis` dengan salah satu: koperasi, grosir, toko, bengkel",
        ),
        (
            "Lembar1!A2",
            "kolom `kategori` belum ada, padahal wajib untuk entri baru (`Toko Mekar`)",
            "tambahkan kolom berjudul `kategori` dan isi",
        ),
        ("Lembar1!A2", "`alamat` untuk `Toko Mekar` belum diisi, padahal wajib", "isi selnya"),
    ]


def test_a_sheet_may_hold_only_what_has_changed() -> None:
    before = after(sources(), shops_from([["nama", "telp"], ["Koperasi Intako", "031-8951234"]]))
    plan = shops_from([["nama", "telp"], ["KOPERASI INTAKO", "031-8950000"]], before)
    assert [(c.field, c.old, c.new) for c in only(plan).changes] == [
        ("telepon", "031-8951234", "031-8950000")
    ]


def test_a_value_beside_a_comment_that_would_be_lost_is_left_to_a_person() -> None:
    before = after(sources(), shops_from([["Nama", "Kategori"], ["Koperasi Intako", "Dompet, Tas"]]))
    plan = shops_from([["Nama", "Kategori"], ["Koperasi Intako", "Tas"]], before)
    assert [(held.field, held.here, held.sheet, held.why) for held in only(plan).held] == [
        ("kategori", "[dompet, tas]", "[tas]", "by-hand")
    ]


def test_rows_and_sheets_that_are_hidden_are_told() -> None:
    plan = plan_of("a.xlsx", xlsx([HEAD, MEKAR], hidden=[2]), Kind.SHOPS, sources())
    assert warnings(plan) == [("Lembar1", "baris tersembunyi ikut dibaca: 2")]
    assert statuses(plan) == [("Toko Mekar", "new")]


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
        ["Nama Produk", "Nama Usaha", "Kategori", "Bahan", "Harga (Rp)", "Berat (kg)"],
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
        ("Lembar1!E5", "tulis `250.000` di sel itu"),
    ]
    assert warnings(plan) == [("Lembar1!F1", "kolom `Berat (kg)` tidak dikenal, jadi tidak diimpor")]


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
    assert [(place, advice) for place, _, advice in told(plan.outcomes[1])] == [
        ("Lembar1!B3", "tulis `2026-05-01` di sel itu")
    ]


def test_the_table_for_people() -> None:
    before = after(sources(), shops_from([HEAD, INTAKO]))
    rows: Rows = [HEAD, MEKAR, [*INTAKO[:3], "Jl. Baru", None], [None, "Toko", "Tas", "X", None]]
    plan = shops_from(rows, before)
    assert (
        plan_text(plan, "en")
        == """\
umkm.xlsx → shops

NEW (1)
  Toko Mekar       Lembar1!A2  content/shops/toko-mekar.md
      nama      Toko Mekar
      jenis     toko
      kategori  [dompet]
      alamat    Kludan 3
      wa        0812-3456-789

CHANGED (1)
  Koperasi Intako  Lembar1!A3  content/shops/intako.md
      alamat  Jl. Utama No. 27 → Jl. Baru  (Lembar1!D3)

REFUSED (1)
  Lembar1!B4  this row has no name
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
    assert [warning["cell"] for warning in found["warnings"]] == ["Lembar1!F1"]


def held_of(outcome: Outcome) -> list[tuple[str, str, str, str]]:
    return [(held.field, held.here, held.sheet, held.why) for held in outcome.held]


def codes(outcome: Outcome) -> list[str]:
    return [problem.key for problem in outcome.problems]


def test_the_first_import_over_an_entry_written_by_hand_overwrites_nothing() -> None:
    """Nobody knows which is right; later changes of the sheet are told apart from what it said first."""
    first = shops_from([HEAD, [*INTAKO[:3], "Jl. Lama 1", None]])
    assert (only(first).status, held_of(only(first))) == (
        Status.UNCHANGED,
        [("alamat", "Jl. Utama No. 27", "Jl. Lama 1", "unsure")],
    )
    assert [write.path for write in first.writes] == ["content/.imported/shops.json"]
    files = after(sources(), first)
    again = shops_from([HEAD, [*INTAKO[:3], "Jl. Lama 1", None]], files)
    assert (again.writes, held_of(only(again))) == (
        (),
        [("alamat", "Jl. Utama No. 27", "Jl. Lama 1", "kept")],
    )
    moved = shops_from([HEAD, [*INTAKO[:3], "Jl. Lama 2", None]], files)
    assert held_of(only(moved)) == [("alamat", "Jl. Utama No. 27", "Jl. Lama 2", "conflict")]
    path = SourcePath("content/shops/intako.md")
    agreed = {**files, path: files[path].replace(b"Jl. Utama No. 27", b"Jl. Lama 1")}
    taken = shops_from([HEAD, [*INTAKO[:3], "Jl. Lama 2", None]], agreed)
    assert [(c.field, c.old, c.new) for c in only(taken).changes] == [("alamat", "Jl. Lama 1", "Jl. Lama 2")]


def test_a_first_import_fills_what_an_entry_does_not_say() -> None:
    plan = shops_from([[*HEAD, "Desa"], [*INTAKO, "Kludan"]])
    assert [(change.field, change.old, change.new) for change in only(plan).changes] == [
        ("desa", "", "Kludan")
    ]


def test_a_new_column_overwrites_nothing() -> None:
    files = after(sources(), shops_from([HEAD, INTAKO]))
    plan = shops_from([[*HEAD, "Telepon"], [*INTAKO, "031-8950000"]], files)
    assert held_of(only(plan)) == [("telepon", "031-8951234", "031-8950000", "unsure")]


def test_without_its_memory_an_import_overwrites_nothing() -> None:
    files = edited("Kludan 3", "Jl. Kludan 3 (belakang masjid)")
    del files[SourcePath("content/.imported/shops.json")]
    plan = shops_from([HEAD, MEKAR], files)
    assert held_of(only(plan)) == [("alamat", "Jl. Kludan 3 (belakang masjid)", "Kludan 3", "unsure")]
    assert [write.path for write in plan.writes] == ["content/.imported/shops.json"]


def test_headers_that_stand_again_cost_no_row() -> None:
    plan = shops_from([HEAD, MEKAR, HEAD, INTAKO, ["NAMA USAHA *", *HEAD[1:]], ["Toko C", *MEKAR[1:]]])
    assert statuses(plan) == [("Toko Mekar", "new"), ("Koperasi Intako", "unchanged"), ("Toko C", "new")]
    assert warnings(plan) == [("Lembar1!A1", "judul kolom terulang dan dilewati di baris: 3, 5")]


def test_rows_below_other_headers_are_refused_until_the_first_ones_come_again() -> None:
    other = ["Nama Usaha", "Alamat", "Jenis", "Desa", "Kategori"]
    rows: Rows = [HEAD, MEKAR, other, ["Toko B", "Kludan 4", "Toko", "Kludan", "Tas"], HEAD, INTAKO]
    plan = shops_from(rows)
    assert [(o.cell, str(o.status)) for o in plan.outcomes] == [
        ("Lembar1!A2", "new"),
        ("Lembar1!A4", "refused"),
        ("Lembar1!A6", "unchanged"),
    ]
    assert [(place, reason) for place, reason, _ in told(plan.outcomes[1])] == [
        ("Lembar1!A4", "baris ini ada di bawah judul kolom lain (Lembar1!A3)")
    ]


def test_headers_in_two_lines() -> None:
    rows: Rows = [
        ["No", "Nama Usaha", "Jenis", "Kategori", "Alamat", "Kontak", None],
        ["No", "Nama Usaha", "Jenis", "Kategori", "Alamat", "WA", "Telepon"],
        [1, "Toko Mekar", "Toko", "Dompet", "Kludan 3", "0812-3456-789", "031-8951234"],
    ]
    plan = shops_from(rows)
    assert "wa: 0812-3456-789\ntelepon: 031-8951234" in written(plan, "content/shops/toko-mekar.md")


def test_words_in_the_column_of_numbers_are_a_row_too() -> None:
    plan = shops_from([["No", *HEAD], [1, *MEKAR], ["Ket: data sementara"], [2]])
    assert [(o.cell, codes(o)) for o in plan.outcomes] == [
        ("Lembar1!B2", []),
        ("Lembar1!A3", ["row-name"]),
    ]


def test_an_entry_of_another_name_is_not_taken_over_for_its_id() -> None:
    plan = shops_from([HEAD, ["Intako", *MEKAR[1:]]])
    assert told(only(plan)) == [
        (
            "Lembar1!A2",
            "nama berkas untuk `Intako` (`intako`) sudah dipakai entri `Koperasi Intako`",
            "isi kolom `ID` dengan nama berkas lain, misalnya `intako-2`",
        )
    ]


PRODUCT_HEAD = ["Nama Produk", "Nama Usaha", "Kategori", "Bahan", "Harga"]


def product(name: str, shop: str = "") -> str:
    line = f"toko: {shop}\n" if shop else ""
    return f"---\nnama: {name}\nkategori: dompet\nbahan: [kulit]\n{line}harga: 250.000\n---\n"


@pytest.mark.parametrize(
    ("files", "status", "found"),
    [
        ({"content/products/dompet.md": product("Dompet", "lain")}, "new", "dompet-intako"),
        ({"content/products/dompet.md": product("Dompet")}, "refused", "row-id-taken"),
        (
            {
                "content/products/dompet.md": product("Dompet", "lain"),
                "content/products/dompet-intako.md": product("Ikat", "intako"),
            },
            "refused",
            "row-id-taken",
        ),
        ({"content/products/x.md": product("Dompet", "intako")}, "unchanged", "x"),
    ],
)
def test_products_of_one_name(files: dict[str, str], status: str, found: str) -> None:
    rows: Rows = [PRODUCT_HEAD, ["Dompet", "Intako", "Dompet", "Kulit", "250.000"]]
    outcome = only(plan_of("a.xlsx", xlsx(rows), Kind.PRODUCTS, sources(**files)))
    assert (str(outcome.status), outcome.id or outcome.problems[0].code) == (status, found)


def test_a_list_of_products_without_shops_finds_them_by_their_name() -> None:
    files = sources(**{"content/products/x.md": product("Dompet", "intako")})
    rows: Rows = [["Nama Produk", "Satuan"], ["Dompet", "buah"]]
    assert only(plan_of("a.xlsx", xlsx(rows), Kind.PRODUCTS, files)).id == "x"


def test_ids_that_only_count_are_numbers_of_rows() -> None:
    plan = shops_from([["ID", *HEAD], [1, *MEKAR], [2, *INTAKO]])
    assert [(o.id, str(o.status)) for o in plan.outcomes] == [("toko-mekar", "new"), ("intako", "unchanged")]
    assert warnings(plan) == [("Lembar1!A1", "kolom `ID` hanya berisi angka, jadi dianggap nomor urut")]


@pytest.mark.parametrize(
    ("given", "row", "code"),
    [
        ("intako", MEKAR, "row-id-other"),
        ("intako-baru", INTAKO, "row-id-other.name"),
        ("7", MEKAR, "row-id.number"),
    ],
)
def test_an_id_that_contradicts_the_name_is_refused(given: str, row: list[object], code: str) -> None:
    plan = shops_from([["ID", *HEAD], [given, *row], ["lain", "Toko Lain", *MEKAR[1:]]])
    assert codes(plan.outcomes[0]) == [code]


def test_an_id_that_contradicts_what_is_remembered_is_refused() -> None:
    files = edited("nama: Toko Mekar", "nama: Mekar Jaya")
    plan = shops_from([["ID", *HEAD], ["mekar-2", *MEKAR]], files)
    assert codes(only(plan)) == ["row-id-other.name"]


def test_while_a_file_cannot_be_read_nothing_is_made_anew() -> None:
    files = sources(**{"content/shops/rusak.md": "---\nnama: [\n---\n"})
    plan = shops_from([HEAD, MEKAR, INTAKO], files)
    assert [codes(outcome) for outcome in plan.outcomes] == [["row-unread.new"], []]
    assert "content/shops/rusak.md" in told(plan.outcomes[0])[0][1]


def test_in_the_place_of_a_link_nothing_is_made() -> None:
    links = [SourcePath("content/shops/toko-mekar.md")]
    plan = plan_of("a.xlsx", xlsx([HEAD, MEKAR, ["Toko B", *MEKAR[1:]]]), Kind.SHOPS, sources(), links)
    assert [codes(outcome) for outcome in plan.outcomes] == [["row-unread.link"], ["row-unread.new"]]


@pytest.mark.parametrize("row", [MEKAR, ["Mekar Abadi", *MEKAR[1:]]])
@pytest.mark.parametrize("given", [None, "toko-mekar", "mekar-9"])
def test_an_entry_that_an_editor_deleted_is_not_made_anew(row: list[object], given: str | None) -> None:
    files = edited("Kludan 3", "Kludan 3")
    del files[SourcePath("content/shops/toko-mekar.md")]
    if given == "mekar-9" and row != MEKAR:
        return  # an id and a name that nobody has heard of
    plan = shops_from([[*HEAD, "ID"], [*row, given], [*INTAKO, None]], files)
    outcome = plan.outcomes[0]
    assert (outcome.id, outcome.status) == ("toko-mekar", Status.UNCHANGED)
    assert held_of(outcome) == [("nama", "", row[0], "deleted")]
    assert plan.writes == ()


def test_a_file_that_an_editor_renamed_is_found_by_its_name() -> None:
    files = edited("Kludan 3", "Kludan 3")
    files[SourcePath("content/shops/mekar.md")] = files.pop(SourcePath("content/shops/toko-mekar.md"))
    assert (only(shops_from([HEAD, MEKAR], files)).id, only(shops_from([HEAD, MEKAR], files)).held) == (
        "mekar",
        (),
    )


def test_an_address_alone_does_not_make_a_row_a_renamed_entry() -> None:
    head = HEAD[:4]
    files = after(sources(), shops_from([head, MEKAR[:4]]))
    plan = shops_from([head, ["Toko Baru", *MEKAR[1:4]]], files)
    assert (only(plan).id, only(plan).status) == ("toko-baru", Status.NEW)


def test_a_sample_is_not_changed_by_an_import() -> None:
    text = "---\nnama: Toko Mekar\njenis: toko\nkategori: [dompet]\nalamat: X\ncontoh: ya\n---\n"
    plan = shops_from([HEAD, MEKAR], sources(**{"content/shops/toko-mekar.md": text}))
    assert codes(only(plan)) == ["row-sample"]


def test_what_belongs_to_the_site_is_not_taken_from_a_sheet() -> None:
    head = [*HEAD, "Urutan", "Contoh", "Draf"]
    plan = shops_from([head, [*MEKAR, 1, "ya", "ya"]])
    assert [place for place, _ in warnings(plan)] == ["Lembar1!F1", "Lembar1!G1", "Lembar1!H1"]
    assert written(plan, "content/shops/toko-mekar.md").endswith("wa: 0812-3456-789\n---\n")


EVENT_HEAD = ["Nama Acara", "Tanggal Mulai", "Tanggal Selesai"]


@pytest.mark.parametrize(
    ("days", "status"),
    [
        (("2026-06-10", "2026-06-12"), "changed"),
        (("2026-06-10", "2026-06-09"), "refused"),
    ],
)
@pytest.mark.parametrize("ends", ["2026-05-03", "2026-04-30"])
def test_days_that_both_move_are_judged_on_the_new_pair(
    days: tuple[str, str], status: str, ends: str
) -> None:
    event = f"---\nnama: Pekan Kulit\nmulai: 2026-05-01\nselesai: {ends}\n---\n"
    memory = (
        '{"pekan-kulit": {"file": "a", "cell": "A2", "row": "pekan-kulit", '
        f'"fields": {{"starts": "2026-05-01", "ends": "{ends}"}}}}}}'
    )
    files = sources(**{"content/events/pekan-kulit.md": event, "content/.imported/events.json": memory})
    plan = plan_of("a.xlsx", xlsx([EVENT_HEAD, ["Pekan Kulit", *days]]), Kind.EVENTS, files)
    assert str(only(plan).status) == status


@pytest.mark.parametrize(
    ("cell", "advice"),
    [
        ("150rb sampai siang", "tulis angkanya saja, misalnya `250000`"),
        ("15.000/biji", "tulis `15000` di sel itu"),
        ("USD 20", "hitung dalam rupiah, misalnya `250000`"),
        ("150.000-100.000", "tukar kedua harga itu"),
    ],
)
def test_advice_is_what_to_write_in_the_cell(cell: str, advice: str) -> None:
    rows: Rows = [PRODUCT_HEAD, ["Dompet", "Intako", "Dompet", "Kulit", cell]]
    ((_, _, found),) = told(only(plan_of("a.xlsx", xlsx(rows), Kind.PRODUCTS, sources())))
    assert found == advice


def test_advice_on_years_and_numbers_has_no_line_of_a_file() -> None:
    head = [*HEAD, "Tahun Berdiri"]
    row = [*MEKAR[:4], "0812-3456-789 / 0857-3301-2211", "2010-an"]
    assert [advice for _, _, advice in told(only(shops_from([head, row])))] == [
        "tulis empat angka, misalnya `1976`",
        "tulis `0812-3456-789` di sel itu",
    ]


def test_a_range_of_prices_is_written_in_a_cell_as_people_write_it() -> None:
    rows: Rows = [PRODUCT_HEAD, ["Dompet", "Intako", "Dompet", "Kulit", "100.000-150.000"]]
    plan = plan_of("a.xlsx", xlsx(rows), Kind.PRODUCTS, sources())
    assert "harga: {terendah: 100.000, tertinggi: 150.000}" in written(plan, "content/products/dompet.md")


def test_a_memory_with_what_no_import_writes_is_refused() -> None:
    memory = '{"intako": {"file": "a", "cell": "A2", "row": "koperasi-intako", "fields": {"since": 1998}}}'
    with pytest.raises(ContentRefused) as caught:
        shops_from([HEAD, INTAKO], sources(**{"content/.imported/shops.json": memory}))
    assert [problem.code for problem in caught.value.problems] == ["import-memory"]


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
@settings(max_examples=40, deadline=None)
def test_every_row_is_imported_or_refused_with_its_cell_and_a_second_run_changes_nothing(rows: Rows) -> None:
    before = sources()
    data = csv([HEAD, *rows])
    plan = plan_of("a.csv", data, Kind.SHOPS, before)
    filled = {
        f"{place}"
        for place, row in enumerate(rows, start=2)
        if any(value is not None and str(value).strip() for value in row)
    }
    assert {outcome.cell.lstrip("ABCDE") for outcome in plan.outcomes} == filled
    for outcome in plan.outcomes:
        assert (outcome.status is Status.REFUSED) == bool(outcome.problems)
        assert all(problem.at.path[0] in "ABCDE" for problem in outcome.problems)
    assert plan_of("a.csv", data, Kind.SHOPS, after(before, plan)).writes == ()
