"""What `--fix` changes in a file, what it leaves alone, and that every other byte stays."""

from __future__ import annotations

import pytest

from site_builder.mending.files import Change, mend
from site_builder.names import EntryId, Kind, SourcePath
from site_builder.problems import Problem, Span
from site_builder.source.naming import DocumentName, Role

PATH = SourcePath("content/shops/a.md")
NAME = DocumentName(PATH, Role.ENTRY, Kind.SHOPS, EntryId("a"))


def mended(fields: str) -> str | None:
    """Give the fields as they are written after `--fix`; nothing where they are left as they are."""
    done = mend(NAME, f"---\n{fields}\n---\nTeks: biasa\n".encode())
    if done is None:
        return None
    text = done.after.decode()
    assert text.startswith("---\n")
    assert text.endswith("\n---\nTeks: biasa\n")
    return text.removeprefix("---\n").removesuffix("\n---\nTeks: biasa\n")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("nama: Bengkel: Melati", 'nama: "Bengkel: Melati"'),
        (
            "ringkasan: Bu Sulastri bercerita: dulu hanya satu mesin.",
            'ringkasan: "Bu Sulastri bercerita: dulu hanya satu mesin."',
        ),
        ("ringkasan: Toko ini bernama: Melati", 'ringkasan: "Toko ini bernama: Melati"'),
        ("ringkasan: Kata murid: bagus", 'ringkasan: "Kata murid: bagus"'),
        ("nama:Melati", "nama: Melati"),
        ("nama:\u00a0Melati", "nama: Melati"),
        ("nama： Melati", "nama: Melati"),
        (
            "jam_buka:\n  senin: 08.00-17.00\n  sabtu：tutup",
            "jam_buka:\n  senin: 08.00-17.00\n  sabtu: tutup",
        ),
        ('nama: "Melati', 'nama: "Melati"'),
        ('nama: Bengkel: Melati"', 'nama: "Bengkel: Melati"'),
        ("nama: “Bengkel: Melati”", 'nama: "Bengkel: Melati"'),
        ('nama: "Tas "bagus" itu"', "nama: 'Tas \"bagus\" itu'"),
        ("nama: @melati", 'nama: "@melati"'),
        ("nama: \ufeffMelati", "nama: Melati"),
        ("sumber:\n  - judul: x\n\ttanggal: 2018", "sumber:\n  - judul: x\n    tanggal: 2018"),
        ("jam_buka:\n\tsenin: 08.00\n\tselasa: 09.00", "jam_buka:\n  senin: 08.00\n  selasa: 09.00"),
        ("jam_buka:\n\tsenin: 08.00\n    selasa: 09.00", "jam_buka:\n    senin: 08.00\n    selasa: 09.00"),
        ("nama: Melati\nnama: Melati", "nama: Melati"),
        ("nama: Bengkel: Melati\nalamat:Kludan", 'nama: "Bengkel: Melati"\nalamat: Kludan'),
    ],
)
def test_what_can_only_mean_one_thing_is_mended(written: str, meant: str) -> None:
    assert mended(written) == meant
    assert mended(meant) is None


@pytest.mark.parametrize(
    "written",
    [
        "nama: Melati",
        "nama: Toko Melati jenis: toko",  # two lines may have become one
        "nama: Toko Melatijenis: toko",
        "nama: Buka: kludan #5",  # a note, or part of the name
        "nama: @melati #1 di Sidoarjo",
        "nama:#tas",
        "nama: Buka: kludan\t#5",
        "nama:Toko #5",
        "nama Melati",
        "jenis: [toko",
        "nama: Melati\nnama: Mawar",  # which one?
        "jam_buka:\n  senin:\n\tselasa: 08.00",  # beside it, or in it?
        "sumber:\n  - judul: x\n\tdesa: Kludan",  # of the source, or of the shop?
        "- nama: Melati",
        "rahasia：Melati",  # no field that is known
        "nama: Bengkel: Melati\n  - a",  # broken still, so nothing is touched
        "nama: A\nharga: {min: 100, min: 200}",  # the line holds more than what stands twice
        "nama: A\nharga: {min: 100, min: 100}",
        "nama: A\nfoto: [{berkas: a/b.jpg, teks_alt: X, teks_alt: Y}]",
        "nama: A\njam_buka: {senin: 08.00-17.00, senin: 09.00-15.00}",
        'bahan: "[kulit-sapi, kanvas]',  # a list, of which a text would be made
        'bahan: [kulit-sapi, kanvas]"',
        "harga: '{min: 100}\" ",
    ],
)
def test_what_may_mean_something_else_is_left_alone(written: str) -> None:
    assert mended(written) is None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_all_other_bytes_stay(end: str, bom: bytes) -> None:
    before = bom + end.join(["---", "nama:Melati", "alamat: Kludan  ", "---", "", "Teks\t"]).encode()
    done = mend(NAME, before)
    assert done is not None
    assert done.after == before.replace(b"nama:Melati", b"nama: Melati")
    assert done.changes == (Change(2, ("nama:Melati",), ("nama: Melati",)),)


