"""What is not clear in a list is refused or told; every row has an outcome."""

from __future__ import annotations

import pytest
from msgspec import structs

from site_builder.importing.entries.origins import read_origins
from site_builder.importing.run import plan_of
from site_builder.importing.showing import plan_text
from site_builder.names import Kind
from site_builder.problems import Problem
from tests.support.plans import HEAD, INTAKO, MEKAR, codes, neighbour, only, statuses, warnings, written
from tests.support.spreadsheets import Rows, shops_from, sources, told, xlsx


def test_headers_that_stand_again_cost_no_row() -> None:
    plan = shops_from([HEAD, MEKAR, HEAD, INTAKO, ["NAMA USAHA *", *HEAD[1:]], neighbour("Toko C")])
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


@pytest.mark.parametrize(
    ("other", "status"),
    [(["Toko Mekar", None], "new"), (["Toko Sri", None], "refused"), ([None, "Jl. Lain"], "refused")],
)
def test_a_row_whose_columns_contradict_each_other_is_refused(other: list[object], status: str) -> None:
    """A list of owners has their names and home addresses beside those of their shops."""
    outcome = only(shops_from([[*HEAD, "Nama Usaha", "Alamat Usaha"], [*MEKAR, *other]]))
    assert (str(outcome.status), codes(outcome)) == (status, ["row-columns"] if status == "refused" else [])


def test_headers_in_two_lines() -> None:
    rows: Rows = [
        ["No", "Nama Usaha", "Jenis", "Kategori", "Alamat", "Kontak", None],
        ["No", "Nama Usaha", "Jenis", "Kategori", "Alamat", "WA", "Telepon"],
        [1, "Toko Mekar", "Toko", "Dompet", "Kludan 3", "0812-3456-789", "031-8951234"],
    ]
    plan = shops_from(rows)
    assert "wa: 0812-3456-789\ntelepon: 031-8951234" in written(plan, "content/shops/toko-mekar.md")


def test_words_in_the_column_of_numbers_are_told_too() -> None:
    plan = shops_from([["No", *HEAD], [1, *MEKAR], ["Ket: data sementara"], [2]])
    assert [(o.cell, codes(o)) for o in plan.outcomes] == [("Lembar1!B2", [])]
    assert [(row.cell.at, str(row.reason)) for row in plan.passed] == [
        ("Lembar1!A3", "note"),
        ("Lembar1!A4", "numbers"),
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
    plan = shops_from([["ID", *HEAD], [given, *row], ["lain", *neighbour("Toko Lain")]])
    assert codes(plan.outcomes[0]) == [code]


def test_what_belongs_to_the_site_is_not_taken_from_a_sheet() -> None:
    head = [*HEAD, "Urutan", "Contoh", "Draf"]
    plan = shops_from([head, [*MEKAR, 1, "ya", "ya"]])
    assert [place for place, _ in warnings(plan)] == [
        *("Lembar1!F1", "Lembar1!G1", "Lembar1!H1"),
        *("Lembar1!G2", "Lembar1!H2"),
    ]
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
        f'"fields": {{"starts": "2026-05-01", "ends": "{ends}"}}, "lists": {{"starts": "a", "ends": "a"}}}}}}'
    )
    files = sources(**{"content/events/pekan-kulit.md": event, "content/.imported/events.json": memory})
    plan = plan_of("a.xlsx", xlsx([EVENT_HEAD, ["Pekan Kulit", *days]]), Kind.EVENTS, files)
    assert str(only(plan).status) == status


@pytest.mark.parametrize(
    ("cell", "advice"),
    [
        (
            "150rb sampai siang",
            "tulis harga yang dibayar pembeli sekarang, angkanya saja; belum ada? kosongkan selnya",
        ),
        (
            "USD 20",
            (
                "hitung dalam rupiah, lalu tulis angkanya saja; "
                "atau kosongkan selnya dan sebut harga itu di teksnya"
            ),
        ),
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
    alone = (
        "sisakan satu nomor di sel itu, yang memang untuk pembeli; "
        "nomor usaha yang lain ditulis di kolom `Telepon` atau `WhatsApp`"
    )
    assert [advice for _, _, advice in told(only(shops_from([head, row])))] == [
        "tulis empat angka, seperti 1998; belum pasti? kosongkan selnya",
        alone,
    ]


def test_a_year_beside_words_is_offered_on_a_condition() -> None:
    head = [*HEAD, "Tahun Berdiri"]
    assert [advice for _, _, advice in told(only(shops_from([head, [*MEKAR[:5], "1998-an"]])))] == [
        "tulis `1998` di sel itu bila itu tahunnya; belum pasti? kosongkan selnya"
    ]


def test_a_range_of_prices_is_written_in_a_cell_as_people_write_it() -> None:
    rows: Rows = [PRODUCT_HEAD, ["Dompet", "Intako", "Dompet", "Kulit", "100.000-150.000"]]
    plan = plan_of("a.xlsx", xlsx(rows), Kind.PRODUCTS, sources())
    assert "harga: {terendah: 100.000, tertinggi: 150.000}" in written(plan, "content/products/dompet.md")


def test_of_many_rows_that_would_be_one_entry_each_names_ten() -> None:
    rows: Rows = [["Toko C", *MEKAR[1:3], f"Jl. Mawar {row}", None] for row in range(12)]
    plan = shops_from([HEAD, *rows[:11]])
    whole = plan.outcomes[0].problems[0].values["cells"]
    assert whole == ", ".join(f"Lembar1!A{row}" for row in range(3, 13))
    plan = shops_from([HEAD, *rows])
    cells = [outcome.problems[0].values["cells"] for outcome in plan.outcomes]
    assert cells[0] == f"{whole}, …"
    assert cells[11] == ", ".join(f"Lembar1!A{row}" for row in range(2, 12)) + ", …"


def test_a_memory_that_no_import_wrote_is_told() -> None:
    deep = b'{"a": {"file": "", "cell": "", "row": "", "fields": {"x": ' + b"[" * 5000 + b"]" * 5000 + b"}}}"
    found = read_origins(Kind.SHOPS, deep)
    assert isinstance(found, Problem)
    assert found.code == "import-memory"


@pytest.mark.parametrize(("given", "meant"), [("CON", "con-1"), ("nul", "nul-1"), ("Toko A", "toko-a")])
def test_an_id_that_is_proposed_is_one_that_is_taken(given: str, meant: str) -> None:
    (problem,) = only(shops_from([["ID", *HEAD], [given, *MEKAR]])).problems
    assert (problem.key, problem.values["suggestion"]) == ("row-id.form", meant)
    assert str(only(shops_from([["ID", *HEAD], [meant, *MEKAR]])).status) == "new"


def test_what_is_told_of_a_cell_stays_on_its_line() -> None:
    plan = shops_from([[*HEAD, "Warna"], [*MEKAR, "x"]])
    note, _ = plan.notes
    broken = structs.replace(note, values=dict.fromkeys(note.values, "Warna\n\nCat"))
    lines = plan_text(structs.replace(plan, notes=(broken,)), "en").split("\n")
    assert [line for line in lines if "Cat" in line] == [line for line in lines if "Warna Cat" in line] != []
