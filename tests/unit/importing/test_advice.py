"""What is told can be done and is true; what anybody reads is read."""

from __future__ import annotations

import pytest

from site_builder.importing.cells.unfit import is_private_header
from site_builder.importing.entries.plan import Status
from site_builder.importing.run import plan_of
from site_builder.names import Kind
from tests.support.plans import HEAD, INTAKO, MEKAR, codes, only, warnings, written
from tests.support.spreadsheets import Rows, shops_from, sources, told, xlsx

PATH = "content/shops/toko-mekar.md"


@pytest.mark.parametrize(
    "said", ["Ya, kecuali nomor HP", "ya tapi jangan alamatnya", "Boleh, asal tanpa foto"]
)
def test_a_leave_on_a_condition_is_never_answered_with_yes(said: str) -> None:
    head = [*HEAD, "Apakah bersedia data usaha ditampilkan di website?"]
    outcome = only(shops_from([head, [*MEKAR, said]]))
    assert codes(outcome) == ["row-consent.partly"]
    assert "`Ya`" not in told(outcome)[0][2]
    assert codes(only(shops_from([head, [*MEKAR, "Tidak"]]))) == ["row-consent"]
    assert codes(only(shops_from([head, [*MEKAR, "Ya, setuju"]]))) == []


@pytest.mark.parametrize(
    ("heading", "is_private"),
    [
        ("No. HP Peserta", True), ("Email Peserta", True), ("Alamat Peserta", True), ("L/P", True),
        ("Jumlah Peserta", False), ("No. HP/WA", False),
    ],
)  # fmt: skip
def test_what_is_of_a_participant_is_private(heading: str, *, is_private: bool) -> None:
    assert is_private_header(heading) is is_private
    if is_private:
        plan = shops_from([[*HEAD, heading], [*MEKAR, "0812-9999-0001"]])
        assert not any("0812-9999-0001" in text for _, text in warnings(plan))


@pytest.mark.parametrize(
    ("number", "quoted"), [("sama dgn HP", "sama dgn HP"), ("0812-3 (HP pribadi)", "0812-3 (HP pribadi)")]
)
def test_a_number_is_quoted_as_it_stands(number: str, quoted: str) -> None:
    outcome = only(shops_from([HEAD, [*MEKAR[:4], number]]))
    assert f"`{quoted}`" in told(outcome)[0][1]


def test_whose_number_it_is_stands_behind_it_and_is_told() -> None:
    plan = shops_from([HEAD, [*MEKAR[:4], "0812.3456.7890 a/n Gendut (WA)"]])
    assert "wa: 0812.3456.7890\n" in written(plan, PATH)
    assert any("Gendut" in text for _, text in warnings(plan))


@pytest.mark.parametrize(
    "said",
    ["hub. 0812-6000-0008 (jgn WA, telp saja)", "0812-6000-0008 (telp saja)", "0812-6000-0008 bukan WA"],
)
@pytest.mark.parametrize("head", ["No. HP/WA", "WhatsApp"])
def test_a_number_that_is_none_for_whatsapp_is_offered_as_a_telephone_number(said: str, head: str) -> None:
    outcome = only(shops_from([[*HEAD[:4], head], [*MEKAR[:4], said]]))
    assert codes(outcome) == ["cell-no-whatsapp"]
    assert told(outcome)[0][2] == (
        "pindahkan ke kolom `Telepon`: tulis `0812-6000-0008` di sana dan kosongkan sel ini"
    )
    plan = shops_from([[*HEAD[:4], "Telepon"], [*MEKAR[:4], said]])
    assert "telepon: 0812-6000-0008\n" in written(plan, PATH)
    assert "wa:" not in written(plan, PATH)
    assert any("di belakang nomor tidak diimpor" in text for _, text in warnings(plan))


def test_of_several_numbers_one_for_calls_is_not_guessed() -> None:
    outcome = only(shops_from([HEAD, [*MEKAR[:4], "0812-6000-0008, 031-8951234 (telp saja)"]]))
    assert codes(outcome) == ["cell-no-whatsapp.several"]


