"""Prices, counts and figures: which dots and commas are thousands, and which are decimals."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from site_builder.model.readers.counted import (
    DAYS,
    MOST_DIGITS,
    PIECES,
    Units,
    bound,
    counts_thousands,
    grouped,
    in_unit,
    only_number,
    rounded,
    scaled,
    span,
)
from site_builder.model.readers.ends import EndsForm, read_ends, two_ends
from site_builder.model.readers.written import (
    SHOWN_CHARACTERS,
    ScalarFault,
    Written,
    shorten,
    text_of,
    wrong,
)
from site_builder.model.values import DayRange, PriceRange, Quantity

_GROUPED = re.compile(r"[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:,\d{3})+|(?:[ \u00a0]\d{3})+)", re.ASCII)
_RUPIAH = re.compile(r"(?:rp\.?|idr)[ \u00a0]*", re.IGNORECASE)
_CENTS = re.compile(r"(?P<whole>[\d., \u00a0]*\d)(?P<mark>[.,])(?P<none>-+|00)", re.ASCII)
_SHORT = re.compile(
    r"([1-9]\d{0,2}(?:\.\d{3})+(?=[ \u00a0]*(?:rb|ribu|k\b))|\d{1,6}(?:[.,]\d{1,3})?)"
    r"[ \u00a0]*(rb|ribu|ribuan|k|jt|juta|m|miliar|milyar)\.?",
    re.IGNORECASE | re.ASCII,
)
_SHORT_ZEROS = {"r": 3, "k": 3, "j": 6, "m": 9}
_RANGE = re.compile(r"(.+?)[ \u00a0]*(?:-|–|—|s/d|s\.d\.|sampai|hingga|to)[ \u00a0]*(.+)", re.IGNORECASE)
_DAYS_RANGE = re.compile(r"(\d{1,4})\s*(?:-|–|—|s/d|s\.d\.|sampai|hingga|to)\s*(\d{1,4})", re.ASCII)
_PER = re.compile(
    r"(?P<price>.+?)\s*\(?(?:/|\bper\b|\ba\b)\s*(?P<unit>[^\W\d][\w -]{0,30})\)?", re.IGNORECASE
)
_ROUGH = re.compile(
    r"(?:(?:harga|mulai|dari|start(?:ing|s)?|from|at|sekitar|kisaran|kurang lebih|kira-kira|about|[±~≈])\s*)*"
    r"(?P<price>(?:rp\.?\s*|idr\s*)?\d.*?)"
    r"(?:\s*(?:-an|\+{1,2}|,-|ke atas|nett?|pas|saja|\(?(?:bisa )?nego\)?|and up|\([^\d()]*\)"
    r"|[,+]?\s*(?:(?:belum|sudah|di ?luar|excluding|exclude|including)\s+)?(?:termasuk\s+)?"
    r"(?:ongkos kirim|ongkir|shipping)))*",
    re.IGNORECASE,
)
"""One price with words around it that only say how firm it is."""
_AMOUNTS = re.compile(
    r"(?<![\w.,])\d[\d.,]*\d(?:[ \u00a0]*(?:rb|ribu|k|jt|juta)\b)?|\b\d(?:[ \u00a0]*(?:rb|ribu|k|jt|juta)\b)",
    re.IGNORECASE | re.ASCII,
)
_LEAST_OF_SEVERAL = 1000
"""Rupiah; a smaller number beside a price is a size or a count."""

MOST_FIGURES = 18
"""Of a number with decimals: nine zeros more, those of billions, are within what `decimal` counts exactly."""
_ABOUT = re.compile(
    r"(?:±|~|≈|\+/-|kurang lebih|lebih kurang|sekitar|kira-kira|about|approx\.?|circa|ca\.|c\.)\s*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"([-−+]?)(\d[\d., \u00a0]*)", re.ASCII)
_DEGREES = re.compile(r"([-−+]?)(\d{1,3})(?:[.,](\d{1,20}))?", re.ASCII)


def read_price(written: Written) -> PriceRange:
    """Read one price, or the lowest and the highest in a mapping `{terendah: …, tertinggi: …}`."""
    if isinstance(written, list) and len(written) == 2:
        ends = [meant_rupiah(part) if isinstance(part, str) else None for part in written]
        if ends[0] is not None and ends[1] is not None:
            raise wrong("price-two", f"[{written[0]}, {written[1]}]", two_ends(ends[0], ends[1]))
    if not isinstance(written, dict):
        amount = _read_one_price(written)
        return PriceRange(amount, amount)
    form = EndsForm(read_rupiah, meant_rupiah, two_ends, "price", "price-order", _LEAST_OF_SEVERAL)
    return PriceRange(*read_ends(written, form))


def _read_one_price(written: Written) -> int:
    """Read a price; of a text without any figure say that there may be no price at all."""
    try:
        return read_rupiah(written)
    except ScalarFault as fault:
        text = written if isinstance(written, str) else ""
        if fault.variant == "price" and text.strip() and not any(map(str.isdecimal, text)):
            raise wrong("price-none", text) from None
        raise


def read_rupiah(written: Written) -> int:
    text = text_of(written)
    bare = _RUPIAH.sub("", text, count=1) if _RUPIAH.match(text) else text
    digits = _whole(_without_cents(bare))
    if digits is not None:
        if len(digits) > MOST_DIGITS:
            raise wrong("price-long", text)
        return int(digits)
    raise _price_fault(text, bare)


def _without_cents(text: str) -> str:
    """Drop `,00` and `,-` where they can be nothing else: behind thousands set off by another sign."""
    found = _CENTS.fullmatch(text)
    if found is None or not _GROUPED.fullmatch(found["whole"]):
        return text
    is_group = found["none"] == "00" and found["mark"] in found["whole"]
    return text if is_group else found["whole"]


def _cents_fault(text: str, bare: str) -> ScalarFault | None:
    """Tell of `250,00`, which may be 250 or lack a zero, and of `250000,00`, which is odd but clear."""
    found = _CENTS.fullmatch(bare)
    digits = None if found is None else _whole(found["whole"])
    if found is None or digits is None or digits == "0" or len(digits) > MOST_DIGITS:
        return None
    if len(digits) > 3 and found["mark"] not in found["whole"]:
        return wrong("price-end", text, digits)
    return wrong("price-cents", text, f"{digits}000", other=digits)


def _price_fault(text: str, bare: str) -> ScalarFault:
    """Find out what was meant, so that the hint can hold the number itself."""
    cents = _cents_fault(text, bare)
    if cents is not None:
        return cents
    short = _short(bare)
    if short is not None:
        return wrong("price-short", text, str(short))
    per = _PER.fullmatch(bare)
    amount = meant_rupiah(per["price"]) if per is not None else None
    if per is not None and amount is not None:
        return wrong("price-unit", text, str(amount), unit=per["unit"])
    parts = _RANGE.fullmatch(bare)
    if parts is not None:
        ends = [meant_rupiah(part) for part in parts.groups()]
        if ends[0] is not None and ends[1] is not None:
            return wrong("price-two", text, two_ends(ends[0], ends[1]))
    if re.fullmatch(r"[-−]\s*(?:rp\.?\s*)?[\d.,]+", text, re.IGNORECASE):
        return wrong("price-negative", text, text.lstrip("-− "))
    if re.fullmatch(r"0\d+", bare, re.ASCII):
        return wrong("price-zero", text, (bare.lstrip("0") or "0")[:MOST_DIGITS])
    if re.fullmatch(r"\d[\d.,]*", bare, re.ASCII):
        return wrong("price-decimal", text)
    if re.search(r"usd|us\$|\$|€|eur|dolar|dollar|¥|yen|rmb", text, re.IGNORECASE):
        return wrong("price-currency", text)
    rough = _ROUGH.fullmatch(text) if len(text) <= SHOWN_CHARACTERS else None
    amount = meant_rupiah(rough["price"]) if rough is not None else None
    if amount:
        return wrong("price-rough", text, str(amount))
    several = _amounts(text)
    if len(several) > 1:
        return wrong("price-several", text, two_ends(min(several), max(several)))
    return wrong("price", text)


def meant_rupiah(text: str) -> int | None:
    """Give the amount of a text that is clear, whether a price may be written so or not: `50rb`."""
    bare = _RUPIAH.sub("", text.strip(), count=1)
    digits = _whole(_without_cents(bare))
    return _short(bare) if digits is None else int(digits[:MOST_DIGITS])


def _amounts(text: str) -> set[int]:
    """Give all prices in `kecil 150rb, besar 200rb`, or none where one may be something else."""
    found = [meant_rupiah(amount) or 0 for amount in _AMOUNTS.findall(text[:SHOWN_CHARACTERS])]
    return set(found) if min(found, default=0) >= _LEAST_OF_SEVERAL else set()


def _short(text: str) -> int | None:
    """Work out `2,7 juta`, where a comma or a point is a decimal, and `1.250 ribu`, where it is none."""
    found = _SHORT.fullmatch(text)
    if found is None:
        return None
    is_thousands = found[2][0].lower() in "rk" and _GROUPED.fullmatch(found[1]) and "." in found[1]
    number = Decimal(found[1].replace(".", "") if is_thousands else found[1].replace(",", "."))
    return int(number.scaleb(_SHORT_ZEROS[found[2][0].lower()]))


def _whole(text: str) -> str | None:
    """Give the digits of a whole number, whichever way its thousands are set off."""
    if text.isdecimal() and text.isascii():
        return text if text == "0" or text[0] != "0" else None
    if _GROUPED.fullmatch(text):
        return re.sub(r"\D", "", text)
    return None


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
    digits = _whole(text)
    if digits is not None and len(digits) <= MOST_DIGITS:
        return int(digits)
    meant, large = in_unit(text, units), scaled(text)
    if not meant and large is not None:
        meant = large.number
    if not meant and units is PIECES and not counts_thousands(text):
        meant = _whole(only_number(text)) or ""
    if meant and "," not in meant and len(meant) <= MOST_DIGITS:
        raise wrong("whole-number-only", text, meant)
    ends = span(text)
    if ends is not None and all(end == int(end) for end in ends):
        raise wrong("whole-number-range", text, grouped(ends[0]), other=grouped(ends[1]))
    raise wrong("whole-number", text)


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
    digits = _whole(text) or in_unit(text, DAYS)
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
    about = rounded(bare) or about
    if about.strip("±"):
        return wrong("number-about", text, about)
    meant, limit, large, ends = in_unit(bare, units), bound(bare), scaled(bare), span(bare)
    if meant:
        return wrong("number-only", text, about + meant)
    if limit:
        return wrong("number-bound", text, f"±{limit}")
    if large is not None:
        return wrong("number-word", text, about + large.number, other=about + large.short, word=large.word)
    if ends is not None:
        return wrong("number-range", text, f"±{grouped((ends[0] + ends[1]) / 2)}")
    inner = "" if counts_thousands(bare) else only_number(bare)
    return wrong("number-only", text, about + inner) if inner else wrong("number", text)


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
    if _GROUPED.fullmatch(digits):
        return re.sub(r"\D", "", digits)
    if re.fullmatch(r"\d+[.,]\d+", digits, re.ASCII):
        return digits.replace(",", ".")
    for thousands, decimal in ((".", ","), (",", ".")):
        head, mark, tail = digits.rpartition(decimal)
        if mark and tail.isdecimal() and thousands in head and _GROUPED.fullmatch(head):
            return f"{head.replace(thousands, '')}.{tail}"
    raise wrong("number", text)


def read_degrees(written: Written) -> float:
    text = text_of(written)
    found = _DEGREES.fullmatch(text)
    if found is None:
        raise wrong("degrees-pair" if re.fullmatch(r"[-−\d.]+[,;]?\s+[-−\d.,]+", text) else "degrees", text)
    degrees = round(float(f"{found[2]}.{found[3] or 0}"), 7)  # to a centimetre; map pages copy 15 decimals
    if degrees > 180:
        raise wrong("degrees", text)
    return -degrees if found[1] in ("-", "−") else degrees
