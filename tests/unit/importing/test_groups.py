"""What rows take from those above them: dittos, and the shop that heads a group of products."""

from __future__ import annotations

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from site_builder.importing.entries.plan import ImportPlan
from site_builder.importing.run import plan_of
from site_builder.importing.showing import plan_text
from site_builder.names import Kind
from tests.support.plans import HEAD, MEKAR, codes, statuses, warnings, written
from tests.support.spreadsheets import Rows, after, csv, saved, shops_from, sources, told, xlsx

WIDE = [*HEAD, "Desa", "Ket"]
GOODS = ["No", "Nama Produk", "Nama Usaha", "Kategori", "Bahan", "Harga"]
SHOPS = {
    "content/shops/intako.md": "---\nnama: Koperasi Intako\n---\n",
    "content/shops/pusgitta.md": "---\nnama: Pusgitta\n---\n",
}


def shop(name: str, address: str, village: str | None, remark: str | None = None) -> list[str | None]:
    return [name, *MEKAR[1:3], address, None, village, remark]


def goods(number: int, name: str, seller: str | None) -> list[object]:
    return [number, name, seller, "Dompet", "Kulit sapi", "50.000"]


def goods_from(rows: Rows) -> ImportPlan:
    return plan_of("a.csv", csv(rows), Kind.PRODUCTS, sources(**SHOPS))


def test_a_ditto_is_the_row_right_above_also_below_one_that_is_struck() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    rows = [shop("Satu", "Jl. Satu 1", "Kludan"), shop("Dua", "Jl. Dua 2", "Ketapang")]
    listed: list[list[str | None]] = [[*WIDE], *rows, shop("Tiga", "idem", "sda")]
    for row in listed:
        sheet.append(row)
    for cell in sheet[3]:
        cell.font = Font(strike=True)
    plan = plan_of("a.xlsx", saved(book), Kind.SHOPS, sources())
    assert "alamat: Jl. Dua 2\ndesa: Ketapang\n" in written(plan, "content/shops/tiga.md")
    places = [place for place, _ in warnings(plan)]
    assert [text for place, text in warnings(plan) if place == "Sheet!D4"] == [
        "tanda yang sama dengan di atasnya dibaca sebagai `Jl. Dua 2`: Sheet!D4"
    ]
    assert "Sheet!F4" in places


@pytest.mark.parametrize("remark", ["tutup permanen", "jangan dipasang di internet"])
def test_a_ditto_below_a_row_that_is_refused_means_that_row(remark: str) -> None:
    rows = [shop("Satu", "Jl. Satu 1", "Kludan"), shop("Dua", "Jl. Dua 2", "Ketapang", remark)]
    plan = shops_from([WIDE, *rows, shop("Tiga", "idem", "sda")])
    assert statuses(plan) == [("Satu", "new"), ("Dua", "refused"), ("Tiga", "new")]
    assert "alamat: Jl. Dua 2\ndesa: Ketapang\n" in written(plan, "content/shops/tiga.md")


def test_a_ditto_below_a_heading_means_the_heading_or_nothing() -> None:
    group = ["DESA KETAPANG"]
    first = shop("Satu", "Jl. Satu 1", "Kludan")
    plan = shops_from([WIDE, first, group, shop("Dua", "Jl. Dua 2", "sda")])
    assert "desa: KETAPANG\n" in written(plan, "content/shops/dua.md")
    plan = shops_from([WIDE, first, group, shop("Dua", "sda", "Ketapang")])
    assert told(plan.outcomes[1]) == [
        ("Lembar1!D4", "`sda` di sini tidak jelas menunjuk isi yang mana", "tulis isinya")
    ]


@pytest.mark.parametrize("heading", ["KOPERASI INTAKO", "Toko: Koperasi Intako", "A. Koperasi Intako"])
def test_products_take_the_shop_that_heads_their_group_and_it_is_told(heading: str) -> None:
    rows: list[list[object]] = [
        goods(1, "Satu", "Pusgitta"),
        [None, heading],
        goods(2, "Dua", None),
        goods(3, "Tiga", "sda"),
    ]
    plan = goods_from([GOODS, *rows])
    assert statuses(plan) == [("Satu", "new"), ("Dua", "new"), ("Tiga", "new")]
    assert "toko: intako\n" in written(plan, "content/products/dua.md")
    assert "toko: intako\n" in written(plan, "content/products/tiga.md")
    name = heading.removeprefix("Toko: ").removeprefix("A. ")
    assert ("B3", f"toko untuk C4 diambil dari judul kelompok di atasnya: `{name}`") in warnings(plan)
    assert "baris 3: judul kelompok atau halaman" in plan_text(plan, "id")
    files = after(sources(**SHOPS), plan)
    assert plan_of("a.csv", csv([GOODS, *rows]), Kind.PRODUCTS, files).writes == ()