@pytest.mark.parametrize("marks", ["----", "—", "–-"])
def test_lines_that_close_the_fields_are_mended(marks: str) -> None:
    done = mend(NAME, f"---\nnama: Melati\n{marks}\nTeks\n".encode())
    assert done is not None
    assert done.after == b"---\nnama: Melati\n---\nTeks\n"


@pytest.mark.parametrize(
    "data",
    [
        "“Tas” 9 × 8 cm – bagus".encode("cp1252"),
        "ringkasan: 安".encode("gbk"),  # as Windows-1252 it would be `°²`
        "Ä Ö".encode("cp1252"),
        "“”".encode("cp1252") + "é".encode(),
        b"\xff\xfea\0",
    ],
)
def test_what_another_encoding_says_is_left_to_an_editor(data: bytes) -> None:
    assert mend(NAME, b"---\nnama:Melati\n---\n" + data) is None


def test_a_photo_by_other_capitals_is_named_as_its_file_is() -> None:
    text = b"---\nnama: Melati\nfoto: [{berkas: a/Depan.JPG, teks_alt: x}]\n---\n"
    values = {"target": "a/Depan.JPG", "near": "a/depan.jpg"}
    problem = Problem("photo-missing", Span(PATH, 3, 16), "case", values)
    done = mend(NAME, text, [problem])
    assert done is not None
    assert done.after == text.replace(b"Depan.JPG", b"depan.jpg")
    other = Problem("photo-missing", Span(PATH, 3, 16), "near", values | {"near": "a/dapur.jpg"})
    assert mend(NAME, text, [other]) is None


def test_a_field_in_capitals_is_written_small() -> None:
    before = b"---\nNama: Melati\nKategori: [tas]\n---\n"
    problems = [
        Problem("field-unknown", Span(PATH, line, 1), "near", {"field": name, "suggestion": name.lower()})
        for line, name in ((2, "Nama"), (3, "Kategori"))
    ]
    done = mend(NAME, before, problems)
    assert done is not None
    assert done.after == b"---\nnama: Melati\nkategori: [tas]\n---\n"
    other = Problem("field-unknown", Span(PATH, 2, 1), "near", {"field": "Nama", "suggestion": "alamat"})
    assert mend(NAME, before, [other]) is None


def test_a_text_that_commas_have_parted_is_quoted_where_nothing_else_changes() -> None:
    before = b"---\nnama: {id: Naik 6,5 miliar, en: x}\n---\n"
    values = {"value": "Naik 6,5 miliar", "suggestion": 'id: "Naik 6,5 miliar"'}
    problem = Problem("field-unknown", Span(PATH, 2, 19), "quotes", values)
    done = mend(NAME, before, [problem])
    assert done is not None
    assert done.after == b'---\nnama: {id: "Naik 6,5 miliar", en: x}\n---\n'
    other = Problem(
        "field-unknown", Span(PATH, 2, 19), "quotes", values | {"suggestion": 'id: "Naik 65 miliar"'}
    )
    assert mend(NAME, before, [other]) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [("nama: “Melati”", 'nama: "Melati"'), ("nama: {id: ‘Melati’, en: x}", 'nama: {id: "Melati", en: x}')],
)
def test_curly_quotes_around_a_name_become_straight_ones(written: str, meant: str) -> None:
    before = f"---\n{written}\n---\n".encode()
    column = len(written.partition("“")[0].partition("‘")[0]) + 1
    curly = written[column - 1 : column + 7]
    values = {"field": "nama", "value": curly, "suggestion": '"Melati"'}
    problem = Problem("text-quotes", Span(PATH, 2, column), "", values)
    done = mend(NAME, before, [problem])
    assert done is not None
    assert done.after.decode() == f"---\n{meant}\n---\n"
    quoted = f"---\nnama: '{curly}'\n---\n".encode()
    assert mend(NAME, quoted, [Problem("text-quotes", Span(PATH, 2, 7), "", values)]) is None
