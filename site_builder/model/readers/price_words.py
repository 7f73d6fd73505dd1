"""Words beside a price that tell what its number is: not what one piece costs a buyer in some size."""

from __future__ import annotations

import re

_WORDS = (
    # what comes on top, or is paid beforehand
    "ongkir ongkos kirim pengiriman tambah tambahan plus dp deposit muka cicilan ppn pajak admin "
    "shipping postage extra tax vat "
    # what goes off
    "diskon disc discount potongan promo obral cashback voucher hemat off "
    # what it cost, or will
    "lama baru dulu dahulu tadinya sebelumnya semula asli normal coret sekarang kini tahun thn th "
    "turun naik jadi menjadi old new now before was year down up "
    # for many pieces, or for other buyers
    "lusin lusinan losin dozen kodi kodian gross gros satuan pcs pc reseller grosir grosiran eceran ecer "
    "member agen distributor dropship dropshipper partai wholesale retail each"
)
_OTHER = re.compile(rf"\b(?:{'|'.join(_WORDS.split())})(?:nya)?\b|\+\s*(?:rp\.?\s*)?\d", re.IGNORECASE)
_AMOUNT = r"(?:(?:rp\.?|idr)[ \u00a0]*)?\d[\d.,]*(?:[ \u00a0]*(?:rb|ribu|k|jt|juta)\b)?"
_CHANGES = r"(?:turun|naik|diskon|down|up|reduced)"
_NOW = r"(?:sekarang|kini|skrg|now)"
_CHANGED = (
    re.compile(rf"({_AMOUNT})[ ,(]+{_CHANGES} (?:dari|from) {_AMOUNT}\)?", re.IGNORECASE | re.ASCII),
    re.compile(
        rf"(?:{_CHANGES} )?(?:(?:dari|from) )?{_AMOUNT}[ ,(]+(?:{_CHANGES} )?(?:jadi|menjadi|{_NOW})"
        rf" ({_AMOUNT})\)?",
        re.IGNORECASE | re.ASCII,
    ),
)
"""A price with the one that it had before."""
_YEAR = re.compile(r"(?<![\w.,])(?:19\d\d|20\d\d|2100)(?![\w]|[.,]\d)", re.ASCII)


def tells_no_size(text: str) -> bool:
    """Whether one of the numbers in a text is no price of another size: `+ ongkir 15.000`, `(2025)`."""
    return _OTHER.search(text) is not None or is_year(text)


def is_year(text: str) -> bool:
    """Whether a number in a text has the form of a year, with nothing that sets off its thousands."""
    return _YEAR.search(text) is not None


def of_today(text: str) -> str:
    """Give the price of today of `75000 turun dari 90000` as it stands there; nothing of any other text."""
    found = next((one for form in _CHANGED if (one := form.fullmatch(" ".join(text.split())))), None)
    return found[1] if found is not None else ""
