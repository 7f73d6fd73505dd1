"""Nothing that an editor has written or deleted is undone by an import."""

from __future__ import annotations

import pytest

from site_builder.importing.entries.plan import Status
from site_builder.importing.run import plan_of
from site_builder.names import Kind, SourcePath
from site_builder.problems import ContentRefused
from tests.support.plans import HEAD, INTAKO, MEKAR, codes, edited, held_of, neighbour, only, written
from tests.support.spreadsheets import Rows, after, csv, shops_from, sources, told, xlsx


def test_the_first_import_over_an_entry_written_by_hand_overwrites_nothing() -> None:
    """Nobody knows which is right; later changes of the sheet are told apart from what it said first.

    What an editor writes stays the editor's, also where it is what the sheet said.
    """
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
    later = shops_from([HEAD, [*INTAKO[:3], "Jl. Lama 2", None]], agreed)
    assert held_of(only(later)) == [("alamat", "Jl. Lama 1", "Jl. Lama 2", "unsure")]


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


def test_an_entry_of_another_name_is_not_taken_over_for_its_id() -> None:
    plan = shops_from([HEAD, ["Intako", *MEKAR[1:]]])
    assert told(only(plan)) == [
        (
            "Lembar1!A2",
            "`Intako` mungkin sama dengan entri `Koperasi Intako` (`intako`)",
            (
                "bila memang sama, isi kolom `ID` dengan `intako`; "
                "bila usaha lain, isi kolom `ID` dengan nama berkas lain, misalnya `intako-2`"
            ),
        )
    ]


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
    plan = plan_of("a.xlsx", xlsx([HEAD, MEKAR, neighbour("Toko B")]), Kind.SHOPS, sources(), links)
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


def test_a_memory_with_what_no_import_writes_is_refused() -> None:
    memory = '{"intako": {"file": "a", "cell": "A2", "row": "koperasi-intako", "fields": {"since": 1998}}}'
    with pytest.raises(ContentRefused) as caught:
        shops_from([HEAD, INTAKO], sources(**{"content/.imported/shops.json": memory}))
    assert [problem.code for problem in caught.value.problems] == ["import-memory"]


def test_a_row_that_names_its_id_may_have_a_new_name_if_nothing_else_is_new() -> None:
    head = ["ID", "Nama Produk", "Kategori", "Bahan", "Berat (gram)"]
    row = ["dompet-lipat", "Dompet lipat", "dompet", "kulit", "120"]
    files = after(sources(), plan_of("a.csv", csv([head, row]), Kind.PRODUCTS, sources()))
    renamed = [row[0], "Dompet tiga", *row[2:]]
    plan = plan_of("a.csv", csv([head, renamed]), Kind.PRODUCTS, files)
    assert [(change.field, change.new) for change in only(plan).changes] == [("nama", "Dompet tiga")]
    other = [row[0], "Dompet tiga", "tas", *row[3:]]
    assert codes(only(plan_of("a.csv", csv([head, other]), Kind.PRODUCTS, files))) == ["row-id-other"]


def test_a_village_with_and_without_its_title_is_the_same() -> None:
    text = "---\nnama: Toko Mekar\njenis: toko\nkategori: [dompet]\nalamat: X\ndesa: Desa Kludan\n---\n"
    files = sources(**{"content/shops/toko-mekar.md": text})
    outcome = only(shops_from([["Nama Usaha", "Desa"], ["Toko Mekar", "Ds. Kludan"]], files))
    assert (outcome.status, outcome.held) == (Status.UNCHANGED, ())


def test_an_emptied_cell_is_told_by_its_own_address() -> None:
    wide, row = [*HEAD, "Email"], [*MEKAR, "a@b.id"]
    files = after(sources(), shops_from([wide, row]))
    (held,) = only(shops_from([wide, MEKAR], files)).held
    assert (held.field, held.cell, str(held.why)) == ("surel", "Lembar1!F2", "emptied")


def test_capitals_alone_are_no_difference() -> None:
    plan = shops_from([HEAD, [*INTAKO[:3], "JL. UTAMA NO. 27", None]])
    assert (str(only(plan).status), held_of(only(plan))) == ("unchanged", [])


def test_rows_with_one_merged_name_name_each_other() -> None:
    rows: Rows = [HEAD, MEKAR, [None, *MEKAR[1:3], "Jl. Lain 9", None]]
    plan = plan_of("a.xlsx", xlsx(rows, merged=["A2:A3"]), Kind.SHOPS, sources())
    assert [(one.problems[0].at.path, one.problems[0].values["cells"]) for one in plan.outcomes] == [
        ("Lembar1!A2", "Lembar1!A3"),
        ("Lembar1!A3", "Lembar1!A2"),
    ]


def test_a_header_whose_groups_are_spaced_out_is_read() -> None:
    head = [["N A M A", None, "Jenis", "Kategori", "A L A M A T", None]]
    rows = [*head, ["PERUSAHAAN", "PEMILIK", None, None, "JALAN", "DESA"]]
    row = ["UD. Rejeki", "Bu Umi", "Toko", "DOMPET DAN TAS", "Jl. Mawar 3", "KLUDAN"]
    whole: Rows = [*rows, row]
    data = xlsx(whole, merged=["A1:B1", "E1:F1", "C1:C2", "D1:D2"])
    plan = plan_of("a.xlsx", data, Kind.SHOPS, sources())
    text = written(plan, "content/shops/ud-rejeki.md")
    assert "kategori: [dompet, tas]" in text
    assert "alamat: Jl. Mawar 3" in text
    assert "Umi" not in text
