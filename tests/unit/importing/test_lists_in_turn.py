"""Several lists about the same shops: what an editor wrote stays, and lists do not undo each other."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.importing.entries.overwriting import list_called
from site_builder.importing.entries.plan import ImportPlan, Status
from site_builder.importing.run import plan_of
from site_builder.importing.showing import plan_text
from site_builder.model.readers.contact import international
from site_builder.names import Kind, SourcePath
from site_builder.source.documents import parse_document
from site_builder.source.naming import DocumentName, name_document
from tests.support.plans import held_of, only
from tests.support.spreadsheets import after, csv, sources

HEAD = ["Nama Usaha", "Jenis", "Kategori", "Alamat", "WA"]
PATH = SourcePath("content/shops/toko-mekar.md")
BY_HAND = "0812-3111-4401"


def shop(number: str, address: str = "Kludan 3") -> list[str]:
    return ["Toko Mekar", "toko", "dompet", address, number]


def imported(
    file: str, row: list[str], files: dict[SourcePath, bytes]
) -> tuple[ImportPlan, dict[SourcePath, bytes]]:
    plan = plan_of(file, csv([HEAD, row]), Kind.SHOPS, files)
    return plan, after(files, plan)


def with_number(number: str) -> dict[SourcePath, bytes]:
    fields = ["nama: Toko Mekar", "jenis: toko", "kategori: [dompet]", "alamat: Kludan 3"]
    entry = "\n".join(["---", *fields, f"wa: {number} # nomor toko", "---", ""])
    return {**sources(), PATH: entry.encode()}


def test_a_list_that_agrees_with_an_editor_does_not_make_the_value_its_own() -> None:
    files = with_number(BY_HAND)
    before = files[PATH]
    for file, number, why in (
        ("A.csv", "0812-3111-9999", "unsure"),
        ("B.csv", BY_HAND, ""),
        ("A.csv", "0812-3111-9999", "unsure"),
        ("B.csv", "0812-3111-7777", "unsure"),
    ):
        plan, files = imported(file, shop(number), files)
        assert held_of(only(plan)) == ([("wa", BY_HAND, number, why)] if why else [])
        assert files[PATH] == before


def test_what_another_list_has_set_is_held_back_and_told() -> None:
    _, files = imported("data kludan.csv", shop("0812-3111-9999"), sources())
    other, files = imported("dinas.csv", shop("0812-3111-7777"), files)
    assert held_of(only(other)) == [("wa", "0812-3111-9999", "0812-3111-7777", "other-list")]
    assert "isi di situs berasal dari lembar lain, `data kludan.csv`" in plan_text(other, "id")
    again, _ = imported("dinas.csv", shop("0812-3111-7777"), files)
    assert again.writes == ()
    own, files = imported("data kludan.csv", shop("0812-3111-8888"), files)
    assert [(change.old, change.new) for change in only(own).changes] == [
        ("0812-3111-9999", "0812-3111-8888")
    ]
    back, _ = imported("data kludan.csv", shop("0812-3111-8888"), files)
    assert (only(back).status, back.writes) == (Status.UNCHANGED, ())


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("daftar hadir.csv", "daftar hadir (revisi).xlsx", True),
        ("04 daftar hadir.csv", "04b daftar hadir (revisi).csv", True),
        ("Data UMKM 2026.xlsx", "Data UMKM 2027 rev 2 (1).xlsx", True),
        ("umkm 2026-10-01.xlsx", "umkm 01-11-2026.xlsx", True),
        ("Pricelist Okt 2026.xlsx", "Pricelist November 2026.xlsx", True),
        ("Data RW 01.ods", "Data RW 02.ods", False),
        ("Data UMKM (Kludan).xlsx", "Data UMKM (Kedensari).xlsx", False),
        ("A.csv", "B.csv", False),
        ("2026.csv", "2027.csv", False),
    ],
)
def test_an_edition_of_a_list_is_that_list(one: str, other: str, is_same: bool) -> None:
    assert (list_called(one) == list_called(other)) is is_same


NUMBERS = ("0812-3111-4401", "0812-3111-9999", "081231114401", "0857-3301-2211")
STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["A.csv", "B.csv", "C.csv"]), st.sampled_from(NUMBERS)),
        st.tuples(st.just("editor"), st.sampled_from(NUMBERS)),
    ),
    min_size=1,
    max_size=8,
)


@given(start=st.sampled_from(["", BY_HAND]), steps=STEPS)
@settings(max_examples=80, deadline=None)
def test_whatever_the_order_a_hand_written_value_is_never_overwritten(
    start: str, steps: list[tuple[str, str]]
) -> None:
    """A value is an editor's if the last import that wrote the field wrote another, or none has."""
    files = with_number(start) if start else sources()
    imports_wrote = ("", "")
    for who, number in steps:
        now = number_in(files)
        if who == "editor":
            files = {**files, PATH: files[PATH].replace(now.encode(), number.encode())} if now else files
            continue
        _, files = imported(who, shop(number), files)
        may_write = not now or imports_wrote == (who, international(now))
        assert number_in(files) == now or may_write
        if number_in(files) != now:
            imports_wrote = (who, international(number))
        again, _ = imported(who, shop(number), files)
        assert again.writes == ()


def number_in(files: dict[SourcePath, bytes]) -> str:
    if PATH not in files:
        return ""
    name = name_document(PATH, ())
    assert isinstance(name, DocumentName)
    document, _ = parse_document(PATH, files[PATH], name)
    assert document is not None
    return str(document.fields["wa"].value)