@pytest.mark.parametrize(
    ("cell", "field", "is_told"),
    [("+60 12-345 6789", "telepon", True), ("+60 12-345 6789 (WA)", "wa", False)],
)
def test_what_a_number_of_another_country_is_taken_for_is_told(
    cell: str, field: str, *, is_told: bool
) -> None:
    plan = shops_from([[*HEAD, "Desa"], [*MEKAR[:4], cell, "Kludan"]])
    assert f"{field}: +60 12-345 6789\n" in written(plan, PATH).replace('"', "")
    reason = "`+60 12-345 6789` bukan nomor Indonesia, jadi dipakai sebagai telepon"
    assert warnings(plan) == ([("Lembar1!E2", reason)] if is_told else [])


@pytest.mark.parametrize(
    ("head", "cell", "code"),
    [
        ("Kapasitas (/bulan)", "50 per minggu", "cell-count.period"),
        ("Kapasitas (/bulan)", "6000/tahun", "cell-count.period"),
        ("Kapasitas (/bulan)", "10 / hari", "cell-count.period"),
        ("Kapasitas (/bulan)", "1 kodi/hari", "cell-count.period"),
        ("Kapasitas (/bulan)", "50 mingguan", "cell-count.period"),
        ("Harga", "Rp 45.000 (reseller Rp 38.000)", "cell-price.buyers"),
        ("Harga", "grosir 38.000, ecer 45.000", "cell-price.buyers"),
        ("Harga", "45rb / grosir 38rb", "cell-price.buyers"),
        ("Harga", "95.000 (belum PPN)", "cell-price.tax"),
        ("Harga", "95.000 + PPN", "cell-price.tax"),
        ("Harga", "95.000 belum termasuk pajak", "cell-price.tax"),
    ],
)
def test_no_number_is_offered_that_would_be_false(head: str, cell: str, code: str) -> None:
    rows = [["Nama Produk", "Kategori", "Bahan", head], ["Tas Melati", "Tas", "Kulit sapi", cell]]
    outcome = only(plan_of("a.xlsx", xlsx(rows), Kind.PRODUCTS, sources()))
    assert codes(outcome) == [code]
    assert "`" not in told(outcome)[0][2]


@pytest.mark.parametrize(
    ("shop", "line"),
    [
        ("UD. Intako (Kludan)", "mungkin maksudnya `intako`"),
        ("UD. Intako", "mungkin maksudnya `intako`"),
        ("Toko Rahmat (Koperasi Intako)", "mungkin maksudnya `intako`"),
    ],
)
def test_the_shop_that_a_product_may_mean_is_offered(shop: str, line: str) -> None:
    rows = [["Nama Produk", "Kategori", "Bahan", "Toko"], ["Tas Melati", "Tas", "Kulit sapi", shop]]
    outcome = only(plan_of("a.xlsx", xlsx(rows), Kind.PRODUCTS, sources()))
    assert told(outcome)[0][2] == line


def test_a_product_that_may_be_another_is_no_business() -> None:
    text = "---\nnama: Dompet Kartu Lipat\nkategori: dompet\nbahan: [kulit]\n---\n"
    rows = [["Nama Produk", "Bahan"], ["Dompet Kartu", "Kulit sapi"]]
    files = sources(**{"content/products/kartu.md": text})
    outcome = only(plan_of("a.xlsx", xlsx(rows), Kind.PRODUCTS, files))
    assert codes(outcome) == ["row-near.lacking"]
    assert told(outcome)[0][2].endswith("bila entri baru, isi kolom kategori")


def test_degrees_may_stand_in_two_columns() -> None:
    head = [*HEAD, "Latitude", "Longitude"]
    plan = shops_from([head, [*MEKAR, "7°30'25.0\"S", "112°42'10.1\"E"]])
    assert "lokasi: {lintang: -7.506944, bujur: 112.702806}\n" in written(plan, PATH)
    wrong = only(shops_from([head, [*MEKAR, "7°30'S", "utara"]]))
    assert wrong.status is Status.REFUSED


