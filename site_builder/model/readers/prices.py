"""Prices: which dots and commas are thousands, and what is meant by one that is no number alone."""

from __future__ import annotations

import re
from decimal import Decimal

from site_builder.model.readers.counted import GROUPED, LONGEST_TEXT, MOST_DIGITS, has_letter, whole
from site_builder.model.readers.ends import EndsForm, read_ends, two_ends
from site_builder.model.readers.price_words import is_year, of_today, tells_no_size
from site_builder.model.readers.written import SHOWN_CHARACTERS, ScalarFault, Written, text_of, wrong
from site_builder.model.values import PriceRange

_RUPIAH = re.compile(r"(?:rp\.?|idr)[ \u00a0]*", re.IGNORECASE)
_CENTS = re.compile(r"(?P<whole>[\d., \u00a0]*\d)(?P<mark>[.,])(?P<none>-+|00)", re.ASCII)
_SHORT = re.compile(
    r"([1-9]\d{0,2}(?:\.\d{3})+(?=[ \u00a0]*(?:rb|ribu|k\b))|\d{1,6}(?:[.,]\d{1,3})?)"
    r"[ \u00a0]*(rb|ribu|ribuan|k|jt|juta|m|miliar|milyar)\.?",
    re.IGNORECASE | re.ASCII,
)
_SHORT_ZEROS = {"r": 3, "k": 3, "j": 6, "m": 9}
_RANGE = re.compile(r"(.+?)[ \u00a0]*(?:-|–|—|s/d|s\.d\.|sampai|hingga|to)[ \u00a0]*(.+)", re.IGNORECASE)
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
_FAR = 10
"""So many times a price is another kind of number, where it stands first of two: a year, postage."""
_LEAST_OF_SEVERAL = 1000
"""Rupiah; a smaller number beside a price is a size or a count."""


def read_price(written: Written) -> PriceRange:
    """Read one price, or the lowest and the highest in a mapping `{terendah: …, tertinggi: …}`."""
    if isinstance(written, list) and len(written) == 2:
        first, second = (part if isinstance(part, str) else "" for part in written)
        ends = _two_prices(first, second)
        if ends is not None:
            raise wrong("price-two", f"[{first}, {second}]", ends)
    if not isinstance(written, dict):
        amount = _read_one_price(written)
        return PriceRange(amount, amount)
    form = EndsForm(
        read_rupiah, meant_rupiah, two_ends, "price", "price-order", _LEAST_OF_SEVERAL, tells_no_size
    )
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
    digits = whole(_without_cents(bare))
    if digits is not None:
        if len(digits) > MOST_DIGITS:
            raise wrong("price-long", text)
        return int(digits)
    raise wrong("number-letter", text) if has_letter(bare) else _price_fault(text, bare)


def _without_cents(text: str) -> str:
    """Drop `,00` and `,-` where they can be nothing else: behind thousands set off by another sign."""
    found = _CENTS.fullmatch(text)
    if found is None or not GROUPED.fullmatch(found["whole"]):
        return text
    is_group = found["none"] == "00" and found["mark"] in found["whole"]
    return text if is_group else found["whole"]


def _cents_fault(text: str, bare: str) -> ScalarFault | None:
    """Tell of `250,00`, which may be 250 or lack a zero, and of `250000,00`, which is odd but clear."""
    found = _CENTS.fullmatch(bare)
    digits = None if found is None else whole(found["whole"])
    if found is None or digits is None or digits == "0" or len(digits) > MOST_DIGITS:
        return None
    if len(digits) > 3 and found["mark"] not in found["whole"]:
        return wrong("price-end", text, digits)
    return wrong("price-cents", text, f"{digits}000", other=digits)


def _changed_fault(text: str) -> ScalarFault | None:
    """Tell of `75000 turun dari 90000`, which is one price and a former one, not a lowest and a highest."""
    today = meant_rupiah(of_today(text)) if len(text) <= LONGEST_TEXT else None
    return wrong("price-now", text, str(today)) if today and today >= _LEAST_OF_SEVERAL else None


def _price_fault(text: str, bare: str) -> ScalarFault:
    """Find out what was meant, so that the hint can hold the number itself."""
    clear = _cents_fault(text, bare) or _changed_fault(text)
    if clear is not None:
        return clear
    short = _short(bare)
    if short is not None:
        return wrong("price-short", text, str(short))
    per = _PER.fullmatch(bare)
    meant = _meant_price(per["price"]) if per is not None else None
    if per is not None and meant is not None:
        is_unit = not (tells_no_size(per["unit"]) and any(map(str.isdecimal, per["unit"])))
        return wrong("price-unit", text, meant, unit=per["unit"]) if is_unit else wrong("price-other", text)
    ends = _ends_of_range(bare)
    if ends is not None:
        return wrong("price-two", text, ends)
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
    if amount and not is_year(text):
        return wrong("price-rough", text, str(amount))
    several = _amounts(text)
    if len(several) > 1 and tells_no_size(text):
        return wrong("price-other", text)
    if len(several) > 1:
        return wrong("price-several", text, two_ends(min(several), max(several)))
    return wrong("price", text)


def meant_rupiah(text: str) -> int | None:
    """Give the amount of a text that is clear, whether a price may be written so or not: `50rb`."""
    bare = _RUPIAH.sub("", text.strip(), count=1)
    digits = whole(_without_cents(bare))
    return _short(bare) if digits is None else int(digits[:MOST_DIGITS])


def _meant_price(text: str) -> str | None:
    """Give what to write for one price or for a lowest and a highest."""
    amount = meant_rupiah(text)
    return _ends_of_range(text) if amount is None else str(amount)


def _ends_of_range(text: str) -> str | None:
    parts = _RANGE.fullmatch(text)
    return None if parts is None else _two_prices(parts[1], parts[2])


def _two_prices(first: str, second: str) -> str | None:
    """Give the lowest and the highest of `50-100rb`; raises where one is no price: `185.000-2025`."""
    word = _SHORT.fullmatch(second.strip())
    is_in_both = word is not None and re.fullmatch(r"\d{1,3}", first.strip(), re.ASCII) is not None
    low, high = (
        meant_rupiah(f"{first.strip()} {word[2]}" if word and is_in_both else first),
        meant_rupiah(second),
    )
    if low is None or high is None:
        return None
    if low >= _FAR * max(high, 1) or (is_year(first) and high >= _FAR * low):
        raise wrong("price-other", f"{first} - {second}")
    if low > high:
        raise wrong("price-order", second)
    return two_ends(low, high)


def _amounts(text: str) -> set[int]:
    """Give all prices in `kecil 150rb, besar 200rb`, or none where one may be something else."""
    if len(text) > LONGEST_TEXT:
        return set()
    found = [meant_rupiah(amount) or 0 for amount in _AMOUNTS.findall(text)]
    return set(found) if min(found, default=0) >= _LEAST_OF_SEVERAL else set()


def _short(text: str) -> int | None:
    """Work out `2,7 juta`, where a comma or a point is a decimal, and `1.250 ribu`, where it is none."""
    found = _SHORT.fullmatch(text)
    if found is None:
        return None
    is_thousands = found[2][0].lower() in "rk" and GROUPED.fullmatch(found[1]) and "." in found[1]
    number = Decimal(found[1].replace(".", "") if is_thousands else found[1].replace(",", "."))
    return int(number.scaleb(_SHORT_ZEROS[found[2][0].lower()]))
