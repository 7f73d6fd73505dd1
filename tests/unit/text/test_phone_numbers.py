"""Mobile numbers in texts: which are seen, and what is none."""

from __future__ import annotations

import pytest

from site_builder.text.phone_numbers import mobile_numbers


@pytest.mark.parametrize(
    "text",
    [
        *("(0812) 3456 7890", "+62 (812) 3456 7890", "0812  3456  7890", "0812/3456/7890", "0812-3456-7890"),
        *("https://wa.me/6281234567890", "tel:+6281234567890"),
    ],
)
def test_a_mobile_number_is_seen_in_any_groups(text: str) -> None:
    assert [dialled for _, _, dialled in mobile_numbers(f"Hubungi {text}.")] == ["+6281234567890"]


@pytest.mark.parametrize(
    "text",
    [
        *("Rekening BCA 0812345678", "no. rek. 081234567890", "Kode 0812-2025-3000", "Rp0812.345.678"),
        *("https://toko.example/p/081234567890", "0812-3456-7890-1"),
    ],
)
def test_an_account_a_code_a_price_and_an_address_are_no_numbers(text: str) -> None:
    assert [*mobile_numbers(text)] == []
