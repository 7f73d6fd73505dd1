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
    "old new now before was year "
    # for many pieces, or for other buyers
    "lusin lusinan losin dozen kodi kodian gross gros satuan pcs pc reseller grosir grosiran eceran ecer "
    "member agen distributor dropship dropshipper partai wholesale retail each"
)
_OTHER = re.compile(rf"\b(?:{'|'.join(_WORDS.split())})(?:nya)?\b|\+\s*(?:rp\.?\s*)?\d", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\w.,])(?:19\d\d|20\d\d|2100)(?![\w]|[.,]\d)", re.ASCII)


def tells_no_size(text: str) -> bool:
    """Whether one of the numbers in a text is no price of another size: `+ ongkir 15.000`, `(2025)`."""
    return _OTHER.search(text) is not None or is_year(text)


def is_year(text: str) -> bool:
    """Whether a number in a text has the form of a year, with nothing that sets off its thousands."""
    return _YEAR.search(text) is not None
