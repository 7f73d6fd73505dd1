"""The part of CBOR (RFC 8949) that Pagefind's own files are made of: lists, texts and whole numbers."""

from __future__ import annotations

from typing import TypeAlias

Value: TypeAlias = "int | str | list[Value]"
_NUMBER, _NEGATIVE, _TEXT, _LIST = 0, 1, 3, 4
_IN_ONE_BYTE, _LONGEST = 24, 27


def decode(data: bytes) -> Value:
    """Read one value; `ValueError` where there is anything else or more."""
    try:
        value, end = _read(data, 0)
    except IndexError:
        raise ValueError("the data ends too early") from None
    if end != len(data):
        raise ValueError(f"{len(data) - end} bytes too many")
    return value


def encode(value: Value) -> bytes:
    match value:
        case str():
            data = value.encode()
            return _head(_TEXT, len(data)) + data
        case list():
            return _head(_LIST, len(value)) + b"".join(map(encode, value))
        case int():
            return _head(_NUMBER, value) if value >= 0 else _head(_NEGATIVE, -1 - value)


def _read(data: bytes, at: int) -> tuple[Value, int]:
    kind, short = divmod(data[at], 32)
    at += 1
    if short > _LONGEST:
        raise ValueError(f"a length that is not said: {short}")
    count = short
    if short >= _IN_ONE_BYTE:
        end = at + (1 << (short - _IN_ONE_BYTE))
        count, at = int.from_bytes(data[at:end], "big"), end
    if kind == _NUMBER:
        return count, at
    if kind == _NEGATIVE:
        return -1 - count, at
    if kind == _TEXT:
        if at + count > len(data):
            raise ValueError("the data ends too early")
        return data[at : at + count].decode(), at + count
    if kind != _LIST:
        raise ValueError(f"a value of another kind: {kind}")
    values: list[Value] = []
    for _ in range(count):
        value, at = _read(data, at)
        values.append(value)
    return values, at


def _head(kind: int, count: int) -> bytes:
    if count < _IN_ONE_BYTE:
        return bytes([kind * 32 + count])
    step = next(step for step in range(4) if count < 1 << (8 << step))
    return bytes([kind * 32 + _IN_ONE_BYTE + step]) + count.to_bytes(1 << step, "big")
