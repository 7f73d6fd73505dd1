from __future__ import annotations

import pytest

from site_builder import recall
from site_builder.recall import once_for_each


def test_a_value_is_asked_about_once_and_an_equal_one_again() -> None:
    asked: list[tuple[int, ...]] = []

    @once_for_each
    def total(numbers: tuple[int, ...]) -> int:
        asked.append(numbers)
        return sum(numbers)

    one, other = (tuple(range(1, 4)) for _ in range(2))
    assert [total(one), total(one), total(other), total(one)] == [6, 6, 6, 6]
    assert len(asked) == 2


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recall, "MANY", 3)
    asked: list[tuple[int]] = []

    @once_for_each
    def first(numbers: tuple[int]) -> int:
        asked.append(numbers)
        return numbers[0]

    values = [(number,) for number in range(5)]
    assert [first(value) for value in (*values, *values)] == [*range(5), *range(5)]
    assert len(asked) > 5
