"""Hours are not published of which a remark in the same row says that they are others."""

from __future__ import annotations

import pytest

from tests.support.plans import HEAD, MEKAR, codes, only, written
from tests.support.spreadsheets import shops_from, told

DAILY = "Setiap hari 09.00-21.00"


@pytest.mark.parametrize(
    "remark",
    [
        "Minggu tutup jam 5 sore", "Jumat tutup", "tutup hari Minggu", "Jum'at libur", "Sabtu sampai jam 12",
        "Jumat sampai 11.00", "istirahat 12.00-13.00", "hr Minggu buka setengah hari", "tutup jam 4",
        "Minggu dengan janji", "24 jam hanya online", "buka jam 10 kalau Minggu",
    ],
)  # fmt: skip
def test_other_hours_in_a_remark_refuse_the_row(remark: str) -> None:
    outcome = only(shops_from([[*HEAD, "Jam Buka", "Keterangan"], [*MEKAR, DAILY, remark]]))
    assert codes(outcome) == ["row-remark.hours"]
    ((place, reason, _),) = told(outcome)
    assert place == "Lembar1!G2"
    said = f"di kolom `Keterangan` tertulis `{remark}`"
    assert reason == f"{said}, sedangkan jam buka di Lembar1!F2 berkata lain"


@pytest.mark.parametrize(
    ("hours", "remark"),
    [
        ("Senin-Sabtu 08.00-16.00", "Minggu tutup"),
        ("Senin-Sabtu 08.00-16.00 (Minggu libur)", "tutup hari Minggu"),
        ("Senin-Kamis 08.00-16.00", "libur Jumat dan Sabtu"),
        (DAILY, "tutup saat lebaran"),
        (DAILY, "tanggal merah tutup"),
        (DAILY, "tutup jam 4 pada bulan puasa"),
        (DAILY, "buka hari Minggu"),
        (DAILY, "produk 3 jam jadi"),
        (DAILY, "harga mulai 15.000"),
        (DAILY, "minggu depan ikut pameran"),
    ],
)
def test_what_the_hours_say_already_or_no_week_has_is_no_hindrance(hours: str, remark: str) -> None:
    assert codes(only(shops_from([[*HEAD, "Jam Buka", "Ket"], [*MEKAR, hours, remark]]))) == []


@pytest.mark.parametrize("remark", ["Minggu tutup", "tutup jam 4"])
def test_without_hours_nothing_false_is_published(remark: str) -> None:
    plan = shops_from([[*HEAD, "Ket"], [*MEKAR, remark]])
    assert "jam_buka" not in written(plan, "content/shops/toko-mekar.md")
