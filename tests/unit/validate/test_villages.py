"""Which villages are slips, by what other shops say."""

from __future__ import annotations

import pytest

from site_builder.validate.shops import is_local, meant_villages


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ({"Kludan": 2, "Kludn": 1}, {"Kludn": ("near", "Kludan")}),
        ({"Kludan": 1, "Kludn": 1}, {}),
        ({"Kludan": 4, "Kludn": 2}, {}),
        ({"Kludan": 1, "kludan": 3}, {"kludan": ("spelling", "Kludan")}),
        ({"kludan": 1}, {"kludan": ("spelling", "Kludan")}),
        ({"Desa Kludan": 1}, {"Desa Kludan": ("word", "Kludan")}),
        ({"Kedensari": 5, "Ketapang": 1, "Kludan": 1}, {}),
        ({"Kali Tengah": 1, "Kalitengah": 2}, {"Kali Tengah": ("near", "Kalitengah")}),
        ({"甲仙": 1}, {}),
        ({}, {}),
    ],
)
def test_a_village_of_one_shop_may_be_a_slip_of_another(
    said: dict[str, int], meant: dict[str, tuple[str, str]]
) -> None:
    assert meant_villages(said) == meant


@pytest.mark.parametrize(
    ("phone", "local"),
    [("8941122", True), ("318941122", True), ("14045", False), ("1500-123", False), ("62318941122", False)],
)
def test_a_number_without_area_code_is_local(phone: str, *, local: bool) -> None:
    assert is_local(phone) is local
