"""An export is a spreadsheet of which an import changes nothing; one changed cell changes one field."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from site_builder.exporting.run import Export, export_of
from site_builder.exporting.workbook import is_untouched
from site_builder.importing.entries.plan import ImportPlan, Status
from site_builder.importing.run import plan_of
from site_builder.importing.sheets.columns import importable, known_headers, meaning
from site_builder.importing.showing import plan_json, reason_and_advice
from site_builder.names import Kind, SourcePath
from site_builder.problems import Problem
from site_builder.spreadsheets.reading import read_spreadsheet
from tests.support.plans import HEAD
from tests.support.programs import ROOT
from tests.support.spreadsheets import after, csv, sources

KINDS = (Kind.SHOPS, Kind.PRODUCTS, Kind.EVENTS)

MEKAR = """\
---
nama: Toko Mekar
jenis: toko
kategori: [dompet, ikat-pinggang]
alamat: -Jl. Raya 5
desa: Kludan
lokasi: {lintang: -7.5069, bujur: 112.7123}
wa: 0812-3456-789
surel: mekar@tanggulangin.example
jam_buka: {senin-kamis: 08.00-16.00, jumat: [08.00-11.00, 13.00-16.00], minggu: tutup}
pembayaran: [tunai]
bahasa: [id, en]
sejak: 1986
---

