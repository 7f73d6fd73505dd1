"""Rows that are refused because somebody objects, of entries that the site shows already."""

from __future__ import annotations

import pytest

from site_builder.importing.entries.plan import ImportPlan
from site_builder.importing.run import plan_of
from site_builder.importing.showing import plan_text
from site_builder.names import Kind, SourcePath
from tests.support.plans import HEAD, MEKAR, codes, held_of, only
from tests.support.spreadsheets import after, csv, shops_from, sources, told

PATH = SourcePath("content/shops/toko-mekar.md")
LISTED = [*HEAD, "Ket."]


def again(row: list[str | None], *, head: list[str] = LISTED, more: bytes = b"") -> ImportPlan:
    """Import a shop, let an editor add lines to its entry, and import a row of it."""
    files = after(sources(), shops_from([HEAD, MEKAR]))
    files[PATH] = files[PATH].replace(b"\n---\n", b"\n" + more + b"---\n", 1)
    return shops_from([head, row], files)


@pytest.mark.parametrize(
    ("remark", "code"),
    [
        ("nomor minta dihapus", "row-consent.remark"),
        ("pemilik keberatan dipublikasikan", "row-consent.remark"),
        ("keberatan", "row-remark"),
    ],
)
def test_who_objects_is_told_where_the_entry_is_and_what_to_do(remark: str, code: str) -> None:
    plan = again([*MEKAR, remark])
    assert codes(only(plan)) == [code, "row-shown"]
    assert plan.writes == ()
    _, (place, reason, advice) = told(only(plan))
    assert place == "Lembar1!F2"
    assert (
        reason == "`Toko Mekar` masih tampil di situs sampai berkasnya diubah: `content/shops/toko-mekar.md`"
    )
    assert "tulis `draf: ya` di berkas itu atau hapus berkasnya" in advice
    assert "hapus nomornya dari berkas itu, lalu tulis `tanpa: [wa, telepon]`" in advice


def test_an_answer_that_is_no_yes_is_told_so_too() -> None:
    head = [*HEAD, "Bersedia ditampilkan di website?"]
    for answer in ("Tidak", "Ya, tapi jangan nomornya", None):
        assert codes(only(again([*MEKAR, answer], head=head)))[1:] == ["row-shown"]


def test_an_emptied_cell_beside_an_objection_is_told_as_in_other_rows() -> None:
    plan = again([*MEKAR[:4], None, "nomor minta dihapus"])
    assert held_of(only(plan)) == [("wa", "0812-3456-789", "", "emptied")]
    assert "selnya kini kosong; bila memang tidak berlaku lagi, hapus sendiri dari berkas" in plan_text(
        plan, "id"
    )
    assert held_of(only(again([*MEKAR, "nomor minta dihapus"]))) == []
    assert held_of(only(again([*MEKAR[:4], "kosong?", "nomor minta dihapus"]))) == []


def test_where_no_number_is_shown_none_is_to_be_removed() -> None:
    files = after(sources(), shops_from([HEAD, [*MEKAR[:4], None]]))
    plan = shops_from([LISTED, [*MEKAR[:4], None, "jangan ditampilkan"]], files)
    assert codes(only(plan)) == ["row-consent.remark", "row-shown.thing"]
    assert "nomor" not in told(only(plan))[1][2]


def test_products_have_no_number() -> None:
    head = ["Nama Produk", "Kategori", "Bahan", "Toko", "Ket."]
    row = ["Dompet lipat", "Dompet", "Kulit", "Koperasi Intako", None]
    files = after(sources(), plan_of("a.csv", csv([head, row]), Kind.PRODUCTS, sources()))
    plan = plan_of("a.csv", csv([head, [*row[:4], "jangan ditampilkan"]]), Kind.PRODUCTS, files)
    assert codes(only(plan)) == ["row-consent.remark", "row-shown.thing"]


def test_nothing_more_is_told_of_a_new_row_a_draft_or_a_shop_that_is_closed_already() -> None:
    assert codes(only(shops_from([LISTED, [*MEKAR, "jangan ditampilkan"]]))) == ["row-consent.remark"]
    assert codes(only(again([*MEKAR, "jangan ditampilkan"], more=b"draf: ya\n"))) == ["row-consent.remark"]
    assert codes(only(again([*MEKAR, "mungkin tutup"], more=b"tutup_sejak: 2026\n"))) == ["row-remark"]
    still = again([*MEKAR, "jangan ditampilkan"], more=b"tutup_sejak: 2026\n")
    assert codes(only(still)) == ["row-consent.remark", "row-shown"]


def test_who_has_closed_is_told_where_the_entry_is_and_which_line_says_so() -> None:
    plan = again([*MEKAR, "sudah tutup"])
    assert codes(only(plan)) == ["row-closed", "row-shown.closed"]
    _, (_, reason, advice) = told(only(plan))
    assert "`content/shops/toko-mekar.md`" in reason
    assert "`tutup_sejak: …`" in advice


def test_of_a_product_the_name_alone_tells_no_file() -> None:
    head = ["Nama Produk", "Kategori", "Bahan", "Toko", "Ket."]
    row = ["Dompet lipat", "Dompet", "Kulit", "Koperasi Intako", "jangan ditampilkan"]
    path = SourcePath("content/products/dompet-lipat.md")
    written = b"---\nnama: Dompet lipat\nkategori: dompet\nbahan: [kulit-sapi]\n---\n"
    plan = plan_of("a.csv", csv([head, row]), Kind.PRODUCTS, {**sources(), path: written})
    assert codes(only(plan)) == ["row-consent.remark"]