def test_a_heading_serves_a_list_without_a_column_of_shops() -> None:
    rows = [[cell for place, cell in enumerate(row) if place != 2] for row in (GOODS, goods(1, "Satu", None))]
    plan = goods_from([rows[0], [None, "Pusgitta"], rows[1]])
    assert "toko: pusgitta\n" in written(plan, "content/products/satu.md")


def test_a_heading_of_an_unknown_shop_is_told_at_its_cell() -> None:
    plan = goods_from([GOODS, [None, "Toko: Entah"], goods(1, "Satu", None), goods(2, "Dua", "Pusgitta")])
    assert codes(plan.outcomes[0]) == ["cell-shop.missing"]


@pytest.mark.parametrize("cell", [None, "-"])
def test_a_product_without_a_shop_among_others_that_have_one_is_refused(cell: str | None) -> None:
    plan = goods_from([GOODS, goods(1, "Satu", "Pusgitta"), goods(2, "Dua", cell)])
    ((place, reason, advice),) = told(plan.outcomes[1])
    assert place == "C3"
    assert reason == "toko untuk `Dua` kosong, sedangkan produk lain di daftar ini menyebut tokonya"
    assert "tulis `semua toko`" in advice
    plan = goods_from([GOODS, goods(1, "Satu", "Pusgitta"), goods(2, "Dua", "semua toko")])
    assert "toko:" not in written(plan, "content/products/dua.md")


def test_a_shop_of_its_own_ends_a_group() -> None:
    rows: list[list[object]] = [
        [None, "Pusgitta"],
        goods(1, "Satu", None),
        goods(2, "Dua", "Koperasi Intako"),
    ]
    plan = goods_from([GOODS, *rows, goods(3, "Tiga", None)])
    assert [codes(outcome) for outcome in plan.outcomes] == [[], [], ["row-shop"]]


def test_goods_of_the_whole_cluster_are_told_in_words() -> None:
    plan = goods_from([GOODS, goods(1, "Satu", None), goods(2, "Dua", None)])
    assert [str(outcome.status) for outcome in plan.outcomes] == ["new", "new"]
    ((place, text),) = warnings(plan)
    assert place == "B2"
    assert text.startswith("tidak ada toko untuk 2 produk (mulai dari `Satu`)")
    plan = goods_from([GOODS, goods(1, "Satu", "Pusgitta")])
    assert warnings(plan) == []


def test_a_product_that_an_id_names_may_stay_without_a_shop() -> None:
    files = {
        **SHOPS,
        "content/products/dompet.md": "---\nnama: Dompet\nkategori: dompet\nbahan: [kulit]\n---\n",
    }
    rows: list[list[object]] = [
        ["ID", *GOODS],
        ["dompet", *goods(1, "Dompet", None)],
        [None, *goods(2, "Dua", "Pusgitta")],
    ]
    plan = plan_of("a.csv", csv(rows), Kind.PRODUCTS, sources(**files))
    assert [codes(outcome) for outcome in plan.outcomes] == [[], []]
    plan = plan_of("a.csv", csv([row[1:] for row in rows]), Kind.PRODUCTS, sources(**files))
    assert [codes(outcome) for outcome in plan.outcomes] == [["row-shop"], []]


@pytest.mark.parametrize("heading", [["PUSGITTA"], ["A", "Pusgitta"], [None, None, "Pusgitta"]])
def test_a_heading_may_be_merged_or_numbered_or_stand_in_the_column_of_shops(heading: list[object]) -> None:
    rows: list[list[object]] = [[*GOODS], goods(1, "Satu", "Koperasi Intako"), heading, goods(2, "Dua", None)]
    merged = ["A3:F3"] if len(heading) == 1 else []
    plan = plan_of("a.xlsx", xlsx(rows, merged=merged), Kind.PRODUCTS, sources(**SHOPS))
    assert statuses(plan) == [("Satu", "new"), ("Dua", "new")]
    assert "toko: pusgitta\n" in written(plan, "content/products/dua.md")


def test_products_below_a_heading_that_is_no_shop_of_the_site_are_not_those_of_the_shop_above() -> None:
    head = [None, "Toko Antah Berantah", None, None, None, None]
    rows: Rows = [
        ["No", "Nama Produk", "Toko", "Kategori", "Bahan", "Harga"],
        [None, "Pusgitta", None, None, None, None],
        goods(1, "Satu", None),
        head,
        goods(2, "Dua", None),
    ]
    plan = goods_from(rows)
    assert statuses(plan)[0] == ("Satu", "new")
    assert [status for _, status in statuses(plan)[1:]] == ["refused", "refused"]
    assert [codes(outcome) for outcome in plan.outcomes][-1] == ["row-shop"]