Teks   yang tetap.
"""
DOMPET = """\
---
nama: {id: Dompet lipat, en: Folding wallet}
kategori: dompet
bahan: [kulit]
toko: toko-mekar
warna: [hitam]
harga: {terendah: 150.000, tertinggi: 250.000}
berat_g: 120
pesanan_minimum: 12
lama_pengerjaan_hari: 7-14
kode_hs: "420231"
incoterm: [FOB, CIF]
siap_ekspor: ya
---
"""
PAMERAN = """\
---
nama: Pameran Kulit
mulai: 2026-05-01 09.00
selesai: 2026-05-03
tempat_acara: Gedung Serba Guna
---
"""
FILES = {
    "content/shops/toko-mekar.md": MEKAR,
    "content/products/dompet-lipat.md": DOMPET,
    "content/events/pameran.md": PAMERAN,
}


def exported(
    kind: Kind, files: Mapping[SourcePath, bytes], language: str = "id", *, samples: bool = False
) -> Export:
    return export_of("kantor.xlsx", kind, files, frozenset(), language, samples=samples)


def imported(data: bytes, kind: Kind, files: Mapping[SourcePath, bytes]) -> ImportPlan:
    return plan_of("dari-kantor.xlsx", data, kind, files)


def table(data: bytes) -> list[list[str]]:
    """Give the first sheet as texts."""
    found = read_spreadsheet("a.xlsx", data)
    assert not isinstance(found, Problem)
    columns = range(len(found[0].rows[0].cells))
    return [[row.cells[n].text if n in row.cells else "" for n in columns] for row in found[0].rows]


def corrected(data: bytes, row: int, header: str, text: str) -> bytes:
    """Change one cell as an office does, in a program that saves the file anew."""
    book = load_workbook(io.BytesIO(data))
    sheet = book.worksheets[0]
    column = next(cell.column for cell in sheet[1] if cell.value == header)
    assert column is not None
    sheet.cell(row, column).value = text
    sheet.cell(row, column).data_type = "s"
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def assert_nothing_changes(export: Export, kind: Kind, files: Mapping[SourcePath, bytes]) -> None:
    plan = imported(export.data, kind, files)
    assert [outcome.status for outcome in plan.outcomes] == [Status.UNCHANGED] * export.entries
    assert [held for outcome in plan.outcomes for held in outcome.held] == []
    assert (plan.notes, plan.writes) == ((), ())


def real_files() -> dict[SourcePath, bytes]:
    """Give the texts of the site, its samples as if offices had written them."""
    files = {}
    for path in sorted((ROOT / "content").glob("*/*.md")):
        data = path.read_bytes().replace(b"\ncontoh: ya\n", b"\n")
        files[SourcePath(path.relative_to(ROOT).as_posix())] = data
    for name in ("site.yaml", "vocabulary.yaml"):
        files[SourcePath(f"content/{name}")] = (ROOT / "content" / name).read_bytes()
    return files


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_an_import_of_an_export_of_the_whole_site_changes_nothing(kind: Kind, language: str) -> None:
    files = real_files()
    export = exported(kind, files, language)
    assert export.entries == sum(
        path.startswith(f"content/{kind}/") and path.count(".") == 1 for path in files
    )
    assert (export.rows_left, export.cells_left, export.unread) == ((), (), ())
    assert_nothing_changes(export, kind, files)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_field_that_a_cell_can_hold_has_a_header_that_an_import_knows(
    kind: Kind, language: str
) -> None:
    files = sources(**FILES)
    (head, *_) = table(exported(kind, files, language).data)
    known = known_headers(kind)
    assert sorted(meaning(header, known) for header in head) == sorted(
        ["id", *(field.name for field in importable(kind))]
    )
    assert meaning(head[0], known) == "id"
    assert meaning(head[1], known) == "name"


def test_cells_are_as_offices_write_them() -> None:
    rows = table(exported(Kind.SHOPS, sources(**FILES)).data)
    mekar = dict(zip(rows[0], rows[2], strict=True))
    assert {header: text for header, text in mekar.items() if text} == {
        "ID": "toko-mekar", "Nama Usaha": "Toko Mekar", "Jenis": "toko", "Kategori": "Dompet, Ikat pinggang",
        "Alamat": "-Jl. Raya 5", "Desa": "Kludan", "Koordinat": "-7.5069, 112.7123",
        "No. WA": "0812-3456-789", "Email": "mekar@tanggulangin.example",
        "Jam Buka": "Senin-Kamis 08.00-16.00; Jumat 08.00-11.00, 13.00-16.00; Minggu tutup",
        "Pembayaran": "Tunai", "Bahasa": "id, en", "Tahun Berdiri": "1986",
    }  # fmt: skip
    rows = table(exported(Kind.PRODUCTS, sources(**FILES), "en").data)
    assert {header: text for header, text in zip(*rows, strict=True) if text} == {
        "ID": "dompet-lipat", "Product name": "Dompet lipat", "Category": "Wallets",
        "Materials": "Cow leather", "Shop": "Toko Mekar", "Colours": "Black", "Price": "150.000 - 250.000",
        "Weight (gram)": "120", "Minimum order": "12", "Lead time (days)": "7-14", "HS code": "420231",
        "Incoterms": "FOB, CIF", "Export ready": "ya",
    }  # fmt: skip


_CORRECTIONS = [
    (Kind.SHOPS, "toko-mekar", "Nama Usaha", "Toko Mekar Jaya", "nama"),
    (Kind.SHOPS, "toko-mekar", "Jenis", "bengkel", "jenis"),
    (Kind.SHOPS, "toko-mekar", "Kategori", "Dompet", "kategori"),
    (Kind.SHOPS, "toko-mekar", "Alamat", "-5 lantai, Jl. Raya", "alamat"),
    (Kind.SHOPS, "toko-mekar", "Koordinat", "-7.5, 112.7", "lokasi"),
    (Kind.SHOPS, "toko-mekar", "No. WA", "0812 3456 780", "wa"),
    (Kind.SHOPS, "toko-mekar", "Telepon", "031-8951234", "telepon"),
    (Kind.SHOPS, "toko-mekar", "Jam Buka", "Setiap hari 08.00-17.00", "jam_buka"),
    (Kind.SHOPS, "toko-mekar", "Tahun Berdiri", "1987", "sejak"),
    (Kind.SHOPS, "intako", "Nama Usaha", "Koperasi Intako Baru", "nama"),
    (Kind.SHOPS, "intako", "Kategori", "Tas", ""),
    (Kind.PRODUCTS, "dompet-lipat", "Harga", "Rp 175.000", "harga"),
    (Kind.PRODUCTS, "dompet-lipat", "Incoterm", "FOB", "incoterm"),
    (Kind.PRODUCTS, "dompet-lipat", "Siap Ekspor", "tidak", "siap_ekspor"),
    (Kind.PRODUCTS, "dompet-lipat", "Nama Produk", "Dompet lipat tiga", ""),
    (Kind.EVENTS, "pameran", "Nama Acara", "Pameran Tas", "nama"),
    (Kind.EVENTS, "pameran", "Tanggal Selesai", "2026-05-04", "selesai"),
    (Kind.EVENTS, "pameran", "Tempat", "Balai Desa", "tempat_acara"),
    (Kind.EVENTS, "pameran", "Dibatalkan", "ya", "dibatalkan"),
]


@pytest.mark.parametrize(("kind", "entry", "header", "text", "field"), _CORRECTIONS)
def test_one_corrected_cell_changes_one_field(
    kind: Kind, entry: str, header: str, text: str, field: str
) -> None:
    """A field is empty where a comment or a translation would be lost: then a person is told."""
    files = sources(**FILES)
    export = exported(kind, files)
    assert_nothing_changes(export, kind, files)
    row = next(number for number, row in enumerate(table(export.data), start=1) if row[0] == entry)
    plan = imported(corrected(export.data, row, header, text), kind, files)
    assert [outcome for outcome in plan.outcomes if outcome.problems] == []
    changes = [(outcome.id, change.field) for outcome in plan.outcomes for change in outcome.changes]
    held = [(outcome.id, str(held.why)) for outcome in plan.outcomes for held in outcome.held]
    assert (changes, held) == (([(entry, field)], []) if field else ([], [(entry, "by-hand")]))
    written = after(files, plan)
    assert {path for path in written if written[path] != files.get(path)} <= {
        f"content/{kind}/{entry}.md", f"content/.imported/{kind}.json",
    }  # fmt: skip


_PLACES = st.tuples(st.decimals(-8, -7, places=4), st.decimals(112, 113, places=4)).map(
    lambda pair: {"lintang": str(pair[0]), "bujur": str(pair[1])}
)
_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)
_AWKWARD = st.sampled_from(
    ["=1+1", "+62", "-", "@x", "#REF!", "0812", "2026-05-01", "tidak ada", "_x0041_", "a\uffffb", "1.5", "ya"]
)
_PHONES = st.sampled_from(["0812-3456-789", "+62 812 3456 789", "031-8951234", "08123456789"])
_SHOPS = st.fixed_dictionaries(
    {
        "nama": st.one_of(st.sampled_from(["Toko Mekar", "Bengkel Sri", "UD Jaya"]), _TEXTS),
        "jenis": st.sampled_from(["koperasi", "grosir", "toko", "bengkel"]),
        "kategori": st.lists(st.sampled_from(["dompet", "tas", "ikat-pinggang"]), min_size=1, unique=True),
        "alamat": st.one_of(_TEXTS, _AWKWARD),
    },
    optional={
        "desa": st.one_of(_TEXTS, _AWKWARD),
        "ringkasan": st.one_of(_TEXTS, _AWKWARD, st.fixed_dictionaries({"id": _TEXTS, "en": _TEXTS})),
        "lokasi": _PLACES,
        "wa": _PHONES,
        "telepon": st.one_of(_PHONES, _AWKWARD),
        "sejak": st.integers(1900, 2026).map(str),
        "jam_buka": st.sampled_from(
            [{"senin-sabtu": "08.00-16.00"}, {"senin, rabu": "8-16", "minggu": "tutup"}, "08.00-17.00"]
        ),
        "pembayaran": st.lists(st.sampled_from(["tunai", "emas"]), min_size=1, unique=True),
        "anggota": st.one_of(_TEXTS, _AWKWARD),
        "urutan": st.just("3"),
    },
)


@given(st.lists(_SHOPS, min_size=1, max_size=4), st.sampled_from(["id", "en"]))
@settings(max_examples=25, deadline=None)
def test_an_import_of_an_export_of_any_entries_changes_nothing(
    shops: Sequence[Mapping[str, object]], language: str
) -> None:
    texts = {
        f"content/shops/toko-{number}.md": "---\n"
        + "".join(f"{name}: {json.dumps(value)}\n" for name, value in shop.items())
        + "---\n"
        for number, shop in enumerate(shops)
    }
    files = sources(**texts)
    export = exported(Kind.SHOPS, files, language)
    assert export.entries + len(export.rows_left) + len(export.unread) == len(shops) + 1
    assert_nothing_changes(export, Kind.SHOPS, files)
    rows = table(export.data)
    villages = {"desa", "village"}
    column = next(place for place, header in enumerate(rows[0]) if header.lower() in villages)
    if rows[-1][column]:
        data = corrected(export.data, len(rows), rows[0][column], "Kampung Baru")
        changes = [
            (outcome.id, change.field, change.new)
            for outcome in imported(data, Kind.SHOPS, files).outcomes
            for change in outcome.changes
        ]
        assert changes == [(rows[-1][0], "desa", "Kampung Baru")]


def test_what_a_cell_can_not_say_is_left_empty_and_told() -> None:
    odd = MEKAR.replace("Kludan", "tidak ada").replace("tunai", "emas")
    files = sources(**{"content/shops/toko-mekar.md": odd})
    export = exported(Kind.SHOPS, files)
    assert export.cells_left == (("toko-mekar", "Desa"), ("toko-mekar", "Pembayaran"))
    assert_nothing_changes(export, Kind.SHOPS, files)


def test_entries_of_one_name_are_told_apart_by_their_ids() -> None:
    files = sources(**FILES, **{"content/shops/mekar-dua.md": MEKAR})
    export = exported(Kind.SHOPS, files)
    assert (export.entries, export.rows_left) == (3, ())
    assert_nothing_changes(export, Kind.SHOPS, files)
    rows = table(exported(Kind.PRODUCTS, files).data)
    assert dict(zip(*rows, strict=True))["Nama Usaha"] == "toko-mekar", "its name would mean both"


def test_samples_and_files_with_faults_are_left_out_and_told() -> None:
    sample = MEKAR.replace("jenis", "contoh: ya\njenis")
    files = sources(**{"content/shops/contoh.md": sample, "content/shops/rusak.md": "---\nnama: [\n---\n"})
    export = exported(Kind.SHOPS, files)
    assert (export.entries, export.samples, export.unread) == (1, 1, ("content/shops/rusak.md",))
    assert [row[0] for row in table(export.data)] == ["ID", "intako"]
    export = exported(Kind.SHOPS, files, samples=True)
    assert (export.entries, export.samples) == (2, 0)
    assert [row[0] for row in table(export.data)] == ["ID", "contoh", "intako"]


def test_an_export_of_nothing_is_a_form_to_fill_in() -> None:
    files = {path: data for path, data in sources().items() if "shops" not in path}
    export = exported(Kind.SHOPS, files)
    assert (export.entries, len(table(export.data))) == (0, 1)
    row = {"Nama Usaha": "Toko Baru", "Jenis": "toko", "Kategori": "Tas", "Alamat": "Jl. Baru 1"}
    data = export.data
    for header, text in row.items():
        data = corrected(data, 2, header, text)
    (outcome,) = imported(data, Kind.SHOPS, files).outcomes
    assert (outcome.status, outcome.id) == (Status.NEW, "toko-baru")


def sheets_of(kind: Kind, language: str) -> tuple[Worksheet, ...]:
    sample = MEKAR.replace("nama: Toko Mekar", "nama: Toko Contoh\ncontoh: ya")
    data = exported(kind, sources(**FILES, **{"content/shops/contoh.md": sample}), language).data
    return tuple(load_workbook(io.BytesIO(data)).worksheets)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_sheets_beside_the_table_explain_it_and_are_never_read(kind: Kind, language: str) -> None:
    sheet, guide, *words, copy = sheets_of(kind, language)
    assert copy.sheet_state == "veryHidden"
    headers = [str(cell.value) for cell in sheet[1]]
    explained = [[cell.value for cell in row] for row in guide.iter_rows(min_row=2)]
    assert [row[0] for row in explained] == headers
    assert all(row[1] and (row[2] or row[0] == "ID") for row in explained)
    for offer in sheet.data_validations.dataValidation:
        assert str(offer.formula1).startswith(f"{words[0].title}!$")
    assert len(words) == (kind is not Kind.EVENTS)
    assert not any(sign in f"{row[1]}{row[2]}" for row in explained for sign in "`{[")
    files = sources(**FILES)
    plan = imported(exported(kind, files, language).data, kind, files)
    assert plan.notes == ()
    assert {outcome.cell.partition("!")[0] for outcome in plan.outcomes} == {sheet.title}


def test_words_to_choose_from_are_offered_where_one_is_to_be_chosen() -> None:
    sheet, _, words, _ = sheets_of(Kind.PRODUCTS, "id")
    columns = {
        str(column[0].value): [cell.value for cell in column if cell.value] for column in words.columns
    }
    assert columns["Kategori"] == ["Kategori", "Dompet", "Tas", "Ikat pinggang"]
    assert columns["Nama Usaha"] == ["Nama Usaha", "Koperasi Intako", "Toko Mekar"]
    assert "Toko Contoh" not in columns["Nama Usaha"]
    offers = {str(offer.sqref): offer for offer in sheet.data_validations.dataValidation}
    assert {place: offer.formula1 for place, offer in offers.items()} == {
        "C2:C502": "Kata!$A$2:$A$4", "E2:E502": "Kata!$C$2:$C$3",
    }  # fmt: skip
    assert {offer.errorStyle for offer in offers.values()} == {"warning"}


def test_every_cell_is_a_text_that_no_program_changes() -> None:
    sheet, *_ = sheets_of(Kind.SHOPS, "id")
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {(cell.data_type, cell.number_format) for cell in cells} == {("s", "@")}
    assert [cell.value for cell in cells if cell.quotePrefix] == ["-Jl. Raya 5", "-7.5069, 112.7123"]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(3, sheet.max_column).coordinate}"
    assert sheet.column_dimensions["B"].number_format == "@"
    assert all(8 <= look.width <= 44 for look in sheet.column_dimensions.values())


def test_the_same_entries_are_the_same_bytes() -> None:
    one, two = (exported(Kind.SHOPS, sources(**FILES)) for _ in range(2))
    assert one.data == two.data
    assert is_untouched(one.data)
    assert not is_untouched(corrected(one.data, 2, "Desa", "Kludan"))
    assert not is_untouched(b"PK")


SHOP = SourcePath("content/shops/toko-mekar.md")


def lists(address: str) -> bytes:
    return csv([HEAD, ["Toko Mekar", "toko", "Dompet", address, "0811-1111-111"]])


def test_an_export_lets_no_older_list_of_the_office_win_over_an_editor() -> None:
    files = after(sources(), plan_of("dinas.csv", lists("Jl. Lama 1"), Kind.SHOPS, sources()))
    files[SHOP] = files[SHOP].replace(b"Jl. Lama 1", b"Jl. Baru 9")
    export = exported(Kind.SHOPS, files)
    corrections = corrected(export.data, 3, "Desa", "Kludan")
    files = after(files, imported(corrections, Kind.SHOPS, files))
    assert b"desa: Kludan" in files[SHOP]
    (outcome,) = plan_of("dinas.csv", lists("Jl. Lama 1"), Kind.SHOPS, files).outcomes
    assert [(held.here, str(held.why)) for held in outcome.held] == [("Jl. Baru 9", "kept")]
    (outcome,) = plan_of("dinas.csv", lists("Jl. Lain 2"), Kind.SHOPS, files).outcomes
    assert [(held.here, str(held.why)) for held in outcome.held] == [("Jl. Baru 9", "conflict")]


def test_a_corrected_cell_does_not_win_over_what_an_editor_wrote_meanwhile() -> None:
    files = sources(**FILES)
    data = corrected(exported(Kind.SHOPS, files).data, 3, "Desa", "Kedensari")
    files[SHOP] = files[SHOP].replace(b"Kludan", b"Putat")
    outcome = imported(data, Kind.SHOPS, files).outcomes[1]
    assert [(held.here, held.sheet, str(held.why)) for held in outcome.held] == [
        ("Putat", "Kedensari", "conflict")
    ]


def test_an_exported_entry_that_an_editor_deletes_does_not_come_back() -> None:
    files = sources(**FILES)
    data = exported(Kind.SHOPS, files).data
    del files[SHOP]
    outcome = imported(data, Kind.SHOPS, files).outcomes[1]
    assert [str(held.why) for held in outcome.held] == ["deleted"]


def test_a_copy_that_somebody_has_changed_lets_no_cell_be_overwritten() -> None:
    files = sources(**FILES)
    book = load_workbook(io.BytesIO(corrected(exported(Kind.SHOPS, files).data, 3, "Desa", "Kedensari")))
    for row in book["_sentra"].iter_rows():
        for cell in row:
            if cell.value == "Kludan":
                cell.value = "Putat"
    data = io.BytesIO()
    book.save(data)
    plan = imported(data.getvalue(), Kind.SHOPS, files)
    assert [str(held.why) for held in plan.outcomes[1].held] == ["conflict"]
    assert plan.writes == ()


_NAMES = st.one_of(
    st.sampled_from(["Ketua Cup", "Dinas Expo", "Operator Run", "JUMLAH", "Total 3", "Catatan", "Blok M"]),
    _TEXTS,
    _AWKWARD,
)
_EVENTS = st.fixed_dictionaries(
    {"nama": _NAMES, "mulai": st.sampled_from(["2026-05-01", "2026-06-02 09.00"])},
    optional={"tempat_acara": _NAMES, "penyelenggara": _NAMES, "alamat": _NAMES},
)
_PRODUCTS = st.fixed_dictionaries(
    {"nama": _NAMES, "kategori": st.sampled_from(["dompet", "tas"]), "bahan": st.just(["kulit"])},
    optional={
        "harga": st.sampled_from(["150.000", {"terendah": "90.000", "tertinggi": "120.000"}]),
        "toko": st.just("intako"),
        "berat_g": st.integers(1, 5000).map(str),
        "ringkasan": _NAMES,
        "warna": st.just(["hitam"]),
    },
)


@pytest.mark.parametrize(("kind", "entry"), [(Kind.EVENTS, _EVENTS), (Kind.PRODUCTS, _PRODUCTS)])
@given(data=st.data())
@settings(max_examples=20, deadline=None)
def test_an_import_of_an_export_of_any_events_or_products_changes_nothing(
    kind: Kind, entry: st.SearchStrategy[Mapping[str, object]], data: st.DataObject
) -> None:
    entries = data.draw(st.lists(entry, min_size=1, max_size=4))
    texts = {
        f"content/{kind}/entri-{number}.md": "---\n"
        + "".join(f"{name}: {json.dumps(value)}\n" for name, value in one.items())
        + "---\n"
        for number, one in enumerate(entries)
    }
    files = sources(**texts)
    export = exported(kind, files)
    assert export.entries + len(export.rows_left) + len(export.unread) == len(entries)
    assert_nothing_changes(export, kind, files)


def test_events_called_as_offices_are_exported() -> None:
    names = ("Ketua Cup", "Pasar Malam", "Zebra Run")
    texts = {
        f"content/events/{name.split()[0].lower()}.md": f"---\nnama: {name}\nmulai: 2027-05-01\n---\n"
        for name in names
    }
    files = sources(**texts)
    export = exported(Kind.EVENTS, files)
    assert (export.entries, export.rows_left) == (3, ())
    assert_nothing_changes(export, Kind.EVENTS, files)


def without_row(data: bytes, row: int) -> bytes:
    book = load_workbook(io.BytesIO(data))
    book.worksheets[0].delete_rows(row)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


ANGGREK = SourcePath("content/shops/anggrek.md")


@pytest.mark.parametrize("more", ["", "tutup_sejak: 2025\n"])
def test_a_row_that_the_office_has_deleted_is_told_and_nothing_is_changed(more: str) -> None:
    text = f"---\nnama: Tas Anggrek\njenis: toko\nkategori: [tas]\nalamat: Jl. 1\n{more}---\n"
    files = sources(**FILES) | {ANGGREK: text.encode()}
    export = exported(Kind.SHOPS, files)
    row = [line[0] for line in table(export.data)].index("anggrek") + 1
    plan = imported(without_row(export.data, row), Kind.SHOPS, files)
    assert plan.writes == ()
    if more:
        assert plan.notes == ()
        return
    (note,) = plan.notes
    reason, advice = reason_and_advice(note, "id")
    assert reason == "tidak ada lagi di lembar ini (1): anggrek; entrinya di situs tidak diubah"
    assert advice == (
        "tanyakan ke kantor; bila tokonya tutup untuk selamanya, "
        "tulis `tutup_sejak` dan tahunnya di berkas tokonya"
    )
    told = json.loads(plan_json(plan, "id", written=False))["warnings"]
    assert [(one["code"], one["value"]) for one in told] == [("rows-gone", "anggrek")]


def test_of_an_event_whose_row_is_deleted_the_page_stays_and_says_that_it_is_called_off() -> None:
    text = "---\nnama: Bazar\nmulai: 2027-02-05\n---\n"
    files = sources(
        **{"content/events/bazar.md": text, "content/events/pasar.md": text.replace("Bazar", "Pasar")}
    )
    export = exported(Kind.EVENTS, files)
    row = [line[0] for line in table(export.data)].index("bazar") + 1
    (note,) = imported(without_row(export.data, row), Kind.EVENTS, files).notes
    assert note.key == "rows-gone.event"
    assert "tambahkan baris `dibatalkan` dengan isi `ya`" in reason_and_advice(note, "id")[1]


def test_a_row_whose_id_the_office_emptied_or_that_it_struck_through_is_not_gone() -> None:
    files = sources(**FILES)
    export = exported(Kind.SHOPS, files)
    assert imported(corrected(export.data, 2, "ID", ""), Kind.SHOPS, files).notes == ()
    book = load_workbook(io.BytesIO(export.data))
    for cell in book.worksheets[0][2]:
        cell.font = Font(strike=True)
    saved = io.BytesIO()
    book.save(saved)
    assert [note.code for note in imported(saved.getvalue(), Kind.SHOPS, files).notes] == []
