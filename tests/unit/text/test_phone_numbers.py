"""Telephone numbers in texts: which are seen, and what is none."""

from __future__ import annotations

import pytest

from site_builder.text.phone_numbers import phone_numbers


@pytest.mark.parametrize(
    "text",
    [
        *("(0812) 3456 7890", "+62 (812) 3456 7890", "0812  3456  7890", "0812/3456/7890", "0812-3456-7890"),
        *("https://wa.me/6281234567890", "tel:+6281234567890"),
    ],
)
def test_a_mobile_number_is_seen_in_any_groups(text: str) -> None:
    assert [dialled for _, _, dialled in phone_numbers(f"Hubungi {text}.")] == ["+6281234567890"]


@pytest.mark.parametrize("text", ["(031) 8945123", "031-8945123", "+62 31 894 5123", "(031) 894-5123"])
def test_a_landline_is_seen_by_its_area_code(text: str) -> None:
    assert [dialled for _, _, dialled in phone_numbers(f"Kantor {text}.")] == ["+62318945123"]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "0262 halaman",
            "2018-01-02 033",
            "05-08-2027 1234",
            "kode 031-8945123",
            "HS 4202.21 0031",
            "02 333 4444",
        ),
        *("Rekening BCA 0812345678", "no. rek. 081234567890", "Kode 0812-2025-3000", "Rp0812.345.678"),
        *("https://toko.example/p/081234567890", "0812-3456-7890-1"),
    ],
)
def test_an_account_a_code_a_price_and_an_address_are_no_numbers(text: str) -> None:
    assert [*phone_numbers(text)] == []