@pytest.mark.parametrize(
    ("cell", "hours"),
    [
        (
            "Tiap hari 08.00-21.00 (Jumat istirahat 11.30-13.00)",
            "{sabtu-kamis: 08.00-21.00, jumat: 08.00-11.30 dan 13.00-21.00}",
        ),
        ("Sen - Min kecuali Jum'at 08.00-16.00", "{sabtu-kamis: 08.00-16.00, jumat: tutup}"),
    ],
)
def test_hours_that_differ_on_one_day(cell: str, hours: str) -> None:
    assert f"jam_buka: {hours}\n" in written(shops_from([[*HEAD, "Jam Buka"], [*MEKAR, cell]]), PATH)


def test_a_street_address_is_an_address() -> None:
    head = [*HEAD[:3], "Street address", HEAD[4]]
    assert "alamat: Kludan 3\n" in written(shops_from([head, MEKAR]), PATH)


def test_days_of_work_and_units_are_written_in_full() -> None:
    head = ["Nama Produk", "Kategori", "Bahan", "Harga", "Satuan", "Lama Pengerjaan"]
    row = ["Tas Melati", "Tas", "Kulit sapi", "250000", "psg", "3-5 hr"]
    plan = plan_of("a.xlsx", xlsx([head, row]), Kind.PRODUCTS, sources())
    text = written(plan, "content/products/tas-melati.md")
    assert "satuan: pasang\n" in text
    assert "lama_pengerjaan_hari: 3-5\n" in text


@pytest.mark.parametrize("unit", ["per lusin", "/lusin", "per lsn", "lusin"])
def test_a_unit_is_taken_without_the_word_before_it(unit: str) -> None:
    head = ["Nama Produk", "Kategori", "Bahan", "Harga", "Satuan"]
    row = ["Tas Melati", "Tas", "Kulit sapi", "250000", unit]
    plan = plan_of("a.xlsx", xlsx([head, row]), Kind.PRODUCTS, sources())
    assert "satuan: lusin\n" in written(plan, "content/products/tas-melati.md")


@pytest.mark.parametrize(("unit", "told"), [("psg", []), (None, ["cell-pairs"])])
def test_pairs_of_what_is_not_sold_in_pairs_are_told(unit: str | None, told: list[str]) -> None:
    head = ["Nama Produk", "Kategori", "Bahan", "Harga", "MOQ", "Satuan"]
    row = ["Tas Melati", "Tas", "Kulit sapi", "250000", "60 pasang", unit]
    plan = plan_of("a.xlsx", xlsx([head, row]), Kind.PRODUCTS, sources())
    assert "pesanan_minimum: 60\n" in written(plan, "content/products/tas-melati.md")
    assert [note.code for note in plan.notes if note.code == "cell-pairs"] == told


def test_a_heading_of_a_group_may_name_the_village_of_a_shop() -> None:
    head = ["No", "Nama Produk", "Kategori", "Bahan", "Harga"]
    first = [[1, "Tas A", "Tas", "Kulit sapi", "250000"], [2, "Tas B", "Tas", "Kulit sapi", "260000"]]
    rows: Rows = [head, ["KOPERASI INTAKO (Kedensari)"], *first]
    plan = plan_of("a.xlsx", xlsx(rows), Kind.PRODUCTS, sources())
    assert "toko: intako\n" in written(plan, "content/products/tas-a.md")
    below: Rows = [*rows, ["KOPER ANTAH BERANTAH"], [3, "Koper C", "Tas", "Kulit sapi", "270000"]]
    plan = plan_of("a.xlsx", xlsx(below), Kind.PRODUCTS, sources())
    assert codes(plan.outcomes[2]) == ["row-shop.column"]
    assert INTAKO[0] == "Koperasi Intako"
