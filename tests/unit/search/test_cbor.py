from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.search import cbor

VALUES = st.recursive(
    st.integers(-(2**64), 2**64 - 1) | st.text(),
    lambda inner: st.lists(inner, max_size=30),
    max_leaves=40,
)


@given(VALUES)
def test_what_is_written_is_read_again(value: cbor.Value) -> None:
    assert cbor.decode(cbor.encode(value)) == value


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "00"),
        (23, "17"),
        (24, "1818"),
        (1000, "1903e8"),
        (1000000, "1a000f4240"),
        (-1, "20"),
        (-1000, "3903e7"),
        ("IETF", "6449455446"),
        ("\u6c34", "63e6b0b4"),
        ([], "80"),
        ([1, [2, 3], [4, 5]], "8301820203820405"),
    ],
)
def test_values_are_written_as_in_the_examples_of_the_standard(value: cbor.Value, written: str) -> None:
    assert cbor.encode(value).hex() == written
    assert cbor.decode(bytes.fromhex(written)) == value


@pytest.mark.parametrize("written", ["", "18", "6449", "8201", "f4", "a0", "9f", "0000", "7f"])
def test_anything_else_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        cbor.decode(bytes.fromhex(written))
