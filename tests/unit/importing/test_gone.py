"""Rows that say themselves that they hold no more, or whose owners have not agreed, are left out and told."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from site_builder.importing.run import plan_of
from site_builder.importing.showing import plan_text
from site_builder.names import Kind
from tests.support.plans import HEAD, MEKAR, codes
from tests.support.spreadsheets import ods, shops_from, sources, told

SECOND = ["Toko Dua", *MEKAR[1:4], None]


def struck(*, whole: bool) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEAD, MEKAR, SECOND):
        sheet.append(row)
    for cell in sheet[2] if whole else [sheet["D2"]]:
        cell.font = Font(strike=True)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def test_a_row_that_is_struck_through_is_left_out_and_told() -> None:
    plan = plan_of("a.xlsx", struck(whole=True), Kind.SHOPS, sources())
    assert [outcome.name for outcome in plan.outcomes] == ["Toko Dua"]
    assert [(row.number, str(row.reason)) for row in plan.passed] == [(2, "struck")]
    assert "baris 2: dicoret; bila entrinya masih ada di situs, hapus sendiri" in plan_text(plan, "id")
    plan = plan_of("a.xlsx", struck(whole=False), Kind.SHOPS, sources())
    assert [outcome.name for outcome in plan.outcomes] == ["Toko Mekar", "Toko Dua"]


def test_a_struck_row_of_opendocument_is_left_out() -> None:
    style = (
        '<style:style xmlns:style="s" xmlns:fo="f" style:name="ce1">'
        '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    )
    name = '<table:table-cell table:style-name="ce1" office:value-type="string"><text:p>Lama</text:p>'
    more = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in MEKAR[1:4]
    )
    raw = f"{style}<table:table-row>{name}</table:table-cell>{more}</table:table-row>"
    plan = plan_of("a.ods", ods([HEAD, MEKAR], raw=raw), Kind.SHOPS, sources())
    assert [outcome.name for outcome in plan.outcomes] == ["Toko Mekar"]
    assert [str(row.reason) for row in plan.passed] == ["struck"]


@pytest.mark.parametrize(
    ("name", "remark", "is_gone"),
    [
        ("Toko Dua", "TUTUP", True),
        ("Toko Dua", "sudah tutup", True),
        ("Toko Dua", "pindah ke Ketapang", True),
        ("Toko Dua", "stok habis, tidak diproduksi lagi", True),
        ("Toko Dua", "Dibatalkan", True),
        ("Bazar BATAL", None, True),
        ("Tas kulit STOP PRODUKSI", None, True),
        ("Toko Dua (pindah ke Ketapang)", None, True),
        ("Toko Dua", "baru", False),
        ("Toko Dua", "tutup hari Minggu", False),
        ("Toko Dua", "cat: buka lagi sejak Mei", False),
        ("Toko Penutup Tas", "dobel?", False),
    ],
)
def test_what_is_closed_or_called_off_is_left_out(name: str, remark: str | None, is_gone: bool) -> None:
    plan = shops_from([[*HEAD, "Ket."], [*MEKAR, None], [name, *SECOND[1:], remark]])
    assert codes(plan.outcomes[1]) == (["row-closed"] if is_gone else [])
    assert plan.passed == ()
    if is_gone:
        ((place, reason, _),) = told(plan.outcomes[1])
        assert place == ("Lembar1!F3" if remark else "Lembar1!A3")
        assert reason == f"`{name}` tidak diimpor, sebab di sel ini tertulis `{remark or name}`"


@pytest.mark.parametrize(
    ("remark", "is_forbidden"),
    [
        ("jangan dipasang di internet", True),
        ("tidak bersedia ditampilkan", True),
        ("Jgn dulu ditampilkan di web", True),
        ("belum mau dipublikasikan", True),
        ("nomor HP jangan disebar", True),
        ("jangan lupa bawa katalog", False),
        ("foto belum diunggah", False),
        ("belum punya website", False),
        ("tutup kalau hujan", False),
        ("Tutup jam 4 pada bulan puasa", False),
        ("tidak tutup hari Minggu", False),
    ],
)
def test_what_a_remark_forbids_is_refused(remark: str, is_forbidden: bool) -> None:
    plan = shops_from([[*HEAD, "Catatan petugas"], [*MEKAR, remark]])
    assert codes(plan.outcomes[0]) == (["row-consent.remark"] if is_forbidden else [])


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("Ya", []),
        ("ya, bersedia", []),
        ("Tidak", ["row-consent"]),
        ("-", ["row-consent"]),
        (None, ["row-consent.empty"]),
    ],
)
def test_nobody_is_shown_who_has_not_agreed(answer: str | None, found: list[str]) -> None:
    question = "Bersedia data ditampilkan di website? (Ya/Tidak)"
    plan = shops_from([[*HEAD, question], [*MEKAR, answer]])
    assert [codes(outcome) for outcome in plan.outcomes] == [found]
    assert bool(plan.writes) == (not found)
