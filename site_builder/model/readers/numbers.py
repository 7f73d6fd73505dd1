"""Counts and figures: which dots and commas are thousands, and which are decimals."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from site_builder.model.readers.beside import beside_number
from site_builder.model.readers.coordinates import coordinates_in
from site_builder.model.readers.counted import (
    DAYS,
    GROUPED,
    LONGEST_TEXT,
    MOST_DIGITS,
    PIECES,
    Units,
    bound,
    count_in,
    counts_thousands,
    grouped,
    has_letter,
    only_number,
    rounded,
    scaled,
    span,
    whole,
)
from site_builder.model.readers.ends import EndsForm, read_ends
from site_builder.model.readers.written import (
    ScalarFault,
    Written,
    shorten,
    text_of,
    wrong,
)
from site_builder.model.values import DayRange, Quantity

_DAYS_RANGE = re.compile(r"(\d{1,4})\s*(?:-|–|—|s/d|s\.d\.|sampai|hingga|to)\s*(\d{1,4})", re.ASCII)
MOST_FIGURES = 18
"""Of a number with decimals: nine zeros more, those of billions, are within what `decimal` counts exactly."""
_ABOUT_WORDS = (
    r"±|~|≈|\+/-|(?:kurang[ -]lebih|lebih[ -]kurang|sekitar(?:an)?|sekira(?:nya)?"
    r"|kira(?:-kira|2| kira)(?:nya)?|kisaran|perkiraan|taksiran|diperkirakan|ditaksir"
    r"|about|around|roughly|circa)(?![^\W\d_])"
    r"|(?<![^\W\d_])(?:approx\.?|ca\.|c\.|lk\.?|l\.k\.)(?![^\W\d_])"
)
_ABOUT = re.compile(rf"(?:{_ABOUT_WORDS})\s*", re.IGNORECASE)
_ABOUT_SOMEWHERE = re.compile(_ABOUT_WORDS, re.IGNORECASE)
_PERIOD = re.compile(
    r"(?:/\s*|\b(?:per|se|tiap|setiap|dalam|a|each|every)\s*(?:satu\s+)?)"
    r"(?P<name>hari|hr|minggu|mgg|pekan|bulan|bln|tahun|thn|th|day|week|month|year)\b",
    re.IGNORECASE,
)
_MONTHS_IN = {"bulan": 1, "bln": 1, "month": 1, "tahun": 12, "thn": 12, "th": 12, "year": 12}
"""Of days and weeks nobody knows on how many of them there is work."""
_NUMBER = re.compile(r"([-−+]?)(\d[\d., \u00a0]*)", re.ASCII)
_DEGREES = re.compile(r"([-−+]?)(\d{1,3})(?:[.,](\d{1,20}))?", re.ASCII)


def read_whole_number(written: Written) -> int:
    """Read a count; of `2 lusin` the hint is 24."""
    return _read_whole(written, PIECES)


def whole_number_in(units: Units) -> Callable[[Written], int]:
    """Make the reader of a whole number in a unit: of metres it turns down `2 km` with 2000."""

    def read(written: Written) -> int:
        return _read_whole(written, units)

    return read


def _read_whole(written: Written, units: Units) -> int:
    text = text_of(written)
    digits = whole(text)
    if digits is not None and len(digits) <= MOST_DIGITS:
        return int(digits)
    if has_letter(text):
        raise wrong("number-letter", text)
    meant = count_in(text, units)
    if meant is not None and "," not in meant.number and len(meant.number) <= MOST_DIGITS:
        if meant.dropped:
            raise wrong("whole-number-dropped", text, number=meant.number, words=shorten(meant.dropped))
        raise wrong("whole-number-only", text, meant.number)
    ends = span(text)
    if ends is not None and all(end == int(end) for end in ends):
        raise wrong("whole-number-range", text, grouped(ends[0]), other=grouped(ends[1]))
    raise wrong("whole-number", text)


def read_count_a_month(written: Written) -> int:
    """Read how many there are in a month; those of a year are offered by the month where they can be."""
    text = text_of(written)
    period = _PERIOD.search(text)
    if period is None:
        return _read_whole(text, PIECES)
    months = _MONTHS_IN.get(period["name"].lower(), 0)
    count = text.replace(period[0], " ", 1).strip()
    if months == 1:
        raise _without_period(text, count)
    number = whole(count) or _clear_count(count)
    if months and number and int(number) % months == 0:
        raise wrong("whole-number-only", text, grouped(Decimal(int(number) // months)))
    raise wrong("count-a-month", text)


def _without_period(text: str, count: str) -> ScalarFault:
    try:
        return wrong("whole-number-only", text, grouped(Decimal(_read_whole(count, PIECES))))
    except ScalarFault as fault:
        return ScalarFault(fault.code, fault.variant, {**fault.values, "value": shorten(text)})


def _clear_count(text: str) -> str:
    """Give the digits of `1.200 pcs`; of dozens nothing, for the product itself may be sold by the dozen."""
    found = count_in(text, PIECES)
    is_clear = found is not None and not found.dropped and not any(word in PIECES for word in text.split())
    return (whole(found.number) or "") if found is not None and is_clear else ""


def read_days(written: Written) -> DayRange:
    """Read how many days something takes: `14`, `14-21` or `{min: 14, max: 21}`."""
    if isinstance(written, dict):
        form = EndsForm(whole_number_in(DAYS), _meant_days, "{}-{}".format, "days", "days-max")
        return DayRange(*read_ends(written, form))
    if isinstance(written, list):
        raise ScalarFault("field-type", "days", {"value": shorten(", ".join(map(str, written)))})
    text = text_of(written)
    found = _DAYS_RANGE.fullmatch(text)
    if found is not None:
        low, high = int(found[1]), int(found[2])
        if low > high:
            raise wrong("days-order", text, f"{high}-{low}")
        return DayRange(low, high)
    ends, unit = span(text), text.split()[-1].lower() if text else ""
    if ends is not None and unit in DAYS:
        raise wrong("whole-number-only", text, "-".join(grouped(end * DAYS[unit]) for end in ends))
    days = _read_whole(text, DAYS)
    return DayRange(days, days)


def _meant_days(text: str) -> int | None:
    """Give the days of a text that is clear: of `2 minggu` 14."""
    found = count_in(text, DAYS)
    digits = whole(text) or (found.number if found is not None and not found.dropped else "")
    return int(digits) if digits.isdecimal() and len(digits) <= MOST_DIGITS else None


def read_number(written: Written) -> Quantity:
    """Read a number as a source gives it, with as many decimals as were written."""
    return _read_quantity(written, {})


def number_in(units: Units) -> Callable[[Written], Quantity]:
    """Make the reader of a number in a unit: of centimetres it turns down `1,2 m` with 120."""

    def read(written: Written) -> Quantity:
        return _read_quantity(written, units)

    return read


def _read_quantity(written: Written, units: Units) -> Quantity:
    text = text_of(written)
    about = _ABOUT.match(text)
    bare = text[about.end() :] if about else text
    found = _NUMBER.fullmatch(bare)
    if found is None or len(bare) > 2 * MOST_DIGITS:
        raise _number_fault(text, bare, "±" if about else "", units)
    plain = _point_form(found[2].strip(), text)
    if len(plain.replace(".", "").lstrip("0")) > MOST_FIGURES:
        raise wrong("number-long", text, most=str(MOST_FIGURES))
    sign = "-" if found[1] in ("-", "−") else ""
    return Quantity(Decimal(sign + plain), about is not None)


def _number_fault(text: str, bare: str, about: str, units: Units) -> ScalarFault:
    """Find out what was meant by a number with words around it."""
    if has_letter(bare):
        return wrong("number-letter", text)
    about = rounded(bare) or about or ("±" if _ABOUT_SOMEWHERE.search(text) else "")
    if about.strip("±"):
        return wrong("number-about", text, about)
    if units:
        return _fault_in_unit(text, bare, about, units)
    limit, large, ends = bound(bare, initials=True), scaled(bare, initials=True), span(bare, initials=True)
    if limit:
        return wrong("number-bound", text, f"±{limit}")
    if ends is not None:
        return wrong("number-range", text, f"±{grouped((ends[0] + ends[1]) / 2)}")
    inner = "" if counts_thousands(bare, initials=True) else only_number(bare)
    if large is None and not inner:
        return wrong("number", text)
    number = about + (inner if large is None else large.number)
    beside = beside_number(_ABOUT_SOMEWHERE.sub(" ", bare), large)
    if beside.words:
        return wrong("number-dropped", text, number=number, words=shorten(beside.words))
    if large is None:
        return wrong("number-only", text, number, unit=beside.unit)
    return wrong("number-word", text, number, other=about + large.short, word=large.word, unit=beside.unit)


def _fault_in_unit(text: str, bare: str, about: str, units: Units) -> ScalarFault:
    """Say what a number in another unit is in that of the field, where all its words are understood."""
    found, limit, ends = count_in(_ABOUT_SOMEWHERE.sub(" ", bare), units), bound(bare), span(bare)
    if found is None and limit:
        return wrong("number-bound", text, f"±{limit}")
    if found is None and ends is not None:
        middle = (ends[0] + ends[1]) / 2 * units.get(bare.rsplit(maxsplit=1)[-1].lower(), 1)
        return wrong("number-range", text, f"±{grouped(middle)}")
    if found is None:
        return wrong("number", text)
    if found.dropped:
        return wrong("number-dropped", text, number=about + found.number, words=shorten(found.dropped))
    return wrong("number-only", text, about + found.number)


def _point_form(digits: str, text: str) -> str:
    """Give the number with a decimal point and nothing else, or say why it could be two numbers."""
    if re.match(r"0\d", digits):  # 0123 is a code or a slip, not a hundred and twenty-three
        raise wrong("number", text)
    if digits.isdecimal():
        return digits
    if re.fullmatch(r"[1-9]\d{0,2},\d{3}", digits, re.ASCII):
        whole, decimals = digits.split(",")
        short = decimals.rstrip("0")
        shorter = f"{whole},{short}" if short and short != decimals else f"{whole},{decimals}0"
        raise wrong("number-ambiguous", text, whole + decimals, decimal=shorter)
    if GROUPED.fullmatch(digits):
        return re.sub(r"\D", "", digits)
    if re.fullmatch(r"\d+[.,]\d+", digits, re.ASCII):
        return digits.replace(",", ".")
    for thousands, decimal in ((".", ","), (",", ".")):
        head, mark, tail = digits.rpartition(decimal)
        if mark and tail.isdecimal() and thousands in head and GROUPED.fullmatch(head):
            return f"{head.replace(thousands, '')}.{tail}"
    raise wrong("number", text)


def read_degrees(written: Written) -> float:
    text = text_of(written)
    found = _DEGREES.fullmatch(text)
    if found is None:
        both = coordinates_in(text) if len(text) <= LONGEST_TEXT else None
        raise wrong("degrees-pair", text, lat=both[0], lon=both[1]) if both else wrong("degrees", text)
    degrees = round(float(f"{found[2]}.{found[3] or 0}"), 7)  # to a centimetre; map pages copy 15 decimals
    if degrees > 180:
        raise wrong("degrees", text)
    return -degrees if found[1] in ("-", "−") else degrees
