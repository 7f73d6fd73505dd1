"""A number as the sheet shows it: only where both say the same it is a number to go by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from site_builder.spreadsheets.cells import Cell, What, clean_text, number_text

_RUPIAH = re.compile(r"(?<![^\W\d_])(?:rp|idr)(?![^\W\d_])\.?", re.IGNORECASE)
_RUN = re.compile(r"\d(?:[\d., \u00a0\u202f'’]*\d)?(?:E[-+]?\d+)?", re.ASCII | re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}(?:([., \u00a0\u202f'’])\d{3}(?:\1\d{3})*)?|\d+", re.ASCII)
_ENDED = re.compile(r"(.+)([.,])(\d+)", re.ASCII)
_WORDS = re.compile(r"[^\W\d_]+")
_CURRENCIES = frozenset(
    {
        "usd", "us", "dollar", "dolar", "eur", "euro", "sgd", "myr", "rm", "ringgit", "jpy", "yen", "cny",
        "rmb", "yuan", "aud", "gbp", "hkd", "krw", "thb", "inr", "twd", "sar", "aed", "chf", "cad", "nzd",
        "php", "vnd", "円", "元",
    }
)  # fmt: skip
_SPACE = frozenset("-\u2212\u2013()., /\u00a0\u202f")
"""Signs around a number that change nothing."""
_PRECISION = 15
"""Figures that spreadsheets work with; those behind are noise."""


def number_cell(written: str, shown: str | None, at: str, *, currency: str = "") -> Cell:
    """Make the cell of a number.

    `shown` is what its format makes of it, `None` where that is the number itself; `currency` what the file
    names, if it does. Words around it stay, as if they had been typed (`7 lusin`). A share, another currency
    than rupiah and figures that are not those of the number are no value.
    Raises `ArithmeticError` where there is no number.
    """
    plain = _plain(written)
    is_foreign = currency not in ("", "IDR")
    if shown is None:
        return Cell(f"{currency} {plain}", at, What.UNLIKE) if is_foreign else Cell(plain, at, What.NUMBER)
    number = Decimal(written)
    text = " ".join(clean_text(shown).split())
    bare = " ".join(_RUPIAH.sub(" ", text).split())
    run = _RUN.search(bare)
    if run is None:
        if number and not _WORDS.search(bare):
            return _differs(text, plain, at)
        return Cell(bare, at)
    around = f"{bare[: run.start()]} {bare[run.end() :]}"
    if "%" in around or "‰" in around:
        return Cell(text, at, What.UNLIKE)
    if is_foreign or _names_currency(around):
        return Cell(text, at, What.UNLIKE) if _agrees(run[0], number) else _differs(text, plain, at)
    if _is_telephone(bare, plain):
        return Cell(bare, at)
    if any(map(str.isdecimal, around)) or not _agrees(run[0], number):
        return _differs(text, plain, at)
    if set(around) <= _SPACE:
        return Cell(plain, at, What.NUMBER)
    return Cell(f"{bare[: run.start()]}{plain.lstrip('-')}{bare[run.end() :]}", at)


def _differs(shown: str, plain: str, at: str) -> Cell:
    """Show both, as nobody can tell which is meant; with both it is no number to any reader."""
    return Cell(f"{shown or '…'} ≠ {plain}", at, What.UNLIKE)


def _plain(written: str) -> str:
    """Write a number so that nobody takes a fraction for thousands: `1.125` is `1.1250`, `12.5` is `12,5`."""
    text = number_text(written)
    whole, point, decimals = text.partition(".")
    if not point or "E" in text.upper():
        return text
    number = Decimal(written)
    behind = _PRECISION - 1 - number.adjusted()
    if behind < len(decimals):
        text = f"{round(number, max(behind, 0)):f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    whole, point, decimals = text.partition(".")
    if not point or len(whole.lstrip("-")) > 3 or len(decimals) > 3:
        return text
    return f"{whole}.{decimals}0" if len(decimals) == 3 else f"{whole},{decimals}"


def _names_currency(around: str) -> bool:
    has_sign = any(unicodedata.category(sign) == "Sc" for sign in around)
    return has_sign or not _CURRENCIES.isdisjoint(_WORDS.findall(around.lower()))


def _is_telephone(bare: str, plain: str) -> bool:
    """Whether a format gave a telephone number its zero or country again, maybe with lines between."""
    digits = "".join(filter(str.isdecimal, bare))
    is_alone = not _WORDS.search(bare) and plain.isdecimal() and len(digits) > 4
    with_zero = digits[:1] == "0" and digits.lstrip("0") == plain
    return is_alone and (with_zero or (bare[:1] == "+" and digits in (plain, f"62{plain}")))


def _agrees(run: str, number: Decimal) -> bool:
    """Whether figures that are shown can be read as the number, rounded."""
    if "E" in run.upper():
        return True
    return any(
        abs(abs(number) - reading) * 2 <= Decimal(1).scaleb(-decimals)
        for reading, decimals in _readings(run, is_whole=number == number.to_integral_value())
    )


def _readings(run: str, *, is_whole: bool) -> Iterator[tuple[Decimal, int]]:
    """Read thousands, and decimals behind them; three that are zeros look like thousands and are none."""
    if _GROUPED.fullmatch(run):
        yield Decimal("".join(filter(str.isdecimal, run))), 0
    found = _ENDED.fullmatch(run)
    if found is None or not _GROUPED.fullmatch(found[1]):
        return
    if found[2] not in found[1] or len(found[3]) < 3:
        whole = "".join(filter(str.isdecimal, found[1]))
        if not (is_whole and len(found[3]) == 3):
            yield Decimal(f"{whole}.{found[3]}"), len(found[3])
